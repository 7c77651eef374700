//! The report as `bieumau.report/1`: entries, computed values, findings, digest. The same report gives the same
//! bytes; its sentences are Vietnamese whatever the page speaks, because the paper is.

use super::stated;
use crate::format::{StatedFinding, exchanged_text};
use crate::period::{Date, Window};
use crate::plan::TaskBook;
use crate::report::{Derived, Report, Session, Severity};
use crate::words::Language;

/// Writes an open report as its exchanged document.
pub fn export_json(session: &Session) -> String {
    export_json_with(session, &[])
}

/// Writes an open report together with the agency's copies of the work lists of its year. Copies without anything in
/// them stay out.
pub fn export_json_with(session: &Session, books: &[TaskBook]) -> String {
    exported(session, session.report(), books)
}

/// The same as it stands once it has left the machine on a day, counted by a window: late, where it is late. The report
/// itself does not change, for the file may still fail.
pub fn export_json_on(
    session: &Session,
    books: &[TaskBook],
    today: Date,
    window: Option<&Window>,
) -> String {
    let mut report = session.report().clone();
    report.leaves(today, window);
    exported(session, &report, books)
}

fn exported(session: &Session, report: &Report, books: &[TaskBook]) -> String {
    let form = &session.form().form;
    let derived: Vec<(&str, &Derived)> = form
        .cells()
        .filter_map(|cell| Some((form.row(cell)?.id.as_str(), stated(session, cell)?)))
        .collect();
    let findings: Vec<StatedFinding<'_>> = session
        .findings()
        .iter()
        .map(|finding| StatedFinding {
            rule: finding.rule.clone(),
            level: finding.severity.word(),
            rows: finding
                .cells
                .iter()
                .filter_map(|cell| Some(form.row(*cell)?.id.as_str()))
                .collect(),
            message: finding.message(form, session.form().rules(), Language::Vi),
            // What is certainly wrong has to be mended, not explained.
            reason: session
                .reason(finding.place)
                .filter(|_| finding.severity != Severity::Error),
        })
        .collect();
    let books: Vec<TaskBook> = books
        .iter()
        .filter(|book| !book.is_empty())
        .cloned()
        .collect();
    exchanged_text(report, &derived, &findings, &books)
}
