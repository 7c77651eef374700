//! What an officer does at the desk, told as stories.

mod amended;
mod changes;
mod course;
mod entries;
mod ledger;
mod mistakes;
mod quarter_one;
