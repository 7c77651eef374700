//! What is to be reported: a form set as somebody wrote it, and the same form checked and numbered.
//!
//! A [`FormSet`] is text with names; a [`Form`] has every row numbered, every formula parsed, every
//! dependent in order. Checking never fails: it gives a form and the list of what is wrong with the
//! definition, and a broken formula spoils its own cell only. Whoever opens a form set decides
//! whether a list with issues is good enough; the app refuses it.

mod address;
mod bind;
mod check;
mod crosswalk;
mod feed;
mod find;
mod kinds;
mod listener;
mod narrative;
mod offer;
mod order;
mod set;
mod shelf;

pub(crate) use bind::bind;
pub(crate) use check::is_id;
pub use check::{build, check};
pub use crosswalk::{Across, Counterpart, Crosswalk, Group, Link, Way};
pub use find::Finder;
pub use kinds::{Accumulation, Consolidation, Kind, Level};
pub use narrative::{Heading, Narrative, Said, Sentence, WORDS, Word, narrate};
pub use offer::TaskCount;
pub use set::{
    FieldValue, FormSet, HeadingWritten, NarrativeWritten, OptionWritten, RowWritten, RuleWritten,
    SheetWritten,
};
pub use shelf::{BUILT_IN, BuiltIn, BuiltInCrosswalk, CROSSWALKS};

use crate::formula::Formula;
use crate::gather::Map;
use crate::period::PeriodKind;
use crate::words::{Language, Phrase};

/// The number of a row within its form, from 0 in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub u32);

impl CellId {
    /// The place of the row in a list of all rows.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

/// One option of a choice row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The printed code, such as `1`.
    pub code: String,
    /// The printed word, such as `Có`.
    pub label: Phrase,
}

/// A formula of a row, with its references turned into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundFormula {
    /// The parsed formula.
    pub formula: Formula,
    /// The cell of each place in [`Formula::rows`].
    pub cells: Vec<CellId>,
}

/// One checked line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its stable id, such as `desk.1.2`.
    pub id: String,
    /// The code as printed, trailing dot included.
    pub code: String,
    /// The label as printed, and its translation.
    pub label: Phrase,
    /// What is counted: hồ sơ, người, triệu đồng, %. Empty for headings and choices.
    pub measure: Phrase,
    /// What it holds.
    pub kind: Kind,
    /// Decimals to which it is rounded: 2 for ratios that do not say.
    pub decimals: u8,
    /// The options of a choice row, in printed order.
    pub options: Vec<Choice>,
    /// The row under whose code it is printed.
    pub parent: Option<CellId>,
    /// How deep it is printed: 0 for a row without a parent.
    pub depth: u8,
    /// The sheet on which it stands.
    pub sheet: usize,
    /// Which days it covers.
    pub accumulation: Accumulation,
    /// How many reports become one.
    pub consolidation: Consolidation,
    /// The levels of agencies that fill it.
    pub filled_by: Vec<Level>,
    /// The lead agency that alone knows it, where there is one.
    pub lead: Option<Phrase>,
    /// What an officer should know about it.
    pub remark: Option<Phrase>,
    /// How it is computed; none for a row that is typed.
    pub formula: Option<BoundFormula>,
    /// How it is filled from helper sheets, where they have the figures; it is typed where they have not.
    pub fed_by: Option<BoundFormula>,
    /// What a ratio is a share of, in words: `hồ sơ đã giải quyết xong`. Provinces differ in it, so it is printed.
    pub denominator: Option<Phrase>,
    /// Which count of the agency's work list is offered to it.
    pub offer: Option<TaskCount>,
}

impl Row {
    /// Whether the row takes an entry: it is neither a heading nor computed. A fed row takes one while nothing feeds it.
    pub fn is_entry(&self) -> bool {
        self.kind != Kind::Heading && self.formula.is_none()
    }

    /// Whether an agency of this level is expected to fill it.
    pub fn is_for(&self, level: Level) -> bool {
        // Forms name the levels of the province; whoever consolidates provinces is asked what they are.
        let asked_as = match level {
            Level::Nation if !self.filled_by.contains(&Level::Nation) => Level::Province,
            level => level,
        };
        self.filled_by.contains(&asked_as)
    }

