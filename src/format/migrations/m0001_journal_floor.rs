//! `bieumau.journal/1` → `/2`: a journal says with `floor` up to which number it holds no edits.
//!
//! Journals of the first days dropped everything that was committed, so their floor is their base. Some of version 1
//! have a floor already: they were written before the version had its number.

use super::Migration;
use serde_json::{Map, Value};

pub(super) const MIGRATION: Migration = Migration {
    name: "m0001_journal_floor",
    family: "bieumau.journal",
    leaves: 1,
    forward,
};

fn forward(members: &mut Map<String, Value>) {
    if members.get("floor").and_then(Value::as_u64).is_none()
        && let Some(base) = members.get("base").cloned()
    {
        members.insert("floor".to_owned(), base);
    }
}
