//! How many days are left until a report is due.
//!
//! Plans say "gửi trước ngày 12": before the 12th, so the 11th is the last day in time and whoever sends on the
//! 12th is a day late. Everything that counts days counts from here.

use super::Date;
use crate::words::Phrase;

/// How a day stands to the day before which a report is to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// So many days are left until the last day in time; at least 1.
    Left(u32),
    /// It is the last day in time.
    Today,
    /// The last day in time is so many days past; at least 1.
    Over(u32),
}

/// The last day on which a report is in time: the day before the one to send it before.
pub fn last_day(send_before: Date) -> Date {
    send_before.previous_day().unwrap_or(send_before)
}

impl Due {
    /// How `today` stands to a day to send before: before 12/3/2026, on 11/3/2026, is [`Due::Today`].
    pub fn of(send_before: Date, today: Date) -> Due {
        let left = i64::from(last_day(send_before).to_julian_day())
            .saturating_sub(i64::from(today.to_julian_day()));
        let days = u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX);
        match left {
            0 => Due::Today,
            1.. => Due::Left(days),
            _ => Due::Over(days),
        }
    }

    /// Whether a report that is sent on this day is late.
    pub fn is_over(self) -> bool {
        matches!(self, Due::Over(_))
    }

    /// The days in words: `còn 12 ngày`, `hôm nay là hạn`, `quá hạn 3 ngày`.
    pub fn words(self) -> Phrase {
        match self {
            Due::Left(1) => Phrase::new("còn 1 ngày", "1 day left"),
            Due::Left(days) => Phrase::said("còn {} ngày", "{} days left", &[&days.to_string()]),
            Due::Today => Phrase::new("hôm nay là hạn", "due today"),
            Due::Over(1) => Phrase::new("quá hạn 1 ngày", "1 day overdue"),
            Due::Over(days) => {
                Phrase::said("quá hạn {} ngày", "{} days overdue", &[&days.to_string()])
            }
        }
    }
}
