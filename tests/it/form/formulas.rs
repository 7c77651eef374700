//! Formulas of rows: what they may name, circles, order, and that a broken one spoils its own cell only.

use super::{choice, complains, opened, ratio, row, set};
use crate::desk::Desk;
use bieumau::form::CellId;
use std::sync::Arc;

#[test]
fn a_formula_names_rows_that_the_form_set_has() {
    let form = complains(
        set(vec![row("a", "count"), ratio("b", "percent([a], [ghost])")]),
        "rows[1] (b).formula",
        "names row “ghost”, which the form set does not have",
    );
    assert_eq!(form.form.rows[1].formula, None);
}

#[test]
fn a_formula_that_cannot_be_read_is_told_with_the_place_in_it() {
    let broken = set(vec![row("a", "count"), ratio("b", "percent([a] 2)")]);
    complains(broken, "rows[1] (b).formula", "Formula, character 13");
}

#[test]
fn rows_without_a_number_are_no_operands() {
    for kind in ["heading", "text"] {
        let set = set(vec![row("a", kind), ratio("b", "[a] + 1")]);
        complains(set, "rows[1] (b).formula", "uses row “a” as a number");
    }
    let words = set(vec![choice("a", &["yes", "no"]), ratio("b", "[a]")]);
    complains(words, "rows[1] (b).formula", "that row holds none");
}

#[test]
fn a_choice_of_numbers_counts_as_its_code() {
    let (form, issues) = opened(set(vec![
        choice("a", &["0", "1", "2"]),
        ratio("b", "[a] * 50"),
    ]));
    assert_eq!(issues, []);
    let mut desk = Desk::on(Arc::new(form));
    desk.enter("a", "2");
    assert_eq!(desk.value("b"), "100");
}

#[test]
fn a_row_holds_a_number_not_a_truth() {
    for formula in ["[a] = 1", "blank([a])", "([a] < 2)"] {
        let set = set(vec![row("a", "count"), ratio("b", formula)]);
        complains(set, "rows[1] (b).formula", "must give a number");
    }
}

#[test]
fn only_rows_that_hold_a_number_are_computed() {
    for kind in ["heading", "text"] {
        let mut computed = ratio("b", "[a]");
        computed.kind = kind.to_owned();
        let form = complains(
            set(vec![row("a", "count"), computed]),
            "rows[1] (b)",
            "Only a row that holds a number",
        );
        assert_eq!(form.form.rows[1].formula, None);
    }
}

#[test]
fn a_row_does_not_need_itself() {
    let form = complains(
        set(vec![ratio("a", "[a] + 1")]),
        "rows[0] (a).formula",
        "Row “a” cannot be computed",
    );
    assert_eq!(form.form.computed(), []);
}

/// The rows that are told to be uncomputable, by id.
fn circular(rows: Vec<bieumau::form::RowWritten>) -> Vec<String> {
    let (_, issues) = opened(set(rows));
    let named = issues.iter().map(|issue| {
        assert!(issue.problem.en.contains("cannot be computed"), "{issue:?}");
        let id = issue.problem.en.split(['“', '”']).nth(1).unwrap();
        assert!(issue.place.ends_with(&format!("({id}).formula")));
        assert!(issue.problem.vi.contains(&format!("“{id}”")));
        id.to_owned()
    });
    named.collect()
}

#[test]
fn a_circle_through_two_rows_names_both() {
    let rows = vec![ratio("a", "[b] + 1"), ratio("b", "[a] - 1")];
    assert_eq!(circular(rows), ["a", "b"]);
}

#[test]
fn a_row_behind_a_circle_is_named_too_and_one_before_it_is_not() {
    let rows = vec![
        row("typed", "count"),
        ratio("before", "[typed] * 2"),
        ratio("a", "[b] + [before]"),
        ratio("b", "[c]"),
        ratio("c", "[a]"),
        ratio("behind", "[c] + 1"),
        ratio("beside", "[before] + 1"),
    ];
    assert_eq!(circular(rows.clone()), ["a", "b", "c", "behind"]);
    let (form, _) = opened(set(rows));
    let mut desk = Desk::on(Arc::new(form));
    desk.enter("typed", "21");
    assert_eq!(desk.value("beside"), "43");
}

#[test]
fn a_broken_formula_spoils_its_own_cell_only() {
    let rows = vec![
        row("a", "count"),
        row("b", "count"),
        ratio("broken", "percent([a], "),
        ratio("stranger", "[ghost]"),
        ratio("sound", "percent([a], [b])"),
    ];
    let (form, issues) = opened(set(rows));
    assert_eq!(issues.len(), 2);
    let mut desk = Desk::on(Arc::new(form));
    desk.enter("a", "21");
    desk.enter("b", "41");
    assert_eq!(desk.value("sound"), "51,22");
    assert_eq!(desk.session.derived(desk.cell("broken")), None);
}

#[test]
fn operands_are_computed_before_the_rows_that_need_them() {
    let rows = vec![
        ratio("total", "[x] + [y]"),
        ratio("x", "[y] * 2"),
        ratio("y", "[typed] + 1"),
        row("typed", "count"),
    ];
    let (open, issues) = opened(set(rows));
    assert_eq!(issues, []);
    let order: Vec<&str> = open
        .form
        .computed()
        .iter()
        .map(|cell| open.form.row(*cell).unwrap().id.as_str())
        .collect();
    assert_eq!(order, ["y", "x", "total"]);
}

/// The longest chains that a form set can hold, in both directions: a check or an edit that looked at every row
/// for every row would take minutes here.
#[test]
fn twenty_thousand_rows_that_hang_on_each_other_are_checked_and_computed() {
    let last = 19_999;
    let down = (0..=last).map(|number| match number {
        0 => row("r0", "count"),
        _ => ratio(&format!("r{number}"), &format!("[r{}] + 1", number - 1)),
    });
    let up = (0..=last).map(|number| match number {
        _ if number == last => row(&format!("r{number}"), "count"),
        _ => ratio(&format!("r{number}"), &format!("[r{}] + 1", number + 1)),
    });
    for (rows, typed, end) in [(down.collect(), 0, last), (up.collect::<Vec<_>>(), last, 0)] {
        let (open, issues) = opened(set(rows));
        assert_eq!(issues, []);
        assert_eq!(open.form.computed().len(), 19_999);
        let mut desk = Desk::on(Arc::new(open));
        let changes = desk.enter(&format!("r{typed}"), "1");
        assert_eq!(changes.cells.len(), 20_000);
        assert_eq!(changes.cells[0], CellId(typed));
        assert_eq!(desk.value(&format!("r{end}")), "20.000");
    }
}

#[test]
fn twenty_thousand_rows_that_read_one_row_are_checked_and_computed() {
    let rows = (0..20_000).map(|number| match number {
        0 => row("r0", "count"),
        _ => ratio(&format!("r{number}"), "percent([r0], [r0])"),
    });
    let (open, issues) = opened(set(rows.collect()));
    assert_eq!(issues, []);
    let mut desk = Desk::on(Arc::new(open));
    assert_eq!(desk.enter("r0", "7").cells.len(), 20_000);
    assert_eq!(desk.value("r19999"), "100");
}
