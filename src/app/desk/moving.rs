//! Where the officer goes: to a row, to a sheet, to a finding.

use super::{Desk, Shown};
use crate::app::dom;
use crate::app::route::Route;
use crate::form::CellId;
use crate::report::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Desk {
    /// The address of a row or a sheet.
    pub fn address_of(self, at: &str) -> String {
        self.key.with_value(|key| Route::of_row(key, at))
    }

    /// Opens the sheet of a cell and stands on the cell.
    pub fn go_to(self, cell: CellId) {
        let sheet = self.form(|form| form.form.row(cell).map(|row| row.sheet));
        match sheet {
            // At once, before the next key is heard, where the sheet is there.
            Some(sheet) if sheet == self.sheet.get_untracked() && self.focus_now(cell) => {}
            Some(sheet) => {
                self.sheet.set(sheet);
                self.focus(cell);
            }
            None => {}
        }
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

    /// Moves the focus to the figure of a cell, once its sheet is shown; of a computed one to the button that says how,
    /// of a heading to its note.
    pub(super) fn focus(self, cell: CellId) {
        // In this turn still, after what the signals build: on a slow machine the next key is there before the next frame.
        spawn_local(async move {
            if !self.focus_now(cell) {
                request_animation_frame(move || {
                    self.focus_now(cell);
                });
            }
        });
    }

    fn focus_now(self, cell: CellId) -> bool {
        if !self.is_open() {
            return false;
        }
        let id = self.form(|form| form.form.row(cell).map(|row| row.id.clone()));
        id.is_some_and(|id| {
            dom::focus_first(&format!(
                "input[data-row=\"{id}\"], select[data-row=\"{id}\"], [data-explain=\"{id}\"], [data-note=\"{id}\"]"
            ))
        })
    }

    /// Opens the sheet before or after the open one and stands on its first figure; helper sheets only where they are
    /// among the tabs.
    pub fn turn(self, forth: bool, is_open: impl Fn(usize) -> bool) {
        let here = self.sheet.get_untracked();
        let last = self.form(|form| form.form.sheets.len());
        let mut sheets: Box<dyn Iterator<Item = usize>> = if forth {
            Box::new(here + 1..last)
        } else {
            Box::new((0..here).rev())
        };
        let Some(sheet) = sheets.find(|sheet| is_open(*sheet)) else {
            return;
        };
        self.sheet.set(sheet);
        self.step_into_sheet();
    }

    /// Stands on the first figure of the open sheet.
    pub(super) fn step_into_sheet(self) {
        self.step_to(|cell| {
            self.form(|form| form.form.row(cell).is_some_and(|row| row.is_entry()))
        });
    }

    /// Stands on the first figure of the open sheet that the agency has still to fill or to confirm; says whether there
    /// is one.
    pub fn step_into_gap(self) -> bool {
        self.step_to(|cell| {
            let is_gap = |session: &Session| session.is_asked(cell) && !session.is_filled(cell);
            self.session(is_gap) == Some(true)
        })
    }

    /// Stands on the first row of the open sheet of which something is true; says whether there is one.
    fn step_to(self, is_it: impl Fn(CellId) -> bool) -> bool {
        let sheet = self.sheet.get_untracked();
        let cells = self.form(|form| form.form.sheets.get(sheet).map(|sheet| sheet.cells()));
        let first = cells.and_then(|mut cells| cells.find(|cell| is_it(*cell)));
        if let Some(first) = first {
            self.focus(first);
        }
        first.is_some()
    }

    /// Goes to the next finding of the list, or to the one before; round the list at its end. Gives its place in the
    /// list, from 1, and the finding; none where there is none.
    pub fn turn_to_finding(self, from: Option<CellId>, forth: bool) -> Option<(usize, Shown)> {
        let findings = self.findings.get_untracked();
        let seen = self.seen_finding.get_value();
        let at = findings
            .iter()
            .position(|finding| Some(finding.place) == seen);
        // From a row with a finding of its own the walk goes on from there.
        let at = at
            .filter(|at| findings.get(*at).map(|finding| finding.cell) == from || from.is_none())
            .or_else(|| {
                findings
                    .iter()
                    .position(|finding| Some(finding.cell) == from)
            })
            .or(at);
        let count = findings.len();
        let next = match (at, forth) {
            (None, true) => 0,
            (None, false) => count.checked_sub(1)?,
            (Some(at), true) => (at + 1) % count.max(1),
            (Some(at), false) => (at + count).checked_sub(1)? % count.max(1),
        };
        let finding = findings.get(next)?.clone();
        self.seen_finding.set_value(Some(finding.place));
        self.go_to(finding.cell);
        Some((next + 1, finding))
    }
}
