//! The figures and formulas of many workbooks in one worksheet, one below the other: a program that opens a hundred
//! worksheets slowly computes ten thousand forms in moments. The formulas are those of the workbooks; only their cells
//! stand further down.

use super::Expected;
use bieumau::exchange::workbook::{Shown, Worksheet};
use rust_xlsxwriter::{Formula, Workbook};
use std::collections::BTreeMap;

/// The line of the first row of a worksheet, and where it is in the stack.
type Places = BTreeMap<String, (u32, u32)>;

/// Puts worksheets one below the other, wrong results in every computed cell; and what stands in those cells, by the id
/// in the sixth column.
pub fn stacked(reports: &[Vec<Worksheet>]) -> (Vec<u8>, Expected) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    // So that the columns of whoever reads it begin with the first.
    sheet.write_string(0, 0, "Biểu Mẫu").unwrap();
    let mut expected = BTreeMap::new();
    let mut next = 0;
    for (number, sheets) in reports.iter().enumerate() {
        let mut places = Places::new();
        let mut end = next;
        for data in sheets {
            let first = data.head.len() as u32 + 2;
            places.insert(data.tab.clone(), (first, end));
            end += data.lines.len() as u32;
        }
        for data in sheets {
            for line in &data.lines {
                let id = format!("{number} {}", line.row);
                sheet.write_string(next, 5, &id).unwrap();
                match (&line.figure.formula, &line.figure.shown) {
                    (Some(formula), shown) => {
                        let formula = Formula::new(moved(formula, &data.tab, &places));
                        let formula = formula.set_result("-987654.321");
                        sheet.write_formula(next, 3, formula).unwrap();
                        expected.insert((String::from("Sheet1"), id), shown.clone());
                    }
                    (None, Shown::Number(number)) => {
                        let float: f64 = number.canonical().parse().unwrap();
                        sheet.write_number(next, 3, float).unwrap();
                    }
                    (None, Shown::Text(text)) => {
                        sheet.write_string(next, 3, text).unwrap();
                    }
                    (None, Shown::Blank) => {}
                }
                next += 1;
            }
        }
    }
    (book.save_to_buffer().unwrap(), expected)
}

/// A formula with its cells where they stand in the stack: `'Sổ'!D12` and `D12`, but not in texts.
fn moved(formula: &str, tab: &str, places: &Places) -> String {
    let mut moved = String::new();
    let mut rest = formula;
    while let Some(sign) = rest.chars().next() {
        let is_cell = |text: &str| {
            text.starts_with('D') && text[1..].starts_with(|it: char| it.is_ascii_digit())
        };
        let (own, at) = match sign {
            '"' => {
                let end = rest[1..].find('"').unwrap() + 2;
                moved.push_str(&rest[..end]);
                rest = &rest[end..];
                continue;
            }
            '\'' => {
                let end = rest.find("'!").unwrap();
                (rest[1..end].replace("''", "'"), &rest[end + 2..])
            }
            _ if is_cell(rest) && !moved.ends_with(|it: char| it.is_ascii_alphabetic()) => {
                (tab.to_owned(), rest)
            }
            _ => {
                moved.push(sign);
                rest = &rest[sign.len_utf8()..];
                continue;
            }
        };
        assert!(is_cell(at), "{formula}");
        let digits: String = at[1..].chars().take_while(char::is_ascii_digit).collect();
        let (first, top) = places[&own];
        let line: u32 = digits.parse().unwrap();
        moved.push_str(&format!("D{}", line - first + top));
        rest = &at[1 + digits.len()..];
    }
    moved
}
