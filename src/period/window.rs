//! Windows of data (thời gian chốt số liệu): printed ones as printed, others from a pattern and marked so, and those
//! that an agency has set for itself.

use super::{Date, Due, Period, PeriodKind, last_day};
use crate::gather;
use crate::words::Phrase;

/// How sure a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Printed in a plan or used in a report.
    Printed,
    /// Made from the pattern of another year (dự kiến).
    Expected,
    /// Set by the agency itself.
    Own,
}

impl Status {
    /// The statuses of a file of windows, each with its word there.
    pub const IN_FILES: [(&'static str, Status); 2] =
        [("printed", Status::Printed), ("expected", Status::Expected)];
}

/// The three days of a window, without where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day of data, included.
    pub from: Date,
    /// The last day of data, included.
    pub to: Date,
    /// The report is to be sent before this day; none where nobody says.
    pub send_before: Option<Date>,
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
    /// How sure the first and the last day are.
    pub status: Status,
    /// How sure the day to send before is: a report may print the one without the other.
    pub send_status: Status,
    /// Where it comes from.
    pub source: Phrase,
    /// What some of the figures were counted in instead, according to a document.
    pub others: Vec<OtherWindow>,
}

/// A second window that a document uses for some of its figures. It is a remark: no report is counted by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherWindow {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Which figures.
    pub what: Phrase,
}

impl Window {
    /// The window that these days make by themselves.
    pub fn own(days: Days) -> Window {
        Window {
            from: days.from,
            to: days.to,
            send_before: days.send_before,
            status: Status::Own,
            send_status: Status::Own,
            source: Phrase::default(),
            others: Vec::new(),
        }
    }

    /// Its days.
    pub fn days(&self) -> Days {
        Days {
            from: self.from,
            to: self.to,
            send_before: self.send_before,
        }
    }

    /// How a day stands to the day to send before; none where no day is known.
    pub fn due(&self, today: Date) -> Option<Due> {
        self.send_before.map(|day| Due::of(day, today))
    }

    /// The last day on which work on the report is in time: the last day to send it, else the last day of data.
    fn last_day(&self) -> Date {
        self.send_before.map_or(self.to, last_day)
    }

    /// The window with the days of an agency: what differs from the documents is the agency's own, what agrees with
    /// them stays what it was.
    fn with_days(mut self, days: Days) -> Window {
        if (self.from, self.to) != (days.from, days.to) {
            (self.from, self.to, self.status) = (days.from, days.to, Status::Own);
        }
        if self.send_before != days.send_before {
            (self.send_before, self.send_status) = (days.send_before, Status::Own);
        }
        self
    }
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
    /// How sure the day to send before is: a plan may print it for every year without naming a window.
    pub send_status: Status,
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
    /// Those that the agency has set for itself; they come before all others.
    pub own: Vec<(Period, Days)>,
}

impl Windows {
    /// The window of a period: with the agency's own days where it has set some, else as the documents have it.
    pub fn of(&self, period: Period) -> Option<Window> {
        let own = self.own.iter().find(|(of, _)| *of == period);
        let written = self.in_documents(period);
        match (own, written) {
            (Some((_, days)), Some(window)) => Some(window.with_days(*days)),
            (Some((_, days)), None) => Some(Window::own(*days)),
            (None, written) => written,
        }
    }

    /// The window of a period without what the agency has set: the printed one, its missing day to send before
    /// filled from the pattern; else the expected one.
    pub fn in_documents(&self, period: Period) -> Option<Window> {
        let expected = self.expected(period);
        let printed = self.printed.iter().find(|printed| printed.period == period);
        match printed {
            Some(printed) => {
                let mut window = printed.window.clone();
                if let (None, Some(expected)) = (window.send_before, expected) {
                    window.send_before = expected.send_before;
                    window.send_status = expected.send_status;
                }
                Some(window)
            }
            None => expected,
        }
    }

    /// Sets the days of a period, in the place of those that the agency had set before.
    pub fn set(&mut self, period: Period, days: Days) {
        self.own.retain(|(of, _)| *of != period);
        self.own.push((period, days));
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
            send_status: pattern.send_status,
            source: pattern.source.clone(),
            others: Vec::new(),
        })
    }

    /// The period on which an officer works on a day: the first that can still be sent in time, of last year's too where an
    /// agency sends them that late.
    pub fn current(&self, kinds: &[PeriodKind], today: Date) -> Option<Period> {
        (today.year().saturating_sub(1)..=today.year().saturating_add(1))
            .flat_map(|year| kinds.iter().map(move |kind| Period { year, kind: *kind }))
            .filter_map(|period| Some((self.of(period)?.last_day(), period)))
            .filter(|(last, _)| *last >= today)
            .min_by_key(|(last, _)| *last)
            .map(|(_, period)| period)
    }

    /// The periods whose last day in time is past by at most `most` days, the latest first.
    pub fn just_over(&self, kinds: &[PeriodKind], today: Date, most: u32) -> Vec<Period> {
        let over: Vec<(u32, Period)> = (today.year().saturating_sub(1)..=today.year())
            .flat_map(|year| kinds.iter().map(move |kind| Period { year, kind: *kind }))
            .filter_map(|period| match self.of(period)?.due(today)? {
                Due::Over(days) => Some((days, period)),
                Due::Left(_) | Due::Today => None,
            })
            .filter(|(days, _)| *days <= most)
            .collect();
        let over = gather::sorted(over, Ord::cmp);
        over.into_iter().map(|(_, period)| period).collect()
    }
}
