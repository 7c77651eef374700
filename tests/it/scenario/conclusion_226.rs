//! A half-yearly report on Conclusion 226 (seed 003), which prints targets but no figures: the figures are made up.

use crate::desk::{Desk, kl226};
use bieumau::words::Language;

/// A report without a contradiction.
fn half_year() -> Desk {
    let mut desk = Desk::on(kl226());
    for (row, figure) in [
        ("1.1", "1.200"),
        ("1.2", "1.020"),
        ("2.1", "40"),
        ("2.2", "36"),
        ("2.4", "22"),
        ("2.6", "0"),
        ("2.7", "1"),
        ("2.8", "0"),
        ("3.1", "2.000"),
        ("3.2", "1.930"),
        ("3.4", "500"),
        ("3.5", "475"),
        ("4.1", "900"),
        ("4.2", "900"),
        ("5.1", "30"),
        ("5.2", "28"),
        ("6.1", "1"),
    ] {
        desk.enter(row, figure);
    }
    assert_eq!(desk.findings(), [""; 0]);
    desk
}

#[test]
fn every_share_follows_from_its_counts() {
    let desk = half_year();
    for (row, share) in [
        ("1.3", "15"),
        ("2.3", "10"),
        ("2.5", "61,11"),
        ("3.3", "96,5"),
        ("3.6", "95"),
        ("4.3", "100"),
        ("5.3", "93,33"),
    ] {
        assert_eq!(desk.value(row), share, "{row}");
    }
    assert_eq!(desk.explained("1.3"), "(1.200 − 1.020) ÷ 1.200 × 100");
}

#[test]
fn a_reduction_of_what_has_grown_is_negative_and_nobody_minds() {
    let mut desk = half_year();
    desk.enter("1.2", "1.500");
    assert_eq!(desk.value("1.3"), "-25");
    desk.enter("2.2", "100");
    assert_eq!(desk.value("2.3"), "-150");
    assert_eq!(desk.findings(), [""; 0]);
}

#[test]
fn without_a_figure_of_last_year_a_reduction_says_why_there_is_none() {
    let mut desk = half_year();
    desk.enter("1.1", "");
    assert_eq!(desk.value("1.3"), "missing");
    desk.enter("1.1", "0");
    assert_eq!(desk.value("1.3"), "zero_denominator");
    desk.enter("2.1", "không phát sinh");
    assert_eq!(desk.value("2.3"), "not_applicable");
    assert_eq!(desk.findings(), [""; 0]);
}

/// More than a hundred percent less would need a negative count, and that is no count.
#[test]
fn a_reduction_of_more_than_everything_needs_a_negative_count() {
    let mut desk = half_year();
    desk.enter("1.2", "0");
    assert_eq!(desk.value("1.3"), "100");
    desk.enter("1.2", "-1");
    assert_eq!(desk.findings(), ["r-num: 1.2"]);
}

#[test]
fn a_part_is_not_above_its_whole() {
    for (row, wrong, rule) in [
        ("2.4", "37", "r-le-2.4-2.2"),
        ("2.7", "37", "r-le-2.6-8"),
        ("3.2", "2.001", "r-le-3.2-3.1"),
        ("3.5", "501", "r-le-3.5-3.4"),
        ("4.2", "901", "r-le-4.2-4.1"),
        ("5.2", "31", "r-le-5.2-5.1"),
    ] {
        let mut desk = half_year();
        desk.enter(row, wrong);
        let found: Vec<String> = desk
            .session
            .findings()
            .into_iter()
            .map(|finding| finding.rule)
            .collect();
        assert_eq!(found, [rule], "{row} = {wrong}");
        let message = desk.message(rule, Language::Vi);
        assert!(message.contains("chênh lệch 1"), "{message}");
    }
}

/// V.1.a: "Hoàn thành trước ngày 15/5/2026"; the first report is due after that day.
#[test]
fn a_plan_that_is_not_issued_wants_an_explanation() {
    let mut desk = half_year();
    desk.enter("6.1", "0");
    assert_eq!(desk.findings(), ["r-plan-date: 6.1"]);
    assert!(
        desk.message("r-plan-date", Language::Vi)
            .contains("15/5/2026")
    );
    desk.enter("6.1", "");
    assert_eq!(desk.findings(), [""; 0]);
}
