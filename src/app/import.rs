//! A file comes in: chosen, read, shown; nothing changes before the officer says so.

use super::differences;
use super::dom;
use super::editor::findings::count_words;
use super::kept::{leave, rewrite, with_edits};
use super::page::Page;
use super::pages::Import;
use super::parts::{facts, placed};
use super::plan::{BookPreview, keep_book, look_at_books, shown_books};
use super::route::Route;
use super::window;
use super::words::words;
use crate::browser::{Opened, clock, filed, files};
use crate::exchange::{Difference, Preview, preview, read_source};
use crate::format::{Complaint, MAX_BYTES, read_book, read_report, report_text};
use crate::period::Period;
use crate::report::{OpenForm, Report, Session, Severity};
use crate::store::{Loaded, report_key};
use crate::words::{Language, Phrase};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::sync::Arc;
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
}

/// What was chosen, as the rest of the page holds it.
type Slot = RwSignal<Option<Arc<dyn Any + Send + Sync>>>;

/// Reads the file that was chosen, and shows what would come of it.
pub fn look_at(page: Page, import: Import, file: File) {
    spawn_local(async move {
        let found = read(page, file).await;
        put(import.chosen, found);
        request_animation_frame(|| {
            dom::focus_first("#import-title");
        });
    });
}

fn put(chosen: Slot, found: Chosen) {
    chosen.set(Some(Arc::new(found)));
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
    }
}

