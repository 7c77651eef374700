//! CSV: the report as a table in two dialects, what comes back of it, and what other programs write.

mod foreign;

use super::paste::{at, best_of};
use crate::desk::{Desk, cchc};
use bieumau::exchange::paste::{Way, apply};
use bieumau::exchange::table::{Block, Dialect, MAX_ROWS, read_csv, read_csv_cells, write_csv};
use bieumau::exchange::{Standing, report_csv, standings};
use bieumau::form::Kind;
use bieumau::number::Decimal;
use bieumau::report::Entry;
use proptest::prelude::*;

const DIALECTS: [Dialect; 2] = [Dialect::Excel, Dialect::Rfc4180];

/// The report of the first quarter with one of everything that a cell may hold.
pub fn with_everything() -> Desk {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b5.1.1", "Không phát sinh");
    desk.enter("pl1.b5.1.2", "11.647,125");
    let confirmed = desk.cell("pl2.b1.1.1");
    desk.enter("pl2.b1.1.1", "");
    desk.session.confirm_blank(confirmed, true);
    for (row, note) in [
        ("pl1.b1.1", "=HYPERLINK(\"http://x\";\"y\")"),
        ("pl1.b1.2", "\"Số này\", gồm cả xã;\nhai dòng"),
        ("pl1.b1.3", "-5 so với kỳ trước"),
        ("pl1.b1.3.1", "-5"),
        ("pl1.b1.4", " \u{a0}cách ra\t"),
    ] {
        let cell = desk.cell(row);
        desk.session.set_note(cell, note);
    }
    desk
}

/// A golden file, written anew where `BIEUMAU_WRITE_GOLDEN` is set.
pub fn golden(name: &str, text: &str) {
    let file = format!(
        "{}/tests/fixtures/exports/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::env::var_os("BIEUMAU_WRITE_GOLDEN").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept == text, "{file} is another text");
}

#[test]
fn the_report_leaves_as_these_very_bytes() {
    let desk = with_everything();
    golden(
        "report-excel.csv",
        &report_csv(&desk.session, Dialect::Excel),
    );
    golden(
        "report-rfc4180.csv",
        &report_csv(&desk.session, Dialect::Rfc4180),
    );
}

#[test]
fn excel_gets_commas_and_documents_get_points() {
    let desk = with_everything();
    let excel = report_csv(&desk.session, Dialect::Excel);
    assert!(excel.starts_with("\u{feff}Biểu;TT;Chỉ tiêu thống kê;"));
    assert!(excel.contains(";%;51,22;Được tính;"), "{excel}");
    assert!(excel.contains(";11647,125;Đã nhập;"));
    assert!(excel.contains(";Không phát sinh;Không phát sinh;"));
    assert!(excel.contains(";\"\u{a0}2.1\";"));
    let rfc = report_csv(&desk.session, Dialect::Rfc4180);
    assert!(rfc.starts_with("sheet,code,label,"));
    assert!(rfc.contains(",%,51.22,derived,"), "{rfc}");
    assert!(rfc.contains(",11647.125,number,"));
    assert!(rfc.contains(",,zero_denominator,"));
    // A helper sheet that nobody has opened is not there.
    for text in [&excel, &rfc] {
        assert_eq!(text.matches("\r\n").count(), 127 + 1);
    }
}

/// What a spreadsheet would compute begins with one of these. Nothing that the report holds may.
#[test]
fn no_cell_is_a_formula() {
    let mut desk = with_everything();
    let hostile = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "'=1",
        "-",
        "=cmd|' /C calc'!A0",
    ];
    let cells: Vec<_> = desk.session.form().form.cells().collect();
    for (cell, text) in cells.into_iter().zip(hostile.iter().cycle()) {
        desk.session.enter(cell, text);
        desk.session.set_note(cell, text);
    }
    for dialect in DIALECTS {
        let text = report_csv(&desk.session, dialect);
        let mut inside = false;
        let mut begins = true;
        let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(sign) = signs.next() {
            if begins && !inside && sign == '"' {
                inside = true;
                let first = signs.peek().copied().unwrap_or_default();
                assert!(!"=+-@\t\r\n＝".contains(first), "{dialect:?}: {first:?}");
                begins = false;
                continue;
            }
            if inside && sign == '"' {
                if signs.peek() == Some(&'"') {
                    signs.next();
                } else {
                    inside = false;
                }
                continue;
            }
            if begins && !inside {
                let rest: String = signs.clone().take(3).collect();
                let is_figure = sign == '-' && rest.starts_with(|sign: char| sign.is_ascii_digit());
                assert!(
                    !"=+-@\t＝".contains(sign) || is_figure,
                    "{dialect:?}: {sign}{rest}"
                );
            }
            begins = !inside && matches!(sign, ';' | ',' | '\n');
        }
    }
}

/// What comes back of the report where nothing is yet.
fn back(text: &str) -> Desk {
    let mut desk = Desk::cchc();
    let blocks = read_csv(text.as_bytes()).unwrap();
    assert_eq!(
        blocks.len(),
        cchc()
            .form
            .sheets
            .iter()
            .filter(|sheet| !sheet.helper)
            .count()
    );
    let target = at(&desk, "pl1.b1.1");
    let (way, plan) = best_of(&desk, &blocks, target);
    assert_eq!(way, Way::ByName);
    let wanted = vec![true; plan.rows.len()];
    apply(&mut desk.session, &plan, &wanted);
    desk
}

