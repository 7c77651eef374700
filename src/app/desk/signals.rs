//! The signals of one cell.

use super::CellView;
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
}

/// Sets a signal where it would change; says whether it did.
pub(super) fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
