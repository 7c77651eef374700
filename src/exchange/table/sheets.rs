//! A table that names the sheet of each row → a table for each sheet.

use super::block::Block;
use crate::words::folded;

/// The headings of the report as a table in the dialect of RFC 4180. By them, and those for Excel, our own table is known
/// for certain.
pub const HEADS: [&str; 7] = [
    "sheet", "code", "label", "measure", "figure", "state", "note",
];
/// The headings of the report as a table in the dialect of Excel.
pub const HEADS_VI: [&str; 7] = [
    "Biểu",
    "TT",
    "Chỉ tiêu thống kê",
    "Đơn vị tính",
    "Số liệu",
    "Tình trạng",
    "Ghi chú",
];
/// The states in the dialect of RFC 4180 beside which the figure is a number; beside any other it is a text.
pub(super) const NUMBERS: [&str; 2] = ["number", "derived"];
/// How the column is called that names sheets.
const NAMES: &[&str] = &["bieu", "bieu mau", "ten bieu", "sheet", "form"];
/// How columns beside it are called.
const OTHERS: &[&str] = &[
    "tt",
    "stt",
    "ma",
    "code",
    "chi tieu",
    "chi tieu thong ke",
    "noi dung",
    "label",
    "item",
    "so lieu",
    "gia tri",
    "figure",
    "value",
];
/// How far down the heading is looked for.
const MAX_ABOVE: usize = 10;

/// Whether a text is one of these names of columns, whatever its case and diacritics.
pub(super) fn is_called(text: &str, names: &[&str]) -> bool {
    text.len() <= 60 && {
        let said = folded(text);
        let words: Vec<&str> = said.split_whitespace().collect();
        names.contains(&words.join(" ").as_str())
    }
}

/// Whether some row at the top names columns.
pub(super) fn has_heading(block: &Block) -> bool {
    let mut rows = block.rows.iter().take(MAX_ABOVE);
    rows.any(|row| row.iter().any(|text| is_called(text, OTHERS)))
}

/// Cuts a table at the column that names sheets. Each part has the heading, without that column, and the name of its
/// sheet before it. A table without such a column stays as it is.
pub(super) fn by_sheet(block: Block) -> Vec<Block> {
    let Some((head, column)) = sheet_column(&block) else {
        return vec![block];
    };
    let mut parts: Vec<Block> = Vec::new();
    let without = |row: &Vec<String>| {
        let mut row = row.clone();
        if column < row.len() {
            row.remove(column);
        }
        row
    };
    let heading = block.rows.get(head).map(without).unwrap_or_default();
    for row in block.rows.iter().skip(head + 1) {
        let name = row.get(column).map_or("", String::as_str);
        let goes_on = |part: &Block| name.is_empty() || part.before == name;
        if !parts.last().is_some_and(goes_on) {
            parts.push(Block {
                before: name.to_owned(),
                rows: vec![heading.clone()],
                ..Block::default()
            });
        }
        if let Some(part) = parts.last_mut() {
            part.rows.push(without(row));
        }
    }
    if parts.is_empty() {
        return vec![block];
    }
    for part in &mut parts {
        part.points = block.points;
    }
    if let Some(last) = parts.last_mut() {
        last.cut = block.cut;
    }
    parts
}

/// The row of the heading and the column that names sheets.
fn sheet_column(block: &Block) -> Option<(usize, usize)> {
    let mut rows = block.rows.iter().take(MAX_ABOVE).enumerate();
    rows.find_map(|(place, row)| {
        let column = row.iter().position(|text| is_called(text, NAMES))?;
        let mut others = row.iter();
        let is_heading = others.any(|text| is_called(text, OTHERS));
        is_heading.then_some((place, column))
    })
}
