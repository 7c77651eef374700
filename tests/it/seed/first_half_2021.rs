//! The form set of 2021 against the printed appendix from which it was made.
//!
//! `seed-002-appendix.tsv` holds the 120 table rows of the report of the first half of 2021, taken from its text by a
//! program, typed values and slips included; rows that a page break had cut were joined. The form set may differ from
//! it only where this file says so.

use super::{rows, text};
use crate::desk::{PrintedRow, printed_rows};
use serde_json::Value;
use std::collections::BTreeMap;

const FORM: &str = include_str!("../../../forms/cchc-2021.json");
const PRINTED: &str = include_str!("../../fixtures/seed-002-appendix.tsv");

/// The rows whose printed code is wrong: row, as printed.
const MISNUMBERED: [(&str, &str); 4] = [
    ("1.2.1", "1.1.1."),
    ("1.2.2", "1.1.2."),
    ("1.2.3", "1.1.3."),
    ("1.2.4", "1.1.4."),
];

/// The rows that are printed as headings, without a measure, but carry a value.
const HEADINGS_WITH_A_VALUE: [(&str, &str); 4] = [
    ("1.1", "07 nhiệm vụ trọng tâm"),
    ("1.2", "12 đơn vị"),
    ("4.2", "2.281"),
    ("4.3", "27.775"),
];

fn form() -> Value {
    serde_json::from_str(FORM).expect("forms/cchc-2021.json is JSON")
}

fn printed() -> Vec<PrintedRow> {
    printed_rows(PRINTED)
}

#[test]
fn the_form_set_has_the_120_rows_of_the_seed_in_printed_order() {
    let form = form();
    let rows = rows(&form);
    let printed = printed();
    assert_eq!(printed.len(), 120);
    assert_eq!(rows.len(), printed.len());
    for (row, printed) in rows.iter().zip(&printed) {
        assert_eq!(text(row, "id"), printed.id);
        assert_eq!(text(&row["label"], "vi"), printed.label, "{}", printed.id);
    }
}

#[test]
fn its_seven_sections_are_seven_sheets() {
    let form = form();
    let sheets = form["sheets"].as_array().unwrap();
    assert_eq!(sheets.len(), 7);
    for (sheet, number) in sheets.iter().zip(1..) {
        let first = &sheet["rows"][0];
        assert_eq!(text(first, "id"), number.to_string());
        assert_eq!(sheet["title"], first["label"]);
        for row in sheet["rows"].as_array().unwrap() {
            let section = text(row, "id").split('.').next().unwrap();
            assert_eq!(section, number.to_string());
        }
    }
}

#[test]
fn exactly_four_codes_are_corrected_and_their_remarks_quote_the_print() {
    let form = form();
    let mut differing = Vec::new();
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        let code = text(row, "code");
        if code == printed.code {
            continue;
        }
        differing.push((printed.id, printed.code));
        assert_eq!(code, format!("{}.", printed.id));
        for language in ["vi", "en"] {
            let remark = text(&row["remark"], language);
            assert!(remark.contains(&format!("“{}”", printed.code)), "{remark}");
        }
    }
    assert_eq!(differing, MISNUMBERED);
}

#[test]
fn no_code_occurs_twice_although_three_are_printed_twice() {
    let count = |codes: Vec<String>| {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for code in codes {
            *count.entry(code).or_default() += 1;
        }
        // Rows of which the table prints no code.
        count.retain(|code, times| *times > 1 && !["", "Trong đó"].contains(&code.as_str()));
        count.into_keys().collect::<Vec<_>>()
    };
    let of_print = printed().iter().map(|row| row.code.to_owned()).collect();
    assert_eq!(count(of_print), ["1.1.1.", "1.1.2.", "1.1.3."]);
    let form = form();
    let of_form = rows(&form)
        .iter()
        .map(|row| text(row, "code").to_owned())
        .collect();
    assert_eq!(count(of_form), [""; 0]);
}

