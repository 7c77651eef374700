//! The report in words: what the officer writes under each heading and in the fields of the letter, below the sheets.
//! Its code is fetched when it is first opened.

mod fields;
mod words;

pub use words::words;

use super::desk::Desk;
use super::dom;
use super::page::Page;
use super::parts::{dynamic, word};
use super::piece::{NotLoaded, Piece};
use crate::words::Language;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_split_helpers::wasm_split;

/// What the piece offers to the report page.
pub struct Door {
    section: fn(Desk, Language) -> AnyView,
    reveal: fn(&str),
}

static PIECE: Piece<Door> = Piece::new(|| Box::pin(door()));

#[wasm_split(wording, fallible)]
fn door() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        section: fields::section,
        reveal: fields::reveal,
    };
    Ok(&DOOR)
}

/// The button that opens the section and stands on its title.
pub fn button(desk: Desk, language: Language) -> AnyView {
    let open = desk.wording.open;
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="wording"
            aria-expanded=word(move || Some(if open.get() { "true" } else { "false" }))
            on:click=move |_| desk.show_wording(None)
        >
            {words(language).title}
        </button>
    }
    .into_any()
}

/// The section below the sheets; nothing stands there until it is opened.
pub fn section(page: Page, desk: Desk, language: Language) -> AnyView {
    let wording = desk.wording;
    // Where the officer is led: once the section is there, and again whenever it is asked for.
    let lead = dynamic(move || {
        let wanted = wording.wanted.get();
        if wording.open.get() && wanted.is_some() {
            PIECE.act(page, move |door| {
                let wanted = wanted.clone().unwrap_or_default();
                let reveal = door.reveal;
                request_animation_frame(move || reveal(&wanted));
            });
        }
        ().into_any()
    });
    let section = dynamic(move || {
        if wording.open.get() {
            PIECE.view(page, move |door| (door.section)(desk, language))
        } else {
            ().into_any()
        }
    });
    view! { {section} {lead} }.into_any()
}

/// Closes the section, and stands on the button that opens it.
fn close(desk: Desk) {
    desk.wording.open.set(false);
    dom::focus_first("[data-action=\"wording\"]");
}

/// Something of the page as the element that it is.
fn element<T: JsCast>(event: &web_sys::Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
