//! A report that leaves too late is marked, and goes out all the same.

use super::{Desk, differences, export_json, faults, import};
use crate::desk::cchc;
use bieumau::format::{part_text, put_part, read_report, read_windows, report_text};
use bieumau::period::{Date, Due, Period, Window, parse_day};
use bieumau::report::{Late, Part, Report, Session};
use serde_json::Value;

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

/// The report of the first quarter of 2026, to be sent before 12/3/2026.
fn due_in_march() -> Desk {
    let mut desk = Desk::cchc();
    let mut days = desk.session.report().period.days().unwrap();
    days.send_before = parse_day("2026-03-12");
    desk.session.set_days(days);
    desk.enter("pl1.b1.1", "3");
    desk
}

fn exported_on(desk: &mut Desk, today: &str) -> Value {
    let window = desk.session.report().period.days().map(Window::own);
    desk.session.leaves(day(today), window.as_ref());
    serde_json::from_str(&export_json(&desk.session)).unwrap()
}

#[test]
fn the_day_to_send_before_travels() {
    let mut desk = due_in_march();
    let document = exported_on(&mut desk, "2026-03-11");
    assert_eq!(document["period"]["send_before"], "2026-03-12");
    assert_eq!(faults(&document), [""; 0]);
    let text = document.to_string();
    let imported = import(&text).report;
    assert_eq!(imported.period, desk.session.report().period);
}

#[test]
fn an_export_on_the_last_day_is_in_time_and_one_on_the_next_is_late() {
    let in_time = exported_on(&mut due_in_march(), "2026-03-11");
    assert_eq!(in_time.get("late"), None);
    let late = exported_on(&mut due_in_march(), "2026-03-12");
    assert_eq!(late["late"]["send_before"], "2026-03-12");
    assert_eq!(late["late"]["exported"], "2026-03-12");
    assert_eq!(faults(&late), [""; 0]);
    // Nothing else differs but the digest.
    let (mut one, mut other) = (in_time, late);
    for document in [&mut one, &mut other] {
        let members = document.as_object_mut().unwrap();
        members.remove("late");
        members.remove("digest");
    }
    assert_eq!(one, other);
}

#[test]
fn the_same_report_gives_the_same_bytes_on_every_later_day() {
    for first in ["2026-03-11", "2026-03-14"] {
        let mut desk = due_in_march();
        exported_on(&mut desk, first);
        let text = export_json(&desk.session);
        exported_on(&mut desk, "2026-04-01");
        assert!(export_json(&desk.session) == text, "{first}");
        // Also once it was kept and read again.
        let kept = read_report(&report_text(desk.session.report())).unwrap();
        let mut again = Desk {
            session: Session::open(cchc(), kept),
        };
        exported_on(&mut again, "2026-05-01");
        assert!(export_json(&again.session) == text, "{first}");
    }
}

#[test]
fn a_report_that_came_in_time_stays_in_time_where_it_is_collected() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-10");
    let text = export_json(&desk.session);
    let mut collected = import(&text).report;
    collected.came_in();
    let mut collecting = Desk {
        session: Session::open(cchc(), collected),
    };
    exported_on(&mut collecting, "2026-03-20");
    assert!(export_json(&collecting.session) == text);
}

#[test]
fn a_late_report_stays_late_where_it_is_collected() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-14");
    let text = export_json(&desk.session);
    assert_eq!(differences(&text), []);
    let mut collected = import(&text).report;
    assert_eq!(collected.late, desk.session.report().late);
    collected.came_in();
    let again = Session::open(cchc(), collected);
    assert!(export_json(&again) == text);
}

#[test]
fn what_is_changed_after_an_export_is_judged_anew() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-10");
    desk.enter("pl1.b1.1", "4");
    desk.session.touch("2026-03-13T01:00:00Z");
    let late = exported_on(&mut desk, "2026-03-13");
    assert_eq!(late["late"]["exported"], "2026-03-13");
    // A longer time was given: it is in time.
    let mut days = desk.session.report().period.days().unwrap();
    days.send_before = parse_day("2026-03-20");
    desk.session.set_days(days);
    desk.session.touch("2026-03-14T01:00:00Z");
    assert_eq!(exported_on(&mut desk, "2026-03-14").get("late"), None);
}

#[test]
fn late_by_a_day_that_is_only_expected_says_so_and_travels_so() {
    // The report of 2026 names its window and not the day to send it before.
    let windows = read_windows(include_str!("../../../forms/windows-cchc.json")).unwrap();
    let window = windows.of(Period::parse("2026Q1").unwrap()).unwrap();
    let mut desk = Desk::cchc();
    desk.session.leaves(day("2026-03-12"), Some(&window));
    let text = export_json(&desk.session);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["late"]["expected"], true);
    assert_eq!(faults(&document), [""; 0]);
    let late = import(&text).report.late.unwrap();
    assert_eq!(late.due(), Some(Due::Over(1)));
    assert_eq!(
        late.words().unwrap().vi,
        "Xuất ngày 12/3/2026, quá hạn 1 ngày (dự kiến phải gửi trước ngày 12/3/2026)."
    );
    // By a printed day it is late without a doubt.
    let printed = windows.of(Period::parse("2025").unwrap()).unwrap();
    let mut of_2025 = Desk::cchc();
    of_2025.session.leaves(day("2026-01-05"), Some(&printed));
    let late = of_2025.session.report().late.clone().unwrap();
    assert!(!late.is_expected);
    assert_eq!(late.due(), Some(Due::Over(25)));
    // Where nobody says when it is due nothing is late.
    let mut nobody_says = Desk::cchc();
    nobody_says.session.leaves(day("2029-01-01"), None);
    assert_eq!(nobody_says.session.report().late, None);
}

