//! The bytes of a text file → its text: UTF-8 or UTF-16, with or without a byte order mark.

use super::MAX_BYTES;
use crate::words::Phrase;

/// The text of a file. Older Vietnamese encodings (Windows-1258, TCVN3, VNI) cannot be told from each other by their
/// bytes, so a text in one of them is refused rather than guessed.
///
/// # Errors
/// That it is too large, or not written in Unicode.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Phrase> {
    if bytes.len() > MAX_BYTES {
        return Err(Phrase::said(
            "Tệp lớn quá {} MB.",
            "The file is larger than {} MB.",
            &[&(MAX_BYTES / 1024 / 1024).to_string()],
        ));
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        // A first letter or digit, whose other half is nothing.
        [first, 0, ..] if *first != 0 => utf_16(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => utf_16(bytes, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    text.ok_or_else(|| {
        Phrase::new(
            "Tệp không dùng mã Unicode (UTF-8) nên không đọc đúng được chữ tiếng Việt. Hãy mở tệp trong Excel, chọn Lưu thành (Save As) với kiểu “CSV UTF-8” hoặc “Unicode Text”, rồi mở lại tệp mới ở đây.",
            "The file is not written in Unicode (UTF-8), so its Vietnamese letters cannot be read for certain. Open it in Excel, save it as “CSV UTF-8” or “Unicode Text”, and open the new file here.",
        )
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    rest.is_empty()
        .then(|| String::from_utf16(&units).ok())
        .flatten()
}
