//! Rows find their lines by code and label, on whatever sheet they stand.

use super::{aside, best, pasted, planned, put};
use crate::desk::{Desk, cchc_2021};
use crate::exchange::tables::{EXCEL, LIBREOFFICE, LIBREOFFICE_TEXT, WEB, WORD};
use bieumau::exchange::paste::{Doubt, How, Way, Why};
use bieumau::report::Entry;

#[test]
fn the_table_of_word_lands_by_its_codes_and_the_wrong_ratio_is_told() {
    let mut desk = Desk::cchc();
    let typed = Desk::quarter_one();
    let (way, plan) = best(&desk, "pl1.b1.1", WORD, "");
    assert_eq!(way, Way::ByName);
    put(&mut desk, &plan);
    let sheet = typed.session.form().form.sheets[0].clone();
    for cell in sheet.cells() {
        assert_eq!(
            desk.session.entry(cell),
            typed.session.entry(cell),
            "{}",
            desk.row_id(cell)
        );
    }
    let ratio = &plan.aside[0];
    assert_eq!(ratio.cell, Some(desk.cell("pl1.b1.2")));
    assert_eq!(
        ratio.words().vi,
        "Dòng tự tính: bản dán 75,5 – tính được 51,22."
    );
    assert_eq!(
        ratio.words().en,
        "Computed: the table says 75,5, computed is 51,22."
    );
    assert_eq!(plan.aside.len(), 2);
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
}

#[test]
fn where_the_officer_stands_does_not_matter_to_a_table_with_labels() {
    let mut desk = Desk::cchc();
    let (_, plan) = best(&desk, "pl2.b2.1.1", WORD, "");
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.2.1"), "41");
    // Appendix II has the same tasks under other codes; the codes decide.
    assert_eq!(*desk.entry("pl2.b1.1.1"), Entry::Blank);
}

#[test]
fn a_block_of_excel_without_a_heading_is_known_by_what_stands_in_it() {
    let mut desk = Desk::cchc();
    let (way, plan) = best(&desk, "pl2.b2.1.1", EXCEL, "");
    assert_eq!(way, Way::ByName);
    assert_eq!(
        plan.aside
            .iter()
            .filter(|aside| aside.why == Why::NoLine)
            .count(),
        0
    );
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl2.b2.1.4"), "2.197");
    assert_eq!(desk.value("pl2.b2.1.4.1"), "1.777");
    assert_eq!(desk.value("pl2.b2.3.1.1"), "11.647");
    // 71.3 stands there as the share of 3.1, and so it is computed.
    let told = aside(&desk, &plan);
    assert!(
        told.iter()
            .any(|told| told.starts_with("pl2.b2.3.1: 71.3 Computed")
                && told.contains("agrees: true")),
        "{told:?}"
    );
}

#[test]
fn codes_alone_are_those_of_the_sheet_in_which_the_officer_stands() {
    for (html, text) in [(LIBREOFFICE, ""), ("", LIBREOFFICE_TEXT)] {
        let mut desk = Desk::cchc();
        let (way, plan) = best(&desk, "pl1.b1.1", html, text);
        assert_eq!(way, Way::ByName);
        put(&mut desk, &plan);
        assert_eq!(desk.value("pl1.b1.2"), "51,22");
        assert_eq!(desk.value("pl1.b1.4.1"), "20");
        assert_eq!(desk.value("pl1.b1.3.1"), "unreadable: Dự kiến 02");
    }
}

#[test]
fn codes_are_the_same_with_dots_brackets_and_commas() {
    let mut desk = Desk::cchc();
    let (_, plan) = best(
        &desk,
        "pl1.b1.1",
        "",
        " 2.1. \t41\n2,2\t21\n(3.3.1)\t4\n4.1\t20",
    );
    put(&mut desk, &plan);
    for (row, value) in [("2.1", "41"), ("2.2", "21"), ("3.3.1", "4"), ("4.1", "20")] {
        assert_eq!(desk.value(&format!("pl1.b1.{row}")), value);
    }
}

