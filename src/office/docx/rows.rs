//! The rows and cells of a table of Word → a block.

use crate::exchange::table::{Block, MAX_COLUMNS, MAX_ROWS, MAX_SIGNS};

/// A table while it is read.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    /// The text of the cell that is open.
    pub(super) cell: String,
    /// How many columns the cell takes.
    pub(super) span: usize,
    /// Whether the cell goes on with the one above, which has said everything.
    pub(super) is_continued: bool,
    /// Whether the row is hidden, or was deleted while changes were tracked.
    pub(super) is_hidden: bool,
    pub(super) is_deleted: bool,
    hidden: usize,
    is_cut: bool,
}

impl Rows {
    pub(super) fn begin_row(&mut self) {
        self.row.clear();
        self.is_hidden = false;
        self.is_deleted = false;
    }

    /// Columns that the row leaves free before its first cell.
    pub(super) fn indent(&mut self, columns: usize) {
        for _ in 0..columns.min(MAX_COLUMNS) {
            self.push(String::new());
        }
    }

    pub(super) fn begin_cell(&mut self) {
        self.cell.clear();
        self.span = 1;
        self.is_continued = false;
    }

    pub(super) fn end_cell(&mut self) {
        let mut text = std::mem::take(&mut self.cell);
        if self.is_continued {
            text.clear();
        }
        self.push(text.trim().to_owned());
        for _ in 1..self.span.min(MAX_COLUMNS) {
            self.push(String::new());
        }
    }

    fn push(&mut self, text: String) {
        if self.row.len() < MAX_COLUMNS {
            self.row.push(text);
        } else {
            self.is_cut = true;
        }
    }

    pub(super) fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let is_said = row.iter().any(|text| !text.is_empty());
        if self.is_deleted {
            return;
        }
        if self.is_hidden {
            self.hidden += usize::from(is_said);
        } else if self.rows.len() <= MAX_ROWS {
            self.rows.push(row);
        } else {
            self.is_cut = true;
        }
    }

    /// Adds to the text of the cell that is open; what is too much of it is left out.
    pub(super) fn say(&mut self, text: &str) {
        if self.cell.len() < 4 * MAX_SIGNS {
            self.cell.push_str(text);
        } else {
            self.is_cut = true;
        }
    }

    pub(super) fn block(self, before: String) -> Block {
        let mut block = Block::of(self.rows);
        block.before = before;
        block.cut |= self.is_cut;
        block.hidden = self.hidden;
        block
    }
}
