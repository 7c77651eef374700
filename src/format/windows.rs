//! `bieumau.windows/1`: printed windows and the patterns of other years → [`Windows`];
//! `bieumau.own-windows/1`: those that an agency has set for itself, there and back.

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::period::{
    Date, DayPattern, Days, OtherWindow, Period, PeriodKind, Status, Window, WindowPattern,
    WindowPrinted, Windows, day_id, parse_day,
};
use serde_json::{Map, Value, json};

/// The format of an agency's own windows, with its version.
const OWN: &str = "bieumau.own-windows/1";

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
        own: Vec::new(),
    })
}

/// Reads the windows that an agency has set for itself.
///
/// # Errors
/// Every place where the text is not of the format.
pub fn read_own_windows(text: &str) -> Result<Vec<(Period, Days)>, Vec<Complaint>> {
    document(text, OWN, |cursor| {
        let own = cursor.list("windows", |cursor| {
            let period = period(cursor);
            Some((period?, days(cursor)?))
        });
        own.into_iter().flatten().collect()
    })
}

/// Writes the windows that an agency has set for itself.
pub fn own_windows_text(own: &[(Period, Days)]) -> String {
    let windows: Vec<Value> = own
        .iter()
        .map(|(period, days)| {
            let mut members = Map::new();
            members.insert("period".to_owned(), json!(period.id()));
            members.insert("from".to_owned(), json!(day_id(days.from)));
            members.insert("to".to_owned(), json!(day_id(days.to)));
            if let Some(day) = days.send_before {
                members.insert("send_before".to_owned(), json!(day_id(day)));
            }
            Value::Object(members)
        })
        .collect();
    json!({ "format": OWN, "windows": windows }).to_string()
}

fn period(cursor: &mut Cursor<'_>) -> Option<Period> {
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
    period
}

fn days(cursor: &mut Cursor<'_>) -> Option<Days> {
    let (from, to) = (day(cursor, "from"), day(cursor, "to"));
    let send_before = if cursor.has("send_before") {
        day(cursor, "send_before")
    } else {
        None
    };
    Some(Days {
        from: from?,
        to: to?,
        send_before,
    })
}

fn printed(cursor: &mut Cursor<'_>) -> Option<WindowPrinted> {
    let period = period(cursor);
    let days = days(cursor);
    let (status, send_status) = statuses(cursor);
    let source = cursor.optional_phrase("source").unwrap_or_default();
    let others = if cursor.has("others") {
        cursor.list("others", other)
    } else {
        Vec::new()
    };
    Some(WindowPrinted {
        period: period?,
        window: Window {
            status,
            send_status,
            source,
            others: others.into_iter().flatten().collect(),
            ..Window::own(days?)
        },
    })
}

/// A second window that a document uses for some of its figures.
fn other(cursor: &mut Cursor<'_>) -> Option<OtherWindow> {
    let (from, to) = (day(cursor, "from"), day(cursor, "to"));
    let what = cursor.phrase("what");
    Some(OtherWindow {
        from: from?,
        to: to?,
        what,
    })
}

/// How sure the window is, and how sure its day to send before: the same, where nothing else is said.
fn statuses(cursor: &mut Cursor<'_>) -> (Status, Status) {
    cursor.text("status");
    let of_window = status(cursor, "status").unwrap_or(Status::Expected);
    let of_sending = status(cursor, "send_before_status").unwrap_or(of_window);
    (of_window, of_sending)
}

fn status(cursor: &mut Cursor<'_>, name: &'static str) -> Option<Status> {
    let word = cursor.optional_text(name)?;
    let known = Status::IN_FILES.iter().find(|(known, _)| *known == word);
    if known.is_none() {
        cursor.complain_of(
            name,
            "“{}” không phải là printed hay expected.",
            "“{}” is neither printed nor expected.",
            &[&word],
        );
    }
    known.map(|(_, status)| *status)
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
    let (_, send_status) = statuses(cursor);
    let source = cursor.optional_phrase("source").unwrap_or_default();
    let (from, to) = (
        cursor.object("from", some_day),
        cursor.object("to", some_day),
    );
    Some(WindowPattern {
        from: from?,
        to: to?,
        send_before: cursor.optional_object("send_before", relative_day),
        send_status,
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
