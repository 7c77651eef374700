//! What is copied is what stands on the sheet, and pasting it again changes nothing.

use super::paste::{best, put};
use crate::desk::{Desk, kl226};
use bieumau::exchange::copy::{copy_figures, copy_sheet};
use bieumau::exchange::paste::Way;
use bieumau::exchange::table::{read_html, read_tsv};
use bieumau::form::CellId;
use bieumau::words::Language;
use proptest::prelude::*;

#[test]
fn a_copied_sheet_is_the_printed_table_with_computed_figures() {
    let desk = Desk::quarter_one();
    let copied = copy_sheet(&desk.session, 0, Language::Vi);
    let block = read_tsv(&copied.text);
    assert_eq!(read_html(&copied.html)[0].rows, block.rows);
    assert_eq!(
        block.rows[0],
        [
            "TT",
            "Chỉ tiêu thống kê",
            "Đơn vị tính",
            "Số liệu",
            "Ghi chú"
        ]
    );
    let ratio = "Tỷ lệ hoàn thành kế hoạch CCHC năm (lũy kế đến thời điểm báo cáo)";
    assert_eq!(block.rows[2], ["2", ratio, "%", "51,22", ""]);
    assert_eq!(block.rows[5], ["3", "Kiểm tra CCHC", "", "", ""]);
    assert_eq!(block.text(16, 2), "Có = 1; Không = 0");
    // Nothing of nothing is no share, and on paper a blank.
    assert_eq!(block.text(8, 3), "");
    let english = copy_sheet(&desk.session, 0, Language::En).text;
    assert!(english.starts_with("No.\tStatistical item\tMeasure\tFigure\tNote\r\n"));
}

#[test]
fn a_copied_range_is_its_figures_with_a_place_for_each_line() {
    let desk = Desk::quarter_one();
    let cells: Vec<CellId> = (0..7).map(CellId).collect();
    let copied = copy_figures(&desk.session, &cells);
    assert_eq!(
        copied.text,
        "2\r\n51,22\r\n41\r\n21\r\n\r\nDự kiến 02\r\n0\r\n"
    );
    assert_eq!(copied.html.matches("<tr>").count(), 7);
    let thousands = desk.cell("pl2.b2.3.1.1");
    assert!(
        copy_figures(&desk.session, &[thousands])
            .html
            .contains("sdval=\"11647\">11.647<")
    );
}

#[test]
fn a_copied_range_comes_back_to_where_it_was() {
    let desk = Desk::quarter_one();
    for (first, last) in [(0, 18), (2, 3), (5, 12), (77, 101), (107, 126)] {
        let cells: Vec<CellId> = (first..=last).map(CellId).collect();
        let copied = copy_figures(&desk.session, &cells);
        let mut other = Desk::cchc();
        let row = other.row_id(CellId(first)).to_owned();
        let (_, plan) = best(&other, &row, &copied.html, &copied.text);
        put(&mut other, &plan);
        for cell in cells {
            assert_eq!(
                other.session.entry(cell),
                desk.session.entry(cell),
                "{first}: {}",
                desk.row_id(cell)
            );
        }
    }
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{1,7}",
        2 => "[0-9]{1,3},[0-9]{1,2}",
        1 => Just("KPS".to_owned()),
        1 => Just("không phát sinh".to_owned()),
        1 => Just("1".to_owned()),
        1 => Just("0".to_owned()),
        1 => "[=+@'\"<>&-]{0,2}[a-zđ]{1,4}( [a-zđ.]{1,3}){0,2}",
        3 => Just(String::new()),
    ]
}

fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        1 => "[A-ZĐ][a-zđê]{1,6} [0-9]{1,3}/[A-Z]{2}",
        1 => "[=\"'<&]{1,2}[a-z]{1,3}\n[a-z]{1,3}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A sheet that is copied and pasted into an empty report gives the same entries and notes, in both writings and
    /// both languages.
    #[test]
    fn a_sheet_that_is_copied_and_pasted_is_the_same(
        figures in prop::collection::vec(typed(), 127),
        notes in prop::collection::vec(note(), 127),
        sheet in 0..8_usize,
        is_html: bool,
        is_english: bool,
    ) {
        let mut desk = Desk::cchc();
        for (number, (figure, note)) in figures.iter().zip(&notes).enumerate() {
            desk.session.enter(CellId(number as u32), figure);
            desk.session.set_note(CellId(number as u32), note);
        }
        let language = if is_english { Language::En } else { Language::Vi };
        let copied = copy_sheet(&desk.session, sheet, language);
        let (html, text) = if is_html { (copied.html.as_str(), "") } else { ("", copied.text.as_str()) };
        let mut other = Desk::cchc();
        let first = desk.session.form().form.sheets[sheet].cells().next().unwrap();
        let row = other.row_id(first).to_owned();
        let (way, plan) = best(&other, &row, html, text);
        prop_assert_eq!(way, Way::ByName);
        put(&mut other, &plan);
        for cell in desk.session.form().form.sheets[sheet].cells() {
            prop_assert_eq!(other.session.filled(cell), desk.session.filled(cell), "{}", desk.row_id(cell));
        }
    }
}

#[test]
fn a_sheet_of_another_form_set_is_copied_too() {
    let mut desk = Desk::on(kl226());
    desk.enter("1.1", "120");
    let copied = copy_sheet(&desk.session, 0, Language::Vi);
    let mut other = Desk::on(kl226());
    let (_, plan) = best(&other, "1.2", &copied.html, "");
    put(&mut other, &plan);
    assert_eq!(other.value("1.1"), "120");
}
