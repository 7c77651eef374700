//! A workbook that comes back: the same report, with what was typed in the spreadsheet and nothing else.

use super::*;
use crate::desk::{cchc, cchc_2021, kl226};
use crate::scenario::course::{LATER, complete, rule};
use bieumau::exchange::workbook::back::{Brought, Edited};
use bieumau::exchange::workbook::{CoverLine, Key, Shown, empty_workbook};
use bieumau::exchange::{preview, read_source};
use bieumau::form::Kind;
use bieumau::number::{Decimal, Meaning};
use bieumau::office::xlsx::{Ours, bytes, ours, own};
use bieumau::report::{Entry, OpenForm, Session, State};
use std::sync::Arc;

pub const BACK: &str = "2026-03-11T04:05:06Z";

/// What a file of ours brings.
pub fn brought(form: &Arc<OpenForm>, file: &[u8]) -> Brought {
    own(file).unwrap().unwrap().brought(form, BACK).unwrap()
}

/// What a workbook brings after some of its cells were changed.
pub fn changed(desk: &Desk, cells: &[(&str, Shown)]) -> Brought {
    let order = order(desk);
    let mut workbook = workbook(&desk.session, &order.document, order.source.digest());
    for (row, shown) in cells {
        let mut lines = workbook.sheets.iter_mut().flat_map(|it| &mut it.lines);
        let line = lines.find(|line| line.row == *row).unwrap();
        line.figure.shown = shown.clone();
        line.figure.formula = None;
    }
    brought(desk.session.form(), &bytes(&workbook).unwrap())
}

pub fn number(text: &str) -> Shown {
    Shown::Number(Decimal::parse_canonical(text).unwrap())
}

fn text(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

pub fn rows<'a>(desk: &'a Desk, edited: &[Edited]) -> Vec<&'a str> {
    edited.iter().map(|it| desk.row_id(it.cell)).collect()
}

#[test]
fn a_workbook_that_nobody_touched_is_the_document_that_was_exported() {
    for desk in [
        Desk::quarter_one(),
        Desk::cchc(),
        Desk::on(cchc_2021()),
        Desk::on(kl226()),
    ] {
        let brought = brought(desk.session.form(), &xlsx(&desk));
        assert_eq!(brought.told(), []);
        assert!(brought.document == Some(export_json(&desk.session)));
        assert_eq!((brought.edited, brought.differing.len()), (vec![], 0));
        assert_eq!(brought.missing, [""; 0]);
    }
}

#[test]
fn the_page_is_told_which_form_set_it_needs_and_then_gets_the_document() {
    let desk = Desk::quarter_one();
    let file = xlsx(&desk);
    assert_eq!(
        ours(&file, None, BACK).unwrap(),
        Ours::NeedsForm("cchc-2026".to_owned())
    );
    let form = form_text("cchc-2026");
    let document = export_json(&desk.session);
    assert_eq!(
        ours(&file, Some(&form), BACK).unwrap(),
        Ours::Report(document, vec![])
    );
    for other in ["", "{}", "PK\u{3}\u{4}"] {
        assert_eq!(ours(other.as_bytes(), None, BACK).unwrap(), Ours::Not);
    }
}

#[test]
fn what_was_typed_in_the_spreadsheet_is_entered() {
    let desk = Desk::quarter_one();
    let brought = changed(
        &desk,
        &[
            ("pl1.b1.2.2", number("30")),
            ("pl1.b1.3.1", number("2")),
            ("pl1.b1.3.2", text("  Không phát sinh ")),
            ("pl1.b1.4.1", Shown::Blank),
            ("pl1.b1.4.2", text("12a")),
            ("pl1.b1.5", text("có")),
            ("pl1.b1.5.2", number("2")),
            ("pl1.b1.6", text("Chưa rõ")),
        ],
    );
    let entry = |row: &str| brought.session.entry(desk.cell(row)).clone();
    assert_eq!(
        entry("pl1.b1.2.2"),
        Entry::Number(Decimal::from_integer(30))
    );
    assert_eq!(entry("pl1.b1.3.1"), Entry::Number(Decimal::from_integer(2)));
    assert_eq!(entry("pl1.b1.3.2"), Entry::NotApplicable);
    assert_eq!(entry("pl1.b1.4.1"), Entry::Blank);
    assert_eq!(entry("pl1.b1.4.2"), Entry::Unreadable("12a".to_owned()));
    assert_eq!(entry("pl1.b1.5"), Entry::Choice("1".to_owned()));
    assert_eq!(entry("pl1.b1.5.2"), Entry::Choice("2".to_owned()));
    assert_eq!(entry("pl1.b1.6"), Entry::Unreadable("Chưa rõ".to_owned()));
    assert_eq!(
        rows(&desk, &brought.edited),
        [
            "pl1.b1.2.2",
            "pl1.b1.3.1",
            "pl1.b1.3.2",
            "pl1.b1.4.1",
            "pl1.b1.4.2",
            "pl1.b1.5",
            "pl1.b1.5.2",
            "pl1.b1.6"
        ]
    );
    let first = &brought.edited[0];
    assert_eq!((first.before.as_str(), first.after.as_str()), ("21", "30"));
    // The ratio in the file is not typed: it is stale, and computed anew.
    let told = brought.told();
    assert!(
        told[0].vi.contains("8 ô đã được sửa trong Excel"),
        "{}",
        told[0].vi
    );
    assert!(
        told[1]
            .vi
            .contains("bảng tính ghi “51,22”, tính lại được “73,17”"),
        "{}",
        told[1].vi
    );

    // What it brings is a document like any other, and the preview of an import shows what it would change.
    let document = brought.document.unwrap();
    let source = read_source(&document).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    let shown = preview(&source, &incoming, Some(desk.session.report()));
    assert_eq!(shown.differences, []);
    assert_eq!(shown.changes.len(), 8);
    assert_eq!(shown.report.modified, BACK);
}

