//! The page is opened: its form set comes, the list of units, and the files that are kept on this machine.

use super::hall::{Gathered, Hall};
use super::words::words;
use super::{head, keep, own, reading};
use crate::app::dom;
use crate::app::home::first_form;
use crate::app::page::{NoForm, Notice, Page};
use crate::app::parts::{dynamic, said, waiting};
use crate::app::route::Route;
use crate::app::window::windows_of;
use crate::app::words::words as page_words;
use crate::consolidate::Roll;
use crate::exchange::Intake;
use crate::period::Period;
use crate::report::Agency;
use crate::store::Shelf;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone)]
enum Progress {
    Reading,
    Open(Box<Hall>),
    Cannot(Notice),
}

/// The page `#/consolidate`, or `#/consolidate/<form>/<period>`.
pub fn page(page: Page, named: Option<(String, String)>) -> AnyView {
    let progress = RwSignal::new(Progress::Reading);
    let owner = Owner::current().unwrap_or_default();
    let alive = StoredValue::new(true);
    spawn_local(async move {
        let Some((form, period)) = named else {
            go_to_current(page).await;
            return;
        };
        match open(page, &form, &period).await {
            Ok(gathered) => {
                if alive.try_get_value() != Some(true) {
                    return;
                }
                let hall = owner.with(|| Hall::new(page, gathered));
                progress.try_set(Progress::Open(Box::new(hall)));
                own::bring(hall).await;
                keep::bring(hall).await;
                reading::go_on(hall).await;
            }
            Err(why) => {
                progress.try_set(Progress::Cannot(why));
            }
        }
    });
    dynamic(move || {
        let language = page.language.get();
        let words = words(language);
        let progress = progress.get();
        if !matches!(progress, Progress::Reading) {
            request_animation_frame(|| dom::set_root("data-ready", "true"));
        }
        match progress {
            Progress::Reading => waiting(words.opening),
            Progress::Cannot(why) => said(words.title, why(language), language),
            Progress::Open(hall) => head::hall(*hall, language),
        }
    })
}

/// `#/consolidate` by itself goes to the form set and the period that the page Home shows.
async fn go_to_current(page: Page) {
    let form = first_form();
    let windows = windows_of(page, form, "").await;
    let kinds = page.form_when_known(form).await;
    let kinds = kinds
        .map(|open| open.form.periods.clone())
        .unwrap_or_default();
    let today = page.today.get_untracked();
    let period = windows.current(&kinds, today).or_else(|| {
        kinds.first().map(|kind| Period {
            year: today.year(),
            kind: *kind,
        })
    });
    if let Some(period) = period {
        dom::replace(&Route::of_consolidation(form, &period.id()));
    }
}

async fn open(page: Page, form: &str, period: &str) -> Result<Gathered, Notice> {
    let open = page.form_when_known(form).await.map_err(|why| {
        let notice: Notice = match why {
            NoForm::Unknown => |language| page_words(language).no_form,
            NoForm::NotLoaded => |language| page_words(language).form_not_loaded,
        };
        notice
    })?;
    let known = Period::parse(period).filter(|period| open.form.periods.contains(&period.kind));
    let Some(known) = known else {
        return Err(|language| page_words(language).no_period);
    };
    let into = keep::into(page).await;
    let into = into.unwrap_or_else(|| province(page));
    let windows = windows_of(page, form, &into.code).await;
    let intake = Intake {
        form: open,
        others: Vec::new(),
        due: windows.of(known).and_then(|window| window.send_before),
    };
    let mut gathered = Gathered::new(intake, period, into);
    for code in keep::out(page, form, period).await {
        gathered.collection.leave_out(&code, true);
    }
    take_roll(page, &mut gathered).await;
    page.memory_only.set(!page.shelf().lasts());
    Ok(gathered)
}

/// The province of the agencies that come with the page.
pub fn province(page: Page) -> Agency {
    page.forms(|forms| forms.province()).unwrap_or_default()
}

/// The list of units of who consolidates: the one that was chosen, else the one that comes with the page.
pub async fn take_roll(page: Page, gathered: &mut Gathered) {
    let into = gathered.collection.into_agency().clone();
    let own = keep::roll(page, &into.code).await;
    gathered.is_own_roll = own.is_some();
    gathered.roll = own.unwrap_or_else(|| standard_roll(page, &into));
}

/// The list of units that comes with the page; nobody where another than its province consolidates.
pub fn standard_roll(page: Page, into: &Agency) -> Roll {
    if into.code != province(page).code {
        return Roll::default();
    }
    let agencies = page.forms(|forms| forms.agencies()).unwrap_or_default();
    Roll::of(agencies.iter().cloned())
}
