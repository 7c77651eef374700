//! The open report: one session, one keeper, one signal for each cell that is shown.
//!
//! State goes one way: key → [`Desk::enter`] → change set → the rows of the changed cells ([`Follower`]), which write
//! them into the page, and the signals of what stands around the rows. Nobody answers back, and no effect sets a signal.

mod beside;
mod coming;
mod course;
mod entering;
mod head;
mod lines;
mod moving;
mod over_time;
mod sharing;
mod showing;
mod signals;
mod telling;
mod undo;
mod view;
mod wording;

pub use coming::Column;
pub use lines::Follower;
pub use over_time::period_name;
pub use undo::{Looked, Next};
pub use view::{CellView, Shown};

use super::embed;
use super::page::Page;
use super::paste::Pasting;
use super::plan::Known;
use crate::browser::{Hands, IndexedDbShelf, Keeper, clock};
use crate::form::CellId;
use crate::format::{part_text, read_report, report_text};
use crate::report::{ChangeSet, OpenForm, Part, ReportKey, Session, Tally, Watched};
use crate::store::JournalEdit;
use course::Course;
use leptos::prelude::*;
use leptos::task::spawn_local;
use signals::CellSignals;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use view::Typing;

/// Something that is done to the session.
type Act<'a> = Box<dyn FnOnce(&mut Session) -> ChangeSet + 'a>;

struct Inner {
    session: Rc<RefCell<Session>>,
    keeper: Keeper<IndexedDbShelf>,
    /// The cell in which the officer types: its text is left alone, and its own unreadable text is not
    /// complained about yet.
    typing: Option<Typing>,
    /// The cell whose field holds what was typed, and not what its signal says.
    typed: Option<CellId>,
    /// The cell to which the officer came last.
    came: Option<CellId>,
    /// The row where the officer is, as it was when it was come to.
    watched: Option<Watched>,
    /// Whether edits are not in the journal yet. They are there before the browser takes the next event.
    is_unnoted: bool,
}

