//! Opening a report: the first read, the replay of the journal, and only then the editor.

use super::{editor, side};
use crate::app::backup;
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::embed;
use crate::app::history;
use crate::app::kept::with_edits;
use crate::app::page::{NoForm, Notice, Page};
use crate::app::paper;
use crate::app::parts::{dynamic, said};
use crate::app::plan;
use crate::app::window::windows_of;
use crate::app::words::first;
use crate::browser::{Opened, Preferences, clock, timer};
use crate::form::Level;
use crate::format::{FORMAT, is_kept_by_newer, read_report};
use crate::period::Period;
use crate::report::{Agency, FormName, OpenForm, Report, ReportKey, ReportPeriod, Session};
use crate::store::{Opening, Shelf, report_key};
use futures_util::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long one waits between two looks whether the page takes input, in milliseconds.
const LOOK_AGAIN: u64 = 20;

/// How long what stands beside the sheet lets the first keys go before it, in milliseconds.
const PATIENCE: u32 = 500;

/// How far the opening of a report has come.
#[derive(Clone, Copy)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of it, and the desk is handles only"
)]
enum Progress {
    Reading,
    Open(Desk),
    Cannot(Notice),
}

/// The page `#/report/…`. It lives as long as the report is the same; the language may change beneath it.
pub fn report_page(page: Page, key: ReportKey) -> AnyView {
    let progress = RwSignal::new(Progress::Reading);
    // The desk's signals belong to the page, not to the task that reads.
    let owner = Owner::current().unwrap_or_default();
    let alive = StoredValue::new(true);
    let of_task = key.clone();
    spawn_local(async move {
        let opened = open(page, &of_task, owner, alive).await;
        match opened {
            Some(opened) if alive.try_get_value() == Some(true) => {
                let desk = match opened {
                    Progress::Open(desk) => Some(desk),
                    _ => None,
                };
                let _ = progress.try_set(opened);
                embed::now_open(desk);
                if let Some(desk) = desk {
                    bring_side(page, desk, of_task, alive).await;
                    plan::load(page, desk).await;
                }
            }
            // The officer has gone elsewhere meanwhile; what was opened ends as it began.
            Some(Progress::Open(desk)) => desk.let_go(page),
            _ => {}
        }
    });
    on_cleanup(move || {
        embed::now_open(None);
        page.save.set(None);
        page.notice.set(None);
        page.wanted.set(None);
        if let Some(Progress::Open(desk)) = progress.try_get_untracked() {
            desk.let_go(page);
        }
    });
    // Focus follows the address.
    Effect::new(move || {
        let at = page.route.with(|route| match route {
            crate::app::route::Route::Report { at, .. } => at.clone(),
            _ => None,
        });
        if let (Progress::Open(desk), Some(at)) = (progress.get(), at) {
            desk.go_to_address(&at);
        }
    });
    dynamic(move || {
        let language = page.language.get();
        match progress.get() {
            Progress::Reading => {
                view! { <p role="status">{first(language).opening}</p> }.into_any()
            }
            Progress::Open(desk) => {
                spawn_local(async { dom::set_root("data-ready", "true") });
                editor(page, desk, language).into_any()
            }
            Progress::Cannot(why) => {
                let words = first(language);
                dom::set_title(words.cannot_open);
                spawn_local(async { dom::set_root("data-ready", "true") });
                said(words.cannot_open, why(language), language)
            }
        }
    })
}

