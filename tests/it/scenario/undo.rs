//! What an officer takes back and does again: in cells, notes, whole sheets, over a reload and beside another page.

use super::course::{LATER, LATEST, SMALL, complete, explain, rule};
use crate::desk::{Desk, NOW, open};
use bieumau::exchange::export_json;
use bieumau::period::{Period, read_days};
use bieumau::report::{ChangeSet, Entry, Filled, How, Part, Report, Session, State, What};

/// The report as it is exchanged, but for the moment of its last change.
pub(super) fn bytes(desk: &Desk) -> String {
    let report = Report {
        modified: NOW.to_owned(),
        ..desk.sent()
    };
    export_json(&Session::open(desk.session.form().clone(), report))
}

pub(super) fn undo(desk: &mut Desk) -> Vec<String> {
    let undone = desk.session.undo().unwrap();
    assert_eq!(undone.skipped, []);
    rows(desk, &undone.changes)
}

fn rows(desk: &Desk, changes: &ChangeSet) -> Vec<String> {
    let cells = changes.cells.iter();
    cells.map(|cell| desk.row_id(*cell).to_owned()).collect()
}

#[test]
fn keys_in_one_cell_until_it_is_left_are_one_step() {
    let mut desk = Desk::on(open(SMALL));
    for text in ["4", "41", "411", "41"] {
        desk.enter("plan", text);
    }
    desk.session.rest();
    desk.enter("plan", "42");
    desk.enter("done", "21");
    assert_eq!(desk.session.report().trail.steps().len(), 3);
    assert_eq!(undo(&mut desk)[0], "done");
    undo(&mut desk);
    assert_eq!(desk.value("plan"), "41");
    undo(&mut desk);
    assert_eq!(desk.value("plan"), "blank");
    assert_eq!(desk.session.undo(), None);
    for expected in ["41", "42"] {
        desk.session.redo().unwrap();
        assert_eq!(desk.value("plan"), expected);
    }
    // What is done anew takes the place of what could be done again.
    desk.enter("words", "Không có");
    assert_eq!(desk.session.redo(), None);
    undo(&mut desk);
    undo(&mut desk);
    assert_eq!(desk.value("plan"), "41");
}

#[test]
fn what_was_said_of_a_cell_comes_back_with_it() {
    let mut desk = Desk::on(open(SMALL));
    let cell = desk.cell("plan");
    desk.session.confirm_blank(cell, true);
    desk.session.set_note(cell, "Chưa giao");
    desk.session.rest();
    desk.enter("plan", "0,0");
    desk.session.set_not_applicable(cell, true);
    assert!(!desk.session.is_confirmed_blank(cell));
    undo(&mut desk);
    assert_eq!(desk.value("plan"), "0");
    undo(&mut desk);
    assert!(desk.session.is_confirmed_blank(cell));
    assert_eq!(desk.session.note(cell), "Chưa giao");
    undo(&mut desk);
    assert_eq!(desk.session.note(cell), "");
    undo(&mut desk);
    assert_eq!(desk.session.report().entries.len(), 0);
}

/// What Ctrl+Z says that it takes back.
#[test]
fn a_step_that_leaves_nothing_says_so() {
    let mut desk = Desk::on(open(SMALL));
    let cell = desk.cell("plan");
    let told = |desk: &Desk| {
        let told = desk.session.told(desk.session.can_undo().unwrap());
        (told.vi, told.en)
    };
    desk.session.set_not_applicable(cell, true);
    let (vi, en) = told(&desk);
    assert!(vi.starts_with("chọn Không phát sinh ("), "{vi}");
    assert!(en.starts_with("chosen Not applicable ("), "{en}");
    desk.session.rest();
    desk.session.set_not_applicable(cell, false);
    let (vi, en) = told(&desk);
    assert!(vi.starts_with("xóa ("), "{vi}");
    assert!(en.starts_with("cleared ("), "{en}");
    desk.enter("plan", "41");
    desk.session.rest();
    let with = desk.session.report().clone();
    desk.enter("plan", "");
    desk.session.rest();
    let without = desk.session.report().clone();
    desk.session.restore(with, "09:41 20/3/2026", LATEST);
    let (vi, _) = told(&desk);
    assert!(
        vi.starts_with("khôi phục từ bản lúc 09:41 20/3/2026: 41 ("),
        "{vi}"
    );
    desk.session.restore(without, "09:42 20/3/2026", LATEST);
    let (vi, en) = told(&desk);
    assert!(
        vi.starts_with("khôi phục từ bản lúc 09:42 20/3/2026: xóa ("),
        "{vi}"
    );
    assert!(en.contains(": cleared ("), "{en}");
}

#[test]
fn a_text_that_cannot_be_read_comes_back_to_the_letter() {
    let mut desk = Desk::on(open(SMALL));
    let typed = " Dự kiến 02\u{300}… ";
    desk.enter("plan", typed);
    desk.session.rest();
    desk.enter("plan", "2");
    undo(&mut desk);
    assert_eq!(*desk.entry("plan"), Entry::Unreadable(typed.to_owned()));
}

