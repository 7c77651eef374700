//! Two copies of each record, written in turn: a write that is torn, or a copy that is damaged later, leaves the other
//! one, and the journal holds what lies between them ([`super::Journal`]).

use super::{Envelope, Spoilt, Write};

/// What the key of the second copy of a record begins with.
pub const SECOND: &str = "second/";

/// The keys of the two copies of a record.
pub fn places(key: &str) -> [String; 2] {
    [key.to_owned(), format!("{SECOND}{key}")]
}

/// What the two copies hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Absent,
    /// A record: the newer one of those that can be read.
    Kept(Envelope),
    /// Something that cannot be read, and nothing that can.
    Broken(Spoilt),
    /// A record from a newer page; nothing may be written here.
    Newer {
        /// The version word that was found.
        found: String,
    },
}

/// The two copies, looked at together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    /// What they hold.
    pub held: Held,
    /// The copy that the next write takes: never the one that holds the record.
    pub next: usize,
    /// The copies that cannot be read, each with its text: to be set aside before they are written over.
    pub broken: Vec<(usize, String)>,
}

impl Slots {
    /// Puts a sealed record where the next write goes; into both copies where not both can be read, so that there are
    /// two again.
    pub fn put(&self, key: &str, sealed: String) -> Vec<Write> {
        let [first, second] = places(key);
        if !matches!(self.held, Held::Kept(_)) || !self.broken.is_empty() {
            return vec![
                Write::put(first, sealed.clone()),
                Write::put(second, sealed),
            ];
        }
        let place = if self.next == 0 { first } else { second };
        vec![Write::put(place, sealed)]
    }

    /// Looks at the texts of the two copies.
    pub fn look(texts: &[Option<String>]) -> Slots {
        let mut slots = Slots {
            held: Held::Absent,
            next: 0,
            broken: Vec::new(),
        };
        let mut newest: Option<(usize, Envelope)> = None;
        let mut why = None;
        for (place, text) in texts.iter().enumerate() {
            let Some(text) = text else { continue };
            match Envelope::open(text) {
                Ok(envelope) => {
                    let is_newer = newest
                        .as_ref()
                        .is_none_or(|(_, known)| known.revision < envelope.revision);
                    if is_newer {
                        newest = Some((place, envelope));
                    }
                }
                Err(Spoilt::Newer { found }) => {
                    slots.held = Held::Newer { found };
                    return slots;
                }
                Err(spoilt) => {
                    slots.broken.push((place, text.clone()));
                    why = Some(spoilt);
                }
            }
        }
        match (newest, why) {
            (Some((place, envelope)), _) => {
                slots.next = 1 - place.min(1);
                slots.held = Held::Kept(envelope);
            }
            (None, Some(why)) => slots.held = Held::Broken(why),
            (None, None) => {}
        }
        slots
    }
}
