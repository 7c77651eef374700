//! What consolidation got wrong once.

use super::{
    NOW, agency, begun, collected, decimal, file, into_agency, made, province, returned, settled,
    total,
};
use crate::desk::cchc;
use bieumau::consolidate::{Aside, Collection, NoTotal, Place};
use bieumau::exchange::export_json;
use bieumau::form::Level::{Commune, Nation, Province};
use bieumau::report::{Consolidated, Entry, Report, Session, Spread, Unit};

const COUNT: &str = "pl1.b1.1";

fn again(collection: &Collection, base: Report) -> Report {
    let (settled, totals) = settled(collection);
    collection.report(&settled, &totals, base, NOW)
}

/// Its own helper sheet fed the row, and hid what the units add up to.
#[test]
fn a_total_is_not_hidden_by_a_helper_sheet_of_the_agency_that_consolidates() {
    let row = "pl2.b2.3.2.1";
    let collection = collected(&[
        file(agency("03646", Commune), &[(row, "400")]),
        file(agency("03667", Commune), &[(row, "20")]),
    ]);
    let mut own = begun(province());
    let cell = own.form().form.cell("ledger.2.3").unwrap();
    for (helper, text) in [("ledger.2.3", "7"), ("ledger.2.3.1", "7")] {
        let cell = own.form().form.cell(helper).unwrap();
        own.enter(cell, text);
    }
    assert!(own.form().form.row(cell).unwrap().is_entry() || own.derived(cell).is_some());
    let report = again(&collection, own.report().clone());
    let session = Session::open(cchc(), report);
    let cell = session.form().form.cell(row).unwrap();
    let shown = session
        .derived(cell)
        .map(|derived| derived.value)
        .unwrap_or_else(|| match session.entry(cell) {
            Entry::Number(number) => Ok(*number),
            _ => Ok(decimal("0")),
        });
    assert_eq!(shown, Ok(decimal("420")));
}

/// The note of yesterday stayed, because an officer's own note stays.
#[test]
fn the_count_of_options_beside_a_row_is_that_of_today() {
    let row = "pl1.b1.5";
    let files = [
        file(agency("03646", Commune), &[(row, "1")]),
        file(agency("03667", Commune), &[(row, "1")]),
        file(agency("03670", Commune), &[(row, "0")]),
    ];
    let base = begun(province()).report().clone();
    let first = again(&collected(&files[..2]), base.clone());
    assert!(
        first
            .entries
            .get(row)
            .unwrap()
            .note
            .ends_with("(trong 2 đơn vị)")
    );
    let second = again(&collected(&files), first);
    assert!(
        second
            .entries
            .get(row)
            .unwrap()
            .note
            .ends_with("(trong 3 đơn vị)"),
        "{}",
        second.entries.get(row).unwrap().note
    );

    let mut own = begun(province());
    own.set_note(own.form().form.cell(row).unwrap(), "Theo Công văn 12");
    let noted = again(&collected(&files), own.report().clone());
    assert_eq!(noted.entries.get(row).unwrap().note, "Theo Công văn 12");
    // Nobody has chosen any more.
    let empty = again(
        &collected(&[file(agency("03646", Commune), &[])]),
        again(&collected(&files), base),
    );
    assert!(!empty.entries.contains_key(row));
}

/// It was left out one level higher as if nobody had reported.
#[test]
fn a_sum_that_is_too_long_is_too_long_one_level_higher_too() {
    let long = "900000000000000000000000000000";
    let files = [
        file(agency("03646", Commune), &[(COUNT, long)]),
        file(agency("03667", Commune), &[(COUNT, long)]),
    ];
    let collection = collected(&files);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, COUNT).figure,
        Err(NoTotal::TooLarge)
    );
    let nation = into_agency(agency("vn", Nation), [&made(&collection)]);
    let (_, above) = settled(&nation);
    assert_eq!(
        total(&nation, &above, COUNT),
        total(&collection, &totals, COUNT)
    );
}

/// A file may say anything.
#[test]
fn counts_that_no_country_has_do_not_overflow() {
    let spread = Spread {
        asked: u32::MAX,
        reported: u32::MAX,
        not_applicable: u32::MAX,
        unreadable: u32::MAX,
        ..Spread::default()
    };
    assert_eq!(spread.blank(), 0);
}

/// A consolidated return of these units, as a file.
fn whole(code: &str, inner: &[(&str, &[&str])], figure: &str, modified: &str) -> String {
    let mut session = begun(agency(code, Province));
    session.enter(session.form().form.cell(COUNT).unwrap(), figure);
    let unit = |(code, of): &(&str, &[&str])| Unit {
        agency: agency(code, Commune),
        modified: NOW.to_owned(),
        digest: format!("sha256:{}", "0".repeat(64)),
        of: of.iter().map(|code| (*code).to_owned()).collect(),
    };
    let mut report = session.report().clone();
    modified.clone_into(&mut report.modified);
    report.consolidated = Some(Consolidated {
        units: inner.iter().map(unit).collect(),
        ..Consolidated::default()
    });
    export_json(&Session::open(cchc(), report))
}

/// The unit was set aside for a return that was itself set aside, and was in no total.
#[test]
fn what_is_only_in_a_return_that_is_set_aside_counts_itself() {
    // The outer return knows an earlier state of the inner one, in which the commune was not yet.
    let outer = whole("20", &[("14", &["03646"]), ("x", &[])], "10", NOW);
    let inner = whole("14", &[("03646", &[]), ("03667", &[])], "9", NOW);
    let files = [
        outer,
        inner,
        file(agency("03646", Commune), &[(COUNT, "4")]),
        file(agency("03667", Commune), &[(COUNT, "5")]),
    ];
    let collection = into_agency(agency("vn", Nation), &files);
    let places = collection.settle().places;
    let codes: Vec<&str> = collection
        .returns()
        .iter()
        .map(|one| one.agency.code.as_str())
        .collect();
    assert_eq!(codes, ["03646", "03667", "14", "20"]);
    let inside = |at: usize| matches!(places[at], Place::Aside(Aside::Inside { whole: 3, .. }));
    assert!(inside(0) && inside(2), "{places:?}");
    assert_eq!(places[1], Place::Counts);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, COUNT).number(),
        Some(decimal("15"))
    );
    assert!(returned(&files[3]).consolidated.is_none());
}
