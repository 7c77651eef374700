//! A year and the one after it at one desk: what is told against earlier reports, and what starts the next one.

use crate::desk::{Desk, cchc, printed};
use bieumau::exchange::{Difference, export_json, preview, read_source};
use bieumau::format::{read_report, report_text};
use bieumau::report::{Entry, History, PastReport, ReportPeriod, Session, Severity};
use bieumau::words::Language;

/// An open report of a period, after those reports.
fn open(period: &str, from: &str, to: &str, before: &[&Desk]) -> Desk {
    let form = cchc();
    let mut report = crate::desk::begin(&form);
    report.period = ReportPeriod {
        id: period.to_owned(),
        from: Some(from.to_owned()),
        to: Some(to.to_owned()),
        ..ReportPeriod::default()
    };
    let mut session = Session::open(form, report);
    let past = before
        .iter()
        .filter_map(|desk| PastReport::of(&desk.session));
    session.remember(History::new(past.collect()));
    Desk { session }
}

fn half_year(before: &[&Desk]) -> Desk {
    open("2026S1", "2025-12-15", "2026-06-10", before)
}

fn third_quarter(before: &[&Desk]) -> Desk {
    open("2026Q3", "2026-06-15", "2026-09-10", before)
}

fn year(before: &[&Desk]) -> Desk {
    open("2026", "2025-12-15", "2026-12-09", before)
}

/// The findings over time: rule and row.
fn over_time(desk: &Desk) -> Vec<String> {
    let rules = desk.session.form().rules().rules();
    let of_time = |id: &str| {
        rules
            .iter()
            .any(|rule| rule.id == id && rule.is_over_time())
    };
    let findings = desk.findings().into_iter();
    findings
        .filter(|told| of_time(told.split(':').next().unwrap_or_default()))
        .collect()
}

fn fill(desk: &mut Desk, rows: &[(&str, &str)]) {
    for (row, text) in rows {
        desk.enter(row, text);
    }
}

/// The half-year in which every count is what it was in March.
fn standing_still(before: &[&Desk], mut desk: Desk) -> Desk {
    assert!(!before.is_empty());
    for (row, value) in printed() {
        desk.enter(row, value);
    }
    desk
}

#[test]
fn the_same_figures_in_the_half_year_raise_nothing() {
    let spring = Desk::quarter_one();
    let summer = standing_still(&[&spring], half_year(&[&spring]));
    assert_eq!(over_time(&summer), [""; 0]);
}

#[test]
fn a_task_that_was_done_stays_done() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    fill(&mut summer, &[("pl1.b1.2.1", "41"), ("pl1.b1.2.2", "20")]);
    assert_eq!(over_time(&summer), ["r-cumulative-state: pl1.b1.2.2"]);
    assert_eq!(
        summer.message("r-cumulative-state", Language::Vi),
        "Phụ lục I, Biểu mẫu 1, dòng 2.2 “Số nhiệm vụ đã hoàn thành”: số lũy kế của 6 tháng đầu năm 2026 là 20, \
         thấp hơn số 21 đã báo cáo ở kỳ Quý I năm 2026, giảm 1. Số lũy kế trong năm không thể giảm. Kiểm tra lại \
         dòng này; nếu số của kỳ trước chưa đúng thì điều chỉnh báo cáo kỳ đó."
    );
    assert_eq!(summer.session.findings()[0].severity, Severity::Error);
    summer.enter("pl1.b1.2.2", "21");
    assert_eq!(over_time(&summer), [""; 0]);
}

