//! What a rule makes of figures that are missing: three strategies, as DHIS2 has them, for each side by itself.
//!
//! | a row of the side | `skip_any` | `skip_all` | `never_skip` |
//! | --- | --- | --- | --- |
//! | blank, confirmed or not | the rule is silent | 0, silent when no row of the side has a number | 0 |
//! | not applicable | silent | 0, silent when no row of the side has a number | 0, silent when no row of the side applies |
//! | a choice that is not made | silent | silent | silent: it is never option 0 |
//! | computed, but without a value | silent | silent | silent: what it would be is not known |
//! | unreadable | silent | silent | silent: it is an error of its own |
//!
//! A row that the level of the agency does not fill is not missing: a side that only adds rows up goes without it as long
//! as another row of it has a number. A commune has no provincial leaders, and its other rows must add up all the same.
//!
//! `blank(…)` and `filled(…)` ask about absence itself, and see the rows as they are.

use super::Facts;
use super::members::one_of;
use crate::form::{BoundFormula, CellId, Form, Kind, RuleWritten, bind};
use crate::formula::{Operand, Reason, Type, Value};
use crate::number::{Decimal, Fraction};
use crate::words::Phrase;

/// When a rule stays silent because something is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// When any row lacks its number.
    SkipAny,
    /// When every row lacks its number; else what is missing counts as 0.
    SkipAll,
    /// Never; what is missing counts as 0.
    NeverSkip,
}

/// The name of the member that says which.
pub(super) const MEMBER: &str = "missing";

impl Missing {
    const ALL: [(&'static str, Missing); 3] = [
        ("skip_any", Missing::SkipAny),
        ("skip_all", Missing::SkipAll),
        ("never_skip", Missing::NeverSkip),
    ];

    /// The strategy of a written rule.
    pub(super) fn of(written: &RuleWritten) -> Result<Missing, Phrase> {
        one_of(written, MEMBER, &Missing::ALL, Missing::SkipAny)
    }
}

/// What a side of a rule is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    /// It has a value.
    Given(Value),
    /// It is missing, and skipped.
    Missing,
    /// Nobody can say: a figure is unreadable, divided by zero, or too long.
    Unknown,
}

/// A row as a strategy sees it.
enum Seen {
    Number,
    Blank,
    NotApplicable,
    /// Missing, and never zero: a choice, a computed row.
    Never,
    Unknown,
}

/// One side of a rule: a formula, and what is made of its missing rows.
#[derive(Debug)]
pub(super) struct Side {
    bound: BoundFormula,
    missing: Missing,
    /// The places of the rows that are used as numbers, each with whether what is missing may count as 0.
    numbers: Vec<(usize, bool)>,
    /// Whether it only adds rows up.
    is_sum: bool,
}

impl Side {
    /// Reads a member that holds a formula.
    pub(super) fn of(
        written: &RuleWritten,
        form: &Form,
        member: &str,
        wants: Type,
    ) -> Result<Side, Phrase> {
        let text = written
            .text(member)
            .ok_or_else(|| super::members::missing(member))?;
        let bound = bind(form, text, wants).map_err(|error| error.words())?;
        let may_be_zero = |place: usize| {
            let row = bound.cells.get(place).and_then(|cell| form.row(*cell));
            row.is_some_and(|row| row.is_entry() && row.kind != Kind::Choice)
        };
        let mut numbers: Vec<(usize, bool)> = Vec::new();
        for place in bound.formula.rows_used_as_numbers() {
            if !numbers.iter().any(|(known, _)| *known == place) {
                numbers.push((place, may_be_zero(place)));
            }
        }
        Ok(Side {
            missing: Missing::of(written)?,
            numbers,
            is_sum: bound.formula.is_sum(),
            bound,
        })
    }

    /// A formula of which nothing that is missing counts as anything.
    pub(super) fn plain(bound: BoundFormula) -> Side {
        let numbers = bound.formula.rows_used_as_numbers();
        Side {
            numbers: numbers.map(|place| (place, false)).collect(),
            missing: Missing::SkipAny,
            is_sum: bound.formula.is_sum(),
            bound,
        }
    }

