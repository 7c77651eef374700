//! What each key does.

use super::grid::{Field, Spot};
use super::{Act, help};
use crate::app::changes;
use crate::app::desk::{Column, Desk, Looked};
use crate::app::dom;
use crate::app::editor::{find, helper, side};
use crate::app::page::Page;
use crate::app::paper;
use crate::app::paste::{self, Extend};
use crate::form::CellId;
use crate::report::Severity;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Does what a key asks for; says whether that was anything. Where it was not, the browser does what it always does.
pub fn act(
    page: Page,
    desk: Desk,
    (act, name): (Act, &str),
    spot: Option<&Spot>,
    target: &Element,
) -> bool {
    // The browser does not wait for what prints, so it is not left to it.
    if act == Act::Print {
        desk.when_beside(move || paper::print_report(page, desk));
        return true;
    }
    // A dialog has keys of its own.
    if target.closest("dialog").ok().flatten().is_some() {
        return false;
    }
    match (act, spot) {
        (Act::NextFinding | Act::FindingBefore, _) => {
            let (from, forth) = (spot.map(|spot| spot.cell), act == Act::NextFinding);
            side::PIECE.act(page, move |door| (door.to_finding)(page, desk, from, forth));
            true
        }
        (Act::NextSheet, _) => turn(desk, true),
        (Act::SheetBefore, _) => turn(desk, false),
        (Act::Find, _) => wait(desk, find::open),
        (Act::Help, _) => wait(desk, help::open),
        (Act::Undo | Act::Redo, _) => turn_round(page, desk, act, spot),
        (Act::History, _) => look_at(desk, spot),
        // From a reason back to its row.
        (Act::TakeBack, None) if target.has_attribute("data-reason") => desk.go_back(),
        (Act::Explain, Some(spot)) => explain(desk, spot),
        (Act::Reason, Some(spot)) => give_reason(desk, spot.cell),
        (Act::NotApplicable | Act::Confirm, Some(spot)) => mark(desk, act, spot.cell),
        (Act::ExtendDown | Act::ExtendUp | Act::Column, Some(spot)) if spot.is_in_figures() => {
            let how = match act {
                Act::ExtendDown => Extend::Down,
                Act::ExtendUp => Extend::Up,
                _ => Extend::All,
            };
            paste::extend(page, desk, spot.cell, how)
        }
        (Act::Clear, Some(_)) if paste::clear(page, desk) => true,
        (_, Some(spot)) => in_cell(desk, act, name, spot),
        (_, None) => false,
    }
}

/// A dialog of what stands beside the sheet; the browser's own search would find only the sheet that is open.
fn wait(desk: Desk, open: impl FnOnce() + 'static) -> bool {
    desk.when_beside(open);
    true
}

fn in_cell(desk: Desk, act: Act, name: &str, spot: &Spot) -> bool {
    let is_enter = name == "Enter";
    match act {
        // Enter opens the explanation.
        Act::Down | Act::Up if is_enter && spot.field == Field::Computed => return false,
        // In a note of several lines the caret moves first.
        Act::Down | Act::Up if !is_enter && spot.is_edited_note() => {
            spot.step_if_stuck(act == Act::Down);
            return false;
        }
        Act::Down => spot.step(true),
        Act::Up => spot.step(false),
        Act::Left if spot.is_at_start() => spot.across(Column::Figure),
        Act::Right if spot.is_at_end() => spot.across(Column::Note),
        Act::RowStart if spot.is_whole() => spot.across(Column::Figure),
        Act::RowEnd if spot.is_whole() => spot.across(Column::Note),
        // In a text of several lines these are its start and its end.
        Act::SheetStart if !spot.is_edited_note() => spot.far(false),
        Act::SheetEnd if !spot.is_edited_note() => spot.far(true),
        Act::ScreenDown => spot.leap(true),
        Act::ScreenUp => spot.leap(false),
        Act::Edit => spot.edit(),
        Act::TakeBack => {
            desk.take_back(spot.cell);
            show_again(desk, spot);
        }
        Act::LineBreak => return spot.break_line(desk),
        _ => return false,
    }
    true
}

/// Takes back the last step, or does it again.
fn turn_round(page: Page, desk: Desk, act: Act, spot: Option<&Spot>) -> bool {
    let language = page.language.get_untracked();
    if act == Act::Undo {
        desk.undo(language);
    } else {
        desk.redo(language);
    }
    if let Some(spot) = spot {
        show_again(desk, spot);
    }
    true
}

/// Shows what stands in the cell now, also where it has not changed since, and stands on it as a whole, before the next
/// key is heard. Not where the officer has gone elsewhere meanwhile, for selecting would take the focus back.
pub fn show_again(desk: Desk, spot: &Spot) {
    let text = match spot.column {
        Column::Figure => desk.text(spot.cell),
        Column::Note => desk.note(spot.cell),
    };
    if spot.has_focus() {
        spot.show(&text.get_untracked());
    }
}

/// Opens the history of the cell where the officer is, or was last.
fn look_at(desk: Desk, spot: Option<&Spot>) -> bool {
    let cell = spot.map(|spot| spot.cell).or(desk.came());
    let looked = cell.map_or(Looked::Report, Looked::Row);
    wait(desk, move || changes::open(desk, looked))
}

fn turn(desk: Desk, forth: bool) -> bool {
    let helpers: Vec<bool> =
        desk.form(|form| form.form.sheets.iter().map(|sheet| sheet.helper).collect());
    desk.turn(forth, |sheet| {
        helpers.get(sheet) == Some(&false) || untrack(|| helper::is_open(desk, sheet))
    });
    true
}

/// Opens or closes the explanation of a computed figure: of this row, or of the first one that this row is part of.
fn explain(desk: Desk, spot: &Spot) -> bool {
    let row = desk.form(|form| {
        let sheet = form.form.row(spot.cell)?.sheet;
        let mut readers = form.form.readers(spot.cell).map(|(_, reader)| reader);
        let of = if spot.field == Field::Computed {
            Some(spot.cell)
        } else {
            readers.find(|reader| form.form.row(*reader).is_some_and(|row| row.sheet == sheet))
        };
        Some(form.form.row(of?)?.id.clone())
    });
    let button = row
        .zip(dom::document())
        .and_then(|(row, document)| {
            document
                .query_selector(&format!("[data-explain=\"{row}\"]"))
                .ok()?
        })
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    let Some(button) = button else { return false };
    button.click();
    true
}

/// Goes to the field of the reason for what is found in a row.
fn give_reason(desk: Desk, cell: CellId) -> bool {
    let place = desk.cell(cell).with_untracked(|view| {
        let mut findings = view.findings.iter();
        let found = findings.find(|finding| finding.severity != Severity::Error);
        found.map(|finding| finding.place)
    });
    if let Some(place) = place {
        desk.go_to_reason(place);
    }
    place.is_some()
}

/// Marks the figure of a row as not applicable, or confirms what stands there.
fn mark(desk: Desk, act: Act, cell: CellId) -> bool {
    let is_entry = desk.form(|form| form.form.row(cell).is_some_and(|row| row.is_entry()));
    if !is_entry || desk.cell(cell).with_untracked(|view| view.is_fed) {
        return false;
    }
    if act == Act::Confirm {
        desk.confirm(cell);
    } else {
        desk.toggle_not_applicable(cell);
    }
    true
}
