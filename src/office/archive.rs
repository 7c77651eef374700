//! Files of the new Office are archives of parts. Here one is opened so that nothing which it says of itself is trusted:
//! every number is checked against the bytes before it is used, and what is unpacked is counted while it is.
//!
//! Parts are only looked up by their name; nothing is ever written anywhere, so no path can lead out. The format is that
//! of PKWARE's APPNOTE 6.3: an end record, a directory, and before it the packed parts.

use super::refusal::{MAX_FILE, Refusal};
use super::sniff::{Sort, sniff};
use crate::gather;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::Read;
use std::ops::Range;

/// The most parts in an archive. A workbook has about ten and one for each worksheet and picture.
pub const MAX_PARTS: usize = 2_000;
/// The most bytes of one part, unpacked: 24 MB.
pub const MAX_PART: usize = 24 * 1024 * 1024;
/// The most bytes of all parts that are asked for, unpacked: 48 MB. Pictures are never asked for.
pub const MAX_UNPACKED: usize = 48 * 1024 * 1024;
/// How many times larger than packed a part may be, once it has more than [`FREE`] bytes.
pub const MAX_RATIO: usize = 200;
/// Up to so many bytes a part may be packed as tightly as it is.
const FREE: usize = 1024 * 1024;
/// The longest name of a part in bytes.
const MAX_NAME: usize = 300;

const END: u32 = 0x0605_4b50;
const END_SIZE: usize = 22;
const ENTRY: u32 = 0x0201_4b50;
const ENTRY_SIZE: usize = 46;
const PART: u32 = 0x0403_4b50;
const PART_SIZE: usize = 30;
/// The flags of a part that is locked, in the old and in the strong manner, or whose name is.
const LOCKED: u16 = 0x2041;

/// An archive whose directory has been checked.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<Part>,
    /// How many bytes may still be unpacked.
    left: usize,
}

#[derive(Debug)]
struct Part {
    /// In small letters, with `/`.
    name: String,
    is_packed: bool,
    sum: u32,
    size: usize,
    /// From the beginning of its header to its end.
    whole: Range<usize>,
    /// Where its packed bytes begin.
    start: usize,
}

impl<'a> Archive<'a> {
    /// Opens an archive: reads its directory and unpacks nothing.
    ///
    /// # Errors
    /// What else the file is, that it is damaged or locked, has too many parts, or holds what no office program writes.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Refusal> {
        if bytes.len() > MAX_FILE {
            return Err(Refusal::TooLarge);
        }
        match sniff(bytes) {
            Sort::Zip => {}
            other => return Err(Refusal::Sort(other)),
        }
        let parts = directory(bytes)?;
        check_names(&parts)?;
        check_places(&parts)?;
        Ok(Archive {
            bytes,
            parts,
            left: MAX_UNPACKED,
        })
    }

    /// Whether there is a part of this name; small and capital letters are the same.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The names of the parts, in small letters.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// Unpacks a part; none where there is no such part.
    ///
    /// # Errors
    /// That it is too large, or damaged.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(part) = self.find(name) else {
            return Ok(None);
        };
        let packed = self.bytes.get(part.start..part.whole.end);
        let packed = packed.ok_or(Refusal::Damaged)?;
        let ratio = packed.len().saturating_mul(MAX_RATIO).max(FREE);
        let most = self.left.min(MAX_PART).min(ratio);
        if part.size > most {
            return Err(Refusal::Swollen);
        }
        let bytes = if part.is_packed {
            unpacked(packed, part.size)?
        } else {
            packed.to_vec()
        };
        let mut sum = Crc::new();
        sum.update(&bytes);
        if bytes.len() != part.size || sum.sum() != part.sum {
            return Err(Refusal::Damaged);
        }
        self.left = self.left.saturating_sub(bytes.len());
        Ok(Some(bytes))
    }

    /// The text of a part: UTF-8, or UTF-16 with its mark.
    ///
    /// # Errors
    /// That it is too large, damaged, or in another encoding.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        self.part(name)?.map(text_of).transpose()
    }

    fn find(&self, name: &str) -> Option<&Part> {
        let name = name.trim_start_matches('/');
        let mut parts = self.parts.iter();
        parts.find(|part| part.name.eq_ignore_ascii_case(name))
    }
}

/// Unpacks so many bytes. One more than that is never asked for, whatever stands there.
fn unpacked(packed: &[u8], size: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::with_capacity(size);
    let most = u64::try_from(size).unwrap_or(u64::MAX).saturating_add(1);
    let mut unpacking = DeflateDecoder::new(packed).take(most);
    match unpacking.read_to_end(&mut bytes) {
        // It would have gone on: it is larger than it says.
        Ok(_) if bytes.len() > size => Err(Refusal::Swollen),
        Ok(_) => Ok(bytes),
        Err(_) => Err(Refusal::Damaged),
    }
}

/// The text of bytes that are UTF-8, or UTF-16 with its mark.
///
/// # Errors
/// That they are neither.
pub fn text_of(bytes: Vec<u8>) -> Result<String, Refusal> {
    let wide = |read: fn([u8; 2]) -> u16| -> Result<String, Refusal> {
        let pairs = bytes.chunks_exact(2).skip(1);
        let units = pairs.map(|pair| match pair {
            [one, two] => read([*one, *two]),
            _ => 0,
        });
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.map_err(|_| Refusal::Encoding)
    };
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return wide(u16::from_le_bytes);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return wide(u16::from_be_bytes);
    }
    let mut text = String::from_utf8(bytes).map_err(|_| Refusal::Encoding)?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Little numbers in the bytes, each only where it is there.
