//! The real report of the first half of 2021 (seed 002), typed row by row as it was printed.

use crate::desk::{Desk, begin, cchc_2021, printed_rows};
use bieumau::report::{Entry, Session, Severity};
use bieumau::words::Language;

const APPENDIX: &str = include_str!("../../fixtures/seed-002-appendix.tsv");

/// The rows where the office wrote "Không = 0": it means 0, but 0 and not applicable are two things, so it is asked.
const NONE_EQUALS_ZERO: [&str; 9] = [
    "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.3.3", "4.2.3", "5.1.3", "5.2.1", "5.2.4",
];

/// An empty report of the province for the first half of 2021.
pub fn empty() -> Desk {
    let form = cchc_2021();
    let mut report = begin(&form);
    report.agency.code = "x-ubnd-tinh".to_owned();
    report.agency.name = "UBND tỉnh Sơn La".to_owned();
    report.period.id = "2021S1".to_owned();
    report.period.from = Some("2020-12-15".to_owned());
    report.period.to = Some("2021-06-14".to_owned());
    Desk {
        session: Session::open(form, report),
    }
}

/// The report with every printed cell typed, slips included.
pub fn as_printed() -> Desk {
    let mut desk = empty();
    for row in printed_rows(APPENDIX) {
        desk.enter(row.id, row.value);
    }
    desk
}

/// The report with the figures that the office meant, where what it wrote is no figure.
pub fn as_meant() -> Desk {
    let mut desk = as_printed();
    for row in NONE_EQUALS_ZERO {
        desk.enter(row, "0");
    }
    // "Phát phiếu = 1", "Không = 0" where the option is "Chưa thực hiện = 0", 19 dialogues, and "-".
    desk.enter("1.4.2", "1");
    desk.enter("5.3.1", "0");
    desk.enter("1.5", "1");
    desk.enter("2.3", "");
    desk
}

/// A finding of this rule and level, at these rows, with these words in its Vietnamese sentence.
fn finds(rule: &str, severity: Severity, rows: &[&str], words: &[&str]) {
    let desk = as_meant();
    let findings = desk.session.findings();
    let found = findings.iter().find(|finding| finding.rule == rule);
    let found = found.unwrap_or_else(|| panic!("{rule} finds nothing"));
    assert_eq!(found.severity, severity, "{rule}");
    let named: Vec<&str> = found.cells.iter().map(|cell| desk.row_id(*cell)).collect();
    assert_eq!(named, rows, "{rule}");
    let message = desk.message(rule, Language::Vi);
    for word in words {
        assert!(message.contains(word), "{word} | {message}");
    }
}

#[test]
fn what_is_no_figure_stays_as_typed_and_is_asked_about() {
    let desk = as_printed();
    let mut asked: Vec<String> = desk
        .findings()
        .into_iter()
        .filter_map(|finding| finding.strip_prefix("unreadable: ").map(str::to_owned))
        .collect();
    asked.sort();
    let mut expected: Vec<&str> = NONE_EQUALS_ZERO.to_vec();
    expected.extend(["1.4.2", "1.5", "2.3", "5.3.1"]);
    expected.sort_unstable();
    assert_eq!(asked, expected);
    let kept = |row: &str| desk.entry(row).clone();
    assert_eq!(kept("1.2.1"), Entry::Unreadable("Không = 0".to_owned()));
    assert_eq!(kept("2.3"), Entry::Unreadable("-".to_owned()));
    assert_eq!(kept("1.5"), Entry::Unreadable("19".to_owned()));
}

#[test]
fn figures_with_their_measure_written_behind_them_are_read() {
    let desk = as_printed();
    for (row, figure) in [
        ("1.1", "7"),
        ("1.2", "12"),
        ("1.4.1", "6.238"),
        ("7.6.2", "159.918"),
        ("4.2", "2.281"),
        ("4.3", "27.775"),
        ("5.3.2", "9"),
        ("4.1.4#4", "23,9"),
        ("7.6.2#2", "2,5"),
    ] {
        assert_eq!(desk.value(row), figure, "{row}");
    }
}

/// The shared form file lists these violations that a single report can show; each is found once, and nothing else.
#[test]
fn exactly_the_known_contradictions_are_found() {
    assert_eq!(
        as_meant().findings(),
        [
            "r-x-3.5.2: 3.5.2 7.8.1 7.8.2",
            "r-pct-7.6.2: 7.6.2#1 7.6.2#2",
            "r-same-99: 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5",
            "r-sum-6: 4.1.4 6.1 6.2 6.3 6.4",
            "r-head-4.2: 4.2 4.2.1",
        ]
    );
}

#[test]
pub fn dialogues_counted_in_a_row_of_choices_are_no_option() {
    let desk = as_printed();
    assert_eq!(desk.value("1.5"), "unreadable: 19");
    let cell = desk.cell("1.5");
    let findings = desk.session.findings_at(cell);
    assert_eq!(findings.len(), 1);
    let open = desk.session.form();
    let message = findings[0].message(&open.form, open.rules(), Language::Vi);
    assert!(
        message.starts_with("Phụ lục I, Mục 1, dòng 1.5 “Tổ chức đối thoại"),
        "{message}"
    );
}