#[test]
fn rows_without_a_code_are_numbered_parts_of_the_row_above() {
    let form = form();
    let mut parts = 0;
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        if let Some((above, _)) = printed.id.split_once('#') {
            parts += 1;
            assert!(["", "Trong đó"].contains(&printed.code));
            assert_eq!(text(row, "parent"), above);
        }
    }
    assert_eq!(parts, 12);
}

#[test]
fn headings_that_carry_a_value_are_rows_that_hold_it() {
    let form = form();
    let mut found = Vec::new();
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        let is_choice = text(row, "kind") == "choice";
        let measure = text(&row["measure"], "vi");
        if !is_choice && measure != printed.measure {
            assert_eq!(printed.measure, "", "{}", printed.id);
            assert_eq!(text(row, "kind"), "count", "{}", printed.id);
            assert!(text(&row["remark"], "vi").contains("tiêu đề"));
            assert!(text(&row["remark"], "en").contains("heading"));
            found.push((printed.id, printed.value));
        }
    }
    assert_eq!(found, HEADINGS_WITH_A_VALUE);
}

#[test]
fn a_row_takes_a_figure_where_the_table_has_one() {
    let form = form();
    let mut values = 0;
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        let takes = text(row, "kind") != "heading";
        assert_eq!(takes, !printed.value.is_empty(), "{}", printed.id);
        values += usize::from(takes);
    }
    assert_eq!(values, 97);
}

#[test]
fn the_kinds_add_up_to_the_120_rows() {
    let form = form();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows(&form) {
        *kinds.entry(text(row, "kind")).or_default() += 1;
    }
    // 65 counts and 27 headings are printed; four of the headings hold a count.
    let expected = [("choice", 7), ("count", 69), ("heading", 23), ("ratio", 21)];
    assert_eq!(kinds, BTreeMap::from(expected));
}

#[test]
fn the_options_of_a_choice_stand_in_its_printed_measure_cell_in_the_same_order() {
    let form = form();
    let mut choices = 0;
    for (row, printed) in rows(&form).iter().zip(&printed()) {
        let Some(options) = row["options"].as_array() else {
            continue;
        };
        choices += 1;
        let options: Vec<String> = options
            .iter()
            .map(|option| {
                let label = text(&option["label"], "vi");
                format!("{label} = {}", text(option, "code"))
            })
            .collect();
        assert_eq!(options.join(" "), printed.measure, "{}", printed.id);
    }
    assert_eq!(choices, 7);
}

/// The form asks for 21 shares and for the parts of none of them, so all are typed.
#[test]
fn no_share_has_its_parts_in_the_form() {
    let form = form();
    let rows = rows(&form);
    for row in &rows {
        assert!(row.get("formula").is_none(), "{}", text(row, "id"));
        if text(row, "kind") == "ratio" {
            let id = text(row, "id");
            assert!(!rows.iter().any(|child| text(child, "parent") == id));
            assert_eq!(row["decimals"], 2, "{id}");
        }
    }
}

#[test]
fn the_time_that_a_label_prints_is_the_time_that_the_row_covers() {
    let form = form();
    let mut said = BTreeMap::new();
    for row in rows(&form) {
        let label = text(&row["label"], "vi");
        for (words, covers) in [
            ("lũy kế đến thời điểm báo cáo", "closing_day_cumulative"),
            ("được giao trong năm", "year_plan"),
            ("tại thời điểm báo cáo", "closing_day"),
            ("trong kỳ báo cáo", "window"),
            ("so với năm 2015", "since_baseline"),
        ] {
            if label.contains(words) {
                assert_eq!(text(row, "accumulation"), covers, "{label}");
                *said.entry(words).or_insert(0) += 1;
            }
        }
    }
    assert_eq!(said.values().sum::<usize>(), 5 + 1 + 1 + 2 + 3);
}
