//! `allowed`: a count or a choice is one of the listed values.

use super::members::{missing, rows_that};
use super::missing::{Missing, One};
use super::{Check, Facts, Failure};
use crate::form::{CellId, FieldValue, Form, Kind, Row, RuleWritten};
use crate::number::{Decimal, write};
use crate::words::Phrase;

#[derive(Debug)]
struct Allowed {
    cell: [CellId; 1],
    one: One,
    values: Vec<Decimal>,
}

/// `{"on": ["b1.6"], "values": ["0", "1"], "missing": "skip_any"}`; a choice is named by the code of its option.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let Some(FieldValue::List(texts)) = written.fields.get("values") else {
        return Err(missing("values"));
    };
    let values: Option<Vec<Decimal>> = texts
        .iter()
        .map(|text| Decimal::parse_canonical(text))
        .collect();
    let values = values.filter(|values| !values.is_empty()).ok_or_else(|| {
        Phrase::said(
            "“values” phải là danh sách số viết như [\"0\", \"1\"]; không hiểu “{}”.",
            "“values” must be a list of numbers such as [\"0\", \"1\"]; “{}” is not.",
            &[&texts.join(", ")],
        )
    })?;
    let strategy = Missing::of(written)?;
    let cells = rows_that(written, form, Row::is_entry, |row| {
        row.kind.is_number() || row.kind == Kind::Choice && codes_are_numbers(row)
    })?;
    for row in cells.iter().filter_map(|cell| form.row(*cell)) {
        let stranger = values.iter().find(|value| {
            let is_it = |code: &str| Decimal::parse_canonical(code) == Some(**value);
            row.kind == Kind::Choice && !row.options.iter().any(|option| is_it(&option.code))
        });
        if let Some(value) = stranger {
            return Err(Phrase::said(
                "Dòng “{}” không có lựa chọn mang mã “{}”.",
                "Row “{}” has no option with the code “{}”.",
                &[&row.id, &value.canonical()],
            ));
        }
    }
    Ok(cells
        .into_iter()
        .map(|cell| {
            Box::new(Allowed {
                cell: [cell],
                one: One::of(cell, form, strategy),
                values: values.clone(),
            }) as Box<dyn Check>
        })
        .collect())
}

fn codes_are_numbers(row: &Row) -> bool {
    let is_number = |code: &str| Decimal::parse_canonical(code).is_some();
    row.options.iter().all(|option| is_number(&option.code))
}

impl Check for Allowed {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let value = self.one.number(facts)?;
        let listed: Vec<String> = self.values.iter().map(|value| write(*value)).collect();
        (!self.values.contains(&value))
            .then(|| Failure::of_value(value).with("allowed", Phrase::of_figure(listed.join("; "))))
    }
}
