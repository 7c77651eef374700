//! Whether a figure has reached a target, and how far it is.

use super::{Answer, Demand, Fit, Target};
use crate::form::CellId;
use crate::formula::Reason;
use crate::number::{Decimal, Fraction, write};
use crate::report::{Entry, Session};
use crate::words::Phrase;
use std::cmp::Ordering;

/// A figure of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As it stands on the paper.
    pub value: Decimal,
    /// Before rounding, where it was computed.
    pub exact: Option<Fraction>,
}

impl From<Decimal> for Figure {
    fn from(value: Decimal) -> Figure {
        Figure { value, exact: None }
    }
}

/// The figure of a row of an open report.
///
/// # Errors
/// Why there is none.
pub fn figure(session: &Session, cell: CellId) -> Result<Figure, Reason> {
    if let Some(derived) = session.derived(cell) {
        return derived.value.map(|value| Figure {
            value,
            exact: derived.exact,
        });
    }
    match session.entry(cell) {
        Entry::Number(number) => Ok(Figure::from(*number)),
        Entry::NotApplicable => Err(Reason::NotApplicable),
        Entry::Unreadable(_) => Err(Reason::Unreadable),
        Entry::Blank | Entry::Choice(_) | Entry::Text(_) => Err(Reason::Missing),
    }
}

/// Why nobody can tell whether a target is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no figure.
    NoFigure(Reason),
    /// Nothing can reach the target as it is printed.
    Impossible,
    /// The row only looks as if it answered.
    LooksSo,
    /// The row counts less than the target does, and is below the mark.
    Narrower,
}

/// What is to be said about a figure and a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is reached.
    Reached {
        /// How far beyond the mark the figure is, from 0.
        by: Decimal,
    },
    /// It is not reached yet.
    NotYet {
        /// How far the figure is from the mark, from 0. It is 0 where the mark itself is not enough, and where the
        /// figure only reaches it by rounding.
        short: Decimal,
    },
    /// Nobody can tell.
    CannotTell(Why),
}

impl Verdict {
    /// Its word in attributes.
    pub fn code(&self) -> &'static str {
        match self {
            Verdict::Reached { .. } => "reached",
            Verdict::NotYet { .. } => "not_yet",
            Verdict::CannotTell(_) => "cannot_tell",
        }
    }

    /// The verdict in words: `chưa đạt, còn thiếu 3,2 điểm %`.
    pub fn words(&self, target: &Target, answer: &Answer) -> Phrase {
        let ceiling = target.comparator.demand() == Demand::Ceiling;
        let breaches = answer.fit == Fit::Breaches;
        let said = |vi: &str, en: &str, number: Decimal| {
            let (of_vi, of_en) = if target.is_percent() {
                ("điểm %", "percentage points")
            } else {
                (target.measure.vi.as_str(), target.measure.en.as_str())
            };
            let number = write(number);
            Phrase::new(
                crate::words::filled(vi, &[&number, of_vi]),
                crate::words::filled(en, &[&number, of_en]),
            )
        };
        match self {
            Verdict::Reached { by } if by.is_zero() || breaches => Phrase::new("đã đạt", "reached"),
            Verdict::Reached { by } if ceiling => {
                said("đã đạt, thấp hơn {} {}", "reached, {} {} below", *by)
            }
            Verdict::Reached { by } => said("đã đạt, vượt {} {}", "reached, {} {} above", *by),
            Verdict::NotYet { short } if breaches => Phrase::said(
                "chưa đạt, có {} trường hợp quá mức",
                "not yet, {} cases exceed the limit",
                &[&write(*short)],
            ),
            Verdict::NotYet { short } if short.is_zero() => match target.comparator.demand() {
                Demand::Above => Phrase::new(
                    "chưa đạt, mới bằng mức; phải vượt mức",
                    "not yet, at the mark; it has to be passed",
                ),
                Demand::Floor | Demand::Ceiling => Phrase::new(
                    "chưa đạt, chỉ bằng mức do làm tròn",
                    "not yet, at the mark only by rounding",
                ),
            },
            Verdict::NotYet { short } if ceiling => said(
                "chưa đạt, còn cao hơn {} {}",
                "not yet, {} {} too high",
                *short,
            ),
            Verdict::NotYet { short } => {
                said("chưa đạt, còn thiếu {} {}", "not yet, {} {} short", *short)
            }
            Verdict::CannotTell(why) => why.words(),
        }
    }
}

impl Why {
    /// The reason in words.
    pub fn words(&self) -> Phrase {
        match self {
            Why::NoFigure(reason) => {
                let (vi, en) = reason.words();
                Phrase::new(
                    format!("chưa kết luận được: {vi}"),
                    format!("cannot tell: {en}"),
                )
            }
            Why::Impossible => Phrase::new(
                "không thể đạt: một tỷ lệ không vượt quá 100 %",
                "impossible: a share never exceeds 100 %",
            ),
            Why::LooksSo => Phrase::new(
                "chưa kết luận được: dòng này chỉ gần giống chỉ tiêu",
                "cannot tell: this row only looks like the target",
            ),
            Why::Narrower => Phrase::new(
                "chưa kết luận được: dòng này tính hẹp hơn chỉ tiêu",
                "cannot tell: this row counts less than the target",
            ),
        }
    }
}

/// Judges a figure of a row that answers a target. What was computed is judged before rounding: 99,996 % prints as
/// 100 %, and is not all of them.
pub fn judge(target: &Target, answer: &Answer, figure: Result<Figure, Reason>) -> Verdict {
    if target.is_impossible() {
        return Verdict::CannotTell(Why::Impossible);
    }
    if answer.fit == Fit::LooksSo {
        return Verdict::CannotTell(Why::LooksSo);
    }
    let figure = match figure {
        Ok(figure) => figure,
        Err(reason) => return Verdict::CannotTell(Why::NoFigure(reason)),
    };
    let (mark, demand) = match answer.fit {
        Fit::Breaches => (Decimal::ZERO, Demand::Ceiling),
        Fit::Answers | Fit::Narrower | Fit::LooksSo => (target.number, target.comparator.demand()),
    };
    let exact = figure.exact.unwrap_or(Fraction::from_decimal(figure.value));
    let order = exact.compare(&Fraction::from_decimal(mark));
    let reached = match demand {
        Demand::Floor => order != Ordering::Less,
        Demand::Above => order == Ordering::Greater,
        Demand::Ceiling => order != Ordering::Greater,
    };
    let distance = figure
        .value
        .checked_sub(mark)
        .map_or(Decimal::ZERO, Decimal::abs);
    match (reached, answer.fit) {
        (true, _) => Verdict::Reached { by: distance },
        (false, Fit::Narrower) => Verdict::CannotTell(Why::Narrower),
        (false, _) => Verdict::NotYet { short: distance },
    }
}
