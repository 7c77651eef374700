//! Tables as text: cells with tabs between them, one row on a line, as Excel, LibreOffice and Google Sheets put them
//! beside the HTML.

use super::block::{Block, MAX_ROWS};
use super::guard::is_guarded;
use super::lines::read_lines;

/// Reads a block of text. Any text is one: a line without a tab is a row of one cell.
///
/// ```
/// # use bieumau::exchange::table::read_tsv;
/// let block = read_tsv("2.1\t41\r\n2.2\t\"hai\nmươi\"\r\n");
/// assert_eq!(block.rows, [["2.1", "41"], ["2.2", "hai\nmươi"]]);
/// ```
pub fn read_tsv(text: &str) -> Block {
    read_lines(text, '\t', false, MAX_ROWS)
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
            let needs_quotes = cell.contains(['\t', '\n', '\r']) || cell.starts_with('"');
            if needs_quotes {
                text.push('"');
            }
            if is_guarded(cell) {
                text.push('\'');
            }
            if needs_quotes {
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}
