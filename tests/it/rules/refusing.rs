//! What the self-check says of rules that cannot be meant so.

use super::complaints;
use serde_json::{Value, json};

fn one(members: Value) -> String {
    let found = complaints(members.clone());
    let [complaint] = found.as_slice() else {
        panic!("{members}: {found:#?}");
    };
    complaint.clone()
}

#[test]
fn a_strategy_is_one_of_three() {
    for rule in [
        json!({ "kind": "compare", "left": "[a]", "op": "=", "right": "[b]" }),
        json!({ "kind": "implies", "when": "[a] = 0", "then": "[b] = 0" }),
        json!({ "kind": "range", "on": ["a"], "min": "0" }),
        json!({ "kind": "allowed", "on": ["a"], "values": ["0"] }),
    ] {
        let with = |missing: Value| {
            let mut rule = rule.clone();
            rule["missing"] = missing;
            rule
        };
        let complaint = one(with(json!("skip")));
        assert!(
            complaint.contains("“missing” does not take “skip”"),
            "{complaint}"
        );
        assert!(
            complaint.contains("skip_any, skip_all, never_skip"),
            "{complaint}"
        );
        assert!(one(with(json!(["skip_any"]))).contains("does not take “[…]”"));
    }
}

/// A slip of the pen must not pass in silence.
#[test]
fn a_member_that_the_kind_does_not_have_is_named() {
    let slip = one(json!({ "kind": "range", "on": ["a"], "min": "0", "mising": "skip_all" }));
    assert!(
        slip.contains("kind “range” has no member “mising”"),
        "{slip}"
    );
    let whole = one(json!({ "kind": "whole", "on": "count", "missing": "never_skip" }));
    assert!(
        whole.contains("kind “whole” has no member “missing”"),
        "{whole}"
    );
}

#[test]
fn a_message_names_only_figures_that_its_kind_has() {
    let with = |vi: &str, en: &str| {
        complaints(json!({
            "kind": "range", "on": ["a"], "min": "0", "message": { "vi": vi, "en": en },
        }))
    };
    assert_eq!(with("{row}: {value}", "{value} in {row}"), [""; 0]);
    let strange = with("{value} {left}", "{vaule}");
    assert!(strange[0].contains("names {left}") && strange[1].contains("names {vaule}"));
}

#[test]
fn a_comparison_that_is_none_is_told_with_all_that_are() {
    let told = one(json!({ "kind": "compare", "left": "[a]", "op": "pair", "right": "[b]" }));
    assert!(told.contains("no comparison “pair”"), "{told}");
    assert!(told.contains("both_or_neither or at_most_one"), "{told}");
}

#[test]
fn rules_over_time_take_rows_that_suit_them() {
    let on = |kind: &str, on: Value| complaints(json!({ "kind": kind, "on": on }));
    assert_eq!(on("not_falling", json!("year_to_date")), [""; 0]);
    assert_eq!(on("not_falling", json!(["y", "r"])), [""; 0]);
    assert_eq!(on("nested", json!("window")), [""; 0]);
    assert_eq!(on("outlier", json!(["a", "r"])), [""; 0]);
    assert!(on("nested", json!(["y"]))[0].contains("names row “y”"));
    assert!(on("nested", json!(["r"]))[0].contains("names row “r”"));
    assert!(on("not_falling", json!(["t"]))[0].contains("names row “t”"));
    assert!(on("outlier", json!(["k"]))[0].contains("names row “k”"));
    assert!(on("nested", json!("weekly"))[0].contains("“weekly” is neither"));
    let except = one(json!({ "kind": "nested", "on": "window", "except": ["ghost"] }));
    assert!(except.contains("“except” names row “ghost”"), "{except}");
    let parts = one(json!({ "kind": "nested", "on": "window", "parts": "all" }));
    assert!(parts.contains("use sum, each"), "{parts}");
}

#[test]
fn an_outlier_is_judged_by_four_points_or_more() {
    let with = |name: &str, value: &str| {
        let mut rule = json!({ "kind": "outlier", "on": ["a"] });
        rule[name] = json!(value);
        complaints(rule)
    };
    assert!(with("points", "3")[0].contains("“points” must be 4 or more"));
    assert!(with("points", "4.5")[0].contains("must be a whole number"));
    assert!(with("band", "0.5")[0].contains("“band” must be 1 or more"));
    assert!(with("times", "-1")[0].contains("“times” must be 0 or more"));
    assert!(with("least", "nhiều")[0].contains("“nhiều” is not"));
    assert!(with("per", "week")[0].contains("use figure, day"));
}
