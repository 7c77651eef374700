//! Members that occur in many places of a report: ids, days, moments, numbers.

use crate::form::is_id;
use crate::format::cursor::Cursor;
use crate::number::Decimal;
use crate::period::parse_day;

/// An id that stands in addresses and keys as it is.
pub(in crate::format) fn plain(cursor: &mut Cursor<'_>, name: &'static str) -> String {
    let text = cursor.text(name);
    if !crate::report::is_plain(&text) && cursor.holds_text(name) {
        cursor.complain_of(
            name,
            "Mã “{}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _",
            "Id “{}” must have 1 to 100 signs: unaccented letters, digits and . - _",
            &[&text.to_string()],
        );
    }
    text
}

/// Complains about the member of this path where `text`, which stands there, is no id of a row or a rule.
pub(super) fn id(cursor: &mut Cursor<'_>, name: &str, text: &str) {
    if !is_id(text) {
        cursor.complain_of(
            name,
            "Mã “{}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _ #",
            "Id “{}” must have 1 to 100 signs: unaccented letters, digits and . - _ #",
            &[text],
        );
    }
}

/// A day, `2026-03-09`, that may be absent.
pub(super) fn day(cursor: &mut Cursor<'_>, name: &'static str) -> Option<String> {
    let text = cursor.optional_text(name)?;
    if parse_day(&text).is_none() {
        cursor.complain_of(
            name,
            "“{}” không phải là ngày dạng 2026-03-09.",
            "“{}” is not a day such as 2026-03-09.",
            &[&text.to_string()],
        );
    }
    Some(text)
}

/// A day that must be there; empty where it is not, and complained about.
pub(super) fn needed_day(cursor: &mut Cursor<'_>, name: &'static str) -> String {
    if !cursor.has(name) {
        cursor.complain_of(name, "Thiếu “{}”.", "“{}” is missing.", &[name]);
    }
    day(cursor, name).unwrap_or_default()
}

/// A mark that is there or not: `true`, or absent. Anything else is complained about.
pub(in crate::format) fn only_true(cursor: &mut Cursor<'_>, name: &'static str) -> bool {
    let mark = cursor.optional_truth(name);
    if mark == Some(false) {
        cursor.complain(
            name,
            "Mục này chỉ có thể là true.",
            "This member can only be true.",
        );
    }
    mark == Some(true)
}

/// A moment in UTC, `2026-03-10T02:11:09Z`.
pub(super) fn moment(cursor: &mut Cursor<'_>, name: &'static str) -> String {
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
    if !fits && cursor.holds_text(name) {
        cursor.complain_of(
            name,
            "“{}” không phải là thời điểm dạng 2026-03-10T02:11:09Z.",
            "“{}” is not a moment such as 2026-03-10T02:11:09Z.",
            &[&text.to_string()],
        );
    }
    text
}

/// A canonical decimal; complained about where it is not one.
pub(super) fn number(cursor: &mut Cursor<'_>, name: &'static str, text: &str) -> Option<Decimal> {
    let number = Decimal::parse_canonical(text).filter(|number| number.canonical() == *text);
    if number.is_none() {
        cursor.complain_of(
            name,
            "“{}” không phải là số viết theo dạng chuẩn, ví dụ \"51.22\".",
            "“{}” is not a number in canonical form, such as \"51.22\".",
            &[text],
        );
    }
    number
}

/// A digest: `sha256:` and 64 hexadecimal digits. Complained about where it is none.
pub(super) fn digest(cursor: &mut Cursor<'_>, name: &'static str) -> String {
    let digest = cursor.text(name);
    let hex = digest.strip_prefix("sha256:").unwrap_or_default();
    let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let fits = hex.len() == 64 && hex.bytes().all(is_hex);
    if !fits && cursor.holds_text(name) {
        cursor.complain(
            name,
            "Mã kiểm tra phải có dạng sha256: và 64 chữ số thập lục phân.",
            "The digest must be sha256: and 64 hexadecimal digits.",
        );
    }
    digest
}
