//! The rows that are drawn, and what they are told.

use super::signals::Told;
use super::{CellView, Desk};
use crate::form::CellId;
use leptos::prelude::*;
use std::rc::Rc;

/// A row that is drawn. It is told what changed and writes it into the page at once: between a key and its figure
/// stands nothing that waits.
pub trait Follower {
    /// What the cell shows has changed.
    fn show(&self, view: &CellView);
    /// The text of the field has changed, or the field is left.
    fn show_text(&self, text: &str);
    /// The note has changed.
    fn show_note(&self, note: &str);
    /// What stands beside the sheet may have come.
    fn stand_beside(&self);
    /// The officer has opened or shut how the figure was computed.
    fn explain(&self);
}

/// One follower for each row that is drawn, by the place of its cell.
#[derive(Clone, Copy)]
pub(super) struct Lines(StoredValue<Vec<Option<Rc<dyn Follower>>>, LocalStorage>);

impl Lines {
    pub fn new(rows: usize) -> Lines {
        Lines(StoredValue::new_local((0..rows).map(|_| None).collect()))
    }

    /// A handle of its own: who is told may draw anew, and others in its place.
    fn of(self, cell: CellId) -> Option<Rc<dyn Follower>> {
        let find = |lines: &Vec<Option<Rc<dyn Follower>>>| lines.get(cell.place()).cloned();
        self.0.try_with_value(find).flatten().flatten()
    }
}

impl Desk {
    /// From now on the row is told what changes; none is told any more that was before.
    pub fn tells(self, cell: CellId, row: Option<Rc<dyn Follower>>) {
        let before = self.lines.0.try_update_value(|lines| {
            let place = lines.get_mut(cell.place())?;
            std::mem::replace(place, row)
        });
        // What is let go of here may ask the desk something itself.
        drop(before);
    }

    /// The row, where it is drawn.
    pub fn line(self, cell: CellId) -> Option<Rc<dyn Follower>> {
        self.lines.of(cell)
    }

    /// Tells a row what changed.
    pub(super) fn tell_line(self, told: &Told) {
        let Some(line) = self.lines.of(told.cell) else {
            return;
        };
        if let Some(view) = &told.view {
            line.show(view);
        }
        if let Some(text) = &told.text {
            line.show_text(text);
        }
        if let Some(note) = &told.note {
            line.show_note(note);
        }
    }

    /// Tells every row that what stands beside the sheet may have come; nobody where the report was closed meanwhile.
    pub(super) fn tell_lines_beside(self) {
        let all = |lines: &Vec<Option<Rc<dyn Follower>>>| lines.iter().flatten().cloned().collect();
        let lines: Option<Vec<Rc<dyn Follower>>> = self.lines.0.try_with_value(all);
        for line in lines.unwrap_or_default() {
            line.stand_beside();
        }
    }
}
