//! `whole`: a number of things is whole and not negative (DESIGN.md section 5).

use super::members::rows_on;
use super::{Check, Facts, Failure};
use crate::form::{CellId, Form, RuleWritten};
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

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let [cell] = self.cell;
        let value = facts.number(cell)?;
        (!value.is_whole() || value.is_negative()).then(|| Failure::of_value(value))
    }
}
