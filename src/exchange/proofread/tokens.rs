//! A text → its words, numbers and signs, each with its place, its sentence and its paragraph.

use crate::words::folded;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Letters, perhaps with digits among them: `TTHC`, `H1b`.
    Word,
    /// Digits, with the dots and commas between them.
    Number,
    /// `%`.
    Percent,
    Slash,
    Dash,
    Open,
    Close,
    Comma,
    Semicolon,
    Colon,
    /// The end of a sentence, or the dot of an abbreviation.
    Stop,
    /// Signs that only dress a word are left out; these are the rest.
    Other,
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) sign: Sign,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// A word without case and marks, another sign as it is; empty for those that have a name.
    pub(super) word: String,
    /// How many brackets are open around it.
    pub(super) depth: u8,
    /// The number of its sentence, from 0.
    pub(super) sentence: usize,
    /// The number of its paragraph, from 0.
    pub(super) paragraph: usize,
    /// Whether it stands first in its paragraph, dashes and signs of markup aside.
    pub(super) is_first: bool,
}

/// What lies between two pieces of the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing that ends anything.
    None,
    Sentence,
    Paragraph,
}

/// Cuts a text into its tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut depth, mut sentence, mut paragraph) = (0_u8, 0, 0);
    let mut is_first = true;
    let mut rest = text.char_indices().peekable();
    let mut gap_from = 0;
    while let Some((start, sign)) = rest.next() {
        if sign.is_whitespace() || is_dress(sign) {
            continue;
        }
        match gap(text, gap_from, start, tokens.last().map(|last| last.sign)) {
            Gap::None => {}
            Gap::Sentence => sentence += 1,
            Gap::Paragraph => {
                // A bracket that was forgotten ends with its paragraph.
                depth = 0;
                sentence += 1;
                paragraph += 1;
                is_first = true;
            }
        }
        let mut end = start + sign.len_utf8();
        let mut go_on = |may: &dyn Fn(char, Option<char>) -> bool| {
            while let Some((place, next)) = rest.peek().copied() {
                let after = text.get(place + next.len_utf8()..);
                if !may(next, after.and_then(|after| after.chars().next())) {
                    break;
                }
                end = place + next.len_utf8();
                rest.next();
            }
        };
        let sign = match sign {
            '0'..='9' => {
                go_on(&|next, after| {
                    next.is_ascii_digit()
                        || (matches!(next, '.' | ',')
                            && after.is_some_and(|after| after.is_ascii_digit()))
                });
                let is_word = rest.peek().is_some_and(|(_, next)| next.is_alphabetic());
                if is_word { Sign::Word } else { Sign::Number }
            }
            '%' | '％' => Sign::Percent,
            '/' | '÷' => Sign::Slash,
            '-' | '–' | '—' => Sign::Dash,
            '(' | '[' => Sign::Open,
            ')' | ']' => Sign::Close,
            ',' => Sign::Comma,
            ';' => Sign::Semicolon,
            ':' => Sign::Colon,
            '.' | '!' | '?' | '…' => Sign::Stop,
            _ if is_letter(sign) => Sign::Word,
            _ => Sign::Other,
        };
        if sign == Sign::Word {
            let mut letters = text.get(end..).unwrap_or_default().chars();
            let more = letters.by_ref().take_while(|sign| is_letter(*sign));
            let more: usize = more.map(char::len_utf8).sum();
            while rest.next_if(|(place, _)| *place < end + more).is_some() {}
            end += more;
        }
        if sign == Sign::Open {
            depth = depth.saturating_add(1);
        }
        tokens.push(Token {
            sign,
            word: match sign {
                Sign::Word => plain(text.get(start..end).unwrap_or_default()),
                Sign::Other => text.get(start..end).unwrap_or_default().to_owned(),
                _ => String::new(),
            },
            span: start..end,
            depth,
            sentence,
            paragraph,
            is_first,
        });
        if sign == Sign::Close {
            depth = depth.saturating_sub(1);
        }
        is_first &= matches!(sign, Sign::Dash | Sign::Other);
        gap_from = end;
    }
    tokens
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&sign)
}

/// Signs of markup and quotation marks, which say nothing of figures, and signs without width.
fn is_dress(sign: char) -> bool {
    matches!(
        sign,
        '*' | '_' | '#' | '"' | '“' | '”' | '\u{200b}' | '\u{feff}'
    )
}

/// A word as it is compared. A few words mean something else once their marks are gone: `cơ` (quan) is not `có`, `đất`
/// is not `đạt`, `thứ 5` is not `thu 5`, `kỳ 2` is not `ký 2`.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.as_str() {
        "cơ" | "cổ" | "đất" | "lá" | "gom" | "thứ" | "kỳ" => lower,
        _ => folded(&lower),
    }
}

/// What ends between the last token and the next: a paragraph at a tab or a line break, unless the sentence goes on
/// behind it as on the next page of a scanned paper; a sentence at a stop before a capital.
fn gap(text: &str, from: usize, to: usize, last: Option<Sign>) -> Gap {
    let between = text.get(from..to).unwrap_or_default();
    let next = text.get(to..).unwrap_or_default();
    if between.contains('\t') {
        return Gap::Paragraph;
    }
    if between.contains(['\n', '\r', '\u{b}', '\u{c}']) {
        let ends = matches!(last, Some(Sign::Stop | Sign::Colon | Sign::Semicolon));
        return if ends || !goes_on(next) {
            Gap::Paragraph
        } else {
            Gap::None
        };
    }
    let is_end = last == Some(Sign::Stop) && between.contains(char::is_whitespace);
    let begins = next.chars().next();
    if is_end && begins.is_some_and(|sign| !sign.is_lowercase()) {
        Gap::Sentence
    } else {
        Gap::None
    }
}

/// Whether a line goes on with what the line before began: in lower case, in a bracket, or with a figure that numbers
/// nothing.
fn goes_on(line: &str) -> bool {
    let line = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let mut signs = line.chars();
    match (signs.next(), signs.next()) {
        (Some(' '), Some(next)) => next.is_lowercase(),
        (Some('/' | '%'), _) => true,
        (Some(sign), _) => sign.is_lowercase() || sign == '(',
        (None, _) => false,
    }
}
