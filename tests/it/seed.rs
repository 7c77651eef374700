//! The form set of 2026 against the printed appendices from which it was made; the others below it.
//!
//! `seed-000-appendices.tsv` holds the 127 table rows of the report of the first quarter of 2026, taken from
//! its text by a program, typed values and slips included. The form set may differ from it only where this
//! file says so.

mod conclusion_226;
mod first_half_2021;
mod words;

use crate::desk::{PrintedRow, printed_rows};
use bieumau::form::BUILT_IN;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const FORM: &str = include_str!("../../forms/cchc-2026.json");
const PRINTED: &str = include_str!("../fixtures/seed-000-appendices.tsv");

/// The measures that are misprinted: row, as printed, as corrected.
const CORRECTED: [(&str, &str, &str); 3] = [
    ("pl1.b6.2", "0", "%"),
    ("pl1.b6.4.3.1", "Thủ tục", "Hồ sơ"),
    ("pl1.b6.4.3.2", "Thủ tục", "Hồ sơ"),
];

fn printed() -> Vec<PrintedRow> {
    printed_rows(PRINTED)
}

fn form() -> Value {
    serde_json::from_str(FORM).expect("forms/cchc-2026.json is JSON")
}

/// The built-in form sets.
fn forms() -> Vec<Value> {
    let texts = BUILT_IN
        .iter()
        .map(|built_in| crate::desk::form_text(built_in.id));
    texts
        .map(|text| serde_json::from_str(&text).expect("a form set is JSON"))
        .collect()
}

fn rows(form: &Value) -> Vec<&Value> {
    let sheets = form["sheets"].as_array().expect("sheets");
    sheets
        .iter()
        .flat_map(|sheet| sheet["rows"].as_array().expect("rows"))
        .collect()
}

/// The rows of the sheets that are printed; the helper sheet, which feeds them, is ours.
fn rows_in_print(form: &Value) -> Vec<&Value> {
    let sheets = form["sheets"].as_array().expect("sheets").iter();
    sheets
        .filter(|sheet| sheet["helper"] != true)
        .flat_map(|sheet| sheet["rows"].as_array().expect("rows"))
        .collect()
}

fn rules(form: &Value) -> &[Value] {
    form["rules"].as_array().expect("rules")
}

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}

/// The text between brackets in an expression: the rows that it names.
fn references(expression: &str) -> Vec<&str> {
    expression
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next())
        .collect()
}

#[test]
fn the_form_set_has_the_rows_of_the_seed_in_printed_order() {
    let form = form();
    let rows = rows_in_print(&form);
    let printed = printed();
    assert_eq!(printed.len(), 127);
    assert_eq!(rows.len(), printed.len());
    for (row, printed) in rows.iter().zip(&printed) {
        assert_eq!(text(row, "id"), printed.id);
        assert_eq!(text(row, "code"), printed.code, "{}", printed.id);
        assert_eq!(text(&row["label"], "vi"), printed.label, "{}", printed.id);
    }
}

#[test]
fn row_ids_are_the_sheet_and_the_code() {
    let form = form();
    for sheet in form["sheets"].as_array().expect("sheets") {
        for row in sheet["rows"].as_array().expect("rows") {
            let made = format!(
                "{}.{}",
                text(sheet, "id"),
                text(row, "code").trim_end_matches('.')
            );
            assert_eq!(text(row, "id"), made);
        }
    }
}

#[test]
fn exactly_three_measures_are_corrected_and_their_remarks_quote_the_print() {
    let form = form();
    let mut differing = Vec::new();
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        let measure = text(&row["measure"], "vi");
        if text(row, "kind") != "choice" && measure != printed.measure {
            differing.push((printed.id, printed.measure, measure.to_owned()));
            let quotation = format!("“{}”", printed.measure);
            assert!(
                text(&row["remark"], "vi").contains(&quotation),
                "{}",
                printed.id
            );
            assert!(
                text(&row["remark"], "en").contains(&quotation),
                "{}",
                printed.id
            );
        }
    }
    assert_eq!(
        differing,
        CORRECTED.map(|(id, was, is)| (id, was, is.to_owned()))
    );
}

