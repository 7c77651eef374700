//! A sheet as the printed table: TT, chỉ tiêu, đơn vị tính, số liệu, ghi chú.

use super::{Column, Line, Side, Table, WIDTH};
use crate::form::{CellId, Form, Kind, Row, Sheet};
use crate::formula::Reason;
use crate::number::{Decimal, write};
use crate::report::{Entry, Session};
use crate::words::{Language, filled};

/// A figure as it stands on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Figure {
    /// Nothing.
    Blank,
    /// A number.
    Number(Decimal),
    /// Words: what was typed, or why there is no number.
    Words(String),
}

impl Figure {
    fn written(self) -> String {
        match self {
            Figure::Blank => String::new(),
            Figure::Number(number) => write(number),
            Figure::Words(words) => words,
        }
    }
}

/// The table of a sheet; the figures are blank without a report.
pub(in crate::exchange) fn of_sheet(
    form: &Form,
    sheet: &Sheet,
    session: Option<&Session>,
    language: Language,
) -> Table {
    let lines = sheet
        .cells()
        .filter_map(|cell| Some(line(cell, form.row(cell)?, session, language)))
        .collect();
    Table {
        name: sheet.name.text(language).to_owned(),
        title: sheet.title.text(language).to_owned(),
        columns: columns(language),
        lines,
    }
}

/// The columns as the forms of 2021 and 2026 print them.
fn columns(language: Language) -> Vec<Column> {
    const CODE: u32 = 15;
    const MEASURE: u32 = 27;
    const FIGURE: u32 = 27;
    const NOTE: u32 = 28;
    let results = language.pick("Kết quả thống kê", "Results");
    let column = |group: &str, name: &str, width, side| Column {
        group: group.to_owned(),
        name: name.to_owned(),
        width,
        side,
    };
    let label = WIDTH - CODE - MEASURE - FIGURE - NOTE;
    vec![
        column("", language.pick("TT", "No."), CODE, Side::Middle),
        column(
            "",
            language.pick("Chỉ tiêu thống kê", "Statistical item"),
            label,
            Side::Left,
        ),
        column(
            results,
            language.pick("Đơn vị tính", "Measure"),
            MEASURE,
            Side::Middle,
        ),
        column(
            results,
            language.pick("Số liệu", "Figure"),
            FIGURE,
            Side::Right,
        ),
        column("", language.pick("Ghi chú", "Note"), NOTE, Side::Left),
    ]
}

fn line(cell: CellId, row: &Row, session: Option<&Session>, language: Language) -> Line {
    let mut label = row.label.text(language).to_owned();
    // Provinces differ in what they divide by, so it stands beside the share.
    if let Some(denominator) = &row.denominator {
        let template = language.pick(" (mẫu số: {})", " (share of: {})");
        label.push_str(&filled(template, &[denominator.text(language)]));
    }
    let figure = session.map_or(Figure::Blank, |session| figure(session, cell, language));
    let note = session.map_or("", |session| session.note(cell));
    Line {
        cells: vec![
            row.printed_code(language).to_owned(),
            label,
            measure(row, language),
            figure.written(),
            note.trim().to_owned(),
        ],
        is_heading: row.kind == Kind::Heading,
        depth: row.depth,
    }
}

/// What is counted; for a choice the options, one below the other as the forms print them: "Không = 0", "Có = 1".
fn measure(row: &Row, language: Language) -> String {
    if row.options.is_empty() {
        return row.measure.text(language).to_owned();
    }
    let options: Vec<String> = row
        .options
        .iter()
        .map(|option| {
            format!(
                "{}\u{a0}=\u{a0}{}",
                option.label.text(language),
                option.code
            )
        })
        .collect();
    options.join("\n")
}

/// The figure as it stands on paper: a computed one without a value says why there is none, unless nothing has been
/// entered for it at all, for then the form is still to be filled by hand.
pub(in crate::exchange) fn figure(session: &Session, cell: CellId, language: Language) -> Figure {
    match session.derived(cell).map(|derived| derived.value) {
        Some(Ok(number)) => Figure::Number(number),
        Some(Err(_)) if is_untouched(session, cell) => Figure::Blank,
        Some(Err(reason)) => Figure::Words(without(reason, language)),
        None => entered(session, cell, language),
    }
}

/// What stands in the place of a number, and why: `— (mẫu số bằng 0)`.
pub(in crate::exchange) fn without(reason: Reason, language: Language) -> String {
    let (vi, en) = reason.words();
    format!("— ({})", language.pick(vi, en))
}

/// Whether nothing is entered in any of the rows from which this one is computed.
fn is_untouched(session: &Session, cell: CellId) -> bool {
    let form = &session.form().form;
    let mut open = vec![cell];
    let mut done = 0;
    while let Some(cell) = open.get(done).copied() {
        done += 1;
        let bound = form.row(cell).and_then(Row::computation);
        for operand in bound.iter().flat_map(|bound| &bound.cells) {
            match session.derived(*operand).map(|derived| &derived.value) {
                Some(Ok(_)) => return false,
                Some(Err(_)) if !open.contains(operand) => open.push(*operand),
                Some(Err(_)) => {}
                None if *session.entry(*operand) != Entry::Blank => return false,
                None => {}
            }
        }
    }
    true
}

fn entered(session: &Session, cell: CellId, language: Language) -> Figure {
    let words = match session.entry(cell) {
        Entry::Number(number) => return Figure::Number(*number),
        Entry::Choice(text) | Entry::Text(text) | Entry::Unreadable(text) => text.clone(),
        Entry::NotApplicable => language
            .pick("Không phát sinh", "Not applicable")
            .to_owned(),
        Entry::Blank if session.is_confirmed_blank(cell) => language
            .pick("Để trống có xác nhận", "Left blank on purpose")
            .to_owned(),
        Entry::Blank => return Figure::Blank,
    };
    Figure::Words(words)
}