fn row(row: &str) -> Part {
    Part::Row(row.to_owned())
}

#[test]
fn esc_takes_the_cell_back_and_leaves_no_trace() {
    let mut desk = Desk::on(open(SMALL));
    let cell = desk.cell("plan");
    desk.session.confirm_blank(cell, true);
    desk.session.rest();
    desk.enter("plan", "42");
    desk.session.rest();
    undo(&mut desk);
    desk.session.rest();
    let before = desk.session.report().clone();
    desk.enter("plan", "7");
    desk.session.set_not_applicable(cell, true);
    desk.enter("plan", "70");
    assert_eq!(desk.session.redo(), None);
    let changes = desk.session.take_back(&row("plan"));
    assert_eq!(rows(&desk, &changes)[0], "plan");
    assert_eq!(*desk.session.report(), before);
    assert!(desk.session.is_confirmed_blank(cell));
    // Nothing was done since, so what was taken back can be done again.
    desk.session.redo().unwrap();
    assert_eq!(desk.value("plan"), "42");
    assert!(desk.session.take_back(&row("plan")).is_empty());
    // It is not for another cell, nor once the cell was left, nor after a reload.
    desk.enter("done", "1");
    assert!(desk.session.take_back(&row("plan")).is_empty());
    let report = desk.session.report().clone();
    let mut again = Session::open(open(SMALL), report);
    assert!(again.take_back(&row("done")).is_empty());
    desk.session.rest();
    assert!(desk.session.take_back(&row("done")).is_empty());
}

#[test]
fn esc_in_a_complete_report_leaves_it_complete() {
    let mut desk = complete();
    desk.session.rest();
    let cell = desk.cell("done");
    desk.enter("done", "22");
    desk.session.set_not_applicable(cell, true);
    assert_eq!(desk.session.report().state, State::Amended);
    assert!(desk.session.take_back(&row("done")).state);
    assert_eq!(desk.session.report().state, State::Complete);
    assert_eq!(desk.session.report().log.len(), 1);
}

#[test]
fn what_is_done_within_one_step_is_taken_back_together() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("done", "5");
    let cells = ["plan", "done", "words"].map(|row| desk.cell(row));
    let changes = desk.session.step(How::Pasted, |session| {
        let mut all = ChangeSet::default();
        for (cell, text) in cells.into_iter().zip(["41", "21", "x"]) {
            all.join(session.enter(cell, text));
            all.join(session.set_note(cell, text));
        }
        all
    });
    assert_eq!(rows(&desk, &changes), ["plan", "share", "done", "words"]);
    let step = desk.session.can_undo().unwrap();
    assert_eq!((step.how, step.changes.len()), (How::Pasted, 3));
    undo(&mut desk);
    assert_eq!(desk.value("done"), "5");
    assert_eq!(desk.session.report().entries.len(), 1);
    desk.session.redo().unwrap();
    assert_eq!(desk.value("words"), "x");
    // A step that changes nothing is none, and what comes next does not belong to it.
    let before = desk.session.report().clone();
    desk.session
        .step(How::Pasted, |session| session.enter(cells[0], "41"));
    assert_eq!(*desk.session.report(), before);
    desk.enter("plan", "43");
    assert_eq!(desk.session.can_undo().unwrap().how, How::Typed);
}

#[test]
fn a_sheet_is_emptied_in_one_step_and_keeps_its_notes() {
    let mut desk = Desk::quarter_one();
    let note = desk.cell("pl1.b1.2.1");
    desk.session.set_note(note, "Theo Kế hoạch 13");
    let before = bytes(&desk);
    assert!(desk.session.to_clear(0) > 5);
    desk.session.clear_sheet(0);
    assert_eq!(desk.session.to_clear(0), 0);
    assert_eq!(desk.value("pl1.b1.2.1"), "blank");
    assert_eq!(desk.value("pl1.b1.2"), "missing");
    assert_eq!(desk.session.note(note), "Theo Kế hoạch 13");
    assert_eq!(desk.value("pl1.b6.4.1"), "28,56");
    undo(&mut desk);
    assert_eq!(bytes(&desk), before);
}

#[test]
fn reasons_and_windows_are_taken_back_too() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    desk.enter("done", "42");
    explain(&mut desk, "within", "Cả năm");
    desk.session.rest();
    let period = Period::parse("2026Q1").unwrap();
    let days = read_days(period, "15/12/2025", "8/3/2026", "").unwrap();
    desk.session.set_days(days);
    assert_eq!(
        desk.session.report().period.to.as_deref(),
        Some("2026-03-08")
    );
    undo(&mut desk);
    assert_eq!(
        desk.session.report().period.to.as_deref(),
        Some("2026-03-09")
    );
    let undone = desk.session.undo().unwrap();
    assert_eq!(
        undone.first,
        Some(Part::Reason("within done plan".to_owned()))
    );
    assert!(undone.changes.findings);
    assert_eq!(desk.session.reason(rule(&desk, "within")), None);
    desk.session.redo().unwrap();
    assert_eq!(desk.session.reason(rule(&desk, "within")), Some("Cả năm"));
}

