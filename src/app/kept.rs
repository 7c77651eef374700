//! A report as it was kept, with the edits of the journal that its record does not contain.

use crate::format::put_part;
use crate::report::Report;
use crate::store::JournalEdit;

/// Replays edits over a report, oldest first.
pub fn with_edits(mut report: Report, edits: &[JournalEdit]) -> Report {
    for edit in edits {
        put_part(&mut report, &edit.key, &edit.value);
    }
    report
}
