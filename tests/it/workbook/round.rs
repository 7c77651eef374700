//! Whatever a report holds, its workbook brings the same report back.

use super::back::{brought, changed, rows};
use super::cells::NAUGHTY;
use super::*;
use crate::desk::{NOW, cchc, cchc_2021, kl226};
use bieumau::exchange::workbook::Shown;
use bieumau::form::{CellId, Kind};
use bieumau::number::{Decimal, write as written};
use bieumau::report::{Entry, Session};
use proptest::prelude::*;

/// What an officer may have typed into any row.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{1,7}",
        2 => "[0-9]{1,3},[0-9]{1,3}",
        1 => "[0-9]{13,30}",
        1 => "[0-9]{1,3}\\.[0-9]{1,4}",
        1 => Just("không phát sinh".to_owned()),
        2 => "[012]",
        1 => (0..NAUGHTY.len()).prop_map(|place| NAUGHTY[place].to_owned()),
        1 => any::<String>(),
        3 => Just(String::new()),
    ]
}

fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        1 => "[A-ZĐ][a-zđê]{1,6} [0-9]{1,3}/[A-Z]{2}",
        1 => (0..NAUGHTY.len()).prop_map(|place| NAUGHTY[place].to_owned()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// JSON → XLSX → JSON, whatever was typed, on every form set.
    #[test]
    fn any_report_comes_back_identical(
        which in 0..3_usize,
        figures in prop::collection::vec(typed(), 160),
        notes in prop::collection::vec(note(), 160),
        blanks in prop::collection::vec(0..127_u32, 0..5),
        is_complete in any::<bool>(),
        name in any::<String>(),
    ) {
        let form = [cchc(), cchc_2021(), kl226()][which].clone();
        let mut report = crate::desk::begin(&form);
        report.agency.name = format!("UBND {name}");
        let mut desk = Desk { session: Session::open(form, report) };
        let cells = desk.session.form().form.cells();
        for ((cell, figure), note) in cells.zip(&figures).zip(&notes) {
            desk.session.enter(cell, figure);
            desk.session.set_note(cell, note);
        }
        for cell in blanks {
            desk.session.confirm_blank(CellId(cell), true);
        }
        if is_complete {
            desk.session.complete(NOW);
        }
        desk.session.touch(NOW);
        let document = export_json(&desk.session);
        let file = xlsx(&desk);
        let brought = brought(desk.session.form(), &file);
        prop_assert_eq!(&brought.edited, &vec![]);
        prop_assert!(brought.differing.is_empty(), "{:?}", brought.differing);
        prop_assert!(brought.document == Some(document));
        // It can be opened by whoever reads workbooks, and holds the figures as numbers.
        for cell in desk.session.form().form.cells() {
            if let (Entry::Number(number), None) = (desk.session.entry(cell), desk.session.derived(cell)) {
                let shown = super::cells(&file, desk.row_id(cell)).0;
                let kept = number.canonical().trim_start_matches(['-', '0', '.']).replace('.', "").len() <= 15;
                match shown {
                    Data::Float(float) => prop_assert_eq!(float.to_string(), number.canonical()),
                    Data::String(text) => prop_assert!(!kept && text == written(*number), "{}", text),
                    other => prop_assert!(false, "{:?}", other),
                }
                break;
            }
        }
    }

    /// A cell that was changed is that very change, and nothing else is.
    #[test]
    fn what_is_changed_is_changed_and_nothing_else(place in 0..127_u32, figure in 0..10_000_000_i64) {
        let desk = Desk::quarter_one();
        let cell = CellId(place);
        let row = desk.session.form().form.row(cell).unwrap();
        let number = Decimal::from_integer(figure);
        let is_new = *desk.session.entry(cell) != Entry::Number(number);
        prop_assume!(row.is_entry() && row.kind == Kind::Count && is_new);
        let id = row.id.clone();
        let brought = changed(&desk, &[(&id, Shown::Number(number))]);
        prop_assert_eq!(rows(&desk, &brought.edited), vec![id.as_str()]);
        let mut expected = Desk::quarter_one();
        expected.session.replace(cell, Entry::Number(number));
        prop_assert_eq!(&brought.session.report().entries, &expected.session.report().entries);
    }
}
