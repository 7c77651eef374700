//! What is said when a row is left: the figures that are others now, and what is found there. Once, by the polite live
//! region of the page, in the words that stand beside the row.

use super::Desk;
use crate::app::dom;
use crate::app::editor::findings::level_word;
use crate::app::words::words;
use crate::form::CellId;
use crate::number::write;
use crate::report::{Became, Session};
use crate::words::{Language, filled};

impl Desk {
    /// The officer comes to a row, or goes on in it.
    pub fn watch(self, cell: CellId) {
        self.with_inner(|inner| {
            let is_there = inner.watched.as_ref().is_some_and(|row| row.cell == cell);
            if !is_there {
                inner.watched = Some(inner.session.borrow().watch(cell));
            }
        });
    }

    /// The officer leaves the row: what became of it is said.
    pub fn tell(self, language: Language) {
        let mut said = String::new();
        self.with_inner(|inner| {
            if let Some(watched) = inner.watched.take() {
                let session = inner.session.borrow();
                let became = session.became(&watched);
                said = sentences(&session, watched.cell, &became, language);
            }
        });
        if !said.is_empty() {
            dom::announce(&said);
        }
    }
}

/// "Dòng 2: 51,22 %. Lỗi: …"
fn sentences(session: &Session, cell: CellId, became: &Became, language: Language) -> String {
    let words = words(language);
    let form = &session.form().form;
    let mut said: Vec<String> = Vec::new();
    let here = form.row(cell).map(|row| row.sheet);
    // A row of the same sheet is named by its code alone, as in the column beside it.
    let named = |cell: CellId| match form.row(cell) {
        Some(row) if Some(row.sheet) == here && row.has_code() => {
            filled(words.said_row, &[row.plain_code()])
        }
        _ => form.address(cell).text(language).to_owned(),
    };
    if let Some(read_as) = &became.read_as {
        said.push(format!("{}: {} {read_as}.", named(cell), words.read_as));
    }
    for (cell, value) in &became.figures {
        let value = match value {
            Ok(number) => {
                let measure = form.row(*cell).map_or("", |row| row.measure.text(language));
                format!("{} {measure}", write(*number))
            }
            Err(reason) => {
                let (vi, en) = reason.words();
                language.pick(vi, en).to_owned()
            }
        };
        said.push(format!("{}: {}.", named(*cell), value.trim_end()));
    }
    for finding in &became.findings {
        let message = finding.message(form, session.form().rules(), language);
        said.push(format!(
            "{}: {message}",
            level_word(words, finding.severity)
        ));
    }
    if became.is_mended {
        said.push(filled(words.said_mended, &[&named(cell)]));
    }
    said.join(" ")
}
