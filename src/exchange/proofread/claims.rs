//! What a text claims of its figures, and what was found of it.

use super::figures::{Bound, Figure};
use super::verdict::{Verdict, judge, percent};
use crate::form::CellId;
use crate::number::{Decimal, Fraction};
use std::ops::Range;

/// A figure as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Its value.
    pub value: Decimal,
    /// The digits behind its mark.
    pub decimals: u8,
    pub(super) bound: Bound,
}

impl Printed {
    pub(super) fn of(figure: &Figure) -> Printed {
        Printed {
            value: figure.value,
            decimals: figure.decimals,
            bound: figure.bound,
        }
    }
}

/// What is claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A part of a whole: `21/41`, `9.724 hồ sơ, chiếm 83,49%`.
    Ratio {
        /// The part.
        part: Decimal,
        /// The whole; none where the text does not say it.
        whole: Option<Decimal>,
        /// The percentage, where one is printed.
        printed: Option<Printed>,
    },
    /// Parts that make a whole: `41 trường hợp (05 …; 21 …; 16 …)`.
    Sum {
        /// The whole; none where the text does not say it.
        total: Option<Decimal>,
        /// The parts.
        parts: Vec<Decimal>,
    },
    /// A change in percent: `tăng 12,5% so với cùng kỳ (80 hồ sơ)`.
    Change {
        /// The figure before.
        before: Decimal,
        /// The figure after.
        after: Decimal,
        /// The percentage, without a sign.
        printed: Printed,
        /// Whether it is said to have grown.
        is_growth: bool,
    },
    /// A mean over years: `bình quân mỗi năm khoảng 290`.
    Mean {
        /// What is divided.
        total: Decimal,
        /// By how many years.
        years: Decimal,
        /// The mean as printed.
        printed: Printed,
    },
    /// How many items a list has: `Phụ lục này có 72 nhiệm vụ`.
    Listed {
        /// How many it is said to have.
        stated: Decimal,
        /// How many there are.
        counted: Decimal,
    },
    /// A percentage of which the text gives no parts: `100% văn bản`.
    Share {
        /// The percentage.
        printed: Printed,
    },
    /// A figure that a row of the report has too.
    Figure {
        /// The figure.
        value: Decimal,
    },
}

/// Why it cannot be told, or what else should be known of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing more.
    Plain,
    /// No percentage is printed beside the parts.
    NoPercent,
    /// The whole is not in the text.
    NoWhole,
    /// Several figures may be the whole, and none of them fits.
    ManyWholes,
    /// The parts need not be all.
    NotAll,
    /// The text does not give the parts.
    NoParts,
    /// The figure is compared with a row only.
    RowOnly,
}

/// A row of the report that says of the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The row.
    pub cell: CellId,
    /// Its value; rounded where it is computed.
    pub value: Decimal,
    /// Numerator and denominator of a computed share.
    pub parts: Option<(Decimal, Decimal)>,
    /// Whether it says the same as the text.
    pub is_same: bool,
    /// A second row that was needed beside it, with its value.
    pub other: Option<(CellId, Decimal)>,
}

/// One claim, with what was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed.
    pub what: What,
    /// What the arithmetic says.
    pub verdict: Verdict,
    /// What else should be known of the verdict.
    pub why: Why,
    /// The bytes of the sentence.
    pub sentence: Range<usize>,
    /// The bytes of the figures, in order.
    pub figures: Vec<Range<usize>>,
    /// The row of the report that says of the same, where one is found.
    pub row: Option<Beside>,
}

impl Claim {
    /// A claim about these figures, before anything is known of it but its verdict.
    pub(super) fn new(what: What, verdict: Verdict, why: Why, figures: &[&Figure]) -> Claim {
        let mut spans: Vec<Range<usize>> = Vec::new();
        for figure in figures {
            let place = spans
                .iter()
                .position(|span| span.start >= figure.span.start);
            match place.and_then(|place| spans.get(place)).cloned() {
                Some(span) if span == figure.span => {}
                _ => spans.insert(place.unwrap_or(spans.len()), figure.span.clone()),
            }
        }
        Claim {
            what,
            verdict,
            why,
            sentence: 0..0,
            figures: spans,
            row: None,
        }
    }

