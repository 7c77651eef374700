//! What a report looks like where nobody fills it: drawn without a framework, dressed as the portal around it wishes.
//!
//! The third program is little more than this: it shows a report that a portal hands to it, keeps nothing and changes
//! nothing, and loads nothing of what editing needs (`src/bin/view.rs`, decision 0021).

mod draw;
mod hand;
mod reader;
mod theme;
mod words;

pub use hand::{Hand, set};
pub use reader::start;
pub use theme::put_on;
