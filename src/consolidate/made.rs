//! The consolidated report: a report like any other, which knows what it is made of.

use super::total::entry_of;
use super::{Collection, From, Settled, Totals, is_added};
use crate::form::{CellId, Consolidation, Form, Row};
use crate::gather;
use crate::report::{Consolidated, Entry, Report, Spread, State, Unit};
use crate::words::Phrase;

impl Collection {
    /// The consolidated report. `base` is the report of the agency that consolidates as it is kept, or an empty one: its
    /// head, notes, reasons and texts stay, and so do the figures of rows that get no total here.
    ///
    /// The same returns give the same report, in whichever order they came; `now` is UTC.
    pub fn report(&self, settled: &Settled, totals: &Totals, base: Report, now: &str) -> Report {
        let form = &self.form().form;
        let earlier = base.consolidated.clone().unwrap_or_default();
        let mut report = Report {
            state: State::Draft,
            modified: now.to_owned(),
            ..base
        };
        let mut rows = Vec::new();
        for cell in form.cells() {
            let (Some(row), Some(total)) = (form.row(cell), totals.of(cell)) else {
                continue;
            };
            if total.spread != Spread::default() {
                rows.push((row.id.clone(), total.spread.clone()));
            }
            if !row.is_entry() {
                continue;
            }
            let filled = report.entries.entry(row.id.clone()).or_default();
            let entry = total.figure.ok().map(|(figure, _)| entry_of(figure, row));
            // Units were asked and nobody has a figure, or nobody is here any more who was asked: a total of an earlier
            // day is none any more. What the agency has entered itself stays.
            let before = earlier.rows.get(&row.id);
            let was_put = before.is_some_and(|before| is_total(before, &filled.entry));
            let gone = is_added(row) && (total.spread.asked > 0 || was_put);
            let entry = entry.or_else(|| gone.then_some(Entry::Blank));
            if let Some(entry) = entry.filter(|entry| *entry != filled.entry) {
                filled.put(entry);
            }
            // A note of the officer stays; one that was made here is made anew.
            let made = before.and_then(|spread| note_of(row, spread));
            if filled.note.is_empty() || made.is_some_and(|made| made.vi == filled.note) {
                let note = note_of(row, &total.spread);
                filled.note = note.map(|note| note.vi).unwrap_or_default();
            }
            if filled.is_empty() {
                report.entries.remove(&row.id);
            }
        }
        self.unfeed(totals, &mut report);
        report.consolidated = Some(Consolidated {
            units: self.units(settled),
            rows: gather::map(rows),
        });
        report
    }

    /// Takes out what feeds a row that has a total now: the helper sheet of the agency that consolidates would hide it.
    fn unfeed(&self, totals: &Totals, report: &mut Report) {
        let form = &self.form().form;
        for cell in form.cells() {
            let feed = form.row(cell).and_then(|row| row.fed_by.as_ref());
            let has_total = totals.of(cell).is_some_and(|total| {
                let from = total.figure.ok().map(|(_, from)| from);
                from == Some(From::Units) || total.spread.asked > 0
            });
            for operand in feed.filter(|_| has_total).iter().flat_map(|it| &it.cells) {
                for source in with_operands(form, *operand) {
                    if let Some(row) = form.row(source) {
                        report.entries.remove(&row.id);
                    }
                }
            }
        }
    }

    /// What the report is made of, by the code of the agency.
    fn units(&self, settled: &Settled) -> Vec<Unit> {
        let counted = settled.counted().filter_map(|at| self.returns().get(at));
        let unit = counted.map(|one| Unit {
            agency: one.agency.clone(),
            modified: one.modified.clone(),
            digest: one.digest.clone(),
            of: one
                .consolidated
                .as_ref()
                .map(Consolidated::codes)
                .unwrap_or_default(),
        });
        unit.collect()
    }
}

/// Whether an entry is the total of what these units had.
fn is_total(units: &Spread, entry: &Entry) -> bool {
    match entry {
        Entry::Number(number) => units.sum == Some(*number),
        Entry::NotApplicable => units.not_applicable > 0 && units.not_applicable == units.asked,
        _ => false,
    }
}

/// A cell with everything from which it is computed, in the order in which it is found.
fn with_operands(form: &Form, cell: CellId) -> Vec<CellId> {
    let mut found = vec![cell];
    let mut next = 0;
    while let Some(cell) = found.get(next).copied() {
        next += 1;
        let formula = form.row(cell).and_then(|row| row.formula.as_ref());
        for operand in formula.iter().flat_map(|formula| &formula.cells) {
            if !found.contains(operand) {
                found.push(*operand);
            }
        }
    }
    found
}

/// What the paper says beside a row in which options are counted: the form has no place for the count. None for every
/// other row.
pub fn note_of(row: &Row, spread: &Spread) -> Option<Phrase> {
    if row.consolidation != Consolidation::CountOfYes || spread.reported == 0 {
        return None;
    }
    let said = |language| {
        let options = row.options.iter().filter_map(|option| {
            let count = spread.options.get(&option.code)?;
            Some(format!("{}: {count}", option.label.text(language)))
        });
        options.collect::<Vec<String>>().join("; ")
    };
    let asked = spread.asked.to_string();
    Some(Phrase::new(
        crate::words::filled(
            "{} (trong {} đơn vị)",
            &[&said(crate::words::Language::Vi), &asked],
        ),
        crate::words::filled(
            "{} (of {} units)",
            &[&said(crate::words::Language::En), &asked],
        ),
    ))
}
