//! What only a browser can prove: IndexedDB, localStorage, timers, leaving. Run by wasm-bindgen-test.

#![cfg(target_arch = "wasm32")]
// Tests may fail loudly.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod common;
mod edges;
mod keeper;
mod shelf;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
