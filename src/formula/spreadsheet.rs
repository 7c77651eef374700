//! A formula in the language of spreadsheets: `D13*100/D12`.

use super::{Formula, MAX_LENGTH, Step};

/// A formula as a spreadsheet computes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated {
    /// The expression of its value, before rounding.
    pub value: String,
    /// What it divides by, in the order in which it does: none of them may be zero.
    pub divisors: Vec<String>,
}

/// How tightly an expression holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binds {
    Sum,
    Product,
    Single,
}

type Part = (Binds, String);

impl Formula {
    /// The formula as spreadsheets write it. `operand` gives the expression of the row at a place of
    /// [`Formula::rows`]; it must hold together by itself. None where an operand has none, where the formula gives a
    /// truth, or where it would be longer than any that can be read.
    ///
    /// A share multiplies before it divides, as the calculator does, so that only one step of it is inexact.
    pub fn translated(
        &self,
        mut operand: impl FnMut(usize) -> Option<String>,
    ) -> Option<Translated> {
        let mut stack: Vec<Part> = Vec::new();
        let mut divisors = Vec::new();
        for step in &self.steps {
            let part = match step {
                Step::Row(place) => (Binds::Single, operand(*place)?),
                Step::Number(number) => (Binds::Single, number.canonical()),
                Step::Negate => (
                    Binds::Single,
                    format!("(0-{})", within(Binds::Product, stack.pop()?)),
                ),
                Step::Add => join(Binds::Sum, Binds::Sum, '+', &mut stack)?,
                Step::Subtract => join(Binds::Sum, Binds::Product, '-', &mut stack)?,
                Step::Multiply => join(Binds::Product, Binds::Product, '*', &mut stack)?,
                Step::Divide => {
                    divisors.push(stack.last()?.1.clone());
                    join(Binds::Product, Binds::Single, '/', &mut stack)?
                }
                Step::Percent => {
                    let (whole, part) = (stack.pop()?, stack.pop()?);
                    divisors.push(whole.1.clone());
                    share(part, whole)
                }
                Step::PercentChange => {
                    let (before, now) = (stack.pop()?, stack.pop()?);
                    divisors.push(before.1.clone());
                    let less = within(Binds::Product, before.clone());
                    let change = format!("{}-{less}", within(Binds::Sum, now));
                    share((Binds::Sum, change), before)
                }
                Step::Sum(count) => {
                    let first = stack.len().checked_sub(*count)?;
                    let parts: Vec<String> = stack.drain(first..).map(|part| part.1).collect();
                    (Binds::Single, format!("SUM({})", parts.join(",")))
                }
                Step::Blank(_) | Step::Filled(_) | Step::Compare(_) => return None,
            };
            if part.1.len() > MAX_LENGTH || divisors.len() > MAX_LENGTH {
                return None;
            }
            stack.push(part);
        }
        let (_, value) = stack.pop()?;
        Some(Translated { value, divisors })
    }
}

fn share(part: Part, whole: Part) -> Part {
    let part = within(Binds::Product, part);
    let text = format!("{part}*100/{}", within(Binds::Single, whole));
    (Binds::Product, text)
}

fn join(binds: Binds, right_needs: Binds, sign: char, stack: &mut Vec<Part>) -> Option<Part> {
    let (right, left) = (stack.pop()?, stack.pop()?);
    let (left, right) = (within(binds, left), within(right_needs, right));
    Some((binds, format!("{left}{sign}{right}")))
}

/// An expression, in brackets where it holds less tightly than its surroundings need.
fn within(needs: Binds, (binds, text): Part) -> String {
    if binds < needs {
        format!("({text})")
    } else {
        text
    }
}
