//! The golden file: the report of the first quarter of 2026 as it leaves the page.

use super::{Desk, differences, export_json, faults, import, quarter_one};
use crate::desk::cchc;
use bieumau::exchange::{EXPORT_FORMATS, export_json_with, file_name, read_source};
use bieumau::report::{Session, State};

const GOOD: &str = include_str!("../../fixtures/reports/good.json");

/// Where this fails on purpose, write the new file over the old one and read what changed:
/// `BIEUMAU_WRITE_GOLDEN=1 cargo test --test it golden`.
#[test]
fn the_report_of_the_first_quarter_leaves_as_these_very_bytes() {
    let text = export_json(&Desk::quarter_one().session);
    if std::env::var_os("BIEUMAU_WRITE_GOLDEN").is_some() {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/reports/good.json"
        );
        std::fs::write(file, &text).unwrap();
    }
    assert!(
        text == GOOD,
        "tests/fixtures/reports/good.json is another text"
    );
}

#[test]
fn the_export_satisfies_the_published_schema() {
    let schema = serde_json::from_str(super::SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(faults(&quarter_one()), [""; 0]);
    assert_eq!(faults(&serde_json::from_str(GOOD).unwrap()), [""; 0]);
}

#[test]
fn the_export_holds_what_the_report_holds() {
    let document = quarter_one();
    assert_eq!(document["entries"]["pl1.b1.2.1"]["number"], "41");
    assert_eq!(
        document["entries"]["pl1.b1.3.1"]["unreadable"],
        "Dự kiến 02"
    );
    assert_eq!(document["entries"]["pl1.b1.5.2"]["choice"], "0");
    assert_eq!(document["derived"]["pl1.b1.2"]["number"], "51.22");
    assert_eq!(document["derived"]["pl1.b1.2"]["numerator"], "21");
    assert_eq!(
        document["derived"]["pl1.b1.3.3"]["reason"],
        "zero_denominator"
    );
    assert_eq!(document["derived"].as_object().unwrap().len(), 13);
    assert!(document["entries"].get("pl1.b1.5").is_none());
    assert!(document["entries"].get("pl1.b1.2").is_none());
}

#[test]
fn the_golden_file_comes_in_without_a_difference() {
    assert_eq!(differences(GOOD), []);
    let preview = import(GOOD);
    assert_eq!(preview.changes.len(), preview.report.entries.len());
    assert_eq!(preview.report, Desk::quarter_one().sent());
}

#[test]
fn out_and_in_and_out_again_gives_the_same_bytes() {
    let again = Session::open(cchc(), import(GOOD).report);
    assert!(export_json(&again) == GOOD);
}

#[test]
fn notes_reasons_and_state_travel_with_the_report() {
    let mut desk = Desk::quarter_one();
    desk.enter("pl1.b5.1.1", "Không phát sinh");
    for row in ["pl1.b5.1.1", "pl1.b1.2", "pl1.b1.3"] {
        let cell = desk.cell(row);
        desk.session
            .set_note(cell, "Đơn vị không có vốn đầu tư công");
    }
    desk.enter("pl1.b1.3.1", "1");
    desk.enter("pl1.b1.3.2", "3");
    let mut report = desk.sent();
    let finding = desk
        .session
        .findings()
        .into_iter()
        .find(|finding| finding.rule.contains("3.2"));
    let key = finding.unwrap().key(&cchc().form);
    report
        .reasons
        .insert(key, "Kiểm tra đột xuất theo đơn thư".to_owned());
    report.state = State::Amended;
    let text = export_json(&Session::open(cchc(), report.clone()));
    assert_eq!(faults(&serde_json::from_str(&text).unwrap()), [""; 0]);
    assert!(text.contains("Kiểm tra đột xuất theo đơn thư"));
    assert_eq!(differences(&text), []);
    let imported = import(&text).report;
    assert_eq!(imported, report);
    assert!(export_json(&Session::open(cchc(), imported)) == text);
}

#[test]
fn only_what_differs_from_what_is_kept_here_is_a_change() {
    let source = read_source(GOOD).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    let mut here = Desk::quarter_one();
    assert_eq!(
        bieumau::exchange::preview(&source, &incoming, Some(here.session.report())).changes,
        []
    );
    here.enter("pl1.b1.2.2", "22");
    here.enter("pl1.b1.5", "1");
    let preview = bieumau::exchange::preview(&source, &incoming, Some(here.session.report()));
    let changed: Vec<&str> = preview
        .changes
        .iter()
        .map(|change| here.row_id(change.cell))
        .collect();
    assert_eq!(changed, ["pl1.b1.2.2", "pl1.b1.5"]);
}

#[test]
fn a_file_is_named_after_form_set_agency_and_period() {
    let json = &EXPORT_FORMATS[0];
    let report = Desk::quarter_one().session.report().clone();
    assert_eq!(
        file_name(&report, json),
        "cchc-2026_x-van-phong-ubnd-tinh_2026Q1.json"
    );
    let desk = Desk::quarter_one();
    assert!(export_json_with(&desk.session, &[]) == GOOD);
}
