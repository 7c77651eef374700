//! The open report beside earlier ones: what is known of them, whether it is shown, what was copied from the last.

use super::Desk;
use crate::browser::Preferences;
use crate::form::CellId;
use crate::number::Decimal;
use crate::period::{Days, Period};
use crate::report::{ChangeSet, History, Session};
use crate::words::Phrase;
use leptos::prelude::*;

/// What the page knows of earlier reports.
#[derive(Clone, Copy)]
pub(super) struct OverTime {
    known: RwSignal<bool>,
    compared: RwSignal<bool>,
    offered: RwSignal<bool>,
}

impl OverTime {
    pub(super) fn new() -> OverTime {
        OverTime {
            known: RwSignal::new(false),
            compared: RwSignal::new(!Preferences::load().compare.is_empty()),
            offered: RwSignal::new(false),
        }
    }
}

impl Desk {
    fn over_time(self) -> OverTime {
        self.over_time.get_value()
    }

    /// Takes what the agency reported for other periods; a report in which nothing is entered yet may be started
    /// from the last of them.
    pub fn remember(self, history: History) {
        let mut changes = ChangeSet::default();
        let mut offered = false;
        self.with_inner(|inner| {
            let mut session = inner.session.borrow_mut();
            changes = session.remember(history);
            offered = session.report().entries.is_empty() && !session.to_carry().is_empty();
        });
        self.show(&changes);
        // The desk may be cleared already: the officer has gone elsewhere meanwhile.
        if let Some(over_time) = self.over_time.try_get_value() {
            over_time.known.set(true);
            over_time.offered.set(offered);
        }
    }

    /// Checks the rules of the form, which the first input did not wait for.
    pub fn take_rules(self) {
        let mut changes = ChangeSet::default();
        self.with_inner(|inner| changes = inner.session.borrow_mut().take_rules());
        self.show(&changes);
    }

    /// Gives a report without any the days of its window. Where another page writes it they come from there.
    pub fn begin_on(self, days: Days) {
        if self.sharing.writes() {
            self.alter(None, Box::new(move |session| session.begin_on(days)));
            return;
        }
        let mut changes = ChangeSet::default();
        self.with_inner(|inner| {
            let mut session = inner.session.borrow_mut();
            if session.revision() == 0 {
                changes = session.begin_on(days);
            }
        });
        self.show(&changes);
    }

    /// Whether the earlier reports have been read.
    pub fn is_past_known(self) -> ReadSignal<bool> {
        self.over_time().known.read_only()
    }

    /// The number of a row, typed or computed; it follows every key.
    pub fn figure(self, cell: CellId) -> ReadSignal<Option<Decimal>> {
        self.signals(cell).figure.read_only()
    }

    /// Whether figures are shown beside those of earlier reports.
    pub fn is_compared(self) -> ReadSignal<bool> {
        self.over_time().compared.read_only()
    }

    /// Shows figures beside those of earlier reports, or no longer; remembered for the next report.
    pub fn toggle_compared(self) {
        let compared = !self.over_time().compared.get_untracked();
        self.over_time().compared.set(compared);
        let mut preferences = Preferences::load();
        preferences.compare = if compared { "yes" } else { "" }.to_owned();
        // Where the browser keeps nothing it lasts as long as the page.
        let _ = preferences.save();
    }

    /// Whether the officer is asked to start from the last report.
    pub fn is_carry_offered(self) -> ReadSignal<bool> {
        self.over_time().offered.read_only()
    }

    /// What was copied was taken back, or a sheet was: the empty report may be started from the last one again.
    pub(super) fn offer_to_carry(self) {
        let may = self.session(|session| {
            session.report().entries.is_empty() && !session.to_carry().is_empty()
        });
        super::signals::set(self.over_time().offered, may.unwrap_or(false));
    }

    /// The officer starts without the last report.
    pub fn decline_to_carry(self) {
        self.over_time().offered.set(false);
        self.step_into_sheet();
    }

    /// Copies plan figures and states of the last report, and goes to the first of them.
    pub fn carry(self) {
        self.with_inner(|inner| inner.typing = None);
        self.alter(None, Box::new(Session::carry));
        self.over_time().offered.set(false);
        let first = self.session(|session| session.unconfirmed().first().copied());
        if let Some(first) = first.flatten() {
            self.go_to(first);
        }
    }

    /// The name of the period from which figures of a sheet were copied and not confirmed yet.
    pub fn carried_from(self, sheet: usize) -> Option<Phrase> {
        let cells = self.form(|form| form.form.sheets.get(sheet).map(|sheet| sheet.cells()))?;
        let id = self.session(|session| {
            let mut cells = cells;
            cells.find_map(|cell| session.carried(cell).map(str::to_owned))
        });
        id.flatten().map(|id| period_name(&id))
    }

    /// Confirms a copied entry and stands on it: the button that did it is gone.
    pub fn confirm_figure(self, cell: CellId) {
        self.confirm_carried(vec![cell]);
        self.focus(cell);
    }

    /// Confirms every entry of the open sheet that was copied.
    pub fn confirm_sheet(self) {
        let sheet = self.sheet.get_untracked();
        let cells = self.form(|form| {
            let sheet = form.form.sheets.get(sheet);
            sheet.map_or_else(Vec::new, |sheet| sheet.cells().collect())
        });
        self.confirm_carried(cells);
        self.step_into_sheet();
    }
}

/// The name of a period by its id; the id itself where it names none.
pub fn period_name(id: &str) -> Phrase {
    Period::parse(id).map_or_else(|| Phrase::of_figure(id), |period| period.name())
}
