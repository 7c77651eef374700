//! Writes made-up reports as DHIS2 gets them, with what this library makes of them: what `tests/judges` lets DHIS2's own
//! parser compute.
//!
//! `cargo run --example dhis2-handover -- <folder> <reports>` writes for each form set `<form>.metadata.json`, and for
//! each report `<form>.<number>.values.json` and `<form>.<number>.tsv`: the figure of each indicator that has one, and
//! the rules that fail, and which of them go without a row that the level does not fill.

// A tool of tests may fail as loudly as a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "made/mod.rs"]
mod made;

use bieumau::exchange::dhis2::{data_value_set, metadata, uid};
use bieumau::form::{BUILT_IN, CellId};
use bieumau::report::{Entry, Session};
use std::collections::BTreeSet;
use std::path::Path;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("a folder");
    let reports: u32 = words.next().expect("how many reports").parse().unwrap();
    let write = |name: String, text: String| {
        std::fs::write(Path::new(&folder).join(name), text).unwrap();
    };
    for built_in in BUILT_IN {
        let id = built_in.id;
        let form = made::form(id, true);
        write(
            format!("{id}.metadata.json"),
            metadata(&form, None).unwrap(),
        );
        for number in 0..reports {
            let session = Session::open(form.clone(), made::report(&form, number));
            let values = data_value_set(&session, None).unwrap();
            write(format!("{id}.{number}.values.json"), values);
            let mut lines = Vec::new();
            for cell in form.form.cells().filter(|cell| !form.form.is_helper(*cell)) {
                let row = form.form.row(cell).unwrap();
                let value = session.derived(cell).map(|derived| derived.value);
                if let (true, Some(Ok(value))) = (row.formula.is_some(), value) {
                    let indicator = uid("indicator", id, &row.id);
                    lines.push(format!(
                        "{indicator}\t{}\t{}",
                        value.canonical(),
                        row.decimals
                    ));
                }
            }
            // A sum goes without a row that the level does not fill; of that DHIS2 knows nothing.
            let goes_without = |cell: CellId| {
                let row = form.form.row(cell).unwrap();
                let has_number = matches!(session.entry(cell), Entry::Number(_));
                row.is_entry() && !row.is_for(session.report().agency.level) && !has_number
            };
            let (mut failing, mut alone) = (BTreeSet::new(), BTreeSet::new());
            for finding in session.findings() {
                if finding.cells.iter().any(|cell| goes_without(*cell)) {
                    alone.insert(finding.rule.clone());
                }
                failing.insert(finding.rule);
            }
            lines.extend(failing.iter().map(|rule| format!("fails\t{rule}")));
            lines.extend(alone.iter().map(|rule| format!("goes without\t{rule}")));
            write(format!("{id}.{number}.tsv"), lines.join("\n") + "\n");
        }
    }
}
