//! The buttons that take back and do again, and the line that says what came of it.

use crate::app::changes;
use crate::app::desk::{Desk, Looked, Next};
use crate::app::earlier;
use crate::app::parts::{text, word};
use crate::app::route::Route;
use crate::app::words::words;
use crate::words::{Language, filled};
use leptos::prelude::*;

/// Undo and redo.
pub fn buttons(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let undo = Turn {
        action: "undo",
        keys: "Control+Z",
        sign: "↶ ",
        name: words.undo,
        next: desk.next_undo(),
        said: [words.undo_of, words.undo_none],
    };
    let redo = Turn {
        action: "redo",
        keys: "Control+Y Control+Shift+Z",
        sign: "↷ ",
        name: words.redo,
        next: desk.next_redo(),
        said: [words.redo_of, words.redo_none],
    };
    view! {
        {button(undo, language, Box::new(move || desk.undo(language)))}
        {button(redo, language, Box::new(move || desk.redo(language)))}
    }
    .into_any()
}

/// Where everything that was done is listed: the log of changes, and the earlier states.
pub fn places(desk: Desk, language: Language) -> AnyView {
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="changes"
            on:click=move |_| changes::open(desk, Looked::Report)
        >
            {words(language).changes}
        </button>
        <a class="bm-button" data-action="earlier" href=Route::of_earlier(&desk.key())>{earlier::words(language).from_report}</a>
    }
    .into_any()
}

/// A button that takes back, or does again.
struct Turn {
    action: &'static str,
    keys: &'static str,
    sign: &'static str,
    name: &'static str,
    next: ReadSignal<Option<Next>>,
    /// Its title: what would be done, and that there is nothing to do.
    said: [&'static str; 2],
}

fn button(turn: Turn, language: Language, act: Box<dyn Fn()>) -> AnyView {
    let (next, [of, none]) = (turn.next, turn.said);
    let title = Signal::derive(move || {
        next.with(|next| match next {
            Some(next) => filled(of, &[next.told.text(language)]),
            None => none.to_owned(),
        })
    });
    view! {
        <button
            type="button"
            class="bm-button"
            data-action=turn.action
            aria-keyshortcuts=turn.keys
            title=title
            disabled=move || next.with(Option::is_none)
            on:click=move |_| act()
        >
            <span aria-hidden="true">{turn.sign}</span>
            {turn.name}
        </button>
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
