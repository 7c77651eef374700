//! What only a browser has, as thin as it can be: storage, clock, timers, files, and the moment of leaving.
//!
//! Decisions are made in `store` and tested there; here they are carried out. Nothing here knows forms or Leptos,
//! and nothing throws when the browser refuses: a page without storage works in memory and says so.

pub mod area;
pub mod beside;
pub mod clipboard;
pub mod clock;
pub mod dropped;
pub mod filed;
pub mod files;
pub mod host;
mod indexed_db;
mod keeper;
pub mod kept_file;
pub mod leaving;
mod listening;
mod local;
#[cfg(feature = "app")]
pub mod office;
pub mod offline;
mod pen;
pub mod preferences;
pub mod storage;
pub mod timer;

pub use indexed_db::IndexedDbShelf;
pub use keeper::{Hands, Heard, Keeper, Opened, TakeIn, halt};
pub use listening::Listening;
pub use local::LocalJournal;
pub use pen::{HeldPen, PenHands, Shows, Told, tell_committed};
pub use preferences::Preferences;
