//! What stands in a row: five things that never mix.

use crate::number::{Decimal, write};

/// How the log writes a row that is left blank on purpose.
pub(super) const LEFT_BLANK: &str = "Để trống có xác nhận";
/// How the log writes a row in which there is nothing to count.
const NOT_APPLICABLE: &str = "Không phát sinh";

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

/// An entry with its note, and what the officer has said of it. All empty is the same as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The entry.
    pub entry: Entry,
    /// The officer's note (ghi chú); may be empty.
    pub note: String,
    /// Whether the officer has said that the row is left blank on purpose (để trống có xác nhận). Only a blank
    /// entry can be confirmed; a blank one that is not confirmed is a row still to be looked at.
    pub confirmed_blank: bool,
    /// The id of the period from whose report the entry was copied (từ kỳ trước), such as `2025`, until the officer
    /// confirms it or types over it. Only a number, a choice, a text or not applicable can be copied.
    pub carried: Option<String>,
}

impl Filled {
    /// An entry that was typed, without a note.
    pub fn of(entry: Entry) -> Filled {
        Filled {
            entry,
            ..Filled::default()
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.entry == Entry::Blank && self.note.is_empty() && !self.confirmed_blank
    }

    /// The entry as people write it, for the log; empty where there is nothing. Vietnamese, because the paper is.
    pub fn written(&self) -> String {
        let mut text = match &self.entry {
            Entry::Blank if self.confirmed_blank => LEFT_BLANK.to_owned(),
            Entry::Blank => String::new(),
            Entry::Number(number) => write(*number),
            Entry::Choice(text) | Entry::Text(text) | Entry::Unreadable(text) => text.clone(),
            Entry::NotApplicable => NOT_APPLICABLE.to_owned(),
        };
        if let Some(period) = &self.carried {
            text.push_str(" (từ kỳ ");
            text.push_str(period);
            text.push(')');
        }
        text
    }

    /// Puts another entry in its place. What was said of the old one does not hold for the new one.
    pub fn put(&mut self, entry: Entry) {
        self.entry = entry;
        self.confirmed_blank = false;
        self.carried = None;
    }
}