fn entries(desk: &Desk) -> Vec<(String, Entry, String)> {
    let form = &desk.session.form().form;
    let cells = form.cells().map(|cell| {
        let row = form.row(cell).unwrap();
        let note = desk.session.note(cell).to_owned();
        (row.id.clone(), desk.session.entry(cell).clone(), note)
    });
    cells.collect()
}

#[test]
fn the_report_comes_back_with_every_entry_and_note() {
    let desk = with_everything();
    for dialect in DIALECTS {
        let again = back(&report_csv(&desk.session, dialect));
        assert_eq!(entries(&again), entries(&desk), "{dialect:?}");
    }
}

/// What the officer typed and the page could not read is no figure in another dialect either.
#[test]
fn what_cannot_be_read_comes_back_as_it_was_typed() {
    let mut desk = Desk::cchc();
    let typed = ["10,11,12", "1.5", "1,234,567", "71.297", "Dự kiến 02"];
    let rows = [
        "pl1.b1.1",
        "pl1.b1.2.1",
        "pl1.b1.2.2",
        "pl1.b1.3.1",
        "pl1.b1.4.1",
    ];
    for (row, text) in rows.into_iter().zip(typed) {
        let cell = desk.cell(row);
        desk.session
            .replace(cell, Entry::Unreadable(text.to_owned()));
    }
    for dialect in DIALECTS {
        let text = report_csv(&desk.session, dialect);
        let read: Vec<Vec<String>> = read_csv(text.as_bytes())
            .unwrap()
            .into_iter()
            .flat_map(|block| block.rows)
            .collect();
        for typed in typed {
            let is_typed = |row: &Vec<String>| row.iter().any(|cell| cell == typed);
            assert!(read.iter().any(is_typed), "{dialect:?}: {typed}");
        }
    }
}

#[test]
fn a_computed_row_of_the_file_is_compared_and_agrees() {
    use bieumau::exchange::paste::Why;
    for dialect in DIALECTS {
        let desk = Desk::cchc();
        let text = report_csv(&with_everything().session, dialect);
        let blocks = read_csv(text.as_bytes()).unwrap();
        let (_, plan) = best_of(&desk, &blocks, at(&desk, "pl1.b1.1"));
        let agree = |why: &Why| matches!(why, Why::Computed { agrees: true, .. });
        let told = plan.aside.iter().filter(|aside| agree(&aside.why)).count();
        let desk = with_everything();
        let derived = standings(&desk.session);
        let derived = derived
            .iter()
            .filter(|row| row.standing == Standing::Derived);
        assert_eq!(told, derived.count(), "{dialect:?}");
        assert!(
            plan.aside.iter().all(|aside| agree(&aside.why)),
            "{:?}",
            plan.aside
        );
    }
}

/// Any text that a cell may hold.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?[0-9]{1,6}([.,][0-9]{1,3})?",
        "[=+@'\";,\t\n -]{1,5}",
        "(\\PC|[\t\n;,\"' \u{a0}]){0,12}",
        Just(String::new()),
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    let row = |width| prop::collection::vec(any_cell(), width);
    let rows = (1..6_usize).prop_flat_map(move |width| prop::collection::vec(row(width), 0..8));
    rows.prop_map(Block::of)
}

/// What a row holds: which sort of entry, its digits and decimals, its note.
type Mark = (u8, i64, u8, String);

fn any_marks() -> impl Strategy<Value = Vec<Mark>> {
    let note = "[^\\p{C}\u{2028}]{0,12}";
    let mark = (0..6_u8, -9_999_999_i64..9_999_999, 0..4_u8, note);
    prop::collection::vec(mark, 149)
}

/// A report with something in many rows.
pub fn report_of(marks: &[Mark]) -> Desk {
    let mut desk = Desk::cchc();
    let form = desk.session.form().clone();
    for (cell, (what, digits, scale, note)) in form.form.cells().zip(marks) {
        let row = form.form.row(cell).unwrap();
        if form.form.is_helper(cell) || !row.is_entry() {
            continue;
        }
        let (digits, scale) = match row.kind {
            Kind::Count => (digits.abs(), 0),
            _ => (*digits, *scale),
        };
        let option = row.options.first().map(|option| option.code.clone());
        let entry = match (what, option) {
            (0, _) => Entry::Blank,
            (_, Some(code)) => Entry::Choice(code),
            (1, None) => Entry::NotApplicable,
            _ => Entry::Number(Decimal::new(digits.into(), scale).unwrap()),
        };
        desk.session.replace(cell, entry);
        desk.session.set_note(cell, note.trim());
    }
    desk
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(block in any_block()) {
        for dialect in DIALECTS {
            let text = write_csv(&block, dialect);
            let read = read_csv_cells(text.as_bytes(), MAX_ROWS).unwrap();
            prop_assert_eq!(&read, &block, "{:?}: {:?}", dialect, text);
        }
    }

    #[test]
    fn any_bytes_are_a_table_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(blocks) = read_csv(&bytes) {
            prop_assert!(!blocks.is_empty());
        }
    }

    #[test]
    fn any_text_is_a_table(text in "(\\PC|[\t\r\n\"';,]){0,200}") {
        for block in read_csv(text.as_bytes()).unwrap() {
            prop_assert!(block.rows.iter().all(|row| row.len() == block.width()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_report_comes_back(marks in any_marks()) {
        let desk = report_of(&marks);
        for dialect in DIALECTS {
            let again = back(&report_csv(&desk.session, dialect));
            prop_assert_eq!(entries(&again), entries(&desk), "{:?}", dialect);
        }
    }
}
