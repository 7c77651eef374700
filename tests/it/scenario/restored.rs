//! An earlier state of a report is brought back: one step, told with its moment, taken back like any other.

use super::course::{LATER, LATEST, SMALL, complete};
use crate::desk::{Desk, open};
use bieumau::exchange::{changes_of, strangers_of};
use bieumau::format::{part_text, put_part, read_report, report_text};
use bieumau::report::{How, Report, Session, State, What};

const OF: &str = "09:41 20/3/2026";

/// Everything that is kept but the trail and the moment.
fn kept(report: &Report) -> Report {
    Report {
        trail: Default::default(),
        modified: String::new(),
        exported: None,
        ..report.clone()
    }
}

/// A draft, and an earlier state of it.
fn draft() -> (Desk, Report) {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "50");
    desk.enter("words", "đúng hạn");
    desk.session.touch(LATER);
    desk.session.rest();
    let earlier = desk.session.report().clone();
    desk.enter("plan", "60");
    desk.enter("done", "7");
    desk.enter("words", "");
    desk.session.rest();
    desk.session.touch(LATER);
    (desk, earlier)
}

#[test]
fn an_earlier_state_comes_back_as_one_step_that_says_from_when() {
    let (mut desk, earlier) = draft();
    let before = desk.session.report().clone();
    let steps = before.trail.steps().len();
    desk.session.restore(earlier.clone(), OF, LATEST);
    let report = desk.session.report();
    assert_eq!(kept(report), kept(&earlier));
    assert_eq!(report.modified, LATEST);
    assert_eq!(report.trail.steps().len(), steps + 1);
    let step = desk.session.can_undo().unwrap();
    assert_eq!((step.how, step.at.as_str()), (How::Restored, LATEST));
    let told = desk.session.told(step);
    assert_eq!(told.vi, "khôi phục từ bản lúc 09:41 20/3/2026, 3 chỗ");
    assert_eq!(
        told.en,
        "brought back from the state of 09:41 20/3/2026, 3 places"
    );
    let ways: Vec<String> = desk
        .session
        .change_lines()
        .into_iter()
        .take(3)
        .map(|line| line.way.vi)
        .collect();
    assert_eq!(ways, vec![format!("khôi phục từ bản lúc {OF}"); 3]);
    desk.session.undo().unwrap();
    assert_eq!(kept(desk.session.report()), kept(&before));
    let line = desk.session.change_lines().remove(0);
    assert_eq!(line.way.vi, "hoàn tác: khôi phục bản trước");
    desk.session.redo().unwrap();
    assert_eq!(kept(desk.session.report()), kept(&earlier));
}

#[test]
fn the_step_lies_in_record_and_journal_with_its_moment() {
    let (mut desk, earlier) = draft();
    let mut replayed = desk.session.report().clone();
    desk.session.take_edited();
    desk.session.restore(earlier, OF, LATEST);
    let parts = desk.session.take_edited();
    let report = desk.session.report();
    assert_eq!(read_report(&report_text(report)).unwrap(), *report);
    for part in &parts {
        put_part(&mut replayed, &part.key(), &part_text(report, part));
    }
    assert_eq!(replayed.trail, report.trail);
    assert_eq!(replayed.entries, report.entries);
}

#[test]
fn bringing_back_what_is_there_already_is_no_step() {
    let (mut desk, _) = draft();
    let same = desk.session.report().clone();
    desk.session.restore(same.clone(), OF, LATEST);
    assert_eq!(desk.session.report().trail, same.trail);
}

#[test]
fn a_report_that_was_handed_over_is_amended_by_it_and_its_log_goes_on() {
    let mut desk = complete();
    let mut earlier = Desk::on(open(SMALL));
    earlier.enter("plan", "41");
    earlier.enter("done", "20");
    earlier.session.touch(LATER);
    let earlier = earlier.session.report().clone();
    assert_eq!(earlier.state, State::Draft);
    let handed_over = desk.session.report().clone();
    desk.session.restore(earlier.clone(), OF, LATEST);
    let report = desk.session.report();
    assert_eq!(report.entries, earlier.entries);
    assert_eq!(report.state, State::Amended);
    assert_eq!(report.log[..handed_over.log.len()], handed_over.log);
    let since = &report.log[handed_over.log.len()..];
    assert!(since.iter().all(|line| line.at == LATEST));
    let done = since
        .iter()
        .find(|line| line.what == What::Entry("done".to_owned()))
        .unwrap();
    assert_eq!((done.from.as_str(), done.to.as_str()), ("21", "20"));
    // All of it is one step.
    desk.session.undo().unwrap();
    assert_eq!(desk.session.report().entries, handed_over.entries);
    assert_eq!(desk.session.report().reasons, handed_over.reasons);
}

#[test]
fn a_report_that_was_handed_over_is_amended_also_by_what_is_joined_into_it() {
    let mut desk = complete();
    let handed_over = desk.session.report().clone();
    let mut elsewhere = Desk::on(open(SMALL));
    elsewhere.enter("done", "22");
    let mut joined = handed_over.clone();
    let done = elsewhere.session.report().entries.get("done").cloned();
    joined.entries.insert("done".to_owned(), done.unwrap());
    desk.session.restore(joined, OF, LATEST);
    let report = desk.session.report();
    assert_eq!(report.state, State::Amended);
    assert_eq!(report.log[..handed_over.log.len()], handed_over.log);
    let [line] = &report.log[handed_over.log.len()..] else {
        panic!("{:?}", report.log);
    };
    assert_eq!(
        (line.from.as_str(), line.to.as_str(), line.at.as_str()),
        ("21", "22", LATEST)
    );
}

#[test]
fn two_states_are_compared_row_by_row_with_rows_that_the_form_has_not() {
    let (desk, mut earlier) = draft();
    let form = &desk.session.form().form;
    let here = desk.session.report();
    let rows: Vec<String> = changes_of(form, Some(here), &earlier)
        .iter()
        .map(|change| {
            format!(
                "{} {}→{}",
                form.row(change.cell).unwrap().id,
                change.before.written(),
                change.after.written()
            )
        })
        .collect();
    assert_eq!(rows, ["plan 60→50", "done 7→", "words →đúng hạn"]);
    assert_eq!(strangers_of(form, Some(here), &earlier), 0);
    let strange = earlier.entries.get("plan").unwrap().clone();
    earlier.entries.insert("old.1".to_owned(), strange);
    assert_eq!(strangers_of(form, Some(here), &earlier), 1);
    assert_eq!(strangers_of(form, Some(&earlier), here), 1);
    assert_eq!(changes_of(form, None, &earlier).len(), 2);
    let opened = Session::open(desk.session.form().clone(), earlier);
    assert_eq!(opened.total().filled, 2);
}
