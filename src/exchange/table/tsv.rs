//! Tables as text: cells with tabs between them, one row on a line, as Excel, LibreOffice and Google Sheets put them
//! beside the HTML.
//!
//! A cell that holds a tab, a line break or a quotation mark may stand in quotation marks, with its own doubled.

use super::block::{Block, MAX_COLUMNS, MAX_ROWS};

/// Reads a block of text. Any text is one: a line without a tab is a row of one cell.
///
/// ```
/// # use bieumau::exchange::table::read_tsv;
/// let block = read_tsv("2.1\t41\r\n2.2\t\"hai\nmươi\"\r\n");
/// assert_eq!(block.rows, [["2.1", "41"], ["2.2", "hai\nmươi"]]);
/// ```
pub fn read_tsv(text: &str) -> Block {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cut = false;
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let (cell, after) = match quoted(rest) {
            Some(found) => found,
            None => {
                let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (cell.to_owned(), after)
            }
        };
        if row.len() < MAX_COLUMNS {
            row.push(unguarded(tidy(&cell)));
        } else {
            cut = true;
        }
        rest = if let Some(after) = after.strip_prefix('\t') {
            // A tab at the very end, or before the end of a line, has an empty cell behind it.
            if after.is_empty() {
                row.push(String::new());
            }
            after
        } else {
            rows.push(std::mem::take(&mut row));
            if rows.len() > MAX_ROWS {
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
    block.square();
    block
}

/// A cell in quotation marks at the beginning, and what follows it; none where there is no such cell. A mark that is
/// never closed, or that is followed by more text, is a mark like any other.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else if after.is_empty() || after.starts_with(['\t', '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
    }
}

/// The text of a cell without the spaces around it, its line breaks of one sort, its hard spaces soft.
fn tidy(cell: &str) -> String {
    let mut text = cell.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    text = text.replace('\u{a0}', " ").replace('\0', "");
    text.trim().to_owned()
}

/// Writes a block: tabs between cells, CRLF behind every row, as Excel does. A text that a spreadsheet would compute
/// gets an apostrophe before it, which spreadsheets take as the sign of a text.
pub fn write_tsv(block: &Block) -> String {
    let mut text = String::new();
    for row in &block.rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            let cell = guarded(cell);
            if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Whether a spreadsheet would take a text for a formula: it begins like one, and is no number with its sign.
fn is_formula(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['=', '+', '-', '@']) else {
        return false;
    };
    let is_signed = text.starts_with(['+', '-']);
    let mut rest = rest.chars();
    if is_signed {
        rest.any(|sign| !sign.is_ascii_digit() && !matches!(sign, '.' | ',' | ' ' | '%'))
    } else {
        rest.next().is_some()
    }
}

fn guarded(cell: &str) -> String {
    let mut text = String::new();
    if is_formula(cell.trim_start_matches('\'')) {
        text.push('\'');
    }
    text.push_str(cell);
    text
}

fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest.to_owned(),
        _ => cell,
    }
}
