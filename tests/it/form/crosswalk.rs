//! The bridge between the forms of 2021 and 2026 (DOMAIN.md section 4.2), and the self-check of any such bridge.

use crate::desk::{cchc, cchc_2021};
use bieumau::form::{Counterpart, Crosswalk, Group, Link, Way};
use bieumau::format::read_crosswalk;
use bieumau::number::{Decimal, write};
use bieumau::words::Phrase;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = include_str!("../../../forms/crosswalk-cchc-2021-2026.json");
const SCHEMA: &str = include_str!("../../../schemas/crosswalk.schema.json");

fn bridge() -> Crosswalk {
    read_crosswalk(FILE).unwrap()
}

/// The figures that a report of one form gives the other: row, figure, remark.
fn across(way: Way, figures: &[(&str, &str)]) -> BTreeMap<String, (String, String)> {
    let bridge = bridge();
    let form = match way {
        Way::Onward => cchc(),
        Way::Back => cchc_2021(),
    };
    let figures: BTreeMap<&str, Decimal> = figures
        .iter()
        .map(|(row, figure)| (*row, Decimal::parse_canonical(figure).unwrap()))
        .collect();
    let found = bridge.figures(way, &form.form, &|row| figures.get(row).copied());
    let told = |remark: Option<&Phrase>| remark.map_or_else(String::new, |said| said.vi.clone());
    found
        .into_iter()
        .map(|(row, across)| (row, (write(across.figure), told(across.remark))))
        .collect()
}

fn reason(way: Way, row: &str) -> Phrase {
    match bridge().counterpart(way, row) {
        Some(Counterpart::None(reason)) => reason,
        other => panic!("{row}: {other:?}"),
    }
}

// The bridge that comes with the page.

#[test]
fn the_crosswalk_fits_both_forms_and_forgets_no_row() {
    let issues = bridge().check(&cchc_2021().form, &cchc().form);
    assert_eq!(issues, []);
}

#[test]
fn the_crosswalk_satisfies_its_published_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let file = serde_json::from_str(FILE).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&file)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn a_figure_of_2021_stands_beside_its_row_of_2026() {
    let found = across(Way::Onward, &[("1.1.3", "44"), ("4.1.4", "937")]);
    assert_eq!(
        found["pl1.b1.1"],
        (String::from("44"), String::new()),
        "the same question, nothing to remark"
    );
    let (units, remark) = &found["pl1.b3.1.5"];
    assert_eq!(units, "937");
    assert_eq!(remark, "Số liệu năm 2021 gồm cả cấp huyện.");
    assert_eq!(found.len(), 2);
}

#[test]
fn two_rows_of_2021_are_added_up_and_one_alone_is_not_enough() {
    let both = across(Way::Onward, &[("1.2.1", "7"), ("1.2.2", "5")]);
    assert_eq!(both["pl1.b1.3.2"].0, "12");
    assert!(across(Way::Onward, &[("1.2.1", "7")]).is_empty());
}

#[test]
fn a_figure_that_2026_asks_twice_stands_in_both_places() {
    let found = across(Way::Onward, &[("1.3.1", "13")]);
    assert_eq!(found["pl1.b1.4.1"].0, "13");
    assert_eq!(found["pl2.b1.1.1"].0, "13");
}

/// Seed 002, 4.1: "đã hoàn thành 42 nhiệm vụ trong kế hoạch, tỷ lệ đạt 44,68%".
#[test]
fn a_share_that_2021_does_not_ask_for_is_computed_from_its_parts() {
    let found = across(Way::Onward, &[("1.1.1", "94"), ("1.1.2", "42")]);
    let (share, remark) = &found["pl1.b1.2"];
    assert_eq!(share, "44,68");
    assert!(remark.contains("không có dòng tỷ lệ này"), "{remark}");
    let half = across(Way::Onward, &[("1.1.1", "94")]);
    assert!(!half.contains_key("pl1.b1.2"));
}

#[test]
fn a_typed_share_of_2021_stands_beside_the_computed_one() {
    let found = across(Way::Onward, &[("3.4.1", "99.99")]);
    assert_eq!(found["pl2.b2.3.1"].0, "99,99");
}

