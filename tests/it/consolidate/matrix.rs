//! Units × rows, and their order.

use super::{agency, collected, decimal, file, made, settled};
use bieumau::consolidate::{
    Collection, Direction, Figure, Filled, Matrix, Side, SortBy, completeness,
};
use bieumau::form::Level::{Commune, Department};

const COUNT: &str = "pl1.b1.1";

fn of(collection: &Collection, row: &str) -> (Matrix, usize) {
    let (settled, totals) = settled(collection);
    let form = &collection.form().form;
    let cell = form.cell(row).unwrap();
    let matrix = Matrix::of(collection, &settled, &totals, form.row(cell).unwrap().sheet);
    let columns = &matrix.columns;
    let column = columns.iter().position(|column| column.cell == cell);
    let column = column.unwrap();
    (matrix, column)
}

fn codes(collection: &Collection, matrix: &Matrix, order: &[usize]) -> Vec<String> {
    let returns = collection.returns();
    let code = |place: &usize| returns[matrix.lines[*place].at].agency.code.clone();
    order.iter().map(code).collect()
}

fn seven() -> Collection {
    let figures = ["5", "6", "", "500", "6", "kps", "7"];
    let files: Vec<String> = figures
        .iter()
        .zip(1..)
        .map(|(text, number)| {
            let agency = agency(&format!("0000{number}"), Commune);
            match *text {
                "" => file(agency, &[]),
                text => file(agency, &[(COUNT, text)]),
            }
        })
        .collect();
    collected(&files)
}

#[test]
fn a_cell_has_the_figure_the_share_and_whether_it_is_far_from_the_others() {
    let collection = seven();
    let (matrix, column) = of(&collection, COUNT);
    assert_eq!(matrix.lines.len(), 7);
    let cells: Vec<_> = matrix.lines.iter().map(|line| line.cells[column]).collect();
    assert_eq!(cells[3].figure, Figure::Number(decimal("500")));
    // 500 of 524.
    assert_eq!(cells[3].percent, Some(decimal("95.42")));
    assert_eq!(cells[3].extreme, Some(Side::High));
    assert_eq!(
        cells.iter().filter(|cell| cell.extreme.is_some()).count(),
        1
    );
    assert_eq!(cells[5].figure, Figure::NotApplicable);
    assert!(cells[2].is_asked);
    assert_eq!(matrix.columns[column].median, Some(decimal("6")));
    let filled = Filled {
        filled: 6,
        asked: 7,
    };
    assert_eq!(matrix.columns[column].filled, filled);
    assert_eq!(filled.percent(), 85);
}

#[test]
fn what_has_no_figure_stands_last_either_way_and_ties_stand_by_code() {
    let collection = seven();
    let (matrix, column) = of(&collection, COUNT);
    let sorted = |by, direction| {
        let order = matrix.sorted(&collection, by, direction);
        codes(&collection, &matrix, &order)
            .iter()
            .map(|code| code[4..].to_owned())
            .collect::<String>()
    };
    let by = SortBy::Column(column);
    assert_eq!(sorted(by, Direction::Rising), "1257463");
    assert_eq!(sorted(by, Direction::Falling), "4725163");
    assert_eq!(sorted(SortBy::Code, Direction::Falling), "7654321");
    assert_eq!(sorted(SortBy::Name, Direction::Rising), "1234567");
    assert_eq!(sorted(SortBy::Filled, Direction::Rising), "3124567");
}

#[test]
fn every_sheet_has_a_line_for_each_unit_and_a_column_for_each_row() {
    let collection = seven();
    let (settled, totals) = settled(&collection);
    let form = &collection.form().form;
    for (place, sheet) in form.sheets.iter().enumerate() {
        let matrix = Matrix::of(&collection, &settled, &totals, place);
        assert!(matrix.columns.len() <= sheet.rows.len());
        for line in &matrix.lines {
            assert_eq!(line.cells.len(), matrix.columns.len());
        }
    }
    assert_eq!(
        Matrix::of(&collection, &settled, &totals, 99),
        Matrix::default()
    );
}

#[test]
fn completeness_is_of_what_the_agency_is_asked() {
    let collection = collected(&[
        file(
            agency("00001", Commune),
            &[(COUNT, "5"), ("pl1.b1.2.1", "chưa có")],
        ),
        file(agency("x-so", Department), &[]),
    ]);
    let form = &collection.form().form;
    let of = |at: usize| completeness(form, &collection.returns()[at]);
    // What cannot be read is not filled.
    assert_eq!(of(0).filled, 1);
    let asked = |level| {
        let rows = form.rows.iter().filter(|row| {
            row.is_entry() && row.filled_by.contains(&level) && !form.sheets[row.sheet].helper
        });
        rows.count()
    };
    assert_eq!(of(0).asked, asked(Commune));
    assert_eq!(of(1).asked, asked(Department));
}

#[test]
fn a_row_counts_the_units_inside_consolidated_returns() {
    let province = made(&seven());
    let nation = super::into_agency(agency("vn", bieumau::form::Level::Nation), [&province]);
    let (matrix, column) = of(&nation, COUNT);
    assert_eq!(matrix.lines.len(), 1);
    assert_eq!(
        matrix.columns[column].filled,
        Filled {
            filled: 6,
            asked: 7
        }
    );
}
