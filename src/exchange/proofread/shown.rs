//! What is shown of claims: the sentence with its figures marked, the list as a table for the clipboard, and the
//! running text that the report itself has.

use super::claims::Claim;
use super::said::spoken;
use super::verdict::Verdict;
use crate::exchange::copy::Copied;
use crate::exchange::table::{Block, Cells, write_html, write_tsv};
use crate::form::Form;
use crate::report::{Session, letter};
use crate::words::Language;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its text, as it stands in the whole.
    pub text: &'a str,
    /// Whether it is a figure of the claim.
    pub is_figure: bool,
}

/// What is shown of a sentence before and behind the figures of a claim, in bytes: sentences of offices may be a page
/// long.
const BEFORE: usize = 240;
const BEHIND: usize = 120;

/// The sentence of a claim in pieces, cut where it is long; a cut end is a piece of `…`.
pub fn pieces<'a>(claim: &Claim, text: &'a str) -> Vec<Piece<'a>> {
    let sentence = &claim.sentence;
    let mut figures = claim.figures.iter();
    let within = |span: &&std::ops::Range<usize>| span.start >= sentence.start;
    let spans: Vec<_> = figures.by_ref().filter(within).collect();
    let (first, last) = (
        spans.first().map_or(sentence.start, |span| span.start),
        spans.last().map_or(sentence.end, |span| span.end),
    );
    let plain = |text| Piece {
        text,
        is_figure: false,
    };
    let mut from = word_at(text, first.saturating_sub(BEFORE)).clamp(sentence.start, first);
    if from < sentence.start + 30 {
        from = sentence.start;
    }
    let mut to = word_at(text, last + BEHIND).clamp(last, sentence.end.max(last));
    if to + 30 > sentence.end {
        to = sentence.end.max(last);
    }
    let mut pieces = Vec::new();
    if from > sentence.start {
        pieces.push(plain("…"));
    }
    let mut at = from;
    for span in spans {
        pieces.push(plain(text.get(at..span.start).unwrap_or_default()));
        pieces.push(Piece {
            text: text.get(span.clone()).unwrap_or_default(),
            is_figure: true,
        });
        at = span.end;
    }
    pieces.push(plain(text.get(at..to).unwrap_or_default()));
    if to < sentence.end {
        pieces.push(plain(" …"));
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The next place at or behind this one where a word ends.
fn word_at(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place += 1;
    }
    let rest = text.get(place..).unwrap_or_default();
    place + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

/// The word of a verdict, for people.
pub fn verdict_word(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::Agrees => language.pick("Khớp", "Agrees"),
        Verdict::Truncated => language.pick("Khớp nếu cắt bớt", "Agrees if cut off"),
        Verdict::Disagrees => language.pick("Không khớp", "Disagrees"),
        Verdict::CannotTell => language.pick("Chưa kết luận được", "Cannot tell"),
    }
}

/// Claims as a table for the clipboard: verdict, sentence, how it is computed, what is said of it, what the report says.
pub fn copy_claims<'a>(
    claims: impl Iterator<Item = &'a Claim>,
    text: &str,
    form: &Form,
    language: Language,
) -> Copied {
    let head = [
        language.pick("Kết quả", "Verdict"),
        language.pick("Câu", "Sentence"),
        language.pick("Cách tính", "Computed"),
        language.pick("Nhận xét", "Remark"),
        language.pick("Trong biểu", "In the report"),
    ];
    let mut block = Block {
        rows: vec![head.map(str::to_owned).into()],
        ..Block::default()
    };
    for claim in claims {
        let said = spoken(claim, form);
        let sentence: Vec<&str> = pieces(claim, text).iter().map(|piece| piece.text).collect();
        block.rows.push(vec![
            verdict_word(claim.verdict, language).to_owned(),
            sentence.concat().replace(['\n', '\r'], " "),
            said.computed,
            said.verdict.text(language).to_owned(),
            said.row.text(language).to_owned(),
        ]);
    }
    Copied {
        text: write_tsv(&block),
        html: write_html(&block, &[Cells::Words; 5], 1),
    }
}

/// What the officer has written under the headings of the report, in the order of the paper; empty where nothing is
/// written.
pub fn own_text(session: &Session) -> String {
    let paragraphs = &session.report().paragraphs;
    let headings = session.form().narrative().headings.iter();
    let ids = headings.map(|heading| heading.id.as_str());
    let ids = [letter::OPENING]
        .into_iter()
        .chain(ids)
        .chain([letter::BODY]);
    let texts = ids
        .filter_map(|id| paragraphs.get(id))
        .map(|text| text.trim());
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    texts.join("\n\n")
}
