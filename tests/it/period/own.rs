//! Windows that an agency sets for itself: read, checked, kept, and shown beside the printed ones.

use super::{CCHC, KINDS, current, days as printed_days};
use bieumau::format::{own_windows_text, read_own_windows};
use bieumau::period::{
    DayOf, Days, Period, Status, Windows, day_id, parse_day, read_day, read_days,
};

fn period(id: &str) -> Period {
    Period::parse(id).unwrap()
}

/// The faults of three texts: which day, and the sentence.
fn faults(id: &str, from: &str, to: &str, send_before: &str) -> Vec<(DayOf, String)> {
    let faults = read_days(period(id), from, to, send_before).unwrap_err();
    for fault in &faults {
        let (vi, en) = (&fault.problem.vi, &fault.problem.en);
        assert!(!vi.contains("{}") && !en.contains("{}") && vi != en, "{vi}");
    }
    faults
        .into_iter()
        .map(|fault| (fault.of, fault.problem.vi))
        .collect()
}

fn wrong_day(id: &str, from: &str, to: &str, send_before: &str) -> DayOf {
    let faults = faults(id, from, to, send_before);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].0
}

#[test]
fn a_day_is_read_as_people_write_it() {
    for text in [
        "9/3/2026",
        "09/3/2026",
        "09/03/2026",
        " 9/3/2026 ",
        "9-3-2026",
        "09.03.2026",
        "9 / 3 / 2026",
        "2026-03-09",
    ] {
        assert_eq!(read_day(text), parse_day("2026-03-09"), "{text}");
    }
    assert_eq!(read_day("29/02/2024"), parse_day("2024-02-29"));
}

#[test]
fn what_is_no_day_is_not_guessed() {
    for text in [
        "",
        "9/3",
        "9/3/26",
        "9/13/2026",
        "3/31/2026",
        "29/02/2025",
        "31/4/2026",
        "0/3/2026",
        "9/3-2026",
        "9 3 2026",
        "9,3,2026",
        "2026/3/9",
        "9/3/2026/1",
        "09032026",
        "+9/3/2026",
        "９/3/2026",
        "ngày 9",
        "9//2026",
        "009/3/2026",
        "9/3/02026",
    ] {
        assert_eq!(read_day(text), None, "{text}");
    }
}

#[test]
fn three_good_days_are_taken() {
    let days = read_days(period("2026S1"), "15/12/2025", "14/6/2026", "16/6/2026").unwrap();
    assert_eq!(day_id(days.from), "2025-12-15");
    assert_eq!(day_id(days.to), "2026-06-14");
    assert_eq!(days.send_before, parse_day("2026-06-16"));
    let open = read_days(period("2026S1"), "15/12/2025", "14/6/2026", "  ").unwrap();
    assert_eq!(open.send_before, None);
}

#[test]
fn every_printed_and_expected_window_could_have_been_typed() {
    for year in 2020..2030 {
        for kind in KINDS {
            let period = Period { year, kind };
            let window = CCHC.of(period).unwrap();
            let text = |day| bieumau::period::write_day(day);
            let send_before = window.send_before.map(text).unwrap_or_default();
            let read = read_days(period, &text(window.from), &text(window.to), &send_before);
            assert_eq!(read, Ok(window.days()));
        }
    }
}

#[test]
fn each_day_that_is_none_is_told() {
    let told = faults("2026Q1", "", "30/2/2026", "mai");
    let days: Vec<DayOf> = told.iter().map(|(of, _)| *of).collect();
    assert_eq!(days, [DayOf::From, DayOf::To, DayOf::SendBefore]);
    assert_eq!(
        told[0].1,
        "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 09/3/2026."
    );
    assert!(told[1].1.starts_with("“30/2/2026” không phải là một ngày."));
}

#[test]
fn a_window_does_not_end_before_it_begins() {
    assert_eq!(wrong_day("2026Q1", "10/3/2026", "9/3/2026", ""), DayOf::To);
    let told = faults("2026Q1", "15/12/2026", "09/3/2026", "12/3/2026");
    assert_eq!(
        told[0].1,
        "Ngày cuối 09/3/2026 phải từ ngày đầu 15/12/2026 trở đi."
    );
}

