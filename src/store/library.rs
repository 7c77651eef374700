//! The records on a shelf: opened one by one, so that a broken one harms no other.
//!
//! A record that cannot be read is copied aside before anything may be written under its key; what lies aside is
//! never written over. A record from a newer page is not touched at all.

use super::slots::{Held, SECOND, Slots, places};
use super::{Envelope, Shelf, ShelfError, Spoilt, Write, past};
use crate::format::checksum::sha256_hex;
use futures_util::future::join;

/// What the keys of reports begin with.
pub const REPORTS: &str = "report/";

/// What the keys of texts that were set aside begin with: `aside/<key>/<name>`.
pub const ASIDE: &str = "aside/";

/// The key of a report: `report_key("cchc-2026/03646/2026Q1")` is `report/cchc-2026/03646/2026Q1`.
pub fn report_key(path: &str) -> String {
    format!("{REPORTS}{path}")
}

/// What the keys of work lists begin with: an agency's copies.
pub const TASKS: &str = "tasks/";

/// The key of an agency's copy of a work list: `task_key("tasks-2025/03646")` is `tasks/tasks-2025/03646`.
pub fn task_key(path: &str) -> String {
    format!("{TASKS}{path}")
}

/// What was found under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Nothing.
    Absent,
    /// A record.
    Kept(Envelope),
    /// Something that cannot be read. It was copied aside, so a new record may take its place.
    Broken {
        /// Why it cannot be read.
        why: Spoilt,
        /// The key of the copy.
        aside: String,
    },
    /// A record from a newer page; nothing may be written here.
    Newer {
        /// The version word that was found, such as `bieumau.record/2`.
        found: String,
    },
    /// The shelf could not be read, or a copy could not be set aside; nothing may be written here.
    Unread(ShelfError),
}

/// A record in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its key on the shelf.
    pub key: String,
    /// What was found there.
    pub opening: Opening,
}

/// A text that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it lies now.
    pub key: String,
    /// The text, as it was found.
    pub text: String,
}

/// Opens the record under a key: the newer of its two copies that can be read. What
/// cannot be read is copied aside.
pub async fn open<S: Shelf>(shelf: &S, key: &str) -> Opening {
    let [first, second] = places(key);
    let slots = match join(shelf.get(&first), shelf.get(&second)).await {
        (Ok(first), Ok(second)) => Slots::look(&[first, second]),
        (Err(trouble), _) | (_, Err(trouble)) => return Opening::Unread(trouble),
    };
    let why = match slots.held {
        Held::Absent => return Opening::Absent,
        Held::Newer { found } => return Opening::Newer { found },
        // What is broken beside it is set aside when it is written over.
        Held::Kept(envelope) => return Opening::Kept(envelope),
        Held::Broken(why) => why,
    };
    let mut last = String::new();
    for (_, text) in &slots.broken {
        match set_aside(shelf, key, text).await {
            Ok(aside) => last = aside,
            Err(trouble) => return Opening::Unread(trouble),
        }
    }
    Opening::Broken { why, aside: last }
}

/// Keeps a record that was not opened for typing: an import, a window. What stood there is kept as an earlier state.
///
/// # Errors
/// [`ShelfError`], when it could not be kept; what lay there before still does.
pub async fn keep<S: Shelf>(shelf: &S, key: &str, record: &Envelope) -> Result<(), ShelfError> {
    let sealed = record.seal();
    shelf
        .exchange(&places(key), &past::folder(key), &mut |found| {
            let slots = Slots::look(&found.texts);
            let mut writes = aside_of(key, &slots);
            if let Held::Kept(before) = &slots.held {
                writes.extend(past::keep(key, before, &found.names));
            }
            writes.extend(slots.put(key, sealed.clone()));
            Some(writes)
        })
        .await
}

/// Sets aside the copies that cannot be read, for a write that is about to take their place.
pub fn aside_of(key: &str, slots: &Slots) -> Vec<Write> {
    let copies = slots.broken.iter();
    copies
        .map(|(_, text)| Write::put(aside_place(key, text), text))
        .collect()
}

/// The keys of the records that begin with a prefix, in ascending order.
///
/// # Errors
/// [`ShelfError`], when the shelf cannot be read.
pub async fn names<S: Shelf>(shelf: &S, prefix: &str) -> Result<Vec<String>, ShelfError> {
    let mut names = shelf.keys(prefix).await?;
    // Where the first copy is gone the second one still tells of the record.
    for name in shelf.keys(&format!("{SECOND}{prefix}")).await? {
        let name = name.trim_start_matches(SECOND).to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Opens every record whose key begins with a prefix.
///
/// # Errors
/// [`ShelfError`], when the keys cannot be read. A record that fails alone is in the list with its trouble.
pub async fn list<S: Shelf>(shelf: &S, prefix: &str) -> Result<Vec<Listed>, ShelfError> {
    let mut listed = Vec::new();
    for key in names(shelf, prefix).await? {
        let opening = open(shelf, &key).await;
        listed.push(Listed { key, opening });
    }
    Ok(listed)
}

/// Copies a text aside and gives the key of the copy. A text that lies there already is not copied again.
///
/// # Errors
/// [`ShelfError`], when the copy could not be kept: then nothing may be written in the place of the text.
pub async fn set_aside<S: Shelf>(shelf: &S, key: &str, text: &str) -> Result<String, ShelfError> {
    let place = aside_place(key, text);
    if shelf.get(&place).await?.is_none() {
        shelf.put(&place, text).await?;
    }
    Ok(place)
}

/// Where a text lies aside. Its name follows from the text, so the same one lies there once.
fn aside_place(key: &str, text: &str) -> String {
    let name: String = sha256_hex(text.as_bytes()).chars().take(16).collect();
    format!("{ASIDE}{key}/{name}")
}

/// Everything that was set aside, to be shown and downloaded.
///
/// # Errors
/// [`ShelfError`], when the shelf cannot be read.
pub async fn kept_aside<S: Shelf>(shelf: &S) -> Result<Vec<Aside>, ShelfError> {
    let mut all = Vec::new();
    for key in shelf.keys(ASIDE).await? {
        if let Some(text) = shelf.get(&key).await? {
            all.push(Aside { key, text });
        }
    }
    Ok(all)
}
