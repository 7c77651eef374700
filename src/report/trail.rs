//! What was done to a report on this machine, step by step: what undo takes back, and what the log of changes shows.
//!
//! A [`Step`] is one thing that the officer did, from the first key in a field until it is left, or a whole paste. The
//! [`Trail`] only grows at its end; taking back and doing again are steps like any other, so what can be taken back
//! follows from the trail alone, after a reload too. It is bounded, and belongs to what is kept: it is never exchanged.

use super::{Consolidated, Filled, How, Part, Report, ReportPeriod};
use crate::words::Phrase;

/// Whether a step was done, or turns another one round. The number is that of the step that it turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It was done.
    #[default]
    Done,
    /// It takes back what the other did.
    Undone(u64),
    /// It does again what the other took back.
    Redone(u64),
}

/// What is kept of a part, exact enough to be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Of a row: its entry, its note, and what was said of it.
    Row(Filled),
    /// The reason given for a finding; empty where there is none.
    Reason(String),
    /// What is written under a heading, or in a field of the letter; empty where nothing is.
    Paragraph(String),
    /// The window of the report.
    Window(ReportPeriod),
    /// The report without rows, reasons, paragraphs and trail ([`Report::head`]).
    Head(Box<Report>),
}

impl Kept {
    /// About how many bytes it takes.
    fn weight(&self) -> usize {
        match self {
            Kept::Row(filled) => filled.written().len() + filled.note.len() + 20,
            Kept::Reason(text) | Kept::Paragraph(text) => text.len(),
            Kept::Window(_) => 100,
            Kept::Head(head) => {
                let made_of = head.consolidated.as_ref().map_or(0, Consolidated::weight);
                let lines = head.log.iter();
                lines.fold(300 + made_of, |sum, line| {
                    sum + line.from.len() + line.to.len() + 100
                })
            }
        }
    }
}

/// One part that a step changed. `before` and `after` are never equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The part: a row, a reason, a paragraph, the window, or the head.
    pub part: Part,
    /// What was kept of it before.
    pub before: Kept,
    /// What is kept of it since.
    pub after: Kept,
}

impl Change {
    fn weight(&self) -> usize {
        self.before.weight() + self.after.weight() + 40
    }
}

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number within the trail; it only grows.
    pub number: u64,
    /// When it began: UTC, `2026-03-10T03:40:00Z`. Empty until [`super::Session::touch`] says.
    pub at: String,
    /// How it came about; of a step that turns another one, how that came about.
    pub how: How,
    /// Whether it turns another one.
    pub turn: Turn,
    /// Where what was brought back came from, for people: the moment of that state, `09:41 20/3/2026`. Empty otherwise.
    pub from: String,
    /// What it changed, each part once.
    pub changes: Vec<Change>,
}

impl Step {
    /// Whether the other is the same step, perhaps at another moment of it. Two pages may give the same number.
    fn is(&self, other: &Step) -> bool {
        (self.number, &self.at, self.how, self.turn)
            == (other.number, &other.at, other.how, other.turn)
    }

    /// How it came about, for people: `nhập`; `khôi phục từ bản lúc 09:41 20/3/2026`.
    pub fn way(&self) -> Phrase {
        if self.from.is_empty() {
            return self.how.words();
        }
        Phrase::said(
            "khôi phục từ bản lúc {}",
            "brought back from the state of {}",
            &[&self.from],
        )
    }

    /// What was done, for people: `nhập`; `hoàn tác: nhập` where it takes that back.
    pub fn words(&self) -> Phrase {
        let how = self.way();
        let said = |vi: &str, en: &str| {
            Phrase::new(format!("{vi}: {}", how.vi), format!("{en}: {}", how.en))
        };
        match self.turn {
            Turn::Done => how,
            Turn::Undone(_) => said("hoàn tác", "undone"),
            Turn::Redone(_) => said("làm lại", "redone"),
        }
    }

    fn weight(&self) -> usize {
        let changes = self.changes.iter();
        changes.fold(60 + self.from.len(), |sum, change| sum + change.weight())
    }
}

/// The steps of a report, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    steps: Vec<Step>,
    /// The numbers of the steps that can be taken back, and of those that can be done again; the last one is next.
    undo: Vec<u64>,
    redo: Vec<u64>,
    /// The number of the next step. One that left no trace is not given again.
    next: u64,
    /// What all steps weigh together.
    weight: usize,
    /// Steps of this page that got another number, because another page had given theirs: before, after.
    moved: Vec<(u64, u64)>,
}

/// Two trails are equal when their steps are.
impl PartialEq for Trail {
    fn eq(&self, other: &Trail) -> bool {
        self.steps == other.steps
    }
}

impl Eq for Trail {}

impl Trail {
    /// How many steps are kept; older ones fall off.
    pub const STEPS: usize = 1_000;

    /// About how many bytes all steps may take together, so that a record is always small enough to be read. Older ones
    /// fall off, and a single step that takes more is not kept.
    pub const BYTES: usize = 512 * 1024;

    /// A trail of these steps, oldest first.
    pub fn of(steps: impl IntoIterator<Item = Step>) -> Trail {
        let mut trail = Trail::default();
        for step in steps {
            if trail
                .steps
                .last()
                .is_none_or(|last| last.number < step.number)
            {
                trail.push(step);
            }
        }
        trail
    }

