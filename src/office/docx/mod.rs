//! Documents of Word, LibreOffice and others: what is read of theirs, and the report written as one.

mod letter;
mod pack;
mod read;
mod rows;
mod tables;
mod text;
mod write;

pub use read::{Document, MAX_TEXT, read};
pub use write::write;

use docx_rs::{Paragraph, Table};

/// What stands on a page.
enum Piece {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

impl Piece {
    fn of(paragraph: Paragraph) -> Piece {
        Piece::Paragraph(Box::new(paragraph))
    }

    fn table(table: Table) -> Piece {
        Piece::Table(Box::new(table))
    }
}
