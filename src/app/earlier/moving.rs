//! A report that was filled under a wrong agency or period goes to the right one, with all that was typed. What it was
//! stays as the last of its earlier states.

use super::list::Found;
use super::words::{Words, words};
use crate::app::kept::{begin_at, discard, enter, report_of};
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::app::route::Route;
use crate::app::which::Which;
use crate::app::window::windows_of;
use crate::browser::{Opened, clock};
use crate::format::report_text;
use crate::period::Period;
use crate::report::{Agency, ReportKey, ReportPeriod};
use crate::store::{Opening, report_key};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What came of it, where the report is not simply open in its new place.
#[derive(Clone)]
enum Stayed {
    /// It is the report that it is already.
    Same,
    /// There is another report in that place.
    Taken(ReportKey),
    /// Nothing could be written.
    Failed,
    /// It is in its new place, and could not be taken away from this one.
    Both(ReportKey),
}

/// The card, with what it does; nothing where the report is gone, or where its form set is not known. What is added up of
/// other reports is of their period, so it is not moved.
pub(super) fn offered(page: Page, found: &Arc<Found>, language: Language) -> AnyView {
    let (Some(here), Some(form)) = (&found.here, &found.form) else {
        return ().into_any();
    };
    let Some(period) = Period::parse(&here.period.id).filter(|_| here.consolidated.is_none())
    else {
        return ().into_any();
    };
    let said = words(language);
    let agency = (here.agency.name.clone(), here.agency.level);
    let which = Which::new(page, "move", agency, period);
    let kinds = StoredValue::new(form.form.periods.clone());
    let stayed = RwSignal::new(None::<Stayed>);
    let (from, agency) = (found.key.clone(), here.agency.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        stayed.set(None);
        let Some((chosen, period)) = which.answer(said.move_do, language) else {
            return;
        };
        // A code that came with a file says more than the name from which one would be made.
        let is_unchanged = (&chosen.name, chosen.level) == (&agency.name, agency.level);
        let chosen = if is_unchanged { agency.clone() } else { chosen };
        let from = from.clone();
        spawn_local(async move {
            match to(page, &from, chosen, period).await {
                Ok(to) => enter(page, &Route::of_report(&to)),
                Err(why) => {
                    let _ = stayed.try_set(Some(why));
                }
            }
        });
    };
    let form = RwSignal::new(found.key.form.clone());
    view! {
        <section class="bm-card" aria-labelledby="move-title">
            <h2 id="move-title">{said.move_title}</h2>
            <p>{said.move_what}</p>
            <form novalidate=true on:submit=submit>
                {which.fields(Signal::derive(move || kinds.get_value()), language)}
                {crate::app::window::hint(page, form, which, language)}
                <div role="alert">{dynamic(move || why(stayed.get(), said))}</div>
                <button type="submit" class="bm-button" data-action="move">{said.move_do}</button>
            </form>
        </section>
    }
    .into_any()
}

fn why(stayed: Option<Stayed>, said: &'static Words) -> AnyView {
    let (text, other) = match stayed {
        None => return ().into_any(),
        Some(Stayed::Same) => (said.move_same, None),
        Some(Stayed::Taken(key)) => (said.move_taken, Some((key, said.move_see_taken))),
        Some(Stayed::Failed) => (said.move_failed, None),
        Some(Stayed::Both(key)) => (said.move_both, Some((key, said.move_see_both))),
    };
    let link = other.map(|(key, name)| view! { " " <a href=Route::of_report(&key)>{name}</a> });
    view! { <p class="bm-note bm-note--error">{text} {link}</p> }.into_any()
}

/// Moves a report, as it is kept at this moment.
async fn to(
    page: Page,
    from: &ReportKey,
    agency: Agency,
    period: Period,
) -> Result<ReportKey, Stayed> {
    let key = ReportKey {
        agency: agency.code.clone(),
        period: period.id(),
        ..from.clone()
    };
    if key == *from {
        return Err(Stayed::Same);
    }
    let (from, place) = (report_key(&from.path()), report_key(&key.path()));
    let there = Opened::read(page.shelf(), &place).await.loaded;
    if there.opening != Opening::Absent || !there.edits.is_empty() {
        return Err(Stayed::Taken(key));
    }
    let kept = Opened::read(page.shelf(), &from).await.loaded;
    let Some(report) = report_of(&kept) else {
        return Err(Stayed::Failed);
    };
    let period = windowed(page, &key, period).await;
    let moved = report.moved(agency, period, &clock::now_utc_iso());
    if !begin_at(page, &place, 0, report_text(&moved)).await {
        return Err(Stayed::Failed);
    }
    match discard(page, &from).await {
        true => Ok(key),
        false => Err(Stayed::Both(key)),
    }
}

/// The period with the days that a report has which is begun there.
async fn windowed(page: Page, key: &ReportKey, period: Period) -> ReportPeriod {
    let mut named = ReportPeriod {
        id: key.period.clone(),
        ..ReportPeriod::default()
    };
    let windows = windows_of(page, &key.form, &key.agency).await;
    if let Some(window) = windows.of(period) {
        named.set_days(window.days());
    }
    named
}
