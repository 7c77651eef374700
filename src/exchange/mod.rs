//! What leaves the machine and what comes in: the ordered list of formats.
//!
//! An exporter reads plain data and formats no figure twice; an importer trusts nothing and changes nothing: it
//! gives a preview, which the desk may apply.

mod changes;
mod compare;
pub mod copy;
pub mod document;
mod json_in;
mod json_out;
pub mod paper;
pub mod paste;
pub mod proofread;
mod report_csv;
mod restore;
mod standing;
pub mod table;
mod tidy;
pub mod workbook;

pub use changes::{changes_csv, changes_name};
pub use compare::{Change, TextChange, changes_of, strangers_of, texts_of};
pub use json_in::{Difference, Preview, Source, entry_shown, preview, read_source};
pub use json_out::{export_json, export_json_on, export_json_with};

pub use report_csv::report_csv;
pub use restore::{Choice, Relation};
pub use standing::{Standing, Standings, standings};
pub use tidy::{TIDY_COLUMNS, Tidy, TidyFormat, tidy};

use crate::form::CellId;
use crate::report::{Derived, Report, Session};

/// A way to write a report.
#[derive(Clone, Copy, Debug)]
pub struct ExportFormat {
    /// The `data-action` of its button.
    pub action: &'static str,
    /// The ending of its file name, without the first point.
    pub ending: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// How it is made.
    pub made: Made,
}

/// Where an exported file is made.
#[derive(Clone, Copy, Debug)]
pub enum Made {
    /// In the page: it is the document of the report itself ([`export_json_on`]).
    Here,
    /// By the second program, which has a writer for the same action (`office::WRITERS`).
    InOffice,
}

/// Every format, in the order in which the page offers them. To add one: one file, one line here and in the list of
/// writers, one golden file.
pub const EXPORT_FORMATS: &[ExportFormat] = &[
    ExportFormat {
        action: "export-json",
        ending: "json",
        media_type: "application/json",
        made: Made::Here,
    },
    ExportFormat {
        action: "export-xlsx",
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        made: Made::InOffice,
    },
    ExportFormat {
        action: "export-docx",
        ending: "docx",
        media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        made: Made::InOffice,
    },
    ExportFormat {
        action: "export-csv",
        ending: "csv",
        media_type: "text/csv",
        made: Made::InOffice,
    },
    ExportFormat {
        action: "export-tidy",
        ending: "tidy.csv",
        media_type: "text/csv",
        made: Made::InOffice,
    },
    ExportFormat {
        action: "export-dhis2",
        ending: "dhis2.json",
        media_type: "application/json",
        made: Made::InOffice,
    },
];

/// What can be had of a form set without a report; the second program makes it (`office::FORM_WRITERS`).
pub const FORM_FORMATS: &[ExportFormat] = &[
    ExportFormat {
        action: "export-xlsx-empty",
        ending: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        made: Made::InOffice,
    },
    ExportFormat {
        action: "export-dhis2-metadata",
        ending: "dhis2-metadata.json",
        media_type: "application/json",
        made: Made::InOffice,
    },
];

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
        report.form.id, report.agency.code, report.period.id, format.ending
    )
}

/// The name of a file that is made of a form set alone.
pub fn form_file_name(form: &str, format: &ExportFormat) -> String {
    format!("{form}.{}", format.ending)
}
