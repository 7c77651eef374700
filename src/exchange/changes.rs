//! The log of changes as a table for Excel: UTF-8 with a byte order mark, commas, every text in quotes.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays a number.

use crate::report::{Report, Session};
use crate::words::Language;

/// What is called a formula by its first sign.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes every change that the trail of the report holds, the newest first. `moment` writes a moment in UTC as people
/// of the place do.
pub fn changes_csv(
    session: &Session,
    language: Language,
    moment: &dyn Fn(&str) -> String,
) -> String {
    let form = &session.form().form;
    let mut text = String::from("\u{feff}");
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
    write_line(&mut text, &names);
    for line in session.change_lines() {
        let row = line.cell.and_then(|cell| form.row(cell));
        let sheet = line.cell.and_then(|cell| form.sheet_of(cell));
        let sheet = sheet.map_or_else(String::new, |sheet| {
            let names = [sheet.appendix.text(language), sheet.name.text(language)];
            let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
            names.join(", ")
        });
        let row = row.map_or_else(|| line.place.text(language), |row| row.plain_code());
        write_line(
            &mut text,
            &[
                &moment(&line.at),
                &sheet,
                row,
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

fn write_line(text: &mut String, cells: &[&str]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push('"');
        if cell.starts_with(FORMULAS) && !is_number(cell) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// Whether a text is a figure as people write it: `-5,25`, `11.647`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|sign: char| sign.is_ascii_digit())
        && digits
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
}
