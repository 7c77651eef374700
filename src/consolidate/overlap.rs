//! Units that are in two consolidated returns at once: their figures are in the sum twice, and cannot be taken out of it.

use super::{Collection, Place, Settled};
use crate::words::Phrase;
use std::collections::BTreeMap;

/// Two consolidated returns that both count and are made of the same units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The places of the two in [`Collection::returns`].
    pub at: [usize; 2],
    /// The units that are in both, by name; by code where only the returns below them know them.
    pub units: Vec<String>,
}

/// The most units that are named.
const NAMED: usize = 5;

impl Overlap {
    /// What is wrong, and what to do; none where a place is not that of a return.
    pub fn words(&self, collection: &Collection) -> Option<Phrase> {
        let [one, other] = self.at.map(|at| collection.returns().get(at));
        let (one, other) = (&one?.agency.name, &other?.agency.name);
        let count = self.units.len().to_string();
        let named: Vec<&str> = self.units.iter().take(NAMED).map(String::as_str).collect();
        let mut named = named.join(", ");
        if self.units.len() > NAMED {
            named.push_str(", …");
        }
        Some(Phrase::said(
            "Báo cáo tổng hợp của {} và của {} cùng gồm {} đơn vị: {}. Số liệu của các đơn vị này bị cộng hai lần. Hãy bỏ một trong hai báo cáo ra khỏi tổng hợp, hoặc nhận lại báo cáo không còn phần trùng.",
            "The consolidated reports of {} and of {} have units in common ({}): {}. Their figures are added twice. Leave one of the two out, or take in one that is made without them.",
            &[one, other, &count, &named],
        ))
    }
}

/// Every pair of consolidated returns that count and overlap, by their places. One that is wholly in another one does not
/// count and is not here.
pub fn overlaps(collection: &Collection, settled: &Settled) -> Vec<Overlap> {
    let returns = collection.returns();
    // By the code of a unit: in which returns it is.
    let mut with: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, place) in settled.places.iter().enumerate() {
        let whole = returns.get(at).and_then(|one| one.consolidated.as_ref());
        if let (Place::Counts, Some(whole)) = (place, whole) {
            for code in whole.codes() {
                with.entry(code).or_default().push(at);
            }
        }
    }
    let mut pairs: BTreeMap<[usize; 2], Vec<String>> = BTreeMap::new();
    for (code, places) in with {
        let name = name_of(collection, &code, &places);
        for (nth, one) in places.iter().enumerate() {
            for other in places.iter().skip(nth.saturating_add(1)) {
                pairs.entry([*one, *other]).or_default().push(name.clone());
            }
        }
    }
    let pairs = pairs.into_iter();
    pairs.map(|(at, units)| Overlap { at, units }).collect()
}

fn name_of(collection: &Collection, code: &str, places: &[usize]) -> String {
    let returns = places.iter().filter_map(|at| collection.returns().get(*at));
    let wholes = returns.filter_map(|one| one.consolidated.as_ref());
    let mut units = wholes.flat_map(|whole| &whole.units);
    let unit = units.find(|unit| unit.agency.code == code);
    unit.map_or_else(|| code.to_owned(), |unit| unit.agency.name.clone())
}