#[test]
fn after_completion_taking_back_is_a_change_like_any_other() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    desk.enter("words", "Không có khó khăn");
    desk.enter("done", "21");
    desk.session.complete(LATER);
    assert_eq!(desk.session.report().state, State::Complete);
    undo(&mut desk);
    desk.session.touch(LATEST);
    let report = desk.session.report();
    assert_eq!(report.state, State::Amended);
    let line = report.log.last().unwrap();
    assert_eq!(line.what, What::Entry("done".to_owned()));
    assert_eq!((line.from.as_str(), line.to.as_str()), ("21", ""));
    assert_eq!(line.at, LATEST);
}

#[test]
fn what_another_page_has_changed_meanwhile_is_left_alone() {
    let mut ours = Desk::on(open(SMALL));
    ours.enter("plan", "41");
    let cells = ["done", "words"].map(|row| ours.cell(row));
    ours.session.step(How::Pasted, |session| {
        let mut all = session.enter(cells[0], "21");
        all.join(session.enter(cells[1], "x"));
        all
    });
    // A page that knows no trail.
    let mut theirs = ours.session.report().clone();
    theirs
        .entries
        .insert("done".to_owned(), Filled::of(Entry::Text("30".to_owned())));
    ours.session.take_in(theirs, &[]);
    let undone = ours.session.undo().unwrap();
    assert_eq!(undone.skipped, [Part::Row("done".to_owned())]);
    assert_eq!(undone.first, Some(Part::Row("words".to_owned())));
    assert_eq!(ours.value("words"), "blank");
    assert_eq!(ours.value("done"), "unreadable: 30");
    undo(&mut ours);
    assert_eq!(ours.value("plan"), "blank");
    // What was left alone stays so.
    for _ in 0..2 {
        assert_eq!(ours.session.redo().unwrap().skipped, []);
    }
    assert_eq!(ours.value("words"), "x");
    assert_eq!(ours.value("done"), "unreadable: 30");
}

#[test]
fn steps_of_two_pages_stand_side_by_side() {
    let mut ours = Desk::on(open(SMALL));
    ours.enter("plan", "41");
    ours.session.touch(LATER);
    ours.session.take_edited();
    let mut theirs = Desk {
        session: Session::open(open(SMALL), ours.session.report().clone()),
    };
    theirs.enter("done", "30");
    theirs.session.touch(LATER);
    // Two steps of ours, which got the numbers of theirs: one was done, one takes it back.
    ours.enter("words", "x");
    ours.session.touch(LATEST);
    undo(&mut ours);
    ours.session.touch(LATEST);
    let own = ours.session.take_edited();
    ours.session.take_in(theirs.session.report().clone(), &own);
    assert_eq!(ours.value("done"), "30");
    assert_eq!(ours.session.report().trail.steps().len(), 4);
    ours.session.redo().unwrap();
    assert_eq!(ours.value("words"), "x");
    for (row, then) in [("words", "blank"), ("done", "blank"), ("plan", "blank")] {
        undo(&mut ours);
        assert_eq!(ours.value(row), then);
    }
    assert_eq!(ours.session.undo(), None);
}

/// A report that comes in as a file: complete, with a log, other rows, another window.
pub(super) fn incoming() -> Report {
    let mut desk = complete();
    desk.enter("done", "22");
    desk.session.touch(LATER);
    let mut report = desk.sent();
    report.agency.name = "UBND xã Mường La".to_owned();
    report.came_in();
    report
}

#[test]
fn an_import_over_a_report_is_one_step() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "50");
    let note = desk.cell("words");
    desk.session.set_note(note, "…");
    desk.session.touch(LATER);
    let before = bytes(&desk);
    let incoming = incoming();
    desk.session.import(incoming.clone(), LATEST);
    assert_eq!(
        desk.sent(),
        Report {
            exported: None,
            ..incoming.clone()
        }
    );
    assert_eq!(desk.session.can_undo().unwrap().at, LATEST);
    // The log goes on with what is done afterwards.
    desk.enter("plan", "60");
    desk.session.touch(LATEST);
    let amended = desk.session.report().log.len();
    assert_eq!(amended, incoming.log.len() + 1);
    desk.session.rest();
    undo(&mut desk);
    undo(&mut desk);
    assert_eq!(desk.session.report().state, State::Draft);
    assert_eq!(bytes(&desk), before);
    desk.session.redo().unwrap();
    assert_eq!(desk.session.report().agency.name, "UBND xã Mường La");
    assert_eq!(desk.session.report().state, State::Amended);
    assert_eq!(desk.value("done"), "22");
    // The same file once more changes nothing.
    let mut again = Desk::on(open(SMALL));
    again.session.import(incoming.clone(), LATEST);
    let steps = again.session.report().trail.steps().len();
    again.session.import(incoming, LATEST);
    assert_eq!(again.session.report().trail.steps().len(), steps);
}