/// A task that is overdue and not done is done one day: that row is excepted.
#[test]
fn what_is_overdue_may_become_less() {
    let mut spring = Desk::cchc();
    fill(
        &mut spring,
        &[
            ("pl1.b1.4.1", "20"),
            ("pl1.b1.4.3", "2"),
            ("pl1.b1.4.4", "5"),
        ],
    );
    let mut summer = half_year(&[&spring]);
    fill(
        &mut summer,
        &[
            ("pl1.b1.4.1", "20"),
            ("pl1.b1.4.3", "7"),
            ("pl1.b1.4.4", "0"),
        ],
    );
    assert_eq!(over_time(&summer), [""; 0]);
    summer.enter("pl1.b1.4.3", "1");
    assert_eq!(over_time(&summer), ["r-cumulative: pl1.b1.4.3"]);
}

#[test]
fn units_may_be_merged_with_a_word_of_explanation() {
    let mut spring = Desk::cchc();
    fill(&mut spring, &[("pl1.b5.2.1", "9"), ("pl1.b5.2.2", "9")]);
    let mut summer = half_year(&[&spring]);
    fill(&mut summer, &[("pl1.b5.2.1", "7")]);
    assert_eq!(over_time(&summer), ["r-cumulative-units: pl1.b5.2.1"]);
    assert_eq!(summer.session.total().warnings, 1);
    assert!(
        summer
            .message("r-cumulative-units", Language::En)
            .ends_with("explain.")
    );
}

#[test]
fn the_year_closes_over_its_reports() {
    let mut spring = Desk::cchc();
    spring.enter("pl2.b2.3.1.1", "11.647");
    let mut summer = half_year(&[&spring]);
    summer.enter("pl2.b2.3.1.1", "11.646");
    assert_eq!(over_time(&summer), ["r-window-holds: pl2.b2.3.1.1"]);
    summer.enter("pl2.b2.3.1.1", "20.000");
    let mut autumn = third_quarter(&[&spring, &summer]);
    autumn.enter("pl2.b2.3.1.1", "9.000");
    assert_eq!(over_time(&autumn), [""; 0]);
    let mut winter = year(&[&spring, &summer, &autumn]);
    winter.enter("pl2.b2.3.1.1", "28.999");
    let message = winter.message("r-window-holds", Language::En);
    let (row, rest) = message.split_once(": ").unwrap();
    assert!(row.starts_with("Appendix II, Form 2, row 3.1.1 “"), "{row}");
    assert_eq!(
        rest,
        "the figure for Year 2026 is 28.999, less than the 29.000 of First half of 2026 (20.000) + Quarter 3 of 2026 \
         (9.000), by 1. The data window of this period contains theirs, so it cannot hold less. Check this row; if \
         the figure is right, explain."
    );
    winter.enter("pl2.b2.3.1.1", "29.000");
    assert_eq!(over_time(&winter), [""; 0]);
}

/// Services with at least one dossier are the same services in both halves of the year.
#[test]
fn services_are_not_added_up() {
    let mut summer = half_year(&[]);
    summer.enter("pl1.b6.4.2.1", "271");
    let mut autumn = third_quarter(&[&summer]);
    autumn.enter("pl1.b6.4.2.1", "250");
    let mut winter = year(&[&summer, &autumn]);
    winter.enter("pl1.b6.4.2.1", "271");
    assert_eq!(over_time(&winter), [""; 0]);
    winter.enter("pl1.b6.4.2.1", "270");
    assert_eq!(over_time(&winter), ["r-window-holds-each: pl1.b6.4.2.1"]);
}

