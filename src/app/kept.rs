//! A report as it was kept, with the edits of the journal that its record does not contain.

use crate::format::parse_entry;
use crate::report::Report;
use crate::store::JournalEdit;

/// Replays edits over a report, also for rows that its form does not have: nothing typed is lost.
pub fn with_edits(mut report: Report, edits: &[JournalEdit]) -> Report {
    for edit in edits {
        match parse_entry(&edit.value) {
            Some(filled) if filled.is_empty() => {
                report.entries.remove(&edit.key);
            }
            Some(filled) => {
                report.entries.insert(edit.key.clone(), filled);
            }
            None => {}
        }
    }
    report
}
