//! The course of a report: draft, complete, amended; what is still missing before it is complete, and the log of
//! what was changed afterwards.
//!
//! The session knows no clock: a line of the log gets its moment from [`Session::touch`].

use super::steps::UnderWay;
use super::{ChangeSet, Changes, Session};
use crate::form::{CellId, Row};
use crate::report::{
    Change, Entry, Filled, Finding, How, Kept, Logged, Part, Report, Severity, State, What,
};

/// What still stands between a report and its completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outstanding {
    /// A finding that is certainly wrong; a text that cannot be read is one of them.
    Wrong(Finding),
    /// A warning without a reason.
    Unexplained(Finding),
    /// A figure that was copied from another period and that nobody has confirmed.
    Carried(CellId),
    /// A row that the agency is asked for, neither filled nor left blank on purpose.
    Blank(CellId),
}

/// What was edited since somebody asked, and what is being edited now.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// The parts that were edited and not yet journaled.
    edited: Vec<Part>,
    /// What is being edited now: its changes are one line of the log.
    sitting: Option<Sitting>,
    /// The first line of the log that has no moment yet.
    unstamped: Option<usize>,
    /// Whether state or log are other than they were told last.
    pub(super) changed: bool,
    /// The step under way.
    pub(super) under_way: Option<UnderWay>,
    /// The number of the first step since the officer came to where they are.
    pub(super) came: u64,
    /// Whether what is changed is no change after completion: an import brings a log of its own.
    pub(super) is_silent: bool,
}

/// One edit from its first key to its last.
#[derive(Debug)]
struct Sitting {
    what: What,
    /// The state of the report before.
    state: State,
    /// Its line in the log; none where it has changed nothing, or nothing yet.
    line: Option<usize>,
}

impl Course {
    /// Whether state or log have changed since this was asked last.
    pub(super) fn changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    /// What is changed next is a line of its own in the log.
    pub(super) fn sitting_ends(&mut self) {
        self.sitting = None;
        self.unstamped = None;
    }

    fn mark(&mut self, part: Part) {
        if !self.edited.contains(&part) {
            self.edited.push(part);
        }
    }
}

impl Session {
    /// What stands between the report and its completion: what is wrong, what wants a reason, what was copied, what
    /// is blank. Empty when it may be completed.
    pub fn outstanding(&self) -> Vec<Outstanding> {
        let mut outstanding = Vec::new();
        for finding in self.findings() {
            match finding.severity {
                Severity::Error => outstanding.push(Outstanding::Wrong(finding)),
                Severity::Warning if self.reason(finding.place).is_none() => {
                    outstanding.push(Outstanding::Unexplained(finding));
                }
                Severity::Warning | Severity::Info => {}
            }
        }
        let form = &self.form.form;
        let is_carried = |cell: &CellId| self.carried(*cell).is_some();
        outstanding.extend(form.cells().filter(is_carried).map(Outstanding::Carried));
        let is_open = |cell: &CellId| self.is_asked(*cell) && !self.is_settled(*cell);
        outstanding.extend(form.cells().filter(is_open).map(Outstanding::Blank));
        outstanding
    }

    /// Declares the report complete; does nothing while anything is outstanding. `now` is UTC,
    /// `2026-03-10T03:40:00Z`. A report that was amended can be declared complete again.
    pub fn complete(&mut self, now: &str) -> ChangeSet {
        if self.report.state == State::Complete || !self.outstanding().is_empty() {
            return ChangeSet::default();
        }
        self.report.state = State::Complete;
        self.revision += 1;
        self.rest();
        self.course.changed = true;
        self.course.mark(Part::State);
        self.course.mark(Part::Log(self.report.log.len()));
        self.report.log.push(Logged {
            at: now.to_owned(),
            what: What::Complete,
            from: String::new(),
            to: String::new(),
        });
        self.tell(Changes::default())
    }

    /// The reason that the officer gives for what a rule finds, by the place of the rule.
    pub fn reason(&self, rule: usize) -> Option<&str> {
        let key = self.form.rules().rule(rule)?.key(&self.form.form);
        self.report.reasons.get(&key).map(String::as_str)
    }

    /// Writes the reason for what a rule finds, by the place of the rule. An error takes none: it has to be mended.
    /// A reason of nothing but spaces is none.
    pub fn set_reason(&mut self, rule: usize, reason: &str) -> ChangeSet {
        let form = self.form.clone();
        let Some(rule) = form
            .rules()
            .rule(rule)
            .filter(|rule| rule.severity != Severity::Error)
        else {
            return ChangeSet::default();
        };
        let key = rule.key(&form.form);
        let reason = if reason.trim().is_empty() { "" } else { reason };
        let before = self.report.reasons.get(&key).cloned().unwrap_or_default();
        if before == reason {
            return ChangeSet::default();
        }
        self.begin(How::Typed, Some(What::Reason(key.clone())));
        self.put_reason(&key, reason);
        let mut changes = Changes::default();
        changes.touch_rule(rule);
        self.tell(changes)
    }

