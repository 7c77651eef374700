//! Of what a part is a share, where the text does not say it beside: the figure before it that fits, or must be meant.
//!
//! A figure that fits is believed: by two printed decimals it fits once in five thousand by chance. That a share is wrong
//! is only said where there is no doubt about the whole.

use super::claims::Printed;
use super::figures::{Figure, Role};
use super::kin::{Kinship, kinship};
use super::prose::Prose;
use super::verdict::{Verdict, distance, judge, percent};
use crate::number::{Decimal, Fraction};
use std::cmp::Ordering;

/// What was found for the whole.
pub(super) struct Found {
    /// Its place among the figures.
    pub(super) whole: Option<usize>,
    /// Whether there were several that do not fit.
    pub(super) are_many: bool,
}

/// How many figures of the whole text are tried where none of the paragraph fits.
const FAR: usize = 300;

/// The whole of which a figure is said to be so many percent.
pub(super) fn whole_of(
    prose: &Prose,
    part: usize,
    stated: usize,
    is_tight: bool,
    linked: &[usize],
) -> Found {
    let nothing = Found {
        whole: None,
        are_many: false,
    };
    let (Some(figure), Some(share)) = (prose.figure(part), prose.figure(stated)) else {
        return nothing;
    };
    let printed = Printed::of(share);
    let verdict = |whole: usize| {
        let exact = prose
            .figure(whole)
            .and_then(|whole| percent(figure.value, whole.value));
        exact.map(|exact| judge(exact, printed.value, printed.decimals, printed.bound))
    };
    let found = |whole| Found {
        whole: Some(whole),
        are_many: false,
    };
    // `đạt p% (so với B)` says it.
    if let Some(whole) = compared_with(prose, stated, share) {
        return found(whole);
    }
    let may = |other: &Figure| {
        other.role == Role::Plain && other.value >= figure.value && !other.value.is_zero()
    };
    let related = |other: &Figure| kinship(figure, other) != Kinship::Other;
    let near = |(_, other): &(usize, &Figure)| {
        other.paragraph == figure.paragraph && may(other) && related(other)
    };
    let near: Vec<usize> = prose
        .before(part)
        .filter(near)
        .map(|(place, _)| place)
        .collect();
    let all = || linked.iter().chain(&near).copied();
    let fits = |wanted: Verdict| all().find(|whole| verdict(*whole) == Some(wanted));
    if let Some(whole) = fits(Verdict::Agrees).or_else(|| fits(Verdict::Truncated)) {
        return found(whole);
    }
    let far = far(prose, part, figure).find(|whole| verdict(*whole) == Some(Verdict::Agrees));
    match far {
        Some(whole) if printed.decimals > 0 => return found(whole),
        // Without decimals it may fit by chance; but then nothing else is sure either.
        Some(_) => {
            return Found {
                whole: None,
                are_many: true,
            };
        }
        None => {}
    }
    let are_many = near.len() > 1;
    // Several mentions of the same figure are one.
    let value = |place: &usize| prose.figure(*place).map(|figure| figure.value);
    let is_one = near.windows(2).all(|pair| match pair {
        [one, other] => value(one) == value(other),
        _ => true,
    });
    let sure = match (linked.first(), near.first()) {
        (Some(linked), _) => Some(*linked),
        (None, Some(only)) if is_one => Some(*only),
        _ => nearest(prose, &near, figure.value, printed.value),
    };
    Found {
        whole: sure.filter(|_| is_tight),
        are_many,
    }
}

/// `so với B`, `trên tổng số B` behind the percentage, perhaps in brackets.
fn compared_with(prose: &Prose, stated: usize, share: &Figure) -> Option<usize> {
    let (place, whole) = prose.after(stated).next()?;
    let between = share.token + 2..whole.token;
    let said: [&[&str]; 3] = [&["so", "voi"], &["tren", "tong"], &["trong", "tong"]];
    let (begins, _) = prose.find(between.clone(), &said)?;
    let is_near = between.len() <= 10
        && begins <= share.token + 3
        && whole.role == Role::Plain
        && whole.sentence == share.sentence
        && !prose
            .between(between.start, between.end)
            .iter()
            .any(|token| {
                matches!(
                    token.sign,
                    super::tokens::Sign::Semicolon | super::tokens::Sign::Comma
                )
            });
    is_near.then_some(place)
}

/// Figures of the same kind anywhere before, for shares whose decimals leave little to chance.
fn far<'a>(prose: &'a Prose, part: usize, figure: &'a Figure) -> impl Iterator<Item = usize> + 'a {
    let from = part.saturating_sub(FAR);
    (from..part).rev().filter(move |place| {
        prose.figure(*place).is_some_and(|other| {
            matches!(other.role, Role::Plain | Role::Lower)
                && other.value >= figure.value
                && kinship(figure, other) == Kinship::Same
        })
    })
}

/// Of several wholes the one by which the share misses what is printed by less than half a percent: that is meant, and
/// miscalculated. None where two are as near.
fn nearest(prose: &Prose, wholes: &[usize], part: Decimal, printed: Decimal) -> Option<usize> {
    let half = Fraction::from_decimal(Decimal::new(5, 1)?);
    let stated = Fraction::from_decimal(printed);
    let is_near = |whole: &&usize| {
        let exact = prose
            .figure(**whole)
            .and_then(|whole| percent(part, whole.value));
        let off = exact.and_then(|exact| distance(exact, stated));
        off.is_some_and(|off| off.compare(&half) == Ordering::Less)
    };
    let mut near = wholes.iter().filter(is_near);
    let one = near.next()?;
    near.next().is_none().then_some(*one)
}
