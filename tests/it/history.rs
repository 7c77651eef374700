//! What is known of earlier reports: what one of them says, in which order they stand, how figures moved.

use crate::desk::{Desk, begin, cchc, cchc_2021};
use bieumau::format::read_crosswalk;
use bieumau::formula::Reason;
use bieumau::number::Decimal;
use bieumau::period::{Period, parse_day};
use bieumau::report::history::{NoPercent, is_carried, movement};
use bieumau::report::{Entry, History, PastReport, PastValue, ReportPeriod, Session};
use bieumau::words::Language;
use proptest::prelude::*;

fn number(text: &str) -> Decimal {
    Decimal::parse_canonical(text).unwrap()
}

fn period(id: &str) -> Period {
    Period::parse(id).unwrap()
}

/// A report with one figure for a period.
fn told(id: &str) -> PastReport {
    let form = cchc();
    let mut report = begin(&form);
    report.period = ReportPeriod {
        id: id.to_owned(),
        ..ReportPeriod::default()
    };
    let mut session = Session::open(form.clone(), report);
    session.enter(form.form.cell("pl1.b1.1").unwrap(), "7");
    PastReport::of(&session).unwrap()
}

#[test]
fn a_past_report_has_what_was_typed_and_what_was_computed() {
    let past = PastReport::of(&Desk::quarter_one().session).unwrap();
    assert_eq!(past.period, period("2026Q1"));
    let window = (
        parse_day("2025-12-15").unwrap(),
        parse_day("2026-03-09").unwrap(),
    );
    assert_eq!(past.window, Some(window));
    assert_eq!((past.form.id.as_str(), past.remark), ("cchc-2026", None));
    let figure = |row: &str| past.figures.get(row).unwrap();
    assert_eq!(figure("pl1.b1.2.1").number(), Some(number("41")));
    assert_eq!(figure("pl1.b1.2").number(), Some(number("51.22")));
    assert_eq!(
        figure("pl1.b1.3.3").value,
        PastValue::Computed(Err(Reason::ZeroDenominator))
    );
    let words = Entry::Unreadable("Dự kiến 02".to_owned());
    assert_eq!(figure("pl1.b1.3.1").value, PastValue::Entered(words));
    // The code of an option is no figure that could rise or fall.
    assert_eq!(figure("pl1.b1.6").number(), None);
    // 127 printed rows less 16 headings.
    let printed = past.figures.keys().filter(|row| row.starts_with("pl"));
    assert_eq!(printed.count(), 111);
}

#[test]
fn an_empty_report_says_nothing_of_the_past() {
    assert_eq!(PastReport::of(&Desk::cchc().session), None);
    let mut desk = Desk::cchc();
    let cell = desk.cell("pl1.b1.1");
    desk.session.set_note(cell, "sẽ điền sau");
    assert_eq!(PastReport::of(&desk.session), None);
    desk.session.set_not_applicable(cell, true);
    assert!(PastReport::of(&desk.session).is_some());
}

#[test]
fn another_version_of_the_form_set_is_said() {
    let form = cchc();
    let mut report = begin(&form);
    report.form.version = 7;
    let mut session = Session::open(form.clone(), report);
    session.enter(form.form.cell("pl1.b1.1").unwrap(), "7");
    let remark = PastReport::of(&session).unwrap().remark.unwrap();
    assert!(remark.vi.contains("phiên bản 7") && remark.en.contains("version 7"));
}

#[test]
fn reports_stand_in_the_order_of_time_whatever_order_they_came_in() {
    let ids = [
        "2026", "2025Q3", "2026S1", "2025", "2026Q1", "2026Q3", "2024Q1",
    ];
    let history = History::new(ids.map(told).to_vec());
    let stand: Vec<String> = history
        .reports()
        .iter()
        .map(|report| report.period.id())
        .collect();
    assert_eq!(
        stand,
        [
            "2024Q1", "2025Q3", "2025", "2026Q1", "2026S1", "2026Q3", "2026"
        ]
    );
    let last = |id: &str| history.last(period(id)).map(|report| report.period.id());
    assert_eq!(last("2026S1").as_deref(), Some("2026Q1"));
    assert_eq!(last("2026Q1").as_deref(), Some("2025"));
    assert_eq!(last("2026").as_deref(), Some("2026Q3"));
    assert_eq!(last("2026N1").as_deref(), Some("2026Q3"));
    assert_eq!(last("2024Q1"), None);
    let year = |id: &str| {
        history
            .a_year_before(period(id))
            .map(|report| report.period.id())
    };
    assert_eq!(year("2026").as_deref(), Some("2025"));
    assert_eq!(year("2026Q3").as_deref(), Some("2025Q3"));
    assert_eq!(year("2026Q1"), None);
}

