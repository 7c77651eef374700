//! The consolidated report: a report like any other, which knows what it is made of.

use super::total::entry_of;
use super::{Collection, Settled, Total, Totals, is_added};
use crate::form::{Consolidation, Row};
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
            // Units were asked and nobody has a figure: a total of an earlier day is none any more.
            let gone = is_added(row) && total.spread.asked > 0;
            let entry = entry.or_else(|| gone.then_some(Entry::Blank));
            if let Some(entry) = entry.filter(|entry| *entry != filled.entry) {
                filled.put(entry);
            }
            if let Some(note) = note_of(row, total).filter(|_| filled.note.is_empty()) {
                filled.note = note.vi;
            }
            if filled.is_empty() {
                report.entries.remove(&row.id);
            }
        }
        report.consolidated = Some(Consolidated {
            units: self.units(settled),
            rows: gather::map(rows),
        });
        report
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

/// What the paper says beside a row in which options are counted: the form has no place for the count. None for every
/// other row.
pub fn note_of(row: &Row, total: &Total) -> Option<Phrase> {
    let spread = &total.spread;
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
