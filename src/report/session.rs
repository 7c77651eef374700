//! A report that is open: the one place where a value changes.
//!
//! Each door — [`Session::enter`], [`Session::set_not_applicable`], [`Session::set_note`] — changes one row, walks
//! the computed rows that read it, checks again only the rules that read a changed cell, and returns a
//! [`ChangeSet`]. Whoever shows the report touches just the cells that the change set names.

use super::rules::{Finding, Rule};
use super::{Derived, Entry, Explained, OpenForm, Report};
use crate::form::{CellId, Kind, Row};
use crate::formula::{Operand, Outcome, Piece, Reason, Value};
use crate::number::{Decimal, Expected, Fraction, Meaning, Notice, Reading, read};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a change touched. Empty when nothing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSet {
    /// The cells whose entry, value or findings changed, the entered one first.
    pub cells: Vec<CellId>,
    /// Whether any finding came, went or changed its figures.
    pub findings: bool,
}

impl ChangeSet {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && !self.findings
    }

    fn touch(&mut self, cell: CellId) {
        if !self.cells.contains(&cell) {
            self.cells.push(cell);
        }
    }
}

/// How far a sheet has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that the agency is expected to fill.
    pub expected: usize,
    /// Those of them that have an entry, not applicable included.
    pub filled: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
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
    failures: Vec<Option<super::rules::Failure>>,
    /// By cell: how many rules that read it fail.
    revision: u64,
}

impl Session {
    /// Puts a report on the desk and computes everything once.
    pub fn open(form: Arc<OpenForm>, report: Report) -> Session {
        let rows = form.form.rows.len();
        let entries = form
            .form
            .rows
            .iter()
            .map(|row| entry_of(row, &report))
            .collect();
        let mut session = Session {
            entries,
            notices: vec![None; rows],
            derived: vec![None; rows],
            failures: vec![None; form.rules.rules().len()],
            form,
            report,
            revision: 0,
        };
        for cell in session.form.clone().form.computed() {
            session.compute(*cell);
        }
        for (place, rule) in session.form.clone().rules.rules().iter().enumerate() {
            session.check(place, rule);
        }
        session
    }

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

    /// The note beside a row.
    pub fn note(&self, cell: CellId) -> &str {
        self.form
            .form
            .row(cell)
            .and_then(|row| self.report.entries.get(&row.id))
            .map_or("", |filled| filled.note.as_str())
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
        if self.form.form.row(cell).is_some_and(Row::is_entry) {
            self.put(cell, entry, None)
        } else {
            ChangeSet::default()
        }
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
        let Some(id) = self.form.form.row(cell).map(|row| row.id.clone()) else {
            return ChangeSet::default();
        };
        if self.note(cell) == note {
            return ChangeSet::default();
        }
        let filled = self.report.entries.entry(id.clone()).or_default();
        filled.note = note.to_owned();
        if filled.is_empty() {
            self.report.entries.remove(&id);
        }
        self.revision += 1;
        ChangeSet { cells: vec![cell], findings: false }
    }

    /// Says when the report was last changed: UTC, `2026-03-10T03:40:00Z`. The session knows no clock.
    pub fn touch(&mut self, now: &str) {
        self.report.modified = now.to_owned();
    }

    fn put(&mut self, cell: CellId, entry: Entry, notice: Option<Notice>) -> ChangeSet {
        let mut changes = ChangeSet::default();
        if let Some(place) = self.notices.get_mut(cell.place())
            && *place != notice
        {
            *place = notice;
            changes.touch(cell);
        }
        if *self.entry(cell) == entry {
            return changes;
        }
        changes.touch(cell);
        self.keep(cell, entry);
        self.revision += 1;
        self.recompute(cell, &mut changes);
        changes
    }

    fn keep(&mut self, cell: CellId, entry: Entry) {
        let Some(id) = self.form.form.row(cell).map(|row| row.id.clone()) else {
            return;
        };
        if let Some(place) = self.entries.get_mut(cell.place()) {
            *place = entry.clone();
        }
        let filled = self.report.entries.entry(id.clone()).or_default();
        filled.entry = entry;
        if filled.is_empty() {
            self.report.entries.remove(&id);
        }
    }

