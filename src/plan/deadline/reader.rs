//! The words of a deadline in pieces, and what stands around one of them.

use crate::period::Date;
use time::Month;

/// One piece of a text in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Word(String),
    /// A number, with how many digits it is written.
    Number(i32, usize),
    /// `/`, `-`, `.`, `,` or whatever else stands between, without spaces.
    Sign(char),
}

pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let close = |word: &mut String, pieces: &mut Vec<Piece>| {
        if word.is_empty() {
            return;
        }
        let word = std::mem::take(word);
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        match word.parse().ok().filter(|_| digits && word.len() <= 4) {
            Some(number) => pieces.push(Piece::Number(number, word.len())),
            None => pieces.push(Piece::Word(word)),
        }
    };
    for sign in text.chars().flat_map(char::to_lowercase) {
        let joins = word
            .chars()
            .next_back()
            .is_none_or(|last| last.is_ascii_digit() == sign.is_ascii_digit());
        if sign.is_alphanumeric() && joins {
            word.push(sign);
            continue;
        }
        close(&mut word, &mut pieces);
        if sign.is_alphanumeric() {
            word.push(sign);
        } else if !sign.is_whitespace() {
            pieces.push(Piece::Sign(sign));
        }
    }
    close(&mut word, &mut pieces);
    pieces
}

/// Stands in front of a piece.
pub(super) struct Reader {
    pub(super) pieces: Vec<Piece>,
    pub(super) at: usize,
    /// The year of the plan, for days that name none.
    pub(super) year: i32,
}

impl Reader {
    pub(super) fn piece(&self, ahead: usize) -> Option<&Piece> {
        self.pieces.get(self.at.checked_add(ahead)?)
    }

    pub(super) fn back(&self, by: usize) -> Option<&Piece> {
        self.pieces.get(self.at.checked_sub(by)?)
    }

    pub(super) fn is_word(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.piece(ahead), Some(Piece::Word(word)) if words.contains(&word.as_str()))
    }

    pub(super) fn is_sign(&self, ahead: usize, signs: &[char]) -> bool {
        matches!(self.piece(ahead), Some(Piece::Sign(sign)) if signs.contains(sign))
    }

    pub(super) fn number(&self, ahead: usize) -> Option<(i32, usize)> {
        match self.piece(ahead) {
            Some(Piece::Number(number, digits)) => Some((*number, *digits)),
            _ => None,
        }
    }

    /// A year of four digits.
    pub(super) fn year_at(&self, ahead: usize) -> Option<i32> {
        self.number(ahead)
            .filter(|(year, digits)| *digits == 4 && (1900..=9998).contains(year))
            .map(|(year, _)| year)
    }

    /// A year behind a sign or the word “năm”; the plan's where none is named. Gives how many pieces it takes.
    pub(super) fn year_behind(&self, ahead: usize) -> (i32, usize) {
        let named = [
            (
                self.is_sign(ahead, &['/', '.', '-']) && self.is_word(ahead + 1, &["năm"]),
                2,
            ),
            (self.is_sign(ahead, &['/', '.', '-']), 1),
            (self.is_word(ahead, &["năm"]), 1),
        ];
        for (fits, skip) in named {
            if let Some(year) = self.year_at(ahead + skip).filter(|_| fits) {
                return (year, skip + 1);
            }
        }
        (self.year, 0)
    }

    /// A full day, `d/m/yyyy` or `d tháng m năm yyyy`, and how many pieces it takes.
    pub(super) fn full_day(&self) -> Option<(Date, usize)> {
        let (day, _) = self.number(0)?;
        let signs = ['/', '.', '-'];
        let apart = (self.is_sign(1, &signs) && self.is_sign(3, &signs))
            || (self.is_word(1, &["tháng"]) && self.is_word(3, &["năm"]));
        let (month, _) = self.number(2).filter(|_| apart)?;
        Some((date(self.year_at(4)?, month, day)?, 5))
    }

    /// A day of the year of the plan, `d tháng m`, and how many pieces it takes.
    pub(super) fn day_in_words(&self) -> Option<(Date, usize)> {
        let (day, _) = self.number(0)?;
        let (month, digits) = self.number(2).filter(|_| self.is_word(1, &["tháng"]))?;
        let day = date(self.year, month, day).filter(|_| digits <= 2)?;
        Some((day, 3))
    }

    /// Whether a day is told as a deadline: “trước ngày 28/11/2022”, “đến 15/5”, or no word stands before it.
    pub(super) fn is_told(&self) -> bool {
        let at = usize::from(matches!(self.back(1), Some(Piece::Word(word)) if word == "ngày")) + 1;
        match self.back(at) {
            Some(Piece::Word(word)) => {
                ["trước", "đến", "hết", "nhất", "hạn", "trong", "và", "thành"]
                    .contains(&word.as_str())
            }
            Some(_) | None => true,
        }
    }

    /// Whether the span at this piece is only a beginning, or ends somewhere inside: “từ năm 2026”, “đầu năm 2026”,
    /// “giữa quý II”.
    pub(super) fn is_begun(&self) -> bool {
        self.behind_words(&["từ", "đầu", "giữa"])
    }

    /// Whether the span at this piece is still outside: “trước 15/5/2026”.
    pub(super) fn is_before(&self) -> bool {
        self.behind_words(&["trước"])
    }

    fn behind_words(&self, words: &[&str]) -> bool {
        let mut by = 1;
        while matches!(self.back(by), Some(Piece::Word(word)) if ["ngày", "tháng", "năm"].contains(&word.as_str()))
        {
            by += 1;
        }
        matches!(self.back(by), Some(Piece::Word(word)) if words.contains(&word.as_str()))
    }
}

pub(super) fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}
