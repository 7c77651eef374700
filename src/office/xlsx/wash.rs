//! Parts of a workbook with nothing in them but what is read of them.
//!
//! calamine reads workbooks well and trusts them: it makes room for as many strings as a part says it has, gives every
//! cell format a copy of its font, and ends at an error value that it does not know. So it is handed parts that were
//! written anew, by the lists below. What a cell says by its looks alone is put into its text here: a raised 1 behind a
//! figure is a footnote and must not make 12 into 121, and what is struck out is no longer said.

use super::places::{Area, area_of, is_within, letters, place_of};
use crate::exchange::table::{MAX_COLUMNS, MAX_ROWS, MAX_SIGNS, raised};
use crate::office::refusal::Refusal;
use crate::office::xml::{Step, Xml, attribute, is_on};
use quick_xml::escape::escape;
use quick_xml::events::BytesStart;
use std::rc::Rc;

/// The most strings that cells share.
const MAX_STRINGS: usize = 300_000;
/// The most formats of cells; Excel has 65,490.
const MAX_FORMATS: usize = 65_536;
/// The longest code of a format; Excel has 255.
const MAX_CODE: usize = 255;
/// The most merged cells of a worksheet.
const MAX_MERGED: usize = 2_000;

/// Which part it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// `sharedStrings.xml`.
    Strings,
    /// `styles.xml`: only the formats of numbers.
    Formats,
    /// A worksheet.
    Sheet,
}

/// What a worksheet says beside its cells.
#[derive(Default)]
pub(super) struct Facts {
    /// The rows that are hidden, of those that are read.
    pub(super) hidden_rows: Vec<u32>,
    /// The columns that are hidden, each with the last one of its kind.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    pub(super) merged: Vec<Area>,
    /// Of each format of cells whether it strikes out what stands in them.
    pub(super) struck: Rc<[bool]>,
    /// Whether cells with something in them lie beyond what is read.
    pub(super) is_cut: bool,
}

/// The attributes that are kept of an element; none where it is left out with all that stands in it.
fn kept(part: Part, name: &str) -> Option<&'static [&'static str]> {
    let nothing: &[&str] = &[];
    match (part, name) {
        (Part::Strings, "sst" | "si") | (Part::Strings | Part::Sheet, "r" | "t") => Some(nothing),
        (Part::Formats, "styleSheet" | "numFmts" | "cellXfs") => Some(nothing),
        (Part::Formats, "numFmt") => Some(&["numFmtId", "formatCode"]),
        (Part::Formats, "xf") => Some(&["numFmtId"]),
        (Part::Sheet, "worksheet" | "sheetData" | "row" | "c" | "v" | "is") => Some(nothing),
        _ => None,
    }
}

/// Writes a part anew.
///
/// # Errors
/// That it is damaged, too large, or no part of this kind.
pub(super) fn wash(text: &str, part: Part, facts: &mut Facts) -> Result<String, Refusal> {
    let mut washing = Washing {
        xml: Xml::of(text),
        part,
        facts,
        clean: String::new(),
        open: Vec::new(),
        place: (0, 0),
        count: 0,
        signs: 0,
        run: Run::default(),
        struck_fonts: Vec::new(),
        struck: Vec::new(),
    };
    washing.all()?;
    if part == Part::Formats {
        washing.facts.struck = std::mem::take(&mut washing.struck).into();
    }
    Ok(washing.clean)
}

/// How the words of a run look.
#[derive(Default)]
struct Run {
    is_raised: bool,
    is_struck: bool,
}

struct Washing<'a, 'b> {
    xml: Xml<'a>,
    part: Part,
    facts: &'b mut Facts,
    clean: String,
    /// The names of the elements that are open and kept.
    open: Vec<String>,
    /// The row and the column of the cell that comes next.
    place: (u32, u32),
    /// How many strings or formats there are.
    count: usize,
    /// How many signs of the string have come, in whatever pieces.
    signs: usize,
    run: Run,
    /// Of each font, and of each format of cells, whether it strikes out.
    struck_fonts: Vec<bool>,
    struck: Vec<bool>,
}

