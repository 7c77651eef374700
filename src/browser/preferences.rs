//! What the page remembers about its user on this machine: small things, never figures.

use super::area::named;
use super::local::storage;
use crate::format::{one_text, read_one_text};

/// The preferences. What is missing or cannot be read is as if it was never chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// Whether figures are shown beside those of earlier periods: `yes`, or empty.
    pub compare: String,
    /// Whether keys that are one sign (`/`, `?`) are only signs: `no`, or empty.
    pub signs: String,
}

impl Preferences {
    /// The preferences of this machine; the default where there are none, or no localStorage.
    pub fn load() -> Preferences {
        let mut preferences = Preferences::default();
        let Some(storage) = storage() else {
            return preferences;
        };
        for (name, value) in preferences.members() {
            let kept = storage.get_item(&key(name)).ok().flatten();
            *value = kept
                .and_then(|kept| read_one_text(&kept))
                .unwrap_or_default();
        }
        preferences
    }

    /// Keeps the preferences; says whether that worked.
    pub fn save(&self) -> bool {
        let mut kept = self.clone();
        let mut members = kept.members().into_iter();
        storage().is_some_and(|storage| {
            members.all(|(name, value)| storage.set_item(&key(name), &one_text(value)).is_ok())
        })
    }

    /// Every preference that was chosen, with its name: for a backup.
    pub fn chosen(&self) -> Vec<(String, String)> {
        let mut all = self.clone();
        let chosen = all
            .members()
            .into_iter()
            .filter(|(_, value)| !value.is_empty());
        chosen
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    /// Takes from a backup what was not chosen here.
    pub fn take_missing(&mut self, from: &[(String, String)]) {
        for (name, value) in self.members() {
            let known = from.iter().find(|(known, _)| known == name);
            if let Some((_, theirs)) = known.filter(|_| value.is_empty()) {
                value.clone_from(theirs);
            }
        }
    }

    /// Each preference with its name. They are kept one by one: a broken one harms no other.
    fn members(&mut self) -> [(&'static str, &mut String); 7] {
        [
            ("language", &mut self.language),
            ("agency_code", &mut self.agency_code),
            ("agency_name", &mut self.agency_name),
            ("agency_level", &mut self.agency_level),
            ("last_report", &mut self.last_report),
            ("compare", &mut self.compare),
            ("signs", &mut self.signs),
        ]
    }
}

fn key(name: &str) -> String {
    named(&format!("preferences/{name}"))
}
