//! What a consolidated report is made of: which reports were added up, and how many of them had something in each row.
//!
//! It travels with the report, so that the report can be added up again one level higher without the reports below it,
//! and so that a total that was changed by hand is seen.

use super::Agency;
use crate::gather::Map;
use crate::number::Decimal;

/// The reports that became one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consolidated {
    /// The reports, by the code of their agency.
    pub units: Vec<Unit>,
    /// What stood in each row that takes an entry, by row id. A row in which no unit had anything to say is absent.
    pub rows: Map<String, Spread>,
}

/// A report that was added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Whose it is.
    pub agency: Agency,
    /// When it was last changed: UTC.
    pub modified: String,
    /// The digest that its document carried: `sha256:…`.
    pub digest: String,
    /// Where it is a consolidated report itself: the codes of all agencies in it, in order.
    pub of: Vec<String>,
}

/// How many units had what in a row. Spreads add up in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// The units of which the row is asked, or which filled it unasked.
    pub asked: u32,
    /// Those with a number, a choice or a text.
    pub reported: u32,
    /// Those of them whose number is zero.
    pub zeros: u32,
    /// Those with nothing to count (không phát sinh).
    pub not_applicable: u32,
    /// Those whose entry cannot be read.
    pub unreadable: u32,
    /// Their numbers added up; none where there are none, or where the sum is longer than a number may be.
    pub sum: Option<Decimal>,
    /// How many chose which option, by its code.
    pub options: Map<String, u32>,
}

impl Spread {
    /// The units that were asked and left the row blank.
    pub fn blank(&self) -> u32 {
        let said = [self.reported, self.not_applicable, self.unreadable];
        said.into_iter().fold(self.asked, u32::saturating_sub)
    }

    /// Adds what others had.
    pub fn add(&mut self, other: &Spread) {
        self.sum = match (self.sum, other.sum) {
            (Some(one), Some(two)) => one.checked_add(two),
            (Some(one), None) if other.reported == 0 => Some(one),
            (None, Some(two)) if self.reported == 0 => Some(two),
            _ => None,
        };
        self.asked = self.asked.saturating_add(other.asked);
        self.reported = self.reported.saturating_add(other.reported);
        self.zeros = self.zeros.saturating_add(other.zeros);
        self.not_applicable = self.not_applicable.saturating_add(other.not_applicable);
        self.unreadable = self.unreadable.saturating_add(other.unreadable);
        for (code, count) in &other.options {
            let mine = self.options.entry(code.clone()).or_default();
            *mine = mine.saturating_add(*count);
        }
    }
}

impl Consolidated {
    /// The codes of all agencies that are in it, those of consolidated units too, in order.
    pub fn codes(&self) -> Vec<String> {
        let own = self.units.iter().map(|unit| unit.agency.code.clone());
        let deeper = self.units.iter().flat_map(|unit| unit.of.iter().cloned());
        crate::gather::set(own.chain(deeper)).into_iter().collect()
    }

    /// About how many bytes it takes where it is kept.
    pub(super) fn weight(&self) -> usize {
        let units = self.units.iter().map(|unit| {
            let of = unit.of.iter().map(|code| code.len() + 5);
            200 + unit.agency.name.len() + unit.agency.code.len() + of.sum::<usize>()
        });
        let rows = self.rows.iter().map(|(row, spread)| {
            let options = spread.options.iter().map(|(code, _)| code.len() + 30);
            100 + row.len() + options.sum::<usize>()
        });
        units.chain(rows).sum()
    }
}
