//! A file comes in: chosen, read, shown; nothing changes before the officer says so.

mod read;
mod shown;
mod tables;
mod words;

use super::dom;
use super::kept::{enter, leave, report_of, rewrite};
use super::page::Page;
use super::pages::{Import, Taking};
use super::plan::{BookPreview, keep_book};
use super::route::Route;
use super::words::words as page_words;
use crate::browser::{Opened, clock, filed};
use crate::exchange::{Preview, asides_of_import, changes_of, texts_of};
use crate::format::{Complaint, report_text};
use crate::report::{OpenForm, Report, Session, Severity};
use crate::store::report_key;
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use read::read;
pub use read::{MAX_FILE, is_json, opened, trouble_words};
use shown::{half, ready_shown, refused, tasks_shown};
use std::any::Any;
use std::sync::Arc;
use tables::Tables;
use web_sys::File;

/// What came of the file that was chosen.
#[derive(Clone)]
enum Chosen {
    /// It cannot be imported.
    Refused {
        name: String,
        complaints: Vec<Complaint>,
    },
    /// It may be imported.
    Ready(Arc<Ready>),
    /// It is an agency's copy of a work list by itself, and may be imported.
    Tasks { name: String, preview: BookPreview },
    /// The report of the file is in, and these of its work lists are not.
    Half { name: String, lists: Vec<Phrase> },
    /// It is being read.
    Reading(String),
    /// It comes from elsewhere, and its tables may go into a report.
    Tables(Tables),
}

struct Ready {
    name: String,
    form: Arc<OpenForm>,
    preview: Preview,
    errors: usize,
    warnings: usize,
    /// Whether the machine has a report of the same agency and period.
    replaces: bool,
    /// The agency's copies of work lists that came with it.
    books: Vec<BookPreview>,
    /// What should be known besides: what was changed in a workbook.
    told: Vec<Phrase>,
    /// Whether it comes from a file, which has it for good; else it was made on this page.
    is_file: bool,
}

/// What was chosen, as the rest of the page holds it.
type Slot = RwSignal<Option<Arc<dyn Any + Send + Sync>>>;

/// Reads the file that was chosen, and shows what would come of it.
pub fn look_at(page: Page, import: Import, file: File) {
    let is_last = import.begin();
    spawn_local(async move {
        let reading = |name: &str| {
            if is_last() {
                put(import.chosen, Chosen::Reading(name.to_owned()));
            }
        };
        let found = read(page, &reading, file).await;
        if !is_last() {
            return;
        }
        put(import.chosen, found);
        request_animation_frame(|| {
            dom::focus_first("#import-title");
        });
    });
}

fn put(chosen: Slot, found: Chosen) {
    chosen.set(Some(Arc::new(found)));
}

/// Takes in a report document without asking: whoever sends it has decided. It goes in as a step that can be taken back.
pub fn take_document(page: Page, text: String) -> Taking {
    Box::pin(async move {
        match read::document(page, String::new(), &text, Vec::new()).await {
            Chosen::Ready(ready) => {
                let key = ready.preview.report.key();
                match apply(page, &ready).await {
                    None => Ok(key),
                    Some(Chosen::Half { lists, .. }) => Err(half_words(&lists)),
                    Some(_) => Err(not_kept_words()),
                }
            }
            Chosen::Refused { complaints, .. } => Err(complaints
                .into_iter()
                .next()
                .map(|first| first.with_place())
                .unwrap_or_default()),
            _ => Err(not_kept_words()),
        }
    })
}

/// The preview of what was chosen, or why it cannot be imported.
pub fn preview_of(page: Page, import: Import, language: Language) -> AnyView {
    let chosen = import.chosen;
    let found = chosen.get();
    let found = found.as_ref().and_then(|found| found.downcast_ref());
    match found {
        None => ().into_any(),
        Some(Chosen::Refused { name, complaints }) => {
            refused(name, complaints, chosen, language).into_any()
        }
        Some(Chosen::Ready(ready)) => ready_shown(page, ready, chosen, language).into_any(),
        Some(Chosen::Tasks { name, preview }) => {
            tasks_shown(page, name, preview, chosen, language).into_any()
        }
        Some(Chosen::Half { name, lists }) => half(name, lists, chosen, language).into_any(),
        Some(Chosen::Reading(name)) => {
            let said = filled(words::words(language).reading, &[name]);
            view! { <p class="bm-note" role="status" data-import="reading">{said}</p> }.into_any()
        }
        Some(Chosen::Tables(tables)) => tables::shown(page, tables, chosen, language),
    }
}

