//! `fed`: a figure was typed in a row that takes its figure from a helper sheet, and the two differ. Built in: every form
//! set has it. The figure of the helper sheet counts; the typed one is kept, and this tells of it.

use super::compare::Compare;
use super::{Rule, Severity};
use crate::form::{BoundFormula, Form};
use crate::formula::{Comparison, Formula};
use crate::words::Phrase;

/// The id of the rule in every form set.
pub const ID: &str = "fed";

/// One rule for each row that can be fed.
pub(super) fn rules(form: &Form) -> Vec<Rule> {
    form.cells()
        .filter_map(|cell| {
            let row = form.row(cell)?;
            let fed_by = row.fed_by.clone()?;
            let helper = form.sheet_of(*fed_by.cells.first()?)?;
            let typed = BoundFormula {
                formula: Formula::parse(&format!("[{}]", row.id)).ok()?,
                cells: vec![cell],
            };
            Some(Rule {
                id: ID.to_owned(),
                severity: Severity::Info,
                message: Phrase::new(
                    format!(
                        "{{row}}: đã nhập {{left}}, nhưng {name} cho {{right}}, chênh lệch {{difference}}. Báo cáo dùng số lấy từ {name}.",
                        name = helper.name.vi
                    ),
                    format!(
                        "{{row}}: {{left}} was entered, but {name} gives {{right}}, a difference of {{difference}}. The report uses the figure from {name}.",
                        name = helper.name.en
                    ),
                ),
                check: Box::new(Compare::new(typed, Comparison::Equal, fed_by)),
                typed: Some(cell),
            })
        })
        .collect()
}
