//! What stands in a row of a return: just enough to add it up and to show it.

use crate::form::CellId;
use crate::formula::Reason;
use crate::number::Decimal;
use crate::report::{Entry, Session, Spread};

/// What stands in a row of a return. Words are not kept: nobody adds them up, and a thousand returns have many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// Nothing, or a heading.
    #[default]
    Blank,
    /// A number, entered or computed.
    Number(Decimal),
    /// An option, by its place in the row's list.
    Choice(u16),
    /// Words.
    Text,
    /// Nothing to count (không phát sinh).
    NotApplicable,
    /// Something that cannot be read, or an option that the form does not have.
    Unreadable,
    /// It is computed, but has no value.
    Without(Reason),
}

impl Figure {
    /// What stands in a cell of an open report.
    pub fn of(session: &Session, cell: CellId) -> Figure {
        if let Some(derived) = session.derived(cell) {
            return match derived.value {
                Ok(number) => Figure::Number(number),
                Err(reason) => Figure::Without(reason),
            };
        }
        match session.entry(cell) {
            Entry::Blank => Figure::Blank,
            Entry::Number(number) => Figure::Number(*number),
            Entry::Choice(code) => {
                let row = session.form().form.row(cell);
                let place = row.and_then(|row| {
                    let mut options = row.options.iter();
                    options.position(|option| option.code == *code)
                });
                let place = place.and_then(|place| u16::try_from(place).ok());
                place.map_or(Figure::Unreadable, Figure::Choice)
            }
            Entry::Text(_) => Figure::Text,
            Entry::NotApplicable => Figure::NotApplicable,
            Entry::Unreadable(_) => Figure::Unreadable,
        }
    }

    /// Its number; none for everything else.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Figure::Number(number) => Some(number),
            _ => None,
        }
    }

    /// It as the spread of one unit. `option` names the chosen option by its code.
    pub(super) fn spread(self, is_asked: bool, option: Option<&str>) -> Spread {
        let mut spread = Spread::default();
        match self {
            Figure::Blank | Figure::Without(_) => {}
            Figure::Number(number) => {
                spread.reported = 1;
                spread.zeros = u32::from(number.is_zero());
                spread.sum = Some(number);
            }
            Figure::Choice(_) => {
                spread.reported = 1;
                spread
                    .options
                    .extend(option.map(|code| (code.to_owned(), 1)));
            }
            Figure::Text => spread.reported = 1,
            Figure::NotApplicable => spread.not_applicable = 1,
            Figure::Unreadable => spread.unreadable = 1,
        }
        let has_said = spread.reported + spread.not_applicable + spread.unreadable > 0;
        spread.asked = u32::from(is_asked || has_said);
        spread
    }
}
