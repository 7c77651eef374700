//! The list of units that are to report (danh sách đơn vị phải báo cáo), and who of them has not.

use super::{Aside, Collection, Place, Settled};
use crate::gather;
use crate::report::{Agency, Consolidated};
use std::collections::BTreeSet;

/// The units that are to report, in the order in which they are listed. A code stands there once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    agencies: Vec<Agency>,
}

impl Roll {
    /// These units; of two with the same code the later one counts, at the place of the first.
    pub fn of(agencies: impl IntoIterator<Item = Agency>) -> Roll {
        let mut roll = Roll::default();
        for agency in agencies {
            roll.add(agency);
        }
        roll
    }

    /// The units.
    pub fn agencies(&self) -> &[Agency] {
        &self.agencies
    }

    /// Whether a unit is to report.
    pub fn has(&self, code: &str) -> bool {
        self.agencies.iter().any(|agency| agency.code == code)
    }

    /// Adds a unit, or gives a listed one another name and level.
    pub fn add(&mut self, agency: Agency) {
        let known = self.agencies.iter_mut();
        match known.into_iter().find(|known| known.code == agency.code) {
            Some(known) => *known = agency,
            None => self.agencies.push(agency),
        }
    }

    /// Takes a unit off the list.
    pub fn remove(&mut self, code: &str) {
        self.agencies.retain(|agency| agency.code != code);
    }

    /// The listed units of which nothing has come in for the period, neither by itself nor in a consolidated report.
    pub fn missing<'a>(&'a self, collection: &Collection, settled: &Settled) -> Vec<&'a Agency> {
        let came = came(collection, settled);
        let agencies = self.agencies.iter();
        let missing = agencies.filter(|agency| !came.contains(agency.code.as_str()));
        missing.collect()
    }
}

/// The codes of the agencies of which something came in for the period.
fn came<'a>(collection: &'a Collection, settled: &Settled) -> BTreeSet<&'a str> {
    let returns = collection.returns().iter().zip(&settled.places);
    let of_period = returns.filter(|(_, place)| **place != Place::Aside(Aside::OtherPeriod));
    gather::set(of_period.flat_map(|(one, place)| {
        let counts = *place == Place::Counts;
        let whole = one.consolidated.as_ref().filter(|_| counts);
        let units = whole.map_or(&[][..], |whole: &Consolidated| &whole.units);
        let inner = units.iter().flat_map(|unit| {
            let of = unit.of.iter().map(String::as_str);
            std::iter::once(unit.agency.code.as_str()).chain(of)
        });
        std::iter::once(one.agency.code.as_str()).chain(inner)
    }))
}
