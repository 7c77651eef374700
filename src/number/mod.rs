//! Exact decimals: how offices write them, how the calculator keeps them.
//!
//! A figure is a [`Decimal`] from the keystroke to the exported digit; between an operand and the
//! rounded result stands a [`Fraction`]. No binary floating point occurs anywhere here, and nothing
//! here knows a row, a form or a language.

mod decimal;
mod fraction;
mod read;
mod write;

pub use decimal::Decimal;
pub use fraction::Fraction;
pub use read::{Expected, Meaning, Notice, Reading, read};
pub use write::write;
