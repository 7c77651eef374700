//! Rules over time: what falls, what a window must hold, what is far from before.

use super::{cell, form_with, found, put, report, said};
use bieumau::report::{History, OpenForm, PastReport, Session};
use bieumau::words::Phrase;
use serde_json::json;
use std::sync::Arc;

type Told<'a> = (&'a str, &'a str, &'a str, &'a str);

fn window<'a>(from: &'a str, to: &'a str) -> Option<(&'a str, &'a str)> {
    (!from.is_empty()).then_some((from, to))
}

/// A report of the past: period, first and last day, what stands in the row.
fn past(form: &Arc<OpenForm>, row: &str, (period, from, to, word): Told<'_>) -> Option<PastReport> {
    let mut session = Session::open(form.clone(), report(form, period, window(from, to)));
    put(&mut session, row, word);
    PastReport::of(&session)
}

/// A report of this period and figure, opened after those reports.
pub fn opened_after(
    form: &Arc<OpenForm>,
    row: &str,
    before: &[Told<'_>],
    now: Told<'_>,
) -> Session {
    let reports = before
        .iter()
        .filter_map(|told| past(form, row, *told))
        .collect();
    let (period, from, to, word) = now;
    let mut session = Session::open(form.clone(), report(form, period, window(from, to)));
    session.remember(History::new(reports));
    put(&mut session, row, word);
    session
}

const Q1: (&str, &str) = ("2025-12-15", "2026-03-09");
const S1: (&str, &str) = ("2025-12-15", "2026-06-10");
const Q3: (&str, &str) = ("2026-06-15", "2026-09-10");
const YEAR: (&str, &str) = ("2025-12-15", "2026-12-09");

fn told<'a>(period: &'a str, (from, to): (&'a str, &'a str), word: &'a str) -> Told<'a> {
    (period, from, to, word)
}

fn not_falling() -> Arc<OpenForm> {
    form_with(json!({
        "kind": "not_falling", "on": "year_to_date",
        "message": {
            "vi": "{row}: {period} {value}, {before_period} {before}, giảm {difference}",
            "en": "{row}: {period} {value}, {before_period} {before}, down {difference}",
        },
    }))
}

/// DOMAIN.md 3.1 #29: documents exchanged, 520.887 after the first quarter and 159.918 after six months.
#[test]
fn a_cumulative_figure_that_falls_is_told_with_both_figures_both_periods_and_the_difference() {
    let form = not_falling();
    let open = opened_after(
        &form,
        "y",
        &[told("2026Q1", Q1, "520887")],
        told("2026S1", S1, "159918"),
    );
    assert_eq!(
        said(&open),
        (
            "Biểu, dòng y “Dòng y”: 6 tháng đầu năm 2026 159.918, Quý I năm 2026 520.887, giảm 360.969"
                .into(),
            "Form, row y “Row y”: First half of 2026 159.918, Quarter 1 of 2026 520.887, down 360.969"
                .into(),
        )
    );
    assert_eq!(found(&open).unwrap().cells, [cell(&open, "y")]);
}

#[test]
fn a_cumulative_figure_that_stays_or_rises_is_right() {
    let form = not_falling();
    for (now, falls) in [
        ("99", true),
        ("100", false),
        ("101", false),
        ("-", false),
        ("x", false),
        ("?", false),
    ] {
        let before = [told("2026Q1", Q1, "100")];
        let open = opened_after(&form, "y", &before, told("2026S1", S1, now));
        assert_eq!(found(&open).is_some(), falls, "{now}");
    }
}

#[test]
fn a_new_year_begins_anew() {
    let form = not_falling();
    let before = [told("2025", ("2024-12-15", "2025-12-09"), "900")];
    let open = opened_after(&form, "y", &before, told("2026Q1", Q1, "3"));
    assert_eq!(found(&open), None);
}

#[test]
fn the_last_report_that_knows_the_figure_counts() {
    let form = not_falling();
    // The half-year left it blank, could not be read, or did not apply: the quarter before it is asked.
    for gap in ["-", "?", "x"] {
        let before = [told("2026Q1", Q1, "10"), told("2026S1", S1, gap)];
        let open = opened_after(&form, "y", &before, told("2026Q3", Q3, "9"));
        assert!(said(&open).0.contains("Quý I năm 2026 10"), "{gap}");
    }
    // It was put right in the half-year; the first quarter is past.
    let before = [told("2026Q1", Q1, "10"), told("2026S1", S1, "6")];
    let open = opened_after(&form, "y", &before, told("2026Q3", Q3, "8"));
    assert_eq!(found(&open), None);
    // Reports of later periods say nothing of an earlier one.
    let open = opened_after(
        &form,
        "y",
        &[told("2026S1", S1, "90")],
        told("2026Q1", Q1, "8"),
    );
    assert_eq!(found(&open), None);
}

fn nested(parts: &str) -> Arc<OpenForm> {
    form_with(json!({
        "kind": "nested", "on": "window", "except": ["b"], "parts": parts,
        "message": {
            "vi": "{period} {value} < {before_period}, {before}, thiếu {difference}",
            "en": "{period} {value} < {before_period}, {before}, lacks {difference}",
        },
    }))
}

#[test]
fn the_half_year_holds_at_least_the_first_quarter() {
    let form = nested("sum");
    let before = [told("2026Q1", Q1, "12")];
    let open = opened_after(&form, "a", &before, told("2026S1", S1, "11"));
    assert_eq!(
        said(&open),
        (
            "6 tháng đầu năm 2026 11 < Quý I năm 2026 (12), 12, thiếu 1".into(),
            "First half of 2026 11 < Quarter 1 of 2026 (12), 12, lacks 1".into(),
        )
    );
    let open = opened_after(&form, "a", &before, told("2026S1", S1, "12"));
    assert_eq!(found(&open), None);
    // A row that is excepted, and rows that are no counts of the window.
    for row in ["b", "y", "z"] {
        let open = opened_after(&form, row, &before, told("2026S1", S1, "1"));
        assert_eq!(found(&open), None, "{row}");
    }
}

#[test]
fn the_third_quarter_stands_alone() {
    let form = nested("sum");
    let before = [told("2026Q1", Q1, "12"), told("2026S1", S1, "30")];
    let open = opened_after(&form, "a", &before, told("2026Q3", Q3, "2"));
    assert_eq!(found(&open), None);
}

#[test]
fn the_year_holds_the_half_year_and_the_third_quarter_together() {
    let form = nested("sum");
    let before = [
        told("2026Q1", Q1, "12"),
        told("2026S1", S1, "30"),
        told("2026Q3", Q3, "8"),
    ];
    let open = opened_after(&form, "a", &before, told("2026", YEAR, "37"));
    assert_eq!(
        said(&open).0,
        "Năm 2026 37 < 6 tháng đầu năm 2026 (30) + Quý III năm 2026 (8), 38, thiếu 1"
    );
    assert_eq!(
        found(&opened_after(&form, "a", &before, told("2026", YEAR, "38"))),
        None
    );
    // Without the half-year the first quarter stands in for it.
    let before = [told("2026Q1", Q1, "12"), told("2026Q3", Q3, "8")];
    let open = opened_after(&form, "a", &before, told("2026", YEAR, "19"));
    assert!(
        said(&open)
            .0
            .contains("Quý I năm 2026 (12) + Quý III năm 2026 (8), 20")
    );
}

/// 14/6/2022 is counted in the half-year and in the third quarter (DOMAIN.md section 2), so nothing adds up.
#[test]
fn windows_that_share_a_day_are_not_added() {
    let form = nested("sum");
    let before = [
        told("2022S1", ("2021-12-15", "2022-06-14"), "30"),
        told("2022Q3", ("2022-06-14", "2022-09-14"), "8"),
    ];
    let year = ("2021-12-15", "2022-12-14");
    assert_eq!(
        found(&opened_after(&form, "a", &before, told("2022", year, "37"))),
        None
    );
    let open = opened_after(&form, "a", &before, told("2022", year, "29"));
    assert!(said(&open).0.contains("6 tháng đầu năm 2022 (30), 30"));
}

#[test]
fn distinct_counts_are_bounds_one_by_one() {
    let form = nested("each");
    let before = [told("2026S1", S1, "30"), told("2026Q3", Q3, "8")];
    assert_eq!(
        found(&opened_after(&form, "a", &before, told("2026", YEAR, "30"))),
        None
    );
    let open = opened_after(&form, "a", &before, told("2026", YEAR, "29"));
    assert!(
        said(&open)
            .0
            .contains("6 tháng đầu năm 2026 (30), 30, thiếu 1")
    );
}

#[test]
fn without_days_nothing_is_known_to_nest() {
    let form = nested("sum");
    let none = ("", "");
    for (before, now) in [(none, S1), (Q1, none)] {
        let before = [told("2026Q1", before, "12")];
        let open = opened_after(&form, "a", &before, told("2026S1", now, "1"));
        assert_eq!(found(&open), None);
    }
}

/// Four years of first quarters, nearly alike.
const YEARS: [Told<'static>; 4] = [
    ("2022Q1", "2021-12-15", "2022-03-14", "100"),
    ("2023Q1", "2022-12-15", "2023-03-14", "104"),
    ("2024Q1", "2023-12-15", "2024-03-13", "96"),
    ("2025Q1", "2024-12-15", "2025-03-14", "102"),
];

fn outlier(members: serde_json::Value) -> Arc<OpenForm> {
    let mut rule = json!({
        "kind": "outlier", "on": ["a"], "level": "warning",
        "message": { "vi": "{value} / {expected} / {points} / {judged}", "en": "{value} / {expected} / {judged}" },
    });
    for (name, value) in members.as_object().unwrap() {
        rule[name] = value.clone();
    }
    form_with(rule)
}

#[test]
fn a_figure_far_from_before_is_told_with_how_it_was_judged() {
    let form = outlier(json!({}));
    let at = |word: &'static str| opened_after(&form, "a", &YEARS, told("2026Q1", Q1, word));
    for (word, expected) in [
        ("101", false),
        ("303", false),
        ("304", true),
        ("34", false),
        ("33", true),
        ("0", true),
    ] {
        assert_eq!(found(&at(word)).is_some(), expected, "{word}");
    }
    assert_eq!(
        said(&at("304")),
        (
            "304 / 101 / 4 / trung vị của 4 kỳ trước là 101, độ lệch tuyệt đối trung vị là 2; báo khi lệch hơn 5 lần \
             độ lệch đó và gấp hơn 3 lần trung vị hoặc ngược lại"
                .into(),
            "304 / 101 / the median of 4 earlier periods is 101, their median absolute deviation 2; told when more \
             than 5 times that deviation away and more than 3 times the median, or the other way round"
                .into(),
        )
    );
}

#[test]
fn three_points_say_nothing() {
    let form = outlier(json!({}));
    let open = opened_after(&form, "a", &YEARS[..3], told("2026Q1", Q1, "99999"));
    assert_eq!(found(&open), None);
    // A report that left the row blank is no point.
    let mut reports = YEARS;
    reports[2].3 = "-";
    let open = opened_after(&form, "a", &reports, told("2026Q1", Q1, "99999"));
    assert_eq!(found(&open), None);
    let form = outlier(json!({ "points": "5" }));
    let open = opened_after(&form, "a", &YEARS, told("2026Q1", Q1, "99999"));
    assert_eq!(found(&open), None);
}

#[test]
fn rows_that_swing_by_nature_are_given_room() {
    let form = outlier(json!({}));
    let mut reports = YEARS;
    for (report, figure) in reports.iter_mut().zip(["10", "400", "90", "800"]) {
        report.3 = figure;
    }
    // Four times the median, yet the years before were as wild.
    let open = opened_after(&form, "a", &reports, told("2026Q1", Q1, "1000"));
    assert_eq!(found(&open), None);
}

#[test]
fn small_differences_are_not_told_however_large_their_share() {
    let form = outlier(json!({ "least": "10" }));
    let mut reports = YEARS;
    for report in &mut reports {
        report.3 = "0";
    }
    let at = |word: &'static str| {
        found(&opened_after(
            &form,
            "a",
            &reports,
            told("2026Q1", Q1, word),
        ))
        .is_some()
    };
    assert!(!at("9"));
    assert!(at("10"));
}

