//! Tidy data: one line for each row, the same in both writings.

use super::csv::{golden, with_everything};
use crate::desk::Desk;
use bieumau::exchange::{TIDY_COLUMNS, Tidy, TidyFormat, tidy};
use serde_json::Value;

/// The lines of a report as NDJSON, parsed by another reader.
fn lines(desk: &Desk) -> Vec<Value> {
    let text = tidy(&desk.session, TidyFormat::Ndjson);
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn line<'a>(lines: &'a [Value], row: &str) -> &'a Value {
    lines.iter().find(|line| line["row"] == row).unwrap()
}

#[test]
fn the_report_leaves_as_these_very_bytes() {
    let desk = with_everything();
    golden("tidy.csv", &tidy(&desk.session, TidyFormat::Csv));
    golden("tidy.ndjson", &tidy(&desk.session, TidyFormat::Ndjson));
}

#[test]
fn each_row_says_all_that_it_is() {
    let lines = lines(&with_everything());
    assert_eq!(lines.len(), 127);
    for line in &lines {
        let names: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(names.len(), TIDY_COLUMNS.len());
    }
    let told = |row: &str| {
        let line = line(&lines, row);
        ["value", "text", "state", "reason"]
            .map(|name| line[name].as_str().unwrap_or("-").to_owned())
    };
    assert_eq!(told("pl1.b1.2"), ["51.22", "-", "derived", "-"]);
    assert_eq!(told("pl1.b1.2.1"), ["41", "-", "number", "-"]);
    assert_eq!(told("pl1.b1.3.1"), ["-", "Dự kiến 02", "unreadable", "-"]);
    assert_eq!(
        told("pl1.b1.3.3"),
        ["-", "-", "not_derived", "zero_denominator"]
    );
    assert_eq!(told("pl1.b1.5.2"), ["0", "-", "choice", "-"]);
    assert_eq!(told("pl1.b5.1.1"), ["-", "-", "not_applicable", "-"]);
    assert_eq!(told("pl1.b5.1.2"), ["11647.125", "-", "number", "-"]);
    assert_eq!(told("pl2.b1.1.1"), ["-", "-", "confirmed_blank", "-"]);
    assert_eq!(told("pl1.b1.5"), ["-", "-", "blank", "-"]);
    assert_eq!(told("pl1.b1.3"), ["-", "-", "heading", "-"]);
    let first = &lines[0];
    for (name, value) in [
        ("agency_code", "x-van-phong-ubnd-tinh"),
        ("level", "province"),
        ("period", "2026Q1"),
        ("period_from", "2025-12-15"),
        ("period_to", "2026-03-09"),
        ("form", "cchc-2026"),
        ("form_version", "1"),
        ("report_state", "draft"),
        ("sheet", "pl1.b1"),
        ("kind", "count"),
        ("consolidation", "sum"),
        ("note", "=HYPERLINK(\"http://x\";\"y\")"),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
}

#[test]
fn a_helper_sheet_is_there_once_something_stands_in_it() {
    let mut desk = Desk::cchc();
    assert_eq!(lines(&desk).len(), 127);
    desk.enter("ledger.1.1", "5");
    let all = lines(&desk);
    assert_eq!(all.len(), 149);
    assert_eq!(line(&all, "ledger.1.1")["value"], "5");
}

#[test]
fn many_reports_are_one_table_with_one_heading() {
    let one = with_everything();
    for format in [TidyFormat::Csv, TidyFormat::Ndjson] {
        let mut many = Tidy::begin(format);
        let heading = many.take();
        let mut bodies = Vec::new();
        for _ in 0..3 {
            many.add(&one.session);
            bodies.push(many.take());
        }
        assert_eq!(
            [heading.clone(), bodies[0].clone()].concat(),
            tidy(&one.session, format)
        );
        assert!(bodies[1] == bodies[0] && bodies[2] == bodies[0]);
        assert_eq!(heading.is_empty(), format == TidyFormat::Ndjson);
    }
}
