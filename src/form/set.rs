//! A form set as somebody wrote it: names and texts, nothing checked yet.

use crate::gather::Map;
use crate::words::Phrase;

/// A form set as written, before its self-check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormSet {
    /// Its id: letters, digits, dot, hyphen, underscore.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its title.
    pub title: Phrase,
    /// The title of its appendices on paper; the title where it is absent.
    pub printed_title: Option<Phrase>,
    /// Where it comes from.
    pub source: Phrase,
    /// The kinds of period for which it is filled: `Q1`, `S1`, `Q3`, `Y`.
    pub periods: Vec<String>,
    /// Its sheets, in printed order.
    pub sheets: Vec<SheetWritten>,
    /// Its rules, in the order in which their findings are shown.
    pub rules: Vec<RuleWritten>,
    /// The report in words to which its sheets are appended.
    pub narrative: Option<NarrativeWritten>,
}

/// The report in words as written. Its sentences are Vietnamese, because the paper is; they have places for figures
/// ([`super::Sentence`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NarrativeWritten {
    /// What it is about.
    pub subject: String,
    /// To whom it goes.
    pub addressee: String,
    /// What stands before its first heading.
    pub opening: String,
    /// What stands behind its last one.
    pub closing: String,
    /// Its standing headings, in printed order.
    pub headings: Vec<HeadingWritten>,
}

/// A standing heading as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingWritten {
    /// Its id, unique among the headings.
    pub id: String,
    /// Its printed number, `2.7.`.
    pub code: String,
    /// Its printed title.
    pub title: Phrase,
    /// The id of the heading under which it stands.
    pub parent: Option<String>,
    /// What is said under it from the figures.
    pub sentences: Vec<String>,
}

/// A sheet as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetWritten {
    /// Its id.
    pub id: String,
    /// The appendix in which it is printed; may be empty.
    pub appendix: Phrase,
    /// Its printed name.
    pub name: Phrase,
    /// Its printed title.
    pub title: Phrase,
    /// Whether it is a helper sheet: filled once to feed printed sheets, neither printed nor asked of anybody.
    pub helper: bool,
    /// Its rows, in printed order.
    pub rows: Vec<RowWritten>,
}

/// A row as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowWritten {
    /// Its id, unique in the form set.
    pub id: String,
    /// Its printed code.
    pub code: String,
    /// Its label.
    pub label: Phrase,
    /// What is counted.
    pub measure: Option<Phrase>,
    /// The word of its kind.
    pub kind: String,
    /// Decimals, 0 to 6.
    pub decimals: Option<u32>,
    /// The id of the row under which it is printed.
    pub parent: Option<String>,
    /// Its formula.
    pub formula: Option<String>,
    /// The formula over rows of helper sheets from which it is filled where they have the figures.
    pub fed_by: Option<String>,
    /// What a ratio is a share of, in words.
    pub denominator: Option<Phrase>,
    /// Its options.
    pub options: Vec<OptionWritten>,
    /// The word of its accumulation.
    pub accumulation: Option<String>,
    /// The word of its consolidation.
    pub consolidation: Option<String>,
    /// The words of the levels that fill it; all of them when absent.
    pub filled_by: Option<Vec<String>>,
    /// The lead agency that alone knows it.
    pub lead: Option<Phrase>,
    /// What an officer should know.
    pub remark: Option<Phrase>,
    /// Which count of a work list is offered to the row: the word of a [`super::TaskCount`].
    pub offer_tasks: Option<String>,
}

/// An option as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionWritten {
    /// Its code.
    pub code: String,
    /// Its word.
    pub label: Phrase,
}

/// A rule as written: the members that every rule has, and those of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleWritten {
    /// Its id, unique in the form set.
    pub id: String,
    /// The word of its kind, such as `compare`.
    pub kind: String,
    /// The word of its level: `error`, `warning`, `info`.
    pub level: String,
    /// What is said where it fails, with `{left}`, `{right}`, `{difference}`, `{value}`.
    pub message: Phrase,
    /// The members that only its kind understands.
    pub fields: Map<String, FieldValue>,
}

/// A member of a rule whose meaning only its kind knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// One text.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

impl RuleWritten {
    /// The text of a member; none when it is absent or a list.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.fields.get(name) {
            Some(FieldValue::Text(text)) => Some(text),
            Some(FieldValue::List(_)) | None => None,
        }
    }
}
