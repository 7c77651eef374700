//! Files of other programs, and files that were made to do harm: each is read, or refused in words that help.

mod archives;
mod documents;
mod figures;
mod hostile;
mod looks;
mod mutations;
mod officer;
mod opening;
mod packing;
mod workbooks;

use bieumau::office::open::{Opened, Tables, opened};

/// The tables of a file that must be read.
fn tables_of(bytes: &[u8]) -> Tables {
    match opened(bytes).unwrap() {
        Opened::Tables(tables) => tables,
        Opened::Document(text) => panic!("a document: {text}"),
    }
}
