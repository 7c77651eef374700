//! The cells of a worksheet as they stand in its part, hidden ones too: what a workbook of ours is read back from.

use super::figure::written as figure_of;
use super::format::{Format, Moment, time};
use super::places::place_of;
use crate::exchange::workbook::Shown;
use crate::number::Decimal;
use crate::office::refusal::Refusal;
use crate::office::xml::{Step, Xml, attribute};
use crate::period::{Date, write_day};

/// The most rows of a worksheet that are read, and the most columns.
const MAX_ROWS: u32 = 5_000;
const MAX_COLUMNS: u32 = 64;
/// The most bytes that the cells of a worksheet say together: each names a text that they share, and it may be long.
const MAX_SAID: usize = 48_000_000;
/// The most cells with something in them, and the most texts that they share.
const MAX_CELLS: usize = 100_000;
const MAX_STRINGS: usize = 200_000;

/// A cell with something in it.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Its row and its column, from 0.
    pub(super) place: (u32, u32),
    /// What it shows.
    pub(super) shown: Shown,
    /// Whether it is computed.
    pub(super) is_formula: bool,
}

/// What the cells of a workbook share.
#[derive(Default)]
pub(super) struct Shared {
    strings: Vec<String>,
    /// What each format of cells says of numbers: one that is known by its number, or a code.
    formats: Vec<(Option<Format>, String)>,
}

impl Shared {
    /// Reads the texts and the formats that cells share.
    ///
    /// # Errors
    /// That they are damaged, or too many.
    pub(super) fn read(strings: Option<&str>, styles: Option<&str>) -> Result<Shared, Refusal> {
        let mut shared = Shared::default();
        if let Some(strings) = strings {
            shared.read_strings(strings)?;
        }
        if let Some(styles) = styles {
            shared.read_formats(styles)?;
        }
        Ok(shared)
    }

