//! LibreOffice as the judge of exported workbooks: it computes every formula anew and must come to what the page says,
//! digit for digit; and what it saves must come back as the same report.
//!
//! The workbooks that it is given hold wrong results in every computed cell, so nothing that was computed before can pass
//! for its own. `SOFFICE` names the program; `BIEUMAU_FORMS` says how many random forms are tried (1,000; the decision page has the figures of
//! 10,000).
//!
//! `cargo test --test soffice`, or the stage `soffice` of `./test`, which sees to the program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod csv;
#[allow(dead_code)]
#[path = "../it/desk.rs"]
mod desk;
mod office;
mod random;
mod stacked;
mod tables;

use bieumau::exchange::export_json;
use bieumau::exchange::workbook::{Shown, Workbook, Worksheet, workbook, worksheets};
use bieumau::number::Decimal;
use bieumau::office::xlsx::{bytes, own};
use bieumau::report::{OpenForm, Session};
use calamine::{Data, Reader, Xlsx};
use desk::{cchc, cchc_2021, kl226, open};
use office::Office;
use random::{Chance, filled};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// A form set whose formulas are harder than any real one: formulas of formulas, differences that are nearly nothing,
/// growths, money, choices.
const HARD: &str = include_str!("hard.json");

/// How many reports share a workbook of whole worksheets: the program starts slowly, and is slow with many worksheets.
const TOGETHER: usize = 4;

/// What no formula gives, in the place of what was computed.
fn wrong() -> Shown {
    Shown::Number(Decimal::new(-987_654_321, 3).unwrap())
}

/// How many random forms are tried.
fn forms() -> usize {
    let said = std::env::var("BIEUMAU_FORMS").ok();
    said.map_or(1_000, |said| said.parse().unwrap())
}

/// What the page says of computed cells, by tab and row id.
type Expected = BTreeMap<(String, String), Shown>;

/// Whole worksheets of several reports with wrong results, and what stands in their computed cells.
fn together(reports: Vec<Vec<Worksheet>>, lists: Vec<Vec<String>>) -> (Vec<u8>, Expected) {
    let mut all = Workbook {
        lists,
        ..Workbook::default()
    };
    let mut expected = BTreeMap::new();
    for mut sheet in reports.into_iter().flatten() {
        for line in &mut sheet.lines {
            if line.figure.formula.is_some() {
                let shown = std::mem::replace(&mut line.figure.shown, wrong());
                expected.insert((sheet.tab.clone(), line.row.clone()), shown);
            }
        }
        all.sheets.push(sheet);
    }
    (bytes(&all).unwrap(), expected)
}

/// What another program finds in the cells beside the row ids of a file, by tab and row id.
fn found(file: &[u8]) -> BTreeMap<(String, String), Data> {
    let mut file = Xlsx::new(Cursor::new(file.to_vec())).unwrap();
    let mut found = BTreeMap::new();
    for tab in file.sheet_names() {
        let range = file.worksheet_range(&tab).unwrap();
        for row in range.rows() {
            if let (Some(figure), Some(Data::String(id))) = (row.get(3), row.get(5)) {
                found.insert((tab.clone(), id.clone()), figure.clone());
            }
        }
    }
    found
}

/// A cell as the page would say it; a number to the 15 digits that a spreadsheet has.
fn said(cell: &Data) -> Shown {
    match cell {
        Data::Float(float) => {
            let text = format!("{float:.14e}");
            let rounded: f64 = text.parse().unwrap();
            Shown::number(Decimal::parse_canonical(&rounded.to_string()).unwrap())
        }
        Data::String(text) => Shown::text(text),
        Data::Empty => Shown::Blank,
        other => Shown::text(&format!("{other:?}")),
    }
}

/// What was held against each other.
#[derive(Default)]
struct Tally {
    cells: usize,
    numbers: usize,
    reasons: usize,
    differ: Vec<String>,
}

