//! Deadlines as plans write them: words, and the last day where the words mean one.
//!
//! “Tháng 01/2025”, “Quý IV/2025”, “Năm 2025”, “Đến cuối 2026”, “2026 - 2027” end on a day. “Trước 15/5/2026” ends on
//! the day before. “Thường xuyên”, “02 lần/năm” come again and again; “Sau khi …”, “Khi có …” wait for something.

use crate::period::Date;
use time::Month;

/// What the words of a deadline mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// The last day.
    Day(Date),
    /// Again and again.
    Recurring,
    /// After something has happened, or whenever it does.
    Event,
    /// Nothing that a calendar knows.
    Words,
    /// There are no words.
    None,
}

impl Deadline {
    /// The last day, where there is one.
    pub fn day(self) -> Option<Date> {
        match self {
            Deadline::Day(day) => Some(day),
            _ => None,
        }
    }
}

/// One piece of a text in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    /// A number, with how many digits it is written.
    Number(i32, usize),
    /// `/`, `-`, `.`, `,` or whatever else stands between, without spaces.
    Sign(char),
}

fn pieces(text: &str) -> Vec<Piece> {
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
struct Reader {
    pieces: Vec<Piece>,
    at: usize,
    /// The year of the plan, for days that name none.
    year: i32,
}

/// The days that words name.
#[derive(Clone, Copy)]
struct Span {
    first: Date,
    last: Date,
    /// Whether it is a year without anything finer.
    is_year: bool,
}

impl Span {
    fn day(day: Date) -> Span {
        Span {
            first: day,
            last: day,
            is_year: false,
        }
    }

    /// The days from the first of a month to the last of another in the same year.
    fn months(year: i32, first: i32, last: i32) -> Option<Span> {
        let end = if last == 12 {
            date(year, 12, 31)?
        } else {
            date(year, last.checked_add(1)?, 1)?.previous_day()?
        };
        Some(Span {
            first: date(year, first, 1)?,
            last: end,
            is_year: false,
        })
    }

    fn years(first: i32, last: i32) -> Option<Span> {
        Some(Span {
            first: date(first, 1, 1)?,
            last: date(last, 12, 31)?,
            is_year: true,
        })
    }
}

impl Reader {
    fn piece(&self, ahead: usize) -> Option<&Piece> {
        self.pieces.get(self.at.checked_add(ahead)?)
    }

    fn back(&self, by: usize) -> Option<&Piece> {
        self.pieces.get(self.at.checked_sub(by)?)
    }

    fn is_word(&self, ahead: usize, words: &[&str]) -> bool {
        matches!(self.piece(ahead), Some(Piece::Word(word)) if words.contains(&word.as_str()))
    }

    fn is_sign(&self, ahead: usize, signs: &[char]) -> bool {
        matches!(self.piece(ahead), Some(Piece::Sign(sign)) if signs.contains(sign))
    }

    fn number(&self, ahead: usize) -> Option<(i32, usize)> {
        match self.piece(ahead) {
            Some(Piece::Number(number, digits)) => Some((*number, *digits)),
            _ => None,
        }
    }

    /// A year of four digits.
    fn year_at(&self, ahead: usize) -> Option<i32> {
        self.number(ahead)
            .filter(|(year, digits)| *digits == 4 && (1900..=9998).contains(year))
            .map(|(year, _)| year)
    }

    /// A year behind a sign or the word “năm”; the plan's where none is named. Gives how many pieces it takes.
    fn year_behind(&self, ahead: usize) -> (i32, usize) {
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
    fn full_day(&self) -> Option<(Date, usize)> {
        let (day, _) = self.number(0)?;
        let signs = ['/', '.', '-'];
        let apart = (self.is_sign(1, &signs) && self.is_sign(3, &signs))
            || (self.is_word(1, &["tháng"]) && self.is_word(3, &["năm"]));
        let (month, _) = self.number(2).filter(|_| apart)?;
        Some((date(self.year_at(4)?, month, day)?, 5))
    }

    /// The span that begins at this piece, and how many pieces it takes.
    fn span(&self) -> Option<(Span, usize)> {
        if let Some((day, taken)) = self.full_day() {
            // “Thông tư … ngày 31/10/2017” names a document and no deadline, unless it is told as one.
            return self.is_told().then_some((Span::day(day), taken));
        }
        let signs = ['/', '.', '-'];
        if self.is_word(0, &["tháng"]) {
            let (month, _) = self.number(1)?;
            let (year, taken) = self.year_behind(2);
            return Some((Span::months(year, month, month)?, 2 + taken));
        }
        if self.is_word(0, &["quý", "quí"]) {
            let quarter = match self.piece(1)? {
                Piece::Word(roman) => ["i", "ii", "iii", "iv"]
                    .iter()
                    .zip(1..)
                    .find(|(known, _)| *known == roman)
                    .map(|(_, quarter)| quarter)?,
                Piece::Number(quarter @ 1..=4, _) => *quarter,
                _ => return None,
            };
            let (year, taken) = self.year_behind(2);
            return Some((Span::months(year, quarter * 3 - 2, quarter * 3)?, 2 + taken));
        }
        let joined = matches!(self.back(1), Some(Piece::Sign('/' | '.')));
        let (number, _) = self.number(0).filter(|_| !joined)?;
        if self.is_sign(1, &signs) && !self.is_sign(3, &['/']) {
            // “2026 - 2027”
            if let (Some(first), Some(last)) = (self.year_at(0), self.year_at(2)) {
                return Some((Span::years(first, last)?, 3));
            }
            // “02/2022”
            if let Some(year) = self.year_at(2) {
                return Some((Span::months(year, number, number)?, 3));
            }
            // “trước ngày 15/5”
            let (month, _) = self.number(2)?;
            let day = date(self.year, month, number).filter(|_| self.is_told())?;
            return Some((Span::day(day), 3));
        }
        let year = self.year_at(0).filter(|_| !self.is_sign(1, &['/']))?;
        Some((Span::years(year, year)?, 1))
    }

    /// Whether a day is told as a deadline: “trước ngày 28/11/2022”, “đến 15/5”, or no word stands before it.
    fn is_told(&self) -> bool {
        let at = usize::from(matches!(self.back(1), Some(Piece::Word(word)) if word == "ngày")) + 1;
        match self.back(at) {
            Some(Piece::Word(word)) => {
                ["trước", "đến", "hết", "nhất", "hạn", "trong", "và"].contains(&word.as_str())
            }
            Some(_) | None => true,
        }
    }

    /// Whether the span at this piece is only a beginning: “từ năm 2026”, “từ 01/7/2025”.
    fn is_begun(&self) -> bool {
        self.behind_words(&["từ"])
    }

    /// Whether the span at this piece is still outside: “trước 15/5/2026”.
    fn is_before(&self) -> bool {
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

fn date(year: i32, month: i32, day: i32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

/// Words that say that something comes again and again.
const AGAIN: [&str; 12] = [
    "thường xuyên",
    "hàng tháng",
    "hằng tháng",
    "hàng quý",
    "hằng quý",
    "hàng năm",
    "hằng năm",
    "hàng tuần",
    "hằng tuần",
    "định kỳ",
    "lần/năm",
    "năm 2 lần",
];

/// Words that wait for something.
const WAITING: [&str; 2] = ["sau khi", "khi có"];

/// What the words of a deadline mean in the plan of a year. Of several days the last is meant.
pub fn read_deadline(words: &str, year: i32) -> Deadline {
    if words.trim().is_empty() {
        return Deadline::None;
    }
    let lower = words.to_lowercase();
    let again = AGAIN.iter().any(|known| lower.contains(known));
    let waits = WAITING.iter().any(|known| lower.contains(known));
    let mut reader = Reader {
        pieces: pieces(words),
        at: 0,
        year,
    };
    // A year says least: “Kế hoạch năm 2022 (tháng 01/2022)” is due in January.
    let (mut finest, mut in_year): (Option<Date>, Option<Date>) = (None, None);
    while reader.at < reader.pieces.len() {
        let Some((span, taken)) = reader.span() else {
            reader.at += 1;
            continue;
        };
        let end = if reader.is_begun() {
            None
        } else if reader.is_before() {
            span.first.previous_day()
        } else {
            Some(span.last)
        };
        // What comes again ends only on a day that is told: “hằng tháng, trước 30/6/2026”.
        if !again || reader.is_before() {
            let last = if span.is_year {
                &mut in_year
            } else {
                &mut finest
            };
            *last = (*last).max(end);
        }
        reader.at += taken.max(1);
    }
    match finest.or(in_year) {
        Some(day) => Deadline::Day(day),
        None if again => Deadline::Recurring,
        None if waits => Deadline::Event,
        None => Deadline::Words,
    }
}

/// The day of a text that an officer typed: `09/3/2026`, `9.3.2026`, `2026-03-09`, `ngày 9 tháng 3 năm 2026`; without
/// a year, `09/3`, in that of the plan. None where it is no day.
pub fn read_day(text: &str, year: i32) -> Option<Date> {
    if let Some(day) = crate::period::parse_day(text.trim()) {
        return Some(day);
    }
    let mut reader = Reader {
        pieces: pieces(text),
        at: 0,
        year,
    };
    if reader.is_word(0, &["ngày"]) {
        reader.at = 1;
    }
    let (day, taken) = match reader.full_day() {
        Some(found) => found,
        None => {
            let (day, _) = reader.number(0)?;
            let apart = reader.is_sign(1, &['/', '.', '-']) || reader.is_word(1, &["tháng"]);
            let (month, digits) = reader.number(2).filter(|_| apart)?;
            (date(year, month, day).filter(|_| digits <= 2)?, 3)
        }
    };
    reader.at += taken;
    reader.piece(0).is_none().then_some(day)
}

/// Every full day that a text names, in its order: those of the documents in a note.
pub fn days_in(text: &str) -> Vec<Date> {
    let mut reader = Reader {
        pieces: pieces(text),
        at: 0,
        year: 0,
    };
    let mut days = Vec::new();
    while reader.at < reader.pieces.len() {
        match reader.full_day() {
            Some((day, taken)) => {
                days.push(day);
                reader.at += taken;
            }
            None => reader.at += 1,
        }
    }
    days
}
