//! The form sets of the project pass their own check and the published schema.

use crate::desk::form_text;
use bieumau::form::BUILT_IN;
use bieumau::format::{read_form_set, read_windows};
use bieumau::period::{Period, PeriodKind, Windows};
use bieumau::report::open_form;

const SMALL: &str = include_str!("../../../schemas/examples/small-form.json");
const SCHEMA: &str = include_str!("../../../schemas/form.schema.json");

#[test]
fn the_built_in_form_sets_have_no_issue() {
    assert!(!BUILT_IN.is_empty());
    for built_in in BUILT_IN {
        let set = read_form_set(&form_text(built_in.id)).unwrap();
        assert_eq!(set.id, built_in.id);
        // The list shows the title before the file has come.
        assert_eq!((&*set.title.vi, &*set.title.en), (built_in.vi, built_in.en));
        let (open, issues) = open_form(set);
        assert_eq!(issues, [], "{}", built_in.id);
        assert!(!open.form.rows.is_empty());
    }
}

#[test]
fn every_built_in_form_set_has_windows_for_all_its_periods() {
    let files = ["windows-cchc", "windows-kl226", "windows-cchc-2021"];
    let all: Vec<Windows> = files
        .iter()
        .map(|file| read_windows(&form_text(file)).unwrap())
        .collect();
    for built_in in BUILT_IN {
        let its = |windows: &&Windows| windows.form_sets.iter().any(|id| id == built_in.id);
        let windows: Vec<&Windows> = all.iter().filter(its).collect();
        assert_eq!(windows.len(), 1, "{}", built_in.id);
        let set = read_form_set(&form_text(built_in.id)).unwrap();
        for word in set.periods {
            let kind = PeriodKind::from_word(&word).unwrap();
            let period = Period { year: 2030, kind };
            assert!(windows[0].of(period).is_some(), "{}: {word}", built_in.id);
        }
    }
}

#[test]
fn the_example_has_no_issue() {
    let (open, issues) = open_form(read_form_set(SMALL).unwrap());
    assert_eq!(issues, []);
    assert_eq!(open.form.rows.len(), 13);
}

#[test]
fn the_form_sets_satisfy_the_published_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let built_in = BUILT_IN.iter().map(|built_in| form_text(built_in.id));
    for text in built_in.chain([SMALL.to_owned()]) {
        let value = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&value)
            .map(|fault| fault.to_string())
            .collect();
        assert_eq!(faults, [""; 0]);
    }
}
