//! Sheets and rows: ids, kinds, parents, options, words.

use super::{choice, complains, opened, phrase, row, set, sheet};
use bieumau::form::{FormSet, Kind, RowWritten, TaskCount};
use bieumau::words::Phrase;

fn child(id: &str, parent: &str) -> RowWritten {
    RowWritten {
        parent: Some(parent.to_owned()),
        ..row(id, "count")
    }
}

#[test]
fn a_row_id_occurs_once() {
    let twice = set(vec![
        row("a", "count"),
        row("b", "count"),
        row("a", "money"),
    ]);
    complains(twice, "sheets[0].rows[2] (a)", "Row id “a” occurs twice");
    let on_two_sheets = FormSet {
        sheets: vec![
            sheet("s", vec![row("a", "count")]),
            sheet("t", vec![row("a", "count")]),
        ],
        ..set(vec![])
    };
    complains(on_two_sheets, "sheets[1].rows[0] (a)", "occurs twice");
}

#[test]
fn a_sheet_id_occurs_once() {
    let twice = FormSet {
        sheets: vec![
            sheet("s", vec![row("a", "count")]),
            sheet("s", vec![row("b", "count")]),
        ],
        ..set(vec![])
    };
    complains(twice, "sheets[1] (s)", "Sheet id “s” occurs twice");
}

#[test]
fn ids_keep_to_letters_that_need_no_escape() {
    for id in ["", "a b", "đ", "a/b", "a\"b", "<a>", &"a".repeat(101)] {
        complains(
            set(vec![row(id, "count")]),
            &format!("({id})"),
            "1 to 100 signs",
        );
    }
    let (_, issues) = opened(set(vec![
        row(&"a".repeat(100), "count"),
        row("A.1-b_2#3", "count"),
    ]));
    assert_eq!(issues, []);
}

/// The id of a form set stands in `#/report/…` and in the keys of the store; a row id does not.
#[test]
fn the_id_of_a_form_set_has_no_number_sign() {
    let hashed = FormSet {
        id: "a#b".to_owned(),
        ..set(vec![row("a", "count")])
    };
    complains(hashed, "id", "must not contain #");
}

#[test]
fn a_parent_stands_above_its_child_on_the_same_sheet() {
    let form = complains(
        set(vec![child("a", "ghost")]),
        "rows[0] (a)",
        "Parent row “ghost”",
    );
    assert_eq!(form.form.rows[0].parent, None);
    let below = set(vec![child("a", "b"), row("b", "heading")]);
    complains(below, "rows[0] (a)", "does not stand above it");
    complains(
        set(vec![child("a", "a")]),
        "rows[0] (a)",
        "does not stand above it",
    );
    let elsewhere = FormSet {
        sheets: vec![
            sheet("s", vec![row("a", "heading")]),
            sheet("t", vec![child("b", "a")]),
        ],
        ..set(vec![])
    };
    complains(elsewhere, "sheets[1].rows[0] (b)", "on the same sheet");
}

#[test]
fn depth_is_counted_from_the_outermost_parent() {
    let rows = vec![
        row("a", "heading"),
        child("b", "a"),
        child("c", "b"),
        row("d", "count"),
    ];
    let (open, issues) = opened(set(rows));
    assert_eq!(issues, []);
    let depths: Vec<u8> = open.form.rows.iter().map(|row| row.depth).collect();
    assert_eq!(depths, [0, 1, 2, 0]);
}

#[test]
fn a_choice_has_options_and_nothing_else_has() {
    complains(
        set(vec![row("a", "choice")]),
        "rows[0] (a)",
        "must have options",
    );
    let mut count = choice("a", &["1"]);
    count.kind = "count".to_owned();
    complains(set(vec![count]), "rows[0] (a)", "other rows must not");
}

#[test]
fn option_codes_are_there_and_differ() {
    complains(
        set(vec![choice("a", &["1", "1"])]),
        "rows[0] (a)",
        "Option code “1”",
    );
    complains(
        set(vec![choice("a", &["1", ""])]),
        "rows[0] (a)",
        "is empty or occurs twice",
    );
}

