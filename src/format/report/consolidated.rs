//! What a consolidated report is made of, as a member of its document.

use super::fields::{digest, moment, number};
use super::read::{by_row, read_agency};
use super::write::write_agency;
use crate::format::cursor::Cursor;
use crate::gather;
use crate::report::{Consolidated, Spread, Unit};
use serde_json::{Map, Value, json};

pub(super) fn write(consolidated: &Consolidated) -> Value {
    let units: Vec<Value> = consolidated.units.iter().map(write_unit).collect();
    let rows = consolidated.rows.iter();
    let rows: Map<String, Value> = rows
        .map(|(row, spread)| (row.clone(), write_spread(spread)))
        .collect();
    json!({ "units": units, "rows": rows })
}

fn write_unit(unit: &Unit) -> Value {
    let mut members = Map::new();
    members.insert("agency".to_owned(), write_agency(&unit.agency));
    members.insert("modified".to_owned(), json!(unit.modified));
    members.insert("digest".to_owned(), json!(unit.digest));
    if !unit.of.is_empty() {
        members.insert("of".to_owned(), json!(unit.of));
    }
    Value::Object(members)
}

/// Counts of nothing are absent.
fn write_spread(spread: &Spread) -> Value {
    let mut members = Map::new();
    let counts = [
        ("asked", spread.asked),
        ("reported", spread.reported),
        ("zeros", spread.zeros),
        ("not_applicable", spread.not_applicable),
        ("unreadable", spread.unreadable),
    ];
    for (name, count) in counts {
        if count > 0 {
            members.insert(name.to_owned(), json!(count));
        }
    }
    if let Some(sum) = spread.sum {
        members.insert("sum".to_owned(), json!(sum.canonical()));
    }
    if !spread.options.is_empty() {
        let options = spread.options.iter();
        let options = options.map(|(code, units)| json!({ "code": code, "units": units }));
        members.insert("options".to_owned(), options.collect());
    }
    Value::Object(members)
}

pub(super) fn read(cursor: &mut Cursor<'_>) -> Consolidated {
    Consolidated {
        units: cursor.list("units", read_unit),
        rows: gather::map(by_row(cursor, "rows", read_spread)),
    }
}

fn read_unit(cursor: &mut Cursor<'_>) -> Unit {
    Unit {
        agency: cursor.object("agency", read_agency),
        modified: moment(cursor, "modified"),
        digest: digest(cursor, "digest"),
        of: cursor.optional_texts("of").unwrap_or_default(),
    }
}

fn read_spread(cursor: &mut Cursor<'_>) -> Spread {
    let options = cursor.list("options", |cursor| {
        (cursor.text("code"), cursor.number("units"))
    });
    let sum = cursor.optional_text("sum");
    Spread {
        asked: count(cursor, "asked"),
        reported: count(cursor, "reported"),
        zeros: count(cursor, "zeros"),
        not_applicable: count(cursor, "not_applicable"),
        unreadable: count(cursor, "unreadable"),
        sum: sum.and_then(|text| number(cursor, "sum", &text)),
        options: gather::map(options),
    }
}

/// How many units; none where it does not say.
fn count(cursor: &mut Cursor<'_>, name: &'static str) -> u32 {
    if cursor.has(name) {
        cursor.number(name)
    } else {
        0
    }
}
