//! Sums in words: `với T nhiệm vụ; Trong đó: có thời hạn a, không thời hạn b`, `T người (x a, y b)`, `T, gồm a … và b …`.

use super::MAX_CLAIMS;
use super::claims::{Claim, What, Why};
use super::figures::{Bound, Figure, Role};
use super::kin::{Kinship, kinship};
use super::prose::Prose;
use super::tokens::Sign;
use super::verdict::{Verdict, distance};
use crate::number::{Decimal, Fraction};
use std::cmp::Ordering;
use std::ops::Range;

/// What was found of sums.
#[derive(Default)]
pub(super) struct Sums {
    pub(super) claims: Vec<Claim>,
    /// For each figure the wholes of which the text says that it is a part: places among the figures.
    pub(super) wholes: Vec<Vec<usize>>,
    /// The whole and the parts of each claim, that none is told twice.
    told: Vec<(Option<usize>, Vec<usize>)>,
}

/// How sure it is that the parts named are all there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// `gồm`: they are all.
    All,
    /// `trong đó`, brackets: they may be some of them.
    Perhaps,
}

/// Within a fifth of the whole the parts are taken to be meant as all.
const NEAR: i64 = 5;
/// The most tokens between a whole and its brackets.
const WORDS_BETWEEN: usize = 10;
/// The most parts of a sum.
const MAX_PARTS: usize = 30;

/// Every sum that a bracket or a word of listing announces.
pub(super) fn sums(prose: &Prose) -> Sums {
    let mut sums = Sums {
        wholes: vec![Vec::new(); prose.figures.len()],
        ..Sums::default()
    };
    let mut of_which: Option<usize> = None;
    for (place, token) in prose.tokens.iter().enumerate() {
        if sums.claims.len() > MAX_CLAIMS {
            break;
        }
        if token.sign == Sign::Open {
            sums.of_bracket(prose, place);
        } else if prose.says(place, &["trong", "do"]) && of_which != Some(place) {
            let is_in_bracket = place
                .checked_sub(1)
                .and_then(|before| prose.tokens.get(before))
                .is_some_and(|before| before.sign == Sign::Open);
            if !is_in_bracket {
                sums.of_which(prose, place);
            }
            of_which = Some(place);
        } else if token.word == "gom" || prose.says(place, &["cu", "the"]) {
            let parts = if token.word == "gom" {
                Parts::All
            } else {
                Parts::Perhaps
            };
            let behind = place + if token.word == "gom" { 1 } else { 2 };
            sums.of_list(prose, place, behind, parts);
        } else if token.sign == Sign::Colon {
            sums.of_list(prose, place, place + 1, Parts::Perhaps);
        }
    }
    sums
}

impl Sums {
    /// `T hồ sơ (a trong hạn, b quá hạn)`; a second bracket may stand between.
    fn of_bracket(&mut self, prose: &Prose, open: usize) {
        let Some(depth) = prose.tokens.get(open).map(|token| token.depth) else {
            return;
        };
        // What is named besides is no part, and what rose or fell from one to the other is none either.
        let first = prose.tokens.get(open + 1);
        if first.is_some_and(|token| ["ngoai", "tu", "tang", "giam"].contains(&token.word.as_str()))
        {
            return;
        }
        // Most brackets have no figures, and need not be followed to their end.
        let next = prose.figure(prose.figure_from(open));
        if next.is_none_or(|next| next.token > open + MAX_BRACKET) {
            return;
        }
        let range = open + 1..close_of(prose, open, depth);
        let segments = prose.segments(range, depth);
        let wholes = self.whole_before(prose, open, depth);
        self.groups(prose, &segments, &wholes, open, Parts::Perhaps);
    }

    /// The figures that may be the whole of a bracket, nearest first.
    fn whole_before(&self, prose: &Prose, open: usize, depth: u8) -> Vec<usize> {
        let sentence = prose.tokens.get(open).map(|token| token.sentence);
        let mut wholes = Vec::new();
        for (place, figure) in prose.before(prose.figure_from(open)) {
            if Some(figure.sentence) != sentence {
                break;
            }
            if figure.depth >= depth {
                continue;
            }
            if figure.role != Role::Plain {
                break;
            }
            let between = prose.between(figure.token + 1, open);
            if between.len() > MAX_BRACKET {
                break;
            }
            let words = between.iter().filter(|token| token.depth < depth).count();
            if wholes.is_empty() && words > WORDS_BETWEEN {
                break;
            }
            wholes.push(place);
        }
        wholes
    }

