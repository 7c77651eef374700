//! The report leaves the machine: as JSON, which the page writes itself, or as a file of another program, which the second
//! program writes in its worker.

mod words;

use super::desk::Desk;
use super::page::Page;
use super::parts::dynamic;
use super::plan::books_of;
use super::window;
use crate::browser::office::{self, Trouble};
use crate::browser::{clock, filed, files};
use crate::exchange::{EXPORT_FORMATS, ExportFormat, Made, export_json_on, file_name};
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use words::{Words, words};

/// How far an export has come.
#[derive(Clone)]
enum Course {
    /// None is under way.
    Idle,
    /// The second program is at work.
    Making(&'static ExportFormat),
    /// There is no file, and why.
    Failed(&'static ExportFormat, Phrase),
}

type Slot = RwSignal<Course>;

/// The buttons of every format, and what is said while a file is made.
pub fn buttons(page: Page, desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let course = RwSignal::new(Course::Idle);
    let formats: Vec<AnyView> = EXPORT_FORMATS
        .iter()
        .map(|format| button(page, desk, format, course, words))
        .collect();
    view! {
        <div class="bm-out" role="group" aria-labelledby="out-title">
            <span class="bm-out__title" id="out-title">{words.title}</span>
            {formats}
        </div>
        {dynamic(move || said(page, desk, course, words, language))}
    }
    .into_any()
}

fn button(
    page: Page,
    desk: Desk,
    format: &'static ExportFormat,
    course: Slot,
    words: &'static Words,
) -> AnyView {
    let (name, what) = of(words, format.action);
    let class = match format.made {
        Made::Here => "bm-button bm-button--main",
        Made::InOffice => "bm-button",
    };
    view! {
        <button
            type="button"
            class=class
            data-action=format.action
            title=what
            aria-label=filled(words.export_as, &[name])
            on:click=move |_| begin(page, desk, format, course)
        >
            {name}
        </button>
    }
    .into_any()
}

fn begin(page: Page, desk: Desk, format: &'static ExportFormat, course: Slot) {
    spawn_local(async move {
        let done = export(page, desk, format, course).await;
        match done {
            // Another export took its place, and says for itself how far it is.
            Err(Trouble::Stopped) => return,
            Err(trouble) => course.try_set(Course::Failed(format, sentence(trouble))),
            Ok(()) => course.try_set(Course::Idle),
        };
    });
}

/// Hands out the report as a file, with the work lists of its agency and year. Only what was made has left the machine.
async fn export(
    page: Page,
    desk: Desk,
    format: &'static ExportFormat,
    course: Slot,
) -> Result<(), Trouble> {
    let key = desk.key();
    let books = books_of(page, &key).await;
    desk.asks_to_leave();
    let window = window::of_desk(page, desk);
    let written = desk.session(|session| {
        let report = session.report();
        let document = export_json_on(session, &books, clock::today(), window.as_ref());
        (file_name(report, format), report.modified.clone(), document)
    });
    // The officer has gone elsewhere meanwhile.
    let Some((name, modified, document)) = written else {
        return Ok(());
    };
    match format.made {
        Made::Here => files::download(&name, format.media_type, &document),
        Made::InOffice => {
            course.try_set(Course::Making(format));
            let form = page.form_text(&key.form).await;
            let form = form.map_err(|_| Trouble::NotLoaded)?;
            let bytes = office::write_report(format.action, &form, &document).await?;
            files::download_bytes(&name, format.media_type, &bytes)
        }
    };
    filed::note(&key.path(), &modified);
    desk.went_out(window, Some(&modified));
    Ok(())
}

fn said(
    page: Page,
    desk: Desk,
    course: Slot,
    words: &'static Words,
    language: Language,
) -> AnyView {
    match course.get() {
        Course::Idle => ().into_any(),
        Course::Making(format) => {
            let (name, _) = of(words, format.action);
            view! {
                <p class="bm-out__said" role="status" data-out="making">
                    {filled(words.making, &[name])} " "
                    <button type="button" class="bm-button" data-action="export-stop" on:click=move |_| {
                        office::stop();
                        course.set(Course::Idle);
                    }>
                        {words.stop}
                    </button>
                </p>
            }
            .into_any()
        }
        Course::Failed(format, why) => view! {
            <div class="bm-note bm-note--error" role="alert" data-out="failed">
                <p>{filled(words.failed, &[of(words, format.action).0])} " " {why.text(language).to_owned()}</p>
                <p class="bm-row">
                    <button
                        type="button"
                        class="bm-button"
                        data-action="try-again"
                        on:click=move |_| begin(page, desk, format, course)
                    >
                        {words.again}
                    </button>
                    <button type="button" class="bm-button" on:click=move |_| course.set(Course::Idle)>
                        {words.close}
                    </button>
                </p>
            </div>
        }
        .into_any(),
    }
}

/// Why the second program gave nothing, and what to do.
pub fn sentence(trouble: Trouble) -> Phrase {
    let (vi, en) = (words(Language::Vi), words(Language::En));
    match trouble {
        Trouble::Refused(phrase) => phrase,
        Trouble::NotLoaded => Phrase::new(vi.not_loaded, en.not_loaded),
        Trouble::Broken(how) => Phrase::new(filled(vi.broken, &[&how]), filled(en.broken, &[&how])),
        Trouble::Stopped => Phrase::new(vi.stopped, en.stopped),
    }
}

/// The name of a format and what it is for.
fn of(words: &'static Words, action: &str) -> (&'static str, &'static str) {
    match action {
        "export-json" => (words.json, words.json_what),
        "export-xlsx" => (words.xlsx, words.xlsx_what),
        "export-docx" => (words.docx, words.docx_what),
        "export-csv" => (words.csv, words.csv_what),
        "export-tidy" => (words.tidy, words.tidy_what),
        "export-dhis2" => (words.dhis2, words.dhis2_what),
        _ => ("", ""),
    }
}
