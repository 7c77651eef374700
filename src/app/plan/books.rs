//! The agency's copies of work lists that go with its reports: out with an export, in with an import.

use super::opening::replay;
use crate::app::kept::put_in_place;
use crate::app::page::Page;
use crate::app::parts::{cells, columns};
use crate::app::words::words;
use crate::browser::{Opened, clock};
use crate::format::{book_text, read_book};
use crate::period::Period;
use crate::plan::{BookChange, Progress, TaskBook, book_changes};
use crate::report::ReportKey;
use crate::store::{TASKS, names, task_key};
use crate::words::{Language, Phrase};
use leptos::prelude::*;

/// A copy that came with a file, and what it would change here.
#[derive(Clone, Debug)]
pub struct BookPreview {
    /// The copy.
    pub book: TaskBook,
    /// What its list is called.
    pub title: Phrase,
    changes: Vec<BookChange>,
}

/// The copies that an agency keeps of the lists of a report's year, those without anything in them left out.
pub async fn books_of(page: Page, key: &ReportKey) -> Vec<TaskBook> {
    let year = Period::parse(&key.period).map(|period| period.year);
    let Ok(keys) = names(&*page.shelf(), TASKS).await else {
        return Vec::new();
    };
    let mut books = Vec::new();
    for place in keys {
        if place.rsplit('/').next() != Some(&key.agency) {
            continue;
        }
        if let Some(book) = read(page, &place).await
            && Some(book.year) == year
            && !book.is_empty()
        {
            books.push(book);
        }
    }
    books
}

/// The copy under a key, with the edits of its journal.
async fn read(page: Page, key: &str) -> Option<TaskBook> {
    let opened = Opened::read(page.shelf(), key).await;
    let mut book = read_book(opened.loaded.body()?).ok()?;
    replay(&mut book, &opened.loaded.edits);
    Some(book)
}

/// Compares copies that came with a file with those that are kept here.
pub async fn look_at_books(page: Page, books: &[TaskBook]) -> Vec<BookPreview> {
    let mut previews = Vec::new();
    for book in books {
        let here = read(page, &task_key(&book.path())).await;
        let here =
            here.unwrap_or_else(|| TaskBook::begin(&book.list, book.year, book.agency.clone()));
        previews.push(BookPreview {
            changes: book_changes(&here, book),
            title: page.title_of_list(&book.list).await,
            book: book.clone(),
        });
    }
    previews
}

/// Puts a copy that came in in its place. Says whether it was kept.
pub async fn keep_book(page: Page, book: &TaskBook) -> bool {
    let mut book = book.clone();
    if book.modified.is_empty() {
        book.modified = clock::now_utc_iso();
    }
    put_in_place(page, &task_key(&book.path()), book_text(&book)).await
}

/// What the copies of a file would change, task by task.
pub fn shown_books(previews: &[BookPreview], language: Language) -> AnyView {
    let words = words(language);
    let shown: Vec<AnyView> = previews
        .iter()
        .map(|preview| {
            let title = preview.title.text(language);
            let title = format!("{}: {title}", words.tasks_title);
            if preview.changes.is_empty() {
                return view! { <h3>{title}</h3> <p>{words.tasks_import_none}</p> }.into_any();
            }
            let (count, name) = (preview.changes.len(), title.clone());
            let rows: Vec<AnyView> = preview
                .changes
                .iter()
                .map(|change| {
                    let name = change.task.clone().unwrap_or_else(|| change.id.clone());
                    let values = vec![
                        noted(change.before.as_ref(), language),
                        noted(change.after.as_ref(), language),
                    ];
                    cells(name.into_any(), values)
                })
                .collect();
            view! {
                <h3>{title}</h3>
                <details open=count <= 20>
                    <summary>{words.tasks_import_changes} ": " {count}</summary>
                    <div class="bm-scroll" tabindex="0" role="region" aria-label=name>
                        <table class="bm-table">
                            {columns(&[words.tasks_task, words.import_now, words.import_then])}
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </details>
            }
            .into_any()
        })
        .collect();
    shown.into_any()
}

fn noted(progress: Option<&Progress>, language: Language) -> String {
    let words = words(language);
    let Some(progress) = progress else {
        return "—".to_owned();
    };
    let state = progress
        .state
        .map(|state| super::line::state_word(words, state));
    let deadline = Some(progress.deadline.as_str()).filter(|text| !text.is_empty());
    let parts: Vec<&str> = state
        .into_iter()
        .chain(progress.texts())
        .chain(deadline)
        .collect();
    if parts.is_empty() {
        words.blank.to_owned()
    } else {
        parts.join(" – ")
    }
}
