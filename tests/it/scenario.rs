//! What an officer does at the desk, told as stories.

mod amended;
mod changes;
mod conclusion_226;
pub mod course;
mod early;
mod entries;
pub mod first_half_2021;
mod ledger;
mod levels;
mod mistakes;
mod over_time;
pub mod paragraphs;
mod proof;
mod quarter_one;
mod restored;
mod undo;
mod undo_bounds;
mod undo_kept;
mod watched;
