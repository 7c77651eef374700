//! Shares: `A/B`, `A/B …, đạt p%`, `p% (A/B)`, `A …, chiếm p%`, `A trên tổng số B, đạt p%`.

use super::MAX_CLAIMS;
use super::claims::{Claim, Printed, What, Why, ratio};
use super::figures::{Bound, Figure, Role, word_before};
use super::prose::Prose;
use super::tokens::Sign;
use super::verdict::Verdict;
use super::whole::whole_of;

/// Words that tie a percentage to the figure before it.
const TIES: &[&str] = &["=", "dat", "chiem", "bang", "le", "tuong"];
/// What may stand between a figure and its percentage beside those, where nothing else can be meant.
const LOOSE: &[&str] = &[
    "=", "dat", "chiem", "bang", "ty", "ti", "le", "tuong", "duong", "khoang", "tren", "hon",
    "gan", "duoi", "la", "muc", "ung", "voi",
];
/// The most tokens between a figure and its percentage.
const WORDS_BETWEEN: usize = 30;

/// The part that a percentage is said of.
enum Part {
    /// A fraction: its upper and lower figure.
    Fraction(usize, usize),
    /// A figure; whether nothing else can be meant by the percentage.
    Figure(usize, bool),
}

/// Every share of the text, with what the sums say of parts and wholes.
pub(super) fn ratios(prose: &Prose, wholes: &[Vec<usize>], changes: &[usize]) -> Vec<Claim> {
    let mut claims = Vec::new();
    // The figures of which a percentage is said.
    let mut used = vec![false; prose.figures.len()];
    for (place, figure) in prose.figures.iter().enumerate() {
        // The rest would not be told.
        if claims.len() > MAX_CLAIMS {
            break;
        }
        if figure.role != Role::Percent || changes.binary_search(&place).is_ok() {
            continue;
        }
        let printed = Printed::of(figure);
        match part_of(prose, place, figure, &used) {
            Some(Part::Fraction(upper, lower)) => {
                mark(&mut used, upper);
                claims.extend(of_pair(prose, upper, lower, Some((printed, figure))));
            }
            Some(Part::Figure(part, is_tight)) => {
                mark(&mut used, part);
                claims.extend(of_part(prose, part, place, is_tight, of(wholes, part)));
            }
            None => {
                if figure.bound != Bound::Aim {
                    let what = What::Share { printed };
                    let verdict = Verdict::CannotTell;
                    claims.push(Claim::new(what, verdict, Why::NoParts, &[figure]));
                }
            }
        }
    }
    let most = claims.len() + MAX_CLAIMS;
    for (place, figure) in prose.figures.iter().enumerate() {
        if claims.len() > most {
            break;
        }
        if used.get(place) == Some(&true) {
            continue;
        }
        if let Some(whole) = of(wholes, place)
            .first()
            .filter(|_| is_completed(prose, figure))
        {
            claims.extend(of_pair(prose, place, *whole, None));
        }
        let is_new = figure.role == Role::Upper;
        let lower = prose.figure(place + 1);
        if let Some(lower) = lower.filter(|lower| is_new && figure.value <= lower.value) {
            let is_whole = figure.value.is_whole() && lower.value.is_whole();
            if is_whole && !lower.value.is_zero() {
                claims.extend(of_pair(prose, place, place + 1, None));
            }
        }
    }
    claims
}

fn of(wholes: &[Vec<usize>], part: usize) -> &[usize] {
    wholes.get(part).map_or(&[], Vec::as_slice)
}

fn mark(used: &mut [bool], place: usize) {
    if let Some(used) = used.get_mut(place) {
        *used = true;
    }
}

/// `trong đó, đã hoàn thành 12 nhiệm vụ`: how far one has come, which an office is asked in percent.
fn is_completed(prose: &Prose, figure: &Figure) -> bool {
    let word = |back: usize| word_before(&prose.tokens, figure.token, back);
    figure.role == Role::Plain && word(1) == "thanh" && word(2) == "hoan"
}

fn of_pair(
    prose: &Prose,
    upper: usize,
    lower: usize,
    printed: Option<(Printed, &Figure)>,
) -> Option<Claim> {
    let (part, whole) = (prose.figure(upper)?, prose.figure(lower)?);
    let (what, verdict, why) = ratio(part.value, whole.value, printed.map(|(printed, _)| printed));
    let mut figures = vec![part, whole];
    figures.extend(printed.map(|(_, figure)| figure));
    Some(Claim::new(what, verdict, why, &figures))
}

/// A part with a percentage, and the whole that fits or must be meant.
fn of_part(
    prose: &Prose,
    part: usize,
    percent: usize,
    is_tight: bool,
    wholes: &[usize],
) -> Option<Claim> {
    let (figure, stated) = (prose.figure(part)?, prose.figure(percent)?);
    let found = whole_of(prose, part, percent, is_tight, wholes);
    let printed = Printed::of(stated);
    let Some(whole) = found.whole.and_then(|whole| prose.figure(whole)) else {
        let what = What::Ratio {
            part: figure.value,
            whole: None,
            printed: Some(printed),
        };
        let why = if found.are_many {
            Why::ManyWholes
        } else {
            Why::NoWhole
        };
        return Some(Claim::new(
            what,
            Verdict::CannotTell,
            why,
            &[figure, stated],
        ));
    };
    let (what, verdict, why) = ratio(figure.value, whole.value, Some(printed));
    Some(Claim::new(what, verdict, why, &[figure, whole, stated]))
}