    /// The rows that it names.
    pub(super) fn cells(&self) -> &[CellId] {
        &self.bound.cells
    }

    /// What it is worth.
    pub(super) fn worth(&self, facts: &Facts<'_>) -> Worth {
        let (mut numbers, mut blank, mut none, mut never) = (0, 0, 0, 0);
        let mut not_asked = 0;
        for (place, may_be_zero) in &self.numbers {
            match seen(self.operand(facts, *place), *may_be_zero) {
                Seen::Number => numbers += 1,
                Seen::Blank | Seen::NotApplicable if self.goes_without(facts, *place) => {
                    not_asked += 1;
                }
                Seen::Blank => blank += 1,
                Seen::NotApplicable => none += 1,
                Seen::Never => never += 1,
                Seen::Unknown => return Worth::Unknown,
            }
        }
        let lacks = blank + none > 0;
        let is_missing = match self.missing {
            Missing::SkipAny => lacks || not_asked > 0 && numbers == 0,
            Missing::SkipAll => lacks && numbers == 0,
            Missing::NeverSkip => none > 0 && numbers + blank == 0,
        };
        if is_missing || never > 0 {
            return Worth::Missing;
        }
        let zero = Fraction::from_decimal(Decimal::ZERO);
        let outcome = self.bound.formula.evaluate(|place| {
            let operand = self.operand(facts, place);
            let counts = self.numbers.iter().any(|(number, _)| *number == place);
            match operand {
                Operand::Blank | Operand::Without(_) if counts => Operand::Value(zero),
                known => known,
            }
        });
        match outcome.value {
            Ok(value) => Worth::Given(value),
            Err(_) => Worth::Unknown,
        }
    }

    /// Whether a row that has no number is left out of the sum instead of silencing the rule.
    fn goes_without(&self, facts: &Facts<'_>, place: usize) -> bool {
        let cell = self.bound.cells.get(place);
        self.is_sum
            && self.missing == Missing::SkipAny
            && cell.is_some_and(|cell| !facts.is_asked(*cell))
    }

    fn operand(&self, facts: &Facts<'_>, place: usize) -> Operand {
        match self.bound.cells.get(place) {
            Some(cell) => facts.operand(*cell),
            None => Operand::Without(Reason::Missing),
        }
    }
}

fn seen(operand: Operand, may_be_zero: bool) -> Seen {
    match operand {
        Operand::Value(_) => Seen::Number,
        Operand::Without(Reason::Unreadable | Reason::ZeroDenominator) => Seen::Unknown,
        Operand::Blank | Operand::Without(_) if !may_be_zero => Seen::Never,
        Operand::Without(Reason::NotApplicable) => Seen::NotApplicable,
        Operand::Blank | Operand::Without(Reason::Missing) => Seen::Blank,
    }
}

/// The rows of two sides, each once.
pub(super) fn cells_of(left: &Side, right: &Side) -> Vec<CellId> {
    let mut cells = left.cells().to_vec();
    for cell in right.cells() {
        if !cells.contains(cell) {
            cells.push(*cell);
        }
    }
    cells
}

/// The number of one row under a strategy: what `range` and `allowed` look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct One {
    cell: CellId,
    zero: bool,
}

impl One {
    /// A row of a rule.
    pub(super) fn of(cell: CellId, form: &Form, missing: Missing) -> One {
        let entered = form
            .row(cell)
            .is_some_and(|row| row.is_entry() && row.kind != Kind::Choice);
        One {
            cell,
            zero: missing == Missing::NeverSkip && entered,
        }
    }

    /// Its number. One row by itself that does not apply is never asked for a number, whatever the strategy.
    pub(super) fn number(&self, facts: &Facts<'_>) -> Option<Decimal> {
        match facts.operand(self.cell) {
            Operand::Blank if self.zero => Some(Decimal::ZERO),
            _ => facts.number(self.cell),
        }
    }
}
