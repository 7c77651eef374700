//! localStorage, through gloo-storage, behind a door that never throws.
//!
//! gloo-storage throws through Rust frames where the browser refuses localStorage (a sandboxed frame, blocked
//! cookies) or cannot read it. So every use asks the browser first. Only keys of our own are named: the origin may
//! belong to a portal that keeps other things there.

use super::area::named;
use gloo_storage::{LocalStorage, Storage};

/// The localStorage of this page, where there is one.
pub(super) fn storage() -> Option<web_sys::Storage> {
    let there =
        web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
    there.then(LocalStorage::raw)
}

/// What is kept under a key of ours; none where nothing is, or where there is no localStorage or it cannot be read.
pub(super) fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// The journal of one report. It is written synchronously, at every edit.
#[derive(Clone, Debug)]
pub struct LocalJournal {
    key: String,
}

impl LocalJournal {
    /// The journal that belongs to a record: `report/cchc-2026/03646/2026Q1` has
    /// `bieumau/journal/report/cchc-2026/03646/2026Q1`.
    pub fn of(record: &str) -> LocalJournal {
        LocalJournal {
            key: named(&format!("journal/{record}")),
        }
    }

    /// The records whose names begin so and that have a journal, in whatever order.
    pub fn records(beginning: &str) -> Vec<String> {
        let Some(storage) = storage() else {
            return Vec::new();
        };
        let ours = named("journal/");
        let keys = (0..storage.length().unwrap_or_default())
            .filter_map(|place| storage.key(place).ok().flatten());
        keys.filter_map(|key| Some(key.strip_prefix(&ours)?.to_owned()))
            .filter(|record| record.starts_with(beginning))
            .collect()
    }

    /// Its key in localStorage.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The text of the journal; none when there is none, or no localStorage.
    pub fn read(&self) -> Option<String> {
        read(&self.key)
    }

    /// Writes the journal; says whether it was kept. When it was not, the one before is still there.
    ///
    /// It stands on the way of every key, so it only asks whether there is a storage, and does not read it.
    pub fn write(&self, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(&self.key, text).is_ok())
    }

    /// Takes the journal away, together with its memory of the last commit: for a report that the user deletes.
    pub fn forget(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key);
        }
    }
}
