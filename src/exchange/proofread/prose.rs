//! A text that is proofread: its tokens and figures, and how to look around in them.

use super::figures::{Figure, Role, figures};
use super::tokens::{Sign, Token, tokens};
use std::ops::Range;

/// How many figures are looked at on either side, so that the time grows with the length of the text only.
pub(super) const REACH: usize = 60;

/// The most parts of a list that are looked at.
const MAX_SEGMENTS: usize = 40;

/// A text with its tokens and figures.
pub(super) struct Prose<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) figures: Vec<Figure>,
}

impl<'a> Prose<'a> {
    pub(super) fn of(text: &'a str) -> Prose<'a> {
        let tokens = tokens(text);
        let figures = figures(text, &tokens);
        Prose {
            text,
            tokens,
            figures,
        }
    }

    pub(super) fn figure(&self, place: usize) -> Option<&Figure> {
        self.figures.get(place)
    }

    /// The figures before one, nearest first, with their places.
    pub(super) fn before(&self, place: usize) -> impl Iterator<Item = (usize, &Figure)> {
        let from = place.saturating_sub(REACH);
        let range = from..place;
        range
            .rev()
            .filter_map(|place| Some((place, self.figure(place)?)))
    }

    /// The figures behind one, with their places.
    pub(super) fn after(&self, place: usize) -> impl Iterator<Item = (usize, &Figure)> {
        let range = place + 1..place + 1 + REACH;
        range.filter_map(|place| Some((place, self.figure(place)?)))
    }

    /// The tokens between two places, as far as there are any.
    pub(super) fn between(&self, from: usize, to: usize) -> &[Token] {
        let to = to.min(self.tokens.len());
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// Whether these words stand one behind the other from a token on.
    pub(super) fn says(&self, from: usize, words: &[&str]) -> bool {
        let tokens = self.tokens.get(from..from + words.len());
        tokens.is_some_and(|tokens| {
            tokens
                .iter()
                .zip(words)
                .all(|(token, word)| token.word == *word)
        })
    }

    /// The first place of a range at which one of these phrases begins, with the place behind it.
    pub(super) fn find(&self, range: Range<usize>, phrases: &[&[&str]]) -> Option<(usize, usize)> {
        range.into_iter().find_map(|place| {
            let said = phrases.iter().find(|words| self.says(place, words))?;
            Some((place, place + said.len()))
        })
    }

    /// The place behind the last token of the sentence that has this one.
    pub(super) fn end_of_sentence(&self, place: usize) -> usize {
        let sentence = self.tokens.get(place).map(|token| token.sentence);
        let tokens = self.tokens.get(place..).unwrap_or_default();
        let length = tokens.partition_point(|token| Some(token.sentence) <= sentence);
        place + length
    }

    /// The place of the first figure at or behind a token.
    pub(super) fn figure_from(&self, token: usize) -> usize {
        self.figures.partition_point(|figure| figure.token < token)
    }

    /// The bytes of the sentence around a token.
    pub(super) fn sentence(&self, place: usize) -> Range<usize> {
        let sentence = self.tokens.get(place).map_or(0, |token| token.sentence);
        let first = self
            .tokens
            .partition_point(|token| token.sentence < sentence);
        let end = self
            .tokens
            .partition_point(|token| token.sentence <= sentence);
        let start = self.tokens.get(first).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |token| token.span.end)
    }

    /// The plain figures of a range at one depth, in the segments that commas, semicolons and `và` make. A figure
    /// without a word in its segment is no part of anything: `(218, 219, 708)`.
    pub(super) fn segments(&self, range: Range<usize>, depth: u8) -> Vec<Vec<usize>> {
        let mut segments: Vec<Vec<usize>> = Vec::new();
        let mut segment: Vec<usize> = Vec::new();
        let mut has_word = false;
        let mut next = self.figure_from(range.start);
        for place in range {
            if segments.len() > MAX_SEGMENTS {
                break;
            }
            let Some(token) = self.tokens.get(place).filter(|token| token.depth == depth) else {
                continue;
            };
            let ends = matches!(token.sign, Sign::Comma | Sign::Semicolon) || token.word == "va";
            if ends {
                let full = std::mem::take(&mut segment);
                if has_word && !full.is_empty() {
                    segments.push(full);
                }
                has_word = false;
                continue;
            }
            has_word |= token.sign == Sign::Word;
            while self.figure(next).is_some_and(|figure| figure.token < place) {
                next += 1;
            }
            let plain = |figure: &&Figure| figure.token == place && figure.role == Role::Plain;
            if self.figure(next).filter(plain).is_some() {
                segment.push(next);
            }
        }
        if has_word && !segment.is_empty() {
            segments.push(segment);
        }
        segments
    }
}
