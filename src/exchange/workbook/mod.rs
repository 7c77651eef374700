//! A report as a workbook, as plain data: what stands in which cell, what may be typed where, and what is computed.
//!
//! Each sheet of the form is a worksheet laid out as its printed table ([`super::paper`]). Computed rows are formulas of
//! the spreadsheet, so whoever changes a figure there sees the ratio follow. The document of the report travels along
//! out of sight, so that the workbook comes back as the same report ([`back`]). Sentences are Vietnamese, because the
//! paper is.

pub mod back;
mod cover;
mod empty;
mod formula;
pub mod kept;
mod moment;
mod places;
mod sheets;
pub mod shown;

pub use cover::{Cover, CoverLine, Key, TAB};
pub use empty::empty_workbook;
pub use places::{HEAD_ROWS, Places};
pub use shown::Shown;

use super::paper::Column;
use crate::report::Session;

/// A workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// What it is, in one line.
    pub title: String,
    /// Whose it is; may be empty.
    pub agency: String,
    /// The moment that it bears, UTC: `2026-03-10T02:11:09Z`; empty for none.
    pub modified: String,
    /// The first worksheet.
    pub cover: Cover,
    /// A worksheet for each sheet of the form, in its order.
    pub sheets: Vec<Worksheet>,
    /// The lists from which choices are made; cells name them by their place.
    pub lists: Vec<Vec<String>>,
    /// What lies out of sight, one text a cell ([`kept`]).
    pub kept: Vec<String>,
}

/// The worksheet of a sheet of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The id of the sheet.
    pub id: String,
    /// The name on its tab: no longer than 31 signs, and no other bears it.
    pub tab: String,
    /// Whether it is a helper sheet, which is not printed.
    pub is_helper: bool,
    /// The lines above the table.
    pub head: Vec<HeadLine>,
    /// The columns of the table: TT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.
    pub columns: Vec<Column>,
    /// The lines of the table.
    pub lines: Vec<SheetLine>,
}

/// A line above a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadLine {
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// How a line above a table looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Bold, in the middle.
    #[default]
    Title,
    /// Slanted, in the middle.
    Attached,
    /// Bold, on the left: the name of the table.
    Caption,
}

/// A line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetLine {
    /// The id of the row.
    pub row: String,
    /// The printed code.
    pub code: String,
    /// The label.
    pub label: String,
    /// The measure, or the options of a choice.
    pub measure: String,
    /// What stands in the column of figures.
    pub figure: FigureCell,
    /// The note.
    pub note: String,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// How deep its label stands.
    pub depth: u8,
}

/// A cell of the column of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureCell {
    /// What it shows; of a formula, what the page computes.
    pub shown: Shown,
    /// Its formula, without the sign of equality; none for a cell that is typed.
    pub formula: Option<String>,
    /// What may be typed into it.
    pub takes: Takes,
}

/// What a cell takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// Nothing: it is locked.
    #[default]
    Nothing,
    /// A number, or words in its place.
    Number {
        /// Whether it counts things, so that a fraction is a mistake.
        is_count: bool,
    },
    /// One of the texts of the list at this place of [`Workbook::lists`].
    Choice(usize),
    /// Words.
    Words,
}

/// The column in which the codes of a table stand, from 0.
pub const CODE: u16 = 0;
/// The column of figures.
pub const FIGURE: u16 = 3;
/// The column of notes.
pub const NOTE: u16 = 4;
/// The hidden column of row ids.
pub const ID: u16 = 5;
/// What begins the hidden text beside the names of the columns; the id of the sheet follows.
pub const SHEET_MARK: &str = "bieumau:";

/// The workbook of a report. `document` is its exported document, `digest` the digest that it bears.
pub fn workbook(session: &Session, document: &str, digest: &str) -> Workbook {
    let form = &session.form().form;
    let places = Places::of_report(session, "");
    let mut workbook = Workbook {
        title: form.title.vi.clone(),
        agency: session.report().agency.name.clone(),
        modified: session.report().modified.clone(),
        cover: cover::of_report(session, digest),
        kept: kept::of(form, document),
        ..Workbook::default()
    };
    workbook.sheets = sheets::sheets(form, Some(session), &places, &mut workbook.lists);
    workbook
}

/// Only the worksheets of a report, each tab beginning with `prefix`: many reports then fit one workbook, which is how
/// other spreadsheet programs are held against the page (tests).
pub fn worksheets(session: &Session, prefix: &str, lists: &mut Vec<Vec<String>>) -> Vec<Worksheet> {
    let places = Places::of_report(session, prefix);
    sheets::sheets(&session.form().form, Some(session), &places, lists)
}
