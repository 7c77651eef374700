//! The inconsistencies of DOMAIN.md 3.1 that show only when reports are held against each other.

use crate::desk::{Desk, form_text};
use crate::scenario::first_half_2021::{as_meant, empty};
use bieumau::exchange::export_json;
use bieumau::format::read_windows;
use bieumau::period::{Period, day_id};
use bieumau::report::{History, PastReport, ReportPeriod, Session, Severity};
use bieumau::words::Language;

/// Number 21, seed 000: 15/12–09/3 in II.2.7, 01/01–09/3 in I.5 and "Từ tháng 12/2025 đến tháng 02/2026" in I.6.
#[test]
pub fn a_report_has_one_window_and_the_others_of_its_document_are_told_beside_it() {
    let windows = read_windows(&form_text("windows-cchc")).unwrap();
    let window = windows.of(Period::parse("2026Q1").unwrap()).unwrap();
    let days = |from, to| [day_id(from), day_id(to)];
    assert_eq!(days(window.from, window.to), ["2025-12-15", "2026-03-09"]);
    let others: Vec<[String; 2]> = window
        .others
        .iter()
        .map(|other| days(other.from, other.to))
        .collect();
    assert_eq!(
        others,
        [["2026-01-01", "2026-03-09"], ["2025-12-01", "2026-02-28"]]
    );
    for (other, section) in window.others.iter().zip(["I.5", "I.6"]) {
        assert!(other.what.vi.contains(section) && other.what.en.contains(section));
    }
    // All figures of the report go out under the one.
    let text = export_json(&Desk::quarter_one().session);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let period = &report["period"];
    assert_eq!(
        (&period["from"], &period["to"]),
        (&"2025-12-15".into(), &"2026-03-09".into())
    );
    assert_eq!(text.matches("\"from\"").count(), 1);
}

/// The report of the first quarter of 2021, of which the seed tells one figure.
fn first_quarter() -> Desk {
    let mut report = empty().session.report().clone();
    report.period = ReportPeriod {
        id: "2021Q1".to_owned(),
        to: Some("2021-03-14".to_owned()),
        ..report.period
    };
    let mut desk = Desk {
        session: Session::open(crate::desk::cchc_2021(), report),
    };
    desk.enter("7.6.2", "520.887");
    desk
}

/// Number 29, seed 002, 7.6.2: 159.918 documents after six months, 520.887 after the first quarter. The note printed beside
/// it says why, and that is what the warning asks for.
#[test]
pub fn documents_of_six_months_are_no_fewer_than_those_of_the_first_quarter() {
    let mut desk = as_meant();
    let before = desk.findings();
    let past = PastReport::of(&first_quarter().session);
    desk.session
        .remember(History::new(past.into_iter().collect()));
    let now = desk.findings();
    let new: Vec<&String> = now.iter().filter(|found| !before.contains(found)).collect();
    assert_eq!(new, ["r-monotone: 7.6.2"]);
    let findings = desk.session.findings();
    let found = findings.iter().find(|found| found.rule == "r-monotone");
    assert_eq!(found.unwrap().severity, Severity::Warning);
    let message = desk.message("r-monotone", Language::Vi);
    for words in [
        "dòng 7.6.2",
        "6 tháng đầu năm 2021 là 159.918",
        "Quý I năm 2021 (520.887)",
        "thiếu 360.969",
        "giải trình",
    ] {
        assert!(message.contains(words), "{words} | {message}");
    }
    desk.enter("7.6.2", "520.887");
    assert!(!desk.findings().contains(&"r-monotone: 7.6.2".to_owned()));
}

/// What the form of 2021 calls cumulative may not fall either; units may change their class with an explanation.
#[test]
fn cumulative_rows_of_2021_do_not_fall() {
    for (row, before, now, rule) in [
        ("1.1.2", "43", "42", "r-cumulative-state"),
        ("1.3.2", "11", "10", "r-cumulative"),
        ("6.3", "135", "134", "r-cumulative-units"),
        ("6.5", "6", "5", "r-cumulative-state"),
        ("5.1.3", "1", "0", "r-monotone-each"),
    ] {
        let mut spring = first_quarter();
        spring.enter("7.6.2", "1");
        spring.enter(row, before);
        let mut desk = as_meant();
        let past = PastReport::of(&spring.session);
        desk.session
            .remember(History::new(past.into_iter().collect()));
        assert_eq!(desk.value(row), now);
        let told = format!("{rule}: {row}");
        assert!(desk.findings().contains(&told), "{told}");
        desk.enter(row, before);
        assert!(!desk.findings().contains(&told), "{told}");
    }
}
