//! What an open report tells: figures, how they were made, findings, how far a sheet has come.

use super::Session;
use crate::form::{CellId, Row};
use crate::formula::Piece;
use crate::number::Decimal;
use crate::report::{Entry, Explained, Finding, Severity};

/// How far a sheet has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that the agency is expected to fill.
    pub expected: usize,
    /// Those of them in which nothing is left to do: they have an entry, not applicable included, or are left blank
    /// on purpose.
    pub filled: usize,
    /// Rows whose entry was copied from the last report and is not confirmed yet; they are not filled.
    pub carried: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
}

impl Session {
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
        let Some(bound) = self
            .form
            .form
            .row(cell)
            .and_then(Row::computation)
            .filter(|_| self.derived(cell).is_some())
        else {
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
        errors_first(|| 0..self.failures.len())
            .filter_map(|(severity, place)| self.finding(severity, place))
            .collect()
    }

    /// The findings that name a cell, errors first.
    pub fn findings_at(&self, cell: CellId) -> Vec<Finding> {
        errors_first(|| self.form.rules().readers(cell).iter().copied())
            .filter_map(|(severity, place)| self.finding(severity, place))
            .collect()
    }

    /// The finding of a rule of this severity, where it fails.
    fn finding(&self, severity: Severity, place: usize) -> Option<Finding> {
        let failure = self.failures.get(place)?.as_ref()?;
        let rule = self
            .form
            .rules()
            .rule(place)
            .filter(|rule| rule.severity == severity)?;
        Some(Finding {
            place,
            rule: rule.id.clone(),
            severity: rule.severity,
            cells: rule.cells().to_vec(),
            failure: failure.clone(),
        })
    }

    /// How far the report has come; helper sheets are asked of nobody. A finding that names rows of several sheets counts once here, and once on each of
    /// the sheets.
    pub fn total(&self) -> Tally {
        let mut total = Tally::default();
        for (sheet, _) in self.form.form.printed_sheets() {
            let tally = self.tally(sheet);
            total.expected += tally.expected;
            total.filled += tally.filled;
            total.carried += tally.carried;
        }
        for finding in self.findings() {
            match finding.severity {
                Severity::Error => total.errors += 1,
                Severity::Warning => total.warnings += 1,
                Severity::Info => {}
            }
        }
        total
    }

    /// Whether a row counts as filled: there is nothing left to do in it, and what was copied into it from the last
    /// report is confirmed.
    pub fn is_filled(&self, cell: CellId) -> bool {
        self.is_settled(cell) && self.carried(cell).is_none()
    }

    /// How far a sheet has come, a helper sheet too.
    pub fn tally(&self, sheet: usize) -> Tally {
        let mut tally = Tally::default();
        let Some(sheet) = self.form.form.sheets.get(sheet) else {
            return tally;
        };
        for cell in sheet.cells() {
            for place in self.form.rules().readers(cell) {
                let failed = self.failures.get(*place).is_some_and(Option::is_some);
                let Some(rule) = self.form.rules().rule(*place).filter(|_| failed) else {
                    continue;
                };
                // A rule that reads several rows of the sheet counts once, at the first of them.
                let first = rule
                    .cells()
                    .iter()
                    .find(|read| sheet.rows.contains(&read.0));
                match rule.severity {
                    Severity::Error if first == Some(&cell) => tally.errors += 1,
                    Severity::Warning if first == Some(&cell) => tally.warnings += 1,
                    _ => {}
                }
            }
            tally.carried += usize::from(self.carried(cell).is_some());
            if self.is_for_agency(cell) {
                tally.expected += 1;
                tally.filled += usize::from(self.is_filled(cell));
            }
        }
        tally
    }
}

/// Every place once for each severity, the most serious first.
fn errors_first<I: Iterator<Item = usize>>(
    places: impl Fn() -> I,
) -> impl Iterator<Item = (Severity, usize)> {
    Severity::ALL
        .into_iter()
        .flat_map(move |(_, severity)| places().map(move |place| (severity, place)))
}
