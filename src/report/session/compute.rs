//! The calculation: what a changed cell changes in turn, and which rules look again.

use super::{Changes, Session};
use crate::form::{CellId, Row};
use crate::formula::{Operand, Outcome, Reason, Value};
use crate::number::{Decimal, Fraction};
use crate::report::rules::{Facts, Rule};
use crate::report::{Derived, Entry};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl Session {
    /// Walks the computed rows that read a changed cell, lowest rank first, and stops where a value stays equal.
    pub(super) fn recompute(&mut self, cell: CellId, changes: &mut Changes) {
        let form = self.form.clone();
        let mut changed = vec![cell];
        let mut open = BinaryHeap::new();
        open.extend(form.form.readers(cell).map(Reverse));
        let mut last = None;
        while let Some(Reverse((_, next))) = open.pop() {
            // Who reads several changed cells was asked for by each of them.
            if last.replace(next) != Some(next) && self.compute(next) {
                changes.touch(next);
                changed.push(next);
                open.extend(form.form.readers(next).map(Reverse));
            }
        }
        let mut rules: Vec<usize> = Vec::new();
        for place in changed.iter().flat_map(|cell| form.rules().readers(*cell)) {
            if !rules.contains(place) {
                rules.push(*place);
            }
        }
        for place in rules {
            if let Some(rule) = form.rules().rule(place)
                && self.check(place, rule)
            {
                changes.touch_rule(rule);
            }
        }
    }

    /// Computes one row; says whether its value changed.
    pub(super) fn compute(&mut self, cell: CellId) -> bool {
        let form = self.form.clone();
        let Some(row) = form.form.row(cell) else {
            return false;
        };
        let Some(bound) = row.computation() else {
            return false;
        };
        let outcome = bound
            .formula
            .evaluate(|place| match bound.cells.get(place) {
                Some(operand) => self.exact(*operand),
                None => Operand::Without(Reason::Missing),
            });
        let mut derived = Some(derived_from(row, outcome));
        // A fed row is fed while its helper sheet has the figures, and typed otherwise.
        if row.formula.is_none() {
            derived = derived.filter(|derived| derived.value.is_ok());
        }
        match self.derived.get_mut(cell.place()) {
            Some(place) if *place != derived => {
                *place = derived;
                true
            }
            _ => false,
        }
    }

    /// Checks one rule; says whether its finding changed.
    pub(super) fn check(&mut self, place: usize, rule: &Rule) -> bool {
        let operand = |cell| {
            if rule.typed == Some(cell) {
                self.entered(cell)
            } else {
                self.printed(cell)
            }
        };
        let failure = rule.failure(&Facts {
            form: &self.form.form,
            level: self.report.agency.level,
            operand: &operand,
            period: &self.report.period,
            history: &self.history,
        });
        match self.failures.get_mut(place) {
            Some(known) if *known != failure => {
                *known = failure;
                true
            }
            _ => false,
        }
    }

    /// What a formula sees: computed rows before rounding, because rounding happens once.
    pub(super) fn exact(&self, cell: CellId) -> Operand {
        match self.derived(cell) {
            Some(Derived {
                value: Err(reason), ..
            }) => Operand::Without(*reason),
            Some(Derived {
                exact: Some(exact), ..
            }) => Operand::Value(*exact),
            Some(Derived { exact: None, .. }) => Operand::Without(Reason::Missing),
            None => self.entered(cell),
        }
    }

    /// What a rule sees: the figure as it stands on the paper.
    fn printed(&self, cell: CellId) -> Operand {
        match self.derived(cell) {
            Some(Derived {
                value: Err(reason), ..
            }) => Operand::Without(*reason),
            Some(Derived {
                value: Ok(value), ..
            }) => Operand::Value(Fraction::from_decimal(*value)),
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
}

fn derived_from(row: &Row, outcome: Outcome) -> Derived {
    let side = |side: Result<Fraction, Reason>| side.ok().and_then(|value| value.round(6));
    let (numerator, denominator) = outcome
        .sides
        .map_or((None, None), |(numerator, denominator)| {
            (side(numerator), side(denominator))
        });
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
