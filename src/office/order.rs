//! What the page asks for: a report as a file, by the list of writers.

use super::docx;
use crate::exchange::consolidation::unpack;
use crate::exchange::dhis2::{data_value_set, metadata};
use crate::exchange::table::Dialect;
use crate::exchange::{Source, TidyFormat, read_source, report_csv, tidy};
use crate::format::{Complaint, Dhis2Mapping, read_dhis2_mapping, read_form_set};
use crate::report::{OpenForm, Session, open_form};
use crate::words::Phrase;
use std::sync::Arc;

/// A report that is to be written, opened on its form.
#[derive(Debug)]
pub struct Order {
    /// The report, open: every value computed anew.
    pub session: Session,
    /// The report as its document states it, with what is computed and found, and the work lists that travel with it.
    pub source: Source,
    /// The document itself, `bieumau.report/1` as the page exports it.
    pub document: String,
    /// The ids of a DHIS2 platform that has its own ([`Order::mapped`]).
    pub mapping: Option<Dhis2Mapping>,
}

impl Order {
    /// Opens a report on its form set, both as their documents.
    ///
    /// # Errors
    /// Every place where one of them is broken.
    pub fn open(form: &str, report: &str) -> Result<Order, Vec<Complaint>> {
        let form = opened(form)?;
        let source = read_source(report)?;
        Ok(Order {
            session: Session::open(Arc::new(form), source.with_reasons()),
            source,
            document: report.to_owned(),
            mapping: None,
        })
    }

    /// The same with a mapping file (`bieumau.dhis2/1`), for a platform that has ids of its own.
    ///
    /// # Errors
    /// Every place where the file is broken.
    pub fn mapped(mut self, mapping: &str) -> Result<Order, Vec<Complaint>> {
        self.mapping = Some(read_dhis2_mapping(mapping)?);
        Ok(self)
    }
}

/// How a report is written as the file of some format.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// The `data-action` of the format in [`crate::exchange::EXPORT_FORMATS`].
    pub action: &'static str,
    /// Writes the file.
    pub write: fn(&Order) -> Result<Vec<u8>, Phrase>,
}

/// Every format that this program writes. To add one: one file, one line here and in the list of formats, one golden
/// file.
pub const WRITERS: &[Writer] = &[
    Writer {
        action: "export-xlsx",
        write: super::xlsx::export,
    },
    Writer {
        action: "export-docx",
        write: docx::write,
    },
    Writer {
        action: "export-csv",
        write: |order| Ok(report_csv(&order.session, Dialect::Excel).into_bytes()),
    },
    Writer {
        action: "export-csv-rfc4180",
        write: |order| Ok(report_csv(&order.session, Dialect::Rfc4180).into_bytes()),
    },
    Writer {
        action: "export-tidy",
        write: |order| Ok(tidy(&order.session, TidyFormat::Csv).into_bytes()),
    },
    Writer {
        action: "export-tidy-ndjson",
        write: |order| Ok(tidy(&order.session, TidyFormat::Ndjson).into_bytes()),
    },
    Writer {
        action: "export-dhis2",
        write: |order| {
            let mapping = order.mapping.as_ref();
            data_value_set(&order.session, mapping).map(String::into_bytes)
        },
    },
];

/// Makes the workbook of plain tables, as the page packs them (`exchange::consolidation::pack`).
///
/// # Errors
/// That it is larger than a workbook may be.
pub fn write_tables(packed: &str) -> Result<Vec<u8>, Phrase> {
    super::xlsx::book(&unpack(packed))
}

/// How something is made of a form set alone.
#[derive(Clone, Copy, Debug)]
pub struct FormWriter {
    /// The `data-action` in [`crate::exchange::FORM_FORMATS`].
    pub action: &'static str,
    /// Writes the file; the mapping has the ids of a DHIS2 platform that has its own.
    pub write: fn(&OpenForm, Option<&Dhis2Mapping>) -> Result<Vec<u8>, Phrase>,
}

/// Everything that this program makes of a form set alone.
pub const FORM_WRITERS: &[FormWriter] = &[
    FormWriter {
        action: "export-xlsx-empty",
        write: |form, _| super::xlsx::empty_workbook(form),
    },
    FormWriter {
        action: "export-dhis2-metadata",
        write: |form, mapping| metadata(form, mapping).map(String::into_bytes),
    },
];

/// Makes what an action asks of a form set, from its document; `mapping` is a mapping file (`bieumau.dhis2/1`).
///
/// # Errors
/// What is wrong with the form set or the mapping file, that there is no such action, or what stands against it.
pub fn write_form(
    action: &str,
    form: &str,
    mapping: Option<&str>,
) -> Result<Vec<u8>, Vec<Complaint>> {
    let form = opened(form)?;
    let mapping = mapping.map(read_dhis2_mapping).transpose()?;
    let writer = FORM_WRITERS.iter().find(|writer| writer.action == action);
    let write = |writer: &FormWriter| (writer.write)(&form, mapping.as_ref());
    let written = writer.map_or_else(|| Err(no_format(action)), write);
    written.map_err(|phrase| vec![Complaint::new("", phrase)])
}

/// Opens a form set from its document.
fn opened(form: &str) -> Result<OpenForm, Vec<Complaint>> {
    let (form, issues) = open_form(read_form_set(form)?);
    match issues.into_iter().next() {
        Some(issue) => Err(vec![Complaint::new(issue.place, issue.problem)]),
        None => Ok(form),
    }
}

fn no_format(action: &str) -> Phrase {
    Phrase::said(
        "Trang này không xuất được định dạng “{}”. Hãy tải lại trang rồi thử lại.",
        "This page cannot export the format “{}”. Reload the page and try again.",
        &[action],
    )
}

/// Writes a report as the format of an action.
///
/// # Errors
/// That there is no such format, or what stands against it.
pub fn write(action: &str, order: &Order) -> Result<Vec<u8>, Phrase> {
    let writer = WRITERS.iter().find(|writer| writer.action == action);
    match writer {
        Some(writer) => (writer.write)(order),
        None => Err(no_format(action)),
    }
}
