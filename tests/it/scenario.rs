//! What an officer does at the desk, told as stories.

mod changes;
mod entries;
mod mistakes;
mod quarter_one;
