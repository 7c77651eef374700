//! `range`: a figure lies between two numbers: a share between 0 and 100.

use super::{Check, Failure, missing, rows_on};
use crate::form::{CellId, Form, RuleWritten};
use crate::formula::Operand;
use crate::number::{Decimal, Fraction};
use crate::words::Phrase;

#[derive(Debug)]
struct Range {
    cell: [CellId; 1],
    min: Option<Decimal>,
    max: Option<Decimal>,
}

/// `{"on": ["b6.2"], "min": "0", "max": "100"}`; either end may be absent.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let end = |member: &str| match written.text(member) {
        None => Ok(None),
        Some(text) => Decimal::parse_canonical(text).map(Some).ok_or_else(|| {
            Phrase::said(
                "“{}” phải là một số viết như \"0\" hoặc \"99.5\"; không hiểu “{}”.",
                "“{}” must be a number such as \"0\" or \"99.5\"; “{}” is not.",
                &[member, text],
            )
        }),
    };
    let (min, max) = (end("min")?, end("max")?);
    if min.is_none() && max.is_none() {
        return Err(missing("min"));
    }
    Ok(rows_on(written, form)?
        .into_iter()
        .map(|cell| {
            Box::new(Range {
                cell: [cell],
                min,
                max,
            }) as Box<dyn Check>
        })
        .collect())
}

impl Check for Range {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn failure(&self, operand: &dyn Fn(CellId) -> Operand) -> Option<Failure> {
        let [cell] = self.cell;
        let Operand::Value(value) = operand(cell) else {
            return None;
        };
        let below =
            |end: &Decimal| Fraction::compare(&value, &Fraction::from_decimal(*end)).is_lt();
        let above =
            |end: &Decimal| Fraction::compare(&value, &Fraction::from_decimal(*end)).is_gt();
        let outside = self.min.as_ref().is_some_and(below) || self.max.as_ref().is_some_and(above);
        let shown = value.round(6).filter(|_| outside)?;
        Some(Failure::of_value(shown))
    }
}
