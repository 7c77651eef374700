//! What the page's own script says of working without a network (assets/offline.js), and what it is asked.
//!
//! The script stands on its own: it knows of no figures, and it brings a new build to the machine even where this
//! program does not start.

use web_sys::{Element, Event};

/// The event that tells of a change in [`readiness`] or [`update`].
pub const CHANGED: &str = "bieumau-offline";

/// How far the page is with working without a network: the word of `<html data-offline>`; none while nobody has looked.
pub fn readiness() -> Option<String> {
    said("data-offline")
}

/// Whether there is a new build: `waiting`, or `taken` by another tab.
pub fn update() -> Option<String> {
    said("data-update")
}

/// The name of this build, 12 hexadecimal digits; none where the page is no finished build.
pub fn build() -> Option<String> {
    said("data-build")
}

/// Asks for the new build, in which the page begins anew: everything must be saved before.
pub fn take_over() {
    ask("bieumau-take-over");
}

/// Asks for what the page needs without a network, where it was not fetched because data is to be spared.
pub fn prepare() {
    ask("bieumau-prepare");
}

fn said(name: &str) -> Option<String> {
    root()?.get_attribute(name)
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn ask(what: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(what)) {
        // It fails only for an event that is on its way already.
        let _ = window.dispatch_event(&event);
    }
}
