//! What the officer enters: a text, an option, a mark, a note; and that a cell is left.

use super::Desk;
use crate::form::CellId;
use crate::number::Meaning;
use crate::report::{ChangeSet, Entry};

impl Desk {
    /// A text was typed in a cell, or an option chosen.
    pub fn enter(self, cell: CellId, text: &str) {
        self.with_inner(|inner| {
            inner.typing = Some(cell);
            inner.typed = Some(cell);
        });
        self.change(cell, |session| session.enter(cell, text));
    }

    /// What an unreadable text means was answered.
    pub fn settle(self, cell: CellId, meaning: Meaning) {
        self.with_inner(|inner| inner.typing = None);
        self.change(cell, |session| session.settle(cell, meaning));
        self.focus(cell);
    }

    /// Marks a cell as not applicable, or takes the mark away.
    pub fn toggle_not_applicable(self, cell: CellId) {
        self.with_inner(|inner| inner.typing = None);
        self.change(cell, |session| {
            let applies_not = *session.entry(cell) != Entry::NotApplicable;
            session.set_not_applicable(cell, applies_not)
        });
    }

    /// A note was typed.
    pub fn write_note(self, cell: CellId, note: &str) {
        self.change(cell, |session| session.set_note(cell, note));
    }

    /// The officer leaves a cell: now it shows what was read, and what is wrong with it.
    pub fn leave(self, cell: CellId) {
        self.with_inner(|inner| {
            if inner.typing == Some(cell) {
                inner.typing = None;
            }
        });
        let unreadable = self
            .session(|session| matches!(session.entry(cell), Entry::Unreadable(_)))
            .unwrap_or(false);
        self.rest();
        self.show(&ChangeSet {
            cells: vec![cell],
            findings: unreadable,
            state: false,
            ..ChangeSet::default()
        });
    }
}
