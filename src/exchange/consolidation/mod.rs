//! A consolidation as tables: the totals, units × rows, the units, their errors and warnings, figures far from the
//! others, totals that do not agree. As CSV the page writes any of them itself ([`table_csv`]); as one workbook the second
//! program writes all of them, to which they travel as a text ([`pack`], [`unpack`]).
//!
//! Sentences are Vietnamese, because the paper is.

mod matrix;
mod totals;
mod units;
mod wire;

pub use matrix::{far_table, matrix_table};
pub use totals::{doubts_table, totals_table};
pub use units::{findings_table, units_table};
pub use wire::{Book, pack, unpack};

use super::table::Dialect;
use super::workbook::Shown;
use super::workbook::shown::NOT_APPLICABLE;
use crate::consolidate::{Collection, Figure, Settled, Totals};
use crate::form::Row;
use crate::words::Language;

/// A table: a line of headings, and lines of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of its worksheet: no longer than 31 signs.
    pub tab: String,
    /// What it is, in a sentence.
    pub title: String,
    /// The headings.
    pub heads: Vec<String>,
    /// The lines, each with a cell for each heading.
    pub lines: Vec<Vec<Shown>>,
}

impl Table {
    fn new(tab: &str, title: &str, heads: &[&str]) -> Table {
        Table {
            tab: tab.to_owned(),
            title: title.to_owned(),
            heads: heads.iter().map(|head| (*head).to_owned()).collect(),
            lines: Vec::new(),
        }
    }
}

/// Every table, in the order of the worksheets. The same collection gives the same tables.
pub fn tables(collection: &Collection, settled: &Settled, totals: &Totals) -> Vec<Table> {
    vec![
        totals_table(collection, settled, totals),
        matrix_table(collection, settled),
        units_table(collection, settled),
        findings_table(collection, settled),
        far_table(collection, settled, totals),
        doubts_table(collection, settled, totals),
    ]
}

/// A table as a CSV file. For Excel figures have decimal commas and codes stay texts; in RFC 4180 figures have decimal
/// points. The title is not written: the first line is that of the headings.
pub fn table_csv(table: &Table, dialect: Dialect) -> String {
    let mut text = dialect.beginning().to_owned();
    let heads: Vec<&str> = table.heads.iter().map(String::as_str).collect();
    dialect.push_line(&mut text, &heads);
    for line in &table.lines {
        let cells: Vec<String> = line.iter().map(|cell| written(cell, dialect)).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        dialect.push_line(&mut text, &cells);
    }
    text
}

fn written(cell: &Shown, dialect: Dialect) -> String {
    match (cell, dialect) {
        (Shown::Blank, _) => String::new(),
        (Shown::Number(number), Dialect::Rfc4180) => number.canonical(),
        (Shown::Number(number), Dialect::Excel) => number.canonical().replace('.', ","),
        (Shown::Text(text), dialect) if is_code(text) => dialect.code(text),
        (Shown::Text(text), _) => text.clone(),
    }
}

/// Whether a text is made of digits and points, and would be taken for a number or a day.
fn is_code(text: &str) -> bool {
    text.chars()
        .all(|sign| sign.is_ascii_digit() || sign == '.')
}

/// A figure as a cell.
fn cell_of(figure: Figure, row: &Row) -> Shown {
    match figure {
        Figure::Blank => Shown::Blank,
        Figure::Number(number) => Shown::number(number),
        Figure::Choice(place) => {
            let option = row.options.get(usize::from(place));
            option.map_or(Shown::Blank, |option| {
                Shown::text(option.label.text(Language::Vi))
            })
        }
        Figure::Text => Shown::text("(chữ)"),
        Figure::NotApplicable => Shown::text(NOT_APPLICABLE),
        Figure::Unreadable => Shown::text("Chưa đọc được"),
        Figure::Without(reason) => Shown::text(&format!("— ({})", reason.words().0)),
    }
}

fn count(number: usize) -> Shown {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    Shown::number(crate::number::Decimal::from_integer(number))
}

fn name_of(collection: &Collection, at: usize) -> &str {
    let one = collection.returns().get(at);
    one.map_or("", |one| one.agency.name.as_str())
}
