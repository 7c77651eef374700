//! Reporting periods, their windows and the day to send before.
//!
//! A period is a name (`2026Q1`); the window is data, because the closing day differs by year and by report
//! (DOMAIN.md section 2). This module knows no clock: today comes in as a parameter.

mod days;
mod due;
mod seam;
mod window;

pub use days::{DayFault, DayOf, read_day, read_days};
pub use due::{Due, last_day};
pub use seam::{Fault, Seam};
pub use time::Date;
pub use window::{
    DayPattern, Days, OtherWindow, Status, Window, WindowPattern, WindowPrinted, Windows,
};

use crate::words::Phrase;

/// A kind of reporting period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// The first quarter.
    Q1,
    /// The second quarter.
    Q2,
    /// The first six months.
    S1,
    /// The third quarter.
    Q3,
    /// The first nine months.
    N1,
    /// The fourth quarter.
    Q4,
    /// The year.
    Y,
}

impl PeriodKind {
    /// Every kind with its word in form sets, in the order of the year.
    pub const ALL: [(&'static str, PeriodKind); 7] = [
        ("Q1", PeriodKind::Q1),
        ("Q2", PeriodKind::Q2),
        ("S1", PeriodKind::S1),
        ("Q3", PeriodKind::Q3),
        ("N1", PeriodKind::N1),
        ("Q4", PeriodKind::Q4),
        ("Y", PeriodKind::Y),
    ];

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<PeriodKind> {
        PeriodKind::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, kind)| *kind)
    }

    /// What stands behind the year in a period id; nothing for the year itself.
    fn suffix(self) -> &'static str {
        match self {
            PeriodKind::Q1 => "Q1",
            PeriodKind::Q2 => "Q2",
            PeriodKind::S1 => "S1",
            PeriodKind::Q3 => "Q3",
            PeriodKind::N1 => "N1",
            PeriodKind::Q4 => "Q4",
            PeriodKind::Y => "",
        }
    }
}

/// A reporting period: a kind in a year. Its id is `2026Q1`, `2026S1`, `2026N1`, `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year, 1900 to 9998, so that its windows are dates too.
    pub year: i32,
    /// The kind.
    pub kind: PeriodKind,
}

impl Period {
    /// The period of an id: `"2026S1"` is the first six months of 2026.
    pub fn parse(id: &str) -> Option<Period> {
        let (year, suffix) = id.split_at_checked(4)?;
        if !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        let kind = PeriodKind::ALL
            .iter()
            .map(|(_, kind)| *kind)
            .find(|kind| kind.suffix() == suffix)?;
        (1900..=9998)
            .contains(&year)
            .then_some(Period { year, kind })
    }

    /// Its id.
    pub fn id(&self) -> String {
        format!("{}{}", self.year, self.kind.suffix())
    }

    /// Its name, as offices write it.
    pub fn name(&self) -> Phrase {
        let year = self.year;
        let quarter = |roman: &str, number: &str| {
            Phrase::new(
                format!("Quý {roman} năm {year}"),
                format!("Quarter {number} of {year}"),
            )
        };
        match self.kind {
            PeriodKind::Q1 => quarter("I", "1"),
            PeriodKind::Q2 => quarter("II", "2"),
            PeriodKind::Q3 => quarter("III", "3"),
            PeriodKind::Q4 => quarter("IV", "4"),
            PeriodKind::S1 => Phrase::said(
                "6 tháng đầu năm {}",
                "First half of {}",
                &[&year.to_string()],
            ),
            PeriodKind::N1 => Phrase::said(
                "9 tháng đầu năm {}",
                "First nine months of {}",
                &[&year.to_string()],
            ),
            PeriodKind::Y => Phrase::said("Năm {}", "Year {}", &[&year.to_string()]),
        }
    }
}

/// Reads a day of the form `2026-03-09`.
pub fn parse_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    // A sign would pass for a digit below.
    if !text
        .bytes()
        .all(|byte| byte == b'-' || byte.is_ascii_digit())
    {
        return None;
    }
    let month: u8 = month.parse().ok()?;
    Date::from_calendar_date(
        year.parse().ok()?,
        month.try_into().ok()?,
        day.parse().ok()?,
    )
    .ok()
}

/// Writes a day as documents do: `2026-03-09`.
pub fn day_id(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

/// Writes a day as people do: `09/3/2026`; the leading zero of months 1 and 2 is the rule of Nghị định
/// 30/2020/NĐ-CP for dates.
pub fn write_day(day: Date) -> String {
    let month = u8::from(day.month());
    let zero = if month < 3 { "0" } else { "" };
    format!("{:02}/{zero}{month}/{}", day.day(), day.year())
}

/// Writes days that follow each other, as short as it is clear: `14/6/2022`, `10–14/12/2025`, `28/11–02/12/2025`,
/// `28/12/2025–03/01/2026`.
pub fn write_days(from: Date, to: Date) -> String {
    let last = write_day(to);
    if from == to {
        return last;
    }
    if from.year() != to.year() {
        return format!("{}–{last}", write_day(from));
    }
    if from.month() != to.month() {
        let first = write_day(from);
        let day_and_month = first
            .rsplit_once('/')
            .map_or(first.as_str(), |(day, _)| day);
        return format!("{day_and_month}–{last}");
    }
    format!("{:02}–{last}", from.day())
}
