//! Coming to a cell: what stands there then is what Esc gives back.

use super::Desk;
use crate::form::CellId;
use crate::report::Entry;

/// A column of the sheet in which something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The figure of a row.
    Figure,
    /// The note beside it.
    Note,
}

/// What stood in a cell when the officer came to it.
pub(super) struct Came {
    cell: CellId,
    column: Column,
    entry: Entry,
    note: String,
}

impl Desk {
    /// The officer comes to a cell.
    pub fn come_to(self, cell: CellId, column: Column) {
        self.with_inner(|inner| {
            inner.typing = Some(cell).filter(|_| column == Column::Figure);
            let is_there = inner
                .came
                .as_ref()
                .is_some_and(|came| came.cell == cell && came.column == column);
            if !is_there {
                let session = inner.session.borrow();
                inner.came = Some(Came {
                    cell,
                    column,
                    entry: session.entry(cell).clone(),
                    note: session.note(cell).to_owned(),
                });
            }
        });
    }

    /// Takes back what was typed in a cell since the officer came to it.
    pub fn take_back(self, cell: CellId) {
        let mut came = None;
        self.with_inner(|inner| {
            came = inner
                .came
                .as_ref()
                .filter(|came| came.cell == cell)
                .map(|came| (came.column, came.entry.clone(), came.note.clone()));
            inner.typing = None;
            inner.typed = Some(cell);
        });
        match came {
            Some((Column::Figure, entry, _)) => {
                self.change(cell, move |session| session.replace(cell, entry));
            }
            Some((Column::Note, _, note)) => {
                self.change(cell, move |session| session.set_note(cell, &note));
            }
            None => {}
        }
    }

    /// Back to the cell where the officer was last; says whether there is one.
    pub fn go_back(self) -> bool {
        let mut came = None;
        self.with_inner(|inner| came = inner.came.as_ref().map(|came| came.cell));
        if let Some(cell) = came {
            self.go_to(cell);
        }
        came.is_some()
    }
}
