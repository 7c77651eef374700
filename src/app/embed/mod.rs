//! The page within another page: it speaks with the window around it by the protocol of `crate::embed`, as far as that
//! window's origin was named to it, and takes no more room than it needs.

mod line;
mod note;
mod verbs;
mod words;

use super::desk::Desk;
use super::dom;
use super::page::Page;
use super::piece::{NotLoaded, Piece};
use crate::browser::host;
use crate::store::JournalEdit;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_split_helpers::wasm_split;

/// What this piece offers to the rest.
pub struct Door {
    begin: fn(Page, &Owner),
    now_open: fn(Option<Desk>),
    tell: fn(&[JournalEdit]),
}

static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(embed, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        begin: line::begin,
        now_open: line::now_open,
        tell: line::tell,
    };
    Ok(&DOOR)
}

thread_local! {
    /// The report that is open. The first load has no signal for it: only this piece looks at it.
    static OPEN: Cell<Option<Desk>> = const { Cell::new(None) };
}

/// Begins to speak with the window around the page, where there is one.
pub fn follow(page: Page) {
    if host::parent().is_none() {
        return;
    }
    if named_hosts().is_some() {
        dom::set_root("data-embedded", "true");
    }
    // What watches the page lives as long as the app, not as long as the piece is fetched.
    let owner = Owner::current().unwrap_or_default();
    PIECE.act(page, move |door| (door.begin)(page, &owner));
}

/// A report was opened, or is open no more.
pub fn now_open(desk: Option<Desk>) {
    OPEN.set(desk);
    if let Some(door) = PIECE.door() {
        (door.now_open)(desk);
    }
}

/// Something was edited, and goes into the journal now.
pub fn tell(edits: &[JournalEdit]) {
    if let Some(door) = PIECE.door() {
        (door.tell)(edits);
    }
}

/// Who may speak with the page, as it was written: whom the build names (`<html data-hosts="…">`), or, where it names
/// nobody, whom the address names (`?host=…`).
fn named_hosts() -> Option<String> {
    dom::root("data-hosts").or_else(|| dom::parameter("host"))
}
