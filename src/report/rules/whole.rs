//! `whole`: a number of things is whole and not negative (DESIGN.md section 5).

use super::{Check, Failure, rows_on};
use crate::form::{CellId, Form, RuleWritten};
use crate::formula::Operand;
use crate::words::Phrase;

#[derive(Debug)]
struct Whole {
    cell: [CellId; 1],
}

/// `{"on": "count"}`
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    Ok(rows_on(written, form)?
        .into_iter()
        .map(|cell| Box::new(Whole { cell: [cell] }) as Box<dyn Check>)
        .collect())
}

impl Check for Whole {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn failure(&self, operand: &dyn Fn(CellId) -> Operand) -> Option<Failure> {
        let [cell] = self.cell;
        let Operand::Value(value) = operand(cell) else {
            return None;
        };
        // Twelve decimals are the most that a number can be typed with, so nothing is lost here.
        let value = value.round(12)?;
        (!value.is_whole() || value.is_negative()).then(|| Failure::of_value(value))
    }
}
