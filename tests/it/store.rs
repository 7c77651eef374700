//! What is kept: envelopes, the journal, and the first read.

mod first_read;
mod following;
mod own;
mod pace;
mod pen;
mod replacing;
mod slots;
mod stages;

use bieumau::format::checksum::sha256_hex;
use bieumau::store::{
    Envelope, Journal, JournalEdit, Loaded, MemoryShelf, Noting, Shelf, Spoilt, load,
};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

const KEY: &str = "report/cchc-2026/03646/2026Q1";
const NOW: &str = "2026-03-10T02:11:09Z";

/// Runs a future that never waits for anything but memory.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a memory shelf never waits"),
    }
}

fn envelope(revision: u64, body: &str) -> Envelope {
    Envelope {
        revision,
        saved: NOW.to_owned(),
        body: body.to_owned(),
    }
}

fn edit(key: &str, value: &str) -> JournalEdit {
    JournalEdit::new(key, value)
}

fn shelf_with(texts: &[(&str, &str)]) -> MemoryShelf {
    let shelf = MemoryShelf::new();
    for (key, text) in texts {
        now(shelf.put(key, text)).unwrap();
    }
    shelf
}

/// Loads the record under [`KEY`] with a journal of this base and these numbered edits.
fn load_with(shelf: &MemoryShelf, base: u64, edits: &[(u64, &str, &str)]) -> Loaded {
    let mut journal = Journal::default();
    journal.rebased(base);
    for (number, key, value) in edits {
        journal.note(*number, edit(key, value));
    }
    now(load(shelf, KEY, Some(&journal.write())))
}

// The envelope.

#[test]
fn the_checksum_is_that_of_the_standard() {
    assert_eq!(
        sha256_hex(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(
        sha256_hex(b""),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
}

#[test]
fn what_is_sealed_opens_as_it_was() {
    let sealed = envelope(7, "{\"note\":\"Tô Hiệu \\\"q\\\"\n\u{feff}\"}");
    assert_eq!(Envelope::open(&sealed.seal()), Ok(sealed));
}

#[test]
fn a_record_has_the_published_members() {
    let sealed = envelope(7, "b").seal();
    let digest = sha256_hex(b"b");
    assert_eq!(
        sealed,
        format!(
            "{{\"body\":\"b\",\"checksum\":\"sha256:{digest}\",\"record\":\"bieumau.record/1\",\"revision\":7,\"saved\":\"{NOW}\"}}"
        )
    );
}

#[test]
fn a_changed_letter_in_the_body_is_noticed() {
    let sealed = envelope(7, "number 41")
        .seal()
        .replace("number 41", "number 47");
    assert_eq!(Envelope::open(&sealed), Err(Spoilt::Checksum));
}

#[test]
fn a_text_cut_anywhere_is_no_record() {
    let sealed = envelope(7, "ba mươi chín").seal();
    for (end, _) in sealed.char_indices() {
        assert_eq!(
            Envelope::open(&sealed[..end]),
            Err(Spoilt::NotARecord),
            "cut at {end}"
        );
    }
}

#[test]
fn foreign_json_is_no_record() {
    for text in [
        "null",
        "[]",
        "{}",
        "{\"record\":\"other/1\"}",
        "{\"record\":\"bieumau.record/0\"}",
        "{\"record\":1}",
    ] {
        assert_eq!(Envelope::open(text), Err(Spoilt::NotARecord), "{text}");
    }
}

#[test]
fn a_newer_record_says_its_version_whatever_else_it_holds() {
    let found = "bieumau.record/2".to_owned();
    assert_eq!(
        Envelope::open("{\"record\":\"bieumau.record/2\",\"slots\":[]}"),
        Err(Spoilt::Newer { found })
    );
}

// The journal.

#[test]
fn a_journal_reads_back_as_it_was_written() {
    let mut journal = Journal::default();
    journal.committed(40);
    journal.note(41, edit("pl1.b1.2.1", "{\"number\":\"41\"}"));
    journal.note(42, edit("reason:x", "vì \"thế\""));
    assert_eq!(Journal::read(&journal.write()), Ok(journal));
}

#[test]
fn the_latest_edit_of_a_key_takes_the_place_of_the_one_before() {
    let mut journal = Journal::default();
    journal.note(1, edit("a", "1"));
    journal.note(2, edit("b", "1"));
    journal.note(3, edit("a", "12"));
    assert_eq!(journal.since(0), [edit("b", "1"), edit("a", "12")]);
}

#[test]
fn a_commit_leaves_its_own_edits_until_the_next_one() {
    let mut journal = Journal::default();
    journal.note(1, edit("a", "1"));
    journal.note(2, edit("b", "1"));
    journal.note(3, edit("a", "12"));
    journal.committed(2);
    assert_eq!(journal.since(journal.base()), [edit("a", "12")]);
    assert_eq!(journal.since(0), [edit("b", "1"), edit("a", "12")]);
    assert_eq!(
        (journal.floor(), journal.base(), journal.newest()),
        (0, 2, 3)
    );
    journal.committed(3);
    assert_eq!(journal.since(0), [edit("a", "12")]);
    assert_eq!((journal.floor(), journal.base()), (2, 3));
}

#[test]
fn a_full_journal_says_so_and_keeps_what_it_had() {
    let mut journal = Journal::default();
    assert_eq!(journal.note(1, edit("a", "1")), Noting::Kept);
    let too_long = "x".repeat(Journal::BOUND);
    assert_eq!(journal.note(2, edit("b", &too_long)), Noting::Full);
    assert_eq!(journal.since(0), [edit("a", "1")]);
    // The edit that found no room is in no copy before the next commit.
    assert_eq!(journal.floor(), 2);
    let just_short = "x".repeat(Journal::BOUND - 1);
    assert_eq!(journal.note(3, edit("a", &just_short)), Noting::Kept);
}

#[test]
fn a_foreign_journal_is_not_guessed_at() {
    let newer = Spoilt::Newer {
        found: "bieumau.journal/9".to_owned(),
    };
    assert_eq!(Journal::read("not json"), Err(Spoilt::NotARecord));
    assert_eq!(
        Journal::read("{\"journal\":\"bieumau.journal/9\"}"),
        Err(newer)
    );
    let odd = "{\"journal\":\"bieumau.journal/1\",\"base\":1,\"edits\":[[2,\"a\"]]}";
    assert_eq!(Journal::read(odd), Err(Spoilt::NotARecord));
}
