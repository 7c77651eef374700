//! The workbook of plain tables, opened and saved by LibreOffice: every cell is what it was.

use crate::office::Office;
use bieumau::exchange::consolidation::{Book, Table, pack};
use bieumau::exchange::workbook::Shown;
use bieumau::number::Decimal;
use bieumau::office::write_tables;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

#[test]
fn tables_stay_what_they_are() {
    let number = Shown::number(Decimal::new(-12_345, 3).unwrap());
    let table = |tab: &str| Table {
        tab: tab.to_owned(),
        title: "Số liệu của từng đơn vị".to_owned(),
        heads: vec!["Mã".to_owned(), "Tên".to_owned(), "Số liệu".to_owned()],
        lines: vec![
            vec![Shown::text("00001"), Shown::text("=1+1"), number.clone()],
            vec![Shown::text("1.2"), Shown::text("a\nb"), Shown::Blank],
        ],
    };
    let book = Book {
        title: "Tổng hợp".to_owned(),
        tables: vec![table("Tổng hợp"), table("Đơn vị và chỉ tiêu")],
        ..Book::default()
    };
    let bytes = write_tables(&pack(&book)).unwrap();
    let saved = Office::found().saved_again(&[&bytes]);
    let mut found: Xlsx<_> = Xlsx::new(Cursor::new(saved[0].clone())).unwrap();
    assert_eq!(found.sheet_names(), ["Tổng hợp", "Đơn vị và chỉ tiêu"]);
    for tab in ["Tổng hợp", "Đơn vị và chỉ tiêu"] {
        let range = found.worksheet_range(tab).unwrap();
        let cell = |line: u32, column: u32| range.get_value((line, column)).cloned();
        assert_eq!(cell(2, 0), Some(Data::String("00001".to_owned())));
        assert_eq!(cell(2, 1), Some(Data::String("=1+1".to_owned())));
        assert_eq!(cell(2, 2), Some(Data::Float(-12.345)));
        assert_eq!(cell(3, 0), Some(Data::String("1.2".to_owned())));
    }
}
