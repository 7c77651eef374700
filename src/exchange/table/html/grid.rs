//! Rows and cells → a rectangle, whatever they span.

use crate::exchange::table::block::{Block, MAX_COLUMNS, MAX_ROWS, MAX_SIGNS};

/// How many columns and rows a cell takes, 1 at least.
pub(super) struct Span {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

/// Text as it is shown: runs of spaces are one, lines break where they are told to, and only between words.
#[derive(Default)]
pub(super) struct Words {
    pub(super) text: String,
    gap: Option<char>,
    signs: usize,
    is_cut: bool,
}

impl Words {
    pub(super) fn push(&mut self, text: &str) {
        for sign in text.chars() {
            // A hard space is a space to a reader. The thin ones that group digits are left to the reading of numbers.
            if matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}') {
                self.gap = self.gap.or(Some(' '));
                continue;
            }
            if sign == '\0' || sign == '\u{ad}' {
                continue;
            }
            let gap = self.gap.take().filter(|_| !self.text.is_empty());
            for sign in gap.into_iter().chain([sign]) {
                if self.signs < MAX_SIGNS {
                    self.signs += 1;
                    self.text.push(sign);
                } else {
                    self.is_cut = true;
                }
            }
        }
    }

    pub(super) fn break_line(&mut self) {
        self.gap = Some('\n');
    }
}

struct Cell {
    words: Words,
    span: Span,
}

/// A table while it is read.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<String>>,
    /// The cells of the row that is open.
    row: Option<Vec<Cell>>,
    is_row_hidden: bool,
    /// Whether the last cell of the row is still open.
    is_cell_open: bool,
    /// By column: how many rows below are still covered by a cell above.
    covered: Vec<usize>,
    /// By column: whether it is hidden.
    unseen: Vec<bool>,
    hidden: usize,
    cut: bool,
    /// What stands in no cell, and in the cells that are hidden.
    loose: Words,
}

impl Grid {
    /// A column, or several alike, of which the table says beforehand whether they are shown.
    pub(super) fn column(&mut self, count: usize, is_hidden: bool) {
        for _ in 0..count.min(MAX_COLUMNS) {
            if self.unseen.len() < MAX_COLUMNS {
                self.unseen.push(is_hidden);
            }
        }
    }

    pub(super) fn begin_row(&mut self, is_hidden: bool) {
        self.end_row();
        self.row = Some(Vec::new());
        self.is_row_hidden = is_hidden;
    }

    pub(super) fn begin_cell(&mut self, span: Span, is_hidden: bool) {
        self.end_cell();
        if self.row.is_none() {
            self.begin_row(false);
        }
        let Some(row) = self.row.as_mut().filter(|_| !is_hidden) else {
            return;
        };
        if row.len() >= MAX_COLUMNS {
            self.cut = true;
            return;
        }
        row.push(Cell {
            words: Words::default(),
            span,
        });
        self.is_cell_open = true;
    }

    pub(super) fn end_cell(&mut self) {
        self.is_cell_open = false;
    }

    /// The text of the cell that is open.
    pub(super) fn words(&mut self) -> &mut Words {
        let row = self.row.as_mut().filter(|_| self.is_cell_open);
        match row.and_then(|row| row.last_mut()) {
            Some(cell) => &mut cell.words,
            None => {
                self.loose = Words::default();
                &mut self.loose
            }
        }
    }

    /// Puts the cells of the row in their columns. Columns that a cell from above covers are passed over.
    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take() else { return };
        if self.rows.len() > MAX_ROWS {
            self.cut = true;
            return;
        }
        let mut row: Vec<String> = Vec::new();
        let mut cells = cells.into_iter().peekable();
        while row.len() < MAX_COLUMNS && (cells.peek().is_some() || row.len() < self.covered.len())
        {
            if self.covered.len() == row.len() {
                self.covered.push(0);
            }
            let is_covered = self.covered.get_mut(row.len()).is_some_and(|left| {
                let is_covered = *left > 0;
                *left = left.saturating_sub(1);
                is_covered
            });
            let Some(cell) = (if is_covered { None } else { cells.next() }) else {
                row.push(String::new());
                continue;
            };
            self.cut |= cell.words.is_cut;
            let below = cell.span.rows.min(MAX_ROWS) - 1;
            let mut text = Some(cell.words.text);
            for number in 0..cell.span.columns.min(MAX_COLUMNS - row.len()) {
                match self.covered.get_mut(row.len()) {
                    Some(left) if number == 0 || *left == 0 => *left = below,
                    // Another cell reaches into this one: the table overlaps itself.
                    Some(left) => *left -= 1,
                    None => self.covered.push(below),
                }
                row.push(text.take().unwrap_or_default());
            }
        }
        self.cut |= cells.peek().is_some();
        if row.is_empty() {
            return;
        }
        if std::mem::take(&mut self.is_row_hidden) {
            self.hidden += usize::from(row.iter().any(|text| !text.is_empty()));
            return;
        }
        self.rows.push(row);
    }

    /// The table as a block, without the columns that are hidden.
    pub(super) fn block(mut self) -> Block {
        self.end_row();
        for row in &mut self.rows {
            let mut column = 0;
            row.retain(|_| {
                let is_unseen = self.unseen.get(column).copied().unwrap_or(false);
                column += 1;
                !is_unseen
            });
        }
        let mut block = Block {
            before: String::new(),
            rows: self.rows,
            cut: self.cut,
            hidden: self.hidden,
            points: false,
        };
        block.square(MAX_ROWS);
        block
    }
}
