//! The windows of an agency in the settings: one year of a form set in a table, each window to be changed.

use super::edit::{Editing, form};
use super::{Sending, days_shown, due_tag, own, seams_shown, sending_shown, windows_of};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{columns, dynamic};
use crate::app::words::words;
use crate::browser::Preferences;
use crate::format::read_report;
use crate::period::{Period, PeriodKind, Windows};
use crate::report::ReportKey;
use crate::store::{Opening, REPORTS, list};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// Which windows are shown.
#[derive(Clone, Copy)]
struct Choice {
    form: RwSignal<String>,
    agency: RwSignal<String>,
    year: RwSignal<i32>,
    /// The period that is being changed.
    editing: RwSignal<Option<Period>>,
    /// The windows, with the kinds of period of the form set.
    found: RwSignal<(Vec<PeriodKind>, Windows)>,
    /// Whether what was entered last could not be kept.
    failed: RwSignal<bool>,
}

/// The section of the page `#/settings`.
pub fn section(page: Page, language: Language) -> AnyView {
    let words = words(language);
    let choice = Choice {
        form: RwSignal::new(crate::app::home::first_form().to_owned()),
        agency: RwSignal::new(Preferences::load().agency_code),
        year: RwSignal::new(page.today.get_untracked().year()),
        editing: RwSignal::new(None),
        found: RwSignal::new((Vec::new(), Windows::default())),
        failed: RwSignal::new(false),
    };
    let agencies = RwSignal::new(BTreeMap::new());
    spawn_local(async move {
        let known = known_agencies(page).await;
        if choice.agency.try_with_untracked(String::is_empty) == Some(true)
            && let Some(first) = known.keys().next()
        {
            choice.agency.set(first.clone());
        }
        let _ = agencies.try_set(known);
    });
    Effect::new(move || look(page, choice));
    let forms = page.forms(|forms| forms.titles()).unwrap_or_default();
    let forms: Vec<(String, String)> = forms
        .into_iter()
        .map(|(id, title)| (id, title.text(language).to_owned()))
        .collect();
    let this_year = page.today.get_untracked().year();
    let years = (this_year - 1..=this_year + 1)
        .map(|year| (year.to_string(), year.to_string()))
        .collect();
    let of_agency = dynamic(move || {
        let known: Vec<(String, String)> = agencies.get().into_iter().collect();
        select(
            "window-agency",
            words.agency,
            known,
            choice.agency.get(),
            move |code| {
                choice.editing.set(None);
                choice.agency.set(code);
            },
        )
    });
    let body = dynamic(move || {
        if choice.agency.with(String::is_empty) {
            return view! { <p>{words.windows_no_agency}</p> }.into_any();
        }
        table(page, choice, language)
    });
    let seams = dynamic(move || seams_of_year(choice, language));
    view! {
        <section class="bm-card" aria-labelledby="windows">
            <h2 id="windows">{words.windows}</h2>
            <p>{words.windows_what}</p>
            <div class="bm-window__choice" hidden=move || choice.agency.with(String::is_empty)>
                {select("window-form", words.form_set, forms, choice.form.get_untracked(), move |id| {
                    choice.editing.set(None);
                    choice.form.set(id);
                })}
                {of_agency}
                {select("window-year", words.year, years, this_year.to_string(), move |year| {
                    choice.editing.set(None);
                    choice.year.set(year.parse().unwrap_or(this_year));
                })}
            </div>
            {body}
            {editor(page, choice, language)}
            {seams}
            <div role="alert">
                <p class="bm-note bm-note--error" hidden=move || !choice.failed.get()>{words.window_failed}</p>
            </div>
        </section>
    }
    .into_any()
}

/// The agencies that this machine has reports of, and the one last reported for: names by code.
async fn known_agencies(page: Page) -> BTreeMap<String, String> {
    page.closed().await;
    let mut known = BTreeMap::new();
    let own = Preferences::load();
    if !own.agency_code.is_empty() {
        known.insert(own.agency_code, own.agency_name);
    }
    let records = list(&*page.shelf(), REPORTS).await;
    for record in records.unwrap_or_default() {
        let Opening::Kept(envelope) = record.opening else {
            continue;
        };
        if let Ok(report) = read_report(&envelope.body) {
            known.insert(report.agency.code, report.agency.name);
        }
    }
    known
}

