//! Plain tables as a workbook: a worksheet each, its headings held in sight and with filters.

use super::looks::{SIZE, framed, name, pattern_of, plain};
use crate::exchange::consolidation::{Book, Table};
use crate::exchange::workbook::Shown;
use crate::words::Phrase;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, XlsxError};

/// The widest column, in signs.
const WIDEST: usize = 48;
/// So many lines are looked at to find how wide a column is.
const LOOKED_AT: usize = 50;

/// Writes plain tables as a workbook. The same book gives the same bytes.
///
/// # Errors
/// That it is larger than a workbook may be.
pub fn book(book: &Book) -> Result<Vec<u8>, Phrase> {
    written(book).map_err(|error| {
        Phrase::said(
            "Không lập được bảng tính: {}.",
            "The workbook cannot be made: {}.",
            &[&error.to_string()],
        )
    })
}

fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The clock of the machine has no part in it.
    let moment = ExcelDateTime::parse_from_str(&book.modified)
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let properties = DocProperties::new()
        .set_title(&book.title)
        .set_company(&book.agency)
        .set_creation_datetime(&moment);
    workbook.set_properties(&properties);
    let text = framed();
    let mut numbers: Vec<(String, Format)> = Vec::new();
    for table in &book.tables {
        worksheet(workbook.add_worksheet(), table, &text, &mut numbers)?;
    }
    workbook.save_to_buffer()
}

fn worksheet(
    sheet: &mut rust_xlsxwriter::Worksheet,
    table: &Table,
    text: &Format,
    numbers: &mut Vec<(String, Format)>,
) -> Result<(), XlsxError> {
    let title = plain()
        .set_bold()
        .set_font_size(SIZE + 2.0)
        .unset_text_wrap();
    let last_line = u32::try_from(table.lines.len())
        .unwrap_or(u32::MAX)
        .saturating_add(1);
    let last_column = u16::try_from(table.heads.len()).unwrap_or(u16::MAX).max(1) - 1;
    sheet
        .set_name(&table.tab)?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(1, 1)?
        .set_freeze_panes(2, 2)?
        .autofilter(1, 0, last_line, last_column)?
        .write_string_with_format(0, 0, &table.title, &title)?;
    for (column, head) in (0..).zip(&table.heads) {
        sheet.write_string_with_format(1, column, head, &name())?;
        let place = usize::from(column);
        let cells = table
            .lines
            .iter()
            .take(LOOKED_AT)
            .filter_map(|line| line.get(place));
        let longest = cells.map(|cell| cell.written().chars().count()).max();
        let signs = longest.unwrap_or(0).clamp(10, WIDEST);
        sheet.set_column_width(column, u16::try_from(signs).unwrap_or(10))?;
    }
    for (line, cells) in (2..).zip(&table.lines) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Shown::Blank => {
                    sheet.write_blank(line, column, text)?;
                }
                Shown::Text(words) => {
                    sheet.write_string_with_format(line, column, words, text)?;
                }
                Shown::Number(number) => {
                    let format = format_of(numbers, &pattern_of(cell));
                    // At most 15 digits, which a number of a spreadsheet holds exactly.
                    let value: f64 = number.canonical().parse().unwrap_or_default();
                    sheet.write_number_with_format(line, column, value, &format)?;
                }
            }
        }
    }
    sheet.ignore_error_range(
        0,
        0,
        last_line,
        last_column,
        IgnoreError::NumberStoredAsText,
    )?;
    Ok(())
}

/// One format for all numbers of a pattern: a hundred thousand cells are no hundred thousand formats.
fn format_of(numbers: &mut Vec<(String, Format)>, pattern: &str) -> Format {
    if let Some((_, format)) = numbers.iter().find(|(known, _)| known == pattern) {
        return format.clone();
    }
    let format = framed().set_num_format(pattern);
    numbers.push((pattern.to_owned(), format.clone()));
    format
}
