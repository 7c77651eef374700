//! Keeps one open report: the journal at every edit, a commit soon after, and the truth about both.
//!
//! A [`Keeper`] can only be had from [`Opened`], and that only from a first read: nothing is written before it has
//! ended. What is decided when, is [`Pace`]; what is dropped from the journal when, is [`Journal`].

mod shared;

pub use shared::Heard;

use super::{Listening, LocalJournal, clock, leaving, timer};
use crate::store::slots::{Held, Slots, places};
use crate::store::{
    Due, Envelope, Found, Journal, JournalEdit, Loaded, Noting, OwnEdits, Pace, SaveState, Shelf,
    Trouble, aside_of, load, past,
};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen_futures::spawn_local;

/// How long a closing keeper waits between two looks at a commit under way, in milliseconds.
const LOOK_AGAIN: u64 = 10;

static HALTED: AtomicBool = AtomicBool::new(false);

/// Stops all saving on this page for good: for the panic hook. After a panic what is in memory may be half changed,
/// and must not take the place of what is kept; the journal has every edit up to here.
pub fn halt() {
    HALTED.store(true, Ordering::Relaxed);
}

fn is_halted() -> bool {
    HALTED.load(Ordering::Relaxed)
}

/// Takes in the body that another page has kept, but for the edits of these keys; says whether it could be read.
pub type TakeIn = Box<dyn Fn(&str, &[String]) -> bool>;

/// What a keeper asks of the report that it keeps.
pub struct Hands {
    /// Gives the whole report as text, whenever a commit is due.
    pub body: Box<dyn Fn() -> String>,
    /// Takes in a body that another page has written meanwhile, but for our own edits, which are not committed yet.
    /// False when it cannot be read: then it is not written over.
    pub take_in: TakeIn,
    /// Is told every change of the state, the first one at once.
    pub on_state: Box<dyn Fn(SaveState)>,
}

/// A report that was read and is not yet kept.
pub struct Opened<S> {
    /// What was found: the body, the edits to replay, and what has to be told.
    pub loaded: Loaded,
    shelf: Rc<S>,
    key: String,
}

/// Keeps one report. Dropped without [`Keeper::close`], it leaves what was not yet committed to the journal.
pub struct Keeper<S: Shelf + 'static> {
    desk: Rc<Desk<S>>,
}

/// What becomes of the earlier states of a report when it is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Past {
    /// The state before is kept too, when its time has come.
    Kept,
    /// There is no room: the older half goes.
    GivesWay,
}

/// Whether a commit holds our own edits only.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    Yes,
    No,
}

struct Desk<S> {
    shelf: Rc<S>,
    key: String,
    local: LocalJournal,
    journal: RefCell<Journal>,
    own: RefCell<OwnEdits>,
    pace: RefCell<Pace>,
    hands: Hands,
    told: RefCell<Option<SaveState>>,
    /// When the timer rings, on the stopwatch; none when it is not set.
    rings: Cell<Option<u64>>,
    leaving: RefCell<Option<Listening>>,
    /// Who else wants to know of commits, and of the end.
    shared: shared::Shared,
}

impl<S: Shelf + 'static> Opened<S> {
    /// Reads the record under a key, and its journal. It never fails: what went wrong stands in
    /// [`Loaded::opening`], and the page works in memory.
    pub async fn read(shelf: Rc<S>, key: &str) -> Opened<S> {
        let journal = LocalJournal::of(key).read();
        let loaded = load(&*shelf, key, journal.as_deref()).await;
        Opened {
            loaded,
            shelf,
            key: key.to_owned(),
        }
    }

    /// For a body that cannot be read: the record is copied aside, and a blank report may take its place.
    pub async fn set_body_aside(mut self) -> Opened<S> {
        self.loaded = self.loaded.set_body_aside(&*self.shelf, &self.key).await;
        self
    }

    /// For a body from a newer page: nothing will be written over it.
    pub fn lock(mut self, found: String) -> Opened<S> {
        self.loaded = self.loaded.lock(found);
        self
    }

    /// Begins to keep, after [`Loaded::edits`] were replayed.
    pub fn keep(self, hands: Hands) -> Keeper<S> {
        let desk = Rc::new(Desk {
            local: LocalJournal::of(&self.key),
            pace: RefCell::new(self.loaded.pace()),
            own: RefCell::new(OwnEdits::inherited(&self.loaded.journal)),
            journal: RefCell::new(self.loaded.journal),
            shelf: self.shelf,
            key: self.key,
            hands,
            told: RefCell::new(None),
            rings: Cell::new(None),
            leaving: RefCell::new(None),
            shared: shared::Shared::default(),
        });
        let weak = Rc::downgrade(&desk);
        let listening = leaving::on_hide(move || {
            if let Some(desk) = weak.upgrade() {
                desk.urge();
            }
        });
        *desk.leaving.borrow_mut() = Some(listening);
        desk.tell();
        desk.step();
        Keeper { desk }
    }
}