#[test]
fn whole_numbers_are_figures_and_no_codes() {
    let desk = Desk::cchc();
    let (way, plan) = best(&desk, "pl1.b1.4.1", "", "1\t2\n2\t3\n3\t4\n4\t5");
    assert_ne!(way, Way::ByName);
    assert_eq!(planned(&desk, &plan, "pl1.b1.4.1").text, "1");
}

#[test]
fn the_words_above_a_table_name_its_sheet_where_only_codes_stand_in_it() {
    let mut desk = Desk::cchc();
    let html = "<p><b>Biểu mẫu 4</b></p><table><tr><td>TT<td>Số liệu<tr><td>1.1<td>5<tr><td>4.4<td>1</table>";
    let (_, plan) = best(&desk, "pl1.b1.1", html, "");
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b4.1.1"), "5");
    assert_eq!(desk.value("pl1.b4.4.4"), "1");
}

#[test]
fn a_web_page_is_found_by_its_labels() {
    let mut desk = Desk::cchc();
    let (_, plan) = best(&desk, "pl1.b1.1", WEB, "");
    // The footnote makes the figure unreadable instead of ten times as much.
    assert_eq!(planned(&desk, &plan, "pl1.b3.2.1").how, How::Unreadable);
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b3.2.2"), "1.198");
}

#[test]
fn labels_alone_find_their_lines_with_or_without_diacritics() {
    let mut desk = Desk::cchc();
    let text = "So nhiem vu de ra trong ke hoach\t41\nSỐ NHIỆM VỤ ĐÃ HOÀN THÀNH\t21\nTổng số nhiệm vụ được giao\t20\n";
    let (way, plan) = best(&desk, "pl1.b1.1", "", text);
    assert_eq!(way, Way::ByName);
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
    assert_eq!(desk.value("pl1.b1.4.1"), "20");
}

#[test]
fn the_same_label_in_two_places_is_taken_in_printed_order() {
    let mut desk = Desk::cchc();
    let text = "Tổng số hồ sơ TTHC đã giải quyết xong\t11.647\nSố hồ sơ TTHC giải quyết đúng hạn\t8.304\nTổng số hồ sơ TTHC đã giải quyết xong\t80\nSố hồ sơ TTHC giải quyết đúng hạn\t70\n";
    let (_, plan) = best(&desk, "pl2.b2.1.1", "", text);
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl2.b2.3.1"), "71,3");
    assert_eq!(desk.value("pl2.b2.3.2"), "87,5");
}

#[test]
fn a_row_that_may_be_another_one_is_shown_and_not_ticked() {
    let desk = Desk::cchc();
    let text = "TT\tNội dung\tSố liệu\n2.1\tSố lượt truy cập cổng thông tin\t99\n2.9\tSố nhiệm vụ đã hoàn thành tốt\t21\n4.2\tSố nhiệm vụ đã hoàn thành đúng hạn\t12\n9.9\tViệc khác\t5\n";
    let (_, plan) = best(&desk, "pl1.b1.1", "", text);
    let other = planned(&desk, &plan, "pl1.b1.2.1");
    assert_eq!(
        (other.doubt, other.is_wanted),
        (Some(Doubt::OtherLabel), false)
    );
    let near = planned(&desk, &plan, "pl1.b1.2.2");
    assert_eq!(
        (near.doubt, near.is_wanted),
        (Some(Doubt::OtherCode), false)
    );
    assert!(planned(&desk, &plan, "pl1.b1.4.2").is_wanted);
    assert_eq!(aside(&desk, &plan), ["9.9 Việc khác: 5 NoLine"]);
    assert!(
        other
            .words()
            .unwrap()
            .vi
            .starts_with("Trùng mã nhưng khác tên")
    );
}