    /// Walks the computed rows that read a changed cell, lowest rank first, and stops where a value stays equal.
    fn recompute(&mut self, cell: CellId, changes: &mut ChangeSet) {
        let form = self.form.clone();
        let mut changed = vec![cell];
        let mut open: BTreeSet<(u32, CellId)> = form.form.readers(cell).collect();
        while let Some((_, next)) = open.pop_first() {
            if self.compute(next) {
                changes.touch(next);
                changed.push(next);
                open.extend(form.form.readers(next));
            }
        }
        let rules: BTreeSet<usize> = changed
            .iter()
            .flat_map(|cell| form.rules.readers(*cell).iter().copied())
            .collect();
        for place in rules {
            if let Some(rule) = form.rules.rule(place)
                && self.check(place, rule)
            {
                changes.findings = true;
                for cell in rule.cells() {
                    changes.touch(*cell);
                }
            }
        }
    }

    /// Computes one row; says whether its value changed.
    fn compute(&mut self, cell: CellId) -> bool {
        let form = self.form.clone();
        let Some(row) = form.form.row(cell) else {
            return false;
        };
        let Some(bound) = &row.formula else {
            return false;
        };
        let outcome = bound.formula.evaluate(|place| match bound.cells.get(place) {
            Some(operand) => self.exact(*operand),
            None => Operand::Without(Reason::Missing),
        });
        let derived = Some(derived_from(row, outcome));
        match self.derived.get_mut(cell.place()) {
            Some(place) if *place != derived => {
                *place = derived;
                true
            }
            _ => false,
        }
    }

    /// Checks one rule; says whether its finding changed.
    fn check(&mut self, place: usize, rule: &Rule) -> bool {
        let failure = rule.failure(&|cell| self.printed(cell));
        match self.failures.get_mut(place) {
            Some(known) if *known != failure => {
                *known = failure;
                true
            }
            _ => false,
        }
    }

    /// What a formula sees: computed rows before rounding, because rounding happens once.
    fn exact(&self, cell: CellId) -> Operand {
        match self.derived(cell) {
            Some(Derived { value: Err(reason), .. }) => Operand::Without(*reason),
            Some(Derived { exact: Some(exact), .. }) => Operand::Value(*exact),
            Some(Derived { exact: None, .. }) => Operand::Without(Reason::Missing),
            None => self.entered(cell),
        }
    }

    /// What a rule sees: the figure as it stands on the paper.
    fn printed(&self, cell: CellId) -> Operand {
        match self.derived(cell) {
            Some(Derived { value: Err(reason), .. }) => Operand::Without(*reason),
            Some(Derived { value: Ok(value), .. }) => Operand::Value(Fraction::from_decimal(*value)),
            None => self.entered(cell),
        }
    }

    fn entered(&self, cell: CellId) -> Operand {
        match self.entry(cell) {
            Entry::Number(number) => Operand::Value(Fraction::from_decimal(*number)),
            // An option code that is no number never reaches a formula as one: the self-check refuses it.
            Entry::Choice(code) => match Decimal::parse_canonical(code) {
                Some(number) => Operand::Value(Fraction::from_decimal(number)),
                None => Operand::Value(Fraction::from_decimal(Decimal::ZERO)),
            },
            Entry::Text(_) => Operand::Value(Fraction::from_decimal(Decimal::ZERO)),
            Entry::Blank => Operand::Blank,
            Entry::NotApplicable => Operand::Without(Reason::NotApplicable),
            Entry::Unreadable(_) => Operand::Without(Reason::Unreadable),
        }
    }

    /// The figure of a row, typed or computed.
    pub fn figure(&self, cell: CellId) -> Option<Decimal> {
        match (self.derived(cell), self.entry(cell)) {
            (Some(derived), _) => derived.value.ok(),
            (None, Entry::Number(number)) => Some(*number),
            (None, Entry::Choice(code)) => Decimal::parse_canonical(code),
            (None, _) => None,
        }
    }

