//! The choice of a work list and of an agency.

use crate::app::agency::{Asked, remember_agency};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::words::words;
use crate::browser::{Preferences, clock};
use crate::form::Level;
use crate::plan::Plans;
use crate::report::Agency;
use crate::words::Language;
use leptos::prelude::*;

/// The form that opens another list. `open` is the list that is open, with its year.
pub fn chooser(
    page: Page,
    plans: &Plans,
    open: Option<(String, i32, Agency)>,
    language: Language,
) -> AnyView {
    let words = words(language);
    let preferences = Preferences::load();
    let (list, year, name, level) = match open {
        Some((list, year, agency)) => (list, year, agency.name, agency.level),
        None => (
            String::new(),
            clock::today().year(),
            preferences.agency_name,
            Level::from_word(&preferences.agency_level).unwrap_or_default(),
        ),
    };
    let chosen = RwSignal::new(
        plans
            .named(&list)
            .map_or_else(|| first_of(plans), |(name, _)| name.id.clone()),
    );
    let years = RwSignal::new(year.to_string());
    let asked = Asked::new(page, "tasks", name);
    let wrong = RwSignal::new(None::<&'static str>);
    let any_year: Vec<String> = plans
        .lists
        .iter()
        .filter(|list| list.year.is_none())
        .map(|list| list.id.clone())
        .collect();
    let is_any_year = StoredValue::new(any_year);
    let asks_year = move |id: &str| is_any_year.with_value(|ids| ids.iter().any(|one| one == id));
    let known = StoredValue::new(plans.clone());

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        wrong.set(None);
        let Some(agency) = asked.answer(level, words.tasks_open, language) else {
            return;
        };
        let id = chosen.get_untracked();
        let year: Option<i32> = years.get_untracked().trim().parse().ok();
        let year = year.filter(|year| (1900..=9998).contains(year));
        let address = known.with_value(|plans| {
            let list = plans.lists.iter().find(|list| list.id == id)?;
            Some(list.id_in(list.year.or(year)?))
        });
        let Some(list) = address else {
            wrong.set(Some(words.year_wrong));
            dom::focus_first("#tasks-year");
            return;
        };
        remember_agency(&agency);
        dom::go(&Route::of_tasks(&list, &agency.code));
    };
    let lists: Vec<AnyView> = plans
        .lists
        .iter()
        .map(|list| {
            let title = list.title.text(language).to_owned();
            let is_chosen = chosen.with_untracked(|chosen| *chosen == list.id);
            view! { <option value=list.id.clone() selected=is_chosen>{title}</option> }.into_any()
        })
        .collect();
    view! {
        <form class="bm-chooser" novalidate=true on:submit=submit>
            <label class="bm-field">
                <span class="bm-field__label">{words.tasks_list}</span>
                <select
                    id="tasks-list"
                    class="bm-input"
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    {lists}
                </select>
            </label>
            <label class="bm-field" hidden=move || !chosen.with(|id| asks_year(id))>
                <span class="bm-field__label">{words.year}</span>
                <input
                    id="tasks-year"
                    class="bm-input"
                    inputmode="numeric"
                    autocomplete="off"
                    prop:value=move || years.get()
                    on:input=move |event| years.set(event_target_value(&event))
                />
            </label>
            {asked.field(language)}
            <div role="alert">
                {move || wrong.get().map(|wrong| view! { <p class="bm-note bm-note--error">{wrong}</p> })}
            </div>
            <button type="submit" class="bm-button bm-button--main" data-action="open-tasks">{words.tasks_open}</button>
        </form>
    }
    .into_any()
}

fn first_of(plans: &Plans) -> String {
    plans
        .lists
        .first()
        .map(|list| list.id.clone())
        .unwrap_or_default()
}
