//! The report as a table, as it is printed: sheet, code, label, measure, figure, state, note.
//!
//! It comes in again through [`super::table::read_csv`] and the preview of pasted tables.

use super::copy::measure_of;
use super::standing::{Standing, Standings, standings};
use super::table::{Dialect, HEADS, HEADS_VI};
use crate::form::Sheet;
use crate::number::{Decimal, write};
use crate::report::Session;
use crate::words::Language;

/// Writes an open report as a CSV file.
///
/// For Excel everything is Vietnamese, because the paper is, and figures have decimal commas and no grouping, so that
/// Excel takes them as numbers. In RFC 4180 the headings and states are the words of documents and figures have decimal
/// points.
pub fn report_csv(session: &Session, dialect: Dialect) -> String {
    let mut text = dialect.beginning().to_owned();
    let heads = match dialect {
        Dialect::Excel => HEADS_VI,
        Dialect::Rfc4180 => HEADS,
    };
    dialect.push_line(&mut text, &heads);
    for row in standings(session) {
        let sheet = sheet_name(row.sheet);
        let code = dialect.code(row.row.printed_code(Language::Vi));
        let measure = measure_of(row.row, Language::Vi);
        let figure = figure(&row, dialect);
        let state = match dialect {
            Dialect::Excel => in_words(row.standing),
            Dialect::Rfc4180 => in_documents(row.standing),
        };
        let label = &row.row.label.vi;
        let cells = [&sheet, &code, label, &measure, &figure, state, row.note];
        dialect.push_line(&mut text, &cells);
    }
    text
}

/// `Phụ lục I, Biểu mẫu 6. Xây dựng và phát triển Chính quyền điện tử`
pub(super) fn sheet_name(sheet: &Sheet) -> String {
    let mut name = sheet.appendix.vi.clone();
    if !name.is_empty() {
        name.push_str(", ");
    }
    for part in [&sheet.name.vi, ". ", &sheet.title.vi] {
        name.push_str(part);
    }
    name
}

fn figure(row: &Standings<'_>, dialect: Dialect) -> String {
    let written = |number: Decimal| match dialect {
        Dialect::Excel => write(number).replace('.', ""),
        Dialect::Rfc4180 => number.canonical(),
    };
    match (row.standing, row.number) {
        (Standing::NotApplicable, _) => "Không phát sinh".to_owned(),
        (_, Some(number)) => written(number),
        (_, None) => row.text.to_owned(),
    }
}

fn in_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Heading => "",
        Standing::Number | Standing::Choice | Standing::Text => "Đã nhập",
        Standing::NotApplicable => "Không phát sinh",
        Standing::Unreadable => "Chưa đọc được",
        Standing::Blank => "Chưa nhập",
        Standing::ConfirmedBlank => "Để trống có xác nhận",
        Standing::Derived => "Được tính",
        Standing::NotDerived(reason) => reason.words().0,
    }
}

fn in_documents(standing: Standing) -> &'static str {
    match standing {
        Standing::NotDerived(reason) => reason.code(),
        other => other.word(),
    }
}
