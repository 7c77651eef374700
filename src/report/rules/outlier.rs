//! `outlier`: a figure far from what the agency reported before. Robust with few points: median and median absolute
//! deviation, and a band around the median, for where all earlier figures are alike the deviation is 0.

use super::members::{number, one_of, rows_that};
use super::{Check, Facts, Failure};
use crate::form::{CellId, Form, Row, RuleWritten};
use crate::gather;
use crate::number::{Decimal, Fraction, write};
use crate::period::Date;
use crate::words::Phrase;

/// The fewest points from which anything is concluded.
const FEWEST: i64 = 4;

/// Per what figures are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Per {
    /// As they stand: states, shares.
    Figure,
    /// By the days of their windows, so that a quarter can be held against a year.
    Day,
}

#[derive(Debug)]
struct Outlier {
    cell: [CellId; 1],
    per: Per,
    points: usize,
    times: Decimal,
    band: Decimal,
    least: Decimal,
    decimals: u8,
}

/// `{"on": ["b6.3"], "per": "day", "points": "4", "times": "5", "band": "3", "least": "10"}`. A figure is told when it
/// is all of these: further from the median than `times` the median absolute deviation; more than `band` times the
/// median, or less than the median divided by it; and `least` or more away.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let member = |name: &'static str, least: i64, otherwise: i64| {
        let found = number(written, name)?.unwrap_or(Decimal::from_integer(otherwise));
        if found < Decimal::from_integer(least) {
            return Err(Phrase::said(
                "“{}” phải từ {} trở lên.",
                "“{}” must be {} or more.",
                &[name, &least.to_string()],
            ));
        }
        Ok(found)
    };
    let points = member("points", FEWEST, FEWEST)?.canonical();
    let points: usize = points.parse().map_err(|_| {
        Phrase::said(
            "“{}” phải là số nguyên; không hiểu “{}”.",
            "“{}” must be a whole number; “{}” is not.",
            &["points", &points],
        )
    })?;
    let (times, band, least) = (
        member("times", 0, 5)?,
        member("band", 1, 3)?,
        member("least", 0, 1)?,
    );
    let words = [("figure", Per::Figure), ("day", Per::Day)];
    let per = one_of(written, "per", &words, Per::Figure)?;
    let cells = rows_that(written, form, |_| true, |row| row.kind.is_number())?;
    let decimals = |cell: CellId| form.row(cell).map_or(0, |row: &Row| row.decimals);
    Ok(cells
        .into_iter()
        .map(|cell| {
            Box::new(Outlier {
                cell: [cell],
                per,
                points,
                times,
                band,
                least,
                decimals: decimals(cell),
            }) as Box<dyn Check>
        })
        .collect())
}

impl Outlier {
    /// The figure in what is compared: by day or as it stands.
    fn rate(&self, figure: Decimal, window: Option<(Date, Date)>) -> Option<Fraction> {
        let figure = Fraction::from_decimal(figure);
        match self.per {
            Per::Figure => Some(figure),
            Per::Day => figure.checked_div(days(window)?),
        }
    }
}

impl Check for Outlier {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn is_over_time(&self) -> bool {
        true
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let [cell] = self.cell;
        let now = facts.number(cell)?;
        let rate = self.rate(now, facts.window())?;
        let mut failure = Failure::of_value(now);
        let mut rates = Vec::new();
        for (report, figure, number) in facts.past(cell) {
            if let Some(rate) = self.rate(number, report.window) {
                rates.push(rate);
                failure = failure.remarked(report, figure);
            }
        }
        if rates.len() < self.points {
            return None;
        }
        let count = rates.len().to_string();
        let middle = median(rates.clone())?;
        let zero = Fraction::from_decimal(Decimal::ZERO);
        // A band around a negative median would be upside down.
        if [rate, middle]
            .iter()
            .any(|value| Fraction::compare(value, &zero).is_lt())
        {
            return None;
        }
        let deviations = rates
            .iter()
            .map(|value| distance(*value, middle))
            .collect::<Option<Vec<Fraction>>>()?;
        let deviation = median(deviations)?;
        let (times, band) = (
            Fraction::from_decimal(self.times),
            Fraction::from_decimal(self.band),
        );
        let (high, low) = (middle.checked_mul(band)?, middle.checked_div(band)?);
        let away = distance(rate, middle)?;
        let outside =
            Fraction::compare(&rate, &high).is_gt() || Fraction::compare(&rate, &low).is_lt();
        let is_far = Fraction::compare(&away, &deviation.checked_mul(times)?).is_gt();
        let whole = match self.per {
            Per::Figure => Fraction::from_decimal(Decimal::from_integer(1)),
            Per::Day => days(facts.window())?,
        };
        let enough = Fraction::compare(
            &away.checked_mul(whole)?,
            &Fraction::from_decimal(self.least),
        );
        if !(outside && is_far && enough.is_ge()) {
            return None;
        }
        let expected = middle.checked_mul(whole)?.round(self.decimals)?;
        let judged = judged(self, &count, middle.round(2)?, deviation.round(2)?);
        Some(
            failure
                .with("expected", Phrase::of_figure(write(expected)))
                .with("points", Phrase::of_figure(count))
                .with("period", facts.period()?.name())
                .with("judged", judged),
        )
    }
}

/// How it was judged, in one clause.
fn judged(rule: &Outlier, count: &str, middle: Decimal, deviation: Decimal) -> Phrase {
    let parts = [
        count,
        &write(middle),
        &write(deviation),
        &write(rule.times),
        &write(rule.band),
    ];
    match rule.per {
        Per::Figure => Phrase::said(
            "trung vị của {} kỳ trước là {}, độ lệch tuyệt đối trung vị là {}; báo khi lệch hơn {} lần độ lệch đó và gấp hơn {} lần trung vị hoặc ngược lại",
            "the median of {} earlier periods is {}, their median absolute deviation {}; told when more than {} times that deviation away and more than {} times the median, or the other way round",
            &parts,
        ),
        Per::Day => Phrase::said(
            "tính bình quân mỗi ngày của thời gian chốt số liệu, trung vị của {} kỳ trước là {}, độ lệch tuyệt đối trung vị là {}; báo khi lệch hơn {} lần độ lệch đó và gấp hơn {} lần trung vị hoặc ngược lại",
            "for each day of the data window, the median of {} earlier periods is {}, their median absolute deviation {}; told when more than {} times that deviation away and more than {} times the median, or the other way round",
            &parts,
        ),
    }
}

/// How many days a window has, both ends included.
fn days(window: Option<(Date, Date)>) -> Option<Fraction> {
    let (from, to) = window?;
    let days = i64::from(to.to_julian_day()) - i64::from(from.to_julian_day()) + 1;
    (days > 0).then(|| Fraction::from_decimal(Decimal::from_integer(days)))
}

fn distance(left: Fraction, right: Fraction) -> Option<Fraction> {
    if Fraction::compare(&left, &right).is_lt() {
        right.checked_sub(left)
    } else {
        left.checked_sub(right)
    }
}

/// The middle of the values, or the mean of the two in the middle; none of no values.
fn median(values: Vec<Fraction>) -> Option<Fraction> {
    let values = gather::sorted(values, Fraction::compare);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get((values.len() / 2).checked_sub(1)?)?;
    lower
        .checked_add(upper)?
        .checked_div(Fraction::from_decimal(Decimal::from_integer(2)))
}
