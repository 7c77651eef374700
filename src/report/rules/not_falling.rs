//! `not_falling`: what is counted from the start of the year (lũy kế) is no smaller than in an earlier report of the
//! same year (DOMAIN.md 3.1 #29).

use super::members::rows_that;
use super::{Check, Facts, Failure};
use crate::form::{CellId, Form, Kind, RuleWritten};
use crate::number::write;
use crate::words::Phrase;

#[derive(Debug)]
struct NotFalling {
    cell: [CellId; 1],
}

/// `{"on": "year_to_date", "except": ["b1.4.4"]}` or `{"on": ["b1.2.2"]}`. The word of an accumulation stands for its
/// counts and amounts; a ratio may well fall, so it has to be named.
pub(super) fn prepare(written: &RuleWritten, form: &Form) -> Result<Vec<Box<dyn Check>>, Phrase> {
    let cells = rows_that(
        written,
        form,
        |row| matches!(row.kind, Kind::Count | Kind::Money),
        |row| row.kind.is_number(),
    )?;
    Ok(cells
        .into_iter()
        .map(|cell| Box::new(NotFalling { cell: [cell] }) as Box<dyn Check>)
        .collect())
}

impl Check for NotFalling {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn is_over_time(&self) -> bool {
        true
    }

    /// The last report of the year that knows the figure is what counts: one before it may have been put right since.
    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let [cell] = self.cell;
        let now = facts.number(cell)?;
        let period = facts.period()?;
        let (report, figure, before) = facts
            .past(cell)
            .rev()
            .find(|(report, _, _)| report.period.year == period.year)?;
        let difference = before.checked_sub(now).filter(|fall| !fall.is_zero())?;
        (!difference.is_negative()).then(|| {
            Failure::of_value(now)
                .with("before", Phrase::of_figure(write(before)))
                .with("difference", Phrase::of_figure(write(difference)))
                .with("period", period.name())
                .with("before_period", report.period.name())
                .remarked(report, figure)
        })
    }
}
