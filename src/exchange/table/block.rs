//! A rectangle of texts: what a pasted table is, whoever wrote it.

/// The most worksheets that are read of one workbook: one for each commune, and more.
pub const MAX_SHEETS: usize = 200;
/// The most rows that are read of one table; a form has a few hundred.
pub const MAX_ROWS: usize = 2_000;
/// The most columns that are read of one table.
pub const MAX_COLUMNS: usize = 60;
/// The most signs that are read of one cell.
pub const MAX_SIGNS: usize = 4_000;

/// A table of texts, every row as long as the others. It knows no form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The last words that stood before the table, such as `Biểu mẫu 3 Cải cách tổ chức bộ máy`; may be empty.
    pub before: String,
    /// The cells, row by row. What a merged cell covers is empty but for its first place.
    pub rows: Vec<Vec<String>>,
    /// Whether something was left out, because the table or one of its cells is too large.
    pub cut: bool,
    /// How many rows were left out because they are hidden where they come from.
    pub hidden: usize,
    /// Whether some of its figures had decimal points, so that [`may_be_either`](super::may_be_either) may be one too.
    pub points: bool,
}

impl Block {
    /// A block of these rows. Short rows are filled up; rows and columns without any text are left out, but for empty
    /// rows above the last one that is not: in a column they hold places.
    pub fn of(rows: Vec<Vec<String>>) -> Block {
        let mut block = Block {
            rows,
            ..Block::default()
        };
        block.square(MAX_ROWS);
        block
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The text of a cell; empty where there is none.
    pub fn text(&self, row: usize, column: usize) -> &str {
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column))
            .map_or("", String::as_str)
    }

    /// Whether there is one cell at most.
    pub fn is_single(&self) -> bool {
        self.rows.len() <= 1 && self.width() <= 1
    }

    /// Makes every row as long as the longest, and leaves out what is empty, and what goes beyond so many rows.
    pub(super) fn square(&mut self, most_rows: usize) {
        let is_empty = |row: &Vec<String>| row.iter().all(String::is_empty);
        while self.rows.last().is_some_and(is_empty) {
            self.rows.pop();
        }
        if self.rows.len() > most_rows {
            self.rows.truncate(most_rows);
            self.cut = true;
        }
        let mut used: Vec<bool> = Vec::new();
        for row in &mut self.rows {
            self.cut |= row.len() > MAX_COLUMNS;
            row.truncate(MAX_COLUMNS);
            for (column, text) in row.iter_mut().enumerate() {
                if used.len() <= column {
                    used.push(false);
                }
                if let Some(used) = used.get_mut(column) {
                    *used |= !text.is_empty();
                }
                if let Some((end, _)) = text.char_indices().nth(MAX_SIGNS) {
                    text.truncate(end);
                    self.cut = true;
                }
            }
        }
        for row in &mut self.rows {
            let mut cells = std::mem::take(row).into_iter();
            for used in &used {
                let text = cells.next().unwrap_or_default();
                if *used {
                    row.push(text);
                }
            }
        }
    }
}
