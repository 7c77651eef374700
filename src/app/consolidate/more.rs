//! Long lists are shown piece by piece: a page of thousands of lines takes an old machine seconds to draw.

use super::words::words;
use crate::words::{Language, filled};
use leptos::prelude::*;

/// So many lines of a list are shown at once: those of a province's communes and departments.
pub const AT_ONCE: usize = 100;

/// How many lines of a list are shown.
#[derive(Clone, Copy)]
pub struct Shown(RwSignal<usize>);

impl Shown {
    /// The first ones.
    pub fn first() -> Shown {
        Shown(RwSignal::new(AT_ONCE))
    }

    /// How many; whoever asks is told when there are more.
    pub fn get(self) -> usize {
        self.0.get()
    }

    /// The first ones again.
    pub fn reset(self) {
        self.0.set(AT_ONCE);
    }

    /// A button that shows more, where there are more: `count` is how many there are.
    pub fn button(self, count: usize, action: &'static str, language: Language) -> AnyView {
        let left = count.saturating_sub(self.get());
        if left == 0 {
            return ().into_any();
        }
        let said = filled(words(language).more, &[&left.to_string()]);
        let more = move |_| self.0.update(|shown| *shown += AT_ONCE);
        view! { <p><button type="button" class="bm-button" data-action=action on:click=more>{said}</button></p> }
            .into_any()
    }
}
