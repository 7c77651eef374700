//! The ids under which DHIS2 knows the things of a form set: 11 characters that depend on nothing but their names.

use crate::format::checksum::sha256_hex;

/// A letter first, digits last: the order in which they are chosen.
const SIGNS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LETTERS: u128 = 52;
const ALL: u128 = 62;

/// The id of a thing: its kind as DHIS2 calls it, the id of the form set, and its own within it.
///
/// The SHA-256 of these lines, `bieumau.dhis2/1`, kind, form set, own id, with a line feed between them, gives its first
/// 16 bytes as one number, the highest first. What is left of it when divided by 52 chooses the first letter; each
/// quotient then goes on to be divided by 62 for the next sign. The version of the form set does not count, so a row
/// keeps its id from version to version.
///
/// ```
/// # use bieumau::exchange::dhis2::uid;
/// assert_eq!(uid("dataElement", "small-form", "desk.1.1"), "RhDgGN7geLY");
/// ```
pub fn uid(kind: &str, form: &str, own: &str) -> String {
    let hex = sha256_hex(["bieumau.dhis2/1", kind, form, own].join("\n").as_bytes());
    let head = hex.get(..32).unwrap_or_default();
    let mut rest = u128::from_str_radix(head, 16).unwrap_or_default();
    let mut uid = String::new();
    for place in 0..11 {
        let base = if place == 0 { LETTERS } else { ALL };
        let sign = usize::try_from(rest % base).unwrap_or_default();
        uid.extend(SIGNS.get(sign).map(|sign| char::from(*sign)));
        rest /= base;
    }
    uid
}
