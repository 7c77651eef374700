//! Gathering things in order, in little code.
//!
//! `collect` into a sorted map, and `sort`, bring a stable merge sort into the WebAssembly binary anew for every type:
//! 4 KB each time, for lists of a few hundred things. Here things are put in one by one. `tests/it/house.rs` keeps the
//! others out.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A map of these pairs; of two with the same key the later one stays.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// A set of these things.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for thing in things {
        set.insert(thing);
    }
    set
}

/// These things in order; what is equal stays as it stood. For short lists: the work grows with the square of their
/// length.
pub fn sorted<T>(
    things: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for thing in things {
        let place = sorted
            .iter()
            .rposition(|before| compare(before, &thing) != Ordering::Greater);
        sorted.insert(place.map_or(0, |place| place + 1), thing);
    }
    sorted
}
