//! A table from elsewhere → what it would change in a report, and then the change.
//!
//! Nothing goes past the checks: every text is entered through the same door as a typed one, in a copy of the report
//! first, so that what it would become, what could not be read and what would contradict is seen before anything counts.
//! Nothing computed is taken from the table; where its value is another, that is told.

mod columns;
mod found;
mod head;
mod line;
mod plan;
mod said;
mod way;

pub use found::Doubt;
pub use plan::{Aside, How, PastePlan, Planned, Why, apply};
pub use said::{Findings, Title, findings, shortened, title};
pub use way::{Choice, Way};

use super::table::Block;
use crate::form::CellId;
use crate::report::Session;

/// What the officer stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The figure of a row.
    Figure,
    /// The note beside it.
    Note,
}

/// Where a table is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The row.
    pub cell: CellId,
    /// Which of its fields.
    pub field: Field,
}

/// The ways in which pasted tables may be taken, each with what it would do, the likeliest first. Never none.
pub fn ways(session: &Session, blocks: &[Block], target: Target) -> Vec<(Choice, PastePlan)> {
    way::ways(session, blocks, target)
}
