//! What is set aside or comes in with a remark: twice, another period, another version, another form set, changed by hand.

use super::{
    NOW, PERIOD, agency, begun, collected, decimal, file, intake, province, returned, settled,
    total,
};
use crate::desk::{cchc, cchc_2021};
use bieumau::consolidate::{Aside, Place, Taken};
use bieumau::exchange::{Intake, NotTaken, export_json};
use bieumau::form::Level::{Commune, Department, Nation};
use bieumau::format::read_crosswalk;
use bieumau::number::Decimal;
use bieumau::report::{FormName, Report, ReportPeriod, Session, State};
use std::sync::Arc;

const COUNT: &str = "pl1.b1.1";
const CROSSWALK: &str = include_str!("../../../forms/crosswalk-cchc-2021-2026.json");

fn number(files: &[String]) -> Option<Decimal> {
    let collection = collected(files);
    let (_, totals) = settled(&collection);
    total(&collection, &totals, COUNT).number()
}

#[test]
fn the_very_same_file_comes_in_once() {
    let text = file(agency("03646", Commune), &[(COUNT, "5")]);
    let mut collection = collected([&text]);
    assert_eq!(collection.take(returned(&text)), Taken::Again);
    let renamed = intake().read("bản sao.json", &text).unwrap();
    assert_eq!(collection.take(renamed), Taken::Again);
    assert_eq!(collection.returns().len(), 1);
}

#[test]
fn of_three_reports_of_one_agency_the_last_counts_and_the_others_name_it() {
    let early = file(agency("03646", Commune), &[(COUNT, "5")]);
    let later = |day: &str, figure: &str| {
        early
            .replace("03-10T02:11:09Z", &format!("{day}T02:11:09Z"))
            .replace("\"5\"", &format!("\"{figure}\""))
    };
    let files = [later("03-12", "7"), early.clone(), later("03-11", "6")];
    let (settled, _) = settled(&collected(&files));
    let earlier = Place::Aside(Aside::Earlier { later: 2 });
    assert_eq!(settled.places, [earlier, earlier, Place::Counts]);
    assert_eq!(number(&files), Some(decimal("7")));
}

#[test]
fn another_period_is_set_aside_and_hides_no_report_of_this_one() {
    let text = file(agency("03646", Commune), &[(COUNT, "5")]);
    let mut report = begun(agency("03646", Commune)).report().clone();
    report.period.id = "2026S1".to_owned();
    "2026-07-01T00:00:00Z".clone_into(&mut report.modified);
    let mut other = Session::open(cchc(), report);
    other.enter(cchc().form.cell(COUNT).unwrap(), "9");
    let files = [export_json(&other), text];
    let (settled, _) = settled(&collected(&files));
    let other = Place::Aside(Aside::OtherPeriod);
    assert_eq!(settled.places, [Place::Counts, other]);
    assert_eq!(number(&files), Some(decimal("5")));
}

#[test]
fn who_is_not_below_and_who_is_left_out_is_set_aside() {
    let files = [
        file(agency("03646", Commune), &[(COUNT, "5")]),
        file(agency("x-so", Department), &[(COUNT, "7")]),
        file(agency("vn", Nation), &[(COUNT, "900")]),
    ];
    let mut collection = collected(&files);
    collection.leave_out("x-so", true);
    let places = collection.settle().places;
    let aside = |place: Aside| Place::Aside(place);
    assert_eq!(
        places,
        [Place::Counts, aside(Aside::NotBelow), aside(Aside::LeftOut)]
    );
}

#[test]
fn another_version_of_the_form_set_comes_in_and_says_so() {
    let mut report = begun(agency("03646", Commune)).report().clone();
    report.form.version = 9;
    let mut session = Session::open(cchc(), report);
    session.enter(cchc().form.cell(COUNT).unwrap(), "5");
    let text = export_json(&session);
    let remark = returned(&text).remark.unwrap();
    assert!(remark.vi.contains("phiên bản 9"), "{}", remark.vi);
    assert_eq!(number(&[text]), Some(decimal("5")));
}

/// A report on the form set of 2021 for this period.
fn of_2021(figures: &[(&str, &str)]) -> String {
    let name = FormName {
        id: "cchc-2021".to_owned(),
        version: cchc_2021().form.version,
    };
    let period = ReportPeriod {
        id: PERIOD.to_owned(),
        ..ReportPeriod::default()
    };
    let report = Report::begin(name, agency("03646", Commune), period, NOW);
    let mut session = Session::open(cchc_2021(), report);
    for (row, text) in figures {
        session.enter(session.form().form.cell(row).unwrap(), text);
    }
    export_json(&session)
}

#[test]
fn a_report_of_2021_is_brought_over_by_the_crosswalk_or_refused() {
    let text = of_2021(&[("1.1.3", "5"), ("1.1.1", "94")]);
    let refused = intake().read("cũ.json", &text);
    assert_eq!(refused, Err(NotTaken::OtherForm("cchc-2021".to_owned())));
    assert!(refused.unwrap_err().words().vi.contains("cchc-2021"));

    let crosswalk = Arc::new(read_crosswalk(CROSSWALK).unwrap());
    let intake = Intake {
        others: vec![(cchc_2021(), crosswalk)],
        ..intake()
    };
    let over = intake.read("cũ.json", &text).unwrap();
    assert!(over.remark.as_ref().unwrap().vi.contains("cchc-2021"));
    assert_eq!((over.file.as_str(), over.is_altered), ("cũ.json", false));
    let mut collection = collected(&[file(agency("03667", Commune), &[(COUNT, "8")])]);
    assert_eq!(collection.take(over), Taken::In);
    let (_, totals) = settled(&collection);
    assert_eq!(
        total(&collection, &totals, COUNT).number(),
        Some(decimal("13"))
    );
}

#[test]
fn a_file_that_was_changed_by_hand_comes_in_and_says_so() {
    let text = file(
        agency("03646", Commune),
        &[(COUNT, "5"), ("pl1.b6.4.3.1", "10"), ("pl1.b6.4.3.2", "9")],
    );
    assert!(!returned(&text).is_altered);
    let changed = returned(&text.replace("\"9\"", "\"8\""));
    assert!(changed.is_altered);
    // The ratio of the file is still that of 9.
    assert_eq!(changed.miscomputed, 1);
    assert_ne!(changed.digest, returned(&text).digest);
}

#[test]
fn errors_left_in_and_warnings_come_along_with_their_reasons() {
    let text = file(
        agency("03646", Commune),
        &[("pl1.b6.4.3.1", "10"), ("pl1.b6.4.3.2", "19")],
    );
    let one = returned(&text);
    let severity = bieumau::report::Severity::Error;
    assert!(one.left(severity) > 0, "{:?}", one.findings);
    assert!(
        one.findings[0].message.vi.contains("19"),
        "{:?}",
        one.findings[0]
    );
    assert_eq!(one.state, State::Draft);
}

#[test]
fn the_report_of_the_province_itself_is_never_added() {
    let files = [
        file(agency("03646", Commune), &[(COUNT, "5")]),
        file(province(), &[(COUNT, "500")]),
    ];
    assert_eq!(number(&files), Some(decimal("5")));
}
