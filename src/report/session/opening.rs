//! Opening a report: everything computed and checked once, or the rules a little later than the figures.

use super::reading::entry_of;
use super::{ChangeSet, Changes, Course, Session};
use crate::period::Days;
use crate::report::{History, OpenForm, Part, Report, State};
use std::sync::Arc;

impl Session {
    /// Puts a report on the desk and computes everything once. It knows no other report yet
    /// ([`Session::remember`]).
    pub fn open(form: Arc<OpenForm>, report: Report) -> Session {
        form.prepare();
        Session::open_with(form, report, History::default())
    }

    /// Puts a report on the desk and computes everything once; its rules may come later ([`Session::take_rules`]).
    pub fn open_early(form: Arc<OpenForm>, report: Report) -> Session {
        Session::open_with(form, report, History::default())
    }

    /// Prepares the rules of the form and checks them all, where that has not been done.
    pub fn take_rules(&mut self) -> ChangeSet {
        self.form.prepare();
        let form = self.form.clone();
        let rules = form.rules().rules();
        let mut changes = Changes::default();
        if self.failures.len() != rules.len() {
            self.failures = vec![None; rules.len()];
            for (place, rule) in rules.iter().enumerate() {
                if self.check(place, rule) {
                    changes.touch_rule(rule);
                }
            }
        }
        changes.set
    }

    /// Gives a draft that has none the days of its window. It is no change that anyone made, so it is to be kept only
    /// where something was edited already; otherwise it goes along with the first edit.
    pub fn begin_on(&mut self, days: Days) -> ChangeSet {
        let mut changes = Changes::default();
        if self.report.period.days().is_none() && self.report.state == State::Draft {
            self.report.period.set_days(days);
            if self.revision > 0 {
                self.mark(Part::Window);
            }
            self.look_back(&mut changes);
        }
        changes.set
    }

    pub(super) fn open_with(form: Arc<OpenForm>, report: Report, history: History) -> Session {
        let rows = form.form.rows.len();
        let entries = form
            .form
            .rows
            .iter()
            .map(|row| entry_of(row, &report))
            .collect();
        let mut session = Session {
            entries,
            notices: vec![None; rows],
            derived: vec![None; rows],
            failures: vec![None; form.rules().rules().len()],
            history,
            form,
            report,
            revision: 0,
            course: Course::default(),
        };
        session.rest();
        for cell in session.form.clone().form.computed() {
            session.compute(*cell);
        }
        for (place, rule) in session.form.clone().rules().rules().iter().enumerate() {
            session.check(place, rule);
        }
        session
    }
}
