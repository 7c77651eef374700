//! A second reader, slow and of another make: it never parses, it writes.
//!
//! A text is Vietnamese when grouping its own digits anew gives the text back, and English when it is
//! Vietnamese with dots and commas exchanged. Numbers are strings here; no code is shared.

use bieumau::number::Expected::{self, Count, Decimal, Money, Ratio};
use bieumau::number::{Notice, Reading, read};
use proptest::prelude::*;

use super::{EVERY_KIND, ask, noticed, taken};

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// `1234567` → `1.234.567`.
fn grouped(digits: &str) -> String {
    let backwards: Vec<char> = digits.chars().rev().collect();
    let threes: Vec<String> = backwards.chunks(3).map(String::from_iter).collect();
    threes.join(".").chars().rev().collect()
}

/// The digits before and behind the mark, if the text is written the Vietnamese way.
fn vietnamese(text: &str) -> Option<(String, String)> {
    let (whole, fraction) = text.split_once(',').unwrap_or((text, "0"));
    let as_grouped = whole == grouped(&digits(whole)) && !whole.starts_with('0');
    let is_whole = whole == digits(whole) || as_grouped;
    let is_fraction = fraction == digits(fraction) && !fraction.is_empty();
    (is_whole && is_fraction && !whole.is_empty()).then(|| (digits(whole), fraction.to_owned()))
}

fn exchanged(text: &str) -> String {
    let exchange = |sign| match sign {
        '.' => ',',
        ',' => '.',
        sign => sign,
    };
    text.chars().map(exchange).collect()
}

/// What the text means in a row of this kind. It holds digits, dots, commas and inner spaces only.
fn meaning(text: &str, kind: Expected) -> Reading {
    if text.contains(' ') {
        let with_dots = text.replace(' ', ".");
        return match vietnamese(&with_dots) {
            Some((whole, fraction)) if !text.contains('.') => {
                noticed(&format!("{whole}.{fraction}"), Notice::SpacesAsGroups)
            }
            _ => Reading::Unreadable,
        };
    }
    let english = vietnamese(&exchanged(text));
    let has = |mark| text.contains(mark);
    let one_dot = text.matches('.').count() == 1 && !has(',');
    match (vietnamese(text), english, kind) {
        // `1,234` and `71.297`: right in both, and they differ by a thousand.
        (Some((whole, fraction)), Some((joined, _)), Count) if has(',') && joined != whole => {
            ask(&[&format!("{whole}{fraction}")])
        }
        (Some((joined, _)), Some((whole, fraction)), Ratio) if one_dot && joined != whole => {
            ask(&[&format!("{whole}.{fraction}"), &joined])
        }
        (Some((whole, fraction)), _, _) => taken(&format!("{whole}.{fraction}")),
        (None, Some((whole, fraction)), _) => {
            let number = format!("{whole}.{fraction}");
            match (kind, fraction.len()) {
                _ if has(',') => ask(&[&number]),
                (Ratio, 1 | 2) => noticed(&number, Notice::DotAsDecimalMark),
                (Ratio | Money | Decimal, 1..=3) => ask(&[&number]),
                _ => Reading::Unreadable,
            }
        }
        (None, None, _) => Reading::Unreadable,
    }
}

fn check(text: &str) {
    for kind in EVERY_KIND {
        assert_eq!(
            read(text, kind, ""),
            meaning(text, kind),
            "{text:?} in a row of {kind:?}"
        );
    }
}

/// Every text of one to `longest` of these signs that does not begin or end with a space.
fn for_every_text(signs: &[char], longest: u32, check: impl Fn(&str)) {
    for length in 1..=longest {
        for mut code in 0..signs.len().pow(length) {
            let mut text = String::new();
            for _ in 0..length {
                text.push(signs[code % signs.len()]);
                code /= signs.len();
            }
            if text.trim() == text {
                check(&text);
            }
        }
    }
}

#[test]
fn every_short_text_of_digits_and_marks_is_read_as_the_oracle_reads_it() {
    for_every_text(&['0', '7', '.', ','], 7, check);
}

#[test]
fn every_short_text_with_spaces_is_read_as_the_oracle_reads_it() {
    for_every_text(&['0', '7', ' ', ','], 6, check);
    for_every_text(&['7', ' ', '.'], 7, check);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn long_texts_are_read_as_the_oracle_reads_them(
        first in "[0-9]{1,4}",
        runs in prop::collection::vec(("[.,]", "[0-9]{1,4}"), 0..4),
    ) {
        let text: String = runs.iter().fold(first, |text, (mark, run)| text + mark + run);
        check(&text);
    }

    #[test]
    fn texts_that_nearly_group_are_read_as_the_oracle_reads_them(
        first in "[0-9]{1,3}",
        runs in prop::collection::vec("[0-9]{3}", 0..6),
        group in "[., ]",
        last in "([., ][0-9]{1,4})?",
    ) {
        let text: String = runs.iter().fold(first, |text, run| text + &group + run) + &last;
        check(&text);
    }
}
