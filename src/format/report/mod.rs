//! `bieumau.report/1`: a report as a document, and back (DESIGN.md section 4.1).
//!
//! The same members serve the store and the exchange; the exchanged document has the computed values, the findings
//! and the digest besides, the kept one the officer's reasons by finding.

mod consolidated;
mod edit;
mod fields;
mod log;
mod read;
mod trail;
mod write;

pub use edit::{part_text, put_part};
pub(super) use fields::{only_true, plain};
pub(super) use read::read_agency;
pub use read::{parse_entry, read_exchanged, read_report};
pub(super) use write::write_agency;
pub use write::{entry_text, exchanged_text, report_text};

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
