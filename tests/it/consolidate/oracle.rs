//! Random agencies, held against a plain loop that knows nothing of the library: it reads the words of the form file
//! itself and adds up what was typed.

use super::{PERIOD, agency, begun, into_agency, made, province, returned, settled};
use crate::desk::form_text;
use bieumau::consolidate::{Collection, Figure, NoTotal};
use bieumau::exchange::export_json;
use bieumau::form::Level::{self, Commune, Department, Nation, Province};
use bieumau::gather;
use bieumau::number::Decimal;
use bieumau::report::Spread;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A row of the form file: as much of it as adding up needs.
struct Line {
    id: String,
    kind: String,
    way: String,
    filled_by: Vec<String>,
    options: Vec<String>,
    formula: Option<String>,
    is_helper: bool,
}

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let form: Value = serde_json::from_str(&form_text("cchc-2026")).unwrap();
    let mut lines = Vec::new();
    for sheet in form["sheets"].as_array().unwrap() {
        for row in sheet["rows"].as_array().unwrap() {
            let word = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            let list = |name: &str| row[name].as_array().cloned().unwrap_or_default();
            let texts = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            lines.push(Line {
                id: word("id"),
                kind: word("kind"),
                way: word("consolidation"),
                filled_by: list("filled_by").iter().map(texts).collect(),
                options: list("options")
                    .iter()
                    .map(|option| texts(&option["code"]))
                    .collect(),
                formula: row["formula"].as_str().map(str::to_owned),
                is_helper: sheet["helper"] == true,
            });
        }
    }
    lines
});

/// The rows into which something is typed.
fn typed() -> impl Iterator<Item = &'static Line> {
    LINES
        .iter()
        .filter(|line| line.kind != "heading" && line.formula.is_none() && !line.is_helper)
}

/// What an officer puts into a row.
#[derive(Clone, Debug, PartialEq)]
enum Typed {
    Blank,
    /// In thousandths.
    Number(i64),
    Option(usize),
    NotApplicable,
    Unreadable,
}

/// What one agency puts into all rows.
type Sheet = Vec<Typed>;

fn entry() -> impl Strategy<Value = Typed> {
    prop_oneof![
        3 => Just(Typed::Blank),
        6 => (0_i64..3_000_000).prop_map(Typed::Number),
        2 => Just(Typed::Number(0)),
        2 => (0_usize..3).prop_map(Typed::Option),
        1 => Just(Typed::NotApplicable),
        1 => Just(Typed::Unreadable),
    ]
}

fn sheets(most: usize) -> impl Strategy<Value = Vec<Sheet>> {
    let rows = typed().count();
    prop::collection::vec(prop::collection::vec(entry(), rows), 0..most)
}

/// What is typed where: whole numbers for counts, and what a row of another kind would not read becomes a blank.
fn fitting(line: &Line, typed: &Typed) -> Typed {
    match (line.kind.as_str(), typed) {
        (_, Typed::Blank | Typed::NotApplicable) => typed.clone(),
        ("choice", Typed::Option(place)) => Typed::Option(place % line.options.len()),
        ("choice", Typed::Unreadable) => Typed::Unreadable,
        ("count", Typed::Number(number)) => Typed::Number(number / 1000 * 1000),
        // Percents with three decimals would be asked about.
        ("ratio", Typed::Number(number)) => Typed::Number(number % 100 * 1000),
        ("count" | "ratio" | "money" | "decimal", Typed::Number(_) | Typed::Unreadable) => {
            typed.clone()
        }
        _ => Typed::Blank,
    }
}

fn text_of(thousandths: i64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    match rest {
        0 => whole.to_string(),
        rest => format!("{whole},{rest:03}")
            .trim_end_matches('0')
            .to_owned(),
    }
}

fn level_of(place: usize) -> Level {
    if place % 4 == 3 { Department } else { Commune }
}

/// The file of an agency that types all of this.
fn typed_file(place: usize, sheet: &Sheet) -> String {
    let mut session = begun(agency(&format!("{place:05}"), level_of(place)));
    for (line, typed) in typed().zip(sheet) {
        let cell = session.form().form.cell(&line.id).unwrap();
        match fitting(line, typed) {
            Typed::Blank => {}
            Typed::Number(number) => drop(session.enter(cell, &text_of(number))),
            Typed::Option(place) => drop(session.enter(cell, &line.options[place])),
            Typed::NotApplicable => drop(session.set_not_applicable(cell, true)),
            Typed::Unreadable => drop(session.enter(cell, "Dự kiến 02")),
        }
    }
    export_json(&session)
}

/// What stands in a row after adding up, in the plainest words.
#[derive(Clone, Debug, Default, PartialEq)]
struct Plain {
    asked: u32,
    reported: u32,
    zeros: u32,
    not_applicable: u32,
    unreadable: u32,
    options: BTreeMap<String, u32>,
    thousandths: i128,
    has_number: bool,
}

fn plainly(sheets: &[Sheet]) -> BTreeMap<&'static str, Plain> {
    let mut totals: BTreeMap<&str, Plain> = BTreeMap::new();
    for (number, line) in typed().enumerate() {
        let plain = totals.entry(&line.id).or_default();
        for (place, sheet) in sheets.iter().enumerate() {
            let level = match level_of(place) {
                Department => "department",
                _ => "commune",
            };
            let typed = fitting(line, &sheet[number]);
            if line.filled_by.iter().any(|word| word == level) || typed != Typed::Blank {
                plain.asked += 1;
            }
            match typed {
                Typed::Blank => {}
                Typed::Number(figure) => {
                    plain.reported += 1;
                    plain.zeros += u32::from(figure == 0);
                    plain.thousandths += i128::from(figure);
                    plain.has_number = true;
                }
                Typed::Option(option) => {
                    plain.reported += 1;
                    *plain
                        .options
                        .entry(line.options[option].clone())
                        .or_default() += 1;
                }
                Typed::NotApplicable => plain.not_applicable += 1,
                Typed::Unreadable => plain.unreadable += 1,
            }
        }
    }
    totals
}

