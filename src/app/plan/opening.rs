//! Opening a work list: the printed list, the first read of the agency's copy, the replay of the journal.

use super::chooser::chooser;
use super::desk::TaskDesk;
use super::tasks::tasks;
use crate::app::agency::known_agency;
use crate::app::dom;
use crate::app::page::{Notice, Page};
use crate::app::parts::{self, dynamic, said, waiting};
use crate::app::words::words;
use crate::browser::{Opened, Preferences, clock};
use crate::format::{BOOK, is_kept_by_newer, parse_edit, read_book};
use crate::period::Period;
use crate::plan::{Plans, TaskBook, Tracked};
use crate::report::ReportKey;
use crate::store::{JournalEdit, Opening, Shelf, task_key};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How far the opening has come.
#[derive(Clone)]
enum Progress {
    Reading,
    /// The plans are there; no list or no agency is chosen.
    Choosing(Arc<Plans>),
    Open(Arc<Plans>, TaskDesk),
    Cannot(Notice),
}

/// The page `#/tasks`, or `#/tasks/<list>/<agency>`.
pub fn tasks_page(page: Page, named: Option<(String, String)>) -> AnyView {
    let progress = RwSignal::new(Progress::Reading);
    let owner = Owner::current().unwrap_or_default();
    let alive = StoredValue::new(true);
    spawn_local(async move {
        let opened = open(page, named, owner, alive).await;
        match opened {
            Some(opened) if alive.try_get_value() == Some(true) => {
                let _ = progress.try_set(opened);
            }
            Some(Progress::Open(_, desk)) => desk.let_go(page),
            _ => {}
        }
    });
    on_cleanup(move || {
        page.save.set(None);
        page.notice.set(None);
        if let Some(Progress::Open(_, desk)) = progress.try_get_untracked() {
            desk.let_go(page);
        }
    });
    dynamic(move || {
        let language = page.language.get();
        let words = words(language);
        let opened = progress.get();
        if !matches!(opened, Progress::Reading) {
            spawn_local(async { dom::set_root("data-ready", "true") });
        }
        match opened {
            Progress::Reading => waiting(words.reading),
            Progress::Choosing(plans) => view! {
                {parts::title(words.tasks)}
                <p>{words.tasks_choose}</p>
                {chooser(page, &plans, None, language)}
            }
            .into_any(),
            Progress::Open(plans, desk) => tasks(page, desk, &plans, language),
            Progress::Cannot(why) => said(words.tasks, why(language), language),
        }
    })
}

/// The list and the agency on which this machine works: those of the report that was open last.
fn default_list(plans: &Plans) -> Option<(String, String)> {
    let preferences = Preferences::load();
    let agency = preferences.agency_code;
    if agency.is_empty() {
        return None;
    }
    let year = ReportKey::from_path(&preferences.last_report)
        .and_then(|key| Period::parse(&key.period))
        .map_or(clock::today().year(), |period| period.year);
    Some((plans.list_for(&agency, year)?, agency))
}

async fn open(
    page: Page,
    named: Option<(String, String)>,
    owner: Owner,
    alive: StoredValue<bool>,
) -> Option<Progress> {
    let Some(plans) = page.plans().await else {
        return Some(Progress::Cannot(|language| words(language).plan_not_loaded));
    };
    let Some((list, agency)) = named.or_else(|| default_list(&plans)) else {
        return Some(Progress::Choosing(plans));
    };
    let Some((name, year)) = plans.named(&list) else {
        return Some(Progress::Cannot(|language| words(language).tasks_no_list));
    };
    let Some(list) = page.task_list(name, year).await else {
        return Some(Progress::Cannot(|language| words(language).plan_not_loaded));
    };
    page.closed().await;
    let key = task_key(&format!("{}/{agency}", list.id));
    let mut opened = Opened::read(page.shelf(), &key).await;
    let mut kept = opened.loaded.body().map(read_book);
    if let Some(Err(complaints)) = &kept {
        opened = if is_kept_by_newer(complaints) {
            opened.lock(BOOK.to_owned())
        } else {
            opened.set_body_aside().await
        };
        kept = None;
    }
    let lost = opened.loaded.missing.is_some() || opened.loaded.journal_aside.is_some();
    page.notice.set(match &opened.loaded.opening {
        Opening::Broken { .. } => Some(|language| words(language).tasks_spoilt),
        _ if lost => Some(|language| words(language).tasks_lost),
        _ => None,
    });
    match &opened.loaded.opening {
        Opening::Newer { .. } => {
            return Some(Progress::Cannot(|language| words(language).tasks_newer));
        }
        // What cannot be read is never written, so this page works in memory only.
        Opening::Unread(_) => page.memory_only.set(true),
        Opening::Absent | Opening::Kept(_) | Opening::Broken { .. } => {
            page.memory_only.set(!page.shelf().lasts());
        }
    }
    let mut book = match kept {
        Some(Ok(book)) => book,
        Some(Err(_)) | None => {
            let printed_for = name.agency.clone().filter(|of| of.code == agency);
            let agency = printed_for.unwrap_or_else(|| {
                let official = page.forms(|forms| forms.agencies()).unwrap_or_default();
                known_agency(&official, &agency)
            });
            TaskBook::begin(&list.id, year, agency)
        }
    };
    replay(&mut book, &opened.loaded.edits);
    let tracked = Tracked::new(list, book);
    alive.try_get_value()?;
    let desk = owner.with(|| TaskDesk::new(tracked, page, |hands| opened.keep(hands)));
    Some(Progress::Open(plans, desk))
}

/// The copy with the edits of a journal.
pub fn with_book_edits(mut book: TaskBook, edits: &[JournalEdit]) -> TaskBook {
    replay(&mut book, edits);
    book
}

/// Replays the edits of a journal over a copy.
pub fn replay(book: &mut TaskBook, edits: &[JournalEdit]) {
    for edit in edits {
        if let Some(again) = parse_edit(&edit.value) {
            book.apply(&edit.key, again);
        }
    }
}
