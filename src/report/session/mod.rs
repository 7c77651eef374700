//! A report that is open: the one place where a value changes.
//!
//! Each door — [`Session::enter`], [`Session::set_not_applicable`], [`Session::set_note`] — changes one row, walks
//! the computed rows that read it, checks again only the rules that read a changed cell, and returns a
//! [`ChangeSet`]. Whoever shows the report touches just the cells that the change set names.

mod compute;
mod course;
mod following;
mod head;
mod narrative;
mod opening;
mod over_time;
mod paragraphs;
mod reading;
mod steps;
mod telling;
mod told;
mod watching;

pub use course::Outstanding;
pub use narrative::Spoken;
pub use steps::Undone;
pub use telling::Tally;
pub use told::ChangeLine;
pub use watching::{Became, Watched};

use super::rules::{Failure, Rule};
use super::{Change, Derived, Entry, Filled, History, How, Kept, OpenForm, Part, Report, What};
use crate::form::CellId;
use crate::number::{Meaning, Notice, Reading};
use course::Course;
use reading::{read_entry, read_number};
use std::sync::Arc;

/// What a change touched. Empty when nothing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSet {
    /// The cells whose entry, value or findings changed, the entered one first.
    pub cells: Vec<CellId>,
    /// Whether any finding came, went or changed its figures.
    pub findings: bool,
    /// Whether the state of the report or its log changed.
    pub state: bool,
    /// Whether anything that the officer writes in words changed ([`Report::paragraphs`]).
    pub texts: bool,
}

impl ChangeSet {
    /// Adds what another change touched, each cell once.
    pub fn add(&mut self, other: ChangeSet) {
        for cell in other.cells {
            if !self.cells.contains(&cell) {
                self.cells.push(cell);
            }
        }
        self.findings |= other.findings;
        self.state |= other.state;
        self.texts |= other.texts;
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && !self.findings && !self.state && !self.texts
    }

    /// Takes in what another change touched.
    pub fn join(&mut self, other: ChangeSet) {
        for cell in other.cells {
            if !self.cells.contains(&cell) {
                self.cells.push(cell);
            }
        }
        self.findings |= other.findings;
        self.state |= other.state;
        self.texts |= other.texts;
    }
}

/// A change set while it is gathered: each cell once, however many rules name it.
#[derive(Default)]
struct Changes {
    set: ChangeSet,
    /// By cell: whether it is among them.
    seen: Vec<bool>,
}

impl Changes {
    fn touch(&mut self, cell: CellId) {
        let place = cell.place();
        if self.seen.len() <= place {
            self.seen.resize(place + 1, false);
        }
        if let Some(seen @ false) = self.seen.get_mut(place) {
            *seen = true;
            self.set.cells.push(cell);
        }
    }

    /// What a rule finds has changed, or what is said of it.
    fn touch_rule(&mut self, rule: &Rule) {
        self.set.findings = true;
        for cell in rule.cells() {
            self.touch(*cell);
        }
    }
}

/// A report on the desk.
#[derive(Debug)]
pub struct Session {
    form: Arc<OpenForm>,
    report: Report,
    /// By cell: the entry as the calculator sees it.
    entries: Vec<Entry>,
    /// By cell: what was understood beyond the letter of the text, since the report was opened.
    notices: Vec<Option<Notice>>,
    /// By cell: computed rows only.
    derived: Vec<Option<Derived>>,
    /// By rule.
    failures: Vec<Option<Failure>>,
    /// What the agency reported for other periods; empty until it is given.
    history: History,
    /// Counts the changes since the report was opened.
    revision: u64,
    course: Course,
}

impl Session {
    /// The form.
    pub fn form(&self) -> &Arc<OpenForm> {
        &self.form
    }

    /// The report as it is to be kept.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Counts the changes since the report was opened.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What is entered in a row.
    pub fn entry(&self, cell: CellId) -> &Entry {
        self.entries.get(cell.place()).unwrap_or(&Entry::Blank)
    }

    /// All that is kept of a row: the entry, its note, and what was said of it.
    pub fn filled(&self, cell: CellId) -> Filled {
        self.kept(cell).cloned().unwrap_or_default()
    }

    fn kept(&self, cell: CellId) -> Option<&Filled> {
        let row = self.form.form.row(cell)?;
        self.report.entries.get(&row.id)
    }

    /// The note beside a row.
    pub fn note(&self, cell: CellId) -> &str {
        self.kept(cell).map_or("", |filled| filled.note.as_str())
    }

    /// The value of a computed row.
    pub fn derived(&self, cell: CellId) -> Option<&Derived> {
        self.derived.get(cell.place())?.as_ref()
    }

    /// What was understood beyond the letter of what was typed in a row.
    pub fn notice(&self, cell: CellId) -> Option<&Notice> {
        self.notices.get(cell.place())?.as_ref()
    }

