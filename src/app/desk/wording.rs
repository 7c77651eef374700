//! What the officer writes in words: the way to it, and that it or the figures it speaks of have changed.

use super::Desk;
use super::signals::set;
use crate::report::ChangeSet;
use leptos::prelude::*;

/// The report in words, as the page shows it.
#[derive(Clone, Copy)]
pub struct Wording {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// The id of the field to which the officer is led; empty for the title.
    pub wanted: RwSignal<Option<String>>,
    /// Counts the changes of texts.
    pub texts: RwSignal<u32>,
    /// Counts the changes of figures while it is open.
    pub figures: RwSignal<u32>,
}

impl Wording {
    pub(super) fn new() -> Wording {
        Wording {
            open: RwSignal::new(false),
            wanted: RwSignal::new(None),
            texts: RwSignal::new(0),
            figures: RwSignal::new(0),
        }
    }

    /// Makes whoever asks follow both texts and figures.
    pub fn follow(self) {
        self.texts.track();
        self.figures.track();
    }

    pub(super) fn show(self, changes: &ChangeSet) {
        if !self.open.get_untracked() {
            return;
        }
        if changes.texts {
            self.texts.update(|count| *count = count.wrapping_add(1));
        }
        if changes.state || !changes.cells.is_empty() || changes.texts {
            self.figures.update(|count| *count = count.wrapping_add(1));
        }
    }
}

impl Desk {
    /// Opens what is written in words, and leads to a field; to the title where none is named.
    pub fn show_wording(self, field: Option<&str>) {
        set(self.wording.open, true);
        self.wording
            .wanted
            .set(Some(field.unwrap_or_default().to_owned()));
    }

    /// A text was typed under a heading, or in a field of the letter.
    pub fn write_paragraph(self, id: &str, text: &str) {
        self.alter(None, Box::new(|session| session.set_paragraph(id, text)));
    }

    /// What the form set says under a heading is left out, or taken in again.
    pub fn set_alone(self, heading: &str, is_alone: bool) {
        self.rest();
        self.alter(
            None,
            Box::new(|session| session.set_alone(heading, is_alone)),
        );
        self.rest();
    }
}
