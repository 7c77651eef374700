//! A document → the report, every fault told with its place.

use super::fields::{day, digest, id, moment, needed_day, number, only_true, plain};
use super::{ClaimedFinding, Claims, FORMAT};
use super::{consolidated, log, trail};
use crate::form::Level;
use crate::format::book::read_books;
use crate::format::checksum::sha256_hex;
use crate::format::cursor::Cursor;
use crate::format::{Complaint, document, document_of, parse};
use crate::gather;
use crate::gather::Map;
use crate::period::{Period, parse_day};
use crate::plan::TaskBook;
use crate::report::{Agency, Entry, Filled, FormName, Late, Report, ReportPeriod, State};
use serde_json::Value;

/// The entry of a JSON text; none where it is not one.
pub fn parse_entry(text: &str) -> Option<Filled> {
    filled(&parse(text).ok()?)
}

/// Puts the window that the journal has in the place of a report's own.
pub(super) fn put_window(report: &mut Report, text: &str) {
    let read = replayed(text, period);
    if let Some(period) = read.filter(|period| period.id == report.period.id) {
        report.period = period;
    }
}

/// Puts the head that the journal has in the place of a report's own.
pub(super) fn put_head(report: &mut Report, text: &str) {
    if let Some(head) = parse(text).ok().and_then(|value| head(&value))
        && head.key() == report.key()
    {
        report.put_head(head);
    }
}

/// A head as it was written; none where it cannot be read.
pub(super) fn head(value: &Value) -> Option<Report> {
    read_alone(value, members)
}

/// The window as it was written; none where it cannot be read.
pub(super) fn window(value: &Value) -> Option<ReportPeriod> {
    read_alone(value, period)
}

/// The entry as it was written; none where it cannot be read.
pub(super) fn filled(value: &Value) -> Option<Filled> {
    read_alone(value, entry)
}

/// Puts what the journal says of a report's leaving in the place of what the report itself says.
pub(super) fn put_leaving(report: &mut Report, text: &str) {
    let read = replayed(text, |cursor| {
        (late(cursor), cursor.optional_text("exported"))
    });
    if let Some((late, exported)) = read {
        report.late = late;
        report.exported = exported;
    }
}

