//! A workbook of any hand → its tables, one for each worksheet that is shown.

use super::figure;
use super::format::time;
use super::wash::{Facts, Part, wash};
use crate::exchange::table::{Block, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS};
use crate::office::archive::Archive;
use crate::office::package::{elements, main_part};
use crate::office::refusal::Refusal;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use std::io::{Cursor, Write};
use std::rc::Rc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The most bytes of text that are kept of a workbook: a string of 4,000 signs may stand in every cell.
pub const MAX_TEXT: usize = 4_000_000;

type Washed = Xlsx<Cursor<Vec<u8>>>;

/// Reads the tables of a workbook. Worksheets, rows and columns that are hidden are left out; formulas are what they were
/// worth when the workbook was saved. A number is written as [`figure()`] does, a date as `dd/mm/yyyy`.
///
/// # Errors
/// That it is damaged, or too large inside.
pub fn tables(archive: &mut Archive) -> Result<Vec<Block>, Refusal> {
    let (mut workbook, sheets) = washed(archive)?;
    let mut left = MAX_TEXT;
    let mut blocks = Vec::new();
    for (number, (title, facts)) in sheets.into_iter().enumerate() {
        let mut block = grid(&mut workbook, &number.to_string(), &facts, &mut left)?;
        block.before = title;
        if !block.rows.is_empty() {
            blocks.push(block);
        }
    }
    Ok(blocks)
}

/// The workbook with washed parts only. Its worksheets are called by their numbers; with each comes its title and what it
/// says beside its cells.
fn washed(archive: &mut Archive) -> Result<(Washed, Vec<(String, Facts)>), Refusal> {
    let main = main_part(archive)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let in_folder = |name: &str| match name.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if folder.is_empty() => name.to_owned(),
        None => [folder, "/", name].concat(),
    };
    let text = archive.text(&main)?.ok_or(Refusal::Damaged)?;
    let relations = in_folder(&["_rels/", name, ".rels"].concat());
    let relations = archive.text(&relations)?.ok_or(Refusal::Damaged)?;
    let relations = elements(&relations, "Relationship", ["Id", "Type", "Target"])?;
    let is_1904 = elements(&text, "workbookPr", ["date1904"])?;
    let is_1904 = is_1904
        .iter()
        .any(|[is_on]| matches!(is_on.as_str(), "1" | "true"));

    let mut sheets = Vec::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut shared = Facts::default();
    for (name, part) in [
        ("styles.xml", Part::Formats),
        ("sharedStrings.xml", Part::Strings),
    ] {
        if let Some(text) = archive.text(&in_folder(name))? {
            let clean = wash(&text, part, &mut shared)?;
            parts.push((["xl/", name].concat(), clean));
        }
    }
    let struck: Rc<[bool]> = shared.struck;
    let mut is_cut = false;
    for [title, id, state] in elements(&text, "sheet", ["name", "id", "state"])? {
        let mut known = relations.iter();
        // What is no worksheet is a chart, or a macro.
        let known = known.find(|[known, kind, _]| *known == id && kind.ends_with("/worksheet"));
        let is_shown = !matches!(state.as_str(), "hidden" | "veryHidden");
        let Some([_, _, target]) = known.filter(|_| is_shown) else {
            continue;
        };
        if sheets.len() == MAX_SHEETS {
            is_cut = true;
            break;
        }
        // Where a worksheet has no part, the others may still be read.
        let Some(text) = archive.text(&in_folder(target))? else {
            continue;
        };
        let mut facts = Facts {
            struck: struck.clone(),
            ..Facts::default()
        };
        let clean = wash(&text, Part::Sheet, &mut facts)?;
        parts.push((format!("xl/{}.xml", sheets.len()), clean));
        sheets.push((title, facts));
    }
    if sheets.is_empty() {
        return Err(Refusal::Nothing);
    }
    parts.extend(frame(sheets.len(), is_1904));
    if let Some((_, facts)) = sheets.last_mut() {
        facts.is_cut |= is_cut;
    }
    let workbook = Xlsx::new(Cursor::new(packed(&parts)?)).map_err(|error| refusal(&error))?;
    Ok((workbook, sheets))
}

/// The parts that hold together so many worksheets.
fn frame(count: usize, is_1904: bool) -> [(String, String); 3] {
    let mut sheets = String::new();
    let mut relations = String::new();
    for number in 0..count {
        sheets.push_str(&format!("<sheet name=\"{number}\" r:id=\"r{number}\"/>"));
        relations.push_str(&format!(
            "<Relationship Id=\"r{number}\" Type=\"/worksheet\" Target=\"{number}.xml\"/>"
        ));
    }
    let epoch = if is_1904 { "1" } else { "0" };
    let named = |name: &str, text: String| (name.to_owned(), text);
    [
        named(
            "_rels/.rels",
            "<Relationships><Relationship Type=\"/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned(),
        ),
        named(
            "xl/workbook.xml",
            format!("<workbook><workbookPr date1904=\"{epoch}\"/><sheets>{sheets}</sheets></workbook>"),
        ),
        named(
            "xl/_rels/workbook.xml.rels",
            format!("<Relationships>{relations}</Relationships>"),
        ),
    ]
}

