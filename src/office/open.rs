//! A file that someone opens, whatever it is: by what stands in it, never by its name.

use super::archive::{Archive, text_of};
use super::package::{Package, package};
use super::refusal::{MAX_FILE, Refusal};
use super::sniff::{Sort, sniff};
use super::{docx, xlsx};
use crate::exchange::table::{Block, read_csv, read_html};
use crate::words::Phrase;

/// The most bytes of a web page or a CSV file: 8 MB, as of a clipboard.
const MAX_PLAIN: usize = 8 * 1024 * 1024;

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
    /// The paragraphs outside of tables, in order; of a document of Word, or of a text without columns.
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
        Sort::Html if bytes.len() > MAX_PLAIN => return Err(Refusal::TooLarge),
        Sort::Html => of_blocks(read_html(&text_of(bytes.to_vec())?)),
        Sort::Text => of_text(bytes)?,
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

/// A table with separators; of lines without any the running text too.
fn of_text(bytes: &[u8]) -> Result<Tables, Refusal> {
    if bytes.len() > MAX_PLAIN {
        return Err(Refusal::TooLarge);
    }
    let mut tables = of_blocks(read_csv(bytes).map_err(|_| Refusal::Encoding)?);
    if let [block] = tables.blocks.as_slice()
        && block.width() == 1
    {
        let lines = block.rows.iter().flatten();
        tables.paragraphs = lines.filter(|line| !line.is_empty()).cloned().collect();
    }
    Ok(tables)
}

fn of_blocks(mut blocks: Vec<Block>) -> Tables {
    blocks.retain(|block| !block.rows.is_empty());
    Tables {
        blocks,
        ..Tables::default()
    }
}
