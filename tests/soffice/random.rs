//! Random reports: the same seed gives the same ones.

use crate::desk::begin;
use bieumau::form::{CellId, Kind, Row};
use bieumau::number::{Decimal, Fraction};
use bieumau::report::{Entry, OpenForm, Session};
use std::sync::Arc;

/// A source of chance (xorshift64*).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) % end
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }
}

/// A report on a form, filled as officers fill it: mostly figures, some of them zero, blank, not applicable or unreadable.
pub fn filled(form: &Arc<OpenForm>, chance: &mut Chance) -> Session {
    let mut session = Session::open(form.clone(), begin(form));
    // Some reports are full, some have gaps; some use the helper sheets.
    let gaps = *chance.one_of(&[0, 0, 2, 10, 40]);
    let has_helper = chance.below(2) == 0;
    for cell in form.form.cells() {
        let row = form.form.row(cell).unwrap();
        if !row.is_entry() || (form.form.is_helper(cell) && !has_helper) {
            continue;
        }
        let entry = match chance.below(100) {
            roll if roll < gaps => match chance.below(4) {
                0 => Entry::NotApplicable,
                1 => Entry::Unreadable("chưa rõ".to_owned()),
                _ => Entry::Blank,
            },
            _ => figure(row, chance),
        };
        session.replace(cell, entry);
    }
    session
}

fn figure(row: &Row, chance: &mut Chance) -> Entry {
    let decimals = match row.kind {
        Kind::Choice => {
            let option = chance.one_of(&row.options);
            return Entry::Choice(option.code.clone());
        }
        Kind::Text => return Entry::Text("Có nội dung".to_owned()),
        Kind::Count | Kind::Heading => 0,
        Kind::Money => chance.below(4) as u8,
        Kind::Decimal | Kind::Ratio => chance.below(3) as u8,
    };
    let mut number = match chance.below(10) {
        0 => 0,
        1 | 2 => chance.below(20),
        // Shares of these end half way between two last digits.
        3 | 4 => *chance.one_of(&[
            8, 16, 32, 40, 80, 125, 160, 200, 400, 800, 1_600, 2_000, 3_125,
        ]),
        5 | 6 => chance.below(1_000),
        7 | 8 => chance.below(100_000),
        _ => chance.below(1_000_000_000),
    } as i128;
    if row.kind != Kind::Count && chance.below(20) == 0 {
        number = -number;
    }
    Entry::Number(Decimal::new(number, decimals).unwrap())
}

/// How many computed rows of a report lie half way between two last digits before they are rounded.
pub fn ties(session: &Session) -> usize {
    let form = &session.form().form;
    let is_tie = |cell: &CellId| {
        let (Some(row), Some(derived)) = (form.row(*cell), session.derived(*cell)) else {
            return false;
        };
        let (Ok(rounded), Some(exact)) = (&derived.value, derived.exact) else {
            return false;
        };
        let half = Decimal::new(5, row.decimals + 1).map(Fraction::from_decimal);
        let distance = exact.checked_sub(Fraction::from_decimal(*rounded));
        let zero = Fraction::from_decimal(Decimal::ZERO);
        distance.zip(half).is_some_and(|(distance, half)| {
            Some(distance) == zero.checked_sub(half) || distance == half
        })
    };
    form.computed().iter().filter(|cell| is_tie(cell)).count()
}

/// Texts that spreadsheets are known to change.
const SCRIBBLES: [&str; 12] = [
    "=1+1",
    "+84 212 3852 222",
    "@SUM(A1)",
    "'dấu nháy",
    "  khoảng trắng  ",
    "dòng 1\ndòng 2\r\ndòng 3",
    "a\tb",
    "_x0041_",
    "<b>&amp;</b>",
    "1.234",
    "\u{1}\u{1f}x\u{fffe}",
    "Quyết định số 226-QĐ/TU 😀",
];

/// Puts notes and unreadable texts into a report.
pub fn scribble(session: &mut Session, chance: &mut Chance) {
    let form = session.form().clone();
    for cell in form.form.cells() {
        let text = *chance.one_of(&SCRIBBLES);
        match chance.below(6) {
            0 => {
                session.enter(cell, text);
            }
            1 => {
                session.set_note(cell, text);
            }
            _ => {}
        }
    }
}
