//! Finding a row: a dialog with a field and the rows that fit, over all sheets. The field is a combobox by the pattern
//! of the ARIA Authoring Practices: the focus stays in it while the arrows walk through the list.

use super::rows::no_figure;
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::parts::{dynamic, text, word};
use crate::app::words::words;
use crate::form::{CellId, Finder, Kind};
use crate::number::write;
use crate::report::{Entry, Session};
use crate::words::{Language, filled};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The id of the dialog.
const ID: &str = "find";
/// As many rows are shown; who gets more types more.
const MOST: usize = 40;

/// What was found, and the row that stands out in it.
#[derive(Clone, Default, PartialEq)]
struct Found {
    rows: Vec<CellId>,
    count: usize,
    at: usize,
}

/// Opens the dialog, with what was looked for last.
pub fn open() {
    if dom::open_dialog(ID)
        && let Some(field) = dom::by_id::<HtmlInputElement>("find-text")
    {
        field.select();
    }
}

/// The button that opens the dialog, and the dialog.
pub fn button(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let finder = StoredValue::new(None::<Finder>);
    let found = RwSignal::new(Found::default());
    let typed = RwSignal::new(String::new());
    let look = move |event: Event| {
        let now = event_target_value(&event);
        finder.update_value(|finder| {
            let finder = finder.get_or_insert_with(|| desk.form(|form| Finder::new(&form.form)));
            let mut rows = finder.find(&now);
            let count = rows.len();
            rows.truncate(MOST);
            found.set(Found { rows, count, at: 0 });
        });
        typed.set(now);
    };
    let go = move |at: usize| {
        let cell = found.with_untracked(|found| found.rows.get(at).copied());
        if let Some(cell) = cell {
            dom::close_dialog(ID);
            desk.go_to(cell);
        }
    };
    let walk = move |event: KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (at, count) = found.with_untracked(|found| (found.at, found.rows.len()));
        let last = count.saturating_sub(1);
        let next = match event.key().as_str() {
            "ArrowDown" if at == last => 0,
            "ArrowDown" => at + 1,
            "ArrowUp" => at.checked_sub(1).unwrap_or(last),
            "PageDown" => (at + 8).min(last),
            "PageUp" => at.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                return go(at);
            }
            _ => return,
        };
        event.prevent_default();
        found.update(|found| found.at = next);
        show(next);
    };
    let click = move |event: leptos::ev::MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let option = target.and_then(|target| target.closest("[role=option]").ok().flatten());
        let place = option.and_then(|option| option.id().rsplit('-').next()?.parse().ok());
        if let Some(place) = place {
            go(place);
        }
    };
    let options = dynamic(move || {
        let found = found.get();
        let options = found.rows.iter().enumerate();
        let options: Vec<AnyView> = options
            .map(|(place, cell)| option(desk, *cell, place, place == found.at, language))
            .collect();
        options.into_any()
    });
    let said = text(move || {
        let count = found.with(|found| found.count);
        match count {
            _ if typed.with(|typed| typed.trim().is_empty()) => words.find_hint.to_owned(),
            0 => words.find_none.to_owned(),
            _ if count > MOST => filled(words.find_more, &[&count.to_string(), &MOST.to_string()]),
            _ => filled(words.find_count, &[&count.to_string()]),
        }
    });
    let has_any = move || found.with(|found| !found.rows.is_empty());
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="find"
            title=words.find_keys
            on:click=|_| open()
        >
            {words.find}
        </button>
        <dialog id=ID class="bm-dialog bm-find" aria-labelledby="find-title">
            <h2 id="find-title">{words.find}</h2>
            <label class="bm-field__label" for="find-text">{words.find_what}</label>
            <input
                id="find-text"
                type="text"
                class="bm-input"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                autofocus
                aria-autocomplete="list"
                aria-controls="find-list"
                aria-expanded=word(move || Some(if has_any() { "true" } else { "false" }))
                aria-activedescendant=move || {
                    found.with(|found| (!found.rows.is_empty()).then(|| format!("find-{}", found.at)))
                }
                on:input=look
                on:keydown=walk
            />
            <p class="bm-find__said" role="status">{said}</p>
            <ul
                id="find-list"
                class="bm-find__list"
                role="listbox"
                aria-label=words.find_found
                hidden=move || !has_any()
                on:click=click
            >
                {options}
            </ul>
            <form method="dialog">
                <button class="bm-button">{words.close}</button>
            </form>
        </dialog>
    }
    .into_any()
}

/// One row that fits: its sheet and code, its label, and what stands there now.
fn option(desk: Desk, cell: CellId, place: usize, is_at: bool, language: Language) -> AnyView {
    let (address, label) = desk.form(|form| {
        let label = form
            .form
            .row(cell)
            .map(|row| row.label.text(language).to_owned());
        let address = form.form.address(cell).text(language).to_owned();
        (address, label.unwrap_or_default())
    });
    let value = desk.session(|session| value_of(session, cell, language));
    view! {
        <li
            id=format!("find-{place}")
            class="bm-find__row"
            role="option"
            aria-selected=if is_at { "true" } else { "false" }
        >
            <span class="bm-find__address">{address}</span>
            " "
            <span class="bm-find__label">{label}</span>
            " "
            <span class="bm-find__value">{value.unwrap_or_default()}</span>
        </li>
    }
    .into_any()
}

/// What stands in a row, in words; nothing for a heading.
fn value_of(session: &Session, cell: CellId, language: Language) -> String {
    let words = words(language);
    let Some(row) = session.form().form.row(cell) else {
        return String::new();
    };
    if let Some(derived) = session.derived(cell) {
        return match derived.value {
            Ok(number) => write(number),
            Err(reason) => no_figure(reason, language),
        };
    }
    match session.entry(cell) {
        _ if row.kind == Kind::Heading => String::new(),
        Entry::Blank => words.blank.to_owned(),
        Entry::NotApplicable => words.not_applicable.to_owned(),
        Entry::Number(number) => write(*number),
        Entry::Text(text) => text.clone(),
        Entry::Unreadable(text) => format!("“{text}”"),
        Entry::Choice(code) => {
            let option = row.options.iter().find(|option| option.code == *code);
            option.map_or_else(
                || code.clone(),
                |option| option.label.text(language).to_owned(),
            )
        }
    }
}

/// Brings a row of the list into sight, and the list no further than it must.
fn show(place: usize) {
    let element = dom::by_id::<HtmlElement>;
    let (Some(list), Some(row)) = (element("find-list"), element(&format!("find-{place}"))) else {
        return;
    };
    let (top, height) = (row.offset_top(), row.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if top + height > list.scroll_top() + list.client_height() {
        list.set_scroll_top(top + height - list.client_height());
    }
}
