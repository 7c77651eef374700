//! The edits of the last two commits and since, small enough to be written at every key.
//!
//! The latest edit of a key takes the place of the one before. Edits are numbered. A commit leaves its own edits here
//! until the next one is complete: should the newest of the two copies on the shelf turn out to be damaged, the one
//! before it and these edits are the same again. The journal also remembers the last commit: when the shelf comes
//! back without it, that is an alarm and not a blank form.

use super::Spoilt;
use crate::format::journal;

/// One edit. The caller chooses the keys (a row id, or a prefix for other things) and makes the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEdit {
    /// What was edited.
    pub key: String,
    /// What stands there now, as text; opaque to the store.
    pub value: String,
}

impl JournalEdit {
    /// An edit of a key.
    pub fn new(key: impl Into<String>, value: impl Into<String>) -> JournalEdit {
        JournalEdit {
            key: key.into(),
            value: value.into(),
        }
    }
}

/// Whether the journal took an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noting {
    /// It is in the journal.
    Kept,
    /// It would not fit into [`Journal::BOUND`]: commit at once.
    Full,
}

/// The edits that no complete commit contains yet, and those of the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    base: u64,
    /// Every edit above this number is here, or was replaced by a later one of its key.
    floor: u64,
    /// In the order in which they were noted.
    edits: Vec<(u64, JournalEdit)>,
}

impl Journal {
    /// How much the keys and values of a journal may hold together, in bytes. It is written anew at every key, and
    /// browsers put off writing localStorage to the disk the longer the more is written there.
    pub const BOUND: usize = 64 * 1024;

    /// The revision of the last commit that was complete; 0 when there was none.
    pub fn base(&self) -> u64 {
        self.base
    }

    /// The number of the newest edit, or of the last commit when there is none.
    pub fn newest(&self) -> u64 {
        self.edits
            .iter()
            .fold(self.base, |newest, (number, _)| newest.max(*number))
    }

    /// Whether there is neither an edit nor a commit to remember.
    pub fn is_blank(&self) -> bool {
        self.base == 0 && self.edits.is_empty()
    }

    /// The number up to which edits are no longer here: a record of a lower revision lacks something for good.
    pub fn floor(&self) -> u64 {
        self.floor
    }

    /// Notes an edit under its number. When it does not fit, those that were committed give way; when it still does
    /// not, the journal stays without it.
    pub fn note(&mut self, number: u64, edit: JournalEdit) -> Noting {
        if self.size_without(&edit.key) + size_of(&edit) > Journal::BOUND {
            self.drop_up_to(self.base);
        }
        if self.size_without(&edit.key) + size_of(&edit) > Journal::BOUND {
            self.floor = self.floor.max(number);
            return Noting::Full;
        }
        self.edits.retain(|(_, known)| known.key != edit.key);
        self.edits.push((number, edit));
        Noting::Kept
    }

    fn size_without(&self, key: &str) -> usize {
        let others = self.edits.iter().filter(|(_, known)| known.key != key);
        others.map(|(_, known)| size_of(known)).sum()
    }

    fn drop_up_to(&mut self, number: u64) {
        self.edits.retain(|(known, _)| *known > number);
        self.floor = self.floor.max(number);
    }

    /// A commit of our own edits is complete: drops those that the commit before it contains too.
    pub fn committed(&mut self, revision: u64) {
        if revision > self.base {
            self.drop_up_to(self.base);
            self.base = revision;
        }
    }

    /// A record is there that holds more than our own edits: whatever it contains is not asked for here again.
    pub fn rebased(&mut self, revision: u64) {
        if revision > self.base {
            self.drop_up_to(revision);
            self.base = revision;
        }
    }

    /// Another page has written this journal in our place: takes it over as it is. Gives the edits that are news to us,
    /// oldest first; none where some of them are no longer in it, so that only the record tells.
    pub fn mirror(&mut self, other: Journal) -> Option<Vec<JournalEdit>> {
        // What did not fit into our own journal either, only a record has shown us since.
        let known = self.newest();
        let is_whole = other.floor <= known && other.reach() >= known;
        let news = other.since(known);
        *self = other;
        is_whole.then_some(news)
    }

    /// The number of the newest edit that was ever noted here.
    fn reach(&self) -> u64 {
        self.newest().max(self.floor)
    }

    /// The edits that a record of this revision does not contain, oldest first.
    pub fn since(&self, revision: u64) -> Vec<JournalEdit> {
        self.numbered_since(revision)
            .map(|(_, edit)| edit.clone())
            .collect()
    }

    /// The same, with their numbers.
    pub fn numbered_since(&self, revision: u64) -> impl Iterator<Item = (u64, &JournalEdit)> {
        let edits = self.edits.iter().map(|(number, edit)| (*number, edit));
        edits.filter(move |(number, _)| *number > revision)
    }

    /// The journal as text.
    pub fn write(&self) -> String {
        let edits = self.edits.iter().cloned();
        journal::write(
            self.base,
            self.floor,
            edits.map(|(number, edit)| (number, edit.key, edit.value)),
        )
    }

    /// Reads a journal that was written before.
    ///
    /// # Errors
    /// [`Spoilt`], when the text is no journal, or a newer page wrote it.
    pub fn read(text: &str) -> Result<Journal, Spoilt> {
        let text = journal::read(text)?;
        let edits = text.edits.into_iter();
        Ok(Journal {
            base: text.base,
            floor: text.floor,
            edits: edits
                .map(|(number, key, value)| (number, JournalEdit { key, value }))
                .collect(),
        })
    }
}

fn size_of(edit: &JournalEdit) -> usize {
    edit.key.len() + edit.value.len()
}
