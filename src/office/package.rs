//! What the parts of an archive of Office are together: a workbook, a document, or something else.

use super::archive::Archive;
use super::refusal::Refusal;
use super::xml::{Step, Xml, attribute};

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// A workbook, `.xlsx` or `.xlsm`.
    Workbook,
    /// A document, `.docx` or `.docm`.
    Document,
}

/// Finds out what an archive is.
///
/// # Errors
/// That it is something else, in words that help.
pub fn package(archive: &mut Archive) -> Result<Package, Refusal> {
    if archive.has("mimetype")
        || (archive.has("content.xml") && archive.has("meta-inf/manifest.xml"))
    {
        return Err(Refusal::OpenDocument);
    }
    let Some(main) = main_part(archive)? else {
        // Without relations the usual places still tell.
        return match (
            archive.has("xl/workbook.xml"),
            archive.has("word/document.xml"),
        ) {
            (true, _) => Ok(Package::Workbook),
            (_, true) => Ok(Package::Document),
            _ => Err(Refusal::OtherArchive),
        };
    };
    let types = archive.text("[content_types].xml")?.unwrap_or_default();
    let kinds = elements(&types, "Override", ["PartName", "ContentType"])?;
    let mut kinds = kinds.into_iter();
    let stated = kinds.find(|[part, _]| part.trim_start_matches('/').eq_ignore_ascii_case(&main));
    let stated = stated.map(|[_, kind]| kind).unwrap_or_default();
    let says = |kind: &str, name: &str| stated.contains(kind) || main.contains(name);
    if stated.contains("binary") || main.ends_with(".bin") {
        Err(Refusal::BinaryWorkbook)
    } else if says("spreadsheetml", "workbook") {
        Ok(Package::Workbook)
    } else if says("wordprocessingml", "document") {
        Ok(Package::Document)
    } else if says("presentationml", "presentation") {
        Err(Refusal::Presentation)
    } else {
        Err(Refusal::OtherArchive)
    }
}

/// The main part of an archive of Office, as the relations of the whole name it; none where they do not.
///
/// # Errors
/// That they are damaged.
pub fn main_part(archive: &mut Archive) -> Result<Option<String>, Refusal> {
    let Some(text) = archive.text("_rels/.rels")? else {
        return Ok(None);
    };
    let relations = elements(&text, "Relationship", ["Type", "Target"])?;
    let mut main = relations.into_iter();
    let main = main.find(|[kind, _]| kind.ends_with("/relationships/officeDocument"));
    Ok(main.map(|[_, target]| target.trim_start_matches('/').to_owned()))
}

/// These attributes of every element of a name, empty where there is none.
///
/// # Errors
/// That the text is damaged.
pub fn elements<const N: usize>(
    text: &str,
    name: &str,
    wanted: [&str; N],
) -> Result<Vec<[String; N]>, Refusal> {
    let mut xml = Xml::of(text);
    let mut found = Vec::new();
    loop {
        match xml.step()? {
            Step::Open(start) if start.local_name().as_ref() == name => {
                let mut values = [const { String::new() }; N];
                for (value, wanted) in values.iter_mut().zip(wanted) {
                    *value = attribute(&start, wanted)?.unwrap_or_default();
                }
                found.push(values);
            }
            Step::End => return Ok(found),
            Step::Open(_) | Step::Close | Step::Text(_) => {}
        }
    }
}
