//! Changes and means: `tăng 12,5% so với cùng kỳ (80 hồ sơ)`, `bình quân mỗi năm khoảng 290 doanh nghiệp`.

use super::claims::{Claim, Printed, What, Why};
use super::figures::{Bound, Figure, Role, word_before};
use super::kin::{Kinship, kinship};
use super::prose::Prose;
use super::tokens::Sign;
use super::verdict::{Verdict, judge};
use crate::number::{Decimal, Fraction};

/// What was found of changes, with the places of their percentages among the figures.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) claims: Vec<Claim>,
    pub(super) percents: Vec<usize>,
}

/// The most tokens between a percentage and the figure it is compared with.
const WORDS_BETWEEN: usize = 16;

/// Every change in percent that the text states, and every mean over years.
pub(super) fn changes(prose: &Prose) -> Changes {
    let mut changes = Changes::default();
    for (place, figure) in prose.figures.iter().enumerate() {
        match figure.role {
            Role::Percent => {
                let Some(is_growth) = direction(prose, figure) else {
                    continue;
                };
                changes.percents.push(place);
                changes
                    .claims
                    .push(change(prose, place, figure, is_growth).unwrap_or_else(|| {
                        let what = What::Share {
                            printed: Printed::of(figure),
                        };
                        Claim::new(what, Verdict::CannotTell, Why::NoParts, &[figure])
                    }));
                if figure.bound == Bound::Aim {
                    changes.claims.pop();
                }
            }
            Role::Mean => changes.claims.extend(mean(prose, place, figure)),
            Role::Plain | Role::Upper | Role::Lower => {}
        }
    }
    changes
}

/// Whether a percentage is one by which something grew or fell.
fn direction(prose: &Prose, percent: &Figure) -> Option<bool> {
    (1..=3).find_map(
        |back| match word_before(&prose.tokens, percent.token, back) {
            "tang" => Some(true),
            "giam" => Some(false),
            _ => None,
        },
    )
}

/// `A …, tăng p% so với … (B …)`, `tăng p% (từ B lên A)`
fn change(prose: &Prose, place: usize, percent: &Figure, is_growth: bool) -> Option<Claim> {
    let printed = Printed::of(percent);
    let (first, one) = prose.after(place).next()?;
    let is_near = |figure: &Figure| {
        figure.role == Role::Plain
            && figure.sentence == percent.sentence
            && prose.between(percent.token, figure.token).len() <= WORDS_BETWEEN
    };
    if !is_near(one) {
        return None;
    }
    let from_to = prose.figure(first + 1).filter(|other| {
        let joint = word_before(&prose.tokens, other.token, 1);
        let begins = word_before(&prose.tokens, one.token, 1);
        begins == "tu" && ["len", "xuong", "con", "den"].contains(&joint) && is_near(other)
    });
    let (before, after) = match from_to {
        Some(after) => (one, after),
        None => {
            let between = percent.token + 2..one.token;
            prose.find(between, &[&["so", "voi"]])?;
            let (_, after) = prose.before(place).next()?;
            let is_said = after.role == Role::Plain
                && after.sentence == percent.sentence
                && kinship(after, one) != Kinship::Other
                && !prose
                    .between(after.token, percent.token)
                    .iter()
                    .any(|token| token.sign == Sign::Semicolon);
            (one, is_said.then_some(after)?)
        }
    };
    let what = What::Change {
        before: before.value,
        after: after.value,
        printed,
        is_growth,
    };
    let mut claim = Claim::new(
        what,
        Verdict::CannotTell,
        Why::Plain,
        &[after, percent, before],
    );
    let exact = claim.exact()?;
    let goes_so = if is_growth {
        after.value >= before.value
    } else {
        after.value <= before.value
    };
    claim.verdict = if goes_so {
        judge(exact, printed.value, printed.decimals, printed.bound)
    } else {
        Verdict::Disagrees
    };
    Some(claim)
}

/// `giai đoạn 2021-2025 … A …, bình quân mỗi năm p`
fn mean(prose: &Prose, place: usize, figure: &Figure) -> Option<Claim> {
    let (_, total) = prose.before(place).find(|(_, other)| {
        other.role == Role::Plain
            && other.sentence == figure.sentence
            && kinship(other, figure) == Kinship::Same
    })?;
    let years = years(prose, figure)?;
    let printed = Printed::of(figure);
    let exact = Fraction::from_decimal(total.value).checked_div(Fraction::from_decimal(years))?;
    let verdict = judge(exact, printed.value, printed.decimals, printed.bound);
    let what = What::Mean {
        total: total.value,
        years,
        printed,
    };
    Some(Claim::new(what, verdict, Why::Plain, &[total, figure]))
}

/// How many years the nearest span before a figure has: `2021-2025` has five.
fn years(prose: &Prose, figure: &Figure) -> Option<Decimal> {
    let from = figure.token.saturating_sub(60);
    let year = |place: usize| {
        let token = prose
            .tokens
            .get(place)
            .filter(|token| token.paragraph == figure.paragraph)?;
        let written = prose
            .text
            .get(token.span.clone())
            .filter(|year| year.len() == 4)?;
        written.parse::<i64>().ok()
    };
    (from..figure.token).rev().find_map(|place| {
        let is_span = prose
            .tokens
            .get(place + 1)
            .is_some_and(|token| token.sign == Sign::Dash);
        let (first, last) = (year(place)?, year(place + 2)?);
        let count = last - first + 1;
        (is_span && (2..=50).contains(&count)).then(|| Decimal::from_integer(count))
    })
}