struct At<'a>(&'a [u8], usize);

impl At<'_> {
    fn short(&self, place: usize) -> Result<u16, Refusal> {
        let start = self.1.checked_add(place).ok_or(Refusal::Damaged)?;
        let pair = self.0.get(start..).and_then(<[u8]>::first_chunk::<2>);
        pair.map(|pair| u16::from_le_bytes(*pair))
            .ok_or(Refusal::Damaged)
    }

    fn long(&self, place: usize) -> Result<u32, Refusal> {
        let start = self.1.checked_add(place).ok_or(Refusal::Damaged)?;
        let four = self.0.get(start..).and_then(<[u8]>::first_chunk::<4>);
        four.map(|four| u32::from_le_bytes(*four))
            .ok_or(Refusal::Damaged)
    }

    /// A size or a place; the largest number stands for one that is written elsewhere, which no office program needs.
    fn size(&self, place: usize) -> Result<usize, Refusal> {
        match self.long(place)? {
            u32::MAX => Err(Refusal::Suspicious),
            size => usize::try_from(size).map_err(|_| Refusal::Damaged),
        }
    }

    fn length(&self, place: usize) -> Result<usize, Refusal> {
        self.short(place).map(usize::from)
    }
}

fn directory(bytes: &[u8]) -> Result<Vec<Part>, Refusal> {
    let end = end_record(bytes).ok_or(Refusal::Damaged)?;
    let record = At(bytes, end);
    let count = record.length(10)?;
    let (size, start) = (record.size(12)?, record.size(16)?);
    let parts_end = start;
    let directory_end = start.checked_add(size).ok_or(Refusal::Damaged)?;
    if directory_end > end || record.length(8)? != count {
        return Err(Refusal::Damaged);
    }
    if count > MAX_PARTS {
        return Err(Refusal::Swollen);
    }
    let mut parts = Vec::new();
    let mut place = start;
    for _ in 0..count {
        let entry = At(bytes, place);
        let name_length = entry.length(28)?;
        let next = [
            ENTRY_SIZE,
            name_length,
            entry.length(30)?,
            entry.length(32)?,
        ]
        .iter()
        .try_fold(place, |place, length| place.checked_add(*length))
        .filter(|next| *next <= directory_end);
        let next = next.ok_or(Refusal::Damaged)?;
        if entry.long(0)? != ENTRY {
            return Err(Refusal::Damaged);
        }
        let name = bytes.get(place + ENTRY_SIZE..place + ENTRY_SIZE + name_length);
        let name = name.ok_or(Refusal::Damaged)?;
        // Folders are entries without anything in them.
        if !name.ends_with(b"/") {
            parts.push(part(bytes, &entry, name, parts_end)?);
        }
        place = next;
    }
    Ok(parts)
}

/// The last place where an end record stands, behind which only its comment may follow.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_SIZE)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let mark = END.to_le_bytes();
    (first..=last).rev().find(|place| {
        bytes
            .get(*place..)
            .is_some_and(|rest| rest.starts_with(&mark))
    })
}

fn part(bytes: &[u8], entry: &At, name: &[u8], parts_end: usize) -> Result<Part, Refusal> {
    if entry.short(8)? & LOCKED != 0 {
        return Err(Refusal::Locked);
    }
    let is_packed = match entry.short(10)? {
        0 => false,
        8 => true,
        // Other manners of packing are written by no office program.
        _ => return Err(Refusal::Suspicious),
    };
    let header = entry.size(42)?;
    let own = At(bytes, header);
    if own.long(0)? != PART {
        return Err(Refusal::Damaged);
    }
    let own_name = header + PART_SIZE;
    let length = own.length(26)?;
    if bytes.get(own_name..own_name + length) != Some(name) {
        return Err(Refusal::Suspicious);
    }
    let start = own_name + length + own.length(28)?;
    let end = start.checked_add(entry.size(20)?).ok_or(Refusal::Damaged)?;
    if end > parts_end {
        return Err(Refusal::Damaged);
    }
    Ok(Part {
        name: plain_name(name)?,
        is_packed,
        sum: entry.long(16)?,
        size: entry.size(24)?,
        whole: header..end,
        start,
    })
}

/// A name in small letters, with `/`.
fn plain_name(name: &[u8]) -> Result<String, Refusal> {
    let name = String::from_utf8_lossy(name)
        .to_ascii_lowercase()
        .replace('\\', "/");
    let name = name.strip_prefix('/').unwrap_or(&name);
    let leads_out = name.split('/').any(|step| matches!(step, "" | "." | ".."));
    if leads_out || name.len() > MAX_NAME || name.contains([':', '\0']) {
        return Err(Refusal::Suspicious);
    }
    Ok(name.to_owned())
}

/// Of two parts with one name it could not be told which is meant.
fn check_names(parts: &[Part]) -> Result<(), Refusal> {
    let names = gather::set(parts.iter().map(|part| part.name.as_str()));
    if names.len() == parts.len() {
        Ok(())
    } else {
        Err(Refusal::Suspicious)
    }
}

/// Parts that lie in each other unpack to more than there is room for.
fn check_places(parts: &[Part]) -> Result<(), Refusal> {
    let places = gather::map(parts.iter().map(|part| (part.whole.start, part.whole.end)));
    let mut free = 0;
    for (start, end) in &places {
        if *start < free {
            return Err(Refusal::Suspicious);
        }
        free = *end;
    }
    if places.len() == parts.len() {
        Ok(())
    } else {
        Err(Refusal::Suspicious)
    }
}
