//! What the printed form shows, and where its pages end.

use super::Desk;
use crate::desk::{cchc, cchc_2021, kl226};
use crate::scenario::course::{LATEST, complete, explain};
use bieumau::exchange::paper::{
    Appendix, Line, Paper, Placed, TableSize, WIDTH, empty_paper, pages, paper,
};
use bieumau::report::{OpenForm, Session, State};
use bieumau::words::Language;
use proptest::prelude::*;
use std::sync::Arc;

fn at(moment: &str) -> String {
    format!("[{moment}]")
}

fn printed(session: &Session) -> Paper {
    paper(session, Language::Vi, &at)
}

/// The line of a code in a table of an appendix.
fn line<'a>(appendix: &'a Appendix, table: usize, code: &str) -> &'a Line {
    let mut lines = appendix.tables[table].lines.iter();
    lines.find(|line| line.cells[0] == code).unwrap()
}

#[test]
fn the_first_quarter_prints_two_appendices_with_eight_forms() {
    let desk = Desk::quarter_one();
    let paper = printed(&desk.session);
    let [first, second] = &paper.appendices[..] else {
        panic!("{} appendices", paper.appendices.len());
    };
    assert_eq!((first.name.as_str(), first.tables.len()), ("Phụ lục I", 6));
    assert_eq!(
        (second.name.as_str(), second.tables.len()),
        ("Phụ lục II", 2)
    );
    let lines = paper.appendices.iter().flat_map(|it| &it.tables);
    assert_eq!(lines.map(|table| table.lines.len()).sum::<usize>(), 127);
    assert_eq!(
        first.title,
        "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH"
    );
    assert_eq!(first.tables[0].name, "Biểu mẫu 1");
    assert_eq!(first.tables[0].title, "Công tác chỉ đạo điều hành CCHC");
    // Typed, computed, unreadable, without a value, and a choice with its options as the forms print them.
    assert_eq!(line(first, 0, "2.1").cells[3], "41");
    assert_eq!(line(first, 0, "2").cells[3], "51,22");
    assert_eq!(line(first, 0, "3.1").cells[3], "Dự kiến 02");
    assert_eq!(line(first, 0, "3.3").cells[3], "— (mẫu số bằng 0)");
    assert_eq!(
        line(first, 0, "6.").cells[2],
        "Không\u{a0}=\u{a0}0\nCó\u{a0}=\u{a0}1"
    );
    assert!(line(first, 0, "3").is_heading);
    assert!(
        line(first, 0, "2").cells[1].ends_with("(mẫu số: số nhiệm vụ đề ra trong kế hoạch)"),
        "{:?}",
        line(first, 0, "2").cells
    );
}

#[test]
fn number_and_day_are_left_blank_for_the_clerk() {
    let desk = Desk::quarter_one();
    let head = &printed(&desk.session).appendices[0];
    let attached = head.attached.replace('\u{a0}', "");
    let name = &desk.session.report().agency.name;
    assert_eq!(
        attached,
        format!("(Kèm theo Báo cáo số /BC- ngày  tháng  năm 2026 của {name})")
    );
    assert_eq!(
        head.whose,
        format!("QUÝ I NĂM 2026 CỦA {}", name.to_uppercase())
    );
    assert_eq!(
        head.facts,
        [
            "Số liệu từ ngày 15/12/2025 đến hết ngày 09/3/2026.",
            "Bản nháp, chưa xác nhận hoàn thành."
        ]
    );
}

#[test]
fn the_symbol_of_a_peoples_committee_is_known() {
    for (name, symbol) in [
        ("UBND phường Tô Hiệu", "/BC-UBND "),
        ("Ủy ban nhân dân xã Chiềng La", "/BC-UBND "),
        ("Sở Nội vụ", "/BC- "),
        ("Văn phòng UBND tỉnh", "/BC- "),
    ] {
        let mut report = Desk::quarter_one().session.report().clone();
        report.agency.name = name.to_owned();
        let paper = printed(&Session::open(cchc(), report));
        let attached = paper.appendices[0].attached.replace('\u{a0}', "");
        assert!(attached.contains(symbol), "{attached}");
    }
}

#[test]
fn an_empty_form_has_every_row_and_no_figure() {
    for form in [cchc(), cchc_2021(), kl226()] {
        for language in Language::ALL {
            let paper = empty_paper(&form.form, language);
            let tables: Vec<_> = paper.appendices.iter().flat_map(|it| &it.tables).collect();
            let lines = tables.iter().flat_map(|table| &table.lines);
            let printed: usize = form
                .form
                .printed_sheets()
                .map(|(_, it)| it.rows.len())
                .sum();
            assert_eq!(lines.clone().count(), printed);
            for line in lines {
                assert_eq!((line.cells[3].as_str(), line.cells[4].as_str()), ("", ""));
            }
            for table in tables {
                let widths: u32 = table.columns.iter().map(|column| column.width).sum();
                assert_eq!(widths, WIDTH);
                assert!(
                    table
                        .lines
                        .iter()
                        .all(|it| it.cells.len() == table.columns.len())
                );
            }
            assert!(paper.appendices[0].facts[0].contains("……"));
        }
    }
}

