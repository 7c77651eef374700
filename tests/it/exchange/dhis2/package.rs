//! The metadata package: what it has of each form set, and that it holds together.

use super::{MAPPING, PACKAGE_SCHEMA, SMALL, faults, forms, golden, parsed};
use crate::desk::{Desk, cchc, open};
use bieumau::exchange::dhis2::{data_value_set, metadata, uid};
use bieumau::form::Kind;
use bieumau::format::read_dhis2_mapping;
use bieumau::report::OpenForm;
use serde_json::Value;
use std::collections::BTreeSet;

pub fn package(form: &OpenForm) -> Value {
    parsed(&metadata(form, None).unwrap())
}

/// The objects of a kind.
pub fn all<'a>(package: &'a Value, kind: &str) -> Vec<&'a Value> {
    package[kind].as_array().unwrap().iter().collect()
}

/// The object with this id.
pub fn object<'a>(package: &'a Value, kind: &str, id: &str) -> &'a Value {
    let mut objects = all(package, kind).into_iter();
    objects
        .find(|object| object["id"] == id)
        .unwrap_or_else(|| panic!("no {kind} {id}"))
}

fn element<'a>(package: &'a Value, form: &str, row: &str) -> &'a Value {
    object(package, "dataElements", &uid("dataElement", form, row))
}

pub fn reference(form: &str, row: &str) -> String {
    format!("#{{{}}}", uid("dataElement", form, row))
}

