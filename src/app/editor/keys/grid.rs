//! A sheet as a grid: the columns are the figures and the notes, the rows are those of the printed table. It is walked
//! in the document, from the row that had the key to its neighbours.

use crate::app::desk::{Column, Desk};
use crate::app::dom;
use crate::form::{CellId, Kind};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What the officer stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A figure that is typed.
    Figure,
    /// A text: a row that takes one, or a note.
    Text,
    /// A list to choose from.
    List,
    /// A computed figure: the button that says how.
    Computed,
}

/// Where the officer stands.
#[derive(Clone)]
pub struct Spot {
    /// The row.
    pub cell: CellId,
    /// The column.
    pub column: Column,
    /// What stands there.
    pub field: Field,
    element: Element,
}

/// Where a caret is.
#[derive(PartialEq)]
struct Caret {
    from: u32,
    to: u32,
    end: u32,
}

/// The fields of the column of figures that take keys.
const FIGURES: &str = "input[data-row], select[data-row]";
/// Those that can be stood on.
const STANDS: &str = "input[data-row], select[data-row], [data-explain]";
const NOTES: &str = "[data-note]";

impl Spot {
    /// The spot of an element; none where it is no cell of a sheet.
    pub fn of(desk: Desk, element: Element) -> Option<Spot> {
        let named = |name: &str| element.get_attribute(name);
        let (id, column, field) = if let Some(id) = named("data-note") {
            (id, Column::Note, Field::Text)
        } else if let Some(id) = named("data-explain") {
            (id, Column::Figure, Field::Computed)
        } else {
            let id = named("data-row")?;
            let field = match element.tag_name().as_str() {
                "INPUT" => Field::Figure,
                "SELECT" => Field::List,
                _ => return None,
            };
            (id, Column::Figure, field)
        };
        let (cell, kind) = desk.form(|form| {
            let cell = form.form.cell(&id)?;
            Some((cell, form.form.row(cell)?.kind))
        })?;
        let is_text = field == Field::Figure && kind == Kind::Text;
        Some(Spot {
            cell,
            column,
            field: if is_text { Field::Text } else { field },
            element,
        })
    }

    /// Whether a text is written there, of several lines perhaps.
    pub fn is_text(&self) -> bool {
        self.field == Field::Text
    }

    /// Whether it stands in the column of figures.
    pub fn is_in_figures(&self) -> bool {
        self.column == Column::Figure
    }

    /// The field; a note has the same doors to its text and caret.
    fn input(&self) -> Option<&HtmlInputElement> {
        match self.field {
            Field::Figure | Field::Text => Some(self.element.unchecked_ref()),
            Field::List | Field::Computed => None,
        }
    }

    fn caret(&self) -> Option<Caret> {
        let input = self.input()?;
        let place = |found: Result<Option<u32>, _>| found.ok().flatten();
        let length = input.value().encode_utf16().count();
        Some(Caret {
            from: place(input.selection_start())?,
            to: place(input.selection_end())?,
            end: u32::try_from(length).unwrap_or(u32::MAX),
        })
    }

    /// Whether the officer stands on the cell as a whole: nothing has been typed, and no caret set into the text.
    pub fn is_whole(&self) -> bool {
        self.caret()
            .is_none_or(|caret| caret.from == 0 && caret.to == caret.end)
    }

    /// Whether the caret can go no further on this side, or stands on the cell as a whole.
    fn is_at(&self, pick: fn(&Caret) -> u32) -> bool {
        self.is_whole()
            || self
                .caret()
                .is_none_or(|caret| caret.from == caret.to && caret.from == pick(&caret))
    }

    /// Whether the caret stands before the first sign.
    pub fn is_at_start(&self) -> bool {
        self.is_at(|_| 0)
    }

    /// Whether the caret stands behind the last sign.
    pub fn is_at_end(&self) -> bool {
        self.is_at(|caret| caret.end)
    }

    /// Whether the officer still stands there.
    pub fn has_focus(&self) -> bool {
        let active = dom::document().and_then(|document| document.active_element());
        active.as_ref() == Some(&self.element)
    }

    /// Shows a text in the field and stands on it as a whole: what is typed takes its place.
    pub fn show(&self, text: &str) {
        if let Some(input) = self.input() {
            if input.value() != text {
                input.set_value(text);
            }
            input.select();
        }
    }

