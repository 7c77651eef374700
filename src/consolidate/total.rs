//! What the returns add up to, row by row, as the form set says.

use super::{Collection, Figure, Place, Return, Settled, is_added};
use crate::form::{CellId, Consolidation, Kind, Row};
use crate::number::{Decimal, Fraction};
use crate::report::{Entry, Report, Session, Spread};
use crate::words::folded;

/// The totals of a settled collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// By [`CellId`]; of headings and computed rows too.
    pub rows: Vec<Total>,
}

/// The total of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// How many units had what; of computed rows nothing.
    pub spread: Spread,
    /// The figure, and whence it is; or why there is none.
    pub figure: Result<(Figure, From), NoTotal>,
}

/// Whence a total is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// Added up.
    Units,
    /// Computed from other totals.
    Computed,
    /// From the own report of the agency that consolidates.
    Own(usize),
    /// From the report of the lead agency of the row.
    Lead(usize),
}

/// Why a row has no total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTotal {
    /// It is a heading, or a row of a helper sheet, whose figures are in the row that it feeds.
    NotAsked,
    /// No unit has a figure.
    NobodyReported,
    /// The sum is longer than a number may be.
    TooLarge,
    /// Each level reports its own, and the agency that consolidates has not reported.
    OwnMissing,
    /// Only the lead agency or the agency that consolidates knows it, and neither has reported it.
    LeadMissing,
    /// A ratio whose parts the form does not ask for cannot be added up.
    PartsNotAsked,
    /// It is computed, and an operand has no total or is zero.
    NotComputed(crate::formula::Reason),
}

/// What one return has in a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The place of the return.
    pub at: usize,
    /// What stands there.
    pub figure: Figure,
    /// How much of the total it is, in percent with 2 decimals; none where nothing is added up, or the total is zero.
    pub percent: Option<Decimal>,
}

impl Totals {
    /// The total of a cell.
    pub fn of(&self, cell: CellId) -> Option<&Total> {
        self.rows.get(cell.place())
    }
}

impl Total {
    /// The number; none for everything else.
    pub fn number(&self) -> Option<Decimal> {
        let (figure, _) = self.figure.ok()?;
        figure.number()
    }
}

impl Collection {
    /// What the returns that count add up to.
    pub fn totals(&self, settled: &Settled) -> Totals {
        let form = &self.form().form;
        let is_asked = |cell: &CellId| {
            !form.is_helper(*cell) && form.row(*cell).is_some_and(|row| row.is_entry())
        };
        let asked: Vec<CellId> = form.cells().filter(is_asked).collect();
        let mut spreads = vec![Spread::default(); form.rows.len()];
        // Return by return: what stands side by side in memory is read side by side.
        for one in settled.counted().filter_map(|at| self.returns().get(at)) {
            for cell in &asked {
                if let Some(spread) = spreads.get_mut(cell.place()) {
                    spread.add(&one.spread(form, *cell));
                }
            }
        }
        let rows = form.cells().zip(spreads).map(|(cell, spread)| {
            match form.row(cell).filter(|_| is_asked(&cell)) {
                Some(row) => self.total(settled, cell, row, spread),
                None => Total {
                    spread,
                    figure: Err(NoTotal::NotAsked),
                },
            }
        });
        let mut totals = Totals {
            rows: rows.collect(),
        };
        self.compute(&mut totals);
        totals
    }

    fn total(&self, settled: &Settled, cell: CellId, row: &Row, spread: Spread) -> Total {
        let figure = match row.consolidation {
            _ if is_added(row) => sum(&spread),
            Consolidation::None => Err(NoTotal::NotAsked),
            Consolidation::NotAdditive | Consolidation::ProvinceOnly => {
                let lead = self.lead(settled, row).map(|at| (at, From::Lead(at)));
                let own = settled.own().map(|at| (at, From::Own(at)));
                let found = [lead, own]
                    .into_iter()
                    .flatten()
                    .find_map(|(at, from)| self.said(at, cell, from));
                found.ok_or(NoTotal::LeadMissing)
            }
            way => {
                let own = settled
                    .own()
                    .and_then(|at| self.said(at, cell, From::Own(at)));
                own.ok_or(match way {
                    Consolidation::PartsNotAsked | Consolidation::RatioOfSums => {
                        NoTotal::PartsNotAsked
                    }
                    _ => NoTotal::OwnMissing,
                })
            }
        };
        Total { spread, figure }
    }

