//! Days that lie in two windows or in none, where one window takes over from another.

use super::{CCHC, KINDS};
use bieumau::period::{
    Days, Fault, Period, PeriodKind, Seam, Windows, day_id, parse_day, read_days,
};

/// The days of a seam, the two periods, and what is wrong.
fn told(seam: &Seam) -> String {
    let fault = match seam.fault {
        Fault::Twice => "twice",
        Fault::Never => "never",
    };
    let (closing, opening) = (seam.closing.id(), seam.opening.id());
    let (from, to) = (day_id(seam.from), day_id(seam.to));
    format!("{from}..{to} {fault} {closing}>{opening}")
}

fn seams_of(windows: &Windows, id: &str) -> Vec<String> {
    let seams = windows.seams_of(&KINDS, Period::parse(id).unwrap());
    seams.iter().map(told).collect()
}

fn days(from: &str, to: &str) -> Days {
    let day = |text| parse_day(text).unwrap();
    Days {
        from: day(from),
        to: day(to),
        send_before: None,
    }
}

fn with(own: &[(&str, &str, &str)]) -> Windows {
    let mut windows = CCHC.clone();
    for (id, from, to) in own {
        windows.set(Period::parse(id).unwrap(), days(from, to));
    }
    windows
}

#[test]
fn the_fourteenth_of_june_2022_lies_in_two_windows() {
    let twice = "2022-06-14..2022-06-14 twice 2022S1>2022Q3";
    assert_eq!(seams_of(&CCHC, "2022S1").last().unwrap(), twice);
    assert_eq!(seams_of(&CCHC, "2022Q3"), [twice]);
    let seams = CCHC.seams_of(&KINDS, Period::parse("2022Q3").unwrap());
    assert!(!seams[0].is_expected);
    assert_eq!(
        seams[0].words().vi,
        "Ngày 14/6/2022 nằm trong cả hai kỳ: kỳ 6 tháng đầu năm 2022 (chốt hết ngày 14/6/2022) và kỳ quý III năm 2022 (tính từ ngày 14/6/2022). Số liệu của ngày này dễ bị tính hai lần."
    );
}

#[test]
fn five_days_of_december_2025_lie_in_no_window() {
    let never = "2025-12-10..2025-12-14 never 2025>2026Q1";
    assert_eq!(seams_of(&CCHC, "2025").last().unwrap(), never);
    assert_eq!(seams_of(&CCHC, "2026Q1"), [never]);
    let seams = CCHC.seams_of(&KINDS, Period::parse("2026Q1").unwrap());
    // Both windows are printed or used, so this is no guess.
    assert!(!seams[0].is_expected);
    assert_eq!(
        seams[0].words().vi,
        "Các ngày 10–14/12/2025 không nằm trong kỳ năm 2025 (chốt hết ngày 09/12/2025) và cũng không nằm trong kỳ quý I năm 2026 (tính từ ngày 15/12/2025). Số liệu của các ngày này dễ bị bỏ sót."
    );
}

#[test]
fn four_days_of_june_2025_lie_in_no_window_as_far_as_is_expected() {
    let never = "2025-06-11..2025-06-14 never 2025S1>2025Q3";
    assert_eq!(seams_of(&CCHC, "2025Q3"), [never]);
    let seams = CCHC.seams_of(&KINDS, Period::parse("2025Q3").unwrap());
    // No document names the closing day of the half-year 2025.
    assert!(seams[0].is_expected);
    let words = seams[0].words();
    assert!(words.vi.ends_with("(Theo thời gian dự kiến.)"));
    assert!(words.en.starts_with("11–14/6/2025: in neither"));
}

#[test]
fn a_seam_is_told_in_short_too() {
    let short = |id: &str| {
        let seams = CCHC.seams_of(&KINDS, Period::parse(id).unwrap());
        seams[0].in_short()
    };
    assert_eq!(
        short("2022Q3").vi,
        "14/6/2022 nằm trong cả hai kỳ liền nhau"
    );
    assert_eq!(
        short("2026Q1").vi,
        "10–14/12/2025 nằm ngoài hai kỳ liền nhau"
    );
    assert_eq!(
        short("2026Q1").en,
        "10–14/12/2025: outside two successive windows"
    );
}

#[test]
fn windows_that_nest_are_no_seam() {
    // Quarter I lies wholly in the half-year and both lie in the year: that is how they are counted.
    let year = CCHC.seams_in(&KINDS, 2022);
    let told: Vec<String> = year.iter().map(told).collect();
    assert_eq!(
        told,
        [
            "2021-12-10..2021-12-14 never 2021>2022Q1",
            "2022-06-14..2022-06-14 twice 2022S1>2022Q3",
        ]
    );
}