impl Washing<'_, '_> {
    fn all(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.step()? {
                Step::Open(start) => self.begin(&start)?,
                Step::Close => self.end(),
                Step::Text(text) => {
                    let holds = matches!(self.open.last().map(String::as_str), Some("v" | "t"));
                    if holds && !self.run.is_struck {
                        self.text(&text);
                    }
                }
                Step::End => return Ok(()),
            }
        }
    }

    fn begin(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        let name = start.local_name();
        let name = name.as_ref();
        let Some(attributes) = kept(self.part, name) else {
            return self.leave(name);
        };
        if name == "si" {
            self.counted(MAX_STRINGS)?;
        }
        let mut clean = format!("<{name}");
        for wanted in attributes {
            if let Some(value) = attribute(start, wanted)? {
                let value: String = value.chars().take(MAX_CODE).collect();
                clean.push_str(&format!(" {wanted}=\"{}\"", escape(&value)));
            }
        }
        match name {
            "row" => self.begin_row(start)?,
            "c" => match self.cell(start)? {
                Some(attributes) => clean.push_str(&attributes),
                None => return Ok(()),
            },
            // A string is cut as a whole, however many pieces it comes in.
            "si" | "is" | "v" => self.signs = 0,
            "t" => clean.push_str(" xml:space=\"preserve\""),
            "xf" => self.format(start)?,
            "r" => self.run = Run::default(),
            _ => {}
        }
        clean.push('>');
        self.clean.push_str(&clean);
        self.open.push(name.to_owned());
        Ok(())
    }

    /// A format of cells: which font it has says whether what stands in them is struck out.
    fn format(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        self.counted(MAX_FORMATS)?;
        let font = attribute(start, "fontId")?.and_then(|font| font.parse::<usize>().ok());
        let is_struck = font.and_then(|font| self.struck_fonts.get(font));
        self.struck.push(is_struck.copied().unwrap_or(false));
        Ok(())
    }

    fn counted(&mut self, most: usize) -> Result<(), Refusal> {
        self.count += 1;
        if self.count > most {
            return Err(Refusal::Swollen);
        }
        Ok(())
    }

    /// What is told by an element that is not kept.
    fn leave(&mut self, name: &str) -> Result<(), Refusal> {
        match (self.part, name) {
            (Part::Strings | Part::Sheet, "rPr") => self.looks(),
            (Part::Sheet, "cols" | "mergeCells") => self.beside(),
            (Part::Formats, "fonts") => self.fonts(),
            // An empty part of another kind would be read as one of this kind without anything in it.
            _ if self.open.is_empty() => Err(Refusal::Damaged),
            _ => self.xml.skip(),
        }
    }

    /// How a run looks: its words follow.
    fn looks(&mut self) -> Result<(), Refusal> {
        let outside = self.xml.depth() - 1;
        while self.xml.depth() > outside {
            if let Step::Open(start) = self.xml.step()? {
                match start.local_name().as_ref() {
                    "vertAlign" => {
                        let value = attribute(&start, "val")?;
                        self.run.is_raised = value.as_deref() == Some("superscript");
                    }
                    "strike" => self.run.is_struck = is_on(&start, "val", true)?,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Which fonts strike out. A number has no runs, so where it is struck out its whole cell is.
    fn fonts(&mut self) -> Result<(), Refusal> {
        let outside = self.xml.depth() - 1;
        while self.xml.depth() > outside {
            let Step::Open(start) = self.xml.step()? else {
                continue;
            };
            match start.local_name().as_ref() {
                "font" if self.struck_fonts.len() < MAX_FORMATS => self.struck_fonts.push(false),
                "strike" => {
                    let is_struck = is_on(&start, "val", true)?;
                    if let Some(font) = self.struck_fonts.last_mut() {
                        *font = is_struck;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Columns that are hidden, and cells that are merged.
    fn beside(&mut self) -> Result<(), Refusal> {
        let outside = self.xml.depth() - 1;
        while self.xml.depth() > outside {
            let Step::Open(start) = self.xml.step()? else {
                continue;
            };
            match start.local_name().as_ref() {
                "col" if is_on(&start, "hidden", false)? => {
                    let number = |name| -> Result<Option<u32>, Refusal> {
                        let written = attribute(&start, name)?;
                        Ok(written.and_then(|written| written.parse().ok()))
                    };
                    if let (Some(first), Some(last)) = (number("min")?, number("max")?)
                        && self.facts.hidden_columns.len() < MAX_COLUMNS
                    {
                        let from_zero = |number: u32| number.saturating_sub(1);
                        let columns = (from_zero(first), from_zero(last));
                        self.facts.hidden_columns.push(columns);
                    }
                }
                "mergeCell" if self.facts.merged.len() < MAX_MERGED => {
                    let area = attribute(&start, "ref")?;
                    self.facts.merged.extend(area.as_deref().and_then(area_of));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn begin_row(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        if let Some(number) = attribute(start, "r")? {
            let number: u32 = number.parse().map_err(|_| Refusal::Damaged)?;
            self.place.0 = number.checked_sub(1).ok_or(Refusal::Damaged)?;
        }
        self.place.1 = 0;
        let is_read = is_within(self.place.0, MAX_ROWS) && self.facts.hidden_rows.len() < MAX_ROWS;
        if is_read && is_on(start, "hidden", false)? {
            self.facts.hidden_rows.push(self.place.0);
        }
        Ok(())
    }

    /// The place, the format and the kind of a cell; none where it is passed over: it lies beyond what is read, or is
    /// struck out.
    fn cell(&mut self, start: &BytesStart) -> Result<Option<String>, Refusal> {
        if let Some(written) = attribute(start, "r")? {
            self.place = place_of(&written).ok_or(Refusal::Damaged)?;
        }
        let (row, column) = self.place;
        self.place.1 = column.saturating_add(1);
        if !is_within(row, MAX_ROWS) || !is_within(column, MAX_COLUMNS) {
            // A cell that only has a border or a colour is nothing that could be missed.
            self.facts.is_cut |= self.says_anything()?;
            return Ok(None);
        }
        let mut clean = format!(" r=\"{}{}\"", letters(column), row + 1);
        let format = attribute(start, "s")?.and_then(|format| format.parse::<u16>().ok());
        let is_struck = format.and_then(|format| self.facts.struck.get(usize::from(format)));
        if is_struck == Some(&true) {
            self.xml.skip()?;
            return Ok(None);
        }
        if let Some(format) = format {
            clean.push_str(&format!(" s=\"{format}\""));
        }
        let kind = attribute(start, "t")?;
        let kind = match kind.as_deref() {
            // A newer error than calamine knows is a text like any other.
            Some("e" | "str") => "str",
            Some(known @ ("s" | "b" | "inlineStr" | "d")) => known,
            _ => "",
        };
        if !kind.is_empty() {
            clean.push_str(&format!(" t=\"{kind}\""));
        }
        Ok(Some(clean))
    }

    /// Passes over an element that has just begun; whether there is any text in it.
    fn says_anything(&mut self) -> Result<bool, Refusal> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut says = false;
        while self.xml.depth() > outside {
            match self.xml.step()? {
                Step::Text(text) => says |= !text.trim().is_empty(),
                Step::End => break,
                Step::Open(_) | Step::Close => {}
            }
        }
        Ok(says)
    }

    fn text(&mut self, text: &str) {
        let signs = text
            .chars()
            .take((MAX_SIGNS + 1).saturating_sub(self.signs));
        let text: String = if self.run.is_raised {
            signs.map(raised).collect()
        } else {
            signs.collect()
        };
        self.signs += text.chars().count();
        self.clean.push_str(&escape(&text));
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        match name.as_str() {
            "row" => self.place = (self.place.0.saturating_add(1), 0),
            "r" => self.run = Run::default(),
            _ => {}
        }
        self.clean.push_str(&format!("</{name}>"));
    }
}
