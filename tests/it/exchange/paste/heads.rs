//! Which rows name the columns, and which column is taken: a row of figures is never one that names them.

use super::{aside, best, pasted, planned, put};
use crate::desk::Desk;
use bieumau::exchange::paste::Way;
use bieumau::report::Entry;

#[test]
fn a_row_whose_words_are_those_of_headings_is_a_row_all_the_same() {
    for row in [
        "1.5.\tTổng số đơn vị sự nghiệp công lập (ĐVSNCL) tại địa phương\tĐơn vị\t12\tSố liệu đến 09/3",
        "\tTổng số đơn vị sự nghiệp công lập (ĐVSNCL) tại địa phương\tĐơn vị\t12\tSố liệu đến 09/3",
        "1.5.\tTổng số đơn vị sự nghiệp công lập (ĐVSNCL) tại địa phương\tĐơn vị\t12\tNo",
    ] {
        let desk = Desk::cchc();
        let text = format!(
            "TT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú\n{row}\n\
             1.5.1\tSố ĐVSNCL thuộc UBND tỉnh\tĐơn vị\t4\tQĐ 15\n"
        );
        let (way, plan) = best(&desk, "pl1.b3.1.1", "", &text);
        assert_eq!(way, Way::ByName, "{row}");
        let typed = planned(&desk, &plan, "pl1.b3.1.5.1");
        assert_eq!(
            (typed.text.as_str(), typed.note.as_deref()),
            ("4", Some("QĐ 15"))
        );
        assert!(
            aside(&desk, &plan)
                .iter()
                .any(|told| told.starts_with("pl1.b3.1.5: 12 "))
                || plan
                    .rows
                    .iter()
                    .any(|row| desk.row_id(row.cell) == "pl1.b3.1.5" && row.text == "12"),
            "{row}"
        );
    }
}

#[test]
fn a_row_without_a_figure_keeps_its_place() {
    for (first, text) in [
        ("No", "No\n120\n7\n"),
        ("Số liệu chưa có", "Số liệu chưa có\n120\n7\n"),
        ("", "\tSố liệu chưa có\n120\tQĐ 15\n7\t\n"),
        ("", "Đơn vị\t\nĐơn vị\t120\nĐơn vị\t7\n"),
        (
            "",
            "Tổng số\tĐơn vị\t\tSố liệu chưa có\nTrong đó\tĐơn vị\t120\t\nKhác\tĐơn vị\t7\t\n",
        ),
    ] {
        let mut desk = Desk::cchc();
        let (_, plan) = best(&desk, "pl1.b1.4.1", "", text);
        put(&mut desk, &plan);
        let read = *desk.entry("pl1.b1.4.1") != Entry::Blank;
        assert_eq!(read, !first.is_empty(), "{text:?}");
        assert_eq!(desk.value("pl1.b1.4.2"), "120", "{text:?}");
        assert_eq!(desk.value("pl1.b1.4.3"), "7", "{text:?}");
    }
}

#[test]
fn the_name_of_a_column_may_tell_its_period() {
    for name in [
        "Số liệu",
        "Số liệu quý I/2026",
        "KẾT QUẢ THỰC HIỆN KỲ NÀY",
        "Figures (2026)",
    ] {
        let mut desk = Desk::cchc();
        let (_, plan) = best(&desk, "pl1.b1.4.1", "", &format!("{name}\n20\n12\n"));
        put(&mut desk, &plan);
        assert_eq!(desk.value("pl1.b1.4.1"), "20", "{name}");
        assert_eq!(desk.value("pl1.b1.4.2"), "12", "{name}");
    }
}

/// Two sheets; in the second nothing has been filled for this quarter yet.
#[test]
fn a_column_is_chosen_by_its_heading_on_every_sheet() {
    for names in ["Kỳ trước\tKỳ này", "Quý IV/2025\tQuý I/2026"] {
        let desk = Desk::cchc();
        let text = format!(
            "<p>Biểu mẫu 1</p>{}<p>Biểu mẫu 2</p>{}",
            table(&format!(
                "TT\tChỉ tiêu\t{names}\n2.1\tSố nhiệm vụ đề ra trong kế hoạch\t38\t41\n2.2\tSố nhiệm vụ đã hoàn thành\t30\t21\n4.1\tTổng số nhiệm vụ được giao\t17\t20"
            )),
            table(&format!(
                "TT\tChỉ tiêu\t{names}\n1.1\tSố VBQPPL do cấp tỉnh ban hành\t9\t"
            )),
        );
        let (last, this) = names.split_once('\t').unwrap();
        let ways = pasted(&desk, "pl1.b1.1", &text, "");
        let of = |name: &str| {
            let mut ways = ways.iter();
            let found = ways.find(|(choice, _)| choice.way == Way::ByName && choice.name == name);
            &found.unwrap_or_else(|| panic!("{name} is not offered")).1
        };
        assert_eq!(planned(&desk, of(last), "pl1.b2.1.1").text, "9");
        assert_eq!(planned(&desk, of(last), "pl1.b1.2.1").text, "38");
        assert_eq!(planned(&desk, of(this), "pl1.b1.2.1").text, "41");
        let b2 = desk.cell("pl1.b2.1.1");
        assert!(of(this).rows.iter().all(|row| row.cell != b2), "{names}");
    }
}

/// A table of one sheet in which this quarter is still blank says whose figures it would take.
#[test]
fn a_blank_column_of_this_quarter_is_not_passed_over_in_silence() {
    let desk = Desk::cchc();
    let text = "TT\tChỉ tiêu\tQuý IV/2025\tQuý I/2026\n2.1\tSố nhiệm vụ đề ra trong kế hoạch\t38\t\n2.2\tSố nhiệm vụ đã hoàn thành\t30\t\n";
    let ways = pasted(&desk, "pl1.b1.1", "", text);
    let names: Vec<&str> = ways
        .iter()
        .map(|(choice, _)| choice.name.as_str())
        .collect();
    assert_eq!(names[..2], ["Quý IV/2025", "Quý I/2026"]);
}

/// Rows with tabs between their cells as a table of a web page.
fn table(text: &str) -> String {
    let row = |row: &str| format!("<tr><td>{}", row.replace('\t', "<td>"));
    let rows: Vec<String> = text.lines().map(row).collect();
    format!("<table>{}</table>", rows.concat())
}
