//! Nothing is added twice, and nothing of an earlier day stays: units in several consolidated returns, units that are taken
//! out again, returns that come while others are shown.

use super::{
    NOW, agency, begun, collected, decimal, file, intake, into_agency, made, province, returned,
    settled, total,
};
use crate::desk::{cchc, cchc_2021};
use bieumau::consolidate::{Aside, Collection, Overlap, Place, Taken, is_added, overlaps};
use bieumau::exchange::consolidation::doubts_table;
use bieumau::exchange::{Intake, export_json};
use bieumau::form::Level::{Commune, Department, Nation, Province};
use bieumau::format::read_crosswalk;
use bieumau::report::{Consolidated, Entry, FormName, Report, Session, Unit};
use std::sync::Arc;

const COUNT: &str = "pl1.b1.1";
const CROSSWALK: &str = include_str!("../../../forms/crosswalk-cchc-2021-2026.json");

fn commune(code: &str, figure: &str) -> String {
    file(agency(code, Commune), &[(COUNT, figure)])
}

fn whole(code: &str, files: &[String]) -> String {
    made(&into_agency(agency(code, Province), files))
}

fn again(collection: &Collection, base: Report) -> Report {
    let (settled, totals) = settled(collection);
    collection.report(&settled, &totals, base, NOW)
}

#[test]
fn a_unit_in_two_consolidated_returns_is_told_for_it_is_added_twice() {
    let shared = commune("03646", "5");
    let files = [
        whole("11", &[shared.clone(), commune("03667", "3")]),
        whole("12", &[shared, commune("03670", "4")]),
    ];
    let mut collection = into_agency(agency("nation", Nation), &files);
    let (settled, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, COUNT).number(),
        Some(decimal("17"))
    );
    let overlap = Overlap {
        at: [0, 1],
        units: vec!["Đơn vị 03646".to_owned()],
    };
    assert_eq!(
        overlaps(&collection, &settled),
        std::slice::from_ref(&overlap)
    );
    let words = overlap.words(&collection).unwrap();
    assert!(
        words
            .vi
            .contains("Đơn vị 11 và của Đơn vị 12 cùng gồm 1 đơn vị: Đơn vị 03646")
    );
    assert!(words.en.contains("added twice"), "{}", words.en);
    let table = doubts_table(&collection, &settled, &totals);
    assert_eq!(table.lines.len(), 1);
    assert_eq!(table.lines[0].len(), table.heads.len());
    // One of the two left out, all is well.
    collection.leave_out("12", true);
    assert_eq!(overlaps(&collection, &collection.settle()), []);
}

#[test]
fn of_many_units_in_two_consolidated_returns_the_first_are_named() {
    let codes = ["03646", "03650", "03652", "03667", "03670", "03679"];
    let shared: Vec<String> = codes.iter().map(|code| commune(code, "1")).collect();
    let files = [whole("11", &shared), whole("12", &shared)];
    let collection = into_agency(agency("nation", Nation), &files);
    let found = overlaps(&collection, &collection.settle());
    let words = found[0].words(&collection).unwrap();
    assert!(words.vi.contains("6 đơn vị: Đơn vị 03646"), "{}", words.vi);
    assert!(words.vi.contains("Đơn vị 03670, …"), "{}", words.vi);
}

#[test]
fn a_consolidated_return_of_the_form_of_2021_still_knows_its_units() {
    let form = cchc_2021();
    let name = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    let mut report = begun(agency("11", Province)).report().clone();
    report.form = name;
    let unit = Unit {
        agency: agency("03646", Commune),
        modified: NOW.to_owned(),
        digest: format!("sha256:{}", "0".repeat(64)),
        of: Vec::new(),
    };
    let mut whole = Consolidated::default();
    whole.units.push(unit);
    report.consolidated = Some(whole);
    let mut old = Session::open(form.clone(), report);
    let crosswalk = Arc::new(read_crosswalk(CROSSWALK).unwrap());
    let cell = form.form.cells().find(|cell| {
        let row = form.form.row(*cell).unwrap();
        row.is_entry() && row.kind.is_number()
    });
    old.enter(cell.unwrap(), "9");
    let intake_of_both = Intake {
        others: vec![(form, crosswalk)],
        ..intake()
    };
    let mut collection = Collection::new(cchc(), super::PERIOD, agency("nation", Nation));
    let old = intake_of_both.read("cũ.json", &export_json(&old)).unwrap();
    assert_eq!(collection.take(old), Taken::In);
    collection.take(returned(&commune("03646", "5")));
    let inside = Aside::Inside {
        whole: 1,
        is_another: true,
    };
    assert_eq!(
        collection.settle().places,
        [Place::Aside(inside), Place::Counts]
    );
}

/// The row is filled by departments alone: with the only one gone nobody is asked any more, and its total of yesterday
/// stayed in the report.
#[test]
fn a_total_goes_with_the_only_unit_that_was_asked_for_it() {
    let row = {
        let form = &cchc().form;
        let found = form.cells().find(|cell| {
            let row = form.row(*cell).unwrap();
            let is_theirs = row.is_for(Department) && !row.is_for(Commune);
            is_theirs && is_added(row)
        });
        form.row(found.unwrap()).unwrap().id.clone()
    };
    let files = [
        commune("03646", "5"),
        file(agency("x-so", Department), &[(&row, "100")]),
    ];
    let entry = |report: &Report| {
        let filled = report.entries.get(&row);
        filled
            .map(|filled| filled.entry.clone())
            .unwrap_or_default()
    };
    let first = again(&collected(&files), begun(province()).report().clone());
    assert_eq!(entry(&first), Entry::Number(decimal("100")));
    let second = again(&collected(&files[..1]), first.clone());
    assert_eq!(entry(&second), Entry::Blank);
    // What the province has typed over it is its own.
    let mut own = Session::open(cchc(), first);
    let cell = own.form().form.cell(&row).unwrap();
    own.enter(cell, "7");
    let third = again(&collected(&files[..1]), own.report().clone());
    assert_eq!(entry(&third), Entry::Number(decimal("7")));
}

#[test]
fn what_waits_comes_in_at_once_and_the_same_once() {
    let [one, two, three] = ["03646", "03667", "03670"].map(|code| commune(code, "5"));
    let mut collection = collected([&two]);
    let mut waiting = collected([&three, &one]);
    assert!(collection.has(&returned(&two)) && !collection.has(&returned(&one)));
    waiting.take(returned(&two));
    collection.take_all(&mut waiting);
    assert_eq!(waiting.returns().len(), 0);
    let codes: Vec<&str> = collection
        .returns()
        .iter()
        .map(|one| one.agency.code.as_str())
        .collect();
    assert_eq!(codes, ["03646", "03667", "03670"]);
}
