//! Two states of a report, row by row and text by text.

use crate::form::{CellId, Form};
use crate::gather::{self, Map};
use crate::report::{Filled, Report, Session};
use crate::words::Phrase;

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

/// What is written under a heading, or in a field of the letter, and is another in the second state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// What the heading or the field is called.
    pub name: Phrase,
    /// As it stands now; empty where nothing does.
    pub before: String,
    /// As it would stand.
    pub after: String,
}

/// The texts that an import of `then` would change. `opened` is a session on the form. A file in which nothing is
/// written takes nothing away.
pub fn texts_of(opened: &Session, here: Option<&Report>, then: &Report) -> Vec<TextChange> {
    if then.paragraphs.is_empty() {
        return Vec::new();
    }
    let none = Map::default();
    let now = here.map_or(&none, |here| &here.paragraphs);
    let ids = gather::set(now.keys().chain(then.paragraphs.keys()));
    let text = |texts: &Map<String, String>, id: &str| texts.get(id).cloned().unwrap_or_default();
    let changes = ids.into_iter().filter_map(|id| {
        let (before, after) = (text(now, id), text(&then.paragraphs, id));
        (before != after).then(|| TextChange {
            name: opened.name_of_text(id),
            before,
            after,
        })
    });
    changes.collect()
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