#[test]
fn the_options_of_a_choice_stand_in_its_printed_measure_cell_in_the_same_order() {
    let form = form();
    let mut choices = 0;
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        if text(row, "kind") != "choice" {
            assert!(row.get("options").is_none(), "{}", printed.id);
            continue;
        }
        choices += 1;
        assert!(row.get("measure").is_none(), "{}", printed.id);
        let options: Vec<String> = row["options"]
            .as_array()
            .expect("options")
            .iter()
            .map(|option| {
                format!(
                    "{} = {}",
                    text(&option["label"], "vi"),
                    text(option, "code")
                )
            })
            .collect();
        assert_eq!(
            options.join(" "),
            printed.measure.replace(';', ""),
            "{}",
            printed.id
        );
    }
    assert_eq!(choices, 4);
}

#[test]
fn the_kinds_add_up_to_the_127_rows() {
    let form = form();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows_in_print(&form) {
        *kinds.entry(text(row, "kind")).or_default() += 1;
    }
    let expected = [
        ("choice", 4),
        ("count", 82),
        ("heading", 16),
        ("money", 2),
        ("ratio", 23),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
}

#[test]
fn thirteen_ratios_are_computed_from_their_own_children_and_ten_are_typed() {
    let form = form();
    let rows = rows_in_print(&form);
    let (mut computed, mut typed) = (0, 0);
    for row in &rows {
        let id = text(row, "id");
        let Some(formula) = row.get("formula") else {
            typed += usize::from(text(row, "kind") == "ratio");
            continue;
        };
        computed += 1;
        assert_eq!(text(row, "kind"), "ratio", "{id}");
        let children: Vec<&str> = rows
            .iter()
            .filter(|child| text(child, "parent") == id)
            .map(|child| text(child, "id"))
            .collect();
        // On every sheet the whole is printed first and the part second.
        let [whole, part] = children[..] else {
            panic!("{id} has not two children");
        };
        assert_eq!(
            formula.as_str(),
            Some(format!("percent([{part}], [{whole}])").as_str()),
            "{id}"
        );
    }
    assert_eq!((computed, typed), (13, 10));
}

#[test]
fn ratios_have_two_decimals_and_money_three() {
    let form = form();
    for row in rows(&form) {
        let expected = match text(row, "kind") {
            "ratio" => Some(2),
            "money" => Some(3),
            _ => None,
        };
        assert_eq!(
            row.get("decimals").and_then(Value::as_u64),
            expected,
            "{}",
            text(row, "id")
        );
    }
}

#[test]
fn the_fixture_holds_the_99_values_that_the_office_typed() {
    let printed = printed();
    assert_eq!(
        printed.iter().filter(|row| !row.value.is_empty()).count(),
        99
    );
    assert!(printed.iter().all(|row| row.note.is_empty()));
    let value = |id: &str| printed.iter().find(|row| row.id == id).map(|row| row.value);
    // The slips are kept: they are what the page must be able to read, compute anew or refuse.
    assert_eq!(value("pl1.b1.2"), Some("75,5"));
    assert_eq!(value("pl1.b1.3.1"), Some("Dự kiến 02"));
    assert_eq!(value("pl1.b1.5"), Some(""));
    assert_eq!(value("pl1.b1.5.2"), Some("0"));
    assert_eq!(value("pl1.b5.1"), Some("= b/a*100"));
    assert_eq!(value("pl1.b6.4.1"), Some("28.6%"));
    assert_eq!(value("pl2.b2.1.4.1"), Some("1.777"));
    assert_eq!(value("pl2.b2.3.3"), Some("70"));
}

#[test]
fn ids_are_unique_and_rules_name_rows_that_hold_figures() {
    for form in forms() {
        check_ids(&form);
    }
}

fn check_ids(form: &Value) {
    let mut kinds = BTreeMap::new();
    for row in rows(form) {
        assert!(
            kinds.insert(text(row, "id"), text(row, "kind")).is_none(),
            "{}",
            text(row, "id")
        );
    }
    let mut seen = BTreeSet::new();
    for rule in rules(form) {
        let id = text(rule, "id");
        assert!(seen.insert(id), "{id} occurs twice");
        assert!(
            matches!(text(rule, "level"), "error" | "warning" | "info"),
            "{id}"
        );
        let listed = rule["on"].as_array().map(Vec::as_slice).unwrap_or_default();
        let named = ["left", "right", "when", "then"]
            .into_iter()
            .flat_map(|member| references(text(rule, member)))
            .chain(listed.iter().filter_map(Value::as_str));
        for row in named {
            let kind = kinds.get(row).copied();
            assert!(
                kind.is_some_and(|kind| kind != "heading"),
                "{id} names {row}"
            );
        }
    }
}
