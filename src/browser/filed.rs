//! What of this machine lies in a file outside the browser, and until when one does not want to be reminded.
//!
//! In localStorage, key by key: `bieumau/filed/<path of a report>` is the moment of the last change that is in a file.

use super::area::named;
use super::local::{read, storage};

/// The moment of the last change of a report that lies in a file, in UTC; none where none does, or nobody knows.
pub fn of(path: &str) -> Option<String> {
    get(&format!("filed/{path}"))
}

/// Says that a report, as it was last changed at this moment, lies in a file now.
pub fn note(path: &str, modified: &str) {
    set(&format!("filed/{path}"), modified);
}

/// When the last backup of everything was made, in UTC.
pub fn last_backup() -> Option<String> {
    get("backup/made")
}

/// Says that a backup of everything was made.
pub fn backed_up(made: &str) {
    set("backup/made", made);
}

/// The day until which nobody wants to be reminded: `2026-03-20`.
pub fn quiet_until() -> Option<String> {
    get("backup/quiet")
}

/// Puts off the reminder until a day.
pub fn be_quiet_until(day: &str) {
    set("backup/quiet", day);
}

/// Whether the browser was asked to keep its storage before.
pub fn was_asked() -> bool {
    get("backup/asked").is_some()
}

/// Says that it was asked.
pub fn asked() {
    set("backup/asked", "yes");
}

/// The name of the file that is kept up to date; none where none was chosen.
pub fn kept_file() -> Option<String> {
    get("backup/file").filter(|name| !name.is_empty())
}

/// Names the file that is kept up to date; empty for none.
pub fn keep_file(name: &str) {
    set("backup/file", name);
}

fn get(name: &str) -> Option<String> {
    read(&named(name))
}

/// Where the browser keeps nothing, nothing is remembered, and that is said elsewhere.
fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&named(name), value);
    }
}
