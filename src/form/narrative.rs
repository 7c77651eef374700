//! The report in words to which the sheets are appended: its standing headings, and what is said under them from the
//! figures.
//!
//! A sentence is Vietnamese with places for figures: `Đã hoàn thành {desk.1.2}/{desk.1.1} nhiệm vụ[, đạt {desk.1.3}%].`
//! In braces stands the id of a row, a word of [`WORDS`], or `=` and a formula over rows, whose value is rounded to two
//! decimals. What stands in brackets is left out where a figure in it is missing; where another one is, the sentence is.

use super::listener::Checker;
use super::{BoundFormula, CellId, Form, FormIssue, Kind, NarrativeWritten, bind};
use crate::formula::Type;
use crate::words::Phrase;

/// The most headings that a report may have; that of a province has some fifty.
const MAX_HEADINGS: usize = 500;

/// What the ids of the letter's own fields begin with; [`crate::report::letter`] has them.
const LETTER: &str = "letter.";

/// The report in words, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// What it is about, behind "BÁO CÁO".
    pub subject: Sentence,
    /// To whom it goes; may be empty.
    pub addressee: String,
    /// What stands before its first heading.
    pub opening: Sentence,
    /// What stands behind its last one.
    pub closing: Sentence,
    /// Its headings, in printed order.
    pub headings: Vec<Heading>,
}

/// A standing heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its id, under which what the officer writes is kept.
    pub id: String,
    /// Its printed number.
    pub code: String,
    /// Its title, in which words of [`WORDS`] stand in braces.
    pub title: Phrase,
    /// How deep it stands: 0 for I, II, III.
    pub depth: u8,
    /// What is said under it from the figures.
    pub sentences: Vec<Sentence>,
}

/// A sentence with places for figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(pub Vec<Said>);

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// What stands there.
    Text(String),
    /// The figure of a row.
    Figure(CellId),
    /// What a formula over rows gives.
    Worked(BoundFormula),
    /// A word of the report.
    Word(Word),
    /// What is left out where a figure in it is missing.
    Optional(Vec<Said>),
}

/// What a report says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Who reports.
    Agency,
    /// `quý I năm 2026`.
    Period,
    /// What comes after it, `quý II năm 2026`.
    Next,
    /// The year of the period.
    Year,
    /// The first day of data, `15/12/2025`.
    From,
    /// The last day of data.
    To,
    /// To whom it goes.
    Addressee,
}

/// Every word, as it stands in braces.
pub const WORDS: [(&str, Word); 7] = [
    ("agency", Word::Agency),
    ("period", Word::Period),
    ("next", Word::Next),
    ("year", Word::Year),
    ("from", Word::From),
    ("to", Word::To),
    ("addressee", Word::Addressee),
];

impl Word {
    /// The word that stands in braces.
    pub fn of(text: &str) -> Option<Word> {
        let known = WORDS.iter().find(|(known, _)| *known == text);
        known.map(|(_, word)| *word)
    }
}

/// Reads the report in words of a form set, and says what is wrong with it. The page does so only once someone writes or
/// exports the report in words: it has some hundred sentences.
pub fn narrate(form: &Form) -> (Narrative, Vec<FormIssue>) {
    let mut checker = Checker::<Vec<FormIssue>>::default();
    let narrative = form
        .in_words
        .as_ref()
        .map(|written| checker.narrative(form, written.clone()));
    (narrative.unwrap_or_default(), checker.listener)
}

impl Checker<Vec<FormIssue>> {
    /// Checks the report in words: every heading under one above it, every place of a sentence a row or a word.
    fn narrative(&mut self, form: &Form, written: NarrativeWritten) -> Narrative {
        let mut narrative = Narrative {
            subject: self.sentence(form, "narrative.subject", &written.subject),
            opening: self.sentence(form, "narrative.opening", &written.opening),
            closing: self.sentence(form, "narrative.closing", &written.closing),
            addressee: written.addressee,
            headings: Vec::new(),
        };
        for (number, heading) in written.headings.into_iter().enumerate() {
            let place = format!("narrative.headings[{number}] ({})", heading.id);
            if number >= MAX_HEADINGS {
                let most = MAX_HEADINGS.to_string();
                self.tell(
                    &place,
                    "Báo cáo có quá {} đề mục.",
                    "The report has more than {} headings.",
                    &[&most],
                );
                break;
            }
            self.id(&place, &heading.id);
            if heading.id.contains('#') || heading.id.starts_with(LETTER) {
                self.tell(
                    &place,
                    "Mã đề mục không được có dấu # và không được bắt đầu bằng “letter.”.",
                    "The id of a heading must not contain # nor begin with “letter.”.",
                    &[],
                );
            }
            let known = |id: &str| narrative.headings.iter().find(|known| known.id == id);
            if known(&heading.id).is_some() {
                self.tell(
                    &place,
                    "Mã đề mục “{}” bị trùng.",
                    "Heading id “{}” occurs twice.",
                    &[&heading.id],
                );
            }
            let parent = heading.parent.as_deref().map(|id| (id, known(id)));
            let depth = match parent {
                Some((_, Some(above))) => above.depth.saturating_add(1),
                Some((id, None)) => {
                    self.tell(
                        &place,
                        "Đề mục cha “{}” không có ở phía trên.",
                        "Parent heading “{}” does not stand above it.",
                        &[id],
                    );
                    0
                }
                None => 0,
            };
            self.phrase(&format!("{place}.title"), &heading.title);
            self.title(form, &format!("{place}.title"), &heading.title);
            let sentences = heading.sentences.iter().enumerate();
            let sentences = sentences.map(|(at, text)| {
                let place = format!("{place}.sentences[{at}]");
                self.sentence(form, &place, text)
            });
            let sentences = sentences.collect();
            narrative.headings.push(Heading {
                id: heading.id,
                code: heading.code,
                title: heading.title,
                depth,
                sentences,
            });
        }
        narrative
    }

