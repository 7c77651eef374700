//! The first read of a report: the record, and the edits of the journal that it does not contain.
//!
//! Nothing is written before it has ended, and whether anything may be written afterwards is its result.

use super::library::{self, Opening};
use super::{Journal, JournalEdit, Pace, Shelf, Spoilt, Trouble};

/// What the first read found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The record, or why there is none.
    pub opening: Opening,
    /// The edits to replay over the body, or over a blank report, oldest first.
    pub edits: Vec<JournalEdit>,
    /// The journal as it goes on.
    pub journal: Journal,
    /// The revision of a commit that the journal remembers and the shelf has not, or no longer: data were lost
    /// outside this page, and the user has to be told.
    pub missing: Option<u64>,
    /// The key of the copy of a journal that could not be read.
    pub journal_aside: Option<String>,
}

/// Reads the record under a key together with the text of its journal, if there is one.
pub async fn load<S: Shelf>(shelf: &S, key: &str, journal: Option<&str>) -> Loaded {
    let opening = library::open(shelf, key).await;
    let mut loaded = Loaded {
        opening,
        edits: Vec::new(),
        journal: Journal::default(),
        missing: None,
        journal_aside: None,
    };
    match journal.map(Journal::read) {
        None => {}
        Some(Ok(journal)) => loaded.journal = journal,
        Some(Err(Spoilt::Newer { found })) => return loaded.lock(found),
        Some(Err(_)) => {
            let text = journal.unwrap_or_default();
            match library::set_aside(shelf, &format!("journal/{key}"), text).await {
                Ok(aside) => loaded.journal_aside = Some(aside),
                Err(trouble) => loaded.opening = Opening::Unread(trouble),
            }
        }
    }
    loaded.take_edits();
    loaded
}

impl Loaded {
    /// The body of the record, when there is one.
    pub fn body(&self) -> Option<&str> {
        match &self.opening {
            Opening::Kept(envelope) => Some(&envelope.body),
            _ => None,
        }
    }

    /// The revision of the record; 0 when there is none.
    pub fn revision(&self) -> u64 {
        match &self.opening {
            Opening::Kept(envelope) => envelope.revision,
            _ => 0,
        }
    }

    /// For a caller that finds the body to be from a newer page: from now on nothing is written or replayed.
    pub fn lock(mut self, found: String) -> Loaded {
        self.opening = Opening::Newer { found };
        self.edits.clear();
        self
    }

    /// For a caller that cannot read the body: copies the record aside, so that a blank report may take its place.
    pub async fn set_body_aside<S: Shelf>(mut self, shelf: &S, key: &str) -> Loaded {
        let Opening::Kept(envelope) = &self.opening else {
            return self;
        };
        // Numbers go on above those of the record that is put away.
        self.journal.rebased(envelope.revision);
        self.opening = match library::set_aside(shelf, key, &envelope.seal()).await {
            Ok(aside) => Opening::Broken {
                why: Spoilt::NotARecord,
                aside,
            },
            Err(trouble) => Opening::Unread(trouble),
        };
        self
    }

    /// The machine that decides about commits from here on.
    pub fn pace(&self) -> Pace {
        let floor = self.revision().max(self.journal.base());
        let newest = floor.max(self.journal.newest());
        match &self.opening {
            Opening::Absent | Opening::Broken { .. } => Pace::keeping(floor, newest, None),
            Opening::Kept(envelope) => {
                // The newest copy was damaged: what was replayed over the one before is committed at once.
                let fell_back = envelope.revision < floor && !self.edits.is_empty();
                let newest = newest.max(floor.saturating_add(u64::from(fell_back)));
                Pace::keeping(floor, newest, Some(envelope.saved.clone()))
            }
            Opening::Newer { found } => Pace::locked(Trouble::Newer {
                found: found.clone(),
            }),
            Opening::Unread(trouble) => Pace::adrift(newest, trouble.clone().into()),
        }
    }

    fn take_edits(&mut self) {
        let revision = match &self.opening {
            Opening::Newer { .. } => return,
            Opening::Absent | Opening::Kept(_) => {
                let revision = self.revision();
                let known = self.journal.floor().min(self.journal.base());
                self.missing = Some(self.journal.base()).filter(|_| known > revision);
                self.journal.rebased(revision);
                revision
            }
            Opening::Broken { .. } | Opening::Unread(_) => 0,
        };
        self.edits = self.journal.since(revision);
    }
}
