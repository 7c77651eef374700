//! A report as it was kept, with the edits of the journal that its record does not contain.

use super::page::Page;
use crate::browser::{Opened, clock};
use crate::format::put_part;
use crate::report::Report;
use crate::store::{Envelope, JournalEdit, Opening, keep};

/// Replays edits over a report, oldest first.
pub fn with_edits(mut report: Report, edits: &[JournalEdit]) -> Report {
    for edit in edits {
        put_part(&mut report, &edit.key, &edit.value);
    }
    report
}

/// Puts a body that came in under a key, above every edit that was made there; what stood there is kept as an earlier
/// state. Says whether it was kept.
pub async fn put_in_place(page: Page, place: &str, body: String) -> bool {
    let shelf = page.shelf();
    let kept = Opened::read(shelf.clone(), place).await.loaded;
    match &kept.opening {
        Opening::Absent | Opening::Broken { .. } | Opening::Kept(_) => {}
        // A record of a newer page, or one that could not be read, is never written over.
        Opening::Newer { .. } | Opening::Unread(_) => return false,
    }
    let newest = kept
        .revision()
        .max(kept.journal.newest())
        .max(kept.journal.base());
    let envelope = Envelope {
        revision: newest.saturating_add(1),
        saved: clock::now_utc_iso(),
        body,
    };
    keep(&*shelf, place, &envelope).await.is_ok()
}
