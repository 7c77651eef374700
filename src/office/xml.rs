//! The XML of foreign parts, step by step: bounded in depth and length, without a document type of its own, and with no
//! entity but the five that XML has. Nothing is fetched, nothing refers to itself, and nothing recurses.

use super::refusal::Refusal;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// How deep elements may stand in each other. Word nests a table in a table in a text box, and that is 60.
pub const MAX_DEPTH: usize = 256;
/// The most elements of one part.
pub const MAX_ELEMENTS: usize = 2_000_000;

/// What comes next.
#[derive(Debug)]
pub enum Step<'a> {
    /// An element begins.
    Open(BytesStart<'a>),
    /// The element that began last of those that are open ends.
    Close,
    /// Text of the element that is open.
    Text(Cow<'a, str>),
    /// There is no more.
    End,
}

/// A part that is read from its beginning to its end.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    left: usize,
}

impl<'a> Xml<'a> {
    /// A part that has this text.
    pub fn of(text: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text);
        // An element without content begins and ends like any other.
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            depth: 0,
            left: MAX_ELEMENTS,
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The next step. Comments and instructions are passed over.
    ///
    /// # Errors
    /// That it is no XML, ends too early, is too deep or too long, or has a document type or entities of its own.
    pub fn step(&mut self) -> Result<Step<'a>, Refusal> {
        loop {
            let event = self.reader.read_event().map_err(|_| Refusal::Damaged)?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    self.left = self.left.checked_sub(1).ok_or(Refusal::Swollen)?;
                    if self.depth > MAX_DEPTH {
                        return Err(Refusal::Suspicious);
                    }
                    Step::Open(start)
                }
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(Refusal::Damaged)?;
                    Step::Close
                }
                Event::Text(text) => Step::Text(text.xml10_content()),
                Event::CData(text) => Step::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let sign = match reference.resolve_char_ref() {
                        Ok(Some(sign)) => sign,
                        Ok(None) => predefined(&reference.into_inner())?,
                        Err(_) => return Err(Refusal::Damaged),
                    };
                    Step::Text(Cow::Owned(sign.to_string()))
                }
                Event::DocType(_) => return Err(Refusal::Suspicious),
                Event::Eof if self.depth > 0 => return Err(Refusal::Damaged),
                Event::Eof => Step::End,
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            });
        }
    }

    /// Passes over the rest of the element that began last.
    ///
    /// # Errors
    /// As [`Xml::step`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.step()?;
        }
        Ok(())
    }
}

/// The five entities that every XML has.
fn predefined(name: &str) -> Result<char, Refusal> {
    match name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Refusal::Suspicious),
    }
}

/// The value of an attribute by its name without prefix: `val` of `w:val`. None where there is none.
///
/// # Errors
/// That the attributes are broken or name entities of their own.
pub fn attribute(start: &BytesStart, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|_| Refusal::Suspicious)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// The value of an attribute that is on or off, such as `hidden` or `w:val` of `w:strike`.
///
/// # Errors
/// As [`attribute`].
pub fn is_on(start: &BytesStart, name: &str, without: bool) -> Result<bool, Refusal> {
    let value = attribute(start, name)?;
    Ok(value.map_or(without, |value| {
        !matches!(value.as_str(), "0" | "false" | "off" | "none")
    }))
}
