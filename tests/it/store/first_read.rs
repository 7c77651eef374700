//! The first read of a report: what stands in the record, what the journal adds, and what is done when one of
//! them is broken, newer, or gone.

use super::{KEY, NOW, edit, envelope, load_with, now, shelf_with};
use bieumau::format::checksum::sha256_hex;
use bieumau::store::{
    ASIDE, Due, Envelope, Found, MemoryShelf, Opening, REPORTS, SaveState, Shelf, ShelfError,
    Spoilt, Trouble, Write, kept_aside, list, load, open, report_key, set_aside,
};

#[test]
fn the_key_of_a_report_stands_under_reports() {
    assert_eq!(report_key("cchc-2026/03646/2026Q1"), KEY);
}

#[test]
fn a_record_comes_back_with_its_body_and_nothing_to_replay() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "body").seal())]);
    let loaded = load_with(&shelf, 7, &[]);
    assert_eq!(
        (loaded.body(), loaded.edits.len(), loaded.missing),
        (Some("body"), 0, None)
    );
    assert_eq!(
        loaded.pace().state(),
        SaveState::Saved {
            at: Some(NOW.to_owned())
        }
    );
    assert_eq!(loaded.pace().due(0), Due::Never);
}

#[test]
fn edits_that_no_commit_reached_are_replayed_and_committed_at_once() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "body").seal())]);
    let loaded = load_with(&shelf, 7, &[(8, "a", "1"), (9, "b", "2")]);
    assert_eq!(loaded.edits, [edit("a", "1"), edit("b", "2")]);
    let mut pace = loaded.pace();
    assert_eq!(pace.state(), SaveState::Saving);
    assert_eq!(pace.begin(0), Some(9));
}

#[test]
fn edits_in_the_very_first_seconds_are_replayed_over_a_blank_report() {
    let loaded = load_with(&MemoryShelf::new(), 0, &[(1, "a", "1")]);
    assert_eq!((&loaded.opening, loaded.missing), (&Opening::Absent, None));
    assert_eq!(loaded.edits, [edit("a", "1")]);
}

#[test]
fn a_journal_from_an_earlier_moment_undoes_nothing() {
    // A crash may bring back localStorage as it was minutes ago.
    let shelf = shelf_with(&[(KEY, &envelope(12, "a is 5").seal())]);
    let loaded = load_with(&shelf, 3, &[(4, "a", "4")]);
    assert_eq!(loaded.edits, []);
    assert_eq!(loaded.pace().edited(0), Some(13));
}

#[test]
fn a_journal_that_was_not_trimmed_in_time_replays_only_what_is_newer() {
    let shelf = shelf_with(&[(KEY, &envelope(9, "body").seal())]);
    let loaded = load_with(&shelf, 7, &[(8, "a", "1"), (9, "b", "2"), (10, "c", "3")]);
    assert_eq!(loaded.edits, [edit("c", "3")]);
}

#[test]
fn a_record_that_vanished_is_an_alarm_and_not_a_blank_form() {
    let loaded = load_with(&MemoryShelf::new(), 7, &[(8, "a", "1")]);
    assert_eq!((loaded.missing, loaded.edits.len()), (Some(7), 1));
    assert_eq!(loaded.pace().edited(0), Some(9));
}

#[test]
fn a_record_that_fell_back_is_an_alarm_too() {
    let shelf = shelf_with(&[(KEY, &envelope(5, "old").seal())]);
    let loaded = load_with(&shelf, 7, &[]);
    assert_eq!((loaded.missing, loaded.body()), (Some(7), Some("old")));
}

#[test]
fn a_broken_record_is_copied_aside_before_its_place_is_taken() {
    let shelf = shelf_with(&[(KEY, "half a reco")]);
    let loaded = load_with(&shelf, 7, &[(8, "a", "1")]);
    let aside = format!("{ASIDE}{KEY}/{}", &sha256_hex(b"half a reco")[..16]);
    assert_eq!(
        loaded.opening,
        Opening::Broken {
            why: Spoilt::NotARecord,
            aside: aside.clone()
        }
    );
    assert_eq!(loaded.edits, [edit("a", "1")]);
    assert_eq!(shelf.texts()[&aside], "half a reco");
    assert_eq!(shelf.texts().get(KEY).unwrap(), "half a reco");
    assert!(loaded.pace().edited(0).is_some());
}

#[test]
fn what_lies_aside_is_neither_copied_twice_nor_written_over() {
    let shelf = shelf_with(&[(KEY, "broken one")]);
    let first = now(open(&shelf, KEY));
    assert_eq!(now(open(&shelf, KEY)), first);
    now(shelf.put(KEY, "broken two")).unwrap();
    now(open(&shelf, KEY));
    let mut texts: Vec<String> = now(kept_aside(&shelf))
        .unwrap()
        .into_iter()
        .map(|aside| aside.text)
        .collect();
    texts.sort();
    assert_eq!(texts, ["broken one", "broken two"]);
}

