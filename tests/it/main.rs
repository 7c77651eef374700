//! Every native test, one program.

mod number;
mod seed;
mod store;
