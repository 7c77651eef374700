//! The report leaves the machine: as JSON, which the page writes itself, or as a file of another program, which the second
//! program writes in its worker.

mod mapping;
mod words;

use super::desk::Desk;
use super::page::Page;
use super::parts::dynamic;
use super::plan::books_of;
use super::window;
use crate::browser::office::{self, Trouble};
use crate::browser::{clock, filed, files};
use crate::exchange::{
    EXPORT_FORMATS, ExportFormat, FORM_FORMATS, Made, export_json_on, file_name, form_file_name,
};
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use words::{Words, words};

/// How far an export has come.
#[derive(Clone)]
enum Course {
    /// None is under way.
    Idle,
    /// The second program is at work, for the export of this number.
    Making(&'static ExportFormat, u32),
    /// There is no file, and why; how to try again.
    Failed(&'static ExportFormat, Phrase, Make),
}

type Slot = RwSignal<Course, LocalStorage>;

/// What is said of an export, and its number.
type Place = (Slot, u32);

/// Makes a file and hands it out.
type Make = Rc<dyn Fn(Place) -> Pin<Box<dyn Future<Output = Result<(), Trouble>>>>>;

/// The buttons of every format of a report, and what is said while a file is made.
pub fn of_report(page: Page, desk: Desk, language: Language) -> AnyView {
    let makes = EXPORT_FORMATS.iter().map(|format| {
        let make: Make = Rc::new(move |place| Box::pin(export(page, desk, format, place)));
        (format, make)
    });
    group(makes.collect(), "out-title", language)
}

/// The buttons of what can be had of a form set without a report.
pub fn of_form(page: Page, form: &str, language: Language) -> AnyView {
    let id = format!("out-{form}");
    let mapping = mapping::section(page, form, language);
    let makes = FORM_FORMATS.iter().map(|format| {
        let form = form.to_owned();
        let make: Make =
            Rc::new(move |place| Box::pin(export_form(page, form.clone(), format, place)));
        (format, make)
    });
    view! {
        {group(makes.collect(), &id, language)}
        {mapping}
    }
    .into_any()
}

fn group(makes: Vec<(&'static ExportFormat, Make)>, id: &str, language: Language) -> AnyView {
    let words = words(language);
    let course = RwSignal::new_local(Course::Idle);
    let (mut buttons, mut rare) = (Vec::new(), Vec::new());
    for (format, make) in makes {
        let place = if format.is_rare {
            &mut rare
        } else {
            &mut buttons
        };
        place.push(button(format, make, course, words));
    }
    let rare = (!rare.is_empty()).then(|| {
        view! {
            <details class="bm-out__rare">
                <summary>{words.rare}</summary>
                <div class="bm-row">{rare}</div>
            </details>
        }
    });
    view! {
        <div class="bm-out" role="group" aria-labelledby=id.to_owned()>
            <span class="bm-out__title" id=id.to_owned()>{words.title}</span>
            {buttons}
            {rare}
        </div>
        {dynamic(move || said(course, words, language))}
    }
    .into_any()
}

fn button(
    format: &'static ExportFormat,
    make: Make,
    course: Slot,
    words: &'static Words,
) -> AnyView {
    let (name, what) = of(words, format.action);
    let class = match format.made {
        Made::Here => "bm-button bm-button--main",
        Made::InOffice => "bm-button",
    };
    let make = StoredValue::new_local(make);
    view! {
        <button
            type="button"
            class=class
            data-action=format.action
            title=what
            aria-label=filled(words.export_as, &[name])
            on:click=move |_| begin(format, make.get_value(), course)
        >
            {name}
        </button>
    }
    .into_any()
}

fn begin(format: &'static ExportFormat, make: Make, course: Slot) {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    let number = LAST.get().wrapping_add(1);
    LAST.set(number);
    let is_said = move || {
        let said = course
            .try_with_untracked(|said| matches!(said, Course::Making(_, of) if *of == number));
        said == Some(true)
    };
    spawn_local(async move {
        let done = make((course, number)).await;
        match done {
            // The officer has stopped it, or another export took its place and says for itself how far it is. Where the
            // program was wanted for something else, nobody has said so yet.
            Err(Trouble::Stopped) if !is_said() => return,
            Err(trouble) => course.try_set(Course::Failed(format, sentence(trouble), make)),
            Ok(()) => course.try_set(Course::Idle),
        };
    });
}

/// Hands out what can be had of a form set.
async fn export_form(
    page: Page,
    form: String,
    format: &'static ExportFormat,
    (course, number): Place,
) -> Result<(), Trouble> {
    course.try_set(Course::Making(format, number));
    let text = page.form_text(&form).await;
    let text = text.map_err(|_| Trouble::NotLoaded)?;
    let mapping = mapping::of(page, &form).await;
    let bytes = office::write_form(format.action, &text, mapping.as_deref()).await?;
    files::download_bytes(&form_file_name(&form, format), format.media_type, &bytes);
    Ok(())
}

/// Hands out the report as a file, with the work lists of its agency and year. Only what was made has left the machine.
async fn export(
    page: Page,
    desk: Desk,
    format: &'static ExportFormat,
    (course, number): Place,
) -> Result<(), Trouble> {
    let key = desk.key();
    let books = books_of(page, &key).await;
    if !desk.is_open() {
        return Ok(());
    }
    desk.asks_to_leave();
    let window = window::of_desk(page, desk);
    let written = desk.session(|session| {
        let report = session.report();
        let document = export_json_on(session, &books, clock::today(), window.as_ref());
        (file_name(report, format), report.modified.clone(), document)
    });
    let Some((name, modified, document)) = written else {
        return Ok(());
    };
    match format.made {
        Made::Here => files::download(&name, format.media_type, &document),
        Made::InOffice => {
            course.try_set(Course::Making(format, number));
            let form = page.form_text(&key.form).await;
            let form = form.map_err(|_| Trouble::NotLoaded)?;
            let bytes = {
                let mapping = mapping::of(page, &key.form).await;
                office::write_report(format.action, &form, &document, mapping.as_deref()).await?
            };
            files::download_bytes(&name, format.media_type, &bytes)
        }
    };
    filed::note(&key.path(), &modified);
    desk.went_out(window, Some(&modified));
    Ok(())
}

fn said(course: Slot, words: &'static Words, language: Language) -> AnyView {
    match course.get() {
        Course::Idle => ().into_any(),
        Course::Making(format, _) => {
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
        Course::Failed(format, why, make) => view! {
            <div class="bm-note bm-note--error" role="alert" data-out="failed">
                <p>{filled(words.failed, &[of(words, format.action).0])} " " {why.text(language).to_owned()}</p>
                <p class="bm-row">
                    <button
                        type="button"
                        class="bm-button"
                        data-action="try-again"
                        on:click=move |_| begin(format, make.clone(), course)
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
        "export-csv-rfc4180" => (words.csv_plain, words.csv_plain_what),
        "export-tidy-ndjson" => (words.ndjson, words.ndjson_what),
        "export-xlsx-empty" => (words.empty, words.empty_what),
        "export-dhis2-metadata" => (words.metadata, words.metadata_what),
        _ => ("", ""),
    }
}
