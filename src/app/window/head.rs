//! The window in the head of the open report: named, counted, explained, changed; and that it left too late.

use super::edit::{Editing, form};
use super::{Sending, days_shown, documents, more, sending_and_due, windows_of};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::words::words;
use crate::period::{Period, Window, Windows};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The window of the open report.
pub fn head(page: Page, desk: Desk, language: Language) -> AnyView {
    let key = desk.key();
    let Some(period) = Period::parse(&key.period) else {
        return ().into_any();
    };
    let words = words(language);
    // What the documents say is there at once; the other reports of this machine come a moment later.
    let all = RwSignal::new(documents(page, &key.form));
    spawn_local(async move {
        let windows = windows_of(page, &key.form, &key.agency).await;
        let _ = all.try_set(windows);
    });
    let editing = RwSignal::new(false);
    let facts = dynamic(move || {
        let window = seen(desk, all, period).of(period);
        let days = window.as_ref().map_or_else(
            || words.unknown_window.to_owned(),
            |window| days_shown(window, words),
        );
        let left = if desk.has_left().get() {
            Sending::Done
        } else {
            Sending::Open
        };
        let sending = window.as_ref().map(|window| {
            let sending = sending_and_due(page, window, left, language);
            view! { " " <span>{words.send_before} ": " {sending}</span> }
        });
        view! {
            <p class="bm-report__facts" data-window><span>{words.window} ": " {days} "."</span> {sending}</p>
        }
        .into_any()
    });
    let notes = dynamic(move || {
        let windows = seen(desk, all, period);
        let kinds = desk.form(|form| form.form.periods.clone());
        let seams = windows.seams_of(&kinds, period);
        let (window, written) = (windows.of(period), windows.in_documents(period));
        more(window.as_ref(), written.as_ref(), &seams, language)
    });
    let late = dynamic(move || late_shown(page, desk, all, period, language));
    let editor = dynamic(move || {
        if !editing.get() {
            return ().into_any();
        }
        // What is being typed stays, whatever else changes.
        let windows = untrack(|| seen(desk, all, period));
        let close = move || {
            editing.set(false);
            dom::focus_first("[data-action=\"window-edit\"]");
        };
        let of_report = Editing {
            period,
            window: windows.of(period),
            written: windows.in_documents(period),
            save: Box::new(move |days| {
                desk.set_days(days);
                close();
            }),
            close: Box::new(close),
        };
        form(of_report, language)
    });
    view! {
        <div class="bm-window">
            {facts}
            {late}
            <div class="bm-window__row">
                {notes}
                <button
                    type="button"
                    class="bm-window__edit"
                    data-action="window-edit"
                    aria-expanded=move || if editing.get() { "true" } else { "false" }
                    on:click=move |_| editing.update(|open| *open = !*open)
                >
                    {words.window_edit}
                </button>
            </div>
            {editor}
        </div>
    }
    .into_any()
}

/// The windows of the agency, with that of the open report as it stands now.
fn seen(desk: Desk, all: RwSignal<Windows>, period: Period) -> Windows {
    let mut windows = all.get();
    if let Some(days) = desk.days().get() {
        windows.set(period, days);
    }
    windows
}

/// That the report left too late; before that, that it would. Neither stops anything.
fn late_shown(
    page: Page,
    desk: Desk,
    all: RwSignal<Windows>,
    period: Period,
    language: Language,
) -> AnyView {
    let words = words(language);
    let marked = desk
        .late()
        .with(|late| late.as_ref().and_then(|late| late.words()));
    if let Some(marked) = marked {
        let said = marked.text(language).to_owned();
        return view! { <p class="bm-window__late" role="status" data-late>{said}</p> }.into_any();
    }
    let due = seen(desk, all, period)
        .of(period)
        .and_then(|window: Window| window.due(page.today.get()));
    if due.is_some_and(|due| due.is_over()) && !desk.has_left().get() {
        return view! { <p class="bm-window__over">{words.window_over}</p> }.into_any();
    }
    ().into_any()
}
