//! What was typed into a workbook in ways of spreadsheets: calculations, and numbers where words belong.

use super::back::{BACK, brought, number, rows};
use super::*;
use bieumau::exchange::workbook::Shown;
use bieumau::number::Decimal;
use bieumau::office::xlsx::{bytes, own};
use bieumau::report::Entry;

/// “=120+35” is what the officer counted, whether the row could be fed or not.
#[test]
fn a_calculation_in_a_fed_row_is_taken() {
    let desk = Desk::quarter_one();
    let order = order(&desk);
    let calculated = |shown: Shown, formula: &str, ledger: Option<Shown>| {
        let mut workbook = workbook(&desk.session, &order.document, order.source.digest());
        let mut lines = workbook.sheets.iter_mut().flat_map(|it| &mut it.lines);
        let line = lines.find(|line| line.row == "pl2.b2.3.1.1").unwrap();
        line.figure.shown = shown;
        line.figure.formula = Some(formula.to_owned());
        if let Some(shown) = ledger {
            let line = lines.find(|line| line.row == "ledger.1.3").unwrap();
            line.figure.shown = shown;
        }
        brought(desk.session.form(), &bytes(&workbook).unwrap())
    };
    let taken = calculated(number("155"), "120+35", None);
    assert_eq!(rows(&desk, &taken.edited), ["pl2.b2.3.1.1"]);
    assert_eq!(taken.differing, []);
    let entry = taken.session.entry(desk.cell("pl2.b2.3.1.1"));
    assert_eq!(*entry, Entry::Number(Decimal::from_integer(155)));
    // While the helper sheet feeds it, what it computes counts.
    let fed = calculated(number("155"), "120+35", Some(number("500")));
    assert_eq!(rows(&desk, &fed.edited), ["ledger.1.3"]);
    let cell = desk.cell("pl2.b2.3.1.1");
    let told = fed.differing.iter().find(|it| it.cell == cell).unwrap();
    assert_eq!((&*told.stated, &*told.computed), ("155", "500"));
}

/// A year that is put into the column of notes is no figure with a thousand in it.
#[test]
fn a_number_in_the_column_of_notes_keeps_its_digits() {
    let mut desk = Desk::quarter_one();
    let cell = desk.cell("pl1.b1.1");
    desk.session.set_note(cell, "2026");
    let file = xlsx(&desk);
    let noted = |note: Shown| {
        let mut returned = own(&file).unwrap().unwrap();
        let mut lines = returned.lines.iter_mut();
        lines.find(|line| line.row == "pl1.b1.1").unwrap().note = note;
        let brought = returned.brought(desk.session.form(), BACK).unwrap();
        (brought.edited.len(), brought.session.note(cell).to_owned())
    };
    assert_eq!(noted(number("2026")), (0, "2026".to_owned()));
    assert_eq!(noted(number("1234")), (1, "1234".to_owned()));
    assert_eq!(noted(number("12.5")), (1, "12,5".to_owned()));
}
