//! The units by what they have in one row, against the mark that a plan sets for it.

use super::{Collection, Direction, Figure, Return, Settled};
use crate::form::{CellId, Form, Kind};
use crate::formula::{Operand, Reason, Value};
use crate::number::{Decimal, Fraction, write};
use crate::period::Period;
use crate::plan::{self, Answer, Demand, Fit, Scale, Target, Targets, Verdict, judge};
use crate::words::{Language, Phrase, filled};
use std::collections::BTreeSet;

/// A ranking, as plain data from which bars are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking<'a> {
    /// The row.
    pub cell: CellId,
    /// From the left to the right of the drawing; it holds all figures, the mark and zero.
    pub scale: Scale,
    /// The units with a figure, the best first: the largest, or the smallest where the plan sets a ceiling.
    pub bars: Vec<Bar>,
    /// The places of the returns without a figure that were asked for one, and what stands there.
    pub without: Vec<(usize, Figure)>,
    /// What the plan demands; none where no target has a mark for the row.
    pub mark: Option<Mark<'a>>,
}

/// What the plan demands of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The target.
    pub target: &'a Target,
    /// How the row answers it.
    pub answer: &'a Answer,
    /// Where the line stands, 0 to 1000 from the left.
    pub place: u32,
}

/// A unit with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The place of the return.
    pub at: usize,
    /// From 1. Equal figures share a rank, and the next ones are as far behind as there are better ones.
    pub rank: usize,
    /// The figure as it stands on the paper.
    pub figure: Decimal,
    /// Where the bar ends, 0 to 1000 from the left; it begins where zero is ([`Ranking::zero`]).
    pub end: u32,
    /// Whether the unit has reached the mark, judged before rounding; none without a mark.
    pub verdict: Option<Verdict>,
}

impl Bar {
    /// Whether the unit has not reached the mark.
    pub fn is_behind(&self) -> bool {
        matches!(self.verdict, Some(Verdict::NotYet { .. }))
    }
}

/// The rows of a form that can be ranked: the ratios, which are the same whatever the size of the unit.
pub fn ranked_rows(form: &Form) -> Vec<CellId> {
    let is_ratio = |cell: &CellId| {
        let row = form.row(*cell);
        row.is_some_and(|row| row.kind == Kind::Ratio) && !form.is_helper(*cell)
    };
    form.cells().filter(is_ratio).collect()
}

impl<'a> Ranking<'a> {
    /// The ranking of the returns that count by a row. `targets` are those of the plans.
    pub fn of(
        collection: &Collection,
        settled: &Settled,
        cell: CellId,
        targets: &'a Targets,
    ) -> Ranking<'a> {
        let form = &collection.form().form;
        let target = target(collection, cell, targets);
        let best_first = match target.map(|(target, _)| target.comparator.demand()) {
            Some(Demand::Ceiling) => Direction::Rising,
            Some(Demand::Floor | Demand::Above) | None => Direction::Falling,
        };
        let (lines, without) = lines(collection, settled, cell);
        let is_share = form.row(cell).is_some_and(|row| row.kind == Kind::Ratio);
        let figures = lines.iter().map(|(_, figure)| *figure);
        let mark = target.map(|(target, _)| target.number);
        let scale = Scale::of(figures.chain(mark), is_share);
        let mut bars: Vec<Bar> = Vec::with_capacity(lines.len());
        for (at, figure) in in_order(&lines, best_first) {
            let place = bars.len() + 1;
            let equal = bars.last().filter(|before| before.figure == figure);
            let rank = equal.map_or(place, |before| before.rank);
            let one = collection.returns().get(at);
            let judged = plan::Figure {
                value: figure,
                exact: one.and_then(|one| exact(form, one, cell)),
            };
            bars.push(Bar {
                at,
                rank,
                figure,
                end: scale.place(figure),
                verdict: target.map(|(target, answer)| judge(target, answer, Ok(judged))),
            });
        }
        Ranking {
            cell,
            bars,
            without,
            mark: target.map(|(target, answer)| Mark {
                target,
                answer,
                place: scale.place(target.number),
            }),
            scale,
        }
    }

    /// Where zero is, 0 to 1000 from the left.
    pub fn zero(&self) -> u32 {
        self.scale.place(Decimal::ZERO)
    }

    /// The units that have not reached the mark.
    pub fn behind(&self) -> impl Iterator<Item = &Bar> {
        self.bars.iter().filter(|bar| bar.is_behind())
    }

    /// The drawing in words: best and last, how many have reached the mark, how many have no figure.
    pub fn words(&self, collection: &Collection) -> Phrase {
        Phrase::new(
            self.said(collection, Language::Vi),
            self.said(collection, Language::En),
        )
    }

    fn said(&self, collection: &Collection, language: Language) -> String {
        let name = |at: usize| {
            let one = collection.returns().get(at);
            one.map_or("", |one| one.agency.name.as_str())
        };
        let row = collection.form().form.row(self.cell);
        let label = row.map_or("", |row| row.label.text(language));
        let count = self.bars.len().to_string();
        let say = |vi: &str, en: &str, parts: &[&str]| filled(language.pick(vi, en), parts);
        let mut text = say(
            "Xếp hạng theo “{}”: {} đơn vị có số liệu.",
            "Ranking by “{}”: {} units have a figure.",
            &[label, &count],
        );
        if let (Some(first), Some(last)) = (self.bars.first(), self.bars.last()) {
            let (best, worst) = (write(first.figure), write(last.figure));
            text.push_str(&say(
                " Đứng đầu: {} ({}); cuối cùng: {} ({}).",
                " First: {} ({}); last: {} ({}).",
                &[name(first.at), &best, name(last.at), &worst],
            ));
        }
        if let Some(mark) = &self.mark {
            let of = |verdict: fn(&Verdict) -> bool| {
                let bars = self.bars.iter().filter_map(|bar| bar.verdict.as_ref());
                bars.filter(|it| verdict(it)).count().to_string()
            };
            let reached = of(|it| matches!(it, Verdict::Reached { .. }));
            let behind = of(|it| matches!(it, Verdict::NotYet { .. }));
            text.push_str(&say(
                " Mức của kế hoạch: {}; {} đơn vị đạt, {} đơn vị chưa đạt.",
                " The plan demands {}; {} units have reached it, {} have not.",
                &[mark.target.mark().text(language), &reached, &behind],
            ));
        }
        if !self.without.is_empty() {
            text.push_str(&say(
                " {} đơn vị không có số liệu.",
                " {} units have no figure.",
                &[&self.without.len().to_string()],
            ));
        }
        text
    }
}

