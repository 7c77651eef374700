//! The real report of the first quarter of 2026, typed row by row as it was printed.

use crate::desk::{Desk, QUARTER_ONE, begin, cchc, printed};
use bieumau::report::{Entry, Severity};
use bieumau::words::Language;

#[test]
fn every_printed_cell_is_typed_and_computed_rows_take_none_of_it() {
    let mut desk = Desk::cchc();
    let form = cchc();
    for (row, value) in printed() {
        let takes = form.form.row(desk.cell(row)).unwrap().is_entry();
        let changes = desk.enter(row, value);
        if takes && !value.is_empty() {
            assert!(!changes.is_empty(), "{row}");
        } else {
            assert!(changes.is_empty(), "{row}");
            assert_eq!(*desk.entry(row), Entry::Blank, "{row}");
        }
    }
    assert_eq!(printed().len(), 127);
}

#[test]
fn the_plan_is_half_done_where_the_paper_says_three_quarters() {
    let desk = Desk::quarter_one();
    assert!(QUARTER_ONE.contains("pl1.b1.2\t2\t"));
    assert!(printed().contains(&("pl1.b1.2", "75,5")));
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
    assert_eq!(desk.explained("pl1.b1.2"), "21 ÷ 41 × 100");
}

#[test]
fn all_petitions_are_solved_where_the_paper_repeats_their_number_as_a_share() {
    let desk = Desk::quarter_one();
    assert!(printed().contains(&("pl2.b2.3.3", "70")));
    assert_eq!(desk.value("pl2.b2.3.3"), "100");
    assert_eq!(desk.explained("pl2.b2.3.3"), "70 ÷ 70 × 100");
}

#[test]
fn shares_on_time_are_those_of_the_typed_counts() {
    let desk = Desk::quarter_one();
    assert_eq!(desk.value("pl2.b2.3.1"), "71,3");
    assert_eq!(desk.value("pl2.b2.3.2"), "98,36");
    assert_eq!(desk.explained("pl2.b2.3.1"), "8.304 ÷ 11.647 × 100");
}

#[test]
fn shares_of_online_services_are_computed() {
    let desk = Desk::quarter_one();
    for (row, value) in [
        ("pl1.b6.4.1", "28,56"),
        ("pl1.b6.4.2", "81,18"),
        ("pl1.b6.4.3", "97,41"),
        ("pl1.b6.4.4", "98,63"),
        ("pl1.b6.4.5", "100"),
    ] {
        assert_eq!(desk.value(row), value, "{row}");
    }
}

#[test]
pub fn nothing_of_nothing_is_no_share() {
    let desk = Desk::quarter_one();
    for row in ["pl1.b1.3.3", "pl1.b2.2.2", "pl1.b2.3.2"] {
        assert_eq!(desk.value(row), "zero_denominator", "{row}");
        let derived = desk.session.derived(desk.cell(row)).unwrap();
        assert_eq!(derived.state(), "zero_denominator");
        assert!(derived.numerator.unwrap().is_zero() && derived.denominator.unwrap().is_zero());
    }
}

#[test]
fn words_in_a_cell_for_a_number_stay_as_they_were_typed() {
    let desk = Desk::quarter_one();
    let words = Entry::Unreadable("Dự kiến 02".to_owned());
    assert_eq!(*desk.entry("pl1.b1.3.1"), words);
    let kept = &desk.session.report().entries.get("pl1.b1.3.1").unwrap();
    assert_eq!(kept.entry, words);
}

#[test]
fn letters_left_over_from_the_template_make_the_ratio_unreadable() {
    let desk = Desk::quarter_one();
    assert_eq!(desk.value("pl1.b5.1.1"), "unreadable: a");
    assert_eq!(desk.value("pl1.b5.1"), "unreadable");
    assert_eq!(desk.explained("pl1.b5.1"), "… ÷ … × 100");
}

#[test]
fn figures_are_read_as_offices_write_them() {
    let desk = Desk::quarter_one();
    assert_eq!(desk.value("pl1.b1.1"), "2");
    assert_eq!(desk.value("pl1.b3.2.3"), "8");
    assert_eq!(desk.value("pl1.b6.3"), "5.057");
    assert_eq!(desk.value("pl1.b6.3.1.1"), "100");
    assert_eq!(desk.value("pl2.b2.3.2.1"), "78.748");
    assert_eq!(desk.value("pl1.b1.6"), "0");
}

