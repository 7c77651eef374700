//! How far a report has come, on its way out and in: state, log, reasons, blanks and copies that were confirmed.

use super::{Difference, differences, faults, import, sealed};
use crate::desk::{Desk, cchc};
use bieumau::exchange::export_json;
use bieumau::form::Level;
use bieumau::report::{Agency, ReportPeriod, Session, State};
use serde_json::{Value, json};

const LATER: &str = "2026-03-10T03:00:00Z";

/// A report that is complete, with a reason, then amended.
fn amended() -> Desk {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.3.1", "2");
    desk.enter("pl1.b1.3.2", "3");
    for sheet in 0..8 {
        desk.session.confirm_blanks(sheet);
    }
    let finding = desk.session.findings().remove(0);
    desk.session
        .set_reason(finding.place, "Một cuộc kiểm tra đột xuất");
    assert!(desk.session.complete(LATER).state);
    desk.enter("pl1.b1.1", "4");
    desk.session.touch("2026-03-10T03:40:00Z");
    desk
}

fn exported(desk: &Desk) -> Value {
    serde_json::from_str(&export_json(&desk.session)).unwrap()
}

#[test]
fn a_draft_says_that_it_is_one_and_has_no_log() {
    let document = exported(&Desk::quarter_one());
    assert_eq!(document["state"], "draft");
    assert!(document.get("log").is_none());
}

#[test]
fn the_log_and_the_reasons_travel_with_the_report() {
    let desk = amended();
    let document = exported(&desk);
    assert_eq!(faults(&document), [""; 0]);
    assert_eq!(document["state"], "amended");
    assert_eq!(
        document["log"],
        json!([
            { "at": LATER, "what": "complete" },
            { "at": "2026-03-10T03:40:00Z", "what": "entry", "row": "pl1.b1.1", "from": "Để trống có xác nhận", "to": "4" },
        ])
    );
    let reason = &document["findings"][0]["reason"];
    assert_eq!(reason, "Một cuộc kiểm tra đột xuất");
    let preview = import(&export_json(&desk.session));
    assert_eq!(preview.differences, []);
    assert_eq!(preview.report, desk.sent());
    let again = Session::open(cchc(), preview.report);
    assert_eq!(export_json(&again), export_json(&desk.session));
}

#[test]
fn an_error_leaves_without_the_reason_that_a_file_brought() {
    let mut document = exported(&Desk::quarter_one());
    document["findings"][0]["reason"] = json!("Đúng như vậy");
    let report = import(&sealed(document)).report;
    assert_eq!(report.reasons.len(), 1);
    let again = Session::open(cchc(), report);
    let document: Value = serde_json::from_str(&export_json(&again)).unwrap();
    assert!(document["findings"][0].get("reason").is_none());
}

#[test]
fn a_file_that_says_complete_and_is_not_comes_in_as_a_draft() {
    let mut desk = amended();
    desk.session.complete("2026-03-10T04:00:00Z");
    let mut document = exported(&desk);
    assert_eq!(differences(&document.to_string()), []);
    assert_eq!(import(&document.to_string()).report.state, State::Complete);
    let entries = document["entries"].as_object_mut().unwrap();
    entries.remove("pl1.b1.1");
    entries.remove("pl1.b1.6");
    let text = sealed(document);
    assert_eq!(differences(&text), [Difference::NotComplete(2)]);
    assert_eq!(import(&text).report.state, State::Draft);
}

#[test]
fn a_report_that_is_moved_has_all_that_was_typed_and_is_a_draft_that_has_not_left() {
    let report = amended().sent();
    let agency = Agency {
        code: "03646".to_owned(),
        name: "UBND phường Tô Hiệu".to_owned(),
        level: Level::Commune,
    };
    let period = ReportPeriod {
        id: "2026Q2".to_owned(),
        ..ReportPeriod::default()
    };
    let moved = report.moved(agency.clone(), period.clone(), LATER);
    assert_eq!((&moved.agency, &moved.period), (&agency, &period));
    assert_eq!(moved.entries, report.entries);
    assert_eq!(moved.reasons.len(), 1);
    assert_eq!(moved.reasons, report.reasons);
    assert_eq!(moved.paragraphs, report.paragraphs);
    assert_eq!((moved.state, moved.log.len()), (State::Draft, 0));
    assert_eq!((moved.exported, moved.late), (None, None));
}
