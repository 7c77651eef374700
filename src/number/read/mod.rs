//! What an officer typed → a number, or a question, or nothing that can be read.
//!
//! DESIGN.md section 5 is the rule: a figure is never guessed. What has one meaning is read, with a
//! notice where its writing is unusual; what has a likely meaning is asked about; everything else is
//! unreadable and stays as typed. The 54 writings found in real reports stand, with what becomes of
//! each, in `tests/fixtures/number-formats.json`.

mod figure;
mod letters;
mod words;

use super::Decimal;

/// What sort of number a row expects. The same text may mean different things in two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Things counted one by one.
    Count,
    /// Money in the row's measure.
    Money,
    /// Any other measured quantity.
    Decimal,
    /// A percentage.
    Ratio,
}

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing was typed.
    Blank,
    /// One number, and what should be told about how it was understood.
    Number {
        /// The number.
        value: Decimal,
        /// What was unusual in its writing.
        notice: Option<Notice>,
    },
    /// It must not be guessed: the officer says which of these is meant, or none.
    Ask(Vec<Meaning>),
    /// It is no number that can be read; it is kept as typed.
    Unreadable,
}

/// One thing that an ambiguous text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This number.
    Number(Decimal),
    /// There is nothing to count here (không phát sinh).
    NotApplicable,
    /// Nothing: the row is left empty.
    Blank,
}

/// What was unusual about a number that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// `71.3` in a percent row was taken as 71,3.
    DotAsDecimalMark,
    /// `6.238 phiếu`: these words after the number were left out.
    WordsLeftOut(String),
    /// `1 234 567`: spaces were taken as grouping thousands.
    SpacesAsGroups,
}

/// Reads what was typed into a row that expects `expected` in `measure`, the row's Vietnamese
/// measure (`"Triệu đồng"`, `"%"`, or nothing). Any text may come; none makes it fail.
///
/// ```
/// # use bieumau::number::{Decimal, Expected, Reading, read};
/// let eleven_thousand = Reading::Number { value: Decimal::from_integer(11_647), notice: None };
/// assert_eq!(read("11.647", Expected::Count, "Hồ sơ"), eleven_thousand);
/// assert_eq!(read("Dự kiến 02", Expected::Count, "Cơ quan, đơn vị"), Reading::Unreadable);
/// ```
pub fn read(text: &str, expected: Expected, measure: &str) -> Reading {
    let plain: String = text.chars().map(plain).collect();
    let said = plain.trim_matches(is_empty_space);
    if said.is_empty() {
        return Reading::Blank;
    }
    if let Some(meanings) = words::meanings_of_none(said) {
        return Reading::Ask(meanings);
    }
    let (negative, unsigned) = match said.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, said),
    };
    let (figure, tail) = figure::split(unsigned);
    let Some(left_out) = left_out(tail, expected, measure) else {
        return Reading::Unreadable;
    };
    match (figure::read(figure, negative, expected), left_out) {
        (None, _) => Reading::Unreadable,
        (Some(reading), "") => reading,
        (Some(Reading::Number { value, notice }), words) => match notice {
            None => Reading::Number {
                value,
                notice: Some(Notice::WordsLeftOut(words.to_owned())),
            },
            // A notice tells one thing. A number that needs two of them is better asked about.
            Some(_) => Reading::Ask(vec![Meaning::Number(value)]),
        },
        (Some(other), _) => other,
    }
}

/// The words of `tail`, all that follows the figure, that may be left out; `None` where they may
/// not. The sign of percent says nothing that a ratio row does not say itself.
fn left_out<'a>(tail: &'a str, expected: Expected, measure: &str) -> Option<&'a str> {
    let words = tail.trim();
    let allowed = match words {
        "" => true,
        "%" => expected == Expected::Ratio,
        _ => {
            // `12a` and `5tr` are no number with a word after it.
            return (tail.starts_with(char::is_whitespace) && words::may_go(words, measure))
                .then_some(words);
        }
    };
    allowed.then_some("")
}

/// The plain sign for its full-width form, for the true minus, and for the spaces that group digits.
fn plain(sign: char) -> char {
    match sign {
        '\u{FF10}'..='\u{FF19}' => u32::from(sign)
            .checked_sub(0xFF10)
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(sign),
        '．' => '.',
        '，' => ',',
        '％' => '%',
        '－' | '\u{2212}' => '-',
        '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' => ' ',
        _ => sign,
    }
}

/// White space, and the two signs without width that a copied cell may bring along.
fn is_empty_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200B}' | '\u{FEFF}')
}
