//! Which column of a table holds what: by its heading, or by what stands in it.

use super::head::{Part, Role};
use super::line::{LIKELY, Line, plain_code, words_of};
use crate::exchange::table::Block;
use crate::form::Form;
use crate::gather;
use crate::plan::folded;
use std::collections::BTreeSet;

/// How many rows are looked at to find out what a column holds.
const MAX_LOOKED_AT: usize = 60;

/// The columns of a part, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) code: Option<usize>,
    pub(super) label: Option<usize>,
    /// Those that may hold the figures, the likeliest first, each with its heading.
    pub(super) figures: Vec<(usize, String)>,
    pub(super) note: Option<usize>,
}

/// What a form says, to be found again in columns.
pub(super) struct Known<'a> {
    /// The lines of every sheet.
    pub(super) sheets: &'a [Vec<Line>],
    codes: BTreeSet<&'a str>,
    measures: BTreeSet<String>,
}

impl Known<'_> {
    pub(super) fn of<'a>(form: &Form, sheets: &'a [Vec<Line>]) -> Known<'a> {
        let lines = sheets.iter().flatten();
        let codes = lines
            .map(|line| line.code.as_str())
            .filter(|code| !code.is_empty());
        let measures = form.rows.iter();
        let measures = measures.flat_map(|row| [&row.measure.vi, &row.measure.en]);
        let measures = measures.map(|measure| folded(measure));
        Known {
            sheets,
            codes: gather::set(codes),
            measures: gather::set(measures.filter(|measure| !measure.is_empty())),
        }
    }

    fn is_label(&self, text: &str) -> bool {
        let words = words_of(text);
        let mut lines = self.sheets.iter().flatten();
        words.len() >= 2 && lines.any(|line| line.likeness(&words) >= LIKELY)
    }

    /// A measure, or the options of a choice, which are printed in its place: `Có = 1; Không = 0`.
    fn is_measure(&self, text: &str) -> bool {
        text.contains("= 1") || self.measures.contains(&folded(text))
    }
}

/// Finds the columns of a part; those of codes and labels only where it is asked for them.
pub(super) fn columns(block: &Block, part: &Part, known: &Known, with_names: bool) -> Columns {
    let look = Look { block, part };
    let width = block.width();
    let headed = |role| {
        let mut roles = part.roles.iter();
        roles.position(|found| *found == Some(role))
    };
    let mut columns = Columns::default();
    // One column is one of figures, whatever it looks like.
    if width > 1 && with_names {
        columns.label = headed(Role::Label).or_else(|| {
            (0..width).find(|column| look.is_mostly(*column, 4, |text| known.is_label(text)))
        });
        columns.code = headed(Role::Code).or_else(|| {
            let end = columns.label.unwrap_or(width);
            (0..end).find(|column| {
                look.is_mostly(*column, 6, |text| {
                    known.codes.contains(plain_code(text).as_str())
                })
            })
        });
    }
    let measure = headed(Role::Measure).or_else(|| {
        let mut free = (0..width).filter(|column| Some(*column) != columns.label);
        free.find(|column| look.is_mostly(*column, 5, |text| known.is_measure(text)))
    });
    columns.note = headed(Role::Note);
    let taken = [columns.code, columns.label, measure, columns.note];
    let free: Vec<usize> = (0..width)
        .filter(|column| !taken.contains(&Some(*column)))
        .collect();
    let rank = |column: &usize| {
        let is_headed = part.roles.get(*column) == Some(&Some(Role::Figure));
        let is_figures = look.is_mostly(*column, 5, is_figure);
        let follows = measure.is_some_and(|measure| *column == measure + 1);
        (
            !(is_headed && is_figures),
            !is_headed,
            !is_figures,
            !follows,
            *column,
        )
    };
    let name = |column: usize| part.names.get(column).cloned().unwrap_or_default();
    // A quarter with a heading in which nothing stands yet is one: nobody should get another's unawares.
    let is_yet_blank = |column: &usize| !name(*column).is_empty() && look.is_blank(*column);
    let ranked = gather::sorted(free, |one, other| rank(one).cmp(&rank(other)));
    if columns.note.is_none()
        && let Some(figures) = ranked.first()
    {
        let next = figures + 1;
        let is_free =
            ranked.contains(&next) && !look.is_mostly(next, 5, is_figure) && !is_yet_blank(&next);
        columns.note = is_free.then_some(next);
    }
    let is_offered = |column: &usize| {
        Some(column) == ranked.first()
            || is_yet_blank(column)
            || look.is_mostly(*column, 5, is_figure)
    };
    columns.figures = ranked
        .iter()
        .filter(|column| is_offered(column) && Some(**column) != columns.note)
        .map(|column| (*column, name(*column)))
        .collect();
    columns
}

/// A column of figures that is wanted of every part of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Its heading; empty where there is none, or no choice.
    heading: String,
    /// How many columns with this heading stand before it: `Số lượng` may stand below two quarters.
    before: usize,
    /// Its place among those that may be it, which says it where there are no headings.
    place: usize,
}

impl Wanted {
    /// The column at a place among those of a part that may hold its figures.
    pub(super) fn at(part: &Part, columns: &Columns, place: usize) -> Wanted {
        let (column, heading) = columns.figures.get(place).cloned().unwrap_or_default();
        let names = part.names.iter().take(column);
        Wanted {
            before: names.filter(|name| **name == heading).count(),
            heading,
            place,
        }
    }

    /// Where it stands in a part: below the same heading, though it may be blank there; where no column is called so, the
    /// likeliest one.
    pub(super) fn in_part(&self, part: &Part, columns: &Columns) -> Option<usize> {
        let figures = &columns.figures;
        if self.heading.is_empty() {
            let figure = figures.get(self.place).or(figures.first());
            return figure.map(|(column, _)| *column);
        }
        let names = part.names.iter().enumerate();
        let mut called = names.filter(|(_, name)| **name == self.heading);
        let called = called.nth(self.before).map(|(column, _)| column);
        // A part that goes on over the page has no headings of its own, but those of its columns.
        called.or_else(|| {
            let mut figures = figures.iter();
            let first = figures.clone().next();
            let same = figures.find(|(_, name)| *name == self.heading);
            same.or(first).map(|(column, _)| *column)
        })
    }
}

/// Whether a text begins like a figure.
pub(super) fn is_figure(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    text.starts_with(|sign: char| sign.is_ascii_digit())
}

struct Look<'a> {
    block: &'a Block,
    part: &'a Part,
}

impl Look<'_> {
    /// Whether nothing stands in a column.
    fn is_blank(&self, column: usize) -> bool {
        let mut rows = self.part.rows.clone();
        rows.all(|row| self.block.text(row, column).is_empty())
    }

    /// Whether so many tenths of the texts in a column are such.
    fn is_mostly(&self, column: usize, tenths: usize, is_such: impl Fn(&str) -> bool) -> bool {
        let (mut such, mut all) = (0, 0);
        let rows = self.part.rows.clone();
        let texts = rows.map(|row| self.block.text(row, column));
        for text in texts.filter(|text| !text.is_empty()).take(MAX_LOOKED_AT) {
            all += 1;
            such += usize::from(is_such(text));
        }
        such > 0 && such * 10 >= all * tenths
    }
}
