//! What the words of deadlines mean.

use super::{LISTS, day, list};
use bieumau::period::day_id;
use bieumau::plan::{Deadline, days_in, read_day, read_deadline};
use std::collections::BTreeSet;

/// Every deadline of the four lists as printed, and what it means, judged by hand: year of the plan, words, meaning.
const PRINTED: &str = include_str!("../../fixtures/deadlines.tsv");

fn said(deadline: Deadline) -> String {
    match deadline {
        Deadline::Day(day) => day_id(day),
        Deadline::Recurring => "recurring".to_owned(),
        Deadline::Event => "event".to_owned(),
        Deadline::Words => "words".to_owned(),
        Deadline::None => "none".to_owned(),
    }
}

#[test]
fn every_printed_deadline_is_read_as_it_is_meant() {
    let mut known = BTreeSet::new();
    for line in PRINTED.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let year: i32 = cells[0].parse().unwrap();
        assert_eq!(
            said(read_deadline(cells[1], year)),
            cells[2],
            "{}",
            cells[1]
        );
        known.insert((year, cells[1].to_owned()));
    }
    for id in LISTS {
        let list = list(id);
        let year = list.year.unwrap();
        let deadlines = list.tasks.into_iter().flat_map(|task| task.products);
        for product in deadlines.filter(|product| !product.deadline.is_empty()) {
            let place = (year, product.deadline);
            assert!(known.contains(&place), "{id}: {place:?} is not judged");
        }
    }
}

#[test]
fn what_officers_type_is_read_the_same_way() {
    for (words, meaning) in [
        ("", "none"),
        ("   ", "none"),
        ("tháng 2/2028", "2028-02-29"),
        ("tháng 2", "2026-02-28"),
        ("Tháng 12 năm 2026", "2026-12-31"),
        ("quý 3", "2026-09-30"),
        ("QUÝ II", "2026-06-30"),
        ("15/5/2026", "2026-05-15"),
        ("ngày 15/5/2026", "2026-05-15"),
        ("ngày 15 tháng 5 năm 2026", "2026-05-15"),
        ("15/5", "2026-05-15"),
        ("trước ngày 15/5", "2026-05-14"),
        ("trước 01/01/2026", "2025-12-31"),
        ("Trước tháng 6/2026", "2026-05-31"),
        ("Trước quý IV/2026", "2026-09-30"),
        ("đến hết ngày 10/9/2026", "2026-09-10"),
        ("chậm nhất 20.11.2026", "2026-11-20"),
        ("hằng tháng, trước ngày 30/6/2026", "2026-06-29"),
        ("31/02/2026", "words"),
        ("tháng 13/2026", "words"),
        ("quý V/2026", "words"),
        ("Theo Nghị định 45/2020/NĐ-CP ngày 08/4/2020", "words"),
        ("6 tháng đầu năm 2026", "2026-06-30"),
        ("Báo cáo 09 tháng đầu năm", "2026-09-30"),
        ("Trong 6 tháng năm 2027", "2027-06-30"),
        ("6 tháng cuối năm 2026", "2026-12-31"),
        ("trước 6 tháng cuối năm 2026", "2026-06-30"),
        ("02 lần/năm (6 tháng/lần)", "recurring"),
        ("Báo cáo 6 tháng", "words"),
        ("Đầu năm 2027", "words"),
        ("giữa năm 2026", "words"),
        ("đầu quý II/2026", "words"),
        ("cuối năm 2026", "2026-12-31"),
        ("ngày 15 tháng 6", "2026-06-15"),
        ("Trước ngày 15 tháng 6", "2026-06-14"),
        ("Trước 15 tháng 6 năm 2027", "2027-06-14"),
        ("Hoàn thành ngày 15/6/2026", "2026-06-15"),
        ("Kế hoạch số 12/KH-UBND ngày 15 tháng 6", "words"),
        ("Kế hoạch số 12/KH-UBND ngày 15 tháng 6 năm 2025", "words"),
        ("Quý I, II/2026", "2026-06-30"),
        ("quý II và quý IV năm 2026", "2026-12-31"),
        ("Quý I - III", "2026-09-30"),
        ("trước quý II, III/2026", "2026-03-31"),
        ("Quý 1, 2/2026", "2026-06-30"),
        ("Quý I/2026 (02 báo cáo)", "2026-03-31"),
        ("quý I, 02 báo cáo", "2026-03-31"),
        ("Quý IV/2026, quý I/2027", "2027-03-31"),
        ("Khi có yêu cầu", "event"),
        ("Hằng tuần", "recurring"),
        ("không rõ", "words"),
    ] {
        assert_eq!(said(read_deadline(words, 2026)), meaning, "{words}");
    }
}

#[test]
fn no_words_stop_the_reader() {
    for words in [
        "/",
        "-",
        "//",
        "trước",
        "trước ngày",
        "tháng",
        "quý",
        "năm",
        "1/",
        "/1/",
        "1/1/",
        "1/1/1",
        "9999",
        "tháng 99999999999999999999",
        "năm 0000",
        "0/0/0000",
        "từ",
        "😀 quý 😀",
        "２０２６",
    ] {
        assert_eq!(read_deadline(words, 2026).day(), None, "{words}");
        assert_eq!(
            read_deadline(&words.repeat(200), i32::MAX).day(),
            None,
            "{words}"
        );
    }
}

#[test]
fn the_day_of_a_product_is_read_in_every_way_of_writing_it() {
    for text in [
        "09/3/2026",
        "9/3/2026",
        "9.3.2026",
        "09-03-2026",
        "2026-03-09",
        " ngày 9 tháng 3 năm 2026 ",
        "9/3",
        "9 tháng 3",
    ] {
        assert_eq!(read_day(text, 2026), Some(day("2026-03-09")), "{text}");
    }
    for text in [
        "",
        "9",
        "3/2026",
        "30/02/2026",
        "09/3/2026 và 10/3/2026",
        "hôm nay",
    ] {
        assert_eq!(read_day(text, 2026), None, "{text}");
    }
    assert_eq!(read_day("29/02", 2028), Some(day("2028-02-29")));
    assert_eq!(read_day("29/02", 2026), None);
}

#[test]
fn the_days_of_documents_in_a_note_are_found() {
    let note = "Đã hoàn thành (Quyết định số 2819/QĐ-UBND ngày 27 tháng 12 năm 2024; Quyết định số 473/QĐ-UBND ngày 28/02/2025)";
    assert_eq!(days_in(note), [day("2024-12-27"), day("2025-02-28")]);
    assert_eq!(
        days_in("Công văn 948/SGDĐT-VP, Thông tư 02/2017/TT-VPCP"),
        []
    );
}
