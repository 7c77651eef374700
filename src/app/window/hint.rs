//! The window of the period that is chosen when a report is begun.

use super::{Sending, days_shown, documents, sending_and_due, windows_of};
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::which::Which;
use crate::app::words::words;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The window of the chosen period, as the chosen agency has it.
pub fn hint(page: Page, form: RwSignal<String>, which: Which, language: Language) -> AnyView {
    let words = words(language);
    let windows = RwSignal::new(documents(page, &form.get_untracked()));
    let agency = Memo::new(move |_| which.agency().map(|agency| agency.code).unwrap_or_default());
    Effect::new(move || {
        let (form, agency) = (form.get(), agency.get());
        spawn_local(async move {
            let found = windows_of(page, &form, &agency).await;
            let _ = windows.try_set(found);
        });
    });
    dynamic(move || {
        let window = which
            .period()
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
            <p class="bm-field__hint" id=which.id("window") data-window>{words.window} ": " {said}</p>
        }
        .into_any()
    })
}
