//! Numbers: kept exactly, read without guessing, written as offices write them.

// A helper of a test may fail as loudly as the test itself.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod arithmetic;
mod fixture;
mod oracle;
mod properties;
mod reading;
mod rounding;
mod words;
mod writing;

use bieumau::number::{Decimal, Expected, Fraction, Meaning, Notice, Reading};

const EVERY_KIND: [Expected; 4] = [
    Expected::Count,
    Expected::Money,
    Expected::Decimal,
    Expected::Ratio,
];

fn decimal(canonical: &str) -> Decimal {
    Decimal::parse_canonical(canonical).unwrap_or_else(|| panic!("{canonical:?} is no decimal"))
}

/// `numerator` ÷ `denominator`, which must fit.
fn fraction(numerator: i128, denominator: i128) -> Fraction {
    let side = |side: i128| Fraction::from_decimal(Decimal::new(side, 0).unwrap());
    side(numerator).checked_div(side(denominator)).unwrap()
}

fn taken(canonical: &str) -> Reading {
    Reading::Number {
        value: decimal(canonical),
        notice: None,
    }
}

fn noticed(canonical: &str, notice: Notice) -> Reading {
    Reading::Number {
        value: decimal(canonical),
        notice: Some(notice),
    }
}

fn without_words(canonical: &str, words: &str) -> Reading {
    noticed(canonical, Notice::WordsLeftOut(words.to_owned()))
}

fn ask(canonical: &[&str]) -> Reading {
    let numbers = canonical.iter().copied().map(decimal);
    Reading::Ask(numbers.map(Meaning::Number).collect())
}
