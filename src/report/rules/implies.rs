//! `implies`: where one thing is true another must be: no survey, no survey forms.

use super::compare::evaluate;
use super::{Check, Failure, missing};
use crate::form::{BoundFormula, CellId, Form, RuleWritten, bind};
use crate::formula::{Operand, Type, Value};
use crate::number::write;
use crate::words::Phrase;

#[derive(Debug)]
struct Implies {
    when: BoundFormula,
    then: BoundFormula,
    cells: Vec<CellId>,
}

/// `{"when": "[b1.5] = 0", "then": "blank([b1.5.2])"}`
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let side = |member: &str| {
        let text = written.text(member).ok_or_else(|| missing(member))?;
        bind(form, text, Type::Truth)
    };
    let (when, then) = (side("when")?, side("then")?);
    let mut cells = when.cells.clone();
    for cell in &then.cells {
        if !cells.contains(cell) {
            cells.push(*cell);
        }
    }
    Ok(vec![Box::new(Implies { when, then, cells })])
}

impl Check for Implies {
    fn cells(&self) -> &[CellId] {
        &self.cells
    }

    fn failure(&self, operand: &dyn Fn(CellId) -> Operand) -> Option<Failure> {
        let when = evaluate(&self.when, operand)?;
        let then = evaluate(&self.then, operand)?;
        if when != Value::Truth(true) || then != Value::Truth(false) {
            return None;
        }
        let figure = |cell: Option<&CellId>| match cell.map(|cell| operand(*cell)) {
            Some(Operand::Value(value)) => value.round(6).map(write).unwrap_or_default(),
            _ => String::from("…"),
        };
        Some(Failure {
            figures: vec![
                ("left", figure(self.when.cells.first())),
                ("right", figure(self.then.cells.first())),
            ],
        })
    }
}
