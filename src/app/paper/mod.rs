//! The paper: what is printed, laid on A4 pages beside the page that is seen.
//!
//! It is built when the browser prints, from Ctrl+P and from the menu too, and taken away afterwards. The printed form
//! is not what the screen shows: fields would print as boxes, and no browser of the officers numbers the pages of an
//! appendix by itself ([`crate::exchange::paper::pages`]).

mod lay;

use super::desk::Desk;
use super::dom;
use super::page::Page;
use super::window;
use crate::browser::{Listening, clock};
use crate::exchange::paper::{empty_paper, paper};
use crate::form::Form;
use crate::words::Language;
use leptos::prelude::*;

/// Prints the open report.
pub fn print_report(page: Page, desk: Desk) {
    lay_report(page, desk);
    print();
}

/// Prints a form set to be filled by hand.
pub fn print_empty(form: &Form, language: Language) {
    lay::lay(&empty_paper(form, language), language);
    print();
}

/// Whatever way the browser is told to print while a report is open, it prints the paper.
pub fn follow_printing(page: Page, desk: Desk) {
    let before = Listening::to_window("beforeprint", move || {
        if !lay::is_laid() {
            lay_report(page, desk);
        }
    });
    let before = StoredValue::new_local(Some(before));
    on_cleanup(move || {
        before.try_update_value(Option::take);
        lay::take_away();
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
