//! The course of the open report on the desk: its state, its log, and what is missing once the officer has asked.

use super::Desk;
use crate::app::dom;
use crate::browser::clock;
use crate::form::CellId;
use crate::report::{ChangeSet, Entry, Logged, Outstanding, Session, State};
use leptos::prelude::*;

/// How far the report has come, as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// When it was last declared complete: UTC.
    pub completed: Option<String>,
    /// What was changed since it was first complete, and when it was complete.
    pub log: Vec<Logged>,
}

#[derive(Clone, Copy)]
pub(super) struct Course {
    standing: RwSignal<Standing>,
    /// What is missing; none as long as nobody has asked.
    missing: RwSignal<Option<Vec<Outstanding>>>,
}

/// What was seen of the session, to be shown once it is no longer borrowed.
pub(super) struct Seen {
    standing: Option<Standing>,
    missing: Option<Vec<Outstanding>>,
}

impl Course {
    pub(super) fn new() -> Course {
        Course {
            standing: RwSignal::new(Standing::default()),
            missing: RwSignal::new(None),
        }
    }

    pub(super) fn look(self, session: &Session, changes: &ChangeSet) -> Seen {
        let report = session.report();
        let asked = self.missing.with_untracked(Option::is_some);
        Seen {
            standing: changes.state.then(|| Standing {
                state: report.state,
                completed: report.completed().map(str::to_owned),
                log: report.log.clone(),
            }),
            missing: asked.then(|| session.outstanding()),
        }
    }

    pub(super) fn show(self, seen: Seen) {
        if let Some(standing) = seen.standing
            && self.standing.with_untracked(|before| *before != standing)
        {
            self.standing.set(standing);
        }
        if seen.missing.is_some()
            && self
                .missing
                .with_untracked(|before| *before != seen.missing)
        {
            self.missing.set(seen.missing);
        }
    }
}

impl Desk {
    /// Shows the course as it stands now, after a line of the log has got its moment.
    pub(super) fn show_course(self) {
        let is_draft = self
            .session(|session| session.report().state == State::Draft)
            .unwrap_or(true);
        if !is_draft {
            self.show(&ChangeSet {
                state: true,
                ..ChangeSet::default()
            });
        }
    }

    /// How far the report has come.
    pub fn standing(self) -> ReadSignal<Standing> {
        self.course.standing.read_only()
    }

    /// What is missing for completion; none as long as nobody has asked.
    pub fn missing(self) -> ReadSignal<Option<Vec<Outstanding>>> {
        self.course.missing.read_only()
    }

    /// The officer declares the report complete. Where something is missing, it is listed and the list is stood on.
    pub fn complete(self) {
        self.has_asked.set(true);
        self.alter(
            None,
            Box::new(|session| session.complete(&clock::now_utc_iso())),
        );
        let missing = self.session(Session::outstanding).unwrap_or_default();
        let title = if missing.is_empty() {
            "#report-state"
        } else {
            "#missing-title"
        };
        let missing = Some(missing).filter(|missing| !missing.is_empty());
        self.course.missing.set(missing);
        dom::answer_at(title);
    }

    /// The list of what is missing is put away until the officer asks again.
    pub fn put_missing_away(self) {
        self.course.missing.set(None);
        dom::focus_first("[data-action=complete]");
    }

    /// A reason was typed for what a rule finds, by the place of the rule.
    pub fn write_reason(self, rule: usize, reason: &str) {
        let reason = reason.to_owned();
        self.alter(
            None,
            Box::new(move |session| session.set_reason(rule, &reason)),
        );
    }

    /// Stands on the field of the reason for what a rule finds, in the list of findings.
    pub fn go_to_reason(self, rule: usize) {
        dom::focus_first(&format!("#reason-{rule}"));
    }

    /// Confirms what stands in a cell, or that nothing does: a figure from another period holds for this one; a blank
    /// row is left blank on purpose, or is no longer.
    pub fn confirm(self, cell: CellId) {
        self.change(cell, move |session| {
            if session.carried(cell).is_some() {
                session.confirm(&[cell])
            } else {
                let confirmed = session.is_confirmed_blank(cell);
                session.confirm_blank(cell, !confirmed)
            }
        });
        // The button that did it is gone.
        self.focus(cell);
    }

    /// Confirms figures that were copied from another period.
    pub fn confirm_carried(self, cells: Vec<CellId>) {
        self.alter(None, Box::new(move |session| session.confirm(&cells)));
    }

    /// Leaves every blank row of a sheet blank on purpose.
    pub fn confirm_blanks(self, sheet: usize) {
        self.alter(None, Box::new(move |session| session.confirm_blanks(sheet)));
    }

    /// Drops what was typed in a row that a helper sheet feeds.
    pub fn drop_typed(self, cell: CellId) {
        self.change(cell, move |session| session.replace(cell, Entry::Blank));
        // The button that did it is gone.
        self.focus(cell);
    }

    /// What was being edited is left: the next change is another line of the log.
    pub fn rest(self) {
        self.with_inner(|inner| inner.session.borrow_mut().rest());
        self.refresh_turns();
    }
}