#[test]
fn late_is_told_over_the_end_of_a_year_and_over_a_leap_day() {
    let late = |send_before: &str, exported: &str| {
        let late = Late {
            send_before: send_before.to_owned(),
            exported: exported.to_owned(),
            is_expected: false,
        };
        late.due()
    };
    assert_eq!(late("2025-12-12", "2026-01-02"), Some(Due::Over(22)));
    assert_eq!(late("2024-02-28", "2024-03-01"), Some(Due::Over(3)));
    assert_eq!(late("2023-02-28", "2023-03-01"), Some(Due::Over(2)));
    assert_eq!(late("2026-03-12", "2026-03-11"), None);
    assert_eq!(late("", "2026-03-11"), None);
}

#[test]
fn lateness_is_said_in_one_sentence() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-14");
    let words = desk.session.report().late.clone().unwrap().words().unwrap();
    assert_eq!(
        words.vi,
        "Xuất ngày 14/3/2026, quá hạn 3 ngày (phải gửi trước ngày 12/3/2026)."
    );
    assert_eq!(
        words.en,
        "Exported on 14/3/2026, 3 days overdue (to be sent before 12/3/2026)."
    );
}

#[test]
fn a_late_mark_that_is_not_late_is_refused() {
    let mut desk = due_in_march();
    let mut document = exported_on(&mut desk, "2026-03-14");
    document["late"]["exported"] = Value::from("2026-03-11");
    let complaints = bieumau::exchange::read_source(&document.to_string()).unwrap_err();
    assert_eq!(complaints[0].place, "late.exported");
    document["late"] = serde_json::json!({ "exported": "2026-03-14", "send_before": "2026-03-12", "expected": false });
    assert!(!faults(&document).is_empty());
    let complaints = bieumau::exchange::read_source(&document.to_string()).unwrap_err();
    assert_eq!(complaints[0].place, "late.expected");
    document["late"] = serde_json::json!({ "exported": "2026-03-14" });
    assert!(!faults(&document).is_empty());
    let complaints = bieumau::exchange::read_source(&document.to_string()).unwrap_err();
    assert_eq!(complaints[0].place, "late.send_before");
}

#[test]
fn window_and_leaving_are_replayed_from_the_journal() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-14");
    let report = desk.session.report();
    let mut kept = Desk::cchc().session.report().clone();
    for part in [Part::Window, Part::Leaving] {
        put_part(&mut kept, &part.key(), &part_text(report, &part));
    }
    assert_eq!(
        (&kept.period, &kept.late, &kept.exported),
        (&report.period, &report.late, &report.exported)
    );
    // What is neither, or of another period, changes nothing.
    let before = kept.clone();
    for wrong in [
        "",
        "{\"id\":\"2026S1\"}",
        "{\"id\":\"2026Q1\",\"to\":\"x\"}",
        "[1]",
    ] {
        put_part(&mut kept, &Part::Window.key(), wrong);
        assert_eq!(kept.period, before.period, "{wrong}");
    }
    for wrong in ["", "{\"late\":{}}", "[1]"] {
        put_part(&mut kept, &Part::Leaving.key(), wrong);
        assert_eq!(kept.late, before.late, "{wrong}");
    }
}

/// After a crash the record says that the report left, and the journal that it was edited since.
#[test]
fn what_was_edited_after_it_left_has_not_left() {
    let mut desk = due_in_march();
    exported_on(&mut desk, "2026-03-14");
    let mut kept = desk.session.report().clone();
    assert_eq!(kept.exported.as_ref(), Some(&kept.modified));
    put_part(&mut kept, "pl1.b1.1", "{\"number\":\"4\"}");
    assert_eq!(kept.exported, None);
}

/// Two pages on one report: the one that has not set the window takes that of the other.
#[test]
fn of_two_pages_the_window_of_the_one_that_changed_it_stays() {
    let edited = due_in_march();
    let other = Desk::cchc().session.report().clone();
    let send_before = |report: &Report| report.period.send_before.clone();
    let mut ours = Desk {
        session: Session::open(cchc(), edited.session.report().clone()),
    };
    ours.session.take_in(other.clone(), &[Part::Window]);
    let kept = send_before(ours.session.report());
    assert_eq!(kept.as_deref(), Some("2026-03-12"));
    assert!(ours.session.take_edited().contains(&Part::Window));
    ours.session
        .take_in(other, &[Part::Row("pl1.b1.1".to_owned())]);
    assert_eq!(send_before(ours.session.report()), None);
}

#[test]
fn setting_the_same_days_again_changes_nothing() {
    let mut desk = due_in_march();
    let revision = desk.session.revision();
    let days = desk.session.report().period.days().unwrap();
    assert!(desk.session.set_days(days).is_empty());
    assert_eq!(desk.session.revision(), revision);
}
