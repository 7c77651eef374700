//! The report in words: what its headings are called, and what is said under them from the figures as they stand.

use super::Session;
use crate::form::{BoundFormula, CellId, Heading, Said, Sentence, Word};
use crate::formula::{Operand, Reason, Value};
use crate::number::write;
use crate::period::{Period, PeriodKind, parse_day, write_day};
use crate::report::{Entry, letter};
use crate::words::{Language, Phrase};

/// Stands for a figure that is not there.
const NONE: &str = "…";

/// Decimals of a share that stands in a sentence and in no row (DESIGN.md section 5).
const DECIMALS: u8 = 2;

/// What is said from figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The sentence, with `…` for each figure that is not there.
    pub text: String,
    /// Whether every figure is there: only then it is said on paper.
    pub is_whole: bool,
}

impl Session {
    /// A sentence of the form set with the figures as they stand. What is optional is left out where a figure in it is
    /// missing; a share is that of the row, or is worked out by the same rules.
    pub fn spoken(&self, sentence: &Sentence) -> Spoken {
        let mut spoken = Spoken {
            text: String::new(),
            is_whole: true,
        };
        for piece in &sentence.0 {
            self.speak(piece, &mut spoken);
        }
        spoken
    }

    /// What is said under a heading from the figures, sentence by sentence: those whose figures are all there, unless
    /// the officer leaves them out.
    pub fn said_under(&self, heading: &Heading) -> Vec<String> {
        if self.is_alone(&heading.id) {
            return Vec::new();
        }
        let spoken = heading
            .sentences
            .iter()
            .map(|sentence| self.spoken(sentence));
        let whole = spoken.filter(|spoken| spoken.is_whole);
        whole.map(|spoken| spoken.text).collect()
    }

    fn speak(&self, piece: &Said, spoken: &mut Spoken) {
        let figure = match piece {
            Said::Text(text) => {
                spoken.text.push_str(text);
                return;
            }
            Said::Optional(pieces) => {
                let mut part = Spoken {
                    text: String::new(),
                    is_whole: true,
                };
                for piece in pieces {
                    self.speak(piece, &mut part);
                }
                if part.is_whole {
                    spoken.text.push_str(&part.text);
                }
                return;
            }
            Said::Word(word) => self.word(*word, Language::Vi),
            Said::Figure(cell) => self.figure_in_words(*cell),
            Said::Worked(bound) => self.worked_out(bound),
        };
        spoken.is_whole &= figure.is_some();
        spoken.text.push_str(figure.as_deref().unwrap_or(NONE));
    }

    /// The figure of a row as it is written in a sentence; of a choice its option.
    fn figure_in_words(&self, cell: CellId) -> Option<String> {
        if let Some(derived) = self.derived(cell) {
            return derived.value.ok().map(write);
        }
        match self.entry(cell) {
            Entry::Number(number) => Some(write(*number)),
            Entry::Choice(code) => {
                let row = self.form.form.row(cell)?;
                let chosen = row.options.iter().find(|option| option.code == *code);
                chosen.map(|option| option.label.vi.clone())
            }
            Entry::Text(text) => Some(text.clone()),
            Entry::Blank | Entry::NotApplicable | Entry::Unreadable(_) => None,
        }
    }

    /// What a formula of a sentence gives.
    fn worked_out(&self, bound: &BoundFormula) -> Option<String> {
        let operand = |place: usize| match bound.cells.get(place) {
            Some(cell) => self.exact(*cell),
            None => Operand::Without(Reason::Missing),
        };
        match bound.formula.evaluate(operand).value {
            Ok(Value::Number(exact)) => exact.round(DECIMALS).map(write),
            Ok(Value::Truth(_)) | Err(_) => None,
        }
    }

    /// What the report says of itself.
    fn word(&self, word: Word, language: Language) -> Option<String> {
        let report = &self.report;
        let day = |day: &Option<String>| day.as_deref().and_then(parse_day).map(write_day);
        let period = || Period::parse(&report.period.id);
        match word {
            Word::Agency => Some(report.agency.name.clone()),
            Word::Period => Some(in_a_sentence(period()?.name().text(language))),
            Word::Next => Some(after(period()?).text(language).to_owned()),
            Word::Year => Some(period()?.year.to_string()),
            Word::From => day(&report.period.from),
            Word::To => day(&report.period.to),
            Word::Addressee => {
                let lines = self.addressee().lines();
                let lines: Vec<&str> = lines
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .collect();
                (!lines.is_empty()).then(|| lines.join(", "))
            }
        }
    }

    /// To whom the report goes, one a line: as the officer says, or as the form set does.
    pub fn addressee(&self) -> &str {
        match self.paragraph(letter::ADDRESSEE) {
            "" => {
                let written = self.form.form.in_words();
                written.map_or("", |written| &written.addressee)
            }
            own => own,
        }
    }

    /// The title of a heading.
    pub fn title_of(&self, heading: &Heading, language: Language) -> String {
        self.title(&heading.title, language)
    }

    fn title(&self, title: &Phrase, language: Language) -> String {
        let mut title = title.text(language).to_owned();
        for (name, word) in crate::form::WORDS {
            let place = format!("{{{name}}}");
            if title.contains(&place) {
                let said = self.word(word, language);
                title = title.replace(&place, said.as_deref().unwrap_or(NONE));
            }
        }
        title
    }

    /// What a heading of this id is called, with its number: `2.7. Tiếp nhận và giải quyết thủ tục hành chính`. It is asked
    /// for before anybody reads the report in words, so it is taken as it is written.
    pub(super) fn heading_name(&self, id: &str) -> Option<Phrase> {
        let written = self.form.form.in_words()?;
        let mut headings = written.headings.iter();
        let heading = headings.find(|heading| heading.id == id)?;
        let named = |language| format!("{} {}", heading.code, self.title(&heading.title, language));
        Some(Phrase::new(named(Language::Vi), named(Language::En)))
    }
}

/// `Quý I năm 2026` within a sentence: `quý I năm 2026`.
fn in_a_sentence(name: &str) -> String {
    // The names of periods begin with a letter or a figure of ASCII; the case of every letter of the world is a table of
    // 12 KB.
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}

/// The time for which a report of this period says what will be done.
fn after(period: Period) -> Phrase {
    let next = |kind| in_both(Period { kind, ..period });
    match period.kind {
        PeriodKind::Q1 => next(PeriodKind::Q2),
        PeriodKind::Q2 => next(PeriodKind::Q3),
        PeriodKind::Q3 | PeriodKind::N1 => next(PeriodKind::Q4),
        PeriodKind::S1 => {
            let year = period.year.to_string();
            Phrase::said("6 tháng cuối năm {}", "second half of {}", &[&year])
        }
        PeriodKind::Q4 | PeriodKind::Y => in_both(Period {
            year: period.year + 1,
            kind: match period.kind {
                PeriodKind::Q4 => PeriodKind::Q1,
                _ => PeriodKind::Y,
            },
        }),
    }
}

fn in_both(period: Period) -> Phrase {
    let name = period.name();
    Phrase::new(in_a_sentence(&name.vi), in_a_sentence(&name.en))
}
