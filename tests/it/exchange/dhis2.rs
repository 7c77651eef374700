//! DHIS2: values and metadata in the shape of its documentation, by a validator that we did not write.

mod package;
mod rules;

use super::csv::{golden, with_everything};
use crate::desk::{Desk, cchc, cchc_2021, kl226, open};
use bieumau::exchange::dhis2::{Dhis2Mapping, data_value_set, metadata, uid};
use bieumau::format::{is_uid, read_dhis2_mapping};
use bieumau::report::{OpenForm, Report, Session, State};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::sync::Arc;

const SMALL: &str = include_str!("../../../schemas/examples/small-form.json");
const MAPPING: &str = include_str!("../../../schemas/examples/dhis2-mapping.json");
const MAPPING_SCHEMA: &str = include_str!("../../../schemas/dhis2-mapping.schema.json");
const VALUES_SCHEMA: &str = include_str!("../../../schemas/dhis2-data-value-set.schema.json");
const PACKAGE_SCHEMA: &str = include_str!("../../../schemas/dhis2-metadata.schema.json");

/// Every form set that there is.
fn forms() -> [Arc<OpenForm>; 4] {
    [cchc(), cchc_2021(), kl226(), open(SMALL)]
}

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

fn faults(schema: &str, document: &Value) -> Vec<String> {
    let validator = validator(schema);
    let faults = validator.iter_errors(document);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn values_of(session: &Session, mapping: Option<&Dhis2Mapping>) -> Value {
    parsed(&data_value_set(session, mapping).unwrap())
}

/// The item of a row of the form of 2026.
fn item<'a>(set: &'a Value, row: &str) -> Option<&'a Value> {
    let id = uid("dataElement", "cchc-2026", row);
    let items = set["dataValues"].as_array().unwrap();
    items.iter().find(|item| item["dataElement"] == id)
}

fn on_small(change: impl FnOnce(&mut Report)) -> Session {
    let desk = Desk::on(open(SMALL));
    let mut report = desk.sent();
    change(&mut report);
    Session::open(open(SMALL), report)
}

#[test]
fn the_report_leaves_as_these_very_bytes() {
    let text = data_value_set(&with_everything().session, None).unwrap();
    golden("dhis2-data-value-set.json", &text);
    assert_eq!(faults(VALUES_SCHEMA, &parsed(&text)), [""; 0]);
}

#[test]
fn values_are_texts_and_what_has_none_is_absent() {
    let set = values_of(&with_everything().session, None);
    assert_eq!(set["period"], "2026Q1");
    assert_eq!(set["orgUnit"], "x-van-phong-ubnd-tinh");
    assert_eq!(set["dataSet"], uid("dataSet", "cchc-2026", "Quarterly"));
    let value = |row: &str| item(&set, row).map(|item| item["value"].clone());
    assert_eq!(value("pl1.b1.2.1"), Some(json!("41")));
    assert_eq!(value("pl1.b1.3.2"), Some(json!("0")));
    assert_eq!(value("pl1.b5.1.2"), Some(json!("11647.125")));
    assert_eq!(value("pl1.b1.5.2"), Some(json!("0")));
    // Not applicable, unreadable, blank, blank on purpose, computed, a heading.
    for row in [
        "pl1.b5.1.1",
        "pl1.b1.3.1",
        "pl1.b1.5",
        "pl2.b1.1.1",
        "pl1.b1.2",
        "pl1.b1.3",
    ] {
        assert_eq!(value(row), None, "{row}");
    }
    let note = &item(&set, "pl1.b1.1").unwrap()["comment"];
    assert_eq!(note, "=HYPERLINK(\"http://x\";\"y\")");
    assert!(item(&set, "pl1.b1.2.1").unwrap().get("comment").is_none());
}

