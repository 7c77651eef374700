//! What a row says of where its figure comes from: the rows that feed it, and what a share is a share of.
//!
//! A fed row: a figure is entered once in a helper sheet, and every printed row that needs it takes it there.

use super::bind::bind;
use super::check::Loose;
use super::listener::{Checker, Listener};
use super::{BoundFormula, CellId, Form, Kind, Row, Sheet};
use crate::formula::Type;

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

impl<L: Listener> Checker<L> {
    /// What a share is a share of is said of shares only, and in both languages.
    pub(super) fn denominators(&mut self, form: &Form, loose: &[Loose]) {
        for (row, written) in form.rows.iter().zip(loose) {
            let Some(denominator) = &row.denominator else {
                continue;
            };
            let place = L::place(&format_args!("{}.denominator", written.place));
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
            let place = format_args!("{}.fed_by", written.place);
            let takes = form
                .row(cell)
                .is_some_and(|row| row.kind.is_number() && row.formula.is_none());
            let bound = match bound {
                Ok(bound) if takes && !form.is_helper(cell) => bound,
                Ok(_) => {
                    self.tell(
                        &place,
                        "Chỉ dòng số được nhập tay trên biểu in mới có thể lấy số từ biểu phụ (fed_by).",
                        "Only a typed row of numbers on a printed sheet can be fed by a helper sheet (fed_by).",
                        &[],
                    );
                    continue;
                }
                Err(problem) => {
                    self.listener.hear(&place, || problem.words());
                    continue;
                }
            };
            let mut operands = bound.cells.iter();
            let stranger = operands.find(|operand| !form.is_helper(**operand));
            if let Some(row) = stranger.and_then(|operand| form.row(*operand)) {
                self.tell(
                    &place,
                    "“fed_by” nêu dòng “{}”, không nằm trên biểu phụ (helper).",
                    "“fed_by” names row “{}”, which is not on a helper sheet.",
                    &[&row.id],
                );
            } else if let Some(row) = form.rows.get_mut(cell.place()) {
                row.fed_by = Some(bound);
            }
        }
    }
}
