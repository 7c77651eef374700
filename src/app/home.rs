//! The home page: this period's report, the reports on this machine, and the start of a new one.

use super::backup::{self, Restoring};
use super::begin::begin;
use super::dom;
use super::earlier;
use super::editor::course::state_word;
use super::editor::findings::count_words;
use super::history;
use super::kept::{begun, only_begun, with_edits};
use super::page::{NoForm, Page};
use super::parts::{self, cells_and, columns, dynamic, facts, waiting};
use super::route::Route;
use super::window::{self, Begun, Sending};
use super::words::{Words, words};
use crate::browser::{Preferences, clock, filed};
use crate::form::BUILT_IN;
use crate::format::read_report;
use crate::period::{Days, Period, Windows};
use crate::report::{Patience, Report, ReportKey, Session, State, Tally, Unfiled};
use crate::store::{Opening, REPORTS, Shelf, ShelfError, list};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form set on which the page opens: the one of those that come with it that `?form=` names, else the first.
pub fn first_form() -> &'static str {
    let named = dom::parameter("form").unwrap_or_default();
    let found = BUILT_IN.iter().find(|built_in| built_in.id == named);
    found
        .or(BUILT_IN.first())
        .map_or("", |built_in| built_in.id)
}

/// A report as the home page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Listed {
    key: ReportKey,
    agency: String,
    modified: String,
    state: State,
    /// None where its form set is not here: then nothing is known of its rows.
    tally: Option<Tally>,
    days: Option<Days>,
    has_left: bool,
    unfiled: Option<Unfiled>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Kept {
    reports: Vec<Listed>,
    /// The windows of the agency last reported for.
    windows: Windows,
    /// Keys of records that could not be read.
    aside: Vec<String>,
    /// Reports that are gone, but for their earlier states.
    gone: Vec<ReportKey>,
    /// Whether a form set of the page did not come.
    is_form_missing: bool,
    /// Whether what is kept could not be listed: then nobody knows what there is.
    is_unread: bool,
}

/// The page `#/`.
pub fn home(page: Page) -> AnyView {
    let kept = RwSignal::new(None::<Kept>);
    let restoring = Restoring::new();
    backup::bring(page);
    Effect::new(move || {
        page.taken.track();
        spawn_local(async move {
            let found = read_all(page).await;
            let _ = kept.try_set(Some(found));
        });
    });
    dynamic(move || {
        let language = page.language.get();
        kept.with(|kept| match kept {
            None => waiting(words(language).reading),
            Some(kept) => {
                request_animation_frame(|| dom::set_root("data-ready", "true"));
                shown(page, kept, restoring, language)
            }
        })
    })
}

async fn read_all(page: Page) -> Kept {
    page.closed().await;
    let mut kept = Kept {
        is_form_missing: page.form_when_known(first_form()).await.is_err(),
        windows: window::windows_of(page, first_form(), &Preferences::load().agency_code).await,
        ..Kept::default()
    };
    let records = match list(&*page.shelf(), REPORTS).await {
        Ok(records) => records,
        Err(trouble) => {
            page.memory_only.set(trouble == ShelfError::Blocked);
            kept.is_unread = trouble != ShelfError::Blocked;
            return kept;
        }
    };
    page.memory_only.set(!page.shelf().lasts());
    let (mut reports, mut sessions) = (Vec::new(), Vec::new());
    let known: Vec<String> = records.iter().map(|record| record.key.clone()).collect();
    kept.gone = earlier::gone(page, &known).await;
    for record in records {
        let report = match &record.opening {
            Opening::Kept(envelope) => read_report(&envelope.body).ok(),
            _ => None,
        };
        match report {
            Some(report) => reports.push(report),
            None => kept.aside.push(record.key),
        }
    }
    for (key, edits) in only_begun(&known) {
        if let Ok(form) = page.form_when_known(&key.form).await {
            let mut report = with_edits(begun(page, &key, &form), &edits);
            // When that was, nobody knows.
            report.modified.clear();
            reports.push(report);
        }
    }
    for report in reports {
        let listed = listed(page, report, &mut kept.is_form_missing, &mut sessions).await;
        // The newest first.
        let mut others = kept.reports.iter();
        let place = others.position(|other| other.modified < listed.modified);
        kept.reports
            .insert(place.unwrap_or(kept.reports.len()), listed);
    }
    // Some contradictions show only beside the agency's other reports.
    history::introduce(&mut sessions).await;
    for session in &sessions {
        let key = session.report().key();
        if let Some(listed) = kept.reports.iter_mut().find(|listed| listed.key == key) {
            listed.tally = Some(session.total());
        }
    }
    kept
}

