//! Files that are no report document, or nearly one: each is refused, in words that name the place.

use super::{SCHEMA, VALIDATOR, faults};
use bieumau::exchange::read_source;
use bieumau::format::{Complaint, Fault, MAX_BYTES, is_newer, read_report};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// A small good report; every spoilt file is this one with one fault.
pub const PLAIN: &str = include_str!("../../fixtures/reports/plain.json");

/// Every spoilt file, and the place of its one fault.
const SPOILT: [(&str, &str); 38] = [
    ("agency-code-with-slash", "agency.code"),
    ("carried-from-no-period", "entries.pl1.b1.4.1.carried"),
    ("carried-without-figure", "entries.pl1.b1.5.1.carried"),
    (
        "confirmed-blank-false",
        "entries.pl1.b1.5.1.confirmed_blank",
    ),
    ("confirmed-blank-with-figure", "entries.pl1.b1.5.1"),
    ("day-not-in-the-calendar", "period.to"),
    ("derived-of-two-kinds", "derived.pl1.b1.2"),
    ("derived-reason-unknown", "derived.pl1.b1.3.3.reason"),
    ("digest-in-capitals", "digest"),
    ("digest-of-another-kind", "digest"),
    ("entries-as-list", "entries"),
    ("entry-misspelt", "entries.pl1.b1.2.1.nummer"),
    ("entry-of-two-kinds", "entries.pl1.b1.2.1"),
    ("finding-level-unknown", "findings[0].level"),
    ("format-newer", "format"),
    ("format-of-something-else", "format"),
    ("level-unknown", "agency.level"),
    ("log-complete-with-row", "log[0].row"),
    ("log-moment-with-zone", "log[1].at"),
    ("log-what-unknown", "log[1].what"),
    ("log-without-row", "log[1].row"),
    ("member-extra", "author"),
    ("member-missing", "state"),
    ("moment-without-zone", "modified"),
    ("not-applicable-false", "entries.pl1.b5.1.1.not_applicable"),
    ("not-json", ""),
    ("number-as-json-number", "entries.pl1.b1.2.1.number"),
    ("number-too-long", "entries.pl1.b1.2.1.number"),
    ("number-with-comma", "entries.pl1.b1.2.1.number"),
    ("number-with-exponent", "entries.pl1.b1.2.1.number"),
    ("number-with-leading-zero", "entries.pl1.b1.2.1.number"),
    ("number-with-trailing-zero", "entries.pl1.b1.2.1.number"),
    ("period-unknown", "period.id"),
    ("root-as-list", "format"),
    ("row-id-with-space", "entries.pl1 b1.1"),
    ("state-unknown", "state"),
    ("truncated", ""),
    ("version-zero", "form.version"),
];

fn spoilt(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reports/spoilt");
    std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap()
}

/// The complaints about a text that must be refused, each a sentence in both languages.
fn complaints(text: &str) -> Vec<Complaint> {
    let complaints = read_source(text).unwrap_err();
    assert!(!complaints.is_empty() && complaints.len() <= 50);
    for Complaint { problem, .. } in &complaints {
        assert!(!problem.vi.is_empty() && !problem.en.is_empty() && problem.vi != problem.en);
    }
    complaints
}

#[test]
fn the_plain_report_is_good() {
    assert_eq!(faults(&serde_json::from_str(PLAIN).unwrap()), [""; 0]);
    assert!(read_source(PLAIN).is_ok());
}

#[test]
fn every_spoilt_file_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reports/spoilt");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = SPOILT
        .iter()
        .map(|(name, _)| format!("{name}.json"))
        .collect();
    assert_eq!(files, listed);
}

#[test]
fn every_spoilt_file_is_refused_by_the_schema() {
    let mut judged = 0;
    for (name, _) in SPOILT {
        if let Ok(document) = serde_json::from_str::<Value>(&spoilt(name)) {
            assert!(!faults(&document).is_empty(), "{name}");
            judged += 1;
        }
    }
    assert_eq!(judged, SPOILT.len() - 2);
}

