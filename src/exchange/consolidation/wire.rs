//! Tables as one text, which is how they reach the second program.
//!
//! Between cells, lines and tables stand the separators of ASCII, which no cell can hold: texts of cells have no control
//! characters but breaks of lines. A number begins with `#`, a text with `'`.

use super::Table;
use crate::exchange::workbook::Shown;
use crate::number::Decimal;

const CELL: char = '\u{1f}';
const LINE: char = '\u{1e}';
const TABLE: char = '\u{1d}';

/// Tables that become one workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    /// What it is, in one line.
    pub title: String,
    /// Whose it is.
    pub agency: String,
    /// The moment that it bears, UTC: `2026-03-10T02:11:09Z`.
    pub modified: String,
    /// The tables, a worksheet each.
    pub tables: Vec<Table>,
}

/// The text of a book.
pub fn pack(book: &Book) -> String {
    let mut text = String::new();
    put_line(&mut text, [&book.title, &book.agency, &book.modified]);
    for table in &book.tables {
        text.push(TABLE);
        put_line(&mut text, [&table.tab, &table.title]);
        text.push(LINE);
        put_line(&mut text, &table.heads);
        for line in &table.lines {
            text.push(LINE);
            for (place, cell) in line.iter().enumerate() {
                if place > 0 {
                    text.push(CELL);
                }
                match cell {
                    Shown::Blank => {}
                    Shown::Number(number) => {
                        text.push('#');
                        text.push_str(&number.canonical());
                    }
                    Shown::Text(words) => {
                        text.push('\'');
                        put(&mut text, words);
                    }
                }
            }
        }
    }
    text
}

/// The book of a text. What is no cell is a blank: nobody but the page writes such texts.
pub fn unpack(text: &str) -> Book {
    let mut parts = text.split(TABLE);
    let head = parts.next().map(cells).unwrap_or_default();
    let word = |place: usize| head.get(place).cloned().unwrap_or_default();
    Book {
        title: word(0),
        agency: word(1),
        modified: word(2),
        tables: parts.map(table).collect(),
    }
}

fn table(text: &str) -> Table {
    let mut lines = text.split(LINE);
    let names = lines.next().map(cells).unwrap_or_default();
    let word = |place: usize| names.get(place).cloned().unwrap_or_default();
    Table {
        tab: word(0),
        title: word(1),
        heads: lines.next().map(cells).unwrap_or_default(),
        lines: lines
            .map(|line| line.split(CELL).map(cell).collect())
            .collect(),
    }
}

fn cell(text: &str) -> Shown {
    if let Some(number) = text.strip_prefix('#') {
        return Decimal::parse_canonical(number).map_or(Shown::Blank, Shown::number);
    }
    text.strip_prefix('\'').map_or(Shown::Blank, Shown::text)
}

fn cells(line: &str) -> Vec<String> {
    line.split(CELL).map(str::to_owned).collect()
}

fn put_line<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a String>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(CELL);
        }
        put(text, cell);
    }
}

fn put(text: &mut String, words: &str) {
    text.extend(
        words
            .chars()
            .filter(|sign| ![CELL, LINE, TABLE].contains(sign)),
    );
}