    /// `T …. Trong đó, a …, b …`
    fn of_which(&mut self, prose: &Prose, place: usize) {
        let Some(token) = prose.tokens.get(place) else {
            return;
        };
        let depth = token.depth;
        let mut end = prose.end_of_sentence(place).min(place + MAX_BRACKET);
        if let Some((next, _)) = prose.find(place + 2..end, &[&["trong", "do"]]) {
            end = next;
        }
        end = end_at_depth(prose, place, end, depth);
        let segments = prose.segments(place + 2..end, depth);
        let wholes: Vec<usize> = prose
            .before(prose.figure_from(place))
            .take_while(|(_, figure)| {
                figure.paragraph == token.paragraph && figure.sentence + 2 >= token.sentence
            })
            .filter(|(_, figure)| figure.role == Role::Plain && figure.depth <= depth)
            .map(|(place, _)| place)
            .collect();
        self.groups(prose, &segments, &wholes, place, Parts::Perhaps);
    }

    /// `T …, gồm a … và b …`
    fn of_list(&mut self, prose: &Prose, place: usize, behind: usize, parts: Parts) {
        let Some(token) = prose.tokens.get(place) else {
            return;
        };
        let depth = token.depth;
        let mut wholes = prose.before(prose.figure_from(place));
        let whole = wholes.find(|(_, figure)| figure.depth <= depth);
        let Some((whole, figure)) = whole else {
            return;
        };
        let between = prose.between(figure.token + 1, place);
        let is_near = figure.sentence == token.sentence
            && figure.role == Role::Plain
            && between.len() <= WORDS_BETWEEN
            && !between
                .iter()
                .any(|token| matches!(token.sign, Sign::Semicolon | Sign::Colon))
            && (parts == Parts::All || !between.iter().any(|token| token.sign == Sign::Comma));
        if !is_near {
            return;
        }
        let end = end_at_depth(prose, place, prose.end_of_sentence(place), depth);
        let segments = prose.segments(behind..end, depth);
        self.groups(prose, &segments, &[whole], place, parts);
    }

    /// The parts in groups, one for each thing that is counted, each with its whole.
    fn groups(
        &mut self,
        prose: &Prose,
        segments: &[Vec<usize>],
        wholes: &[usize],
        place: usize,
        parts: Parts,
    ) {
        let is_one = segments.iter().all(|segment| segment.len() == 1);
        let all: Vec<usize> = segments.iter().flatten().copied().take(MAX_PARTS).collect();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for part in &all {
            let alike = |group: &&mut Vec<usize>| {
                let first = group.first().and_then(|first| prose.figure(*first));
                is_one
                    || first
                        .zip(prose.figure(*part))
                        .is_some_and(|(first, part)| kinship(first, part) == Kinship::Same)
            };
            match groups.iter_mut().find(alike) {
                Some(group) => group.push(*part),
                None => groups.push(vec![*part]),
            }
        }
        for group in groups {
            let related = |whole: &&usize| {
                let whole = prose.figure(**whole);
                let parts = || group.iter().filter_map(|part| prose.figure(*part));
                whole.is_some_and(|whole| {
                    parts().any(|part| kinship(whole, part) == Kinship::Same)
                        || parts().all(|part| kinship(whole, part) == Kinship::Open)
                })
            };
            let whole = wholes.iter().find(related).copied();
            if let Some(whole) = whole {
                for part in &group {
                    if let Some(wholes) = self.wholes.get_mut(*part)
                        && !wholes.contains(&whole)
                    {
                        wholes.push(whole);
                    }
                }
            }
            if group.len() >= 2 {
                self.tell(prose, whole, group, place, parts);
            }
        }
    }

    fn tell(
        &mut self,
        prose: &Prose,
        whole: Option<usize>,
        group: Vec<usize>,
        place: usize,
        parts: Parts,
    ) {
        let figures: Vec<&Figure> = group
            .iter()
            .filter_map(|part| prose.figure(*part))
            .collect();
        let total = whole.and_then(|whole| prose.figure(whole));
        let is_bracket = prose
            .tokens
            .get(place)
            .is_some_and(|token| token.sign == Sign::Open);
        let count_same = figures.windows(2).all(|pair| match pair {
            [one, other] => kinship(one, other) == Kinship::Same,
            _ => false,
        });
        // Without a whole only a bracket says that its parts belong together.
        if total.is_none() && !(is_bracket && count_same) {
            return;
        }
        let told = (whole, group);
        let mut lately = self.told.iter().rev().take(20);
        if lately.any(|known| *known == told) {
            return;
        }
        let values: Vec<Decimal> = figures.iter().map(|figure| figure.value).collect();
        let Some(sum) = sum(&values) else {
            return;
        };
        let (verdict, why) = match total {
            None => (Verdict::CannotTell, Why::NoWhole),
            Some(total) => weigh(sum, total, parts, is_partition(prose, &told.1)),
        };
        let mut all = figures;
        all.extend(total);
        let what = What::Sum {
            total: total.map(|total| total.value),
            parts: values,
        };
        self.claims.push(Claim::new(what, verdict, why, &all));
        self.told.push(told);
    }
}

