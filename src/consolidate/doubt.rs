//! Totals that do not agree: what a level reports, and what the level below it adds up to.

use super::{Collection, From, Place, Settled, Total, Totals, is_added};
use crate::form::CellId;
use crate::number::Decimal;
use crate::report::{Consolidated, Spread};

/// A figure that is stated and another that it should be. Places are those of [`Collection::returns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A consolidated return reports another total than its own units had: it was changed after they were added up.
    Changed(Disagreement),
    /// All units of a consolidated return are here as well, and they add up to something else.
    Recounted(Disagreement),
    /// The own report of the agency that consolidates has another figure than its units add up to.
    Own(Disagreement),
    /// The lead agency and the agency that consolidates report different figures.
    Lead(Disagreement),
}

/// Two figures of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The place of the return that states the figure.
    pub at: usize,
    /// The row.
    pub cell: CellId,
    /// As the return states it.
    pub stated: Decimal,
    /// As it is added up, or as the lead agency has it; none where nothing adds up to it.
    pub counted: Option<Decimal>,
}

impl Disagreement {
    /// How much more is stated than is counted; none where nothing adds up to it.
    pub fn difference(&self) -> Option<Decimal> {
        self.stated.checked_sub(self.counted?)
    }
}

impl Doubt {
    /// The figures.
    pub fn figures(&self) -> Disagreement {
        match self {
            Doubt::Changed(figures)
            | Doubt::Recounted(figures)
            | Doubt::Own(figures)
            | Doubt::Lead(figures) => *figures,
        }
    }
}

/// Every total that does not agree, by return, then by row.
pub fn doubts(collection: &Collection, settled: &Settled, totals: &Totals) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (at, place) in settled.places.iter().enumerate() {
        match place {
            Place::Counts => of_whole(collection, at, Against::Latest, &mut doubts),
            Place::Own => {
                of_whole(collection, at, Against::Added, &mut doubts);
                of_own(collection, at, totals, &mut doubts);
            }
            Place::Aside(_) => {}
        }
    }
    doubts
}

/// Which returns of its units a consolidated return is held against.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    /// The latest ones: what a level sent up is to be what the level below it has sent.
    Latest,
    /// Those that were added up, and no later ones: what the agency that consolidates has kept is made anew after the
    /// later ones came.
    Added,
}

/// What a consolidated return reports against what it is made of.
fn of_whole(collection: &Collection, at: usize, against: Against, doubts: &mut Vec<Doubt>) {
    let form = &collection.form().form;
    let Some(one) = collection.returns().get(at) else {
        return;
    };
    let Some(whole) = &one.consolidated else {
        return;
    };
    let here = inner(collection, at);
    let is_all_here = !whole.units.is_empty()
        && here.len() == whole.units.len()
        && (against == Against::Latest || are_those(collection, &here, whole));
    for cell in form.cells() {
        let Some(row) = form.row(cell).filter(|row| is_added(row)) else {
            continue;
        };
        let Some(stated) = one.number(cell) else {
            continue;
        };
        let disagreement = |counted| Disagreement {
            at,
            cell,
            stated,
            counted,
        };
        let counted = whole.rows.get(&row.id).and_then(|spread| spread.sum);
        if counted.is_some() && counted != Some(stated) {
            doubts.push(Doubt::Changed(disagreement(counted)));
        }
        if is_all_here {
            let mut spread = Spread::default();
            for unit in here.iter().filter_map(|at| collection.returns().get(*at)) {
                spread.add(&unit.spread(form, cell));
            }
            // What is wrong with the file's own sum is told above.
            if spread.sum != Some(stated) && spread.sum != counted {
                doubts.push(Doubt::Recounted(disagreement(spread.sum)));
            }
        }
    }
}

/// The latest returns of the units that a consolidated return names, as far as they are here.
fn inner(collection: &Collection, at: usize) -> Vec<usize> {
    let returns = collection.returns();
    let whole = returns.get(at).and_then(|one| one.consolidated.as_ref());
    let units = whole.map_or(&[][..], |whole| &whole.units);
    let here = units.iter().filter_map(|unit| {
        let is_it = |place: &usize| {
            returns.get(*place).is_some_and(|one| {
                one.agency.code == unit.agency.code && one.period == collection.period()
            })
        };
        (0..returns.len()).rfind(is_it)
    });
    here.collect()
}

/// Whether these returns are in the very state in which they were added up.
fn are_those(collection: &Collection, here: &[usize], whole: &Consolidated) -> bool {
    here.iter().zip(&whole.units).all(|(at, unit)| {
        let one = collection.returns().get(*at);
        one.is_some_and(|one| one.digest == unit.digest)
    })
}

/// What the agency that consolidates reports itself against what is found here.
fn of_own(collection: &Collection, at: usize, totals: &Totals, doubts: &mut Vec<Doubt>) {
    let Some(own) = collection.returns().get(at) else {
        return;
    };
    // The result of an earlier consolidation was added up from what had come by then; whether it was changed since is
    // told by what it is made of.
    let is_result = own.consolidated.is_some();
    for cell in collection.form().form.cells() {
        let (Some(stated), Some(total)) = (own.number(cell), totals.of(cell)) else {
            continue;
        };
        let disagreement = Disagreement {
            at,
            cell,
            stated,
            counted: total.number(),
        };
        match total.figure {
            Ok((_, From::Units | From::Computed)) if !is_result && differs(total, stated) => {
                doubts.push(Doubt::Own(disagreement));
            }
            Ok((_, From::Lead(_))) if differs(total, stated) => {
                doubts.push(Doubt::Lead(disagreement))
            }
            _ => {}
        }
    }
}

fn differs(total: &Total, stated: Decimal) -> bool {
    total.number() != Some(stated)
}