    /// In a title stand words only, for it is there whatever is filled in.
    fn title(&mut self, form: &Form, place: &str, title: &Phrase) {
        for text in [&title.vi, &title.en] {
            let Sentence(pieces) = self.sentence(form, place, text);
            let is_plain = |piece: &Said| matches!(piece, Said::Text(_) | Said::Word(_));
            if !pieces.iter().all(is_plain) {
                self.tell(
                    &place,
                    "Tên đề mục không được có số liệu hay phần trong dấu [ ].",
                    "A title must not have figures or a part in [ ].",
                    &[],
                );
            }
        }
    }

    fn sentence(&mut self, form: &Form, place: &str, text: &str) -> Sentence {
        match parse(form, text) {
            Ok(pieces) => Sentence(pieces),
            Err(problem) => {
                let place = place.to_owned();
                self.listener.push(FormIssue { place, problem });
                Sentence::default()
            }
        }
    }
}

/// Reads a sentence.
fn parse(form: &Form, text: &str) -> Result<Vec<Said>, Phrase> {
    let mut pieces = Vec::new();
    let mut optional: Option<Vec<Said>> = None;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}', '[', ']']) {
        let (before, from) = rest.split_at(at);
        put_text(optional.as_mut().unwrap_or(&mut pieces), before);
        let sign = from.get(..1).unwrap_or_default();
        rest = from.get(1..).unwrap_or_default();
        match (sign, &optional) {
            ("{", _) => {
                let Some((named, after)) = rest.split_once('}') else {
                    return Err(unmatched());
                };
                let into = optional.as_mut().unwrap_or(&mut pieces);
                into.push(named_piece(form, named)?);
                rest = after;
            }
            ("[", None) => optional = Some(Vec::new()),
            ("]", Some(_)) => pieces.extend(optional.take().map(Said::Optional)),
            _ => return Err(unmatched()),
        }
    }
    if optional.is_some() {
        return Err(unmatched());
    }
    put_text(&mut pieces, rest);
    Ok(pieces)
}

fn put_text(into: &mut Vec<Said>, text: &str) {
    if !text.is_empty() {
        into.push(Said::Text(text.to_owned()));
    }
}

fn unmatched() -> Phrase {
    Phrase::new(
        "Dấu ngoặc nhọn hoặc ngoặc vuông của câu này không khớp nhau, hoặc ngoặc vuông lồng nhau.",
        "A brace or bracket of this sentence has no match, or brackets stand within brackets.",
    )
}

/// What stands in braces.
fn named_piece(form: &Form, named: &str) -> Result<Said, Phrase> {
    if let Some(formula) = named.strip_prefix('=') {
        let bound = bind(form, formula, Type::Number);
        return bound.map(Said::Worked).map_err(|error| error.words());
    }
    if let Some(word) = Word::of(named) {
        return Ok(Said::Word(word));
    }
    let Some(cell) = form.cell(named) else {
        return Err(Phrase::said(
            "Câu nêu dòng “{}” nhưng bộ biểu mẫu không có dòng này.",
            "The sentence names row “{}”, which the form set does not have.",
            &[named],
        ));
    };
    match form.row(cell) {
        Some(row) if row.kind == Kind::Heading => Err(Phrase::said(
            "Câu nêu dòng “{}”, nhưng dòng này là tiêu đề nên không có số liệu.",
            "The sentence names row “{}”, but that row is a heading and has no figure.",
            &[named],
        )),
        _ => Ok(Said::Figure(cell)),
    }
}
