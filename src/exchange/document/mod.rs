//! The report as a document, as plain data: the letter in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, and the
//! appendices as they are printed.
//!
//! It is Vietnamese, because the paper is. Number and date are left blank for the clerk. What the form set says from the
//! figures and what the officer writes stand beside each other, and neither takes the place of the other.

mod letter;
mod moment;

pub use letter::{COMMUNE_TITLE, RECIPIENTS};
pub use moment::in_vietnam;

use super::paper::{Appendix, paper};
use crate::report::{Session, letter as fields};
use crate::words::Language;

/// A report as a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What stands on its first pages.
    pub letter: Letter,
    /// What is attached to it: each begins a page and is numbered by itself.
    pub appendices: Vec<Appendix>,
}

/// The letter: head, running text, signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The agency above the one that reports; may be empty.
    pub parent: String,
    /// Who reports, in capitals, one a line.
    pub agency: Vec<String>,
    /// `Số:        /BC-UBND`; the number is blank.
    pub number: String,
    /// `Tô Hiệu, ngày     tháng     năm 2026`; day and month are blank.
    pub place_and_date: String,
    /// What it is about, below "BÁO CÁO".
    pub subject: String,
    /// To whom it goes, without signs at the ends.
    pub addressees: Vec<String>,
    /// The running text.
    pub blocks: Vec<Block>,
    /// In whose name and as what it is signed, one a line, in capitals.
    pub title: Vec<String>,
    /// Who signs it; may be empty.
    pub signer: String,
    /// Who gets it, without dashes and signs at the ends; the last one is what is filed.
    pub recipients: Vec<String>,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading: its number and title, and how deep it stands, 0 for I, II, III.
    Heading(String, u8),
    /// What the form set says from the figures, or about the report.
    Said(String),
    /// What the officer has written: a paragraph.
    Written(String),
}

/// The document of an open report. `moment` writes a moment in UTC, `2026-03-10T03:40:00Z`, as people of the place do.
pub fn document(session: &Session, moment: &dyn Fn(&str) -> String) -> Document {
    Document {
        letter: letter::of(session),
        appendices: paper(session, Language::Vi, moment).appendices,
    }
}

/// How many headings with nothing above them but headings have text, written or said, and how many there are: what an
/// officer has still to write. A heading under which others stand counts only where it has text.
pub fn written_of(session: &Session) -> (usize, usize) {
    let headings = &session.form().narrative().headings;
    let has_text = |id: &str| !session.paragraph(id).trim().is_empty();
    let mut of = (0, 0);
    for (place, heading) in headings.iter().enumerate() {
        let next = headings.get(place + 1);
        let is_above = next.is_some_and(|next| next.depth > heading.depth);
        let is_said = || !session.said_under(heading).is_empty();
        let is_there = has_text(&heading.id) || is_said();
        if is_there || !is_above {
            of.0 += usize::from(is_there);
            of.1 += 1;
        }
    }
    of
}

/// What the officer typed in a field of the letter, one a line, without what is blank and without the dashes and signs
/// that the paper adds.
fn lines_of(session: &Session, id: &str) -> Vec<String> {
    let signs: &[char] = &['-', '–', '+', ';', '.', ' ', '\t', '\u{a0}'];
    let is_list = id == fields::ADDRESSEE || id == fields::RECIPIENTS;
    let text = match id {
        fields::ADDRESSEE => session.addressee(),
        id => session.paragraph(id),
    };
    let lines = text.lines().map(|line| {
        let line = line.trim();
        if is_list {
            line.trim_start_matches(signs)
                .trim_end_matches([';', '.', ' ', ','])
        } else {
            line
        }
    });
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}
