//! `compare`: two formulas must stand in an order: a part is not above its whole, a sum closes.

use super::{Check, Failure, missing};
use crate::form::{BoundFormula, CellId, Form, RuleWritten, bind};
use crate::formula::{Comparison, Operand, Reason, Type, Value};
use crate::number::{Fraction, write};
use crate::words::Phrase;

/// Decimals to which figures of a message are rounded; the widest that a row may have.
const SHOWN_DECIMALS: u8 = 6;

#[derive(Debug)]
pub(super) struct Compare {
    left: BoundFormula,
    comparison: Comparison,
    right: BoundFormula,
    cells: Vec<CellId>,
}

/// `{"left": "[a]", "op": "<=", "right": "sum([b], [c])"}`
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let side = |member: &str| {
        let text = written.text(member).ok_or_else(|| missing(member))?;
        bind(form, text, Type::Number)
    };
    let (left, right) = (side("left")?, side("right")?);
    let sign = written.text("op").ok_or_else(|| missing("op"))?;
    let comparison = Comparison::from_sign(sign).ok_or_else(|| {
        Phrase::said(
            "Không có phép so sánh “{}”; dùng =, !=, <, <=, > hoặc >=.",
            "There is no comparison “{}”; use =, !=, <, <=, > or >=.",
            &[sign],
        )
    })?;
    Ok(vec![Box::new(Compare::new(left, comparison, right))])
}

impl Compare {
    /// That the two sides stand in this order.
    pub(super) fn new(left: BoundFormula, comparison: Comparison, right: BoundFormula) -> Compare {
        let mut cells = left.cells.clone();
        for cell in &right.cells {
            if !cells.contains(cell) {
                cells.push(*cell);
            }
        }
        Compare {
            left,
            comparison,
            right,
            cells,
        }
    }
}

impl Check for Compare {
    fn cells(&self) -> &[CellId] {
        &self.cells
    }

    fn failure(&self, operand: &dyn Fn(CellId) -> Operand) -> Option<Failure> {
        let left = number(&self.left, operand)?;
        let right = number(&self.right, operand)?;
        let order = Fraction::compare(&left, &right);
        if self.comparison.holds(order) {
            return None;
        }
        let difference = if order.is_lt() {
            right.checked_sub(left)
        } else {
            left.checked_sub(right)
        };
        let figure = |value: Option<Fraction>| {
            value
                .and_then(|value| value.round(SHOWN_DECIMALS))
                .map(write)
                .unwrap_or_default()
        };
        Some(Failure {
            figures: vec![
                ("left", figure(Some(left))),
                ("right", figure(Some(right))),
                ("difference", figure(difference)),
            ],
        })
    }
}

fn number(side: &BoundFormula, operand: &dyn Fn(CellId) -> Operand) -> Option<Fraction> {
    match evaluate(side, operand) {
        Some(Value::Number(number)) => Some(number),
        Some(Value::Truth(_)) | None => None,
    }
}

/// The value of a bound formula; none where an operand is missing.
pub(super) fn evaluate(side: &BoundFormula, operand: &dyn Fn(CellId) -> Operand) -> Option<Value> {
    side.formula
        .evaluate(|place| match side.cells.get(place) {
            Some(cell) => operand(*cell),
            None => Operand::Without(Reason::Missing),
        })
        .value
        .ok()
}
