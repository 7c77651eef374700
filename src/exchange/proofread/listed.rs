//! `Phụ lục này có 72 nhiệm vụ`: how many numbered items stand above that sentence.

use super::claims::{Claim, What, Why};
use super::figures::{Figure, Role};
use super::prose::Prose;
use super::verdict::Verdict;
use crate::number::Decimal;

/// The lists that count themselves at their end.
const SELVES: &[&[&str]] = &[
    &["phu", "luc", "nay", "co"],
    &["danh", "muc", "nay", "co"],
    &["danh", "sach", "nay", "co"],
    &["bieu", "nay", "co"],
];

/// The most lists that are counted.
const MAX_LISTS: usize = 5;

/// Every list that says how many items it has.
pub(super) fn listed(prose: &Prose) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut looked = 0;
    for place in 0..prose.tokens.len() {
        let Some(words) = SELVES.iter().find(|words| prose.says(place, words)) else {
            continue;
        };
        let figure = prose.figure(prose.figure_from(place));
        let Some(figure) = figure
            .filter(|figure| figure.role == Role::Plain && figure.token <= place + words.len() + 2)
        else {
            continue;
        };
        // A text has one such list, or a few; a hostile one could name a thousand.
        looked += 1;
        if looked > MAX_LISTS {
            break;
        }
        claims.extend(of(prose, figure, place));
    }
    claims
}

fn of(prose: &Prose, figure: &Figure, place: usize) -> Option<Claim> {
    let above = prose
        .tokens
        .get(place)
        .and_then(|token| prose.text.get(..token.span.start))?;
    let counted = count(above);
    if counted == 0 {
        return None;
    }
    let counted = Decimal::from_integer(counted);
    let verdict = if counted == figure.value {
        Verdict::Agrees
    } else if super::sums::is_near(counted, figure.value) {
        Verdict::Disagrees
    } else {
        // The list is told by something else than numbers.
        return None;
    };
    let what = What::Listed {
        stated: figure.value,
        counted,
    };
    Some(Claim::new(what, verdict, Why::Plain, &[figure]))
}

/// Counts the numbered items of the list at the end of a text: lines that are or begin with the next number, group for
/// group where Roman numbers head them. A number may be left out, as happens in long lists; a page number does not go
/// on.
fn count(text: &str) -> i64 {
    let mut counted = 0;
    let (mut group, mut last) = (0, 0);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    for (place, line) in lines.iter().enumerate() {
        let (head, rest) = line.split_once([' ', '\t', '.', ')']).unwrap_or((line, ""));
        let begins = rest
            .trim_start_matches([' ', '\t', '.', ')'])
            .chars()
            .next();
        if let Some(number) = roman(head) {
            let is_heading = begins.is_some_and(char::is_uppercase);
            if is_heading && number == 1 {
                (counted, group, last) = (0, 1, 0);
            } else if is_heading && number == group + 1 {
                (group, last) = (number, 0);
            }
            continue;
        }
        let Ok(number) = head.parse::<i64>() else {
            continue;
        };
        let next = lines.get(place + 1).copied().unwrap_or_default();
        let is_page = begins.is_none() && (next.starts_with("STT") || next.starts_with("TT"));
        let is_item = begins.is_none_or(|sign| sign.is_uppercase()) && !is_page;
        if is_item && (number == last + 1 || last > 0 && number == last + 2) {
            counted += 1;
            last = number;
        } else if is_item && group == 0 && number == 1 {
            (counted, last) = (1, 1);
        }
    }
    counted
}

/// A Roman number up to twenty.
fn roman(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 5 {
        return None;
    }
    let mut value = 0;
    let mut before = 0;
    for sign in text.chars() {
        let digit = match sign {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        value += if digit > before {
            digit - 2 * before
        } else {
            digit
        };
        before = digit;
    }
    Some(value)
}