    /// Where it begins in the text, in bytes.
    pub fn offset(&self) -> usize {
        self.figures.first().map_or(0, |span| span.start)
    }

    /// Whether an officer should look at it: it is wrong, cut off instead of rounded, or another than the report says.
    pub fn is_to_check(&self) -> bool {
        matches!(self.verdict, Verdict::Disagrees | Verdict::Truncated) || self.differs()
    }

    /// Whether a row of the report says another figure.
    pub fn differs(&self) -> bool {
        self.row.is_some_and(|row| !row.is_same)
    }

    /// What is computed, exactly; none where that cannot be.
    pub fn exact(&self) -> Option<Fraction> {
        match &self.what {
            What::Ratio { part, whole, .. } => percent(*part, (*whole)?),
            What::Sum { parts, .. } => {
                let mut sum = Decimal::ZERO;
                for part in parts {
                    sum = sum.checked_add(*part)?;
                }
                Some(Fraction::from_decimal(sum))
            }
            What::Change { before, after, .. } => {
                percent(after.checked_sub(*before)?.abs(), *before)
            }
            What::Mean { total, years, .. } => {
                Fraction::from_decimal(*total).checked_div(Fraction::from_decimal(*years))
            }
            What::Listed { counted, .. } => Some(Fraction::from_decimal(*counted)),
            What::Share { .. } | What::Figure { .. } => None,
        }
    }

    /// What is stated of that.
    pub fn printed(&self) -> Option<Decimal> {
        match &self.what {
            What::Ratio { printed, .. } => printed.map(|printed| printed.value),
            What::Sum { total, .. } => *total,
            What::Change { printed, .. } | What::Mean { printed, .. } | What::Share { printed } => {
                Some(printed.value)
            }
            What::Listed { stated, .. } => Some(*stated),
            What::Figure { value } => Some(*value),
        }
    }

    /// What is computed, rounded to two places or to as many as are printed where those are more.
    pub fn computed(&self) -> Option<Decimal> {
        // What is cut off shows the digits for which it should have been rounded.
        let more = if self.verdict == Verdict::Truncated {
            2
        } else {
            0
        };
        let decimals = match &self.what {
            What::Ratio { printed, .. } => {
                printed.map_or(2, |printed| printed.decimals.saturating_add(more).max(2))
            }
            What::Change { printed, .. } | What::Mean { printed, .. } => {
                printed.decimals.saturating_add(more).max(2)
            }
            _ => Decimal::MAX_SCALE,
        };
        self.exact()?.round(decimals)
    }

    /// Printed less computed; none where nothing differs or nothing can be told.
    pub fn difference(&self) -> Option<Decimal> {
        let difference = self.printed()?.checked_sub(self.computed()?)?;
        (self.verdict == Verdict::Disagrees && !difference.is_zero()).then_some(difference)
    }
}

/// A part of a whole with a percentage that may be printed.
pub(super) fn ratio(
    part: Decimal,
    whole: Decimal,
    printed: Option<Printed>,
) -> (What, Verdict, Why) {
    let (verdict, why) = match (printed, percent(part, whole)) {
        (None, _) => (Verdict::CannotTell, Why::NoPercent),
        (_, None) => (Verdict::CannotTell, Why::NoWhole),
        (Some(printed), Some(exact)) => (
            judge(exact, printed.value, printed.decimals, printed.bound),
            Why::Plain,
        ),
    };
    let whole = Some(whole);
    let what = What::Ratio {
        part,
        whole,
        printed,
    };
    (what, verdict, why)
}