#[test]
fn lines_without_a_code_of_their_own_are_found_by_their_labels() {
    let mut desk = Desk::on(cchc_2021());
    let text = "TT\tChỉ tiêu\tĐơn vị tính\tKết quả\n3.1.3.\tTổng số TTHC đang có hiệu lực\tThủ tục\t2.000\nTrong đó\tSố TTHC cấp tỉnh:\tThủ tục\t1.500\n\tSố TTHC cấp huyện:\tThủ tục\t300\n\tSố TTHC cấp xã:\tThủ tục\t200\n";
    let (_, plan) = best(&desk, "1.1.1", "", text);
    assert!(plan.rows.iter().all(|row| row.doubt.is_none()));
    put(&mut desk, &plan);
    let figures: Vec<String> = plan
        .rows
        .iter()
        .map(|row| desk.value(desk.row_id(row.cell)))
        .collect();
    assert_eq!(figures, ["2.000", "1.500", "300", "200"]);
}

#[test]
fn a_heading_in_two_rows_with_numbers_below_it_is_understood() {
    let mut desk = Desk::cchc();
    let text = "TT\tChỉ tiêu thống kê\tKết quả thống kê\t\tGhi chú\n\t\tĐơn vị tính\tSố liệu\t\nA\tB\t1\t2\t3\n2.1\tSố nhiệm vụ đề ra trong kế hoạch\tNhiệm vụ\t41\tQĐ 15\n";
    let (_, plan) = best(&desk, "pl1.b1.1", "", text);
    assert_eq!((plan.rows.len(), plan.aside.len()), (1, 0));
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.2.1"), "41");
    assert_eq!(desk.session.note(desk.cell("pl1.b1.2.1")), "QĐ 15");
}

#[test]
fn of_several_columns_of_figures_each_can_be_chosen() {
    let desk = Desk::cchc();
    let text = "TT\tChỉ tiêu\tKỳ trước\tKỳ này\n2.1\tSố nhiệm vụ đề ra trong kế hoạch\t38\t41\n2.2\tSố nhiệm vụ đã hoàn thành\t30\t21\n";
    let ways = pasted(&desk, "pl1.b1.1", "", text);
    let names: Vec<(Way, &str)> = ways
        .iter()
        .map(|(choice, _)| (choice.way, choice.name.as_str()))
        .collect();
    assert_eq!(
        names[..2],
        [(Way::ByName, "Kỳ này"), (Way::ByName, "Kỳ trước")]
    );
    assert_eq!(planned(&desk, &ways[0].1, "pl1.b1.2.1").text, "41");
    assert_eq!(planned(&desk, &ways[1].1, "pl1.b1.2.1").text, "38");
    assert_eq!(
        ways[1].0.words().vi,
        "Theo mã và tên chỉ tiêu, lấy cột “Kỳ trước”"
    );
}

#[test]
fn several_tables_go_to_their_sheets_and_one_that_goes_on_keeps_its_columns() {
    let mut desk = Desk::cchc();
    let html = "<p>Biểu mẫu 1</p><table><tr><th>TT<th>Chỉ tiêu thống kê<th>Đơn vị tính<th>Số liệu\
        <tr><td>2.1<td>Số nhiệm vụ đề ra trong kế hoạch<td>Nhiệm vụ<td>41</table>\
        <table><tr><td>2.2<td>Số nhiệm vụ đã hoàn thành<td>Nhiệm vụ<td>21</table>\
        <p>Biểu mẫu 2</p><table><tr><th>TT<th>Chỉ tiêu thống kê<th>Đơn vị tính<th>Số liệu\
        <tr><td>1.1<td>Số VBQPPL do cấp tỉnh ban hành<td>Văn bản<td>9</table>";
    let (_, plan) = best(&desk, "pl1.b5.1.1", html, "");
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
    assert_eq!(desk.value("pl1.b2.1.1"), "9");
}
