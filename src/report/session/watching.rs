//! A row while the officer stands in it: what of it, and of the figures that it is part of, is another when the row is
//! left. It is said then, once, to those who do not see the page change.

use super::Session;
use crate::form::CellId;
use crate::formula::Reason;
use crate::number::{Decimal, write};
use crate::report::{Entry, Finding};

/// A computed row and its value.
type Figure = (CellId, Result<Decimal, Reason>);

/// What a row showed when the officer came to it.
#[derive(Clone, Debug)]
pub struct Watched {
    /// The row.
    pub cell: CellId,
    entry: Entry,
    figures: Vec<Figure>,
    findings: Vec<Finding>,
}

/// What has become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Became {
    /// How the entry was read, where that is more than the letter of the text.
    pub read_as: Option<String>,
    /// The computed figures that are others now, in the order in which they are computed.
    pub figures: Vec<Figure>,
    /// The findings of the row that came, or say something else, errors first.
    pub findings: Vec<Finding>,
    /// Whether the row had findings and has none any more.
    pub is_mended: bool,
}

impl Became {
    /// Whether everything is as it was.
    pub fn is_empty(&self) -> bool {
        *self == Became::default()
    }
}

impl Session {
    /// What a row shows now.
    pub fn watch(&self, cell: CellId) -> Watched {
        Watched {
            cell,
            entry: self.entry(cell).clone(),
            figures: self.figures_of(cell),
            findings: self.findings_at(cell),
        }
    }

    /// What has become of a row since it was come to.
    pub fn became(&self, watched: &Watched) -> Became {
        let cell = watched.cell;
        let is_new = |figure: &Figure| !watched.figures.contains(figure);
        let figures = self.figures_of(cell).into_iter().filter(is_new);
        let now = self.findings_at(cell);
        let is_mended = now.is_empty() && !watched.findings.is_empty();
        let findings = now
            .into_iter()
            .filter(|finding| !watched.findings.contains(finding));
        let entry = self.entry(cell);
        let read_as = match (self.notice(cell), entry) {
            (Some(_), Entry::Number(number)) if *entry != watched.entry => Some(write(*number)),
            _ => None,
        };
        Became {
            read_as,
            figures: figures.collect(),
            findings: findings.collect(),
            is_mended,
        }
    }

    /// The computed figures that a row is part of, over however many steps, and its own.
    fn figures_of(&self, cell: CellId) -> Vec<Figure> {
        let form = &self.form.form;
        let mut cells = vec![cell];
        let mut seen = 0;
        while let Some(next) = cells.get(seen).copied() {
            for (_, reader) in form.readers(next) {
                if !cells.contains(&reader) {
                    cells.push(reader);
                }
            }
            seen += 1;
        }
        let figure = |cell: CellId| Some((cell, self.derived(cell)?.value));
        cells.into_iter().filter_map(figure).collect()
    }
}
