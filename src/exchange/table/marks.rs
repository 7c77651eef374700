//! Which sign is the decimal mark in a table of figures.

use super::block::Block;
use super::sheets::{HEADS, has_heading, is_called};

/// The sign between the whole and the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalMark {
    Comma,
    Point,
}

/// How columns of figures are called in files that need their marks changed.
const FIGURES: &[&str] = &[
    "so lieu",
    "gia tri",
    "ket qua",
    "so luong",
    "thuc hien",
    "figure",
    "value",
];
/// How columns are called that hold no figures, whatever they look like.
const OTHERS: &[&str] = &[
    "tt", "stt", "ma", "so tt", "ma so", "code", "no", "row", "ghi chu", "note", "ky", "period",
];

impl DecimalMark {
    /// The mark that the figures of a table show: the point only where a figure can be nothing else, such as `51.22`.
    /// `11.647` may be both, and is left to the row that it goes to.
    pub(super) fn of(block: &Block) -> DecimalMark {
        let first = block.rows.first();
        if first.is_some_and(|row| row.iter().map(String::as_str).eq(HEADS)) {
            return DecimalMark::Point;
        }
        let (mut commas, mut points) = (0, 0);
        for column in figure_columns(block) {
            for row in &block.rows {
                match row.get(column).and_then(|text| mark_of(text)) {
                    Some(DecimalMark::Comma) => commas += 1,
                    Some(DecimalMark::Point) => points += 1,
                    None => {}
                }
            }
        }
        if points > 0 && commas == 0 {
            DecimalMark::Point
        } else {
            DecimalMark::Comma
        }
    }
}

/// The columns that may hold figures: those with such a heading, and where no heading says so all but the first, for
/// `2.1` is a code there.
fn figure_columns(block: &Block) -> Vec<usize> {
    let headed = |names: &[&str]| -> Vec<usize> {
        let rows = block.rows.iter().take(10);
        let cells = rows.flat_map(|row| row.iter().enumerate());
        let mut columns = Vec::new();
        for (column, text) in cells {
            if is_called(text, names) && !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    };
    let named = headed(FIGURES);
    if !named.is_empty() {
        named
    } else if block.width() == 1 {
        vec![0]
    } else {
        let others = headed(OTHERS);
        let first = usize::from(!has_heading(block));
        (first..block.width())
            .filter(|column| !others.contains(column))
            .collect()
    }
}

/// The mark that a figure shows by itself; none where it has none, or may be written either way.
fn mark_of(text: &str) -> Option<DecimalMark> {
    let digits = figure(text)?;
    let (point, comma) = (digits.rfind('.'), digits.rfind(','));
    let is_group = |place: usize| digits.len() - place == 4;
    match (point, comma) {
        (Some(point), Some(comma)) if point > comma => Some(DecimalMark::Point),
        (Some(_), Some(_)) => Some(DecimalMark::Comma),
        (Some(point), None) if digits.matches('.').count() == 1 => {
            (!is_group(point)).then_some(DecimalMark::Point)
        }
        (None, Some(comma)) if digits.matches(',').count() == 1 => {
            (!is_group(comma)).then_some(DecimalMark::Comma)
        }
        // Two points group thousands, and so do two commas.
        (Some(_), None) => Some(DecimalMark::Comma),
        (None, Some(_)) => Some(DecimalMark::Point),
        (None, None) => None,
    }
}

/// The digits and marks of a figure; none where a text is something else.
fn figure(text: &str) -> Option<&str> {
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digit = |sign: char| sign.is_ascii_digit();
    let signs = |sign: char| is_digit(sign) || matches!(sign, '.' | ',');
    (digits.starts_with(is_digit) && digits.ends_with(is_digit) && digits.chars().all(signs))
        .then_some(digits)
}

/// Writes figures that have decimal points with decimal commas, and without any grouping.
pub(super) fn with_comma(block: &mut Block) {
    let columns = figure_columns(block);
    for row in &mut block.rows {
        for column in &columns {
            let Some(text) = row.get_mut(*column) else {
                continue;
            };
            if figure(text).is_some() {
                *text = text.replace(',', "").replace('.', ",");
            }
        }
    }
}
