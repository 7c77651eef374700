//! The returns that came in, and which of them count.

use super::Return;
use super::inside::inside;
use crate::report::{Agency, OpenForm};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The returns for one form set and one period, of the units below one agency.
#[derive(Clone, Debug)]
pub struct Collection {
    form: Arc<OpenForm>,
    period: String,
    into: Agency,
    returns: Vec<Return>,
    left_out: BTreeSet<String>,
}

/// What became of a return that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is one of the returns now.
    In,
    /// The very same report is there already.
    Again,
}

/// Whether a return is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is.
    Counts,
    /// It is the report of the agency that consolidates: never added, but asked for what is not added, and compared.
    Own,
    /// It is not.
    Aside(Aside),
}

/// Why a return is not added up. Places are those of [`Collection::returns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// It is of another period.
    OtherPeriod,
    /// The agency sent this one later.
    Earlier {
        /// The place of the later one.
        later: usize,
    },
    /// It is in this consolidated return already.
    Inside {
        /// The place of the consolidated return.
        whole: usize,
        /// Whether this is another state of the report than the one that was added up there.
        is_another: bool,
    },
    /// Its agency is not below the one that consolidates.
    NotBelow,
    /// The officer has left it out.
    LeftOut,
}

/// Which returns count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// By the place of the return.
    pub places: Vec<Place>,
}

impl Settled {
    /// The places of the returns that are added up.
    pub fn counted(&self) -> impl Iterator<Item = usize> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(at, place)| (*place == Place::Counts).then_some(at))
    }

    /// The place of the own report of the agency that consolidates.
    pub fn own(&self) -> Option<usize> {
        self.places.iter().position(|place| *place == Place::Own)
    }
}

impl Collection {
    /// Nothing yet, for this period (`2026Q1`).
    pub fn new(form: Arc<OpenForm>, period: &str, into: Agency) -> Collection {
        Collection {
            form,
            period: period.to_owned(),
            into,
            returns: Vec::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// The form into which is consolidated.
    pub fn form(&self) -> &Arc<OpenForm> {
        &self.form
    }

    /// The id of the period.
    pub fn period(&self) -> &str {
        &self.period
    }

    /// Who consolidates.
    pub fn into_agency(&self) -> &Agency {
        &self.into
    }

    /// Another agency consolidates.
    pub fn set_into(&mut self, into: Agency) {
        self.into = into;
    }

    /// The returns, by agency code, then by when they were last changed.
    pub fn returns(&self) -> &[Return] {
        &self.returns
    }

    /// The codes of the agencies that the officer leaves out.
    pub fn left_out(&self) -> &BTreeSet<String> {
        &self.left_out
    }

    /// Leaves an agency out, or takes it in again.
    pub fn leave_out(&mut self, code: &str, is_out: bool) {
        if is_out {
            self.left_out.insert(code.to_owned());
        } else {
            self.left_out.remove(code);
        }
    }

    /// Takes a return in.
    pub fn take(&mut self, incoming: Return) -> Taken {
        let at = self.place_of(&incoming);
        let known = self.returns.get(at);
        if known.is_some_and(|known| is_same(known, &incoming)) {
            return Taken::Again;
        }
        self.returns.insert(at, incoming);
        Taken::In
    }

    /// Whether this very return is here.
    pub fn has(&self, one: &Return) -> bool {
        let at = self.place_of(one);
        let known = self.returns.get(at);
        known.is_some_and(|known| is_same(known, one))
    }

    /// Takes in every return of another collection, which is empty afterwards.
    pub fn take_all(&mut self, other: &mut Collection) {
        if self.returns.is_empty() {
            std::mem::swap(&mut self.returns, &mut other.returns);
        }
        for one in other.returns.drain(..) {
            self.take(one);
        }
    }

    /// Where a return stands, or would stand.
    fn place_of(&self, one: &Return) -> usize {
        self.returns
            .partition_point(|known| order(known) < order(one))
    }

    /// Takes out every return for which this does not hold.
    pub fn retain(&mut self, stays: impl FnMut(&Return) -> bool) {
        self.returns.retain(stays);
    }

    /// Which returns count, and why the others do not.
    pub fn settle(&self) -> Settled {
        let mut places: Vec<Place> = self.returns.iter().map(|one| self.alone(one)).collect();
        self.pass_over_earlier(&mut places);
        let mut settled = Settled { places };
        self.pass_over_inner(&mut settled);
        settled
    }

    /// What a return is, as long as nothing is known of the others.
    fn alone(&self, one: &Return) -> Place {
        if one.period != self.period {
            Place::Aside(Aside::OtherPeriod)
        } else if one.agency.code == self.into.code {
            Place::Own
        } else if self.left_out.contains(&one.agency.code) {
            Place::Aside(Aside::LeftOut)
        } else if !one.agency.level.is_below(self.into.level) {
            Place::Aside(Aside::NotBelow)
        } else {
            Place::Counts
        }
    }

    /// Of several returns of one agency the last one counts; they stand in order.
    fn pass_over_earlier(&self, places: &mut [Place]) {
        let mut later: Option<usize> = None;
        for at in (0..places.len()).rev() {
            let Some(place) = places
                .get_mut(at)
                .filter(|place| !matches!(place, Place::Aside(_)))
            else {
                continue;
            };
            let code = |at: usize| self.returns.get(at).map(|one| &one.agency.code);
            match later.filter(|later| code(*later) == code(at)) {
                Some(later) => *place = Place::Aside(Aside::Earlier { later }),
                None => later = Some(at),
            }
        }
    }

    /// What is in a consolidated return that counts is not added again.
    fn pass_over_inner(&self, settled: &mut Settled) {
        let counted: Vec<usize> = settled.counted().collect();
        for found in inside(&self.returns, &counted) {
            if let Some(place) = settled.places.get_mut(found.at) {
                *place = Place::Aside(Aside::Inside {
                    whole: found.whole,
                    is_another: found.is_another,
                });
            }
        }
    }
}

fn is_same(one: &Return, other: &Return) -> bool {
    one.agency.code == other.agency.code && one.digest == other.digest
}

/// What orders returns: of one agency the later one stands behind.
fn order(one: &Return) -> (&str, &str, &str) {
    (&one.agency.code, &one.modified, &one.digest)
}
