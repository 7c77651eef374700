//! Every native test, one program.

// A helper of a test may fail as loudly as the test itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod agency;
mod desk;
mod docx;

mod number;

mod scenario;

mod consolidate;
mod embed;
mod exchange;
mod period;
mod plan;
mod reading;
mod rules;

mod form;
mod formula;
mod history;

mod house;
mod seed;
mod store;
mod workbook;
