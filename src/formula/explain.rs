//! How a number was made: the formula as people write it, `21 ÷ 41 × 100`.

use super::{Formula, MAX_LENGTH, Step};
use crate::number::Decimal;

/// One piece of a written formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The row at this place of [`Formula::rows`].
    Row(usize),
    /// A number that stands in the formula itself.
    Number(Decimal),
    /// A sign of arithmetic or a bracket.
    Sign(&'static str),
}

/// How tightly the pieces of an operand hold together; a looser one is bracketed inside a tighter one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Compare,
    Sum,
    Product,
    Single,
}

type Written = (Binds, Vec<Piece>);

impl Formula {
    /// The formula in pieces, from left to right, with no more brackets than it needs. Empty where that would
    /// be longer than any formula that can be read.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut stack: Vec<Written> = Vec::new();
        for step in &self.steps {
            let mut pop = || stack.pop().unwrap_or((Binds::Single, Vec::new()));
            let written = match step {
                Step::Row(place) | Step::Blank(place) | Step::Filled(place) => {
                    (Binds::Single, vec![Piece::Row(*place)])
                }
                Step::Number(number) => (Binds::Single, vec![Piece::Number(*number)]),
                Step::Negate => {
                    let mut pieces = vec![Piece::Sign("−")];
                    pieces.extend(within(Binds::Single, pop()));
                    (Binds::Sum, pieces)
                }
                Step::Add => join(Binds::Sum, Binds::Sum, "+", pop(), pop()),
                Step::Subtract => join(Binds::Sum, Binds::Product, "−", pop(), pop()),
                Step::Multiply => join(Binds::Product, Binds::Product, "×", pop(), pop()),
                Step::Divide => join(Binds::Product, Binds::Single, "÷", pop(), pop()),
                Step::Compare(comparison) => {
                    use super::Comparison as C;
                    let sign = match comparison {
                        C::Equal => "=",
                        C::NotEqual => "≠",
                        C::Less => "<",
                        C::LessOrEqual => "≤",
                        C::Greater => ">",
                        C::GreaterOrEqual => "≥",
                    };
                    join(Binds::Compare, Binds::Sum, sign, pop(), pop())
                }
                Step::Percent => {
                    hundredfold(join(Binds::Product, Binds::Single, "÷", pop(), pop()))
                }
                Step::PercentChange => {
                    let (before, now) = (pop(), pop());
                    let change = join(Binds::Sum, Binds::Product, "−", before.clone(), now);
                    hundredfold(join(Binds::Product, Binds::Single, "÷", before, change))
                }
                Step::Sum(count) => sum((0..*count).map(|_| pop()).collect()),
            };
            // A growth writes the figure before twice, so growths of growths double without end.
            if written.1.len() > MAX_LENGTH {
                return Vec::new();
            }
            stack.push(written);
        }
        stack.pop().map(|(_, pieces)| pieces).unwrap_or_default()
    }
}

fn hundredfold((_, mut pieces): Written) -> Written {
    pieces.push(Piece::Sign("×"));
    pieces.push(Piece::Number(Decimal::from_integer(100)));
    (Binds::Product, pieces)
}

/// Adds up operands; the last one comes first because it lies on top of the stack.
fn sum(mut operands: Vec<Written>) -> Written {
    if let [_] = operands.as_slice() {
        // Nothing is added to it, so it holds together as tightly as before.
        return operands.pop().unwrap_or((Binds::Single, Vec::new()));
    }
    let mut pieces = Vec::new();
    for operand in operands.into_iter().rev() {
        if !pieces.is_empty() {
            pieces.push(Piece::Sign("+"));
        }
        pieces.extend(within(Binds::Sum, operand));
    }
    (Binds::Sum, pieces)
}

/// Joins two operands; the right one comes first because it lies on top of the stack.
fn join(
    binds: Binds,
    right_needs: Binds,
    sign: &'static str,
    right: Written,
    left: Written,
) -> Written {
    let mut pieces = within(binds, left);
    pieces.push(Piece::Sign(sign));
    pieces.extend(within(right_needs, right));
    (binds, pieces)
}

/// The pieces of an operand, bracketed where they hold less tightly than their surroundings need.
fn within(needs: Binds, (binds, mut pieces): Written) -> Vec<Piece> {
    if binds < needs {
        pieces.insert(0, Piece::Sign("("));
        pieces.push(Piece::Sign(")"));
    }
    pieces
}
