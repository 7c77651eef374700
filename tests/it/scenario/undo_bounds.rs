//! How the trail of a report is kept: leniently read, and bounded.

use super::course::{LATEST, SMALL};
use super::undo::undo;
use crate::desk::{Desk, open};
use bieumau::exchange::export_json;
use bieumau::format::{MAX_BYTES, read_report, report_text};
use bieumau::report::{Agency, Consolidated, Report, Session, Spread, Trail, Unit};

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

/// What a province is made of, at the given turn: 130 communes, one of them consolidated itself.
fn made_of(turn: u32) -> Consolidated {
    let unit = |code: String| Unit {
        agency: Agency {
            name: format!("UBND xã {code}"),
            code,
            ..Agency::default()
        },
        modified: format!("2026-03-10T02:{:02}:09Z", turn % 60),
        digest: format!("sha256:{turn:064}"),
        of: Vec::new(),
    };
    let units = (10_000..10_130).map(|code| unit(code.to_string()));
    let mut made_of = Consolidated {
        units: units.collect(),
        ..Consolidated::default()
    };
    made_of.units[0].of = (20_000..20_100).map(|code| code.to_string()).collect();
    for row in 0..120 {
        let mut spread = Spread {
            asked: 130,
            reported: turn,
            ..Spread::default()
        };
        spread.options.insert("1".to_owned(), turn);
        made_of.rows.insert(format!("sheet.{row}"), spread);
    }
    made_of
}

#[test]
fn a_report_that_is_consolidated_again_and_again_stays_small_enough_to_be_read() {
    let mut desk = Desk::on(open(SMALL));
    let made = |desk: &Desk, turn| Report {
        consolidated: Some(made_of(turn)),
        ..desk.sent()
    };
    for turn in 0..100 {
        let again = made(&desk, turn);
        desk.session.import(again, LATEST);
    }
    let text = report_text(desk.session.report());
    assert!(text.len() <= MAX_BYTES, "{}", text.len());
    assert_eq!(&read_report(&text).unwrap(), desk.session.report());
    // What the trail takes is what it says that it may take, or nearly.
    let bare = report_text(&desk.sent());
    assert!(text.len() - bare.len() <= Trail::BYTES * 5 / 4);
    // The last ones can be taken back all the same.
    for turn in [98, 97] {
        undo(&mut desk);
        let shown = desk.session.report().consolidated.clone();
        assert_eq!(shown, Some(made_of(turn)));
    }
}
