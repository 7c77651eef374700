//! The printed lines of a form, prepared to be compared with the rows of a table: codes and labels, however they are
//! written.

use crate::form::{CellId, Form};
use crate::plan::folded;

/// How alike two labels are at most: they have the same words.
pub(super) const SAME: usize = 1_000;
/// From here on a label is taken for the one that stands beside its code.
pub(super) const LIKELY: usize = 500;
/// From here on a line is found by its label alone.
pub(super) const SURE: usize = 700;
/// The most words of a label that are compared.
const MAX_WORDS: usize = 40;

/// A line of the form.
pub(super) struct Line {
    pub(super) cell: CellId,
    /// Its plain code; empty where it is printed without one of its own.
    pub(super) code: String,
    /// The words of its label, in Vietnamese and in English.
    words: [Vec<String>; 2],
}

impl Line {
    /// How like its label is to these words: 0 to [`SAME`].
    pub(super) fn likeness(&self, words: &[String]) -> usize {
        let [vi, en] = &self.words;
        alike(vi, words).max(alike(en, words))
    }
}

/// The lines of a sheet, in printed order.
pub(super) fn lines(form: &Form, sheet: usize) -> Vec<Line> {
    let cells = form.sheets.get(sheet).map(|sheet| sheet.cells());
    let line = |cell| {
        let row = form.row(cell)?;
        Some(Line {
            cell,
            code: if row.has_code() {
                plain_code(&row.code)
            } else {
                String::new()
            },
            words: [words_of(&row.label.vi), words_of(&row.label.en)],
        })
    };
    cells.into_iter().flatten().filter_map(line).collect()
}

/// A code as it is compared: `" 2.1. "`, `2.1)` and, as a spreadsheet with commas makes of it, `2,1` are `2.1`. Empty
/// where the text is too long to be one.
pub(super) fn plain_code(text: &str) -> String {
    if text.len() > 30 {
        return String::new();
    }
    let code: String = folded(text)
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '\'')
        .map(|sign| if sign == ',' { '.' } else { sign })
        .collect();
    let end = |sign: char| matches!(sign, '.' | ')' | ':' | '-');
    code.trim_end_matches(end)
        .trim_start_matches('(')
        .to_owned()
}

/// The words of a label, without case, diacritics and signs.
pub(super) fn words_of(text: &str) -> Vec<String> {
    folded(text)
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MAX_WORDS)
        .map(str::to_owned)
        .collect()
}

/// How many words two labels have in common, of all that they have: 0 to [`SAME`].
fn alike(one: &[String], other: &[String]) -> usize {
    if one.is_empty() || other.is_empty() {
        return 0;
    }
    let mut taken = vec![false; other.len()];
    let mut common = 0;
    for word in one {
        let mut places = other.iter().zip(&mut taken);
        if let Some((_, taken)) = places.find(|(theirs, taken)| !**taken && *theirs == word) {
            *taken = true;
            common += 1;
        }
    }
    2 * common * SAME / (one.len() + other.len())
}