#[test]
fn a_slip_of_a_digit_is_far_from_four_reports() {
    let mut reports: Vec<Desk> = Vec::new();
    for (id, from, to, posts) in [
        ("2025S1", "2024-12-15", "2025-06-10", "55"),
        ("2025Q3", "2025-06-15", "2025-09-10", "56"),
        ("2025", "2024-12-15", "2025-12-09", "56"),
        ("2026Q1", "2025-12-15", "2026-03-09", "55"),
    ] {
        let mut desk = open(id, from, to, &[]);
        desk.enter("pl1.b3.2.2", posts);
        reports.push(desk);
    }
    let before: Vec<&Desk> = reports.iter().collect();
    let mut summer = half_year(&before);
    summer.enter("pl1.b3.2.2", "54");
    assert_eq!(over_time(&summer), [""; 0]);
    summer.enter("pl1.b3.2.2", "545");
    assert_eq!(over_time(&summer), ["r-unlike-before-state: pl1.b3.2.2"]);
    let message = summer.message("r-unlike-before-state", Language::Vi);
    assert!(
        message.contains("là 545, khác xa mức khoảng 56 suy từ 4 kỳ trước"),
        "{message}"
    );
    assert!(
        message.contains("trung vị của 4 kỳ trước là 55,5"),
        "{message}"
    );
    let mut fewer = half_year(&before[1..]);
    fewer.enter("pl1.b3.2.2", "545");
    assert_eq!(over_time(&fewer), [""; 0]);
}

/// What is found over time travels in the file, and is not held against the file where the other reports are not.
#[test]
fn a_file_is_not_doubted_for_what_only_the_other_reports_know() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    summer.enter("pl1.b1.2.2", "20");
    let text = export_json(&summer.session);
    assert!(text.contains("r-cumulative-state"));
    let source = read_source(&text).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    assert_eq!(incoming.findings(), []);
    assert_eq!(preview(&source, &incoming, None).differences, []);
    // A finding within the report is still compared.
    let text = text.replace("r-cumulative-state", "r-same-4.1");
    let source = read_source(&text).unwrap();
    let differences = preview(&source, &incoming, None).differences;
    assert!(
        differences
            .iter()
            .any(|told| matches!(told, Difference::Findings { .. }))
    );
}

#[test]
fn a_report_starts_from_the_last_one_with_plans_and_states() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    let offered = summer.session.to_carry().len();
    let changes = summer.session.carry();
    assert_eq!(summer.session.unconfirmed().len(), offered);
    assert!(changes.cells.len() >= offered);
    assert_eq!(summer.value("pl1.b1.2.1"), "41");
    assert_eq!(summer.value("pl1.b1.2.2"), "21");
    assert_eq!(summer.value("pl1.b1.2"), "51,22");
    assert_eq!(summer.value("pl1.b3.2.1"), "55");
    assert_eq!(summer.value("pl1.b6.1"), spring.value("pl1.b6.1"));
    for row in [
        "pl1.b1.1",
        "pl1.b1.3.2",
        "pl1.b1.6",
        "pl2.b2.3.1.1",
        "pl1.b1.3.3.1",
    ] {
        assert_eq!(summer.value(row), "blank", "{row}");
    }
    // What could not be read is not handed on.
    assert_eq!(summer.value("pl1.b1.3.1"), "blank");
    let mark = |desk: &Desk, row: &str| desk.session.carried(desk.cell(row)).map(str::to_owned);
    assert_eq!(mark(&summer, "pl1.b1.2.1").as_deref(), Some("2026Q1"));

    // The mark is kept, and goes when the row is confirmed or typed over, be it with the same figure.
    let kept = read_report(&report_text(summer.session.report())).unwrap();
    let reopened = Session::open(cchc(), kept);
    assert_eq!(reopened.unconfirmed().len(), offered);
    let cell = summer.cell("pl1.b1.2.1");
    let changes = summer.session.confirm(&[cell]);
    assert_eq!((changes.cells, changes.findings), (vec![cell], false));
    assert_eq!(mark(&summer, "pl1.b1.2.1"), None);
    assert_eq!(summer.value("pl1.b1.2.1"), "41");
    summer.enter("pl1.b1.2.2", "21");
    assert_eq!(mark(&summer, "pl1.b1.2.2"), None);
    summer.enter("pl1.b3.2.2", "54");
    assert_eq!(mark(&summer, "pl1.b3.2.2"), None);
    let left = summer.session.unconfirmed();
    assert_eq!(left.len(), offered - 3);
    summer.session.confirm(&left);
    assert_eq!(summer.session.unconfirmed(), []);
    assert!(summer.session.confirm(&left).is_empty());
}

