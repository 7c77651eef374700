//! A document of any hand → its tables and its running text, in the order in which they are read.
//!
//! What was deleted while changes were tracked, what is hidden or struck out, and the codes of fields are not said. A
//! raised digit stays raised: behind a figure it is a footnote. Footnotes, numbers of lists, headers and equations are
//! left out.

use super::rows::Rows;
use crate::exchange::table::{Block, raised};
use crate::office::archive::Archive;
use crate::office::package::main_part;
use crate::office::refusal::Refusal;
use crate::office::xml::{Step, Xml, attribute, is_on};
use quick_xml::events::BytesStart;

/// The most bytes of text that are kept of a document.
pub const MAX_TEXT: usize = 4_000_000;
/// The most tables that are read.
const MAX_TABLES: usize = 200;
/// The most paragraphs of running text.
const MAX_PARAGRAPHS: usize = 20_000;
/// How many signs of the words before a table are kept.
const MAX_BEFORE: usize = 300;

/// What a document says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its tables, in order. Of tables in tables each is one of its own.
    pub tables: Vec<Block>,
    /// The paragraphs outside of tables that are not empty, in order.
    pub paragraphs: Vec<String>,
    /// Whether something was left out, because there is too much of it.
    pub cut: bool,
}

/// Reads a document.
///
/// # Errors
/// That it is damaged, or too large inside.
pub fn read(archive: &mut Archive) -> Result<Document, Refusal> {
    let main = main_part(archive)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let text = archive.text(&main)?.ok_or(Refusal::Damaged)?;
    let mut reading = Reading::of(&text);
    reading.all()?;
    Ok(reading.document)
}

/// What an element is to the reading, kept until it ends.
enum Open {
    Table,
    Row,
    Cell,
    Paragraph,
    Run,
    Text,
    /// Any other, whose content is read.
    Other,
}

/// How the words of a run look.
#[derive(Default)]
struct Looks {
    is_raised: bool,
    is_unsaid: bool,
}

