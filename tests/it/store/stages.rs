//! What earlier states of this program have kept is opened by the program of today. The samples under
//! `tests/fixtures/kept/` were written by the code of those days; the latest days add theirs, and none is ever changed.

use super::{KEY, now};
use bieumau::format::checksum::sha256_hex;
use bieumau::format::journal::JOURNAL;
use bieumau::format::migrations::{MIGRATIONS, Migration, bring_forward, bring_forward_by};
use bieumau::format::record::{RECORD, Unread};
use bieumau::format::{BOOK, FORMAT, is_kept_by_newer, put_part, read_report, report_text};
use bieumau::report::{Entry, Report, Session};
use bieumau::store::{Envelope, Loaded, MemoryShelf, Opening, Replaced, Shelf, load, replace};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;

/// From the first page on: without steps, then with rows that are blank on purpose, then with a trail, then with two
/// copies and a journal that reaches back, then with what the officer writes in words.
const STAGES: [&str; 5] = [
    "01-first-page",
    "02-blank-on-purpose",
    "03-trail",
    "04-two-copies",
    "05-paragraphs",
];

fn fixtures(folder: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder)
}

fn sample(stage: &str, name: &str) -> String {
    fs::read_to_string(fixtures("kept").join(stage).join(name)).unwrap()
}

fn open_stage(stage: &str) -> (MemoryShelf, Loaded) {
    let shelf = MemoryShelf::new();
    now(shelf.put(KEY, &sample(stage, "record.json"))).unwrap();
    let loaded = now(load(&shelf, KEY, Some(&sample(stage, "journal.json"))));
    (shelf, loaded)
}

fn report_of(loaded: &Loaded) -> Report {
    let mut report = read_report(loaded.body().unwrap()).unwrap();
    for edit in &loaded.edits {
        put_part(&mut report, &edit.key, &edit.value);
    }
    report
}

#[test]
fn every_stage_opens_with_all_that_was_typed() {
    for stage in STAGES {
        let (shelf, loaded) = open_stage(stage);
        assert!(matches!(loaded.opening, Opening::Kept(_)), "{stage}");
        assert_eq!(
            (loaded.missing, &loaded.journal_aside),
            (None, &None),
            "{stage}"
        );
        let report = report_of(&loaded);
        assert_eq!(report.agency.name, "UBND phường Tô Hiệu");
        let shown = |row: &str| report.entries.get(row).map(|filled| filled.written());
        for (row, text) in [
            ("pl1.b1.1", "7"),
            ("pl1.b1.2.1", "41"),
            // Typed after the commit: it lay in the journal only.
            ("pl1.b1.2.2", "22"),
            ("pl1.b1.3.1", "Dự kiến 02"),
            ("pl1.b1.5", "1"),
        ] {
            assert_eq!(shown(row).as_deref(), Some(text), "{stage} {row}");
        }
        assert_eq!(
            report.entries.get("pl1.b1.3").unwrap().note,
            "Ghi chú “mục 3”"
        );
        assert_eq!(
            report.entries.get("pl1.b1.6").unwrap().entry,
            Entry::NotApplicable
        );
        let is_blank = report
            .entries
            .get("pl1.b1.5.1")
            .is_some_and(|row| row.confirmed_blank);
        assert_eq!(is_blank, stage != "01-first-page");
        let written = report.paragraphs.get("i.7").map(String::as_str);
        let words = "Văn phòng có 02 sáng kiến.\nCả hai được công nhận.";
        assert_eq!(written, (stage == "05-paragraphs").then_some(words));
        // Nothing was written by opening.
        assert_eq!(shelf.texts().len(), 1, "{stage}");
    }
}

#[test]
fn every_stage_is_written_on_and_read_again_with_what_it_was_before() {
    for stage in STAGES {
        let (shelf, loaded) = open_stage(stage);
        let report = report_of(&loaded);
        let mut session = Session::open(crate::desk::cchc(), report);
        let cell = session.form().form.cell("pl1.b1.2.1").unwrap();
        session.enter(cell, "43");
        session.touch("2026-03-11T01:00:00Z");
        let envelope = Envelope {
            revision: loaded.journal.newest() + 1,
            saved: "2026-03-11T01:00:00Z".to_owned(),
            body: report_text(session.report()),
        };
        let seen = loaded.revision();
        assert_eq!(
            now(replace(&shelf, KEY, seen, &envelope)).unwrap(),
            Replaced::Done
        );
        let journal = loaded.journal.write();
        assert!(journal.contains(JOURNAL), "{stage}");
        let again = now(load(&shelf, KEY, Some(&journal)));
        assert_eq!(report_of(&again), *session.report(), "{stage}");
        // The old one is still there, as it was written in its day.
        assert_eq!(
            shelf.texts().get(KEY),
            Some(&sample(stage, "record.json")),
            "{stage}"
        );
    }
}

#[test]
fn of_two_copies_of_different_stages_the_newer_one_counts() {
    let shelf = MemoryShelf::new();
    let old = Envelope::open(&sample("01-first-page", "record.json")).unwrap();
    let newer = Envelope {
        revision: old.revision + 1,
        ..Envelope::open(&sample("04-two-copies", "record.json")).unwrap()
    };
    now(shelf.put(KEY, &old.seal())).unwrap();
    now(shelf.put(&format!("second/{KEY}"), &newer.seal())).unwrap();
    assert_eq!(
        now(load(&shelf, KEY, None)).body(),
        Some(newer.body.as_str())
    );
}

