//! Figures go out by the clipboard: as text for spreadsheets, and as an HTML table for Word.

use super::table::{Block, Cells, write_html, write_tsv};
use crate::form::{CellId, Kind, Row};
use crate::number::write;
use crate::report::{Entry, Session};
use crate::words::Language;

/// What goes on the clipboard: the same thing in two writings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Cells with tabs between them.
    pub text: String,
    /// A table with its borders.
    pub html: String,
}

/// A whole sheet as it is printed: code, label, measure, figure, note.
pub fn copy_sheet(session: &Session, sheet: usize, language: Language) -> Copied {
    let form = &session.form().form;
    let cells = form.sheets.get(sheet).map(|sheet| sheet.cells());
    let head = [
        language.pick("TT", "No."),
        language.pick("Chỉ tiêu thống kê", "Statistical item"),
        language.pick("Đơn vị tính", "Measure"),
        language.pick("Số liệu", "Figure"),
        language.pick("Ghi chú", "Note"),
    ];
    let mut block = Block {
        rows: vec![head.map(str::to_owned).into()],
        ..Block::default()
    };
    for cell in cells.into_iter().flatten() {
        if let Some(row) = form.row(cell) {
            block.rows.push(vec![
                row.printed_code(language).to_owned(),
                row.label.text(language).to_owned(),
                measure_of(row, language),
                figure_of(session, cell),
                session.note(cell).to_owned(),
            ]);
        }
    }
    let columns = [
        Cells::Words,
        Cells::Words,
        Cells::Words,
        Cells::Figures,
        Cells::Words,
    ];
    copied(&block, &columns, 1)
}

/// The figures of lines one below the other; a heading has an empty place among them.
pub fn copy_figures(session: &Session, cells: &[CellId]) -> Copied {
    let rows = cells.iter().map(|cell| vec![figure_of(session, *cell)]);
    let block = Block {
        rows: rows.collect(),
        ..Block::default()
    };
    copied(&block, &[Cells::Figures], 0)
}

fn copied(block: &Block, columns: &[Cells], heads: usize) -> Copied {
    Copied {
        text: write_tsv(block),
        html: write_html(block, columns, heads),
    }
}

/// The figure of a row as it would be typed or is computed; empty where there is none.
fn figure_of(session: &Session, cell: CellId) -> String {
    let is_ratio = |row: &Row| row.kind == Kind::Ratio;
    let is_ratio = session.form().form.row(cell).is_some_and(is_ratio);
    // In a row of percent 8.270 may be eight and a bit, and would be asked about where it is pasted.
    let written = |number| match (is_ratio, write(number)) {
        (true, text) => text.replace('.', ""),
        (false, text) => text,
    };
    if let Some(derived) = session.derived(cell) {
        return derived.value.map(written).unwrap_or_default();
    }
    match session.entry(cell) {
        Entry::Number(number) => written(*number),
        Entry::Choice(text) | Entry::Text(text) | Entry::Unreadable(text) => text.clone(),
        Entry::NotApplicable => "Không phát sinh".to_owned(),
        Entry::Blank => String::new(),
    }
}

/// What stands in the column of measures: for a choice its options, as they are printed.
pub(super) fn measure_of(row: &Row, language: Language) -> String {
    if row.kind != Kind::Choice {
        return row.measure.text(language).to_owned();
    }
    let options = row.options.iter();
    let options = options.map(|option| [option.label.text(language), " = ", &option.code].concat());
    options.collect::<Vec<String>>().join("; ")
}