    /// Keeps another reason for a finding, by its key.
    pub(super) fn put_reason(&mut self, key: &str, reason: &str) {
        let before = self.report.reasons.remove(key).unwrap_or_default();
        if !reason.is_empty() {
            let reasons = &mut self.report.reasons;
            reasons.insert(key.to_owned(), reason.to_owned());
        }
        self.mark(Part::Reason(key.to_owned()));
        let what = What::Reason(key.to_owned());
        self.log(what, before.clone(), reason.to_owned());
        self.record(Change {
            part: Part::Reason(key.to_owned()),
            before: Kept::Reason(before),
            after: Kept::Reason(reason.to_owned()),
        });
    }

    /// Says of a blank row that it is left blank on purpose, or takes that back.
    pub fn confirm_blank(&mut self, cell: CellId, confirmed: bool) -> ChangeSet {
        let is_blank = self.form.form.row(cell).is_some_and(Row::is_entry)
            && *self.entry(cell) == Entry::Blank;
        match (is_blank, confirmed) {
            (true, true) => self.say_of(&[cell], |filled| filled.confirmed_blank = true),
            (true, false) => self.say_of(&[cell], |filled| filled.confirmed_blank = false),
            (false, _) => ChangeSet::default(),
        }
    }

    /// Says of every blank row of a sheet that the agency is asked for that it is left blank on purpose.
    pub fn confirm_blanks(&mut self, sheet: usize) -> ChangeSet {
        let open: Vec<CellId> = self
            .cells_of(sheet)
            .filter(|cell| self.is_asked(*cell) && !self.is_settled(*cell))
            .collect();
        self.say_of(&open, |filled| filled.confirmed_blank = true)
    }

    /// Confirms figures that were copied from another period: they stand for this period now.
    pub fn confirm(&mut self, cells: &[CellId]) -> ChangeSet {
        self.say_of(cells, |filled| filled.carried = None)
    }

    /// The officer has left what was being edited: what is changed next is a step of its own, and a line of its own in
    /// the log.
    pub fn rest(&mut self) {
        self.course.sitting = None;
        self.course.under_way = None;
        self.course.came = self.report.trail.next();
    }

    /// The parts that were edited since this was asked last, for the journal.
    pub fn take_edited(&mut self) -> Vec<Part> {
        std::mem::take(&mut self.course.edited)
    }

    /// Says when the report was last changed: UTC, `2026-03-10T03:40:00Z`. The session knows no clock.
    pub fn touch(&mut self, now: &str) {
        self.report.modified = now.to_owned();
        self.report.trail.stamp(now);
        if let Some(first) = self.course.unstamped.take() {
            for line in self.report.log.iter_mut().skip(first) {
                line.at = now.to_owned();
            }
        }
    }

    /// Takes in the report as another page has kept it meanwhile, but for these parts, which are our own.
    /// Everything may have changed.
    pub fn take_in(&mut self, other: Report, own: &[Part]) -> ChangeSet {
        let mine = std::mem::replace(&mut self.report, other);
        let mut steps = Vec::new();
        let is_ours_complete = own.contains(&Part::State) && mine.state == State::Complete;
        self.course = Course::default();
        if self.report.modified < mine.modified {
            self.report.modified.clone_from(&mine.modified);
        }
        for part in own {
            match part {
                Part::Row(row) => {
                    let after = mine.entries.get(row).cloned().unwrap_or_default();
                    let before = self.report.entries.remove(row).unwrap_or_default();
                    self.note_of_row(row, &before, &after);
                    if !after.is_empty() {
                        self.report.entries.insert(row.clone(), after);
                    }
                }
                Part::Reason(key) => {
                    let after = mine.reasons.get(key).cloned().unwrap_or_default();
                    let before = self.report.reasons.remove(key).unwrap_or_default();
                    if !after.is_empty() {
                        self.report.reasons.insert(key.clone(), after.clone());
                    }
                    if before != after {
                        self.log(What::Reason(key.clone()), before, after);
                    }
                }
                Part::Paragraph(id) => {
                    let after = mine.paragraphs.get(id).cloned().unwrap_or_default();
                    self.keep_paragraph(id, &after);
                }
                Part::Window => {
                    let before = self.report.period.written();
                    self.report.period = mine.period.clone();
                    self.note_of_window(before);
                }
                Part::Leaving => {
                    self.report.late.clone_from(&mine.late);
                    self.report.exported.clone_from(&mine.exported);
                    self.mark(Part::Leaving);
                }
                Part::Head => self.put_head(mine.head()),
                Part::Step(number) => steps.extend(mine.trail.step(*number).cloned()),
                Part::State | Part::Log(_) => {}
            }
        }
        for step in steps {
            let number = self.report.trail.take(step);
            self.mark(Part::Step(number));
        }
        let (revision, report) = (self.revision + 1, std::mem::take(&mut self.report));
        let edited = self.take_edited();
        let history = std::mem::take(&mut self.history);
        *self = Session::open_with(self.form.clone(), report, history);
        self.revision = revision;
        self.course.edited = edited;
        // What was declared complete here is so only as long as nothing of theirs stands against it.
        if is_ours_complete {
            self.complete(mine.completed().unwrap_or(&mine.modified));
        }
        ChangeSet {
            cells: self.form.form.cells().collect(),
            findings: true,
            state: true,
            texts: true,
        }
    }