/// A quarter against a year: each by its days.
#[test]
fn windows_of_other_lengths_are_compared_by_the_day() {
    let form = outlier(json!({ "per": "day" }));
    let mut reports = YEARS;
    // 90 days each, ten a day.
    for report in &mut reports {
        report.3 = "900";
    }
    let year = told("2026", YEAR, "3600");
    assert_eq!(found(&opened_after(&form, "a", &reports, year)), None);
    let year = told("2026", YEAR, "36000");
    let open = opened_after(&form, "a", &reports, year);
    // 15/12/2025 to 09/12/2026 has 360 days.
    assert!(
        said(&open)
            .0
            .starts_with("36.000 / 3.600 / 4 / tính bình quân mỗi ngày"),
        "{:?}",
        said(&open)
    );
    // Without days nothing can be divided.
    let open = opened_after(&form, "a", &reports, ("2026", "", "", "36000"));
    assert_eq!(found(&open), None);
}

#[test]
fn what_has_to_be_said_of_an_earlier_figure_is_said_once_at_the_end() {
    let form = nested("sum");
    let remark = Phrase::new(
        "Số liệu của bộ biểu mẫu 2021.",
        "From the form set of 2021.",
    );
    let reports = [told("2026S1", S1, "30"), told("2026Q3", Q3, "8")];
    let reports = reports.map(|told| {
        let mut report = past(&form, "a", told).unwrap();
        report.remark = Some(remark.clone());
        report.figures.get_mut("a").unwrap().remark = Some(remark.clone());
        report
    });
    let mut open = Session::open(form.clone(), report(&form, "2026", Some(YEAR)));
    put(&mut open, "a", "1");
    assert_eq!(found(&open), None);
    let changes = open.remember(History::new(reports.to_vec()));
    assert!(changes.findings && changes.cells == [cell(&open, "a")]);
    assert!(
        said(&open)
            .0
            .ends_with("thiếu 37 Số liệu của bộ biểu mẫu 2021."),
        "{:?}",
        said(&open)
    );
    assert_eq!(
        said(&open).1.matches("From the form set of 2021.").count(),
        1
    );
    let changes = open.remember(History::default());
    assert!(changes.findings && found(&open).is_none());
}