    /// Whether it is printed with a code of its own; some rows have only "Trong đó" in its place, or nothing.
    pub fn has_code(&self) -> bool {
        let code = self.plain_code().trim_end_matches(':');
        // Not by the tables of Unicode, which weigh more than all codes.
        let words = ["", "trong đó", "trong ĐÓ", "of which"];
        !words.iter().any(|word| code.eq_ignore_ascii_case(word))
    }

    /// What stands in the column of codes: the code as printed, or "Trong đó" in the language of the reader.
    pub fn printed_code(&self, language: Language) -> &str {
        if self.has_code() || self.code.is_empty() {
            &self.code
        } else {
            language.pick(&self.code, "Of which")
        }
    }

    /// The code without the dot that some printed forms put behind it: `4.1.` is `4.1`.
    pub fn plain_code(&self) -> &str {
        self.code.trim_end_matches('.')
    }
}

/// One checked sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its stable id, such as `desk`.
    pub id: String,
    /// The appendix in which it is printed.
    pub appendix: Phrase,
    /// Its printed name, such as `Biểu mẫu 6`.
    pub name: Phrase,
    /// Its printed title.
    pub title: Phrase,
    /// Whether it only feeds printed sheets: it is neither printed nor asked of anybody.
    pub helper: bool,
    /// Its first row and the row after its last.
    pub rows: std::ops::Range<u32>,
}

impl Sheet {
    /// The cells of the sheet, in printed order.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = CellId> + use<> {
        self.rows.clone().map(CellId)
    }
}

/// A checked form set: rows numbered, formulas bound, dependents in the order in which they are computed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Its id, such as `cchc-2026`.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its title.
    pub title: Phrase,
    /// The title of its appendices on paper, without agency and period.
    pub printed_title: Phrase,
    /// Where it comes from.
    pub source: Phrase,
    /// The periods for which it is filled, in the order of the year.
    pub periods: Vec<PeriodKind>,
    /// Its sheets, in printed order.
    pub sheets: Vec<Sheet>,
    /// Its rows, in printed order.
    pub rows: Vec<Row>,
    /// Its rules as written; the report module prepares them.
    pub rules: Vec<RuleWritten>,
    /// The report in words to which its sheets are appended, as written ([`narrate`]); none for a form set that says
    /// nothing of it.
    in_words: Option<NarrativeWritten>,
    cell_of: Map<String, CellId>,
    /// Every computed or fed row, operands before the rows that need them.
    order: Vec<CellId>,
    /// For each cell its place in `order`; 0 for cells that are not computed.
    rank: Vec<u32>,
    /// For each cell the computed and fed rows whose formula names it.
    readers: Vec<Vec<CellId>>,
}

impl Form {
    /// The row of a cell.
    pub fn row(&self, cell: CellId) -> Option<&Row> {
        self.rows.get(cell.place())
    }

    /// The cell of a row id.
    pub fn cell(&self, row_id: &str) -> Option<CellId> {
        self.cell_of.get(row_id).copied()
    }

    /// The sheet of a cell.
    pub fn sheet_of(&self, cell: CellId) -> Option<&Sheet> {
        self.sheets.get(self.row(cell)?.sheet)
    }

    /// Every cell, in printed order.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        (0..u32::try_from(self.rows.len()).unwrap_or(u32::MAX)).map(CellId)
    }

    /// The report in words as written, for what needs no more than a title of it ([`narrate`] reads it all).
    pub fn in_words(&self) -> Option<&NarrativeWritten> {
        self.in_words.as_ref()
    }

    /// Every computed or fed row, operands first.
    pub fn computed(&self) -> &[CellId] {
        &self.order
    }

    /// The computed and fed rows whose formula names a cell, each with its rank: a row of lower rank is computed
    /// before one of higher rank.
    pub fn readers(&self, cell: CellId) -> impl Iterator<Item = (u32, CellId)> {
        self.readers
            .get(cell.place())
            .into_iter()
            .flatten()
            .map(|reader| (self.rank.get(reader.place()).copied().unwrap_or(0), *reader))
    }
}

/// What is wrong with a form definition, for the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormIssue {
    /// Where: the path in the file and the id that stands there, `sheets[2].rows[5] (desk.1.2)`.
    pub place: String,
    /// What is wrong and what to do.
    pub problem: Phrase,
}

impl FormIssue {
    /// An issue at a place.
    pub fn new(place: impl Into<String>, problem: Phrase) -> FormIssue {
        FormIssue {
            place: place.into(),
            problem,
        }
    }
}
