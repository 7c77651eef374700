//! What computed rows compute in a spreadsheet.

use super::*;
use crate::desk::{cchc_2021, kl226, open};
use bieumau::exchange::workbook::empty_workbook;
use bieumau::form::Form;
use bieumau::formula::Formula;

/// The expression of a formula, its rows named by their places.
fn expression(text: &str) -> Option<(String, Vec<String>)> {
    let formula = Formula::parse(text).unwrap();
    let translated = formula.translated(|place| Some(format!("D{}", place + 1)))?;
    Some((translated.value, translated.divisors))
}

#[test]
fn formulas_are_written_as_spreadsheets_write_them() {
    for (text, value, divisors) in [
        ("[a] + [b]", "D1+D2", vec![]),
        ("[a] - ([b] + [c])", "D1-(D2+D3)", vec![]),
        ("[a] - [b] + [c]", "D1-D2+D3", vec![]),
        ("-[a] + [b]", "(0-D1)+D2", vec![]),
        ("([a] + [b]) * [c]", "(D1+D2)*D3", vec![]),
        ("[a] / ([b] / [c])", "D1/(D2/D3)", vec!["D3", "D2/D3"]),
        ("percent([a], [b])", "D1*100/D2", vec!["D2"]),
        ("percent([a] - [b], [a])", "(D1-D2)*100/D1", vec!["D1"]),
        ("percent_change([a], [b])", "(D1-D2)*100/D2", vec!["D2"]),
        ("sum([a], [b], 2.50)", "SUM(D1,D2,2.5)", vec![]),
    ] {
        let (given, by) = expression(text).unwrap();
        assert_eq!(
            (given.as_str(), by),
            (value, divisors.into_iter().map(str::to_owned).collect()),
            "{text}"
        );
    }
    assert_eq!(expression("[a] < [b]"), None);
}

/// A growth of growths would be longer than any spreadsheet reads.
#[test]
fn a_formula_that_grows_without_end_is_not_written() {
    let mut text = "[a]".to_owned();
    for _ in 0..20 {
        text = format!("percent_change({text}, {text})");
        if text.len() > 3_900 {
            break;
        }
    }
    let formula = Formula::parse(&text[..]);
    if let Ok(formula) = formula {
        assert!(
            formula
                .translated(|_| Some("D1".to_owned()))
                .is_none_or(|it| it.value.len() <= 4_000)
        );
    }
    let long = "D".repeat(3_000);
    let sum = Formula::parse("[a] + [a] + [a]").unwrap();
    assert_eq!(sum.translated(|_| Some(long.clone())), None);
}

#[test]
fn a_ratio_is_computed_where_it_stands() {
    let workbook = data(&Desk::quarter_one());
    let formula = line(&workbook, "pl1.b1.2").figure.formula.clone().unwrap();
    assert!(formula.contains("ROUND(D13*100/D12,2)"), "{formula}");
    assert!(formula.contains("COUNT(D13,D12)=2"), "{formula}");
    assert!(formula.contains("\"— (mẫu số bằng 0)\""), "{formula}");
    // Fed rows take their figures from the worksheet of the ledger, unless they are typed.
    assert_eq!(line(&workbook, "pl2.b2.3.1.2").figure.formula, None);
    let workbook = data(&Desk::cchc());
    let fed = line(&workbook, "pl2.b2.3.1.2").figure.formula.clone();
    let fed = fed.unwrap();
    assert!(fed.contains("'Sổ hồ sơ TTHC'!D"), "{fed}");
}

/// What one formula takes from another is taken before rounding, so its own expression stands in it.
#[test]
fn a_ratio_of_ratios_is_computed_from_what_was_entered() {
    let form = r#"{"format": "bieumau.form/1", "id": "chain", "version": 1, "title": {"vi": "v", "en": "e"}, "periods": ["Y"],
      "sheets": [{"id": "s", "name": {"vi": "B", "en": "S"}, "title": {"vi": "v", "en": "e"}, "rows": [
        {"id": "a", "code": "1", "label": {"vi": "v", "en": "e"}, "kind": "count"},
        {"id": "b", "code": "2", "label": {"vi": "v", "en": "e"}, "kind": "count"},
        {"id": "c", "code": "3", "label": {"vi": "v", "en": "e"}, "kind": "ratio", "formula": "percent([a], [b])"},
        {"id": "d", "code": "4", "label": {"vi": "v", "en": "e"}, "kind": "ratio", "formula": "100 - [c]"}]}]}"#;
    let desk = Desk::on(open(form));
    let workbook = data(&desk);
    let formula = line(&workbook, "d").figure.formula.clone().unwrap();
    assert!(formula.contains("100-(D"), "{formula}");
    assert!(
        !formula.contains("D10") || formula.contains("*100/D"),
        "{formula}"
    );
}

#[test]
fn every_computed_row_of_every_form_set_has_a_formula() {
    let all = |form: &Form| {
        let computed = form.rows.iter().filter(|row| row.computation().is_some());
        computed.count()
    };
    for (form, count) in [(crate::desk::cchc(), 19), (cchc_2021(), 0), (kl226(), 7)] {
        assert_eq!(all(&form.form), count, "{}", form.form.id);
        let workbook = empty_workbook(&form.form);
        let lines = workbook.sheets.iter().flat_map(|it| &it.lines);
        let formulas: Vec<&String> = lines
            .filter_map(|line| line.figure.formula.as_ref())
            .collect();
        assert_eq!(formulas.len(), count);
        for formula in formulas {
            assert!(formula.len() < 2_000, "{formula}");
        }
    }
}