#[test]
fn numbers_of_a_spreadsheet_are_read_to_the_digit() {
    // What a cell holds, and what it is worth.
    for (held, worth) in [
        (0.1 + 0.2, "0.3"),
        (12_345.0, "12345"),
        (12.5, "12.5"),
        (1e15 - 1.0, "999999999999999"),
        (1.0e-7, "0.0000001"),
        (-71.3, "-71.3"),
        (4.35 * 100.0, "435"),
        (83.49, "83.49"),
    ] {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 5, "bieumau:pl1.b1").unwrap();
        sheet.write_string(1, 5, "pl1.b1.2.1").unwrap();
        sheet.write_number(1, 3, held).unwrap();
        let hidden = book.add_worksheet();
        for (line, text) in ["bieumau.workbook/1", "cchc-2026", "1"]
            .into_iter()
            .enumerate()
        {
            hidden.write_string(line as u32, 0, text).unwrap();
        }
        let brought = brought(&cchc(), &book.save_to_buffer().unwrap());
        let cell = cchc().form.cell("pl1.b1.2.1").unwrap();
        let worth = Decimal::parse_canonical(worth).unwrap();
        assert_eq!(brought.session.entry(cell), &Entry::Number(worth), "{held}");
        assert_eq!(brought.missing.len(), cchc().form.rows.len() - 1);
    }
}

/// 12,345 that was typed in an English Excel is a fraction in Vietnam: the page asks, as it does of what is pasted.
#[test]
fn a_count_that_may_be_a_thousand_times_more_is_asked_about() {
    let desk = Desk::quarter_one();
    let brought = changed(&desk, &[("pl1.b1.2.1", number("12.345"))]);
    let cell = desk.cell("pl1.b1.2.1");
    let asked = Entry::Unreadable("12,345".to_owned());
    assert_eq!(brought.session.entry(cell), &asked);
    let meant = Meaning::Number(Decimal::from_integer(12_345));
    assert_eq!(brought.session.meanings(cell), [meant]);
}

/// Excel makes a date of 3/12 and 0.5122 of 51,22%, and says so in the format of the cell only.
#[test]
fn dates_and_percents_are_what_the_cell_shows() {
    let read = |format: &str, held: f64, row: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let look = rust_xlsxwriter::Format::new().set_num_format(format);
        let sheet = book.add_worksheet();
        sheet.write_string(0, 5, "bieumau:pl1.b1").unwrap();
        sheet.write_string(1, 5, row).unwrap();
        sheet.write_number_with_format(1, 3, held, &look).unwrap();
        let hidden = book.add_worksheet();
        for (line, text) in ["bieumau.workbook/1", "cchc-2021", "1"]
            .into_iter()
            .enumerate()
        {
            hidden.write_string(line as u32, 0, text).unwrap();
        }
        let form = cchc_2021();
        let brought = brought(&form, &book.save_to_buffer().unwrap());
        brought.session.entry(form.form.cell(row).unwrap()).clone()
    };
    let form = cchc_2021();
    let of_kind = |kind| {
        let mut rows = form.form.rows.iter();
        rows.find(|row| row.kind == kind && row.is_entry())
            .unwrap()
            .id
            .clone()
    };
    let (ratio, count) = (of_kind(Kind::Ratio), of_kind(Kind::Count));
    assert_eq!(
        read("0.00%", 0.5122, &ratio),
        Entry::Number(Decimal::new(5_122, 2).unwrap())
    );
    assert_eq!(
        read("0%", 0.5122, &count),
        Entry::Unreadable("51,22%".to_owned())
    );
    assert_eq!(
        read("d/m/yyyy", 45_994.0, &count),
        Entry::Unreadable("03/12/2025".to_owned())
    );
    assert_eq!(
        read("#,##0 \"đồng/day\"", 45_994.0, &count),
        Entry::Number(Decimal::from_integer(45_994))
    );
    assert_eq!(
        read("#,##0,", 45_994_000.0, &count),
        Entry::Number(Decimal::from_integer(45_994))
    );
    for (format, held, shown) in [("h:mm", 0.0625, "01:30"), ("[h]:mm", 1.0, "24:00")] {
        let entry = read(format, held, &count);
        assert_eq!(entry, Entry::Unreadable(shown.to_owned()), "{format}");
    }
}