/// Something of the journal; none where it cannot be read.
fn replayed<T>(text: &str, read: impl FnOnce(&mut Cursor<'_>) -> T) -> Option<T> {
    read_alone(&parse(text).ok()?, read)
}

/// Something that stands by itself; none where it cannot be read.
fn read_alone<T>(value: &Value, read: impl FnOnce(&mut Cursor<'_>) -> T) -> Option<T> {
    let mut complaints = Vec::new();
    let read = read(&mut Cursor::new(value, &mut complaints));
    complaints.is_empty().then_some(read)
}

/// Reads a report that the store kept.
///
/// # Errors
/// Every place where the text is not such a document.
pub fn read_report(text: &str) -> Result<Report, Vec<Complaint>> {
    document(text, FORMAT, |cursor| {
        let mut report = members(cursor);
        let reasons = cursor.optional_object("reasons", |cursor| {
            let texts = cursor.others().into_iter();
            gather::map(texts.filter_map(|(key, value)| Some((key, value.as_str()?.to_owned()))))
        });
        report.reasons = reasons.unwrap_or_default();
        report.exported = cursor.optional_text("exported");
        report.trail = cursor.member("trail").map(trail::read).unwrap_or_default();
        report
    })
}

/// Reads a report that came in as a file, with what it claims about computed things, and the agency's copies of work
/// lists that travel with it.
///
/// # Errors
/// Every place where the text is not such a document, at most 50.
pub fn read_exchanged(text: &str) -> Result<(Report, Claims, Vec<TaskBook>), Vec<Complaint>> {
    let mut value = parse(text).map_err(|complaint| vec![complaint])?;
    let digest_found = digest_of(&mut value);
    document_of(value, FORMAT, |cursor| {
        let mut claims = Claims {
            digest_found,
            ..Claims::default()
        };
        let report = members(cursor);
        let books = read_books(cursor, &report);
        for required in ["derived", "findings"] {
            if !cursor.has(required) {
                cursor.complain_of(required, "Thiếu “{}”.", "“{}” is missing.", &[required]);
            }
        }
        claims.derived = by_row(cursor, "derived", derived);
        claims.findings = cursor.list("findings", finding);
        claims.digest = digest(cursor, "digest");
        (report, claims, books)
    })
}

/// The digest that a document has: of all its members but the one that states it.
fn digest_of(value: &mut Value) -> String {
    let stated = match value {
        Value::Object(members) => members.remove("digest"),
        _ => None,
    };
    let digest = format!("sha256:{}", sha256_hex(value.to_string().as_bytes()));
    if let (Value::Object(members), Some(stated)) = (value, stated) {
        members.insert("digest".to_owned(), stated);
    }
    digest
}

fn members(cursor: &mut Cursor<'_>) -> Report {
    let form = cursor.object("form", |cursor| {
        let id = plain(cursor, "id");
        let version = cursor.number("version");
        if version == 0 && cursor.has("version") {
            cursor.complain(
                "version",
                "Phiên bản phải từ 1 trở lên.",
                "The version must be 1 or more.",
            );
        }
        FormName { id, version }
    });
    let agency = cursor.object("agency", read_agency);
    let period = cursor.object("period", period);
    let state = cursor.text("state");
    if State::from_word(&state).is_none() && cursor.holds_text("state") {
        cursor.complain_of(
            "state",
            "Không có trạng thái “{}”.",
            "There is no state “{}”.",
            &[&state.to_string()],
        );
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
        entries: gather::map(
            by_row(cursor, "entries", entry)
                .into_iter()
                .filter(|(_, filled)| !filled.is_empty()),
        ),
        paragraphs: paragraphs(cursor),
        consolidated: cursor.optional_object("consolidated", consolidated::read),
        late: late(cursor),
        log: cursor.list("log", log::read),
        ..Report::default()
    }
}

/// Who reports.
pub(in crate::format) fn read_agency(cursor: &mut Cursor<'_>) -> Agency {
    let level = cursor.text("level");
    if Level::from_word(&level).is_none() && cursor.holds_text("level") {
        cursor.complain_of(
            "level",
            "Không có cấp “{}”.",
            "There is no level “{}”.",
            &[&level.to_string()],
        );
    }
    Agency {
        code: plain(cursor, "code"),
        name: cursor.text("name"),
        level: Level::from_word(&level).unwrap_or_default(),
    }
}

fn period(cursor: &mut Cursor<'_>) -> ReportPeriod {
    let id = cursor.text("id");
    if Period::parse(&id).is_none() && cursor.holds_text("id") {
        cursor.complain_of(
            "id",
            "Không có kỳ “{}”.",
            "There is no period “{}”.",
            &[&id.to_string()],
        );
    }
    ReportPeriod {
        id,
        from: day(cursor, "from"),
        to: day(cursor, "to"),
        send_before: day(cursor, "send_before"),
    }
}

/// That the report left too late; complained about where its days say otherwise.
fn late(cursor: &mut Cursor<'_>) -> Option<Late> {
    cursor.optional_object("late", |cursor| {
        let late = Late {
            send_before: needed_day(cursor, "send_before"),
            exported: needed_day(cursor, "exported"),
            is_expected: only_true(cursor, "expected"),
        };
        if late.due().is_none() {
            let is_read = parse_day(&late.send_before).and(parse_day(&late.exported));
            if is_read.is_some() {
                cursor.complain(
                    "exported",
                    "Ngày xuất này không muộn hơn hạn gửi.",
                    "This day of export is not late.",
                );
            }
        }
        late
    })
}

/// The members of a map from row ids. Any row may come, but its id must be one: the digest relies on it, because
/// other letters are not sorted alike everywhere.
pub(super) fn by_row<T>(
    cursor: &mut Cursor<'_>,
    name: &'static str,
    visit: impl FnMut(&mut Cursor<'_>) -> T,
) -> Vec<(String, T)> {
    let members = cursor.map(name, visit);
    for (row, _) in &members {
        id(cursor, &format!("{name}.{row}"), row);
    }
    members
}

/// What the officer writes in words, by the id of a heading. Any heading may come.
fn paragraphs(cursor: &mut Cursor<'_>) -> Map<String, String> {
    let texts = cursor.texts_by_name("paragraphs");
    for (name, _) in &texts {
        id(cursor, &format!("paragraphs.{name}"), name);
    }
    gather::map(texts.into_iter().filter(|(_, text)| !text.is_empty()))
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
    found.extend(only_true(cursor, "not_applicable").then_some(Entry::NotApplicable));
    let confirmed_blank = only_true(cursor, "confirmed_blank");
    if found.len() + usize::from(confirmed_blank) > 1 {
        cursor.complain_here(
            "Mỗi dòng chỉ có một trong các mục: number, choice, text, unreadable, not_applicable, confirmed_blank.",
            "A row has only one of: number, choice, text, unreadable, not_applicable, confirmed_blank.",
        );
    }
    let entry = found.pop().unwrap_or_default();
    Filled {
        carried: carried(cursor, &entry),
        entry,
        note,
        confirmed_blank,
    }
}

/// The period from which the entry was copied.
fn carried(cursor: &mut Cursor<'_>, entry: &Entry) -> Option<String> {
    let period = cursor.optional_text("carried")?;
    if Period::parse(&period).is_none() {
        cursor.complain_of(
            "carried",
            "Không có kỳ “{}”.",
            "There is no period “{}”.",
            &[&period.to_string()],
        );
    } else if matches!(entry, Entry::Blank | Entry::Unreadable(_)) {
        cursor.complain(
            "carried",
            "Chỉ số liệu đọc được mới có thể ghi là chép từ kỳ trước.",
            "Only a figure that can be read can be said to come from another period.",
        );
    }
    Some(period)
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
        cursor.complain_of(
            "reason",
            "Không có lý do “{}”.",
            "There is no reason “{}”.",
            &[&reason.to_string()],
        );
    }
    match (value, reason) {
        (Some(value), None) => {
            number(cursor, "number", &value);
            Ok(value)
        }
        (None, Some(reason)) => Err(reason),
        _ => {
            cursor.complain_here(
                "Cần đúng một trong hai mục: number hoặc reason.",
                "Exactly one of number and reason is needed.",
            );
            Err(String::new())
        }
    }
}

fn finding(cursor: &mut Cursor<'_>) -> ClaimedFinding {
    let level = cursor.text("level");
    if crate::report::Severity::from_word(&level).is_none() && cursor.holds_text("level") {
        cursor.complain_of(
            "level",
            "Không có mức “{}”.",
            "There is no level “{}”.",
            &[&level.to_string()],
        );
    }
    cursor.text("message");
    if !cursor.has("rows") {
        cursor.complain("rows", "Thiếu “rows”.", "“rows” is missing.");
    }
    let rule = cursor.text("rule");
    if cursor.holds_text("rule") {
        id(cursor, "rule", &rule);
    }
    let rows = cursor.optional_texts("rows").unwrap_or_default();
    for row in &rows {
        id(cursor, "rows", row);
    }
    ClaimedFinding {
        rule,
        rows,
        reason: cursor.optional_text("reason"),
    }
}
