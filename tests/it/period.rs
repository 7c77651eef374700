//! Periods and their windows: ids, names, days, and the report on which an officer works today.

mod due;
mod file;
mod own;
mod seams;

use bieumau::format::read_windows;
use bieumau::period::{
    DayPattern, Period, PeriodKind, Status, Window, WindowPattern, Windows, day_id, parse_day,
    write_day, write_days,
};
use bieumau::words::Phrase;
use std::sync::LazyLock;

static CCHC: LazyLock<Windows> =
    LazyLock::new(|| read_windows(include_str!("../../forms/windows-cchc.json")).unwrap());

/// The kinds of period that the form sets of the province are filled for.
const KINDS: [PeriodKind; 4] = [
    PeriodKind::Q1,
    PeriodKind::S1,
    PeriodKind::Q3,
    PeriodKind::Y,
];

fn window(id: &str) -> Window {
    CCHC.of(Period::parse(id).unwrap())
        .unwrap_or_else(|| panic!("{id} has no window"))
}

/// From, to, and the day to send before, as documents write them.
fn days(id: &str) -> [String; 3] {
    let window = window(id);
    let send_before = window.send_before.map(day_id).unwrap_or_default();
    [day_id(window.from), day_id(window.to), send_before]
}

fn current(today: &str) -> String {
    let period = CCHC.current(&KINDS, parse_day(today).unwrap());
    period
        .unwrap_or_else(|| panic!("nothing to do on {today}"))
        .id()
}

// Ids and names.

#[test]
fn every_id_is_read_and_written() {
    let ids = [
        "2026Q1", "2026Q2", "2026S1", "2026Q3", "2026N1", "2026Q4", "2026",
    ];
    for (id, (word, kind)) in ids.into_iter().zip(PeriodKind::ALL) {
        let period = Period::parse(id).unwrap();
        assert_eq!((period.year, period.kind), (2026, kind));
        assert_eq!(period.id(), id);
        assert_eq!(PeriodKind::from_word(word), Some(kind));
    }
    assert_eq!(PeriodKind::from_word("H1"), None);
}

#[test]
fn what_is_no_period_is_refused() {
    for id in [
        "",
        "26Q1",
        "2026q1",
        "2026Q5",
        "2026Q",
        "2026Q11",
        "2026-Q1",
        " 2026",
        "2026 ",
        "2026Y",
        "+026Q1",
        "-026",
        "1899",
        "9999",
        "0000Q1",
        "２０２６",
        "20２6",
        "năm",
        "2026Q1\0",
    ] {
        assert_eq!(Period::parse(id), None, "{id:?}");
    }
    assert!(Period::parse("1900").is_some() && Period::parse("9998Q4").is_some());
}

#[test]
fn names_are_those_of_offices() {
    for (id, vi, en) in [
        ("2026Q1", "Quý I năm 2026", "Quarter 1 of 2026"),
        ("2026Q2", "Quý II năm 2026", "Quarter 2 of 2026"),
        ("2026Q3", "Quý III năm 2026", "Quarter 3 of 2026"),
        ("2026Q4", "Quý IV năm 2026", "Quarter 4 of 2026"),
        ("2026S1", "6 tháng đầu năm 2026", "First half of 2026"),
        (
            "2026N1",
            "9 tháng đầu năm 2026",
            "First nine months of 2026",
        ),
        ("2026", "Năm 2026", "Year 2026"),
    ] {
        assert_eq!(Period::parse(id).unwrap().name(), Phrase::new(vi, en));
    }
}

#[test]
fn periods_stand_in_the_order_of_time() {
    let mut ids = ["2026", "2026Q1", "2025", "2026N1", "2026S1", "2025Q3"];
    ids.sort_by_key(|id| Period::parse(id));
    assert_eq!(
        ids,
        ["2025Q3", "2025", "2026Q1", "2026S1", "2026N1", "2026"]
    );
}

// Days.

#[test]
fn days_are_written_with_the_leading_zeros_of_decree_30() {
    for (day, written) in [
        ("2026-01-05", "05/01/2026"),
        ("2026-02-28", "28/02/2026"),
        ("2026-03-09", "09/3/2026"),
        ("2026-09-30", "30/9/2026"),
        ("2026-10-01", "01/10/2026"),
        ("2026-12-15", "15/12/2026"),
    ] {
        assert_eq!(write_day(parse_day(day).unwrap()), written);
    }
}

