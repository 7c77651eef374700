//! Workbooks of Excel and LibreOffice: a report written as one, and those of any hand read.

mod book;
mod cells;
mod figure;
mod format;
mod grid;
mod looks;
mod own;
mod places;
mod tall;
mod wash;
mod write;

pub use book::book;
pub use figure::figure;
pub use grid::{MAX_TEXT, tables};
pub use own::{Ours, ours, own};
pub use write::{bytes, empty_workbook, export};
