//! Program + operands → value, exactly; or the reason why there is none.

use super::{Formula, Step};
use crate::number::{Decimal, Fraction};

/// What a row holds when a formula asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A number, exact.
    Value(Fraction),
    /// Nothing was entered.
    Blank,
    /// There is no number, and this is why.
    Without(Reason),
}

/// Why a formula gives no number. Blank, zero, not applicable and unreadable never mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A division by zero.
    ZeroDenominator,
    /// An operand is blank.
    Missing,
    /// An operand does not apply to this agency (không phát sinh).
    NotApplicable,
    /// An operand cannot be read, or is larger than the calculator holds exactly.
    Unreadable,
}

impl Reason {
    /// The word of the reason in documents and in `data-state`.
    pub fn code(self) -> &'static str {
        match self {
            Reason::ZeroDenominator => "zero_denominator",
            Reason::Missing => "missing",
            Reason::NotApplicable => "not_applicable",
            Reason::Unreadable => "unreadable",
        }
    }

    /// The reason as people say it: Vietnamese, English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Reason::ZeroDenominator => ("mẫu số bằng 0", "the denominator is 0"),
            Reason::Missing => ("chưa đủ số liệu", "figures missing"),
            Reason::NotApplicable => ("không phát sinh", "not applicable"),
            Reason::Unreadable => ("có số liệu chưa đọc được", "a figure cannot be read"),
        }
    }

    /// The reason of a word in a document.
    pub fn from_code(code: &str) -> Option<Reason> {
        [
            Reason::ZeroDenominator,
            Reason::Missing,
            Reason::NotApplicable,
            Reason::Unreadable,
        ]
        .into_iter()
        .find(|reason| reason.code() == code)
    }
}

/// What a formula gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, not yet rounded.
    Number(Fraction),
    /// True or false.
    Truth(bool),
}

/// A value with the two sides of its last division or comparison, where it ended in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The value, or why there is none.
    pub value: Result<Value, Reason>,
    /// Numerator and denominator of the last division; left and right of a comparison.
    pub sides: Option<(Result<Fraction, Reason>, Result<Fraction, Reason>)>,
}

type Number = Result<Fraction, Reason>;

/// Of two reasons the one that tells more: something unreadable must be mended before anything else,
/// and a row that does not apply settles the matter whatever is still blank beside it.
fn worse(left: Reason, right: Reason) -> Reason {
    left.max(right)
}

fn both(left: &Number, right: &Number) -> Result<(Fraction, Fraction), Reason> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((*left, *right)),
        (Err(left), Err(right)) => Err(worse(*left, *right)),
        (Err(reason), Ok(_)) | (Ok(_), Err(reason)) => Err(*reason),
    }
}

fn divide(numerator: &Number, denominator: &Number, times: Decimal) -> Number {
    let (numerator, denominator) = both(numerator, denominator)?;
    if denominator.is_zero() {
        return Err(Reason::ZeroDenominator);
    }
    numerator
        .checked_mul(Fraction::from_decimal(times))
        .and_then(|hundredfold| hundredfold.checked_div(denominator))
        .ok_or(Reason::Unreadable)
}

impl Formula {
    /// Computes the formula. `operand` gives what the row at a place of [`Formula::rows`] holds.
    pub fn evaluate(&self, operand: impl Fn(usize) -> Operand) -> Outcome {
        let mut stack: Vec<Number> = Vec::new();
        let mut truth = None;
        let mut sides = None;
        for step in &self.steps {
            // The parser has counted the operands, so an empty stack cannot be met.
            let mut pop = || stack.pop().unwrap_or(Err(Reason::Missing));
            let number = match step {
                Step::Row(place) => match operand(*place) {
                    Operand::Value(value) => Ok(value),
                    Operand::Blank => Err(Reason::Missing),
                    Operand::Without(reason) => Err(reason),
                },
                Step::Blank(place) | Step::Filled(place) => {
                    let empty = matches!(
                        operand(*place),
                        Operand::Blank | Operand::Without(Reason::NotApplicable | Reason::Missing)
                    );
                    truth = Some(Ok(empty == matches!(step, Step::Blank(_))));
                    continue;
                }
                Step::Number(number) => Ok(Fraction::from_decimal(*number)),
                Step::Negate => {
                    let value = pop();
                    arithmetic(
                        &Ok(Fraction::from_decimal(Decimal::ZERO)),
                        &value,
                        Fraction::checked_sub,
                    )
                }
                Step::Add | Step::Subtract | Step::Multiply => {
                    let (right, left) = (pop(), pop());
                    arithmetic(
                        &left,
                        &right,
                        match step {
                            Step::Add => Fraction::checked_add,
                            Step::Subtract => Fraction::checked_sub,
                            _ => Fraction::checked_mul,
                        },
                    )
                }
                Step::Divide | Step::Percent | Step::PercentChange => {
                    let (denominator, mut numerator) = (pop(), pop());
                    let times = if matches!(step, Step::Divide) {
                        Decimal::from_integer(1)
                    } else {
                        Decimal::from_integer(100)
                    };
                    if matches!(step, Step::PercentChange) {
                        numerator = arithmetic(&numerator, &denominator, Fraction::checked_sub);
                    }
                    let quotient = divide(&numerator, &denominator, times);
                    sides = Some((numerator, denominator));
                    stack.push(quotient);
                    continue;
                }
                Step::Sum(count) => {
                    let mut total = Ok(Fraction::from_decimal(Decimal::ZERO));
                    for _ in 0..*count {
                        total = arithmetic(&total, &pop(), Fraction::checked_add);
                    }
                    total
                }
                Step::Compare(comparison) => {
                    let (right, left) = (pop(), pop());
                    truth =
                        Some(both(&left, &right).map(|(left, right)| {
                            comparison.holds(Fraction::compare(&left, &right))
                        }));
                    sides = Some((left, right));
                    continue;
                }
            };
            // What was a numerator is one no longer once something else is done to the quotient.
            if !matches!(step, Step::Row(_) | Step::Number(_)) {
                sides = None;
            }
            stack.push(number);
        }
        let value = match truth {
            Some(truth) => truth.map(Value::Truth),
            None => stack
                .pop()
                .unwrap_or(Err(Reason::Missing))
                .map(Value::Number),
        };
        Outcome { value, sides }
    }
}

fn arithmetic(
    left: &Number,
    right: &Number,
    operation: impl Fn(Fraction, Fraction) -> Option<Fraction>,
) -> Number {
    let (left, right) = both(left, right)?;
    operation(left, right).ok_or(Reason::Unreadable)
}
