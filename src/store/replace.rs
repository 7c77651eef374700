//! A record takes the place of another one that was looked at before, and of no other; or nothing does.
//!
//! What is written over something is made from what was seen there. Where another page has written meanwhile, nothing is
//! done, and the caller looks again.

use super::slots::{Held, Slots, places};
use super::{Envelope, Shelf, ShelfError, Write, aside_of, past};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// It is kept. What stood there is an earlier state now.
    Done,
    /// Another page has written meanwhile; nothing was done.
    Changed,
    /// A newer page wrote what lies there; nothing was done.
    Newer {
        /// The version word that was found.
        found: String,
    },
}

/// Puts a record in the place of one of the revision `seen`; 0 where there was none that could be read. What cannot be
/// read there is copied aside in the same transaction.
///
/// # Errors
/// [`ShelfError`], when it could not be kept; what lay there before still does.
pub async fn replace<S: Shelf>(
    shelf: &S,
    key: &str,
    seen: u64,
    record: &Envelope,
) -> Result<Replaced, ShelfError> {
    put(shelf, key, seen, Some(record.seal())).await
}

/// Takes away a record of the revision `seen`. It stays as the last of its earlier states.
///
/// # Errors
/// [`ShelfError`], when it could not be taken away; it still lies there.
pub async fn discard<S: Shelf>(shelf: &S, key: &str, seen: u64) -> Result<Replaced, ShelfError> {
    put(shelf, key, seen, None).await
}

async fn put<S: Shelf>(
    shelf: &S,
    key: &str,
    seen: u64,
    sealed: Option<String>,
) -> Result<Replaced, ShelfError> {
    let mut replaced = Replaced::Done;
    shelf
        .exchange(&places(key), &past::folder(key), &mut |found| {
            let slots = Slots::look(&found.texts);
            let mut writes = aside_of(key, &slots);
            replaced = match &slots.held {
                Held::Newer { found } => Replaced::Newer {
                    found: found.clone(),
                },
                Held::Kept(before) if before.revision != seen => Replaced::Changed,
                Held::Absent | Held::Broken(_) if seen != 0 => Replaced::Changed,
                Held::Kept(before) => {
                    writes.extend(past::keep(key, before, &found.names));
                    Replaced::Done
                }
                Held::Absent | Held::Broken(_) => Replaced::Done,
            };
            if replaced != Replaced::Done {
                return None;
            }
            match &sealed {
                Some(sealed) => writes.extend(slots.put(key, sealed.clone())),
                None => writes.extend(places(key).map(Write::remove)),
            }
            Some(writes)
        })
        .await?;
    Ok(replaced)
}
