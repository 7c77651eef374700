//! Two copies of a record, what the journal adds to the older one, and earlier states.

use super::{KEY, NOW, edit, envelope, now, shelf_with};
use bieumau::store::slots::{Held, SECOND, Slots, places};
use bieumau::store::{
    Due, Envelope, Found, Journal, MemoryShelf, Noting, Opening, Shelf, Spoilt, Write, keep, list,
    load, names, open, past,
};
use proptest::prelude::*;

fn second() -> String {
    format!("{SECOND}{KEY}")
}

fn texts(first: Option<&Envelope>, other: Option<&Envelope>) -> Vec<Option<String>> {
    [first, other]
        .map(|envelope| envelope.map(Envelope::seal))
        .to_vec()
}

#[test]
fn a_write_never_takes_the_copy_that_holds_the_record() {
    let (old, new) = (envelope(4, "old"), envelope(5, "new"));
    for (found, next) in [
        (texts(None, None), 0),
        (texts(Some(&new), None), 1),
        (texts(Some(&old), Some(&new)), 0),
        (texts(Some(&new), Some(&old)), 1),
        (texts(None, Some(&new)), 0),
    ] {
        assert_eq!(Slots::look(&found).next, next, "{found:?}");
    }
}

#[test]
fn a_damaged_copy_leaves_the_other_one_and_is_the_next_to_be_written() {
    let mut found = texts(Some(&envelope(5, "new")), Some(&envelope(4, "old")));
    let damaged = found[0].as_mut().unwrap();
    *damaged = damaged.replace("new", "net");
    let slots = Slots::look(&found);
    assert_eq!(slots.held, Held::Kept(envelope(4, "old")));
    assert_eq!(slots.next, 0);
    assert_eq!(slots.broken.len(), 1);
}

#[test]
fn a_copy_of_a_newer_page_locks_the_record() {
    let mut found = texts(Some(&envelope(5, "new")), None);
    found[1] = Some("{\"record\":\"bieumau.record/2\"}".to_owned());
    let newer = "bieumau.record/2".to_owned();
    assert_eq!(Slots::look(&found).held, Held::Newer { found: newer });
}

#[test]
fn two_damaged_copies_are_both_set_aside() {
    let shelf = shelf_with(&[(KEY, "half"), (&second(), "a half")]);
    let opening = now(open(&shelf, KEY));
    assert!(matches!(
        opening,
        Opening::Broken {
            why: Spoilt::NotARecord,
            ..
        }
    ));
    let mut aside: Vec<String> = shelf
        .texts()
        .into_iter()
        .filter(|(key, _)| key.starts_with("aside/"))
        .map(|(_, text)| text)
        .collect();
    aside.sort();
    assert_eq!(aside, ["a half", "half"]);
}

#[test]
fn a_record_of_which_only_the_second_copy_is_left_is_found_and_listed() {
    let shelf = shelf_with(&[(&second(), &envelope(5, "body").seal())]);
    assert_eq!(now(open(&shelf, KEY)), Opening::Kept(envelope(5, "body")));
    assert_eq!(now(names(&shelf, "report/")), Ok(vec![KEY.to_owned()]));
    assert_eq!(now(list(&shelf, "report/")).unwrap().len(), 1);
}

/// What a journal holds after these commits: each is the number of the last edit in it.
fn journal_after(edits: u64, commits: &[u64]) -> Journal {
    let mut journal = Journal::default();
    for number in 1..=edits {
        journal.note(number, edit(&format!("row{number}"), "1"));
        if commits.contains(&number) {
            journal.committed(number);
        }
    }
    journal
}

#[test]
fn the_older_copy_and_the_journal_are_the_report_again() {
    let journal = journal_after(6, &[3, 5]);
    let mut damaged = envelope(5, "five").seal();
    damaged.truncate(40);
    let shelf = shelf_with(&[(KEY, &damaged), (&second(), &envelope(3, "three").seal())]);
    let loaded = now(load(&shelf, KEY, Some(&journal.write())));
    assert_eq!((loaded.body(), loaded.missing), (Some("three"), None));
    let replayed = ["row4", "row5", "row6"].map(|row| edit(row, "1"));
    assert_eq!(loaded.edits, replayed);
    // What was replayed is committed at once, above everything that was ever committed.
    let mut pace = loaded.pace();
    assert_eq!(pace.due(0), Due::Now);
    assert_eq!(pace.begin(0), Some(6));
}

