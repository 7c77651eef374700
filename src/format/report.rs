//! `bieumau.report/1`: a report as a document, and back (DESIGN.md section 4.1).
//!
//! The same members serve the store and the exchange; the exchanged document has the computed values, the findings
//! and the digest besides, the kept one the officer's reasons by finding.

use super::checksum::sha256_hex;
use super::cursor::Cursor;
use super::{Complaint, document, parse};
use crate::form::Level;
use crate::number::Decimal;
use crate::period::{Period, parse_day};
use crate::report::{Agency, Derived, Entry, Filled, FormName, Report, ReportPeriod, State};
use serde_json::{Map, Value, json};

/// The format of the document, with its version.
pub const FORMAT: &str = "bieumau.report/1";

/// What an exchanged document says of computed things. It is compared, never trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// By row id: the value, or the word of the reason why there is none.
    pub derived: Vec<(String, Result<String, String>)>,
    /// Rule id, rows and reason of each finding.
    pub findings: Vec<ClaimedFinding>,
    /// The digest that the document carries.
    pub digest: String,
    /// The digest that the document has.
    pub digest_found: String,
}

/// A finding as a document states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimedFinding {
    /// The id of the rule.
    pub rule: String,
    /// The ids of the rows.
    pub rows: Vec<String>,
    /// The officer's reason.
    pub reason: Option<String>,
}

/// A report as JSON members, without anything computed.
fn report_value(report: &Report) -> Map<String, Value> {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| {
        members.insert(name.to_owned(), value);
    };
    put("format", json!(FORMAT));
    put("form", json!({ "id": report.form.id, "version": report.form.version }));
    let agency = &report.agency;
    put("agency", json!({ "code": agency.code, "name": agency.name, "level": agency.level.word() }));
    let mut period = Map::new();
    period.insert("id".to_owned(), json!(report.period.id));
    for (name, day) in [("from", &report.period.from), ("to", &report.period.to)] {
        if let Some(day) = day {
            period.insert(name.to_owned(), json!(day));
        }
    }
    put("period", Value::Object(period));
    put("state", json!(report.state.word()));
    put("created", json!(report.created));
    put("modified", json!(report.modified));
    let entries: Map<String, Value> = report
        .entries
        .iter()
        .map(|(row, filled)| (row.clone(), write_entry(filled)))
        .collect();
    put("entries", Value::Object(entries));
    members
}

/// The document under which the store keeps a report.
pub fn report_text(report: &Report) -> String {
    let mut members = report_value(report);
    if !report.reasons.is_empty() {
        members.insert("reasons".to_owned(), json!(report.reasons));
    }
    Value::Object(members).to_string()
}

/// A finding as it is stated in an exchanged document.
#[derive(Clone, Debug)]
pub struct StatedFinding<'a> {
    /// The id of the rule.
    pub rule: String,
    /// The word of its level.
    pub level: &'static str,
    /// The ids of the rows.
    pub rows: Vec<&'a str>,
    /// The finding in words.
    pub message: String,
    /// The officer's reason.
    pub reason: Option<&'a str>,
}

