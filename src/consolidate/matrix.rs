//! Units × rows of a sheet, as plain data: the page draws it, and exports write it.

use super::{Collection, Figure, Return, Settled, Side, Totals, extremes, is_added};
use crate::form::{CellId, Form, Kind};
use crate::number::Decimal;
use crate::report::Spread;
use crate::words::folded;
use std::collections::BTreeSet;

/// How much of what was asked is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// What has a number, a choice, a text or không phát sinh. What cannot be read is not filled.
    pub filled: usize,
    /// What is asked.
    pub asked: usize,
}

impl Filled {
    /// How much it is, in percent, cut to a whole number: 100 only where nothing is missing.
    pub fn percent(self) -> usize {
        self.filled * 100 / self.asked.max(1)
    }
}

/// Units × rows of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The columns: the rows of the sheet but its headings.
    pub columns: Vec<Column>,
    /// The lines, by agency code: the returns that count.
    pub lines: Vec<Line>,
}

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The row.
    pub cell: CellId,
    /// How many of the units that were asked have something there, those in consolidated returns too. Of a computed
    /// row: of the lines.
    pub filled: Filled,
    /// By what extreme figures were found, and the median.
    pub measured: super::Measured,
    /// The median of the figures; none where there are too few.
    pub median: Option<Decimal>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of the return.
    pub at: usize,
    /// How many of the rows that the agency is asked on this sheet are filled.
    pub filled: Filled,
    /// What stands in each column.
    pub cells: Vec<MatrixCell>,
}

/// What a unit has in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatrixCell {
    /// What stands there.
    pub figure: Figure,
    /// Whether the row is asked of the unit.
    pub is_asked: bool,
    /// How much of the total it is, in percent with 2 decimals; none where nothing is added up, or the total is zero.
    pub percent: Option<Decimal>,
    /// Whether it is far from the others ([`super::extremes`]).
    pub extreme: Option<Side>,
}

/// By what lines are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// By the code of the agency.
    Code,
    /// By the name of the agency.
    Name,
    /// By how much is filled.
    Filled,
    /// By what stands in a column, by its place in [`Matrix::columns`].
    Column(usize),
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// The smallest.
    #[default]
    Rising,
    /// The largest.
    Falling,
}

impl Direction {
    /// The number by which falling numbers stand in rising order.
    pub(super) fn turned(self, number: Decimal) -> Decimal {
        match self {
            Direction::Rising => number,
            Direction::Falling => Decimal::ZERO.checked_sub(number).unwrap_or(number),
        }
    }
}

impl Matrix {
    /// The matrix of a sheet, by its place in the form.
    pub fn of(collection: &Collection, settled: &Settled, totals: &Totals, sheet: usize) -> Matrix {
        let form = &collection.form().form;
        let Some(sheet) = form.sheets.get(sheet) else {
            return Matrix::default();
        };
        let counted = settled
            .counted()
            .filter_map(|at| Some((at, collection.returns().get(at)?)));
        let counted: Vec<(usize, &Return)> = counted.collect();
        let mut matrix = Matrix::default();
        for (at, one) in &counted {
            matrix.lines.push(Line {
                at: *at,
                filled: filled(form, one, sheet.cells()),
                cells: Vec::new(),
            });
        }
        for cell in sheet.cells() {
            if form.row(cell).is_some_and(|row| row.kind != Kind::Heading) {
                matrix.put(form, totals, &counted, cell);
            }
        }
        matrix
    }

