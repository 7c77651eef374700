//! What a cell shows: a number that the spreadsheet holds exactly, or a text that its file can hold.

use super::super::paper::{self, Figure};
use crate::form::{CellId, Choice, Row};
use crate::number::{Decimal, write};
use crate::report::{Entry, Session};
use crate::words::{Language, folded};

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    #[default]
    Blank,
    /// A number of at most 15 digits, which every spreadsheet holds exactly.
    Number(Decimal),
    /// A text. It is never a formula, whatever it begins with.
    Text(String),
}

/// How "không phát sinh" stands in a cell.
pub const NOT_APPLICABLE: &str = "Không phát sinh";

/// The longest text of a cell in UTF-16 units, by the limits of Excel.
pub const MAX_UNITS: usize = 32_767;

/// The most digits that a spreadsheet shows and keeps.
const MAX_DIGITS: usize = 15;

impl Shown {
    /// A number, as a text where it has more digits than a spreadsheet keeps.
    pub fn number(number: Decimal) -> Shown {
        if is_kept_exactly(number) {
            Shown::Number(number)
        } else {
            Shown::Text(write(number))
        }
    }

    /// A text; nothing where there is none.
    pub fn text(text: &str) -> Shown {
        match fitting(text) {
            text if text.is_empty() => Shown::Blank,
            text => Shown::Text(text),
        }
    }

    /// As people write it.
    pub fn written(&self) -> String {
        match self {
            Shown::Blank => String::new(),
            Shown::Number(number) => write(*number),
            Shown::Text(text) => text.clone(),
        }
    }

    /// What stands in a cell for words: a number there is the digits that were typed, such as a year.
    pub fn as_text(&self) -> Shown {
        match self {
            Shown::Number(number) => Shown::Text(number.canonical().replace('.', ",")),
            other => other.clone(),
        }
    }

    /// Whether two cells show the same; spaces at the ends and the kind of line breaks do not count.
    pub fn is_same(&self, other: &Shown) -> bool {
        match (self.even(), other.even()) {
            (Shown::Number(one), Shown::Number(other)) => one == other,
            (Shown::Blank, Shown::Blank) => true,
            (Shown::Text(one), Shown::Text(other)) => one == other,
            _ => false,
        }
    }

    fn even(&self) -> Shown {
        match self {
            Shown::Text(text) => match fitting(text).trim() {
                "" => Shown::Blank,
                text => Shown::Text(text.to_owned()),
            },
            other => other.clone(),
        }
    }
}

/// Whether a spreadsheet keeps the number as it is.
pub fn is_kept_exactly(number: Decimal) -> bool {
    let digits = number.canonical();
    let digits = digits.chars().filter(char::is_ascii_digit);
    digits.skip_while(|digit| *digit == '0').count() <= MAX_DIGITS
}

/// A text as a cell can hold it: without the signs that XML has no place for, its line breaks those of spreadsheets, and
/// no longer than a cell.
pub fn fitting(text: &str) -> String {
    let mut fitting = String::new();
    let mut units = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let sign = match sign {
            '\r' if signs.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            '\n' | '\t' => sign,
            '\u{fffe}' | '\u{ffff}' => continue,
            sign if sign.is_control() => continue,
            sign => sign,
        };
        units += sign.len_utf16();
        if units > MAX_UNITS {
            break;
        }
        fitting.push(sign);
    }
    fitting
}

/// What the figure of a row shows.
pub fn figure(session: &Session, cell: CellId) -> Shown {
    let row = session.form().form.row(cell);
    match (session.derived(cell), session.entry(cell), row) {
        (None, Entry::Choice(code), Some(row)) => option(row, code),
        // It is a cell to be filled, and stays one; the cover says which rows are left blank on purpose.
        (None, Entry::Blank, _) => Shown::Blank,
        (None, Entry::NotApplicable, _) => Shown::text(NOT_APPLICABLE),
        _ => match paper::figure(session, cell, Language::Vi) {
            Figure::Blank => Shown::Blank,
            Figure::Number(number) => Shown::number(number),
            Figure::Words(words) => Shown::text(&words),
        },
    }
}

/// The note of a row.
pub fn note(session: &Session, cell: CellId) -> Shown {
    Shown::text(session.note(cell).trim())
}

/// How an option stands in a cell.
fn option(row: &Row, code: &str) -> Shown {
    let found = row.options.iter().find(|option| option.code == code);
    found.map_or(Shown::Blank, |option| {
        Shown::text(&option_text(row, option))
    })
}

/// The text of an option: its label, with the code before it where the label alone could be something else.
pub fn option_text(row: &Row, option: &Choice) -> String {
    let label = fitting(option.label.vi.trim());
    let same = |other: &&Choice| {
        let is_label = folded(other.label.vi.trim()) == folded(&label);
        is_label || other.code == label
    };
    let is_plain = row.options.iter().filter(same).count() == 1
        && folded(&label) != folded(NOT_APPLICABLE)
        && label != option.code;
    if is_plain {
        label
    } else {
        format!("{} – {label}", fitting(&option.code))
    }
}

/// The option that a text names, by its text in the cell, its label or its code.
pub fn option_of<'a>(row: &'a Row, text: &str) -> Option<&'a Choice> {
    let said = folded(text.trim());
    let mut options = row.options.iter();
    let by_text = options.find(|option| folded(&option_text(row, option)) == said);
    by_text.or_else(|| row.options.iter().find(|option| option.code == text.trim()))
}
