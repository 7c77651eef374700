//! What a file is, by what stands in it. Its name is not asked: officers rename.

/// The sorts of files that people hand over where a table or a text is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Nothing stands in it.
    Empty,
    /// An archive in the manner of zip: `.xlsx`, `.docx`, `.ods`, or any other.
    Zip,
    /// A workbook of Excel 97–2003, `.xls`.
    OldExcel,
    /// A document of Word 97–2003, `.doc`.
    OldWord,
    /// Another file of the old Office.
    OldOffice,
    /// A file of the new Office that is locked with a password.
    Locked,
    /// Rich text, often with the name `.doc`.
    RichText,
    /// A web page, often with the name `.xls`.
    Html,
    /// A web page as one file of several parts, often with the name `.xls` or `.doc`.
    WebArchive,
    /// A workbook of Excel 2003 as XML.
    ExcelXml,
    /// A document of Word 2003 as XML.
    WordXml,
    /// A document in JSON.
    Json,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive of another manner than zip.
    Packed,
    /// Plain text, perhaps a table with commas or tabs.
    Text,
    /// Something else.
    Unknown,
}

/// How a file of the old Office begins, and one of the new Office that is locked.
const OLD_OFFICE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Files that are known by how they begin.
const BEGINNINGS: [(&[u8], Sort); 16] = [
    (b"PK\x03\x04", Sort::Zip),
    // An archive without any file.
    (b"PK\x05\x06", Sort::Zip),
    (b"{\\rtf", Sort::RichText),
    (b"%PDF", Sort::Pdf),
    (b"\x89PNG", Sort::Picture),
    (b"\xFF\xD8\xFF", Sort::Picture),
    (b"GIF8", Sort::Picture),
    (b"BM", Sort::Unknown),
    (b"II*\0", Sort::Picture),
    (b"MM\0*", Sort::Picture),
    (b"Rar!", Sort::Packed),
    (b"7z\xBC\xAF\x27\x1C", Sort::Packed),
    (b"\x1F\x8B", Sort::Packed),
    (b"BZh", Sort::Packed),
    (b"\xFD7zXZ", Sort::Packed),
    (b"MIME-Version:", Sort::WebArchive),
];

/// How far into a text is looked for what it is.
const MAX_LOOKED_AT: usize = 4_096;

/// Finds out what a file is.
///
/// ```
/// # use bieumau::office::sniff::{Sort, sniff};
/// assert_eq!(sniff(b"%PDF-1.7"), Sort::Pdf);
/// assert_eq!(sniff(b"<html><table>"), Sort::Html);
/// ```
pub fn sniff(bytes: &[u8]) -> Sort {
    if bytes.is_empty() {
        return Sort::Empty;
    }
    if bytes.starts_with(OLD_OFFICE) {
        return old_office(bytes);
    }
    let known = BEGINNINGS
        .iter()
        .find(|(beginning, _)| bytes.starts_with(beginning));
    match known {
        // Two letters are too few to tell a picture from a text: a picture says its length behind them.
        Some((b"BM", _)) if !is_bitmap(bytes) => of_text(bytes),
        Some((b"BM", _)) => Sort::Picture,
        Some((_, sort)) => *sort,
        None => of_text(bytes),
    }
}

fn is_bitmap(bytes: &[u8]) -> bool {
    let stated = bytes.get(2..6).and_then(|stated| stated.try_into().ok());
    stated.is_some_and(|stated| usize::try_from(u32::from_le_bytes(stated)) == Ok(bytes.len()))
}

/// The entries of the folder in such a file stand at every 128th byte and begin with their name.
fn old_office(bytes: &[u8]) -> Sort {
    let names = [
        ("EncryptedPackage", Sort::Locked),
        ("Workbook", Sort::OldExcel),
        ("Book", Sort::OldExcel),
        ("WordDocument", Sort::OldWord),
    ];
    let names = names.map(|(name, sort)| {
        let name: Vec<u8> = name.bytes().flat_map(|sign| [sign, 0]).collect();
        ([name, vec![0, 0]].concat(), sort)
    });
    let found = bytes.chunks(128).find_map(|entry| {
        let known = names.iter().find(|(name, _)| entry.starts_with(name));
        known.map(|(_, sort)| *sort)
    });
    found.unwrap_or(Sort::OldOffice)
}

fn of_text(bytes: &[u8]) -> Sort {
    let is_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let head: Vec<u8> = bytes
        .iter()
        .copied()
        .take(MAX_LOOKED_AT)
        .filter(|byte| !is_wide || *byte != 0)
        .collect();
    if head.contains(&0) {
        return Sort::Unknown;
    }
    let text = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let text = text.trim_start_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{fffd}')
    });
    let says = |words: &str| text.contains(words);
    match text.chars().next() {
        None => Sort::Empty,
        Some('{' | '[') => Sort::Json,
        Some('<') if says("urn:schemas-microsoft-com:office:spreadsheet") => Sort::ExcelXml,
        Some('<') if says("wordml") || says("word.document") => Sort::WordXml,
        Some('<')
            if [
                "<html",
                "<table",
                "<body",
                "<!doctype html",
                "<meta",
                "<head",
            ]
            .iter()
            .any(|tag| says(tag)) =>
        {
            Sort::Html
        }
        Some('<') if text.starts_with("<?xml") => Sort::Unknown,
        Some('m' | 'f') if says("mime-version:") && says("multipart/related") => Sort::WebArchive,
        Some(_) => Sort::Text,
    }
}