#[test]
fn choices_go_across_as_their_option() {
    let found = across(Way::Onward, &[("1.4.2", "1"), ("7.1", "1")]);
    assert_eq!(found["pl1.b1.5.2"].0, "1");
    assert!(found["pl1.b6.1"].1.contains("phiên bản 2.0"));
}

#[test]
fn a_figure_of_2026_goes_back_where_one_row_answers_one() {
    let found = across(Way::Back, &[("pl1.b3.1.5", "12"), ("pl1.b1.3.2", "4")]);
    assert_eq!(found["4.1.4"].0, "12");
    assert_eq!(found.len(), 1, "a sum cannot be taken apart: {found:?}");
    let said = reason(Way::Back, "1.2.1");
    assert!(said.vi.contains("gộp") && said.en.contains("adds"));
}

#[test]
fn a_row_without_a_counterpart_says_why() {
    let said = reason(Way::Onward, "pl1.b5.1.1");
    assert_eq!(
        said.vi,
        "Biểu mẫu năm 2021 không hỏi giải ngân vốn đầu tư công."
    );
    assert_eq!(
        said.en,
        "The form of 2021 does not ask about disbursing public investment."
    );
    assert!(reason(Way::Back, "3.4.2").vi.contains("01/7/2025"));
    // The other direction does not know the row, and a heading holds no figure.
    assert_eq!(bridge().counterpart(Way::Back, "pl1.b5.1.1"), None);
    assert_eq!(bridge().counterpart(Way::Onward, "pl1.b1.3"), None);
}

#[test]
fn the_way_is_that_of_the_two_forms() {
    let bridge = bridge();
    assert_eq!(bridge.way("cchc-2021", "cchc-2026"), Some(Way::Onward));
    assert_eq!(bridge.way("cchc-2026", "cchc-2021"), Some(Way::Back));
    assert_eq!(bridge.way("cchc-2026", "cchc-2026"), None);
    assert_eq!(bridge.way("cchc-2021", "kl226-2026"), None);
}

#[test]
fn what_it_says_is_said_in_both_languages() {
    let bridge = bridge();
    let remarks = bridge.links.iter().filter_map(|link| link.remark.as_ref());
    let groups = bridge.computed.iter().chain(&bridge.only_from);
    let reasons = groups.chain(&bridge.only_to).map(|group| &group.reason);
    let mut said = BTreeSet::new();
    for phrase in remarks.chain(reasons) {
        assert!(phrase.vi.ends_with('.') && phrase.en.ends_with('.'));
        assert!(phrase.en.is_ascii(), "{}", phrase.en);
        assert!(!phrase.vi.is_ascii(), "{}", phrase.vi);
        said.insert(&phrase.vi);
    }
    assert!(said.len() > 30);
}

// The self-check.

/// The bridge with one thing changed has exactly this issue.
fn complains(change: impl FnOnce(&mut Crosswalk), place: &str, words: &str) {
    let mut bridge = bridge();
    change(&mut bridge);
    let issues = bridge.check(&cchc_2021().form, &cchc().form);
    let [issue] = issues.as_slice() else {
        panic!("not one issue: {issues:#?}");
    };
    assert!(issue.place.contains(place), "{}", issue.place);
    assert!(issue.problem.en.contains(words), "{}", issue.problem.en);
    assert_ne!(issue.problem.vi, issue.problem.en);
}

fn group(rows: &[&str]) -> Group {
    Group {
        rows: rows.iter().map(|row| (*row).to_owned()).collect(),
        reason: Phrase::new("vì", "because"),
    }
}

#[test]
fn a_row_that_a_form_does_not_have_is_told() {
    complains(
        |bridge| bridge.only_to.push(group(&["pl9.b9"])),
        "only_to[",
        "has no row “pl9.b9”",
    );
}

