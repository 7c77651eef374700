//! What stands in the cells of the file.

use super::*;
use crate::desk::{cchc, cchc_2021, kl226, open};
use crate::scenario::course::{SMALL, complete, explain};
use bieumau::exchange::workbook::{CoverLine, Takes, empty_workbook, kept, shown};
use bieumau::office::xlsx;
use proptest::prelude::*;

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// The names and the values of the facts of the first worksheet.
fn facts(workbook: &Workbook) -> Vec<(&str, &str)> {
    let lines = workbook.cover.lines.iter();
    lines
        .filter_map(|line| match line {
            CoverLine::Fact(name, value, _) => Some((name.as_str(), value.as_str())),
            _ => None,
        })
        .collect()
}

#[test]
fn each_sheet_of_the_form_is_a_worksheet() {
    let mut file = opened(&xlsx(&Desk::quarter_one()));
    let names = file.sheet_names();
    assert_eq!(
        names,
        [
            "Thông tin",
            "Phụ lục I - Biểu mẫu 1",
            "Phụ lục I - Biểu mẫu 2",
            "Phụ lục I - Biểu mẫu 3",
            "Phụ lục I - Biểu mẫu 4",
            "Phụ lục I - Biểu mẫu 5",
            "Phụ lục I - Biểu mẫu 6",
            "Phụ lục II - Biểu mẫu 1",
            "Phụ lục II - Biểu mẫu 2",
            "Sổ hồ sơ TTHC",
            "bieumau"
        ]
    );
    let sheet = file.worksheet_range("Phụ lục I - Biểu mẫu 1").unwrap();
    let column = |number: usize| -> Vec<Data> {
        let rows = sheet.rows().map(|row| row[number].clone());
        rows.filter(|cell| *cell != Data::Empty && *cell != text(""))
            .collect()
    };
    assert_eq!(
        column(0)[..3],
        [
            text("Phụ lục I"),
            text("THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"),
            text("QUÝ I NĂM 2026 CỦA VĂN PHÒNG UBND TỈNH SƠN LA")
        ]
    );
    assert!(column(0).contains(&text("Biểu mẫu 1. Công tác chỉ đạo điều hành CCHC")));
    assert!(column(3).starts_with(&[text("Số liệu"), Data::Float(2.0), Data::Float(51.22)]));
}

#[test]
fn figures_are_numbers_and_what_is_no_figure_is_a_text() {
    let mut desk = Desk::quarter_one();
    desk.session
        .set_not_applicable(desk.cell("pl1.b1.3.2"), true);
    desk.session
        .set_note(desk.cell("pl1.b1.2.1"), " Theo KH số 12 ");
    let file = xlsx(&desk);
    let figure = |row| cells(&file, row).0;
    assert_eq!(figure("pl1.b1.2.1"), Data::Float(41.0));
    assert_eq!(figure("pl1.b1.2"), Data::Float(51.22));
    assert_eq!(figure("pl1.b1.3.1"), text("Dự kiến 02"));
    assert_eq!(figure("pl1.b1.3.2"), text("Không phát sinh"));
    assert_eq!(figure("pl1.b1.3.3"), text("— (mẫu số bằng 0)"));
    assert_eq!(figure("pl1.b1.6"), text("Không"));
    assert_eq!(figure("pl1.b1.5"), Data::Empty);
    assert_eq!(cells(&file, "pl1.b1.2.1").1, text("Theo KH số 12"));
}

#[test]
fn the_first_worksheet_says_whose_report_it_is_and_what_was_found() {
    let mut desk = complete();
    desk.enter("done", "43");
    explain(&mut desk, "within", "Khảo sát từ năm trước.");
    desk.session.touch("2026-03-10T18:40:00Z");
    let order = Order::open(SMALL, &export_json(&desk.session)).unwrap();
    let workbook = workbook(&order.session, &order.document, order.source.digest());
    let facts = facts(&workbook);
    for fact in [
        ("Bộ biểu mẫu", "plan (phiên bản 1)"),
        ("Cơ quan, đơn vị báo cáo", "Văn phòng UBND tỉnh Sơn La"),
        ("Mã đơn vị", "x-van-phong-ubnd-tinh"),
        ("Kỳ báo cáo", "Quý I năm 2026"),
        ("Số liệu từ ngày", "15/12/2025"),
        ("Số liệu đến hết ngày", "09/3/2026"),
        ("Trạng thái", "Đã sửa sau khi hoàn thành"),
        // The place is seven hours ahead of UTC: it was the next day already.
        ("Sửa lần cuối lúc", "01:40 ngày 11/3/2026"),
        ("Mã kiểm tra", order.source.digest()),
    ] {
        assert!(facts.contains(&fact), "{fact:?} of {facts:?}");
    }
    assert!(order.source.digest().starts_with("sha256:"));
    let mut rows = workbook.cover.lines.iter().filter_map(|line| match line {
        CoverLine::Row(texts) => Some(texts),
        _ => None,
    });
    let [place, level, _, reason] = rows.next().unwrap();
    assert_eq!(place, "Biểu 1, dòng 1.2; Biểu 1, dòng 1.1");
    assert_eq!(
        (level.as_str(), reason.as_str()),
        ("Cảnh báo", "Khảo sát từ năm trước.")
    );
}

/// A figure that is left blank on purpose is a cell to be filled like others; the first worksheet names it.
#[test]
fn what_is_left_blank_on_purpose_is_named_on_the_first_worksheet() {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b1.2.1", "");
    desk.session.confirm_blank(desk.cell("pl1.b1.2.1"), true);
    let workbook = data(&desk);
    assert_eq!(line(&workbook, "pl1.b1.2.1").figure.shown.written(), "");
    let named = (
        "Dòng để trống có xác nhận",
        "Phụ lục I, Biểu mẫu 1, dòng 2.1",
    );
    assert!(facts(&workbook).contains(&named));
}

