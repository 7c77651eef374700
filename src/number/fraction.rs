//! An exact fraction: what stands between the operands of a formula and its rounded result.
//!
//! Every operation either gives the exact answer or none. Comparing always succeeds.

use std::cmp::Ordering;
use std::num::NonZero;

use super::decimal::{Decimal, power_of_ten};

/// An exact rational number in lowest terms.
///
/// Sign and size are kept apart, so that no negation can overflow and no division can panic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    negative: bool,
    numerator: u128,
    denominator: NonZero<u128>,
}

impl Fraction {
    /// The decimal as a fraction, which it always has.
    pub fn from_decimal(decimal: Decimal) -> Fraction {
        Fraction::reduced(
            decimal.is_negative(),
            decimal.mantissa().unsigned_abs(),
            power_of_ten(decimal.scale()),
        )
    }

    fn reduced(negative: bool, numerator: u128, denominator: NonZero<u128>) -> Fraction {
        let common = common_divisor(numerator, denominator);
        Fraction {
            negative: negative && numerator != 0,
            numerator: numerator / common,
            denominator: divided(denominator, common),
        }
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.numerator == 0
    }

    fn negated(self) -> Fraction {
        Fraction {
            negative: !self.negative && !self.is_zero(),
            ..self
        }
    }

    /// The exact sum; `None` where it does not fit.
    pub fn checked_add(self, other: Fraction) -> Option<Fraction> {
        // Widened only to the least common denominator, so that sums of many ratios stay small.
        let common = common_divisor(self.denominator.get(), other.denominator);
        let (widen_left, widen_right) = (
            divided(other.denominator, common),
            divided(self.denominator, common),
        );
        let left = self.numerator.checked_mul(widen_left.get())?;
        let right = other.numerator.checked_mul(widen_right.get())?;
        let denominator = self.denominator.checked_mul(widen_left)?;
        let (negative, numerator) = if self.negative == other.negative {
            (self.negative, left.checked_add(right)?)
        } else {
            let larger = if left >= right { self } else { other };
            (larger.negative, left.abs_diff(right))
        };
        Some(Fraction::reduced(negative, numerator, denominator))
    }

    /// The exact difference; `None` where it does not fit.
    pub fn checked_sub(self, other: Fraction) -> Option<Fraction> {
        self.checked_add(other.negated())
    }

    /// The exact product; `None` where it does not fit.
    pub fn checked_mul(self, other: Fraction) -> Option<Fraction> {
        // Crosswise reduced first: then a product that fits is never lost on the way to it.
        let falling = common_divisor(self.numerator, other.denominator);
        let rising = common_divisor(other.numerator, self.denominator);
        let numerator = (self.numerator / falling).checked_mul(other.numerator / rising)?;
        let denominator =
            divided(self.denominator, rising).checked_mul(divided(other.denominator, falling))?;
        Some(Fraction {
            negative: self.negative != other.negative && numerator != 0,
            numerator,
            denominator,
        })
    }

    /// The exact quotient; `None` where `other` is zero or the quotient does not fit.
    pub fn checked_div(self, other: Fraction) -> Option<Fraction> {
        self.checked_mul(Fraction {
            negative: other.negative,
            numerator: other.denominator.get(),
            denominator: NonZero::new(other.numerator)?,
        })
    }

    /// Which of the two is larger: always exact, never an overflow.
    pub fn compare(&self, other: &Fraction) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => compare_sizes(self, other),
            (true, true) => compare_sizes(other, self),
        }
    }

    /// Rounded half away from zero to `decimals` digits behind the mark: 14.375 to two is 14.38, and
    /// −0.5 to none is −1. `None` where the result needs more digits than a [`Decimal`] holds.
    pub fn round(self, decimals: u8) -> Option<Decimal> {
        let mut digits = self.numerator / self.denominator;
        let mut rest = self.numerator % self.denominator;
        let mut scale = 0;
        // School division, digit after digit: ten times the numerator may not fit 128 bits. It ends
        // early where nothing is left, so that a large whole number needs no room for zeros.
        while scale < decimals && rest != 0 {
            let (digit, left) = ten_times(rest, self.denominator);
            digits = digits.checked_mul(10)?.checked_add(digit)?;
            rest = left;
            scale += 1;
        }
        // At least half is left exactly when the rest is no smaller than what it lacks to one.
        if rest != 0 && rest >= self.denominator.get().abs_diff(rest) {
            digits = digits.checked_add(1)?;
        }
        let mantissa = i128::try_from(digits).ok()?;
        Decimal::new(if self.negative { -mantissa } else { mantissa }, scale)
    }
}

/// `rest` × 10 ÷ `whole` as quotient (one digit) and remainder, for a `rest` below `whole`.
fn ten_times(rest: u128, whole: NonZero<u128>) -> (u128, u128) {
    if let Some(tenfold) = rest.checked_mul(10) {
        return (tenfold / whole, tenfold % whole);
    }
    // Added up ten times, casting out `whole` on the way: no step exceeds `whole`.
    let lacking = whole.get().abs_diff(rest);
    let (mut digit, mut sum) = (0, 0_u128);
    for _ in 0..10 {
        if sum >= lacking {
            sum -= lacking;
            digit += 1;
        } else {
            sum += rest;
        }
    }
    (digit, sum)
}

/// Compares without the signs, by continued fractions: whole parts first, and where they are equal
/// the remainders turned over, which turns the answer over too.
fn compare_sizes(left: &Fraction, right: &Fraction) -> Ordering {
    let (mut a, mut b) = (left.numerator, left.denominator);
    let (mut c, mut d) = (right.numerator, right.denominator);
    let mut turned = false;
    loop {
        let by_whole = (a / b).cmp(&(c / d));
        let order = match (by_whole, NonZero::new(a % b), NonZero::new(c % d)) {
            (Ordering::Equal, Some(rest_left), Some(rest_right)) => {
                (a, b, c, d) = (b.get(), rest_left, d.get(), rest_right);
                turned = !turned;
                continue;
            }
            (Ordering::Equal, rest_left, rest_right) => rest_left.cmp(&rest_right),
            (unequal, _, _) => unequal,
        };
        return if turned { order.reverse() } else { order };
    }
}

/// The greatest common divisor, by Euclid. Of zero and a number it is that number.
fn common_divisor(a: u128, b: NonZero<u128>) -> NonZero<u128> {
    let (mut a, mut b) = (a, b);
    loop {
        // Nearly every figure of a report fits 64 bits, where dividing is several times quicker.
        if let (Ok(a), Ok(b)) = (u64::try_from(a), NonZero::<u64>::try_from(b)) {
            return common_divisor_of_small(a, b).into();
        }
        match NonZero::new(a % b) {
            Some(rest) => (a, b) = (b.get(), rest),
            None => return b,
        }
    }
}

fn common_divisor_of_small(a: u64, b: NonZero<u64>) -> NonZero<u64> {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = NonZero::new(a % b) {
        (a, b) = (b.get(), rest);
    }
    b
}

/// `number` ÷ a divisor of it, which is never zero.
fn divided(number: NonZero<u128>, divisor: NonZero<u128>) -> NonZero<u128> {
    NonZero::new(number.get() / divisor).unwrap_or(number)
}