impl<S: Shelf + 'static> Keeper<S> {
    /// Something was edited: it is in the journal when this returns, and committed soon.
    pub fn edited(&self, edit: JournalEdit) {
        self.edited_all([edit]);
    }

    /// Many things were edited at once: a column was pasted. The journal is written once.
    pub fn edited_all(&self, edits: impl IntoIterator<Item = JournalEdit>) {
        if is_halted() {
            return;
        }
        let desk = &self.desk;
        let now = clock::stopwatch();
        let mut noted = Noting::Kept;
        for edit in edits {
            let Some(number) = desk.pace.borrow_mut().edited(now) else {
                return;
            };
            desk.own.borrow_mut().note(number, &edit);
            if desk.journal.borrow_mut().note(number, edit) == Noting::Full {
                noted = Noting::Full;
            }
        }
        let written = desk.write_journal();
        if noted == Noting::Full || !written {
            desk.pace.borrow_mut().urge();
        }
        desk.tell();
        desk.step();
    }

    /// Commits at once what waits, also after a failure: the user asks for another try.
    pub fn flush(&self) {
        self.desk.urge();
    }

    /// What the user is told now.
    pub fn state(&self) -> SaveState {
        self.desk.pace.borrow().state()
    }

    /// The key of the record.
    pub fn key(&self) -> &str {
        &self.desk.key
    }

    /// Commits what waits and ends when that is over, well or not; what failed is still in the journal. Wait for it
    /// before the same report is read again.
    pub async fn close(self) {
        self.desk.leaving.borrow_mut().take();
        self.desk.pace.borrow_mut().urge();
        self.desk.clone().finish().await;
        self.desk.shared.ended();
    }
}