#[test]
fn the_seam_into_a_year_is_told_once_although_three_windows_begin_there() {
    for id in ["2026Q1", "2026S1", "2026"] {
        let first = &seams_of(&CCHC, id)[0];
        assert!(first.starts_with("2025-12-10..2025-12-14 never"), "{first}");
    }
    let into = CCHC
        .seams_in(&KINDS, 2026)
        .into_iter()
        .filter(|seam| seam.closing.year == 2025);
    assert_eq!(into.count(), 1);
}

#[test]
fn an_edited_window_mends_its_seam() {
    let mended = with(&[
        ("2025", "2024-12-15", "2025-12-14"),
        ("2025S1", "2024-12-15", "2025-06-14"),
    ]);
    assert_eq!(seams_of(&mended, "2026Q1"), [""; 0]);
    assert_eq!(seams_of(&mended, "2025Q3"), [""; 0]);
    // One day too far, and the day lies in both.
    let beyond = with(&[("2025", "2024-12-15", "2025-12-15")]);
    assert_eq!(
        seams_of(&beyond, "2026Q1"),
        ["2025-12-15..2025-12-15 twice 2025>2026Q1"]
    );
}

#[test]
fn a_window_that_begins_later_than_its_sisters_has_a_seam_of_its_own() {
    let late = with(&[
        ("2025", "2024-12-15", "2025-12-14"),
        ("2026S1", "2025-12-20", "2026-06-14"),
    ]);
    let into = late.seams_in(&KINDS, 2026);
    let told: Vec<String> = into.iter().map(told).collect();
    assert_eq!(told[0], "2025-12-15..2025-12-19 never 2025>2026S1");
}

#[test]
fn quarters_follow_each_other_where_a_form_set_has_all_of_them() {
    let mut windows = Windows::default();
    for (id, from, to) in [
        ("2026Q1", "2025-12-15", "2026-03-14"),
        ("2026Q2", "2026-03-15", "2026-06-14"),
        ("2026S1", "2025-12-15", "2026-06-14"),
        ("2026Q3", "2026-06-16", "2026-09-14"),
        ("2026N1", "2025-12-15", "2026-09-20"),
        ("2026Q4", "2026-09-15", "2026-12-14"),
        ("2026", "2025-12-15", "2026-12-14"),
        ("2027Q1", "2026-12-15", "2027-03-14"),
    ] {
        windows.set(Period::parse(id).unwrap(), days(from, to));
    }
    let kinds: Vec<PeriodKind> = PeriodKind::ALL.iter().map(|(_, kind)| *kind).collect();
    let seams = windows.seams_in(&kinds, 2026);
    let told: Vec<String> = seams.iter().map(told).collect();
    assert_eq!(
        told,
        [
            "2026-06-15..2026-06-15 never 2026Q2>2026Q3",
            "2026-09-15..2026-09-20 twice 2026N1>2026Q4",
        ]
    );
}

#[test]
fn a_form_set_without_windows_has_no_seams() {
    assert_eq!(Windows::default().seams_in(&KINDS, 2026), []);
    assert_eq!(CCHC.seams_in(&[], 2026), []);
    assert_eq!(CCHC.seams_in(&[PeriodKind::Q1, PeriodKind::Q3], 2026), []);
}

#[test]
fn a_seam_at_the_end_of_the_calendar_does_not_overflow() {
    CCHC.seams_in(&KINDS, i32::MAX);
    CCHC.seams_in(&KINDS, i32::MIN);
    assert!(!CCHC.seams_in(&KINDS, 9998).is_empty());
}

#[test]
fn a_seam_over_a_leap_day_names_it() {
    let mut windows = Windows::default();
    let of = |id: &str, from: &str, to: &str| {
        let period = Period::parse(id).unwrap();
        (period, read_days(period, from, to, "").unwrap())
    };
    for (period, days) in [
        of("2024Q1", "1/1/2024", "28/2/2024"),
        of("2024Q2", "1/3/2024", "31/5/2024"),
    ] {
        windows.set(period, days);
    }
    let kinds = [PeriodKind::Q1, PeriodKind::Q2];
    let seams = windows.seams_in(&kinds, 2024);
    assert_eq!(seams.len(), 1);
    assert!(seams[0].words().vi.starts_with("Ngày 29/02/2024 không nằm"));
}
