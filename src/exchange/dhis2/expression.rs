//! A formula of the form → an expression of DHIS2: `percent([a], [b])` is `#{uid of a}` over `#{uid of b}`.

use crate::form::{BoundFormula, CellId};
use crate::formula::{Comparison, Step};

/// The longest expression that is written; the longest real one has under 400 signs.
const MAX_SIGNS: usize = 20_000;

/// What a formula is as DHIS2 says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The whole.
    pub(super) text: String,
    /// Whether it holds together without brackets.
    is_single: bool,
    /// Numerator and denominator where the formula ends in a division, and whether that is in percent.
    pub(super) sides: Option<(String, String, bool)>,
}

impl Said {
    fn single(text: String) -> Said {
        Said {
            text,
            is_single: true,
            sides: None,
        }
    }

    fn joined(text: String) -> Said {
        Said {
            text,
            is_single: false,
            sides: None,
        }
    }

    /// The text as an operand of something else.
    pub(super) fn inner(&self) -> String {
        if self.is_single {
            self.text.clone()
        } else {
            ["(", &self.text, ")"].concat()
        }
    }
}

/// Says a formula. `operand` gives what a row is; none where the platform does not have it.
pub(super) fn said(
    bound: &BoundFormula,
    operand: &dyn Fn(CellId) -> Option<String>,
) -> Option<Said> {
    let mut stack: Vec<Said> = Vec::new();
    let row = |place: &usize| operand(*bound.cells.get(*place)?);
    for step in &bound.formula.steps {
        let done = match step {
            Step::Row(place) => Said::single(row(place)?),
            // Only a data element can be asked about; a computed row cannot.
            Step::Blank(place) => Said::single(asked("isNull", row(place)?)?),
            Step::Filled(place) => Said::single(asked("isNotNull", row(place)?)?),
            Step::Number(number) if number.is_negative() => {
                Said::joined(["0 - ", &number.abs().canonical()].concat())
            }
            Step::Number(number) => Said::single(number.canonical()),
            Step::Negate => Said::joined(["0 - ", &stack.pop()?.inner()].concat()),
            Step::Add => two(&mut stack, " + ")?,
            Step::Subtract => two(&mut stack, " - ")?,
            Step::Multiply => two(&mut stack, " * ")?,
            Step::Compare(comparison) => two(&mut stack, sign(*comparison))?,
            Step::Divide | Step::Percent | Step::PercentChange => {
                let (denominator, numerator) = (stack.pop()?, stack.pop()?);
                let mut above = numerator;
                if matches!(step, Step::PercentChange) {
                    above = Said::joined([&above.inner(), " - ", &denominator.inner()].concat());
                }
                let times = if matches!(step, Step::Divide) {
                    ""
                } else {
                    " * 100"
                };
                let whole = [&above.inner(), times, " / ", &denominator.inner()].concat();
                Said {
                    sides: Some((above.text, denominator.text, !times.is_empty())),
                    ..Said::joined(whole)
                }
            }
            Step::Sum(1) => stack.pop()?,
            Step::Sum(count) => {
                let first = stack.len().checked_sub(*count)?;
                let operands: Vec<String> = stack.drain(first..).map(|said| said.inner()).collect();
                Said::joined(operands.join(" + "))
            }
        };
        // Growths of growths double without end.
        if done.text.len() > MAX_SIGNS {
            return None;
        }
        stack.push(done);
    }
    stack.pop()
}

fn asked(function: &str, operand: String) -> Option<String> {
    operand
        .starts_with("#{")
        .then(|| [function, "(", &operand, ")"].concat())
}

fn two(stack: &mut Vec<Said>, sign: &str) -> Option<Said> {
    let (right, left) = (stack.pop()?, stack.pop()?);
    Some(Said::joined([&left.inner(), sign, &right.inner()].concat()))
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => " == ",
        Comparison::NotEqual => " != ",
        Comparison::Less => " < ",
        Comparison::LessOrEqual => " <= ",
        Comparison::Greater => " > ",
        Comparison::GreaterOrEqual => " >= ",
    }
}