/// Looks up the windows of what is chosen.
fn look(page: Page, choice: Choice) {
    let (form, agency) = (choice.form.get(), choice.agency.get());
    spawn_local(async move {
        let open = page.form_when_known(&form).await;
        let kinds = open.map_or_else(|_| Vec::new(), |open| open.form.periods.clone());
        let windows = windows_of(page, &form, &agency).await;
        let _ = choice.found.try_set((kinds, windows));
    });
}

/// A field that offers several things.
fn select(
    id: &'static str,
    label: &'static str,
    offered: Vec<(String, String)>,
    chosen: String,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = offered
        .into_iter()
        .map(|(value, name)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{name}</option> }.into_any()
        })
        .collect();
    view! {
        <div class="bm-field">
            <label class="bm-field__label" for=id>{label}</label>
            <select id=id class="bm-input" on:change=move |event| choose(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The windows of a year.
fn table(page: Page, choice: Choice, language: Language) -> AnyView {
    let words = words(language);
    let year = choice.year.get();
    let rows = choice.found.with(|(kinds, windows)| -> Vec<AnyView> {
        kinds
            .iter()
            .map(|kind| Period { year, kind: *kind })
            .map(|period| row(page, choice, windows, period, language))
            .collect()
    });
    let heads = [
        words.period,
        words.window,
        words.send_before,
        words.window_left,
        words.window_change,
    ];
    view! {
        <div class="bm-scroll" tabindex="0" role="region" aria-label=words.window>
            <table class="bm-table">{columns(&heads)} <tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// What is odd about the days of the year.
fn seams_of_year(choice: Choice, language: Language) -> AnyView {
    let year = choice.year.get();
    let seams = choice
        .found
        .with(|(kinds, windows)| windows.seams_in(kinds, year));
    if seams.is_empty() || choice.agency.with(String::is_empty) {
        return ().into_any();
    }
    view! { <ul class="bm-window__seams">{seams_shown(&seams, language)}</ul> }.into_any()
}

fn row(
    page: Page,
    choice: Choice,
    windows: &Windows,
    period: Period,
    language: Language,
) -> AnyView {
    let words = words(language);
    let name = period.name().text(language).to_owned();
    let window = windows.of(period);
    let unknown = || words.unknown_window.to_owned();
    let days = window
        .as_ref()
        .map_or_else(unknown, |window| days_shown(window, words));
    let sending = window
        .as_ref()
        .map_or_else(unknown, |window| sending_shown(window, words));
    // Whether a report has left is not known here, so nothing is called overdue.
    let today = page.today.get();
    let due = window
        .filter(|window| window.due(today).is_some_and(|due| !due.is_over()))
        .map(|window| due_tag(page, &window, Sending::Open, language));
    let label = format!("{}: {name}", words.window_edit);
    view! {
        <tr data-period=period.id()>
            <th scope="row">{name}</th>
            <td><span class="bm-window__name">{words.window} ": "</span>{days}</td>
            <td><span class="bm-window__name">{words.send_before} ": "</span>{sending}</td>
            <td>{due}</td>
            <td>
                <button
                    type="button"
                    class="bm-window__edit"
                    data-action="window-edit"
                    aria-label=label
                    on:click=move |_| choice.editing.set(Some(period))
                >
                    {words.window_change}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// The form of the period that is being changed.
fn editor(page: Page, choice: Choice, language: Language) -> AnyView {
    dynamic(move || {
        let Some(period) = choice.editing.get() else {
            return ().into_any();
        };
        let windows = choice.found.with_untracked(|(_, windows)| windows.clone());
        let close = move || {
            choice.editing.set(None);
            let id = period.id();
            request_animation_frame(move || {
                dom::focus_first(&format!(
                    "[data-period=\"{id}\"] [data-action=\"window-edit\"]"
                ));
            });
        };
        let of_agency = Editing {
            period,
            window: windows.of(period),
            written: windows.in_documents(period),
            save: Box::new(move |days| {
                let key = ReportKey {
                    form: choice.form.get_untracked(),
                    agency: choice.agency.get_untracked(),
                    period: period.id(),
                };
                spawn_local(async move {
                    let kept = own::set(page, &key, period, days).await;
                    let found = windows_of(page, &key.form, &key.agency).await;
                    let _ = choice.failed.try_set(!kept);
                    let _ = choice.found.try_update(|(_, windows)| *windows = found);
                    close();
                });
            }),
            close: Box::new(close),
        };
        form(of_agency, language)
    })
}
