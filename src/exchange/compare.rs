//! Two states of a report, row by row.

use crate::form::{CellId, Form};
use crate::report::{Filled, Report};

/// A row that is another in the second state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The row.
    pub cell: CellId,
    /// As it stands now.
    pub before: Filled,
    /// As it would stand.
    pub after: Filled,
}

/// The rows of the form that differ between what is here, where there is anything, and what would stand.
pub fn changes_of(form: &Form, here: Option<&Report>, then: &Report) -> Vec<Change> {
    let nothing = Filled::default();
    let rows = form.cells().filter_map(|cell| {
        let id = &form.row(cell)?.id;
        let before = here.and_then(|here| here.entries.get(id));
        let before = before.unwrap_or(&nothing);
        let after = then.entries.get(id).unwrap_or(&nothing);
        (before != after).then(|| Change {
            cell,
            before: before.clone(),
            after: after.clone(),
        })
    });
    rows.collect()
}

/// How many rows that the form does not have differ: they are kept, and nowhere shown.
pub fn strangers_of(form: &Form, here: Option<&Report>, then: &Report) -> usize {
    let nothing = Report::default();
    let here = here.unwrap_or(&nothing);
    let stands = |one: &Report, other: &Report, both: bool| {
        let rows = one.entries.iter().filter(|(id, filled)| {
            let there = other.entries.get(*id);
            form.cell(id).is_none() && there != Some(*filled) && (both || there.is_none())
        });
        rows.count()
    };
    stands(here, then, true) + stands(then, here, false)
}
