//! The start of a report: form set, agency, period.

use super::agency::remember_agency;
use super::dom;
use super::home::first_form;
use super::page::Page;
use super::route::Route;
use super::which::Which;
use super::words::words;
use crate::browser::Preferences;
use crate::form::Level;
use crate::period::{Period, PeriodKind};
use crate::report::ReportKey;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form that begins a report.
pub fn begin(page: Page, language: Language) -> impl IntoView {
    let words = words(language);
    let today = page.today.get_untracked();
    let current = page
        .form(first_form())
        .zip(page.forms(|forms| forms.windows(first_form())).flatten())
        .and_then(|(form, windows)| windows.current(&form.form.periods, today));
    let preferences = Preferences::load();

    let form_set = RwSignal::new(first_form().to_owned());
    let level = Level::from_word(&preferences.agency_level).unwrap_or_default();
    let first = Period {
        year: today.year(),
        kind: PeriodKind::Q1,
    };
    let which = Which::new(
        page,
        "begin",
        (preferences.agency_name, level),
        current.unwrap_or(first),
    );

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((agency, period)) = which.answer(words.begin_open, language) else {
            return;
        };
        remember_agency(&agency);
        dom::go(&Route::of_report(&ReportKey {
            form: form_set.get_untracked(),
            agency: agency.code,
            period: period.id(),
        }));
    };

    let form_sets = move || {
        page.taken.track();
        page.forms(|forms| forms.titles())
            .unwrap_or_default()
            .into_iter()
            .map(|(id, title)| {
                let title = title.text(language).to_owned();
                let chosen = id == form_set.get_untracked();
                view! { <option value=id selected=chosen>{title}</option> }
            })
            .collect_view()
    };
    let choose_form = move |event| {
        let id = event_target_value(&event);
        spawn_local(async move {
            // Its periods are offered once it is here; where it does not come, the report page says why.
            let _ = page.form_when_known(&id).await;
            let _ = form_set.try_set(id);
        });
    };
    let kinds = Signal::derive(move || {
        let form = page.form(&form_set.get());
        form.map(|form| form.form.periods.clone())
            .unwrap_or_default()
    });
    view! {
        <section class="bm-card" aria-labelledby="begin">
            <h2 id="begin">{words.begin}</h2>
            <form novalidate=true on:submit=submit>
                <label class="bm-field">
                    <span class="bm-field__label">{words.form_set}</span>
                    <select
                        id="begin-form"
                        class="bm-input"
                        on:change=choose_form
                    >
                        {form_sets}
                    </select>
                </label>
                {which.fields(kinds, language)}
                {super::window::hint(page, form_set, which, language)}
                <button type="submit" class="bm-button bm-button--main" data-action="begin">{words.begin_open}</button>
            </form>
        </section>
    }
}
