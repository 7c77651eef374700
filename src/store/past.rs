//! Earlier states of a record: the last one of every ten minutes in which something was saved, 20 at the most.
//!
//! They lie in the order of their revisions, which only grow; the clock of the machine may be set back.

use super::{Envelope, Shelf, ShelfError, Spoilt, Write};

/// What the keys of earlier states begin with.
pub const PAST: &str = "past/";

/// How many earlier states of a record are kept.
pub const MOST: usize = 20;

/// How much of a moment tells its ten minutes: `2026-03-10T02:1`.
const TEN_MINUTES: usize = 15;

/// What the keys of the earlier states of a record begin with.
pub fn folder(key: &str) -> String {
    format!("{PAST}{key}/")
}

/// The key of an earlier state. Keys are in the order of revisions.
pub fn place(key: &str, revision: u64) -> String {
    format!("{PAST}{key}/{revision:020}")
}

/// Whether the record is to be kept as an earlier state before one that is saved `now` takes its place.
pub fn is_due(record: &Envelope, now: &str) -> bool {
    record.saved.get(..TEN_MINUTES) != now.get(..TEN_MINUTES)
}

/// Keeps a record as an earlier state; what is too much gives way, the oldest first. `known` are the keys of the
/// earlier states there are, in ascending order.
pub fn keep(key: &str, record: &Envelope, known: &[String]) -> Vec<Write> {
    let place = place(key, record.revision);
    if known.contains(&place) {
        return Vec::new();
    }
    let mut writes = give_way(known, MOST - 1);
    writes.push(Write::put(place, record.seal()));
    writes
}

/// The revision of the newest of these earlier states; 0 where there is none. A record that begins again goes on above
/// it, or its states would come among those of before.
pub fn newest(known: &[String]) -> u64 {
    let name = known.last().and_then(|key| key.rsplit('/').next());
    name.and_then(|name| name.parse().ok()).unwrap_or_default()
}

/// Takes the oldest earlier states away until so many are left.
pub fn give_way(known: &[String], left: usize) -> Vec<Write> {
    let too_many = known.len().saturating_sub(left);
    known
        .iter()
        .take(too_many)
        .map(|key| Write::remove(key.clone()))
        .collect()
}

/// An earlier state as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its key on the shelf.
    pub place: String,
    /// What it holds, or why it cannot be read.
    pub opened: Result<Envelope, Spoilt>,
}

/// The earlier states of a record, the newest first.
///
/// # Errors
/// [`ShelfError`], when the shelf cannot be read. A state that cannot be read is in the list with its reason.
pub async fn states<S: Shelf>(shelf: &S, key: &str) -> Result<Vec<Earlier>, ShelfError> {
    let mut states = Vec::new();
    for place in shelf.keys(&folder(key)).await?.into_iter().rev() {
        if let Some(text) = shelf.get(&place).await? {
            let opened = Envelope::open(&text);
            states.push(Earlier { place, opened });
        }
    }
    Ok(states)
}

/// The keys of the records with this prefix that have earlier states, also of those that are gone, in ascending order.
///
/// # Errors
/// [`ShelfError`], when the shelf cannot be read.
pub async fn records<S: Shelf>(shelf: &S, prefix: &str) -> Result<Vec<String>, ShelfError> {
    let mut records: Vec<String> = Vec::new();
    for place in shelf.keys(&folder(prefix.trim_end_matches('/'))).await? {
        let Some((record, _)) = place.rsplit_once('/') else {
            continue;
        };
        let record = record.strip_prefix(PAST).unwrap_or(record);
        if records.last().is_none_or(|known| known != record) {
            records.push(record.to_owned());
        }
    }
    Ok(records)
}
