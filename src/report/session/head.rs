//! The head of the open report: its window, and that it leaves the machine.

use super::{ChangeSet, Changes, Session};
use crate::period::{Date, Days, Window};
use crate::report::{Change, How, Kept, Part, ReportPeriod, What};

impl Session {
    /// Sets the days of the report's window.
    pub fn set_days(&mut self, days: Days) -> ChangeSet {
        if self.report.period.days() == Some(days) {
            return ChangeSet::default();
        }
        self.begin(How::Typed, Some(What::Window));
        let mut changes = Changes::default();
        let mut period = self.report.period.clone();
        period.set_days(days);
        self.put_window(period, &mut changes);
        self.tell(changes)
    }

    /// Takes another window.
    pub(super) fn put_window(&mut self, period: ReportPeriod, changes: &mut Changes) {
        let before = std::mem::replace(&mut self.report.period, period.clone());
        self.note_of_window(before.written());
        self.record(Change {
            part: Part::Window,
            before: Kept::Window(before),
            after: Kept::Window(period),
        });
        // Which windows nest, and how many days one has, is another thing now.
        self.look_back(changes);
    }

    /// Notes that the report has another window.
    pub(super) fn note_of_window(&mut self, before: String) {
        let after = self.report.period.written();
        self.mark(Part::Window);
        if before != after {
            self.log(What::Window, before, after);
        }
    }

    /// Says that the report leaves the machine ([`crate::report::Report::leaves`]); says whether anything changed.
    /// That is no change of the report, so [`Session::touch`] has no place here.
    pub fn leaves(&mut self, today: Date, window: Option<&Window>) -> bool {
        let changed = self.report.leaves(today, window);
        if changed {
            self.revision += 1;
        }
        changed
    }
}
