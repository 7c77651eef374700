//! Steps: what belongs together, what is taken back, what is done again.
//!
//! Every door begins a step, or goes on with the one under way: keys in the same field until it is left are one step,
//! and whatever happens inside [`Session::step`] is one. What is taken back is a change like any other: after
//! completion it amends the report. That the report was declared complete is no step, and is not taken back.

use super::{ChangeSet, Changes, Session};
use crate::form::{CellId, Row};
use crate::report::{Change, Entry, Filled, How, Kept, Part, Report, Step, Turn, What};

/// The step to which a change belongs now.
#[derive(Debug)]
pub(super) struct UnderWay {
    how: How,
    turn: Turn,
    /// What is being edited, where keys may go on with it.
    subject: Option<What>,
    /// Its number in the trail; none before it has changed anything.
    number: Option<u64>,
    /// Whether doors belong to it, rather than beginning steps of their own.
    is_group: bool,
}

/// What came of taking back a step, or of doing it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// What it touched.
    pub changes: ChangeSet,
    /// The number of the step that was turned round.
    pub step: u64,
    /// The first part that was put back, in the order in which the step changed them.
    pub first: Option<Part>,
    /// The parts that were left alone, because they have become something else meanwhile.
    pub skipped: Vec<Part>,
}

impl Session {
    /// Does several things as one step: all are taken back together. Within a step that is already under way it belongs
    /// to that one.
    pub fn step(&mut self, how: How, act: impl FnOnce(&mut Session) -> ChangeSet) -> ChangeSet {
        let is_inner = self.begin_group(how, Turn::Done);
        let changes = act(self);
        if !is_inner {
            self.end_group();
        }
        changes
    }

    /// Whether it belongs to a step that is already under way.
    fn begin_group(&mut self, how: How, turn: Turn) -> bool {
        let under_way = self.course.under_way.as_ref();
        if under_way.is_some_and(|step| step.is_group) {
            return true;
        }
        self.course.under_way = Some(UnderWay {
            how,
            turn,
            subject: None,
            number: None,
            is_group: true,
        });
        false
    }

    /// A step of several things is over.
    fn end_group(&mut self) {
        let step = self.course.under_way.take();
        if let Some(number) = step.and_then(|step| step.number) {
            self.drop_idle(number);
        }
    }

    /// A step that has changed nothing leaves no trace; says whether it was one.
    fn drop_idle(&mut self, number: u64) -> bool {
        let is_idle = self.report.trail.is_idle(number);
        if is_idle {
            self.report.trail.drop_step(number);
        }
        is_idle
    }

    /// Begins a step, unless the one under way goes on: of the same subject, or of several things.
    pub(super) fn begin(&mut self, how: How, subject: Option<What>) {
        let goes_on = self.course.under_way.as_ref().is_some_and(|step| {
            step.is_group || step.how == how && subject.is_some() && step.subject == subject
        });
        if !goes_on {
            self.course.under_way = Some(UnderWay {
                how,
                turn: Turn::Done,
                subject,
                number: None,
                is_group: false,
            });
        }
    }

    /// Notes what the step under way has changed.
    pub(super) fn record(&mut self, change: Change) {
        if let Some(number) = self.number() {
            self.report.trail.change(number, change);
            self.mark(Part::Step(number));
            let is_group = self
                .course
                .under_way
                .as_ref()
                .is_some_and(|step| step.is_group);
            if !is_group
                && self.drop_idle(number)
                && let Some(step) = &mut self.course.under_way
            {
                step.number = None;
            }
        }
    }

    /// The number of the step under way, which begins now if it has not yet.
    fn number(&mut self) -> Option<u64> {
        let step = self.course.under_way.as_mut()?;
        let begin = || self.report.trail.begin(step.how, step.turn);
        Some(*step.number.get_or_insert_with(begin))
    }

    /// The step that would be taken back next.
    pub fn can_undo(&self) -> Option<&Step> {
        self.report.trail.to_undo()
    }

    /// The step that would be done again next: the one that took it back.
    pub fn can_redo(&self) -> Option<&Step> {
        self.report.trail.to_redo()
    }

    /// Takes back the last step; none where there is none. A part that has become something else meanwhile, on another
    /// page, is left alone.
    pub fn undo(&mut self) -> Option<Undone> {
        let step = self.can_undo()?.clone();
        Some(self.turn(&step, Turn::Undone(step.number)))
    }

