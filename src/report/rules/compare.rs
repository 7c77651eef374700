//! `compare`: two formulas must stand in an order, or be given together or apart: a part is not above its whole, a
//! sum closes, a figure has its counterpart.

use super::members::missing;
use super::missing::{Side, Worth, cells_of};
use super::{Check, Facts, Failure};
use crate::form::{BoundFormula, CellId, Form, RuleWritten};
use crate::formula::{Comparison, Type, Value};
use crate::number::{Fraction, write};
use crate::words::Phrase;

/// Decimals to which figures of a message are rounded; the widest that a row may have.
const SHOWN_DECIMALS: u8 = 6;

#[derive(Clone, Copy, Debug)]
enum Operator {
    Order(Comparison),
    /// Both sides are given, or neither is (DHIS2: compulsory pair).
    BothOrNeither,
    /// Not both sides are given (DHIS2: exclusive pair).
    AtMostOne,
}

impl Operator {
    fn from_word(word: &str) -> Option<Operator> {
        match word {
            "both_or_neither" => Some(Operator::BothOrNeither),
            "at_most_one" => Some(Operator::AtMostOne),
            sign => Comparison::from_sign(sign).map(Operator::Order),
        }
    }
}

#[derive(Debug)]
pub(super) struct Compare {
    left: Side,
    operator: Operator,
    right: Side,
    cells: Vec<CellId>,
}

/// `{"left": "[a]", "op": "<=", "right": "sum([b], [c])", "missing": "skip_any"}`
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let left = Side::of(written, form, "left", Type::Number)?;
    let right = Side::of(written, form, "right", Type::Number)?;
    let word = written.text("op").ok_or_else(|| missing("op"))?;
    let operator = Operator::from_word(word).ok_or_else(|| {
        Phrase::said(
            "Không có phép so sánh “{}”; dùng =, !=, <, <=, >, >=, both_or_neither hoặc at_most_one.",
            "There is no comparison “{}”; use =, !=, <, <=, >, >=, both_or_neither or at_most_one.",
            &[word],
        )
    })?;
    Ok(vec![Box::new(Compare {
        cells: cells_of(&left, &right),
        left,
        operator,
        right,
    })])
}

impl Compare {
    /// That two formulas stand in this order, where both have a value.
    pub(super) fn new(left: BoundFormula, comparison: Comparison, right: BoundFormula) -> Compare {
        let (left, right) = (Side::plain(left), Side::plain(right));
        Compare {
            cells: cells_of(&left, &right),
            left,
            operator: Operator::Order(comparison),
            right,
        }
    }
}

impl Check for Compare {
    fn cells(&self) -> &[CellId] {
        &self.cells
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let left = number(&self.left, facts)?;
        let right = number(&self.right, facts)?;
        let fails = match (self.operator, &left, &right) {
            (Operator::Order(comparison), Some(left), Some(right)) => {
                !comparison.holds(Fraction::compare(left, right))
            }
            (Operator::Order(_), _, _) => false,
            (Operator::BothOrNeither, _, _) => left.is_some() != right.is_some(),
            (Operator::AtMostOne, _, _) => left.is_some() && right.is_some(),
        };
        fails.then(|| {
            Failure::default()
                .with("left", figure(left))
                .with("right", figure(right))
                .with("difference", figure(distance(left, right)))
        })
    }
}

/// The number of a side, where it is given; none where nobody can say.
fn number(side: &Side, facts: &Facts<'_>) -> Option<Option<Fraction>> {
    match side.worth(facts) {
        Worth::Given(Value::Number(number)) => Some(Some(number)),
        Worth::Missing => Some(None),
        Worth::Given(Value::Truth(_)) | Worth::Unknown => None,
    }
}

fn distance(left: Option<Fraction>, right: Option<Fraction>) -> Option<Fraction> {
    let (left, right) = (left?, right?);
    if Fraction::compare(&left, &right).is_lt() {
        right.checked_sub(left)
    } else {
        left.checked_sub(right)
    }
}

fn figure(value: Option<Fraction>) -> Phrase {
    match value.and_then(|value| value.round(SHOWN_DECIMALS)) {
        Some(number) => Phrase::of_figure(write(number)),
        None => Phrase::new("chưa có số liệu", "no figure"),
    }
}
