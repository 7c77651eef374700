//! How a figure was made is written as people write it, with no more brackets than it needs.

use super::written;
use bieumau::formula::Formula;

fn explains(text: &str, expected: &str) {
    assert_eq!(written(&Formula::parse(text).unwrap()), expected, "{text}");
}

#[test]
fn a_share_is_written_as_a_division_times_a_hundred() {
    explains("percent([b], [a])", "[b] ÷ [a] × 100");
    explains("percent([b] + [c], [a])", "([b] + [c]) ÷ [a] × 100");
    explains("percent([b], [a] * [c])", "[b] ÷ ([a] × [c]) × 100");
    explains(
        "percent(sum([b], [c]), sum([a]))",
        "([b] + [c]) ÷ [a] × 100",
    );
}

#[test]
fn a_growth_is_written_as_a_difference_over_the_figure_before() {
    explains("percent_change([b], [a])", "([b] − [a]) ÷ [a] × 100");
    explains(
        "percent_change([b], [a] + 1)",
        "([b] − ([a] + 1)) ÷ ([a] + 1) × 100",
    );
}

#[test]
fn brackets_stand_only_where_the_value_needs_them() {
    explains("([a] + [b]) + [c]", "[a] + [b] + [c]");
    explains("[a] + ([b] - [c])", "[a] + [b] − [c]");
    explains("[a] - ([b] + [c])", "[a] − ([b] + [c])");
    explains("([a] * [b]) / [c]", "[a] × [b] ÷ [c]");
    explains("[a] / ([b] * [c])", "[a] ÷ ([b] × [c])");
    explains("([a] + [b]) * [c]", "([a] + [b]) × [c]");
    explains("[a] + [b] * [c]", "[a] + [b] × [c]");
    explains("2 * sum([a], [b])", "2 × ([a] + [b])");
    explains("sum([a], [b] * 2)", "[a] + [b] × 2");
    explains("[c] / percent([a], [b])", "[c] ÷ ([a] ÷ [b] × 100)");
}

#[test]
fn a_sum_of_one_sum_keeps_its_brackets_inside_a_product() {
    explains("sum([a] + [b]) * 2", "([a] + [b]) × 2");
    explains("sum([a] * [b]) / [c]", "[a] × [b] ÷ [c]");
    explains("sum([a]) * 2", "[a] × 2");
}

#[test]
fn a_turned_sign_is_kept_with_its_operand() {
    explains("-[a]", "− [a]");
    explains("2 * -[a]", "2 × (− [a])");
    explains("-([a] + [b])", "− ([a] + [b])");
    explains("[a] - -[b]", "[a] − (− [b])");
}

#[test]
fn comparisons_are_written_with_the_signs_of_the_book() {
    explains("[a] <= [b] + 1", "[a] ≤ [b] + 1");
    explains("[a] != [b]", "[a] ≠ [b]");
    explains("[a] >= [b]", "[a] ≥ [b]");
}

/// Each growth writes the figure before twice: nested in each other they would double without end.
#[test]
fn an_explanation_without_end_is_left_out() {
    let depth = 200;
    let nested = format!(
        "{}1{}",
        "percent_change(2,".repeat(depth),
        ")".repeat(depth)
    );
    assert_eq!(Formula::parse(&nested).unwrap().pieces(), []);
}
