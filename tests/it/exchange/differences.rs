//! A file that can be read is still not believed: whatever does not agree is told.

use super::{Difference, differences, import, quarter_one, read_source, sealed};
use crate::desk::cchc;
use bieumau::form::CellId;
use bieumau::number::Decimal;
use bieumau::report::{Entry, Session};
use serde_json::{Value, json};

fn derived(row: &str, claimed: &str, computed: &str) -> Difference {
    Difference::Derived {
        row: row.to_owned(),
        claimed: claimed.to_owned(),
        computed: computed.to_owned(),
    }
}

#[test]
fn a_figure_changed_after_the_export_is_told() {
    let mut document = quarter_one();
    document["entries"]["pl1.b1.1"]["number"] = json!("3");
    assert_eq!(differences(&document.to_string()), [Difference::Digest]);
}

#[test]
fn a_changed_name_or_note_is_told_too() {
    for pointer in ["/agency/name", "/modified", "/period/to"] {
        let mut document = quarter_one();
        *document.pointer_mut(pointer).unwrap() = match pointer {
            "/agency/name" => json!("Văn phòng khác"),
            "/modified" => json!("2026-03-11T00:00:00Z"),
            _ => json!("2026-03-10"),
        };
        assert_eq!(
            differences(&document.to_string()),
            [Difference::Digest],
            "{pointer}"
        );
    }
}

#[test]
fn white_space_and_the_order_of_members_do_not_matter() {
    let document = quarter_one();
    assert_eq!(differences(&document.to_string()), []);
    let mut turned = String::from("\u{feff}{ ");
    let members: Vec<String> = document
        .as_object()
        .unwrap()
        .iter()
        .rev()
        .map(|(name, value)| format!("{} :\t{value}", json!(name)))
        .collect();
    turned.push_str(&members.join(" ,\r\n"));
    turned.push('}');
    assert_eq!(differences(&turned), []);
}

#[test]
fn a_computed_value_that_is_another_here_is_told_and_not_used() {
    let mut document = quarter_one();
    document["derived"]["pl1.b1.2"]["number"] = json!("75.5");
    let text = sealed(document);
    assert_eq!(differences(&text), [derived("pl1.b1.2", "75,5", "51,22")]);
    let words = differences(&text)[0].words(&cchc().form);
    assert!(
        words.vi.contains("75,5") && words.vi.contains("51,22"),
        "{}",
        words.vi
    );
    let session = Session::open(cchc(), import(&text).report);
    let cell = cchc().form.cell("pl1.b1.2").unwrap();
    assert_eq!(session.figure(cell), Decimal::new(5_122, 2));
}

#[test]
fn a_share_of_nothing_that_claims_a_value_is_told() {
    let mut document = quarter_one();
    document["derived"]["pl1.b1.3.3"] = json!({ "number": "0" });
    let told = [derived("pl1.b1.3.3", "0", "— (zero_denominator)")];
    assert_eq!(differences(&sealed(document)), told);
}

#[test]
fn a_computed_row_that_the_file_lacks_is_told() {
    let mut document = quarter_one();
    document["derived"]
        .as_object_mut()
        .unwrap()
        .remove("pl2.b2.3.3");
    assert_eq!(
        differences(&sealed(document)),
        [derived("pl2.b2.3.3", "—", "100")]
    );
}

#[test]
fn a_computed_row_that_is_none_here_is_told() {
    let mut document = quarter_one();
    document["derived"]["pl1.b1.1"] = json!({ "number": "2" });
    assert_eq!(
        differences(&sealed(document)),
        [derived("pl1.b1.1", "2", "—")]
    );
}

#[test]
fn a_dropped_finding_is_told() {
    let mut document = quarter_one();
    let findings = document["findings"].as_array_mut().unwrap();
    findings.retain(|finding| finding["rule"] != "r-survey-zero-method");
    let told = Difference::Findings {
        only_claimed: vec![],
        only_found: vec!["r-survey-zero-method (pl1.b1.5.1, pl1.b1.5.2)".to_owned()],
    };
    assert_eq!(differences(&sealed(document)), [told]);
}

#[test]
fn an_invented_finding_is_told() {
    let mut document = quarter_one();
    let invented = json!({
        "rule": "r-sum-b2.1", "level": "error", "rows": ["pl1.b2.1"], "message": "…"
    });
    document["findings"].as_array_mut().unwrap().push(invented);
    let told = Difference::Findings {
        only_claimed: vec!["r-sum-b2.1 (pl1.b2.1)".to_owned()],
        only_found: vec![],
    };
    assert_eq!(differences(&sealed(document)), [told]);
}

#[test]
fn rows_that_the_form_does_not_have_are_told_and_kept() {
    let mut document = quarter_one();
    document["entries"]["pl9.b1.1"] = json!({ "number": "7", "note": "biểu mới" });
    let text = sealed(document);
    assert_eq!(
        differences(&text),
        [Difference::UnknownRows(vec!["pl9.b1.1".to_owned()])]
    );
    let report = import(&text).report;
    assert_eq!(
        report.entries.get("pl9.b1.1").unwrap().entry,
        Entry::Number(Decimal::from_integer(7))
    );
    let again = super::export_json(&Session::open(cchc(), report));
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again["entries"]["pl9.b1.1"]["note"], "biểu mới");
}

#[test]
fn a_figure_typed_for_a_computed_row_is_told_and_left_out() {
    let mut document = quarter_one();
    document["entries"]["pl1.b1.2"] = json!({ "number": "75.5", "note": "theo báo cáo" });
    let text = sealed(document);
    assert_eq!(
        differences(&text),
        [Difference::NotEntered(vec!["pl1.b1.2".to_owned()])]
    );
    let report = import(&text).report;
    assert_eq!(report.entries.get("pl1.b1.2").unwrap().entry, Entry::Blank);
    assert_eq!(report.entries.get("pl1.b1.2").unwrap().note, "theo báo cáo");
}

#[test]
fn another_version_of_the_form_set_is_told() {
    let mut document = quarter_one();
    document["form"]["version"] = json!(2);
    assert_eq!(
        differences(&sealed(document)),
        [Difference::Version { file: 2, here: 1 }]
    );
}

#[test]
fn everything_that_does_not_agree_is_told_at_once() {
    let mut document = quarter_one();
    document["entries"]["pl1.b1.2.2"]["number"] = json!("42");
    let told = differences(&document.to_string());
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0], Difference::Digest);
    assert_eq!(told[1], derived("pl1.b1.2", "51,22", "102,44"));
    assert!(matches!(&told[2], Difference::Findings { only_found, .. } if only_found.len() == 1));
}

#[test]
fn a_preview_changes_nothing() {
    let text = quarter_one().to_string();
    let source = read_source(&text).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    let before = incoming.report().clone();
    let preview = bieumau::exchange::preview(&source, &incoming, None);
    assert_eq!(*incoming.report(), before);
    assert_eq!(incoming.revision(), 0);
    assert!(
        preview
            .changes
            .iter()
            .all(|change| change.before.is_empty())
    );
    assert!(preview.changes.is_sorted_by_key(|change| change.cell));
    assert!(
        preview
            .changes
            .iter()
            .all(|change| change.cell < CellId(127))
    );
}