    /// From the cell as a whole into its text, behind the last sign; and back.
    pub fn edit(&self) {
        let (Some(input), Some(caret)) = (self.input(), self.caret()) else {
            return;
        };
        if caret.from == caret.to {
            input.select();
        } else {
            // A text field refuses no place of a caret.
            let _ = input.set_selection_range(caret.end, caret.end);
        }
    }

    /// Whether the caret stands in the text of a note.
    pub fn is_edited_note(&self) -> bool {
        self.column == Column::Note && !self.is_whole()
    }

    /// One step up or down the column, where the browser finds no further line of the text for the caret.
    pub fn step_if_stuck(&self, down: bool) {
        let (before, spot) = (self.caret(), self.clone());
        set_timeout(
            move || {
                if spot.caret() == before {
                    spot.step(down);
                }
            },
            Duration::ZERO,
        );
    }

    /// Puts a line break at the caret of a note.
    pub fn break_line(&self, desk: Desk) -> bool {
        let (Some(input), Some(caret)) = (self.input(), self.caret()) else {
            return false;
        };
        if self.column == Column::Figure {
            return false;
        }
        // From the cell as a whole the line goes behind what stands there.
        let from = if self.is_whole() {
            caret.end
        } else {
            caret.from
        };
        // A text field refuses no place of a caret.
        let _ = input.set_range_text_with_start_and_end("\n", from, caret.to);
        let _ = input.set_selection_range(from + 1, from + 1);
        desk.write_note(self.cell, &input.value());
        true
    }

    /// In a list: the code of an option chooses it, Delete chooses nothing.
    pub fn choose(&self, desk: Desk, event: &KeyboardEvent, name: &str) -> bool {
        if self.field != Field::List || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return false;
        }
        let is_code = desk.form(|form| {
            let row = form.form.row(self.cell);
            row.is_some_and(|row| row.options.iter().any(|option| option.code == name))
        });
        if is_code {
            desk.enter(self.cell, name);
        } else if name == "Delete" {
            desk.enter(self.cell, "");
        }
        is_code || name == "Delete"
    }

    fn line(&self) -> Option<Element> {
        self.element.closest("tr").ok().flatten()
    }

    fn selector(&self) -> &'static str {
        match self.column {
            Column::Figure => FIGURES,
            Column::Note => NOTES,
        }
    }

    /// One step up or down the column; headings and computed figures are passed over.
    pub fn step(&self, down: bool) {
        let mut line = self.line();
        while let Some(next) = line.and_then(|line| neighbour(&line, down)) {
            if stand_in(&next, self.selector()) {
                return;
            }
            line = Some(next);
        }
    }

    /// A screenful of rows up or down the column, or to its end.
    pub fn leap(&self, down: bool) {
        let height = dom::window()
            .and_then(|window| window.inner_height().ok()?.as_f64())
            .unwrap_or_default();
        let top = |line: &Element| line.get_bounding_client_rect().top();
        let Some(mut line) = self.line() else { return };
        let start = top(&line);
        let mut found = None;
        while let Some(next) = neighbour(&line, down) {
            // One row of the screen that is left stays in sight.
            if (top(&next) - start).abs() > height * 0.8 && found.is_some() {
                break;
            }
            found = first_in(&next, self.selector()).or(found);
            line = next;
        }
        stand_on(found);
    }

    /// To the other column of the row.
    pub fn across(&self, to: Column) {
        if let Some(line) = self.line().filter(|_| to != self.column) {
            let selector = match to {
                Column::Figure => STANDS,
                Column::Note => NOTES,
            };
            stand_in(&line, selector);
        }
    }

    /// To the first or the last figure of the sheet that can be entered.
    pub fn far(&self, down: bool) {
        let sheet = self.element.closest("tbody").ok().flatten();
        let found = sheet.and_then(|sheet| sheet.query_selector_all(FIGURES).ok());
        let Some(found) = found else { return };
        let place = if down {
            found.length().saturating_sub(1)
        } else {
            0
        };
        stand_on(found.item(place).and_then(|node| node.dyn_into().ok()));
    }
}

fn neighbour(line: &Element, down: bool) -> Option<Element> {
    if down {
        line.next_element_sibling()
    } else {
        line.previous_element_sibling()
    }
}

fn first_in(line: &Element, selector: &str) -> Option<HtmlElement> {
    let found = line.query_selector(selector).ok().flatten()?;
    found.dyn_into().ok()
}

fn stand_in(line: &Element, selector: &str) -> bool {
    stand_on(first_in(line, selector))
}

fn stand_on(found: Option<HtmlElement>) -> bool {
    found.is_some_and(|element| element.focus().is_ok())
}
