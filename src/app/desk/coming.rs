//! Coming to a cell, and leaving it as it was.

use super::Desk;
use crate::form::CellId;
use crate::report::{ChangeSet, Part, Session};

/// A column of the sheet in which something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The figure of a row.
    Figure,
    /// The note beside it.
    Note,
}

impl Desk {
    /// The officer comes to a cell.
    pub fn come_to(self, cell: CellId, column: Column) {
        self.with_inner(|inner| {
            inner.typing = Some(cell).filter(|_| column == Column::Figure);
            inner.came = Some(cell);
            // What was done to the cell before stays, whatever Esc takes back.
            inner.session.borrow_mut().rest();
        });
    }

    /// Takes back what was done in a cell since the officer came to it: it is as it was, and nothing tells of it.
    pub fn take_back(self, cell: CellId) {
        let row = self.form(|form| form.form.row(cell).map(|row| row.id.clone()));
        let Some(part) = row.map(Part::Row) else {
            return;
        };
        self.with_inner(|inner| {
            inner.typing = None;
            inner.typed = Some(cell);
        });
        self.change(cell, move |session| session.take_back(&part));
    }

    /// The figure where the officer stands, or stood last.
    pub fn stood_in(self) -> Option<(CellId, Column)> {
        self.came().map(|cell| (cell, Column::Figure))
    }

    /// Changes several rows at once. The field that has the focus is among those that show what stands there now.
    pub fn put_rows(self, act: impl FnOnce(&mut Session) -> ChangeSet) {
        let mut cell = None;
        self.with_inner(|inner| {
            inner.typed = inner.typing.take();
            cell = inner.typed;
        });
        self.alter(cell, Box::new(act));
    }

    /// Back to the cell where the officer was last; says whether there is one.
    pub fn go_back(self) -> bool {
        let came = self.came();
        if let Some(cell) = came {
            self.go_to(cell);
        }
        came.is_some()
    }

    /// The cell where the officer was last.
    pub fn came(self) -> Option<CellId> {
        let mut came = None;
        self.with_inner(|inner| came = inner.came);
        came
    }
}
