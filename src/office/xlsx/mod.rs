//! Workbooks of Excel and LibreOffice: a report written as one, and those of any hand read.

mod figure;
mod grid;
mod looks;
mod tall;
mod wash;
mod write;

pub use figure::figure;
pub use grid::{MAX_SHEETS, MAX_TEXT, tables};
pub use write::{bytes, empty_workbook, export};
