//! What the worker calls (assets/office-worker.js): texts and bytes come in, bytes and plain objects go out.
//!
//! What is refused is thrown as an object with a sentence in each language. What panics ends the worker, and the page
//! says that the file could not be made or read.

use super::{Order, write};
use crate::format::Complaint;
use crate::words::{Language, Phrase};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A report as a file. `action` is the `data-action` of the format, `form` the document of the form set, `report` the
/// report as the page exports it.
///
/// # Errors
/// Why there is no such file, in both languages.
#[wasm_bindgen]
pub fn write_report(action: &str, form: &str, report: &str) -> Result<Vec<u8>, JsValue> {
    let order = Order::open(form, report).map_err(|complaints| thrown(&first_of(complaints)))?;
    write(action, &order).map_err(|phrase| thrown(&phrase))
}

/// What an action asks of a form set alone, from its document.
///
/// # Errors
/// Why there is no such file, in both languages.
#[wasm_bindgen]
pub fn write_form(action: &str, form: &str) -> Result<Vec<u8>, JsValue> {
    super::write_form(action, form).map_err(|complaints| thrown(&first_of(complaints)))
}

/// The first of what is wrong with a document, with its place.
fn first_of(complaints: Vec<Complaint>) -> Phrase {
    let Some(complaint) = complaints.into_iter().next() else {
        return Phrase::default();
    };
    let said = |language| {
        let problem = complaint.problem.text(language);
        if complaint.place.is_empty() {
            problem.to_owned()
        } else {
            format!("{}: {problem}", complaint.place)
        }
    };
    Phrase::new(said(Language::Vi), said(Language::En))
}

/// A sentence as it is thrown.
fn thrown(phrase: &Phrase) -> JsValue {
    let object = Object::new();
    for language in [Language::Vi, Language::En] {
        let text = JsValue::from_str(phrase.text(language));
        // A new object takes every member.
        let _ = Reflect::set(&object, &JsValue::from_str(language.tag()), &text);
    }
    object.into()
}
