//! What the preview tells: how texts were read, what is not taken, what would contradict.

use super::{at, best, planned, put};
use crate::desk::{Desk, cchc};
use bieumau::exchange::paste::{How, apply, findings, shortened, title, ways};
use bieumau::exchange::table::{read_clipboard, read_html};
use bieumau::number::{Decimal, Meaning};
use bieumau::report::{Entry, Severity};

fn plan_of(desk: &Desk, row: &str, text: &str) -> bieumau::exchange::paste::PastePlan {
    best(desk, row, "", text).1
}

#[test]
fn what_was_understood_is_told_beside_its_row() {
    let desk = Desk::cchc();
    let plan = plan_of(&desk, "pl1.b6.2", "28.6%\n6.238 văn bản\n\n71.3\n71.297\n");
    let how = |row: &str| planned(&desk, &plan, row).how.clone();
    let words = |row: &str| planned(&desk, &plan, row).words().map(|words| words.vi);
    assert_eq!(
        how("pl1.b6.2"),
        How::Understood(Decimal::new(286, 1).unwrap())
    );
    assert_eq!(words("pl1.b6.2").unwrap(), "“28.6%” hiểu là 28,6.");
    assert_eq!(words("pl1.b6.3").unwrap(), "“6.238 văn bản” hiểu là 6.238.");
    assert_eq!(words("pl1.b6.3.1.1").unwrap(), "“71.3” hiểu là 71,3.");
    // Thousands or a fraction: asked about at the row, never guessed.
    assert!(matches!(how("pl1.b6.3.1.2"), How::Asked(meanings) if meanings.len() == 2));
    assert_eq!(
        words("pl1.b6.3.1.2").unwrap(),
        "Chưa rõ nghĩa, sẽ hỏi lại ở ô: 71,297 hay 71.297?"
    );
}

#[test]
fn no_text_gets_past_the_reading_that_typing_goes_through() {
    for text in ["-", "Không", "= b/a*100", "12a", "1.5", "####", "a"] {
        let mut pasted = Desk::cchc();
        let plan = plan_of(&pasted, "pl1.b1.4.1", &format!("{text}\n3"));
        put(&mut pasted, &plan);
        let mut typed = Desk::cchc();
        typed.enter("pl1.b1.4.1", text);
        assert_eq!(
            pasted.entry("pl1.b1.4.1"),
            typed.entry("pl1.b1.4.1"),
            "{text}"
        );
        assert!(
            planned(&pasted, &plan, "pl1.b1.4.1").is_unreadable(),
            "{text}"
        );
        assert!(
            pasted
                .findings()
                .contains(&"unreadable: pl1.b1.4.1".to_owned())
        );
    }
}

#[test]
fn options_are_read_as_their_words_or_codes() {
    for (text, code) in [
        ("Có", "1"),
        ("KHÔNG = 0", "0"),
        ("1", "1"),
        ("co", "1"),
        ("Yes", "1"),
    ] {
        let mut desk = Desk::cchc();
        let plan = plan_of(&desk, "pl1.b1.5", &format!("{text}\n100"));
        put(&mut desk, &plan);
        assert_eq!(
            *desk.entry("pl1.b1.5"),
            Entry::Choice(code.to_owned()),
            "{text}"
        );
    }
    let desk = Desk::cchc();
    let plan = plan_of(&desk, "pl1.b1.5", "Có\n100");
    let words = planned(&desk, &plan, "pl1.b1.5").words().unwrap();
    assert_eq!(words.vi, "“Có” ứng với lựa chọn 1.");
}

#[test]
fn not_applicable_comes_in_words() {
    let mut desk = Desk::cchc();
    let plan = plan_of(&desk, "pl1.b1.4.1", "Không phát sinh\n1");
    assert_eq!(planned(&desk, &plan, "pl1.b1.4.1").how, How::NotApplicable);
    put(&mut desk, &plan);
    assert_eq!(*desk.entry("pl1.b1.4.1"), Entry::NotApplicable);
}

#[test]
fn an_empty_cell_empties_a_row_only_where_it_is_ticked() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.4.2", "12");
    let plan = plan_of(&desk, "pl1.b1.4.1", "20\n\n0");
    let empty = planned(&desk, &plan, "pl1.b1.4.2");
    assert_eq!((&empty.how, empty.is_wanted), (&How::Empty, false));
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.4.2"), "12");
    apply(&mut desk.session, &plan, &[true, true, true]);
    assert_eq!(*desk.entry("pl1.b1.4.2"), Entry::Blank);
    assert_eq!(desk.value("pl1.b1.4.1"), "20");
}

#[test]
fn a_text_that_cannot_be_read_takes_the_place_of_none_that_can() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.4.1", "20");
    let plan = plan_of(&desk, "pl1.b1.4.1", "####\n####");
    assert!(!planned(&desk, &plan, "pl1.b1.4.1").is_wanted);
    assert!(planned(&desk, &plan, "pl1.b1.4.2").is_wanted);
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.4.1"), "20");
    assert_eq!(desk.value("pl1.b1.4.2"), "unreadable: ####");
}

#[test]
fn the_title_counts_what_becomes_of_every_cell() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.4.3", "0");
    let plan = plan_of(
        &desk,
        "pl1.b1.4.1",
        "20\nkhoảng 12\n0\n0\n1\n100\n1\n1\n5\n6",
    );
    let words = title(&plan, &plan.wanted()).words();
    assert_eq!(
        words.vi,
        "Dán 10 ô: 6 thay đổi, 1 không đọc được, 1 giữ nguyên, 2 bỏ qua"
    );
    assert_eq!(
        words.en,
        "Paste 10 cells: 6 changed, 1 cannot be read, 1 unchanged, 2 left out"
    );
    let nothing = vec![false; plan.rows.len()];
    assert_eq!(title(&plan, &nothing).words().vi, "Dán 10 ô: 10 bỏ qua");
}

