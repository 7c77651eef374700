//! Many reports into one (tổng hợp): what Sở Nội vụ does with the reports of communes and departments.
//!
//! A [`Collection`] takes [`Return`]s in any order; [`Collection::settle`] says which of them count and why the others do
//! not, [`Collection::totals`] adds them up as each row's [`Consolidation`](crate::form::Consolidation) says, and
//! [`Collection::report`] makes of that a report that can be added up again. Nothing depends on the order in which the
//! returns came.

mod collection;
mod doubt;
mod extremes;
mod figure;
mod inside;
mod made;
mod matrix;
mod overlap;
mod rank;
mod returned;
mod roll;
mod total;

pub use collection::{Aside, Collection, Place, Settled, Taken};
pub use doubt::{Disagreement, Doubt, doubts};
pub use extremes::{Extremes, FEWEST, Measured, Side, extremes, rule as rule_of_extremes};
pub use figure::Figure;
pub use made::note_of;
pub use matrix::{Column, Direction, Filled, Line, Matrix, MatrixCell, SortBy, completeness};
pub use overlap::{Overlap, overlaps};
pub use rank::{Bar, Mark, Ranking, ranked_rows};
pub use returned::{Noticed, Return};
pub use roll::Roll;
pub use total::{From, NoTotal, Share, Total, Totals};

use crate::form::{Consolidation, Row};

/// Whether the units' figures are added up in this row.
pub fn is_added(row: &Row) -> bool {
    row.consolidation == Consolidation::Sum && row.is_entry() && row.kind.is_number()
}
