//! `bieumau.windows/1`: printed windows and the patterns of other years → [`Windows`].

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::period::{
    Date, DayPattern, Period, PeriodKind, Status, Window, WindowPattern, WindowPrinted, Windows,
    parse_day,
};

/// Reads a file of windows.
///
/// # Errors
/// Every place where the file is not of the format.
pub fn read_windows(text: &str) -> Result<Windows, Vec<Complaint>> {
    document(text, "bieumau.windows/1", |cursor| Windows {
        form_sets: cursor.optional_texts("form_sets").unwrap_or_default(),
        printed: cursor
            .list("windows", printed)
            .into_iter()
            .flatten()
            .collect(),
        patterns: cursor
            .list("patterns", pattern)
            .into_iter()
            .flatten()
            .collect(),
    })
}

fn printed(cursor: &mut Cursor<'_>) -> Option<WindowPrinted> {
    let id = cursor.text("period");
    let period = Period::parse(&id);
    if period.is_none() {
        cursor.complain_of(
            "period",
            "Không có kỳ “{}”.",
            "There is no period “{}”.",
            &[&id.to_string()],
        );
    }
    let (from, to) = (day(cursor, "from"), day(cursor, "to"));
    let send_before = if cursor.has("send_before") {
        day(cursor, "send_before")
    } else {
        None
    };
    cursor.text("status");
    let source = cursor.optional_phrase("source").unwrap_or_default();
    Some(WindowPrinted {
        period: period?,
        window: Window {
            from: from?,
            to: to?,
            send_before,
            status: Status::Printed,
            source,
        },
    })
}

fn day(cursor: &mut Cursor<'_>, name: &'static str) -> Option<Date> {
    let text = cursor.text(name);
    let day = parse_day(&text);
    if day.is_none() {
        cursor.complain_of(
            name,
            "“{}” không phải là ngày dạng 2026-03-09.",
            "“{}” is not a day such as 2026-03-09.",
            &[&text.to_string()],
        );
    }
    day
}

fn pattern(cursor: &mut Cursor<'_>) -> Option<WindowPattern> {
    let word = cursor.text("period");
    let kind = PeriodKind::from_word(&word);
    if kind.is_none() {
        cursor.complain_of(
            "period",
            "Không có kỳ “{}”.",
            "There is no period “{}”.",
            &[&word.to_string()],
        );
    }
    cursor.text("status");
    let source = cursor.optional_phrase("source").unwrap_or_default();
    let (from, to) = (
        cursor.object("from", some_day),
        cursor.object("to", some_day),
    );
    Some(WindowPattern {
        from: from?,
        to: to?,
        send_before: cursor.optional_object("send_before", relative_day),
        source,
        kind: kind?,
    })
}

/// A day that must be there; none where it is not, and complained about.
fn some_day(cursor: &mut Cursor<'_>) -> Option<DayPattern> {
    Some(relative_day(cursor))
}

fn relative_day(cursor: &mut Cursor<'_>) -> DayPattern {
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    DayPattern {
        year: cursor
            .optional_number("year")
            .and_then(|year| i32::try_from(year).ok())
            .unwrap_or(0),
        month: small(cursor.number("month")),
        day: small(cursor.number("day")),
    }
}
