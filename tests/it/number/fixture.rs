//! The 54 ways of writing found in real reports, each with what becomes of it.

use std::collections::BTreeSet;

use bieumau::number::{Decimal, Expected, Meaning, Notice, Reading, read};
use serde_json::Value;

use super::{decimal, noticed, taken, without_words};

const FIXTURE: &str = include_str!("../../fixtures/number-formats.json");

fn cases() -> Vec<Value> {
    let mut fixture: Value = serde_json::from_str(FIXTURE).unwrap();
    match fixture["formats"].take() {
        Value::Array(cases) => cases,
        other => panic!("no list of cases: {other}"),
    }
}

fn kind(word: &str) -> Expected {
    match word {
        "count" => Expected::Count,
        "money" => Expected::Money,
        "decimal" => Expected::Decimal,
        "ratio" => Expected::Ratio,
        other => panic!("no such kind: {other}"),
    }
}

fn expected(outcome: &Value) -> Reading {
    match outcome.as_str() {
        Some("blank") => return Reading::Blank,
        Some("unreadable") => return Reading::Unreadable,
        Some(other) => panic!("no such outcome: {other}"),
        None => {}
    }
    if let Some(meanings) = outcome["ask"].as_array() {
        let meaning = |meaning: &Value| match meaning.as_str() {
            Some("not_applicable") => Meaning::NotApplicable,
            Some(number) => Meaning::Number(decimal(number)),
            None => panic!("no meaning: {meaning}"),
        };
        return Reading::Ask(meanings.iter().map(meaning).collect());
    }
    let number = outcome["number"].as_str().unwrap();
    match (outcome["notice"].as_str(), outcome["words"].as_str()) {
        (None, None) => taken(number),
        (Some("dot_as_decimal_mark"), None) => noticed(number, Notice::DotAsDecimalMark),
        (Some("words_left_out"), Some(words)) => without_words(number, words),
        other => panic!("no such notice: {other:?}"),
    }
}

#[test]
fn every_writing_found_in_real_reports_becomes_what_the_fixture_says() {
    for case in cases() {
        let printed = case["printed"].as_str().unwrap();
        for reading in case["readings"].as_array().unwrap() {
            let measure = reading["measure"].as_str().unwrap();
            let kind = kind(reading["kind"].as_str().unwrap());
            assert_eq!(
                read(printed, kind, measure),
                expected(&reading["expected"]),
                "{printed:?} in a row of {kind:?}, measured in {measure:?}",
            );
        }
    }
}

#[test]
fn there_are_54_different_writings_and_each_has_a_reading() {
    let cases = cases();
    let printed: BTreeSet<&str> = cases
        .iter()
        .flat_map(|case| case["printed"].as_str())
        .collect();
    assert_eq!((cases.len(), printed.len()), (54, 54));
    for case in &cases {
        assert!(!case["readings"].as_array().unwrap().is_empty(), "{case}");
    }
}

#[test]
fn where_the_program_differs_from_the_reader_the_design_says_why() {
    for case in cases() {
        let first = &case["readings"][0]["expected"];
        // The reader's number, as JSON writes it: a decimal with a dot, so canonical.
        let meant = match &case["value"] {
            Value::Null => None,
            number => Decimal::parse_canonical(&number.to_string()),
        };
        let read = first["number"].as_str().map(decimal);
        assert!(
            read == meant || case["design"].is_string(),
            "{} means {meant:?} and is read as {read:?}",
            case["printed"],
        );
    }
}