    /// What a return says of a row, where it says something.
    fn said(&self, at: usize, cell: CellId, from: From) -> Option<(Figure, From)> {
        let figure = self.returns().get(at)?.figure(cell);
        let says = !matches!(
            figure,
            Figure::Blank | Figure::Text | Figure::Unreadable | Figure::Without(_)
        );
        says.then_some((figure, from))
    }

    /// The return of the lead agency of a row, found by its name as the form has it.
    pub fn lead(&self, settled: &Settled, row: &Row) -> Option<usize> {
        let name = folded(&row.lead.as_ref()?.vi);
        let is_lead = |one: &Return| folded(&one.agency.name).starts_with(&name);
        settled
            .counted()
            .find(|at| self.returns().get(*at).is_some_and(is_lead))
    }

    /// The computed rows, from the totals.
    fn compute(&self, totals: &mut Totals) {
        let form = &self.form().form;
        let session = Session::open_early(self.form().clone(), self.bare_report(totals));
        for cell in form.computed() {
            let derived = session.derived(*cell).map(|derived| derived.value);
            let (Some(total), Some(value)) = (totals.rows.get_mut(cell.place()), derived) else {
                continue;
            };
            total.figure = match value {
                Ok(number) => Ok((Figure::Number(number), From::Computed)),
                Err(reason) => Err(NoTotal::NotComputed(reason)),
            };
        }
    }

    /// A report with nothing but the totals.
    fn bare_report(&self, totals: &Totals) -> Report {
        let form = &self.form().form;
        let mut report = Report {
            agency: self.into_agency().clone(),
            ..Report::default()
        };
        for cell in form.cells() {
            if let (Some(row), Some(total)) = (form.row(cell), totals.of(cell))
                && let Ok((figure, _)) = total.figure
            {
                let filled = crate::report::Filled::of(entry_of(figure, row));
                report.entries.insert(row.id.clone(), filled);
            }
        }
        report
    }

    /// What each return that counts has in the total of a row, in the order of the returns.
    pub fn shares(&self, settled: &Settled, totals: &Totals, cell: CellId) -> Vec<Share> {
        let whole = self.whole(totals, cell);
        let counted = settled.counted();
        counted
            .filter_map(|at| self.share_of(whole, at, cell))
            .collect()
    }

    /// What one return has in the total of a row; no percent where it does not count.
    pub fn share(
        &self,
        settled: &Settled,
        totals: &Totals,
        at: usize,
        cell: CellId,
    ) -> Option<Share> {
        let counts = settled.places.get(at) == Some(&Place::Counts);
        let whole = self.whole(totals, cell).filter(|_| counts);
        self.share_of(whole, at, cell)
    }

    /// The number that is added up in a row.
    fn whole(&self, totals: &Totals, cell: CellId) -> Option<Decimal> {
        let is_added = self.form().form.row(cell).is_some_and(is_added);
        totals.of(cell).and_then(Total::number).filter(|_| is_added)
    }

    fn share_of(&self, whole: Option<Decimal>, at: usize, cell: CellId) -> Option<Share> {
        let figure = self.returns().get(at)?.figure(cell);
        let parts = whole.zip(figure.number());
        Some(Share {
            at,
            figure,
            percent: parts.and_then(|(whole, part)| percent(part, whole)),
        })
    }
}

/// The sum of what was added up.
fn sum(spread: &Spread) -> Result<(Figure, From), NoTotal> {
    match spread.sum {
        Some(sum) => Ok((Figure::Number(sum), From::Units)),
        None if spread.reported > 0 => Err(NoTotal::TooLarge),
        // Where every unit says that there is nothing to count, there is nothing to count.
        None if spread.not_applicable > 0 && spread.not_applicable == spread.asked => {
            Ok((Figure::NotApplicable, From::Units))
        }
        None => Err(NoTotal::NobodyReported),
    }
}

/// A figure as an entry of a row.
pub(super) fn entry_of(figure: Figure, row: &Row) -> Entry {
    match figure {
        Figure::Number(number) if row.kind != Kind::Choice => Entry::Number(number),
        Figure::Choice(place) => {
            let option = row.options.get(usize::from(place));
            option.map_or(Entry::Blank, |option| Entry::Choice(option.code.clone()))
        }
        Figure::NotApplicable => Entry::NotApplicable,
        _ => Entry::Blank,
    }
}

/// How much a part is of a whole, with 2 decimals.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    let hundred = Fraction::from_decimal(Decimal::from_integer(100));
    let part = Fraction::from_decimal(part).checked_mul(hundred)?;
    part.checked_div(Fraction::from_decimal(whole))?.round(2)
}
