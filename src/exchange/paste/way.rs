//! Which line of the form each row of a table goes to: by its code and label, or by its place.

use super::columns::{Columns, Known, Wanted, columns, is_figure};
use super::found::{Doubt, Said, find};
use super::head::{Part, Role, parts};
use super::line::{Line, lines, plain_code, words_of};
use super::plan::{PastePlan, planned};
use super::{Field, Target};
use crate::exchange::table::{Block, may_be_either};
use crate::form::{CellId, Form};
use crate::plan::folded;
use crate::report::Session;

/// How the rows of a table find their lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the codes and labels that the table carries, on whatever sheet they stand.
    ByName,
    /// From the focused line down, a row for each printed line: headings and computed rows have theirs.
    EveryLine,
    /// From the focused line down, a row for each line that is typed: headings and computed rows have none.
    TypedLines,
}

/// A way with the column that is taken for the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How rows find their lines.
    pub way: Way,
    /// The column of figures: its place among those that may be it, the likeliest first.
    pub column: usize,
    /// The heading of that column, or its number from 1; empty where there is only one.
    pub name: String,
}

/// A row on its way to a line.
pub(super) struct Put {
    /// The line; none where there is none.
    pub(super) cell: Option<CellId>,
    /// How the table names the row; empty where it does not.
    pub(super) named: String,
    pub(super) text: String,
    pub(super) note: String,
    pub(super) doubt: Option<Doubt>,
}

/// The most columns of figures between which there is a choice.
const MAX_COLUMNS_OFFERED: usize = 4;

/// A pasted table against a form.
pub(super) struct Matching<'a> {
    form: &'a Form,
    sheets: Vec<Vec<Line>>,
    parts: Vec<(&'a Block, Part, Columns)>,
    target: Target,
    /// Whether codes or labels of a part can be trusted.
    is_named: bool,
}

impl<'a> Matching<'a> {
    pub(super) fn of(form: &'a Form, blocks: &'a [Block], target: Target) -> Matching<'a> {
        let sheets: Vec<Vec<Line>> = (0..form.sheets.len())
            .map(|sheet| lines(form, sheet))
            .collect();
        let known = Known::of(form, &sheets);
        let mut found: Vec<(&Block, Part, Columns)> = Vec::new();
        for block in blocks {
            for part in parts(block) {
                let mut own = columns(block, &part, &known, true);
                // A table that goes on over the page has no heading of its own any more.
                if let Some((before, _, columns)) = found.last()
                    && before.width() == block.width()
                    && part.roles.iter().all(Option::is_none)
                {
                    own = columns.clone();
                }
                found.push((block, part, own));
            }
        }
        let mut matching = Matching {
            form,
            sheets,
            parts: found,
            target,
            is_named: false,
        };
        let likeliest = Wanted::default();
        let parts = matching.parts.iter();
        let trusted: Vec<bool> = parts
            .map(|part| matching.by_name(part, &likeliest).1)
            .collect();
        let known = Known::of(form, &matching.sheets);
        for ((block, part, own), trusted) in matching.parts.iter_mut().zip(&trusted) {
            // What looked like codes were figures.
            if !trusted {
                *own = columns(block, part, &known, false);
            }
        }
        matching.is_named = trusted.contains(&true);
        matching
    }

    /// Where each row goes.
    pub(super) fn puts(&self, choice: &Choice) -> Vec<Put> {
        let largest = self.largest();
        let wanted = largest.map(|(_, part, columns)| Wanted::at(part, columns, choice.column));
        let wanted = wanted.unwrap_or_default();
        match choice.way {
            Way::ByName => {
                let parts = self.parts.iter();
                let puts = parts.map(|part| self.by_name(part, &wanted).0);
                puts.filter(|puts| is_of_form(puts)).flatten().collect()
            }
            Way::EveryLine => self.by_place(&wanted, &|_| true),
            Way::TypedLines => self.by_place(&wanted, &|cell| {
                let row = self.form.row(cell);
                // A note stands beside every line.
                self.target.field == Field::Note || row.is_some_and(|row| row.is_entry())
            }),
        }
    }

    /// The part with the most rows, whose columns are offered.
    fn largest(&self) -> Option<&(&'a Block, Part, Columns)> {
        self.parts.iter().max_by_key(|(_, part, _)| part.rows.len())
    }

    /// The columns that may hold the figures.
    fn figures(&self) -> Vec<String> {
        let part = self.largest();
        let figures = part.map(|(_, _, columns)| columns.figures.as_slice());
        let figures = figures.unwrap_or_default();
        if figures.len() < 2 {
            return vec![String::new()];
        }
        let name = |(column, name): &(usize, String)| {
            if name.is_empty() {
                (column + 1).to_string()
            } else {
                name.clone()
            }
        };
        figures.iter().take(MAX_COLUMNS_OFFERED).map(name).collect()
    }

    /// The rows of a part by their codes and labels, and whether they may be trusted to be found so.
    fn by_name(
        &self,
        (block, part, columns): &(&Block, Part, Columns),
        wanted: &Wanted,
    ) -> (Vec<Put>, bool) {
        let text = |row: usize, column: Option<usize>| {
            column
                .map(|column| block.text(row, column))
                .unwrap_or_default()
        };
        let said: Vec<Said> = part
            .rows
            .clone()
            .map(|row| Said {
                code: plain_code(text(row, columns.code)),
                words: words_of(text(row, columns.label)),
            })
            .collect();
        let sheet = self.sheet_of(part, &said, columns.label.is_some());
        let nothing = Vec::new();
        let lines = self.sheets.get(sheet).unwrap_or(&nothing);
        let found = find(lines, &said);
        let figures = wanted.in_part(part, columns);
        let mut puts = Vec::new();
        for (row, hit) in part.rows.clone().zip(&found.hits) {
            let hit = hit.as_ref();
            let line = hit.and_then(|hit| lines.get(hit.place));
            let named = [text(row, columns.code), text(row, columns.label)];
            let figure = text(row, figures);
            puts.push(Put {
                cell: line.map(|line| line.cell),
                named: named.join(" ").trim().to_owned(),
                text: figure.to_owned(),
                note: text(row, columns.note).to_owned(),
                doubt: hit
                    .and_then(|hit| hit.doubt)
                    .or_else(|| doubt_of(block, figure)),
            });
        }
        // Figures look like codes: 1, 2, 3. Without labels or a heading only dots and the printed order tell.
        let codes = said
            .iter()
            .zip(&found.hits)
            .filter(|(_, hit)| hit.is_some());
        let are_dotted = codes.clone().any(|(said, _)| said.code.contains('.'));
        let is_headed = part.roles.contains(&Some(Role::Code));
        let hits = codes.count();
        let are_codes = is_headed || (are_dotted && hits >= 2 && found.is_in_order);
        let is_named = columns.label.is_some() || (columns.code.is_some() && are_codes);
        (
            puts,
            is_named && found.score >= 2 && hits * 3 >= part.rows.len(),
        )
    }

    /// The sheet of a part: of labels the one on which most is found; of codes alone the focused one, or the one that
    /// the words above the table name.
    fn sheet_of(&self, part: &Part, said: &[Said], has_labels: bool) -> usize {
        let named = folded(&part.named);
        let here = self.form.row(self.target.cell).map_or(0, |row| row.sheet);
        let mut best = (0, here);
        for (number, sheet) in self.form.sheets.iter().enumerate() {
            let says = |name: &str| !name.is_empty() && holds(&named, &folded(name));
            let names = usize::from(says(&sheet.name.vi) || says(&sheet.name.en))
                + usize::from(says(&sheet.title.vi) || says(&sheet.title.en));
            let lines = self.sheets.get(number).filter(|_| has_labels);
            let found = lines.map_or(0, |lines| find(lines, said).score);
            let score = 8 * found + 2 * names + usize::from(number == here);
            if score > best.0 {
                best = (score, number);
            }
        }
        best.1
    }

    /// The rows one below the other, on the lines below the focused one that are asked for.
    fn by_place(&self, wanted: &Wanted, is_line: &dyn Fn(CellId) -> bool) -> Vec<Put> {
        let sheet = self.form.sheet_of(self.target.cell);
        let cells = sheet.map(|sheet| sheet.cells()).into_iter().flatten();
        let mut cells = cells
            .filter(|cell| *cell >= self.target.cell)
            .filter(|cell| *cell == self.target.cell || is_line(*cell));
        let mut puts = Vec::new();
        for (block, part, columns) in &self.parts {
            let figures = wanted.in_part(part, columns).unwrap_or(0);
            for row in part.rows.clone() {
                let (text, note) = match self.target.field {
                    Field::Figure => (
                        block.text(row, figures),
                        columns.note.map_or("", |note| block.text(row, note)),
                    ),
                    Field::Note => ("", block.text(row, 0)),
                };
                puts.push(Put {
                    cell: cells.next(),
                    named: String::new(),
                    text: text.to_owned(),
                    note: note.to_owned(),
                    doubt: doubt_of(block, text),
                });
            }
        }
        puts
    }
}

