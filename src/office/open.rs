//! A file that someone opens, whatever it is: by what stands in it, never by its name.

use super::archive::{Archive, text_of};
use super::package::{Package, package};
use super::refusal::{MAX_FILE, Refusal};
use super::sniff::{Sort, sniff};
use super::{docx, xlsx};
use crate::exchange::table::{Block, read_html, read_tsv};
use crate::words::Phrase;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A document in JSON, as it stands: a report, a backup, a work list, or none of them.
    Document(String),
    /// Tables, and the text that runs around them.
    Tables(Tables),
}

/// The tables of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// Of a workbook one for each worksheet that is shown, called by its name; of a document each with the words before
    /// it.
    pub blocks: Vec<Block>,
    /// The paragraphs outside of tables, in order; only documents of Word have them.
    pub paragraphs: Vec<String>,
    /// Whether something was left out that no block tells, because there is too much of it.
    pub cut: bool,
}

/// Opens a file. `name` is only said, never trusted.
///
/// # Errors
/// Why it is not read, and what to do then.
pub fn open(name: &str, bytes: &[u8]) -> Result<Opened, Phrase> {
    opened(bytes).map_err(|refusal| {
        let words = refusal.words();
        if name.is_empty() {
            words
        } else {
            Phrase::new(
                ["“", name, "”: ", &words.vi].concat(),
                ["“", name, "”: ", &words.en].concat(),
            )
        }
    })
}

/// Opens a file that has no name.
///
/// # Errors
/// Why it is not read.
pub fn opened(bytes: &[u8]) -> Result<Opened, Refusal> {
    if bytes.len() > MAX_FILE {
        return Err(Refusal::TooLarge);
    }
    let tables = match sniff(bytes) {
        Sort::Zip => of_archive(bytes)?,
        Sort::Json => return text_of(bytes.to_vec()).map(Opened::Document),
        // What many systems offer as `.xls` is a web page with a table.
        Sort::Html => of_blocks(read_html(&text_of(bytes.to_vec())?)),
        Sort::Text => of_blocks(vec![read_tsv(&text_of(bytes.to_vec())?)]),
        other => return Err(Refusal::Sort(other)),
    };
    if tables.blocks.is_empty() && tables.paragraphs.is_empty() {
        return Err(Refusal::Nothing);
    }
    Ok(Opened::Tables(tables))
}

fn of_archive(bytes: &[u8]) -> Result<Tables, Refusal> {
    let mut archive = Archive::open(bytes)?;
    match package(&mut archive)? {
        Package::Workbook => xlsx::tables(&mut archive).map(of_blocks),
        Package::Document => {
            let document = docx::read(&mut archive)?;
            Ok(Tables {
                blocks: document.tables,
                paragraphs: document.paragraphs,
                cut: document.cut,
            })
        }
    }
}

fn of_blocks(mut blocks: Vec<Block>) -> Tables {
    blocks.retain(|block| !block.rows.is_empty());
    Tables {
        blocks,
        ..Tables::default()
    }
}
