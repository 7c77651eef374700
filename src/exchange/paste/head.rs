//! The heading of a table: which row names the columns, and what it says of them.

use super::columns::is_figure;
use crate::exchange::table::Block;
use crate::plan::folded;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Code,
    Label,
    Measure,
    Figure,
    Note,
}

/// The longest text that is looked at as the name of a column.
const MAX_NAME: usize = 160;

/// How the columns of each kind are called. A name that ends with `*` may go on.
const NAMES: [(Role, &[&str]); 5] = [
    (
        Role::Code,
        &[
            "tt",
            "stt",
            "so tt",
            "so thu tu",
            "ma",
            "ma so",
            "ma chi tieu",
            "no",
        ],
    ),
    (
        Role::Label,
        &[
            "chi tieu*",
            "noi dung",
            "noi dung chi tieu*",
            "ten chi tieu*",
            "statistical item*",
            "indicator*",
            "item",
        ],
    ),
    (
        Role::Measure,
        &["don vi tinh*", "dvt", "don vi", "measure*", "unit*"],
    ),
    (
        Role::Figure,
        &[
            "so lieu*",
            "ket qua",
            "ket qua thong ke*",
            "ket qua thuc hien*",
            "thuc hien",
            "gia tri",
            "so luong",
            "ky nay",
            "figures*",
            "figure*",
            "values*",
            "value*",
        ],
    ),
    (Role::Note, &["ghi chu*", "note*", "remark*"]),
];

/// Names that are said in rows too: a measure, an answer. They make no heading by themselves.
const SAID_IN_ROWS: [&str; 2] = ["don vi", "no"];
/// What may follow the name of a column without making it a remark, beside digits: `Số liệu quý I/2026`.
const OF_PERIODS: &str = "thong ke thuc hien bao cao trong ky nay truoc quy i ii iii iv thang dau cuoi nam \
    period quarter year of in this last";

/// A text as the name of a column.
struct Name {
    role: Role,
    /// Whether it says no more than that, and perhaps of which period. `Số liệu đến 09/3` may be a remark beside a row.
    is_plain: bool,
    is_said_in_rows: bool,
}

/// What a text says as the name of a column; none where it is no name.
fn name_of(text: &str) -> Option<Name> {
    if text.is_empty() || text.len() > MAX_NAME {
        return None;
    }
    let folded = folded(text);
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let said = words.join(" ");
    let after = |known: &&str| match known.strip_suffix('*') {
        Some(beginning) => said.strip_prefix(beginning),
        None => said.strip_prefix(known).filter(|rest| rest.is_empty()),
    };
    let is_of_period = |word: &str| {
        let mut known = OF_PERIODS.split(' ');
        known.any(|known| known == word) || word.bytes().all(|sign| sign.is_ascii_digit())
    };
    NAMES.iter().find_map(|(role, names)| {
        let rest = names.iter().find_map(after)?;
        Some(Name {
            role: *role,
            is_plain: rest.split_whitespace().all(is_of_period),
            is_said_in_rows: SAID_IN_ROWS.contains(&said.as_str()),
        })
    })
}

/// A part of a block: the rows below one heading.
pub(super) struct Part {
    /// What stands above it, and may name a sheet.
    pub(super) named: String,
    /// Its first row and the one after its last.
    pub(super) rows: std::ops::Range<usize>,
    /// By column: what its heading says; nothing where it has none.
    pub(super) roles: Vec<Option<Role>>,
    /// By column: the words of its heading.
    pub(super) names: Vec<String>,
}