async fn read(page: Page, file: File) -> Chosen {
    let name = file.name();
    let of_refusal = name.clone();
    let refuse = |complaints| Chosen::Refused {
        name: of_refusal.clone(),
        complaints,
    };
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let text = match files::read_text(&file, limit).await {
        Ok(text) => text,
        Err(trouble) => return refuse(vec![Complaint::new("", trouble_words(&trouble))]),
    };
    let source = match read_source(&text) {
        Ok(source) => source,
        Err(_) if is_backup(&text) => {
            return refuse(vec![Complaint::new("format", backup_words())]);
        }
        Err(complaints) => {
            let Ok(book) = read_book(&text) else {
                return refuse(complaints);
            };
            let mut previews = look_at_books(page, &[book]).await;
            return match previews.pop() {
                Some(preview) => Chosen::Tasks { name, preview },
                None => refuse(complaints),
            };
        }
    };
    let Ok(form) = page.form_when_known(&source.report.form.id).await else {
        let id = &source.report.form.id;
        let say = |language| format!("{} {id}", words(language).import_no_form);
        return refuse(vec![Complaint::new(
            "form.id",
            Phrase::new(say(Language::Vi), say(Language::En)),
        )]);
    };
    let period = Period::parse(&source.report.period.id);
    if !period.is_some_and(|period| form.form.periods.contains(&period.kind)) {
        let id = &source.report.period.id;
        let say = |language| format!("{} {id}", words(language).import_no_period);
        return refuse(vec![Complaint::new(
            "period.id",
            Phrase::new(say(Language::Vi), say(Language::En)),
        )]);
    }
    let kept = Opened::read(page.shelf(), &report_key(&source.report.key().path())).await;
    let here = here(&kept.loaded);
    let incoming = Session::open(form.clone(), source.report.clone());
    let of = |severity| {
        incoming
            .findings()
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    Chosen::Ready(Arc::new(Ready {
        preview: preview(&source, &incoming, here.as_ref()),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        replaces: here.is_some(),
        books: look_at_books(page, &source.books).await,
        name,
        form,
    }))
}

/// The report of the same agency and period that this machine has.
fn here(kept: &Loaded) -> Option<Report> {
    let report = kept.body().and_then(|body| read_report(body).ok())?;
    Some(with_edits(report, &kept.edits))
}

/// Whether a text is a backup: its format stands near its beginning.
fn is_backup(text: &str) -> bool {
    const HEAD: usize = 200;
    text.get(..HEAD)
        .unwrap_or(text)
        .contains("\"bieumau.backup/")
}

fn backup_words() -> Phrase {
    Phrase::new(
        "Tệp này là bản sao lưu nhiều báo cáo. Mở tệp ở mục “Sao lưu và khôi phục” trên Trang chính hoặc trang Cài đặt.",
        "This file is a backup of several reports. Open it under “Backup and restore” on the page Home or Settings.",
    )
}

fn trouble_words(trouble: &files::FileTrouble) -> Phrase {
    match trouble {
        files::FileTrouble::TooLarge { .. } => Phrase::new(
            "Tệp lớn quá 4 MB nên không được đọc.",
            "The file is larger than 4 MB and was not read.",
        ),
        files::FileTrouble::NotText => Phrase::new(
            "Tệp không phải là văn bản UTF-8, nên không phải tệp JSON do Biểu Mẫu xuất ra.",
            "The file is not UTF-8 text, so it is not a JSON file exported by Biểu Mẫu.",
        ),
        files::FileTrouble::Unreadable(_) => Phrase::new(
            "Trình duyệt không đọc được tệp. Chép tệp vào máy rồi chọn lại.",
            "The browser could not read the file. Copy it to this machine and choose it again.",
        ),
    }
}

fn refused(
    name: &str,
    complaints: &[Complaint],
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let list: Vec<AnyView> = complaints
        .iter()
        .take(10)
        .map(|complaint| placed(&complaint.place, &complaint.problem, language))
        .collect();
    view! {
        <section class="bm-note bm-note--error" data-import="refused" role="alert">
            <h2 id="import-title" tabindex="-1">{words.import_refused} ": " {name.to_owned()}</h2>
            <ul>{list}</ul>
            <p>{words.import_unchanged}</p>
            <button type="button" class="bm-button" on:click=move |_| chosen.set(None)>{words.close}</button>
        </section>
    }
}

fn ready_shown(
    page: Page,
    ready: &Arc<Ready>,
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let report = &ready.preview.report;
    let period = Period::parse(&report.period.id).map_or_else(
        || report.period.id.clone(),
        |period| period.name().text(language).to_owned(),
    );
    let differences = ready
        .preview
        .differences
        .iter()
        .map(|difference: &Difference| {
            view! { <li>{difference.words(&ready.form.form).text(language).to_owned()}</li> }
        });
    let differences = (!ready.preview.differences.is_empty()).then(|| {
        view! {
            <div class="bm-note bm-note--warning" data-import="differences">
                <h3>{words.differences}</h3>
                <ul>{differences.collect_view()}</ul>
            </div>
        }
    });
    let of_apply = ready.clone();
    let agency = format!("{} ({})", report.agency.name, report.agency.code);
    let facts = facts(vec![
        (words.agency, agency.into_any()),
        (words.period, period.into_any()),
        (words.window, window::of_report(report, language)),
        (
            words.contradictions,
            count_words(words, ready.errors, ready.warnings).into_any(),
        ),
    ]);
    view! {
        <section class="bm-card" data-import="preview" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{words.import_of} ": " {ready.name.clone()}</h2>
            {facts}
            {differences}
            <p>{if ready.replaces { words.import_replaces } else { words.import_new }}</p>
            {differences::table(&ready.form, &ready.preview.changes, [words.import_now, words.import_then], language)}
            {shown_books(&ready.books, language)}
            {buttons(chosen, language, Box::new(move || {
                let ready = of_apply.clone();
                spawn_local(async move {
                    if !apply(page, &ready).await {
                        put(chosen, not_kept(&ready.name));
                    }
                });
            }))}
        </section>
    }
}

/// What an agency's copy of a work list would change.
fn tasks_shown(
    page: Page,
    name: &str,
    preview: &BookPreview,
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let agency = &preview.book.agency;
    let facts = facts(vec![(
        words.agency,
        format!("{} ({})", agency.name, agency.code).into_any(),
    )]);
    let changes = shown_books(std::slice::from_ref(preview), language);
    let of_apply = (name.to_owned(), preview.book.clone());
    view! {
        <section class="bm-card" data-import="preview" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{words.import_of} ": " {name.to_owned()}</h2>
            {facts}
            <p>{words.tasks_import_replaces}</p>
            {changes}
            {buttons(chosen, language, Box::new(move || {
                let (name, book) = of_apply.clone();
                spawn_local(async move {
                    leave(page).await;
                    if !keep_book(page, &book).await {
                        put(chosen, not_kept(&name));
                    }
                    go(page, &Route::of_tasks(&book.list, &book.agency.code));
                });
            }))}
        </section>
    }
}

/// Imports what is shown, or does not.
fn buttons(chosen: Slot, language: Language, apply: Box<dyn Fn()>) -> AnyView {
    let words = words(language);
    let import = move |_| {
        chosen.set(None);
        apply();
    };
    view! {
        <div class="bm-row">
            <button type="button" class="bm-button bm-button--main" data-action="import-apply" on:click=import>
                {words.import_apply}
            </button>
            <button type="button" class="bm-button" data-action="import-cancel" on:click=move |_| chosen.set(None)>
                {words.import_cancel}
            </button>
        </div>
    }
    .into_any()
}

/// Puts the report in its place, as a step that can be taken back, with the record that stood there copied aside; and
/// opens it.
async fn apply(page: Page, ready: &Ready) -> bool {
    let incoming = ready.preview.report.clone();
    let key = incoming.key();
    let place = report_key(&key.path());
    leave(page).await;
    let mut done = rewrite(page, &place, &|kept| {
        // Where there is none, what comes in is done to a report without figures.
        let here = here(kept).unwrap_or_else(|| incoming.head());
        let mut session = Session::open(ready.form.clone(), here);
        session.import(incoming.clone(), &clock::now_utc_iso());
        let mut report = session.report().clone();
        report.came_in();
        report_text(&report)
    })
    .await;
    filed::note(&key.path(), &clock::now_utc_iso());
    for preview in &ready.books {
        done &= keep_book(page, &preview.book).await;
    }
    go(page, &Route::of_report(&key));
    done
}

fn go(page: Page, address: &str) {
    page.route.set(Route::parse(address));
    dom::go(address);
}

fn not_kept(name: &str) -> Chosen {
    let said = Phrase::new(
        words(Language::Vi).save_failed_what,
        words(Language::En).save_failed_what,
    );
    Chosen::Refused {
        name: name.to_owned(),
        complaints: vec![Complaint::new("", said)],
    }
}
