//! A formula's text → a formula whose references are cells.

use super::{BoundFormula, Form, Kind, Row};
use crate::formula::{Formula, Type};
use crate::words::Phrase;

/// Parses a formula and turns its references into cells.
///
/// # Errors
/// What is wrong with it, naming the row: unknown, of a kind that holds no number, or of the wrong type.
pub(crate) fn bind(form: &Form, text: &str, wants: Type) -> Result<BoundFormula, Phrase> {
    let formula = Formula::parse(text).map_err(|error| error.words())?;
    if formula.gives() != wants {
        return Err(match wants {
            Type::Number => Phrase::new(
                "Công thức phải cho ra một con số, không phải phép so sánh.",
                "The formula must give a number, not a comparison.",
            ),
            Type::Truth => Phrase::new(
                "Điều kiện phải là phép so sánh, blank(…) hoặc filled(…).",
                "The condition must be a comparison, blank(…) or filled(…).",
            ),
        });
    }
    let mut cells = Vec::new();
    for id in formula.rows() {
        match form.cell(id) {
            Some(cell) => cells.push(cell),
            None => {
                return Err(Phrase::said(
                    "Công thức nêu dòng “{}” nhưng bộ biểu mẫu không có dòng này.",
                    "The formula names row “{}”, which the form set does not have.",
                    &[&id.to_string()],
                ));
            }
        }
    }
    for place in formula.rows_used_as_numbers() {
        let row = cells.get(place).and_then(|cell| form.row(*cell));
        if let Some(row) = row.filter(|row| !holds_number(row)) {
            return Err(Phrase::said(
                "Công thức dùng dòng “{}” như một con số, nhưng dòng này không chứa số.",
                "The formula uses row “{}” as a number, but that row holds none.",
                &[&row.id.to_string()],
            ));
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