#[test]
fn a_window_of_another_year_is_a_slip() {
    assert_eq!(
        wrong_day("2026Q1", "15/12/2024", "9/3/2025", "12/3/2025"),
        DayOf::To
    );
    assert_eq!(wrong_day("2026", "15/12/2026", "9/12/2027", ""), DayOf::To);
    // A year may be counted to the end of its last day, or a little beyond.
    assert!(read_days(period("2026"), "1/1/2026", "31/12/2026", "15/01/2027").is_ok());
    assert!(read_days(period("2026"), "1/1/2026", "5/01/2027", "15/01/2027").is_ok());
    assert_eq!(wrong_day("2026", "1/1/2026", "1/02/2027", ""), DayOf::To);
}

#[test]
fn a_window_has_about_the_length_of_its_period() {
    // A quarter that begins a year too early.
    let told = faults("2026Q1", "15/12/2024", "9/3/2026", "12/3/2026");
    assert_eq!(told[0].0, DayOf::From);
    assert!(told[0].1.contains("là 450 ngày"), "{}", told[0].1);
    assert_eq!(
        wrong_day("2026Q3", "1/9/2026", "10/9/2026", ""),
        DayOf::From
    );
    assert_eq!(wrong_day("2026S1", "1/6/2025", "9/6/2026", ""), DayOf::From);
    assert_eq!(wrong_day("2026", "1/10/2025", "9/12/2026", ""), DayOf::From);
    // A commune that was formed on 1 July reports on the months that it has.
    assert!(read_days(period("2025"), "1/7/2025", "9/12/2025", "12/12/2025").is_ok());
    assert!(read_days(period("2025Q3"), "1/7/2025", "10/9/2025", "12/9/2025").is_ok());
    // The length counts both ends and the leap day.
    assert!(read_days(period("2024Q1"), "1/2/2024", "28/2/2024", "").is_ok());
    assert!(read_days(period("2024Q1"), "2/2/2024", "29/2/2024", "").is_ok());
    assert!(read_days(period("2023Q1"), "2/2/2023", "28/2/2023", "").is_err());
}

#[test]
fn a_report_is_not_due_before_its_data_are_complete() {
    for send_before in ["9/3/2026", "8/3/2026", "12/3/2025"] {
        let of = wrong_day("2026Q1", "15/12/2025", "9/3/2026", send_before);
        assert_eq!(of, DayOf::SendBefore);
    }
    // Printed in 2022: closed on the 14th, to be sent before the 15th.
    assert!(read_days(period("2022Q1"), "15/12/2021", "14/3/2022", "15/3/2022").is_ok());
    let told = faults("2026Q1", "15/12/2025", "9/3/2026", "12/3/2027");
    assert!(told[0].1.contains("hơn ba tháng"), "{}", told[0].1);
}

fn own(from: &str, to: &str, send_before: &str) -> Days {
    read_days(period("2026S1"), from, to, send_before).unwrap()
}

#[test]
fn an_own_window_takes_the_place_of_the_expected_one_which_is_still_told() {
    let mut windows = CCHC.clone();
    windows.set(
        period("2026S1"),
        own("15/12/2025", "14/6/2026", "16/6/2026"),
    );
    let window = windows.of(period("2026S1")).unwrap();
    assert_eq!(day_id(window.to), "2026-06-14");
    assert_eq!(
        (window.status, window.send_status),
        (Status::Own, Status::Own)
    );
    let written = windows.in_documents(period("2026S1")).unwrap();
    assert_eq!(day_id(written.to), "2026-06-10");
    assert_eq!(written.status, Status::Expected);
    // Other periods stay as they were.
    assert_eq!(windows.of(period("2026Q3")), CCHC.of(period("2026Q3")));
}

#[test]
fn only_what_differs_from_the_documents_is_own() {
    let mut windows = CCHC.clone();
    windows.set(
        period("2026S1"),
        own("15/12/2025", "10/6/2026", "16/6/2026"),
    );
    let window = windows.of(period("2026S1")).unwrap();
    assert_eq!(window.status, Status::Expected);
    assert_eq!(window.send_status, Status::Own);
    let printed = CCHC.of(period("2022Q3")).unwrap();
    windows.set(period("2022Q3"), printed.days());
    assert_eq!(windows.of(period("2022Q3")), Some(printed));
}

