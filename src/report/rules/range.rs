//! `range`: a figure lies between two numbers: a share between 0 and 100.

use super::members::{missing, number, rows_on};
use super::missing::{Missing, One};
use super::{Check, Facts, Failure};
use crate::form::{CellId, Form, RuleWritten};
use crate::number::Decimal;
use crate::words::Phrase;

#[derive(Debug)]
struct Range {
    cell: [CellId; 1],
    one: One,
    min: Option<Decimal>,
    max: Option<Decimal>,
}

/// `{"on": ["b6.2"], "min": "0", "max": "100", "missing": "skip_any"}`; either end may be absent.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let (min, max) = (number(written, "min")?, number(written, "max")?);
    if min.is_none() && max.is_none() {
        return Err(missing("min"));
    }
    let strategy = Missing::of(written)?;
    Ok(rows_on(written, form)?
        .into_iter()
        .map(|cell| {
            Box::new(Range {
                cell: [cell],
                one: One::of(cell, form, strategy),
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

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let value = self.one.number(facts)?;
        let outside =
            self.min.is_some_and(|min| value < min) || self.max.is_some_and(|max| value > max);
        outside.then(|| Failure::of_value(value))
    }
}
