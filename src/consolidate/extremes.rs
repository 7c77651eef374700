//! Which units are far from the others in a row.
//!
//! One rule for every row, the same that NIST recommends (Engineering Statistics Handbook, 1.3.5.17): the modified
//! z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC, 1993). A value is extreme where
//! 0.6745 · |x − median| ÷ MAD > 3.5; MAD is the median of the |x − median|. Where more than half of the values are
//! equal MAD is 0, and the mean of the |x − median| takes its place, as IBM Cognos does:
//! |x − median| ÷ (1.253314 · mean) > 3.5. Both are compared in whole numbers, never rounded.
//!
//! Counts are compared as they are, also of agencies of different size: a large agency may well be far from the others
//! and right. The mark says where to look.

use crate::number::Decimal;
use crate::words::Phrase;

/// So many values there are at least before any of them is called extreme.
pub const FEWEST: usize = 5;

/// On which side of the others a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is far below them.
    Low,
    /// It is far above them.
    High,
}

/// By what the values of a row were judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measured {
    /// There are fewer than [`FEWEST`] values.
    #[default]
    TooFew,
    /// The values are too long to be compared exactly.
    TooLong,
    /// All values are equal.
    Alike,
    /// By the median of the distances from the median.
    ByMedian,
    /// More than half of the values are equal: by the mean of the distances from the median.
    ByMean,
}

/// The extreme values of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extremes {
    /// By what they were judged.
    pub measured: Measured,
    /// The median, where values were judged.
    pub median: Option<Decimal>,
    /// By the place of each value: the side on which it is extreme; none where it is not, or where there is no value.
    pub sides: Vec<Option<Side>>,
}

impl Extremes {
    /// How many values are extreme.
    pub fn count(&self) -> usize {
        self.sides.iter().flatten().count()
    }
}

/// The rule in words, as it stands beside every list in which it marks something.
pub fn rule() -> Phrase {
    Phrase::new(
        "Đánh dấu số liệu khác xa các đơn vị khác theo điểm z hiệu chỉnh (Iglewicz và Hoaglin, 1993): 0,6745 × |số liệu − trung vị| ÷ MAD lớn hơn 3,5, trong đó MAD là trung vị của các khoảng cách đến trung vị. Nếu MAD bằng 0 (hơn một nửa số đơn vị có số liệu bằng nhau) thì xét |số liệu − trung vị| ÷ (1,253314 × trung bình của các khoảng cách) lớn hơn 3,5. Chỉ xét khi có ít nhất 5 đơn vị có số liệu. Số tuyệt đối được so sánh nguyên trạng, không quy đổi theo quy mô, nên đơn vị lớn có thể bị đánh dấu dù số liệu đúng. Đây là chỗ cần xem lại, không phải là lỗi.",
        "Marks figures far from those of the other units by the modified z-score (Iglewicz and Hoaglin, 1993): 0.6745 × |figure − median| ÷ MAD above 3.5, where MAD is the median of the distances from the median. Where MAD is 0 (more than half of the units have the same figure): |figure − median| ÷ (1.253314 × mean of the distances) above 3.5. Only where at least 5 units have a figure. Counts are compared as they are, whatever the size of the unit, so a large unit may be marked although it is right. It is a place to look at, not an error.",
    )
}

/// Finds the extreme values of a row, in any order of the values.
pub fn extremes(values: &[Option<Decimal>]) -> Extremes {
    let none = |measured| Extremes {
        measured,
        median: None,
        sides: values.iter().map(|_| None).collect(),
    };
    if values.iter().flatten().count() < FEWEST {
        return none(Measured::TooFew);
    }
    judged(values).unwrap_or_else(|| none(Measured::TooLong))
}

/// What the distances are held against.
struct Bar {
    measured: Measured,
    /// A distance is too far where it, so many times, …
    times: i128,
    /// … is more than this.
    bound: i128,
}

/// Everything is doubled, so that the median of an even number of values is a whole number too.
fn judged(values: &[Option<Decimal>]) -> Option<Extremes> {
    let scale = values.iter().flatten().map(|value| value.scale()).max()?;
    let doubled = |value: Decimal| {
        let missing = u32::from(scale.saturating_sub(value.scale()));
        10_i128
            .checked_pow(missing)?
            .checked_mul(value.mantissa().checked_mul(2)?)
    };
    let mut places: Vec<Option<i128>> = Vec::with_capacity(values.len());
    for value in values {
        places.push(match value {
            Some(value) => Some(doubled(*value)?),
            None => None,
        });
    }
    let known: Vec<i128> = places.iter().flatten().copied().collect();
    // Half the sum of two even numbers is whole.
    let median = middles(&known)? / 2;
    let mut distances = Vec::with_capacity(known.len());
    for place in &known {
        distances.push(i128::try_from(place.abs_diff(median)).ok()?);
    }
    let bar = bar(&distances)?;
    let mut sides = Vec::with_capacity(places.len());
    for place in places {
        sides.push(match place {
            None => None,
            Some(place) => {
                let distance = i128::try_from(place.abs_diff(median)).ok()?;
                let is_far = distance.checked_mul(bar.times)? > bar.bound;
                is_far.then_some(if place < median {
                    Side::Low
                } else {
                    Side::High
                })
            }
        });
    }
    Some(Extremes {
        measured: bar.measured,
        // Half of it; times five and one decimal more is the same.
        median: median
            .checked_mul(5)
            .and_then(|median| Decimal::new(median, scale.checked_add(1)?)),
        sides,
    })
}

fn bar(distances: &[i128]) -> Option<Bar> {
    let twice_mad = middles(distances)?;
    if twice_mad > 0 {
        // 0.6745 · d ÷ (m ÷ 2) > 3.5, in ten-thousandths.
        return Some(Bar {
            measured: Measured::ByMedian,
            times: 2 * 6_745,
            bound: twice_mad.checked_mul(35_000)?,
        });
    }
    let mut sum: i128 = 0;
    for distance in distances {
        sum = sum.checked_add(*distance)?;
    }
    // d ÷ (1.253314 · s ÷ n) > 3.5, in millionths: 3.5 · 1.253314 = 4.386599.
    let count = i128::try_from(distances.len()).ok()?;
    Some(Bar {
        measured: if sum == 0 {
            Measured::Alike
        } else {
            Measured::ByMean
        },
        times: count.checked_mul(1_000_000)?,
        bound: sum.checked_mul(4_386_599)?,
    })
}

/// Twice the median: the sum of the two values in the middle, or the one in the middle twice.
fn middles(values: &[i128]) -> Option<i128> {
    let half = values.len() / 2;
    let before = if values.len().is_multiple_of(2) {
        half.checked_sub(1)?
    } else {
        half
    };
    nth(values, before)?.checked_add(nth(values, half)?)
}

/// The value that has `place` others before it in order. Nothing is put in order for it: each round keeps only those
/// on one side of a value.
fn nth(values: &[i128], place: usize) -> Option<i128> {
    let (mut open, mut place) = (values.to_vec(), place);
    loop {
        let pivot = *open.get(open.len() / 2)?;
        let below = open.iter().filter(|value| **value < pivot).count();
        let equal = open.iter().filter(|value| **value == pivot).count();
        if place < below {
            open.retain(|value| *value < pivot);
        } else if place < below + equal {
            return Some(pivot);
        } else {
            open.retain(|value| *value > pivot);
            place -= below + equal;
        }
    }
}
