//! The parts of a Word document → the file. The same report gives the same bytes: no clock, no chance.

use crate::words::Phrase;
use docx_rs::{Docx, XMLDocx};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How a row says that it is the head of its table, in points: the crate has no word for it, and no other row has a
/// height of its own.
pub(super) const HEAD_ROW: f32 = 1.0;

/// Puts the file together.
///
/// # Errors
/// That it could not be.
pub(super) fn pack(docx: Docx) -> Result<Vec<u8>, Phrase> {
    let mut parts = docx.build();
    parts.document = with(&without_ids(&parts.document), &IN_DOCUMENT);
    parts.styles = with(&parts.styles, &IN_STYLES);
    parts.doc_props.core = with(&parts.doc_props.core, &IN_PROPERTIES);
    zipped(&parts).map_err(|_| {
        Phrase::new(
            "Không lập được tệp Word. Hãy tải lại trang rồi thử lại.",
            "The Word file could not be made. Reload the page and try again.",
        )
    })
}

/// What the crate cannot say, and how it is said: a head that stands on every page of its table, and an end of a section
/// that takes no line. No text can be mistaken for these, for in texts `<` is escaped.
const IN_DOCUMENT: [(&str, &str); 2] = [
    (
        "<w:trHeight w:val=\"1\" w:hRule=\"atLeast\" />",
        "<w:tblHeader />",
    ),
    (
        "<w:pPr><w:sectPr>",
        "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\" /><w:sectPr>",
    ),
];

/// The language of the texts, so that Word does not underline every word.
const IN_STYLES: [(&str, &str); 1] = [(
    "</w:rPr></w:rPrDefault>",
    "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" /></w:rPr></w:rPrDefault>",
)];

/// Who made it.
const IN_PROPERTIES: [(&str, &str); 1] = [(">unknown<", ">Biểu Mẫu<")];

fn with(part: &[u8], words: &[(&str, &str)]) -> Vec<u8> {
    let text = String::from_utf8_lossy(part).into_owned();
    let said = words.iter();
    let text = said.fold(text, |text, (word, meant)| text.replace(word, meant));
    text.into_bytes()
}

/// Paragraphs without the numbers that the crate gives them: it goes on counting from one file to the next.
fn without_ids(part: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(part);
    let mut pieces = text.split("<w:p w14:paraId=\"");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str("<w:p");
        plain.push_str(piece.split_once('"').map_or(piece, |(_, rest)| rest));
    }
    plain.into_bytes()
}

fn zipped(parts: &XMLDocx) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut put = |name: &str, part: &[u8]| {
        zip.start_file(name, options)?;
        zip.write_all(part).map_err(Into::into)
    };
    let put: &mut dyn FnMut(&str, &[u8]) -> zip::result::ZipResult<()> = &mut put;
    put("[Content_Types].xml", &parts.content_type)?;
    put("_rels/.rels", &parts.rels)?;
    put("docProps/app.xml", &parts.doc_props.app)?;
    put("docProps/core.xml", &parts.doc_props.core)?;
    put("docProps/custom.xml", &parts.doc_props.custom)?;
    put("word/_rels/document.xml.rels", &parts.document_rels)?;
    put("word/document.xml", &parts.document)?;
    put("word/styles.xml", &parts.styles)?;
    put("word/settings.xml", &parts.settings)?;
    put("word/fontTable.xml", &parts.font_table)?;
    put("word/comments.xml", &parts.comments)?;
    put("word/numbering.xml", &parts.numberings)?;
    put("word/commentsExtended.xml", &parts.comments_extended)?;
    put("word/footnotes.xml", &without_ids(&parts.footnotes))?;
    for (number, header) in (1..).zip(&parts.headers) {
        put(&format!("word/header{number}.xml"), &without_ids(header))?;
    }
    for (number, rels) in (1..).zip(&parts.header_rels) {
        put(&format!("word/_rels/header{number}.xml.rels"), rels)?;
    }
    Ok(zip.finish()?.into_inner())
}
