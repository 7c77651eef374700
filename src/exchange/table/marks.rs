//! Which sign is the decimal mark in a table of figures.

use super::block::Block;
use super::sheets::{HEADS, HEADS_VI, NUMBERS, has_heading, is_called};

/// The sign between the whole and the fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DecimalMark {
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

/// Whether the figures of a table show decimal points: where one can be nothing else, such as `51.22`, and none has a
/// decimal comma.
fn has_points(block: &Block) -> bool {
    let (mut commas, mut points) = (false, false);
    for column in figure_columns(block) {
        for row in &block.rows {
            match row.get(column).and_then(|text| shape_of(text)) {
                Some(Shape::Marked(DecimalMark::Comma)) => commas = true,
                Some(Shape::Marked(DecimalMark::Point)) => points = true,
                Some(Shape::Plain | Shape::Either) | None => {}
            }
        }
    }
    points && !commas
}

/// Writes figures that have decimal points with decimal commas, and without any grouping, where a table shows that it has
/// such. What may be thousands too is left as it stands ([`may_be_either`]): one cell that is a slip must not move the
/// decimal mark of all others.
///
/// Our own tables are known by their headings. For Excel they have commas already; in RFC 4180 each point of a number is a
/// decimal one, and what its state does not call a number is the text that was typed.
pub(super) fn with_commas(block: &mut Block) {
    let mut rows = block.rows.iter_mut();
    let head = rows.next().map(|row| row.iter().map(String::as_str));
    if head.clone().is_some_and(|head| head.eq(HEADS_VI)) {
        return;
    }
    if head.is_some_and(|head| head.eq(HEADS)) {
        for row in rows {
            if let [_, _, _, _, figure, state, ..] = row.as_mut_slice()
                && NUMBERS.contains(&state.as_str())
            {
                *figure = figure.replace('.', ",");
            }
        }
        return;
    }
    if !has_points(block) {
        return;
    }
    block.points = true;
    let columns = figure_columns(block);
    for row in &mut block.rows {
        for column in &columns {
            if let Some(text) = row.get_mut(*column)
                && shape_of(text) == Some(Shape::Marked(DecimalMark::Point))
            {
                *text = text.replace(',', "").replace('.', ",");
            }
        }
    }
}

/// Whether a figure may be a fraction or thousands: `2.500`, `83,490`.
pub fn may_be_either(text: &str) -> bool {
    shape_of(text) == Some(Shape::Either)
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

/// How a figure is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Digits alone.
    Plain,
    /// Only one sign can be its decimal mark.
    Marked(DecimalMark),
    /// `2.500`, `83,490`: a fraction, or thousands.
    Either,
}

/// How a figure is written; none where a text is something else, such as `10,11,12`.
fn shape_of(text: &str) -> Option<Shape> {
    let digits = figure(text)?;
    let is_group = |part: &str| part.len() == 3;
    // Thousands stand in groups of three with up to three digits before them.
    let are_groups = |whole: &str, mark: char| {
        let mut parts = whole.split(mark);
        parts
            .next()
            .is_some_and(|first| (1..=3).contains(&first.len()))
            && parts.all(is_group)
    };
    let (decimal, other, grouped) = match (digits.rfind('.'), digits.rfind(',')) {
        (None, None) => return Some(Shape::Plain),
        (Some(point), comma) if comma.is_none_or(|comma| comma < point) => {
            (DecimalMark::Point, DecimalMark::Comma, ['.', ','])
        }
        _ => (DecimalMark::Comma, DecimalMark::Point, [',', '.']),
    };
    let [mark, group] = grouped;
    let (whole, fraction) = digits.rsplit_once(mark)?;
    if whole.contains(mark) {
        // A sign that stands there twice groups thousands.
        let is_whole = !digits.contains(group) && are_groups(digits, mark);
        return is_whole.then_some(Shape::Marked(other));
    }
    if whole.contains(group) {
        return are_groups(whole, group).then_some(Shape::Marked(decimal));
    }
    // Nobody writes thousands behind a zero.
    let may_group = whole.len() <= 3 && !whole.starts_with('0') && is_group(fraction);
    Some(if may_group {
        Shape::Either
    } else {
        Shape::Marked(decimal)
    })
}

/// The digits and marks of a figure; none where a text has other signs.
fn figure(text: &str) -> Option<&str> {
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digit = |sign: char| sign.is_ascii_digit();
    let signs = |sign: char| is_digit(sign) || matches!(sign, '.' | ',');
    (digits.starts_with(is_digit) && digits.ends_with(is_digit) && digits.chars().all(signs))
        .then_some(digits)
}