/// The open report; copied into every component of the editor, and into every closure that is in it.
///
/// The handles themselves, half a kilobyte, stand in one place and are never given back: what would ask them after the
/// report was closed finds its signals gone, and one more report opened costs less than one row of it.
#[derive(Clone, Copy)]
pub struct Desk(&'static Handles);

impl std::ops::Deref for Desk {
    type Target = Handles;

    fn deref(&self) -> &Handles {
        self.0
    }
}

/// The handles to the open report.
pub struct Handles {
    inner: StoredValue<Option<Inner>, LocalStorage>,
    form: StoredValue<Arc<OpenForm>>,
    key: StoredValue<ReportKey>,
    /// Whether the record was read, and what stands here is kept.
    is_kept: RwSignal<bool>,
    cells: StoredValue<Vec<CellSignals>>,
    tallies: StoredValue<Vec<RwSignal<Tally>>>,
    findings: RwSignal<Vec<Shown>>,
    /// What the plans say about rows; it comes after the report takes input.
    pub known: RwSignal<Arc<Known>>,
    beside: beside::Beside,
    /// The sheet that is open.
    pub sheet: RwSignal<usize>,
    /// What is being pasted, and the range of figures.
    pub pasting: Pasting,
    course: Course,
    /// Whether the officer has asked for completion or export, so that errors stand in the way of something.
    pub has_asked: RwSignal<bool>,
    /// The place of the rule of the finding that was last walked to.
    seen_finding: StoredValue<Option<usize>>,
    nothing: CellSignals,
    lines: lines::Lines,
    over_time: StoredValue<over_time::OverTime>,
    head: head::Head,
    turns: undo::Turns,
    /// What is written in words.
    pub wording: wording::Wording,
    /// Which page writes this report.
    pub sharing: sharing::Sharing,
}

impl Desk {
    /// A desk on which the report of a session is drawn. Nothing can be done on it before it is kept ([`Desk::keep`]).
    pub fn new(session: &Session, page: Page) -> Desk {
        let form = session.form().clone();
        let (rows, sheets) = (form.form.rows.len(), form.form.sheets.len());
        let handles = Handles {
            inner: StoredValue::new_local(None),
            key: StoredValue::new(session.report().key()),
            is_kept: RwSignal::new(false),
            cells: StoredValue::new((0..rows).map(|_| CellSignals::new()).collect()),
            tallies: StoredValue::new(
                (0..sheets)
                    .map(|_| RwSignal::new(Tally::default()))
                    .collect(),
            ),
            findings: RwSignal::new(Vec::new()),
            known: RwSignal::new(Arc::new(Known::default())),
            beside: beside::Beside::new(),
            sheet: RwSignal::new(0),
            pasting: Pasting::new(),
            course: Course::new(),
            has_asked: RwSignal::new(false),
            seen_finding: StoredValue::new(None),
            nothing: CellSignals::new(),
            lines: lines::Lines::new(rows),
            over_time: StoredValue::new(over_time::OverTime::new()),
            head: head::Head::new(session.report().agency.clone()),
            turns: undo::Turns::new(),
            wording: wording::Wording::new(),
            sharing: sharing::Sharing::new(page.is_view),
            form: StoredValue::new(form),
        };
        let desk = Desk(Box::leak(Box::new(handles)));
        desk.show_all(session);
        desk
    }

    /// Lays the session on the desk that it shows. `keep` begins to keep it, with the hands that it is given.
    pub fn keep(
        self,
        session: Session,
        page: Page,
        keep: impl FnOnce(Hands) -> Keeper<IndexedDbShelf>,
    ) {
        let session = Rc::new(RefCell::new(session));
        let (of_body, of_others) = (session.clone(), session.clone());
        let keeper = keep(Hands {
            body: Box::new(move || report_text(of_body.borrow().report())),
            take_in: Box::new(move |body, own| {
                let Ok(other) = read_report(body) else {
                    return false;
                };
                let own: Vec<Part> = own.iter().filter_map(|key| Part::from_key(key)).collect();
                let changes = of_others.borrow_mut().take_in(other, &own);
                self.show(&changes);
                true
            }),
            on_state: Box::new(move |state| page.save.set(Some(state))),
        });
        self.inner.set_value(Some(Inner {
            session,
            keeper,
            typing: None,
            typed: None,
            came: None,
            watched: None,
            is_unnoted: false,
        }));
        self.is_kept.set(true);
        self.tell_lines_beside();
    }

    /// Whether the record was read, and what stands here is kept. Before, what is drawn is for nobody to see.
    pub fn is_kept(self) -> ReadSignal<bool> {
        self.is_kept.read_only()
    }

    /// Ends the keeping without waiting for it. The desk is cleared at once; what is not committed yet is committed
    /// meanwhile, and no report is opened before that is over ([`Page::closed`]).
    pub fn let_go(self, page: Page) {
        self.note_edits();
        if let Some(inner) = self.inner.try_update_value(Option::take).flatten() {
            page.close(inner.keeper);
        }
    }

    /// Whether the report is still open. Whoever has waited for something asks first: the officer may have gone elsewhere
    /// meanwhile, and what belongs to a closed report must not be touched.
    pub fn is_open(self) -> bool {
        self.key.try_get_value().is_some()
    }

    /// What names the report.
    pub fn key(self) -> ReportKey {
        self.key.get_value()
    }

    /// Looks something up in the form.
    pub fn form<T>(self, look: impl FnOnce(&OpenForm) -> T) -> T {
        self.form.with_value(|form| look(form))
    }

    /// Looks something up in the session; none once the desk is cleared.
    pub fn session<T>(self, look: impl FnOnce(&Session) -> T) -> Option<T> {
        self.inner
            .try_with_value(|inner| inner.as_ref().map(|inner| look(&inner.session.borrow())))
            .flatten()
    }

    fn signals(self, cell: CellId) -> CellSignals {
        self.cells
            .with_value(|cells| cells.get(cell.place()).copied())
            .unwrap_or(self.nothing)
    }

    /// What a cell shows.
    pub fn cell(self, cell: CellId) -> ReadSignal<CellView> {
        self.signals(cell).view.read_only()
    }

    /// What stands in the field of a cell. It is silent while the officer types there, and speaks when the field is
    /// left, also where it has not changed: the field then holds what was typed.
    pub fn text(self, cell: CellId) -> ReadSignal<String> {
        self.signals(cell).text.read_only()
    }

    /// The note beside a row.
    pub fn note(self, cell: CellId) -> ReadSignal<String> {
        self.signals(cell).note.read_only()
    }

    /// How far a sheet has come.
    pub fn tally(self, sheet: usize) -> Option<ReadSignal<Tally>> {
        self.tallies
            .with_value(|tallies| tallies.get(sheet).copied())
            .map(|tally| tally.read_only())
    }

    /// Every finding.
    pub fn findings(self) -> ReadSignal<Vec<Shown>> {
        self.findings.read_only()
    }

    fn with_inner(self, act: impl FnOnce(&mut Inner)) {
        self.inner.try_update_value(|inner| inner.as_mut().map(act));
    }

    fn change(self, cell: CellId, act: impl FnOnce(&mut Session) -> ChangeSet) {
        self.alter(Some(cell), Box::new(act));
    }

    /// The one way in which anything changes: session, signals, and then the journal. The text of a computed figure
    /// follows the key first; the journal is written in the same turn, before the browser takes another event. The cell
    /// is shown anew in any case.
    fn alter(self, cell: Option<CellId>, act: Act<'_>) {
        if self.sharing.refuses() {
            return;
        }
        let mut changes = ChangeSet::default();
        let mut is_first = false;
        self.with_inner(|inner| {
            let mut session = inner.session.borrow_mut();
            let before = session.revision();
            changes = act(&mut session);
            if session.revision() != before {
                is_first = !std::mem::replace(&mut inner.is_unnoted, true);
            }
        });
        if let Some(cell) = cell
            && !changes.cells.contains(&cell)
        {
            changes.cells.push(cell);
        }
        self.show(&changes);
        if is_first {
            // Tasks run in the order in which they were spawned, so those of the signals come first.
            spawn_local(async move { self.note_edits() });
        }
    }

    /// Writes into the journal what was edited since it was last written.
    fn note_edits(self) {
        self.with_inner(|inner| {
            if !std::mem::take(&mut inner.is_unnoted) {
                return;
            }
            let edits: Vec<JournalEdit> = {
                let mut session = inner.session.borrow_mut();
                session.touch(&clock::now_utc_iso());
                self.head.show(&session);
                let parts = session.take_edited();
                let text = |part: &Part| part_text(session.report(), part);
                parts
                    .iter()
                    .map(|part| JournalEdit::new(part.key(), text(part)))
                    .collect()
            };
            // The keeper asks the session for the body, so nothing may be borrowed any more.
            embed::tell(&edits);
            inner.keeper.edited_all(edits);
        });
        self.show_course();
    }

    /// Follows how far every sheet has come.
    pub fn track_tallies(self) {
        self.tallies
            .with_value(|tallies| tallies.iter().for_each(Track::track));
    }
}