#[test]
fn a_printed_window_is_overridden_and_kept_beside() {
    let mut windows = CCHC.clone();
    let mended = read_days(period("2022Q3"), "15/6/2022", "14/9/2022", "15/9/2022").unwrap();
    windows.set(period("2022Q3"), mended);
    let window = windows.of(period("2022Q3")).unwrap();
    assert_eq!(window.status, Status::Own);
    assert_eq!(window.send_status, Status::Printed);
    let written = windows.in_documents(period("2022Q3")).unwrap();
    assert_eq!(day_id(written.from), "2022-06-14");
    assert_eq!(written.status, Status::Printed);
}

#[test]
fn the_last_setting_of_a_period_holds() {
    let mut windows = CCHC.clone();
    windows.set(period("2026S1"), own("15/12/2025", "14/6/2026", ""));
    windows.set(period("2026S1"), own("15/12/2025", "13/6/2026", ""));
    assert_eq!(windows.own.len(), 1);
    assert_eq!(
        day_id(windows.of(period("2026S1")).unwrap().to),
        "2026-06-13"
    );
}

#[test]
fn the_current_period_goes_by_the_agency_s_own_day() {
    assert_eq!(current("2026-06-12"), "2026Q3");
    let mut windows = CCHC.clone();
    windows.set(
        period("2026S1"),
        own("15/12/2025", "14/6/2026", "18/6/2026"),
    );
    let on = |today: &str| windows.current(&KINDS, parse_day(today).unwrap()).unwrap();
    assert_eq!(on("2026-06-12").id(), "2026S1");
    assert_eq!(on("2026-06-17").id(), "2026S1");
    assert_eq!(on("2026-06-18").id(), "2026Q3");
}

#[test]
fn what_is_sent_in_january_is_current_until_then() {
    let mut windows = CCHC.clone();
    let days = read_days(period("2026"), "01/01/2026", "31/12/2026", "15/01/2027");
    windows.set(period("2026"), days.unwrap());
    let on = |today: &str| windows.current(&KINDS, parse_day(today).unwrap()).unwrap();
    assert_eq!(on("2027-01-05").id(), "2026");
    assert_eq!(on("2027-01-14").id(), "2026");
    assert_eq!(on("2027-01-15").id(), "2027Q1");
}

#[test]
fn a_form_set_without_windows_takes_own_ones() {
    let mut windows = Windows::default();
    assert_eq!(windows.of(period("2026S1")), None);
    windows.set(period("2026S1"), own("1/1/2026", "30/6/2026", ""));
    let window = windows.of(period("2026S1")).unwrap();
    assert_eq!(window.status, Status::Own);
    assert_eq!(window.due(parse_day("2026-07-01").unwrap()), None);
    assert_eq!(windows.in_documents(period("2026S1")), None);
}

#[test]
fn own_windows_are_kept_and_read_again() {
    let kept = vec![
        (
            period("2026S1"),
            own("15/12/2025", "14/6/2026", "16/6/2026"),
        ),
        (
            period("2026"),
            read_days(period("2026"), "1/1/2026", "31/12/2026", "").unwrap(),
        ),
    ];
    let text = own_windows_text(&kept);
    assert_eq!(read_own_windows(&text).unwrap(), kept);
    assert_eq!(read_own_windows(&own_windows_text(&[])).unwrap(), []);
    assert_eq!(printed_days("2026S1")[1], "2026-06-10");
}

#[test]
fn own_windows_that_are_none_are_told() {
    let wrong = r#"{ "format": "bieumau.own-windows/1", "windows": [
        { "period": "2026Q9", "from": "2026-01-01", "to": "2026-02-30" },
        { "period": "2026Q1", "from": "2026-01-01" } ] }"#;
    let places: Vec<String> = read_own_windows(wrong)
        .unwrap_err()
        .into_iter()
        .map(|complaint| complaint.place)
        .collect();
    for place in ["windows[0].period", "windows[0].to", "windows[1].to"] {
        assert!(places.iter().any(|told| told == place), "{places:?}");
    }
    assert!(read_own_windows("{}").is_err());
}
