//! SHA-256 as it is written in documents: what a record's checksum and a report's digest are made of.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes in lower-case hexadecimal, 64 characters:
/// `sha256_hex(b"abc")` is `"ba7816bf…15ad"`.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        for half in [byte >> 4, byte & 0x0f] {
            hex.extend(char::from_digit(u32::from(half), 16));
        }
    }
    hex
}
