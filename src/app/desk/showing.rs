//! From the session to the signals: what changed, and nothing else.

use super::Desk;
use super::course;
use super::signals::set;
use super::view::{Shown, Typing, is_held_back, shown_of, text_of, view_of};
use crate::form::{CellId, Kind};
use crate::report::{ChangeSet, Session, Tally};
use leptos::prelude::*;

/// What was seen of the session, to be shown once it is no longer borrowed.
struct Seen {
    findings: Option<Vec<Shown>>,
    tallies: Vec<(usize, Tally)>,
    course: course::Seen,
}

impl Desk {
    /// Sets the signals of what changed, and of nothing else.
    pub(super) fn show(self, changes: &ChangeSet) {
        let seen = self.inner.try_with_value(|inner| {
            let inner = inner.as_ref()?;
            let session = inner.session.borrow();
            Some(self.look(&session, changes, inner.typing, inner.typed))
        });
        let Some(seen) = seen.flatten() else {
            return;
        };
        self.with_inner(|inner| {
            if inner.typed.is_some() && inner.typed != inner.typing {
                inner.typed = None;
            }
        });
        self.tell_seen(changes, seen);
    }

    /// Sets the signals of everything, before anybody types.
    pub(super) fn show_all(self, session: &Session) {
        let all = ChangeSet {
            cells: session.form().form.cells().collect(),
            findings: true,
            state: true,
            ..ChangeSet::default()
        };
        let seen = self.look(session, &all, None, None);
        self.tell_seen(&all, seen);
    }

    /// Sets the signals of the cells and of the head, and looks what else changed.
    fn look(
        self,
        session: &Session,
        changes: &ChangeSet,
        typing: Option<Typing>,
        typed: Option<CellId>,
    ) -> Seen {
        self.head.show(session);
        self.turns.show(session);
        for cell in &changes.cells {
            self.show_cell(session, *cell, typing, typed);
        }
        let findings = changes.findings.then(|| {
            session
                .findings()
                .iter()
                .filter(|finding| !is_held_back(finding, typing))
                .map(|finding| shown_of(session, finding))
                .collect::<Vec<Shown>>()
        });
        // A change set names every row of a rule whose finding changed, so no other sheet can have changed.
        let mut sheets: Vec<usize> = changes
            .cells
            .iter()
            .filter_map(|cell| session.form().form.row(*cell).map(|row| row.sheet))
            .collect();
        sheets.dedup();
        let tallies = sheets
            .into_iter()
            .map(|sheet| (sheet, session.tally(sheet)))
            .collect();
        Seen {
            findings,
            tallies,
            course: self.course.look(session, changes),
        }
    }

    /// Sets the signals of what is not of one cell.
    fn tell_seen(self, changes: &ChangeSet, seen: Seen) {
        self.course.show(seen.course);
        self.wording.show(changes);
        if let Some(findings) = seen.findings {
            set(self.findings, findings);
        }
        self.tallies.with_value(|tallies| {
            for (sheet, tally) in seen.tallies {
                if let Some(signal) = tallies.get(sheet) {
                    set(*signal, tally);
                }
            }
        });
    }

    fn show_cell(
        self,
        session: &Session,
        cell: CellId,
        typing: Option<Typing>,
        typed: Option<CellId>,
    ) {
        let signals = self.signals(cell);
        set(signals.view, view_of(session, cell, typing));
        set(signals.note, session.note(cell).to_owned());
        set(signals.figure, session.figure(cell));
        let is_list =
            matches!(session.form().form.row(cell), Some(row) if row.kind == Kind::Choice);
        if typing == Some(cell) && !is_list {
            return;
        }
        let text = text_of(session, cell);
        if typed == Some(cell) {
            signals.text.set(text);
        } else {
            set(signals.text, text);
        }
    }
}
