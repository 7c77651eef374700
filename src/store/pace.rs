//! When to commit: a machine without a clock. Milliseconds come in from one that never runs backwards.
//!
//! It cannot commit before the first read has ended, because it is only made from the result of that read
//! ([`super::Loaded::pace`]). A failed commit is tried again with a growing delay; edits go on meanwhile.

use super::ShelfError;

/// What the line beside the title says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything typed is in a complete commit.
    Saved {
        /// When: UTC, `2026-03-10T03:40:00Z`; none when nothing was entered yet.
        at: Option<String>,
    },
    /// Something typed is not yet in a complete commit.
    Saving,
    /// It could not be kept. It may be tried again meanwhile; the user is told, and offered a backup file.
    Failed {
        /// Why.
        why: Trouble,
    },
}

/// Why nothing is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left.
    Full,
    /// The browser gives this page no storage: everything is in memory only.
    Blocked,
    /// The connection to the storage was lost.
    Gone,
    /// What is kept is from a newer page and stays untouched.
    Newer {
        /// The version word that was found.
        found: String,
    },
    /// Anything else, in the browser's words.
    Other(String),
}

impl From<ShelfError> for Trouble {
    fn from(error: ShelfError) -> Trouble {
        match error {
            ShelfError::Full => Trouble::Full,
            ShelfError::Blocked => Trouble::Blocked,
            ShelfError::Gone => Trouble::Gone,
            ShelfError::Other(words) => Trouble::Other(words),
        }
    }
}

/// When the next commit is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// There is nothing to commit, or a commit is under way.
    Never,
    /// Now.
    Now,
    /// In so many milliseconds, if nothing happens meanwhile.
    In(u64),
}

/// Decides when to commit, and what the user is told.
#[derive(Clone, Debug)]
pub struct Pace {
    mode: Mode,
    /// The number of the newest edit.
    revision: u64,
    /// What the last complete commit contains.
    committed: u64,
    saved: Option<String>,
    /// The first and the last edit that no commit was begun for, in milliseconds.
    waiting: Option<(u64, u64)>,
    committing: Option<u64>,
    urgent: bool,
    failing: Option<Failing>,
}

#[derive(Clone, Debug)]
enum Mode {
    /// Edits are numbered and committed.
    Keeping,
    /// Another page edits and commits; this one only shows how far that has come.
    Following,
    /// Edits are numbered for the journal; the shelf is not written because it could not be read.
    Adrift(Trouble),
    /// Nothing is written anywhere.
    Locked(Trouble),
}

#[derive(Clone, Debug)]
struct Failing {
    why: Trouble,
    times: u32,
    again: u64,
}

impl Pace {
    /// How long after the last edit a commit begins, in milliseconds. The commit itself has to be over within half
    /// a second after the last key, on a slow disk too.
    pub const QUIET: u64 = 200;

    /// How long after the first edit a commit begins although typing goes on, in milliseconds. A browser that is killed
    /// takes what it has of localStorage with it, so no edit is older than half a second before it is in the record.
    pub const LONGEST: u64 = 300;

    /// The delay before a failed commit is tried again, in milliseconds; it doubles each time.
    pub const RETRY: u64 = 1_000;

    /// The longest such delay, in milliseconds.
    pub const LONGEST_RETRY: u64 = 30_000;

    /// The first read was fine. Edits above `committed` came back from the journal and are committed at once.
    pub fn keeping(committed: u64, newest: u64, saved: Option<String>) -> Pace {
        Pace {
            mode: Mode::Keeping,
            revision: newest.max(committed),
            committed,
            saved,
            waiting: None,
            committing: None,
            urgent: newest > committed,
            failing: None,
        }
    }

    /// The shelf could not be read, so it is never written: the page works in memory, and with the journal.
    pub fn adrift(newest: u64, why: Trouble) -> Pace {
        Pace {
            mode: Mode::Adrift(why),
            ..Pace::keeping(newest, newest, None)
        }
    }

    /// What is kept must stay untouched: neither shelf nor journal is written.
    pub fn locked(why: Trouble) -> Pace {
        Pace {
            mode: Mode::Locked(why),
            ..Pace::keeping(0, 0, None)
        }
    }

    /// From now on another page commits.
    pub fn follow(&mut self) {
        if let Mode::Keeping = self.mode {
            self.mode = Mode::Following;
            self.failing = None;
        }
    }

    /// Whether another page commits.
    pub fn is_following(&self) -> bool {
        matches!(self.mode, Mode::Following)
    }

