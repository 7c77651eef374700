//! The log of changes as a table for Excel.

use super::table::Dialect;
use crate::report::{Report, Session};
use crate::words::Language;

/// Writes every change that the trail of the report holds, the newest first. `moment` writes a moment in UTC as people
/// of the place do.
pub fn changes_csv(
    session: &Session,
    language: Language,
    moment: &dyn Fn(&str) -> String,
) -> String {
    let form = &session.form().form;
    let mut text = Dialect::Excel.beginning().to_owned();
    let names = match language {
        Language::Vi => [
            "Thời điểm",
            "Biểu",
            "Dòng",
            "Nội dung",
            "Từ",
            "Thành",
            "Cách",
        ],
        Language::En => ["When", "Sheet", "Row", "What", "From", "To", "How"],
    };
    Dialect::Excel.push_line(&mut text, &names);
    for line in session.change_lines() {
        let row = line.cell.and_then(|cell| form.row(cell));
        let sheet = line.cell.and_then(|cell| form.sheet_of(cell));
        let sheet = sheet.map_or_else(String::new, |sheet| {
            let names = [sheet.appendix.text(language), sheet.name.text(language)];
            let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
            names.join(", ")
        });
        let row = row.map_or_else(|| line.place.text(language), |row| row.plain_code());
        Dialect::Excel.push_line(
            &mut text,
            &[
                &moment(&line.at),
                &sheet,
                &Dialect::Excel.code(row),
                line.what.text(language),
                line.from.text(language),
                line.to.text(language),
                line.way.text(language),
            ],
        );
    }
    text
}

/// The name of the file.
pub fn changes_name(report: &Report) -> String {
    let key = report.key();
    format!("{}_{}_{}_nhat-ky.csv", key.form, key.agency, key.period)
}
