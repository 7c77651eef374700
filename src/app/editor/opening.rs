//! Opening a report: it is drawn while the record is read, and seen once the journal is replayed and all is kept.

use super::{editor, side};
use crate::app::backup;
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::embed;
use crate::app::history;
use crate::app::kept::{begun, with_edits};
use crate::app::page::{NoForm, Notice, Page};
use crate::app::paper;
use crate::app::parts::{dynamic, said, waiting};
use crate::app::plan;
use crate::app::route::Route;
use crate::app::window::windows_of;
use crate::app::words::first;
use crate::browser::{Opened, Preferences, timer};
use crate::format::{FORMAT, is_kept_by_newer, read_report};
use crate::period::Period;
use crate::report::{ReportKey, Session};
use crate::store::{Opening, Shelf, report_key};
use futures_util::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    /// Drawn, and for everyone to see once it is kept ([`Desk::is_kept`]).
    Drawn(Desk),
    Cannot(Notice),
}

/// The page `#/report/…` while it opens: it is gone when the officer goes elsewhere.
#[derive(Clone)]
struct Place {
    page: Page,
    key: ReportKey,
    progress: RwSignal<Progress>,
    /// The desk's signals belong to the page, not to the task that reads.
    owner: Owner,
    alive: StoredValue<bool>,
}

/// The page `#/report/…`. It lives as long as the report is the same; its agency and the language may change beneath it.
pub fn report_page(page: Page, key: ReportKey) -> AnyView {
    let progress = RwSignal::new(Progress::Reading);
    let place = Place {
        page,
        key,
        progress,
        owner: Owner::current().unwrap_or_default(),
        alive: StoredValue::new(true),
    };
    spawn_local(async move {
        let opened = place.open().await;
        match opened {
            Some(Ok(desk)) => {
                embed::now_open(Some(desk));
                bring_side(page, desk, place.key).await;
                plan::load(page, desk).await;
            }
            Some(Err(why)) => {
                let _ = progress.try_set(Progress::Cannot(why));
                now_ready();
                embed::now_open(None);
            }
            // The officer has gone elsewhere meanwhile.
            None => {}
        }
    });
    on_cleanup(move || {
        embed::now_open(None);
        page.save.set(None);
        page.notice.set(None);
        page.wanted.set(None);
        if let Some(Progress::Drawn(desk)) = progress.try_get_untracked() {
            desk.let_go(page);
        }
    });
    // Focus follows the address.
    Effect::new(move || {
        let at = page.route.with(|route| match route {
            Route::Report { at, .. } => at.clone(),
            _ => None,
        });
        if let (Progress::Drawn(desk), Some(at)) = (progress.get(), at)
            && desk.is_kept().get()
        {
            desk.go_to_address(&at);
        }
    });
    dynamic(move || {
        let language = page.language.get();
        let opening = move || waiting(first(language).opening);
        match progress.get() {
            Progress::Reading => opening(),
            Progress::Drawn(desk) => {
                let still = dynamic(move || match desk.is_kept().get() {
                    true => ().into_any(),
                    false => opening(),
                });
                view! { {still} {editor(page, desk, language)} }.into_any()
            }
            Progress::Cannot(why) => {
                let words = first(language);
                said(words.cannot_open, why(language), language)
            }
        }
    })
}

/// Says that the page takes input, once what was set so far is shown.
fn now_ready() {
    spawn_local(async { dom::set_root("data-ready", "true") });
}

/// Lets an officer who came here from another page type at once: on the first figure of the sheet that is still missing,
/// or on the title where none is. Whoever came to a row stands there already.
fn receive(page: Page, desk: Desk) {
    // Once the report is shown, on the sheet that the address names.
    spawn_local(async move {
        if !desk.is_open() || !dom::is_arriving() {
            return;
        }
        let is_at_row = page.route.with_untracked(|route| match route {
            Route::Report { at: Some(at), .. } => desk.form(|form| form.form.cell(at)).is_some(),
            _ => false,
        });
        if is_at_row {
            dom::arrived();
        } else if desk.step_into_gap() {
            dom::arrived();
            dom::announce(&dom::title());
        } else {
            dom::title_is_there();
        }
    });
}

impl Place {
    /// Opens the report: none where the officer has gone elsewhere meanwhile.
    async fn open(&self) -> Option<Result<Desk, Notice>> {
        let Place { page, key, .. } = self;
        // The record is read while the form set comes and the sheet is drawn.
        let kept = async {
            page.closed().await;
            Opened::read(page.shelf(), &report_key(&key.path())).await
        };
        let (drawn, mut opened) = join(self.draw(), kept).await;
        self.alive.try_get_value()?;
        let (desk, blank) = match drawn? {
            Ok(drawn) => drawn,
            Err(why) => return Some(Err(why)),
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
                return Some(Err(|language| first(language).newer_record));
            }
            // What cannot be read is never written, so this page works in memory only.
            Opening::Unread(_) => page.memory_only.set(true),
            Opening::Absent | Opening::Kept(_) | Opening::Broken { .. } => {
                page.memory_only.set(!page.shelf().lasts());
            }
        }
        let edits = &opened.loaded.edits;
        let read = match kept {
            Some(Ok(report)) => Some(with_edits(report, edits)),
            _ if edits.is_empty() => None,
            _ => Some(with_edits(blank.report().clone(), edits)),
        };
        self.alive.try_get_value()?;
        let session = match read {
            Some(report) => {
                let session = Session::open_early(blank.form().clone(), report);
                desk.show_all(&session);
                session
            }
            None => blank,
        };
        desk.keep(session, *page, |hands| opened.keep(hands));
        remember(&desk);
        now_ready();
        receive(*page, desk);
        Some(Ok(desk))
    }

    /// Draws the report as it is where there is no record, which is all but the figures of any other.
    async fn draw(&self) -> Option<Result<(Desk, Session), Notice>> {
        let form = match self.page.form_when_known(&self.key.form).await {
            Ok(form) => form,
            Err(NoForm::Unknown) => return Some(Err(|language| first(language).no_form)),
            Err(NoForm::NotLoaded) => {
                return Some(Err(|language| first(language).form_not_loaded));
            }
        };
        let period = Period::parse(&self.key.period);
        if !period.is_some_and(|period| form.form.periods.contains(&period.kind)) {
            return Some(Err(|language| first(language).no_period));
        }
        self.alive.try_get_value()?;
        let report = begun(self.page, &self.key, &form);
        let blank = Session::open_early(form, report);
        let desk = self.owner.with(|| Desk::new(&blank, self.page));
        self.progress.set(Progress::Drawn(desk));
        Some(Ok((desk, blank)))
    }
}

/// Fetches what stands beside the sheet once the first input is taken, so that it delays nothing.
async fn bring_side(page: Page, desk: Desk, key: ReportKey) {
    timer::idle(PATIENCE).await;
    if !desk.is_open() {
        return;
    }
    side::PIECE.act(page, move |door| {
        spawn_local((door.catch_up)(page, desk, key.clone()));
    });
}

/// What the first input did not wait for: the rules, the window of a report that has none yet, the agency's other
/// reports, the paper.
pub(super) async fn catch_up(page: Page, desk: Desk, key: ReportKey) {
    if !desk.is_open() {
        return;
    }
    if !page.memory_only.get_untracked() {
        desk.share();
    }
    desk.take_rules();
    let has_days = desk.session(|session| session.report().period.days().is_some());
    if has_days == Some(false)
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