/// Every id that a document names as another object's.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::Object(inner) if inner.len() == 1 && inner.contains_key("id") => {
                        if name != "categoryCombo" {
                            found.push(inner["id"].as_str().unwrap().to_owned());
                        }
                    }
                    Value::String(text) if text.contains("#{") => {
                        let parts = text.split("#{").skip(1);
                        found.extend(parts.map(|part| part[..11].to_owned()));
                    }
                    other => references(other, found),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::Object(inner) if inner.len() == 1 => {
                        found.push(inner["id"].as_str().unwrap().to_owned());
                    }
                    other => references(other, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_small_form_leaves_as_these_very_bytes() {
    let form = open(SMALL);
    golden("dhis2-metadata.json", &metadata(&form, None).unwrap());
    assert!(metadata(&form, None) == metadata(&open(SMALL), None));
}

#[test]
fn every_form_set_gives_a_package_of_the_documented_shape_that_holds_together() {
    for form in forms() {
        let package = package(&form);
        assert_eq!(
            faults(PACKAGE_SCHEMA, &package),
            [""; 0],
            "{}",
            form.form.id
        );
        let objects = package.as_object().unwrap().values();
        let objects: Vec<&Value> = objects.flat_map(|list| list.as_array().unwrap()).collect();
        let ids: BTreeSet<&str> = objects
            .iter()
            .map(|it| it["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids.len(), objects.len());
        let mut named = Vec::new();
        references(&package, &mut named);
        assert!(named.len() > objects.len());
        for id in named {
            assert!(
                ids.contains(id.as_str()),
                "{}: {id} is nowhere",
                form.form.id
            );
        }
        // DHIS2 wants these to be unique.
        for (kind, member) in [
            ("dataElements", "name"),
            ("dataElements", "shortName"),
            ("dataElements", "code"),
            ("indicators", "name"),
            ("indicators", "shortName"),
            ("dataSets", "name"),
            ("dataSets", "shortName"),
            ("optionSets", "name"),
            ("validationRules", "name"),
        ] {
            let names: Vec<&Value> = all(&package, kind).iter().map(|it| &it[member]).collect();
            let once: BTreeSet<String> = names.iter().map(|name| name.to_string()).collect();
            assert_eq!(once.len(), names.len(), "{kind} {member}");
        }
    }
}

#[test]
fn every_printed_row_is_a_data_element_or_an_indicator() {
    for form in forms() {
        let package = package(&form);
        let rows = form.form.cells().filter(|cell| !form.form.is_helper(*cell));
        let rows: Vec<_> = rows.filter_map(|cell| form.form.row(cell)).collect();
        let typed = rows.iter().filter(|row| row.is_entry()).count();
        let computed = rows.iter().filter(|row| row.formula.is_some()).count();
        assert_eq!(all(&package, "dataElements").len(), typed);
        assert_eq!(all(&package, "indicators").len(), computed);
        for set in all(&package, "dataSets") {
            assert_eq!(set["dataSetElements"].as_array().unwrap().len(), typed);
            let sections = all(&package, "sections").into_iter();
            let sections = sections.filter(|section| section["dataSet"]["id"] == set["id"]);
            let in_sections: usize = sections
                .map(|section| section["dataElements"].as_array().unwrap().len())
                .sum();
            assert_eq!(in_sections, typed);
        }
    }
}

#[test]
fn kinds_are_value_types_and_consolidations_are_aggregations() {
    let package = package(&cchc());
    let told = |row: &str| {
        let element = element(&package, "cchc-2026", row);
        assert_eq!(element["zeroIsSignificant"], true);
        [&element["valueType"], &element["aggregationType"]].map(|it| it.as_str().unwrap())
    };
    assert_eq!(
        told("pl1.b1.1"),
        ["INTEGER_ZERO_OR_POSITIVE", "LAST_IN_PERIOD"]
    );
    assert_eq!(told("pl1.b5.1.1"), ["NUMBER", "LAST_IN_PERIOD"]);
    assert_eq!(told("pl1.b3.1.1"), ["PERCENTAGE", "NONE"]);
    // Its own plan is not added to that of others.
    assert_eq!(told("pl1.b1.2.1"), ["INTEGER_ZERO_OR_POSITIVE", "NONE"]);
    // The sum of 0 and 1 counts those who say yes; the sum of three codes says nothing.
    assert_eq!(
        told("pl1.b1.5"),
        ["INTEGER_ZERO_OR_POSITIVE", "LAST_IN_PERIOD"]
    );
    assert_eq!(told("pl1.b1.5.2"), ["INTEGER_ZERO_OR_POSITIVE", "NONE"]);
    let small = super::parsed(&metadata(&open(SMALL), None).unwrap());
    let told = |row: &str| element(&small, "small-form", row)["valueType"].clone();
    assert_eq!(told("money.4"), "LONG_TEXT");
    assert_eq!(told("desk.2"), "NUMBER");
    // Windows add up where there is only one sort of period.
    let one = SMALL.replace("[\"Q1\", \"S1\", \"Q3\", \"Y\"]", "[\"Q1\", \"Q3\"]");
    assert_ne!(one, SMALL);
    let one = super::parsed(&metadata(&open(&one), None).unwrap());
    let told = |row: &str| element(&one, "small-form", row)["aggregationType"].clone();
    assert_eq!(told("desk.1.1"), "SUM");
    assert_eq!(told("money.2"), "LAST_IN_PERIOD");
    assert_eq!(all(&one, "dataSets").len(), 1);
}

#[test]
fn rows_with_the_same_options_share_an_option_set() {
    let package = package(&open(SMALL));
    let survey = element(&package, "small-form", "desk.3");
    let id = survey["optionSet"]["id"].as_str().unwrap();
    let set = object(&package, "optionSets", id);
    let codes: Vec<&Value> = set["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &object(&package, "options", it["id"].as_str().unwrap())["code"])
        .collect();
    assert_eq!(codes, ["0", "1"]);
    // Four rows of choices of 2026, one list twice in another order.
    let cchc = super::parsed(&metadata(&cchc(), None).unwrap());
    let choices = crate::desk::cchc();
    let rows = choices.form.rows.iter();
    let rows = rows.filter(|row| row.kind == Kind::Choice).count();
    assert!(all(&cchc, "optionSets").len() <= rows);
}

#[test]
fn ratios_are_indicators_in_the_language_of_dhis2() {
    let package = package(&cchc());
    let id = uid("indicator", "cchc-2026", "pl1.b1.2");
    let indicator = object(&package, "indicators", &id);
    assert_eq!(indicator["numerator"], reference("cchc-2026", "pl1.b1.2.2"));
    assert_eq!(
        indicator["denominator"],
        reference("cchc-2026", "pl1.b1.2.1")
    );
    assert_eq!(indicator["decimals"], 2);
    let percent = indicator["indicatorType"]["id"].as_str().unwrap();
    assert_eq!(object(&package, "indicatorTypes", percent)["factor"], 100);
    let kl226 = super::parsed(&metadata(&crate::desk::kl226(), None).unwrap());
    let id = uid("indicator", "kl226-2026", "1.3");
    let [before, now] = ["1.1", "1.2"].map(|row| reference("kl226-2026", row));
    let cut = object(&kl226, "indicators", &id);
    assert_eq!(cut["numerator"], format!("{before} - {now}"));
    assert_eq!(cut["denominator"], before);
}

#[test]
fn a_formula_of_formulas_is_written_out() {
    let form = SMALL
        .replace(
            "percent([desk.1.2], [desk.1.1])",
            "percent_change([desk.1.2] * -2, [desk.1.1]) + [desk.2] / 3",
        )
        .replace(
            "\"kind\": \"decimal\", \"decimals\": 1,",
            "\"kind\": \"decimal\", \"decimals\": 1, \"formula\": \"sum([money.1], [money.2], -[money.1])\",",
        );
    let package = package(&open(&form));
    let [a, b, one, two] =
        ["desk.1.2", "desk.1.1", "money.1", "money.2"].map(|row| reference("small-form", row));
    let indicator = |row: &str| {
        let id = uid("indicator", "small-form", row);
        object(&package, "indicators", &id).clone()
    };
    let waiting = indicator("desk.2");
    assert_eq!(waiting["numerator"], format!("{one} + {two} + (0 - {one})"));
    assert_eq!(waiting["denominator"], "1");
    let inner = format!("({one} + {two} + (0 - {one}))");
    assert_eq!(
        indicator("desk.1.3")["numerator"],
        format!("((({a} * (0 - 2)) - {b}) * 100 / {b}) + ({inner} / 3)")
    );
}

#[test]
fn what_the_platform_has_already_stays_out() {
    let mapping = read_dhis2_mapping(MAPPING).unwrap();
    let form = open(SMALL);
    let package = parsed(&metadata(&form, Some(&mapping)).unwrap());
    assert_eq!(faults(PACKAGE_SCHEMA, &package), [""; 0]);
    let text = package.to_string();
    assert!(!text.contains(&uid("dataElement", "small-form", "desk.1.1")));
    let ratio = uid("indicator", "small-form", "desk.1.3");
    let ratio = object(&package, "indicators", &ratio);
    assert_eq!(ratio["numerator"], "#{bC4eF6gH8i2}");
    let elements = all(&package, "dataElements").into_iter();
    let known = elements.filter(|it| it["id"] == "aB3dE5fG7h1").count();
    assert_eq!(known, 0);
    let types: Vec<&Value> = all(&package, "dataSets")
        .iter()
        .map(|it| &it["periodType"])
        .collect();
    assert_eq!(types, ["SixMonthly", "Yearly"]);
}

#[test]
fn every_value_of_a_report_has_its_data_element_in_the_package() {
    let package = package(&cchc());
    let set = parsed(&data_value_set(&Desk::quarter_one().session, None).unwrap());
    let items = set["dataValues"].as_array().unwrap();
    assert!(items.len() > 80, "{}", items.len());
    for item in items {
        let element = object(
            &package,
            "dataElements",
            item["dataElement"].as_str().unwrap(),
        );
        let value = item["value"].as_str().unwrap();
        match element["valueType"].as_str().unwrap() {
            "INTEGER_ZERO_OR_POSITIVE" => assert!(value.parse::<u64>().is_ok(), "{value}"),
            "NUMBER" | "PERCENTAGE" => assert!(value.parse::<f64>().is_ok(), "{value}"),
            _ => {}
        }
    }
}
