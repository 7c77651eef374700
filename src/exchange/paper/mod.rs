//! What a printed form shows, as plain data: appendices, their heads, tables of texts.
//!
//! Paper, Word and the screen that prints read the same [`Paper`], so no figure is formatted twice. The layout is
//! that of Nghị định 30/2020/NĐ-CP, Phụ lục I (how documents are laid out) and Phụ lục III (how an appendix is headed):
//! "Phụ lục I", its title in capitals, the line that attaches it to a report with number and date left blank for the
//! clerk. Each appendix is numbered by itself; where its pages end is found in [`pages`].

mod explained;
mod head;
mod pages;
mod tables;

pub(super) use head::{symbol_of, year_of};
pub use pages::{Placed, TableSize, pages};
pub(in crate::exchange) use tables::{Figure, figure, of_sheet, without};

use crate::form::Form;
use crate::report::Session;
use crate::words::Language;

/// The width between the margins of an upright A4 page, in millimetres: 210 less 30 on the left and 15 on the right
/// (Nghị định 30/2020/NĐ-CP: 30 to 35 and 15 to 20).
pub const WIDTH: u32 = 165;

/// A printed form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its appendices, in printed order.
    pub appendices: Vec<Appendix>,
}

/// One appendix: it begins a page, and its pages are numbered from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appendix {
    /// `Phụ lục I`; empty for a form set without appendices.
    pub name: String,
    /// What it is, in capitals.
    pub title: String,
    /// Of which period and whose, in capitals.
    pub whose: String,
    /// The line that attaches it to a report; number and date are blank.
    pub attached: String,
    /// The days that the figures cover, and what must be known of the report as it stands.
    pub facts: Vec<String>,
    /// Its tables.
    pub tables: Vec<Table>,
}

/// A printed table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// `Biểu mẫu 1`; may be empty.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its lines, each with a cell for each column.
    pub lines: Vec<Line>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands above it and its neighbours of the same group; empty where nothing does.
    pub group: String,
    /// Its name.
    pub name: String,
    /// Its width in millimetres; those of a table add up to [`WIDTH`].
    pub width: u32,
    /// Where its texts stand.
    pub side: Side,
}

/// Where a text stands in its cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Left.
    #[default]
    Left,
    /// In the middle.
    Middle,
    /// Right, as figures do.
    Right,
}

/// A line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The texts of its cells.
    pub cells: Vec<String>,
    /// Whether it is a heading: bold, and never the last line of a page.
    pub is_heading: bool,
    /// How deep its label stands: 0 for a row that belongs to no other.
    pub depth: u8,
}

/// The printed form of an open report. `moment` writes a moment in UTC, `2026-03-10T03:40:00Z`, as people of the place
/// do: the core knows no time zone.
pub fn paper(session: &Session, language: Language, moment: &dyn Fn(&str) -> String) -> Paper {
    let form = &session.form().form;
    let mut paper = Paper {
        appendices: appendices(form, Some(session), language),
    };
    for appendix in &mut paper.appendices {
        head::of_report(appendix, session, language);
    }
    paper
        .appendices
        .extend(explained::appendix(session, language, moment));
    paper
}

/// The printed form without a report, to be filled by hand.
pub fn empty_paper(form: &Form, language: Language) -> Paper {
    let mut paper = Paper {
        appendices: appendices(form, None, language),
    };
    for appendix in &mut paper.appendices {
        head::to_be_filled(appendix, language);
    }
    paper
}

/// Sheets that follow each other in the same appendix are one. Helper sheets are not printed.
fn appendices(form: &Form, session: Option<&Session>, language: Language) -> Vec<Appendix> {
    let mut appendices: Vec<Appendix> = Vec::new();
    for (_, sheet) in form.printed_sheets() {
        let name = sheet.appendix.text(language);
        let table = tables::of_sheet(form, sheet, session, language);
        match appendices.last_mut().filter(|last| last.name == name) {
            Some(appendix) => appendix.tables.push(table),
            None => appendices.push(Appendix {
                name: name.to_owned(),
                title: form.printed_title.text(language).to_uppercase(),
                tables: vec![table],
                ..Appendix::default()
            }),
        }
    }
    appendices
}