#[test]
fn contradictions_that_a_paste_would_bring_are_told_before_it() {
    let mut desk = Desk::cchc();
    let plan = plan_of(&desk, "pl1.b1.2.1", "21\n41");
    let wanted = plan.wanted();
    let found = findings(&desk.session, &plan, &wanted);
    assert_eq!(found.come.len(), 1);
    assert_eq!(found.come[0].0, Severity::Error);
    assert!(found.come[0].1.vi.contains("41") && found.come[0].1.en.contains("21"));
    assert_eq!(findings(&desk.session, &plan, &[false, false]).come, []);
    // And mended the other way round.
    put(&mut desk, &plan);
    let plan = plan_of(&desk, "pl1.b1.2.1", "41\n21");
    let found = findings(&desk.session, &plan, &plan.wanted());
    assert_eq!((found.come.len(), found.go), (0, 1));
}

#[test]
fn a_paste_is_taken_back_and_done_again_as_a_whole() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.2.1", "38");
    let before = desk.session.report().entries.clone();
    let plan = plan_of(&desk, "pl1.b1.2.1", "41\tQĐ 15\n21\nDự kiến 02\n");
    put(&mut desk, &plan);
    let after = desk.session.report().entries.clone();
    assert_eq!(after.len(), 3);
    let step = desk.session.can_undo().unwrap();
    assert_eq!(
        (step.how, step.changes.len()),
        (bieumau::report::How::Pasted, 3)
    );
    desk.session.undo().unwrap();
    assert_eq!(desk.session.report().entries, before);
    assert_eq!(desk.value("pl1.b1.2"), "missing");
    desk.session.redo().unwrap();
    assert_eq!(desk.session.report().entries, after);
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
}

#[test]
fn trying_leaves_the_report_alone() {
    let desk = Desk::quarter_one();
    let before = desk.session.report().clone();
    let revision = desk.session.revision();
    let blocks = read_clipboard("", "1\n2\n3");
    let plan = ways(&desk.session, &blocks, at(&desk, "pl1.b1.1"))
        .remove(0)
        .1;
    findings(&desk.session, &plan, &plan.wanted());
    assert_eq!(*desk.session.report(), before);
    assert_eq!(desk.session.revision(), revision);
}

#[test]
fn a_row_fed_by_the_ledger_is_compared_and_not_typed_over() {
    let mut desk = Desk::cchc();
    for (row, figure) in [
        ("ledger.2.3", "510"),
        ("ledger.2.3.1", "300"),
        ("ledger.2.3.2", "200"),
        ("ledger.2.3.3", "10"),
    ] {
        desk.enter(row, figure);
    }
    assert_eq!(desk.value("pl2.b2.3.2.1"), "510");
    let plan = plan_of(&desk, "pl2.b2.1.1", "3.2.1.\t500\n3.2.2.\t500\n3.3.1\t4\n");
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl2.b2.3.2.1"), "510");
    assert_eq!(*desk.entry("pl2.b2.3.2.1"), Entry::Blank);
    assert_eq!(
        plan.aside[0].words().vi,
        "Dòng tự tính: bản dán 500 – tính được 510."
    );
    assert_eq!(desk.value("pl2.b2.3.3.1"), "4");
}

#[test]
fn what_was_cut_or_hidden_is_told() {
    let html = "<table><tr style='display:none'><td>1<tr><td>2<tr><td>3</table>";
    assert_eq!(
        shortened(&read_html(html))[0].vi,
        "Có 1 hàng ẩn trong bảng; hàng ẩn không được dán."
    );
    let many = read_clipboard("", &"1\n".repeat(3_000));
    assert!(shortened(&many)[0].vi.contains("2000 hàng và 60 cột đầu"));
    assert!(shortened(&read_clipboard("", "1\n2")).is_empty());
}

#[test]
fn every_word_of_the_preview_exists_in_both_languages() {
    let desk = Desk::quarter_one();
    let text = "TT\tChỉ tiêu\tSố liệu\n2\tx\t5\n2.1\tkhác hẳn\t-\n2.2\t\t71.3\n2.2\t\t1\n3\t\t7\n9\t\t8\n3.3\t\t1\n5\t\tCó\n";
    let blocks = read_clipboard("", text);
    let form = &cchc().form;
    let mut said = Vec::new();
    for (choice, plan) in ways(&desk.session, &blocks, at(&desk, "pl1.b1.1")) {
        said.push(choice.words());
        said.extend(plan.rows.iter().filter_map(|row| row.words()));
        said.extend(plan.aside.iter().map(|aside| aside.words()));
        said.extend(
            plan.aside
                .iter()
                .filter(|aside| aside.cell.is_some())
                .map(|aside| aside.place(form)),
        );
    }
    assert!(said.len() > 8);
    for words in said {
        assert!(
            !words.vi.is_empty() && !words.en.is_empty() && words.vi != words.en,
            "{words:?}"
        );
        assert!(
            !words.vi.contains("{}") && !words.en.contains("{}"),
            "{words:?}"
        );
    }
    let asked = How::Asked(vec![Meaning::NotApplicable]);
    assert_ne!(asked, How::Unreadable);
}
