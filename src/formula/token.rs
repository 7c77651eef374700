//! Text of a formula → tokens, each with the place where it stands.

use super::{Comparison, FormulaError};
use crate::number::Decimal;

/// A sign or a word of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Row(String),
    Number(Decimal),
    Name(String),
    Plus,
    Minus,
    Times,
    Over,
    Compare(Comparison),
    Open,
    Close,
    Comma,
}

/// Splits a formula. Places are counted in characters from 1, as an author counts them.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, FormulaError> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().zip(1_usize..).peekable();
    while let Some((sign, place)) = rest.next() {
        let token = match sign {
            _ if sign.is_whitespace() => continue,
            '+' => Token::Plus,
            '-' | '−' | '–' => Token::Minus,
            '*' | '×' => Token::Times,
            '/' | '÷' => Token::Over,
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '=' => Token::Compare(Comparison::Equal),
            '≤' => Token::Compare(Comparison::LessOrEqual),
            '≥' => Token::Compare(Comparison::GreaterOrEqual),
            '≠' => Token::Compare(Comparison::NotEqual),
            '<' | '>' | '!' => {
                let with_equal = rest.next_if(|(next, _)| *next == '=').is_some();
                Token::Compare(match (sign, with_equal) {
                    ('<', true) => Comparison::LessOrEqual,
                    ('<', false) => Comparison::Less,
                    ('>', true) => Comparison::GreaterOrEqual,
                    ('>', false) => Comparison::Greater,
                    (_, true) => Comparison::NotEqual,
                    (_, false) => return Err(FormulaError::UnknownSign { place, sign }),
                })
            }
            '[' => {
                let mut id = String::new();
                loop {
                    match rest.next() {
                        Some((']', _)) => break,
                        Some((next, _)) => id.push(next),
                        None => return Err(FormulaError::OpenReference { place }),
                    }
                }
                Token::Row(id.trim().to_owned())
            }
            '0'..='9' => {
                let mut digits = String::from(sign);
                while let Some((next, _)) =
                    rest.next_if(|(next, _)| next.is_ascii_digit() || *next == '.')
                {
                    digits.push(next);
                }
                match Decimal::parse_canonical(&digits) {
                    Some(number) => Token::Number(number),
                    None => {
                        return Err(FormulaError::NotANumber {
                            place,
                            text: digits,
                        });
                    }
                }
            }
            _ if is_letter(sign) || sign == '_' => {
                let mut name = String::from(sign);
                while let Some((next, _)) = rest
                    .next_if(|(next, _)| is_letter(*next) || next.is_ascii_digit() || *next == '_')
                {
                    name.push(next);
                }
                Token::Name(name)
            }
            _ => return Err(FormulaError::UnknownSign { place, sign }),
        };
        tokens.push((place, token));
    }
    Ok(tokens)
}

/// Whether a sign may stand in a name: the letters of Vietnamese and its neighbours. The tables for the letters of the
/// whole world would be 3 KB of the page.
fn is_letter(sign: char) -> bool {
    let is_latin = ('\u{c0}'..='\u{24f}').contains(&sign) && !matches!(sign, '×' | '÷');
    let has_two_marks = ('\u{1e00}'..='\u{1eff}').contains(&sign);
    sign.is_ascii_alphabetic() || is_latin || has_two_marks
}