/// The open form set's own report is given first, one that came over a crosswalk after it.
#[test]
fn of_two_reports_for_one_period_the_first_given_is_kept() {
    let own = told("2026Q1");
    let mut foreign = told("2026Q1");
    foreign.form.id = "cchc-2021".to_owned();
    let history = History::new(vec![own.clone(), foreign]);
    assert_eq!(history.reports(), [own]);
}

#[test]
fn the_figures_that_may_start_a_report() {
    let form = cchc();
    let row = |id: &str| form.form.row(form.form.cell(id).unwrap()).unwrap();
    let (spring, summer, next) = (period("2026Q1"), period("2026S1"), period("2027Q1"));
    for (id, within, across) in [
        ("pl1.b1.2.1", true, false),  // a plan of the year
        ("pl1.b5.1.1", true, false),  // an amount planned for the year
        ("pl1.b1.2.2", true, false),  // done of the plan of the year
        ("pl1.b3.2.2", true, true),   // people present
        ("pl1.b6.1", true, true),     // a choice that is a state
        ("pl1.b5.2.6", true, true),   // a state that the form calls cumulative
        ("pl1.b1.1", false, false),   // counted in the window
        ("pl1.b1.3.2", false, false), // of the own plan, but counted in the window
        ("pl1.b5.1.2", false, false), // since the start of the year: it grows
        ("pl1.b3.3.4", false, false), // against a fixed year: it grows
        ("pl1.b1.2", false, false),   // computed
        ("pl1.b1.3", false, false),   // a heading
    ] {
        assert_eq!(
            is_carried(row(id), spring, summer),
            within,
            "{id} within a year"
        );
        assert_eq!(
            is_carried(row(id), summer, next),
            across,
            "{id} across years"
        );
    }
}

#[test]
fn a_movement_has_a_percent_where_its_base_allows_one() {
    for (now, then, difference, percent) in [
        ("47", "41", "6", Ok("14.63")),
        ("41", "47", "-6", Ok("-12.77")),
        ("41", "41", "0", Ok("0")),
        ("0", "8", "-8", Ok("-100")),
        ("51.22", "50", "1.22", Ok("2.44")),
        ("1", "3", "-2", Ok("-66.67")),
        ("5", "0", "5", Err(NoPercent::BaseZero)),
        ("0", "0", "0", Err(NoPercent::BaseZero)),
        ("5", "-4", "9", Err(NoPercent::BaseNegative)),
        ("0.125", "100", "-99.875", Ok("-99.88")),
    ] {
        let moved = movement(number(now), number(then)).unwrap();
        assert_eq!(moved.difference, number(difference), "{now} {then}");
        assert_eq!(moved.percent, percent.map(number), "{now} {then}");
    }
    let huge = number("999999999999999999999999999999");
    assert_eq!(movement(huge, number("-1")), None);
    let small = number("0.000000000001");
    assert_eq!(
        movement(number("999999999999999999"), small)
            .unwrap()
            .percent,
        Err(NoPercent::TooLong)
    );
}

proptest! {
    /// Half away from zero, judged by whole numbers alone.
    #[test]
    fn percent_is_exact_to_two_decimals(now in -100_000_i64..100_000, then in 1_i64..100_000) {
        let decimal = Decimal::from_integer;
        let moved = movement(decimal(now), decimal(then)).unwrap();
        prop_assert_eq!(moved.difference, decimal(now - then));
        let hundredths = i128::from(now - then) * 10_000;
        let then = i128::from(then);
        let rounded = (hundredths.abs() * 2 + then) / (then * 2) * hundredths.signum();
        prop_assert_eq!(moved.percent, Ok(Decimal::new(rounded, 2).unwrap()));
    }
}