#[test]
fn what_was_replayed_over_the_older_copy_is_committed_though_nothing_new_was_typed() {
    let journal = journal_after(5, &[3, 5]);
    let shelf = shelf_with(&[(KEY, "torn"), (&second(), &envelope(3, "three").seal())]);
    let loaded = now(load(&shelf, KEY, Some(&journal.write())));
    assert_eq!(loaded.edits, [edit("row4", "1"), edit("row5", "1")]);
    assert_eq!(loaded.pace().begin(0), Some(6));
}

#[test]
fn both_copies_older_than_the_journal_remembers_is_an_alarm() {
    let journal = journal_after(9, &[3, 5, 8]);
    let shelf = shelf_with(&[(KEY, &envelope(3, "three").seal())]);
    let loaded = now(load(&shelf, KEY, Some(&journal.write())));
    assert_eq!(loaded.missing, Some(8));
}

#[test]
fn a_commit_that_took_in_another_page_is_no_ground_for_replaying() {
    let mut journal = journal_after(5, &[3]);
    journal.rebased(9);
    let shelf = shelf_with(&[(KEY, &envelope(3, "three").seal())]);
    let loaded = now(load(&shelf, KEY, Some(&journal.write())));
    assert_eq!((loaded.missing, loaded.edits), (Some(9), Vec::new()));
}

#[test]
fn what_was_committed_gives_way_where_the_journal_is_full() {
    let mut journal = Journal::default();
    let large = "x".repeat(Journal::BOUND / 2 + 1);
    journal.note(1, edit("a", &large));
    journal.committed(1);
    assert_eq!(journal.floor(), 0);
    assert_eq!(journal.note(2, edit("b", &large)), Noting::Kept);
    assert_eq!(
        (journal.floor(), journal.since(journal.base()).len()),
        (1, 1)
    );
}

#[test]
fn a_journal_of_the_first_days_is_read_as_it_was_meant() {
    let text = "{\"journal\":\"bieumau.journal/1\",\"base\":7,\"edits\":[[8,\"a\",\"1\"]]}";
    let journal = Journal::read(text).unwrap();
    assert_eq!((journal.base(), journal.floor()), (7, 7));
    assert_eq!(journal.since(journal.base()), [edit("a", "1")]);
}

// Earlier states.

fn at(revision: u64, saved: &str) -> Envelope {
    Envelope {
        saved: saved.to_owned(),
        ..envelope(revision, "body")
    }
}

#[test]
fn an_earlier_state_is_kept_for_every_ten_minutes() {
    let record = at(5, "2026-03-10T02:11:09Z");
    assert!(!past::is_due(&record, "2026-03-10T02:19:59Z"));
    assert!(past::is_due(&record, "2026-03-10T02:20:00Z"));
    // The clock was set back: a state too many does no harm.
    assert!(past::is_due(&record, "2026-03-09T23:00:00Z"));
}

#[test]
fn the_twenty_first_state_takes_the_place_of_the_oldest() {
    let shelf = MemoryShelf::new();
    for revision in 1..=25 {
        now(keep(&shelf, KEY, &at(revision, NOW))).unwrap();
    }
    let kept = now(shelf.keys(&past::folder(KEY))).unwrap();
    let expected: Vec<String> = (5..=24)
        .map(|revision| past::place(KEY, revision))
        .collect();
    assert_eq!(kept, expected);
    assert_eq!(now(open(&shelf, KEY)), Opening::Kept(at(25, NOW)));
}

#[test]
fn the_same_state_is_kept_once() {
    let record = at(5, NOW);
    let known = [past::place(KEY, 5)];
    assert_eq!(past::keep(KEY, &record, &known), []);
    assert_eq!(past::keep(KEY, &record, &[]).len(), 1);
}

proptest! {
    /// Whatever is damaged between any two writes, at most one copy at a time, the record is the last or the one before.
    #[test]
    fn one_damaged_copy_costs_one_commit_at_most(
        damages in prop::collection::vec(prop::option::of((0..2_usize, 0..200_usize)), 1..30),
    ) {
        let shelf = MemoryShelf::new();
        let mut revision = 0;
        for damage in damages {
            revision += 1;
            now(keep(&shelf, KEY, &envelope(revision, "body"))).unwrap();
            let mut least = revision;
            if let Some((copy, cut)) = damage {
                let key = &places(KEY)[copy];
                let damage = &mut |found: Found| {
                    let mut text = found.texts[0].clone()?;
                    text.truncate(cut.min(text.len() - 1));
                    Some(vec![Write::put(key, text)])
                };
                now(shelf.exchange(std::slice::from_ref(key), "none/", damage)).unwrap();
                least = revision.saturating_sub(1);
            }
            match now(open(&shelf, KEY)) {
                Opening::Kept(found) => prop_assert!(found.revision >= least.max(1)),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
