//! Biểu Mẫu: a quarterly form and calculator that lives entirely in a web page.
//!
//! The modules stand in reading order, from the ground up. Everything below the wall is plain Rust
//! that runs and is tested natively; what stands above it exists for the browser only.
//! ARCHITECTURE.md draws the house; `tests/it/house.rs` keeps its order.

#![warn(missing_docs)]

pub mod gather;

pub mod words;

pub mod number;

pub mod period;

pub mod formula;

pub mod form;

pub mod report;

pub mod plan;

pub mod consolidate;

pub mod format;

pub mod store;

pub mod exchange;

pub mod embed;

// ═══ the wall: above it, only in a browser ═══

// The second program; it touches no browser but in its last step, so it is tested natively.
#[cfg(feature = "office")]
pub mod office;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod view;

#[cfg(all(target_arch = "wasm32", feature = "app"))]
pub mod app;