#[test]
fn a_row_named_twice_is_told() {
    complains(
        |bridge| bridge.only_from.push(group(&["1.1.3"])),
        "only_from[",
        "“1.1.3” is named twice",
    );
    complains(
        |bridge| bridge.links[0].also.push("pl1.b1.1".to_owned()),
        "(pl1.b1.1).to",
        "“pl1.b1.1” is named twice",
    );
}

#[test]
fn a_forgotten_row_is_told() {
    complains(
        |bridge| {
            bridge.only_from.retain(|group| group.rows != ["7.3"]);
        },
        "only_from",
        "“7.3” of the form set “cchc-2021” is not named",
    );
}

#[test]
fn rows_of_two_kinds_do_not_answer_each_other() {
    complains(
        |bridge| {
            // A count where 2026 asks for a share.
            bridge.only_from.retain(|group| group.rows != ["7.6.2"]);
            let share = bridge
                .links
                .iter_mut()
                .find(|link| link.to == "pl1.b6.3.2")
                .unwrap();
            share.from = vec!["7.6.2".to_owned()];
            bridge.only_from.push(group(&["7.6.2#1"]));
        },
        "(pl1.b6.3.2)",
        "“7.6.2” is not of one kind with row “pl1.b6.3.2”",
    );
}

#[test]
fn shares_are_never_added_up() {
    complains(
        |bridge| {
            let link = bridge
                .links
                .iter_mut()
                .find(|link| link.to == "pl2.b2.3.1")
                .unwrap();
            link.from.push("3.4.2".to_owned());
            bridge
                .only_from
                .iter_mut()
                .for_each(|group| group.rows.retain(|row| row != "3.4.2"));
        },
        "(pl2.b2.3.1)",
        "“3.4.1 + 3.4.2” is not of one kind",
    );
}

#[test]
fn choices_with_other_options_do_not_answer_each_other() {
    complains(
        |bridge| {
            let link = bridge
                .links
                .iter_mut()
                .find(|link| link.to == "pl1.b6.1")
                .unwrap();
            link.from = vec!["7.3".to_owned()];
            bridge.only_from.retain(|group| group.rows != ["7.3"]);
            bridge.only_from.push(group(&["7.1"]));
        },
        "(pl1.b6.1)",
        "“7.3” is not of one kind with row “pl1.b6.1”",
    );
}

#[test]
fn a_computed_row_has_a_formula_over_rows_with_counterparts() {
    complains(
        |bridge| {
            bridge.only_to.retain(|group| group.rows != ["pl1.b4.4"]);
            bridge.computed.push(group(&["pl1.b4.4"]));
        },
        "computed[2]",
        "“pl1.b4.4” has no formula",
    );
}

#[test]
fn a_crosswalk_of_other_forms_is_told() {
    complains(
        |bridge| bridge.from = "cchc-2019".to_owned(),
        "from",
        "names the form set “cchc-2019”, not “cchc-2021”",
    );
}

#[test]
fn a_group_without_a_reason_and_a_link_without_rows_are_told() {
    complains(
        |bridge| bridge.computed[0].reason.en.clear(),
        "computed[0]",
        "A reason is needed",
    );
    let mut bridge = bridge();
    bridge.links.push(Link {
        to: "pl1.b1.1".to_owned(),
        ..Link::default()
    });
    let issues = bridge.check(&cchc_2021().form, &cchc().form);
    let told: Vec<&str> = issues
        .iter()
        .map(|issue| issue.problem.en.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "At least one row is needed.",
            "Row “pl1.b1.1” is named twice."
        ]
    );
}

// Reading.

#[test]
fn a_file_of_another_shape_is_refused_with_its_places() {
    let broken = FILE.replacen("\"links\"", "\"link\"", 1).replacen(
        "\"to\": \"cchc-2026\"",
        "\"to\": 2026",
        1,
    );
    let complaints = read_crosswalk(&broken).unwrap_err();
    let places: Vec<&str> = complaints
        .iter()
        .map(|complaint| complaint.place.as_str())
        .collect();
    assert_eq!(places, ["to", "link"]);
    let other = FILE.replacen("bieumau.crosswalk/1", "bieumau.form/1", 1);
    assert_eq!(read_crosswalk(&other).unwrap_err().len(), 1);
}
