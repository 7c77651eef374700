//! Gathering things in order, in little code.
//!
//! `collect` into a sorted map, and `sort`, bring a stable merge sort into the WebAssembly binary anew for every type:
//! 4 KB each time, for lists of a few hundred things. Here things are put in one by one. `tests/it/house.rs` keeps the
//! others out.

use litemap::LiteMap;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A sorted map of some hundreds of things, as one list: a tenth of the code of a tree, which comes anew for every
/// type. Putting something in between takes time that grows with the map, so what may hold many thousands in no order
/// is a tree.
pub type Map<K, V> = LiteMap<K, V>;

/// A map of these pairs; of two with the same key the later one stays.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> Map<K, V> {
    let mut map = Map::new_vec();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

/// The same as a tree, for what may hold many thousands in no order.
pub fn tree<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut tree = BTreeMap::new();
    for (key, value) in pairs {
        tree.insert(key, value);
    }
    tree
}

/// A set of these things.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for thing in things {
        set.insert(thing);
    }
    set
}

/// These things in order, each once.
pub fn once<T: Ord>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for thing in things {
        if let Err(place) = once.binary_search(&thing) {
            once.insert(place, thing);
        }
    }
    once
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