#[test]
fn a_kept_report_with_members_of_a_newer_page_is_kept_by_newer_and_not_broken() {
    let body = Envelope::open(&sample("03-trail", "record.json"))
        .unwrap()
        .body;
    let mut value: Value = serde_json::from_str(&body).unwrap();
    value["of_tomorrow"] = json!({ "a": 1 });
    value["entries"]["pl1.b1.1"] = json!({ "number": "7", "of_tomorrow": true });
    assert!(is_kept_by_newer(
        &read_report(&value.to_string()).unwrap_err()
    ));
    value["format"] = json!("bieumau.report/2");
    assert!(is_kept_by_newer(
        &read_report(&value.to_string()).unwrap_err()
    ));
    // A fault besides is a fault.
    value["format"] = json!(FORMAT);
    value["entries"]["pl1.b1.1"] = json!({ "number": "bảy" });
    assert!(!is_kept_by_newer(
        &read_report(&value.to_string()).unwrap_err()
    ));
}

// The migrations.

fn members(text: &str) -> Map<String, Value> {
    match serde_json::from_str(text).unwrap() {
        Value::Object(members) => members,
        other => panic!("{other}"),
    }
}

/// The version words that this page writes, with the member in which they stand.
fn words() -> Vec<(&'static str, &'static str)> {
    vec![
        ("journal", JOURNAL),
        ("record", RECORD),
        ("format", FORMAT),
        ("format", BOOK),
    ]
}

#[test]
fn every_version_before_the_one_of_today_has_its_migration() {
    for (_, word) in words() {
        let (family, last) = word.rsplit_once('/').unwrap();
        let last: u32 = last.parse().unwrap();
        let steps = MIGRATIONS.iter().filter(|step| step.family == family);
        let leaves: Vec<u32> = steps.map(|step| step.leaves).collect();
        assert_eq!(leaves, (1..last).collect::<Vec<u32>>(), "{word}");
    }
    for step in MIGRATIONS {
        let is_known = words()
            .iter()
            .any(|(_, word)| word.starts_with(&format!("{}/", step.family)));
        assert!(is_known, "{}: nobody writes {}", step.name, step.family);
    }
}

#[test]
fn every_migration_is_tried_on_a_sample_of_the_version_that_it_leaves() {
    for step in MIGRATIONS {
        let folder = fixtures("migrations").join(step.name);
        let read = |name: &str| {
            let text = fs::read_to_string(folder.join(name));
            members(&text.unwrap_or_else(|_| panic!("{}: needs a sample {name}", step.name)))
        };
        let (mut before, after) = (read("before.json"), read("after.json"));
        let (named, word) = words()
            .into_iter()
            .find(|(_, word)| word.starts_with(&format!("{}/", step.family)))
            .unwrap();
        assert_eq!(
            before[named],
            json!(format!("{}/{}", step.family, step.leaves))
        );
        let next = format!("{}/{}", step.family, step.leaves + 1);
        bring_forward(&mut before, named, &next).unwrap();
        assert_eq!(before, after, "{}", step.name);
        // And from there to today.
        bring_forward(&mut before, named, word).unwrap();
    }
}

#[test]
fn migrations_are_numbered_files_that_are_never_edited_once_shipped() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/format/migrations");
    let mut files: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "mod.rs")
        .collect();
    files.sort();
    let listed: Vec<String> = MIGRATIONS
        .iter()
        .map(|step| format!("{}.rs", step.name))
        .collect();
    assert_eq!(files, listed);
    let shipped = fs::read_to_string(fixtures("migrations").join("shipped.txt")).unwrap();
    let shipped: Vec<&str> = shipped.lines().collect();
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        assert!(file.starts_with(&format!("m{:04}_", number + 1)), "{file}");
        let source = fs::read(folder.join(file)).unwrap();
        found.push(format!("{} {file}", sha256_hex(&source)));
    }
    assert_eq!(
        found, shipped,
        "a shipped migration is never edited: write the next one"
    );
}

fn add(name: &'static str) -> fn(&mut Map<String, Value>) {
    match name {
        "one" => |members| {
            members.insert("path".to_owned(), json!("one"));
        },
        _ => |members| {
            let path = format!("{} two", members["path"].as_str().unwrap());
            members.insert("path".to_owned(), json!(path));
        },
    }
}

const fn step(
    family: &'static str,
    leaves: u32,
    forward: fn(&mut Map<String, Value>),
) -> Migration {
    Migration {
        name: "of_a_test",
        family,
        leaves,
        forward,
    }
}

#[test]
fn several_steps_are_gone_in_the_order_of_versions_and_a_gap_changes_nothing() {
    let list = [
        step("a", 2, add("two")),
        step("b", 1, add("two")),
        step("a", 1, add("one")),
    ];
    let mut old = members(r#"{"format": "a/1", "kept": true}"#);
    bring_forward_by(&list, &mut old, "format", "a/3").unwrap();
    assert_eq!(
        Value::Object(old.clone()),
        json!({"format": "a/3", "kept": true, "path": "one two"})
    );
    // What is there already stays.
    let there = old.clone();
    bring_forward_by(&list, &mut old, "format", "a/3").unwrap();
    assert_eq!(old, there);
    for (word, why) in [
        ("a/4", Unread::Newer("a/4".to_owned())),
        ("a/0", Unread::Foreign),
        ("c/1", Unread::Foreign),
        ("a", Unread::Foreign),
    ] {
        let mut odd = members(&json!({ "format": word }).to_string());
        let before = odd.clone();
        assert_eq!(
            bring_forward_by(&list, &mut odd, "format", "a/3"),
            Err(why),
            "{word}"
        );
        assert_eq!(odd, before, "{word}");
    }
    let mut gap = members(r#"{"format": "a/1"}"#);
    assert_eq!(
        bring_forward_by(&list, &mut gap, "format", "a/9"),
        Err(Unread::Foreign)
    );
    assert_eq!(Value::Object(gap), json!({"format": "a/1"}));
}