#[test]
fn a_row_that_the_ledger_feeds_is_sent_and_the_ledger_is_not() {
    let mut desk = Desk::cchc();
    let fed = "pl2.b2.3.1.1";
    desk.enter("ledger.1.3", "7");
    desk.enter("ledger.1.3.1", "5");
    desk.enter("ledger.1.3.2", "2");
    let form = &desk.session.form().form;
    let fed_rows: Vec<&str> = form
        .rows
        .iter()
        .filter(|row| row.fed_by.is_some())
        .map(|row| row.id.as_str())
        .collect();
    assert!(fed_rows.contains(&fed), "{fed_rows:?}");
    let set = values_of(&desk.session, None);
    let sent: Vec<&str> = fed_rows
        .iter()
        .copied()
        .filter(|row| item(&set, row).is_some())
        .collect();
    assert_eq!(sent.len(), set["dataValues"].as_array().unwrap().len());
    assert!(!sent.is_empty());
    assert!(item(&set, "ledger.1.3").is_none());
}

#[test]
fn only_a_complete_report_says_when_it_was_complete() {
    let at = |state: State, moment: &str| {
        let session = on_small(|report| {
            report.state = state;
            report.modified = moment.to_owned();
        });
        values_of(&session, None).get("completeDate").cloned()
    };
    let noon = "2026-03-10T05:00:00Z";
    assert_eq!(at(State::Complete, noon), Some(json!("2026-03-10")));
    // Midnight in Việt Nam.
    let late = "2026-12-31T17:00:00Z";
    assert_eq!(at(State::Complete, late), Some(json!("2027-01-01")));
    let before = "2026-12-31T16:59:59Z";
    assert_eq!(at(State::Complete, before), Some(json!("2026-12-31")));
    assert_eq!(at(State::Draft, noon), None);
    assert_eq!(at(State::Amended, noon), None);
    // What the log says counts, not the last touch.
    let mut desk = Desk::on(open(SMALL));
    for sheet in 0..2 {
        desk.session.confirm_blanks(sheet);
    }
    desk.session.complete("2026-03-09T01:00:00Z");
    desk.session.touch("2026-03-20T01:00:00Z");
    assert_eq!(values_of(&desk.session, None)["completeDate"], "2026-03-09");
}

#[test]
fn periods_are_those_of_dhis2_and_nine_months_are_refused() {
    let of = |period: &str| on_small(|report| report.period.id = period.to_owned());
    for (period, kind) in [
        ("2026Q1", "Quarterly"),
        ("2026Q3", "Quarterly"),
        ("2026S1", "SixMonthly"),
        ("2026", "Yearly"),
    ] {
        let set = values_of(&of(period), None);
        assert_eq!(set["period"], period);
        assert_eq!(set["dataSet"], uid("dataSet", "small-form", kind));
        assert_eq!(faults(VALUES_SCHEMA, &set), [""; 0]);
    }
    let refused = data_value_set(&of("2026N1"), None).unwrap_err();
    assert!(
        refused.vi.contains("9 tháng đầu năm 2026"),
        "{}",
        refused.vi
    );
    assert!(refused.en.contains("First nine months of 2026"));
    // A platform that keeps them somewhere says where.
    let mapping = read_dhis2_mapping(MAPPING).unwrap();
    let set = values_of(&of("2026N1"), Some(&mapping));
    assert_eq!(set["period"], "202609");
    assert_eq!(set["dataSet"], "dS2qR4sT6u8");
}

#[test]
fn a_mapping_names_the_ids_of_the_platform() {
    assert_eq!(faults(MAPPING_SCHEMA, &parsed(MAPPING)), [""; 0]);
    let mapping = read_dhis2_mapping(MAPPING).unwrap();
    let mut desk = Desk::on(open(SMALL));
    desk.enter("desk.1.1", "41");
    desk.enter("desk.1.2", "21");
    desk.enter("desk.3.1", "3");
    let mut report = desk.sent();
    report.agency.code = "03646".to_owned();
    let set = values_of(&Session::open(open(SMALL), report), Some(&mapping));
    assert_eq!(faults(VALUES_SCHEMA, &set), [""; 0]);
    assert_eq!(
        set,
        json!({
            "dataSet": "dS1qR3sT5u7",
            "period": "2026Q1",
            "orgUnit": "oU4kL8mN2p6",
            "attributeOptionCombo": "HllvX50cXC0",
            "dataValues": [
                { "dataElement": "aB3dE5fG7h1", "value": "41" },
                { "dataElement": "bC4eF6gH8i2", "value": "21" },
                { "dataElement": uid("dataElement", "small-form", "desk.3.1"), "value": "3" },
            ],
        })
    );
    let other = data_value_set(&Desk::cchc().session, Some(&mapping)).unwrap_err();
    assert!(other.en.contains("small-form") && other.vi.contains("cchc-2026"));
    assert!(metadata(&cchc(), Some(&mapping)).is_err());
}

