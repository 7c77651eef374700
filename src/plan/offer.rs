//! The counts of a work list, offered to the rows of a form that ask for them.

use crate::number::Decimal;
use crate::period::{Date, parse_day};
use crate::report::{Entry, ReportPeriod};

/// The day for which a report counts: the last day of its window, or today as long as that has not passed.
pub fn closing_day(period: &ReportPeriod, today: Date) -> Date {
    let last = period.to.as_deref().and_then(parse_day);
    last.map_or(today, |last| last.min(today))
}

/// Whether what is entered in a row is the offered count; none where nothing is entered that could be compared.
pub fn agrees(entry: &Entry, count: u32) -> Option<bool> {
    match entry {
        Entry::Number(number) => Some(*number == Decimal::from_integer(count.into())),
        _ => None,
    }
}
