//! The file of windows against what the documents print, and its faults told.

use super::CCHC;
use bieumau::format::read_windows;
use bieumau::period::{Period, PeriodKind, Status, day_id, parse_day};
use serde_json::Value;

/// What the seeds print, read from the documents themselves and kept apart from the file that the page uses.
const PRINTED: &str = include_str!("../../fixtures/periods.json");

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// `6M/2022` is `2022S1`; none for what is no period of the cycle, such as a second window of the same report.
fn period_of(printed: &str) -> Option<Period> {
    let (kind, year) = printed.split_once('/')?;
    let suffix = match kind {
        "Q1" | "Q3" => kind,
        "6M" => "S1",
        "Y" => "",
        _ => return None,
    };
    Period::parse(&format!("{year}{suffix}"))
}

#[test]
fn every_window_that_the_documents_print_is_in_the_file_as_printed() {
    let printed: Value = serde_json::from_str(PRINTED).unwrap();
    let mut found = 0;
    for row in printed["windows"].as_array().unwrap() {
        let Some(period) = period_of(&text(&row["period"])) else {
            continue;
        };
        if row["data_to"].is_null() {
            let window = CCHC.of(period).unwrap();
            assert_eq!(window.status, Status::Expected, "{}", period.id());
            continue;
        }
        let window = CCHC.in_documents(period).unwrap();
        assert_eq!(window.status, Status::Printed, "{}", period.id());
        assert_eq!(day_id(window.from), text(&row["data_from"]));
        assert_eq!(day_id(window.to), text(&row["data_to"]));
        if row["send_before"].is_null() {
            assert_eq!(window.send_status, Status::Expected, "{}", period.id());
        } else {
            let send_before = window.send_before.map(day_id);
            assert_eq!(send_before, Some(text(&row["send_before"])));
            assert_eq!(window.send_status, Status::Printed, "{}", period.id());
        }
        found += 1;
    }
    assert_eq!(found, CCHC.printed.len());
}

/// Seed 000 counts some figures in other windows: told as remarks, counted by nobody.
#[test]
fn the_second_and_the_third_window_of_the_report_of_2026_are_remarks() {
    let window = CCHC.of(Period::parse("2026Q1").unwrap()).unwrap();
    let others: Vec<[String; 2]> = window
        .others
        .iter()
        .map(|other| [day_id(other.from), day_id(other.to)])
        .collect();
    let printed: Value = serde_json::from_str(PRINTED).unwrap();
    let of_seed: Vec<[String; 2]> = printed["windows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| text(&row["period"]).starts_with("Q1/2026 ("))
        .map(|row| [text(&row["data_from"]), text(&row["data_to"])])
        .collect();
    assert_eq!(others, of_seed);
    assert_eq!(others.len(), 2);
    for other in &window.others {
        assert!(other.what.vi.contains("Nhiệm vụ") && other.what.en.contains("Tasks"));
    }
}

#[test]
fn the_day_to_send_before_may_be_surer_than_the_window() {
    let windows = read_windows(
        r#"{ "format": "bieumau.windows/1", "form_sets": ["f"], "windows": [], "patterns": [
            { "period": "S1", "from": {"year": -1, "month": 12, "day": 15}, "to": {"month": 6, "day": 3},
              "send_before": {"month": 6, "day": 5}, "status": "expected", "send_before_status": "printed" } ] }"#,
    )
    .unwrap();
    let window = windows.of(Period::parse("2026S1").unwrap()).unwrap();
    assert_eq!(window.status, Status::Expected);
    assert_eq!(window.send_status, Status::Printed);
    assert_eq!(window.send_before.map(day_id).unwrap(), "2026-06-05");
}

#[test]
fn a_status_that_nobody_knows_is_told() {
    let wrong = r#"{ "format": "bieumau.windows/1", "windows": [
        { "period": "2026Q1", "from": "2025-12-15", "to": "2026-03-09", "status": "sure",
          "others": [ { "from": "2026-01-01", "to": "2026-02-28" } ] } ], "patterns": [] }"#;
    let places: Vec<String> = read_windows(wrong)
        .unwrap_err()
        .into_iter()
        .map(|complaint| complaint.place)
        .collect();
    assert_eq!(places, ["windows[0].status", "windows[0].others[0].what"]);
}

