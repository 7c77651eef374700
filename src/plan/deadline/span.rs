//! Stretches of days as plans write them: a month, quarters, months from the start of a year, years, a day.

use super::reader::{Piece, Reader, date};
use crate::period::Date;

/// The days that words name.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) first: Date,
    pub(super) last: Date,
    /// Whether it is a year without anything finer.
    pub(super) is_year: bool,
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

/// A span, or none where the words name days and no deadline; and how many pieces they take.
type Read = (Option<Span>, usize);

impl Reader {
    /// The span that begins at this piece.
    pub(super) fn span(&self) -> Option<Read> {
        if let Some((day, taken)) = self.full_day().or_else(|| self.day_in_words()) {
            // “Thông tư … ngày 31/10/2017” names a document and no deadline, unless it is told as one.
            return Some((Some(Span::day(day)).filter(|_| self.is_told()), taken));
        }
        if self.is_word(0, &["tháng"]) {
            let (month, _) = self.number(1)?;
            let (year, taken) = self.year_behind(2);
            return Some((Some(Span::months(year, month, month)?), 2 + taken));
        }
        if self.is_word(0, &["quý", "quí"]) {
            return self.quarters();
        }
        if self.is_word(1, &["tháng"]) {
            return self.part_of_year();
        }
        self.in_figures()
    }

    /// “Quý IV/2025”, “quý 3”, “Quý I, II/2026”, “quý I và quý II năm 2026”.
    fn quarters(&self) -> Option<Read> {
        let (first, roman) = self.quarter(1)?;
        let (mut last, mut taken) = (first, 2);
        let joins = [',', '-', '–', ';', '/'];
        while self.is_sign(taken, &joins) || self.is_word(taken, &["và", "đến"]) {
            let again = usize::from(self.is_word(taken + 1, &["quý", "quí"]));
            // “quý III, 02 báo cáo” counts reports.
            match self.quarter(taken + 1 + again) {
                Some((next, same)) if same == roman => last = last.max(next),
                _ => break,
            }
            taken += 2 + again;
        }
        let (year, more) = self.year_behind(taken);
        let span = Span::months(year, first.min(last) * 3 - 2, last * 3)?;
        Some((Some(span), taken + more))
    }

    /// A quarter, and whether it is in Roman figures.
    fn quarter(&self, ahead: usize) -> Option<(i32, bool)> {
        match self.piece(ahead)? {
            Piece::Word(roman) => ["i", "ii", "iii", "iv"]
                .iter()
                .zip(1..)
                .find(|(known, _)| *known == roman)
                .map(|(_, quarter)| (quarter, true)),
            Piece::Number(quarter @ 1..=4, 1) => Some((*quarter, false)),
            Piece::Number(..) | Piece::Sign(_) => None,
        }
    }

    /// “6 tháng đầu năm 2026”, “09 tháng năm 2026”, “6 tháng cuối năm”.
    fn part_of_year(&self) -> Option<Read> {
        let (count, _) = self
            .number(0)
            .filter(|(count, _)| (1..=12).contains(count))?;
        let side = usize::from(self.is_word(2, &["đầu", "cuối"]));
        let (year, taken) = self.year_behind(2 + side);
        // “6 tháng/năm” comes again, and “báo cáo 6 tháng” is the name of a report.
        if taken == 0 && (side == 0 || !self.is_word(2 + side, &["năm"])) {
            return None;
        }
        let taken = if taken == 0 { 1 } else { taken };
        let (first, last) = if self.is_word(2, &["cuối"]) {
            (13 - count, 12)
        } else {
            (1, count)
        };
        Some((Some(Span::months(year, first, last)?), 2 + side + taken))
    }

    /// What is written in figures alone: “02/2022”, “trước 15/5”, “2026 - 2027”, “2025”.
    fn in_figures(&self) -> Option<Read> {
        let signs = ['/', '.', '-'];
        let joined = matches!(self.back(1), Some(Piece::Sign('/' | '.')));
        let (number, _) = self.number(0).filter(|_| !joined)?;
        if self.is_sign(1, &signs) && !self.is_sign(3, &['/']) {
            if let (Some(first), Some(last)) = (self.year_at(0), self.year_at(2)) {
                return Some((Some(Span::years(first, last)?), 3));
            }
            if let Some(year) = self.year_at(2) {
                return Some((Some(Span::months(year, number, number)?), 3));
            }
            let (month, _) = self.number(2)?;
            let day = date(self.year, month, number).filter(|_| self.is_told())?;
            return Some((Some(Span::day(day)), 3));
        }
        let year = self.year_at(0).filter(|_| !self.is_sign(1, &['/']))?;
        Some((Some(Span::years(year, year)?), 1))
    }
}
