//! The journal of the last seconds as JSON text: `bieumau.journal/2`.
//!
//! `{"journal": "bieumau.journal/2", "base": 41, "floor": 40, "edits": [[42, "desk.1.2", "…"]]}`: the letter only. Which edits
//! are kept and replayed is decided in `store`.

use super::record::{Unread, versioned};
use serde_json::{Map, Value};

/// The version word that a journal carries.
pub const JOURNAL: &str = "bieumau.journal/2";

/// The members of a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalText {
    /// The revision of the last commit that was complete; 0 when there was none.
    pub base: u64,
    /// The number up to which edits are no longer held.
    pub floor: u64,
    /// Number, key and value of each edit, oldest first.
    pub edits: Vec<(u64, String, String)>,
}

/// Writes a journal as one line of JSON.
pub fn write(base: u64, floor: u64, edits: impl Iterator<Item = (u64, String, String)>) -> String {
    let edits = edits
        .map(|(revision, key, value)| {
            Value::Array(vec![
                Value::from(revision),
                Value::String(key),
                Value::String(value),
            ])
        })
        .collect();
    let mut members = Map::new();
    members.insert("journal".to_owned(), Value::from(JOURNAL));
    members.insert("base".to_owned(), Value::from(base));
    members.insert("floor".to_owned(), Value::from(floor));
    members.insert("edits".to_owned(), Value::Array(edits));
    Value::Object(members).to_string()
}

/// Reads a journal.
///
/// # Errors
/// [`Unread`], when the text is not a journal of this version, or one of its edits is not number, key and value.
pub fn read(text: &str) -> Result<JournalText, Unread> {
    let mut members = versioned(text, "journal", JOURNAL)?;
    let number = |name| members.get(name).and_then(Value::as_u64);
    let base = number("base").ok_or(Unread::Foreign)?;
    let floor = number("floor").ok_or(Unread::Foreign)?;
    let Some(Value::Array(edits)) = members.remove("edits") else {
        return Err(Unread::Foreign);
    };
    let edits: Option<Vec<_>> = edits.into_iter().map(edit).collect();
    Ok(JournalText {
        base,
        floor,
        edits: edits.ok_or(Unread::Foreign)?,
    })
}

fn edit(value: Value) -> Option<(u64, String, String)> {
    let Value::Array(parts) = value else {
        return None;
    };
    let mut parts = parts.into_iter();
    match (parts.next()?, parts.next()?, parts.next()?) {
        (Value::Number(revision), Value::String(key), Value::String(value)) => {
            Some((revision.as_u64()?, key, value))
        }
        _ => None,
    }
}