    fn read_strings(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::of(text);
        loop {
            match xml.step()? {
                Step::Open(start) if start.local_name().as_ref() == "si" => {
                    if self.strings.len() >= MAX_STRINGS {
                        return Err(Refusal::Swollen);
                    }
                    let text = text_within(&mut xml)?;
                    self.strings.push(text);
                }
                Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn read_formats(&mut self, text: &str) -> Result<(), Refusal> {
        let mut xml = Xml::of(text);
        let mut codes: Vec<(String, String)> = Vec::new();
        let mut is_of_cells = false;
        loop {
            match xml.step()? {
                Step::Open(start) => match start.local_name().as_ref() {
                    "numFmt" if codes.len() < MAX_STRINGS => {
                        let id = attribute(&start, "numFmtId")?.unwrap_or_default();
                        codes.push((id, attribute(&start, "formatCode")?.unwrap_or_default()));
                    }
                    "cellXfs" => is_of_cells = true,
                    "cellStyles" | "dxfs" => is_of_cells = false,
                    "xf" if is_of_cells && self.formats.len() < MAX_STRINGS => {
                        let id = attribute(&start, "numFmtId")?.unwrap_or_default();
                        let code = codes.iter().find(|(known, _)| *known == id);
                        let code = code.map_or("", |(_, code)| code.as_str());
                        self.formats.push((Format::of_number(&id), code.to_owned()));
                    }
                    _ => {}
                },
                Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The cells of a worksheet, row by row as they stand in its part.
    ///
    /// # Errors
    /// That it is damaged, or too large.
    pub(super) fn cells(&self, text: &str) -> Result<Vec<Cell>, Refusal> {
        let mut xml = Xml::of(text);
        let mut cells = Vec::new();
        let mut next = (0, 0);
        let mut left = MAX_SAID;
        loop {
            match xml.step()? {
                Step::Open(start) if start.local_name().as_ref() == "row" => {
                    let number = attribute(&start, "r")?.and_then(|number| number.parse().ok());
                    next = match number {
                        Some(number) => (u32::saturating_sub(number, 1), 0),
                        None => (next.0 + u32::from(next.1 > 0), 0),
                    };
                }
                Step::Open(start) if start.local_name().as_ref() == "c" => {
                    if let Some(place) = attribute(&start, "r")?.as_deref().and_then(place_of) {
                        next = place;
                    }
                    let kind = attribute(&start, "t")?.unwrap_or_default();
                    let format = attribute(&start, "s")?.and_then(|it| it.parse().ok());
                    let (shown, is_formula) = self.cell(&mut xml, &kind, format.unwrap_or(0))?;
                    if let Shown::Text(text) = &shown {
                        left = left.checked_sub(text.len()).ok_or(Refusal::Swollen)?;
                    }
                    let place = next;
                    next.1 = next.1.saturating_add(1);
                    if place.0 >= MAX_ROWS || place.1 >= MAX_COLUMNS {
                        continue;
                    }
                    if shown != Shown::Blank || is_formula {
                        cells.push(Cell {
                            place,
                            shown,
                            is_formula,
                        });
                    }
                    if cells.len() > MAX_CELLS {
                        return Err(Refusal::Swollen);
                    }
                }
                Step::End => return Ok(cells),
                _ => {}
            }
        }
    }

    /// What stands in the cell that has just begun.
    fn cell(&self, xml: &mut Xml, kind: &str, format: usize) -> Result<(Shown, bool), Refusal> {
        let outside = xml.depth().saturating_sub(1);
        let (mut value, mut inline, mut is_formula) = (String::new(), None, false);
        let mut is_value = false;
        while xml.depth() > outside {
            match xml.step()? {
                Step::Open(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    is_value = name == "v";
                    is_formula |= name == "f";
                    if name == "is" {
                        inline = Some(text_within(xml)?);
                    }
                }
                Step::Close => is_value = false,
                Step::Text(text) if is_value => value.push_str(&text),
                Step::Text(_) => {}
                Step::End => break,
            }
        }
        let shown = match (kind, inline) {
            (_, Some(text)) => text_shown(&text),
            ("s", _) => {
                let place: Option<usize> = value.trim().parse().ok();
                let text = place.and_then(|place| self.strings.get(place));
                text.map_or(Shown::Blank, |text| text_shown(text))
            }
            ("str" | "e" | "d", _) => text_shown(&unescaped(&value)),
            ("b", _) => text_shown(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
            _ => self.number(value.trim(), format),
        };
        Ok((shown, is_formula))
    }

    /// A number as it is meant.
    fn number(&self, written: &str, format: usize) -> Shown {
        let Some(value) = written
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite())
        else {
            return text_shown(written);
        };
        let format = match self.formats.get(format) {
            Some((Some(known), _)) => *known,
            Some((None, code)) => Format::of(code, value),
            None => Format::default(),
        };
        match format {
            Format {
                moment: Some(Moment::Day),
                ..
            } => day(value).map_or_else(|| text_shown(written), Shown::Text),
            Format {
                moment: Some(Moment::Time),
                ..
            } => Shown::Text(time(value)),
            Format {
                is_percent: true, ..
            } => Shown::Text(figure_of(value, format)),
            // What is typed stands, however many decimals are shown of it.
            Format { thousands, .. } => {
                let plain = Format {
                    thousands,
                    ..Format::default()
                };
                let text = figure_of(value, plain);
                let number = Decimal::parse_canonical(&text.replace(',', "."));
                number.map_or(Shown::Text(text), Shown::Number)
            }
        }
    }
}

/// The text of an element, its runs one after the other.
fn text_within(xml: &mut Xml) -> Result<String, Refusal> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    let mut is_text = false;
    while xml.depth() > outside {
        match xml.step()? {
            // How a word is pronounced is no part of it.
            Step::Open(start) if start.local_name().as_ref() == "rPh" => xml.skip()?,
            Step::Open(start) => is_text = start.local_name().as_ref() == "t",
            Step::Close => is_text = false,
            Step::Text(piece) if is_text => text.push_str(&piece),
            Step::Text(_) => {}
            Step::End => break,
        }
    }
    Ok(unescaped(&text))
}

fn text_shown(text: &str) -> Shown {
    if text.is_empty() {
        Shown::Blank
    } else {
        Shown::Text(text.to_owned())
    }
}

/// A text with the signs that Excel writes by their numbers, `_x000D_`, in their places.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let sign = after
            .get(..5)
            .and_then(|number| number.strip_suffix('_'))
            .filter(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|number| u32::from_str_radix(number, 16).ok())
            .and_then(char::from_u32);
        match (sign, after.get(5..)) {
            (Some(sign), Some(behind)) => {
                plain.push(sign);
                rest = behind;
            }
            _ => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The day of a number in a spreadsheet, which counts from the end of 1899.
fn day(value: f64) -> Option<String> {
    if !(1.0..2_958_466.0).contains(&value) {
        return None;
    }
    let first = Date::from_ordinal_date(1899, 364).ok()?;
    let days = format!("{}", value.trunc()).parse::<i32>().ok()?;
    let number = first.to_julian_day().checked_add(days)?;
    Some(write_day(Date::from_julian_day(number).ok()?))
}
