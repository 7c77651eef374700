//! The open report: one session, one keeper, one signal for each cell that is shown.
//!
//! State goes one way: key → [`Desk::enter`] → change set → the signals of the changed cells → text nodes. Nobody
//! answers back, and no effect sets a signal.

mod view;

pub use view::{CellView, Shown};

use super::dom;
use super::page::Page;
use crate::browser::{Hands, IndexedDbShelf, Keeper, clock};
use crate::form::{CellId, Level};
use crate::format::{entry_text, read_report, report_text};
use crate::number::Meaning;
use crate::report::{ChangeSet, Entry, Filled, OpenForm, ReportKey, Session, Tally};
use crate::store::JournalEdit;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use view::{Typing, is_held_back, shown_of, view_of};

struct Inner {
    session: Rc<RefCell<Session>>,
    keeper: Keeper<IndexedDbShelf>,
    /// The cell in which the officer types: its text is left alone, and its own unreadable text is not
    /// complained about yet.
    typing: Option<Typing>,
}

/// Handles to the open report; copied into every component of the editor.
#[derive(Clone, Copy)]
pub struct Desk {
    inner: StoredValue<Option<Inner>, LocalStorage>,
    form: StoredValue<Arc<OpenForm>>,
    key: StoredValue<ReportKey>,
    level: Level,
    cells: StoredValue<Vec<RwSignal<CellView>>>,
    tallies: StoredValue<Vec<RwSignal<Tally>>>,
    findings: RwSignal<Vec<Shown>>,
    /// The sheet that is open.
    pub sheet: RwSignal<usize>,
    /// Whether every sheet is built, opened or not: paper shows them all.
    pub whole: RwSignal<bool>,
    nothing: RwSignal<CellView>,
}

impl Desk {
    /// Lays a session on the desk. `keep` begins to keep it, with the hands that it is given.
    pub fn new(
        session: Session,
        page: Page,
        keep: impl FnOnce(Hands) -> Keeper<IndexedDbShelf>,
    ) -> Desk {
        let form = session.form().clone();
        let (rows, sheets) = (form.form.rows.len(), form.form.sheets.len());
        let desk = Desk {
            inner: StoredValue::new_local(None),
            key: StoredValue::new(session.report().key()),
            level: session.report().agency.level,
            cells: StoredValue::new(
                (0..rows)
                    .map(|_| RwSignal::new(CellView::default()))
                    .collect(),
            ),
            tallies: StoredValue::new(
                (0..sheets)
                    .map(|_| RwSignal::new(Tally::default()))
                    .collect(),
            ),
            findings: RwSignal::new(Vec::new()),
            sheet: RwSignal::new(0),
            whole: RwSignal::new(false),
            nothing: RwSignal::new(CellView::default()),
            form: StoredValue::new(form),
        };
        let session = Rc::new(RefCell::new(session));
        let (of_body, of_others) = (session.clone(), session.clone());
        let keeper = keep(Hands {
            body: Box::new(move || report_text(of_body.borrow().report())),
            take_in: Box::new(move |body, own| {
                let Ok(other) = read_report(body) else {
                    return false;
                };
                let own: Vec<&str> = own.iter().map(|edit| edit.key.as_str()).collect();
                let changes = of_others.borrow_mut().take_in(other, &own);
                desk.show(&changes);
                true
            }),
            on_state: Box::new(move |state| page.save.set(Some(state))),
        });
        desk.inner.set_value(Some(Inner {
            session,
            keeper,
            typing: None,
        }));
        let all = desk.form(|form| form.form.cells().collect());
        desk.show(&ChangeSet {
            cells: all,
            findings: true,
        });
        desk
    }

    /// Ends the keeping without waiting for it. The desk is cleared at once; what is not committed yet is committed
    /// meanwhile, and no report is opened before that is over ([`Page::closed`]).
    pub fn let_go(self, page: Page) {
        if let Some(inner) = self.inner.try_update_value(Option::take).flatten() {
            page.close(inner.keeper);
        }
    }

    /// What names the report.
    pub fn key(self) -> ReportKey {
        self.key.get_value()
    }