impl Tally {
    fn hold(&mut self, expected: &Expected, file: &[u8]) {
        let found = found(file);
        for (place, expected) in expected {
            let cell = found.get(place).unwrap_or(&Data::Empty);
            self.cells += 1;
            match expected {
                Shown::Number(_) => self.numbers += 1,
                Shown::Text(_) => self.reasons += 1,
                Shown::Blank => {}
            }
            if !said(cell).is_same(expected) {
                let differs = format!("{place:?}: {expected:?}, LibreOffice: {cell:?}");
                self.differ.push(differs);
            }
        }
    }

    fn end(mut self, what: &str, forms: usize, ties: usize) {
        println!(
            "{forms} forms, {what}: {} computed cells, {} numbers ({ties} half way between two), {} reasons; {} differ",
            self.cells,
            self.numbers,
            self.reasons,
            self.differ.len()
        );
        self.differ.truncate(20);
        assert_eq!(self.differ, [""; 0]);
        assert!(self.numbers > forms && self.reasons > forms / 2 && ties > 0);
    }
}

/// The form sets in turn; most forms are those of 2026.
fn sets() -> Vec<Arc<OpenForm>> {
    vec![cchc(), kl226(), cchc(), open(HARD), cchc()]
}

#[test]
fn every_ratio_of_random_forms_is_the_same_digit_for_digit() {
    let office = Office::found();
    let sets = sets();
    let mut chance = Chance::new(2_026);
    let (mut tally, mut ties) = (Tally::default(), 0);
    let numbers: Vec<usize> = (0..forms()).collect();
    for numbers in numbers.chunks(500) {
        let reports = numbers.iter().map(|number| {
            let session = filled(&sets[number % sets.len()], &mut chance);
            ties += random::ties(&session);
            worksheets(&session, "", &mut Vec::new())
        });
        let (file, expected) = stacked::stacked(&reports.collect::<Vec<_>>());
        for computed in office.saved_again(&[&file]) {
            tally.hold(&expected, &computed);
        }
    }
    tally.end("stacked", forms(), ties);
}

#[test]
fn every_ratio_of_whole_workbooks_is_the_same_digit_for_digit() {
    let office = Office::found();
    let sets = sets();
    let mut chance = Chance::new(226);
    let forms = forms().min(40);
    let (mut tally, mut ties) = (Tally::default(), 0);
    let mut files = Vec::new();
    let numbers: Vec<usize> = (0..forms).collect();
    for numbers in numbers.chunks(TOGETHER) {
        let mut lists = Vec::new();
        let reports = numbers.iter().map(|number| {
            let session = filled(&sets[number % sets.len()], &mut chance);
            ties += random::ties(&session);
            worksheets(&session, &format!("{number} "), &mut lists)
        });
        let reports: Vec<_> = reports.collect();
        files.push(together(reports, lists));
    }
    let handed: Vec<&[u8]> = files.iter().map(|(file, _)| file.as_slice()).collect();
    for ((_, expected), computed) in files.iter().zip(office.saved_again(&handed)) {
        tally.hold(expected, &computed);
    }
    tally.end("whole workbooks", forms, ties);
}

/// Opened and saved by LibreOffice, a workbook is still the same report.
#[test]
fn a_workbook_that_another_program_saved_comes_back_identical() {
    let office = Office::found();
    let mut chance = Chance::new(7);
    let mut sessions: Vec<Session> = Vec::new();
    for form in [cchc(), cchc_2021(), kl226(), open(HARD)] {
        for _ in 0..3 {
            let mut session = filled(&form, &mut chance);
            random::scribble(&mut session, &mut chance);
            sessions.push(session);
        }
    }
    let files: Vec<Vec<u8>> = sessions
        .iter()
        .map(|session| {
            let document = export_json(session);
            bytes(&workbook(session, &document, "")).unwrap()
        })
        .collect();
    let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    for (session, file) in sessions.iter().zip(office.saved_again(&files)) {
        let returned = own(&file).unwrap().expect("it is still ours");
        let brought = returned.brought(session.form(), desk::NOW).unwrap();
        assert_eq!(brought.edited, []);
        let differing: Vec<_> = brought
            .differing
            .iter()
            .map(|it| (&it.stated, &it.computed))
            .collect();
        assert_eq!(differing, []);
        assert_eq!(brought.missing, [""; 0]);
        assert!(brought.document == Some(export_json(session)));
    }
}