    /// Every step that is kept, oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// A step by its number.
    pub fn step(&self, number: u64) -> Option<&Step> {
        self.steps.get(self.place(number)?)
    }

    /// The number of the step that comes next.
    pub(super) fn next(&self) -> u64 {
        self.next
    }

    /// What would be taken back next.
    pub fn to_undo(&self) -> Option<&Step> {
        self.step(*self.undo.last()?)
    }

    /// What would be done again next.
    pub fn to_redo(&self) -> Option<&Step> {
        self.step(*self.redo.last()?)
    }

    fn place(&self, number: u64) -> Option<usize> {
        let found = self.steps.binary_search_by_key(&number, |step| step.number);
        found.ok()
    }

    /// Begins a step at the end, and gives its number.
    pub(super) fn begin(&mut self, how: How, turn: Turn) -> u64 {
        let number = self.next;
        self.push(Step {
            number,
            at: String::new(),
            how,
            turn,
            from: String::new(),
            changes: Vec::new(),
        });
        number
    }

    /// Notes that a step changed a part. A part that is again as it was before the step was not changed by it.
    pub(super) fn change(&mut self, number: u64, change: Change) {
        let Some(step) = self
            .place(number)
            .and_then(|place| self.steps.get_mut(place))
        else {
            return;
        };
        let known = step
            .changes
            .iter()
            .position(|known| known.part == change.part);
        match known.and_then(|place| Some((place, step.changes.get_mut(place)?))) {
            Some((place, known)) => {
                let before = known.weight();
                known.after = change.after;
                let after = if known.after == known.before {
                    step.changes.remove(place);
                    0
                } else {
                    known.weight()
                };
                self.weight = (self.weight + after).saturating_sub(before);
            }
            None => {
                self.weight += change.weight();
                step.changes.push(change);
            }
        }
        self.bound();
    }

    /// Says where what a step brought back came from.
    pub(super) fn came_from(&mut self, number: u64, from: &str) {
        let place = self.place(number);
        if let Some(step) = place.and_then(|place| self.steps.get_mut(place)) {
            from.clone_into(&mut step.from);
            self.weight += from.len();
        }
    }

    /// Whether a step was done and has changed nothing, after all.
    pub(super) fn is_idle(&self, number: u64) -> bool {
        let step = self.step(number);
        step.is_some_and(|step| step.turn == Turn::Done && step.changes.is_empty())
    }

    /// Takes a step that was noted elsewhere: by this page before a reload, or beside another page. Gives its number
    /// here, which is another one where the other page has given it meanwhile.
    pub fn take(&mut self, mut step: Step) -> u64 {
        if let Turn::Undone(of) | Turn::Redone(of) = &mut step.turn
            && let Some((_, after)) = self.moved.iter().rfind(|(before, _)| before == of)
        {
            *of = *after;
        }
        let place = self.place(step.number);
        if let Some(known) = place.and_then(|place| self.steps.get_mut(place))
            && known.is(&step)
        {
            let number = step.number;
            self.weight = (self.weight + step.weight()).saturating_sub(known.weight());
            *known = step;
            self.bound();
            return number;
        }
        let last = self.steps.last();
        let is_later = last.is_none_or(|last| last.number < step.number);
        let number = if is_later { step.number } else { self.next };
        if number != step.number {
            self.moved.push((step.number, number));
            step.number = number;
        }
        self.push(step);
        number
    }

    /// Takes away a step that left no trace after all.
    pub fn drop_step(&mut self, number: u64) {
        self.next = self.next.max(number.saturating_add(1));
        let Some(place) = self.place(number) else {
            return;
        };
        let step = self.steps.remove(place);
        self.weight = self.weight.saturating_sub(step.weight());
        self.undo.clear();
        self.redo.clear();
        for place in 0..self.steps.len() {
            self.stack(place);
        }
    }

    /// Gives every step that has no moment yet this one: UTC.
    pub(super) fn stamp(&mut self, now: &str) {
        for step in self.steps.iter_mut().rev() {
            if !step.at.is_empty() {
                break;
            }
            step.at = now.to_owned();
        }
    }

    fn push(&mut self, step: Step) {
        self.next = self.next.max(step.number.saturating_add(1));
        self.weight += step.weight();
        self.steps.push(step);
        self.stack(self.steps.len().saturating_sub(1));
        self.bound();
    }

    /// Puts a step on the stacks.
    fn stack(&mut self, place: usize) {
        let Some(step) = self.steps.get(place) else {
            return;
        };
        let (from, onto, of) = match step.turn {
            Turn::Done => {
                self.redo.clear();
                self.undo.push(step.number);
                return;
            }
            Turn::Undone(of) => (&mut self.undo, &mut self.redo, of),
            Turn::Redone(of) => (&mut self.redo, &mut self.undo, of),
        };
        from.retain(|number| *number != of);
        onto.push(step.number);
    }

    /// Lets the oldest steps fall off.
    fn bound(&mut self) {
        let mut gone = 0;
        for step in &self.steps {
            let is_within = self.steps.len() - gone <= Trail::STEPS && self.weight <= Trail::BYTES;
            if is_within {
                break;
            }
            self.weight = self.weight.saturating_sub(step.weight());
            gone += 1;
        }
        if gone > 0 {
            self.steps.drain(..gone);
            let first = self.steps.first().map_or(self.next, |step| step.number);
            self.undo.retain(|number| *number >= first);
            self.redo.retain(|number| *number >= first);
        }
    }
}