#[test]
fn a_file_of_windows_is_told_where_it_is_wrong() {
    let wrong = r#"{ "format": "bieumau.windows/1", "form_sets": ["f"], "windows": [
        { "period": "2026Q9", "from": "2026-02-30", "to": "2026-03-09", "status": "printed" } ],
        "patterns": [ { "period": "H1", "status": "expected" } ] }"#;
    let places: Vec<String> = read_windows(wrong)
        .unwrap_err()
        .into_iter()
        .map(|complaint| complaint.place)
        .collect();
    assert_eq!(
        places,
        [
            "windows[0].period",
            "windows[0].from",
            "patterns[0].period",
            "patterns[0].from",
            "patterns[0].to"
        ]
    );
}

/// Kết luận 226: the days to send are printed, the windows are not.
#[test]
fn the_reports_on_conclusion_226_have_printed_days_to_send_and_expected_windows() {
    let windows = read_windows(include_str!("../../../forms/windows-kl226.json")).unwrap();
    let printed: Value = serde_json::from_str(PRINTED).unwrap();
    let row = |name: &str| {
        let rows = printed["windows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["period"] == name);
        text(&row.unwrap()["send_before"])
    };
    for (id, name) in [("2026S1", "KL226 6M"), ("2026", "KL226 year")] {
        let window = windows.of(Period::parse(id).unwrap()).unwrap();
        assert_eq!(window.status, Status::Expected);
        assert_eq!(window.send_status, Status::Printed);
        assert_eq!(window.send_before.map(day_id), Some(row(name)));
    }
    // It closes before the year of the other reports does, so it has a longer gap.
    let kinds = [PeriodKind::S1, PeriodKind::Y];
    let seams = windows.seams_in(&kinds, 2026);
    let days: Vec<String> = seams.iter().map(|seam| seam.in_short().vi).collect();
    assert_eq!(
        days,
        [
            "05–14/12/2025 nằm ngoài hai kỳ liền nhau",
            "05–14/12/2026 nằm ngoài hai kỳ liền nhau"
        ]
    );
}

#[test]
fn the_windows_of_2021_follow_each_other_without_a_gap() {
    let windows = read_windows(include_str!("../../../forms/windows-cchc-2021.json")).unwrap();
    assert_eq!(windows.seams_in(&super::KINDS, 2021), []);
}

/// The general rule: every kind of period has a window, and none leaves a day out or counts one twice.
#[test]
fn a_form_set_without_windows_of_its_own_has_those_of_the_general_rule() {
    let windows = read_windows(include_str!("../../../forms/windows-general.json")).unwrap();
    assert_eq!(windows.form_sets, ["*"]);
    let kinds: Vec<PeriodKind> = PeriodKind::ALL.iter().map(|(_, kind)| *kind).collect();
    let year = 2024;
    let days: Vec<String> = kinds
        .iter()
        .map(|kind| windows.of(Period { year, kind: *kind }).unwrap())
        .map(|window| {
            assert_eq!(
                (window.status, window.send_before),
                (Status::Expected, None)
            );
            format!("{}..{}", day_id(window.from), day_id(window.to))
        })
        .collect();
    assert_eq!(
        days,
        [
            "2023-12-15..2024-03-14",
            "2024-03-15..2024-06-14",
            "2023-12-15..2024-06-14",
            "2024-06-15..2024-09-14",
            "2023-12-15..2024-09-14",
            "2024-09-15..2024-12-14",
            "2023-12-15..2024-12-14",
        ]
    );
    assert_eq!(windows.seams_in(&kinds, year), []);
    // The last day of data counts where no day to send is known.
    let on = |today: &str| windows.current(&kinds, parse_day(today).unwrap());
    assert_eq!(on("2024-02-29"), Period::parse("2024Q1"));
    assert_eq!(on("2024-12-15"), Period::parse("2025Q1"));
}