    /// Does again what was taken back last; none where there is nothing, or something else was done since.
    pub fn redo(&mut self) -> Option<Undone> {
        let step = self.can_redo()?.clone();
        Some(self.turn(&step, Turn::Redone(step.number)))
    }

    fn turn(&mut self, step: &Step, turn: Turn) -> Undone {
        self.course.under_way = None;
        self.begin_group(step.how, turn);
        // It is a step also where nothing can be put back, so that the one before it is next.
        if let Some(number) = self.number() {
            self.mark(Part::Step(number));
        }
        let mut undone = Undone {
            step: step.number,
            ..Undone::default()
        };
        let mut changes = Changes::default();
        let is_import = step.changes.iter().any(|change| change.part == Part::Head);
        self.course.is_silent = is_import;
        for change in &step.changes {
            // Completion and its log go on after an import, so the head is never as the import has left it.
            if change.part == Part::Head || self.kept_of(&change.part) == change.after {
                self.put_back(&change.part, &change.before, &mut changes);
                undone.first.get_or_insert_with(|| change.part.clone());
            } else {
                undone.skipped.push(change.part.clone());
            }
        }
        self.course.is_silent = false;
        self.end_group();
        if is_import {
            self.course.sitting_ends();
        }
        undone.changes = self.tell(changes);
        undone
    }

    /// Takes back what was done to a row or a reason since the officer came to it: it is exactly as it was, and nothing
    /// tells of it. What was undone or done again meanwhile stays.
    pub fn take_back(&mut self, part: &Part) -> ChangeSet {
        // What is put back now belongs to no step.
        self.course.under_way = None;
        let mut changes = Changes::default();
        while let Some(step) = self.report.trail.steps().last() {
            let number = step.number;
            let is_ours = number >= self.course.came && step.turn == Turn::Done;
            let [change] = step.changes.as_slice() else {
                break;
            };
            if !is_ours || change.part != *part {
                break;
            }
            let before = change.before.clone();
            self.put_back(part, &before, &mut changes);
            self.report.trail.drop_step(number);
            self.mark(Part::Step(number));
        }
        self.tell(changes)
    }

    /// Empties a sheet: every entry, and what was said of it. Notes stay.
    pub fn clear_sheet(&mut self, sheet: usize) -> ChangeSet {
        let rows: Vec<CellId> = self.cells_of(sheet).collect();
        self.begin(How::Cleared, None);
        let mut changes = Changes::default();
        for cell in rows {
            let Some(row) = self.form.form.row(cell).filter(|row| row.is_entry()) else {
                continue;
            };
            let id = row.id.clone();
            let after = Filled {
                note: self.note(cell).to_owned(),
                ..Filled::default()
            };
            self.put_row(&id, after, &mut changes);
        }
        self.tell(changes)
    }

    /// How many rows of a sheet [`Session::clear_sheet`] would empty.
    pub fn to_clear(&self, sheet: usize) -> usize {
        let is_held = |cell: &CellId| {
            let kept = self.kept(*cell);
            let is_entry = self.form.form.row(*cell).is_some_and(Row::is_entry);
            is_entry && kept.is_some_and(|kept| kept.entry != Entry::Blank || kept.confirmed_blank)
        };
        self.cells_of(sheet).filter(is_held).count()
    }

    /// Takes what a file holds in the place of everything, as one step. Its state and its log come with it. `now` is
    /// UTC; when the report was last changed is what the file says.
    pub fn import(&mut self, incoming: Report, now: &str) -> ChangeSet {
        self.take_whole(How::Imported, "", incoming, true, now)
    }

    /// Brings back an earlier state of this report, as one step. `of` is its moment, for people; `now` is UTC.
    ///
    /// A report that was handed over does not become a draft by it: its state and its log stay, and what is brought back
    /// amends it, unless it goes on there ([`Report::is_followed_by`]).
    pub fn restore(&mut self, earlier: Report, of: &str, now: &str) -> ChangeSet {
        let own = &self.report;
        let has_head = own.is_followed_by(&earlier);
        let earlier = Report {
            modified: own.modified.clone(),
            ..earlier
        };
        let changes = self.take_whole(How::Restored, of, earlier, has_head, now);
        self.touch(now);
        self.rest();
        changes
    }

