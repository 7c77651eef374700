//! The head of the open report: whose it is, its window, and whether it has left the machine.

use super::Desk;
use crate::browser::clock;
use crate::form::Level;
use crate::format::part_text;
use crate::period::{Days, Window};
use crate::report::{Agency, Late, Part, Session};
use crate::store::JournalEdit;
use leptos::prelude::*;

/// What the head of a report shows.
#[derive(Clone, Copy)]
pub(super) struct Head {
    agency: StoredValue<Agency>,
    /// How often it became another one. This is followed: a signal of the agency itself is half a KB more.
    agencies: RwSignal<usize>,
    days: RwSignal<Option<Days>>,
    late: RwSignal<Option<Late>>,
    has_left: RwSignal<bool>,
}

impl Head {
    pub(super) fn new(agency: Agency) -> Head {
        Head {
            agency: StoredValue::new(agency),
            agencies: RwSignal::new(0),
            days: RwSignal::new(None),
            late: RwSignal::new(None),
            has_left: RwSignal::new(false),
        }
    }

    /// Sets the signals of what changed.
    pub(super) fn show(self, session: &Session) {
        let report = session.report();
        if self.agency.with_value(|shown| *shown != report.agency) {
            self.agency.set_value(report.agency.clone());
            self.agencies.set(self.agencies.get_untracked() + 1);
        }
        let has_left = report.exported.as_ref() == Some(&report.modified);
        let late = report.late.as_ref().filter(|_| has_left);
        if self.has_left.get_untracked() != has_left {
            self.has_left.set(has_left);
        }
        if self.late.with_untracked(|shown| shown.as_ref() != late) {
            self.late.set(late.cloned());
        }
        let days = report.period.days();
        if self.days.get_untracked() != days {
            self.days.set(days);
        }
    }
}

impl Desk {
    /// The agency of the report, whose name and level are drawn with every row: where it becomes another one, as by a
    /// file, the report is drawn anew.
    pub fn agency(self) -> Agency {
        self.head.agencies.track();
        self.head.agency.get_value()
    }

    /// The level of the agency.
    pub fn level(self) -> Level {
        self.head.agency.with_value(|agency| agency.level)
    }

    /// The days of the report's window; none where it carries none.
    pub fn days(self) -> ReadSignal<Option<Days>> {
        self.head.days.read_only()
    }

    /// That the report, as it stands, left too late.
    pub fn late(self) -> ReadSignal<Option<Late>> {
        self.head.late.read_only()
    }

    /// Whether the report has left the machine as it stands.
    pub fn has_left(self) -> ReadSignal<bool> {
        self.head.has_left.read_only()
    }

    /// Sets the days of the window.
    pub fn set_days(self, days: Days) {
        self.rest();
        self.alter(None, Box::new(move |session| session.set_days(days)));
        self.rest();
    }

    /// The officer asks for a file: what is typed counts from here on, and what stands against the report is announced.
    pub fn asks_to_leave(self) {
        if self.sharing.refuses() {
            return;
        }
        self.has_asked.set(true);
        // What is edited and not yet journaled would count as changed after it left.
        self.note_edits();
    }

    /// Says that the report leaves the machine now. `window` is the one by which it is counted.
    pub fn leaves(self, window: Option<Window>) {
        self.asks_to_leave();
        self.went_out(window, None);
    }

    /// Says that the report has left the machine as it stood when it was `modified`; where it has been changed since,
    /// nothing. Without such a moment it left as it stands.
    pub fn went_out(self, window: Option<Window>, modified: Option<&str>) {
        if self.sharing.refuses() {
            return;
        }
        self.note_edits();
        self.with_inner(|inner| {
            let edit = {
                let mut session = inner.session.borrow_mut();
                if modified.is_some_and(|modified| modified != session.report().modified) {
                    return;
                }
                let changed = session.leaves(clock::today(), window.as_ref());
                self.head.show(&session);
                let text = || part_text(session.report(), &Part::Leaving);
                changed.then(|| JournalEdit::new(Part::Leaving.key(), text()))
            };
            // The keeper asks the session for the body, so nothing may be borrowed any more.
            if let Some(edit) = edit {
                inner.keeper.edited(edit);
            }
        });
    }
}
