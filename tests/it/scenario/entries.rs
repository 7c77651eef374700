//! Blank, zero, not applicable, unreadable: they never mix. What is typed is never lost.

use crate::desk::{Desk, begin, cchc};
use bieumau::number::{Decimal, Meaning, Notice};
use bieumau::report::{Entry, Filled, Part, Session};

const WHOLE: &str = "pl1.b1.2.1";
const PART: &str = "pl1.b1.2.2";
const SHARE: &str = "pl1.b1.2";

/// Every pair of what a part and its whole can hold, and what becomes of the share.
#[test]
fn a_ratio_tells_apart_all_that_its_parts_can_hold() {
    let held = ["21", "0", "", "không phát sinh", "chưa có"];
    let table = [
        // whole: 41, 0, blank, not applicable, unreadable
        [
            "51,22",
            "zero_denominator",
            "missing",
            "not_applicable",
            "unreadable",
        ], // part: 21
        [
            "0",
            "zero_denominator",
            "missing",
            "not_applicable",
            "unreadable",
        ], // part: 0
        [
            "missing",
            "missing",
            "missing",
            "not_applicable",
            "unreadable",
        ], // part: blank
        [
            "not_applicable",
            "not_applicable",
            "not_applicable",
            "not_applicable",
            "unreadable",
        ],
        [
            "unreadable",
            "unreadable",
            "unreadable",
            "unreadable",
            "unreadable",
        ],
    ];
    for (part, row) in held.into_iter().zip(table) {
        for (whole, expected) in ["41", "0", "", "không phát sinh", "chưa có"]
            .into_iter()
            .zip(row)
        {
            let mut desk = Desk::cchc();
            desk.enter(PART, part);
            desk.enter(WHOLE, whole);
            assert_eq!(desk.value(SHARE), expected, "{part:?} of {whole:?}");
            // The order of typing does not matter.
            let mut other = Desk::cchc();
            other.enter(WHOLE, whole);
            other.enter(PART, part);
            assert_eq!(other.value(SHARE), expected, "{part:?} of {whole:?}");
        }
    }
}

#[test]
fn không_phát_sinh_typed_is_not_applicable() {
    let mut desk = Desk::cchc();
    for typed in ["Không phát sinh", "không phát sinh", " KHÔNG PHÁT SINH "] {
        desk.enter(PART, typed);
        assert_eq!(*desk.entry(PART), Entry::NotApplicable, "{typed}");
        desk.enter(PART, "");
    }
    assert_eq!(desk.findings(), [""; 0]);
}

#[test]
fn a_dash_is_asked_about_and_never_guessed() {
    let mut desk = Desk::cchc();
    for typed in ["-", "Không", "–"] {
        desk.enter(PART, typed);
        assert_eq!(*desk.entry(PART), Entry::Unreadable(typed.to_owned()));
        let meanings = desk.session.meanings(desk.cell(PART));
        assert_eq!(
            meanings,
            [Meaning::NotApplicable, Meaning::Number(Decimal::ZERO)]
        );
    }
    let cell = desk.cell(PART);
    desk.session.settle(cell, Meaning::Number(Decimal::ZERO));
    assert_eq!(desk.value(PART), "0");
    assert_eq!(desk.session.meanings(cell), []);
    desk.session.settle(cell, Meaning::NotApplicable);
    assert_eq!(desk.value(PART), "not_applicable");
    desk.session.settle(cell, Meaning::Blank);
    assert_eq!(desk.value(PART), "blank");
    assert!(desk.session.report().entries.is_empty());
}

#[test]
fn not_applicable_is_set_and_taken_away() {
    let mut desk = Desk::cchc();
    let cell = desk.cell(PART);
    desk.enter(PART, "21");
    assert!(desk.session.set_not_applicable(cell, false).is_empty());
    assert_eq!(desk.value(PART), "21");
    assert!(!desk.session.set_not_applicable(cell, true).is_empty());
    assert_eq!(desk.value(PART), "not_applicable");
    assert!(!desk.session.set_not_applicable(cell, false).is_empty());
    assert_eq!(desk.value(PART), "blank");
}

