//! The log of changes: its lines in words, and its table.

use crate::desk::Desk;
use bieumau::exchange::{changes_csv, changes_name};
use bieumau::report::{ChangeSet, How};
use bieumau::words::Language;

/// One of each kind of change, at 02:00, 02:01, …
fn course() -> Desk {
    let mut desk = Desk::cchc();
    let mut minute = 0;
    let mut pass = |desk: &mut Desk| {
        desk.session
            .touch(&format!("2026-03-10T02:{minute:02}:00Z"));
        desk.session.rest();
        minute += 1;
    };
    desk.enter("pl1.b1.2.1", "41");
    pass(&mut desk);
    desk.enter("pl1.b1.2.2", "=1+1");
    let note = desk.cell("pl1.b1.2.2");
    pass(&mut desk);
    desk.session.set_note(note, "\"-2\", gồm\ncả xã");
    pass(&mut desk);
    let cells = ["pl1.b1.1", "pl1.b1.2.2"].map(|row| desk.cell(row));
    desk.session.step(How::Pasted, |session| {
        let mut all = ChangeSet::default();
        for cell in cells {
            all.join(session.enter(cell, "5"));
        }
        all
    });
    pass(&mut desk);
    desk.session.undo();
    pass(&mut desk);
    desk.session.redo();
    pass(&mut desk);
    desk.enter("pl1.b1.2.1", "");
    pass(&mut desk);
    desk.session.confirm_blank(desk.cell("pl1.b1.2.1"), true);
    pass(&mut desk);
    desk.session.set_not_applicable(desk.cell("pl1.b1.6"), true);
    pass(&mut desk);
    desk
}

#[test]
fn the_table_tells_when_where_what_from_to_and_how() {
    let desk = course();
    let moment = |utc: &str| utc[11..16].to_owned();
    let text = changes_csv(&desk.session, Language::Vi, &moment);
    let label = |row: &str| {
        let form = &desk.session.form().form;
        form.row(desk.cell(row)).unwrap().label.vi.clone()
    };
    let (plan, done) = (label("pl1.b1.2.1"), label("pl1.b1.2.2"));
    let (count, last) = (label("pl1.b1.1"), label("pl1.b1.6"));
    let b = "Phụ lục I, Biểu mẫu 1";
    let lines = [
        "Thời điểm;Biểu;Dòng;Nội dung;Từ;Thành;Cách".to_owned(),
        format!("02:08;{b};6;{last};;Không phát sinh;chọn"),
        format!("02:07;{b};\"\u{a0}2.1\";{plan};;Để trống có xác nhận;xác nhận"),
        format!("02:06;{b};\"\u{a0}2.1\";{plan};41;;nhập"),
        format!("02:05;{b};1;{count};;5;làm lại: dán"),
        format!("02:05;{b};\"\u{a0}2.2\";{done};'=1+1;5;làm lại: dán"),
        format!("02:04;{b};1;{count};5;;hoàn tác: dán"),
        format!("02:04;{b};\"\u{a0}2.2\";{done};5;'=1+1;hoàn tác: dán"),
        format!("02:03;{b};1;{count};;5;dán"),
        format!("02:03;{b};\"\u{a0}2.2\";{done};'=1+1;5;dán"),
        format!("02:02;{b};\"\u{a0}2.2\";ghi chú;;\"\"\"-2\"\", gồm\ncả xã\";nhập"),
        format!("02:01;{b};\"\u{a0}2.2\";{done};;'=1+1;nhập"),
        format!("02:00;{b};\"\u{a0}2.1\";{plan};;41;nhập"),
    ];
    let told = text.strip_prefix('\u{feff}').unwrap();
    assert_eq!(told, lines.join("\r\n") + "\r\n");
    let english = changes_csv(&desk.session, Language::En, &moment);
    assert!(english.contains(";Appendix I, Form 1;1;"), "{english}");
    assert!(english.contains(";Not applicable;chosen\r\n"));
    assert!(english.contains(";undone: pasted\r\n"));
    assert_eq!(
        changes_name(desk.session.report()),
        "cchc-2026_x-van-phong-ubnd-tinh_2026Q1_nhat-ky.csv"
    );
}

#[test]
fn what_a_spreadsheet_would_compute_is_a_text() {
    let mut desk = Desk::cchc();
    let note = desk.cell("pl1.b1.1");
    for (text, written) in [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+84 212", "'+84 212"),
        ("-5,25", "-5,25"),
        ("-5 hồ sơ", "'-5 hồ sơ"),
        ("--5", "'--5"),
        ("-", "'-"),
        ("@x", "'@x"),
        ("\t=1", "\"'\t=1\""),
        ("\r=1", "\"'\r=1\""),
        ("a=1", "a=1"),
    ] {
        desk.session.set_note(note, text);
        desk.session.rest();
        let csv = changes_csv(&desk.session, Language::Vi, &|_| String::new());
        assert!(
            csv.contains(&format!(";{written};nhập\r\n")),
            "{text}: {csv}"
        );
    }
}

#[test]
fn a_step_says_what_it_would_take_back() {
    let mut desk = course();
    let mut said = Vec::new();
    while let Some(step) = desk.session.can_undo() {
        said.push(desk.session.told_of_turn(step));
        desk.session.undo();
    }
    let b = "Phụ lục I, Biểu mẫu 1";
    let vi: Vec<&str> = said.iter().map(|said| said.vi.as_str()).collect();
    assert_eq!(
        vi,
        [
            format!("chọn Không phát sinh ({b}, dòng 6)"),
            format!("xác nhận để trống ({b}, dòng 2.1)"),
            format!("xóa ({b}, dòng 2.1)"),
            "dán, 2 chỗ".to_owned(),
            format!("nhập \"-2\", gồm\ncả xã ({b}, dòng 2.2)"),
            format!("nhập =1+1 ({b}, dòng 2.2)"),
            format!("nhập 41 ({b}, dòng 2.1)"),
        ]
    );
    assert_eq!(
        said[0].en,
        "chosen Not applicable (Appendix I, Form 1, row 6)"
    );
    let redo = desk.session.can_redo().unwrap();
    assert_eq!(
        desk.session.told_of_turn(redo).en,
        "typed 41 (Appendix I, Form 1, row 2.1)"
    );
}
