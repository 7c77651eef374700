//! The help with all keys: a dialog on the report page, and the same table among the settings.

use super::KEYS;
use super::words::words as said;
use crate::app::dom;
use crate::app::parts::columns;
use crate::app::words::words;
use crate::words::Language;
use leptos::prelude::*;

/// The id of the dialog.
const ID: &str = "keys";

/// All keys and what they do.
pub fn table(language: Language) -> AnyView {
    let words = said(language);
    let mut lines: Vec<(&str, String)> = Vec::new();
    for key in KEYS {
        let said = key.act.words(words);
        match lines.last_mut() {
            Some((before, shown)) if *before == said => {
                shown.push_str(", ");
                shown.push_str(&key.shown());
            }
            _ => lines.push((said, key.shown())),
        }
    }
    let lines: Vec<AnyView> = lines
        .into_iter()
        .map(|(said, shown)| {
            view! { <tr><th scope="row"><kbd>{shown}</kbd></th><td>{said}</td></tr> }.into_any()
        })
        .collect();
    view! {
        <table class="bm-keys">
            {columns(&[words.key, words.does])}
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

/// The button that opens the help.
pub fn button(language: Language) -> AnyView {
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="keys"
            on:click=|_| open()
        >
            {words(language).keys}
        </button>
    }
    .into_any()
}

/// The help, which a key opens too: it must not stand within what may be folded.
pub fn dialog(language: Language) -> AnyView {
    let words = words(language);
    view! {
        <dialog id=ID class="bm-dialog" aria-labelledby="keys-title">
            <form method="dialog" class="bm-dialog__head">
                <h2 id="keys-title">{words.keys}</h2>
                <button class="bm-button">{words.close}</button>
            </form>
            {table(language)}
        </dialog>
    }
    .into_any()
}

/// Opens the help.
pub fn open() {
    dom::open_dialog(ID);
}
