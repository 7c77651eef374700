//! The buttons that take back and do again, and the line that says what came of it.

use crate::app::changes;
use crate::app::desk::{Desk, Looked};
use crate::app::earlier;
use crate::app::parts::{text, word};
use crate::app::route::Route;
use crate::app::words::words;
use crate::words::{Language, filled};
use leptos::prelude::*;

/// Undo, redo, and the log of changes.
pub fn buttons(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let (undo, redo) = (desk.next_undo(), desk.next_redo());
    let undo_title = Signal::derive(move || {
        undo.with(|next| match next {
            Some(next) => filled(words.undo_of, &[next.told.text(language)]),
            None => words.undo_none.to_owned(),
        })
    });
    let redo_title = Signal::derive(move || {
        redo.with(|next| match next {
            Some(next) => filled(words.redo_of, &[next.told.text(language)]),
            None => words.redo_none.to_owned(),
        })
    });
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="undo"
            aria-keyshortcuts="Control+Z"
            title=undo_title
            disabled=move || undo.with(Option::is_none)
            on:click=move |_| desk.undo(language)
        >
            <span aria-hidden="true">"↶ "</span>
            {words.undo}
        </button>
        <button
            type="button"
            class="bm-button"
            data-action="redo"
            aria-keyshortcuts="Control+Y Control+Shift+Z"
            title=redo_title
            disabled=move || redo.with(Option::is_none)
            on:click=move |_| desk.redo(language)
        >
            <span aria-hidden="true">"↷ "</span>
            {words.redo}
        </button>
        <button
            type="button"
            class="bm-button"
            data-action="changes"
            on:click=move |_| changes::open(desk, Looked::Report)
        >
            {words.changes}
        </button>
        <a class="bm-button" data-action="earlier" href=Route::of_earlier(&desk.key())>{earlier::words(language).earlier}</a>
    }
    .into_any()
}

/// What was taken back, done again or emptied last. It is said aloud elsewhere.
pub fn said(desk: Desk, language: Language) -> AnyView {
    let said = desk.said();
    let line = text(move || {
        said.with(|said| {
            let said = said.as_ref();
            said.map_or_else(String::new, |said| said.text(language).to_owned())
        })
    });
    view! {
        <p class="bm-report__said" data-said hidden=word(move || said.with(Option::is_none).then_some(""))>
            {line}
        </p>
    }
    .into_any()
}
