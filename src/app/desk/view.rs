//! What a cell shows, made from the session: plain data that is compared before any signal is set.

use crate::form::CellId;
use crate::formula::Reason;
use crate::number::{Decimal, Meaning, write};
use crate::report::{Entry, Finding, Session, Severity};
use crate::words::{Language, Phrase};

/// The cell in which the officer types now.
pub type Typing = CellId;

/// A finding as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The id of the rule.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// The ids of its rows, with spaces between.
    pub rows: String,
    /// The id of its first row.
    pub first_row: String,
    /// The cell to go to.
    pub cell: CellId,
    /// The place of the rule in the book.
    pub place: usize,
    /// What names it within the report.
    pub key: String,
    /// What it says.
    pub message: Phrase,
    /// The officer's reason.
    pub reason: Option<String>,
}

/// What a cell shows beside the text in its field and the note, which have signals of their own: they change at every
/// key, and the rest seldom does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellView {
    /// The word of its state: that of the entry, or that of the computed value.
    pub state: &'static str,
    /// Whether the officer is typing in it now.
    pub is_typing: bool,
    /// How it was read, where that is more than the letter of the text.
    pub read_as: Option<String>,
    /// What an unreadable text may mean.
    pub meanings: Vec<Meaning>,
    /// The computed value.
    pub derived: Option<Result<Decimal, Reason>>,
    /// The findings that name it.
    pub findings: Vec<Shown>,
    /// Whether the row takes an entry, but a helper sheet feeds it now.
    pub is_fed: bool,
    /// What was typed in the row although a helper sheet feeds it now with something else, as written for people; empty
    /// where nothing was.
    pub overruled: String,
    /// The id of the period from which the entry was copied, until it is confirmed.
    pub carried: Option<String>,
}

impl CellView {
    /// Whether the row is marked as not applicable.
    pub fn is_not_applicable(&self) -> bool {
        self.state == "not_applicable"
    }

    /// Whether the row is left blank on purpose.
    pub fn is_confirmed_blank(&self) -> bool {
        self.state == CONFIRMED_BLANK
    }

    /// Whether something is wrong with it for certain.
    pub fn is_wrong(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }
}

/// While the officer is still typing, a text that cannot be read yet is no finding.
pub(super) fn is_held_back(finding: &Finding, typing: Option<Typing>) -> bool {
    finding.rule == crate::report::rules::UNREADABLE
        && typing.is_some()
        && finding.cells.first().copied() == typing
}

/// That a typed figure gives way to a helper sheet is said beside the row where it was typed, not in the helper sheet.
fn is_fed_elsewhere(finding: &Finding, cell: CellId) -> bool {
    finding.rule == crate::report::rules::FED && finding.cells.first() != Some(&cell)
}

pub(super) fn shown_of(session: &Session, finding: &Finding) -> Shown {
    let form = &session.form().form;
    let book = session.form().rules();
    let rows: Vec<&str> = finding
        .cells
        .iter()
        .filter_map(|cell| form.row(*cell).map(|row| row.id.as_str()))
        .collect();
    // The first row that can be changed: a click should lead to where something can be done.
    let cell = finding
        .cells
        .iter()
        .copied()
        .find(|cell| form.row(*cell).is_some_and(|row| row.is_entry()))
        .or(finding.cells.first().copied())
        .unwrap_or(CellId(0));
    Shown {
        rule: finding.rule.clone(),
        severity: finding.severity,
        first_row: form.row(cell).map(|row| row.id.clone()).unwrap_or_default(),
        rows: rows.join(" "),
        cell,
        place: finding.place,
        key: finding.key(form),
        message: Phrase::new(
            finding.message(form, book, Language::Vi),
            finding.message(form, book, Language::En),
        ),
        reason: session.reason(finding.place).map(str::to_owned),
    }
}

/// The word of the state of a row that is left blank on purpose.
const CONFIRMED_BLANK: &str = "confirmed_blank";

fn figure_of(entry: &Entry) -> Option<Decimal> {
    match entry {
        Entry::Number(number) => Some(*number),
        _ => None,
    }
}

/// What stands in the field of a cell while nobody types in it.
pub(super) fn text_of(session: &Session, cell: CellId) -> String {
    match session.entry(cell) {
        Entry::Number(number) => write(*number),
        Entry::Choice(text) | Entry::Text(text) | Entry::Unreadable(text) => text.clone(),
        Entry::Blank | Entry::NotApplicable => String::new(),
    }
}

pub(super) fn view_of(session: &Session, cell: CellId, typing: Option<Typing>) -> CellView {
    let entry = session.entry(cell);
    let derived = session.derived(cell);
    let row = session.form().form.row(cell);
    let is_fed = derived.is_some() && row.is_some_and(|row| row.fed_by.is_some());
    let state = match (derived, entry) {
        (Some(derived), _) => derived.state(),
        (None, Entry::Blank) if session.is_confirmed_blank(cell) => CONFIRMED_BLANK,
        (None, Entry::Blank) => "blank",
        (None, Entry::Number(_)) => "number",
        (None, Entry::Choice(_)) => "choice",
        (None, Entry::Text(_)) => "text",
        (None, Entry::NotApplicable) => "not_applicable",
        (None, Entry::Unreadable(_)) => "unreadable",
    };
    let read_as = match (session.notice(cell), entry) {
        (Some(_), Entry::Number(number)) => Some(write(*number)),
        _ => None,
    };
    CellView {
        state,
        is_typing: typing == Some(cell),
        read_as,
        meanings: session.meanings(cell),
        derived: derived.map(|derived| derived.value),
        findings: session
            .findings_at(cell)
            .iter()
            .filter(|finding| !is_held_back(finding, typing) && !is_fed_elsewhere(finding, cell))
            .map(|finding| shown_of(session, finding))
            .collect(),
        overruled: if is_fed && session.figure(cell) != figure_of(entry) {
            text_of(session, cell)
        } else {
            String::new()
        },
        is_fed,
        carried: session.carried(cell).map(str::to_owned),
    }
}