impl<S: Shelf + 'static> Desk<S> {
    /// Commits until nothing waits that could be committed now.
    async fn finish(self: Rc<Self>) {
        let desk = self;
        loop {
            let (committing, due) = {
                let pace = desk.pace.borrow();
                (pace.is_committing(), pace.due(clock::stopwatch()))
            };
            match due {
                _ if is_halted() => return,
                _ if committing => timer::pause(LOOK_AGAIN).await,
                Due::Now => desk.clone().commit().await,
                Due::In(_) | Due::Never => return,
            }
        }
    }

    fn urge(self: &Rc<Self>) {
        if is_halted() {
            return;
        }
        self.pace.borrow_mut().urge();
        self.step();
    }

    /// Does what is due, or sets the timer for it.
    fn step(self: &Rc<Self>) {
        if is_halted() {
            return;
        }
        let now = clock::stopwatch();
        let due = self.pace.borrow().due(now);
        match due {
            Due::Never => {}
            // Never in the caller's own turn: it may be in the middle of changing what the body is made of.
            Due::Now => spawn_local(self.clone().commit()),
            Due::In(wait) => self.ring(now, wait),
        }
    }

    fn ring(self: &Rc<Self>, now: u64, wait: u64) {
        let at = now.saturating_add(wait);
        // A timer that rings earlier looks again when it rings.
        if self.rings.get().is_some_and(|set| set <= at) {
            return;
        }
        self.rings.set(Some(at));
        let weak: Weak<Self> = Rc::downgrade(self);
        timer::after(wait, move || {
            if let Some(desk) = weak.upgrade() {
                if desk.rings.get() == Some(at) {
                    desk.rings.set(None);
                }
                desk.step();
            }
        });
    }

    async fn commit(self: Rc<Self>) {
        if is_halted() {
            return;
        }
        let Some(revision) = self.pace.borrow_mut().begin(clock::stopwatch()) else {
            return;
        };
        let saved = clock::now_utc_iso();
        let mut kept = self.write(revision, &saved, Past::Kept).await;
        if kept == Err(Trouble::Full) {
            // Earlier states give way to the present one.
            kept = self.write(revision, &saved, Past::GivesWay).await;
        }
        match kept {
            Ok(alone) => {
                let contained = self.pace.borrow_mut().committed(&saved);
                if let Some(revision) = contained {
                    self.own.borrow_mut().committed(revision);
                }
                // What is in memory only is still asked of the journal.
                if let Some(revision) = contained.filter(|_| self.shelf.lasts()) {
                    let mut journal = self.journal.borrow_mut();
                    match alone {
                        Alone::Yes => journal.committed(revision),
                        Alone::No => journal.rebased(revision),
                    }
                    drop(journal);
                    self.write_journal();
                    self.shared.committed(revision);
                }
            }
            Err(trouble) => {
                let now = clock::stopwatch();
                self.pace.borrow_mut().failed(now, trouble);
            }
        }
        self.tell();
        self.step();
    }

    /// Writes the report into the older of its two copies, in one transaction with the look at both. What another page
    /// wrote meanwhile is taken in, so that neither loses anything of the other; what cannot be read is copied aside;
    /// what is from a newer page stays.
    async fn write(&self, revision: u64, saved: &str, past: Past) -> Result<Alone, Trouble> {
        let mut refused = None;
        let mut alone = Alone::Yes;
        let decide = &mut |found: Found| {
            let slots = Slots::look(&found.texts);
            let mut envelope = Envelope {
                revision,
                saved: saved.to_owned(),
                body: String::new(),
            };
            let mut writes = aside_of(&self.key, &slots);
            match &slots.held {
                Held::Absent | Held::Broken(_) => {
                    // A report that begins again goes on above the earlier states of the one before.
                    let newest = past::newest(&found.names);
                    let outrun = self.pace.borrow_mut().outrun(newest);
                    envelope.revision = outrun.unwrap_or(revision);
                }
                Held::Newer { found } => {
                    let found = found.clone();
                    refused = Some(Trouble::Newer { found });
                    return None;
                }
                Held::Kept(record) => {
                    let outrun = self.pace.borrow_mut().outrun(record.revision);
                    if let Some(revision) = outrun {
                        envelope.revision = revision;
                        alone = Alone::No;
                        let own = self.own.borrow().beside(record.revision);
                        if !(self.hands.take_in)(&record.body, &own) {
                            let found = String::new();
                            refused = Some(Trouble::Newer { found });
                            return None;
                        }
                    }
                    if past == Past::Kept && past::is_due(record, saved) {
                        writes.extend(past::keep(&self.key, record, &found.names));
                    }
                }
            }
            if past == Past::GivesWay {
                let left = found.names.len() / 2;
                writes.extend(past::give_way(&found.names, left));
            }
            envelope.body = (self.hands.body)();
            writes.extend(slots.put(&self.key, envelope.seal()));
            Some(writes)
        };
        let (places, folder) = (places(&self.key), past::folder(&self.key));
        let exchanged = self.shelf.exchange(&places, &folder, decide).await;
        match (exchanged, refused) {
            (Err(trouble), _) => Err(trouble.into()),
            (Ok(()), Some(trouble)) => Err(trouble),
            (Ok(()), None) => Ok(alone),
        }
    }

    /// Says whether the journal is in localStorage as it is.
    fn write_journal(&self) -> bool {
        let text = self.journal.borrow().write();
        self.local.write(&text)
    }

    fn tell(&self) {
        let mut state = self.pace.borrow().state();
        if !self.shelf.lasts() {
            state = SaveState::Failed {
                why: Trouble::Blocked,
            };
        }
        if self.told.borrow().as_ref() == Some(&state) {
            return;
        }
        *self.told.borrow_mut() = Some(state.clone());
        (self.hands.on_state)(state);
    }
}
