//! Figures of reports against the marks of the plans.

use super::{number, targets};
use crate::desk::{Desk, kl226};
use bieumau::formula::Reason;
use bieumau::plan::{Answer, Figure, Fit, Target, Verdict, Why, figure, judge};

fn target(id: &str) -> Target {
    let found = targets().targets.into_iter().find(|target| target.id == id);
    found.unwrap_or_else(|| panic!("no target {id}"))
}

/// A row that answers plainly.
fn answers() -> Answer {
    Answer {
        form: String::new(),
        row: String::new(),
        fit: Fit::Answers,
        caution: None,
    }
}

/// The Vietnamese verdict of a figure that answers a target.
fn said(id: &str, value: &str) -> String {
    let (target, answer) = (target(id), answers());
    let verdict = judge(&target, &answer, Ok(Figure::from(number(value))));
    verdict.words(&target, &answer).vi
}

/// The verdict of a row of an open report: target, row, Vietnamese words.
fn on_row(desk: &Desk, id: &str, row: &str) -> (String, String) {
    let target = target(id);
    let answer = target.rows.iter().find(|answer| answer.row == row).unwrap();
    let verdict = judge(&target, answer, figure(&desk.session, desk.cell(row)));
    let words = verdict.words(&target, answer);
    assert_ne!(words.vi, words.en);
    (verdict.code().to_owned(), words.vi)
}

#[test]
fn the_distance_is_exact() {
    // “tối thiểu 90%”
    assert_eq!(said("001-30", "90"), "đã đạt");
    assert_eq!(said("001-30", "93.2"), "đã đạt, vượt 3,2 điểm %");
    assert_eq!(said("001-30", "86.8"), "chưa đạt, còn thiếu 3,2 điểm %");
    assert_eq!(said("001-30", "0"), "chưa đạt, còn thiếu 90 điểm %");
    // “100%” plain: all of them, and no less.
    assert_eq!(said("001-18", "99.99"), "chưa đạt, còn thiếu 0,01 điểm %");
    assert_eq!(said("001-18", "100"), "đã đạt");
    // A plain 20 % is a floor: more inspections do not miss it.
    assert_eq!(said("001-01", "25"), "đã đạt, vượt 5 điểm %");
    // “trên 70%”: the mark itself is not enough.
    assert_eq!(
        said("001-55", "70"),
        "chưa đạt, mới bằng mức; phải vượt mức"
    );
    assert_eq!(said("001-55", "70.01"), "đã đạt, vượt 0,01 điểm %");
    // “không quá 1,5 ngày”
    assert_eq!(said("003-08", "1.5"), "đã đạt");
    assert_eq!(said("003-08", "2"), "chưa đạt, còn cao hơn 0,5 ngày");
    assert_eq!(said("003-08", "1"), "đã đạt, thấp hơn 0,5 ngày");
    // “khoảng 4.000 doanh nghiệp”, “khoảng 8-10%”
    assert_eq!(
        said("001-39", "3988"),
        "chưa đạt, còn thiếu 12 doanh nghiệp"
    );
    assert_eq!(said("001-32", "8"), "đã đạt");
    // A cut may be missed by growing.
    assert_eq!(said("003-10", "-3.5"), "chưa đạt, còn thiếu 18,5 điểm %");
}

#[test]
fn a_share_above_a_hundred_is_said_to_be_impossible() {
    assert_eq!(
        said("004-02", "100"),
        "không thể đạt: một tỷ lệ không vượt quá 100 %"
    );
}

#[test]
fn what_is_reached_only_by_rounding_is_not_reached() {
    let mut desk = Desk::cchc();
    desk.enter("pl2.b2.3.1.1", "25000");
    desk.enter("pl2.b2.3.1.2", "24999");
    assert_eq!(desk.value("pl2.b2.3.1"), "100");
    let (code, words) = on_row(&desk, "001-18", "pl2.b2.3.1");
    assert_eq!(code, "not_yet");
    assert_eq!(words, "chưa đạt, chỉ bằng mức do làm tròn");
    desk.enter("pl2.b2.3.1.2", "25000");
    assert_eq!(on_row(&desk, "001-18", "pl2.b2.3.1").1, "đã đạt");
}

