//! Workbooks of Excel, LibreOffice and others.

mod figure;
mod grid;
mod wash;

pub use figure::figure;
pub use grid::{MAX_SHEETS, MAX_TEXT, tables};
