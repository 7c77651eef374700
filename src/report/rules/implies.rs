//! `implies`: where one thing is true another must be: no survey, no survey forms.

use super::missing::{Side, Worth, cells_of};
use super::{Check, Facts, Failure};
use crate::form::{CellId, Form, RuleWritten};
use crate::formula::{Type, Value};
use crate::number::write;
use crate::words::Phrase;

#[derive(Debug)]
struct Implies {
    when: Side,
    then: Side,
    cells: Vec<CellId>,
}

/// `{"when": "[b1.5] = 0", "then": "blank([b1.5.2])", "missing": "skip_any"}`
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let when = Side::of(written, form, "when", Type::Truth)?;
    let then = Side::of(written, form, "then", Type::Truth)?;
    Ok(vec![Box::new(Implies {
        cells: cells_of(&when, &then),
        when,
        then,
    })])
}

impl Check for Implies {
    fn cells(&self) -> &[CellId] {
        &self.cells
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let is = |side: &Side, truth| side.worth(facts) == Worth::Given(Value::Truth(truth));
        if !is(&self.when, true) || !is(&self.then, false) {
            return None;
        }
        let figure = |side: &Side| {
            let first = side.cells().first();
            match first.and_then(|cell| facts.number(*cell)) {
                Some(number) => Phrase::of_figure(write(number)),
                None => Phrase::of_figure("…"),
            }
        };
        Some(
            Failure::default()
                .with("left", figure(&self.when))
                .with("right", figure(&self.then)),
        )
    }
}
