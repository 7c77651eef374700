//! The other kinds within one report: range, allowed values, implication; levels.

use super::{complaints, form_with, found, said, session};
use bieumau::report::Severity;
use serde_json::json;

/// The finding of a rule about row `a` that holds each of these.
fn marks(rule: serde_json::Value, row: &str, words: &[&str]) -> String {
    let form = form_with(rule);
    let fails = |word: &&str| found(&session(&form, &[(row, word)])).is_some();
    words
        .iter()
        .map(|word| if fails(word) { '!' } else { '.' })
        .collect()
}

#[test]
fn a_range_under_each_strategy() {
    let words = ["0", "1", "5", "6", "-", "x", "?"];
    for (strategy, expected) in [
        ("skip_any", "!..!..."),
        ("skip_all", "!..!..."),
        // Blank counts as 0, which is below 1; what does not apply is asked for no number.
        ("never_skip", "!..!!.."),
    ] {
        let rule =
            json!({ "kind": "range", "on": ["a"], "min": "1", "max": "5", "missing": strategy });
        assert_eq!(marks(rule, "a", &words), expected, "{strategy}");
    }
    let rule = json!({ "kind": "range", "on": "ratio", "min": "0" });
    assert_eq!(marks(rule, "a", &["5"]), ".", "no typed ratio is there");
}

#[test]
fn allowed_values_of_a_count() {
    let words = ["0", "1", "5", "6", "-", "x", "?"];
    for (strategy, expected) in [
        ("skip_any", "!..!..."),
        ("skip_all", "!..!..."),
        ("never_skip", "!..!!.."),
    ] {
        let rule =
            json!({ "kind": "allowed", "on": ["a"], "values": ["1", "5"], "missing": strategy });
        assert_eq!(marks(rule, "a", &words), expected, "{strategy}");
    }
    let form = form_with(json!({
        "kind": "allowed", "on": ["a"], "values": ["1", "5", "1000.5"],
        "message": { "vi": "{value} không thuộc {allowed}", "en": "{value} is none of {allowed}" },
    }));
    let (vi, en) = said(&session(&form, &[("a", "19")]));
    assert_eq!(vi, "19 không thuộc 1; 5; 1.000,5");
    assert_eq!(en, "19 is none of 1; 5; 1.000,5");
}

/// DOMAIN.md 3.1 #24: 19 in a row that asks for 0 or 1. In a choice row it cannot be picked at all; what came from a
/// file stays unreadable, which is an error of its own.
#[test]
fn allowed_values_of_a_choice() {
    for strategy in ["skip_any", "skip_all", "never_skip"] {
        let rule = json!({ "kind": "allowed", "on": ["k"], "values": ["1"], "missing": strategy });
        assert_eq!(
            marks(rule, "k", &["0", "1", "-", "x", "19"]),
            "!....",
            "{strategy}"
        );
    }
    let form = form_with(json!({ "kind": "allowed", "on": ["k"], "values": ["0", "1"] }));
    let open = session(&form, &[("k", "19")]);
    let rules: Vec<String> = open
        .findings()
        .into_iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(rules, ["unreadable"]);
}

#[test]
fn allowed_values_are_numbers_of_rows_that_have_them() {
    let allowed = |on: &str, values: serde_json::Value| {
        complaints(json!({ "kind": "allowed", "on": [on], "values": values }))
    };
    assert_eq!(allowed("a", json!(["1"])), [""; 0]);
    assert!(allowed("a", json!(["1,5"]))[0].contains("“1,5” is not"));
    assert!(allowed("a", json!([]))[0].contains("must be a list of numbers"));
    assert!(allowed("a", json!("1"))[0].contains("lacks its member “values”"));
    assert!(allowed("k", json!(["2"]))[0].contains("Row “k” has no option with the code “2”"));
    assert!(allowed("w", json!(["1"]))[0].contains("names row “w”"));
    assert!(allowed("t", json!(["1"]))[0].contains("names row “t”"));
}

#[test]
fn an_implication_under_each_strategy() {
    let cases = [
        ("1", "0"),
        ("1", "5"),
        ("0", "0"),
        ("1", "-"),
        ("-", "0"),
        ("1", "x"),
        ("1", "?"),
        ("x", "0"),
    ];
    for (strategy, expected) in [
        ("skip_any", "!......."),
        ("skip_all", "!......."),
        // The blank `b` is no number above 0. A row that does not apply is asked for none.
        ("never_skip", "!..!...."),
    ] {
        let form = form_with(json!({
            "kind": "implies", "when": "[a] > 0", "then": "[b] > 0", "missing": strategy,
        }));
        let fails = |(a, b): &(&str, &str)| found(&session(&form, &[("a", a), ("b", b)])).is_some();
        let marks: String = cases
            .iter()
            .map(|case| if fails(case) { '!' } else { '.' })
            .collect();
        assert_eq!(marks, expected, "{strategy}");
    }
}

/// `blank` and `filled` ask about absence itself: no strategy stands between.
#[test]
fn absence_is_seen_as_it_is_under_each_strategy() {
    for strategy in ["skip_any", "skip_all", "never_skip"] {
        let form = form_with(json!({
            "kind": "implies", "when": "filled([a])", "then": "filled([t])", "missing": strategy,
        }));
        assert!(
            found(&session(&form, &[("a", "0")])).is_some(),
            "{strategy}"
        );
        assert_eq!(found(&session(&form, &[("a", "0"), ("t", "lời")])), None);
        assert_eq!(found(&session(&form, &[])), None);
        let form = form_with(json!({
            "kind": "implies", "when": "blank([a])", "then": "[b] = 0", "missing": strategy,
        }));
        assert!(
            found(&session(&form, &[("b", "3")])).is_some(),
            "{strategy}"
        );
        assert_eq!(found(&session(&form, &[])), None);
    }
}

#[test]
fn a_rule_has_the_level_that_its_form_set_gives_it() {
    for (word, severity) in Severity::ALL {
        let form = form_with(json!({ "kind": "range", "on": ["a"], "max": "5", "level": word }));
        let open = session(&form, &[("a", "6")]);
        assert_eq!(found(&open).map(|finding| finding.severity), Some(severity));
        let total = open.total();
        let expected = [severity == Severity::Error, severity == Severity::Warning];
        assert_eq!(
            [total.errors, total.warnings],
            expected.map(usize::from),
            "{word}"
        );
    }
}
