//! What a rule found, and how it is said.

use super::{Failure, RuleBook, Severity};
use crate::form::{CellId, Form};
use crate::words::Language;

/// Where a message names its first row: `Biểu mẫu 1, dòng 3.1 “Số cơ quan …”`.
const ROW: &str = "{row}";

/// One place where a rule fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The place of the rule in the book.
    pub place: usize,
    /// The id of the rule.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// The rows that contradict each other.
    pub cells: Vec<CellId>,
    /// Their figures.
    pub failure: Failure,
}

impl Finding {
    /// What names the finding within its report: the rule and the rows.
    pub fn key(&self, form: &Form) -> String {
        key_of(&self.rule, &self.cells, form)
    }

    /// The finding in words: the rule's message with the figures in their places.
    pub fn message(&self, form: &Form, book: &RuleBook, language: Language) -> String {
        let Some(rule) = book.rule(self.place) else {
            return String::new();
        };
        let mut text = rule.message.text(language).to_owned();
        for (name, figure) in &self.failure.figures {
            text = text.replace(&format!("{{{name}}}"), figure.text(language));
        }
        if text.contains(ROW)
            && let Some(cell) = self.cells.first()
            && let Some(row) = form.row(*cell)
        {
            let address = form.address(*cell);
            let label = row.label.text(language).trim_end_matches('.');
            text = text.replace(ROW, &format!("{} “{label}”", address.text(language)));
        }
        for remark in &self.failure.remarks {
            text.push(' ');
            text.push_str(remark.text(language));
        }
        text
    }

    /// The same where it does not stand beside its row.
    pub fn placed_message(&self, form: &Form, book: &RuleBook, language: Language) -> String {
        let message = self.message(form, book, language);
        match self.cells.first() {
            Some(cell) => placed(&message, *cell, form, language),
            None => message,
        }
    }
}

/// A message about a row with the sheet and the row in front, for codes repeat from sheet to sheet. One that names its
/// row itself stays as it is.
pub fn placed(message: &str, cell: CellId, form: &Form, language: Language) -> String {
    let address = form.address(cell);
    let address = address.text(language);
    if message.contains(address) {
        return message.to_owned();
    }
    [address, " – ", message].concat()
}

/// What names what a rule finds within a report: its id and those of the rows.
pub(super) fn key_of(rule: &str, cells: &[CellId], form: &Form) -> String {
    let mut key = rule.to_owned();
    for row in cells.iter().filter_map(|cell| form.row(*cell)) {
        key.push(' ');
        key.push_str(&row.id);
    }
    key
}
