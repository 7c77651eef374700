//! The members of a written rule, read and complained about.

use crate::form::{Accumulation, CellId, FieldValue, Form, Kind, Row, RuleWritten};
use crate::number::Decimal;
use crate::words::Phrase;

pub(super) fn missing(member: &str) -> Phrase {
    Phrase::said(
        "Quy tắc thiếu mục “{}”.",
        "The rule lacks its member “{}”.",
        &[member],
    )
}

/// A number that may be absent.
pub(super) fn number(written: &RuleWritten, member: &str) -> Result<Option<Decimal>, Phrase> {
    match written.text(member) {
        None if written.fields.contains_key(member) => Err(no_number(member, "[…]")),
        None => Ok(None),
        Some(text) => match Decimal::parse_canonical(text) {
            None => Err(no_number(member, text)),
            number => Ok(number),
        },
    }
}

fn no_number(member: &str, text: &str) -> Phrase {
    Phrase::said(
        "“{}” phải là một số viết như \"0\" hoặc \"99.5\"; không hiểu “{}”.",
        "“{}” must be a number such as \"0\" or \"99.5\"; “{}” is not.",
        &[member, text],
    )
}

/// One of these words, or the first of them where the member is absent.
pub(super) fn one_of<T: Copy>(
    written: &RuleWritten,
    member: &str,
    words: &[(&str, T)],
    otherwise: T,
) -> Result<T, Phrase> {
    let Some(field) = written.fields.get(member) else {
        return Ok(otherwise);
    };
    let text = match field {
        FieldValue::Text(text) => text.as_str(),
        FieldValue::List(_) => "[…]",
    };
    let known = words.iter().find(|(word, _)| *word == text);
    known.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        Phrase::said(
            "“{}” không nhận “{}”; dùng {}.",
            "“{}” does not take “{}”; use {}.",
            &[member, text, &words.join(", ")],
        )
    })
}

/// The rows of an `on` member: a kind of row, or a list of ids. Only rows that hold a number.
pub(super) fn rows_on(written: &RuleWritten, form: &Form) -> Result<Vec<CellId>, Phrase> {
    rows_that(written, form, Row::is_entry, |row| row.kind.is_number())
}

/// The rows of an `on` member that names a kind, the days that rows cover, or ids. A word stands for the rows that
/// `offered` takes, less those of an `except` member; ids may name every row that `takes` takes.
pub(super) fn rows_that(
    written: &RuleWritten,
    form: &Form,
    offered: impl Fn(&Row) -> bool,
    takes: impl Fn(&Row) -> bool,
) -> Result<Vec<CellId>, Phrase> {
    let named = |member: &str, ids: &[String]| {
        let cells = ids.iter().map(|id| {
            form.cell(id)
                .filter(|cell| form.row(*cell).is_some_and(&takes))
                .ok_or_else(|| {
                    Phrase::said(
                        "“{}” nêu dòng “{}”, là dòng không có, không chứa số, hoặc không hợp với loại quy tắc này.",
                        "“{}” names row “{}”, which does not exist, holds no number, or does not suit this kind of rule.",
                        &[member, id],
                    )
                })
        });
        cells.collect::<Result<Vec<CellId>, Phrase>>()
    };
    let except = match written.fields.get("except") {
        Some(FieldValue::List(ids)) => named("except", ids)?,
        Some(FieldValue::Text(_)) => return Err(missing("except")),
        None => Vec::new(),
    };
    let cells: Vec<CellId> = match written.fields.get("on") {
        Some(FieldValue::List(ids)) => named("on", ids)?,
        Some(FieldValue::Text(word)) => {
            let kind = Kind::from_word(word);
            let days = Accumulation::from_word(word);
            if kind.is_none() && days.is_none() {
                return Err(Phrase::said(
                    "“on” phải là một loại dòng hoặc danh sách mã dòng; không hiểu “{}”.",
                    "“on” must be a kind of row or a list of row ids; “{}” is neither.",
                    &[word],
                ));
            }
            let fits = |row: &Row| Some(row.kind) == kind || Some(row.accumulation) == days;
            form.cells()
                .filter(|cell| {
                    form.row(*cell)
                        .is_some_and(|row| fits(row) && takes(row) && offered(row))
                })
                .collect()
        }
        None => return Err(missing("on")),
    };
    Ok(cells
        .into_iter()
        .filter(|cell| !except.contains(cell))
        .collect())
}
