//! Windows of data (thời gian chốt số liệu): printed ones as printed, others from a pattern and marked so.

use super::{Date, Period, PeriodKind};
use crate::words::Phrase;

/// How sure a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Printed in a plan or used in a report.
    Printed,
    /// Made from the pattern of another year (dự kiến).
    Expected,
}

/// The window of one period: first and last day of data, both included, and the day to send before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The report is to be sent before this day; none where no document says.
    pub send_before: Option<Date>,
    /// How sure it is.
    pub status: Status,
    /// Where it comes from.
    pub source: Phrase,
}

/// A window as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowPrinted {
    /// Of which period.
    pub period: Period,
    /// The window.
    pub window: Window,
}

/// A day relative to the year of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayPattern {
    /// Years to add: −1 for 15 December of the year before.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl DayPattern {
    /// The day in the year of a period.
    pub fn in_year(&self, year: i32) -> Option<Date> {
        Date::from_calendar_date(
            year.checked_add(self.year)?,
            self.month.try_into().ok()?,
            self.day,
        )
        .ok()
    }
}

/// The window that a kind of period is expected to have in years without a printed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowPattern {
    /// Of which kind.
    pub kind: PeriodKind,
    /// The first day.
    pub from: DayPattern,
    /// The last day.
    pub to: DayPattern,
    /// The day to send before.
    pub send_before: Option<DayPattern>,
    /// Where it comes from.
    pub source: Phrase,
}

/// The windows of a form set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Windows {
    /// The form sets that share them.
    pub form_sets: Vec<String>,
    /// Printed ones.
    pub printed: Vec<WindowPrinted>,
    /// Patterns for the other years.
    pub patterns: Vec<WindowPattern>,
}

impl Windows {
    /// The window of a period: the printed one, its missing day to send before filled from the pattern;
    /// else the expected one.
    pub fn of(&self, period: Period) -> Option<Window> {
        let expected = self.expected(period);
        let printed = self.printed.iter().find(|printed| printed.period == period);
        match printed {
            Some(printed) => {
                let mut window = printed.window.clone();
                window.send_before = window
                    .send_before
                    .or(expected.and_then(|expected| expected.send_before));
                Some(window)
            }
            None => expected,
        }
    }

    fn expected(&self, period: Period) -> Option<Window> {
        let pattern = self
            .patterns
            .iter()
            .find(|pattern| pattern.kind == period.kind)?;
        Some(Window {
            from: pattern.from.in_year(period.year)?,
            to: pattern.to.in_year(period.year)?,
            send_before: pattern.send_before.and_then(|day| day.in_year(period.year)),
            status: Status::Expected,
            source: pattern.source.clone(),
        })
    }

    /// The period on which an officer works on a day: the first of the year's that is still to be sent;
    /// after the last of them the first of the next year.
    pub fn current(&self, kinds: &[PeriodKind], today: Date) -> Option<Period> {
        (today.year()..=today.year().saturating_add(1))
            .flat_map(|year| kinds.iter().map(move |kind| Period { year, kind: *kind }))
            .filter_map(|period| {
                let window = self.of(period)?;
                Some((window.send_before.unwrap_or(window.to), period))
            })
            .filter(|(due, _)| *due >= today)
            .min_by_key(|(due, _)| *due)
            .map(|(_, period)| period)
    }
}
