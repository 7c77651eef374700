//! What goes with the figures: the reasons that the officer gave for warnings, and what was changed after the report
//! was complete. It stands on a last page of its own, so that the forms are as they are printed everywhere.

use super::{Appendix, Column, Line, Table, WIDTH};
use crate::form::CellId;
use crate::report::{Finding, Logged, Session, Severity, What};
use crate::words::Language;

/// The last page, where there is anything for it.
pub(super) fn appendix(
    session: &Session,
    language: Language,
    moment: &dyn Fn(&str) -> String,
) -> Option<Appendix> {
    let tables: Vec<Table> = [reasons(session, language), log(session, language, moment)]
        .into_iter()
        .filter(|table| !table.lines.is_empty())
        .collect();
    (!tables.is_empty()).then(|| Appendix {
        title: language
            .pick("GIẢI TRÌNH SỐ LIỆU", "EXPLANATION OF FIGURES")
            .to_owned(),
        tables,
        ..Appendix::default()
    })
}

fn columns(names: &[&str], widths: &[u32]) -> Vec<Column> {
    // The first column takes what the others leave.
    let first = WIDTH - widths.iter().sum::<u32>();
    let widths = std::iter::once(first).chain(widths.iter().copied());
    names
        .iter()
        .zip(widths)
        .map(|(name, width)| Column {
            name: (*name).to_owned(),
            width,
            ..Column::default()
        })
        .collect()
}

fn plain(cells: Vec<String>) -> Line {
    Line {
        cells,
        ..Line::default()
    }
}

/// Each warning with its reason. An error is mended, not explained.
fn reasons(session: &Session, language: Language) -> Table {
    let form = session.form();
    let line = |finding: &Finding| {
        let reason = session.reason(finding.place)?;
        let first = finding.cells.first()?;
        let message = finding.message(&form.form, form.rules(), language);
        Some(plain(vec![
            address(session, *first, language),
            message,
            reason.to_owned(),
        ]))
    };
    let findings = session.findings();
    let explained = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Error);
    let names = match language {
        Language::Vi => ["Dòng", "Nội dung cần giải trình", "Giải trình"],
        Language::En => ["Row", "What is to be explained", "Reason"],
    };
    Table {
        title: language
            .pick("Giải trình của đơn vị", "Reasons given by the agency")
            .to_owned(),
        columns: columns(&names, &[72, 55]),
        lines: explained.filter_map(line).collect(),
        ..Table::default()
    }
}

/// What was changed since the report was first complete, oldest first; nothing where it is as it was declared.
fn log(session: &Session, language: Language, moment: &dyn Fn(&str) -> String) -> Table {
    let logged = &session.report().log;
    let is_changed = logged.iter().any(|line| line.what != What::Complete);
    let line = |logged: &Logged| {
        let what = match &logged.what {
            What::Complete => language
                .pick("Xác nhận hoàn thành", "Declared complete")
                .to_owned(),
            What::Window => language.pick("Thời gian chốt số liệu", "Window").to_owned(),
            What::Entry(row) => named(session, row, language),
            What::Note(row) => {
                let note = language.pick(" – ghi chú", " – note");
                named(session, row, language) + note
            }
            What::Reason(key) => {
                let row = key.split(' ').nth(1).unwrap_or(key);
                let reason = language.pick(" – giải trình", " – reason");
                named(session, row, language) + reason
            }
        };
        let (from, to) = (logged.from.clone(), logged.to.clone());
        plain(vec![moment(&logged.at), what, from, to])
    };
    let names = match language {
        Language::Vi => ["Thời điểm", "Nội dung", "Trước", "Sau"],
        Language::En => ["When", "What", "Before", "After"],
    };
    Table {
        title: language
            .pick(
                "Nội dung sửa sau khi hoàn thành",
                "Changes after completion",
            )
            .to_owned(),
        columns: columns(&names, &[62, 32, 36]),
        lines: if is_changed {
            logged.iter().map(line).collect()
        } else {
            Vec::new()
        },
        ..Table::default()
    }
}

fn address(session: &Session, cell: CellId, language: Language) -> String {
    let form = &session.form().form;
    form.address(cell).text(language).to_owned()
}

fn named(session: &Session, row: &str, language: Language) -> String {
    let cell = session.form().form.cell(row);
    cell.map_or_else(|| row.to_owned(), |cell| address(session, cell, language))
}