/// Somebody took the protection away and typed over a formula.
#[test]
fn a_ratio_that_was_typed_over_is_told_and_computed() {
    let desk = Desk::quarter_one();
    let brought = changed(&desk, &[("pl1.b1.2", number("99"))]);
    assert_eq!(brought.edited, []);
    assert!(brought.document == Some(export_json(&desk.session)));
    let [differing] = &brought.differing[..] else {
        panic!("{:?}", brought.differing);
    };
    assert_eq!(
        (differing.stated.as_str(), differing.computed.as_str()),
        ("99", "51,22")
    );
}

/// The helper sheet feeds the printed one; while it does not, the printed one is typed.
#[test]
fn fed_rows_are_typed_or_fed() {
    let desk = Desk::quarter_one();
    let typed = changed(&desk, &[("pl2.b2.3.1.1", number("12"))]);
    assert_eq!(rows(&desk, &typed.edited), ["pl2.b2.3.1.1"]);
    let fed = changed(
        &desk,
        &[
            ("ledger.1.3", number("500")),
            ("pl2.b2.3.1.1", number("500")),
        ],
    );
    assert_eq!(rows(&desk, &fed.edited), ["ledger.1.3"]);
    let value = fed
        .session
        .derived(desk.cell("pl2.b2.3.1.1"))
        .unwrap()
        .value;
    assert_eq!(value, Ok(Decimal::from_integer(500)));
}

#[test]
fn a_complete_report_that_was_changed_in_excel_is_amended() {
    let desk = complete();
    let document = export_json(&desk.session);
    let mut workbook = workbook(&desk.session, &document, "");
    workbook.sheets[0].lines[2].figure.shown = number("22");
    let brought = brought(desk.session.form(), &bytes(&workbook).unwrap());
    let report = brought.session.report();
    assert_eq!(report.state, State::Amended);
    let last = report.log.last().unwrap();
    assert_eq!(
        (last.at.as_str(), last.from.as_str(), last.to.as_str()),
        (BACK, "21", "22")
    );
    assert_ne!(LATER, BACK);
    let _ = rule(&desk, "within");
}

#[test]
fn an_empty_form_comes_back_as_the_report_of_whoever_filled_it() {
    let form = cchc();
    let mut workbook = empty_workbook(&form.form);
    let is_first = |line: &&mut bieumau::exchange::workbook::SheetLine| line.row == "pl1.b1.2.1";
    let mut lines = workbook.sheets.iter_mut().flat_map(|it| &mut it.lines);
    lines.find(is_first).unwrap().figure.shown = number("41");
    let blank = brought(&form, &bytes(&workbook).unwrap());
    assert_eq!(blank.document, None);
    assert_eq!(blank.edited.len(), 1);
    assert_eq!(
        ours(
            &bytes(&workbook).unwrap(),
            Some(&form_text("cchc-2026")),
            BACK
        )
        .unwrap(),
        Ours::Not
    );

    for line in &mut workbook.cover.lines {
        if let CoverLine::Fact(_, value, Some(key)) = line {
            *value = match key {
                Key::Agency => "UBND phường Tô Hiệu",
                Key::Code => "03646",
                Key::Period(list) => workbook.lists[*list][1].as_str(),
                Key::Year => "2026",
            }
            .to_owned();
        }
    }
    let filled = brought(&form, &bytes(&workbook).unwrap());
    let report = read_source(&filled.document.unwrap()).unwrap().report;
    assert_eq!(
        (report.agency.name.as_str(), report.agency.code.as_str()),
        ("UBND phường Tô Hiệu", "03646")
    );
    assert_eq!(report.period.id, "2026S1");
    assert_eq!(
        report.entries.get("pl1.b1.2.1").unwrap().entry,
        Entry::Number(Decimal::from_integer(41))
    );
    assert_eq!((report.entries.len(), report.modified.as_str()), (1, BACK));
}
