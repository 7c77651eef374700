//! Formulas of form definitions: text → program → dependencies → value.
//!
//! The language is small: row references in brackets, numbers, `+ − × ÷`, `percent`, `percent_change`,
//! `sum`, comparisons, `blank` and `filled`. A formula is parsed once into a flat program for a stack
//! machine, so that no definition, however deeply it nests, can exhaust the call stack.
//! It does not know what a row is: it asks for operands by their place in its own list of references.

mod evaluate;
mod explain;
mod parse;
mod spreadsheet;
mod token;

pub use evaluate::{Operand, Outcome, Reason, Value};
pub use explain::Piece;
pub use parse::FormulaError;
pub use spreadsheet::Translated;

use crate::number::Decimal;

/// The longest formula that is read, in bytes. The longest real one has under 200.
pub const MAX_LENGTH: usize = 4_000;

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number.
    Number,
    /// True or false.
    Truth,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    /// The comparison of a sign as it stands in a form definition: `"<="`, `"≤"`.
    pub fn from_sign(sign: &str) -> Option<Comparison> {
        Some(match sign {
            "=" => Comparison::Equal,
            "!=" | "≠" => Comparison::NotEqual,
            "<" => Comparison::Less,
            "<=" | "≤" => Comparison::LessOrEqual,
            ">" => Comparison::Greater,
            ">=" | "≥" => Comparison::GreaterOrEqual,
            _ => return None,
        })
    }

    /// Whether two numbers that stand in this order pass.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// One step of the program. Operands are taken from the stack, the result is put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The value of the row at this place in [`Formula::rows`].
    Row(usize),
    /// Whether the row at this place has no figure: blank or not applicable.
    Blank(usize),
    /// Whether the row at this place has any entry.
    Filled(usize),
    Number(Decimal),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// `part ÷ whole × 100`
    Percent,
    /// `(now − before) ÷ before × 100`
    PercentChange,
    /// The sum of so many operands.
    Sum(usize),
    Compare(Comparison),
}

/// A formula, parsed and of a known type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    pub(crate) steps: Vec<Step>,
    rows: Vec<String>,
    gives: Type,
}

impl Formula {
    /// Reads a formula: `percent([b1.2.2], [b1.2.1])`.
    ///
    /// # Errors
    /// What is wrong and where, as a sentence for the author of the form set.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        parse::parse(text)
    }

    /// The ids of the rows that it reads, each once, in the order of their first appearance.
    pub fn rows(&self) -> &[String] {
        &self.rows
    }

    /// What it gives.
    pub fn gives(&self) -> Type {
        self.gives
    }

    /// The program of a formula that is one row and nothing else.
    pub fn as_single_row(&self) -> Option<usize> {
        match self.steps.as_slice() {
            [Step::Row(place)] => Some(*place),
            _ => None,
        }
    }

    /// The rows whose number is used, as against those that are only asked whether they are filled.
    pub fn rows_used_as_numbers(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().filter_map(|step| match step {
            Step::Row(place) => Some(*place),
            _ => None,
        })
    }

    /// Whether it does nothing but add rows up, or is one row: what is not there then takes nothing away from the rest.
    pub fn is_sum(&self) -> bool {
        let mut steps = self.steps.iter();
        steps.all(|step| matches!(step, Step::Row(_) | Step::Add | Step::Sum(_)))
    }
}
