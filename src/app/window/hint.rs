//! The window of the period that is chosen when a report is begun.

use super::{Sending, days_shown, documents, sending_and_due, windows_of};
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::words::words;
use crate::period::{Period, PeriodKind};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The window of the chosen period, as the chosen agency has it. `agency` gives a code, empty where none is chosen.
pub fn hint(
    page: Page,
    form: RwSignal<String>,
    agency: Signal<String>,
    kind: RwSignal<PeriodKind>,
    year: RwSignal<String>,
    language: Language,
) -> AnyView {
    let words = words(language);
    let windows = RwSignal::new(documents(page, &form.get_untracked()));
    let agency = Memo::new(move |_| agency.get());
    Effect::new(move || {
        let (form, agency) = (form.get(), agency.get());
        spawn_local(async move {
            let found = windows_of(page, &form, &agency).await;
            let _ = windows.try_set(found);
        });
    });
    dynamic(move || {
        let id = year
            .with(|year| year.trim().parse().ok())
            .map(|year| Period {
                year,
                kind: kind.get(),
            });
        let window = id
            .and_then(|period| Period::parse(&period.id()))
            .and_then(|period| windows.with(|windows| windows.of(period)));
        let said = match &window {
            None => words.unknown_window.into_any(),
            Some(window) => {
                let days = days_shown(window, words);
                let sending = sending_and_due(page, window, Sending::Open, language);
                view! { {days} ". " {words.send_before} ": " {sending} }.into_any()
            }
        };
        view! {
            <p class="bm-field__hint" id="begin-window" data-window>{words.window} ": " {said}</p>
        }
        .into_any()
    })
}