/// A row with a mark counts as still to be looked at.
#[test]
fn what_is_not_confirmed_is_not_filled() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    let carried = summer.session.carry().cells.len();
    assert!(carried > 10);
    assert_eq!(summer.session.total().filled, 0);
    let cell = summer.cell("pl1.b1.2.1");
    summer.session.confirm(&[cell]);
    assert_eq!(summer.session.total().filled, 1);
}

#[test]
fn what_was_typed_already_is_not_written_over() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    summer.enter("pl1.b3.2.1", "60");
    let cell = summer.cell("pl1.b3.2.2");
    summer.session.set_not_applicable(cell, true);
    summer.session.carry();
    assert_eq!(summer.value("pl1.b3.2.1"), "60");
    assert_eq!(*summer.entry("pl1.b3.2.2"), Entry::NotApplicable);
}

/// Plans are set for the year; states go on.
#[test]
fn across_the_year_states_are_copied_and_plans_are_not() {
    let mut winter = open("2025", "2024-12-15", "2025-12-09", &[]);
    fill(
        &mut winter,
        &[
            ("pl1.b1.2.1", "72"),
            ("pl1.b1.2.2", "70"),
            ("pl1.b3.2.2", "53"),
            ("pl1.b5.2.1", "4"),
        ],
    );
    let mut spring = open("2026Q1", "2025-12-15", "2026-03-09", &[&winter]);
    spring.session.carry();
    assert_eq!(spring.value("pl1.b1.2.1"), "blank");
    assert_eq!(spring.value("pl1.b1.2.2"), "blank");
    assert_eq!(spring.value("pl1.b3.2.2"), "53");
    assert_eq!(spring.value("pl1.b5.2.1"), "4");
    let from = spring.session.carried(spring.cell("pl1.b3.2.2"));
    assert_eq!(from, Some("2025"));
}

#[test]
fn nothing_is_offered_where_nothing_is_known() {
    let mut alone = half_year(&[]);
    assert_eq!(alone.session.to_carry(), []);
    assert!(alone.session.carry().is_empty());
    assert_eq!(alone.session.revision(), 0);
    // A later report starts no earlier one.
    let summer = standing_still(&[&alone], half_year(&[]));
    let spring = open("2026Q1", "2025-12-15", "2026-03-09", &[&summer]);
    assert_eq!(spring.session.to_carry(), []);
}

/// Another page keeps the same report meanwhile: what is known of the past stays known.
#[test]
fn taking_in_another_page_forgets_no_history() {
    let spring = Desk::quarter_one();
    let mut summer = half_year(&[&spring]);
    let mut other = summer.session.report().clone();
    other.entries.insert(
        "pl1.b1.2.2".to_owned(),
        bieumau::report::Filled::of(Entry::Number(bieumau::number::Decimal::from_integer(20))),
    );
    summer.session.take_in(other, &[]);
    assert_eq!(over_time(&summer), ["r-cumulative-state: pl1.b1.2.2"]);
}

/// An agency sets the days of its window while the report is open: what nests is judged anew.
#[test]
fn another_window_is_judged_anew() {
    let mut spring = Desk::cchc();
    spring.enter("pl1.b1.1", "5");
    let mut summer = half_year(&[&spring]);
    summer.enter("pl1.b1.1", "4");
    assert_eq!(over_time(&summer), ["r-window-holds: pl1.b1.1"]);
    let day = |text: &str| bieumau::period::parse_day(text).unwrap();
    let mut days = summer.session.report().period.days().unwrap();
    days.from = day("2025-12-16");
    let changes = summer.session.set_days(days);
    assert!(changes.findings && changes.cells == [summer.cell("pl1.b1.1")]);
    assert_eq!(over_time(&summer), [""; 0]);
}
