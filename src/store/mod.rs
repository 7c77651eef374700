//! What is kept: records on a shelf, and a journal of the last seconds beside it.
//!
//! A record is one report in an [`Envelope`] with a revision and a checksum. A [`Shelf`] holds texts by key and may
//! fail; the [`Journal`] holds the edits that no record contains yet; [`Pace`] says when to commit. None of them
//! knows forms, clocks or browsers: bodies are opaque texts, and time comes in as a parameter.
//!
//! The revision of a record is the number of the last edit in it, and every edit in a journal has its number.
//! So a journal from an earlier moment, as a crash may bring it back, never undoes what a record already has. Each
//! record lies there twice ([`slots`]), with its earlier states ([`past`]); docs/decisions/0009-records.md says why.

mod envelope;
mod journal;
mod library;
mod load;
mod memory;
mod own;
mod pace;
pub mod past;
mod pen;
mod replace;
mod shelf;
pub mod slots;

pub use envelope::{Envelope, Spoilt};
pub use journal::{Journal, JournalEdit, Noting};
pub use library::{
    ASIDE, Aside, Listed, Opening, REPORTS, TASKS, aside_of, keep, kept_aside, list, names, open,
    report_key, set_aside, task_key,
};
pub use load::{Loaded, load};
pub use memory::MemoryShelf;
pub use own::OwnEdits;
pub use pace::{Due, Pace, SaveState, Trouble};
pub use pen::{Act, Ask, Means, Now, Pen};
pub use replace::{Replaced, discard, replace};
pub use shelf::{Found, Shelf, ShelfError, Write};