    /// The level of the agency.
    pub fn level(self) -> Level {
        self.level
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

    /// What a cell shows.
    pub fn cell(self, cell: CellId) -> ReadSignal<CellView> {
        self.cells
            .with_value(|cells| cells.get(cell.place()).copied())
            .unwrap_or(self.nothing)
            .read_only()
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

    /// A text was typed in a cell, or an option chosen.
    pub fn enter(self, cell: CellId, text: &str) {
        self.with_inner(|inner| inner.typing = Some((cell, text.to_owned())));
        self.change(cell, |session| session.enter(cell, text));
    }

    /// What an unreadable text means was answered.
    pub fn settle(self, cell: CellId, meaning: Meaning) {
        self.with_inner(|inner| inner.typing = None);
        self.change(cell, |session| session.settle(cell, meaning));
        self.focus(cell);
    }

    /// Marks a cell as not applicable, or takes the mark away.
    pub fn toggle_not_applicable(self, cell: CellId) {
        self.with_inner(|inner| inner.typing = None);
        self.change(cell, |session| {
            let applies_not = *session.entry(cell) != Entry::NotApplicable;
            session.set_not_applicable(cell, applies_not)
        });
    }

    /// A note was typed.
    pub fn write_note(self, cell: CellId, note: &str) {
        self.change(cell, |session| session.set_note(cell, note));
    }

    /// The officer stands on a cell.
    pub fn stand_on(self, cell: CellId) {
        let text = self.cell(cell).with_untracked(|view| view.text.clone());
        self.with_inner(|inner| inner.typing = Some((cell, text)));
    }

    /// The officer leaves a cell: now it shows what was read, and what is wrong with it.
    pub fn leave(self, cell: CellId) {
        self.with_inner(|inner| {
            if inner
                .typing
                .as_ref()
                .is_some_and(|(typing, _)| *typing == cell)
            {
                inner.typing = None;
            }
        });
        let unreadable = self
            .session(|session| matches!(session.entry(cell), Entry::Unreadable(_)))
            .unwrap_or(false);
        self.show(&ChangeSet {
            cells: vec![cell],
            findings: unreadable,
        });
    }

    fn with_inner(self, act: impl FnOnce(&mut Inner)) {
        self.inner.try_update_value(|inner| inner.as_mut().map(act));
    }

    /// The one way in which anything changes: session, journal, signals.
    fn change(self, cell: CellId, act: impl FnOnce(&mut Session) -> ChangeSet) {
        let mut changes = ChangeSet::default();
        self.with_inner(|inner| {
            let edit = {
                let mut session = inner.session.borrow_mut();
                let before = session.revision();
                changes = act(&mut session);
                if session.revision() == before {
                    None
                } else {
                    session.touch(&clock::now_utc_iso());
                    let filled = Filled {
                        entry: session.entry(cell).clone(),
                        note: session.note(cell).to_owned(),
                    };
                    let row = session.form().form.row(cell).map(|row| row.id.clone());
                    row.map(|row| JournalEdit::new(row, entry_text(&filled)))
                }
            };
            // The keeper asks the session for the body, so nothing may be borrowed any more.
            if let Some(edit) = edit {
                inner.keeper.edited(edit);
            }
        });
        if !changes.cells.contains(&cell) {
            changes.cells.push(cell);
        }
        self.show(&changes);
    }

    /// Sets the signals of what changed, and of nothing else.
    fn show(self, changes: &ChangeSet) {
        let shown = self.inner.try_with_value(|inner| {
            let inner = inner.as_ref()?;
            let session = inner.session.borrow();
            let typing = inner.typing.as_ref();
            let views: Vec<(CellId, CellView)> = changes
                .cells
                .iter()
                .map(|cell| (*cell, view_of(&session, *cell, typing)))
                .collect();
            let findings = changes.findings.then(|| {
                session
                    .findings()
                    .iter()
                    .filter(|finding| !is_held_back(finding, typing))
                    .map(|finding| shown_of(&session, finding))
                    .collect::<Vec<Shown>>()
            });
            // A change set names every row of a rule whose finding changed, so no other sheet can have changed.
            let mut sheets: Vec<usize> = changes
                .cells
                .iter()
                .filter_map(|cell| session.form().form.row(*cell).map(|row| row.sheet))
                .collect();
            sheets.dedup();
            let sheets: Vec<(usize, Tally)> = sheets
                .into_iter()
                .map(|sheet| (sheet, session.tally(sheet)))
                .collect();
            Some((views, findings, sheets))
        });
        let Some((views, findings, sheets)) = shown.flatten() else {
            return;
        };
        self.cells.with_value(|cells| {
            for (cell, view) in views {
                if let Some(signal) = cells.get(cell.place())
                    && signal.with_untracked(|before| *before != view)
                {
                    signal.set(view);
                }
            }
        });
        if let Some(findings) = findings
            && self.findings.with_untracked(|before| *before != findings)
        {
            self.findings.set(findings);
        }
        self.tallies.with_value(|tallies| {
            for (sheet, tally) in sheets {
                if let Some(signal) = tallies.get(sheet)
                    && signal.get_untracked() != tally
                {
                    signal.set(tally);
                }
            }
        });
    }

    /// Prints the whole report.
    pub fn print(self) {
        self.whole.set(true);
        request_animation_frame(|| {
            if let Some(window) = dom::window() {
                // A browser that cannot print does nothing, and says so itself.
                let _ = window.print();
            }
        });
    }

    /// The address of a row or a sheet.
    pub fn address_of(self, at: &str) -> String {
        self.key
            .with_value(|key| super::route::Route::of_row(key, at))
    }

    /// Opens the sheet of a cell and stands on the cell.
    pub fn go_to(self, cell: CellId) {
        if let Some(sheet) = self.form(|form| form.form.row(cell).map(|row| row.sheet)) {
            self.sheet.set(sheet);
        }
        self.focus(cell);
    }

    /// Opens the sheet, or the row, that an address names.
    pub fn go_to_address(self, at: &str) {
        let sheet = self.form(|form| form.form.sheets.iter().position(|sheet| sheet.id == at));
        match (sheet, self.form(|form| form.form.cell(at))) {
            (Some(sheet), _) => self.sheet.set(sheet),
            (None, Some(cell)) => self.go_to(cell),
            (None, None) => {}
        }
    }

    /// Moves the focus to the figure of a cell, once its sheet is shown.
    fn focus(self, cell: CellId) {
        let Some(id) = self.form(|form| form.form.row(cell).map(|row| row.id.clone())) else {
            return;
        };
        request_animation_frame(move || {
            dom::focus_first(&format!("[data-row=\"{id}\"]"));
        });
    }

    /// Moves the focus up or down the column of figures of the sheet.
    pub fn step(self, cell: CellId, by: isize) {
        let next = self.form(|form| {
            let sheet = form.form.sheet_of(cell)?;
            let entries: Vec<CellId> = sheet
                .cells()
                .filter(|cell| form.form.row(*cell).is_some_and(|row| row.is_entry()))
                .collect();
            let place = entries.iter().position(|entry| *entry == cell)?;
            entries.get(place.checked_add_signed(by)?).copied()
        });
        if let Some(id) =
            next.and_then(|next| self.form(|form| form.form.row(next).map(|row| row.id.clone())))
        {
            dom::focus_first(&format!("[data-row=\"{id}\"]"));
        }
    }
}
