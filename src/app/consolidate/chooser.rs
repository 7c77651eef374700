//! Which form set, which period, and who consolidates.

use super::hall::Hall;
use super::opening::province;
use super::words::words;
use super::{keep, opening, own};
use crate::app::dom;
use crate::app::parts::{dynamic, facts};
use crate::app::route::Route;
use crate::app::words::words as page_words;
use crate::form::Level;
use crate::period::{Period, PeriodKind};
use crate::report::{Agency, code_from_name, is_plain};
use crate::words::Language;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// What is consolidated, and the fields in which that is changed, folded away.
pub fn chooser(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let known = dynamic(move || {
        let known = hall.watch(|gathered| {
            let into = gathered.collection.into_agency();
            let form = &gathered.form().form;
            (
                format!("{} ({})", into.name, into.code),
                form.title.text(language).to_owned(),
            )
        });
        let (into, form) = known.unwrap_or_default();
        let into = view! { <span lang="vi" data-gather="into">{into}</span> };
        facts(vec![
            (of_page.form_set, form.into_any()),
            (words.into, into.into_any()),
        ])
    });
    view! {
        <section class="bm-card bm-gather__what" aria-label=words.what>
            {known}
            <details>
                <summary data-action="consolidate-change">{words.change}</summary>
                <div class="bm-cards">
                    {of_what(hall, language)}
                    {by_whom(hall, language)}
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// The value of a field of the page.
pub fn typed(id: &str) -> String {
    let field = dom::by_id::<HtmlInputElement>(id);
    field.map_or_else(String::new, |field| field.value().trim().to_owned())
}

fn chosen(id: &str) -> String {
    let field = dom::by_id::<HtmlSelectElement>(id);
    field.map_or_else(String::new, |field| field.value())
}

/// Form set and period; they are an address.
fn of_what(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let here = hall.look(|gathered| {
        let form = gathered.form().form.id.clone();
        (form, Period::parse(gathered.collection.period()))
    });
    let (form, period) = here.unwrap_or_default();
    let titles = hall.page.forms(|forms| forms.titles()).unwrap_or_default();
    let forms: Vec<AnyView> = titles
        .into_iter()
        .map(|(id, title)| {
            let is_here = id == form;
            let title = title.text(language).to_owned();
            view! { <option value=id selected=is_here>{title}</option> }.into_any()
        })
        .collect();
    let kinds: Vec<AnyView> = PeriodKind::ALL
        .iter()
        .map(|(word, kind)| {
            let is_here = period.is_some_and(|period| period.kind == *kind);
            // The name of a period without its year.
            let name = crate::app::which::kind_name(*kind, language);
            view! { <option value=*word selected=is_here>{name}</option> }.into_any()
        })
        .collect();
    let year = period.map_or_else(String::new, |period| period.year.to_string());
    let wrong = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let kind = PeriodKind::from_word(&chosen("gather-kind"));
        let year = typed("gather-year").parse().ok();
        let period = kind.zip(year).map(|(kind, year)| Period { year, kind });
        let period = period.filter(|period| Period::parse(&period.id()) == Some(*period));
        match period {
            Some(period) => dom::go(&Route::of_consolidation(
                &chosen("gather-form"),
                &period.id(),
            )),
            None => {
                wrong.set(true);
                dom::focus_first("#gather-year");
            }
        }
    };
    view! {
        <form novalidate=true on:submit=submit>
            <label class="bm-field">
                <span class="bm-field__label">{of_page.form_set}</span>
                <select id="gather-form" class="bm-input">{forms}</select>
            </label>
            <div class="bm-grid-2">
                <label class="bm-field">
                    <span class="bm-field__label">{of_page.period}</span>
                    <select id="gather-kind" class="bm-input">{kinds}</select>
                </label>
                <label class="bm-field">
                    <span class="bm-field__label">{of_page.year}</span>
                    <input id="gather-year" class="bm-input" inputmode="numeric" autocomplete="off" value=year />
                </label>
            </div>
            <div role="alert">
                <p class="bm-note bm-note--error" hidden=move || !wrong.get()>{of_page.year_wrong}</p>
            </div>
            <button type="submit" class="bm-button" data-action="consolidate-open">{words.open}</button>
        </form>
    }
    .into_any()
}

/// Who consolidates.
fn by_whom(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let into = hall.look(|gathered| gathered.collection.into_agency().clone());
    let into = into.unwrap_or_default();
    let wrong = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let level = Level::from_word(&chosen("gather-level")).unwrap_or(Level::Province);
        match agency(&typed("gather-name"), &typed("gather-code"), level) {
            Some(agency) => {
                wrong.set(false);
                spawn_local(change(hall, agency));
            }
            None => {
                wrong.set(true);
                dom::focus_first("#gather-name");
            }
        }
    };
    let back = move |_| spawn_local(change(hall, province(hall.page)));
    view! {
        <form novalidate=true on:submit=submit>
            <label class="bm-field">
                <span class="bm-field__label">{words.into_name}</span>
                <input id="gather-name" class="bm-input" autocomplete="off" value=into.name />
            </label>
            <div class="bm-grid-2">
                <label class="bm-field">
                    <span class="bm-field__label">{words.into_code}</span>
                    <input id="gather-code" class="bm-input" autocomplete="off" value=into.code />
                </label>
                <label class="bm-field">
                    <span class="bm-field__label">{of_page.level}</span>
                    <select id="gather-level" class="bm-input">{levels(into.level, language)}</select>
                </label>
            </div>
            <div role="alert">
                <p class="bm-note bm-note--error" hidden=move || !wrong.get()>{words.into_wrong}</p>
            </div>
            <div class="bm-row">
                <button type="submit" class="bm-button" data-action="consolidate-into">{words.into_set}</button>
                <button type="button" class="bm-button" data-action="consolidate-into-standard" on:click=back>
                    {words.into_standard}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// The levels of agencies as options.
pub fn levels(chosen: Level, language: Language) -> Vec<AnyView> {
    let of_page = page_words(language);
    let levels = Level::ALL.iter().map(|(word, level)| {
        let name = match level {
            Level::Commune => of_page.level_commune,
            Level::Department => of_page.level_department,
            Level::Province => of_page.level_province,
            Level::Nation => words(language).level_nation,
        };
        view! { <option value=*word selected=*level == chosen>{name}</option> }.into_any()
    });
    levels.collect()
}

/// An agency of what was typed. Without a code it gets one from its name.
pub fn agency(name: &str, code: &str, level: Level) -> Option<Agency> {
    let code = match code {
        "" => code_from_name(name),
        code => code.to_owned(),
    };
    let is_good = !name.is_empty() && is_plain(&code) && code.len() > 1;
    is_good.then(|| Agency {
        code,
        name: name.to_owned(),
        level,
    })
}

/// Another agency consolidates, with its own list of units.
async fn change(hall: Hall, into: Agency) {
    keep::keep_into(hall, &into).await;
    let roll = keep::roll(hall.page, &into.code).await;
    let standard = opening::standard_roll(hall.page, &into);
    hall.put(|gathered| {
        gathered.collection.set_into(into);
        gathered.is_own_roll = roll.is_some();
        gathered.roll = roll.unwrap_or(standard);
    });
    own::bring(hall).await;
    hall.change(|_| ());
}