#[test]
fn every_spoilt_file_is_refused_by_the_reader_with_the_place_of_its_fault() {
    for (name, place) in SPOILT {
        let complaints = complaints(&spoilt(name));
        let places: Vec<&str> = complaints
            .iter()
            .map(|complaint| complaint.place.as_str())
            .collect();
        assert_eq!(places, [place], "{name}");
    }
}

#[test]
fn what_is_no_json_is_told_with_line_and_column() {
    let told = |name: &str| complaints(&spoilt(name))[0].problem.en.clone();
    assert_eq!(
        told("not-json"),
        "The file is not valid JSON: error at line 1, column 1."
    );
    assert!(
        told("truncated").contains("line 3"),
        "{}",
        told("truncated")
    );
    for text in [
        "",
        " ",
        "\u{feff}",
        "\0",
        "{}{}",
        "{\"format\": \"bieumau.report/1\", }",
        "\"\\ud800\"",
    ] {
        assert_eq!(complaints(text)[0].place, "", "{text:?}");
    }
}

/// The page leaves what a newer page wrote untouched; so it must know it from what is broken.
#[test]
fn only_a_higher_version_of_the_same_format_is_newer() {
    for (name, _) in SPOILT {
        let newer = name == "format-newer";
        assert_eq!(is_newer(&complaints(&spoilt(name))), newer, "{name}");
        let kept = read_report(&spoilt(name)).unwrap_err();
        assert_eq!(is_newer(&kept), newer, "{name}");
    }
    let newer = complaints(&spoilt("format-newer"));
    assert_eq!(newer[0].fault, Fault::Newer);
    assert!(newer[0].problem.vi.contains("mới hơn"));
    assert!(!is_newer(&[]));
}

#[test]
fn ten_thousand_levels_of_nesting_are_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(complaints(&deep)[0].place, "");
        let inside = PLAIN.replace("\"Dự kiến 02\"", &deep);
        assert_eq!(complaints(&inside)[0].place, "");
        assert_eq!(complaints(&open.repeat(1_000_000))[0].place, "");
    }
}

#[test]
fn more_than_four_megabytes_are_refused_unread() {
    let long = PLAIN.replace("Dự kiến 02", &"9".repeat(MAX_BYTES));
    let told = complaints(&long);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].problem.en, "The file is larger than 4 MB.");
    assert_eq!(
        complaints(&" ".repeat(MAX_BYTES + 1))[0].problem.en,
        told[0].problem.en
    );
}

#[test]
fn a_long_file_within_the_bound_is_read() {
    let long = PLAIN.replace("Dự kiến 02", &"9".repeat(MAX_BYTES - 4_000));
    assert!(read_source(&long).is_ok());
    let many: String = (0..40_000)
        .map(|row| format!("\"x{row}\": {{\"number\": \"{row}\"}}, "))
        .collect();
    let many = PLAIN.replace("\"entries\": {", &format!("\"entries\": {{ {many}"));
    assert_eq!(read_source(&many).unwrap().report.entries.len(), 40_009);
}

#[test]
fn a_hostile_file_earns_no_more_than_fifty_complaints() {
    let many: String = (0..40_000)
        .map(|row| format!("\"x{row}\": {{\"number\": \"0{row}\"}}, "))
        .collect();
    let many = PLAIN.replace("\"entries\": {", &format!("\"entries\": {{ {many}"));
    assert_eq!(complaints(&many).len(), 50);
}