#[test]
fn labels_are_locked_and_what_is_to_be_filled_is_open() {
    let workbook = data(&Desk::quarter_one());
    let takes = |row: &str| line(&workbook, row).figure.takes;
    assert_eq!(takes("pl1.b1.3"), Takes::Nothing);
    assert_eq!(takes("pl1.b1.2"), Takes::Nothing);
    assert_eq!(takes("pl1.b1.2.1"), Takes::Number { is_count: true });
    let Takes::Choice(list) = takes("pl1.b1.5.2") else {
        panic!("a choice is made from a list");
    };
    assert_eq!(
        workbook.lists[list],
        ["Trực tuyến", "Phát phiếu", "Kết hợp"]
    );
    // Fed rows can be typed while nothing feeds them.
    assert_eq!(takes("pl2.b2.3.1.1"), Takes::Number { is_count: true });
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let desk = Desk::quarter_one();
    assert!(xlsx(&desk) == xlsx(&desk));
    for form in [cchc(), cchc_2021(), kl226()] {
        let bytes = || xlsx::empty_workbook(&form).unwrap();
        assert!(bytes() == bytes());
    }
}

#[test]
fn an_empty_form_has_every_row_and_no_figure() {
    for form in [cchc(), cchc_2021(), kl226(), open(SMALL)] {
        let workbook = empty_workbook(&form.form);
        let lines: Vec<&SheetLine> = workbook.sheets.iter().flat_map(|it| &it.lines).collect();
        assert_eq!(lines.len(), form.form.rows.len());
        for (line, row) in lines.iter().zip(&form.form.rows) {
            assert_eq!(line.row, row.id);
            assert_eq!(
                (line.figure.shown.written().as_str(), line.note.as_str()),
                ("", "")
            );
            assert_eq!(line.figure.formula.is_some(), row.computation().is_some());
            assert_eq!(line.figure.takes != Takes::Nothing, row.is_entry());
        }
        assert!(!xlsx::empty_workbook(&form).unwrap().is_empty());
    }
}

/// Texts that spreadsheets take for formulas, and signs that XML cannot hold.
pub const NAUGHTY: [&str; 12] = [
    "=1+1",
    "+84 212 3852 222",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r\n=cmd|' /C calc'!A0",
    "a\u{0}b\u{1}c\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}",
    "_x0041_ _x005F_x0041_",
    "<b>&amp;</b>",
    "'quoted",
    "  spaces  ",
    "{=1+1}",
];

#[test]
fn nothing_that_was_typed_is_a_formula() {
    for naughty in NAUGHTY {
        let mut desk = Desk::quarter_one();
        for row in ["pl1.b1.2.1", "pl1.b1.5"] {
            desk.enter(row, naughty);
            desk.session.set_note(desk.cell(row), naughty);
        }
        let bytes = xlsx(&desk);
        let mut file = opened(&bytes);
        for row in ["pl1.b1.2.1", "pl1.b1.5"] {
            let (figure, note) = cells(&bytes, row);
            let expected = shown::fitting(naughty.trim());
            let read = |cell: Data| match cell {
                Data::String(text) => text.trim().to_owned(),
                Data::Empty => String::new(),
                other => panic!("{naughty:?} became {other:?}"),
            };
            assert_eq!(read(figure), expected.trim());
            assert_eq!(read(note), expected.trim());
        }
        for name in file.sheet_names() {
            let formulas = file.worksheet_formula(&name).unwrap();
            for formula in formulas.rows().flatten().filter(|it| !it.is_empty()) {
                let is_ours = formula.starts_with("IFERROR(");
                assert!(is_ours, "{naughty:?}: {formula}");
            }
        }
    }
}

#[test]
fn a_text_is_no_longer_than_a_cell_holds() {
    let mut desk = Desk::quarter_one();
    let long = "𝔘ạ".repeat(20_000);
    desk.session.set_note(desk.cell("pl1.b1.2.1"), &long);
    let Data::String(note) = cells(&xlsx(&desk), "pl1.b1.2.1").1 else {
        panic!("no note");
    };
    assert!(long.starts_with(&note));
    assert!((32_765..=32_767).contains(&note.encode_utf16().count()));
}

/// A spreadsheet keeps 15 digits; a longer number is a text, so that no digit of it is lost.
#[test]
fn a_number_with_too_many_digits_stays_as_it_is() {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b1.2.1", "999999999999999");
    desk.enter("pl1.b1.1", "1234567890123456");
    let file = xlsx(&desk);
    let figure = |row| cells(&file, row).0;
    assert_eq!(figure("pl1.b1.2.1"), Data::Float(999_999_999_999_999.0));
    assert_eq!(figure("pl1.b1.1"), text("1.234.567.890.123.456"));
}

proptest! {
    /// Whatever stands in a document comes back from its pieces.
    #[test]
    fn a_document_comes_back_from_its_pieces(document in any::<String>(), times in 1..4_000_usize) {
        let document = document.repeat(times.min(100_000 / (document.len() + 1) + 1));
        let form = cchc();
        let texts = kept::of(&form.form, &document);
        for text in &texts {
            prop_assert!(text.encode_utf16().count() <= shown::MAX_UNITS);
            prop_assert_eq!(&shown::fitting(text), text);
            prop_assert_eq!(text.trim(), text);
        }
        let kept = kept::read(texts.iter().cloned()).unwrap();
        prop_assert_eq!((kept.form.as_str(), kept.version), ("cchc-2026", 1));
        prop_assert!(kept.document == document);
    }
}
