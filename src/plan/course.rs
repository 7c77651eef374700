//! Where figures stand in a drawing: whole numbers from 0 to 1000, so that the page only draws them.

use crate::number::{Decimal, Fraction};

/// The height and the width of a drawing.
pub const WHOLE: u32 = 1000;

/// From the figure at the bottom of a drawing to the one at its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    /// A scale that holds these figures and zero; a share has all of its hundred percent.
    pub fn of(figures: impl IntoIterator<Item = Decimal>, is_share: bool) -> Scale {
        let top = if is_share {
            Decimal::from_integer(100)
        } else {
            Decimal::ZERO
        };
        let mut scale = Scale {
            low: Decimal::ZERO,
            high: top,
        };
        for figure in figures {
            scale.low = scale.low.min(figure);
            scale.high = scale.high.max(figure);
        }
        if scale.low == scale.high {
            scale.high = Decimal::from_integer(1);
        }
        scale
    }

    /// The figure at the bottom.
    pub fn low(&self) -> Decimal {
        self.low
    }

    /// The figure at the top.
    pub fn high(&self) -> Decimal {
        self.high
    }

    /// Where a figure stands, from 0 at the bottom to 1000 at the top.
    pub fn place(&self, figure: Decimal) -> u32 {
        let part = |from: Decimal, to: Decimal| {
            Fraction::from_decimal(to).checked_sub(Fraction::from_decimal(from))
        };
        let place = part(self.low, figure)
            .zip(part(self.low, self.high))
            .and_then(|(part, whole)| part.checked_div(whole))
            .and_then(|share| {
                share.checked_mul(Fraction::from_decimal(Decimal::from_integer(WHOLE.into())))
            })
            .and_then(|place| place.round(0))
            .map_or(0, Decimal::mantissa);
        u32::try_from(place.clamp(0, WHOLE.into())).unwrap_or(0)
    }
}

/// The course of an indicator over periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// From bottom to top.
    pub scale: Scale,
    /// Where the mark stands.
    pub mark: u32,
    /// Each figure: how far from the left, and how far from the bottom.
    pub points: Vec<(u32, u32)>,
}

impl Course {
    /// The course of figures in the order of their periods, against a mark.
    pub fn of(figures: &[Decimal], mark: Decimal, is_share: bool) -> Course {
        let scale = Scale::of(figures.iter().copied().chain([mark]), is_share);
        let steps = u32::try_from(figures.len()).unwrap_or(u32::MAX);
        let points = figures
            .iter()
            .zip(0..)
            .map(|(figure, number): (_, u32)| {
                // In the middle of the room that each of them has.
                let right = WHOLE.saturating_mul(2 * number + 1) / steps.saturating_mul(2).max(1);
                (right, scale.place(*figure))
            })
            .collect();
        Course {
            mark: scale.place(mark),
            scale,
            points,
        }
    }
}
