//! What the built-in form sets say to people: both languages, no leaks, figures and rows named.

use super::{PRINTED, forms, references, rows, rules, text};
use bieumau::form::BUILT_IN;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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

/// The phrases of all form sets.
fn all_phrases(forms: &[Value]) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    for form in forms {
        phrases(form, text(form, "id"), &mut found);
    }
    found
}

/// The rules of all form sets, each with its form set.
fn all_rules(forms: &[Value]) -> Vec<(&Value, &Value)> {
    let of_form = |form| rules(form).iter().map(move |rule| (form, rule));
    forms.iter().flat_map(of_form).collect()
}

/// The code of a row without the dot behind it.
fn plain(row: &Value) -> &str {
    text(row, "code").trim_end_matches('.')
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
    let forms = forms();
    for row in forms.iter().flat_map(rows) {
        assert!(row["label"].is_object(), "{}", text(row, "id"));
    }
    for (_, rule) in all_rules(&forms) {
        assert!(rule["message"].is_object(), "{}", text(rule, "id"));
    }
    for (path, phrase) in all_phrases(&forms) {
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
    let forms = forms();
    for (path, phrase) in all_phrases(&forms) {
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
    for built_in in BUILT_IN {
        assert!(
            !crate::desk::form_text(built_in.id).contains(combining),
            "{}",
            built_in.id
        );
    }
    assert!(!PRINTED.contains(combining));
}

#[test]
fn messages_are_plain_sentences() {
    let forms = forms();
    for (_, rule) in all_rules(&forms) {
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
    let forms = forms();
    for (_, rule) in all_rules(&forms) {
        let id = text(rule, "id");
        let vi = placeholders(text(&rule["message"], "vi"));
        let en = placeholders(text(&rule["message"], "en"));
        assert_eq!(vi, en, "{id}");
        let expected: &[&str] = match text(rule, "kind") {
            "compare" => &["{difference}", "{left}", "{right}"],
            "whole" | "range" => &["{value}"],
            "implies" => &[],
            "not_falling" | "nested" => &[
                "{before_period}",
                "{before}",
                "{difference}",
                "{period}",
                "{row}",
                "{value}",
            ],
            "outlier" => &[
                "{expected}",
                "{judged}",
                "{period}",
                "{points}",
                "{row}",
                "{value}",
            ],
            kind => panic!("{id} is of an unknown kind {kind}"),
        };
        assert_eq!(vi.into_iter().collect::<Vec<_>>(), expected, "{id}");
    }
}

#[test]
fn messages_name_the_row_codes_that_the_rule_reads() {
    let forms = forms();
    for (form, rule) in all_rules(&forms) {
        if text(rule, "kind") != "compare" {
            continue;
        }
        let id = text(rule, "id");
        let named = references(text(rule, "left"))
            .into_iter()
            .chain(references(text(rule, "right")));
        for row in named {
            let rows = rows(form);
            let row = rows.iter().find(|known| text(known, "id") == row);
            let row = row.expect("a known row");
            let code = plain(row);
            for language in ["vi", "en"] {
                let message = text(&rule["message"], language);
                let words: Vec<&str> = message
                    .split(|sign: char| !(sign.is_ascii_digit() || sign == '.'))
                    .map(|word| word.trim_end_matches('.'))
                    .collect();
                // Longer lists are named by their first and last row: "rows 4.1 to 4.4".
                let is_range = message.contains("các dòng từ")
                    || message.contains("rows ") && message.contains(" to ");
                // Rows without a code are named by the row above them and what stands in the place of the code.
                let is_named = match ["", "Trong đó"].contains(&code) {
                    true => words.contains(&text(row, "parent")) && message.contains("“Trong đó”"),
                    false => words.contains(&code),
                };
                assert!(
                    is_named || is_range,
                    "{id} does not name row {code}: {message}"
                );
            }
        }
    }
}

/// Where a code stands on several sheets, the code alone does not name a row.
#[test]
fn a_message_across_sheets_names_both_sheets() {
    let forms = forms();
    let mut across = 0;
    for (form, rule) in all_rules(&forms) {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows(form) {
            *times.entry(plain(row)).or_default() += 1;
        }
        let sheets = form["sheets"].as_array().expect("sheets");
        let sheet_of = |id: &&str| {
            let has = |sheet: &&Value| {
                let rows = sheet["rows"].as_array().expect("rows");
                rows.iter().any(|row| text(row, "id") == *id)
            };
            text(sheets.iter().find(has).expect("a known row"), "id")
        };
        let named: Vec<&str> = references(text(rule, "left"))
            .into_iter()
            .chain(references(text(rule, "right")))
            .collect();
        let of_sheets: BTreeSet<&str> = named.iter().map(sheet_of).collect();
        let is_plain = |id: &&str| {
            let rows = rows(form);
            let row = rows.iter().find(|row| text(row, "id") == *id);
            times[plain(row.expect("a known row"))] == 1
        };
        if of_sheets.len() < 2 || named.iter().all(is_plain) {
            continue;
        }
        across += 1;
        for sheet in sheets {
            if of_sheets.contains(text(sheet, "id")) {
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
    assert_eq!(across, 8);
}