    /// Another page has come as far as this edit, and its record as far as that one. `now` is UTC.
    pub fn heard(&mut self, newest: u64, committed: u64, now: &str) {
        if committed > self.committed {
            self.committed = committed;
            self.saved = Some(now.to_owned());
        }
        self.revision = self.revision.max(newest).max(self.committed);
    }

    /// This page commits again; what the other one has left open is due at once.
    pub fn take_up(&mut self) {
        if self.is_following() {
            self.mode = Mode::Keeping;
            self.urge();
        }
    }

    /// Whether there are edits of our own that no complete commit contains.
    pub fn is_open(&self) -> bool {
        !self.is_following() && self.revision > self.committed
    }

    /// The revision of the last complete commit that is known.
    pub fn contained(&self) -> u64 {
        self.committed
    }

    /// An edit: gives it its number. None when nothing may be written, not even to the journal.
    pub fn edited(&mut self, now: u64) -> Option<u64> {
        if let Mode::Locked(_) = self.mode {
            return None;
        }
        self.revision = self.revision.saturating_add(1);
        let first = self.waiting.map_or(now, |(first, _)| first);
        self.waiting = Some((first, now));
        Some(self.revision)
    }

    /// What is waiting, also for another try, is due now: the page hides, or the journal is full.
    pub fn urge(&mut self) {
        self.urgent = self.revision > self.committing.unwrap_or(self.committed);
    }

    /// When to call [`Pace::begin`].
    pub fn due(&self, now: u64) -> Due {
        if !matches!(self.mode, Mode::Keeping)
            || self.committing.is_some()
            || self.revision == self.committed
        {
            return Due::Never;
        }
        if self.urgent {
            return Due::Now;
        }
        let at = match (&self.failing, self.waiting) {
            (Some(failing), _) => failing.again,
            (None, Some((first, last))) => {
                let quiet = last.saturating_add(Pace::QUIET);
                quiet.min(first.saturating_add(Pace::LONGEST))
            }
            (None, None) => now,
        };
        match at.saturating_sub(now) {
            0 => Due::Now,
            wait => Due::In(wait),
        }
    }

    /// Whether a commit is under way.
    pub fn is_committing(&self) -> bool {
        self.committing.is_some()
    }

    /// Begins a commit when one is due, and gives the revision that it contains. The body has to be taken in the
    /// same breath.
    pub fn begin(&mut self, now: u64) -> Option<u64> {
        if self.due(now) != Due::Now {
            return None;
        }
        self.waiting = None;
        self.urgent = false;
        self.committing = Some(self.revision);
        self.committing
    }

    /// Another page has written the record since our last commit, or one that is gone has left its earlier states: gives
    /// the commit under way a revision above both.
    /// None when `found` is what we wrote ourselves.
    pub fn outrun(&mut self, found: u64) -> Option<u64> {
        if found <= self.committed || self.committing.is_none() {
            return None;
        }
        self.revision = self.revision.max(found).saturating_add(1);
        self.committing = Some(self.revision);
        self.committing
    }

    /// The transaction is complete: gives the revision up to which the journal may drop its edits. `saved` is UTC.
    pub fn committed(&mut self, saved: &str) -> Option<u64> {
        let revision = self.committing.take()?;
        self.committed = revision;
        self.saved = Some(saved.to_owned());
        self.failing = None;
        Some(revision)
    }

    /// The transaction failed: everything stays to be committed, later.
    pub fn failed(&mut self, now: u64, why: Trouble) {
        self.committing = None;
        let times = self.failing.as_ref().map_or(0, |failing| failing.times);
        let delay = Pace::RETRY
            .checked_shl(times)
            .unwrap_or(Pace::LONGEST_RETRY);
        self.failing = Some(Failing {
            why,
            times: times.saturating_add(1).min(16),
            again: now.saturating_add(delay.min(Pace::LONGEST_RETRY)),
        });
    }

    /// What the user is told.
    pub fn state(&self) -> SaveState {
        match (&self.mode, &self.failing) {
            (Mode::Adrift(why) | Mode::Locked(why), _) => SaveState::Failed { why: why.clone() },
            (Mode::Keeping | Mode::Following, Some(failing)) => SaveState::Failed {
                why: failing.why.clone(),
            },
            (_, None) if self.revision > self.committed => SaveState::Saving,
            (_, None) => SaveState::Saved {
                at: self.saved.clone(),
            },
        }
    }
}
