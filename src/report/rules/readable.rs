//! `unreadable`: what was typed cannot be read as what the row holds. Built in: every form set has it.

use super::{Check, Facts, Failure, Rule, Severity};
use crate::form::{CellId, Form};
use crate::formula::{Operand, Reason};
use crate::words::Phrase;

/// The id of the rule in every form set.
pub const ID: &str = "unreadable";

#[derive(Debug)]
struct Readable {
    cell: [CellId; 1],
}

/// One rule for each row that takes a number or a choice.
pub(super) fn rules(form: &Form) -> Vec<Rule> {
    form.cells()
        .filter(|cell| form.row(*cell).is_some_and(|row| row.is_entry()))
        .map(|cell| Rule {
            id: ID.to_owned(),
            severity: Severity::Error,
            message: Phrase::new(
                "{row}: nội dung đã nhập chưa đọc được thành số liệu. Nội dung được giữ nguyên; sửa lại thành một con số, hoặc chọn “Không phát sinh”.",
                "{row}: what was entered cannot be read as a figure. It is kept as it is; change it to a number, or choose “Not applicable”.",
            ),
            check: Box::new(Readable { cell: [cell] }),
            typed: None,
        })
        .collect()
}

impl Check for Readable {
    fn cells(&self) -> &[CellId] {
        &self.cell
    }

    fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        let [cell] = self.cell;
        (facts.operand(cell) == Operand::Without(Reason::Unreadable)).then(Failure::default)
    }
}
