//! Units × all rows, and the figures that are far from the others.

use super::{Table, cell_of, name_of};
use crate::consolidate::{
    Collection, Matrix, Settled, Side, Totals, completeness, rule_of_extremes,
};
use crate::exchange::workbook::Shown;
use crate::form::{CellId, Form, Kind};

/// A line a unit, a column a row of the printed sheets. The second line has the ids of the rows, so that a program finds
/// them whatever the headings say.
pub fn matrix_table(collection: &Collection, settled: &Settled) -> Table {
    let form = &collection.form().form;
    let columns = columns(form);
    let mut table = Table::new(
        "Đơn vị và chỉ tiêu",
        "Số liệu của từng đơn vị; dòng đầu ghi mã chỉ tiêu",
        &["Mã đơn vị", "Tên đơn vị", "Đã điền", "Phải điền"],
    );
    let mut ids = vec![Shown::Blank; table.heads.len()];
    for cell in &columns {
        let Some(row) = form.row(*cell) else { continue };
        table
            .heads
            .push([form.address(*cell).vi.as_str(), ": ", &row.label.vi].concat());
        ids.push(Shown::text(&row.id));
    }
    table.lines.push(ids);
    for at in settled.counted() {
        let Some(one) = collection.returns().get(at) else {
            continue;
        };
        let filled = completeness(form, one);
        let mut line = vec![
            Shown::text(&one.agency.code),
            Shown::text(&one.agency.name),
            super::count(filled.filled),
            super::count(filled.asked),
        ];
        let rows = columns
            .iter()
            .filter_map(|cell| Some((*cell, form.row(*cell)?)));
        line.extend(rows.map(|(cell, row)| cell_of(one.figure(cell), row)));
        table.lines.push(line);
    }
    table
}

fn columns(form: &Form) -> Vec<CellId> {
    let is_column = |cell: &CellId| {
        let row = form.row(*cell);
        row.is_some_and(|row| row.kind != Kind::Heading) && !form.is_helper(*cell)
    };
    form.cells().filter(is_column).collect()
}

/// The figures that are far from the others, with the rule by which they were found.
pub fn far_table(collection: &Collection, settled: &Settled, totals: &Totals) -> Table {
    let heads = [
        "Dòng",
        "Chỉ tiêu thống kê",
        "Mã đơn vị",
        "Tên đơn vị",
        "Số liệu",
        "Trung vị",
        "So với các đơn vị khác",
    ];
    let mut table = Table::new("Khác xa", &rule_of_extremes().vi, &heads);
    let form = &collection.form().form;
    for (sheet, _) in form.printed_sheets() {
        let matrix = Matrix::of(collection, settled, totals, sheet);
        for (place, column) in matrix.columns.iter().enumerate() {
            let Some(row) = form.row(column.cell) else {
                continue;
            };
            for line in &matrix.lines {
                let cell = line.cells.get(place).copied().unwrap_or_default();
                let Some(side) = cell.extreme else { continue };
                let one = collection.returns().get(line.at);
                table.lines.push(vec![
                    Shown::text(&form.address(column.cell).vi),
                    Shown::text(&row.label.vi),
                    one.map_or(Shown::Blank, |one| Shown::text(&one.agency.code)),
                    Shown::text(name_of(collection, line.at)),
                    cell_of(cell.figure, row),
                    column.median.map_or(Shown::Blank, Shown::number),
                    Shown::text(match side {
                        Side::Low => "Thấp hơn hẳn",
                        Side::High => "Cao hơn hẳn",
                    }),
                ]);
            }
        }
    }
    table
}
