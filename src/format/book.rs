//! `bieumau.task-book/1`: an agency's copy of a work list, kept; and the same members inside a report that leaves.

use super::cursor::Cursor;
use super::report::{read_agency, write_agency};
use super::targets::{word, year};
use super::{Complaint, document, parse};
use crate::period::Period;
use crate::plan::{BookEdit, Product, Progress, Task, TaskBook, TaskState};
use crate::report::{Report, is_plain};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The format of a kept copy, with its version.
pub const BOOK: &str = "bieumau.task-book/1";

/// The document under which the store keeps a copy.
pub fn book_text(book: &TaskBook) -> String {
    let mut members = book_members(book);
    members.insert("format".to_owned(), json!(BOOK));
    members.insert("year".to_owned(), json!(book.year));
    members.insert("agency".to_owned(), write_agency(&book.agency));
    members.insert("modified".to_owned(), json!(book.modified));
    Value::Object(members).to_string()
}

/// Reads a copy that the store kept.
///
/// # Errors
/// Every place where the text is not such a document.
pub fn read_book(text: &str) -> Result<TaskBook, Vec<Complaint>> {
    document(text, BOOK, |cursor| {
        let mut book = TaskBook {
            year: year(cursor).unwrap_or_default(),
            agency: cursor.object("agency", read_agency),
            modified: cursor.optional_text("modified").unwrap_or_default(),
            ..TaskBook::default()
        };
        read_members(cursor, &mut book);
        book
    })
}

/// The members of a copy: list, notes by task, own tasks.
pub(super) fn book_members(book: &TaskBook) -> Map<String, Value> {
    let mut members = Map::new();
    members.insert("list".to_owned(), json!(book.list));
    let mut tasks = Map::new();
    for (id, progress) in &book.tasks {
        tasks.insert(id.clone(), write_progress(progress));
    }
    members.insert("tasks".to_owned(), Value::Object(tasks));
    if !book.own.is_empty() {
        let own = book.own.iter().map(write_own).collect();
        members.insert("own".to_owned(), Value::Array(own));
    }
    members
}

/// Reads the copies that travel with a report of an agency: those of the report's year.
pub(super) fn read_books(cursor: &mut Cursor<'_>, report: &Report) -> Vec<TaskBook> {
    let year = Period::parse(&report.period.id).map_or(0, |period| period.year);
    let agency = &report.agency;
    cursor.list("tasks", |cursor| {
        let mut book = TaskBook {
            year,
            agency: agency.clone(),
            ..TaskBook::default()
        };
        read_members(cursor, &mut book);
        book
    })
}

fn read_members(cursor: &mut Cursor<'_>, book: &mut TaskBook) {
    book.list = cursor.text("list");
    if cursor.holds_text("list") && !is_plain(&book.list) {
        complain_of_id(cursor, "list", &book.list);
    }
    for (id, progress) in cursor.map("tasks", progress) {
        if !is_plain(&id) {
            complain_of_id(cursor, "tasks", &id);
        }
        if !progress.is_empty() {
            book.tasks.insert(id, progress);
        }
    }
    book.own = cursor.list("own", own);
    let mut known = BTreeSet::new();
    for task in &book.own {
        if !known.insert(task.id.as_str()) || !task.is_own() || !is_plain(&task.id) {
            complain_of_id(cursor, "own", &task.id);
        }
    }
}

fn complain_of_id(cursor: &mut Cursor<'_>, name: &'static str, id: &str) {
    cursor.complain_of(
        name,
        "Mã “{}” bị trùng hoặc không dùng được.",
        "Id “{}” occurs twice or cannot be used.",
        &[id],
    );
}

/// The texts of a progress with their names.
fn texts(progress: &mut Progress) -> [(&'static str, &mut String); 5] {
    [
        ("product", &mut progress.product),
        ("number", &mut progress.number),
        ("date", &mut progress.date),
        ("note", &mut progress.note),
        ("deadline", &mut progress.deadline),
    ]
}

fn progress(cursor: &mut Cursor<'_>) -> Progress {
    let mut progress = Progress {
        state: cursor
            .has("state")
            .then(|| word(cursor, "state", TaskState::from_word))
            .flatten(),
        ..Progress::default()
    };
    for (name, text) in texts(&mut progress) {
        *text = cursor.optional_text(name).unwrap_or_default();
    }
    progress
}

fn write_progress(progress: &Progress) -> Value {
    let mut members = Map::new();
    if let Some(state) = progress.state {
        members.insert("state".to_owned(), json!(state.word()));
    }
    for (name, text) in texts(&mut progress.clone()) {
        if !text.is_empty() {
            members.insert(name.to_owned(), json!(text));
        }
    }
    Value::Object(members)
}

fn own(cursor: &mut Cursor<'_>) -> Task {
    let mut task = Task {
        id: cursor.text("id"),
        task: cursor.text("task"),
        ..Task::default()
    };
    let mut product = Product::default();
    for (name, text) in own_texts(&mut task, &mut product) {
        *text = cursor.optional_text(name).unwrap_or_default();
    }
    if product != Product::default() {
        task.products.push(product);
    }
    task
}

fn own_texts<'a>(
    task: &'a mut Task,
    product: &'a mut Product,
) -> [(&'static str, &'a mut String); 5] {
    [
        ("group", &mut task.group),
        ("lead", &mut task.lead),
        ("coordinating", &mut task.coordinating),
        ("product", &mut product.product),
        ("deadline", &mut product.deadline),
    ]
}

fn write_own(task: &Task) -> Value {
    let mut members = Map::new();
    members.insert("id".to_owned(), json!(task.id));
    members.insert("task".to_owned(), json!(task.task));
    let mut product = task.products.first().cloned().unwrap_or_default();
    for (name, text) in own_texts(&mut task.clone(), &mut product) {
        if !text.is_empty() {
            members.insert(name.to_owned(), json!(text));
        }
    }
    Value::Object(members)
}

/// An edit as JSON text, for the journal.
pub fn edit_text(edit: &BookEdit) -> String {
    let mut members = Map::new();
    match edit {
        BookEdit::Noted(progress) => {
            members.insert("noted".to_owned(), write_progress(progress));
        }
        BookEdit::Own(task, progress) => {
            members.insert("noted".to_owned(), write_progress(progress));
            members.insert("own".to_owned(), write_own(task));
        }
        BookEdit::Removed => {}
    }
    Value::Object(members).to_string()
}

/// The edit of a JSON text; none where it is not one.
pub fn parse_edit(text: &str) -> Option<BookEdit> {
    let value = parse(text).ok()?;
    let mut complaints = Vec::new();
    let mut cursor = Cursor::new(&value, &mut complaints);
    let noted = cursor.optional_object("noted", progress);
    let task = cursor.optional_object("own", own);
    cursor.refuse_strangers();
    let edit = match (noted, task) {
        (Some(noted), Some(task)) => BookEdit::Own(Box::new(task), noted),
        (Some(noted), None) => BookEdit::Noted(noted),
        (None, _) => BookEdit::Removed,
    };
    complaints.is_empty().then_some(edit)
}
