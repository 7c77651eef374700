//! Documents: the only place that knows JSON.
//!
//! A document is read by hand, member by member, rather than derived: so every complaint names its place
//! (`sheets[2].rows[5].kind`), unknown members are told instead of dropped, and the types of the core stay free of
//! the shape of any file. Sizes and depths are bounded before anything is looked at.

mod agencies;
pub mod checksum;
mod cursor;
mod form;
pub mod journal;
pub mod record;
mod report;
mod windows;

pub use agencies::read_agencies;
pub use cursor::Complaint;
pub use form::read_form_set;
pub use report::{
    ClaimedFinding, Claims, FORMAT, StatedFinding, entry_text, exchanged_text, parse_entry, read_exchanged,
    read_report, report_text,
};
pub use windows::read_windows;

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
    if text.len() > MAX_BYTES {
        return Err(Complaint::new(
            "",
            Phrase::new(
                format!("Tệp lớn quá {} MB.", MAX_BYTES / 1024 / 1024),
                format!("The file is larger than {} MB.", MAX_BYTES / 1024 / 1024),
            ),
        ));
    }
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Complaint::new(
            "",
            Phrase::new(
                format!("Tệp không phải là JSON hợp lệ: lỗi ở dòng {line}, cột {column}."),
                format!("The file is not valid JSON: error at line {line}, column {column}."),
            ),
        )
    })
}

/// Opens a document of an expected format and hands its members to a reader.
fn document<T>(text: &str, format: &str, read: impl FnOnce(&mut Cursor<'_>) -> T) -> Result<T, Vec<Complaint>> {
    let value = parse(text).map_err(|complaint| vec![complaint])?;
    let mut complaints = Vec::new();
    let mut cursor = Cursor::new(&value, &mut complaints);
    let found = cursor.text("format");
    if found != format {
        let problem = match found.rsplit_once('/') {
            Some((name, version))
                if format.starts_with(name) && version.parse::<u32>().is_ok_and(|version| version > 1) =>
            {
                Phrase::new(
                    format!("Tệp có định dạng “{found}”, mới hơn phiên bản trang này. Hãy mở bằng phiên bản mới hơn của Biểu Mẫu."),
                    format!("The file has the format “{found}”, newer than this page. Open it with a newer version of Biểu Mẫu."),
                )
            }
            _ => Phrase::new(
                format!("Tệp không có định dạng “{format}”."),
                format!("The file does not have the format “{format}”."),
            ),
        };
        return Err(vec![Complaint::new("format", problem)]);
    }
    let read = read(&mut cursor);
    cursor.refuse_strangers();
    if complaints.is_empty() {
        Ok(read)
    } else {
        Err(complaints)
    }
}
