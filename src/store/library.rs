//! The records on a shelf: opened one by one, so that a broken one harms no other.
//!
//! A record that cannot be read is copied aside before anything may be written under its key; what lies aside is
//! never written over. A record from a newer page is not touched at all.

use super::{Envelope, Shelf, ShelfError, Spoilt};

/// What the keys of reports begin with.
pub const REPORTS: &str = "report/";

/// What the keys of texts that were set aside begin with: `aside/<key>/<when>`.
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

/// Opens the record under a key. `now` is UTC, `2026-03-10T02:11:09Z`; it names the copy of a broken record.
pub async fn open<S: Shelf>(shelf: &S, key: &str, now: &str) -> Opening {
    let text = match shelf.get(key).await {
        Ok(Some(text)) => text,
        Ok(None) => return Opening::Absent,
        Err(trouble) => return Opening::Unread(trouble),
    };
    match Envelope::open(&text) {
        Ok(envelope) => Opening::Kept(envelope),
        Err(Spoilt::Newer { found }) => Opening::Newer { found },
        Err(why) => match set_aside(shelf, key, &text, now).await {
            Ok(aside) => Opening::Broken { why, aside },
            Err(trouble) => Opening::Unread(trouble),
        },
    }
}

/// Opens every record whose key begins with a prefix.
///
/// # Errors
/// [`ShelfError`], when the keys cannot be read. A record that fails alone is in the list with its trouble.
pub async fn list<S: Shelf>(shelf: &S, prefix: &str, now: &str) -> Result<Vec<Listed>, ShelfError> {
    let mut listed = Vec::new();
    for key in shelf.keys(prefix).await? {
        let opening = open(shelf, &key, now).await;
        listed.push(Listed { key, opening });
    }
    Ok(listed)
}

/// Copies a text aside and gives the key of the copy. A text that lies there already is not copied again.
///
/// # Errors
/// [`ShelfError`], when the copy could not be kept: then nothing may be written in the place of the text.
pub async fn set_aside<S: Shelf>(
    shelf: &S,
    key: &str,
    text: &str,
    now: &str,
) -> Result<String, ShelfError> {
    let folder = format!("{ASIDE}{key}/");
    let known = shelf.keys(&folder).await?;
    for place in &known {
        if shelf.get(place).await?.as_deref() == Some(text) {
            return Ok(place.clone());
        }
    }
    let mut place = format!("{folder}{now}");
    let mut copies = 1u32;
    while known.contains(&place) {
        copies = copies.saturating_add(1);
        place = format!("{folder}{now}-{copies}");
    }
    shelf.put(&place, text).await?;
    Ok(place)
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
