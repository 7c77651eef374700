//! A workbook of ours that comes back.
//!
//! It is known by what lies in it out of sight, so its worksheets may have been renamed, moved or hidden; a line is known
//! by the row id in its hidden column.

use super::cells::{Cell, Shared};
use crate::exchange::table::MAX_SHEETS;
use crate::exchange::workbook::back::{Returned, ReturnedLine};
use crate::exchange::workbook::{FIGURE, ID, NOTE, SHEET_MARK, Shown, kept};
use crate::format::{Complaint, read_form_set};
use crate::office::archive::Archive;
use crate::office::refusal::Refusal;
use crate::report::open_form;
use crate::words::Phrase;
use std::sync::Arc;

/// The most lines that are taken.
const MAX_LINES: usize = 20_000;

/// What a workbook of ours is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ours {
    /// It is none of ours, or a form whose agency or period is not filled in: its tables can still be read.
    Not,
    /// The form set of this id is needed to read it.
    NeedsForm(String),
    /// The document of the report in it, with what was changed in the spreadsheet, and what should be known of it.
    Report(String, Vec<Phrase>),
}

/// Reads a workbook of ours. `form` is the document of its form set, once that is known; `now` is UTC,
/// `2026-03-10T02:11:09Z`.
///
/// # Errors
/// What is wrong with the file, with the form set, or with the document in it.
pub fn ours(bytes: &[u8], form: Option<&str>, now: &str) -> Result<Ours, Vec<Complaint>> {
    let refused = |refusal: Refusal| vec![Complaint::new("", refusal.words())];
    let Some(returned) = own(bytes).map_err(refused)? else {
        return Ok(Ours::Not);
    };
    let Some(form) = form else {
        return Ok(Ours::NeedsForm(returned.kept.form));
    };
    let (form, issues) = open_form(read_form_set(form)?);
    if let Some(issue) = issues.into_iter().next() {
        return Err(vec![Complaint::new(issue.place, issue.problem)]);
    }
    let brought = returned.brought(&Arc::new(form), now)?;
    let told = brought.told();
    Ok(match brought.document {
        Some(document) => Ours::Report(document, told),
        None => Ours::Not,
    })
}

/// What stands in a workbook of ours; none where it is none.
///
/// # Errors
/// That the file is damaged, or too large inside.
pub fn own(bytes: &[u8]) -> Result<Option<Returned>, Refusal> {
    // What is no archive, or a trap, is told where files of any hand are opened.
    let Ok(mut archive) = Archive::open(bytes) else {
        return Ok(None);
    };
    let names: Vec<String> = archive
        .names()
        .filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"))
        .take(MAX_SHEETS)
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        return Ok(None);
    }
    let strings = archive.text("xl/sharedstrings.xml")?;
    // Most workbooks are not ours, and are known by that at once.
    if !strings.as_deref().is_some_and(|it| it.contains(kept::MARK)) {
        return Ok(None);
    }
    let styles = archive.text("xl/styles.xml")?;
    let shared = Shared::read(strings.as_deref(), styles.as_deref())?;
    let mut returned = Returned::default();
    let mut is_ours = false;
    for name in names {
        let Some(text) = archive.text(&name)? else {
            continue;
        };
        let cells = shared.cells(&text)?;
        if let Some(found) = hidden(&cells) {
            returned.kept = found;
            is_ours = true;
        } else {
            lines(&cells, &mut returned);
        }
    }
    Ok(is_ours.then_some(returned))
}

/// What lies out of sight, where this is the worksheet that holds it.
fn hidden(cells: &[Cell]) -> Option<kept::Kept> {
    let first = cells.iter().filter(|cell| cell.place.1 == 0);
    kept::read(first.map(|cell| match &cell.shown {
        Shown::Text(text) => text.clone(),
        other => other.written(),
    }))
}

/// Takes the lines of a worksheet that has a column of row ids.
fn lines(cells: &[Cell], returned: &mut Returned) {
    let text = |cell: &Cell| match &cell.shown {
        Shown::Text(text) => text.clone(),
        other => other.written(),
    };
    let mark = cells.iter().find(|cell| text(cell).starts_with(SHEET_MARK));
    let Some(mark) = mark else { return };
    let is_cover = text(mark) == SHEET_MARK;
    let (top, column) = mark.place;
    let beside = |of: u16| column.checked_sub(u32::from(ID - of));
    let below = cells.iter().filter(|cell| cell.place.0 > top);
    let ids: Vec<&Cell> = below.filter(|cell| cell.place.1 == column).collect();
    // The cells of a worksheet stand in their order, so each line is found behind the one before.
    let mut rest = cells;
    for id in ids {
        let row = id.place.0;
        let start = rest.iter().position(|cell| cell.place.0 >= row);
        rest = start
            .and_then(|start| rest.get(start..))
            .unwrap_or_default();
        let line = rest.iter().take_while(|cell| cell.place.0 == row);
        let at = |column: Option<u32>| {
            let mut line = line.clone();
            line.find(|cell| Some(cell.place.1) == column)
        };
        let shown = |cell: Option<&Cell>| cell.map_or(Shown::Blank, |cell| cell.shown.clone());
        if returned.lines.len() >= MAX_LINES {
            return;
        }
        if is_cover {
            let value = shown(at(beside(1)));
            let value = match value {
                Shown::Number(number) => number.canonical(),
                other => other.written(),
            };
            returned.facts.push((text(id), value));
            continue;
        }
        let figure = at(beside(FIGURE));
        returned.lines.push(ReturnedLine {
            row: text(id),
            is_formula: figure.is_some_and(|cell| cell.is_formula),
            figure: shown(figure),
            note: shown(at(beside(NOTE))),
        });
    }
}