struct Reading<'a> {
    xml: Xml<'a>,
    document: Document,
    open: Vec<Open>,
    /// The tables that are open, the innermost last, each with its place among those of the document.
    tables: Vec<(usize, Rows)>,
    /// The paragraph outside of tables that is open.
    paragraph: String,
    /// The last words since the last table.
    before: String,
    looks: Looks,
    left: usize,
    has_body: bool,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str) -> Reading<'a> {
        Reading {
            xml: Xml::of(text),
            document: Document::default(),
            open: Vec::new(),
            tables: Vec::new(),
            paragraph: String::new(),
            before: String::new(),
            looks: Looks::default(),
            left: MAX_TEXT,
            has_body: false,
        }
    }

    fn all(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.step()? {
                Step::Open(start) => self.begin(&start)?,
                Step::Close => self.end(),
                Step::Text(text) => {
                    if matches!(self.open.last(), Some(Open::Text)) && !self.looks.is_unsaid {
                        if self.looks.is_raised {
                            let text: String = text.chars().map(raised).collect();
                            self.say(&text);
                        } else {
                            self.say(&text);
                        }
                    }
                }
                Step::End => break,
            }
        }
        self.end_paragraph();
        if !self.has_body {
            return Err(Refusal::Damaged);
        }
        self.document.tables.retain(|block| !block.rows.is_empty());
        Ok(())
    }

    fn begin(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        let open = match start.local_name().as_ref() {
            "tbl" => {
                self.begin_table();
                Open::Table
            }
            "tr" => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.begin_row();
                }
                Open::Row
            }
            "tc" => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.begin_cell();
                }
                Open::Cell
            }
            "p" => {
                // A paragraph in a text box stands within another one.
                self.break_line();
                Open::Paragraph
            }
            "r" => {
                self.looks = Looks::default();
                Open::Run
            }
            "t" => Open::Text,
            "rPr" => return self.looks(),
            "trPr" => return self.row(),
            "tcPr" => return self.cell(),
            "tab" | "ptab" => {
                self.say(if self.tables.is_empty() { "\t" } else { " " });
                Open::Other
            }
            "br" | "cr" => {
                self.say("\n");
                Open::Other
            }
            "noBreakHyphen" => {
                self.say("-");
                Open::Other
            }
            // Deleted or moved away; how things look; what another program sees in the place of a text box; an
            // equation, whose parts would run into each other; a phonetic guide.
            "del" | "moveFrom" | "pPr" | "tblPr" | "tblGrid" | "sectPr" | "Fallback" | "oMath"
            | "oMathPara" | "rt" | "sdtPr" | "sdtEndPr" => return self.xml.skip(),
            "body" => {
                self.has_body = true;
                Open::Other
            }
            _ => Open::Other,
        };
        self.open.push(open);
        Ok(())
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Open::Table) => self.end_table(),
            Some(Open::Row) => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            Some(Open::Cell) => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            Some(Open::Paragraph) => self.break_line(),
            Some(Open::Run) => self.looks = Looks::default(),
            Some(Open::Text | Open::Other) | None => {}
        }
    }

    /// Each element below the one that begins, but for what it was before a tracked change.
    fn each(
        &mut self,
        mut look: impl FnMut(&mut Self, &str, &BytesStart) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let outside = self.xml.depth().saturating_sub(1);
        while self.xml.depth() > outside {
            let Step::Open(start) = self.xml.step()? else {
                continue;
            };
            let name = start.local_name();
            if name.as_ref().ends_with("Change") {
                self.xml.skip()?;
            } else {
                look(self, name.as_ref(), &start)?;
            }
        }
        Ok(())
    }

    /// How a run looks: its words follow.
    fn looks(&mut self) -> Result<(), Refusal> {
        self.each(|reading, name, start| {
            match name {
                "vertAlign" => {
                    let value = attribute(start, "val")?;
                    reading.looks.is_raised |= value.as_deref() == Some("superscript");
                }
                // LibreOffice raises by half points.
                "position" => {
                    let raised = attribute(start, "val")?;
                    let raised = raised.and_then(|raised| raised.parse::<i32>().ok());
                    reading.looks.is_raised |= raised.is_some_and(|raised| raised > 0);
                }
                "strike" | "dstrike" | "vanish" => {
                    reading.looks.is_unsaid |= is_on(start, "val", true)?;
                }
                _ => {}
            }
            Ok(())
        })
    }

    fn row(&mut self) -> Result<(), Refusal> {
        self.each(|reading, name, start| {
            let Some((_, table)) = reading.tables.last_mut() else {
                return Ok(());
            };
            match name {
                "gridBefore" => table.indent(number(start)?),
                "hidden" => table.is_hidden |= is_on(start, "val", true)?,
                "del" => table.is_deleted = true,
                _ => {}
            }
            Ok(())
        })
    }

    fn cell(&mut self) -> Result<(), Refusal> {
        self.each(|reading, name, start| {
            let Some((_, table)) = reading.tables.last_mut() else {
                return Ok(());
            };
            match name {
                "gridSpan" => table.span = number(start)?.max(1),
                "vMerge" | "hMerge" => {
                    let value = attribute(start, "val")?;
                    table.is_continued = value.as_deref() != Some("restart");
                }
                _ => {}
            }
            Ok(())
        })
    }

    fn begin_table(&mut self) {
        self.break_line();
        let before = match self.tables.last() {
            Some((_, outer)) => last_words(&outer.cell),
            None => std::mem::take(&mut self.before),
        };
        let place = self.document.tables.len();
        if place < MAX_TABLES {
            self.document.tables.push(Block {
                before,
                ..Block::default()
            });
        } else {
            self.document.cut = true;
        }
        self.tables.push((place, Rows::default()));
    }

    fn end_table(&mut self) {
        let Some((place, rows)) = self.tables.pop() else {
            return;
        };
        if let Some(block) = self.document.tables.get_mut(place) {
            let before = std::mem::take(&mut block.before);
            *block = rows.block(before);
        }
    }

    fn say(&mut self, text: &str) {
        let Some(left) = self.left.checked_sub(text.len()) else {
            self.document.cut = true;
            return;
        };
        self.left = left;
        let plain;
        let text = if text.contains(['\u{a0}', '\u{ad}', '\0']) {
            plain = text.replace('\u{a0}', " ").replace(['\u{ad}', '\0'], "");
            plain.as_str()
        } else {
            text
        };
        match self.tables.last_mut() {
            Some((_, table)) => table.say(text),
            None => self.paragraph.push_str(text),
        }
    }

    fn break_line(&mut self) {
        match self.tables.last_mut() {
            Some((_, table)) if table.cell.is_empty() || table.cell.ends_with('\n') => {}
            Some((_, table)) => table.cell.push('\n'),
            None => self.end_paragraph(),
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            return;
        }
        if self.document.paragraphs.len() >= MAX_PARAGRAPHS {
            self.document.cut = true;
            return;
        }
        self.before.push(' ');
        self.before.push_str(paragraph);
        self.before = last_words(&self.before);
        self.document.paragraphs.push(paragraph.to_owned());
    }
}

/// A count of columns.
fn number(start: &BytesStart) -> Result<usize, Refusal> {
    let written = attribute(start, "val")?;
    Ok(written
        .and_then(|written| written.parse().ok())
        .unwrap_or(0))
}

/// The end of a long text, its lines joined.
fn last_words(text: &str) -> String {
    let count = text.chars().count();
    let last = text.chars().skip(count.saturating_sub(MAX_BEFORE));
    let last: String = last
        .map(|sign| {
            if matches!(sign, '\n' | '\t') {
                ' '
            } else {
                sign
            }
        })
        .collect();
    last.trim().to_owned()
}