/// What may stand where something else is expected.
fn strangers() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "x",
        "a/b",
        "a b",
        "a#b",
        "đ",
        "..",
        "0",
        "-0",
        "7",
        "-7",
        "41.5",
        "051",
        "51,22",
        "1e3",
        "+5",
        "0.0",
        "1.50",
        ".5",
        "5.",
        "9.9.9",
        "９",
        "0.123456789012",
        "0.1234567890123",
        "2026Q1",
        "2026Q5",
        "2026S1",
        "2026N1",
        "2026",
        "1899",
        "9999",
        "9998Q4",
        "2026-02-29",
        "2024-02-29",
        "2026-13-01",
        "2026-3-9",
        "+026-03-09",
        "2026-+3-09",
        "2026-03-10T02:11:09Z",
        "2026-03-10T24:00:00Z",
        "2026-03-10T02:11:60Z",
        "2026-03-10T02:11:09+07:00",
        "2026-02-30T02:11:09Z",
        "2026-03-10 02:11:09Z",
        "2026-03-10T+2:11:09Z",
        "draft",
        "complete",
        "entry",
        "note",
        "reason",
        "province",
        "warning",
        "zero_denominator",
        "sha256:",
    ];
    let mut strangers: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    for length in [30, 31, 100, 101] {
        strangers.push(json!("9".repeat(length)));
        strangers.push(json!(format!("1.{}", "9".repeat(length - 2))));
    }
    strangers.push(json!(format!("sha256:{}", "0".repeat(64))));
    strangers.push(json!(format!("sha256:{}", "g".repeat(64))));
    strangers.extend([
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(1_u64 << 32),
    ]);
    strangers.extend([
        json!([]),
        json!({}),
        json!(["x"]),
        json!([1]),
        json!([{}]),
        json!({ "x": {} }),
    ]);
    strangers.push(json!({ "number": "1" }));
    strangers.push(json!({ "reason": "missing" }));
    strangers
}

/// The paths to every value of a document but the whole.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Value::Array(items) => (0..)
            .map(|place: usize| place.to_string())
            .zip(items)
            .collect(),
        _ => Vec::new(),
    };
    for (name, value) in below {
        let there = format!("{here}/{name}");
        all.push(there.clone());
        pointers(value, &there, all);
    }
}

fn agree(document: &Value, what: &str) {
    let valid = VALIDATOR.is_valid(document);
    let read = read_source(&document.to_string());
    assert_eq!(
        valid,
        read.is_ok(),
        "{what}: {:?} | {read:?}",
        faults(document)
    );
}

/// One change anywhere in the plain report: the reader and the published schema refuse the same files.
#[test]
fn the_reader_and_the_schema_agree_on_every_file_one_change_away() {
    let plain: Value = serde_json::from_str(PLAIN).unwrap();
    let mut all = Vec::new();
    pointers(&plain, "", &mut all);
    assert!(all.len() > 40, "{}", all.len());
    for pointer in &all {
        for stranger in strangers() {
            let mut document = plain.clone();
            let what = format!("{pointer} = {stranger}");
            *document.pointer_mut(pointer).unwrap() = stranger;
            agree(&document, &what);
        }
        let mut document = plain.clone();
        if let Value::Object(members) = document.pointer_mut(pointer).unwrap() {
            members.insert("stranger".to_owned(), json!({ "number": "1" }));
            agree(&document, &format!("{pointer}/stranger"));
        }
        let mut document = plain.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        if let Value::Object(members) = document.pointer_mut(parent).unwrap() {
            members.remove(name);
            agree(&document, &format!("without {pointer}"));
            // The reader, milder than the schema, takes null for absent.
            let without = read_source(&document.to_string()).is_ok();
            *document.pointer_mut(parent).unwrap() = {
                let mut members = plain.pointer(parent).unwrap().clone();
                members[name] = Value::Null;
                members
            };
            let null = read_source(&document.to_string()).is_ok();
            assert!(!null || without, "{pointer} = null");
        }
    }
}

#[test]
fn every_member_of_the_schema_is_described() {
    fn undescribed(schema: &Value, place: &str, all: &mut Vec<String>) {
        if let Some(members) = schema["properties"].as_object() {
            for (name, member) in members {
                let place = format!("{place}/{name}");
                let of_reference = member["$ref"].as_str().map(str::to_owned);
                if member.get("description").is_none()
                    && member.get("const").is_none()
                    && of_reference.is_none()
                {
                    all.push(place.clone());
                }
                undescribed(member, &place, all);
            }
        }
        if let Some(definitions) = schema["$defs"].as_object() {
            for (name, definition) in definitions {
                if definition.get("description").is_none() {
                    all.push(name.clone());
                }
                undescribed(definition, name, all);
            }
        }
    }
    let mut all = Vec::new();
    undescribed(&serde_json::from_str(SCHEMA).unwrap(), "", &mut all);
    assert_eq!(all, [""; 0]);
}
