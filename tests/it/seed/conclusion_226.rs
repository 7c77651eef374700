//! The form set on Conclusion 226 against the sentences of the plan (seed 003), which prints targets but no form.
//!
//! `seed-003-targets.tsv` holds, for each row, the sentences of the plan from which it was made, word for word.

use super::{references, rows, text};
use bieumau::format::read_windows;
use bieumau::period::{Period, Status, day_id};
use serde_json::Value;
use std::collections::BTreeMap;

const FORM: &str = include_str!("../../../forms/kl226-2026.json");
const WINDOWS: &str = include_str!("../../../forms/windows-kl226.json");
const SENTENCES: &str = include_str!("../../fixtures/seed-003-targets.tsv");

fn form() -> Value {
    serde_json::from_str(FORM).expect("forms/kl226-2026.json is JSON")
}

/// The sentences of a row.
fn sentences(row: &str) -> Vec<&'static str> {
    let lines = SENTENCES.lines().skip(1);
    lines
        .filter_map(|line| line.split_once('\t'))
        .filter(|(known, _)| *known == row)
        .map(|(_, sentence)| sentence)
        .collect()
}

/// What stands in curly quotation marks.
fn quotations(text: &str) -> Vec<&str> {
    text.split('“')
        .skip(1)
        .filter_map(|rest| rest.split('”').next())
        .collect()
}

#[test]
fn every_row_of_the_form_rests_on_a_sentence_of_the_plan() {
    let form = form();
    let rows = rows(&form);
    assert_eq!(rows.len(), 30);
    for row in rows {
        assert!(
            !sentences(text(row, "id")).is_empty(),
            "{}",
            text(row, "id")
        );
    }
}

#[test]
fn remarks_quote_the_plan_word_for_word() {
    let form = form();
    let mut quoted = 0;
    for row in rows(&form) {
        for quotation in quotations(text(&row["remark"], "vi")) {
            quoted += 1;
            let sentences = sentences(text(row, "id"));
            assert!(
                sentences
                    .iter()
                    .any(|sentence| sentence.contains(quotation)),
                "{quotation}"
            );
        }
    }
    assert_eq!(quoted, 10);
}

#[test]
fn the_targets_of_the_plan_are_told_where_their_figure_stands() {
    let form = form();
    let rows = rows(&form);
    for (row, target) in [
        ("1.3", "15%"),
        ("2.3", "10%"),
        ("2.5", "60%"),
        ("3.3", "95%"),
        ("3.6", "95%"),
        ("4.3", "100%"),
        ("5.3", "100%"),
        ("6.1", "15/5/2026"),
    ] {
        assert!(
            sentences(row)
                .iter()
                .any(|sentence| sentence.contains(target)),
            "{row}"
        );
        let found = rows.iter().find(|found| text(found, "id") == row).unwrap();
        assert!(
            text(&found["remark"], "vi").contains(target),
            "{row} {target}"
        );
    }
}

#[test]
fn every_share_is_computed_from_counts_of_the_form() {
    let form = form();
    let rows = rows(&form);
    let kinds: BTreeMap<&str, &str> = rows
        .iter()
        .map(|row| (text(row, "id"), text(row, "kind")))
        .collect();
    let mut shares = Vec::new();
    for row in &rows {
        let formula = text(row, "formula");
        assert_eq!(text(row, "kind") == "ratio", !formula.is_empty());
        for part in references(formula) {
            assert_eq!(kinds[part], "count", "{formula}");
        }
        if !formula.is_empty() {
            shares.push((text(row, "id"), formula));
        }
    }
    assert_eq!(
        shares,
        [
            ("1.3", "percent([1.1] - [1.2], [1.1])"),
            ("2.3", "percent([2.1] - [2.2], [2.1])"),
            ("2.5", "percent([2.4], [2.2])"),
            ("3.3", "percent([3.2], [3.1])"),
            ("3.6", "percent([3.5], [3.4])"),
            ("4.3", "percent([4.2], [4.1])"),
            ("5.3", "percent([5.2], [5.1])"),
        ]
    );
}

#[test]
fn no_rule_bounds_a_reduction() {
    let form = form();
    for rule in super::rules(&form) {
        assert_ne!(text(rule, "kind"), "range", "{}", text(rule, "id"));
        for member in ["left", "right", "when", "then"] {
            let named = references(text(rule, member));
            assert!(!named.contains(&"1.3") && !named.contains(&"2.3"));
        }
    }
}

/// "định kỳ 6 tháng, hằng năm (trước ngày 05/6 và 05/12)".
#[test]
fn it_is_filled_twice_a_year_and_sent_before_the_printed_days() {
    let form = form();
    assert_eq!(form["periods"], serde_json::json!(["S1", "Y"]));
    let [printed] = sentences("due")[..] else {
        panic!("one sentence on the day to send before");
    };
    assert!(printed.contains("6 tháng, hằng năm (trước ngày 05/6 và 05/12)"));
    let windows = read_windows(WINDOWS).unwrap();
    assert_eq!(windows.form_sets, ["kl226-2026"]);
    for (id, from, to, before) in [
        ("2026S1", "2025-12-15", "2026-06-04", "2026-06-05"),
        ("2026", "2025-12-15", "2026-12-04", "2026-12-05"),
        ("2027S1", "2026-12-15", "2027-06-04", "2027-06-05"),
    ] {
        let window = windows.of(Period::parse(id).unwrap()).unwrap();
        assert_eq!(
            (day_id(window.from), day_id(window.to)),
            (from.into(), to.into())
        );
        assert_eq!(window.send_before.map(day_id).as_deref(), Some(before));
        // The plan prints the day to send before, but no data window.
        assert_eq!(window.status, Status::Expected);
        assert!(
            window
                .source
                .vi
                .contains("không nêu thời gian chốt số liệu")
        );
        assert!(window.source.en.contains("names no data window"));
    }
    assert_eq!(windows.of(Period::parse("2026Q1").unwrap()), None);
}
