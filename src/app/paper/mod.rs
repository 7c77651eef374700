//! The paper: what is printed, laid on A4 pages beside the page that is seen.
//!
//! It is built when the browser prints, from Ctrl+P and from the menu too, and taken away afterwards. The printed form
//! is not what the screen shows: fields would print as boxes, and no browser of the officers numbers the pages of an
//! appendix by itself ([`crate::exchange::paper::pages`]).

mod lay;

use super::desk::Desk;
use super::dom;
use super::page::Page;
use super::piece::{NotLoaded, Piece};
use super::window;
use crate::browser::{Listening, clock};
use crate::exchange::paper::{empty_paper, paper};
use crate::form::Form;
use crate::report::OpenForm;
use crate::words::Language;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_split_helpers::wasm_split;

/// What this piece offers to the rest.
pub struct Door {
    lay_report: fn(Page, Desk),
    lay_empty: fn(&Form, Language),
    is_laid: fn() -> bool,
    take_away: fn(),
}

/// The paper, fetched when something is first printed, or while nobody waits.
static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(paper, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        lay_report,
        lay_empty: |form, language| lay::lay(&empty_paper(form, language), language),
        is_laid: lay::is_laid,
        take_away: lay::take_away,
    };
    Ok(&DOOR)
}

/// Brings the paper before anyone prints: the browser does not wait when it is told to by Ctrl+P. On `<html>` it is
/// said that it is there.
pub async fn bring() {
    if PIECE.door().is_none() && PIECE.open().await.is_ok() {
        dom::set_root("data-paper", "false");
    }
}

/// Prints the open report.
pub fn print_report(page: Page, desk: Desk) {
    PIECE.act(page, move |door| {
        // The piece may have come after the report was left: then there is nothing to print.
        if desk.is_open() {
            (door.lay_report)(page, desk);
            print();
        }
    });
}

/// Prints a form set to be filled by hand.
pub fn print_empty(page: Page, form: &Arc<OpenForm>, language: Language) {
    let form = form.clone();
    PIECE.act(page, move |door| {
        (door.lay_empty)(&form.form, language);
        print();
    });
}

/// Whatever way the browser is told to print while a report is open, it prints the paper. The browser does not wait:
/// where the piece has not come yet it prints the page that is seen.
pub fn follow_printing(page: Page, desk: Desk) {
    let before = Listening::to_window("beforeprint", move || match PIECE.door() {
        Some(door) if !(door.is_laid)() => (door.lay_report)(page, desk),
        Some(_) => {}
        None => PIECE.act(page, |_| {}),
    });
    let before = StoredValue::new_local(Some(before));
    on_cleanup(move || {
        before.try_update_value(Option::take);
        if let Some(door) = PIECE.door() {
            (door.take_away)();
        }
    });
}

/// On paper the report leaves the machine, so it is judged as by every other way out.
fn lay_report(page: Page, desk: Desk) {
    desk.leaves(window::of_desk(page, desk));
    let language = page.language.get_untracked();
    let made = desk.session(|session| paper(session, language, &clock::local_moment));
    if let Some(made) = made {
        lay::lay(&made, language);
    }
}

fn print() {
    if let Some(window) = dom::window() {
        // A browser that cannot print does nothing, and says so itself.
        let _ = window.print();
    }
}