async fn listed(
    page: Page,
    report: Report,
    is_form_missing: &mut bool,
    sessions: &mut Vec<Session>,
) -> Listed {
    let key = report.key();
    let state = report.state;
    let (agency, modified) = (report.agency.name.clone(), report.modified.clone());
    let days = report.period.days();
    let has_left = report.exported.as_ref() == Some(&report.modified);
    let unfiled = Unfiled::of(&report, filed::of(&key.path()).as_deref());
    // A report whose form set is not here is listed all the same; only its counts are unknown.
    match page.form_when_known(&key.form).await {
        Ok(form) => sessions.push(Session::open(form, report)),
        Err(why) => *is_form_missing |= why == NoForm::NotLoaded,
    }
    Listed {
        key,
        agency,
        modified,
        state,
        tally: None,
        days,
        has_left,
        unfiled,
    }
}

fn shown(page: Page, kept: &Kept, restoring: Restoring, language: Language) -> AnyView {
    let words = words(language);
    let aside = format!("{} {}", words.aside, kept.aside.join(", "));
    view! {
        {parts::title(words.home)}
        <p class="bm-note bm-note--warning" data-aside hidden=kept.aside.is_empty()>{aside}</p>
        {reminder(page, kept, language)}
        <p class="bm-note bm-note--error" role="alert" data-unread hidden=!kept.is_unread>{words.unread}</p>
        <p class="bm-note bm-note--error" data-form-missing hidden=!kept.is_form_missing>{words.forms_missing}</p>
        <div class="bm-cards">
            {this_period(page, kept, language)}
            {begin(page, language).into_any()}
        </div>
        {earlier(page, kept, language)}
        {backup::on_home(page, move |door| (door.card)(page, restoring, language))}
        {super::offline::whereabouts(language)}
    }
    .into_any()
}

/// The period that is due, its window, and how far the report of this machine's agency has come.
fn this_period(page: Page, kept: &Kept, language: Language) -> AnyView {
    let words = words(language);
    let form_id = first_form();
    let Some(form) = page.form(form_id) else {
        return ().into_any();
    };
    let kinds = &form.form.periods;
    let Some(period) = kept.windows.current(kinds, page.today.get()) else {
        return ().into_any();
    };
    let preferences = Preferences::load();
    let report = kept
        .reports
        .iter()
        .filter(|report| report.key.form == form_id && report.key.period == period.id())
        .max_by_key(|report| report.key.agency == preferences.agency_code)
        .cloned();
    let mut windows = kept.windows.clone();
    if let Some(days) = report.as_ref().and_then(|report| report.days) {
        windows.set(period, days);
    }
    let Some(window) = windows.of(period) else {
        return ().into_any();
    };
    let sending = match &report {
        Some(report) if report.has_left => Sending::Done,
        _ => Sending::Open,
    };
    let mut known = window::known(page, &window, sending, language);
    let written = windows.in_documents(period);
    let seams = windows.seams_of(kinds, period);
    let notes = window::more(Some(&window), written.as_ref(), &seams, language);
    let begun: Vec<Begun<'_>> = kept
        .reports
        .iter()
        .map(|report| Begun {
            key: &report.key,
            agency: &report.agency,
            days: report.days,
            has_left: report.has_left,
        })
        .collect();
    // Who does not know what there is calls nothing late.
    let overdue = (!kept.is_unread)
        .then(|| window::overdue(page, form_id, kinds, &kept.windows, &begun, language));
    let open = match report {
        None if kept.is_unread => ().into_any(),
        None => view! { <p>{words.none_yet}</p> }.into_any(),
        Some(report) => {
            let [filled, contradictions] = counts(report.tally, words);
            let filled = format!("{filled} {}", words.rows);
            known.push((words.agency, report.agency.into_any()));
            known.push((words.state, state_word(words, report.state).into_any()));
            known.push((words.filled, filled.into_any()));
            known.push((words.contradictions, contradictions.into_any()));
            view! {
                <a class="bm-button bm-button--main" href=Route::of_report(&report.key)>{words.open_report}</a>
            }
            .into_any()
        }
    };
    let title = format!("{}: {}", words.this_period, period.name().text(language));
    view! {
        <section class="bm-card" aria-labelledby="this-period" data-window>
            <h2 id="this-period">{title}</h2>
            {facts(known)}
            {notes}
            {open}
            {overdue}
        </section>
    }
    .into_any()
}