/// The report of the same agency and period that this machine has.
pub async fn kept_report(page: Page, place: &str) -> Option<Report> {
    report_of(&Opened::read(page.shelf(), place).await.loaded)
}

/// Puts the report in its place, as a step that can be taken back, with the record that stood there copied aside; and
/// opens it. Gives what has to be said where not everything of it is in.
async fn apply(page: Page, ready: &Ready) -> Option<Chosen> {
    let incoming = ready.preview.report.clone();
    let key = incoming.key();
    let place = report_key(&key.path());
    leave(page).await;
    let done = rewrite(page, &place, &|kept| {
        // Where there is none, what comes in is done to a report without figures.
        let here = report_of(kept).unwrap_or_else(|| incoming.head());
        let mut session = Session::open(ready.form.clone(), here);
        session.import(incoming.clone(), &clock::now_utc_iso());
        let mut report = session.report().clone();
        if ready.is_file {
            report.came_in();
        }
        report_text(&report)
    })
    .await;
    if done && ready.is_file {
        filed::note(&key.path(), &clock::now_utc_iso());
    }
    let mut lists = Vec::new();
    for preview in ready.books.iter().filter(|_| done) {
        if !keep_book(page, &preview.book).await {
            lists.push(preview.title.clone());
        }
    }
    enter(page, &Route::of_report(&key));
    if !done {
        return Some(not_kept(&ready.name));
    }
    let name = ready.name.clone();
    (!lists.is_empty()).then_some(Chosen::Half { name, lists })
}

/// A report that the page has made itself, of the one that is kept.
pub struct OfPage {
    /// What it is called.
    pub name: String,
    /// Its form set.
    pub form: Arc<OpenForm>,
    /// The report to begin with where none is kept.
    pub begun: Report,
    /// Makes it of the report that is kept, or of the begun one.
    pub make: Box<dyn Fn(Report) -> Report>,
}

/// Puts a report that the page has made in its place and opens it. Where one is kept already, it is shown beforehand what
/// would change in it.
pub fn offer(page: Page, made: OfPage) {
    let is_last = page.import.begin();
    spawn_local(async move {
        let place = report_key(&made.begun.key().path());
        let here = kept_report(page, &place).await;
        let report = (made.make)(here.clone().unwrap_or(made.begun));
        let opened = Session::open(made.form.clone(), report.clone());
        let findings = opened.findings();
        let of = |severity| {
            findings
                .iter()
                .filter(|one| one.severity == severity)
                .count()
        };
        let ready = Ready {
            name: made.name,
            preview: Preview {
                changes: changes_of(&made.form.form, here.as_ref(), &report),
                texts: texts_of(&opened, here.as_ref(), &report),
                asides: asides_of_import(&made.form.form, here.as_ref(), &report),
                differences: Vec::new(),
                report,
            },
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            replaces: here.is_some(),
            books: Vec::new(),
            told: Vec::new(),
            is_file: false,
            form: made.form,
        };
        let chosen = page.import.chosen;
        if ready.replaces {
            if !is_last() {
                return;
            }
            put(chosen, Chosen::Ready(Arc::new(ready)));
            request_animation_frame(|| {
                dom::focus_first("#import-title");
            });
        } else if let Some(said) = apply(page, &ready).await {
            put(chosen, said);
        }
    });
}

fn not_kept(name: &str) -> Chosen {
    Chosen::Refused {
        name: name.to_owned(),
        complaints: vec![Complaint::new("", not_kept_words())],
    }
}

fn half_words(lists: &[Phrase]) -> Phrase {
    let of = |language| {
        let lists: Vec<&str> = lists.iter().map(|list| list.text(language)).collect();
        filled(words::words(language).half, &[&lists.join("; ")])
    };
    Phrase::new(of(Language::Vi), of(Language::En))
}

fn not_kept_words() -> Phrase {
    Phrase::new(
        page_words(Language::Vi).save_failed_what,
        page_words(Language::En).save_failed_what,
    )
}
