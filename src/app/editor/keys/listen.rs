//! Hearing the keys of the report page, and where they were pressed.

use super::act::{act, show_again};
use super::grid::{Field, Spot};
use super::list::List;
use super::written::Written;
use super::{Act, Held, KEYS, Key};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::editor::side;
use crate::app::page::Page;
use crate::app::paste;
use crate::browser::Preferences;
use crate::form::CellId;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlSelectElement};

/// Hears every key while the report is open, and where the officer comes and goes.
pub fn listen(page: Page, desk: Desk) {
    let written = StoredValue::new(Written::default());
    let list = List::new();
    let keys = window_event_listener(ev::keydown, move |event| {
        pressed(page, desk, written, list, &event);
    });
    let chosen = window_event_listener(ev::change, move |_| list.close());
    let clicked = window_event_listener(ev::mousedown, move |event| {
        let target = target(&event);
        list.clicked(target.is_some_and(|target| target.is_instance_of::<HtmlSelectElement>()));
    });
    // To another window and back: the officer has not left the cell, and goes on where the caret was.
    let is_away = StoredValue::new(false);
    let come = window_event_listener(ev::focusin, move |event| {
        if is_away.try_update_value(std::mem::take) == Some(true) {
            return;
        }
        let Some(target) = target(&event) else { return };
        written.set_value(Written::of(&target));
        if let Some(cell) = row_of(desk, &target) {
            desk.watch(cell);
        }
        if let Some(spot) = Spot::of(desk, target) {
            paste::end(desk);
            desk.come_to(spot.cell, spot.column);
            show_again(desk, &spot);
        }
    });
    let go = window_event_listener(ev::focusout, move |event| {
        let Some(target) = target(&event) else { return };
        let active = dom::document().and_then(|document| document.active_element());
        let stays = active.as_ref() == Some(&target);
        is_away.set_value(stays);
        if stays {
            return;
        }
        list.close();
        paste::end(desk);
        let next = event.related_target();
        let next = next.and_then(|next| next.dyn_into::<Element>().ok());
        if let Some(spot) = Spot::of(desk, target.clone()) {
            desk.leave(spot.cell);
        }
        let line = line_of(&target);
        if line.is_some() && line != next.as_ref().and_then(line_of) {
            side::tell(desk, page.language.get_untracked());
        }
    });
    on_cleanup(move || {
        keys.remove();
        chosen.remove();
        clicked.remove();
        come.remove();
        go.remove();
    });
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// The line of the sheet in which an element stands.
fn line_of(element: &Element) -> Option<Element> {
    element.closest(".bm-line").ok().flatten()
}

fn row_of(desk: Desk, element: &Element) -> Option<CellId> {
    let note = line_of(element)?.query_selector("[data-note]").ok()??;
    let row = note.get_attribute("data-note")?;
    desk.form(|form| form.form.cell(&row))
}

/// The cell of an event, where it has one.
pub fn field_of(desk: Desk, target: &EventTarget) -> Option<Spot> {
    Spot::of(desk, target.dyn_ref::<Element>()?.clone())
}

fn pressed(
    page: Page,
    desk: Desk,
    written: StoredValue<Written>,
    list: List,
    event: &KeyboardEvent,
) {
    paste::hear(desk, event);
    let Some(target) = target(event) else { return };
    let is_list = target.is_instance_of::<HtmlSelectElement>();
    // Most keys are letters and digits, and asking for their names costs time on each.
    let code = event.key_code();
    let is_held = event.ctrl_key() || event.alt_key() || event.meta_key();
    let is_letter = matches!(code, 8 | 32 | 65..=90);
    let is_digit = matches!(code, 48..=57) && !event.shift_key();
    if !is_held && !is_list && (is_letter || is_digit) || event.is_composing() || code == 229 {
        return;
    }
    let name = event.key();
    if event.default_prevented() || is_list && list.takes(event, &name) {
        return;
    }
    let spot = Spot::of(desk, target.clone());
    let acted = match found(event, &name) {
        Some(key) if key.held == Held::Sign && is_sign(&target, spot.as_ref()) => false,
        Some(key) if is_own_undo(key.act, &target, spot.as_ref(), written) => false,
        Some(key) => {
            let acted = act(page, desk, (key.act, &name), spot.as_ref(), &target);
            if matches!(key.act, Act::Undo | Act::Redo) {
                come_again(target, written);
            }
            acted
        }
        None => false,
    };
    let taken = acted || spot.is_some_and(|spot| spot.choose(desk, event, &name));
    if taken {
        event.prevent_default();
    }
}

/// The page writes a text anew in which the officer stands and stays: nothing there is the browser's to take back any
/// more. Tasks run in the order in which they were spawned, and what a turn shows is spawned by it.
fn come_again(target: Element, written: StoredValue<Written>) {
    spawn_local(async move {
        let active = dom::document().and_then(|document| document.active_element());
        if active.as_ref() == Some(&target) {
            written.try_set_value(Written::of(&target));
        }
    });
}

/// Whether the browser's own undo serves: in a text that was changed since it was entered. A figure is written anew by
/// the page, and the browser would lose its way.
fn is_own_undo(
    act: Act,
    target: &Element,
    spot: Option<&Spot>,
    written: StoredValue<Written>,
) -> bool {
    let is_turn = matches!(act, Act::Undo | Act::Redo);
    let is_free = spot.is_none_or(|spot| spot.field == Field::Text);
    is_turn
        && is_free
        && written
            .try_update_value(|written| written.takes(target, act == Act::Undo))
            .unwrap_or(false)
}

/// The key of the list.
fn found(event: &KeyboardEvent, name: &str) -> Option<&'static Key> {
    let ctrl = event.ctrl_key() || event.meta_key();
    let held = match (ctrl, event.alt_key(), event.shift_key()) {
        (false, false, false) => Held::Nothing,
        (false, false, true) => Held::Shift,
        (true, false, false) => Held::Ctrl,
        (true, false, true) => Held::CtrlShift,
        (false, true, false) => Held::Alt,
        _ => return None,
    };
    // With Alt some keyboards make another sign of a letter.
    let code = event.code();
    let letter = code.strip_prefix("Key").filter(|_| held != Held::Nothing);
    KEYS.iter().find(|key| match key.held {
        Held::Sign => matches!(held, Held::Nothing | Held::Shift) && key.name == name,
        _ => key.held == held && (key.name == name || letter == Some(key.name)),
    })
}

/// Whether a sign is only a sign: where a text is written, in a cell that has been begun, and for those who have
/// turned the keys off because they speak to the machine (WCAG 2.1.4).
fn is_sign(target: &Element, spot: Option<&Spot>) -> bool {
    let is_written = match spot {
        Some(spot) => spot.field == Field::Text || !spot.is_whole(),
        None => matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"),
    };
    is_written || Preferences::load().signs == "no"
}
