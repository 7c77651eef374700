//! Tables that come from elsewhere, and tables that go there: Excel, LibreOffice, Word, web pages.
//!
//! A table is read into a [`Block`] of texts, which knows no form.

mod block;
mod csv;
mod decode;
mod guard;
mod html;
mod lines;
mod marks;
mod sheets;
mod tsv;

pub use block::{Block, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_SIGNS};
pub use csv::{Dialect, read_csv, read_csv_cells, write_csv};
pub use html::{Cells, raised, read_html, write_html};
pub use marks::may_be_either;
pub(super) use sheets::{HEADS, HEADS_VI};
pub use tsv::{read_tsv, write_tsv};

/// The most bytes of HTML or CSV that are read.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads what a clipboard carries of the same thing as HTML and as text; either may be empty. The tables of the HTML,
/// which know their cells; where it has none of more than one cell, the text. Never none.
pub fn read_clipboard(html: &str, text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    if html.len() <= MAX_BYTES {
        blocks = read_html(html);
        blocks.retain(|block| !block.is_single());
    }
    if blocks.is_empty() {
        blocks.push(read_tsv(text));
    }
    blocks
}
