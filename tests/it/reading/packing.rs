//! Archives for tests, which may lie wherever an archive can.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// A part as it is written, every number of it open to lies.
#[derive(Clone)]
pub(super) struct Part {
    pub name: String,
    pub flags: u16,
    pub method: u16,
    pub sum: u32,
    /// The size that is stated.
    pub size: u32,
    pub packed: Vec<u8>,
    /// The place that the directory states; where it was written, unless it lies.
    pub place: Option<u32>,
}

impl Part {
    /// A part that tells the truth.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Part {
        Part {
            name: name.to_owned(),
            flags: 0,
            method: 8,
            sum: sum_of(bytes),
            size: u32::try_from(bytes.len()).unwrap(),
            packed: packed(bytes),
            place: None,
        }
    }

    /// The same, not packed.
    pub(super) fn stored(name: &str, bytes: &[u8]) -> Part {
        Part {
            method: 0,
            packed: bytes.to_vec(),
            ..Part::of(name, b"")
        }
        .stating(bytes)
    }

    fn stating(self, bytes: &[u8]) -> Part {
        Part {
            sum: sum_of(bytes),
            size: u32::try_from(bytes.len()).unwrap(),
            ..self
        }
    }
}

fn sum_of(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
    packing.write_all(bytes).unwrap();
    packing.finish().unwrap()
}

/// An archive of these parts. `count` is how many the end record states.
pub(super) fn archive_stating(parts: &[Part], count: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let place = u32::try_from(bytes.len()).unwrap();
        let length = u16::try_from(part.name.len()).unwrap();
        let mut common = Vec::new();
        for number in [20, part.flags, part.method, 0, 0] {
            common.extend(number.to_le_bytes());
        }
        let packed = u32::try_from(part.packed.len()).unwrap();
        for number in [part.sum, packed, part.size] {
            common.extend(number.to_le_bytes());
        }
        common.extend(length.to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(part.name.bytes());
        bytes.extend(&part.packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(part.place.unwrap_or(place).to_le_bytes());
        directory.extend(part.name.bytes());
    }
    let start = u32::try_from(bytes.len()).unwrap();
    let size = u32::try_from(directory.len()).unwrap();
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(size.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

pub(super) fn archive(parts: &[Part]) -> Vec<u8> {
    archive_stating(parts, u16::try_from(parts.len()).unwrap())
}

/// An archive of texts. Long ones are not packed: how tightly a part may be packed has its own test.
pub(super) fn archive_of(texts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<Part> = texts
        .iter()
        .map(|(name, text)| match text.len() {
            ..1_000_000 => Part::of(name, text.as_bytes()),
            _ => Part::stored(name, text.as_bytes()),
        })
        .collect();
    archive(&parts)
}