#[test]
pub fn online_procedures_are_counted_in_two_sections_and_differ_by_47() {
    finds(
        "r-x-3.5.2",
        Severity::Error,
        &["3.5.2", "7.8.1", "7.8.2"],
        &["703", "750", "chênh lệch 47", "7.8.1", "7.8.2"],
    );
}

#[test]
pub fn two_hundred_and_thirty_eight_units_are_in_no_class_of_autonomy() {
    finds(
        "r-sum-6",
        Severity::Warning,
        &["4.1.4", "6.1", "6.2", "6.3", "6.4"],
        &["(937)", "(699)", "chênh lệch 238", "giải trình"],
    );
}

#[test]
pub fn the_heading_of_posts_differs_from_its_first_row_by_seven() {
    finds(
        "r-head-4.2",
        Severity::Warning,
        &["4.2", "4.2.1"],
        &["2.281", "2.274", "chênh lệch 7"],
    );
}

#[test]
pub fn two_shares_that_exclude_each_other_are_more_than_a_hundred() {
    finds(
        "r-pct-7.6.2",
        Severity::Error,
        &["7.6.2#1", "7.6.2#2"],
        &["102,5%", "chênh lệch 2,5"],
    );
}

#[test]
pub fn the_same_share_five_times_wants_an_explanation() {
    finds(
        "r-same-99",
        Severity::Warning,
        &["3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5"],
        &["3.4.1 đến 3.4.5", "giải trình"],
    );
    let mut desk = as_meant();
    desk.enter("3.4.5", "99,98");
    assert!(
        !desk
            .findings()
            .iter()
            .any(|found| found.starts_with("r-same-99"))
    );
    // All on time is no suspicion.
    for row in ["3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5"] {
        desk.enter(row, "100");
    }
    assert!(
        !desk
            .findings()
            .iter()
            .any(|found| found.starts_with("r-same-99"))
    );
}

/// DOMAIN.md 3.1, "Checked and right": 1.342 + 235 + 118 and 11 + 347 + 579, 42 ≤ 94, 10 + 0 ≤ 13 and the rest.
#[test]
fn what_agrees_raises_nothing_until_it_is_changed_by_one() {
    let found = |desk: &Desk| -> Vec<String> {
        let findings = desk.session.findings();
        findings.into_iter().map(|finding| finding.rule).collect()
    };
    let known = found(&as_meant());
    for (row, wrong, rule) in [
        ("1.1.2", "95", "r-le-plan"),
        ("1.2.4", "1", "r-le-issue"),
        ("1.3.2", "14", "r-sum-1.3"),
        ("2.5", "3", "r-le-2.5"),
        ("3.1.3#2", "236", "r-sum-3.1.3"),
        ("3.2.1", "1.696", "r-le-3.2.1"),
        ("3.2.2", "704", "r-le-3.2.2"),
        ("3.5.1", "1.696", "r-le-3.5.1"),
        ("3.5.3", "1.696", "r-le-3.5.3"),
        ("4.1.4#3", "580", "r-sum-4.1.4"),
        ("4.3", "27.776", "r-head-4.3"),
        ("4.2.2", "2.275", "r-le-4.2.2"),
        ("4.3.2", "27.776", "r-le-4.3.2"),
        ("5.1.2", "938", "r-le-5.1.2"),
        ("1.4.2", "", "r-survey-forms-method"),
        ("1.4.1", "0", "r-survey-zero-method"),
        ("7.8.3", "100,5", "r-ratio-range"),
        ("4.2.5", "100,1", "r-cut-range"),
        ("1.1.3", "4,5", "r-num"),
    ] {
        assert!(!known.contains(&rule.to_owned()), "{rule}");
        let mut desk = as_meant();
        desk.enter(row, wrong);
        let now = found(&desk);
        assert!(now.contains(&rule.to_owned()), "{row} = {wrong}: {now:?}");
        assert_eq!(now.len(), known.len() + 1, "{row} = {wrong}: {now:?}");
    }
}

#[test]
fn more_handled_than_checked_and_reviewed_is_asked_about_once_both_are_known() {
    let mut desk = as_meant();
    desk.enter("2.4", "35");
    desk.enter("2.3", "1");
    let message = desk.message("r-sum-2.4", Language::Vi);
    assert!(message.contains("(35)") && message.contains("(34)"));
    desk.enter("2.3", "2");
    assert!(
        !desk
            .findings()
            .iter()
            .any(|found| found.starts_with("r-sum-2.4"))
    );
}

/// Posts may have grown since 2015, then the cut is negative.
#[test]
fn a_cut_against_2015_may_be_negative() {
    let mut desk = as_meant();
    let before = desk.findings();
    desk.enter("4.2.5", "-3,2");
    assert_eq!(desk.value("4.2.5"), "-3,2");
    assert_eq!(desk.findings(), before);
}

#[test]
fn the_report_is_mended_and_every_finding_goes() {
    let mut desk = as_meant();
    desk.enter("3.5.2", "750");
    desk.enter("4.2", "2.274");
    desk.enter("6.4", "779");
    desk.enter("7.6.2#1", "97,5");
    desk.enter("3.4.1", "99,9");
    assert_eq!(desk.findings(), [""; 0]);
}