    fn take_whole(
        &mut self,
        how: How,
        from: &str,
        incoming: Report,
        has_head: bool,
        now: &str,
    ) -> ChangeSet {
        self.rest();
        self.begin_group(how, Turn::Done);
        self.course.is_silent = has_head;
        let mut changes = Changes::default();
        let rows = keys(&self.report.entries, &incoming.entries);
        for row in rows {
            let after = incoming.entries.get(&row).cloned().unwrap_or_default();
            self.put_row(&row, after, &mut changes);
        }
        let reasons = keys(&self.report.reasons, &incoming.reasons);
        for key in reasons {
            let after = incoming.reasons.get(&key).cloned().unwrap_or_default();
            self.put_back(&Part::Reason(key), &Kept::Reason(after), &mut changes);
        }
        // A file in which nothing is written, such as one of an older page, says nothing of what is written here.
        if how != How::Imported || !incoming.paragraphs.is_empty() {
            let ids = keys(&self.report.paragraphs, &incoming.paragraphs);
            for id in ids {
                let after = incoming.paragraphs.get(&id).map_or("", String::as_str);
                self.put_paragraph(&id, after, &mut changes);
            }
        }
        if has_head {
            let head = Kept::Head(Box::new(incoming.head()));
            self.put_back(&Part::Head, &head, &mut changes);
        } else if self.report.period != incoming.period {
            self.put_window(incoming.period, &mut changes);
        }
        self.course.is_silent = false;
        let step = self.course.under_way.as_ref();
        if let Some(number) = step.and_then(|step| step.number) {
            self.report.trail.came_from(number, from);
        }
        self.end_group();
        self.report.trail.stamp(now);
        if has_head {
            self.rest();
        }
        self.tell(changes)
    }

    /// What is kept of a part now.
    fn kept_of(&self, part: &Part) -> Kept {
        match part {
            Part::Row(row) => Kept::Row(self.report.entries.get(row).cloned().unwrap_or_default()),
            Part::Reason(key) => {
                Kept::Reason(self.report.reasons.get(key).cloned().unwrap_or_default())
            }
            Part::Paragraph(id) => Kept::Paragraph(self.paragraph(id).to_owned()),
            Part::Window => Kept::Window(self.report.period.clone()),
            Part::Head | Part::State | Part::Log(_) | Part::Leaving | Part::Step(_) => {
                Kept::Head(Box::new(self.report.head()))
            }
        }
    }

    /// Keeps this of a part, in the place of what is kept of it now.
    fn put_back(&mut self, part: &Part, kept: &Kept, changes: &mut Changes) {
        match (part, kept) {
            (Part::Row(row), Kept::Row(filled)) => self.put_row(row, filled.clone(), changes),
            (Part::Reason(key), Kept::Reason(reason)) => {
                if self.report.reasons.get(key).map_or("", String::as_str) == reason {
                    return;
                }
                self.put_reason(key, reason);
                let form = self.form.clone();
                let mut rules = form.rules().rules().iter();
                if let Some(rule) = rules.find(|rule| rule.key(&form.form) == *key) {
                    changes.touch_rule(rule);
                }
            }
            (Part::Paragraph(id), Kept::Paragraph(text)) => self.put_paragraph(id, text, changes),
            (Part::Window, Kept::Window(period)) => self.put_window(period.clone(), changes),
            (_, Kept::Head(head)) => {
                let (before, after) = (self.kept_of(&Part::Head), kept.clone());
                if before == after {
                    return;
                }
                self.put_head((**head).clone());
                self.look_back(changes);
                self.record(Change {
                    part: Part::Head,
                    before,
                    after,
                });
            }
            _ => {}
        }
    }

    /// Takes another head.
    pub(super) fn put_head(&mut self, head: Report) {
        self.report.put_head(head);
        self.course.changed = true;
        self.mark(Part::Head);
    }

    /// Keeps this of a row, also of one that the form does not have.
    fn put_row(&mut self, id: &str, after: Filled, changes: &mut Changes) {
        let before = self.report.entries.get(id).cloned().unwrap_or_default();
        if before == after {
            return;
        }
        self.put_kept(id.to_owned(), before, after);
        self.look_at_row(id, changes);
    }
}

/// The keys of two maps.
fn keys<T>(
    one: &crate::gather::Map<String, T>,
    other: &crate::gather::Map<String, T>,
) -> Vec<String> {
    crate::gather::once(one.keys().chain(other.keys()).cloned())
}
