//! The CSV for a Vietnamese Excel, opened by LibreOffice with Vietnamese settings: figures are numbers, codes stay texts,
//! and nothing that anybody typed is computed.

use crate::desk::{Desk, cchc};
use crate::office::Office;
use bieumau::exchange::report_csv;
use bieumau::exchange::table::Dialect;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

#[test]
fn figures_are_numbers_codes_are_texts_and_nothing_is_computed() {
    let mut desk = Desk::quarter_one();
    let notes = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\")",
        "\t=1",
    ];
    let open = cchc();
    let form = &open.form;
    let cells = form.cells().filter(|cell| !form.is_helper(*cell));
    for (cell, note) in cells.zip(notes.iter().cycle()) {
        desk.session.set_note(cell, note);
    }
    let csv = report_csv(&desk.session, Dialect::Excel);
    let saved = Office::found().table_saved(csv.as_bytes());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(saved)).unwrap();
    let tab = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&tab).unwrap();
    let computed = formulas
        .used_cells()
        .filter(|(_, _, text)| !text.is_empty());
    assert_eq!(computed.count(), 0);
    let range = book.worksheet_range(&tab).unwrap();
    assert_eq!(range.height(), 127 + 1);
    let row = |code: &str| {
        let mut rows = range.rows();
        let is_it = |row: &&[Data]| row[1].to_string().trim() == code;
        rows.find(is_it).unwrap_or_else(|| panic!("no row {code}"))
    };
    assert_eq!(row("2")[4], Data::Float(51.22));
    assert_eq!(row("2.1")[4], Data::Float(41.0));
    // No code has become a day or a figure.
    for code in ["2.1", "3.3.1", "3.3.2"] {
        assert!(matches!(&row(code)[1], Data::String(_)), "{code}");
    }
    let noted = range
        .rows()
        .skip(1)
        .filter(|row| !matches!(row[6], Data::Empty));
    assert_eq!(noted.count(), 127);
}