#[test]
fn what_was_understood_beyond_the_letter_is_told() {
    let mut desk = Desk::cchc();
    let ratio = "pl1.b6.2";
    desk.enter(ratio, "71.3");
    assert_eq!(desk.value(ratio), "71,3");
    let cell = desk.cell(ratio);
    assert_eq!(desk.session.notice(cell), Some(&Notice::DotAsDecimalMark));
    // The same figure in plain writing: the entry stays, the notice goes.
    assert_eq!(desk.changed_by(ratio, "71,3"), [ratio]);
    assert_eq!(desk.session.notice(cell), None);
}

#[test]
fn entering_the_same_again_changes_nothing() {
    let mut desk = Desk::quarter_one();
    let revision = desk.session.revision();
    for (row, value) in crate::desk::printed() {
        assert!(desk.enter(row, value).is_empty(), "{row}");
    }
    assert!(desk.enter(PART, " 021 ").is_empty());
    assert_eq!(desk.session.revision(), revision);
}

#[test]
fn headings_and_computed_rows_take_no_entry() {
    let mut desk = Desk::quarter_one();
    let before = desk.session.report().clone();
    for row in [SHARE, "pl1.b1.3", "pl2.b2.3.3"] {
        assert!(desk.enter(row, "75,5").is_empty(), "{row}");
        let cell = desk.cell(row);
        let five = Decimal::from_integer(5);
        assert!(desk.session.settle(cell, Meaning::Number(five)).is_empty());
        assert!(desk.session.replace(cell, Entry::Number(five)).is_empty());
        assert!(desk.session.set_not_applicable(cell, true).is_empty());
    }
    assert_eq!(*desk.session.report(), before);
}

#[test]
fn a_figure_that_a_file_holds_for_a_computed_row_is_not_believed() {
    let mut report = begin(&cchc());
    let typed = Filled {
        entry: Entry::Number(Decimal::parse_canonical("75.5").unwrap()),
        note: "theo báo cáo".to_owned(),
        ..Filled::default()
    };
    report.entries.insert(SHARE.to_owned(), typed);
    let mut desk = Desk {
        session: Session::open(cchc(), report),
    };
    assert_eq!(desk.value(SHARE), "missing");
    desk.enter(PART, "21");
    desk.enter(WHOLE, "41");
    assert_eq!(desk.value(SHARE), "51,22");
    assert_eq!(desk.session.note(desk.cell(SHARE)), "theo báo cáo");
}

#[test]
fn a_cell_outside_the_form_takes_nothing() {
    let mut desk = Desk::cchc();
    let nowhere = bieumau::form::CellId(u32::MAX);
    assert!(desk.session.enter(nowhere, "5").is_empty());
    assert!(desk.session.set_note(nowhere, "x").is_empty());
    assert_eq!(*desk.session.entry(nowhere), Entry::Blank);
    assert_eq!(desk.session.figure(nowhere), None);
    assert_eq!(desk.session.explain(nowhere), []);
}

#[test]
fn notes_stand_beside_any_row_and_outlive_its_entry() {
    let mut desk = Desk::cchc();
    for row in [PART, SHARE, "pl1.b1.3"] {
        let cell = desk.cell(row);
        let changes = desk.session.set_note(cell, "Số liệu đến 09/3");
        assert_eq!(changes.cells, [cell]);
        assert!(!changes.findings);
        assert!(desk.session.set_note(cell, "Số liệu đến 09/3").is_empty());
    }
    desk.enter(PART, "21");
    desk.enter(PART, "");
    assert_eq!(desk.session.note(desk.cell(PART)), "Số liệu đến 09/3");
    assert_eq!(desk.session.report().entries.len(), 3);
    for row in [PART, SHARE, "pl1.b1.3"] {
        let cell = desk.cell(row);
        desk.session.set_note(cell, "");
    }
    assert!(desk.session.report().entries.is_empty());
}

#[test]
fn rows_of_a_newer_form_are_kept() {
    let mut report = begin(&cchc());
    let newer = Filled::of(Entry::Number(Decimal::from_integer(7)));
    report.entries.insert("pl9.b9.9".to_owned(), newer.clone());
    let mut desk = Desk {
        session: Session::open(cchc(), report),
    };
    desk.enter(PART, "21");
    desk.enter(PART, "");
    assert_eq!(desk.session.report().entries.get("pl9.b9.9"), Some(&newer));
    assert_eq!(desk.session.report().entries.len(), 1);
}

