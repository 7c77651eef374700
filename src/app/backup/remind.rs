//! A gentle word, where much was done that lies in no file. It can be put off; it is no dialog and stops nothing.

use super::file;
use super::words::words;
use crate::app::desk::Desk;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::browser::{clock, filed, storage};
use crate::period::{day_id, parse_day};
use crate::report::{Patience, ReportKey, Unfiled};
use crate::store::SaveState;
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// For how many days the reminder is put off.
const PUT_OFF: i64 = 3;

/// What one is told of: a report that was changed since it last lay in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which report.
    pub key: ReportKey,
    /// Its agency.
    pub agency: String,
    /// What lies in no file.
    pub unfiled: Unfiled,
}

/// How long one waits before one says so: as long as the browser has not said more, the shorter time.
fn patience() -> RwSignal<Option<Patience>> {
    let patience = RwSignal::new(None);
    spawn_local(async move {
        let found = match storage::is_persisted().await {
            Some(true) => Patience::LONG,
            _ => Patience::SHORT,
        };
        let _ = patience.try_set(Some(found));
    });
    patience
}

fn is_quiet() -> bool {
    let until = filed::quiet_until().and_then(|day| parse_day(&day));
    // Where the clock was set back, nobody is kept quiet for years.
    until.is_some_and(|until| {
        let left = (until - clock::today()).whole_days();
        (1..=PUT_OFF).contains(&left)
    })
}

/// On the home page: every report that it is time to speak of.
pub(super) fn on_home(open: Vec<Open>, language: Language) -> AnyView {
    let patience = patience();
    let hidden = RwSignal::new(is_quiet());
    dynamic(move || {
        let Some(patience) = patience.get().filter(|_| !hidden.get()) else {
            return ().into_any();
        };
        let due: Vec<&Open> = open
            .iter()
            .filter(|open| open.unfiled.is_due(clock::today(), patience))
            .collect();
        shown(&due, patience, hidden, language)
    })
}

/// Beside the open report.
pub(super) fn in_report(page: Page, desk: Desk, language: Language) -> AnyView {
    let patience = patience();
    let hidden = RwSignal::new(is_quiet());
    let reminder = dynamic(move || {
        let is_saved = page
            .save
            .with(|save| !matches!(save, Some(SaveState::Saving)));
        let Some(patience) = patience.get().filter(|_| !hidden.get() && is_saved) else {
            return ().into_any();
        };
        // An export puts it in a file.
        desk.has_left().track();
        let key = desk.key();
        let filed = filed::of(&key.path());
        let open = desk.session(|session| {
            let unfiled = Unfiled::of(session.report(), filed.as_deref())?;
            let agency = session.report().agency.name.clone();
            Some(Open {
                key,
                agency,
                unfiled,
            })
        });
        let open = open.flatten();
        let due = open.filter(|open| open.unfiled.is_due(clock::today(), patience));
        due.map_or_else(
            || ().into_any(),
            |due| line(&due, patience, hidden, language),
        )
    });
    view! { {reminder} {file::trouble(page, language)} }.into_any()
}

/// The list of the home page.
fn shown(due: &[&Open], patience: Patience, hidden: RwSignal<bool>, language: Language) -> AnyView {
    if due.is_empty() {
        return ().into_any();
    }
    let said = words(language);
    let lines: Vec<AnyView> = due
        .iter()
        .map(|open| {
            let name = super::look::title(&open.key, &open.agency, language);
            let line = filled(said.remind_one, &[&name, &steps(open), &day(open)]);
            view! { <li>{line}</li> }.into_any()
        })
        .collect();
    let what = view! {
        <p>{said.remind}</p>
        <ul>{lines}</ul>
        <p>{rule(patience, language)}</p>
    };
    note("bm-note", what.into_any(), hidden, language)
}

/// One line beside the report: the sheet keeps its place.
fn line(open: &Open, patience: Patience, hidden: RwSignal<bool>, language: Language) -> AnyView {
    let said = words(language);
    let line = filled(said.remind_here, &[&steps(open), &day(open)]);
    let rule = rule(patience, language);
    let what = view! { <p title=rule>{line}</p> };
    note("bm-note bm-reminder", what.into_any(), hidden, language)
}

fn steps(open: &Open) -> String {
    open.unfiled.steps.to_string()
}

fn day(open: &Open) -> String {
    let moment = clock::local_moment(&open.unfiled.since);
    let day = moment.split_once(' ').map(|(_, day)| day.to_owned());
    day.unwrap_or(moment)
}

fn rule(patience: Patience, language: Language) -> String {
    let (days, steps) = (patience.days.to_string(), patience.steps.to_string());
    filled(words(language).remind_rule, &[&days, &steps])
}

fn note(class: &'static str, what: AnyView, hidden: RwSignal<bool>, language: Language) -> AnyView {
    let said = words(language);
    let later = move |_| {
        let day = clock::today().checked_add(time::Duration::days(PUT_OFF));
        if let Some(day) = day {
            filed::be_quiet_until(&day_id(day));
        }
        hidden.set(true);
    };
    view! {
        <div class=class data-reminder>
            {what}
            <div class="bm-row">
                <a class="bm-button" data-action="remind-backup" href="#/settings">{said.remind_backup}</a>
                <button type="button" class="bm-button" data-action="remind-later" on:click=later>
                    {said.remind_later}
                </button>
            </div>
        </div>
    }
    .into_any()
}