#[test]
fn days_that_follow_each_other_are_written_short() {
    for (from, to, written) in [
        ("2022-06-14", "2022-06-14", "14/6/2022"),
        ("2025-12-10", "2025-12-14", "10–14/12/2025"),
        ("2026-02-03", "2026-02-09", "03–09/02/2026"),
        ("2025-11-28", "2025-12-02", "28/11–02/12/2025"),
        ("2026-01-31", "2026-03-01", "31/01–01/3/2026"),
        ("2025-12-28", "2026-01-03", "28/12/2025–03/01/2026"),
        ("2024-02-28", "2024-02-29", "28–29/02/2024"),
    ] {
        let (from, to) = (parse_day(from).unwrap(), parse_day(to).unwrap());
        assert_eq!(write_days(from, to), written);
    }
}

#[test]
fn days_are_read_as_documents_write_them() {
    for day in [
        "2026-03-09",
        "2024-02-29",
        "2000-02-29",
        "1999-12-31",
        "0999-01-01",
    ] {
        assert_eq!(day_id(parse_day(day).unwrap()), day);
    }
}

#[test]
fn days_that_are_none_are_refused() {
    for day in [
        "",
        "2026",
        "2026-03",
        "2026-3-9",
        "26-03-09",
        "2026-03-09T00:00:00Z",
        "2026-03-09-",
        "2026-00-10",
        "2026-13-10",
        "2026-01-00",
        "2026-04-31",
        "2025-02-29",
        "1900-02-29",
        "2026/03/09",
        "09/03/2026",
        "+026-03-09",
        "2026-+3-09",
        "2026-03-+9",
        "-026-03-09",
        "２026-03-09",
        "2026-03- 9",
    ] {
        assert_eq!(parse_day(day), None, "{day}");
    }
}

// Windows.

#[test]
fn printed_windows_are_as_printed() {
    assert_eq!(days("2022Q1"), ["2021-12-15", "2022-03-14", "2022-03-15"]);
    assert_eq!(days("2022S1"), ["2021-12-15", "2022-06-14", "2022-06-15"]);
    assert_eq!(days("2022Q3"), ["2022-06-14", "2022-09-14", "2022-09-15"]);
    assert_eq!(days("2022"), ["2021-12-15", "2022-12-14", "2022-12-15"]);
    assert_eq!(days("2025Q3"), ["2025-06-15", "2025-09-10", "2025-09-12"]);
    assert_eq!(days("2025"), ["2024-12-15", "2025-12-09", "2025-12-12"]);
    for id in [
        "2022Q1", "2022S1", "2022Q3", "2022", "2025Q3", "2025", "2026Q1",
    ] {
        assert_eq!(window(id).status, Status::Printed, "{id}");
    }
}

#[test]
fn a_printed_window_without_a_day_to_send_takes_the_expected_one() {
    assert_eq!(days("2026Q1"), ["2025-12-15", "2026-03-09", "2026-03-12"]);
    assert_eq!(window("2026Q1").status, Status::Printed);
    assert_eq!(window("2026Q1").send_status, Status::Expected);
    assert_eq!(window("2025Q3").send_status, Status::Printed);
}

#[test]
fn other_years_have_expected_windows_and_say_so() {
    assert_eq!(days("2027Q1"), ["2026-12-15", "2027-03-09", "2027-03-12"]);
    assert_eq!(days("2026S1"), ["2025-12-15", "2026-06-10", "2026-06-12"]);
    assert_eq!(days("2024Q3"), ["2024-06-15", "2024-09-10", "2024-09-12"]);
    assert_eq!(days("2026"), ["2025-12-15", "2026-12-09", "2026-12-12"]);
    for id in ["2027Q1", "2026S1", "2024Q3", "2026"] {
        assert_eq!(window(id).status, Status::Expected, "{id}");
        assert!(window(id).source.vi.contains("Dự kiến"));
    }
}

