//! What the worker calls (assets/office-worker.js): texts and bytes come in, bytes and plain objects go out.
//!
//! What is refused is thrown as an object with a sentence in each language. What panics ends the worker, and the page
//! says that the file could not be made or read.

use super::open::{Opened, open};
use super::xlsx::{Ours, ours};
use super::{Order, write};
use crate::exchange::table::Block;
use crate::format::Complaint;
use crate::words::{Language, Phrase};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A report as a file. `action` is the `data-action` of the format, `form` the document of the form set, `report` the
/// report as the page exports it, `mapping` the ids of a DHIS2 platform that has its own.
///
/// # Errors
/// Why there is no such file, in both languages.
#[wasm_bindgen]
pub fn write_report(
    action: &str,
    form: &str,
    report: &str,
    mapping: Option<String>,
) -> Result<Vec<u8>, JsValue> {
    let order = Order::open(form, report);
    let order = order.and_then(|order| match mapping {
        Some(mapping) => order.mapped(&mapping),
        None => Ok(order),
    });
    let order = order.map_err(|complaints| thrown(&first_of(complaints)))?;
    write(action, &order).map_err(|phrase| thrown(&phrase))
}

/// What an action asks of a form set alone, from its document.
///
/// # Errors
/// Why there is no such file, in both languages.
#[wasm_bindgen]
pub fn write_form(action: &str, form: &str, mapping: Option<String>) -> Result<Vec<u8>, JsValue> {
    let written = super::write_form(action, form, mapping.as_deref());
    written.map_err(|complaints| thrown(&first_of(complaints)))
}

/// Plain tables as a workbook, as the page packs them (`exchange::consolidation::pack`).
///
/// # Errors
/// Why there is no such file, in both languages.
#[wasm_bindgen]
pub fn write_tables(packed: &str) -> Result<Vec<u8>, JsValue> {
    super::write_tables(packed).map_err(|phrase| thrown(&phrase))
}

/// What a file is, by its bytes: `{ document, told }` of ours, `{ form }` where the form set of this id is needed to read
/// a workbook of ours, or `{ tables, text }` of any other. `form` is the document of the form set, once it is known.
///
/// # Errors
/// Why the file is not read, in both languages.
#[wasm_bindgen]
pub fn open_file(bytes: &[u8], form: Option<String>) -> Result<JsValue, JsValue> {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    // Moments of documents have no fractions of a second.
    let now = now.split('.').next().unwrap_or_default().to_owned() + "Z";
    let ours = ours(bytes, form.as_deref(), &now);
    match ours.map_err(|complaints| thrown(&first_of(complaints)))? {
        Ours::NeedsForm(id) => return Ok(object(&[("form", JsValue::from_str(&id))])),
        Ours::Report(document, told) => {
            return Ok(object(&[
                ("document", JsValue::from_str(&document)),
                ("told", told.iter().map(thrown).collect::<Array>().into()),
            ]));
        }
        Ours::Not => {}
    }
    match open("", bytes).map_err(|phrase| thrown(&phrase))? {
        Opened::Document(text) => Ok(object(&[
            ("document", JsValue::from_str(&text)),
            ("told", Array::new().into()),
        ])),
        Opened::Tables(mut tables) => {
            if let Some(block) = tables.blocks.first_mut() {
                block.cut |= tables.cut;
            }
            Ok(object(&[
                (
                    "tables",
                    tables.blocks.iter().map(table).collect::<Array>().into(),
                ),
                ("text", texts(&tables.paragraphs)),
            ]))
        }
    }
}

fn table(block: &Block) -> JsValue {
    let rows: Array = block.rows.iter().map(|row| texts(row)).collect();
    // A count of rows fits.
    let hidden = JsValue::from_f64(block.hidden as f64);
    object(&[
        ("before", JsValue::from_str(&block.before)),
        ("rows", rows.into()),
        ("cut", JsValue::from_bool(block.cut)),
        ("hidden", hidden),
        ("points", JsValue::from_bool(block.points)),
    ])
}

fn texts(texts: &[String]) -> JsValue {
    let texts: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    texts.into()
}

fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A new object takes every member.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// The first of what is wrong with a document, with its place.
fn first_of(complaints: Vec<Complaint>) -> Phrase {
    complaints
        .first()
        .map(Complaint::with_place)
        .unwrap_or_default()
}

/// A sentence as it is thrown, or told.
fn thrown(phrase: &Phrase) -> JsValue {
    object(
        &Language::ALL.map(|language| (language.tag(), JsValue::from_str(phrase.text(language)))),
    )
}
