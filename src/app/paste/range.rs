//! A range of lines in the column of figures: from the cell that has the focus to another one. It is marked on the
//! elements themselves, so no key that is typed elsewhere costs anything.

use super::PIECE;
use super::words::words;
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::page::Page;
use crate::form::{CellId, Kind};
use crate::words::filled;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Several lines of a sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Where the officer stands.
    anchor: CellId,
    /// The other end.
    end: CellId,
}

impl Range {
    /// Its first line.
    pub fn first(&self) -> CellId {
        self.anchor.min(self.end)
    }

    /// Every line from its first to its last, headings included.
    pub fn cells(&self) -> Vec<CellId> {
        let last = self.anchor.max(self.end);
        (self.first().0..=last.0).map(CellId).collect()
    }
}

/// The range; none where one cell stands for itself.
pub fn of(desk: Desk) -> Option<Range> {
    desk.pasting.range.get_value()
}

/// The lines of a range that have a figure, typed or computed.
pub fn figures(desk: Desk, range: &Range) -> Vec<CellId> {
    let mut cells = range.cells();
    desk.form(|form| {
        cells.retain(|cell| {
            let row = form.form.row(*cell);
            row.is_some_and(|row| row.kind != Kind::Heading)
        });
    });
    cells
}

/// How a range changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extend {
    /// By one line down.
    Down,
    /// By one line up.
    Up,
    /// To the whole column; the first time only the text is chosen, by the browser.
    All,
}

/// Extends the range from the cell in which the officer stands; says whether that was anything.
pub fn extend(page: Page, desk: Desk, cell: CellId, how: Extend) -> bool {
    let before = of(desk).filter(|range| range.anchor == cell);
    let before = before.unwrap_or(Range {
        anchor: cell,
        end: cell,
    });
    let lines = desk.form(|form| {
        let sheet = form.form.sheet_of(cell)?;
        let is_figure = |cell: &CellId| {
            let row = form.form.row(*cell);
            row.is_some_and(|row| row.kind != Kind::Heading)
        };
        Some(sheet.cells().filter(is_figure).collect::<Vec<CellId>>())
    });
    let lines = lines.unwrap_or_default();
    let place = lines.iter().position(|line| *line == before.end);
    let next = |place: Option<usize>| place.and_then(|place| lines.get(place)).copied();
    let range = match how {
        Extend::Down => next(place.and_then(|place| place.checked_add(1)))
            .map(|end| Range { anchor: cell, end }),
        Extend::Up => next(place.and_then(|place| place.checked_sub(1)))
            .map(|end| Range { anchor: cell, end }),
        Extend::All => {
            let chosen = desk.pasting.text_chosen.get_value() == Some(cell);
            desk.pasting.text_chosen.set_value(Some(cell));
            if !chosen {
                return false;
            }
            lines.first().zip(lines.last()).map(|(first, last)| Range {
                anchor: *first,
                end: *last,
            })
        }
    };
    let Some(range) = range else { return true };
    put(desk, Some(range).filter(|range| range.anchor != range.end));
    // What will be copied must be at hand when the browser asks for it.
    spawn_local(async {
        let _ = PIECE.open().await;
    });
    say(page, desk, &range);
    true
}

/// A key is pressed: what does not go on with the range ends it.
pub fn hear(desk: Desk, event: &KeyboardEvent) {
    let pasting = desk.pasting;
    if pasting.range.with_value(Option::is_none) && pasting.text_chosen.with_value(Option::is_none)
    {
        return;
    }
    let is_ctrl = event.ctrl_key() || event.meta_key();
    let goes_on = match event.key_code() {
        // The keys that are held with others; Delete.
        16..=18 | 46 | 91 | 224 => true,
        38 | 40 => event.shift_key(),
        // Insert, A, C, V, X.
        45 | 65 | 67 | 86 | 88 => is_ctrl || event.shift_key() && event.key_code() == 45,
        _ => false,
    };
    if !goes_on {
        end(desk);
    }
}

/// One cell stands for itself again.
pub fn end(desk: Desk) {
    if of(desk).is_some() {
        put(desk, None);
    }
    desk.pasting.text_chosen.set_value(None);
}

/// Takes a range in the place of the one before, and marks it.
fn put(desk: Desk, range: Option<Range>) {
    dom::for_each("[data-range]", |element| {
        let _ = element.remove_attribute("data-range");
    });
    let ids: Vec<String> = desk.form(|form| {
        let cells = range.iter().flat_map(Range::cells);
        let ids = cells.filter_map(|cell| form.form.row(cell).map(|row| row.id.clone()));
        ids.collect()
    });
    for id in ids {
        dom::for_each(&format!("[data-row=\"{id}\"]"), |element| {
            let _ = element.set_attribute("data-range", "");
        });
    }
    desk.pasting.range.set_value(range);
}

/// Shows the end that moved, and says how far the range goes.
fn say(page: Page, desk: Desk, range: &Range) {
    let words = words(page.language.get_untracked());
    let count = figures(desk, range).len();
    let ids = desk.form(|form| {
        let row = |cell| form.form.row(cell);
        let (first, last) = (row(range.anchor)?, row(range.end)?);
        let codes = [first.plain_code().to_owned(), last.plain_code().to_owned()];
        Some((last.id.clone(), codes))
    });
    if let Some((id, [first, last])) = ids {
        dom::for_each(&format!("[data-row=\"{id}\"]"), |element| {
            dom::show(&element);
        });
        let said = filled(words.range_said, &[&count.to_string(), &first, &last]);
        dom::announce(&said);
    }
}
