//! The worksheets of the form: the lines above each table, and its rows.

use super::formula::formula;
use super::places::{LANGUAGE, Places};
use super::shown::{figure, fitting, note, option_text};
use super::{FigureCell, HeadLine, Look, SheetLine, Shown, Takes, Worksheet};
use crate::exchange::paper::{Appendix, Paper, empty_paper, of_sheet, paper};
use crate::form::{CellId, Form, Kind, Row, Sheet};
use crate::report::Session;

/// The lines above the table of each sheet.
pub(super) fn heads(form: &Form, session: Option<&Session>) -> Vec<Vec<HeadLine>> {
    let printed = match session {
        Some(session) => paper(session, LANGUAGE, &super::moment::moment),
        None => empty_paper(form, LANGUAGE),
    };
    let sheets = form.sheets.iter();
    sheets.map(|sheet| head(form, sheet, &printed)).collect()
}

fn head(form: &Form, sheet: &Sheet, printed: &Paper) -> Vec<HeadLine> {
    let mut lines = Vec::new();
    let mut put = |text: &str, look| {
        let text = fitting(text);
        if !text.trim().is_empty() {
            lines.push(HeadLine { text, look });
        }
    };
    let name = sheet.appendix.text(LANGUAGE);
    // A helper sheet belongs to no appendix: of the head it has only whose it is.
    let any = printed.appendices.first();
    let own = printed.appendices.iter().find(|it| it.name == name);
    if let Some(appendix) = own.filter(|_| !sheet.helper) {
        put(&appendix.name, Look::Title);
        put(&appendix.title, Look::Title);
        put(&appendix.whose, Look::Title);
        put(&appendix.attached, Look::Attached);
        facts(appendix, &mut put);
    } else if let Some(appendix) = any {
        put("BIỂU PHỤ (KHÔNG IN)", Look::Title);
        put(&appendix.whose, Look::Title);
    }
    let table = of_sheet(form, sheet, None, LANGUAGE);
    let parts = [table.name, table.title];
    let parts: Vec<&str> = parts.iter().map(|it| it.trim()).collect();
    let parts = parts.into_iter().filter(|it| !it.is_empty());
    put(&parts.collect::<Vec<&str>>().join(". "), Look::Caption);
    lines
}

fn facts(appendix: &Appendix, put: &mut impl FnMut(&str, Look)) {
    for fact in &appendix.facts {
        put(fact, Look::Attached);
    }
}

/// The worksheets of a form, filled or empty. Choices find their lists in `lists`, or put them there.
pub(super) fn sheets(
    form: &Form,
    session: Option<&Session>,
    places: &Places,
    lists: &mut Vec<Vec<String>>,
) -> Vec<Worksheet> {
    let heads = heads(form, session);
    let mut sheets = Vec::new();
    for ((place, sheet), head) in form.sheets.iter().enumerate().zip(heads) {
        let table = of_sheet(form, sheet, session, LANGUAGE);
        let mut lines = Vec::new();
        for (cell, line) in sheet.cells().zip(table.lines) {
            let Some(row) = form.row(cell) else { continue };
            let mut texts = line.cells.into_iter().map(|text| fitting(&text));
            let mut text = || texts.next().unwrap_or_default();
            lines.push(SheetLine {
                row: row.id.clone(),
                code: text(),
                label: text(),
                measure: text(),
                figure: figure_cell(form, session, places, cell, row, lists),
                note: session.map_or_else(String::new, |it| note(it, cell).written()),
                is_heading: line.is_heading,
                depth: line.depth,
            });
        }
        sheets.push(Worksheet {
            id: sheet.id.clone(),
            tab: places.tab(place).to_owned(),
            is_helper: sheet.helper,
            head,
            columns: table.columns,
            lines,
        });
    }
    sheets
}

fn figure_cell(
    form: &Form,
    session: Option<&Session>,
    places: &Places,
    cell: CellId,
    row: &Row,
    lists: &mut Vec<Vec<String>>,
) -> FigureCell {
    let shown = session.map_or(Shown::Blank, |session| figure(session, cell));
    // A row that is fed shows what was typed into it while nothing feeds it.
    let is_typed = session.is_some_and(|session| session.derived(cell).is_none());
    let is_formula = row.formula.is_some() || !is_typed || shown == Shown::Blank;
    FigureCell {
        formula: is_formula
            .then(|| formula(form, session, places, cell))
            .flatten(),
        shown,
        takes: takes(row, lists),
    }
}

fn takes(row: &Row, lists: &mut Vec<Vec<String>>) -> Takes {
    match row.kind {
        _ if !row.is_entry() => Takes::Nothing,
        Kind::Heading => Takes::Nothing,
        Kind::Text => Takes::Words,
        Kind::Choice => {
            let options = row.options.iter();
            let list: Vec<String> = options.map(|option| option_text(row, option)).collect();
            Takes::Choice(place_of(list, lists))
        }
        Kind::Count => Takes::Number { is_count: true },
        Kind::Money | Kind::Decimal | Kind::Ratio => Takes::Number { is_count: false },
    }
}

/// The place of a list among all, where it is put if it is not there yet.
pub(super) fn place_of(list: Vec<String>, lists: &mut Vec<Vec<String>>) -> usize {
    match lists.iter().position(|known| *known == list) {
        Some(place) => place,
        None => {
            lists.push(list);
            lists.len() - 1
        }
    }
}