/// The survey was not held, yet its form is 0, which means "online".
#[test]
pub fn an_online_survey_without_a_single_form_is_a_contradiction() {
    let desk = Desk::quarter_one();
    assert_eq!(*desk.entry("pl1.b1.5.2"), Entry::Choice("0".to_owned()));
    let rule = "r-survey-zero-method";
    assert!(
        desk.findings()
            .contains(&format!("{rule}: pl1.b1.5.1 pl1.b1.5.2"))
    );
    let message = desk.message(rule, Language::Vi);
    assert!(message.contains("5.1 là 0") && message.contains("5.2 có hình thức khảo sát"));
}

#[test]
fn nothing_else_is_found_in_the_right_figures() {
    let desk = Desk::quarter_one();
    // Down the form, so that whoever mends one after the other goes one way.
    assert_eq!(
        desk.findings(),
        [
            "unreadable: pl1.b1.3.1",
            "r-survey-zero-method: pl1.b1.5.1 pl1.b1.5.2",
            "unreadable: pl1.b5.1.1",
            "unreadable: pl1.b5.1.2",
        ]
    );
    let findings = desk.session.findings();
    assert!(
        findings
            .iter()
            .all(|finding| finding.severity == Severity::Error)
    );
}

#[test]
fn the_report_is_mended_and_every_finding_goes() {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b1.3.1", "02");
    desk.enter("pl1.b1.5.2", "");
    desk.enter("pl1.b5.1.1", "Không phát sinh");
    desk.enter("pl1.b5.1.2", "không phát sinh");
    assert_eq!(desk.findings(), [""; 0]);
    assert_eq!(desk.value("pl1.b5.1"), "not_applicable");
}

#[test]
fn each_sheet_says_how_far_it_has_come() {
    let desk = Desk::quarter_one();
    let tally = desk.session.tally(0);
    // Of the 15 rows that are typed one, the survey itself, is blank.
    assert_eq!((tally.expected, tally.filled), (15, 14));
    assert_eq!((tally.errors, tally.warnings), (2, 0));
    let nothing = desk.session.tally(99);
    assert_eq!((nothing.expected, nothing.errors), (0, 0));
}

#[test]
fn the_whole_report_counts_each_finding_once() {
    let desk = Desk::quarter_one();
    let total = desk.session.total();
    let form = cchc();
    assert_eq!(form.form.printed_sheets().count(), 8);
    let of_sheets = |count: fn(bieumau::report::Tally) -> usize| -> usize {
        let sheets = form.form.printed_sheets();
        sheets
            .map(|(sheet, _)| count(desk.session.tally(sheet)))
            .sum()
    };
    assert_eq!(total.expected, of_sheets(|tally| tally.expected));
    assert_eq!(total.filled, of_sheets(|tally| tally.filled));
    assert_eq!((total.errors, total.warnings), (4, 0));
    // This one names rows of two sheets.
    let mut desk = desk;
    desk.enter("pl1.b1.4.1", "21");
    assert_eq!(desk.session.total().errors, 5);
    assert_eq!(desk.session.tally(0).errors, 3);
    let second = cchc()
        .form
        .sheets
        .iter()
        .position(|sheet| sheet.id == "pl2.b1");
    assert_eq!(desk.session.tally(second.unwrap()).errors, 1);
}

#[test]
fn a_saved_report_opens_as_it_was_left() {
    let desk = Desk::quarter_one();
    let again = bieumau::report::Session::open(cchc(), desk.session.report().clone());
    assert_eq!(again.report(), desk.session.report());
    assert_eq!(again.findings(), desk.session.findings());
    for cell in cchc().form.cells() {
        assert_eq!(again.entry(cell), desk.session.entry(cell));
        assert_eq!(again.derived(cell), desk.session.derived(cell));
    }
}

#[test]
fn an_empty_report_has_no_finding_and_no_value() {
    let desk = Desk::cchc();
    assert_eq!(desk.findings(), [""; 0]);
    let form = &cchc().form;
    for cell in form.computed() {
        let derived = desk.session.derived(*cell);
        let is_fed = form.row(*cell).unwrap().fed_by.is_some();
        // A row that can be fed is typed as long as nothing feeds it.
        let expected = (!is_fed).then_some("missing");
        assert_eq!(derived.map(|derived| derived.state()), expected);
    }
    assert!(begin(&cchc()).entries.is_empty());
}