    /// What an unreadable entry may mean; the page asks, and never guesses.
    pub fn meanings(&self, cell: CellId) -> Vec<Meaning> {
        let Entry::Unreadable(text) = self.entry(cell) else {
            return Vec::new();
        };
        match self.form.form.row(cell).map(|row| read_number(row, text)) {
            Some(Some(Reading::Ask(meanings))) => meanings,
            _ => Vec::new(),
        }
    }

    /// Enters a text as it was typed. A text that cannot be read is kept as it is.
    /// Headings and computed rows take no entry.
    pub fn enter(&mut self, cell: CellId, text: &str) -> ChangeSet {
        let Some(row) = self.form.form.row(cell).filter(|row| row.is_entry()) else {
            return ChangeSet::default();
        };
        let (entry, notice) = read_entry(row, text);
        let what = What::Entry(row.id.clone());
        self.begin(How::Typed, Some(what));
        self.put(cell, entry, notice)
    }

    /// Answers what an unreadable text means, or puts a number without typing.
    pub fn settle(&mut self, cell: CellId, meaning: Meaning) -> ChangeSet {
        let entry = match meaning {
            Meaning::Number(number) => Entry::Number(number),
            Meaning::NotApplicable => Entry::NotApplicable,
            Meaning::Blank => Entry::Blank,
        };
        self.replace(cell, entry)
    }

    /// Puts an entry that was read before: from the journal, from a file.
    pub fn replace(&mut self, cell: CellId, entry: Entry) -> ChangeSet {
        let Some(row) = self.form.form.row(cell).filter(|row| row.is_entry()) else {
            return ChangeSet::default();
        };
        let what = What::Entry(row.id.clone());
        self.begin(How::Chosen, Some(what));
        self.put(cell, entry, None)
    }

    /// Marks a row as not applicable (không phát sinh), or takes the mark away and leaves it blank.
    pub fn set_not_applicable(&mut self, cell: CellId, applies_not: bool) -> ChangeSet {
        match (applies_not, self.entry(cell)) {
            (true, _) => self.replace(cell, Entry::NotApplicable),
            (false, Entry::NotApplicable) => self.replace(cell, Entry::Blank),
            (false, _) => ChangeSet::default(),
        }
    }

    /// Writes the note of any row, headings included.
    pub fn set_note(&mut self, cell: CellId, note: &str) -> ChangeSet {
        let Some(row) = self.form.form.row(cell) else {
            return ChangeSet::default();
        };
        let what = What::Note(row.id.clone());
        self.begin(How::Typed, Some(what));
        let mut filled = self.filled(cell);
        filled.note = note.to_owned();
        let mut changes = Changes::default();
        if self.keep(cell, filled) {
            changes.touch(cell);
        }
        self.tell(changes)
    }

    fn put(&mut self, cell: CellId, entry: Entry, notice: Option<Notice>) -> ChangeSet {
        let mut changes = Changes::default();
        if let Some(place) = self.notices.get_mut(cell.place())
            && *place != notice
        {
            *place = notice;
            changes.touch(cell);
        }
        let mut filled = self.filled(cell);
        // Typing the copied figure again confirms it; emptying a blank row takes its confirmation away.
        let is_spoken_of = filled.confirmed_blank || filled.carried.is_some();
        if *self.entry(cell) != entry || is_spoken_of {
            filled.put(entry);
            if self.keep(cell, filled) {
                changes.touch(cell);
                self.recompute(cell, &mut changes);
            }
        }
        self.tell(changes)
    }

    /// Keeps something else of a row, and notes that it did; says whether anything is other than before.
    fn keep(&mut self, cell: CellId, after: Filled) -> bool {
        let Some(id) = self.form.form.row(cell).map(|row| row.id.clone()) else {
            return false;
        };
        let before = self.filled(cell);
        if before == after {
            return false;
        }
        if before.entry != after.entry
            && let Some(place) = self.entries.get_mut(cell.place())
        {
            *place = after.entry.clone();
        }
        self.put_kept(id, before, after);
        true
    }

    /// Keeps this of a row in the place of that.
    fn put_kept(&mut self, id: String, before: Filled, after: Filled) {
        self.note_of_row(&id, &before, &after);
        if after.is_empty() {
            self.report.entries.remove(&id);
        } else {
            self.report.entries.insert(id.clone(), after.clone());
        }
        self.record(Change {
            part: Part::Row(id),
            before: Kept::Row(before),
            after: Kept::Row(after),
        });
    }

    /// The gathered changes, with what became of the report's state meanwhile.
    fn tell(&mut self, mut changes: Changes) -> ChangeSet {
        changes.set.state = self.course.changed();
        changes.set
    }
}
