//! What the open report says of the figures in a text.
//!
//! A row is recognised by its words: nearly all words of its label must stand around the figure, and no other row may
//! have as many of its words there. Where two rows fit as well, nothing is said.

use super::claims::{Beside, Claim, Printed, What, Why};
use super::figures::{Bound, Figure, Role};
use super::inferred;
use super::labels::{content, said_around, words_in};
use super::prose::Prose;
use super::verdict::{Verdict, judge};
use crate::form::{CellId, Kind};
use crate::number::{Decimal, Fraction};
use crate::report::{Entry, Session};
use crate::words::folded;

/// A row of the report that has a value.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) cell: CellId,
    /// The names of what it counts, each in its first two words.
    pub(super) units: Vec<String>,
    /// The words of its label that say something, each once.
    pub(super) words: Vec<String>,
    pub(super) is_ratio: bool,
    pub(super) is_total: bool,
    pub(super) value: Decimal,
    pub(super) parts: Option<(Decimal, Decimal)>,
}

/// A figure that is known beside the report, and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it counts, as it stands behind a figure: `xã`.
    pub unit: String,
    /// How many there are.
    pub value: Decimal,
}

/// What is known beside a text.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    pub(super) lines: Vec<Line>,
    known: Vec<Known>,
}

/// How many hundredths of its words must be said.
const NEARLY_ALL: usize = 80;
const ALL: usize = 100;
/// The most figures of a text that are compared with the rows.
const MAX_COMPARED: usize = 2_000;
/// The fewest words by which a row is recognised.
const FEWEST: usize = 4;
/// The fewest words by which a row is recognised beside a figure that nothing else ties to it.
const FEWEST_ALONE: usize = 6;

impl Sheets {
    /// Nothing is known but the text.
    pub fn none() -> Sheets {
        Sheets::default()
    }

    /// The rows of a report that have a number.
    pub fn of(session: &Session) -> Sheets {
        let form = &session.form().form;
        let line = |cell| {
            let row = form.row(cell).filter(|row| row.kind.is_number())?;
            let derived = session
                .derived(cell)
                .and_then(|derived| Some((derived, derived.value.ok()?)));
            let value = match (derived, session.entry(cell)) {
                (Some((_, value)), _) => value,
                (None, Entry::Number(value)) => *value,
                _ => return None,
            };
            let parts = derived.and_then(|(derived, _)| derived.numerator.zip(derived.denominator));
            Some(Line {
                cell,
                units: units(&row.measure.vi),
                words: content(&row.label.vi),
                is_ratio: row.kind == Kind::Ratio,
                is_total: row.label.vi.starts_with("Tổng số"),
                value,
                parts,
            })
        };
        Sheets {
            lines: form.cells().filter_map(line).collect(),
            known: Vec::new(),
        }
    }

    /// The same, with other figures that are known.
    pub fn with(mut self, known: Vec<Known>) -> Sheets {
        self.known = known;
        self
    }

    /// Adds to each claim what the report says of it, and the figures which it contradicts.
    pub(super) fn compare(&self, prose: &Prose, claims: &mut Vec<Claim>) {
        for claim in claims.iter_mut() {
            self.complete(prose, claim);
        }
        if self.lines.is_empty() {
            return;
        }
        for claim in claims.iter_mut() {
            match &claim.what {
                What::Ratio {
                    part,
                    whole,
                    printed,
                } => {
                    claim.row = self.ratio(prose, claim, *part, *whole, *printed);
                }
                What::Share { printed } => {
                    claim.row = self.share(prose, claim, *printed);
                    if claim.row.is_none() {
                        inferred::share(self, prose, claim);
                    }
                }
                _ => {}
            }
        }
        for (place, figure) in prose.figures.iter().enumerate().take(MAX_COMPARED) {
            let is_said = figure.role == Role::Plain
                && figure.bound == Bound::Exact
                && !figure.unit.is_empty();
            if is_said && let Some(claim) = self.figure(prose, place, figure) {
                claims.push(claim);
            }
        }
    }

    /// The whole of a sum that the text does not say.
    fn complete(&self, prose: &Prose, claim: &mut Claim) {
        let What::Sum { total, parts } = &mut claim.what else {
            return;
        };
        let (None, Some(made)) = (*total, super::sums::sum(parts)) else {
            return;
        };
        let first = claim.figures.first().map_or(0, |span| span.start);
        let place = prose
            .figures
            .partition_point(|figure| figure.span.start < first);
        let Some(figure) = prose.figure(place) else {
            return;
        };
        let unit = figure.unit.first();
        let known = |known: &&Known| {
            known.value == made
                && unit
                    == folded(&known.unit)
                        .split(' ')
                        .next()
                        .map(str::to_owned)
                        .as_ref()
        };
        if let Some(known) = self.known.iter().find(known) {
            *total = Some(known.value);
            (claim.verdict, claim.why) = (Verdict::Agrees, Why::Plain);
        } else if let Some((value, beside)) = inferred::whole(self, prose, figure, made) {
            *total = Some(value);
            let is_same = value == made;
            claim.verdict = if is_same {
                Verdict::Agrees
            } else {
                Verdict::Disagrees
            };
            claim.why = Why::Plain;
            claim.row = Some(beside);
        }
    }