/// An archive of our own, for calamine.
fn packed(parts: &[(String, String)]) -> Result<Vec<u8>, Refusal> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        let begun = writer.start_file(name.as_str(), options);
        begun.map_err(|_| Refusal::Damaged)?;
        let written = writer.write_all(text.as_bytes());
        written.map_err(|_| Refusal::Damaged)?;
    }
    let bytes = writer.finish().map_err(|_| Refusal::Damaged)?;
    Ok(bytes.into_inner())
}

fn refusal(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Locked,
        _ => Refusal::Damaged,
    }
}

fn grid(
    workbook: &mut Washed,
    name: &str,
    facts: &Facts,
    left: &mut usize,
) -> Result<Block, Refusal> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut is_cut = facts.is_cut;
    let mut cells = workbook
        .worksheet_cells_reader(name)
        .map_err(|error| refusal(&error))?;
    loop {
        let next = cells.next_cell_with_style_id();
        let Some((cell, format)) = next.map_err(|error| refusal(&error))? else {
            break;
        };
        let (row, column) = cell.get_position();
        if is_covered(facts, row, column) || is_hidden(facts, column) {
            continue;
        }
        let format = cells.styles().get(format);
        let format = format.and_then(|style| style.number_format.as_ref());
        let code = format.map_or("", |format| format.format_code.as_str());
        // What is not seen is read all the same: a cell may be nothing but a million spaces.
        let unseen = length(cell.get_value());
        let text = text_of(cell.get_value(), code);
        let Some(rest) = left.checked_sub(text.len().max(unseen)) else {
            is_cut = true;
            break;
        };
        *left = rest;
        if text.is_empty() {
            continue;
        }
        let place = usize::try_from(row).ok().zip(usize::try_from(column).ok());
        let place = place.filter(|(row, column)| *row < MAX_ROWS && *column < MAX_COLUMNS);
        let Some((row, column)) = place else {
            is_cut = true;
            continue;
        };
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        let Some(row) = rows.get_mut(row) else {
            continue;
        };
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        if let Some(cell) = row.get_mut(column) {
            *cell = text;
        }
    }
    let mut hidden = 0;
    let mut number = 0;
    rows.retain(|row| {
        let is_hidden = facts.hidden_rows.contains(&number);
        number += 1;
        hidden += usize::from(is_hidden && row.iter().any(|text| !text.is_empty()));
        !is_hidden
    });
    let mut block = Block::of(rows);
    block.cut |= is_cut;
    block.hidden = hidden;
    Ok(block)
}

/// Whether a cell lies under a merged one that begins elsewhere. What stands there is not seen.
fn is_covered(facts: &Facts, row: u32, column: u32) -> bool {
    facts.merged.iter().any(|area| {
        (area.rows.0..=area.rows.1).contains(&row)
            && (area.columns.0..=area.columns.1).contains(&column)
            && (row, column) != (area.rows.0, area.columns.0)
    })
}

fn is_hidden(facts: &Facts, column: u32) -> bool {
    let mut hidden = facts.hidden_columns.iter();
    hidden.any(|(first, last)| (*first..=*last).contains(&column))
}

/// What a cell says.
fn text_of(value: &DataRef, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => tidy(text),
        DataRef::SharedString(text) => tidy(text),
        DataRef::Float(number) => figure(*number, format),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::DateTimeIso(text) => iso_date(text),
        DataRef::DurationIso(text) => tidy(text),
        DataRef::Error(error) => error.to_string(),
    }
}

/// How many bytes of text stand in a cell.
fn length(value: &DataRef) -> usize {
    match value {
        DataRef::String(text) => text.len(),
        DataRef::SharedString(text) => text.len(),
        _ => 0,
    }
}

/// The text of a cell without the spaces around it, its hard spaces soft.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
    let text = text.replace('\u{a0}', " ").replace(['\0', '\u{ad}'], "");
    text.trim().to_owned()
}

/// A date that stands there as a text, `2026-03-10T00:00:00`, as it is written here.
fn iso_date(text: &str) -> String {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = day.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return tidy(text);
    };
    let date = [day, month, year].join("/");
    match time.get(..5) {
        Some("00:00") | None => date,
        Some(time) => [&date, time].join(" "),
    }
}

/// A date as it is written here; a time of day or a span without one.
fn date(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    if moment.is_duration() {
        return time(value);
    }
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    if (0.0..1.0).contains(&value) {
        return time;
    }
    let date = format!("{day:02}/{month:02}/{year}");
    if time == "00:00" {
        date
    } else {
        [date, time].join(" ")
    }
}
