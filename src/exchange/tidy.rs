//! Reports as tidy data: one line for each row of each report, with everything on it that says what it is. DuckDB,
//! Spark, R or a spreadsheet reads it as it is; `docs/tidy.md` states the columns.

use super::standing::{Standing, standings};
use super::table::Dialect;
use crate::format::push_ndjson;
use crate::number::Decimal;
use crate::report::Session;

/// The columns, in their order. They are a contract: a new one comes last.
pub const TIDY_COLUMNS: [&str; 22] = [
    "agency_code",
    "agency_name",
    "level",
    "period",
    "period_from",
    "period_to",
    "form",
    "form_version",
    "report_state",
    "sheet",
    "row",
    "code",
    "label",
    "measure",
    "kind",
    "accumulation",
    "consolidation",
    "value",
    "text",
    "state",
    "reason",
    "note",
];

/// In which writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TidyFormat {
    /// CSV by RFC 4180 with a line of headings; what is absent is empty.
    Csv,
    /// JSON, an object on each line, all its members texts; what is absent is null.
    Ndjson,
}

/// Writes one report after the other, as many as there are: whoever takes the text away in between needs the room of
/// one report only.
#[derive(Debug)]
pub struct Tidy {
    format: TidyFormat,
    text: String,
}

impl Tidy {
    /// Begins a file.
    pub fn begin(format: TidyFormat) -> Tidy {
        let mut text = String::new();
        if format == TidyFormat::Csv {
            Dialect::Rfc4180.push_line(&mut text, &TIDY_COLUMNS);
        }
        Tidy { format, text }
    }

    /// Adds the lines of a report.
    pub fn add(&mut self, session: &Session) {
        let report = session.report();
        let day = |day: &Option<String>| day.clone().unwrap_or_default();
        let (from, to) = (day(&report.period.from), day(&report.period.to));
        let version = report.form.version.to_string();
        for row in standings(session) {
            let number = row.number.map(Decimal::canonical).unwrap_or_default();
            let is_choice = row.standing == Standing::Choice;
            let (value, text) = match (&row.number, is_choice) {
                (None, true) => (row.text, ""),
                (None, false) => ("", row.text),
                (Some(_), _) => (number.as_str(), ""),
            };
            let reason = match row.standing {
                Standing::NotDerived(reason) => reason.code(),
                _ => "",
            };
            self.push([
                &report.agency.code,
                &report.agency.name,
                report.agency.level.word(),
                &report.period.id,
                &from,
                &to,
                &report.form.id,
                &version,
                report.state.word(),
                &row.sheet.id,
                &row.row.id,
                &row.row.code,
                &row.row.label.vi,
                &row.row.measure.vi,
                row.row.kind.word(),
                row.row.accumulation.word(),
                row.row.consolidation.word(),
                value,
                text,
                row.standing.word(),
                reason,
                row.note,
            ]);
        }
    }

    /// Takes away what was written so far.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn push(&mut self, cells: [&str; TIDY_COLUMNS.len()]) {
        match self.format {
            TidyFormat::Csv => Dialect::Rfc4180.push_line(&mut self.text, &cells),
            TidyFormat::Ndjson => {
                let mut members = TIDY_COLUMNS.map(|name| (name, ""));
                for (member, cell) in members.iter_mut().zip(cells) {
                    member.1 = cell;
                }
                push_ndjson(&mut self.text, &members);
            }
        }
    }
}

/// One report by itself.
pub fn tidy(session: &Session, format: TidyFormat) -> String {
    let mut tidy = Tidy::begin(format);
    tidy.add(session);
    tidy.take()
}