/// The half-year of 2021 as the rows of 2026 would have it (DOMAIN.md 4.2).
fn half_year_of_2021() -> PastReport {
    let form = cchc_2021();
    let mut report = begin(&form);
    report.period = ReportPeriod {
        id: "2021S1".to_owned(),
        from: Some("2020-12-15".to_owned()),
        to: Some("2021-06-14".to_owned()),
        ..ReportPeriod::default()
    };
    let mut session = Session::open(form.clone(), report);
    for (row, text) in [
        ("1.1.1", "94"),
        ("1.1.2", "45"),
        ("1.1.3", "21"),
        ("1.2.1", "11"),
        ("1.2.2", "22"),
    ] {
        session.enter(form.form.cell(row).unwrap(), text);
    }
    let past = PastReport::of(&session).unwrap();
    let bridge = read_crosswalk(include_str!("../../forms/crosswalk-cchc-2021-2026.json")).unwrap();
    let way = bridge.way("cchc-2021", "cchc-2026").unwrap();
    past.over(&bridge, way, &cchc().form)
}

#[test]
fn figures_of_another_form_set_come_over_the_crosswalk_with_their_remarks() {
    let past = half_year_of_2021();
    assert_eq!(past.period, period("2021S1"));
    assert!(
        past.remark
            .as_ref()
            .unwrap()
            .en
            .contains("form set “cchc-2021”")
    );
    let figure = |row: &str| past.figures.get(row).unwrap();
    assert_eq!(figure("pl1.b1.2.1").number(), Some(number("94")));
    assert_eq!(figure("pl1.b1.2.1").remark, None);
    // Computed rows too: 45/94.
    assert_eq!(figure("pl1.b1.2").number(), Some(number("47.87")));
    // Two rows of 2021 answer one of 2026, which is said.
    assert_eq!(figure("pl1.b1.3.2").number(), Some(number("33")));
    assert!(
        figure("pl1.b1.3.2")
            .remark
            .as_ref()
            .unwrap()
            .en
            .contains("added up")
    );
    // A row that was left blank is told as that; one without a counterpart says why there is nothing.
    assert_eq!(figure("pl1.b3.2.2").number(), None);
    let lone: Vec<&str> = past
        .figures
        .iter()
        .filter(|(_, figure)| figure.value == PastValue::NoCounterpart)
        .map(|(row, _)| row.as_str())
        .collect();
    assert!(lone.len() > 10, "{lone:?}");
    for row in lone {
        assert!(
            figure(row).remark.is_some() && figure(row).number().is_none(),
            "{row}"
        );
    }
}

#[test]
fn a_finding_over_the_crosswalk_says_where_the_figure_comes_from() {
    let form = cchc();
    let mut report = begin(&form);
    report.period = ReportPeriod {
        id: "2021".to_owned(),
        from: Some("2020-12-15".to_owned()),
        to: Some("2021-12-14".to_owned()),
        ..ReportPeriod::default()
    };
    let mut session = Session::open(form.clone(), report);
    session.remember(History::new(vec![half_year_of_2021()]));
    let cell = |row: &str| form.form.cell(row).unwrap();
    session.enter(cell("pl1.b1.2.2"), "44");
    session.enter(cell("pl1.b1.3.2"), "32");
    let desk = Desk { session };
    let message = desk.message("r-cumulative-state", Language::Vi);
    assert!(message.contains("thấp hơn số 45"), "{message}");
    assert!(
        message.ends_with("Số liệu kỳ này lấy từ bộ biểu mẫu “cchc-2021” qua bảng đối chiếu."),
        "{message}"
    );
    let message = desk.message("r-window-holds-each", Language::Vi);
    assert!(message.contains("hai số cộng lại"), "{message}");

    // What covers the same may start a report; what covers something else is only shown.
    let offered: Vec<&str> = desk
        .session
        .to_carry()
        .iter()
        .map(|(cell, _)| desk.row_id(*cell))
        .collect();
    assert_eq!(offered, ["pl1.b1.2.1"]);
}
