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
use super::route::Route;
use crate::browser::{area, host};
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

/// Keeps what is entered within portals that have named themselves apart from everything else, from now on; before
/// anything is looked for.
pub fn keep_apart() {
    if let Some(hosts) = self_named() {
        area::keep_for(&hosts);
    }
}

/// Begins to speak with the window around the page, where there is one.
pub fn follow(page: Page) {
    if host::parent().is_none() {
        return;
    }
    if named_hosts().is_some() {
        shows(
            page.route
                .with_untracked(|route| matches!(route, Route::Report { .. })),
        );
    }
    // What watches the page lives as long as the app, not as long as the piece is fetched.
    let owner = Owner::current().unwrap_or_default();
    PIECE.act(page, move |door| (door.begin)(page, &owner));
}

/// Says on `<html>` whether the portal shows a report that it names, or the whole page: whoever begins at home wants to
/// come back there, and who was given a report has no business elsewhere.
fn shows(names_report: bool) {
    let what = if names_report { "report" } else { "page" };
    dom::set_root("data-embedded", what);
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

/// The portals around the page that are named by its address alone. Whoever puts up a frame writes its address, so they
/// may be anybody; but a portal on the page's own origin, which reaches everything of it anyway.
fn self_named() -> Option<String> {
    host::parent()?;
    let hosts = dom::parameter("host").filter(|_| dom::root("data-hosts").is_none())?;
    (dom::origin().as_ref() != Some(&hosts)).then_some(hosts)
}

/// Who may speak with the page, as it was written: whom the build names (`<html data-hosts="…">`), or, where it names
/// nobody, whom the address names (`?host=…`).
fn named_hosts() -> Option<String> {
    dom::root("data-hosts").or_else(|| dom::parameter("host"))
}
