//! The inconsistencies of DOMAIN.md 3.1 that the form sets themselves end.

use crate::desk::{Desk, cchc, cchc_2021, printed, printed_rows};
use bieumau::form::{Form, Level, Row};
use bieumau::report::{Entry, Session};

const HALF_YEAR: &str = include_str!("../../../fixtures/seed-002-appendix.tsv");

fn row<'a>(form: &'a Form, id: &str) -> &'a Row {
    form.row(form.cell(id).unwrap()).unwrap()
}

fn value_in_print(id: &str) -> &'static str {
    let found = printed().into_iter().find(|(row, _)| *row == id);
    found.unwrap().1
}

/// The row takes nothing, typed, pasted or from a file, and shows what follows from its parts.
fn takes_no_entry(id: &str, in_print: &str, computed: &str, how: &str) {
    assert_eq!(value_in_print(id), in_print);
    let mut desk = Desk::quarter_one();
    assert!(desk.enter(id, in_print).is_empty());
    assert_eq!(*desk.entry(id), Entry::Blank);
    assert_eq!(desk.value(id), computed);
    assert_eq!(desk.explained(id), how);
}

/// Number 1, seed 000, pl1.b1.2: 75,5 % printed, 21 of 41 tasks done.
#[test]
pub fn the_share_of_the_plan_takes_no_entry() {
    takes_no_entry("pl1.b1.2", "75,5", "51,22", "21 ÷ 41 × 100");
}

/// Number 2, seed 000, pl2.b2.3.3: 70 % printed, 70 of 70 petitions resolved.
#[test]
pub fn the_share_of_petitions_takes_no_entry() {
    takes_no_entry("pl2.b2.3.3", "70", "100", "70 ÷ 70 × 100");
}

/// Number 7, seed 000, II.6.6 and II.6.8: 44,64 and 80.2 are cut off; typed in the sheet the same counts are rounded.
#[test]
pub fn shares_are_rounded_and_never_cut_off() {
    let mut desk = Desk::cchc();
    for (row, figure) in [
        ("pl1.b6.4.1.1", "869"),
        ("pl1.b6.4.1.2", "388"),
        ("pl1.b6.4.2.1", "482"),
        ("pl1.b6.4.2.2", "387"),
    ] {
        desk.enter(row, figure);
    }
    // 44,6490… and 80,2904…
    assert_eq!(desk.value("pl1.b6.4.1"), "44,65");
    assert_eq!(desk.value("pl1.b6.4.2"), "80,29");
}

/// Number 18, seed 000, pl1.b5.1: "= b/a*100", "a", "b".
#[test]
pub fn the_text_of_the_template_is_no_figure() {
    takes_no_entry("pl1.b5.1", "= b/a*100", "unreadable", "… ÷ … × 100");
    let desk = Desk::quarter_one();
    for row in ["pl1.b5.1.1", "pl1.b5.1.2"] {
        assert!(desk.findings().contains(&format!("unreadable: {row}")));
    }
}

/// Number 19, seed 000, pl1.b1.3.1: "Dự kiến 02".
#[test]
pub fn an_estimate_in_words_is_no_figure() {
    let desk = Desk::quarter_one();
    assert_eq!(desk.value("pl1.b1.3.1"), "unreadable: Dự kiến 02");
    assert!(
        desk.findings()
            .contains(&"unreadable: pl1.b1.3.1".to_owned())
    );
}

/// Number 20, seed 000, biểu 6: "0" and "Thủ tục" where a share and dossiers are asked for.
#[test]
pub fn the_measure_comes_from_the_form_set() {
    let form = cchc();
    for (id, measure) in [
        ("pl1.b6.2", "%"),
        ("pl1.b6.4.3.1", "Hồ sơ"),
        ("pl1.b6.4.3.2", "Hồ sơ"),
    ] {
        assert_eq!(row(&form.form, id).measure.vi, measure);
    }
}

/// Number 22, seed 000: the sheets of the Office hold figures of the whole province.
#[test]
pub fn a_sheet_says_whose_figures_it_asks_for() {
    let form = cchc();
    for part in 1..=4 {
        let row = row(&form.form, &format!("pl1.b1.4.{part}"));
        assert!(!row.is_for(Level::Department) && row.is_for(Level::Province));
        assert_eq!(row.lead.as_ref().unwrap().vi, "Văn phòng UBND tỉnh");
    }
    let said = |id: &str| row(&form.form, id).remark.clone().unwrap().vi;
    assert!(said("pl1.b1.4").contains("Số liệu của toàn tỉnh"));
    assert!(said("pl1.b6.4").contains("của chính cơ quan, đơn vị mình, không phải của toàn tỉnh"));
    // Nor are they missed in the report of a department.
    let expected = |level| {
        let mut report = Desk::cchc().session.report().clone();
        report.agency.level = level;
        Session::open(form.clone(), report).tally(0).expected
    };
    assert_eq!(expected(Level::Province), expected(Level::Department) + 4);
}

/// Number 23, seed 002: the rows under 1.2 are numbered 1.1.1. to 1.1.4.
#[test]
pub fn the_code_comes_from_the_form_set() {
    let form = cchc_2021();
    for printed in printed_rows(HALF_YEAR) {
        let row = row(&form.form, printed.id);
        if printed.id.starts_with("1.2.") {
            assert!(printed.code.starts_with("1.1."));
            assert_eq!(row.code, format!("{}.", printed.id));
        } else {
            assert_eq!(row.code, printed.code);
        }
    }
}
