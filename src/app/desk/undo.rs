//! Taking back and doing again on the desk: what comes next, what was said of it, and where the officer goes then.

use super::Desk;
use crate::app::dom;
use crate::app::words::{First, first};
use crate::form::CellId;
use crate::report::{Change, Kept, Part, Session, Step, Undone};
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;

/// A step that may be turned round, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    number: u64,
    /// What it did.
    pub told: Phrase,
}

/// What the buttons and the line beside them show.
#[derive(Clone, Copy)]
pub(super) struct Turns {
    undo: RwSignal<Option<Next>>,
    redo: RwSignal<Option<Next>>,
    said: RwSignal<Option<Phrase>>,
    /// Whose history is shown; none while none is.
    looked_at: RwSignal<Option<Looked>>,
}

/// What the log of changes is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// The whole report.
    Report,
    /// One row.
    Row(CellId),
}

type Turn = fn(&mut Session) -> Option<Undone>;
type Pick = fn(&'static First) -> &'static str;

impl Turns {
    pub(super) fn new() -> Turns {
        Turns {
            undo: RwSignal::new(None),
            redo: RwSignal::new(None),
            said: RwSignal::new(None),
            looked_at: RwSignal::new(None),
        }
    }

    /// Shows what comes next, where that is another step than before: a key goes on with the same one.
    pub(super) fn show(self, session: &Session) {
        self.look(session, |shown, step| {
            shown.map(|next| next.number) == step.map(|step| step.number)
        });
    }

    /// Shows what comes next in the words of now.
    fn refresh(self, session: &Session) {
        self.look(session, |_, _| false);
    }

    fn look(self, session: &Session, is_same: fn(Option<&Next>, Option<&Step>) -> bool) {
        let sides = [
            (self.undo, session.can_undo()),
            (self.redo, session.can_redo()),
        ];
        for (signal, step) in sides {
            if signal.with_untracked(|shown| is_same(shown.as_ref(), step)) {
                continue;
            }
            let next = step.map(|step| Next {
                number: step.number,
                told: session.told_of_turn(step),
            });
            super::signals::set(signal, next);
        }
    }
}

impl Desk {
    /// What would be taken back next; none where there is nothing.
    pub fn next_undo(self) -> ReadSignal<Option<Next>> {
        self.turns.undo.read_only()
    }

    /// What would be done again next.
    pub fn next_redo(self) -> ReadSignal<Option<Next>> {
        self.turns.redo.read_only()
    }

    /// What was taken back, done again or emptied last.
    pub fn said(self) -> ReadSignal<Option<Phrase>> {
        self.turns.said.read_only()
    }

    /// Whose log of changes is shown.
    pub fn looked_at(self) -> RwSignal<Option<Looked>> {
        self.turns.looked_at
    }

    /// Takes back the last step, says so, and goes to what it changed.
    pub fn undo(self, language: Language) {
        self.refresh_turns();
        let next = self.turns.undo.get_untracked();
        self.turn_step(next, Session::undo, |words| words.undone, language);
    }

    /// Does again what was taken back last.
    pub fn redo(self, language: Language) {
        self.refresh_turns();
        let next = self.turns.redo.get_untracked();
        self.turn_step(next, Session::redo, |words| words.redone, language);
    }

    fn turn_step(self, next: Option<Next>, turn: Turn, pick: Pick, language: Language) {
        // The field in which the officer types is written too: it is what is taken back.
        self.with_inner(|inner| inner.typing = None);
        let mut undone = None;
        self.alter(
            None,
            Box::new(|session| {
                undone = turn(session);
                let changes = undone.as_ref().map(|undone| undone.changes.clone());
                changes.unwrap_or_default()
            }),
        );
        let (Some(undone), Some(next)) = (undone, next) else {
            return;
        };
        let mut said = told(pick, &next.told);
        if !undone.skipped.is_empty() {
            let count = Phrase::of_figure(undone.skipped.len().to_string());
            let left = told(|words| words.undo_left, &count);
            said = Phrase::new(
                format!("{} {}", said.vi, left.vi),
                format!("{} {}", said.en, left.en),
            );
        }
        self.say(said, language);
        self.offer_to_carry();
        if let Some(part) = undone.first {
            self.go_to_part(&part);
        }
    }

    /// Empties a sheet, and says how it comes back.
    pub fn clear_sheet(self, sheet: usize, language: Language) {
        let count = self.session(|session| session.to_clear(sheet)).unwrap_or(0);
        self.with_inner(|inner| inner.typing = None);
        self.rest();
        self.alter(None, Box::new(move |session| session.clear_sheet(sheet)));
        self.rest();
        let said = match count {
            0 => told(|words| words.clear_nothing, &Phrase::default()),
            _ => told(|words| words.cleared, &Phrase::of_figure(count.to_string())),
        };
        self.say(said, language);
    }

    /// Says something beside the buttons, and to those who hear the page.
    fn say(self, said: Phrase, language: Language) {
        let aloud = said.text(language).to_owned();
        // The row that is left now is told of first; this is said last, so that it is heard.
        request_animation_frame(move || {
            request_animation_frame(move || dom::announce(&aloud));
        });
        self.turns.said.set(Some(said));
    }

    /// What comes next, in the words of now: while keys go on with a step they are not made anew.
    pub fn refresh_turns(self) {
        self.session(|session| self.turns.refresh(session));
    }

    /// Opens the sheet of what was put back, and stands on it.
    fn go_to_part(self, part: &Part) {
        let (row, reason) = match part {
            Part::Row(row) => (row.as_str(), None),
            // The rule, then its rows.
            Part::Reason(key) => {
                let place = self.form(|form| {
                    let mut rules = form.rules().rules().iter();
                    rules.position(|rule| rule.key(&form.form) == *key)
                });
                (key.split(' ').nth(1).unwrap_or_default(), place)
            }
            Part::Paragraph(id) => return self.show_wording(Some(id)),
            _ => return,
        };
        let Some(cell) = self.form(|form| form.form.cell(row)) else {
            return;
        };
        if let Some(sheet) = self.form(|form| form.form.row(cell).map(|row| row.sheet)) {
            self.sheet.set(sheet);
        }
        let is_note = self.session(|session| is_of_note(session, part));
        let selector = match (is_note, reason) {
            (Some(true), _) => format!("[data-note=\"{row}\"]"),
            (_, Some(place)) => format!("#reason-{place}"),
            _ => return self.focus(cell),
        };
        request_animation_frame(move || {
            if !dom::focus_first(&selector) {
                self.focus(cell);
            }
        });
    }
}

/// Whether the last step changed nothing but the note of a row.
fn is_of_note(session: &Session, part: &Part) -> bool {
    let step = session.report().trail.steps().last();
    let change = step.and_then(|step| step.changes.iter().find(|change| change.part == *part));
    let Some(Change {
        before: Kept::Row(before),
        after: Kept::Row(after),
        ..
    }) = change
    else {
        return false;
    };
    before.entry == after.entry
        && before.confirmed_blank == after.confirmed_blank
        && before.carried == after.carried
}

/// A sentence of the page with something in it, in both languages.
fn told(pick: Pick, what: &Phrase) -> Phrase {
    let said = |language: Language| filled(pick(first(language)), &[what.text(language)]);
    Phrase::new(said(Language::Vi), said(Language::En))
}
