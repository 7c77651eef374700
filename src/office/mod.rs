//! The second program: what becomes of a report in the files of other programs, and what is read out of theirs.
//!
//! It runs in a worker beside the page and is fetched when it is first asked for, so nothing of it weighs on the first
//! load, and no file, however large or broken, can hold up the page. It is handed texts and bytes and gives texts and
//! bytes back; it keeps nothing. All but [`worker`], its border to the page, is tested natively.

pub mod archive;
pub mod docx;
pub mod open;
mod order;
pub mod package;
pub mod refusal;
pub mod sniff;
#[cfg(target_arch = "wasm32")]
pub mod worker;
pub mod xlsx;
pub mod xml;

pub use order::{
    FORM_WRITERS, FormWriter, Order, WRITERS, Writer, write, write_form, write_tables,
};
