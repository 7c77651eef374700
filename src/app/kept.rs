//! A report as it was kept, with the edits of the journal that its record does not contain.

use super::agency::known_agency;
use super::dom;
use super::page::Page;
use super::route::Route;
use crate::browser::{LocalJournal, Opened, clock, tell_committed, timer};
use crate::format::{is_kept_by_newer, put_part, read_book, read_report, report_text};
use crate::report::{FormName, OpenForm, Report, ReportKey, ReportPeriod};
use crate::store::{
    self, Envelope, Journal, JournalEdit, Loaded, Opening, REPORTS, Replaced, Shelf, TASKS, past,
    replace,
};
use leptos::prelude::*;

/// How often a record is read again when another page writes it at the same time.
const TRIES: usize = 5;

/// Replays edits over a report, oldest first.
pub fn with_edits(mut report: Report, edits: &[JournalEdit]) -> Report {
    for edit in edits {
        put_part(&mut report, &edit.key, &edit.value);
    }
    report
}

/// A report that is begun by its address: an official code brings its name, another code stands for itself.
/// Its window comes with what stands beside the sheet.
pub fn begun(page: Page, key: &ReportKey, form: &OpenForm) -> Report {
    let official = page.forms(|forms| forms.agencies()).unwrap_or_default();
    let agency = known_agency(&official, &key.agency);
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

/// The reports of which only the journal has something, because the browser died before their record was made: their keys
/// with what was typed. `known` are the records that there are.
pub fn only_begun(known: &[String]) -> Vec<(ReportKey, Vec<JournalEdit>)> {
    let records = LocalJournal::records(REPORTS).into_iter();
    let begun = records.filter_map(|record| {
        let key = ReportKey::from_path(record.strip_prefix(REPORTS)?)?;
        let journal = Journal::read(&LocalJournal::of(&record).read()?).ok()?;
        let is_begun = journal.base() == 0 && !journal.is_blank() && !known.contains(&record);
        is_begun.then(|| (key, journal.since(0)))
    });
    begun.collect()
}

/// The report that was kept, with those edits; none where nothing is kept, or what is cannot be read.
pub fn report_of(kept: &Loaded) -> Option<Report> {
    let report = read_report(kept.body()?).ok()?;
    Some(with_edits(report, &kept.edits))
}

/// An open desk with the same report or list would write over what comes in; it is closed first.
pub async fn leave(page: Page) {
    page.route.set(Route::Home);
    timer::pause(0).await;
    page.closed().await;
}

/// Goes to what was rewritten meanwhile. Its address may be the one that was left, and then the browser tells nobody.
pub fn enter(page: Page, address: &str) {
    dom::arrive();
    page.route.set(Route::parse(address));
    dom::go(address);
}

/// Puts a body that came in under a key, above every edit that was made there; what stood there is kept as an earlier
/// state. Says whether it was kept.
pub async fn put_in_place(page: Page, place: &str, body: String) -> bool {
    rewrite(page, place, &|_| body.clone()).await
}

/// Puts a body where nothing is kept yet, from a revision on. Says whether it was kept; false also where something is there.
pub async fn begin_at(page: Page, place: &str, revision: u64, body: String) -> bool {
    let shelf = page.shelf();
    let kept = Opened::read(shelf.clone(), place).await.loaded;
    if kept.opening != Opening::Absent {
        return false;
    }
    let envelope = Envelope {
        revision: above(page, place, &kept)
            .await
            .max(revision.saturating_add(1)),
        saved: clock::now_utc_iso(),
        body,
    };
    replace(&*shelf, place, 0, &envelope).await == Ok(Replaced::Done)
}

/// Puts in the place of what is kept under a key what `make` makes of it, above every edit that was made there; what stood
/// there is kept as an earlier state. Where another page writes meanwhile, it is made anew of what is there then. Says
/// whether it was kept.
pub async fn rewrite(page: Page, place: &str, make: &dyn Fn(&Loaded) -> String) -> bool {
    let shelf = page.shelf();
    for _ in 0..TRIES {
        let kept = Opened::read(shelf.clone(), place).await.loaded;
        match &kept.opening {
            Opening::Kept(_) if is_of_newer(place, &kept) => return false,
            Opening::Absent | Opening::Broken { .. } | Opening::Kept(_) => {}
            // A record of a newer page, or one that could not be read, is never written over.
            Opening::Newer { .. } | Opening::Unread(_) => return false,
        }
        let envelope = Envelope {
            revision: above(page, place, &kept).await,
            saved: clock::now_utc_iso(),
            body: make(&kept),
        };
        match replace(&*shelf, place, kept.revision(), &envelope).await {
            Ok(Replaced::Done) => {
                tell_committed(place, envelope.revision);
                return true;
            }
            Ok(Replaced::Changed) => {}
            Ok(Replaced::Newer { .. }) | Err(_) => return false,
        }
    }
    false
}

/// Whether a newer page has kept what lies there, as far as this one can tell.
fn is_of_newer(place: &str, kept: &Loaded) -> bool {
    let complaints = kept.body().and_then(|body| match place.starts_with(TASKS) {
        true => read_book(body).err(),
        false => read_report(body).err(),
    });
    complaints.is_some_and(|complaints| is_kept_by_newer(&complaints))
}

/// A revision above everything that was ever kept under a key.
async fn above(page: Page, place: &str, kept: &Loaded) -> u64 {
    let past = match &kept.opening {
        Opening::Kept(_) => Vec::new(),
        _ => page
            .shelf()
            .keys(&past::folder(place))
            .await
            .unwrap_or_default(),
    };
    let newest = kept.revision().max(past::newest(&past));
    let newest = newest.max(kept.journal.newest()).max(kept.journal.base());
    newest.saturating_add(1)
}

/// Takes a report away from this machine, but for its earlier states: the last of them is the report as it was, with
/// every edit. Says whether it was done. A page that has it open goes on with it: what is typed there brings it back.
pub async fn discard(page: Page, place: &str) -> bool {
    for _ in 0..TRIES {
        let kept = Opened::read(page.shelf(), place).await.loaded;
        match (&kept.opening, report_of(&kept)) {
            (Opening::Kept(_), Some(report)) if !kept.edits.is_empty() => {
                let whole = |kept: &Loaded| report_text(&report_of(kept).unwrap_or(report.clone()));
                if !rewrite(page, place, &whole).await {
                    return false;
                }
                continue;
            }
            (Opening::Kept(_), Some(_)) => {}
            // It was pressed twice.
            (Opening::Absent, _) => return true,
            _ => return false,
        }
        match store::discard(&*page.shelf(), place, kept.revision()).await {
            Ok(Replaced::Done) => {
                forget_journal(place, kept.revision());
                return true;
            }
            Ok(Replaced::Changed) => {}
            Ok(Replaced::Newer { .. }) | Err(_) => return false,
        }
    }
    false
}

/// The journal of a record that is gone goes too, unless another page has just written into it what no record has.
fn forget_journal(place: &str, revision: u64) {
    let local = LocalJournal::of(place);
    let journal = local.read().and_then(|text| Journal::read(&text).ok());
    if journal.is_some_and(|journal| journal.since(revision).is_empty()) {
        local.forget();
    }
}
