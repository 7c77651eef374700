//! Texts with one row on a line → rows of cells: what text from a clipboard and a CSV file have in common.
//!
//! A cell that holds the separator, a line break or a quotation mark stands in quotation marks, with its own doubled.

use super::block::{Block, MAX_COLUMNS};
use super::guard::unguarded;

/// Reads rows whose cells are separated by a sign. Any text is some. A cell in quotation marks is kept to the letter
/// where `is_exact` says so, but for its line breaks, which become one sort; others lose the spaces around them. What
/// stands beyond the most rows is left out, and that is told.
pub(super) fn read_lines(text: &str, separator: char, is_exact: bool, most_rows: usize) -> Block {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cut = false;
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let (cell, after) = match quoted(rest, separator) {
            Some((cell, after)) if is_exact => (one_sort(&cell), after),
            Some((cell, after)) => (tidy(&cell), after),
            None => {
                let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (tidy(cell), after)
            }
        };
        if row.len() < MAX_COLUMNS {
            row.push(unguarded(cell));
        } else {
            cut = true;
        }
        rest = if let Some(after) = after.strip_prefix(separator) {
            // A separator at the very end has an empty cell behind it.
            if after.is_empty() {
                row.push(String::new());
            }
            after
        } else {
            rows.push(std::mem::take(&mut row));
            if rows.len() > most_rows {
                cut |= !after.trim().is_empty();
                break;
            }
            let after = after.strip_prefix('\r').unwrap_or(after);
            after.strip_prefix('\n').unwrap_or(after)
        };
    }
    if !row.is_empty() {
        rows.push(row);
    }
    let mut block = Block {
        rows,
        cut,
        ..Block::default()
    };
    block.square(most_rows);
    block
}

/// A cell in quotation marks at the beginning, and what follows it; none where there is no such cell. A mark that is
/// never closed, or that is followed by more text, is a mark like any other.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else if after.is_empty() || after.starts_with([separator, '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
    }
}

/// The text of a cell without the spaces around it, its line breaks of one sort, its hard spaces soft.
pub(super) fn tidy(cell: &str) -> String {
    let text = one_sort(cell)
        .replace('\u{2028}', "\n")
        .replace('\u{a0}', " ");
    text.trim().to_owned()
}

/// A text with line breaks of one sort, and without the sign that no file of Office can hold.
fn one_sort(cell: &str) -> String {
    cell.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "")
}
