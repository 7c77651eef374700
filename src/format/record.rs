//! One record of the store as JSON text: `bieumau.record/1`.
//!
//! This is the letter only: names of members, the version word. What a record means, and whether its checksum
//! holds, is judged in `store`.

use super::migrations::bring_forward;
use serde_json::{Map, Value};

/// The version word that a record carries.
pub const RECORD: &str = "bieumau.record/1";

/// The members of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The number of the last edit that the body contains; it only grows.
    pub revision: u64,
    /// When it was written: UTC, `2026-03-10T02:11:09Z`.
    pub saved: String,
    /// The checksum of the body, `sha256:…`.
    pub checksum: String,
    /// What is kept, opaque here.
    pub body: String,
}

/// Why a text is no record, or no journal, that this page reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not JSON, or lacks a member, or a member is of the wrong kind.
    Foreign,
    /// A newer page wrote it; the version word that stands there, `bieumau.record/2`.
    Newer(String),
}

/// Writes a record as one line of JSON.
pub fn write(record: Record) -> String {
    let mut members = Map::new();
    members.insert("record".to_owned(), Value::from(RECORD));
    members.insert("revision".to_owned(), Value::from(record.revision));
    members.insert("saved".to_owned(), Value::String(record.saved));
    members.insert("checksum".to_owned(), Value::String(record.checksum));
    members.insert("body".to_owned(), Value::String(record.body));
    Value::Object(members).to_string()
}

/// Reads a record. Members that this version does not know are ignored.
///
/// # Errors
/// [`Unread`], when the text is not a record of this version.
pub fn read(text: &str) -> Result<Record, Unread> {
    let mut members = versioned(text, "record", RECORD)?;
    let revision = members
        .get("revision")
        .and_then(Value::as_u64)
        .ok_or(Unread::Foreign)?;
    Ok(Record {
        revision,
        saved: take_text(&mut members, "saved")?,
        checksum: take_text(&mut members, "checksum")?,
        body: take_text(&mut members, "body")?,
    })
}

/// The members of a JSON object whose member `named` is the version word `known`, such as `bieumau.record/1`, or an
/// earlier one: then they are brought forward. A word of the same family with a greater number is [`Unread::Newer`], whatever else stands in the object.
pub(super) fn versioned(
    text: &str,
    named: &str,
    known: &str,
) -> Result<Map<String, Value>, Unread> {
    let Ok(Value::Object(mut members)) = serde_json::from_str(text) else {
        return Err(Unread::Foreign);
    };
    bring_forward(&mut members, named, known)?;
    Ok(members)
}

/// Whether a version word is of the same family as the known one with a greater number:
/// `bieumau.record/2` is newer than `bieumau.record/1`.
pub(super) fn is_newer(word: &str, known: &str) -> bool {
    match (family_and_number(word), family_and_number(known)) {
        (Some((family, found)), Some((ours, version))) => family == ours && found > version,
        _ => false,
    }
}

/// `bieumau.record` and 2 of `bieumau.record/2`; none where it is no version word.
pub(super) fn family_and_number(word: &str) -> Option<(&str, u32)> {
    let (family, number) = word.rsplit_once('/')?;
    Some((family, number.parse().ok()?))
}

fn take_text(members: &mut Map<String, Value>, named: &str) -> Result<String, Unread> {
    match members.remove(named) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(Unread::Foreign),
    }
}
