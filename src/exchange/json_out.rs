//! The report as `bieumau.report/1`: entries, computed values, findings, digest. The same report gives the same
//! bytes; its sentences are Vietnamese whatever the page speaks, because the paper is.

use super::stated;
use crate::format::{StatedFinding, exchanged_text};
use crate::plan::TaskBook;
use crate::report::{Derived, Session, Severity};
use crate::words::Language;

/// Writes an open report as its exchanged document.
pub fn export_json(session: &Session) -> String {
    export_json_with(session, &[])
}

/// Writes an open report together with the agency's copies of the work lists of its year. Copies without anything in
/// them stay out.
pub fn export_json_with(session: &Session, books: &[TaskBook]) -> String {
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
    exchanged_text(session.report(), &derived, &findings, &books)
}