fn spread_of(plain: &Plain) -> Spread {
    Spread {
        asked: plain.asked,
        reported: plain.reported,
        zeros: plain.zeros,
        not_applicable: plain.not_applicable,
        unreadable: plain.unreadable,
        sum: plain
            .has_number
            .then(|| Decimal::new(plain.thousandths, 3).unwrap()),
        options: gather::map(plain.options.clone()),
    }
}

/// `percent([part], [whole])`, by hand: hundredths of a percent, rounded half up; none where nobody can tell.
fn percent(formula: &str, totals: &BTreeMap<&str, Plain>) -> Option<Decimal> {
    let ids: Vec<&str> = formula
        .strip_prefix("percent([")?
        .strip_suffix("])")?
        .split("], [")
        .collect();
    let [part, whole] = ids[..] else { return None };
    let (part, whole) = (totals.get(part)?, totals.get(whole)?);
    let is_known = part.has_number && whole.has_number && whole.thousandths > 0;
    let hundredths = || (part.thousandths * 20_000 + whole.thousandths) / (2 * whole.thousandths);
    is_known.then(|| Decimal::new(hundredths(), 2).unwrap())
}

fn collection_of(into: bieumau::report::Agency, files: &[String]) -> Collection {
    into_agency(into, files)
}

fn check_totals(collection: &Collection, sheets: &[Sheet]) -> Result<(), TestCaseError> {
    let form = &collection.form().form;
    let (_, totals) = settled(collection);
    let plain = plainly(sheets);
    for line in LINES
        .iter()
        .filter(|line| line.kind != "heading" && !line.is_helper)
    {
        let total = totals.of(form.cell(&line.id).unwrap()).unwrap();
        if let Some(formula) = &line.formula {
            let expected = percent(formula, &plain);
            // A ratio of rows that are not added up is nobody's.
            let is_added = line.way == "ratio_of_sums";
            prop_assert_eq!(total.number(), expected.filter(|_| is_added), "{}", line.id);
            continue;
        }
        let plain = &plain[line.id.as_str()];
        prop_assert_eq!(&total.spread, &spread_of(plain), "{}", line.id);
        match line.way.as_str() {
            "sum" if plain.has_number => {
                prop_assert_eq!(total.number(), spread_of(plain).sum, "{}", line.id);
            }
            "sum" if plain.asked > 0 && plain.asked == plain.not_applicable => {
                let figure = total.figure.map(|(figure, _)| figure);
                prop_assert_eq!(figure, Ok(Figure::NotApplicable), "{}", line.id);
            }
            "sum" => prop_assert_eq!(total.figure, Err(NoTotal::NobodyReported), "{}", line.id),
            // Nobody in these sets leads, and nobody consolidates: nothing is made up.
            _ => prop_assert!(total.figure.is_err(), "{}: {:?}", line.id, total.figure),
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_totals_are_those_of_a_plain_loop(sheets in sheets(9)) {
        let files: Vec<String> = sheets.iter().enumerate().map(|(at, sheet)| typed_file(at, sheet)).collect();
        check_totals(&collection_of(province(), &files), &sheets)?;
    }

    #[test]
    fn commune_province_nation_is_all_at_once(sheets in sheets(9), cut in 0_usize..9, deeper in 0_usize..9) {
        let files: Vec<String> = sheets.iter().enumerate().map(|(at, sheet)| typed_file(at, sheet)).collect();
        let nation = || agency("vn", Nation);
        let at_once = collection_of(nation(), &files);
        let (first, rest) = files.split_at(cut.min(files.len()));
        let (second, alone) = rest.split_at(deeper.min(rest.len()));
        let one = made(&collection_of(agency("14", Province), first));
        let two = made(&collection_of(agency("11", Province), second));
        let mut levels = vec![one, two];
        levels.extend(alone.iter().cloned());
        let in_levels = collection_of(nation(), &levels);
        let (_, expected) = settled(&at_once);
        let (_, found) = settled(&in_levels);
        for line in LINES.iter().filter(|line| !line.is_helper) {
            let cell = at_once.form().form.cell(&line.id).unwrap();
            let (expected, found) = (expected.of(cell).unwrap(), found.of(cell).unwrap());
            prop_assert_eq!(&found.spread, &expected.spread, "{}", line.id);
            prop_assert_eq!(found.figure, expected.figure, "{}", line.id);
        }
        check_totals(&in_levels, &sheets)?;
        let weight: usize = in_levels.returns().iter().map(bieumau::consolidate::Return::weight).sum();
        let empty = [first, second].iter().filter(|part| part.is_empty()).count();
        prop_assert_eq!(weight, files.len() + empty);
    }

    #[test]
    fn a_report_of_totals_is_read_back_as_it_was_made(sheets in sheets(6)) {
        let files: Vec<String> = sheets.iter().enumerate().map(|(at, sheet)| typed_file(at, sheet)).collect();
        let collection = collection_of(province(), &files);
        let back = returned(&made(&collection));
        prop_assert_eq!(&back.period, PERIOD);
        let (_, totals) = settled(&collection);
        for (place, total) in totals.rows.iter().enumerate() {
            let cell = bieumau::form::CellId(u32::try_from(place).unwrap());
            if let Ok((figure, _)) = total.figure {
                prop_assert_eq!(back.figure(cell), figure);
            }
        }
        prop_assert!(!back.is_altered && back.miscomputed == 0);
    }
}
