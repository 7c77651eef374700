//! The words by which a row is recognised in running text: without case and marks, abbreviations written out.

use super::claims::{Claim, What};
use super::prose::Prose;
use super::tokens::Sign;
use crate::words::folded;

/// What the papers of the field shorten.
const SHORT: &[(&str, &str)] = &[
    ("tthc", "thu tuc hanh chinh"),
    ("dvc", "dich vu cong"),
    ("dvctt", "dich vu cong truc tuyen"),
    ("vbqppl", "van ban quy pham phap luat"),
    ("qppl", "quy pham phap luat"),
    ("dvsn", "don vi su nghiep"),
    ("dvsncl", "don vi su nghiep cong lap"),
    ("sncl", "su nghiep cong lap"),
    ("cchc", "cai cach hanh chinh"),
    ("pakn", "phan anh kien nghi"),
    ("nsnn", "ngan sach nha nuoc"),
];
/// Words that many labels have and that say nothing of what is counted.
const EMPTY: &[&str] = &[
    "so", "ty", "ti", "le", "tong", "luong", "da", "duoc", "cua", "tai", "va", "trong", "theo",
    "co", "la", "len", "tren", "do", "cac", "ve", "den", "ky", "kỳ", "bao", "cao", "thoi", "cho",
    "voi", "tu", "xong", "o", "tram", "ket", "qua",
];
/// How far around a figure its words are looked for, in tokens.
const AROUND: usize = 28;
const BEHIND: usize = 14;

/// The words of a label that say something, each once; what stands in brackets is left out.
pub(super) fn content(label: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for sign in label.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 => plain.push(sign),
            _ => {}
        }
    }
    let plain = folded(&plain);
    let words = plain.split(|sign: char| !sign.is_ascii_alphanumeric());
    said(words.filter(|word| !word.is_empty()))
}

/// Words with abbreviations written out, each once, without those that say nothing.
pub(super) fn said<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in words {
        let long = SHORT
            .iter()
            .find(|(short, _)| *short == word)
            .map(|(_, long)| *long);
        for word in long.unwrap_or(word).split(' ') {
            if !EMPTY.contains(&word) && !all.iter().any(|known| known == word) {
                all.push(word.to_owned());
            }
        }
    }
    all
}

/// How many of these words are among those said.
pub(super) fn words_in(words: &[String], said: &[String]) -> usize {
    words.iter().filter(|word| said.contains(word)).count()
}

/// The words around the figures of a claim: of their sentence, from the figure or semicolon before to the one behind.
pub(super) fn said_around(prose: &Prose, claim: &Claim) -> Vec<String> {
    let (Some(first), Some(last)) = (claim.figures.first(), claim.figures.last()) else {
        return Vec::new();
    };
    let token = |byte: usize| {
        prose
            .tokens
            .partition_point(|token| token.span.start < byte)
    };
    let (last, end) = (token(last.start), token(last.end));
    let first = token(first.start);
    // A claim over several sentences is about what stands in its last one.
    let sentence = prose.tokens.get(last).map(|token| token.sentence);
    let is_own = |place: usize| {
        let start = prose.tokens.get(place).map(|token| token.span.start);
        claim.figures.iter().any(|span| Some(span.start) == start)
    };
    let ends = |place: usize| {
        let token = prose.tokens.get(place);
        token.is_none_or(|token| {
            Some(token.sentence) != sentence
                || token.sign == Sign::Semicolon
                || token.sign == Sign::Number && token.span.len() > 1 && !is_own(place)
        })
    };
    // In a list the words before a comma belong to the figure before.
    let is_narrow = matches!(claim.what, What::Figure { .. });
    let is_comma = |place: usize| {
        let token = prose.tokens.get(place);
        is_narrow && token.is_some_and(|token| token.sign == Sign::Comma)
    };
    let mut from = first.max(last.saturating_sub(AROUND));
    while from > 0 && last - from < AROUND && !ends(from - 1) && !is_comma(from - 1) {
        from -= 1;
    }
    let mut to = end;
    while to < end + BEHIND
        && !ends(to)
        && prose
            .tokens
            .get(to)
            .is_some_and(|token| token.sign != Sign::Comma)
    {
        to += 1;
    }
    let tokens = prose.between(from, to).iter();
    let tokens = tokens.filter(|token| Some(token.sentence) == sentence);
    said(tokens.filter_map(|token| match token.sign {
        Sign::Word => Some(token.word.as_str()),
        // `mức độ 3, 4`
        Sign::Number if token.span.len() == 1 => prose.text.get(token.span.clone()),
        _ => None,
    }))
}
