//! The page takes input before it checks: the rules come later, and find what they would have found.

use crate::desk::{Desk, QUARTER_ONE, begin, cchc, form_text};
use bieumau::form::CellId;
use bieumau::format::read_form_set;
use bieumau::period::{Days, parse_day};
use bieumau::report::{OpenForm, Part, Session, State};
use std::sync::Arc;

fn early() -> Arc<OpenForm> {
    Arc::new(OpenForm::early(
        read_form_set(&form_text("cchc-2026")).unwrap(),
    ))
}

#[test]
fn rules_that_come_later_find_what_they_would_have_found() {
    let desk = Desk::quarter_one();
    assert!(!QUARTER_ONE.is_empty());
    let mut session = Session::open_early(early(), desk.session.report().clone());
    assert_eq!(session.findings(), []);
    // What is typed meanwhile is computed, and checked with the rest.
    let planned = session.form().form.cell("pl1.b1.2.1").unwrap();
    session.enter(planned, "20");
    assert!(session.findings().is_empty());
    let changes = session.take_rules();
    assert!(changes.findings && !changes.cells.is_empty());
    let whole = Session::open(cchc(), session.report().clone());
    assert_eq!(session.findings(), whole.findings());
    assert!(!whole.findings().is_empty());
    // They come once.
    assert!(session.take_rules().is_empty());
}

#[test]
fn a_form_whose_rules_another_report_has_prepared_is_checked_all_the_same() {
    let (form, report) = (early(), Desk::quarter_one().session.report().clone());
    let mut session = Session::open_early(form.clone(), report.clone());
    let other = Session::open(form, report);
    assert_eq!(session.findings(), []);
    session.take_rules();
    assert_eq!(session.findings(), other.findings());
}

#[test]
fn a_report_that_was_just_begun_takes_its_window_without_being_changed_by_anyone() {
    let mut report = begin(&cchc());
    let day = |text: &str| parse_day(text).unwrap();
    let days = Days {
        from: day("2025-12-15"),
        to: day("2026-03-09"),
        send_before: None,
    };
    (report.period.from, report.period.to) = (None, None);
    let mut session = Session::open(cchc(), report);
    session.begin_on(days);
    assert_eq!(session.report().period.days(), Some(days));
    assert_eq!(session.revision(), 0);
    // Where nothing is edited nothing is to be kept of it either.
    assert_eq!(session.take_edited(), []);
    // One that has a window keeps it.
    session.begin_on(Days {
        to: day("2026-03-31"),
        ..days
    });
    assert_eq!(session.report().period.days(), Some(days));
}

#[test]
fn the_window_of_a_report_that_was_typed_in_already_is_kept_like_an_edit() {
    let mut report = begin(&cchc());
    (report.period.from, report.period.to) = (None, None);
    let days = begin(&cchc()).period.days().unwrap();
    let mut session = Session::open(cchc(), report.clone());
    session.enter(CellId(2), "41");
    session.take_edited();
    session.begin_on(days);
    assert_eq!(session.take_edited(), [Part::Window]);
    assert!(session.can_undo().is_some(), "the figure can be taken back");
    // A complete report is not changed by being opened.
    report.state = State::Complete;
    let mut session = Session::open(cchc(), report);
    session.begin_on(days);
    assert_eq!(session.report().period.days(), None);
}