#[test]
fn a_mapping_that_does_not_fit_the_form_set_is_refused_with_the_row() {
    let small = Desk::on(open(SMALL));
    for (change, said) in [
        (("desk.1.2", "desk.9"), "desk.9"),
        // A computed row, a heading, and one data element for two rows.
        (("desk.1.2", "desk.1.3"), "desk.1.3"),
        (("desk.1.2", "desk.1"), "desk.1"),
        (("bC4eF6gH8i2", "aB3dE5fG7h1"), "desk.1.1"),
    ] {
        let text = MAPPING.replace(change.0, change.1);
        let mapping = read_dhis2_mapping(&text).unwrap();
        for refused in [
            data_value_set(&small.session, Some(&mapping)).unwrap_err(),
            metadata(&open(SMALL), Some(&mapping)).unwrap_err(),
        ] {
            assert!(
                refused.vi.contains(said) && refused.en.contains(said),
                "{}",
                refused.en
            );
        }
    }
}

#[test]
fn a_spoilt_mapping_is_refused_by_us_and_by_the_schema() {
    let spoilt = |change: fn(&mut Value)| {
        let mut mapping = parsed(MAPPING);
        change(&mut mapping);
        mapping
    };
    for document in [
        spoilt(|it| it["format"] = json!("bieumau.dhis2/2")),
        spoilt(|it| it["data_elements"]["desk.1.1"] = json!("1B3dE5fG7h1")),
        spoilt(|it| it["data_elements"]["desk.1.1"] = json!("aB3dE5fG7h")),
        spoilt(|it| it["data_elements"]["desk.1.1"] = json!(5)),
        spoilt(|it| it["org_units"]["03646"] = json!(" x")),
        spoilt(|it| it["org_units"]["03646"] = json!("x".repeat(51))),
        spoilt(|it| it["data_sets"]["Weekly"] = json!("dS2qR4sT6u8")),
        spoilt(|it| it["periods"]["2026N2"] = json!("202609")),
        spoilt(|it| it["attribute_option_combo"] = json!("default")),
        spoilt(|it| it["something"] = json!(1)),
    ] {
        assert_ne!(faults(MAPPING_SCHEMA, &document), [""; 0], "{document}");
        let complaints = read_dhis2_mapping(&document.to_string()).unwrap_err();
        assert!(!complaints.is_empty());
    }
}

#[test]
fn ids_depend_on_names_alone_and_never_meet() {
    // Worked out by another program: the rule stands in docs/dhis2.md.
    assert_eq!(uid("dataElement", "cchc-2026", "pl1.b1.2.1"), "QYL8z7SYETv");
    assert_eq!(uid("dataSet", "cchc-2026", "Quarterly"), "tjuuZ0oKn32");
    let mut seen: std::collections::BTreeMap<String, String> = Default::default();
    for form in forms() {
        let package = parsed(&metadata(&form, None).unwrap());
        for (kind, objects) in package.as_object().unwrap() {
            for object in objects.as_array().unwrap() {
                let id = object["id"].as_str().unwrap();
                assert!(is_uid(id), "{id}");
                let what = format!("{kind} {}", object["name"]);
                let before = seen.insert(id.to_owned(), what.clone());
                // Only the two sorts of indicators belong to every form set.
                assert!(before.is_none_or(|before| before == what && kind == "indicatorTypes"));
            }
        }
    }
    assert!(seen.len() > 700, "{}", seen.len());
}
