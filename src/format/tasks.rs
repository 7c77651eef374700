//! `bieumau.tasks/1`: a work list as printed → [`TaskList`]; `bieumau.plans/1`: the index of the plans → [`Plans`].

use super::cursor::Cursor;
use super::report::read_agency;
use super::targets::{word, year};
use super::{Complaint, document};
use crate::plan::{Group, ListName, OwnCount, Plans, Product, Task, TaskList, TaskState};
use std::collections::BTreeSet;

/// Reads a work list.
///
/// # Errors
/// Every place where the file is not of the format, ids that occur twice included.
pub fn read_tasks(text: &str) -> Result<TaskList, Vec<Complaint>> {
    document(text, "bieumau.tasks/1", |cursor| {
        let list = TaskList {
            id: cursor.text("id"),
            year: cursor.has("year").then(|| year(cursor)).flatten(),
            title: cursor.phrase("title"),
            source: cursor.phrase("source"),
            own_count: cursor.optional_object("own_count", |cursor| OwnCount {
                number: cursor.number("number"),
                text: cursor.text("text"),
            }),
            groups: cursor.list("groups", |cursor| Group {
                id: cursor.text("id"),
                title: cursor.phrase("title"),
            }),
            tasks: cursor.list("tasks", task),
        };
        let mut ids = BTreeSet::new();
        for task in &list.tasks {
            if !ids.insert(&task.id) || task.is_own() {
                cursor.complain_of(
                    "tasks",
                    "Mã nhiệm vụ “{}” bị trùng hoặc không dùng được.",
                    "Task id “{}” occurs twice or cannot be used.",
                    &[&task.id],
                );
            }
            if !task.group.is_empty() && !list.groups.iter().any(|group| group.id == task.group) {
                cursor.complain_of(
                    "tasks",
                    "Nhiệm vụ “{}” thuộc một nhóm không có.",
                    "Task “{}” belongs to a group that is not there.",
                    &[&task.id],
                );
            }
        }
        list
    })
}

fn task(cursor: &mut Cursor<'_>) -> Task {
    let optional = |cursor: &mut Cursor<'_>, name| cursor.optional_text(name).unwrap_or_default();
    Task {
        id: cursor.text("id"),
        group: optional(cursor, "group"),
        number: cursor.text("number"),
        task: cursor.text("task"),
        products: cursor.list("products", |cursor| Product {
            product: optional(cursor, "product"),
            deadline: optional(cursor, "deadline"),
            note: optional(cursor, "note"),
        }),
        lead: optional(cursor, "lead"),
        coordinating: optional(cursor, "coordinating"),
        state: cursor
            .has("state")
            .then(|| word(cursor, "state", TaskState::from_word))
            .flatten()
            .unwrap_or_default(),
        remark: cursor.optional_phrase("remark"),
    }
}

/// Reads the index of the plans.
///
/// # Errors
/// Every place where the file is not of the format.
pub fn read_plans(text: &str) -> Result<Plans, Vec<Complaint>> {
    document(text, "bieumau.plans/1", |cursor| Plans {
        targets: cursor.text("targets"),
        lists: cursor.list("task_lists", |cursor| ListName {
            id: cursor.text("id"),
            file: cursor.text("file"),
            year: cursor.has("year").then(|| year(cursor)).flatten(),
            title: cursor.phrase("title"),
            agency: cursor.optional_object("agency", read_agency),
            annual: cursor.optional_truth("annual").unwrap_or_default(),
        }),
    })
}
