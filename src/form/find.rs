//! Finding a row by its code or by words of it, with or without diacritics, in either language.

use super::{CellId, Form};
use crate::gather;
use crate::words::{Phrase, folded};

/// What is known of one row, folded.
#[derive(Clone, Debug)]
struct Line {
    cell: CellId,
    id: String,
    code: String,
    labels: [String; 2],
    /// Its sheet, labels, measure and code.
    all: String,
    /// What an officer should know about it.
    remark: String,
}

/// The rows of a form, ready to be looked through key by key.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    lines: Vec<Line>,
}

/// How well a row fits: the better fit is the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The code or the id is what was typed.
    Code,
    /// What was typed is the beginning of the code.
    CodeBegins,
    /// The label begins with it.
    Begins,
    /// It stands in the label as it was typed, from the beginning of a word.
    Phrase,
    /// Its words begin words of the label.
    Words,
    /// Its words stand somewhere in the label.
    Within,
    /// Its words stand somewhere in the row or the name of its sheet.
    Somewhere,
    /// Its words stand there or in the remark.
    Remarked,
}

impl Finder {
    /// Folds the rows of a form once.
    pub fn new(form: &Form) -> Finder {
        let lines = form.cells().filter_map(|cell| {
            let row = form.row(cell)?;
            let sheet = form.sheet_of(cell)?;
            let of_sheet = [&sheet.appendix, &sheet.name, &sheet.title];
            let of_row = [&row.label, &row.measure];
            let both = |phrase: &Phrase| [folded(&phrase.vi), folded(&phrase.en)];
            let all = of_sheet.into_iter().chain(of_row).flat_map(both);
            let code = folded(row.plain_code());
            Some(Line {
                cell,
                id: folded(&row.id),
                labels: both(&row.label),
                all: all
                    .chain([code.clone()])
                    .collect::<Vec<String>>()
                    .join("\n"),
                remark: row
                    .remark
                    .as_ref()
                    .map(|remark| both(remark).join("\n"))
                    .unwrap_or_default(),
                code,
            })
        });
        Finder {
            lines: lines.collect(),
        }
    }

    /// The rows that fit, best first and then in printed order: `"4.2"` finds the rows of this code and those under
    /// it, `"dich vu cong"` those whose labels have the words. Nothing typed finds nothing.
    pub fn find(&self, typed: &str) -> Vec<CellId> {
        let typed = folded(typed);
        // Some codes are printed with a dot behind them.
        let words = typed
            .split_whitespace()
            .map(|word| word.trim_end_matches('.'));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let whole = words.join(" ");
        let fits = self
            .lines
            .iter()
            .filter_map(|line| Some((line.fit(&whole, &words)?, line.cell)));
        let fits = gather::sorted(fits, |left, right| left.0.cmp(&right.0));
        fits.into_iter().map(|(_, cell)| cell).collect()
    }
}

impl Line {
    fn fit(&self, whole: &str, words: &[&str]) -> Option<Fit> {
        if self.code == whole || self.id == whole {
            return Some(Fit::Code);
        }
        let under = self.code.strip_prefix(whole);
        if under.is_some_and(|rest| rest.starts_with('.')) {
            return Some(Fit::CodeBegins);
        }
        let labels = || self.labels.iter();
        let in_label = |fits: &dyn Fn(&str, &str) -> bool| {
            labels().any(|label| words.iter().all(|word| fits(label, word)))
        };
        if labels().any(|label| label.starts_with(whole)) {
            Some(Fit::Begins)
        } else if labels().any(|label| begins_a_word(label, whole)) {
            Some(Fit::Phrase)
        } else if in_label(&begins_a_word) {
            Some(Fit::Words)
        } else if in_label(&|label, word| label.contains(word)) {
            Some(Fit::Within)
        } else if words.iter().all(|word| self.all.contains(word)) {
            Some(Fit::Somewhere)
        } else {
            let is_there = |word: &&str| self.all.contains(*word) || self.remark.contains(*word);
            words.iter().all(is_there).then_some(Fit::Remarked)
        }
    }
}

/// Whether a word of the text begins with this.
fn begins_a_word(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(place, _)| {
        let before = text
            .get(..place)
            .and_then(|before| before.chars().next_back());
        before.is_none_or(|sign| !sign.is_alphanumeric())
    })
}
