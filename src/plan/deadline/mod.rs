//! Deadlines as plans write them: words, and the last day where the words mean one.
//!
//! “Tháng 01/2025”, “Quý IV/2025”, “Năm 2025”, “Đến cuối 2026”, “2026 - 2027” end on a day. “Trước 15/5/2026” ends on
//! the day before; “đầu năm 2026” on none that is certain. “Thường xuyên”, “02 lần/năm” come again and again;
//! “Sau khi …”, “Khi có …” wait for something.

mod reader;
mod span;

use crate::period::Date;
use reader::{Reader, date, pieces};

/// What the words of a deadline mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// The last day.
    Day(Date),
    /// Again and again.
    Recurring,
    /// After something has happened, or whenever it does.
    Event,
    /// Nothing that a calendar knows.
    Words,
    /// There are no words.
    None,
}

impl Deadline {
    /// The last day, where there is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Deadline::Day(day) => Some(day),
            _ => None,
        }
    }
}

/// Words that say that something comes again and again.
const AGAIN: [&str; 12] = [
    "thường xuyên",
    "hàng tháng",
    "hằng tháng",
    "hàng quý",
    "hằng quý",
    "hàng năm",
    "hằng năm",
    "hàng tuần",
    "hằng tuần",
    "định kỳ",
    "lần/năm",
    "năm 2 lần",
];

/// Words that wait for something.
const WAITING: [&str; 2] = ["sau khi", "khi có"];

/// What the words of a deadline mean in the plan of a year. Of several days the last is meant.
pub fn read_deadline(words: &str, year: i32) -> Deadline {
    if words.trim().is_empty() {
        return Deadline::None;
    }
    let lower = words.to_lowercase();
    let again = AGAIN.iter().any(|known| lower.contains(known));
    let waits = WAITING.iter().any(|known| lower.contains(known));
    let mut reader = Reader {
        pieces: pieces(words),
        at: 0,
        year,
    };
    // A year says least: “Kế hoạch năm 2022 (tháng 01/2022)” is due in January.
    let (mut finest, mut in_year): (Option<Date>, Option<Date>) = (None, None);
    while reader.at < reader.pieces.len() {
        let Some((span, taken)) = reader.span() else {
            reader.at += 1;
            continue;
        };
        let end = span.filter(|_| !reader.is_begun()).and_then(|span| {
            if reader.is_before() {
                span.first.previous_day()
            } else {
                Some(span.last)
            }
        });
        // What comes again ends only on a day that is told: “hằng tháng, trước 30/6/2026”.
        if !again || reader.is_before() {
            let last = if span.is_some_and(|span| span.is_year) {
                &mut in_year
            } else {
                &mut finest
            };
            *last = (*last).max(end);
        }
        reader.at += taken.max(1);
    }
    match finest.or(in_year) {
        Some(day) => Deadline::Day(day),
        None if again => Deadline::Recurring,
        None if waits => Deadline::Event,
        None => Deadline::Words,
    }
}

/// The day of a text that an officer typed: `09/3/2026`, `9.3.2026`, `2026-03-09`, `ngày 9 tháng 3 năm 2026`; without
/// a year, `09/3`, in that of the plan. None where it is no day.
pub fn read_day(text: &str, year: i32) -> Option<Date> {
    if let Some(day) = crate::period::parse_day(text.trim()) {
        return Some(day);
    }
    let mut reader = Reader {
        pieces: pieces(text),
        at: 0,
        year,
    };
    if reader.is_word(0, &["ngày"]) {
        reader.at = 1;
    }
    let (day, taken) = match reader.full_day() {
        Some(found) => found,
        None => {
            let (day, _) = reader.number(0)?;
            let apart = reader.is_sign(1, &['/', '.', '-']) || reader.is_word(1, &["tháng"]);
            let (month, digits) = reader.number(2).filter(|_| apart)?;
            (date(year, month, day).filter(|_| digits <= 2)?, 3)
        }
    };
    reader.at += taken;
    reader.piece(0).is_none().then_some(day)
}

/// Every full day that a text names, in its order: those of the documents in a note.
pub fn days_in(text: &str) -> Vec<Date> {
    let mut reader = Reader {
        pieces: pieces(text),
        at: 0,
        year: 0,
    };
    let mut days = Vec::new();
    while reader.at < reader.pieces.len() {
        match reader.full_day() {
            Some((day, taken)) => {
                days.push(day);
                reader.at += taken;
            }
            None => reader.at += 1,
        }
    }
    days
}
