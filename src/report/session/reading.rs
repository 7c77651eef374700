//! What an officer typed, or a file holds → an entry of a row.

use crate::form::{Kind, Row};
use crate::number::{Expected, Meaning, Notice, Reading, read};
use crate::report::{Entry, Report};

/// The entry of a saved report as the row understands it today: an option that the form no longer has, or a
/// number in a row of choices, is kept as unreadable text rather than dropped.
pub(super) fn entry_of(row: &Row, report: &Report) -> Entry {
    let Some(filled) = report.entries.get(&row.id).filter(|_| row.is_entry()) else {
        return Entry::Blank;
    };
    match (&filled.entry, row.kind) {
        (Entry::Number(number), kind) if !kind.is_number() => {
            Entry::Unreadable(crate::number::write(*number))
        }
        (Entry::Choice(code), _) if !row.options.iter().any(|option| option.code == *code) => {
            Entry::Unreadable(code.clone())
        }
        (Entry::Text(text), kind) if kind != Kind::Text => Entry::Unreadable(text.clone()),
        (entry, _) => entry.clone(),
    }
}

pub(super) fn read_number(row: &Row, text: &str) -> Option<Reading> {
    let expected = match row.kind {
        Kind::Count => Expected::Count,
        Kind::Money => Expected::Money,
        Kind::Decimal => Expected::Decimal,
        Kind::Ratio => Expected::Ratio,
        Kind::Heading | Kind::Choice | Kind::Text => return None,
    };
    Some(read(text, expected, &row.measure.vi))
}

pub(super) fn read_entry(row: &Row, text: &str) -> (Entry, Option<Notice>) {
    if let Some(reading) = read_number(row, text) {
        return match reading {
            Reading::Blank => (Entry::Blank, None),
            Reading::Number { value, notice } => (Entry::Number(value), notice),
            // It has one meaning only, and that meaning is no figure: there is nothing to ask.
            Reading::Ask(meanings) if meanings == [Meaning::NotApplicable] => {
                (Entry::NotApplicable, None)
            }
            Reading::Ask(_) | Reading::Unreadable => (Entry::Unreadable(text.to_owned()), None),
        };
    }
    if text.trim().is_empty() {
        return (Entry::Blank, None);
    }
    let entry = match row.kind {
        Kind::Choice => match row.options.iter().find(|option| option.code == text.trim()) {
            Some(option) => Entry::Choice(option.code.clone()),
            None => Entry::Unreadable(text.to_owned()),
        },
        _ => Entry::Text(text.to_owned()),
    };
    (entry, None)
}