/// What was done and lies in no file, where it is time to say so.
fn reminder(page: Page, kept: &Kept, language: Language) -> AnyView {
    let today = page.today.get_untracked();
    let open = kept.reports.iter().filter_map(|report| {
        let unfiled = report.unfiled.clone()?;
        unfiled
            .is_due(today, Patience::SHORT)
            .then(|| backup::Open {
                key: report.key.clone(),
                agency: report.agency.clone(),
                unfiled,
            })
    });
    let open: Vec<backup::Open> = open.collect();
    if open.is_empty() {
        return ().into_any();
    }
    backup::on_home(page, move |door| (door.reminder)(open.clone(), language))
}

fn earlier(page: Page, kept: &Kept, language: Language) -> AnyView {
    let words = words(language);
    let rows: Vec<AnyView> = kept
        .reports
        .iter()
        .map(|report| {
            let period = Period::parse(&report.key.period).map_or_else(
                || report.key.period.clone(),
                |period| period.name().text(language).to_owned(),
            );
            let [filled, contradictions] = counts(report.tally, words);
            let link = view! { <a href=Route::of_report(&report.key)>{report.agency.clone()}</a> };
            let values = vec![
                period,
                report.key.form.clone(),
                state_word(words, report.state).to_owned(),
                filled,
                contradictions,
                clock::local_moment(&report.modified),
            ];
            let to = earlier::link(&report.key, &report.agency, &report.key.period, language);
            cells_and(link.into_any(), values, Some(to))
        })
        .collect();
    let heads = [
        words.agency,
        words.period,
        words.form_set,
        words.state,
        words.filled,
        words.contradictions,
        words.last_changed,
        earlier::words(language).earlier,
    ];
    let table = if kept.is_unread {
        ().into_any()
    } else if rows.is_empty() {
        view! { <p>{words.no_reports}</p> }.into_any()
    } else {
        view! {
            // It scrolls sideways on a narrow screen, so the keyboard must be able to stand on it.
            <div class="bm-scroll" tabindex="0" role="region" aria-labelledby="earlier">
                <table class="bm-table">{columns(&heads)} <tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="bm-card">
            <h2 id="earlier">{words.earlier}</h2>
            {table}
            {earlier::orphans(page, &kept.gone, language)}
        </section>
    }
    .into_any()
}

/// How many of the rows that are to be filled are, and what contradicts; dashes where nobody knows.
fn counts(tally: Option<Tally>, words: &'static Words) -> [String; 2] {
    match tally {
        None => ["—", "—"].map(str::to_owned),
        Some(tally) => [
            format!("{}/{}", tally.filled, tally.expected),
            count_words(words, tally.errors, tally.warnings),
        ],
    }
}