/// Why the figure of a row may be another number.
fn doubt_of(block: &Block, figure: &str) -> Option<Doubt> {
    (block.points && may_be_either(figure)).then_some(Doubt::EitherMark)
}

/// Whether a part may have to do with the form: it holds a line of it, or a figure. The head of a report, its signatures
/// and its recipients are tables too.
fn is_of_form(puts: &[Put]) -> bool {
    puts.iter()
        .any(|put| put.cell.is_some() || is_figure(&put.text))
}

/// Whether a text holds another one that ends where a word ends: `bieu mau 1` is not in `bieu mau 12`.
fn holds(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(place, _)| {
        let after = text.get(place + wanted.len()..).unwrap_or_default();
        !after.starts_with(char::is_alphanumeric)
    })
}

/// The ways in which a table may be taken, each with what it would do, the likeliest first; never none.
///
/// By codes and labels, where the table has them. Otherwise by place, and of its two ways the one against which less
/// speaks: a text where the form has a heading, a text that a row cannot read, rows without a line, a computed row
/// whose value is another; and for every line it speaks that a heading or a computed row meets nothing, or the value
/// that is computed. Where both are equal, headings and computed rows are taken to have no cells of their own.
pub(super) fn ways(
    session: &Session,
    blocks: &[Block],
    target: Target,
) -> Vec<(Choice, PastePlan)> {
    let form = session.form().clone();
    let matching = Matching::of(&form.form, blocks, target);
    let columns = matching.figures();
    let choice = |way, column: usize| Choice {
        way,
        column,
        name: columns.get(column).cloned().unwrap_or_default(),
    };
    let plan = |choice: Choice| {
        let plan = planned(session, matching.puts(&choice));
        (choice, plan)
    };
    let mut ways = Vec::new();
    if matching.is_named {
        ways.extend((0..columns.len()).map(|column| plan(choice(Way::ByName, column))));
    }
    let typed = plan(choice(Way::TypedLines, 0));
    let every = plan(choice(Way::EveryLine, 0));
    let (first, second) = if every.1.against < typed.1.against {
        (every, typed)
    } else {
        (typed, every)
    };
    let way = first.0.way;
    let is_same = first.1.puts == second.1.puts;
    ways.push(first);
    if !matching.is_named {
        ways.extend((1..columns.len()).map(|column| plan(choice(way, column))));
    }
    if !is_same {
        ways.push(second);
    }
    ways
}
