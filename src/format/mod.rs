//! Documents: the only place that knows JSON.
//!
//! A document is read by hand, member by member, rather than derived: so every complaint names its place
//! (`sheets[2].rows[5].kind`), unknown members are told instead of dropped, and the types of the core stay free of
//! the shape of any file. Sizes and depths are bounded before anything is looked at.

mod agencies;
mod backup;
mod book;
pub mod checksum;
mod complaint;
mod crosswalk;
mod cursor;
mod dhis2;
mod form;
pub mod journal;
mod message;
pub mod migrations;
mod plain;
pub mod record;
mod report;
mod roll;
mod targets;
mod tasks;
mod tidy;
mod windows;

pub use agencies::{read_agencies, read_province};
pub use backup::{
    BACKUP, BACKUP_BYTES, Backup, Item, Stored, backup_is_whole, backup_text, read_backup,
};
pub use book::{BOOK, book_text, edit_text, parse_edit, read_book};
pub use complaint::{Complaint, Fault, is_kept_by_newer, is_newer};
pub use crosswalk::read_crosswalk;
pub use dhis2::{Dhis2Mapping, is_uid, read_dhis2_mapping};
pub use form::read_form_set;
pub use message::{
    Heard, LONGEST_ID, PROTOCOL, Situation, Told, Unheard, Verb, Wish, message_text, read_message,
};
pub use plain::Plain;
pub use report::{
    ClaimedFinding, Claims, FORMAT, StatedFinding, entry_text, exchanged_text, parse_entry,
    part_text, put_part, read_exchanged, read_report, report_text,
};
pub use roll::{read_roll, roll_text};
pub use targets::read_targets;
pub use tasks::{read_plans, read_tasks};
pub use tidy::push_ndjson;
pub use windows::{own_windows_text, read_own_windows, read_windows};

use crate::words::Phrase;
use cursor::Cursor;
use serde_json::Value;

/// The largest document that is read, in bytes. A full report of 127 rows has some 20 KB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Parses JSON within the bounds. Depth is bounded by the parser at 128 levels.
///
/// # Errors
/// That the text is too large or is not JSON, with line and column.
pub(crate) fn parse(text: &str) -> Result<Value, Complaint> {
    parse_within(text, MAX_BYTES)
}

/// The same within another bound, in bytes.
///
/// # Errors
/// As [`parse`].
pub(crate) fn parse_within(text: &str, most: usize) -> Result<Value, Complaint> {
    if text.len() > most {
        return Err(Complaint::new(
            "",
            Phrase::said(
                "Tệp lớn quá {} MB.",
                "The file is larger than {} MB.",
                &[&(most / 1024 / 1024).to_string()],
            ),
        ));
    }
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Complaint::new(
            "",
            Phrase::said(
                "Tệp không phải là JSON hợp lệ: lỗi ở dòng {}, cột {}.",
                "The file is not valid JSON: error at line {}, column {}.",
                &[&line.to_string(), &column.to_string()],
            ),
        )
    })
}

/// A text that is a document of its own: `"Tô Hiệu"`, with its quotes.
pub fn one_text(text: &str) -> String {
    Value::from(text).to_string()
}

/// The text of such a document; none where it is something else.
pub fn read_one_text(text: &str) -> Option<String> {
    match parse(text) {
        Ok(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// Opens a document of an expected format and hands its members to a reader.
fn document<T>(
    text: &str,
    format: &str,
    read: impl FnOnce(&mut Cursor<'_>) -> T,
) -> Result<T, Vec<Complaint>> {
    let value = parse(text).map_err(|complaint| vec![complaint])?;
    document_of(value, format, read)
}

/// The same of JSON that was parsed.
fn document_of<T>(
    mut value: Value,
    format: &str,
    read: impl FnOnce(&mut Cursor<'_>) -> T,
) -> Result<T, Vec<Complaint>> {
    if let Value::Object(members) = &mut value {
        // What cannot be brought forward keeps its word, and is told by it.
        let _ = migrations::bring_forward(members, "format", format);
    }
    let mut complaints = Vec::new();
    let mut cursor = Cursor::new(&value, &mut complaints);
    let found = cursor.text("format");
    if found != format {
        let complaint = if record::is_newer(&found, format) {
            let problem = Phrase::said(
                "Tệp có định dạng “{}”, mới hơn phiên bản trang này. Hãy mở bằng phiên bản mới hơn của Biểu Mẫu.",
                "The file has the format “{}”, newer than this page. Open it with a newer version of Biểu Mẫu.",
                &[&found],
            );
            Complaint {
                fault: Fault::Newer,
                ..Complaint::new("format", problem)
            }
        } else {
            let problem = Phrase::said(
                "Tệp không có định dạng “{}”.",
                "The file does not have the format “{}”.",
                &[format],
            );
            Complaint::new("format", problem)
        };
        return Err(vec![complaint]);
    }
    let read = read(&mut cursor);
    cursor.refuse_strangers();
    if complaints.is_empty() {
        Ok(read)
    } else {
        Err(complaints)
    }
}
