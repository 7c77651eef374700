//! The agency's copies of work lists travel with its report.

use super::{Desk, differences, digest_of, export_json, faults, sealed};
use bieumau::exchange::{export_json_with, read_source};
use bieumau::plan::{Product, Progress, Task, TaskBook, TaskState};
use serde_json::{Value, json};

/// A copy in which every member occurs.
fn book() -> TaskBook {
    let desk = Desk::cchc();
    let mut book = TaskBook::begin(
        "tasks-office-2026",
        2026,
        desk.session.report().agency.clone(),
    );
    book.note(
        "I.3",
        Progress {
            state: Some(TaskState::Done),
            product: "Kế hoạch kiểm tra".to_owned(),
            number: "31/KH-VPUB".to_owned(),
            date: "09/3/2026".to_owned(),
            note: "Đã trình".to_owned(),
            deadline: "Quý I/2026".to_owned(),
        },
    );
    book.put_own(Task {
        id: "own-20260310t021109z".to_owned(),
        group: "V".to_owned(),
        task: "Tập huấn chữ ký số".to_owned(),
        products: vec![Product {
            product: "Báo cáo".to_owned(),
            deadline: "Trước 15/5/2026".to_owned(),
            note: String::new(),
        }],
        lead: "Văn phòng".to_owned(),
        coordinating: "Sở Nội vụ".to_owned(),
        ..Task::default()
    });
    book
}

fn document() -> Value {
    let desk = Desk::quarter_one();
    serde_json::from_str(&export_json_with(&desk.session, &[book()])).unwrap()
}

#[test]
fn a_report_with_tasks_is_a_good_document_and_brings_them_back() {
    let document = document();
    assert_eq!(faults(&document), [""; 0]);
    assert_eq!(document["digest"], Value::String(digest_of(&document)));
    let text = document.to_string();
    assert_eq!(differences(&text), []);
    assert_eq!(read_source(&text).unwrap().books, [book()]);
    assert_eq!(document["tasks"][0]["tasks"]["I.3"]["date"], "09/3/2026");
}

#[test]
fn without_anything_noted_there_is_no_member() {
    let desk = Desk::quarter_one();
    let empty = TaskBook::begin("own-2026", 2026, desk.session.report().agency.clone());
    assert!(export_json_with(&desk.session, &[empty]) == export_json(&desk.session));
    let plain: Value = serde_json::from_str(&export_json(&desk.session)).unwrap();
    assert_eq!(plain.get("tasks"), None);
    assert_eq!(read_source(&plain.to_string()).unwrap().books, []);
}

/// The reader and the schema refuse the same things, and the reader names the place.
#[test]
fn spoilt_tasks_are_refused_like_any_other_member() {
    let spoil: [(&str, Value, &str); 8] = [
        ("/tasks", json!({}), "tasks"),
        ("/tasks/0/list", json!("../own"), "tasks[0].list"),
        ("/tasks/0/tasks", json!({"I 3": {}}), "tasks[0].tasks"),
        (
            "/tasks/0/tasks/I.3/state",
            json!("fertig"),
            "tasks[0].tasks.I.3.state",
        ),
        (
            "/tasks/0/tasks/I.3/number",
            json!(31),
            "tasks[0].tasks.I.3.number",
        ),
        ("/tasks/0/own/0/id", json!("I.3"), "tasks[0].own"),
        ("/tasks/0/own/0/lead", json!(["a"]), "tasks[0].own[0].lead"),
        ("/tasks/0/own", json!("x"), "tasks[0].own"),
    ];
    for (pointer, value, place) in spoil {
        let mut document = document();
        *document.pointer_mut(pointer).unwrap() = value;
        assert!(!faults(&document).is_empty(), "{pointer}");
        let complaints = read_source(&sealed(document)).unwrap_err();
        let places: Vec<&str> = complaints
            .iter()
            .map(|complaint| &*complaint.place)
            .collect();
        assert_eq!(places, [place], "{pointer}");
    }
    let mut document = document();
    document["tasks"][0]["author"] = json!("x");
    assert!(!faults(&document).is_empty());
    assert_eq!(
        read_source(&sealed(document)).unwrap_err()[0].place,
        "tasks[0].author"
    );
}