async fn open(
    page: Page,
    key: &ReportKey,
    owner: Owner,
    alive: StoredValue<bool>,
) -> Option<Progress> {
    // The record is read while the form set comes.
    let kept = async {
        page.closed().await;
        Opened::read(page.shelf(), &report_key(&key.path())).await
    };
    let (form, mut opened) = join(page.form_when_known(&key.form), kept).await;
    let form = match form {
        Ok(form) => form,
        Err(NoForm::Unknown) => return Some(Progress::Cannot(|language| first(language).no_form)),
        Err(NoForm::NotLoaded) => {
            return Some(Progress::Cannot(|language| first(language).form_not_loaded));
        }
    };
    let period =
        Period::parse(&key.period).filter(|period| form.form.periods.contains(&period.kind));
    if period.is_none() {
        return Some(Progress::Cannot(|language| first(language).no_period));
    };
    let mut kept = opened.loaded.body().map(read_report);
    if let Some(Err(complaints)) = &kept {
        opened = if is_kept_by_newer(complaints) {
            opened.lock(FORMAT.to_owned())
        } else {
            opened.set_body_aside().await
        };
        kept = None;
    }
    let lost = opened.loaded.missing.is_some() || opened.loaded.journal_aside.is_some();
    page.notice.set(match &opened.loaded.opening {
        Opening::Broken { .. } => Some(|language| first(language).spoilt_record),
        _ if lost => Some(|language| first(language).lost_elsewhere),
        _ => None,
    });
    match &opened.loaded.opening {
        Opening::Newer { .. } => {
            return Some(Progress::Cannot(|language| first(language).newer_record));
        }
        // What cannot be read is never written, so this page works in memory only.
        Opening::Unread(_) => page.memory_only.set(true),
        Opening::Absent | Opening::Kept(_) | Opening::Broken { .. } => {
            page.memory_only.set(!page.shelf().lasts());
        }
    }
    let is_new = !matches!(kept, Some(Ok(_)));
    let report = match kept {
        Some(Ok(report)) => report,
        Some(Err(_)) | None => begin(page, key, &form),
    };
    let report = with_edits(report, &opened.loaded.edits);
    let session = Session::open_early(form, report);
    alive.try_get_value()?;
    let desk = owner.with(|| Desk::new(session, page, |hands| opened.keep(hands)));
    desk.is_new.set_value(is_new);
    remember(&desk);
    Some(Progress::Open(desk))
}

/// Fetches what stands beside the sheet once the first input is taken, so that it delays nothing.
async fn bring_side(page: Page, desk: Desk, key: ReportKey, alive: StoredValue<bool>) {
    while dom::root("data-ready").as_deref() != Some("true") && alive.try_get_value().is_some() {
        timer::pause(LOOK_AGAIN).await;
    }
    timer::idle(PATIENCE).await;
    side::PIECE.act(page, move |door| {
        spawn_local((door.catch_up)(page, desk, key.clone()));
    });
}

/// What the first input did not wait for: the rules, the window of a report that was just begun, the agency's other
/// reports, the paper.
pub(super) async fn catch_up(page: Page, desk: Desk, key: ReportKey) {
    if !desk.is_open() {
        return;
    }
    if !page.memory_only.get_untracked() {
        desk.share();
    }
    desk.take_rules();
    if desk.is_new.try_get_value() == Some(true)
        && let Some(period) = Period::parse(&key.period)
    {
        let windows = windows_of(page, &key.form, &key.agency).await;
        if let Some(window) = windows.of(period) {
            desk.begin_on(window.days());
        }
    }
    desk.stand_beside();
    paper::bring().await;
    if let Some(form) = page.form(&key.form) {
        desk.remember(history::read(page, &key, &form).await);
    }
    backup::follow(page).await;
}

/// A report that is begun by its address: an official code brings its name, another code stands for itself.
/// Its window comes with what stands beside the sheet ([`catch_up`]).
fn begin(page: Page, key: &ReportKey, form: &Arc<OpenForm>) -> Report {
    let preferences = Preferences::load();
    let official = page.forms(|forms| forms.agencies()).and_then(|agencies| {
        agencies
            .iter()
            .find(|agency| agency.code == key.agency)
            .cloned()
    });
    let agency = official.unwrap_or_else(|| {
        let remembered =
            preferences.agency_code == key.agency && !preferences.agency_name.is_empty();
        Agency {
            code: key.agency.clone(),
            name: if remembered {
                preferences.agency_name.clone()
            } else {
                key.agency.clone()
            },
            level: Level::from_word(&preferences.agency_level)
                .filter(|_| remembered)
                .unwrap_or_default(),
        }
    });
    let period = ReportPeriod {
        id: key.period.clone(),
        ..ReportPeriod::default()
    };
    let form = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    Report::begin(form, agency, period, &clock::now_utc_iso())
}

/// The next report begins with the same agency.
fn remember(desk: &Desk) {
    let agency = desk.session(|session| session.report().agency.clone());
    let Some(agency) = agency else { return };
    let mut preferences = Preferences::load();
    preferences.agency_code = agency.code;
    preferences.agency_name = agency.name;
    preferences.agency_level = agency.level.word().to_owned();
    preferences.last_report = desk.key().path();
    // A browser that keeps nothing has said so already.
    let _ = preferences.save();
}
