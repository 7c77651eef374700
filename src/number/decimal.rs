//! An exact decimal number.
//!
//! It is a whole number of at most 30 digits with at most 12 of them behind the decimal mark: far
//! more than any office reports, and small enough that no sum of two can overflow unseen.

use std::cmp::Ordering;
use std::num::NonZero;

/// The first mantissa that is too long: 10³⁰.
const MANTISSA_END: u128 = 10_u128.pow(30);

/// An exact decimal number: at most 30 digits, of which at most 12 stand behind the decimal mark.
///
/// It has one form only: no trailing zeros behind the mark and no negative zero. So equal numbers
/// are equal bit by bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal::from_integer(0);

    /// The most digits that may stand behind the decimal mark.
    pub const MAX_SCALE: u8 = 12;

    /// A whole number.
    pub const fn from_integer(integer: i64) -> Decimal {
        Decimal {
            // Lossless; `i128::from` cannot be called in a constant.
            mantissa: integer as i128,
            scale: 0,
        }
    }

    /// `mantissa` ÷ 10^`scale`; `None` where that needs more than 30 digits or 12 decimals.
    ///
    /// ```
    /// # use bieumau::number::Decimal;
    /// assert_eq!(Decimal::new(8_350, 2), Decimal::new(835, 1));
    /// ```
    pub fn new(mantissa: i128, scale: u8) -> Option<Decimal> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            // Zero is zero at any scale; dividing it on would only take time.
            scale = if mantissa == 0 { 0 } else { scale - 1 };
            mantissa /= 10;
        }
        let fits = scale <= Decimal::MAX_SCALE && mantissa.unsigned_abs() < MANTISSA_END;
        fits.then_some(Decimal { mantissa, scale })
    }

    /// Reads the form of documents: an optional `-`, digits, and perhaps `.` and more digits.
    /// Superfluous zeros are taken (`"007.50"` is 7.5): whoever wants the one canonical form
    /// compares with [`Decimal::canonical`].
    pub fn parse_canonical(text: &str) -> Option<Decimal> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(unsigned) => (true, unsigned),
            None => (false, text),
        };
        match unsigned.split_once('.') {
            Some((_, "")) => None,
            Some((whole, fraction)) => Decimal::from_digits(negative, whole, fraction),
            None => Decimal::from_digits(negative, unsigned, ""),
        }
    }

    /// The number with these ASCII digits before and behind the mark. `None` where there is no
    /// digit before the mark, where something else than a digit occurs, or where there are too many.
    pub(super) fn from_digits(negative: bool, whole: &str, fraction: &str) -> Option<Decimal> {
        if whole.is_empty() {
            return None;
        }
        // Zeros that end the fraction add nothing to the number, so they do not count as decimals.
        let kept = fraction.trim_end_matches('0');
        if fraction.chars().any(|sign| !sign.is_ascii_digit()) {
            return None;
        }
        let mut mantissa: i128 = 0;
        for sign in whole.chars().chain(kept.chars()) {
            let digit = i128::from(sign.to_digit(10)?);
            mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
        }
        let mantissa = if negative { -mantissa } else { mantissa };
        Decimal::new(mantissa, u8::try_from(kept.len()).ok()?)
    }

    /// The form of documents: `.` for the mark, no grouping, no superfluous zero: `"-51.22"`.
    pub fn canonical(self) -> String {
        let (whole, fraction) = self.digits();
        let mut text = String::new();
        if self.is_negative() {
            text.push('-');
        }
        text.push_str(&whole);
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(&fraction);
        }
        text
    }

    /// The digits before the mark (at least one) and behind it (perhaps none), without the sign.
    pub(super) fn digits(self) -> (String, String) {
        let (mut whole, mut fraction) = (Vec::new(), Vec::new());
        let mut rest = self.mantissa.unsigned_abs();
        for _ in 0..self.scale {
            fraction.push(last_digit(rest));
            rest /= 10;
        }
        loop {
            whole.push(last_digit(rest));
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        (
            whole.into_iter().rev().collect(),
            fraction.into_iter().rev().collect(),
        )
    }

    /// The digits as one whole number; the value is this ÷ 10^[`Decimal::scale`].
    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// How many digits stand behind the mark, 0 to 12.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Whether nothing stands behind the mark.
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The distance from zero.
    pub fn abs(self) -> Decimal {
        Decimal {
            mantissa: self.mantissa.abs(),
            scale: self.scale,
        }
    }

    /// The exact sum; `None` where it needs too many digits.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let sum = self
            .mantissa_at(scale)?
            .checked_add(other.mantissa_at(scale)?)?;
        Decimal::new(sum, scale)
    }

    /// The exact difference; `None` where it needs too many digits.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(Decimal {
            mantissa: -other.mantissa,
            scale: other.scale,
        })
    }

    /// The mantissa if `scale` digits stood behind the mark. Where that overflows, no sum at that
    /// scale has 30 digits or fewer either: only one of two operands is ever widened.
    fn mantissa_at(self, scale: u8) -> Option<i128> {
        let factor = power_of_ten(scale.saturating_sub(self.scale));
        self.mantissa
            .checked_mul(i128::try_from(factor.get()).ok()?)
    }

    /// The whole part and, in units of 10⁻¹², the part behind the mark, both without the sign.
    fn magnitude(self) -> (u128, u128) {
        let (mantissa, one) = (self.mantissa.unsigned_abs(), power_of_ten(self.scale));
        let widened = power_of_ten(Decimal::MAX_SCALE.saturating_sub(self.scale));
        (
            mantissa / one,
            (mantissa % one).saturating_mul(widened.get()),
        )
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let by_sign = self.mantissa.signum().cmp(&other.mantissa.signum());
        // Whole and fraction apart: a common scale for both would not fit 128 bits.
        let by_magnitude = self.magnitude().cmp(&other.magnitude());
        by_sign.then(if self.is_negative() {
            by_magnitude.reverse()
        } else {
            by_magnitude
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// 10^`exponent`. A scale is at most 12, so the bound of 128 bits is never met.
pub(super) fn power_of_ten(exponent: u8) -> NonZero<u128> {
    const TEN: NonZero<u128> = NonZero::<u128>::MIN.saturating_add(9);
    TEN.saturating_pow(u32::from(exponent))
}

fn last_digit(number: u128) -> char {
    u32::try_from(number % 10)
        .ok()
        .and_then(|digit| char::from_digit(digit, 10))
        .unwrap_or('0')
}
