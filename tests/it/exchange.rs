//! What leaves the machine and what comes in: the exported document, files that are no such document, and files
//! that are one but do not tell the truth.

mod asides;
mod backup;
mod canonical;
mod changes;
mod copying;
mod course;
mod csv;
mod dhis2;
mod differences;
mod golden;
mod late;
mod notes;
mod paper;
mod paste;
mod proofread;
mod slow;
mod spoilt;
mod tables;
mod tasks;
mod tidy;

use crate::desk::{Desk, cchc};
use bieumau::exchange::{Difference, Preview, export_json, preview, read_source};
use bieumau::report::Session;
use jsonschema::Validator;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const SCHEMA: &str = include_str!("../../schemas/report.schema.json");

/// The judge that we did not write. Days and moments are judged by the calendar too.
static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let options = jsonschema::draft202012::options();
    options
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
});

/// The faults that the validator finds, none for a good document.
pub fn faults(document: &Value) -> Vec<String> {
    let faults = VALIDATOR.iter_errors(document);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

/// The document of the first quarter of 2026 as its JSON value.
fn quarter_one() -> Value {
    serde_json::from_str(&export_json(&Desk::quarter_one().session)).unwrap()
}

/// The digest of a document, worked out here: SHA-256 over its members but the digest, sorted, without white space.
fn digest_of(document: &Value) -> String {
    let members: Map<String, Value> = document.as_object().unwrap().clone();
    let rest = members
        .into_iter()
        .filter(|(name, _)| name != "digest")
        .collect();
    let hex: String = Sha256::digest(canonical::canonical(&Value::Object(rest)))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("sha256:{hex}")
}

/// The document with the digest that fits it again.
fn sealed(mut document: Value) -> String {
    document["digest"] = Value::String(digest_of(&document));
    document.to_string()
}

/// What an import of this text on the built-in form would do, where nothing is kept here yet.
fn import(text: &str) -> Preview {
    let source = read_source(text).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    preview(&source, &incoming, None)
}

/// The differences that the import tells, each in words of both languages.
fn differences(text: &str) -> Vec<Difference> {
    let differences = import(text).differences;
    for difference in &differences {
        let words = difference.words(&crate::desk::cchc().form);
        assert!(!words.vi.is_empty() && !words.en.is_empty() && words.vi != words.en);
        assert!(
            !words.vi.contains('{') && !words.en.contains('{'),
            "{}",
            words.en
        );
    }
    differences
}
