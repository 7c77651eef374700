//! One record as it lies on the shelf: a body in an envelope that says its revision, its time and its checksum.

use crate::format::checksum::sha256_hex;
use crate::format::record::{self, Record, Unread};

/// A body with what the store knows about it. The body is opaque: a report document as JSON text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The number of the last edit that the body contains. It only grows.
    pub revision: u64,
    /// When it was sealed: UTC, `2026-03-10T02:11:09Z`.
    pub saved: String,
    /// What is kept.
    pub body: String,
}

/// Why a text cannot be opened as a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// It is not JSON, or not a record.
    NotARecord,
    /// It is a record, but its body is not the one that was sealed.
    Checksum,
    /// A newer page wrote it. It is left untouched.
    Newer {
        /// The version word that stands in it, such as `bieumau.record/2`.
        found: String,
    },
}

impl Envelope {
    /// The envelope as text, with the checksum of the body.
    pub fn seal(&self) -> String {
        record::write(Record {
            revision: self.revision,
            saved: self.saved.clone(),
            checksum: checksum(&self.body),
            body: self.body.clone(),
        })
    }

    /// Opens a sealed text.
    ///
    /// # Errors
    /// [`Spoilt`], when it is not a record, was damaged, or is from a newer page.
    pub fn open(text: &str) -> Result<Envelope, Spoilt> {
        let record = record::read(text)?;
        if record.checksum != checksum(&record.body) {
            return Err(Spoilt::Checksum);
        }
        Ok(Envelope {
            revision: record.revision,
            saved: record.saved,
            body: record.body,
        })
    }
}

fn checksum(body: &str) -> String {
    format!("sha256:{}", sha256_hex(body.as_bytes()))
}

impl From<Unread> for Spoilt {
    fn from(unread: Unread) -> Spoilt {
        match unread {
            Unread::Foreign => Spoilt::NotARecord,
            Unread::Newer(found) => Spoilt::Newer { found },
        }
    }
}
