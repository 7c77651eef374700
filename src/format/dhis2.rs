//! `bieumau.dhis2/1`: under which ids a DHIS2 platform knows the rows of a form set and its agencies →
//! [`Dhis2Mapping`].

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::gather;
use crate::gather::Map;
use crate::period::{Period, PeriodKind};

/// The ids of a platform that has data sets of its own; what is not named has the ids that the form set gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dhis2Mapping {
    /// The form set for which it is.
    pub form: String,
    /// Data elements by row id.
    pub data_elements: Map<String, String>,
    /// Organisation units by the code of the agency: an id or a code, whichever the platform is told to read.
    pub org_units: Map<String, String>,
    /// Data sets by the word of the period (`Q1`, `S1`, `N1`, `Y`), or by DHIS2's period type.
    pub data_sets: Map<String, String>,
    /// DHIS2's ids of periods by ours.
    pub periods: Map<String, String>,
    /// The category combination of data elements and data sets, where it is not the one called default.
    pub category_combo: Option<String>,
    /// The category option combination of every value, where it has to be named.
    pub category_option_combo: Option<String>,
    /// The attribute option combination of the whole set, where it has to be named.
    pub attribute_option_combo: Option<String>,
}

/// Reads a mapping file.
///
/// # Errors
/// Every place where the file is not of the format, at most 50.
pub fn read_dhis2_mapping(text: &str) -> Result<Dhis2Mapping, Vec<Complaint>> {
    document(text, "bieumau.dhis2/1", |cursor| {
        cursor.optional_text("$schema");
        Dhis2Mapping {
            form: cursor.text("form"),
            data_elements: names(cursor, "data_elements", is_row, is_uid),
            org_units: names(cursor, "org_units", is_name, is_name),
            data_sets: names(cursor, "data_sets", is_kind, is_uid),
            periods: names(cursor, "periods", is_period, is_name),
            category_combo: uid(cursor, "category_combo"),
            category_option_combo: uid(cursor, "category_option_combo"),
            attribute_option_combo: uid(cursor, "attribute_option_combo"),
        }
    })
}

/// Whether a text has the form of an id of DHIS2: a letter, then ten letters or digits.
pub fn is_uid(text: &str) -> bool {
    text.len() == 11
        && text.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a text may be the id of a row; which rows there are the form set says.
fn is_row(text: &str) -> bool {
    !text.is_empty()
}

/// Whether a text is a kind of period, ours or DHIS2's.
fn is_kind(text: &str) -> bool {
    let theirs = ["Quarterly", "SixMonthly", "Yearly"];
    PeriodKind::from_word(text).is_some() || theirs.contains(&text)
}

fn is_period(text: &str) -> bool {
    Period::parse(text).is_some()
}

/// Whether a text may be a code of DHIS2: 1 to 50 signs, none of them invisible.
fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    (1..=50).contains(&length) && !text.chars().any(char::is_control) && text.trim() == text
}

fn uid(cursor: &mut Cursor<'_>, name: &'static str) -> Option<String> {
    let uid = cursor.optional_text(name)?;
    if !is_uid(&uid) {
        complain(cursor, name, &uid);
    }
    Some(uid)
}

fn names(
    cursor: &mut Cursor<'_>,
    name: &'static str,
    is_ours: fn(&str) -> bool,
    is_theirs: fn(&str) -> bool,
) -> Map<String, String> {
    let names = cursor.texts_by_name(name);
    for (ours, theirs) in &names {
        if !is_ours(ours) {
            cursor.complain_of(
                name,
                "Không có “{}” để ánh xạ.",
                "There is no “{}” that could be named.",
                &[ours],
            );
        }
        if !is_theirs(theirs) {
            complain(cursor, name, theirs);
        }
    }
    gather::map(names)
}

fn complain(cursor: &mut Cursor<'_>, name: &'static str, id: &str) {
    cursor.complain_of(
        name,
        "“{}” không phải là mã của DHIS2 (một chữ cái và mười chữ cái hoặc chữ số; đơn vị và kỳ: 1–50 ký tự).",
        "“{}” is no id of DHIS2 (a letter and ten letters or digits; of units and periods: 1 to 50 signs).",
        &[id],
    );
}
