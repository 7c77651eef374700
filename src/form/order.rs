//! The order in which computed rows are computed: operands before the rows that need them.

use super::check::Loose;
use super::listener::{Checker, Listener};
use super::{CellId, Form, Row};

impl<L: Listener> Checker<L> {
    /// Orders the computed rows by Kahn's method; what is left over stands on a cycle or behind one.
    pub(super) fn order(&mut self, form: &mut Form, loose: &[Loose]) {
        let is_computed = |form: &Form, cell: CellId| {
            form.row(cell)
                .is_some_and(|row| row.computation().is_some())
        };
        // By cell: how many computed operands it still waits for, and which computed rows read it.
        let mut waits: Vec<usize> = vec![0; form.rows.len()];
        let mut readers: Vec<Vec<CellId>> = vec![Vec::new(); form.rows.len()];
        let mut order: Vec<CellId> = Vec::new();
        for cell in form.cells() {
            let Some(bound) = form.row(cell).and_then(Row::computation) else {
                continue;
            };
            for operand in &bound.cells {
                if let Some(readers) = readers.get_mut(operand.place()) {
                    readers.push(cell);
                }
            }
            let on_computed = bound
                .cells
                .iter()
                .filter(|operand| is_computed(form, **operand))
                .count();
            if let Some(waits) = waits.get_mut(cell.place()) {
                *waits = on_computed;
            }
            if on_computed == 0 {
                order.push(cell);
            }
        }
        let mut done = 0;
        while let Some(cell) = order.get(done).copied() {
            done += 1;
            for reader in readers.get(cell.place()).into_iter().flatten() {
                if let Some(left) = waits.get_mut(reader.place()) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        order.push(*reader);
                    }
                }
            }
        }
        let left_over: Vec<CellId> = form
            .cells()
            .filter(|cell| waits.get(cell.place()).is_some_and(|left| *left > 0))
            .collect();
        for cell in left_over {
            self.spoil(form, loose, cell);
        }
        form.rank = vec![0; form.rows.len()];
        for (rank, cell) in (0_u32..).zip(&order) {
            if let Some(place) = form.rank.get_mut(cell.place()) {
                *place = rank;
            }
        }
        for cells in &mut readers {
            cells.retain(|cell| is_computed(form, *cell));
        }
        form.readers = readers;
        form.order = order;
    }

    /// A row that is computed in a circle is told, and loses its formula.
    fn spoil(&mut self, form: &mut Form, loose: &[Loose], cell: CellId) {
        let Some(place) = loose.get(cell.place()).map(|row| row.place.clone()) else {
            return;
        };
        let Some(row) = form.rows.get_mut(cell.place()) else {
            return;
        };
        let member = match row.formula.take() {
            Some(_) => "formula",
            None => "fed_by",
        };
        row.fed_by = None;
        self.tell(
            &format_args!("{place}.{member}"),
            "Dòng “{}” không tính được: công thức dùng đến chính dòng đó, trực tiếp hoặc qua dòng khác, hay dùng đến một dòng tính vòng quanh như vậy.",
            "Row “{}” cannot be computed: its formula needs the row itself, directly or through others, or needs a row that is computed in such a circle.",
            &[&row.id],
        );
    }
}