/// The sum of these numbers.
pub(super) fn sum(values: &[Decimal]) -> Option<Decimal> {
    values
        .iter()
        .try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))
}

/// What becomes of a sum beside its whole. Parts that miss it by more than a fifth may be only some of it, unless the
/// text says that they are all, or they divide it: within the term and past it.
fn weigh(sum: Decimal, total: &Figure, parts: Parts, is_partition: bool) -> (Verdict, Why) {
    let stated = total.value;
    let is_loose = match total.bound {
        Bound::Exact => false,
        Bound::Above => sum >= stated,
        Bound::Below => sum <= stated,
        Bound::About | Bound::Aim => true,
    };
    if sum == stated {
        (Verdict::Agrees, Why::Plain)
    } else if is_loose || !(parts == Parts::All || is_partition || is_near(sum, stated)) {
        (Verdict::CannotTell, Why::NotAll)
    } else {
        (Verdict::Disagrees, Why::Plain)
    }
}

/// Whether a sum misses its whole by no more than a fifth of it.
pub(super) fn is_near(sum: Decimal, total: Decimal) -> bool {
    let (sum, total) = (Fraction::from_decimal(sum), Fraction::from_decimal(total));
    let times = Fraction::from_decimal(Decimal::from_integer(NEAR));
    let off = distance(sum, total).and_then(|off| off.checked_mul(times));
    off.is_some_and(|off| off.compare(&total) != Ordering::Greater)
}

/// Words that divide a whole, each with what it may mean.
const FAMILIES: &[&[&[&str]]] = &[
    &[
        &["som", "han"],
        &["truoc", "han"],
        &["dung", "han"],
        &["trong", "han"],
        &["qua", "han"],
        &["tre", "han"],
    ],
    &[&["truc", "tuyen"], &["truc", "tiep"], &["buu", "chinh"]],
    &[&["toan", "trinh"], &["mot", "phan"]],
    &[
        &["co", "thoi", "han"],
        &["khong", "thoi", "han"],
        &["khong", "co", "thoi"],
    ],
    &[&["nam"], &["nu"]],
];

/// Whether each part has another word of one family that divides a whole.
fn is_partition(prose: &Prose, parts: &[usize]) -> bool {
    let around = |part: usize| {
        let figure = prose.figure(part)?;
        let sign =
            |token: &super::tokens::Token| matches!(token.sign, Sign::Comma | Sign::Semicolon);
        let before = prose.between(figure.token.saturating_sub(8), figure.token);
        let before = before.iter().rev().take_while(|token| !sign(token)).count();
        let behind = prose.between(figure.token + 1, figure.token + 9);
        let behind = behind.iter().take_while(|token| !sign(token)).count();
        Some(figure.token - before..figure.token + 1 + behind)
    };
    FAMILIES.iter().any(|family| {
        let mut met: Vec<usize> = Vec::new();
        parts.iter().all(|part| {
            let Some(range) = around(*part) else {
                return false;
            };
            let found = family
                .iter()
                .position(|words| prose.find(range.clone(), &[words]).is_some());
            let is_new = found.is_some_and(|found| !met.contains(&found));
            met.extend(found);
            is_new
        })
    })
}

/// Where a bracket ends, or its paragraph where it is never closed.
fn close_of(prose: &Prose, open: usize, depth: u8) -> usize {
    let paragraph = prose.tokens.get(open).map(|token| token.paragraph);
    let tokens = prose.tokens.get(open + 1..).unwrap_or_default();
    let ends = |token: &super::tokens::Token| {
        Some(token.paragraph) != paragraph || (token.sign == Sign::Close && token.depth == depth)
    };
    open + 1
        + tokens
            .iter()
            .take(MAX_BRACKET)
            .position(ends)
            .unwrap_or_else(|| tokens.len().min(MAX_BRACKET))
}

/// The most tokens that are looked at in a bracket.
const MAX_BRACKET: usize = 240;

/// The end of a range, or the place before it where the bracket around it closes.
fn end_at_depth(prose: &Prose, from: usize, end: usize, depth: u8) -> usize {
    let end = end.min(from + MAX_BRACKET);
    let mut range: Range<usize> = from..end;
    range
        .find(|place| {
            let token = prose.tokens.get(*place);
            token.is_none_or(|token| {
                token.depth < depth || (token.sign == Sign::Close && token.depth == depth)
            })
        })
        .unwrap_or(end)
}
