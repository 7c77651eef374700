//! Where a row stands, as an officer would say it.

use super::{CellId, Form};
use crate::words::Phrase;

impl Form {
    /// The code of a row with its sheet: `Biểu mẫu 6, dòng 4.2.1`. A row that is printed without a code of its own
    /// ("Trong đó", or nothing) is a part of the nearest row above it that has one: `dòng 4.2.1, trong đó`.
    pub fn address(&self, cell: CellId) -> Phrase {
        let (Some(row), Some(sheet)) = (self.row(cell), self.sheet_of(cell)) else {
            return Phrase::default();
        };
        let mut coded = row;
        while !coded.has_code()
            && let Some(parent) = coded.parent.and_then(|parent| self.row(parent))
        {
            coded = parent;
        }
        let is_part = coded.id != row.id;
        let address = |appendix: &str, name: &str, word: &str, part: &str| {
            let code = match coded.plain_code() {
                "" => String::new(),
                code => [word, code].join(" "),
            };
            let parts = [appendix, name, &code, if is_part { part } else { "" }];
            let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            said.join(", ")
        };
        Phrase::new(
            address(&sheet.appendix.vi, &sheet.name.vi, "dòng", "trong đó"),
            address(&sheet.appendix.en, &sheet.name.en, "row", "of which"),
        )
    }
}
