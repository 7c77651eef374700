//! The value of a computed row with its operands, or the reason why there is none.

use crate::form::CellId;
use crate::formula::Reason;
use crate::number::{Decimal, Fraction};

/// What a computed row holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The value rounded to the row's decimals, or why there is none.
    pub value: Result<Decimal, Reason>,
    /// The value before rounding, for formulas that go on from it.
    pub exact: Option<Fraction>,
    /// The numerator of a ratio, where it has a value.
    pub numerator: Option<Decimal>,
    /// The denominator of a ratio, where it has a value.
    pub denominator: Option<Decimal>,
}

impl Derived {
    /// The word of its state in `data-state`.
    pub fn state(&self) -> &'static str {
        match self.value {
            Ok(_) => "value",
            Err(reason) => reason.code(),
        }
    }
}

/// One piece of the explanation of a computed figure: `21 ÷ 41 × 100 = 51,22 %`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explained {
    /// A row that was used, with its figure as written for people; none where it has no number.
    Figure {
        /// The row.
        cell: CellId,
        /// Its figure.
        figure: Option<Decimal>,
    },
    /// A number that the formula itself holds.
    Number(Decimal),
    /// A sign.
    Sign(&'static str),
}