    /// Whether the agency is expected to fill a row: a printed one, for its level.
    pub fn is_asked(&self, cell: CellId) -> bool {
        self.is_for_agency(cell) && !self.form.form.is_helper(cell)
    }

    /// Whether a row takes an entry and is for the level of the agency.
    pub(super) fn is_for_agency(&self, cell: CellId) -> bool {
        let level = self.report.agency.level;
        let row = self.form.form.row(cell);
        row.is_some_and(|row| row.is_entry() && row.is_for(level))
    }

    /// Whether there is nothing left to do in a row: it has an entry, is fed, or is left blank on purpose.
    pub fn is_settled(&self, cell: CellId) -> bool {
        *self.entry(cell) != Entry::Blank
            || self.derived(cell).is_some()
            || self.is_confirmed_blank(cell)
    }

    /// Whether the officer has said that a blank row is left blank on purpose.
    pub fn is_confirmed_blank(&self, cell: CellId) -> bool {
        self.kept(cell).is_some_and(|kept| kept.confirmed_blank)
    }

    /// The id of the period from whose report the entry of a row was copied, until it is confirmed.
    pub fn carried(&self, cell: CellId) -> Option<&str> {
        self.kept(cell)?.carried.as_deref()
    }

    /// Whether anything is kept of a row of a sheet.
    pub fn is_used(&self, sheet: usize) -> bool {
        self.cells_of(sheet).any(|cell| self.kept(cell).is_some())
    }

    pub(super) fn cells_of(&self, sheet: usize) -> impl Iterator<Item = CellId> + use<> {
        let sheet = self.form.form.sheets.get(sheet);
        sheet.map(|sheet| sheet.cells()).into_iter().flatten()
    }

    fn say_of(&mut self, cells: &[CellId], say: fn(&mut Filled)) -> ChangeSet {
        self.begin(How::Confirmed, None);
        let mut changes = Changes::default();
        for cell in cells {
            let mut filled = self.filled(*cell);
            say(&mut filled);
            if self.keep(*cell, filled) {
                changes.touch(*cell);
            }
        }
        self.tell(changes)
    }

    /// Notes that something else is kept of a row.
    pub(super) fn note_of_row(&mut self, row: &str, before: &Filled, after: &Filled) {
        self.mark(Part::Row(row.to_owned()));
        if before.note != after.note {
            let (from, to) = (before.note.clone(), after.note.clone());
            self.log(What::Note(row.to_owned()), from, to);
        }
        let (from, to) = (before.written(), after.written());
        if from != to {
            self.log(What::Entry(row.to_owned()), from, to);
        }
    }

    /// Notes that a part was edited.
    pub(super) fn mark(&mut self, part: Part) {
        self.revision += 1;
        self.course.mark(part);
    }

    /// Notes a change in the log, once the report was complete.
    pub(super) fn log(&mut self, what: What, from: String, to: String) {
        if self.report.state == State::Draft || self.course.is_silent {
            return;
        }
        let sitting = self.course.sitting.take();
        let sitting = sitting.filter(|sitting| sitting.what == what);
        let state = sitting
            .as_ref()
            .map_or(self.report.state, |sitting| sitting.state);
        let log = &mut self.report.log;
        let known = sitting.and_then(|sitting| sitting.line);
        let place = known.unwrap_or(log.len());
        self.report.state = State::Amended;
        let line = match log.get_mut(place) {
            Some(line) if line.from == to => {
                // It was taken back before anything else was done, so nothing has changed.
                log.truncate(place);
                self.report.state = state;
                None
            }
            Some(line) => {
                line.to = to;
                Some(place)
            }
            None => {
                log.push(Logged {
                    at: self.report.modified.clone(),
                    what: what.clone(),
                    from,
                    to,
                });
                Some(place)
            }
        };
        let course = &mut self.course;
        course.unstamped = Some(course.unstamped.map_or(place, |first| first.min(place)));
        course.mark(Part::Log(place));
        course.mark(Part::State);
        course.sitting = Some(Sitting { what, state, line });
        course.changed = true;
    }
}