/// The exchanged document: the report, what was computed from it, and the digest over the canonical form (RFC 8785)
/// of all other members. It is written with line breaks and sorted members, so that the same report always gives the
/// same bytes.
///
/// Member names are ASCII and there are no fractional numbers, so sorted members and plain writing are canonical.
pub fn exchanged_text(report: &Report, derived: &[(&str, &Derived)], findings: &[StatedFinding<'_>]) -> String {
    let mut members = report_value(report);
    let derived: Map<String, Value> = derived
        .iter()
        .map(|(row, derived)| ((*row).to_owned(), write_derived(derived)))
        .collect();
    members.insert("derived".to_owned(), Value::Object(derived));
    let findings = findings.iter().map(write_finding).collect();
    members.insert("findings".to_owned(), Value::Array(findings));
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
    for (name, side) in [("numerator", derived.numerator), ("denominator", derived.denominator)] {
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
fn write_entry(filled: &Filled) -> Value {
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
    Value::Object(members)
}

/// An entry as JSON text, for the journal.
pub fn entry_text(filled: &Filled) -> String {
    write_entry(filled).to_string()
}

/// The entry of a JSON text; none where it is not one.
pub fn parse_entry(text: &str) -> Option<Filled> {
    let value = parse(text).ok()?;
    let mut complaints = Vec::new();
    let filled = entry(&mut Cursor::new(&value, &mut complaints));
    complaints.is_empty().then_some(filled)
}

/// Reads a report that the store kept.
///
/// # Errors
/// Every place where the text is not such a document.
pub fn read_report(text: &str) -> Result<Report, Vec<Complaint>> {
    document(text, FORMAT, |cursor| {
        let mut report = members(cursor);
        let reasons = cursor.optional_object("reasons", |cursor| {
            cursor
                .others()
                .into_iter()
                .filter_map(|(key, value)| Some((key, value.as_str()?.to_owned())))
                .collect()
        });
        report.reasons = reasons.unwrap_or_default();
        report
    })
}

/// Reads a report that came in as a file, with what it claims about computed things.
///
/// # Errors
/// Every place where the text is not such a document, at most 50.
pub fn read_exchanged(text: &str) -> Result<(Report, Claims), Vec<Complaint>> {
    let (report, mut claims) = document(text, FORMAT, |cursor| {
        let mut claims = Claims::default();
        let report = members(cursor);
        for required in ["derived", "findings"] {
            if !cursor.has(required) {
                cursor.complain(required, format!("Thiếu “{required}”."), format!("“{required}” is missing."));
            }
        }
        claims.derived = cursor.map("derived", derived);
        claims.findings = cursor.list("findings", finding);
        claims.digest = cursor.text("digest");
        let hex = claims.digest.strip_prefix("sha256:").unwrap_or_default();
        if hex.len() != 64 || !hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            cursor.complain(
                "digest",
                "Mã kiểm tra phải có dạng sha256: và 64 chữ số thập lục phân.",
                "The digest must be sha256: and 64 hexadecimal digits.",
            );
        }
        (report, claims)
    })?;
    if let Ok(Value::Object(mut members)) = parse(text) {
        members.remove("digest");
        let canonical = Value::Object(members).to_string();
        claims.digest_found = format!("sha256:{}", sha256_hex(canonical.as_bytes()));
    }
    Ok((report, claims))
}

fn members(cursor: &mut Cursor<'_>) -> Report {
    let form = cursor.object("form", |cursor| {
        let id = plain(cursor, "id");
        let version = cursor.number("version");
        if version == 0 {
            cursor.complain("version", "Phiên bản phải từ 1 trở lên.", "The version must be 1 or more.");
        }
        FormName { id, version }
    });
    let agency = cursor.object("agency", |cursor| {
        let level = cursor.text("level");
        if Level::from_word(&level).is_none() {
            cursor.complain("level", format!("Không có cấp “{level}”."), format!("There is no level “{level}”."));
        }
        Agency {
            code: plain(cursor, "code"),
            name: cursor.text("name"),
            level: Level::from_word(&level).unwrap_or_default(),
        }
    });
    let period = cursor.object("period", |cursor| {
        let id = cursor.text("id");
        if Period::parse(&id).is_none() {
            cursor.complain("id", format!("Không có kỳ “{id}”."), format!("There is no period “{id}”."));
        }
        ReportPeriod { id, from: day(cursor, "from"), to: day(cursor, "to") }
    });
    let state = cursor.text("state");
    if State::from_word(&state).is_none() {
        cursor.complain("state", format!("Không có trạng thái “{state}”."), format!("There is no state “{state}”."));
    }
    if !cursor.has("entries") {
        cursor.complain("entries", "Thiếu “entries”.", "“entries” is missing.");
    }
    Report {
        form,
        agency,
        period,
        state: State::from_word(&state).unwrap_or_default(),
        created: moment(cursor, "created"),
        modified: moment(cursor, "modified"),
        entries: cursor
            .map("entries", entry)
            .into_iter()
            .filter(|(_, filled)| !filled.is_empty())
            .collect(),
        ..Report::default()
    }
}

/// An id that stands in addresses and keys as it is.
fn plain(cursor: &mut Cursor<'_>, name: &'static str) -> String {
    let text = cursor.text(name);
    if !crate::report::is_plain(&text) {
        cursor.complain(
            name,
            format!("Mã “{text}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _"),
            format!("Id “{text}” must have 1 to 100 signs: unaccented letters, digits and . - _"),
        );
    }
    text
}

fn day(cursor: &mut Cursor<'_>, name: &'static str) -> Option<String> {
    let text = cursor.optional_text(name)?;
    if parse_day(&text).is_none() {
        cursor.complain(
            name,
            format!("“{text}” không phải là ngày dạng 2026-03-09."),
            format!("“{text}” is not a day such as 2026-03-09."),
        );
    }
    Some(text)
}

/// A moment in UTC, `2026-03-10T02:11:09Z`.
fn moment(cursor: &mut Cursor<'_>, name: &'static str) -> String {
    let text = cursor.text(name);
    let fits = text.split_once('T').is_some_and(|(day, time)| {
        let mut parts = time.strip_suffix('Z').unwrap_or_default().split(':');
        let mut below = |limit: u8| {
            parts.next().is_some_and(|part| {
                part.len() == 2
                    && part.bytes().all(|byte| byte.is_ascii_digit())
                    && part.parse::<u8>().is_ok_and(|part| part < limit)
            })
        };
        parse_day(day).is_some() && below(24) && below(60) && below(60) && parts.next().is_none()
    });
    if !fits {
        cursor.complain(
            name,
            format!("“{text}” không phải là thời điểm dạng 2026-03-10T02:11:09Z."),
            format!("“{text}” is not a moment such as 2026-03-10T02:11:09Z."),
        );
    }
    text
}

/// A canonical decimal; complained about where it is not one.
fn number(cursor: &mut Cursor<'_>, name: &'static str, text: &str) -> Option<Decimal> {
    let number = Decimal::parse_canonical(text).filter(|number| number.canonical() == *text);
    if number.is_none() {
        cursor.complain(
            name,
            format!("“{text}” không phải là số viết theo dạng chuẩn, ví dụ \"51.22\"."),
            format!("“{text}” is not a number in canonical form, such as \"51.22\"."),
        );
    }
    number
}

fn entry(cursor: &mut Cursor<'_>) -> Filled {
    let note = cursor.optional_text("note").unwrap_or_default();
    let mut found = Vec::new();
    if let Some(text) = cursor.optional_text("number") {
        found.extend(number(cursor, "number", &text).map(Entry::Number));
    }
    found.extend(cursor.optional_text("choice").map(Entry::Choice));
    found.extend(cursor.optional_text("text").map(Entry::Text));
    found.extend(cursor.optional_text("unreadable").map(Entry::Unreadable));
    match cursor.optional_truth("not_applicable") {
        Some(true) => found.push(Entry::NotApplicable),
        Some(false) => cursor.complain("not_applicable", "Mục này chỉ có thể là true.", "This member can only be true."),
        None => {}
    }
    if found.len() > 1 {
        cursor.complain_here(
            "Mỗi dòng chỉ có một trong các mục: number, choice, text, unreadable, not_applicable.",
            "A row has only one of: number, choice, text, unreadable, not_applicable.",
        );
    }
    Filled { entry: found.pop().unwrap_or_default(), note }
}

fn derived(cursor: &mut Cursor<'_>) -> Result<String, String> {
    for side in ["numerator", "denominator"] {
        if let Some(text) = cursor.optional_text(side) {
            number(cursor, side, &text);
        }
    }
    let value = cursor.optional_text("number");
    let reason = cursor.optional_text("reason");
    if let Some(reason) = &reason
        && crate::formula::Reason::from_code(reason).is_none()
    {
        cursor.complain("reason", format!("Không có lý do “{reason}”."), format!("There is no reason “{reason}”."));
    }
    match (value, reason) {
        (Some(value), None) => {
            number(cursor, "number", &value);
            Ok(value)
        }
        (None, Some(reason)) => Err(reason),
        _ => {
            cursor.complain_here("Cần đúng một trong hai mục: number hoặc reason.", "Exactly one of number and reason is needed.");
            Err(String::new())
        }
    }
}

fn finding(cursor: &mut Cursor<'_>) -> ClaimedFinding {
    let level = cursor.text("level");
    if crate::report::Severity::from_word(&level).is_none() {
        cursor.complain("level", format!("Không có mức “{level}”."), format!("There is no level “{level}”."));
    }
    cursor.text("message");
    if !cursor.has("rows") {
        cursor.complain("rows", "Thiếu “rows”.", "“rows” is missing.");
    }
    ClaimedFinding {
        rule: cursor.text("rule"),
        rows: cursor.optional_texts("rows").unwrap_or_default(),
        reason: cursor.optional_text("reason"),
    }
}