#[test]
fn an_entry_that_the_row_no_longer_understands_is_kept_as_unreadable_text() {
    let mut report = begin(&cchc());
    let mut put = |row: &str, entry: Entry| {
        report.entries.insert(row.to_owned(), Filled::of(entry));
    };
    put("pl1.b1.5.2", Entry::Choice("9".to_owned()));
    put("pl1.b1.6", Entry::Number(Decimal::from_integer(1_234)));
    put(PART, Entry::Text("hai mươi mốt".to_owned()));
    put(WHOLE, Entry::Choice("1".to_owned()));
    let desk = Desk {
        session: Session::open(cchc(), report),
    };
    assert_eq!(desk.value("pl1.b1.5.2"), "unreadable: 9");
    assert_eq!(desk.value("pl1.b1.6"), "unreadable: 1.234");
    assert_eq!(desk.value(PART), "unreadable: hai mươi mốt");
    assert_eq!(desk.value(WHOLE), "unreadable: 1");
    assert_eq!(desk.findings().len(), 4);
}

#[test]
fn rows_of_words_keep_words_as_typed() {
    let form = crate::desk::open(include_str!("../../../schemas/examples/small-form.json"));
    let mut desk = Desk::on(form);
    let words = "  Thiếu kinh phí;\n\tchưa có biên chế ";
    desk.enter("money.4", words);
    assert_eq!(*desk.entry("money.4"), Entry::Text(words.to_owned()));
    desk.enter("money.4", " \n ");
    assert_eq!(*desk.entry("money.4"), Entry::Blank);
}

/// Two pages hold the same report: what this one has typed and not yet kept wins over what the other has kept.
#[test]
fn a_report_that_another_page_has_kept_is_taken_in_but_for_our_own_rows() {
    let mut ours = Desk::cchc();
    ours.enter(WHOLE, "41");
    ours.enter("pl1.b1.1", "2");
    ours.enter("pl1.b1.1", "");
    let mut theirs = Desk::cchc();
    theirs.enter(WHOLE, "40");
    theirs.enter(PART, "21");
    theirs.enter("pl1.b1.1", "9");
    let revision = ours.session.revision();
    let own = [WHOLE, "pl1.b1.1"].map(|row| Part::Row(row.to_owned()));
    let changes = ours.session.take_in(theirs.session.report().clone(), &own);
    assert_eq!(changes.cells.len(), cchc().form.rows.len());
    assert!(ours.session.revision() > revision);
    assert_eq!(ours.value(WHOLE), "41");
    assert_eq!(ours.value(PART), "21");
    assert_eq!(ours.value("pl1.b1.1"), "blank");
    assert_eq!(ours.value(SHARE), "51,22");
}

#[test]
fn what_was_said_of_an_entry_goes_with_it_when_another_is_typed() {
    let mut report = begin(&cchc());
    let carried = Filled {
        carried: Some("2025".to_owned()),
        note: "Kế hoạch năm".to_owned(),
        ..Filled::of(Entry::Number(Decimal::from_integer(41)))
    };
    let left_blank = Filled {
        confirmed_blank: true,
        ..Filled::default()
    };
    report.entries.insert(WHOLE.to_owned(), carried.clone());
    report.entries.insert(PART.to_owned(), left_blank.clone());
    let mut desk = Desk {
        session: Session::open(cchc(), report),
    };
    let (whole, part) = (desk.cell(WHOLE), desk.cell(PART));
    assert_eq!(desk.session.filled(whole), carried);
    assert_eq!(desk.session.filled(part), left_blank);
    desk.session.set_note(whole, "Kế hoạch năm 2026");
    assert_eq!(desk.session.filled(whole).carried.as_deref(), Some("2025"));
    // Typing the same figure again is a confirmation too.
    assert_eq!(desk.session.enter(whole, "41").cells, [whole]);
    assert_eq!(desk.session.filled(whole).carried, None);
    desk.enter(PART, "21");
    assert!(!desk.session.filled(part).confirmed_blank);
    desk.enter(PART, "");
    assert_eq!(desk.session.filled(part), Filled::default());
}
