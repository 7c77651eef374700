//! Where the officer goes: to a row, to a sheet, up and down the column.

use super::Desk;
use crate::app::dom;
use crate::app::route::Route;
use crate::form::CellId;
use leptos::prelude::*;

impl Desk {
    /// The address of a row or a sheet.
    pub fn address_of(self, at: &str) -> String {
        self.key.with_value(|key| Route::of_row(key, at))
    }

    /// Opens the sheet of a cell and stands on the cell.
    pub fn go_to(self, cell: CellId) {
        if let Some(sheet) = self.form(|form| form.form.row(cell).map(|row| row.sheet)) {
            self.sheet.set(sheet);
        }
        self.focus(cell);
    }

    /// Opens the sheet, or the row, that an address names.
    pub fn go_to_address(self, at: &str) {
        let sheet = self.form(|form| form.form.sheets.iter().position(|sheet| sheet.id == at));
        match (sheet, self.form(|form| form.form.cell(at))) {
            (Some(sheet), _) => self.sheet.set(sheet),
            (None, Some(cell)) => self.go_to(cell),
            (None, None) => {}
        }
    }

    /// Moves the focus to the figure of a cell, once its sheet is shown.
    pub(super) fn focus(self, cell: CellId) {
        let Some(id) = self.form(|form| form.form.row(cell).map(|row| row.id.clone())) else {
            return;
        };
        request_animation_frame(move || {
            dom::focus_first(&format!("[data-row=\"{id}\"]"));
        });
    }

    /// Moves the focus up or down the column of figures of the sheet.
    pub fn step(self, cell: CellId, by: isize) {
        let next = self.form(|form| {
            let sheet = form.form.sheet_of(cell)?;
            let takes_keys = |cell: &CellId| {
                let is_entry = form.form.row(*cell).is_some_and(|row| row.is_entry());
                is_entry && !self.cell(*cell).with_untracked(|view| view.is_fed)
            };
            let entries: Vec<CellId> = sheet.cells().filter(takes_keys).collect();
            let place = entries.iter().position(|entry| *entry == cell)?;
            entries.get(place.checked_add_signed(by)?).copied()
        });
        if let Some(id) =
            next.and_then(|next| self.form(|form| form.form.row(next).map(|row| row.id.clone())))
        {
            dom::focus_first(&format!("[data-row=\"{id}\"]"));
        }
    }
}
