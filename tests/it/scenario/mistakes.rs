//! Every slip that a single report can show, made on purpose in a report that is otherwise right.

use crate::desk::{Desk, cchc};
use bieumau::report::Severity;
use bieumau::words::Language;

/// The report of the first quarter without the slips that it was printed with.
fn flawless() -> Desk {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b1.3.1", "2");
    desk.enter("pl1.b1.5.2", "");
    desk.enter("pl1.b5.1.1", "1.500,5");
    desk.enter("pl1.b5.1.2", "900");
    assert_eq!(desk.findings(), [""; 0]);
    desk
}

/// Types one wrong figure: exactly this rule speaks, with these figures in its Vietnamese sentence.
fn slip(row: &str, typed: &str, rule: &str, figures: &[&str]) {
    let mut desk = flawless();
    let changes = desk.enter(row, typed);
    assert!(changes.findings, "{rule}");
    let found: Vec<String> = desk
        .findings()
        .into_iter()
        .map(|finding| finding.split(':').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(found, [rule], "{row} = {typed}");
    let message = desk.message(rule, Language::Vi);
    for figure in figures {
        assert!(message.contains(figure), "{figure} | {message}");
    }
    let named: Vec<String> = desk.session.findings()[0]
        .cells
        .iter()
        .map(|cell| desk.row_id(*cell).to_owned())
        .collect();
    assert!(named.iter().any(|id| id == row), "{rule} names {named:?}");
    for language in Language::ALL {
        let message = desk.message(rule, language);
        assert!(!message.contains(['{', '}']), "{message}");
        // Away from its row a sentence says where that is; codes alone stand in several sheets.
        let placed = desk.placed_message(rule, language);
        let sheets = &desk.session.form().form.sheets;
        let is_named = |text: &str| text.starts_with(language.pick("Phụ lục", "Appendix"));
        assert!(is_named(&placed), "{placed}");
        let names = sheets.iter().map(|sheet| sheet.name.text(language));
        assert!(names.clone().any(|name| placed.contains(name)), "{placed}");
        assert!(placed.contains(&message), "{placed}");
    }
}

#[test]
fn away_from_its_row_a_sentence_says_where_it_belongs() {
    let mut desk = flawless();
    desk.enter("pl1.b1.3.1", "1,5");
    assert_eq!(
        desk.placed_message("r-unit-int", Language::Vi),
        "Phụ lục I, Biểu mẫu 1, dòng 3.1 – Chỉ tiêu này đếm số lượng nên phải là số nguyên không âm, nhưng đang ghi 1,5. \
         Sửa lại theo số đếm được."
    );
    desk.enter("pl1.b1.3.1", "Dự kiến 02");
    // A sentence that names its row is not told twice where it is.
    assert_eq!(
        desk.placed_message("unreadable", Language::Vi),
        desk.message("unreadable", Language::Vi)
    );
}

#[test]
fn a_part_is_not_above_its_total() {
    slip(
        "pl1.b1.2.2",
        "42",
        "r-le-pl1.b1.2.2-pl1.b1.2.1",
        &["(42)", "(41)", "chênh lệch 1"],
    );
    slip(
        "pl1.b3.2.2",
        "56",
        "r-le-pl1.b3.2.2-pl1.b3.2.1",
        &["(56)", "(55)"],
    );
    slip(
        "pl1.b3.3.2",
        "16",
        "r-le-pl1.b3.3.2-pl1.b3.3.1",
        &["(16)", "(15)"],
    );
    slip(
        "pl1.b6.4.1.2",
        "985",
        "r-le-pl1.b6.4.1.2-pl1.b6.4.1.1",
        &["(985)", "(984)"],
    );
    slip(
        "pl1.b6.4.2.2",
        "272",
        "r-le-pl1.b6.4.2.2-pl1.b6.4.2.1",
        &["(272)", "(271)"],
    );
    slip(
        "pl1.b6.4.3.2",
        "80.165",
        "r-le-pl1.b6.4.3.2-pl1.b6.4.3.1",
        &["(80.165)", "(31.123)", "49.042"],
    );
    slip(
        "pl1.b6.4.4.2",
        "46.294",
        "r-le-pl1.b6.4.4.2-pl1.b6.4.4.1",
        &["(46.294)", "(46.293)"],
    );
    slip(
        "pl1.b6.4.5.2",
        "516",
        "r-le-pl1.b6.4.5.2-pl1.b6.4.5.1",
        &["(516)", "(460)"],
    );
    slip(
        "pl2.b2.3.1.2",
        "11.648",
        "r-le-pl2.b2.3.1.2-pl2.b2.3.1.1",
        &["(11.648)", "(11.647)"],
    );
    slip(
        "pl2.b2.3.2.2",
        "78.749",
        "r-le-pl2.b2.3.2.2-pl2.b2.3.2.1",
        &["(78.749)", "(78.748)"],
    );
    slip(
        "pl2.b2.3.3.2",
        "71",
        "r-le-pl2.b2.3.3.2-pl2.b2.3.3.1",
        &["(71)", "(70)"],
    );
    slip(
        "pl1.b1.3.3.2",
        "1",
        "r-le-pl1.b1.3.3.2-pl1.b1.3.3.1",
        &["(1)", "(0)"],
    );
    slip(
        "pl1.b2.2.2.2",
        "1",
        "r-le-pl1.b2.2.2.2-pl1.b2.2.2.1",
        &["(1)", "(0)"],
    );
    slip(
        "pl1.b2.3.2.2",
        "1",
        "r-le-pl1.b2.3.2.2-pl1.b2.3.2.1",
        &["(1)", "(0)"],
    );
    slip(
        "pl2.b2.2.2",
        "2.198",
        "r-le-pl2.b2.2.2-pl2.b2.1.4",
        &["(2.198)", "(2.197)"],
    );
    slip(
        "pl1.b4.1.2",
        "4",
        "r-le-pl1.b4.1.2-pl1.b3.1.5",
        &["(4)", "(3)"],
    );
}

#[test]
fn what_may_have_a_reason_is_a_warning() {
    slip(
        "pl1.b1.3.2",
        "3",
        "r-le-pl1.b1.3.2-pl1.b1.3.1",
        &["(3)", "(2)", "giải trình"],
    );
    slip(
        "pl1.b5.1.2",
        "1.600",
        "r-le-pl1.b5.1.2-pl1.b5.1.1",
        &["(1.600 triệu đồng)", "(1.500,5 triệu đồng)", "99,5"],
    );
    slip(
        "pl1.b2.2.2.1",
        "1",
        "r-le-pl1.b2.2.2.1-pl1.b2.2.1",
        &["(1)", "(0)"],
    );
    slip(
        "pl1.b2.3.2.1",
        "1",
        "r-le-pl1.b2.3.2.1-pl1.b2.3.1",
        &["(1)", "(0)"],
    );
    let mut desk = flawless();
    desk.enter("pl1.b1.3.2", "3");
    assert_eq!(desk.session.findings()[0].severity, Severity::Warning);
    assert_eq!(desk.session.tally(0).warnings, 1);
}

#[test]
fn a_sum_closes() {
    slip("pl1.b2.1", "10", "r-sum-b2.1", &["(10)", "(9)", "1"]);
    slip("pl1.b3.1.5.2", "2", "r-sum-b3.1.5", &["(3)", "(2)"]);
    slip(
        "pl2.b2.1.4.1",
        "1.776",
        "r-sum-1.4",
        &["(2.197)", "(2.196)"],
    );
    slip("pl1.b4.4.1", "1", "r-sum-b4.4", &["(1)", "(0)"]);
}

#[test]
fn a_sum_with_a_blank_part_closes_when_the_part_is_filled() {
    let mut desk = flawless();
    desk.enter("pl1.b5.2.4", "1");
    assert_eq!(
        desk.findings(),
        ["r-sum-b5.2: pl1.b5.2.1 pl1.b5.2.2 pl1.b5.2.3 pl1.b5.2.4 pl1.b5.2.5"]
    );
    let message = desk.message("r-sum-b5.2", Language::Vi);
    assert!(message.contains("(3)") && message.contains("(4)"));
    desk.enter("pl1.b5.2.4", "0");
    assert_eq!(desk.findings(), [""; 0]);
    for (part, typed) in [("1", "0"), ("2", "0"), ("3", "1")] {
        desk.enter(&format!("pl1.b5.2.4.{part}"), typed);
    }
    assert_eq!(desk.findings().len(), 1);
    let message = desk.message("r-sum-b5.2.4", Language::Vi);
    assert!(message.contains("(0)") && message.contains("(1)"));
}

#[test]
fn overdue_tasks_are_part_of_all_tasks_on_both_sheets() {
    let mut desk = flawless();
    for row in ["pl1.b1.4.3", "pl2.b1.1.3"] {
        desk.enter(row, "9");
    }
    assert_eq!(desk.findings().len(), 2);
    for rule in ["r-sum-b1.4", "r-sum-pl2b1"] {
        let message = desk.message(rule, Language::Vi);
        assert!(
            message.contains("(21)") && message.contains("(20)"),
            "{message}"
        );
    }
}

#[test]
fn the_same_figure_asked_twice_is_the_same() {
    slip(
        "pl1.b1.4.1",
        "21",
        "r-same-4.1",
        &["là 21", "là 20", "chênh lệch 1"],
    );
    slip("pl2.b1.1.2", "11", "r-same-4.2", &["là 12", "là 11"]);
    slip("pl1.b1.4.3", "1", "r-same-4.3", &["là 1 ", "là 0 "]);
    slip("pl2.b1.1.4", "1", "r-same-4.4", &["là 0 ", "là 1 "]);
    slip("pl1.b5.2.1", "4", "r-same-units", &["là 3 ", "là 4 "]);
}

#[test]
fn a_count_is_whole_and_not_negative() {
    slip("pl1.b1.1", "2,5", "r-unit-int", &["2,5"]);
    slip("pl1.b1.1", "-3", "r-unit-int", &["-3"]);
}

#[test]
fn a_share_is_at_most_a_hundred_and_not_negative() {
    slip("pl1.b6.2", "102,5", "r-ratio-range", &["102,5%"]);
    slip("pl1.b6.3.2.1", "-1", "r-ratio-range", &["-1%"]);
    slip("pl2.b2.2.1", "100,01", "r-ratio-range", &["100,01%"]);
}

#[test]
fn money_is_not_negative() {
    slip("pl1.b5.1.2", "-0,5", "r-money-range", &["-0,5"]);
}

#[test]
fn a_survey_is_held_or_not() {
    let mut desk = flawless();
    desk.enter("pl1.b1.5", "0");
    assert_eq!(desk.findings(), [""; 0]);
    desk.enter("pl1.b1.5.1", "120");
    assert_eq!(
        desk.findings(),
        [
            "r-survey-no-forms: pl1.b1.5 pl1.b1.5.1",
            "r-survey-forms-method: pl1.b1.5.1 pl1.b1.5.2"
        ]
    );
    desk.enter("pl1.b1.5", "1");
    desk.enter("pl1.b1.5.2", "2");
    assert_eq!(desk.findings(), [""; 0]);
    desk.enter("pl1.b1.5", "");
    assert_eq!(
        desk.findings(),
        ["r-survey-forms-answer: pl1.b1.5.1 pl1.b1.5"]
    );
}

#[test]
fn an_option_that_is_not_printed_is_unreadable() {
    let mut desk = flawless();
    desk.enter("pl1.b1.6", "19");
    assert_eq!(desk.value("pl1.b1.6"), "unreadable: 19");
    assert_eq!(desk.findings(), ["unreadable: pl1.b1.6"]);
    let message = desk.message("unreadable", Language::Vi);
    assert!(
        message.starts_with("Phụ lục I, Biểu mẫu 1, dòng 6 “Tổ chức đối thoại"),
        "{message}"
    );
    assert!(
        message.ends_with("chọn một lựa chọn trong danh sách."),
        "{message}"
    );
}

/// Every rule of the form set, each row that it reads emptied in turn, in a report where it would fail.
#[test]
fn a_missing_operand_never_makes_a_finding() {
    let absence = [
        "r-survey-forms-answer",
        "r-survey-forms-method",
        "unreadable",
    ];
    let mut desk = Desk::cchc();
    // A figure in every row, far apart, so that most comparisons fail.
    for (number, (row, _)) in crate::desk::printed().into_iter().enumerate() {
        desk.enter(row, &format!("{}", (number * 7_919) % 1_013));
    }
    let found = desk.session.findings();
    assert!(found.len() > 15, "{}", found.len());
    for finding in found
        .iter()
        .filter(|finding| !absence.contains(&finding.rule.as_str()))
    {
        for cell in &finding.cells {
            for missing in ["", "không phát sinh", "chưa rõ"] {
                let mut session =
                    bieumau::report::Session::open(cchc(), desk.session.report().clone());
                session.enter(*cell, missing);
                let still = session
                    .findings()
                    .iter()
                    .any(|still| still.place == finding.place);
                assert!(!still, "{} without {}", finding.rule, desk.row_id(*cell));
            }
        }
    }
}