    /// How a computed row was made, in pieces from left to right.
    pub fn explain(&self, cell: CellId) -> Vec<Explained> {
        let Some(bound) = self.form.form.row(cell).and_then(|row| row.formula.as_ref()) else {
            return Vec::new();
        };
        bound
            .formula
            .pieces()
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Row(place) => bound.cells.get(place).map(|operand| Explained::Figure {
                    cell: *operand,
                    figure: self.figure(*operand),
                }),
                Piece::Number(number) => Some(Explained::Number(number)),
                Piece::Sign(sign) => Some(Explained::Sign(sign)),
            })
            .collect()
    }

    /// Every finding, in the order of the form's rules, errors first.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = (0..self.failures.len())
            .filter_map(|place| self.finding(place))
            .collect();
        findings.sort_by_key(|finding| (finding.severity, finding.cells.first().copied()));
        findings
    }

    /// The findings that name a cell, errors first.
    pub fn findings_at(&self, cell: CellId) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .form
            .rules
            .readers(cell)
            .iter()
            .filter_map(|place| self.finding(*place))
            .collect();
        findings.sort_by_key(|finding| finding.severity);
        findings
    }

    fn finding(&self, place: usize) -> Option<Finding> {
        let failure = self.failures.get(place)?.as_ref()?;
        let rule = self.form.rules.rule(place)?;
        Some(Finding {
            place,
            rule: rule.id.clone(),
            severity: rule.severity,
            cells: rule.cells().to_vec(),
            failure: failure.clone(),
        })
    }

    /// How far a sheet has come.
    pub fn tally(&self, sheet: usize) -> Tally {
        let mut tally = Tally::default();
        let Some(sheet) = self.form.form.sheets.get(sheet) else {
            return tally;
        };
        let level = self.report.agency.level;
        let mut places = BTreeSet::new();
        for cell in sheet.cells() {
            places.extend(self.form.rules.readers(cell));
            let asked = self
                .form
                .form
                .row(cell)
                .is_some_and(|row| row.is_entry() && row.is_for(level));
            if asked {
                tally.expected += 1;
                tally.filled += usize::from(*self.entry(cell) != Entry::Blank);
            }
        }
        for place in places {
            let failed = self.failures.get(place).is_some_and(Option::is_some);
            match self.form.rules.rule(place).map(|rule| rule.severity) {
                Some(super::Severity::Error) if failed => tally.errors += 1,
                Some(super::Severity::Warning) if failed => tally.warnings += 1,
                _ => {}
            }
        }
        tally
    }
}

/// The entry of a saved report as the row understands it today: an option that the form no longer has, or a
/// number in a row of choices, is kept as unreadable text rather than dropped.
fn entry_of(row: &Row, report: &Report) -> Entry {
    let Some(filled) = report.entries.get(&row.id).filter(|_| row.is_entry()) else {
        return Entry::Blank;
    };
    match (&filled.entry, row.kind) {
        (Entry::Number(number), kind) if !kind.is_number() => Entry::Unreadable(crate::number::write(*number)),
        (Entry::Choice(code), _) if !row.options.iter().any(|option| option.code == *code) => {
            Entry::Unreadable(code.clone())
        }
        (Entry::Text(text), kind) if kind != Kind::Text => Entry::Unreadable(text.clone()),
        (entry, _) => entry.clone(),
    }
}

fn read_number(row: &Row, text: &str) -> Option<Reading> {
    let expected = match row.kind {
        Kind::Count => Expected::Count,
        Kind::Money => Expected::Money,
        Kind::Decimal => Expected::Decimal,
        Kind::Ratio => Expected::Ratio,
        Kind::Heading | Kind::Choice | Kind::Text => return None,
    };
    Some(read(text, expected, &row.measure.vi))
}

fn read_entry(row: &Row, text: &str) -> (Entry, Option<Notice>) {
    if let Some(reading) = read_number(row, text) {
        return match reading {
            Reading::Blank => (Entry::Blank, None),
            Reading::Number { value, notice } => (Entry::Number(value), notice),
            Reading::Ask(_) | Reading::Unreadable => (Entry::Unreadable(text.to_owned()), None),
        };
    }
    if text.trim().is_empty() {
        return (Entry::Blank, None);
    }
    let entry = match row.kind {
        Kind::Choice => match row.options.iter().find(|option| option.code == text.trim()) {
            Some(option) => Entry::Choice(option.code.clone()),
            None => Entry::Unreadable(text.to_owned()),
        },
        _ => Entry::Text(text.to_owned()),
    };
    (entry, None)
}

fn derived_from(row: &Row, outcome: Outcome) -> Derived {
    let side = |side: Result<Fraction, Reason>| side.ok().and_then(|value| value.round(6));
    let (numerator, denominator) = outcome
        .sides
        .map_or((None, None), |(numerator, denominator)| (side(numerator), side(denominator)));
    let exact = match outcome.value {
        Ok(Value::Number(exact)) => Ok(exact),
        // The self-check lets only formulas that give a number stand in a row.
        Ok(Value::Truth(_)) => Err(Reason::Missing),
        Err(reason) => Err(reason),
    };
    Derived {
        value: exact.and_then(|exact| exact.round(row.decimals).ok_or(Reason::Unreadable)),
        exact: exact.ok(),
        numerator,
        denominator,
    }
}
