//! `bieumau.crosswalk/1`: which rows of one form set answer which rows of another → [`Crosswalk`].

use super::cursor::Cursor;
use super::{Complaint, document};
use crate::form::{Crosswalk, Group, Link};

/// Reads the file of a crosswalk. Its self-check against the two forms comes after it ([`Crosswalk::check`]).
///
/// # Errors
/// Every place where the file is not of the format, at most 50.
pub fn read_crosswalk(text: &str) -> Result<Crosswalk, Vec<Complaint>> {
    document(text, "bieumau.crosswalk/1", |cursor| {
        cursor.optional_text("$schema");
        Crosswalk {
            from: cursor.text("from"),
            to: cursor.text("to"),
            source: cursor.optional_phrase("source").unwrap_or_default(),
            links: cursor.list("links", link),
            computed: cursor.list("computed", group),
            only_from: cursor.list("only_from", group),
            only_to: cursor.list("only_to", group),
        }
    })
}

fn link(cursor: &mut Cursor<'_>) -> Link {
    Link {
        from: cursor.optional_texts("from").unwrap_or_default(),
        to: cursor.text("to"),
        also: cursor.optional_texts("also").unwrap_or_default(),
        remark: cursor.optional_phrase("remark"),
    }
}

fn group(cursor: &mut Cursor<'_>) -> Group {
    Group {
        rows: cursor.optional_texts("rows").unwrap_or_default(),
        reason: cursor.phrase("reason"),
    }
}
