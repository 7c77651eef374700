//! The published schema of backups: held against what is written, and against the schema of reports.

use super::super::SCHEMA as REPORT_SCHEMA;
use super::{everything, value};
use bieumau::format::backup_text;
use serde_json::json;

const BACKUP_SCHEMA: &str = include_str!("../../../../schemas/backup.schema.json");

#[test]
fn the_published_schema_holds_by_the_judgement_of_another() {
    let schema = value(BACKUP_SCHEMA);
    assert!(jsonschema::meta::is_valid(&schema));
    let options = jsonschema::draft202012::options();
    let validator = options
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let document = value(&backup_text(&everything()));
    let faults: Vec<String> = validator
        .iter_errors(&document)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    for (place, odd) in [
        ("/reports/0/path", json!("../x")),
        ("/reports/0/document/format", json!("bieumau.report/2")),
        (
            "/reports/0/document/entries/pl1.b1.2.1",
            json!({ "number": 41 }),
        ),
        ("/reports/1/document/agency/level", json!("planet")),
        ("/reports/1/document/paragraphs/i.7", json!("")),
        (
            "/reports/1/document/consolidated/units/0/digest",
            json!("md5:1"),
        ),
        (
            "/reports/1/document/consolidated/rows/pl1.b1.1/sum",
            json!(41),
        ),
        ("/made", json!("hôm qua")),
        ("/digest", json!("md5:1")),
    ] {
        let mut document = document.clone();
        *document.pointer_mut(place).unwrap() = odd;
        assert!(!validator.is_valid(&document), "{place}");
    }
}

/// A kept report has the members of an exchanged one, so what both schemas call by one name is one thing.
#[test]
fn the_schemas_of_backup_and_report_mean_the_same_by_the_same_name() {
    let backup = value(BACKUP_SCHEMA);
    let report = value(REPORT_SCHEMA);
    let mut shared = 0;
    for (name, meant) in report["$defs"].as_object().unwrap() {
        if let Some(here) = backup["$defs"].get(name) {
            assert_eq!(here, meant, "{name}");
            shared += 1;
        }
    }
    assert!(shared > 20);
    // What is computed, and what travels besides the report, is not kept with it.
    let kept = &backup["$defs"]["kept_report"]["properties"];
    for (name, meant) in report["properties"].as_object().unwrap() {
        let leaves = ["derived", "findings", "tasks", "digest"].contains(&name.as_str());
        assert_eq!(kept.get(name).is_none(), leaves, "{name}");
        if let Some(reference) = meant.get("$ref") {
            assert_eq!(&kept[name]["$ref"], reference, "{name}");
        }
    }
}
