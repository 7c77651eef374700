//! The signals of one cell.

use super::CellView;
use crate::form::CellId;
use crate::number::Decimal;
use leptos::prelude::*;

/// The signals of one cell: what changes together has one signal.
#[derive(Clone, Copy)]
pub(super) struct CellSignals {
    pub view: RwSignal<CellView>,
    pub text: RwSignal<String>,
    pub note: RwSignal<String>,
    /// Its number, typed or computed, from key to key.
    pub figure: RwSignal<Option<Decimal>>,
}

impl CellSignals {
    pub fn new() -> CellSignals {
        CellSignals {
            view: RwSignal::new(CellView::default()),
            text: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
            figure: RwSignal::new(None),
        }
    }

    /// Sets the signals of what changed.
    pub fn take(self, told: Told) {
        if let Some(view) = told.view {
            self.view.set(view);
        }
        if let Some(note) = told.note {
            self.note.set(note);
        }
        set(self.figure, told.figure);
        if let Some(text) = told.text {
            self.text.set(text);
        }
    }
}

/// What became of a cell; none where it is as it was.
pub(super) struct Told {
    pub cell: CellId,
    pub view: Option<CellView>,
    /// The text of the field, also where it has not changed but the field is left.
    pub text: Option<String>,
    pub note: Option<String>,
    /// Its number now.
    pub figure: Option<Decimal>,
}

/// Sets a signal where it would change.
pub(super) fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
