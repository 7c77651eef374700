//! The formats in which a report leaves the machine, in the order in which the page offers them.

use crate::report::Report;

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
    /// Whether few ask for it, so that it stands behind a further click.
    pub is_rare: bool,
}

/// Where an exported file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// In the page: it is the document of the report itself ([`super::export_json_on`]).
    Here,
    /// By the second program, which has a writer for the same action (`office::WRITERS`).
    InOffice,
}

const JSON: &str = "application/json";
const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Every format. To add one: one file, one line here and in the list of writers, one golden file.
pub const EXPORT_FORMATS: &[ExportFormat] = &[
    ExportFormat {
        made: Made::Here,
        ..format("export-json", "json", JSON)
    },
    format("export-xlsx", "xlsx", XLSX),
    format("export-docx", "docx", DOCX),
    rare("export-csv", "csv", CSV),
    rare("export-tidy", "tidy.csv", CSV),
    rare("export-dhis2", "dhis2.json", JSON),
    rare("export-csv-rfc4180", "rfc4180.csv", CSV),
    rare("export-tidy-ndjson", "tidy.ndjson", "application/x-ndjson"),
];

/// What can be had of a form set without a report; the second program makes it (`office::FORM_WRITERS`).
pub const FORM_FORMATS: &[ExportFormat] = &[
    format("export-xlsx-empty", "xlsx", XLSX),
    format("export-dhis2-metadata", "dhis2-metadata.json", JSON),
];

const fn format(
    action: &'static str,
    ending: &'static str,
    media_type: &'static str,
) -> ExportFormat {
    ExportFormat {
        action,
        ending,
        media_type,
        made: Made::InOffice,
        is_rare: false,
    }
}

const fn rare(
    action: &'static str,
    ending: &'static str,
    media_type: &'static str,
) -> ExportFormat {
    ExportFormat {
        is_rare: true,
        ..format(action, ending, media_type)
    }
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
