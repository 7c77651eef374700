//! What the built-in form set says to people: both languages, no leaks, figures and rows named.

use super::{FORM, PRINTED, form, references, rows, rules, text};
use serde_json::Value;
use std::collections::BTreeSet;

/// Every phrase in a document, with the path to it.
fn phrases<'a>(value: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(members) if members.contains_key("vi") || members.contains_key("en") => {
            found.push((path.to_owned(), value));
        }
        Value::Object(members) => {
            for (name, member) in members {
                phrases(member, &format!("{path}.{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                phrases(item, &format!("{path}[{place}]"), found);
            }
        }
        _ => {}
    }
}

fn all_phrases(form: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    phrases(form, "", &mut found);
    found
}

/// The placeholders of a message, braces included.
fn placeholders(message: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = message;
    while let Some(start) = rest.find('{') {
        let end = rest[start..].find('}').expect("a closed brace") + start;
        found.insert(&rest[start..=end]);
        rest = &rest[end + 1..];
    }
    found
}

/// A text without what stands in curly quotation marks.
fn without_quotations(text: &str) -> String {
    text.split('“')
        .enumerate()
        .map(|(number, part)| match (number, part.split_once('”')) {
            (0, _) | (_, None) => part,
            (_, Some((_, after))) => after,
        })
        .collect()
}

#[test]
fn every_row_and_every_rule_speaks_both_languages() {
    let form = form();
    for row in rows(&form) {
        assert!(row["label"].is_object(), "{}", text(row, "id"));
    }
    for rule in rules(&form) {
        assert!(rule["message"].is_object(), "{}", text(rule, "id"));
    }
    for (path, phrase) in all_phrases(&form) {
        assert_eq!(
            phrase.as_object().map(serde_json::Map::len),
            Some(2),
            "{path}"
        );
        for language in ["vi", "en"] {
            let words = text(phrase, language);
            assert!(!words.is_empty(), "{path}.{language} is empty");
            assert_eq!(words, words.trim(), "{path}.{language}");
            assert!(!words.contains("  "), "{path}.{language} has two spaces");
        }
    }
}

#[test]
fn english_texts_have_no_vietnamese_letters_outside_quotations() {
    let form = form();
    for (path, phrase) in all_phrases(&form) {
        let words = without_quotations(text(phrase, "en"));
        let leaked: String = words
            .chars()
            .filter(|sign| sign.is_alphabetic() && !sign.is_ascii())
            .collect();
        assert!(leaked.is_empty(), "{path}: {leaked} in {words}");
    }
}

#[test]
fn texts_are_written_with_composed_letters() {
    let combining = |sign: char| ('\u{300}'..='\u{36f}').contains(&sign);
    assert!(!FORM.contains(combining));
    assert!(!PRINTED.contains(combining));
}

#[test]
fn messages_are_plain_sentences() {
    let form = form();
    for rule in rules(&form) {
        for language in ["vi", "en"] {
            let message = text(&rule["message"], language);
            let id = text(rule, "id");
            assert!(message.ends_with('.'), "{id}");
            assert!(!message.contains('!'), "{id}");
            let lower = message.to_lowercase();
            assert!(
                !lower.contains("vui lòng") && !lower.contains("please"),
                "{id}"
            );
        }
    }
}

#[test]
fn messages_name_the_figures_that_contradict_each_other() {
    let form = form();
    for rule in rules(&form) {
        let id = text(rule, "id");
        let vi = placeholders(text(&rule["message"], "vi"));
        let en = placeholders(text(&rule["message"], "en"));
        assert_eq!(vi, en, "{id}");
        let expected: &[&str] = match text(rule, "kind") {
            "compare" => &["{difference}", "{left}", "{right}"],
            "whole" | "range" => &["{value}"],
            "implies" => &[],
            kind => panic!("{id} is of an unknown kind {kind}"),
        };
        assert_eq!(vi.into_iter().collect::<Vec<_>>(), expected, "{id}");
    }
}

#[test]
fn messages_name_the_row_codes_that_the_rule_reads() {
    let form = form();
    let rows = rows(&form);
    for rule in rules(&form)
        .iter()
        .filter(|rule| text(rule, "kind") == "compare")
    {
        let id = text(rule, "id");
        for language in ["vi", "en"] {
            let message = text(&rule["message"], language);
            // Longer lists are named by their first and last row: "rows 4.1 to 4.4".
            for row in references(text(rule, "left"))
                .into_iter()
                .chain(references(text(rule, "right")))
            {
                let row = rows
                    .iter()
                    .find(|known| text(known, "id") == row)
                    .expect("a known row");
                let code = text(row, "code").trim_end_matches('.');
                let words: Vec<&str> = message
                    .split(|sign: char| !(sign.is_ascii_digit() || sign == '.'))
                    .map(|word| word.trim_end_matches('.'))
                    .collect();
                let is_range = message.contains("các dòng từ")
                    || message.contains("rows ") && message.contains(" to ");
                assert!(
                    words.contains(&code) || is_range,
                    "{id} does not name row {code}: {message}"
                );
            }
        }
    }
}

#[test]
fn a_message_across_sheets_names_both_sheets() {
    let form = form();
    let sheet_of = |row: &str| row.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    for rule in rules(&form)
        .iter()
        .filter(|rule| text(rule, "kind") == "compare")
    {
        let named: BTreeSet<String> = references(text(rule, "left"))
            .into_iter()
            .chain(references(text(rule, "right")))
            .map(sheet_of)
            .collect();
        if named.len() < 2 {
            continue;
        }
        for sheet in form["sheets"].as_array().expect("sheets") {
            if named.contains(text(sheet, "id")) {
                for language in ["vi", "en"] {
                    let place = format!(
                        "{}, {}",
                        text(&sheet["appendix"], language),
                        text(&sheet["name"], language)
                    );
                    assert!(
                        text(&rule["message"], language).contains(&place),
                        "{}: {place}",
                        text(rule, "id")
                    );
                }
            }
        }
    }
}
