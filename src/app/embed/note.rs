//! Where an embedded page keeps what is typed, said above the report; and how a report is moved from there.

use super::line::Line;
use super::self_named;
use super::verbs;
use super::words::words;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::shell::{EXPORT, IMPORT, presses};
use crate::app::words::words as page_words;
use crate::embed::Origin;
use crate::report::Session;
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the note at the beginning of the page.
pub fn put(page: Page, line: &Line) {
    let main = dom::by_id::<HtmlElement>("main");
    let place = dom::document().and_then(|document| document.create_element("div").ok());
    let place = place.and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let (Some(main), Some(place)) = (main, place) {
        // A new element can be put anywhere.
        let _ = main.prepend_with_node_1(&place);
        let line = StoredValue::new_local(line.clone());
        // It stands there as long as the page lives.
        mount_to(place, move || {
            dynamic(move || note(page, line, page.language.get()))
        })
        .forget();
    }
}

/// Within a portal what is typed is often kept for this portal only, and somewhere nothing is kept. What is not found here
/// is not lost: an empty report says so, and stands open until something is in it.
fn note(page: Page, line: StoredValue<Line, LocalStorage>, language: Language) -> AnyView {
    let words = words(language);
    let (open, host) = line.with_value(|line| (line.open, line.host));
    let name = move || host.get().unwrap_or_else(|| words.portal.to_owned());
    let store = move || {
        if page.memory_only.get() {
            "memory"
        } else {
            "own"
        }
    };
    let where_kept = move || match self_named() {
        _ if page.memory_only.get() => words.in_memory.to_owned(),
        Some(hosts) => filled(words.for_portal, &[&names(&hosts, words.portal)]),
        None if host.get().is_some_and(|host| dom::origin() == Some(host)) => {
            words.with_page.to_owned()
        }
        None => filled(words.in_browser, &[&name()]),
    };
    let Some(desk) = open.get() else {
        return view! { <p class="bm-embedded" data-store=store>{where_kept}</p> }.into_any();
    };
    let is_empty = desk.session(Session::total).unwrap_or_default().filled == 0;
    let hand_over = move || {
        host.get().map(|_| {
            let hand_over = move |_| {
                let line = line.get_value();
                spawn_local(async move { verbs::hand_over(page, desk, &line, "").await });
                dom::announce(words.handed_over);
            };
            view! {
                <button type="button" class="bm-button" data-action="hand-over" on:click=hand_over>
                    {words.hand_over}
                </button>
            }
        })
    };
    let names = page_words(language);
    view! {
        <details class="bm-embedded" data-store=store open=is_empty>
            <summary>{where_kept}</summary>
            <p>{words.not_lost}</p>
            <p class="bm-row">
                {presses(names.export_json, "save-to-file", EXPORT)}
                {presses(names.import, "load-from-file", IMPORT)}
                {hand_over}
            </p>
        </details>
    }
    .into_any()
}

/// The portals of a list, as they are called on the page.
fn names(hosts: &str, unnamed: &str) -> String {
    let hosts = Origin::list(hosts);
    if hosts.is_empty() {
        return unnamed.to_owned();
    }
    let names: Vec<&str> = hosts.iter().map(Origin::as_str).collect();
    names.join(", ")
}
