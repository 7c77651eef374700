//! The dialog that shows what a total is made of, and what one unit has reported. Each leads to the other, and back.

use super::hall::{Hall, Shown};
use super::trace;
use super::words::words;
use crate::app::dom;
use crate::app::parts::dynamic;
use crate::app::words::words as page_words;
use crate::words::Language;
use leptos::prelude::*;

/// The id of the dialog.
const ID: &str = "gather";

/// The dialog; it is open as long as there is something to show.
pub fn dialog(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let close = move |_| {
        hall.shown.update(Vec::clear);
        dom::close_dialog(ID);
    };
    let back = move |_| {
        hall.shown.update(|stack| {
            stack.pop();
        });
    };
    let inner = dynamic(move || {
        let shown = hall.shown.with(|stack| stack.last().copied());
        let depth = hall.shown.with(Vec::len);
        let Some(shown) = shown else {
            request_animation_frame(|| dom::close_dialog(ID));
            return ().into_any();
        };
        request_animation_frame(|| {
            // It is open already where one thing leads to another.
            let _ = dom::open_dialog(ID);
            dom::focus_first("#gather-shown");
        });
        let part = match shown {
            Shown::Row(cell) => trace::of_row(hall, cell, language),
            Shown::Unit(at) => trace::of_unit(hall, at, language),
        };
        view! {
            {part}
            <p class="bm-row">
                {(depth > 1).then(|| view! {
                    <button type="button" class="bm-button" data-action="gather-back" on:click=back>{words.back}</button>
                })}
                <button type="button" class="bm-button" data-action="gather-close" on:click=close>
                    {page_words(language).close}
                </button>
            </p>
        }
        .into_any()
    });
    view! {
        <dialog
            id=ID
            class="bm-dialog bm-gather__dialog"
            aria-labelledby="gather-shown"
            on:close=move |_| {
                if hall.shown.with_untracked(|stack| !stack.is_empty()) {
                    hall.shown.update(Vec::clear);
                }
            }
        >
            {inner}
        </dialog>
    }
    .into_any()
}