/// A report in which nothing is entered prints like an empty form, with its head filled in.
#[test]
fn a_new_report_prints_blank_shares() {
    let form: Arc<OpenForm> = cchc();
    let mut report = Desk::quarter_one().session.report().clone();
    report.entries.clear();
    let paper = printed(&Session::open(form, report));
    let lines = paper.appendices.iter().flat_map(|it| &it.tables);
    for line in lines.flat_map(|table| &table.lines) {
        assert_eq!(line.cells[3], "", "{:?}", line.cells);
    }
}

#[test]
fn reasons_and_later_changes_stand_on_a_last_page() {
    let mut desk = complete();
    assert_eq!(printed(&desk.session).appendices.len(), 1);
    desk.enter("done", "43");
    explain(&mut desk, "within", "Khảo sát trực tuyến từ năm trước.");
    assert_eq!(desk.session.report().state, State::Amended);
    desk.session.touch(LATEST);
    let paper = printed(&desk.session);
    assert!(
        paper.appendices[0]
            .facts
            .iter()
            .any(|fact| fact.contains("trang cuối"))
    );
    let last = paper.appendices.last().unwrap();
    assert_eq!(last.title, "GIẢI TRÌNH SỐ LIỆU");
    let [reasons, log] = &last.tables[..] else {
        panic!("{:?}", last.tables);
    };
    assert_eq!(
        reasons.lines[0].cells[2],
        "Khảo sát trực tuyến từ năm trước."
    );
    let first = &log.lines[0].cells;
    assert_eq!(
        (first[0].as_str(), first[1].as_str()),
        ("[2026-03-10T03:00:00Z]", "Xác nhận hoàn thành")
    );
    let second = &log.lines[1].cells;
    assert_eq!(second[1..], ["Biểu 1, dòng 1.2", "21", "43"]);
    let third = &log.lines[2].cells;
    assert!(third[1].ends_with("giải trình"), "{third:?}");
    assert_eq!(third[3], "Khảo sát trực tuyến từ năm trước.");
}

#[test]
fn a_report_without_reasons_and_changes_has_no_last_page() {
    assert_eq!(printed(&Desk::quarter_one().session).appendices.len(), 2);
}

// ── where pages end ──

fn table(heights: &[(u32, bool)]) -> TableSize {
    TableSize {
        caption: 10,
        head: 8,
        lines: heights.to_vec(),
    }
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    // Room for the head of the appendix (20), caption and head (18), and six lines of 10.
    let mut lines = [(10, false); 10];
    lines[5] = (10, true);
    let laid = pages(20, &[table(&lines)], 98);
    assert_eq!(
        laid,
        [
            [Placed {
                table: 0,
                lines: 0..5
            }],
            [Placed {
                table: 0,
                lines: 5..10
            }]
        ]
    );
}

#[test]
fn a_table_begins_where_its_first_line_fits_too() {
    let one = table(&[(10, false); 3]);
    // After the first table 50 is left: not enough for caption, head and a first line of 40.
    let other = table(&[(40, false)]);
    let laid = pages(0, &[one, other], 98);
    assert_eq!(laid.len(), 2);
    assert_eq!(
        laid[1],
        [Placed {
            table: 1,
            lines: 0..1
        }]
    );
}

proptest! {
    #[test]
    fn every_line_stands_on_one_page_in_order_and_no_page_overflows(
        first in 0..200_u32,
        tables in prop::collection::vec(
            prop::collection::vec((1..400_u32, prop::bool::weighted(0.2)), 0..40), 0..6),
        room in 250..1_000_u32,
    ) {
        let tables: Vec<TableSize> = tables.iter().map(|lines| table(lines)).collect();
        let laid = pages(first, &tables, room);
        let mut next = vec![0; tables.len()];
        for (number, page) in laid.iter().enumerate() {
            let mut taken = if number == 0 { first } else { 0 };
            let mut count = 0;
            for placed in page {
                let size = &tables[placed.table];
                prop_assert_eq!(placed.lines.start, next[placed.table]);
                next[placed.table] = placed.lines.end;
                if placed.lines.start == 0 {
                    taken += size.caption;
                }
                let lines = &size.lines[placed.lines.clone()];
                taken += size.head + lines.iter().map(|line| line.0).sum::<u32>();
                count += lines.len();
            }
            prop_assert!(taken <= room || count <= 1, "page {} takes {} of {}", number, taken, room);
        }
        for (size, done) in tables.iter().zip(next) {
            prop_assert_eq!(done, size.lines.len());
        }
    }
}