/// What a percentage is said of.
fn part_of(prose: &Prose, place: usize, percent: &Figure, used: &[bool]) -> Option<Part> {
    after(prose, place, percent)
        .or_else(|| before(prose, place, percent, used))
        .or_else(|| namely(prose, place, percent))
}

/// `p% (A/B)`
fn after(prose: &Prose, place: usize, percent: &Figure) -> Option<Part> {
    let next = prose.figure(place + 1)?;
    let between = prose.between(percent.token + 2, next.token);
    let is_tied = next.role == Role::Upper
        && next.sentence == percent.sentence
        && next.depth == percent.depth + 1
        && between.len() <= 6
        && between
            .iter()
            .all(|token| matches!(token.sign, Sign::Open | Sign::Word | Sign::Colon));
    is_tied.then_some(Part::Fraction(place + 1, place + 2))
}

/// `A/B …, đạt p%`; `A …, chiếm p%`; `A (tỷ lệ p%)`
fn before(prose: &Prose, place: usize, percent: &Figure, used: &[bool]) -> Option<Part> {
    for (found, figure) in prose.before(place) {
        if figure.paragraph != percent.paragraph {
            return None;
        }
        // What stands in a bracket that is closed again belongs to something else.
        let is_inside = figure.depth > percent.depth || is_closed_between(prose, figure, percent);
        if is_inside {
            continue;
        }
        if figure.sentence != percent.sentence {
            return None;
        }
        let tie = tie(prose, figure, percent)?;
        return match figure.role {
            Role::Plain => {
                let over = is_over(prose, figure)
                    .then(|| upper_of(prose, found))
                    .flatten();
                Some(match over {
                    Some(upper) => Part::Fraction(upper, found),
                    None => Part::Figure(found, tie),
                })
            }
            Role::Lower => {
                let upper = found.checked_sub(1)?;
                (used.get(upper) != Some(&true)).then_some(Part::Fraction(upper, found))
            }
            Role::Percent | Role::Upper | Role::Mean => None,
        };
    }
    None
}

/// Whether the bracket of a figure closes before the percentage.
fn is_closed_between(prose: &Prose, figure: &Figure, percent: &Figure) -> bool {
    let between = prose.between(figure.token + 1, percent.token);
    figure.depth > 0
        && between
            .iter()
            .any(|token| token.sign == Sign::Close && token.depth <= figure.depth)
}

/// Whether a percentage is tied to a figure before it at all, and if so whether nothing else can be meant.
fn tie(prose: &Prose, figure: &Figure, percent: &Figure) -> Option<bool> {
    let between = prose.between(figure.token + 1, percent.token);
    let outside = || between.iter().filter(|token| token.depth <= percent.depth);
    if outside().count() > WORDS_BETWEEN || outside().any(|token| token.sign == Sign::Semicolon) {
        return None;
    }
    let opens = percent.depth > figure.depth;
    let is_tied = outside().any(|token| TIES.contains(&token.word.as_str()));
    // Right behind the bracket: `87.451 (57,4%)`.
    let is_alone = opens
        && prose
            .tokens
            .get(percent.token.wrapping_sub(1))
            .is_some_and(|token| token.sign == Sign::Open);
    if !is_tied && !is_alone {
        return None;
    }
    let words = between
        .iter()
        .rev()
        .filter(|token| token.depth <= percent.depth);
    let last =
        words.take_while(|token| !matches!(token.sign, Sign::Comma | Sign::Open | Sign::Close));
    let is_tight = last
        .clone()
        .all(|token| LOOSE.contains(&token.word.as_str()));
    let commas = outside().filter(|token| token.sign == Sign::Comma).count();
    let verbs = outside()
        .filter(|token| ["da", "duoc", "con"].contains(&token.word.as_str()))
        .count();
    Some(is_tight && commas <= 1 && verbs == 0)
}

/// Whether a figure stands behind `trên`, `trên tổng số` or `trong tổng số`.
fn is_over(prose: &Prose, figure: &Figure) -> bool {
    let word = |back: usize| word_before(&prose.tokens, figure.token, back);
    let is_total = word(1) == "so" && word(2) == "tong";
    word(1) == "tren" || is_total && ["tren", "trong"].contains(&word(3))
}

/// The figure right before one that stands behind `trên`.
fn upper_of(prose: &Prose, lower: usize) -> Option<usize> {
    let (whole, upper) = (prose.figure(lower)?, lower.checked_sub(1)?);
    let part = prose.figure(upper)?;
    let between = prose.between(part.token + 1, whole.token);
    let is_near = part.role == Role::Plain
        && part.sentence == whole.sentence
        && part.depth == whole.depth
        && part.value <= whole.value
        && between.len() <= 9
        && !between
            .iter()
            .any(|token| matches!(token.sign, Sign::Comma | Sign::Semicolon | Sign::Colon));
    is_near.then_some(upper)
}

/// `đã hoàn thành p% kế hoạch đề ra, cụ thể: … được tổng số A lớp`
fn namely(prose: &Prose, place: usize, percent: &Figure) -> Option<Part> {
    let (found, next) = prose.after(place).next()?;
    let between = percent.token + 2..next.token;
    let is_namely = prose.find(between.clone(), &[&["cu", "the"]]).is_some();
    let is_near = between.len() <= WORDS_BETWEEN
        && next.role == Role::Plain
        && next.sentence == percent.sentence
        && next.depth == percent.depth;
    (is_namely && is_near).then_some(Part::Figure(found, false))
}