#[test]
fn words_that_are_not_known_are_told_and_harmless() {
    let form = complains(
        set(vec![row("a", "number")]),
        "rows[0] (a).kind",
        "“number”",
    );
    assert_eq!(form.form.rows[0].kind, Kind::Text);
    let strange = |change: fn(&mut RowWritten)| {
        let mut row = row("a", "count");
        change(&mut row);
        set(vec![row])
    };
    let accumulation = strange(|row| row.accumulation = Some("monthly".to_owned()));
    complains(accumulation, "rows[0] (a).accumulation", "“monthly”");
    let consolidation = strange(|row| row.consolidation = Some("average".to_owned()));
    complains(consolidation, "rows[0] (a).consolidation", "“average”");
    let level = strange(|row| row.filled_by = Some(vec!["district".to_owned()]));
    complains(level, "rows[0] (a).filled_by", "“district”");
}

#[test]
fn decimals_are_none_to_six() {
    let decimals = |decimals: u32| {
        set(vec![RowWritten {
            decimals: Some(decimals),
            ..row("a", "ratio")
        }])
    };
    for wrong in [7, 255, 256, u32::MAX] {
        complains(decimals(wrong), "rows[0] (a)", "Decimals must be 0 to 6");
    }
    let (open, issues) = opened(decimals(6));
    assert_eq!(issues, []);
    assert_eq!(open.form.rows[0].decimals, 6);
}

#[test]
fn decimals_that_are_not_said_follow_the_kind() {
    let kinds = ["count", "money", "decimal", "ratio"];
    let rows = kinds.iter().map(|kind| row(kind, kind)).collect();
    let (open, _) = opened(set(rows));
    let decimals: Vec<u8> = open.form.rows.iter().map(|row| row.decimals).collect();
    assert_eq!(decimals, [0, 3, 2, 2]);
}

#[test]
fn every_text_is_there_in_both_languages() {
    let mut label = set(vec![row("a", "count")]);
    label.sheets[0].rows[0].label.en = " ".to_owned();
    complains(
        label,
        "rows[0] (a).label",
        "both Vietnamese (vi) and English (en)",
    );
    let mut title = set(vec![row("a", "count")]);
    title.title.vi.clear();
    complains(title, "title", "both Vietnamese");
    let mut of_sheet = set(vec![row("a", "count")]);
    of_sheet.sheets[0].title = Phrase::default();
    complains(of_sheet, "sheets[0] (s).title", "both Vietnamese");
    let mut name = set(vec![row("a", "count")]);
    name.sheets[0].name.en.clear();
    complains(name, "sheets[0] (s).name", "both Vietnamese");
    let mut option = set(vec![choice("a", &["1", "2"])]);
    option.sheets[0].rows[0].options[1].label.en.clear();
    complains(option, "rows[0] (a).options", "both Vietnamese");
}

#[test]
fn a_form_set_has_a_version_a_period_and_a_sheet() {
    let good = || set(vec![row("a", "count")]);
    complains(
        FormSet {
            version: 0,
            ..good()
        },
        "version",
        "must be 1 or more",
    );
    complains(
        FormSet {
            periods: vec![],
            ..good()
        },
        "periods",
        "names no period",
    );
    complains(
        FormSet {
            sheets: vec![],
            ..good()
        },
        "sheets",
        "has no sheet",
    );
    let mut strange = good();
    strange.periods.push("H1".to_owned());
    complains(strange, "periods[1]", "There is no period “H1”");
}

#[test]
fn more_rows_than_the_calculator_takes_are_told_and_cut_off() {
    let rows = (0..20_001).map(|number| row(&format!("r{number}"), "count"));
    let form = complains(set(rows.collect()), "sheets[0] (s)", "more than 20000 rows");
    assert_eq!(form.form.rows.len(), 20_000);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let mut bad = set(vec![
        row("a", "figure"),
        row("a", "count"),
        child("b", "ghost"),
    ]);
    bad.version = 0;
    bad.title = phrase("");
    bad.title.vi.clear();
    let (_, issues) = opened(bad);
    assert_eq!(issues.len(), 5, "{issues:#?}");
}

#[test]
fn only_a_typed_count_is_offered_a_count_of_tasks() {
    let offered = |kind: &str, word: &str| RowWritten {
        offer_tasks: Some(word.to_owned()),
        ..row("a", kind)
    };
    let (form, issues) = opened(set(vec![offered("count", "completed_late")]));
    assert_eq!(issues, []);
    assert_eq!(form.form.rows[0].offer, Some(TaskCount::CompletedLate));
    complains(
        set(vec![offered("decimal", "planned")]),
        "(a).offer",
        "Only a typed count",
    );
    complains(
        set(vec![offered("count", "fertig")]),
        "(a).offer",
        "not known",
    );
}
