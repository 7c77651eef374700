//! Which edits a commit must not lose where another page has written the record meanwhile.
//!
//! Those of this page that no commit of it contains: also the ones that did not fit into the journal. And those that the
//! journal of another page, or of a visit before, had and that record has not: whoever wrote it had them under the same
//! numbers, so a record that has come further has them too, and newer ones in their place.

use super::{Journal, JournalEdit};

/// The edits that are not yet in a commit of this page, by their keys.
#[derive(Clone, Debug, Default)]
pub struct OwnEdits {
    edits: Vec<Owned>,
}

#[derive(Clone, Debug)]
struct Owned {
    number: u64,
    key: String,
    /// Whether it was made on this page.
    is_ours: bool,
}

impl OwnEdits {
    /// Those that a journal has from elsewhere: from a visit before, or from the page that this one follows.
    pub fn inherited(journal: &Journal) -> OwnEdits {
        let open = journal.numbered_since(journal.base());
        let theirs = open.map(|(number, edit)| Owned {
            number,
            key: edit.key.clone(),
            is_ours: false,
        });
        OwnEdits {
            edits: theirs.collect(),
        }
    }

    /// Notes an edit that was made here.
    pub fn note(&mut self, number: u64, edit: &JournalEdit) {
        self.edits.retain(|known| known.key != edit.key);
        self.edits.push(Owned {
            number,
            key: edit.key.clone(),
            is_ours: true,
        });
    }

    /// A commit contains everything up to this revision.
    pub fn committed(&mut self, revision: u64) {
        self.edits.retain(|known| known.number > revision);
    }

    /// The keys of what a record of this revision, which another page wrote, must not take the place of.
    pub fn beside(&self, revision: u64) -> Vec<String> {
        let open = self.edits.iter();
        open.filter(|known| known.is_ours || known.number > revision)
            .map(|known| known.key.clone())
            .collect()
    }
}
