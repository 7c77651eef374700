//! What a cell shows, made from the session: plain data that is compared before any signal is set.

use crate::form::CellId;
use crate::formula::Reason;
use crate::number::{Decimal, Meaning, write};
use crate::report::{Entry, Finding, Session, Severity};
use crate::words::{Language, Phrase};

/// The cell in which the officer types now, with the text as it was typed.
pub type Typing = (CellId, String);

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
    /// What it says.
    pub message: Phrase,
    /// The officer's reason.
    pub reason: Option<String>,
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellView {
    /// What stands in the field.
    pub text: String,
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
    /// The note.
    pub note: String,
}

impl CellView {
    /// Whether the row is marked as not applicable.
    pub fn is_not_applicable(&self) -> bool {
        self.state == "not_applicable"
    }

    /// Whether something is wrong with it for certain.
    pub fn is_wrong(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }
}

/// While the officer is still typing, a text that cannot be read yet is no finding.
pub(super) fn is_held_back(finding: &Finding, typing: Option<&Typing>) -> bool {
    finding.rule == crate::report::rules::UNREADABLE
        && typing.is_some_and(|(cell, _)| finding.cells.first() == Some(cell))
}

pub(super) fn shown_of(session: &Session, finding: &Finding) -> Shown {
    let form = &session.form().form;
    let book = &session.form().rules;
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
        message: Phrase::new(
            finding.message(form, book, Language::Vi),
            finding.message(form, book, Language::En),
        ),
        reason: session.report().reasons.get(&finding.key(form)).cloned(),
    }
}

pub(super) fn view_of(session: &Session, cell: CellId, typing: Option<&Typing>) -> CellView {
    let typed = typing
        .filter(|(typing, _)| *typing == cell)
        .map(|(_, text)| text);
    let entry = session.entry(cell);
    let derived = session.derived(cell);
    let (state, text) = match (derived, entry) {
        (Some(derived), _) => (derived.state(), String::new()),
        (None, Entry::Blank) => ("blank", String::new()),
        (None, Entry::Number(number)) => ("number", write(*number)),
        (None, Entry::Choice(code)) => ("choice", code.clone()),
        (None, Entry::Text(text)) => ("text", text.clone()),
        (None, Entry::NotApplicable) => ("not_applicable", String::new()),
        (None, Entry::Unreadable(text)) => ("unreadable", text.clone()),
    };
    let read_as = match (session.notice(cell), entry) {
        (Some(_), Entry::Number(number)) => Some(write(*number)),
        _ => None,
    };
    CellView {
        text: typed.cloned().unwrap_or(text),
        state,
        is_typing: typed.is_some(),
        read_as,
        meanings: session.meanings(cell),
        derived: derived.map(|derived| derived.value),
        findings: session
            .findings_at(cell)
            .iter()
            .filter(|finding| !is_held_back(finding, typing))
            .map(|finding| shown_of(session, finding))
            .collect(),
        note: session.note(cell).to_owned(),
    }
}
