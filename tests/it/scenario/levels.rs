//! What a commune, a department and the province are told of the same sums: a row that only the province fills is not
//! missing in the report of a commune.

use crate::desk::{Desk, begin, cchc};
use bieumau::form::Level;
use bieumau::report::Session;
use bieumau::words::Language;

fn desk_of(level: Level) -> Desk {
    let form = cchc();
    let mut report = begin(&form);
    report.agency.level = level;
    Desk {
        session: Session::open(form, report),
    }
}

fn told(level: Level, figures: &[(&str, &str)]) -> Vec<String> {
    let mut desk = desk_of(level);
    for (row, text) in figures {
        desk.enter(row, text);
    }
    desk.findings()
        .into_iter()
        .map(|finding| finding.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

/// Row 4.1 counts leaders of the province; a commune has none.
#[test]
fn a_commune_is_told_that_its_disciplined_are_more_than_their_total() {
    let rows = [
        ("pl1.b4.4", "0"),
        ("pl1.b4.4.2", "3"),
        ("pl1.b4.4.3", "2"),
        ("pl1.b4.4.4", "0"),
    ];
    let mut desk = desk_of(Level::Commune);
    for (row, text) in rows {
        desk.enter(row, text);
    }
    assert_eq!(desk.findings().len(), 1);
    let message = desk.message("r-sum-b4.4", Language::Vi);
    assert!(
        message.contains("(5)") && message.contains("(0)"),
        "{message}"
    );
    desk.enter("pl1.b4.4", "5");
    assert!(desk.findings().is_empty());
    // The same figures of the province may yet want what is missing.
    assert!(told(Level::Province, &rows).is_empty());
    assert_eq!(told(Level::Department, &rows), ["r-sum-b4.4"]);
}

#[test]
fn documents_and_public_units_of_one_level_must_be_all_there_are() {
    let documents = [("pl1.b2.1", "5"), ("pl1.b2.1.2", "4")];
    assert_eq!(told(Level::Commune, &documents), ["r-sum-b2.1"]);
    assert!(told(Level::Province, &documents).is_empty());
    let units = [("pl1.b3.1.5", "9"), ("pl1.b3.1.5.3", "8")];
    assert_eq!(told(Level::Commune, &units), ["r-sum-b3.1.5"]);
    // Row 1.5.2 is that of a department, and it is missing.
    assert!(told(Level::Department, &units).is_empty());
    let units = [("pl1.b3.1.5", "9"), ("pl1.b3.1.5.2", "8")];
    assert_eq!(told(Level::Department, &units), ["r-sum-b3.1.5"]);
}

/// What stands in a row counts, whoever is asked for it.
#[test]
fn a_figure_in_a_row_of_another_level_counts() {
    let rows = [("pl1.b2.1", "5"), ("pl1.b2.1.1", "1"), ("pl1.b2.1.2", "4")];
    assert!(told(Level::Commune, &rows).is_empty());
    let none = [
        ("pl1.b2.1", "5"),
        ("pl1.b2.1.1", "không phát sinh"),
        ("pl1.b2.1.2", "4"),
    ];
    assert_eq!(told(Level::Commune, &none), ["r-sum-b2.1"]);
    let unreadable = [
        ("pl1.b2.1", "5"),
        ("pl1.b2.1.1", "chưa rõ"),
        ("pl1.b2.1.2", "4"),
    ];
    assert_eq!(told(Level::Commune, &unreadable), ["unreadable"]);
}

/// A total alone contradicts nothing, and neither does a sum in which a row of the level is missing.
#[test]
fn what_is_missing_of_the_own_level_still_makes_no_finding() {
    assert!(told(Level::Commune, &[("pl1.b2.1", "5")]).is_empty());
    assert!(told(Level::Department, &[("pl1.b2.1", "5")]).is_empty());
    let part = [("pl1.b4.4", "0"), ("pl1.b4.4.2", "3")];
    assert!(told(Level::Commune, &part).is_empty());
}
