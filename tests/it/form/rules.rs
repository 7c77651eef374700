//! Rules: what they may say and name.

use super::{complains, opened, phrase, ratio, row, rule, set};
use bieumau::form::{FormSet, RuleWritten};

/// A form set of the counts `a` and `b`, the heading `h`, the text `t`, the ratio `r`, with this rule.
fn with(rule: RuleWritten) -> FormSet {
    let rows = vec![
        row("a", "count"),
        row("b", "count"),
        row("h", "heading"),
        row("t", "text"),
        ratio("r", "percent([a], [b])"),
    ];
    FormSet {
        rules: vec![rule],
        ..set(rows)
    }
}

fn compare(fields: &[(&str, &str)]) -> FormSet {
    with(rule("x", "compare", fields))
}

#[test]
fn rules_of_every_kind_are_accepted() {
    let good = [
        rule(
            "x",
            "compare",
            &[("left", "[a]"), ("op", "<="), ("right", "sum([b], [r])")],
        ),
        rule("x", "whole", &[("on", "count")]),
        rule("x", "whole", &[("on", "list a b")]),
        rule(
            "x",
            "range",
            &[("on", "list r"), ("min", "0"), ("max", "99.5")],
        ),
        rule("x", "range", &[("on", "ratio"), ("min", "-15")]),
        rule(
            "x",
            "implies",
            &[("when", "[a] = 0"), ("then", "blank([t])")],
        ),
    ];
    for rule in good {
        let (_, issues) = opened(with(rule));
        assert_eq!(issues, []);
    }
}

#[test]
fn a_rule_has_a_known_kind_and_level() {
    complains(
        with(rule("x", "equal", &[])),
        "rules[0] (x)",
        "no kind of rule “equal”",
    );
    let mut fatal = rule("x", "whole", &[("on", "count")]);
    fatal.level = "fatal".to_owned();
    complains(with(fatal), "rules[0] (x)", "There is no level “fatal”");
}

#[test]
fn a_rule_id_occurs_once_and_is_not_that_of_the_built_in_rule() {
    let mut twice = with(rule("x", "whole", &[("on", "count")]));
    twice.rules.push(twice.rules[0].clone());
    complains(twice, "rules[1] (x)", "Rule id “x” occurs twice");
    let taken = rule("unreadable", "whole", &[("on", "count")]);
    complains(with(taken), "rules[0] (unreadable)", "occurs twice");
}

#[test]
fn a_rule_id_keeps_to_letters_that_need_no_escape() {
    for id in ["", "a b", "quy tắc"] {
        let strange = rule(id, "whole", &[("on", "count")]);
        complains(with(strange), &format!("rules[0] ({id})"), "1 to 100 signs");
    }
}

#[test]
fn a_rule_speaks_both_languages() {
    let mut silent = rule("x", "whole", &[("on", "count")]);
    silent.message = phrase("m");
    silent.message.en.clear();
    complains(
        with(silent),
        "rules[0] (x)",
        "needs a message in Vietnamese and English",
    );
}

#[test]
fn a_comparison_has_two_sides_and_a_sign() {
    complains(
        compare(&[("op", "="), ("right", "[b]")]),
        "rules[0] (x)",
        "lacks its member “left”",
    );
    complains(
        compare(&[("left", "[a]"), ("op", "=")]),
        "rules[0] (x)",
        "lacks its member “right”",
    );
    complains(
        compare(&[("left", "[a]"), ("right", "[b]")]),
        "rules[0] (x)",
        "its member “op”",
    );
    let strange = compare(&[("left", "[a]"), ("op", "=<"), ("right", "[b]")]);
    complains(strange, "rules[0] (x)", "There is no comparison “=<”");
}

#[test]
fn the_sides_of_a_comparison_are_numbers_of_known_rows() {
    let right = |left: &str| compare(&[("left", left), ("op", "="), ("right", "[b]")]);
    complains(right("[ghost]"), "rules[0] (x)", "names row “ghost”");
    complains(right("[h]"), "rules[0] (x)", "uses row “h” as a number");
    complains(right("[t] + 1"), "rules[0] (x)", "uses row “t” as a number");
    complains(right("[a] = 1"), "rules[0] (x)", "must give a number");
    complains(right("[a] +"), "rules[0] (x)", "Formula, character 6");
    complains(right("list [a]"), "rules[0] (x)", "lacks its member “left”");
}

#[test]
fn an_implication_has_two_conditions() {
    let implies =
        |when: &str, then: &str| with(rule("x", "implies", &[("when", when), ("then", then)]));
    complains(
        implies("[a]", "[b] = 0"),
        "rules[0] (x)",
        "must be a comparison",
    );
    complains(
        implies("[a] = 0", "[b]"),
        "rules[0] (x)",
        "must be a comparison",
    );
    complains(
        implies("[a] = 0", "blank([ghost])"),
        "rules[0] (x)",
        "names row “ghost”",
    );
    let half = with(rule("x", "implies", &[("when", "[a] = 0")]));
    complains(half, "rules[0] (x)", "lacks its member “then”");
}

#[test]
fn a_range_has_an_end_and_ends_are_numbers() {
    let range = |fields: &[(&str, &str)]| with(rule("x", "range", fields));
    complains(
        range(&[("on", "list a")]),
        "rules[0] (x)",
        "lacks its member “min”",
    );
    complains(
        range(&[("on", "list a"), ("max", "99,5")]),
        "rules[0] (x)",
        "“99,5” is not",
    );
    complains(
        range(&[("on", "list a"), ("min", "")]),
        "rules[0] (x)",
        "“min” must be a number",
    );
}

#[test]
fn a_rule_on_rows_names_a_kind_or_rows_that_hold_a_number() {
    for kind in ["whole", "range"] {
        // A range needs an end besides; a rule about whole numbers knows none.
        let on = |on: &str| {
            let fields = [("on", on), ("min", "0")];
            let count = if kind == "range" { 2 } else { 1 };
            with(rule("x", kind, &fields[..count]))
        };
        complains(on("list a ghost"), "rules[0] (x)", "names row “ghost”");
        complains(on("list h"), "rules[0] (x)", "names row “h”");
        complains(on("list t"), "rules[0] (x)", "holds no number");
        complains(
            on("a"),
            "rules[0] (x)",
            "a kind of row or a list of row ids; “a” is neither",
        );
        let fields: &[(&str, &str)] = if kind == "range" {
            &[("min", "0")]
        } else {
            &[]
        };
        let nothing = with(rule("x", kind, fields));
        complains(nothing, "rules[0] (x)", "lacks its member “on”");
    }
}

#[test]
fn a_broken_rule_spoils_no_other_rule() {
    let mut two = compare(&[("left", "[a]"), ("op", "="), ("right", "[ghost]")]);
    two.rules.push(rule(
        "y",
        "compare",
        &[("left", "[a]"), ("op", "<="), ("right", "[b]")],
    ));
    let form = complains(two, "rules[0] (x)", "ghost");
    let ids: Vec<&str> = form
        .rules()
        .rules()
        .iter()
        .map(|rule| rule.id.as_str())
        .collect();
    assert!(ids.contains(&"y") && !ids.contains(&"x"));
}
