//! Everything in one file: what is written reads back, is canonical, and satisfies the published schema; what is cut,
//! foreign, newer or hostile is refused as a whole. And what a restore does with each report.

mod room;
mod schema;

use super::canonical::canonical;
use super::digest_of;
use crate::desk::{Desk, NOW, begin, cchc};
use bieumau::exchange::{Choice, Relation};
use bieumau::form::Level;
use bieumau::format::{
    Backup, Item, Stored, backup_is_whole, backup_text, book_text, is_newer, own_windows_text,
    read_backup, read_report, report_text,
};
use bieumau::number::Decimal;
use bieumau::period::{Period, parse_day, read_days};
use bieumau::plan::TaskBook;
use bieumau::report::{
    Agency, Consolidated, Filled, Patience, Report, Spread, Unfiled, Unit, merged,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const LATER: &str = "2026-03-12T02:11:09Z";

fn stored(revision: u64, document: String) -> Stored {
    Stored {
        revision,
        saved: LATER.to_owned(),
        document,
    }
}

fn item(path: &str, document: String) -> Item {
    Item {
        path: path.to_owned(),
        state: stored(9, document),
        past: Vec::new(),
    }
}

/// A consolidated report of the nation, with a paragraph.
fn of_the_nation() -> Report {
    let mut report = begin(&cchc());
    let nation = Agency {
        code: "vn".to_owned(),
        name: "Chính phủ".to_owned(),
        level: Level::Nation,
    };
    let unit = Unit {
        agency: std::mem::replace(&mut report.agency, nation),
        modified: NOW.to_owned(),
        digest: format!("sha256:{}", "0".repeat(64)),
        of: vec!["03646".to_owned(), "03667".to_owned()],
    };
    let mut spread = Spread {
        asked: 6,
        reported: 3,
        zeros: 1,
        not_applicable: 1,
        unreadable: 1,
        sum: Decimal::parse_canonical("41.5"),
        ..Spread::default()
    };
    spread.options.insert("1".to_owned(), 2);
    let mut made_of = Consolidated {
        units: vec![unit],
        ..Consolidated::default()
    };
    made_of.rows.insert("pl1.b1.1".to_owned(), spread);
    report.consolidated = Some(made_of);
    let words = "Đã ban hành kế hoạch.\nKhông có vướng mắc.".to_owned();
    report.paragraphs.insert("i.7".to_owned(), words);
    report
}

/// A full report with its trail and an earlier state, a consolidated one, a list, windows, a form set and a preference.
fn everything() -> Backup {
    let mut desk = Desk::quarter_one();
    desk.session.touch(LATER);
    let report = desk.session.report();
    let path = report.key().path();
    let earlier = report_text(&begin(&cchc()));
    let nation = of_the_nation();
    let mut book = TaskBook::begin("tasks-2025", 2025, report.agency.clone());
    book.modified = LATER.to_owned();
    let period = Period::parse("2026Q1").unwrap();
    let days = read_days(period, "15/12/2025", "8/3/2026", "12/3/2026").unwrap();
    Backup {
        made: LATER.to_owned(),
        reports: vec![
            Item {
                past: vec![stored(4, earlier)],
                ..item(&path, report_text(report))
            },
            item(&nation.key().path(), report_text(&nation)),
        ],
        lists: vec![item("tasks-2025/03646", book_text(&book))],
        windows: vec![item("cchc-2026/03646", own_windows_text(&[(period, days)]))],
        forms: vec![(
            "small".to_owned(),
            "{ \"id\": \"small\", \"x\": 1.50 }".to_owned(),
        )],
        preferences: vec![("agency_code".to_owned(), "03646".to_owned())],
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The text of a value as a backup is written, with its own digest.
fn sealed(mut value: Value) -> String {
    value["digest"] = json!(digest_of(&value));
    canonical(&value)
}

#[test]
fn what_is_written_reads_back_and_its_digest_is_the_one_of_the_standard() {
    let backup = everything();
    let text = backup_text(&backup);
    assert_eq!(read_backup(&text).unwrap(), backup);
    assert!(backup_is_whole(&text));
    let value = value(&text);
    assert_eq!(value["digest"], json!(digest_of(&value)));
    assert_eq!(text, format!("{}\n", canonical(&value)));
    let report = read_report(&read_backup(&text).unwrap().reports[0].state.document).unwrap();
    assert_eq!(
        report,
        read_report(&backup.reports[0].state.document).unwrap()
    );
    // A byte order mark, or a line feed that a mail program added, is no damage.
    assert!(backup_is_whole(&format!("\u{feff}{text}\n")));
}

#[test]
fn nothing_at_all_is_a_backup_too() {
    let backup = Backup {
        made: NOW.to_owned(),
        ..Backup::default()
    };
    let text = backup_text(&backup);
    assert_eq!(read_backup(&text).unwrap(), backup);
    assert!(backup_is_whole(&text));
}

#[test]
fn a_backup_that_was_changed_or_damaged_is_not_whole() {
    let text = backup_text(&everything());
    let changed = text.replacen("\"41\"", "\"47\"", 1);
    assert_ne!(changed, text);
    assert!(read_backup(&changed).is_ok());
    assert!(!backup_is_whole(&changed));
    assert!(!backup_is_whole(""));
    assert!(!backup_is_whole("{\"digest\":\"sha256:"));
}

#[test]
fn a_cut_backup_is_refused_wherever_it_was_cut() {
    let backup = Backup {
        reports: Vec::new(),
        ..everything()
    };
    let text = backup_text(&backup);
    for (end, _) in text.trim_end().char_indices() {
        assert!(read_backup(&text[..end]).is_err(), "cut at {end}");
        assert!(!backup_is_whole(&text[..end]), "cut at {end}");
    }
}

#[test]
fn what_is_no_backup_is_refused_with_the_reason() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "rác",
        "{\"format\":\"bieumau.report/1\"}",
    ] {
        let complaints = read_backup(text).unwrap_err();
        assert!(!is_newer(&complaints), "{text}");
    }
    let newer = read_backup("{\"format\":\"bieumau.backup/2\",\"x\":1}").unwrap_err();
    assert!(is_newer(&newer));
    assert!(newer[0].problem.vi.contains("mới hơn"));
}

#[test]
fn a_path_that_would_leave_its_place_or_stands_twice_is_refused() {
    let good = value(&backup_text(&everything()));
    for (place, path) in [
        ("reports", "../../etc/passwd"),
        ("reports", "cchc-2026/03646"),
        ("reports", "cchc-2026/03646/2026Q1/x"),
        ("reports", ""),
        ("work_lists", "tasks-2025"),
        ("work_lists", "a/b/c"),
        ("windows", "/x"),
    ] {
        let mut odd = good.clone();
        odd[place][0]["path"] = json!(path);
        let complaints = read_backup(&sealed(odd)).unwrap_err();
        assert!(
            complaints[0].place.ends_with("path"),
            "{place} {path:?}: {complaints:?}"
        );
    }
    let mut twice = good.clone();
    let first = twice["reports"][0].clone();
    twice["reports"].as_array_mut().unwrap().push(first);
    assert!(read_backup(&sealed(twice)).is_err());
    let mut strange = good;
    strange["of_tomorrow"] = json!(1);
    assert!(read_backup(&sealed(strange)).is_err());
}

// What becomes of each report.

fn with(moment: &str, rows: &[(&str, &str)]) -> Report {
    let mut desk = Desk::on(cchc());
    for (row, text) in rows {
        desk.enter(row, text);
        desk.session.touch(moment);
        desk.session.rest();
    }
    desk.session.touch(moment);
    desk.session.report().clone()
}

fn shown(report: &Report) -> Vec<(String, String)> {
    let rows = report.entries.iter();
    rows.map(|(row, filled)| (row.clone(), filled.written()))
        .collect()
}

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    let rows = rows.iter();
    rows.map(|(row, text)| ((*row).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn a_report_is_missing_the_same_newer_or_older_and_what_is_newer_here_stays() {
    let old = with(NOW, &[("pl1.b1.1", "5")]);
    let new = with(LATER, &[("pl1.b1.1", "6")]);
    let other = with(NOW, &[("pl1.b1.1", "7")]);
    for (here, file, relation, choice) in [
        (None, &old, Relation::OnlyInFile, Choice::Take),
        (Some(&old), &old, Relation::Same, Choice::Keep),
        (Some(&old), &new, Relation::NewerInFile, Choice::Take),
        (Some(&new), &old, Relation::NewerHere, Choice::Keep),
        (Some(&old), &other, Relation::Differs, Choice::Keep),
    ] {
        let found = Relation::of(here, file);
        assert_eq!((found, found.choice(true)), (relation, choice));
        assert!(found.choices().contains(&choice));
    }
    // Of a file that was changed by hand nothing takes the place of anything by itself.
    assert_eq!(Relation::NewerInFile.choice(false), Choice::Keep);
    assert_eq!(Relation::OnlyInFile.choice(false), Choice::Take);
    // Only its moment differs: somebody typed and took it back.
    let touched = Report {
        modified: LATER.to_owned(),
        ..old.clone()
    };
    assert_eq!(Relation::of(Some(&old), &touched), Relation::Same);
}

#[test]
fn joined_row_by_row_each_row_is_the_one_that_was_changed_last() {
    let mut here = Desk::on(cchc());
    let mut file = Desk::on(cchc());
    let type_in = |desk: &mut Desk, at: &str, row: &str, text: &str| {
        desk.enter(row, text);
        desk.session.touch(at);
        desk.session.rest();
    };
    type_in(&mut here, "2026-03-10T03:00:00Z", "pl1.b1.1", "1");
    type_in(&mut here, "2026-03-10T03:10:00Z", "pl1.b1.2.1", "41");
    type_in(&mut file, "2026-03-10T03:05:00Z", "pl1.b1.1", "2");
    type_in(&mut file, "2026-03-10T03:06:00Z", "pl1.b1.2.1", "40");
    type_in(&mut file, "2026-03-10T03:07:00Z", "pl1.b1.2.2", "21");
    // Cleared here after it was typed there: it stays cleared.
    type_in(&mut file, "2026-03-10T03:08:00Z", "pl1.b1.3.1", "9");
    type_in(&mut here, "2026-03-10T03:09:00Z", "pl1.b1.3.1", "8");
    type_in(&mut here, "2026-03-10T03:11:00Z", "pl1.b1.3.1", "");
    let (here, file) = (here.session.report(), file.session.report());
    let joined = merged(here, file);
    let expected = rows(&[
        ("pl1.b1.1", "2"),
        ("pl1.b1.2.1", "41"),
        ("pl1.b1.2.2", "21"),
    ]);
    assert_eq!(shown(&joined), expected);
    // It does not matter which of them is here.
    assert_eq!(shown(&merged(file, here)), expected);
    assert_eq!(joined.modified, "2026-03-10T03:11:00Z");
}

#[test]
fn where_no_trail_tells_the_later_report_counts_and_nothing_filled_is_lost() {
    let bare = |report: Report| Report {
        trail: Default::default(),
        ..report
    };
    let here = bare(with(NOW, &[("pl1.b1.1", "1"), ("pl1.b1.2.1", "41")]));
    let file = bare(with(LATER, &[("pl1.b1.1", "2"), ("pl1.b1.2.2", "21")]));
    let expected = rows(&[
        ("pl1.b1.1", "2"),
        ("pl1.b1.2.1", "41"),
        ("pl1.b1.2.2", "21"),
    ]);
    assert_eq!(shown(&merged(&here, &file)), expected);
    assert_eq!(Choice::Keep.outcome(Some(&here), &file), None);
    assert_eq!(Choice::Take.outcome(Some(&here), &file), Some(file.clone()));
    assert_eq!(Choice::Merge.outcome(None, &file), Some(file));
}

proptest! {
    /// Joining loses no row that is filled on one side only, makes none up, and joined with itself nothing changes.
    #[test]
    fn joining_makes_nothing_up(
        one in prop::collection::btree_map("[a-e]", "[1-9]", 0..5),
        other in prop::collection::btree_map("[a-e]", "[1-9]", 0..5),
        is_later in any::<bool>(),
    ) {
        let of = |rows: &std::collections::BTreeMap<String, String>, at: &str| {
            let mut report = Report { modified: at.to_owned(), ..Report::default() };
            for (row, text) in rows {
                let note = Filled { note: text.clone(), ..Filled::default() };
                report.entries.insert(row.clone(), note);
            }
            report
        };
        let here = of(&one, NOW);
        let file = of(&other, if is_later { LATER } else { "2026-03-01T00:00:00Z" });
        let joined = merged(&here, &file);
        for (row, filled) in &joined.entries {
            prop_assert!(here.entries.get(row) == Some(filled) || file.entries.get(row) == Some(filled));
        }
        for row in one.keys().chain(other.keys()) {
            prop_assert!(joined.entries.contains_key(row));
        }
        prop_assert_eq!(&merged(&joined, &joined).entries, &joined.entries);
    }
}

// What lies in no file.

#[test]
fn a_week_or_two_hundred_steps_without_a_file_are_told() {
    let report = with(NOW, &[("pl1.b1.1", "1"), ("pl1.b1.2.1", "41")]);
    let day = |text| parse_day(text).unwrap();
    let open = Unfiled::of(&report, None).unwrap();
    assert_eq!((open.steps, open.since.as_str()), (2, NOW));
    assert!(!open.is_due(day("2026-03-16"), Patience::SHORT));
    assert!(open.is_due(day("2026-03-17"), Patience::SHORT));
    assert!(!open.is_due(day("2026-03-17"), Patience::LONG));
    // The clock of the machine was set back: that is no week.
    assert!(!open.is_due(day("2025-03-17"), Patience::SHORT));
    let many = Unfiled { steps: 200, ..open };
    assert!(many.is_due(day("2026-03-10"), Patience::SHORT));
    assert_eq!(Unfiled::of(&report, Some(NOW)), None);
    let exported = Report {
        exported: Some(NOW.to_owned()),
        ..report.clone()
    };
    assert_eq!(Unfiled::of(&exported, None), None);
    let since = Unfiled::of(&report, Some("2026-03-10T02:00:00Z")).unwrap();
    assert_eq!(since.steps, 2);
    // A report without anything in it needs no file; one from before there was a trail does.
    assert_eq!(Unfiled::of(&begin(&cchc()), None), None);
    let bare = Report {
        trail: Default::default(),
        ..report
    };
    assert_eq!(Unfiled::of(&bare, None).unwrap().since, NOW);
}
