//! The rows of a sheet, drawn by hand below the framework. A row is told what changed in its cell and writes it at once,
//! so the figure follows the key; and the first sheet stands sooner, since much of the time of its drawing went to
//! functions that are called for the first time. What other pieces put beside a row are views of the framework, each in
//! an element of the row.

mod figure;
mod line;
mod parts;

pub use figure::no_figure;

use crate::app::desk::{Desk, Follower};
use crate::form::CellId;
use crate::view::Hand;
use crate::words::Language;
use leptos::prelude::*;
use line::Line;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// Names the row of a figure.
const FIGURE: &str = "data-row";
/// Names the row of a note.
const NOTE: &str = "data-note";
/// Names the row to which a button belongs.
const BUTTON: &str = "data-for";
/// Names the row whose figure is explained.
const HOW: &str = "data-how";

/// How the rows of a sheet are drawn.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// The report.
    pub desk: Desk,
    /// The place of the sheet in its form.
    pub sheet: usize,
    /// The language of labels and hints.
    pub language: Language,
    /// With the figures of earlier reports beside its own.
    pub compared: bool,
}

/// Draws the rows in the place of whatever stood in the body of the table. They follow the report until the part of the
/// page that draws them is made anew or goes.
pub fn draw(body: Element, drawing: Drawing) {
    body.set_text_content(None);
    let Some(hand) = Hand::new() else { return };
    let owner = Owner::current().unwrap_or_default();
    let desk = drawing.desk;
    let cells: Vec<CellId> = desk.form(|form| {
        let sheet = form.form.sheets.get(drawing.sheet);
        sheet.map_or_else(Vec::new, |sheet| sheet.cells().collect())
    });
    for cell in &cells {
        let line = Line::draw(&hand, &body, drawing, *cell, &owner);
        desk.tells(
            *cell,
            line.map(|line| {
                line.stand_beside();
                Rc::new(line) as Rc<dyn Follower>
            }),
        );
    }
    on_cleanup(move || cells.iter().for_each(|cell| desk.tells(*cell, None)));
}

/// A text was typed in a figure or a note.
pub fn typed(desk: Desk, event: &Event) {
    // A list says afterwards what was chosen; a note has the same door to its text as a field.
    let target = event
        .target()
        .filter(|target| !target.is_instance_of::<HtmlSelectElement>());
    let Some(field) = target.map(JsCast::unchecked_into::<HtmlInputElement>) else {
        return;
    };
    if let Some(cell) = named(desk, event, FIGURE) {
        desk.enter(cell, &field.value());
    } else if let Some(cell) = named(desk, event, NOTE) {
        desk.write_note(cell, &field.value());
    }
}

/// An option was chosen.
pub fn chosen(desk: Desk, event: &Event) {
    let target = event.target();
    let list = target.and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    if let Some((cell, list)) = named(desk, event, FIGURE).zip(list) {
        desk.enter(cell, &list.value());
    }
}

/// The button beside a figure was pressed that says that the row does not apply.
pub fn pressed(desk: Desk, event: &Event) {
    if let Some(cell) = named(desk, event, BUTTON) {
        desk.toggle_not_applicable(cell);
    }
}

/// How a figure was computed was opened or shut.
pub fn toggled(desk: Desk, event: &Event) {
    let line = named(desk, event, HOW).and_then(|cell| desk.line(cell));
    if let Some(line) = line {
        line.explain();
    }
}

/// The cell of the row that an element names by an attribute; none once the report is closed. A field that goes with its
/// page still says that it was changed.
fn named(desk: Desk, event: &Event, attribute: &str) -> Option<CellId> {
    if !desk.is_open() {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.get_attribute(attribute)?;
    desk.form(|form| form.form.cell(&row))
}
