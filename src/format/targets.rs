//! `bieumau.targets/1`: the targets of the plans → [`Targets`].

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::number::Decimal;
use crate::period::{Date, parse_day};
use crate::plan::{Answer, Comparator, Fit, PlanDocument, Target, TargetKind, Targets};
use crate::words::Phrase;

/// Reads a file of targets.
///
/// # Errors
/// Every place where the file is not of the format.
pub fn read_targets(text: &str) -> Result<Targets, Vec<Complaint>> {
    document(text, "bieumau.targets/1", |cursor| {
        let mut targets = Targets::default();
        for (document, of_document) in cursor.list("documents", plan) {
            targets.documents.push(document);
            targets.targets.extend(of_document.into_iter().flatten());
        }
        targets
    })
}

fn plan(cursor: &mut Cursor<'_>) -> (PlanDocument, Vec<Option<Target>>) {
    let document = PlanDocument {
        id: cursor.text("id"),
        file: cursor.text("file"),
        year: year(cursor).unwrap_or(0),
        title: cursor.phrase("title"),
    };
    let areas = cursor.list("areas", |cursor| {
        let area = cursor.phrase("title");
        cursor.list("targets", |cursor| target(cursor, &document, &area))
    });
    (document, areas.into_iter().flatten().collect())
}

fn target(cursor: &mut Cursor<'_>, document: &PlanDocument, area: &Phrase) -> Option<Target> {
    let id = cursor.text("id");
    let text = cursor.text("text");
    let what = cursor.phrase("what");
    let kind = word(cursor, "kind", TargetKind::from_word);
    let comparator = word(cursor, "comparator", Comparator::from_word);
    let written = cursor.text("number");
    let number = decimal(cursor, "number", &written);
    let upper = cursor
        .optional_text("upper")
        .and_then(|upper| decimal(cursor, "upper", &upper));
    let measure = cursor.phrase("measure");
    let baseline = cursor.optional_phrase("baseline");
    let by = cursor.has("by").then(|| day(cursor)).flatten();
    let rows = cursor.list("rows", answer);
    let remark = cursor.optional_phrase("remark");
    Some(Target {
        document: document.id.clone(),
        year: document.year,
        area: area.clone(),
        kind: kind?,
        comparator: comparator?,
        number: number?,
        rows: rows.into_iter().collect::<Option<Vec<Answer>>>()?,
        id,
        text,
        what,
        upper,
        measure,
        baseline,
        by,
        remark,
    })
}

fn answer(cursor: &mut Cursor<'_>) -> Option<Answer> {
    let form = cursor.text("form");
    let row = cursor.text("row");
    let fit = word(cursor, "fit", Fit::from_word);
    let caution = cursor.optional_phrase("caution");
    Some(Answer {
        form,
        row,
        fit: fit?,
        caution,
    })
}

/// A word that must be known; none where it is not, and complained about.
pub(super) fn word<T>(
    cursor: &mut Cursor<'_>,
    name: &'static str,
    read: fn(&str) -> Option<T>,
) -> Option<T> {
    let text = cursor.text(name);
    let meaning = read(&text);
    if meaning.is_none() && cursor.holds_text(name) {
        cursor.complain_of(
            name,
            "Không hiểu giá trị “{}”.",
            "The value “{}” is not known.",
            &[&text],
        );
    }
    meaning
}

/// A year of four digits that must be there; none where it is not, and complained about.
pub(super) fn year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let year = i32::try_from(cursor.number("year")).ok();
    let year = year.filter(|year| (1900..=9998).contains(year));
    if year.is_none() && cursor.has("year") {
        cursor.complain(
            "year",
            "Năm phải là một số có bốn chữ số.",
            "The year must have four digits.",
        );
    }
    year
}

fn decimal(cursor: &mut Cursor<'_>, name: &'static str, text: &str) -> Option<Decimal> {
    let number = Decimal::parse_canonical(text);
    if number.is_none() && cursor.holds_text(name) {
        cursor.complain_of(
            name,
            "“{}” không phải là số viết theo dạng chuẩn, ví dụ \"51.22\".",
            "“{}” is not a number in canonical form, such as \"51.22\".",
            &[text],
        );
    }
    number
}

fn day(cursor: &mut Cursor<'_>) -> Option<Date> {
    let text = cursor.text("by");
    let day = parse_day(&text);
    if day.is_none() && cursor.holds_text("by") {
        cursor.complain_of(
            "by",
            "“{}” không phải là ngày dạng 2026-03-09.",
            "“{}” is not a day such as 2026-03-09.",
            &[&text],
        );
    }
    day
}
