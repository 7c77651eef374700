//! What becomes of a stated figure beside the computed one.

use super::figures::Bound;
use crate::number::{Decimal, Fraction};
use std::cmp::Ordering;

/// What the arithmetic says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What is printed is what is computed, rounded half away from zero to the printed places.
    Agrees,
    /// What is printed is what is computed, cut off behind the printed places instead of rounded.
    Truncated,
    /// It is something else.
    Disagrees,
    /// The text does not say enough to compute it.
    CannotTell,
}

impl Verdict {
    /// Every verdict, the ones to look at first.
    pub const ALL: [Verdict; 4] = [
        Verdict::Disagrees,
        Verdict::Truncated,
        Verdict::CannotTell,
        Verdict::Agrees,
    ];

    /// Its word in `data-verdict`.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Agrees => "agrees",
            Verdict::Truncated => "truncated",
            Verdict::Disagrees => "disagrees",
            Verdict::CannotTell => "cannot-tell",
        }
    }
}

/// A `khoảng` is taken to be right within a twentieth of what it says.
const ABOUT: i64 = 20;

/// What is printed beside what is computed.
pub(super) fn judge(exact: Fraction, printed: Decimal, decimals: u8, bound: Bound) -> Verdict {
    let stated = Fraction::from_decimal(printed);
    let agrees = |holds: bool| {
        if holds {
            Verdict::Agrees
        } else {
            Verdict::Disagrees
        }
    };
    let rounded = exact.round(decimals);
    if rounded == Some(printed) {
        return Verdict::Agrees;
    }
    match bound {
        Bound::About => {
            let room = Fraction::from_decimal(Decimal::from_integer(ABOUT));
            let off = distance(exact, stated).and_then(|off| off.checked_mul(room));
            agrees(off.is_some_and(|off| off.compare(&stated) != Ordering::Greater))
        }
        Bound::Above => agrees(exact.compare(&stated) != Ordering::Less),
        Bound::Below => agrees(exact.compare(&stated) != Ordering::Greater),
        Bound::Aim => Verdict::CannotTell,
        Bound::Exact if truncated(exact, decimals) == Some(printed) => Verdict::Truncated,
        Bound::Exact => Verdict::Disagrees,
    }
}

/// A share of something positive, cut off behind so many digits.
pub(super) fn truncated(exact: Fraction, decimals: u8) -> Option<Decimal> {
    let rounded = exact.round(decimals)?;
    if Fraction::from_decimal(rounded).compare(&exact) == Ordering::Greater {
        rounded.checked_sub(Decimal::new(1, decimals)?)
    } else {
        Some(rounded)
    }
}

/// How far apart two numbers are.
pub(super) fn distance(one: Fraction, other: Fraction) -> Option<Fraction> {
    if one.compare(&other) == Ordering::Less {
        other.checked_sub(one)
    } else {
        one.checked_sub(other)
    }
}

/// The share of a part in a whole, in percent; none of nothing.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Fraction> {
    let hundred = Fraction::from_decimal(Decimal::from_integer(100));
    Fraction::from_decimal(part)
        .checked_mul(hundred)?
        .checked_div(Fraction::from_decimal(whole))
}
