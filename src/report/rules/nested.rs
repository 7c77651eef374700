//! `nested`: a window that contains others holds at least what they hold: the half-year the first quarter, the year
//! the half-year and the third quarter.
//!
//! Which windows nest is read from their days, never from their names: closing days differ by year and by report
//! (DOMAIN.md section 2), and a third quarter that begins on the closing day of the half-year overlaps it.

use super::members::{one_of, rows_that};
use super::{Check, Facts, Failure};
use crate::form::{Accumulation, CellId, Form, Kind, Row, RuleWritten};
use crate::gather;
use crate::number::{Decimal, write};
use crate::period::Date;
use crate::report::history::{PastFigure, PastReport};
use crate::words::Phrase;

/// What the windows inside hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parts {
    /// What happens in two windows without a common day adds up.
    Sum,
    /// The same thing may occur in both: only each by itself is a bound. For distinct counts.
    Each,
}

#[derive(Debug)]
struct Nested {
    cell: [CellId; 1],
    parts: Parts,
}

/// `{"on": "window", "except": ["b6.4.2.1"], "parts": "sum"}`. Only counts and amounts of the window.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let takes = |row: &Row| {
        matches!(row.kind, Kind::Count | Kind::Money) && row.accumulation == Accumulation::Window
    };
    let words = [("sum", Parts::Sum), ("each", Parts::Each)];
    let parts = one_of(written, "parts", &words, Parts::Each)?;
    Ok(rows_that(written, form, |_| true, takes)?
        .into_iter()
        .map(|cell| {
            Box::new(Nested {
                cell: [cell],
                parts,
            }) as Box<dyn Check>
        })
        .collect())
}

/// A past window inside the open one, with its figure.
struct Part<'a> {
    from: Date,
    to: Date,
    number: Decimal,
    report: &'a PastReport,
    figure: &'a PastFigure,
}

/// The largest sum of windows without a common day, up to some part, and the parts that make it.
#[derive(Clone)]
struct Bound {
    sum: Decimal,
    parts: Vec<usize>,
}

impl Check for Nested {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn is_over_time(&self) -> bool {
        true
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let [cell] = self.cell;
        let now = facts.number(cell)?;
        let (first, last) = facts.window()?;
        let inside: Vec<Part<'_>> = facts
            .past(cell)
            .filter_map(|(report, figure, number)| {
                let (from, to) = report.window?;
                let fits = first <= from && to <= last && from <= to && !number.is_negative();
                fits.then_some(Part {
                    from,
                    to,
                    number,
                    report,
                    figure,
                })
            })
            .collect();
        let inside = gather::sorted(inside, |left, right| left.to.cmp(&right.to));
        let bound = largest(&inside, self.parts)?;
        let difference = bound.sum.checked_sub(now)?;
        if difference.is_zero() || difference.is_negative() {
            return None;
        }
        let parts = bound.parts.iter().filter_map(|place| inside.get(*place));
        let mut failure = Failure::of_value(now)
            .with("before", Phrase::of_figure(write(bound.sum)))
            .with("difference", Phrase::of_figure(write(difference)))
            .with("period", facts.period()?.name());
        let (mut vi, mut en) = (Vec::new(), Vec::new());
        for part in parts {
            let (name, number) = (part.report.period.name(), write(part.number));
            vi.push(format!("{} ({number})", name.vi));
            en.push(format!("{} ({number})", name.en));
            failure = failure.remarked(part.report, part.figure);
        }
        let periods = Phrase::new(vi.join(" + "), en.join(" + "));
        Some(failure.with("before_period", periods))
    }
}

/// The most that parts in the order of their last days are known to hold together. None where there is no part, or
/// a sum needs more digits than a figure has.
fn largest(inside: &[Part<'_>], parts: Parts) -> Option<Bound> {
    let mut bounds: Vec<Bound> = Vec::new();
    for (place, part) in inside.iter().enumerate() {
        // Everything that had ended when this part began.
        let ended = inside
            .iter()
            .take_while(|other| other.to < part.from)
            .count();
        let before = match parts {
            Parts::Sum => ended.checked_sub(1).and_then(|before| bounds.get(before)),
            Parts::Each => None,
        };
        let mut with = before.cloned().unwrap_or(Bound {
            sum: Decimal::ZERO,
            parts: Vec::new(),
        });
        with.sum = with.sum.checked_add(part.number)?;
        with.parts.push(place);
        let without = bounds.last().filter(|without| without.sum >= with.sum);
        let best = without.cloned().unwrap_or(with);
        bounds.push(best);
    }
    bounds.pop()
}
