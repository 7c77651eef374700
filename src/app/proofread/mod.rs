//! Running text is proofread: a dialog over the report, whose code is fetched when it is first opened.

mod dialog;
mod list;
mod words;

use super::desk::Desk;
use super::page::Page;
use super::parts::dynamic;
use super::piece::{NotLoaded, Piece};
use crate::words::Language;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;
use words::words;

/// What this offers to the rest of the page.
pub struct Door {
    dialog: fn(Desk, Slot, Language) -> AnyView,
}

static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(proofread, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        dialog: dialog::dialog,
    };
    Ok(&DOOR)
}

/// Whether the dialog is open, and the text that stands in it: it is there again when the dialog is opened again.
#[derive(Clone, Copy)]
struct Slot {
    is_open: RwSignal<bool>,
    text: RwSignal<String>,
}

/// The button that opens the dialog, and the dialog.
pub fn button(page: Page, desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let slot = Slot {
        is_open: RwSignal::new(false),
        text: RwSignal::new(String::new()),
    };
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="proofread"
            title=words.open_what
            on:click=move |_| slot.is_open.set(true)
        >
            {words.open}
        </button>
        {dynamic(move || {
            if slot.is_open.get() {
                PIECE.view(page, move |door| (door.dialog)(desk, slot, language))
            } else {
                ().into_any()
            }
        })}
    }
    .into_any()
}