#[test]
fn a_period_that_is_not_reported_has_no_window() {
    for id in ["2026Q2", "2026Q4", "2026N1"] {
        assert_eq!(CCHC.of(Period::parse(id).unwrap()), None, "{id}");
    }
}

#[test]
fn the_first_and_the_last_year_have_windows() {
    assert_eq!(days("1900Q1")[0], "1899-12-15");
    assert_eq!(days("9998")[1], "9998-12-09");
}

// The report of today.

#[test]
fn the_current_report_is_the_first_that_can_still_be_sent_in_time() {
    for (today, period) in [
        ("2026-01-01", "2026Q1"),
        ("2026-03-09", "2026Q1"),
        ("2026-03-11", "2026Q1"),
        ("2026-03-12", "2026S1"),
        ("2026-06-11", "2026S1"),
        ("2026-06-12", "2026Q3"),
        ("2026-09-12", "2026"),
        ("2026-12-11", "2026"),
    ] {
        assert_eq!(current(today), period, "{today}");
    }
}

#[test]
fn after_the_report_of_the_year_comes_the_first_of_the_next() {
    for today in ["2026-12-12", "2026-12-31", "2027-01-01"] {
        assert_eq!(current(today), "2027Q1", "{today}");
    }
    assert_eq!(current("2025-12-11"), "2025");
    assert_eq!(current("2025-12-12"), "2026Q1");
    assert_eq!(current("2025-12-31"), "2026Q1");
}

#[test]
fn printed_days_decide_where_there_are_any() {
    assert_eq!(current("2022-03-14"), "2022Q1");
    assert_eq!(current("2022-03-15"), "2022S1");
    assert_eq!(current("2022-12-14"), "2022");
}

#[test]
fn only_the_kinds_that_a_form_set_has_are_current() {
    let today = parse_day("2026-03-01").unwrap();
    let yearly = CCHC.current(&[PeriodKind::Y], today);
    assert_eq!(yearly, Period::parse("2026"));
    assert_eq!(CCHC.current(&[PeriodKind::Q2], today), None);
    assert_eq!(CCHC.current(&[], today), None);
    assert_eq!(Windows::default().current(&KINDS, today), None);
}

#[test]
fn the_end_of_the_calendar_has_no_next_report() {
    let last = parse_day("9999-12-31").unwrap();
    assert_eq!(CCHC.current(&KINDS, last), None);
}

#[test]
fn a_leap_day_is_a_day_like_any_other() {
    assert_eq!(current("2024-02-29"), "2024Q1");
    assert_eq!(write_day(parse_day("2024-02-29").unwrap()), "29/02/2024");
}

/// A pattern that names 29 February has a window in leap years and none in the others.
#[test]
fn a_pattern_for_a_leap_day_holds_in_leap_years_only() {
    let day = |month, day| DayPattern {
        year: 0,
        month,
        day,
    };
    let pattern = WindowPattern {
        kind: PeriodKind::Q1,
        from: day(1, 1),
        to: day(2, 29),
        send_before: None,
        send_status: Status::Expected,
        source: Phrase::default(),
    };
    let windows = Windows {
        patterns: vec![pattern],
        ..Windows::default()
    };
    let of = |id: &str| windows.of(Period::parse(id).unwrap());
    assert_eq!(
        of("2024Q1").map(|window| day_id(window.to)),
        Some("2024-02-29".to_owned())
    );
    assert_eq!(of("2025Q1"), None);
    assert_eq!(of("1900Q1"), None);
    assert!(of("2000Q1").is_some());
    let current = |today: &str| windows.current(&[PeriodKind::Q1], parse_day(today).unwrap());
    // Without a day to send before, the last day of data counts.
    assert_eq!(current("2024-02-29"), Period::parse("2024Q1"));
    assert_eq!(current("2024-03-01"), None);
}

#[test]
fn days_that_no_year_has_give_no_window() {
    for (month, day) in [(0, 1), (13, 1), (4, 31), (1, 0)] {
        assert_eq!(
            DayPattern {
                year: 0,
                month,
                day
            }
            .in_year(2026),
            None
        );
    }
    assert_eq!(
        DayPattern {
            year: i32::MAX,
            month: 1,
            day: 1
        }
        .in_year(2026),
        None
    );
}