/// The report of the first quarter of 2026: 71.3 is printed, 8.304 of 9.724 were on time.
#[test]
fn the_first_quarter_has_not_reached_its_targets() {
    let mut desk = Desk::quarter_one();
    desk.enter("pl2.b2.3.1.1", "9.724");
    let told = [
        ("001-18", "pl2.b2.3.1", "chưa đạt, còn thiếu 14,6 điểm %"),
        ("001-19", "pl2.b2.3.3", "đã đạt"),
        ("001-42", "pl1.b6.4.1", "chưa đạt, còn thiếu 71,44 điểm %"),
        ("001-08", "pl1.b6.4.5", "đã đạt, vượt 20 điểm %"),
        ("001-05", "pl1.b2.2.2", "chưa kết luận được: mẫu số bằng 0"),
        (
            "001-30",
            "pl1.b5.1",
            "chưa kết luận được: có số liệu chưa đọc được",
        ),
        (
            "001-23",
            "pl1.b3.3.4",
            "chưa kết luận được: dòng này chỉ gần giống chỉ tiêu",
        ),
    ];
    for (id, row, words) in told {
        assert_eq!(on_row(&desk, id, row).1, words, "{id} {row}");
    }
}

#[test]
fn a_narrower_row_can_only_prove_that_the_target_is_reached() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b2.2.2.1", "4");
    desk.enter("pl1.b2.2.2.2", "3");
    assert_eq!(
        on_row(&desk, "001-05", "pl1.b2.2.2"),
        (
            "cannot_tell".to_owned(),
            "chưa kết luận được: dòng này tính hẹp hơn chỉ tiêu".to_owned()
        )
    );
    desk.enter("pl1.b2.2.2.2", "4");
    assert_eq!(on_row(&desk, "001-05", "pl1.b2.2.2").0, "reached");
}

#[test]
fn a_row_of_breaches_is_reached_by_none_of_them() {
    let (target, mut answer) = (target("003-06"), answers());
    answer.fit = Fit::Breaches;
    let words = |value: &str| {
        let verdict = judge(&target, &answer, Ok(Figure::from(number(value))));
        verdict.words(&target, &answer).vi
    };
    assert_eq!(words("0"), "đã đạt");
    assert_eq!(words("3"), "chưa đạt, có 3 trường hợp quá mức");
}

#[test]
fn without_a_figure_nobody_can_tell_and_the_reason_is_said() {
    let target = target("001-30");
    for reason in [
        Reason::Missing,
        Reason::ZeroDenominator,
        Reason::NotApplicable,
        Reason::Unreadable,
    ] {
        let verdict = judge(&target, &answers(), Err(reason));
        assert_eq!(verdict, Verdict::CannotTell(Why::NoFigure(reason)));
        let words = verdict.words(&target, &answers());
        assert!(words.vi.ends_with(reason.words().0), "{}", words.vi);
        assert!(words.en.ends_with(reason.words().1), "{}", words.en);
    }
}

/// The form of Conclusion 226 was made from its targets, so all of them can be judged on it.
#[test]
fn the_form_of_conclusion_226_answers_its_targets() {
    let mut desk = Desk::on(kl226());
    for (row, text) in [
        ("1.1", "200"),
        ("1.2", "176"),
        ("2.1", "50"),
        ("2.2", "52"),
        ("2.4", "30"),
        ("2.6", "0"),
        ("2.7", "2"),
        ("3.1", "1.000"),
        ("3.2", "918"),
    ] {
        desk.enter(row, text);
    }
    let told = [
        ("003-10", "1.3", "chưa đạt, còn thiếu 3 điểm %"),
        ("003-04", "2.3", "chưa đạt, còn thiếu 14 điểm %"),
        ("003-05", "2.5", "chưa đạt, còn thiếu 2,31 điểm %"),
        ("003-06", "2.6", "đã đạt"),
        ("003-07", "2.7", "chưa đạt, có 2 trường hợp quá mức"),
        ("003-13", "3.3", "chưa đạt, còn thiếu 3,2 điểm %"),
        ("003-15", "5.3", "chưa kết luận được: chưa đủ số liệu"),
    ];
    for (id, row, words) in told {
        assert_eq!(on_row(&desk, id, row).1, words, "{id} {row}");
    }
}
