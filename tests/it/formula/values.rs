//! What formulas give: precedence, functions, and why there is no number.

use super::{outcome, value};
use bieumau::formula::{Reason, Value};
use bieumau::number::{Decimal, Fraction};

#[test]
fn products_bind_tighter_than_sums_and_sums_tighter_than_comparisons() {
    assert_eq!(value("1 + 2 * 3", &[]), "7");
    assert_eq!(value("(1 + 2) * 3", &[]), "9");
    assert_eq!(value("1 + 2 * 3 = 7", &[]), "true");
    assert_eq!(value("7 = 1 + 2 * 3", &[]), "true");
    assert_eq!(value("12 / 2 + 1", &[]), "7");
}

#[test]
fn equals_are_worked_from_left_to_right() {
    assert_eq!(value("10 - 3 - 2", &[]), "5");
    assert_eq!(value("100 / 10 / 2", &[]), "5");
    assert_eq!(value("100 / 10 * 2", &[]), "20");
    assert_eq!(value("2 - 3 + 4", &[]), "3");
}

#[test]
fn a_minus_before_an_operand_turns_its_sign() {
    assert_eq!(value("-2 * 3", &[]), "-6");
    assert_eq!(value("2 * -3", &[]), "-6");
    assert_eq!(value("2 - -3", &[]), "5");
    assert_eq!(value("--2", &[]), "2");
    assert_eq!(value("-(2 - 5)", &[]), "3");
    assert_eq!(value("-[a] - [a]", &[("a", "4")]), "-8");
}

#[test]
fn signs_of_print_are_read_like_signs_of_the_keyboard() {
    assert_eq!(value("6 × 2 ÷ 4 − 1 – 1", &[]), "1");
}

#[test]
fn percent_is_the_share_of_the_first_in_the_second() {
    assert_eq!(
        value("percent([b], [a])", &[("a", "41"), ("b", "21")]),
        "51.219512"
    );
    assert_eq!(value("percent(0, 41)", &[]), "0");
    assert_eq!(value("percent(-1, 4)", &[]), "-25");
}

#[test]
fn percent_change_is_the_growth_from_the_second_to_the_first() {
    assert_eq!(value("percent_change(85, 100)", &[]), "-15");
    assert_eq!(value("percent_change(110, 100)", &[]), "10");
    assert_eq!(value("percent_change(1, 0)", &[]), "zero_denominator");
    assert_eq!(value("percent_change(-5, -10)", &[]), "-50");
}

#[test]
fn a_sum_adds_one_or_many() {
    assert_eq!(value("sum(7)", &[]), "7");
    assert_eq!(value("sum(1, 2, 3)", &[]), "6");
    assert_eq!(value("sum(1, sum(2, 3), 4 * 5)", &[]), "26");
    assert_eq!(value("2 * sum(1, 2)", &[]), "6");
}

#[test]
fn nothing_is_rounded_on_the_way() {
    assert_eq!(value("1 / 3 * 3 = 1", &[]), "true");
    assert_eq!(value("0.1 + 0.2 = 0.3", &[]), "true");
    assert_eq!(value("percent(2, 3) + percent(1, 3) = 100", &[]), "true");
}

#[test]
fn comparisons_compare() {
    for (text, truth) in [
        ("1 < 2", true),
        ("2 < 2", false),
        ("2 <= 2", true),
        ("3 <= 2", false),
        ("3 > 2", true),
        ("2 > 2", false),
        ("2 >= 2", true),
        ("1 >= 2", false),
        ("2 = 2", true),
        ("1 = 2", false),
        ("1 != 2", true),
        ("2 != 2", false),
    ] {
        assert_eq!(value(text, &[]), truth.to_string(), "{text}");
    }
}

#[test]
fn division_by_zero_has_no_value() {
    for text in [
        "1 / 0",
        "0 / 0",
        "percent(0, 0)",
        "percent(5, 0)",
        "1 / (2 - 2)",
    ] {
        assert_eq!(value(text, &[]), "zero_denominator", "{text}");
    }
    assert_eq!(value("1 + percent(0, 0)", &[]), "zero_denominator");
    assert_eq!(value("percent(0, 0) = 0", &[]), "zero_denominator");
}

/// Of two reasons the one that must be mended first: every pair, both ways round.
#[test]
fn of_two_reasons_the_weightier_is_told() {
    let by_weight = ["5", "0/0", "-", "x", "?"];
    let reasons = [
        "5",
        "zero_denominator",
        "missing",
        "not_applicable",
        "unreadable",
    ];
    for (one, left) in by_weight.iter().enumerate() {
        for (other, right) in by_weight.iter().enumerate() {
            let rows = [("a", *left), ("b", *right)];
            let expected = if one.max(other) == 0 {
                "10"
            } else {
                reasons[one.max(other)]
            };
            assert_eq!(value("[a] + [b]", &rows), expected, "{left} + {right}");
            assert_eq!(
                value("sum([a], [b])", &rows),
                expected,
                "sum of {left}, {right}"
            );
        }
    }
}

#[test]
fn a_missing_numerator_is_missing_even_above_zero() {
    assert_eq!(value("percent([a], 0)", &[("a", "-")]), "missing");
    assert_eq!(value("percent([a], 0)", &[("a", "x")]), "not_applicable");
    assert_eq!(value("percent([a], 0)", &[("a", "?")]), "unreadable");
}

#[test]
fn zero_times_nothing_is_not_zero() {
    assert_eq!(value("0 * [a]", &[("a", "-")]), "missing");
    assert_eq!(value("0 * [a]", &[("a", "x")]), "not_applicable");
}

#[test]
fn a_comparison_with_a_missing_side_is_neither_true_nor_false() {
    assert_eq!(value("[a] = 0", &[("a", "-")]), "missing");
    assert_eq!(value("0 != [a]", &[("a", "x")]), "not_applicable");
}

#[test]
fn blank_and_filled_are_always_answered() {
    let answers = [
        ("-", true),
        ("x", true),
        ("?", false),
        ("0", false),
        ("7", false),
        ("0/0", false),
    ];
    for (held, blank) in answers {
        assert_eq!(
            value("blank([a])", &[("a", held)]),
            blank.to_string(),
            "{held}"
        );
        assert_eq!(
            value("filled([a])", &[("a", held)]),
            (!blank).to_string(),
            "{held}"
        );
    }
}

#[test]
fn what_is_too_large_to_be_exact_is_unreadable_never_wrong() {
    let nines = "9".repeat(30);
    let huge = format!("{nines} * {nines} * {nines}");
    assert_eq!(outcome(&huge, &[]).value, Err(Reason::Unreadable));
    let exact = Fraction::from_decimal(Decimal::parse_canonical(&nines).unwrap());
    assert_eq!(outcome(&nines, &[]).value, Ok(Value::Number(exact)));
}

#[test]
fn a_ratio_tells_what_was_divided_by_what() {
    let number = |text: &str| {
        Ok(Fraction::from_decimal(
            Decimal::parse_canonical(text).unwrap(),
        ))
    };
    let sides = |text: &str| outcome(text, &[("a", "41"), ("b", "21")]).sides;
    let both = Some((number("21"), number("41")));
    assert_eq!(sides("percent([b], [a])"), both);
    assert_eq!(sides("([b] / [a])"), both);
    assert_eq!(sides("[b] <= [a]"), both);
    assert_eq!(sides("percent([b], 0)"), Some((number("21"), number("0"))));
    assert_eq!(sides("percent([b], [a]) * 1"), None);
    assert_eq!(sides("[a] + [b]"), None);
    assert_eq!(sides("[a]"), None);
}
