//! Days left. "Trước ngày 12/3" means before it: the 11th is the last day in time.

use super::{CCHC, window};
use bieumau::period::{Date, Due, day_id, last_day, parse_day};

fn due(send_before: &str, today: &str) -> Due {
    Due::of(parse_day(send_before).unwrap(), parse_day(today).unwrap())
}

fn said(send_before: &str, today: &str) -> String {
    due(send_before, today).words().vi
}

#[test]
fn before_the_twelfth_means_the_eleventh_at_the_latest() {
    assert_eq!(said("2026-03-12", "2026-02-27"), "còn 12 ngày");
    assert_eq!(said("2026-03-12", "2026-03-09"), "còn 2 ngày");
    assert_eq!(said("2026-03-12", "2026-03-10"), "còn 1 ngày");
    assert_eq!(said("2026-03-12", "2026-03-11"), "hôm nay là hạn");
    assert_eq!(said("2026-03-12", "2026-03-12"), "quá hạn 1 ngày");
    assert_eq!(said("2026-03-12", "2026-03-14"), "quá hạn 3 ngày");
    let last = last_day(parse_day("2026-03-12").unwrap());
    assert_eq!(day_id(last), "2026-03-11");
}

#[test]
fn only_what_is_past_the_last_day_is_late() {
    assert!(!due("2026-03-12", "2026-03-11").is_over());
    assert!(due("2026-03-12", "2026-03-12").is_over());
}

#[test]
fn days_are_counted_over_the_end_of_a_year() {
    assert_eq!(due("2026-03-12", "2025-12-31"), Due::Left(70));
    assert_eq!(due("2026-03-12", "2026-01-01"), Due::Left(69));
    assert_eq!(due("2025-12-12", "2026-01-01"), Due::Over(21));
    assert_eq!(due("2026-01-01", "2025-12-31"), Due::Today);
    assert_eq!(due("2026-01-01", "2026-01-01"), Due::Over(1));
}

#[test]
fn a_leap_day_counts() {
    assert_eq!(due("2024-03-12", "2024-02-28"), Due::Left(12));
    assert_eq!(due("2023-03-12", "2023-02-28"), Due::Left(11));
    assert_eq!(due("2024-03-12", "2024-02-29"), Due::Left(11));
    // Before the first of March is on the leap day, where there is one.
    assert_eq!(due("2024-03-01", "2024-02-29"), Due::Today);
    assert_eq!(due("2023-03-01", "2023-02-28"), Due::Today);
    // 1900 was no leap year, 2000 was one.
    assert_eq!(due("1900-03-01", "1900-02-28"), Due::Today);
    assert_eq!(due("2000-03-01", "2000-02-28"), Due::Left(1));
    assert_eq!(due("2024-02-29", "2024-03-01"), Due::Over(2));
}

#[test]
fn days_are_said_in_english_too() {
    let en = |today: &str| due("2026-03-12", today).words().en;
    assert_eq!(en("2026-03-01"), "10 days left");
    assert_eq!(en("2026-03-10"), "1 day left");
    assert_eq!(en("2026-03-11"), "due today");
    assert_eq!(en("2026-03-12"), "1 day overdue");
    assert_eq!(en("2026-03-22"), "11 days overdue");
}

#[test]
fn the_ends_of_the_calendar_do_not_overflow() {
    assert_eq!(Due::of(Date::MIN, Date::MIN), Due::Today);
    assert!(matches!(Due::of(Date::MAX, Date::MIN), Due::Left(_)));
    assert!(matches!(Due::of(Date::MIN, Date::MAX), Due::Over(_)));
}

/// Whatever the window, its last day in time is the one on which its period is still the current one.
#[test]
fn the_current_period_is_never_overdue() {
    let mut today = parse_day("2021-12-01").unwrap();
    let end = parse_day("2029-01-31").unwrap();
    while today < end {
        let current = CCHC.current(&super::KINDS, today).unwrap();
        let due = window(&current.id()).due(today).unwrap();
        assert!(!due.is_over(), "{current:?} on {today}");
        today = today.next_day().unwrap();
    }
}

#[test]
fn what_has_just_become_overdue_is_known_for_a_while() {
    let over = |today: &str, most: u32| -> Vec<String> {
        let over = CCHC.just_over(&super::KINDS, parse_day(today).unwrap(), most);
        over.iter().map(bieumau::period::Period::id).collect()
    };
    assert_eq!(over("2026-03-11", 45), [""; 0]);
    assert_eq!(over("2026-03-12", 45), ["2026Q1"]);
    assert_eq!(over("2026-04-25", 45), ["2026Q1"]);
    assert_eq!(over("2026-04-26", 45), [""; 0]);
    // Over the end of the year.
    assert_eq!(over("2026-01-05", 45), ["2025"]);
    assert_eq!(over("2026-07-01", 120), ["2026S1", "2026Q1"]);
}
