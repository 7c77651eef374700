//! The few things of the document that no component does by itself.

use leptos::prelude::request_animation_frame;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, EventTarget, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions,
    ScrollLogicalPosition, Window,
};

/// The window; none outside a page.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Moves the focus to the first element of a selector; says whether it is there. What is not seen takes no focus.
pub fn focus_first(selector: &str) -> bool {
    let found = document()
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    match found {
        Some(element) => {
            // The browser refuses by doing nothing.
            let _ = element.focus();
            document().and_then(|document| document.active_element()) == Some(element.into())
        }
        None => false,
    }
}

/// Moves the focus to what answers a button, once it is shown; not where the officer has gone on by then: what is typed
/// next would be lost.
pub fn answer_at(selector: &'static str) {
    let focused = || document().and_then(|document| document.active_element());
    let before = focused();
    request_animation_frame(move || {
        // A button that is hidden by what it did leaves the focus to the body.
        let now = focused().filter(|element| element.tag_name() != "BODY");
        if now.is_none() || now == before {
            focus_first(selector);
        }
    });
}

/// Presses the first element of a selector, where there is one.
pub fn press(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Whether a new page has been gone to that has not taken the focus yet.
static ARRIVING: AtomicBool = AtomicBool::new(false);

/// A new page is gone to, and takes the focus once it is there. Not where the officer is elsewhere: a portal that opens a
/// report within its own page keeps the focus.
pub fn arrive() {
    let is_here = document().is_some_and(|document| document.has_focus().unwrap_or(true));
    ARRIVING.store(is_here, Ordering::Relaxed);
}

/// Whether a page was gone to that has not taken the focus yet.
pub fn is_arriving() -> bool {
    ARRIVING.load(Ordering::Relaxed)
}

/// The focus is where it belongs on the page that was gone to.
pub fn arrived() {
    ARRIVING.store(false, Ordering::Relaxed);
}

/// The title of a page is there, maybe a moment after its address: it takes the focus where the page was gone to.
pub fn title_is_there() {
    if is_arriving() && focus_first(TITLE) {
        arrived();
    }
}

/// The title of what is shown; that of a page that is still waited for takes no focus.
pub const TITLE: &str = "main h1[tabindex]";

/// Says on `<html>` that the page takes input, and in which language it speaks.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Setting a plain attribute on the root cannot fail.
        let _ = root.set_attribute(name, value);
    }
}

/// Names the window by what is open in it: “Cài đặt – Biểu Mẫu”. It is the same in every language.
pub fn name_window(what: &str) {
    if let Some(document) = document() {
        document.set_title(&[what, " – Biểu Mẫu"].concat());
    }
}

/// The title of the window.
pub fn title() -> String {
    document().map_or_else(String::new, |document| document.title())
}

/// What the page says of itself on `<html>`.
pub fn root(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Goes to an address behind `#` without leaving a step to go back to.
pub fn replace(hash: &str) {
    if let Some(window) = window() {
        // The browser refuses only addresses that are none.
        let _ = window.location().replace(hash);
    }
}

/// The origin of the page.
pub fn origin() -> Option<String> {
    window()?.location().origin().ok()
}

/// The part of the address behind `#`.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to an address behind `#`.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // The browser refuses only addresses that are none; ours are made of plain letters.
        let _ = window.location().set_hash(hash);
    }
}

/// A parameter of the address, before the `#`.
pub fn parameter(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
}

/// Where the page says aloud what it shows elsewhere: one polite live region, which is there from the beginning.
pub const ALOUD: &str = "aloud";

/// Says something to those who hear the page, once. The same words are said again.
pub fn announce(words: &str) {
    let region = by_id::<HtmlElement>(ALOUD);
    if let Some(region) = region {
        let same = region.text_content().as_deref() == Some(words);
        // Only what changes is spoken.
        let more = if same { "\u{a0}" } else { "" };
        region.set_text_content(Some(&format!("{words}{more}")));
    }
}

/// An element of a kind, by its id.
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a dialog over the page; says whether there is one. The browser closes it on Esc and gives the focus back.
pub fn open_dialog(id: &str) -> bool {
    // It refuses only while it is open already.
    by_id::<HtmlDialogElement>(id).is_some_and(|dialog| dialog.show_modal().is_ok())
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = by_id::<HtmlDialogElement>(id) {
        dialog.close();
    }
}

/// Does something with each element of a selector.
pub fn for_each(selector: &str, act: impl Fn(Element)) {
    let found = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return };
    for place in 0..found.length() {
        if let Some(element) = found.item(place).and_then(|node| node.dyn_into().ok()) {
            act(element);
        }
    }
}

/// Scrolls as little as needed to show an element.
pub fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether something is typed there that is no cell of a sheet.
pub fn takes_text(target: &EventTarget) -> bool {
    let element = target.dyn_ref::<Element>();
    element.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// Whether anything but the page as a whole has the focus.
pub fn has_focus() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.tag_name() != "BODY")
}
