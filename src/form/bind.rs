//! A formula's text → a formula whose references are cells.

use super::{BoundFormula, Form, Kind, Row};
use crate::formula::{Formula, FormulaError, Type};
use crate::words::Phrase;

/// Why a formula cannot be bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unbound {
    /// It is not a formula.
    Broken(FormulaError),
    /// It gives something else than is wanted.
    Gives(Type),
    /// It names a row that the form set does not have.
    NoRow(String),
    /// It uses a row as a number that holds none.
    NoNumber(String),
}

impl Unbound {
    /// What is wrong, for whoever wrote it.
    pub(crate) fn words(&self) -> Phrase {
        match self {
            Unbound::Broken(error) => error.words(),
            Unbound::Gives(Type::Truth) => Phrase::new(
                "Công thức phải cho ra một con số, không phải phép so sánh.",
                "The formula must give a number, not a comparison.",
            ),
            Unbound::Gives(Type::Number) => Phrase::new(
                "Điều kiện phải là phép so sánh, blank(…) hoặc filled(…).",
                "The condition must be a comparison, blank(…) or filled(…).",
            ),
            Unbound::NoRow(id) => Phrase::said(
                "Công thức nêu dòng “{}” nhưng bộ biểu mẫu không có dòng này.",
                "The formula names row “{}”, which the form set does not have.",
                &[id],
            ),
            Unbound::NoNumber(id) => Phrase::said(
                "Công thức dùng dòng “{}” như một con số, nhưng dòng này không chứa số.",
                "The formula uses row “{}” as a number, but that row holds none.",
                &[id],
            ),
        }
    }
}

/// Parses a formula and turns its references into cells.
///
/// # Errors
/// What is wrong with it, naming the row: unknown, of a kind that holds no number, or of the wrong type.
pub(crate) fn bind(form: &Form, text: &str, wants: Type) -> Result<BoundFormula, Unbound> {
    let formula = Formula::parse(text).map_err(Unbound::Broken)?;
    if formula.gives() != wants {
        return Err(Unbound::Gives(formula.gives()));
    }
    let mut cells = Vec::new();
    for id in formula.rows() {
        match form.cell(id) {
            Some(cell) => cells.push(cell),
            None => return Err(Unbound::NoRow(id.to_owned())),
        }
    }
    for place in formula.rows_used_as_numbers() {
        let row = cells.get(place).and_then(|cell| form.row(*cell));
        if let Some(row) = row.filter(|row| !holds_number(row)) {
            return Err(Unbound::NoNumber(row.id.clone()));
        }
    }
    Ok(BoundFormula { formula, cells })
}

/// A choice row counts as the number of its option code, where every code is a number.
fn holds_number(row: &Row) -> bool {
    row.kind.is_number()
        || row.kind == Kind::Choice
            && row
                .options
                .iter()
                .all(|option| crate::number::Decimal::parse_canonical(&option.code).is_some())
}
