//! What leaves the machine and what comes in: the ordered list of formats.
//!
//! An exporter reads plain data and formats no figure twice; an importer trusts nothing and changes nothing: it
//! gives a preview, which the desk may apply.

mod changes;
mod compare;
pub mod copy;
mod json_in;
mod json_out;
pub mod paper;
pub mod paste;
mod restore;
pub mod table;

pub use changes::{changes_csv, changes_name};
pub use compare::{Change, changes_of, strangers_of};
pub use json_in::{Difference, Preview, Source, entry_shown, preview, read_source};
pub use json_out::{export_json, export_json_with};

pub use restore::{Choice, Relation};

use crate::form::CellId;
use crate::plan::TaskBook;
use crate::report::{Derived, Report, Session};

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct ExportFormat {
    /// The `data-action` of its button.
    pub action: &'static str,
    /// The ending of its file name.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Writes the report, with the agency's copies of the work lists of its year.
    pub write: fn(&Session, &[TaskBook]) -> String,
}

/// Every format, in the order in which the page offers them. To add one: one file, one line here, one golden file.
pub const EXPORT_FORMATS: &[ExportFormat] = &[ExportFormat {
    action: "export-json",
    extension: "json",
    media_type: "application/json",
    write: export_json_with,
}];

/// What a document states of a computed row: everything on printed sheets, and on helper sheets what has a value, for
/// many agencies leave those alone.
fn stated(session: &Session, cell: CellId) -> Option<&Derived> {
    let is_helper = session.form().form.is_helper(cell);
    session
        .derived(cell)
        .filter(|derived| !is_helper || derived.value.is_ok())
}

/// The name of an exported file: form set, agency and period, in letters that every file system takes.
pub fn file_name(report: &Report, format: &ExportFormat) -> String {
    format!(
        "{}_{}_{}.{}",
        report.form.id, report.agency.code, report.period.id, format.extension
    )
}
