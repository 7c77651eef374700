//! What is wrong with a document, where, and whether the document or the page is at fault.

use crate::words::Phrase;

/// Whether a document is at fault, or the page is too old for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// The document is not what it should be.
    #[default]
    Broken,
    /// A newer page wrote the document: it is to be left untouched.
    Newer,
    /// It has a member that this page does not know.
    Stranger,
}

/// What is wrong with a document, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The path of the member: `entries.desk.1.2.number`; empty for the whole file.
    pub place: String,
    /// What is wrong.
    pub problem: Phrase,
    /// Whose fault it is.
    pub fault: Fault,
}

impl Complaint {
    /// A complaint about a place.
    pub fn new(place: impl Into<String>, problem: Phrase) -> Complaint {
        Complaint {
            place: place.into(),
            problem,
            fault: Fault::Broken,
        }
    }

    /// What is wrong, with its place before it.
    pub fn with_place(&self) -> Phrase {
        if self.place.is_empty() {
            return self.problem.clone();
        }
        let said = |text: &str| format!("{}: {text}", self.place);
        Phrase::new(said(&self.problem.vi), said(&self.problem.en))
    }
}

/// Whether these complaints say that a newer page wrote the document.
pub fn is_newer(complaints: &[Complaint]) -> bool {
    complaints
        .iter()
        .any(|complaint| complaint.fault == Fault::Newer)
}

/// Whether a newer page has kept this: by its version, or because nothing is wrong with it but members that this page does
/// not know. A file that anybody may have written is not asked about so.
pub fn is_kept_by_newer(complaints: &[Complaint]) -> bool {
    let strangers = || {
        let mut all = complaints.iter();
        all.all(|complaint| complaint.fault == Fault::Stranger)
    };
    is_newer(complaints) || !complaints.is_empty() && strangers()
}
