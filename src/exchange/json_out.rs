//! The report as `bieumau.report/1`: entries, computed values, findings, digest. The same report gives the same
//! bytes; its sentences are Vietnamese whatever the page speaks, because the paper is.

use crate::format::{StatedFinding, exchanged_text};
use crate::report::{Derived, Session};
use crate::words::Language;

/// Writes an open report as its exchanged document.
pub fn export_json(session: &Session) -> String {
    let form = &session.form().form;
    let derived: Vec<(&str, &Derived)> = form
        .cells()
        .filter_map(|cell| Some((form.row(cell)?.id.as_str(), session.derived(cell)?)))
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
            message: finding.message(form, &session.form().rules, Language::Vi),
            reason: session
                .report()
                .reasons
                .get(&finding.key(form))
                .map(String::as_str),
        })
        .collect();
    exchanged_text(session.report(), &derived, &findings)
}
