//! The file of a form set: what is wrong in it is told with the path to it.

use bieumau::format::{is_newer, read_form_set};
use serde_json::{Value, json};

fn good() -> Value {
    json!({
        "format": "bieumau.form/1", "id": "f", "version": 1,
        "title": { "vi": "Biểu", "en": "Form" }, "periods": ["Q1"],
        "sheets": [{ "id": "s", "title": { "vi": "Biểu", "en": "Sheet" }, "rows": [
            { "id": "a", "label": { "vi": "Dòng", "en": "Row" }, "kind": "count" },
            { "id": "b", "label": { "vi": "Dòng", "en": "Row" }, "kind": "choice",
              "options": [{ "code": "1", "label": { "vi": "Có", "en": "Yes" } }] }
        ] }],
        "rules": [{ "id": "r", "kind": "whole", "level": "error", "on": ["a"],
                    "message": { "vi": "Sai", "en": "Wrong" } }]
    })
}

/// The places of the complaints about the form set with one member changed.
fn places(pointer: &str, change: impl Into<Option<Value>>) -> Vec<String> {
    let mut set = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = set.pointer_mut(parent).unwrap();
    match (change.into(), parent) {
        (Some(value), Value::Object(members)) => {
            members.insert(name.to_owned(), value);
        }
        (None, Value::Object(members)) => {
            members.remove(name);
        }
        (change, parent) => parent[name.parse::<usize>().unwrap()] = change.unwrap(),
    }
    let complaints = read_form_set(&set.to_string()).expect_err(pointer);
    for complaint in &complaints {
        assert!(!complaint.problem.vi.is_empty() && !complaint.problem.en.is_empty());
    }
    complaints
        .into_iter()
        .map(|complaint| complaint.place)
        .collect()
}

#[test]
fn the_good_one_is_read() {
    let set = read_form_set(&good().to_string()).unwrap();
    assert_eq!(
        (set.id.as_str(), set.sheets[0].rows.len(), set.rules.len()),
        ("f", 2, 1)
    );
}

#[test]
fn a_member_of_the_wrong_kind_is_told_with_its_path() {
    assert_eq!(places("/version", json!("1")), ["version"]);
    assert_eq!(places("/version", json!(-1)), ["version"]);
    assert_eq!(places("/version", json!(1.5)), ["version"]);
    assert_eq!(places("/title/en", json!(1)), ["title.en"]);
    assert_eq!(places("/periods", json!("Q1")), ["periods"]);
    assert_eq!(places("/periods/0", json!(1)), ["periods"]);
    assert_eq!(places("/sheets", json!({})), ["sheets"]);
    let row = "sheets[0].rows[1]";
    let of_row = |member: &str| vec![format!("{row}.{member}")];
    assert_eq!(places("/sheets/0/rows/1/kind", json!(true)), of_row("kind"));
    assert_eq!(
        places("/sheets/0/rows/1/decimals", json!("2")),
        of_row("decimals")
    );
    let code = places("/sheets/0/rows/1/options/0/code", json!(1));
    assert_eq!(code, of_row("options[0].code"));
    assert_eq!(places("/rules/0/on", json!(5)), ["rules[0].on"]);
    assert_eq!(places("/rules/0/on", json!([5])), ["rules[0].on"]);
}

#[test]
fn what_is_no_object_is_told_before_what_it_lacks() {
    assert_eq!(
        places("/title", json!("Biểu")),
        ["title", "title.vi", "title.en"]
    );
    assert_eq!(
        places("/sheets/0/rows/1", json!([]))[0],
        "sheets[0].rows[1]"
    );
}

#[test]
fn a_missing_member_is_told_with_its_path() {
    assert_eq!(places("/id", None), ["id"]);
    assert_eq!(places("/version", None), ["version"]);
    assert_eq!(places("/title/vi", None), ["title.vi"]);
    assert_eq!(
        places("/sheets/0/rows/0/label", None),
        ["sheets[0].rows[0].label"]
    );
    assert_eq!(
        places("/sheets/0/rows/0/kind", None),
        ["sheets[0].rows[0].kind"]
    );
    assert_eq!(places("/rules/0/message", None), ["rules[0].message"]);
}

#[test]
fn a_member_that_nobody_knows_is_refused() {
    assert_eq!(places("/titel", json!("x")), ["titel"]);
    assert_eq!(places("/title/fr", json!("x")), ["title.fr"]);
    assert_eq!(places("/sheets/0/row", json!([])), ["sheets[0].row"]);
    assert_eq!(
        places("/sheets/0/rows/0/formular", json!("1")),
        ["sheets[0].rows[0].formular"]
    );
    assert_eq!(
        places("/sheets/0/rows/1/options/0/value", json!("1")),
        ["sheets[0].rows[1].options[0].value"]
    );
}

#[test]
fn another_format_is_refused_and_a_newer_one_is_known_as_such() {
    for (format, newer) in [
        ("bieumau.form/2", true),
        ("bieumau.form/10", true),
        ("bieumau.form/0", false),
        ("bieumau.form/1.5", false),
        ("bieumau.form", false),
        ("bieumau.report/2", false),
        ("bieumau.f/2", false),
        ("b/2", false),
        ("", false),
    ] {
        let mut set = good();
        set["format"] = json!(format);
        let complaints = read_form_set(&set.to_string()).unwrap_err();
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].place, "format");
        assert_eq!(is_newer(&complaints), newer, "{format}");
    }
}

#[test]
fn a_file_that_is_no_object_is_refused() {
    for text in [
        "",
        "null",
        "[]",
        "1",
        "\"bieumau.form/1\"",
        "{",
        "{\"format\": ",
        "<html>",
    ] {
        assert!(read_form_set(text).is_err(), "{text}");
    }
}

#[test]
fn a_hostile_file_earns_no_more_than_fifty_complaints() {
    let mut set = good();
    set["rules"] = Value::Array(vec![json!({}); 10_000]);
    assert_eq!(read_form_set(&set.to_string()).unwrap_err().len(), 50);
}
