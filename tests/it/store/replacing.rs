//! What takes the place of a record that was looked at before, and the earlier states that it leaves.

use super::{KEY, NOW, envelope, now};
use bieumau::store::slots::places;
use bieumau::store::{
    Envelope, MemoryShelf, Opening, Replaced, Shelf, discard, open, past, replace,
};

const NEWER: &str = "{\"record\":\"bieumau.record/2\"}";

fn kept(shelf: &MemoryShelf) -> Envelope {
    match now(open(shelf, KEY)) {
        Opening::Kept(envelope) => envelope,
        other => panic!("{other:?}"),
    }
}

fn replaced(shelf: &MemoryShelf, seen: u64, revision: u64, body: &str) -> Replaced {
    now(replace(shelf, KEY, seen, &envelope(revision, body))).unwrap()
}

#[test]
fn what_stood_there_becomes_an_earlier_state() {
    let shelf = MemoryShelf::new();
    assert_eq!(replaced(&shelf, 0, 1, "một"), Replaced::Done);
    assert_eq!(replaced(&shelf, 1, 5, "hai"), Replaced::Done);
    assert_eq!(replaced(&shelf, 5, 9, "ba"), Replaced::Done);
    assert_eq!(kept(&shelf).body, "ba");
    let states = now(past::states(&shelf, KEY)).unwrap();
    let bodies: Vec<(u64, String)> = states
        .into_iter()
        .map(|state| state.opened.unwrap())
        .map(|state| (state.revision, state.body))
        .collect();
    assert_eq!(bodies, [(5, "hai".to_owned()), (1, "một".to_owned())]);
}

#[test]
fn what_another_page_wrote_meanwhile_is_not_written_over() {
    let shelf = MemoryShelf::new();
    replaced(&shelf, 0, 1, "một");
    replaced(&shelf, 1, 2, "trang kia");
    let before = shelf.texts();
    assert_eq!(replaced(&shelf, 1, 3, "trang này"), Replaced::Changed);
    // Nor is what is gone meanwhile, or has come.
    assert_eq!(replaced(&shelf, 0, 3, "trang này"), Replaced::Changed);
    assert_eq!(shelf.texts(), before);
    for place in places(KEY) {
        now(shelf.remove(&place)).unwrap();
    }
    assert_eq!(replaced(&shelf, 2, 3, "trang này"), Replaced::Changed);
    assert_eq!(now(open(&shelf, KEY)), Opening::Absent);
}

#[test]
fn a_record_of_a_newer_page_stays_and_what_cannot_be_read_is_set_aside() {
    let shelf = MemoryShelf::new();
    now(shelf.put(KEY, NEWER)).unwrap();
    let found = "bieumau.record/2".to_owned();
    assert_eq!(replaced(&shelf, 0, 1, "mới"), Replaced::Newer { found });
    assert_eq!(shelf.texts().len(), 1);
    now(shelf.put(KEY, "rác")).unwrap();
    assert_eq!(replaced(&shelf, 0, 1, "mới"), Replaced::Done);
    assert_eq!(kept(&shelf).body, "mới");
    let aside: Vec<String> = shelf
        .texts()
        .into_iter()
        .filter(|(key, _)| key.starts_with("aside/"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(aside, ["rác"]);
}

#[test]
fn what_is_discarded_stays_as_an_earlier_state() {
    let shelf = MemoryShelf::new();
    replaced(&shelf, 0, 1, "một");
    replaced(&shelf, 1, 5, "hai");
    let before = shelf.texts();
    // Not what another page has written since it was looked at.
    assert_eq!(now(discard(&shelf, KEY, 1)).unwrap(), Replaced::Changed);
    assert_eq!(shelf.texts(), before);
    assert_eq!(now(discard(&shelf, KEY, 5)).unwrap(), Replaced::Done);
    assert_eq!(now(open(&shelf, KEY)), Opening::Absent);
    let states = now(past::states(&shelf, KEY)).unwrap();
    let bodies: Vec<String> = states
        .into_iter()
        .map(|state| state.opened.unwrap().body)
        .collect();
    assert_eq!(bodies, ["hai", "một"]);
    assert_eq!(now(past::records(&shelf, "report/")).unwrap(), [KEY]);
    let names = now(shelf.keys(&past::folder(KEY))).unwrap();
    assert_eq!(past::newest(&names), 5);
    assert_eq!(past::newest(&[]), 0);
    // It is gone already.
    assert_eq!(now(discard(&shelf, KEY, 5)).unwrap(), Replaced::Changed);
}

#[test]
fn a_record_of_a_newer_page_is_not_discarded() {
    let shelf = MemoryShelf::new();
    now(shelf.put(KEY, NEWER)).unwrap();
    let found = "bieumau.record/2".to_owned();
    assert_eq!(
        now(discard(&shelf, KEY, 0)).unwrap(),
        Replaced::Newer { found }
    );
    assert_eq!(shelf.texts().len(), 1);
}

#[test]
fn a_state_that_cannot_be_read_is_listed_with_its_reason() {
    let shelf = MemoryShelf::new();
    replaced(&shelf, 0, 1, "một");
    replaced(&shelf, 1, 2, "hai");
    now(shelf.put(&past::place(KEY, 0), "rác")).unwrap();
    let states = now(past::states(&shelf, KEY)).unwrap();
    let read: Vec<bool> = states.iter().map(|state| state.opened.is_ok()).collect();
    assert_eq!(read, [true, false]);
}

#[test]
fn earlier_states_of_a_record_that_is_gone_are_still_found() {
    let shelf = MemoryShelf::new();
    let gone = "report/cchc-2026/03646/2025N1";
    for (key, revision) in [
        (gone, 7),
        (gone, 9),
        (KEY, 3),
        ("tasks/tasks-2025/03646", 1),
    ] {
        let state = Envelope {
            saved: NOW.to_owned(),
            ..envelope(revision, "cũ")
        };
        now(shelf.put(&past::place(key, revision), &state.seal())).unwrap();
    }
    assert_eq!(now(past::records(&shelf, "report/")).unwrap(), [gone, KEY]);
    assert_eq!(now(past::states(&shelf, gone)).unwrap().len(), 2);
}
