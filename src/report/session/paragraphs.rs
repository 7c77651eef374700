//! What the officer writes in words: the door for it, and what becomes of it.
//!
//! It is no figure, so a report stays complete when it is written: what was declared complete are the figures. The log
//! that travels with the report says nothing of it either; the trail on this machine does.

use super::{ChangeSet, Changes, Session};
use crate::report::{Change, How, Kept, Part, What, letter};
use crate::words::{Phrase, filled};

impl Session {
    /// What the officer has written under a heading, or in a field of the letter; empty where nothing is.
    pub fn paragraph(&self, id: &str) -> &str {
        let texts = &self.report.paragraphs;
        texts.get(id).map_or("", String::as_str)
    }

    /// Whether the officer leaves out what the form set says from the figures under a heading.
    pub fn is_alone(&self, heading: &str) -> bool {
        !self.paragraph(&letter::alone(heading)).is_empty()
    }

    /// Leaves out what the form set says from the figures under a heading, or takes it in again.
    pub fn set_alone(&mut self, heading: &str, is_alone: bool) -> ChangeSet {
        self.set_paragraph(&letter::alone(heading), if is_alone { "1" } else { "" })
    }

    /// Writes a text under a heading, or in a field of the letter.
    pub fn set_paragraph(&mut self, id: &str, text: &str) -> ChangeSet {
        // Keys go on with the step while they are in the same field.
        self.begin(
            How::Typed,
            Some(What::Note(Part::Paragraph(id.to_owned()).key())),
        );
        let mut changes = Changes::default();
        self.put_paragraph(id, text, &mut changes);
        self.tell(changes)
    }

    /// Keeps this text in the place of what is kept now, as part of the step under way.
    pub(super) fn put_paragraph(&mut self, id: &str, text: &str, changes: &mut Changes) {
        let before = self.paragraph(id).to_owned();
        if before == text {
            return;
        }
        self.keep_paragraph(id, text);
        changes.set.texts = true;
        self.record(Change {
            part: Part::Paragraph(id.to_owned()),
            before: Kept::Paragraph(before),
            after: Kept::Paragraph(text.to_owned()),
        });
    }

    /// Keeps this text and nothing else.
    pub(super) fn keep_paragraph(&mut self, id: &str, text: &str) {
        let texts = &mut self.report.paragraphs;
        if text.is_empty() {
            texts.remove(id);
        } else {
            texts.insert(id.to_owned(), text.to_owned());
        }
        self.mark(Part::Paragraph(id.to_owned()));
    }

    /// What the heading or the field is called in which a text stands; its id where the form does not have it.
    pub fn name_of_text(&self, id: &str) -> Phrase {
        if let Some(field) = letter::of(id) {
            return field.name();
        }
        if let Some(heading) = id.strip_suffix(letter::ALONE) {
            let name = self.heading_name(heading).unwrap_or_default();
            let (vi, en) = ("{}: chỉ dùng lời văn tự viết", "{}: own text only");
            return Phrase::new(filled(vi, &[&name.vi]), filled(en, &[&name.en]));
        }
        let name = self.heading_name(id);
        name.unwrap_or_else(|| Phrase::of_figure(id))
    }
}
