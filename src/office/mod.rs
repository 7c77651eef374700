//! The second program: what becomes of a report in the files of other programs, and what is read out of theirs.
//!
//! It runs in a worker beside the page and is fetched when it is first asked for, so nothing of it weighs on the first
//! load, and no file, however large or broken, can hold up the page. It is handed texts and bytes and gives texts and
//! bytes back; it keeps nothing. It runs and is tested natively too.

pub mod archive;
mod order;
pub mod refusal;
pub mod sniff;

pub use order::{Order, WRITERS, Writer, write};