/// Cuts a block at its headings. What stands above the first of them is no part, where there is one.
pub(super) fn parts(block: &Block) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut row = 0;
    while row < block.rows.len() {
        if !is_heading(block, row) {
            if parts.is_empty() {
                let is_title = block.width() > 1 && only_text(block, row).is_some();
                if is_title && (row..row + 6).any(|row| is_heading(block, row)) {
                    row += 1;
                    continue;
                }
                parts.push(part(block, row, row));
            }
            if let Some(part) = parts.last_mut() {
                part.rows.end = row + 1;
            }
            row += 1;
            continue;
        }
        let first = row;
        while row < block.rows.len() && (is_heading(block, row) || is_numbering(block, row)) {
            row += 1;
        }
        parts.push(part(block, first, row));
    }
    parts
}

/// The part whose heading takes these rows.
fn part(block: &Block, first: usize, end: usize) -> Part {
    let mut part = Part {
        named: block.before.clone(),
        rows: end..end,
        roles: vec![None; block.width()],
        names: vec![String::new(); block.width()],
    };
    for above in first.saturating_sub(3)..first {
        if let Some(text) = only_text(block, above) {
            part.named.push(' ');
            part.named.push_str(text);
        }
    }
    for row in first..end {
        let columns = part.roles.iter_mut().zip(&mut part.names);
        for (column, (role, name)) in columns.enumerate() {
            let text = block.text(row, column);
            if is_heading(block, row) && !text.is_empty() {
                // The lower of two rows of headings says it more exactly.
                *role = name_of(text).map(|name| name.role).or(*role);
                name.clear();
                name.push_str(text);
            }
        }
    }
    part
}

/// The text of a row that has only one.
fn only_text(block: &Block, row: usize) -> Option<&str> {
    let mut texts = block.rows.get(row)?.iter().filter(|text| !text.is_empty());
    let text = texts.next()?;
    texts.next().is_none().then_some(text)
}

/// Whether a row names columns: two of them differently, or the only one that it fills.
///
/// A row of a table may say the same words: its measure is `Đơn vị`, its note begins with `Số liệu`. So a row that begins
/// with a figure, a code above all, is no heading; and one that names no column of codes or labels is one only by plain
/// names, and without any figure.
fn is_heading(block: &Block, row: usize) -> bool {
    let Some(cells) = block.rows.get(row) else {
        return false;
    };
    let mut filled = cells.iter().filter(|text| !text.is_empty());
    if filled.clone().next().is_none_or(|text| is_figure(text)) {
        return false;
    }
    let has_figure = filled.clone().any(|text| is_figure(text));
    let names: Vec<Name> = filled.clone().filter_map(|text| name_of(text)).collect();
    let of_rows =
        |name: &Name| matches!(name.role, Role::Code | Role::Label) && !name.is_said_in_rows;
    let names_rows = names.iter().any(of_rows);
    let mut roles: Vec<Role> = Vec::new();
    for name in names.iter().filter(|name| names_rows || name.is_plain) {
        if !roles.contains(&name.role) {
            roles.push(name.role);
        }
    }
    match roles.len() {
        0 => false,
        1 => filled
            .all(|text| name_of(text).is_some_and(|name| name.is_plain && !name.is_said_in_rows)),
        _ => names_rows || !has_figure,
    }
}

/// Whether a row numbers the columns, as many forms do below their heading: `A B 1 2`, `(1) (2) (3)`.
fn is_numbering(block: &Block, row: usize) -> bool {
    let Some(cells) = block.rows.get(row) else {
        return false;
    };
    let mark = |text: &str| {
        let inner = text.trim_start_matches('(').trim_end_matches(')');
        let mut signs = inner.chars();
        match (signs.next(), signs.next()) {
            (Some(sign), None) if sign.is_ascii_alphanumeric() => Some(sign),
            _ => None,
        }
    };
    let marks: Vec<Option<char>> = cells
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| mark(text))
        .collect();
    marks.len() >= 3
        && marks.iter().all(Option::is_some)
        && marks.windows(2).all(|pair| match pair {
            // Letters go on in figures: A, B, 1, 2.
            [Some(one), Some(next)] => u32::from(*one) + 1 == u32::from(*next) || *next == '1',
            _ => false,
        })
}
