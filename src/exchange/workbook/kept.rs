//! What lies out of sight in a workbook: which form it is, and the document of the report in pieces.
//!
//! A cell holds no more than 32,767 signs, and neither XML nor spreadsheets keep every sign; so what they may change is
//! written as `~` with its number, and no piece begins or ends with a space.

use crate::form::Form;

/// The name of the worksheet on which it lies.
pub const TAB: &str = "bieumau";
/// What its first cell says.
pub const MARK: &str = "bieumau.workbook/1";
/// How long a piece may be, in UTF-16 units: well below what a cell holds.
const PIECE: usize = 30_000;
/// What ends every piece.
const END: char = '|';

/// What was found out of sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The id of the form set.
    pub form: String,
    /// Its version.
    pub version: u32,
    /// The document of the report; empty for an empty form.
    pub document: String,
}

/// What is to lie out of sight, one text a cell.
pub fn of(form: &Form, document: &str) -> Vec<String> {
    let mut texts = vec![MARK.to_owned(), form.id.clone(), form.version.to_string()];
    let mut piece = String::new();
    let mut units = 0;
    for sign in document.chars() {
        if units >= PIECE {
            piece.push(END);
            texts.push(std::mem::take(&mut piece));
            units = 0;
        }
        if is_safe(sign) {
            piece.push(sign);
            units += sign.len_utf16();
        } else {
            let written = format!("~{:x};", u32::from(sign));
            units += written.len();
            piece.push_str(&written);
        }
    }
    if !piece.is_empty() {
        piece.push(END);
        texts.push(piece);
    }
    // A piece that began with a space, a digit or a sign of formulas would not be safe from every program.
    for piece in texts.iter_mut().skip(3) {
        piece.insert(0, END);
    }
    texts
}

/// Reads what lies out of sight; none where it is not ours.
pub fn read(mut texts: impl Iterator<Item = String>) -> Option<Kept> {
    if texts.next()? != MARK {
        return None;
    }
    let (form, version) = (texts.next()?, texts.next()?.parse().ok()?);
    let mut document = String::new();
    for piece in texts {
        let piece = piece.strip_prefix(END)?.strip_suffix(END)?;
        let mut parts = piece.split('~');
        document.push_str(parts.next()?);
        for part in parts {
            let (number, rest) = part.split_once(';')?;
            document.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
            document.push_str(rest);
        }
    }
    Some(Kept {
        form,
        version,
        document,
    })
}

/// Whether a sign stays what it is in the file of any spreadsheet. Excel writes `_x0009_` for a sign by its number.
fn is_safe(sign: char) -> bool {
    match sign {
        '~' | '_' => false,
        ' '..='}' => true,
        '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => true,
        _ => false,
    }
}
