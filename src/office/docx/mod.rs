//! Documents of Word, LibreOffice and others.

mod read;
mod rows;

pub use read::{Document, MAX_TEXT, read};