#[test]
fn nothing_is_written_where_a_copy_could_not_be_set_aside() {
    /// Reads, and has no room for writing.
    struct Narrow(MemoryShelf);
    impl Shelf for Narrow {
        async fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
            self.0.get(key).await
        }
        async fn put(&self, _: &str, _: &str) -> Result<(), ShelfError> {
            Err(ShelfError::Full)
        }
        async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
            self.0.keys(prefix).await
        }
        async fn remove(&self, _: &str) -> Result<(), ShelfError> {
            Err(ShelfError::Full)
        }
        async fn exchange(
            &self,
            _: &[String],
            _: &str,
            _: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
        ) -> Result<(), ShelfError> {
            Err(ShelfError::Full)
        }
    }
    let shelf = Narrow(shelf_with(&[(KEY, "broken")]));
    let loaded = now(load(&shelf, KEY, None));
    assert_eq!(loaded.opening, Opening::Unread(ShelfError::Full));
    let mut pace = loaded.pace();
    pace.edited(0);
    pace.urge();
    assert_eq!(pace.begin(60_000), None);
}

#[test]
fn a_broken_record_harms_no_other() {
    let shelf = shelf_with(&[
        ("report/f/1/2026Q1", &envelope(1, "one").seal()),
        ("report/f/2/2026Q1", "{\"record\""),
        ("report/f/3/2026Q1", "{\"record\":\"bieumau.record/2\"}"),
        ("report/f/4/2026Q1", &envelope(4, "four").seal()),
        ("reports-of-another", "x"),
    ]);
    let listed = now(list(&shelf, REPORTS)).unwrap();
    let kept: Vec<bool> = listed
        .iter()
        .map(|one| matches!(one.opening, Opening::Kept(_)))
        .collect();
    assert_eq!(kept, [true, false, false, true]);
    assert!(matches!(listed[1].opening, Opening::Broken { .. }));
    assert_eq!(
        listed[2].opening,
        Opening::Newer {
            found: "bieumau.record/2".to_owned()
        }
    );
}

#[test]
fn a_newer_record_is_not_touched_and_not_replayed_over() {
    let newer = "{\"record\":\"bieumau.record/2\"}";
    let shelf = shelf_with(&[(KEY, newer)]);
    let loaded = load_with(&shelf, 7, &[(8, "a", "1")]);
    let mut pace = loaded.pace();
    assert_eq!((loaded.edits.len(), pace.edited(0)), (0, None));
    pace.urge();
    assert_eq!(pace.begin(0), None);
    let why = Trouble::Newer {
        found: "bieumau.record/2".to_owned(),
    };
    assert_eq!(pace.state(), SaveState::Failed { why });
    assert_eq!(shelf.texts().len(), 1);
}

#[test]
fn a_newer_journal_locks_the_report_as_well() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "body").seal())]);
    let loaded = now(load(
        &shelf,
        KEY,
        Some("{\"journal\":\"bieumau.journal/3\"}"),
    ));
    assert_eq!(
        loaded.opening,
        Opening::Newer {
            found: "bieumau.journal/3".to_owned()
        }
    );
    assert_eq!(loaded.pace().edited(0), None);
}

#[test]
fn a_broken_journal_is_copied_aside_and_the_record_is_fine() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "body").seal())]);
    let loaded = now(load(&shelf, KEY, Some("{\"journal\":")));
    assert_eq!(loaded.body(), Some("body"));
    let aside = loaded.journal_aside.unwrap();
    assert_eq!(shelf.texts()[&aside], "{\"journal\":");
}

#[test]
fn a_body_that_the_caller_cannot_read_goes_aside_whole() {
    let sealed = envelope(7, "not a report").seal();
    let shelf = shelf_with(&[(KEY, &sealed)]);
    let loaded = now(load_with(&shelf, 7, &[(8, "a", "1")]).set_body_aside(&shelf, KEY));
    let Opening::Broken { aside, .. } = &loaded.opening else {
        panic!("{:?}", loaded.opening);
    };
    assert_eq!(shelf.texts()[aside], sealed);
    assert_eq!(loaded.edits, [edit("a", "1")]);
    assert_eq!(loaded.pace().edited(0), Some(9));
}

#[test]
fn a_body_from_a_newer_page_locks_the_report() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "newer").seal())]);
    let loaded = load_with(&shelf, 7, &[(8, "a", "1")]).lock("bieumau.report/2".to_owned());
    assert_eq!((loaded.edits.len(), loaded.pace().edited(0)), (0, None));
}

#[test]
fn a_blocked_shelf_leaves_the_page_in_memory_and_says_so() {
    let shelf = MemoryShelf::new();
    shelf.fail_with(Some(ShelfError::Blocked));
    let loaded = load_with(&shelf, 0, &[(1, "a", "1")]);
    assert_eq!(loaded.edits, [edit("a", "1")]);
    let mut pace = loaded.pace();
    assert_eq!(pace.edited(0), Some(2));
    pace.urge();
    assert_eq!(pace.due(60_000), Due::Never);
    assert_eq!(
        pace.state(),
        SaveState::Failed {
            why: Trouble::Blocked
        }
    );
}

#[test]
fn a_shelf_that_could_not_be_read_is_never_written_even_when_it_works_again() {
    let shelf = shelf_with(&[(KEY, &envelope(7, "body").seal())]);
    shelf.fail_with(Some(ShelfError::Gone));
    let mut pace = load_with(&shelf, 0, &[]).pace();
    shelf.fail_with(None);
    pace.edited(0);
    assert_eq!(pace.begin(60_000), None);
    assert_eq!(
        Envelope::open(shelf.texts().get(KEY).unwrap())
            .unwrap()
            .body,
        "body"
    );
}

#[test]
fn a_failed_copy_aside_is_an_error() {
    let shelf = MemoryShelf::new();
    shelf.fail_with(Some(ShelfError::Full));
    assert_eq!(now(set_aside(&shelf, KEY, "x")), Err(ShelfError::Full));
}