    /// The computed row that has these parts, or the row of shares that is meant by the words.
    fn ratio(
        &self,
        prose: &Prose,
        claim: &Claim,
        part: Decimal,
        whole: Option<Decimal>,
        printed: Option<Printed>,
    ) -> Option<Beside> {
        let said = said_around(prose, claim);
        let ratios = || self.lines.iter().filter(|line| line.is_ratio);
        let mut same: Option<(&Line, usize)> = None;
        for line in ratios().filter(|line| line.parts == whole.map(|whole| (part, whole))) {
            let met = words_in(&line.words, &said);
            // Small figures meet by chance.
            let is_telling = whole.is_some_and(|whole| whole >= Decimal::from_integer(10));
            let is_likely = is_telling || met * 2 >= line.words.len();
            if is_likely && same.is_none_or(|(_, most)| met > most) {
                same = Some((line, met));
            }
        }
        if let Some((line, _)) = same {
            return Some(beside(line, true));
        }
        // What the text itself gives as a fraction is meant as the row gives it; a whole that was found for a share may
        // be another than that of the row.
        let start = claim.offset();
        let first = prose
            .figures
            .partition_point(|figure| figure.span.start < start);
        let is_fraction = prose
            .figure(first)
            .is_some_and(|figure| figure.role == Role::Upper);
        if !is_fraction {
            return None;
        }
        let line = best(ratios(), &said, (FEWEST, NEARLY_ALL), |_| false)?;
        let is_same = match (line.parts, printed) {
            (None, Some(printed)) => is_value(line, printed),
            (None, None) => return None,
            (Some(parts), _) => Some(parts) == whole.map(|whole| (part, whole)),
        };
        Some(beside(line, is_same))
    }

    /// The row of shares that is meant by the words around a percentage.
    fn share(&self, prose: &Prose, claim: &Claim, printed: Printed) -> Option<Beside> {
        let said = said_around(prose, claim);
        let ratios = self.lines.iter().filter(|line| line.is_ratio);
        let line = best(ratios, &said, (FEWEST_ALONE, ALL), |_| false)?;
        Some(beside(line, is_value(line, printed)))
    }

    /// A figure of the text whose row says another.
    fn figure(&self, prose: &Prose, place: usize, figure: &Figure) -> Option<Claim> {
        let what = What::Figure {
            value: figure.value,
        };
        let mut claim = Claim::new(what, Verdict::CannotTell, Why::RowOnly, &[figure]);
        let said = said_around(prose, &claim);
        let counts = self.lines.iter().filter(|line| {
            let unit = figure.unit.get(..2).unwrap_or(&figure.unit).join(" ");
            !line.is_ratio && line.units.contains(&unit)
        });
        let line = best(counts, &said, (FEWEST_ALONE, ALL), |line| {
            line.value == figure.value
        })?;
        if line.value == figure.value {
            return None;
        }
        if let Some(claim) = inferred::together(prose, place, figure, line) {
            return Some(claim);
        }
        claim.row = Some(beside(line, false));
        Some(claim)
    }
}

/// What a measure counts: `Cơ quan, đơn vị` is `co quan` and `don vi`; a procedure is shortened as often as not.
fn units(measure: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for part in measure.split([',', '(', '/']) {
        let words = folded(part);
        let words: Vec<&str> = words.split_whitespace().take(2).collect();
        let unit = words.join(" ");
        match unit.as_str() {
            "thu tuc" => units.extend(["tthc".to_owned(), "thu tuc".to_owned()]),
            "nguoi" => units.extend(PEOPLE.iter().map(|unit| (*unit).to_owned())),
            _ => units.push(unit),
        }
    }
    units
}

/// What people are called behind a figure.
const PEOPLE: &[&str] = &["nguoi", "cong chuc", "vien chuc", "can bo", "bien che"];

/// Whether a row says what is printed, rounded to the printed places, or within what `trên` and `khoảng` allow.
fn is_value(line: &Line, printed: Printed) -> bool {
    let exact = Fraction::from_decimal(line.value);
    judge(exact, printed.value, printed.decimals, printed.bound) != Verdict::Disagrees
}

pub(super) fn beside(line: &Line, is_same: bool) -> Beside {
    Beside {
        cell: line.cell,
        value: line.value,
        parts: line.parts,
        is_same,
        other: None,
    }
}

/// The row of which the most words are said, where they are nearly all of its own; none where two have as many, unless
/// one of them says the same as the text.
pub(super) fn best<'a>(
    lines: impl Iterator<Item = &'a Line>,
    said: &[String],
    (fewest, hundredths): (usize, usize),
    is_same: impl Fn(&Line) -> bool,
) -> Option<&'a Line> {
    let mut best: Option<(&Line, usize, bool)> = None;
    for line in lines {
        let met = words_in(&line.words, said);
        if met < fewest || met * 100 < line.words.len() * hundredths {
            continue;
        }
        best = match best {
            Some((before, most, _)) if most == met => {
                let keep = if is_same(line) { line } else { before };
                Some((keep, most, true))
            }
            Some((_, most, _)) if most > met => best,
            _ => Some((line, met, false)),
        };
    }
    let (line, _, is_shared) = best?;
    (!is_shared || is_same(line)).then_some(line)
}
