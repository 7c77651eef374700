//! The doors of time: what earlier reports say, and what is copied from the last of them until it is confirmed.

use super::{ChangeSet, Changes, Session};
use crate::form::{CellId, Kind, Row};
use crate::period::Period;
use crate::report::history::{History, PastReport, PastValue, is_carried};
use crate::report::{Entry, Filled, How};

impl Session {
    /// Takes what the agency reported for other periods, in the place of what was known before, and checks again the
    /// rules that look at it.
    pub fn remember(&mut self, history: History) -> ChangeSet {
        let mut changes = Changes::default();
        self.history = history;
        self.look_back(&mut changes);
        changes.set
    }

    /// Checks again the rules over time: after the history or the window of the report has changed.
    pub(super) fn look_back(&mut self, changes: &mut Changes) {
        let form = self.form.clone();
        for (place, rule) in form.rules().rules().iter().enumerate() {
            if rule.is_over_time() && self.check(place, rule) {
                changes.touch_rule(rule);
            }
        }
    }

    /// What the agency reported for other periods.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The period of the report; none where its id names none.
    pub fn period(&self) -> Option<Period> {
        Period::parse(&self.report.period.id)
    }

    /// The last report before this one, from which it may be started.
    pub fn last_report(&self) -> Option<&PastReport> {
        self.history.last(self.period()?)
    }

    /// The plan figures and states of the last report that may be copied into rows that are still blank, with what
    /// stands there (see [`is_carried`]).
    pub fn to_carry(&self) -> Vec<(CellId, Entry)> {
        let Some((period, last)) = self.period().zip(self.last_report()) else {
            return Vec::new();
        };
        let form = &self.form.form;
        form.cells()
            .filter_map(|cell| {
                let row = form.row(cell)?;
                let is_free = *self.entry(cell) == Entry::Blank && !self.is_confirmed_blank(cell);
                if !is_free || !is_carried(row, last.period, period) {
                    return None;
                }
                // A figure that covers something else than this row is shown beside it, and not put into it.
                let figure = last.figures.get(&row.id)?;
                let PastValue::Entered(entry) = &figure.value else {
                    return None;
                };
                if figure.remark.is_some() {
                    return None;
                }
                fits(row, entry).then(|| (cell, entry.clone()))
            })
            .collect()
    }

    /// Copies what [`Session::to_carry`] names. Each entry keeps the period from which it came until it is confirmed
    /// or typed over. The fields of the letter that belong to the agency come along where they are blank.
    pub fn carry(&mut self) -> ChangeSet {
        let Some(last) = self.last_report() else {
            return ChangeSet::default();
        };
        let (from, letter) = (last.period.id(), last.letter.clone());
        self.begin(How::Carried, None);
        let mut changes = Changes::default();
        for (cell, entry) in self.to_carry() {
            let filled = Filled {
                entry,
                carried: Some(from.clone()),
                ..self.filled(cell)
            };
            if self.keep(cell, filled) {
                changes.touch(cell);
                self.recompute(cell, &mut changes);
            }
        }
        for (id, text) in letter {
            if self.paragraph(&id).is_empty() {
                self.put_paragraph(&id, &text, &mut changes);
            }
        }
        self.tell(changes)
    }

    /// Every row whose entry was copied and is not confirmed yet, in printed order.
    pub fn unconfirmed(&self) -> Vec<CellId> {
        let cells = self.form.form.cells();
        cells.filter(|cell| self.carried(*cell).is_some()).collect()
    }
}

/// Whether a row can be filled with an entry of another report, perhaps of another form set.
fn fits(row: &Row, entry: &Entry) -> bool {
    match entry {
        Entry::Number(_) => row.kind.is_number(),
        Entry::Choice(code) => row.options.iter().any(|option| option.code == *code),
        Entry::Text(_) => row.kind == Kind::Text,
        Entry::NotApplicable => true,
        Entry::Blank | Entry::Unreadable(_) => false,
    }
}
