//! What the page remembers about its user on this machine: small things, never figures.

use super::local::{NAMESPACE, opens};
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

/// The preferences. What is missing or cannot be read is as if it was never chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language chosen in the page, as its tag: `vi`, `en`. Empty: not chosen.
    pub language: String,
    /// The code of the agency last reported for; empty when there was none.
    pub agency_code: String,
    /// Its name.
    pub agency_name: String,
    /// Its level, as written in documents: `commune`, `department`, `province`.
    pub agency_level: String,
    /// The path of the report last open, `cchc-2026/03646/2026Q1`; empty when there was none.
    pub last_report: String,
}

impl Preferences {
    /// The preferences of this machine; the default where there are none, or no localStorage.
    pub fn load() -> Preferences {
        let key = key();
        if !opens(&key) {
            return Preferences::default();
        }
        LocalStorage::get(&key).unwrap_or_default()
    }

    /// Keeps the preferences; says whether that worked.
    pub fn save(&self) -> bool {
        let key = key();
        opens(&key) && LocalStorage::set(&key, self).is_ok()
    }
}

fn key() -> String {
    format!("{NAMESPACE}preferences")
}
