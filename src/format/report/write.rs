//! A report → its document, kept or exchanged.

use super::{FORMAT, StatedFinding, consolidated, log, trail};
use crate::format::book::book_members;
use crate::format::checksum::sha256_hex;
use crate::gather;
use crate::plan::TaskBook;
use crate::report::{Agency, Derived, Entry, Filled, Late, Report, ReportPeriod};
use serde_json::{Map, Value, json};

/// A report as JSON members, without anything computed.
pub(super) fn report_value(report: &Report) -> Map<String, Value> {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| {
        members.insert(name.to_owned(), value);
    };
    put("format", json!(FORMAT));
    put(
        "form",
        json!({ "id": report.form.id, "version": report.form.version }),
    );
    put("agency", write_agency(&report.agency));
    put("period", write_period(&report.period));
    put("state", json!(report.state.word()));
    put("created", json!(report.created));
    put("modified", json!(report.modified));
    let mut entries = Map::new();
    for (row, filled) in &report.entries {
        entries.insert(row.clone(), write_entry(filled));
    }
    put("entries", Value::Object(entries));
    if !report.paragraphs.is_empty() {
        put("paragraphs", texts(&report.paragraphs));
    }
    if !report.log.is_empty() {
        put("log", report.log.iter().map(log::write).collect());
    }
    if let Some(made_of) = &report.consolidated {
        put("consolidated", consolidated::write(made_of));
    }
    if let Some(late) = &report.late {
        put("late", write_late(late));
    }
    members
}

/// Who reports, as JSON.
pub(in crate::format) fn write_agency(agency: &Agency) -> Value {
    json!({ "code": agency.code, "name": agency.name, "level": agency.level.word() })
}

pub(super) fn write_period(period: &ReportPeriod) -> Value {
    let mut members = Map::new();
    members.insert("id".to_owned(), json!(period.id));
    for (name, day) in [
        ("from", &period.from),
        ("to", &period.to),
        ("send_before", &period.send_before),
    ] {
        if let Some(day) = day {
            members.insert(name.to_owned(), json!(day));
        }
    }
    Value::Object(members)
}

fn write_late(late: &Late) -> Value {
    let mut value = json!({ "send_before": late.send_before, "exported": late.exported });
    if let (true, Some(members)) = (late.is_expected, value.as_object_mut()) {
        members.insert("expected".to_owned(), json!(true));
    }
    value
}

/// The window of a report as JSON text, for the journal.
pub(super) fn window_text(report: &Report) -> String {
    write_period(&report.period).to_string()
}

/// That a report left the machine as JSON text, for the journal.
pub(super) fn leaving_text(report: &Report) -> String {
    let mut members = Map::new();
    if let Some(late) = &report.late {
        members.insert("late".to_owned(), write_late(late));
    }
    if let Some(exported) = &report.exported {
        members.insert("exported".to_owned(), json!(exported));
    }
    Value::Object(members).to_string()
}

/// The head of a report as JSON text, for the journal.
pub(super) fn head_text(report: &Report) -> String {
    Value::Object(report_value(&report.head())).to_string()
}

fn texts(texts: &gather::Map<String, String>) -> Value {
    let mut members = Map::new();
    for (key, text) in texts {
        members.insert(key.clone(), Value::String(text.clone()));
    }
    Value::Object(members)
}

/// The document under which the store keeps a report.
pub fn report_text(report: &Report) -> String {
    let mut members = report_value(report);
    if !report.reasons.is_empty() {
        members.insert("reasons".to_owned(), texts(&report.reasons));
    }
    if let Some(exported) = &report.exported {
        members.insert("exported".to_owned(), json!(exported));
    }
    let steps = report.trail.steps();
    if !steps.is_empty() {
        let steps = steps.iter().map(trail::write).collect();
        members.insert("trail".to_owned(), Value::Array(steps));
    }
    Value::Object(members).to_string()
}

/// The exchanged document: the report, what was computed from it, the agency's copies of work lists, and the digest over the canonical form (RFC 8785)
/// of all other members. It is written with line breaks and sorted members, so that the same report always gives the
/// same bytes.
///
/// Member names are ids, hence ASCII, and there are no fractional numbers, so sorted members and plain writing are
/// canonical.
pub fn exchanged_text(
    report: &Report,
    derived: &[(&str, &Derived)],
    findings: &[StatedFinding<'_>],
    books: &[TaskBook],
) -> String {
    let mut members = report_value(report);
    let mut computed = Map::new();
    for (row, derived) in derived {
        computed.insert((*row).to_owned(), write_derived(derived));
    }
    members.insert("derived".to_owned(), Value::Object(computed));
    let findings = findings.iter().map(write_finding).collect();
    members.insert("findings".to_owned(), Value::Array(findings));
    if !books.is_empty() {
        let books = books.iter().map(book_members).map(Value::Object).collect();
        members.insert("tasks".to_owned(), Value::Array(books));
    }
    let canonical = Value::Object(members.clone()).to_string();
    let digest = format!("sha256:{}", sha256_hex(canonical.as_bytes()));
    members.insert("digest".to_owned(), Value::String(digest));
    let mut text = serde_json::to_string_pretty(&Value::Object(members)).unwrap_or_default();
    text.push('\n');
    text
}

fn write_derived(derived: &Derived) -> Value {
    let mut members = Map::new();
    match derived.value {
        Ok(number) => members.insert("number".to_owned(), json!(number.canonical())),
        Err(reason) => members.insert("reason".to_owned(), json!(reason.code())),
    };
    for (name, side) in [
        ("numerator", derived.numerator),
        ("denominator", derived.denominator),
    ] {
        if let Some(number) = side {
            members.insert(name.to_owned(), json!(number.canonical()));
        }
    }
    Value::Object(members)
}

fn write_finding(finding: &StatedFinding<'_>) -> Value {
    let mut value = json!({
        "rule": finding.rule,
        "level": finding.level,
        "rows": finding.rows,
        "message": finding.message,
    });
    if let (Some(reason), Some(members)) = (finding.reason, value.as_object_mut()) {
        members.insert("reason".to_owned(), json!(reason));
    }
    value
}

/// An entry as JSON.
pub(super) fn write_entry(filled: &Filled) -> Value {
    let mut members = Map::new();
    let entry = match &filled.entry {
        Entry::Blank => None,
        Entry::Number(number) => Some(("number", json!(number.canonical()))),
        Entry::Choice(code) => Some(("choice", json!(code))),
        Entry::Text(text) => Some(("text", json!(text))),
        Entry::NotApplicable => Some(("not_applicable", json!(true))),
        Entry::Unreadable(text) => Some(("unreadable", json!(text))),
    };
    if let Some((name, value)) = entry {
        members.insert(name.to_owned(), value);
    }
    if !filled.note.is_empty() {
        members.insert("note".to_owned(), json!(filled.note));
    }
    if filled.confirmed_blank {
        members.insert("confirmed_blank".to_owned(), json!(true));
    }
    if let Some(period) = &filled.carried {
        members.insert("carried".to_owned(), json!(period));
    }
    Value::Object(members)
}

/// An entry as JSON text, for the journal.
pub fn entry_text(filled: &Filled) -> String {
    write_entry(filled).to_string()
}
