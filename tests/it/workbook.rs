//! A report as a workbook of Excel: what stands where, what it computes, and that it comes back as the same report.

mod back;
mod cells;
mod formulas;
mod round;
mod typed;

use crate::desk::{Desk, form_text};
use bieumau::exchange::export_json;
use bieumau::exchange::workbook::{SheetLine, Workbook, workbook};
use bieumau::office::{Order, write};
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// The order by which the page has a report written.
pub fn order(desk: &Desk) -> Order {
    let form = &desk.session.form().form.id;
    Order::open(&form_text(form), &export_json(&desk.session)).unwrap()
}

/// The plain data of the workbook of a report.
pub fn data(desk: &Desk) -> Workbook {
    let document = export_json(&desk.session);
    workbook(&desk.session, &document, "sha256:0")
}

/// The workbook of a report, as a file.
pub fn xlsx(desk: &Desk) -> Vec<u8> {
    write("export-xlsx", &order(desk)).unwrap()
}

/// A file as another program reads it.
pub fn opened(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

/// The line of a row.
pub fn line<'a>(workbook: &'a Workbook, row: &str) -> &'a SheetLine {
    let mut lines = workbook.sheets.iter().flat_map(|sheet| &sheet.lines);
    lines.find(|line| line.row == row).unwrap()
}

/// What stands in the columns of figures and notes beside a row id in the file.
pub fn cells(bytes: &[u8], row: &str) -> (Data, Data) {
    let mut file = opened(bytes);
    for name in file.sheet_names() {
        let range = file.worksheet_range(&name).unwrap();
        for cells in range.rows() {
            if cells
                .get(5)
                .is_some_and(|id| *id == Data::String(row.to_owned()))
            {
                return (cells[3].clone(), cells[4].clone());
            }
        }
    }
    panic!("no row {row}");
}
