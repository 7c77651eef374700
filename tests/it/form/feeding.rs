//! Helper sheets, the rows that they feed, and what a share is a share of.

use super::{complains, opened, phrase, ratio, row, set, sheet};
use bieumau::form::{FormSet, RowWritten, SheetWritten};

/// A printed row that is fed by this formula, and a helper sheet with two rows.
fn fed(formula: &str) -> FormSet {
    let fed = RowWritten {
        fed_by: Some(formula.to_owned()),
        ..row("a", "count")
    };
    let helper = SheetWritten {
        helper: true,
        ..sheet("helper", vec![row("x", "count"), row("y", "text")])
    };
    let mut set = set(vec![fed, row("b", "count")]);
    set.sheets.push(helper);
    set
}

#[test]
fn a_row_is_fed_by_a_helper_sheet() {
    let (open, issues) = opened(fed("[x] + 1"));
    assert_eq!(issues, []);
    let form = &open.form;
    let (a, x) = (form.cell("a").unwrap(), form.cell("x").unwrap());
    let row = form.row(a).unwrap();
    assert!(row.is_entry() && row.formula.is_none());
    assert_eq!(row.computation(), row.fed_by.as_ref());
    assert_eq!(form.computed(), [a]);
    assert!(form.is_helper(x) && !form.is_helper(a));
    let printed: Vec<usize> = form.printed_sheets().map(|(place, _)| place).collect();
    assert_eq!(printed, [0]);
}

#[test]
fn what_feeds_a_row_must_stand_on_a_helper_sheet_and_hold_a_number() {
    complains(fed("[b]"), "(a).fed_by", "not on a helper sheet");
    complains(fed("[x] + [b]"), "(a).fed_by", "not on a helper sheet");
    complains(fed("[y]"), "(a).fed_by", "holds none");
    complains(fed("[z]"), "(a).fed_by", "does not have");
    complains(fed("[x] > 1"), "(a).fed_by", "must give a number");
    complains(fed("[x"), "(a).fed_by", "");
}

#[test]
fn only_a_typed_row_of_numbers_on_a_printed_sheet_is_fed() {
    let mut of_words = fed("[x]");
    of_words.sheets[0].rows[0].kind = "text".to_owned();
    complains(of_words, "(a).fed_by", "typed row of numbers");
    let mut computed = fed("[x]");
    computed.sheets[0].rows[0].formula = Some("[b]".to_owned());
    complains(computed, "(a).fed_by", "typed row of numbers");
    let mut on_helper = fed("[x]");
    on_helper.sheets[1].rows[0].fed_by = Some("[x]".to_owned());
    complains(on_helper, "(x).fed_by", "typed row of numbers");
}

#[test]
fn a_helper_row_that_is_computed_from_the_row_it_feeds_is_a_circle() {
    let mut set = fed("[x]");
    set.sheets[1].rows[0].formula = Some("[a]".to_owned());
    let (open, issues) = opened(set);
    let places: Vec<&str> = issues.iter().map(|issue| issue.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "sheets[0].rows[0] (a).fed_by",
            "sheets[1].rows[0] (x).formula"
        ]
    );
    assert_eq!(open.form.computed(), []);
}

#[test]
fn a_denominator_is_said_of_a_share_and_in_both_languages() {
    let share = |denominator| RowWritten {
        denominator: Some(denominator),
        ..ratio("r", "percent([a], [b])")
    };
    let with = |row_r| set(vec![row("a", "count"), row("b", "count"), row_r]);
    let (_, issues) = opened(with(share(phrase("dossiers"))));
    assert_eq!(issues, []);
    complains(
        with(share(Default::default())),
        "(r).denominator",
        "both Vietnamese",
    );
    let count = RowWritten {
        denominator: Some(phrase("dossiers")),
        ..row("r", "count")
    };
    complains(with(count), "(r).denominator", "Only a row that is a share");
}
