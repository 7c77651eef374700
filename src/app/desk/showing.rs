//! From the session to the rows that are drawn and to the signals: what changed, and nothing else.

use super::Desk;
use super::course;
use super::signals::{Told, set};
use super::view::{Shown, Typing, is_held_back, shown_of, text_of, view_of};
use crate::form::{CellId, Kind};
use crate::report::{ChangeSet, Session, Tally};
use leptos::prelude::*;

/// What was seen of the session, to be shown once it is no longer borrowed.
struct Seen {
    cells: Vec<Told>,
    findings: Option<Vec<Shown>>,
    tallies: Vec<(usize, Tally)>,
    course: course::Seen,
}

impl Desk {
    /// Tells the rows and sets the signals of what changed, and of nothing else.
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

    /// Tells the rows and sets the signals of everything, before anybody types.
    pub fn show_all(self, session: &Session) {
        let all = ChangeSet {
            cells: session.form().form.cells().collect(),
            findings: true,
            state: true,
            ..ChangeSet::default()
        };
        let seen = self.look(session, &all, None, None);
        self.tell_seen(&all, seen);
    }

    /// Sets the signals of the head, and looks what changed in the cells and around them.
    fn look(
        self,
        session: &Session,
        changes: &ChangeSet,
        typing: Option<Typing>,
        typed: Option<CellId>,
    ) -> Seen {
        self.head.show(session);
        self.turns.show(session);
        let cells = changes.cells.iter();
        let cells = cells
            .map(|cell| self.look_at(session, *cell, typing, typed))
            .collect();
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
            cells,
            findings,
            tallies,
            course: self.course.look(session, changes),
        }
    }

    /// Tells the rows that are drawn, before anything else follows, and sets the signals. Nothing of the desk is borrowed
    /// any more: what is drawn anew may take the focus away, and that is told to the desk.
    fn tell_seen(self, changes: &ChangeSet, seen: Seen) {
        seen.cells.iter().for_each(|told| self.tell_line(told));
        for told in seen.cells {
            self.signals(told.cell).take(told);
        }
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

    /// What became of a cell, against what its signals say.
    fn look_at(
        self,
        session: &Session,
        cell: CellId,
        typing: Option<Typing>,
        typed: Option<CellId>,
    ) -> Told {
        let signals = self.signals(cell);
        let is_list =
            matches!(session.form().form.row(cell), Some(row) if row.kind == Kind::Choice);
        let text = (typing != Some(cell) || is_list).then(|| text_of(session, cell));
        Told {
            cell,
            view: unlike(signals.view, view_of(session, cell, typing)),
            text: if typed == Some(cell) {
                text
            } else {
                text.and_then(|text| unlike(signals.text, text))
            },
            note: unlike(signals.note, session.note(cell).to_owned()),
            figure: session.figure(cell),
        }
    }
}

/// A value that is another than that of the signal.
fn unlike<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) -> Option<T> {
    signal
        .with_untracked(|before| *before != value)
        .then_some(value)
}
