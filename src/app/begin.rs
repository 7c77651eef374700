//! The start of a report: form set, agency, period.

use super::agency::{Asked, remember_agency};
use super::dom;
use super::home::first_form;
use super::page::Page;
use super::route::Route;
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
    let asked = Asked::new(page, "begin-agency", preferences.agency_name.clone());
    let level = RwSignal::new(Level::from_word(&preferences.agency_level).unwrap_or_default());
    let kind = RwSignal::new(current.map_or(PeriodKind::Q1, |period| period.kind));
    let year = RwSignal::new(
        current
            .map_or(today.year(), |period| period.year)
            .to_string(),
    );
    let wrong = RwSignal::new(None::<&'static str>);

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wrong.set(None);
        let level = level.get_untracked();
        let Some(agency) = asked.answer(level, words.begin_open, language) else {
            return;
        };
        let period = year
            .get_untracked()
            .trim()
            .parse()
            .ok()
            .map(|year| Period {
                year,
                kind: kind.get_untracked(),
            })
            .filter(|period| Period::parse(&period.id()) == Some(*period));
        let Some(period) = period else {
            wrong.set(Some(words.year_wrong));
            dom::focus_first("#begin-year");
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
    let periods = move || {
        let form = page.form(&form_set.get());
        let kinds = form
            .map(|form| form.form.periods.clone())
            .unwrap_or_default();
        if let Some(first) = kinds.first()
            && !kinds.contains(&kind.get_untracked())
        {
            kind.set(*first);
        }
        kinds
            .into_iter()
            .map(|offered| {
                let name = kind_name(offered, language);
                view! {
                    <option value=word_of(offered) selected=move || kind.get() == offered>{name}</option>
                }
            })
            .collect_view()
    };
    let code = Signal::derive(move || {
        let found = asked.agency(level.get());
        found.map(|agency| agency.code).unwrap_or_default()
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
                {asked.field(language)}
                <label class="bm-field" hidden=move || asked.official().is_some()>
                    <span class="bm-field__label">{words.level}</span>
                    <select
                        id="begin-level"
                        class="bm-input"
                        on:change=move |event| {
                            level.set(Level::from_word(&event_target_value(&event)).unwrap_or_default())
                        }
                    >
                        {Level::ALL
                            .iter()
                            .filter_map(|(word, offered)| {
                                let name = match offered {
                                    Level::Commune => words.level_commune,
                                    Level::Department => words.level_department,
                                    Level::Province => words.level_province,
                                    // It only adds up what provinces send: nobody begins its report by hand.
                                    Level::Nation => return None,
                                };
                                let chosen = *offered == level.get_untracked();
                                Some(view! { <option value=*word selected=chosen>{name}</option> })
                            })
                            .collect_view()}
                    </select>
                </label>
                <div class="bm-grid-2">
                    <label class="bm-field">
                        <span class="bm-field__label">{words.period}</span>
                        <select
                            id="begin-period"
                            class="bm-input"
                            on:change=move |event| {
                                if let Some(chosen) = PeriodKind::from_word(&event_target_value(&event)) {
                                    kind.set(chosen);
                                }
                            }
                        >
                            {periods}
                        </select>
                    </label>
                    <label class="bm-field">
                        <span class="bm-field__label">{words.year}</span>
                        <input
                            id="begin-year"
                            class="bm-input"
                            inputmode="numeric"
                            autocomplete="off"
                            prop:value=move || year.get()
                            on:input=move |event| year.set(event_target_value(&event))
                        />
                    </label>
                </div>
                {super::window::hint(page, form_set, code, kind, year, language)}
                <div role="alert">
                    {move || wrong.get().map(|wrong| view! { <p class="bm-note bm-note--error">{wrong}</p> })}
                </div>
                <button type="submit" class="bm-button bm-button--main" data-action="begin">{words.begin_open}</button>
            </form>
        </section>
    }
}

fn word_of(kind: PeriodKind) -> &'static str {
    PeriodKind::ALL
        .iter()
        .find(|(_, known)| *known == kind)
        .map_or("", |(word, _)| *word)
}

/// The name of a kind of period, without its year.
pub fn kind_name(kind: PeriodKind, language: Language) -> &'static str {
    match kind {
        PeriodKind::Q1 => language.pick("Quý I", "Quarter 1"),
        PeriodKind::Q2 => language.pick("Quý II", "Quarter 2"),
        PeriodKind::Q3 => language.pick("Quý III", "Quarter 3"),
        PeriodKind::Q4 => language.pick("Quý IV", "Quarter 4"),
        PeriodKind::S1 => language.pick("6 tháng đầu năm", "First half-year"),
        PeriodKind::N1 => language.pick("9 tháng đầu năm", "First nine months"),
        PeriodKind::Y => language.pick("Cả năm", "Whole year"),
    }
}
