//! What was chosen of a backup takes its place: each report in one transaction, as one step that can be taken back.

use super::look::{List, One, Ready, Stage, title};
use super::make::WINDOWS;
use crate::app::form_sets;
use crate::app::forms::KEPT;
use crate::app::kept::{begin_at, report_of, rewrite};
use crate::app::page::Page;
use crate::app::plan::keep_book;
use crate::browser::{Preferences, clock, filed, timer};
use crate::exchange::Choice;
use crate::format::{Item, own_windows_text, read_own_windows, read_report, report_text};
use crate::report::Session;
use crate::store::{Envelope, Opening, Shelf, keep, open, past, report_key};
use leptos::prelude::*;

/// Restores what was chosen. What fails alone is named; all else is done.
pub(super) async fn apply(page: Page, ready: &Ready) -> Stage {
    page.closed().await;
    let (mut count, mut failed) = (0, Vec::new());
    let language = page.language.get_untracked();
    for (id, text) in &ready.backup.forms {
        add_form(page, id, text).await;
    }
    for one in ready.reports.iter().flatten() {
        if !one.is_chosen() {
            continue;
        }
        if restore(page, one, &ready.name).await {
            count += 1;
        } else {
            failed.push(title(&one.key, &one.file.agency.name, language));
        }
        timer::pause(0).await;
    }
    for list in &ready.lists {
        if list.choice.get_untracked() == Choice::Keep {
            continue;
        }
        if take_list(page, list).await {
            count += 1;
        } else {
            let (agency, list) = (&list.book.agency.name, list.title.text(language));
            failed.push(format!("{agency} – {list}"));
        }
    }
    for item in &ready.backup.windows {
        add_windows(page, item).await;
    }
    let mut preferences = Preferences::load();
    preferences.take_missing(&ready.backup.preferences);
    // A browser that keeps nothing has said so already.
    let _ = preferences.save();
    page.taken.update(|taken| *taken += 1);
    Stage::Done { count, failed }
}

impl One {
    /// Whether anything is to be done with it.
    fn is_chosen(&self) -> bool {
        let choice = self.choice.get_untracked();
        choice.outcome(self.here.as_ref(), &self.file).is_some()
    }
}

/// Puts a report where it belongs. It is made of what is here at that moment, so that nothing that was typed meanwhile, on
/// another page, is passed over.
async fn restore(page: Page, one: &One, name: &str) -> bool {
    let place = report_key(&one.key.path());
    let choice = one.choice.get_untracked();
    if one.here.is_none() && put_new(page, one, &place).await {
        return true;
    }
    let moment = clock::local_moment(&one.file.modified);
    let from = format!("{moment}, {name}");
    let done = rewrite(page, &place, &|kept| {
        let here = report_of(kept);
        let outcome = choice.outcome(here.as_ref(), &one.file);
        let (Some(form), Some(here)) = (&one.form, &here) else {
            return report_text(&outcome.unwrap_or_else(|| one.file.clone()));
        };
        let outcome = outcome.unwrap_or_else(|| here.clone());
        let mut session = Session::open(form.clone(), here.clone());
        session.restore(outcome, &from, &clock::now_utc_iso());
        report_text(session.report())
    })
    .await;
    if done && choice == Choice::Take {
        filed::note(&one.key.path(), &clock::now_utc_iso());
    }
    done
}

/// Puts a report that this machine does not have, with what can be taken back in it and its earlier states. False where
/// one has come meanwhile.
async fn put_new(page: Page, one: &One, place: &str) -> bool {
    if !begin_at(page, place, one.revision, report_text(&one.file)).await {
        return false;
    }
    filed::note(&one.key.path(), &one.file.modified);
    let shelf = page.shelf();
    let known = shelf.keys(&past::folder(place)).await.unwrap_or_default();
    let room = past::MOST.saturating_sub(known.len());
    for state in one.past.iter().take(room) {
        let key = past::place(place, state.revision);
        let is_older = state.revision < one.revision && !known.contains(&key);
        if is_older && read_report(&state.document).is_ok() {
            let envelope = Envelope {
                revision: state.revision,
                saved: state.saved.clone(),
                body: state.document.clone(),
            };
            // The report is there already; an earlier state more or less is no failure.
            let _ = shelf.put(&key, &envelope.seal()).await;
        }
    }
    true
}

async fn take_list(page: Page, list: &List) -> bool {
    keep_book(page, &list.book).await
}

/// Adds a form set that this machine does not know.
async fn add_form(page: Page, id: &str, text: &str) {
    let shelf = page.shelf();
    let is_here =
        page.form(id).is_some() || !matches!(shelf.get(&format!("{KEPT}{id}")).await, Ok(None));
    if is_here {
        return;
    }
    // What was checked where it was opened may fail against this page; then it is not offered.
    if matches!(page.forms(|forms| forms.take(text)), Some(Ok(_))) {
        form_sets::keep(page, id.to_owned(), text.to_owned()).await;
    }
}

/// Adds the windows that the agency has not set here.
async fn add_windows(page: Page, item: &Item) {
    let shelf = page.shelf();
    let place = format!("{WINDOWS}{}", item.path);
    let Ok(theirs) = read_own_windows(&item.state.document) else {
        return;
    };
    let (mut own, mut revision) = (Vec::new(), 1);
    match open(&*shelf, &place).await {
        Opening::Absent => {}
        Opening::Kept(envelope) => {
            let Ok(here) = read_own_windows(&envelope.body) else {
                return;
            };
            (own, revision) = (here, envelope.revision.saturating_add(1));
        }
        _ => return,
    }
    let before = own.len();
    for (period, days) in theirs {
        if !own.iter().any(|(known, _)| *known == period) {
            own.push((period, days));
        }
    }
    if own.len() > before {
        let envelope = Envelope {
            revision,
            saved: clock::now_utc_iso(),
            body: own_windows_text(&own),
        };
        let _ = keep(&*shelf, &place, &envelope).await;
    }
}