/// The first target of the period whose mark the row really answers.
fn target<'a>(
    collection: &Collection,
    cell: CellId,
    targets: &'a Targets,
) -> Option<(&'a Target, &'a Answer)> {
    let form = &collection.form().form;
    let row = form.row(cell)?;
    let period = Period::parse(collection.period())?;
    let found = targets.of_row(&form.id, &row.id, period).into_iter();
    let mut judged = found.filter(|(target, answer)| {
        matches!(answer.fit, Fit::Answers | Fit::Narrower) && !target.is_impossible()
    });
    judged.next()
}

/// The returns with a figure, and those that were asked for one and have none, by agency code.
type Lines = (Vec<(usize, Decimal)>, Vec<(usize, Figure)>);

fn lines(collection: &Collection, settled: &Settled, cell: CellId) -> Lines {
    let row = collection.form().form.row(cell);
    let mut lines = Lines::default();
    for at in settled.counted() {
        let Some(one) = collection.returns().get(at) else {
            continue;
        };
        let figure = one.figure(cell);
        match figure {
            Figure::Number(number) => lines.0.push((at, number)),
            _ if row.is_some_and(|row| row.is_for(one.agency.level)) => lines.1.push((at, figure)),
            _ => {}
        }
    }
    lines
}

/// The best first; equal figures by agency code.
fn in_order(lines: &[(usize, Decimal)], direction: Direction) -> Vec<(usize, Decimal)> {
    let mut keys: BTreeSet<(Decimal, usize, usize)> = BTreeSet::new();
    for (place, (at, figure)) in lines.iter().enumerate() {
        keys.insert((direction.turned(*figure), *at, place));
    }
    let places = keys.into_iter();
    let lines = places.filter_map(|(_, _, place)| lines.get(place).copied());
    lines.collect()
}

/// What was computed, before it was rounded; none where an operand is computed itself or has no number.
fn exact(form: &Form, one: &Return, cell: CellId) -> Option<Fraction> {
    let row = form.row(cell)?;
    let bound = row.formula.as_ref()?;
    let outcome = bound.formula.evaluate(|place| {
        let operand = bound.cells.get(place).copied();
        let entered = operand.filter(|cell| form.row(*cell).is_some_and(|row| row.is_entry()));
        match entered.and_then(|cell| one.number(cell)) {
            Some(number) => Operand::Value(Fraction::from_decimal(number)),
            None => Operand::Without(Reason::Missing),
        }
    });
    match outcome.value {
        // A return that came over from another form set may state what its parts here do not give.
        Ok(Value::Number(exact)) => {
            Some(exact).filter(|exact| exact.round(row.decimals) == one.number(cell))
        }
        Ok(Value::Truth(_)) | Err(_) => None,
    }
}
