//! `unreadable`: what was typed cannot be read as what the row holds. Built in: every form set has it.

use super::{Check, Facts, Failure, Rule, Severity};
use crate::form::{CellId, Form, Kind};
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
        .filter_map(|cell| Some((cell, form.row(cell).filter(|row| row.is_entry())?)))
        .map(|(cell, row)| Rule {
            id: ID.to_owned(),
            severity: Severity::Error,
            message: message(row.kind),
            check: Box::new(Readable { cell: [cell] }),
            typed: None,
        })
        .collect()
}

fn message(kind: Kind) -> Phrase {
    if kind == Kind::Choice {
        return Phrase::new(
            "{row}: nội dung đã nhập không phải là một lựa chọn của dòng này. Nội dung được giữ nguyên; chọn một lựa chọn trong danh sách.",
            "{row}: what was entered is none of the options of this row. It is kept as it is; choose one from the list.",
        );
    }
    Phrase::new(
        "{row}: nội dung đã nhập chưa đọc được thành số liệu. Nội dung được giữ nguyên; sửa lại thành một con số, hoặc chọn “Không phát sinh”.",
        "{row}: what was entered cannot be read as a figure. It is kept as it is; change it to a number, or choose “Not applicable”.",
    )
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
