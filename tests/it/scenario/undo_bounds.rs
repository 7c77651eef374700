//! How the trail of a report is kept: leniently read, and bounded.

use super::course::SMALL;
use super::undo::undo;
use crate::desk::{Desk, open};
use bieumau::exchange::export_json;
use bieumau::format::{read_report, report_text};
use bieumau::report::{Session, Trail};

#[test]
fn a_record_without_a_trail_opens_and_one_with_a_broken_trail_keeps_its_report() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    let kept = report_text(desk.session.report());
    assert!(kept.contains("\"trail\""));
    let old = report_text(&desk.sent());
    assert!(!old.contains("trail"));
    assert_eq!(read_report(&old).unwrap(), desk.sent());
    for (from, to) in [
        ("\"typed\"", "\"sung\""),
        ("[\"plan\"", "[\"log:1\""),
        ("\"number\":\"41\"", "\"number\":41"),
        ("\"trail\":[", "\"trail\":[7,"),
        ("\"number\":0", "\"number\":\"0\""),
    ] {
        let broken = kept.replacen(from, to, if from.contains("41") { 2 } else { 1 });
        assert_ne!(broken, kept, "{from}");
        match read_report(&broken) {
            Ok(report) => assert!(report.trail.steps().len() < 2, "{from}"),
            Err(_) => assert!(from.contains("41"), "{from}"),
        }
    }
    assert!(!export_json(&desk.session).contains("trail"));
}

#[test]
fn the_oldest_steps_fall_off() {
    let mut desk = Desk::on(open(SMALL));
    for number in 0..=Trail::STEPS {
        desk.enter("plan", &format!("1{number}"));
        desk.session.rest();
    }
    assert_eq!(desk.session.report().trail.steps().len(), Trail::STEPS);
    let mut taken = 0;
    while let Some(undone) = desk.session.undo() {
        assert_eq!(undone.skipped, []);
        taken += 1;
    }
    // Taking back takes room too, so half of them can be taken back before the others have fallen off.
    assert_eq!(taken, Trail::STEPS.div_ceil(2));
    let kept = read_report(&report_text(desk.session.report())).unwrap();
    let mut again = Desk {
        session: Session::open(open(SMALL), kept),
    };
    for _ in 0..taken {
        assert_eq!(again.session.redo().unwrap().skipped, []);
    }
    assert_eq!(again.session.redo(), None);
    assert_eq!(again.value("plan"), "11.000");
}

#[test]
fn a_trail_stays_small_enough_to_be_read() {
    let mut desk = Desk::on(open(SMALL));
    let cell = desk.cell("words");
    let long = "Đ".repeat(20_000);
    for number in 0..100 {
        desk.session.set_note(cell, &format!("{number} {long}"));
        desk.session.rest();
    }
    let steps = desk.session.report().trail.steps().len();
    assert!((3..30).contains(&steps), "{steps}");
    // One that is too large by itself is not kept, and neither is what came before: nothing is half taken back.
    let huge = "x".repeat(Trail::BYTES);
    desk.session.set_note(cell, &huge);
    assert_eq!(desk.session.report().trail.steps(), []);
    assert_eq!(desk.session.undo(), None);
    desk.session.rest();
    desk.enter("plan", "1");
    undo(&mut desk);
    assert_eq!(desk.session.note(cell), huge);
}
