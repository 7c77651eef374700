//! What stands in each row of a report, as plain data for tables that other programs read.

use crate::form::{CellId, Row, Sheet};
use crate::formula::Reason;
use crate::number::Decimal;
use crate::report::{Entry, Session};

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A line of words that takes no figure.
    Heading,
    /// A number was entered.
    Number,
    /// An option was chosen.
    Choice,
    /// Words were entered.
    Text,
    /// There is nothing to count (không phát sinh).
    NotApplicable,
    /// What was typed cannot be read.
    Unreadable,
    /// Nothing was entered.
    Blank,
    /// Nothing was entered, on purpose.
    ConfirmedBlank,
    /// Its value is computed.
    Derived,
    /// It is computed, but has no value, and this is why.
    NotDerived(Reason),
}

impl Standing {
    /// Its word in the files; `docs/tidy.md` lists them.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Heading => "heading",
            Standing::Number => "number",
            Standing::Choice => "choice",
            Standing::Text => "text",
            Standing::NotApplicable => "not_applicable",
            Standing::Unreadable => "unreadable",
            Standing::Blank => "blank",
            Standing::ConfirmedBlank => "confirmed_blank",
            Standing::Derived => "derived",
            Standing::NotDerived(_) => "not_derived",
        }
    }
}

/// A row of a report with what stands in it.
#[derive(Clone, Debug)]
pub struct Standings<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    /// The row.
    pub row: &'a Row,
    /// How it stands.
    pub standing: Standing,
    /// Its figure, entered or computed.
    pub number: Option<Decimal>,
    /// The code of the chosen option, the words, or what cannot be read; empty otherwise.
    pub text: &'a str,
    /// The officer's note.
    pub note: &'a str,
}

/// Every row of an open report in printed order. A helper sheet is there only where something stands in it: most
/// agencies leave it alone, and its figures are in the printed rows that it feeds.
pub fn standings(session: &Session) -> Vec<Standings<'_>> {
    let form = &session.form().form;
    let mut all = Vec::new();
    for sheet in &form.sheets {
        let rows: Vec<Standings<'_>> = sheet
            .cells()
            .filter_map(|cell| standing(session, sheet, cell))
            .collect();
        let is_used = rows.iter().any(|row| {
            let nothing = matches!(
                row.standing,
                Standing::Heading | Standing::Blank | Standing::NotDerived(_)
            );
            !nothing || !row.note.is_empty()
        });
        if is_used || !sheet.helper {
            all.extend(rows);
        }
    }
    all
}

fn standing<'a>(session: &'a Session, sheet: &'a Sheet, cell: CellId) -> Option<Standings<'a>> {
    let row = session.form().form.row(cell)?;
    let (mut number, mut text) = (None, "");
    let standing = match session.derived(cell).map(|derived| derived.value) {
        Some(Ok(value)) => {
            number = Some(value);
            Standing::Derived
        }
        Some(Err(reason)) => Standing::NotDerived(reason),
        None if !row.is_entry() => Standing::Heading,
        None => match session.entry(cell) {
            Entry::Number(value) => {
                number = Some(*value);
                Standing::Number
            }
            Entry::Choice(code) => {
                text = code;
                Standing::Choice
            }
            Entry::Text(words) => {
                text = words;
                Standing::Text
            }
            Entry::Unreadable(raw) => {
                text = raw;
                Standing::Unreadable
            }
            Entry::NotApplicable => Standing::NotApplicable,
            Entry::Blank if session.is_confirmed_blank(cell) => Standing::ConfirmedBlank,
            Entry::Blank => Standing::Blank,
        },
    };
    Some(Standings {
        sheet,
        row,
        standing,
        number,
        text,
        note: session.note(cell),
    })
}
