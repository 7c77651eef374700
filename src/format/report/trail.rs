//! The steps of a trail ⇄ JSON: `{"number": 7, "at": "…", "how": "typed", "changes": [["desk.1.2", {}, {"number": "41"}]]}`;
//! a step that turns another one has `undone` or `redone`, the number of the other; one that brought back an earlier state
//! has `from`, its moment.
//!
//! A trail is kept and never exchanged, and the report does not depend on it: what of it cannot be read is left out.

use super::read::{filled, head, window};
use super::write::{report_value, write_entry, write_period};
use crate::format::parse;
use crate::report::{Change, How, Kept, Part, Step, Trail, Turn};
use serde_json::{Map, Value, json};

const NUMBER: &str = "number";
const AT: &str = "at";
const HOW: &str = "how";
const UNDONE: &str = "undone";
const REDONE: &str = "redone";
const FROM: &str = "from";
const CHANGES: &str = "changes";

/// One step as JSON.
pub(super) fn write(step: &Step) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    put(NUMBER, json!(step.number));
    put(AT, json!(step.at));
    put(HOW, json!(step.how.word()));
    match step.turn {
        Turn::Done => None,
        Turn::Undone(of) => put(UNDONE, json!(of)),
        Turn::Redone(of) => put(REDONE, json!(of)),
    };
    if !step.from.is_empty() {
        put(FROM, json!(step.from));
    }
    let changes = step.changes.iter().map(|change| {
        let (before, after) = (write_kept(&change.before), write_kept(&change.after));
        Value::Array(vec![json!(change.part.key()), before, after])
    });
    put(CHANGES, changes.collect());
    Value::Object(members)
}

fn write_kept(kept: &Kept) -> Value {
    match kept {
        Kept::Row(filled) => write_entry(filled),
        Kept::Reason(text) | Kept::Paragraph(text) => json!(text),
        Kept::Window(period) => write_period(period),
        Kept::Head(head) => Value::Object(report_value(head)),
    }
}

/// The trail as it was kept.
pub(super) fn read(value: &Value) -> Trail {
    let steps = value.as_array().map_or(&[][..], Vec::as_slice);
    Trail::of(steps.iter().filter_map(step))
}

/// The step of a JSON text; none where it is not one.
pub(super) fn parse_step(text: &str) -> Option<Step> {
    step(&parse(text).ok()?)
}

fn step(value: &Value) -> Option<Step> {
    let number = |name| value.get(name).and_then(Value::as_u64);
    let text = |name| value.get(name).and_then(Value::as_str);
    let changes: Option<Vec<Change>> = value.get(CHANGES)?.as_array()?.iter().map(change).collect();
    Some(Step {
        number: number(NUMBER)?,
        at: text(AT)?.to_owned(),
        how: How::from_word(text(HOW)?)?,
        turn: match (number(UNDONE), number(REDONE)) {
            (Some(of), _) => Turn::Undone(of),
            (None, Some(of)) => Turn::Redone(of),
            (None, None) => Turn::Done,
        },
        from: text(FROM).unwrap_or_default().to_owned(),
        changes: changes?,
    })
}

fn change(value: &Value) -> Option<Change> {
    let part = Part::from_key(value.get(0)?.as_str()?)?;
    let (before, after) = (kept(&part, value.get(1)?)?, kept(&part, value.get(2)?)?);
    Some(Change {
        part,
        before,
        after,
    })
}

fn kept(part: &Part, value: &Value) -> Option<Kept> {
    match part {
        Part::Row(_) => filled(value).map(Kept::Row),
        Part::Reason(_) => Some(Kept::Reason(value.as_str()?.to_owned())),
        Part::Paragraph(_) => Some(Kept::Paragraph(value.as_str()?.to_owned())),
        Part::Window => window(value).map(Kept::Window),
        Part::Head => head(value).map(|head| Kept::Head(Box::new(head))),
        Part::State | Part::Log(_) | Part::Leaving | Part::Step(_) => None,
    }
}
