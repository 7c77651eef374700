//! A keeper beside others of the same record, on other pages: following, taking up, and telling what was kept.

use super::{Desk, Keeper, is_halted, timer};
use crate::browser::clock;
use crate::store::{Journal, JournalEdit, Opening, OwnEdits, SaveState, Shelf, open};
use std::cell::RefCell;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;

/// Is told a revision that was committed.
type OnCommit = Box<dyn Fn(u64)>;

/// Is told the end.
type AtTheEnd = Box<dyn FnOnce()>;

/// Who wants to know of commits, and of the end.
#[derive(Default)]
pub(super) struct Shared {
    on_commit: RefCell<Option<OnCommit>>,
    at_the_end: RefCell<Option<AtTheEnd>>,
}

impl Shared {
    pub(super) fn committed(&self, revision: u64) {
        if let Some(tell) = &*self.on_commit.borrow() {
            tell(revision);
        }
    }

    pub(super) fn ended(&self) {
        let tell = self.at_the_end.borrow_mut().take();
        if let Some(tell) = tell {
            tell();
        }
    }
}

/// What another page has written into the journal.
#[derive(Debug, Default)]
pub struct Heard {
    /// The edits that are news here, oldest first.
    pub edits: Vec<JournalEdit>,
    /// Whether only the record tells what else has changed ([`Keeper::read_again`]).
    pub is_behind: bool,
}

impl<S: Shelf + 'static> Keeper<S> {
    /// Tells every revision that was committed, and the end after the last of them.
    pub fn share(&self, on_commit: OnCommit, at_the_end: AtTheEnd) {
        *self.desk.shared.on_commit.borrow_mut() = Some(on_commit);
        *self.desk.shared.at_the_end.borrow_mut() = Some(at_the_end);
    }

    /// Another page commits from now on; neither shelf nor journal is written here.
    pub fn follow(&self) {
        self.desk.pace.borrow_mut().follow();
        self.desk.tell();
    }

    /// This page commits again, first what the other one has left open.
    pub fn take_up(&self) {
        self.desk.pace.borrow_mut().take_up();
        self.desk.tell();
        self.desk.step();
    }

    /// Keeps what was typed, and says whether that was possible.
    pub fn when_kept(&self, told: Box<dyn FnOnce(bool)>) {
        let desk = self.desk.clone();
        desk.pace.borrow_mut().urge();
        spawn_local(async move {
            // Whoever calls is still in the middle of it.
            timer::pause(0).await;
            desk.clone().finish().await;
            // What is typed during the last commit is kept too, so that only what cannot be kept says no.
            while desk.is_willing() {
                desk.pace.borrow_mut().urge();
                desk.clone().finish().await;
            }
            let is_kept = !desk.pace.borrow().is_open();
            told(is_kept);
        });
    }

    /// Another page has written its journal in the place of ours. Who writes too does not take edits from it, but sees
    /// to it that its own are in the record, where nothing is written over.
    pub fn hear(&self, text: &str) -> Heard {
        let Ok(other) = Journal::read(text) else {
            return Heard::default();
        };
        let desk = &self.desk;
        if !desk.pace.borrow().is_following() {
            let is_behind = other.base() > desk.pace.borrow().contained();
            desk.urge();
            return Heard {
                edits: Vec::new(),
                is_behind,
            };
        }
        let (newest, base) = (other.newest(), other.base());
        let news = desk.journal.borrow_mut().mirror(other);
        *desk.own.borrow_mut() = OwnEdits::inherited(&desk.journal.borrow());
        let now = clock::now_utc_iso();
        desk.pace.borrow_mut().heard(newest, base, &now);
        desk.tell();
        Heard {
            is_behind: news.is_none(),
            edits: news.unwrap_or_default(),
        }
    }

    /// Whether a revision that another page has committed is news here.
    pub fn lacks(&self, revision: u64) -> bool {
        self.desk.pace.borrow().contained() < revision
    }

    /// Reads the record again and takes in what another page has kept there since; gives the edits of the journal that
    /// it does not contain. What is open here is not touched: its commit takes the other's edits in. `in_any_case` also
    /// where its revision is no news.
    pub fn read_again(&self, in_any_case: bool) -> impl Future<Output = Vec<JournalEdit>> + use<S> {
        let desk = self.desk.clone();
        async move {
            if desk.is_busy() {
                return Vec::new();
            }
            let Opening::Kept(record) = open(&*desk.shelf, &desk.key).await else {
                return Vec::new();
            };
            let is_news = record.revision > desk.pace.borrow().contained();
            if desk.is_busy() || !(is_news || in_any_case) {
                return Vec::new();
            }
            if !(desk.hands.take_in)(&record.body, &[]) {
                return Vec::new();
            }
            let (edits, newest) = {
                let mut journal = desk.journal.borrow_mut();
                let edits = journal.since(record.revision);
                journal.rebased(record.revision);
                (edits, journal.newest())
            };
            let mut pace = desk.pace.borrow_mut();
            pace.heard(newest, record.revision, &record.saved);
            drop(pace);
            desk.tell();
            edits
        }
    }
}

impl<S: Shelf + 'static> Desk<S> {
    /// Whether there is something to commit, and the last try did not fail.
    fn is_willing(&self) -> bool {
        let pace = self.pace.borrow();
        let has_failed = matches!(pace.state(), SaveState::Failed { .. });
        pace.is_open() && !has_failed && !is_halted()
    }

    /// Whether a commit is under way or to come: it looks at the record itself.
    fn is_busy(&self) -> bool {
        let pace = self.pace.borrow();
        pace.is_open() || pace.is_committing()
    }
}
