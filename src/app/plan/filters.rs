//! What narrows the list: group, lead agency, state, deadline, words.

use super::desk::TaskDesk;
use super::line::state_word;
use crate::app::parts::{dynamic, text};
use crate::app::words::words;
use crate::plan::{Due, TaskState};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// One list to choose from: the first choice asks for nothing. Options that are quoted from the printed list are
/// Vietnamese whatever the page speaks.
fn choice(
    name: &'static str,
    id: &'static str,
    all: &'static str,
    quoted: Option<&'static str>,
    options: Vec<(String, String)>,
    value: Signal<String>,
    take: Box<dyn Fn(String)>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(code, label)| view! { <option value=code lang=quoted>{label}</option> }.into_any())
        .collect();
    view! {
        <label class="bm-filter__one">
            <span class="bm-filter__name">{name}</span>
            <select
                id=id
                class="bm-input"
                prop:value=move || value.get()
                on:change=move |event| take(event_target_value(&event))
            >
                <option value="">{all}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// The bar of filters, and how many tasks it leaves.
pub fn filters(desk: TaskDesk, language: Language) -> AnyView {
    let words = words(language);
    let (groups, leads) = desk
        .look(|tracked| {
            let groups: Vec<(String, String)> = tracked
                .list
                .groups
                .iter()
                .map(|group| {
                    let title = format!("{}. {}", group.id, group.title.text(language));
                    (group.id.clone(), title)
                })
                .collect();
            let mut leads: Vec<(String, String)> = Vec::new();
            for lead in tracked.tasks().flat_map(|task| task.leads()) {
                let code = lead.to_lowercase();
                if !leads.iter().any(|(known, _)| *known == code) {
                    leads.push((code, lead.to_owned()));
                }
            }
            (groups, leads)
        })
        .unwrap_or_default();
    let states = TaskState::ALL
        .iter()
        .map(|(word, state)| ((*word).to_owned(), state_word(words, *state).to_owned()))
        .collect();
    let dues = vec![
        ("soon".to_owned(), words.tasks_soon.to_owned()),
        ("overdue".to_owned(), words.tasks_overdue.to_owned()),
    ];
    let of = move |read: fn(&crate::plan::Filter) -> String| {
        Signal::derive(move || desk.filter.with(read))
    };
    let narrow = move |act: fn(&mut crate::plan::Filter, String)| -> Box<dyn Fn(String)> {
        Box::new(move |value| desk.narrow(|filter| act(filter, value)))
    };
    let group = (!groups.is_empty()).then(|| {
        choice(
            words.tasks_group,
            "filter-group",
            words.all,
            None,
            groups,
            of(|filter| filter.group.clone()),
            narrow(|filter, value| filter.group = value),
        )
    });
    let lead = (leads.len() > 1).then(|| {
        choice(
            words.tasks_lead,
            "filter-lead",
            words.all,
            Some("vi"),
            leads,
            of(|filter| filter.lead.clone()),
            narrow(|filter, value| filter.lead = value),
        )
    });
    let state = choice(
        words.tasks_state,
        "filter-state",
        words.all,
        None,
        states,
        of(|filter| {
            filter
                .state
                .map(|state| state.word().to_owned())
                .unwrap_or_default()
        }),
        narrow(|filter, value| filter.state = TaskState::from_word(&value)),
    );
    let due = choice(
        words.tasks_deadline,
        "filter-due",
        words.all,
        None,
        dues,
        of(|filter| match filter.due {
            Due::Any => String::new(),
            Due::Soon => "soon".to_owned(),
            Due::Overdue => "overdue".to_owned(),
        }),
        narrow(|filter, value| {
            filter.due = match value.as_str() {
                "soon" => Due::Soon,
                "overdue" => Due::Overdue,
                _ => Due::Any,
            };
        }),
    );
    let shown = text(move || {
        let all = desk.own.with(Vec::len)
            + desk
                .look(|tracked| tracked.list.tasks.len())
                .unwrap_or_default();
        let shown = desk.visible.with(std::collections::BTreeSet::len).min(all);
        filled(words.tasks_shown, &[&shown.to_string(), &all.to_string()])
    });
    let clear = dynamic(move || {
        if desk.filter.with(crate::plan::Filter::is_empty) {
            return ().into_any();
        }
        view! {
            <button
                type="button"
                class="bm-button"
                data-action="clear-filter"
                on:click=move |_| desk.narrow(|filter| *filter = crate::plan::Filter::default())
            >
                {words.filter_clear}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="bm-filter" role="search" aria-label=words.filter>
            <label class="bm-filter__one bm-filter__one--wide">
                <span class="bm-filter__name">{words.filter_search}</span>
                <input
                    id="filter-search"
                    type="search"
                    class="bm-input"
                    autocomplete="off"
                    prop:value=move || desk.filter.with(|filter| filter.search.clone())
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        desk.narrow(|filter| filter.search = typed);
                    }
                />
            </label>
            {group}
            {lead}
            {state}
            {due}
            <p class="bm-filter__shown" role="status">{shown}</p>
            {clear}
        </div>
    }
    .into_any()
}