    fn put(&mut self, form: &Form, totals: &Totals, counted: &[(usize, &Return)], cell: CellId) {
        let Some(row) = form.row(cell) else { return };
        let numbers: Vec<Option<Decimal>> =
            counted.iter().map(|(_, one)| one.number(cell)).collect();
        let found = extremes(&numbers);
        let total = totals.of(cell);
        let whole = total
            .and_then(super::Total::number)
            .filter(|_| is_added(row));
        let mut with_value = 0;
        for ((line, (_, one)), extreme) in self.lines.iter_mut().zip(counted).zip(&found.sides) {
            let figure = one.figure(cell);
            with_value += usize::from(is_filled(figure));
            line.cells.push(MatrixCell {
                figure,
                is_asked: row.is_for(one.agency.level),
                percent: whole
                    .zip(figure.number())
                    .and_then(|(whole, part)| super::total::percent(part, whole)),
                extreme: *extreme,
            });
        }
        let filled = match total.map(|total| &total.spread) {
            Some(spread) if row.is_entry() => of_spread(spread),
            _ => Filled {
                filled: with_value,
                asked: counted.len(),
            },
        };
        self.columns.push(Column {
            cell,
            filled,
            measured: found.measured,
            median: found.median,
        });
    }

    /// The places of the lines in an order. What has no figure stands last either way; what is equal stands by agency
    /// code.
    pub fn sorted(&self, collection: &Collection, by: SortBy, direction: Direction) -> Vec<usize> {
        let mut keys: BTreeSet<(Key, usize)> = BTreeSet::new();
        for (place, line) in self.lines.iter().enumerate() {
            let key = match by {
                SortBy::Code => Key::Number(Decimal::ZERO),
                SortBy::Name => {
                    let one = collection.returns().get(line.at);
                    Key::Name(one.map(|one| folded(&one.agency.name)).unwrap_or_default())
                }
                SortBy::Filled => Key::Number(count(line.filled.percent())),
                SortBy::Column(column) => {
                    let cell = line.cells.get(column).copied().unwrap_or_default();
                    Key::of(cell.figure)
                }
            };
            keys.insert((key.turned(direction), place));
        }
        let mut sorted: Vec<usize> = keys.into_iter().map(|(_, place)| place).collect();
        // Names and codes are never missing: the other way round is all the other way round.
        match (by, direction) {
            (SortBy::Code | SortBy::Name, Direction::Falling) => sorted.reverse(),
            (SortBy::Filled | SortBy::Column(_), _) | (_, Direction::Rising) => {}
        }
        sorted
    }
}

/// How many rows of the whole form that are asked of its agency a return has filled.
pub fn completeness(form: &Form, one: &Return) -> Filled {
    filled(form, one, form.cells())
}

fn filled(form: &Form, one: &Return, cells: impl Iterator<Item = CellId>) -> Filled {
    let mut found = Filled::default();
    for cell in cells {
        let is_asked = form.row(cell).is_some_and(|row| {
            row.is_entry() && row.is_for(one.agency.level) && !form.is_helper(cell)
        });
        if is_asked {
            found.asked += 1;
            found.filled += usize::from(is_filled(one.figure(cell)));
        }
    }
    found
}

fn is_filled(figure: Figure) -> bool {
    match figure {
        Figure::Number(_) | Figure::Choice(_) | Figure::Text | Figure::NotApplicable => true,
        Figure::Blank | Figure::Unreadable | Figure::Without(_) => false,
    }
}

fn of_spread(spread: &Spread) -> Filled {
    let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Filled {
        filled: whole(spread.reported.saturating_add(spread.not_applicable)),
        asked: whole(spread.asked),
    }
}

fn count(number: usize) -> Decimal {
    Decimal::from_integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What lines are compared by; the kinds in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(Decimal),
    Choice(i32),
    Name(String),
    NotApplicable,
    Text,
    Without,
    Unreadable,
    Blank,
}

impl Key {
    fn of(figure: Figure) -> Key {
        match figure {
            Figure::Number(number) => Key::Number(number),
            Figure::Choice(place) => Key::Choice(i32::from(place)),
            Figure::NotApplicable => Key::NotApplicable,
            Figure::Text => Key::Text,
            Figure::Without(_) => Key::Without,
            Figure::Unreadable => Key::Unreadable,
            Figure::Blank => Key::Blank,
        }
    }

    /// Falling figures are rising ones with the other sign.
    fn turned(self, direction: Direction) -> Key {
        match (self, direction) {
            (Key::Number(number), _) => Key::Number(direction.turned(number)),
            (Key::Choice(place), Direction::Falling) => Key::Choice(-place),
            (key, _) => key,
        }
    }
}
