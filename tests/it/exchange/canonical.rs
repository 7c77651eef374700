//! The canonical form of RFC 8785, written here a second time, and the digest over it.

use super::{Desk, digest_of, export_json, faults, quarter_one};
use serde_json::Value;

/// The canonical text: members sorted by UTF-16 units, no white space, strings escaped as ECMAScript does.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let mut sorted: Vec<(&String, &Value)> = members.iter().collect();
            sorted.sort_by_key(|(name, _)| name.encode_utf16().collect::<Vec<u16>>());
            let members: Vec<String> = sorted
                .into_iter()
                .map(|(name, value)| format!("{}:{}", quoted(name), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        Value::String(text) => quoted(text),
        Value::Number(number) => {
            let whole = number.as_i64();
            whole
                .unwrap_or_else(|| panic!("{number} is no whole number"))
                .to_string()
        }
        Value::Bool(truth) => truth.to_string(),
        Value::Null => panic!("a report has no null"),
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\0'..='\u{1f}' => quoted.push_str(&format!("\\u{:04x}", u32::from(sign))),
            _ => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[test]
fn the_digest_is_that_of_the_canonical_form() {
    let document = quarter_one();
    assert_eq!(document["digest"], Value::String(digest_of(&document)));
}

#[test]
fn the_digest_of_any_signs_is_that_of_the_canonical_form() {
    let mut desk = Desk::cchc();
    let note: String = (0..0x300).filter_map(char::from_u32).collect();
    let cell = desk.cell("pl1.b1.1");
    desk.session
        .set_note(cell, &format!("{note}\u{7f}\u{2028}\u{ffff}😀𝔘"));
    let document: Value = serde_json::from_str(&export_json(&desk.session)).unwrap();
    assert_eq!(document["digest"], Value::String(digest_of(&document)));
}

#[test]
fn a_figure_is_a_text_and_the_only_number_is_the_version() {
    fn numbers(value: &Value) -> usize {
        match value {
            Value::Number(_) => 1,
            Value::Array(items) => items.iter().map(numbers).sum(),
            Value::Object(members) => members.values().map(numbers).sum(),
            _ => 0,
        }
    }
    let document = quarter_one();
    assert_eq!(numbers(&document), 1);
    assert!(document["form"]["version"].is_u64());
}

#[test]
fn an_empty_report_satisfies_the_schema() {
    let document = serde_json::from_str(&export_json(&Desk::cchc().session)).unwrap();
    assert_eq!(faults(&document), [""; 0]);
}
