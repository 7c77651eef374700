//! A line of the log ⇄ JSON: `{"at": "…", "what": "entry", "row": "desk.1.2", "from": "41", "to": "42"}`.

use super::fields::{id, moment};
use crate::format::cursor::Cursor;
use crate::format::parse;
use crate::report::{Logged, What};
use serde_json::{Map, Value, json};

const COMPLETE: &str = "complete";
const ENTRY: &str = "entry";
const NOTE: &str = "note";
const REASON: &str = "reason";
const WINDOW: &str = "window";

/// Reads one line.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Logged {
    let at = moment(cursor, "at");
    let word = cursor.text("what");
    let what = match word.as_str() {
        ENTRY => What::Entry(row(cursor)),
        NOTE => What::Note(row(cursor)),
        REASON => What::Reason(finding(cursor)),
        WINDOW => What::Window,
        COMPLETE => What::Complete,
        _ => {
            if cursor.holds_text("what") {
                cursor.complain_of(
                    "what",
                    "Không có loại sửa đổi “{}”.",
                    "There is no kind of change “{}”.",
                    &[&word],
                );
            }
            // What the other members mean is not known, so they are not complained about.
            cursor.others();
            What::Complete
        }
    };
    let mut side = |name| match what {
        What::Complete => String::new(),
        What::Entry(_) | What::Note(_) | What::Reason(_) | What::Window => cursor.text(name),
    };
    let (from, to) = (side("from"), side("to"));
    Logged { at, what, from, to }
}

fn row(cursor: &mut Cursor<'_>) -> String {
    let row = cursor.text("row");
    if cursor.holds_text("row") {
        id(cursor, "row", &row);
    }
    row
}

/// The key of a finding: its rule and its rows.
fn finding(cursor: &mut Cursor<'_>) -> String {
    let mut key = cursor.text("rule");
    if cursor.holds_text("rule") {
        id(cursor, "rule", &key);
    }
    if !cursor.has("rows") {
        cursor.complain("rows", "Thiếu “rows”.", "“rows” is missing.");
    }
    for row in cursor.optional_texts("rows").unwrap_or_default() {
        id(cursor, "rows", &row);
        key.push(' ');
        key.push_str(&row);
    }
    key
}

/// One line as JSON.
pub(super) fn write(line: &Logged) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    put("at", json!(line.at));
    let word = match &line.what {
        What::Complete => COMPLETE,
        What::Window => WINDOW,
        What::Entry(row) => {
            put("row", json!(row));
            ENTRY
        }
        What::Note(row) => {
            put("row", json!(row));
            NOTE
        }
        What::Reason(key) => {
            let mut parts = key.split(' ');
            put("rule", json!(parts.next()));
            put("rows", json!(parts.collect::<Vec<&str>>()));
            REASON
        }
    };
    put("what", json!(word));
    if line.what != What::Complete {
        put("from", json!(line.from));
        put("to", json!(line.to));
    }
    Value::Object(members)
}

/// The line of a JSON text; none where it is not one.
pub(super) fn parse_line(text: &str) -> Option<Logged> {
    let value = parse(text).ok()?;
    let mut complaints = Vec::new();
    let mut cursor = Cursor::new(&value, &mut complaints);
    let line = read(&mut cursor);
    complaints.is_empty().then_some(line)
}
