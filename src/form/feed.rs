//! What a row says of where its figure comes from: the rows that feed it, and what a share is a share of.
//!
//! A fed row: a figure is entered once in a helper sheet, and every printed row that needs it takes it there.

use super::bind::bind;
use super::check::{Checker, Loose};
use super::{BoundFormula, CellId, Form, FormIssue, Kind, Row, Sheet};
use crate::formula::Type;
use crate::words::Phrase;

impl Row {
    /// How it is computed or fed.
    pub fn computation(&self) -> Option<&BoundFormula> {
        self.formula.as_ref().or(self.fed_by.as_ref())
    }
}

impl Form {
    /// The sheets that are printed, with their places among all.
    pub fn printed_sheets(&self) -> impl Iterator<Item = (usize, &Sheet)> {
        self.sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| !sheet.helper)
    }

    /// Whether a row stands on a helper sheet.
    pub fn is_helper(&self, cell: CellId) -> bool {
        self.sheet_of(cell).is_some_and(|sheet| sheet.helper)
    }
}

impl Checker {
    /// What a share is a share of is said of shares only, and in both languages.
    pub(super) fn denominators(&mut self, form: &Form, loose: &[Loose]) {
        for (row, written) in form.rows.iter().zip(loose) {
            let Some(denominator) = &row.denominator else {
                continue;
            };
            let place = format!("{}.denominator", written.place);
            self.phrase(&place, denominator);
            if row.kind != Kind::Ratio {
                self.tell(
                    &place,
                    "Chỉ dòng tỷ lệ (ratio) mới có mẫu số.",
                    "Only a row that is a share (ratio) has a denominator.",
                    &[],
                );
            }
        }
    }

    /// Binds the formulas by which rows are fed. A printed row is fed by helper rows only, so that whoever prints the
    /// sheet can see where the figure came from, and nothing is fed in a circle.
    pub(super) fn feeds(&mut self, form: &mut Form, loose: &[Loose]) {
        for (cell, written) in form.cells().zip(loose) {
            let Some(text) = &written.fed_by else {
                continue;
            };
            let bound = bind(form, text, Type::Number);
            let takes = form
                .row(cell)
                .is_some_and(|row| row.kind.is_number() && row.formula.is_none());
            let problem = match &bound {
                Err(problem) => Some(problem.clone()),
                Ok(_) if !takes || form.is_helper(cell) => Some(Phrase::new(
                    "Chỉ dòng số được nhập tay trên biểu in mới có thể lấy số từ biểu phụ (fed_by).",
                    "Only a typed row of numbers on a printed sheet can be fed by a helper sheet (fed_by).",
                )),
                Ok(bound) => bound
                    .cells
                    .iter()
                    .find(|operand| !form.is_helper(**operand))
                    .and_then(|operand| form.row(*operand))
                    .map(|row| {
                        Phrase::said(
                            "“fed_by” nêu dòng “{}”, không nằm trên biểu phụ (helper).",
                            "“fed_by” names row “{}”, which is not on a helper sheet.",
                            &[&row.id],
                        )
                    }),
            };
            match (problem, bound, form.rows.get_mut(cell.place())) {
                (None, Ok(bound), Some(row)) => row.fed_by = Some(bound),
                (Some(problem), ..) => {
                    let place = format!("{}.fed_by", written.place);
                    self.issues.push(FormIssue::new(place, problem));
                }
                _ => {}
            }
        }
    }
}
