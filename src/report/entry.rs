//! What stands in a row: five things that never mix.

use crate::number::Decimal;

/// What is entered in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    #[default]
    Blank,
    /// A number, zero included.
    Number(Decimal),
    /// The code of one of the row's options.
    Choice(String),
    /// Words, in a row that asks for them.
    Text(String),
    /// There is nothing to count here (không phát sinh).
    NotApplicable,
    /// What was typed but cannot be read, kept as it is.
    Unreadable(String),
}

/// An entry with its note. Both empty is the same as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The entry.
    pub entry: Entry,
    /// The officer's note (ghi chú); may be empty.
    pub note: String,
}

impl Filled {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.entry == Entry::Blank && self.note.is_empty()
    }
}
