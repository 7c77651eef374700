//! The consolidation as tables: one workbook, made by the second program, or each table as CSV, made by the page.

use super::hall::Hall;
use super::words::words;
use crate::app::out::sentence;
use crate::app::parts::dynamic;
use crate::browser::office::{self, Trouble};
use crate::browser::{clock, files};
use crate::exchange::consolidation::{Book, Table, pack, table_csv, tables};
use crate::exchange::table::Dialect;
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How far the workbook has come.
#[derive(Clone)]
enum Course {
    Idle,
    Making,
    Failed(Phrase),
}

/// The buttons, and what is said while the workbook is made.
pub fn buttons(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let course = RwSignal::new(Course::Idle);
    let names = [
        words.table_totals,
        words.table_matrix,
        words.table_units,
        words.table_findings,
        words.table_far,
        words.table_doubts,
    ];
    let lists: Vec<AnyView> = names
        .into_iter()
        .enumerate()
        .map(|(place, name)| {
            view! {
                <button
                    type="button"
                    class="bm-button bm-button--small"
                    data-table=place
                    on:click=move |_| hand_out(hall, place)
                >
                    {name}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <h3>{words.tables}</h3>
        <p>{words.tables_what}</p>
        <p class="bm-row">
            <button
                type="button"
                class="bm-button"
                data-action="consolidate-xlsx"
                on:click=move |_| spawn_local(make(hall, course))
            >
                {words.tables_excel}
            </button>
        </p>
        {dynamic(move || said(course, language))}
        <details>
            <summary>{words.tables_csv}</summary>
            <div class="bm-row">{lists}</div>
        </details>
    }
    .into_any()
}

fn said(course: RwSignal<Course>, language: Language) -> AnyView {
    let words = words(language);
    match course.get() {
        Course::Idle => ().into_any(),
        Course::Making => view! {
            <p role="status" data-out="making">
                {words.tables_making} " "
                <button type="button" class="bm-button bm-button--small" data-action="export-stop" on:click=move |_| office::stop()>
                    {words.stop}
                </button>
            </p>
        }
        .into_any(),
        Course::Failed(why) => {
            let why = filled(words.tables_failed, &[why.text(language)]);
            view! { <p class="bm-note bm-note--error" role="alert" data-out="failed">{why}</p> }.into_any()
        }
    }
}

/// All tables as they stand now.
fn made(hall: Hall) -> Vec<Table> {
    let made =
        hall.counted(|gathered| tables(&gathered.collection, &gathered.settled, &gathered.totals));
    made.unwrap_or_default()
}

/// What the files are called, without their ending.
fn name(hall: Hall) -> String {
    let name = hall.look(|gathered| {
        let collection = &gathered.collection;
        let form = &gathered.form().form.id;
        format!(
            "tong-hop_{form}_{}_{}",
            collection.into_agency().code,
            collection.period()
        )
    });
    name.unwrap_or_default()
}

fn hand_out(hall: Hall, place: usize) {
    if let Some(table) = made(hall).get(place) {
        let name = format!("{}_{}.csv", name(hall), place.saturating_add(1));
        files::download(
            &name,
            "text/csv;charset=utf-8",
            &table_csv(table, Dialect::Excel),
        );
    }
}

async fn make(hall: Hall, course: RwSignal<Course>) {
    let head = hall.look(|gathered| {
        let title = gathered.form().form.title.vi.clone();
        (title, gathered.collection.into_agency().name.clone())
    });
    let Some((title, agency)) = head else { return };
    let book = Book {
        title,
        agency,
        modified: clock::now_utc_iso(),
        tables: made(hall),
    };
    course.set(Course::Making);
    let done = office::write_tables(&pack(&book)).await;
    let course_now = match done {
        Ok(bytes) => {
            files::download_bytes(&format!("{}.xlsx", name(hall)), WORKBOOK, &bytes);
            Course::Idle
        }
        Err(Trouble::Stopped) => Course::Idle,
        Err(trouble) => Course::Failed(sentence(trouble)),
    };
    // The officer may have gone elsewhere meanwhile.
    course.try_set(course_now);
}
