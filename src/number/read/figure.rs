//! Digits, dots, commas and spaces → a number or a question.
//!
//! The figure is cut at its marks into runs of digits. Which marks there are and how long the runs
//! are decides everything: no other knowledge enters.

use super::{Expected, Meaning, Notice, Reading};
use crate::number::Decimal;

/// Splits off the figure that begins the text: digits, dots, commas, and single spaces between two
/// digits. It is empty where the text does not begin with a digit.
pub(super) fn split(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((place, sign)) = rest.next() {
        let within = match sign {
            '0'..='9' => true,
            '.' | ',' => end > 0,
            ' ' => end > 0 && rest.peek().is_some_and(|(_, next)| next.is_ascii_digit()),
            _ => false,
        };
        if !within {
            break;
        }
        end = place + sign.len_utf8();
    }
    text.split_at_checked(end).unwrap_or(("", text))
}

/// Reads a figure as [`split`] gives it; `None` where it is none.
pub(super) fn read(figure: &str, negative: bool, expected: Expected) -> Option<Reading> {
    let marks: Vec<char> = figure
        .chars()
        .filter(|sign| !sign.is_ascii_digit())
        .collect();
    let runs: Vec<&str> = figure.split(['.', ',', ' ']).collect();
    if runs.iter().any(|run| run.is_empty()) {
        return None;
    }
    let number =
        |whole: &[&str], fraction: &str| Decimal::from_digits(negative, &whole.concat(), fraction);
    match (marks.as_slice(), runs.as_slice()) {
        ([], whole) => taken(number(whole, "")?),
        ([','], [whole, fraction]) => match expected {
            // So an English hand writes a count, and no count has a fraction.
            Expected::Count if are_groups(&runs) => ask(&[number(&runs, "")?]),
            _ => taken(number(&[whole], fraction)?),
        },
        (['.'], [whole, fraction]) => {
            let decimal = || number(&[whole], fraction);
            match (expected, fraction.len()) {
                (Expected::Ratio, 3) if are_groups(&runs) => ask(&[decimal()?, number(&runs, "")?]),
                (Expected::Ratio, 1 | 2) => noticed(decimal()?, Notice::DotAsDecimalMark),
                (_, 3) if are_groups(&runs) => taken(number(&runs, "")?),
                // A count has no fraction to ask about; and `7.2021` is a month, not a number.
                (Expected::Count, _) | (_, 4..) => None,
                (Expected::Money | Expected::Decimal | Expected::Ratio, _) => ask(&[decimal()?]),
            }
        }
        _ => read_groups(&marks, &runs, number),
    }
}

/// Reads several groups, perhaps with a decimal mark as the last mark.
fn read_groups(
    marks: &[char],
    runs: &[&str],
    number: impl Fn(&[&str], &str) -> Option<Decimal>,
) -> Option<Reading> {
    let (group, last) = (marks.first()?, marks.last()?);
    let (groups, fraction) = if last == group {
        (runs, "")
    } else {
        let (fraction, groups) = runs.split_last()?;
        (groups, *fraction)
    };
    let between = marks.iter().take(groups.len().saturating_sub(1));
    if !are_groups(groups) || between.into_iter().any(|mark| mark != group) {
        return None;
    }
    let value = number(groups, fraction)?;
    match (group, last) {
        ('.', '.' | ',') => taken(value),
        (' ', ' ' | ',') => noticed(value, Notice::SpacesAsGroups),
        // The English way round: likely, and never silently.
        (',', ',' | '.') => ask(&[value]),
        _ => None,
    }
}

/// Whether these runs are thousands: one to three digits that do not begin with 0, then threes.
fn are_groups(runs: &[&str]) -> bool {
    let Some((first, others)) = runs.split_first() else {
        return false;
    };
    first.len() <= 3 && !first.starts_with('0') && others.iter().all(|run| run.len() == 3)
}

fn taken(value: Decimal) -> Option<Reading> {
    Some(Reading::Number {
        value,
        notice: None,
    })
}

fn noticed(value: Decimal, notice: Notice) -> Option<Reading> {
    Some(Reading::Number {
        value,
        notice: Some(notice),
    })
}

fn ask(numbers: &[Decimal]) -> Option<Reading> {
    Some(Reading::Ask(
        numbers.iter().copied().map(Meaning::Number).collect(),
    ))
}
