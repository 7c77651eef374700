//! In which ways a step of the trail comes about: an open list, each with its word in documents and for people.

use crate::words::Phrase;

/// How a step came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Typed into a field, or taken from a list.
    Typed,
    /// Chosen from what the page offers: not applicable, what a text means, a count of a work list.
    Chosen,
    /// Said of what stands there: a copied figure holds, a row is blank on purpose.
    Confirmed,
    /// Pasted as a block.
    Pasted,
    /// Taken from a file.
    Imported,
    /// Copied from the last report.
    Carried,
    /// A sheet was emptied.
    Cleared,
    /// An earlier state of the report was brought back.
    Restored,
}

impl How {
    /// Every way with its word in documents.
    pub const ALL: [(&'static str, How); 8] = [
        ("typed", How::Typed),
        ("chosen", How::Chosen),
        ("confirmed", How::Confirmed),
        ("pasted", How::Pasted),
        ("imported", How::Imported),
        ("carried", How::Carried),
        ("cleared", How::Cleared),
        ("restored", How::Restored),
    ];

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        let known = How::ALL.iter().find(|(_, how)| *how == self);
        known.map_or("", |(word, _)| word)
    }

    /// What was done, for people: `nhập`, `typed`.
    pub fn words(self) -> Phrase {
        let (vi, en) = match self {
            How::Typed => ("nhập", "typed"),
            How::Chosen => ("chọn", "chosen"),
            How::Confirmed => ("xác nhận", "confirmed"),
            How::Pasted => ("dán", "pasted"),
            How::Imported => ("lấy từ tệp", "taken from a file"),
            How::Carried => ("lấy từ kỳ trước", "copied from the last period"),
            How::Cleared => ("xóa số liệu", "cleared"),
            How::Restored => ("khôi phục bản trước", "earlier state brought back"),
        };
        Phrase::new(vi, en)
    }

    /// The way of a word.
    pub fn from_word(word: &str) -> Option<How> {
        let known = How::ALL.iter().find(|(known, _)| *known == word);
        known.map(|(_, how)| *how)
    }
}
