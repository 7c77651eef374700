//! The list of units that are to report as a table: another province's list comes in, and who is missing goes out.

use super::table::{Dialect, read_csv_cells};
use crate::consolidate::Roll;
use crate::form::Level;
use crate::number::{Decimal, write};
use crate::report::{Agency, code_from_name, is_plain, names_commune};
use crate::words::{Language, Phrase, filled, folded};

/// The most units of a list: three times the communes of the country.
const MOST: u16 = 10_000;

/// What the columns are called, without case and marks.
const CODES: [&str; 4] = ["ma", "ma don vi", "ma so", "code"];
const NAMES: [&str; 5] = ["ten", "ten don vi", "don vi", "co quan, don vi", "name"];
const LEVELS: [&str; 2] = ["cap", "level"];

/// What each level is called in such a table, without case and marks; the word of documents is understood too.
const LEVEL_NAMES: [(&str, Level); 8] = [
    ("xa", Level::Commune),
    ("xa, phuong", Level::Commune),
    ("xa, phuong, dac khu", Level::Commune),
    ("phuong", Level::Commune),
    ("dac khu", Level::Commune),
    ("so, ban, nganh", Level::Department),
    ("so", Level::Department),
    ("tinh", Level::Province),
];

/// Reads a list of units from CSV of whatever dialect. The first line names the columns: `Mã`, `Tên`, `Cấp` in any
/// order; only `Tên` is needed. A unit without a code gets one from its name. Official codes of communes have five digits:
/// where a spreadsheet has dropped the zeros in front, they are put back.
///
/// # Errors
/// That the file is no such table, with the line where that is seen.
pub fn read_roll(bytes: &[u8]) -> Result<Roll, Phrase> {
    // Above the units stands the heading, and between them any lines that are blank.
    let block = read_csv_cells(bytes, 2 * usize::from(MOST))?;
    let mut lines = block.rows.iter().zip(1_usize..);
    let Some((head, _)) = lines.next() else {
        return Err(no_names());
    };
    let column = |names: &[&str]| {
        head.iter().position(|cell| {
            let cell = folded(cell.trim());
            names.contains(&cell.as_str())
        })
    };
    let (codes, names, levels) = (
        column(&CODES),
        column(&NAMES).ok_or_else(no_names)?,
        column(&LEVELS),
    );
    let is_blank = |line: &[String]| line.iter().all(|cell| cell.trim().is_empty());
    let units = lines.clone().filter(|(line, _)| !is_blank(line)).count();
    if block.cut || units > usize::from(MOST) {
        return Err(too_long());
    }
    let mut agencies = Vec::new();
    for (line, number) in lines {
        let cell = |column: Option<usize>| {
            let text = column.and_then(|column| line.get(column));
            text.map_or("", |text| text.trim())
        };
        let name = cell(Some(names));
        if is_blank(line) {
            continue;
        }
        if name.is_empty() {
            return Err(at(number, "không có tên đơn vị", "there is no name"));
        }
        let level = match cell(levels) {
            "" => None,
            said => Some(level_called(said).ok_or_else(|| no_level(number))?),
        };
        let is_commune = level.map_or_else(|| names_commune(name), |level| level == Level::Commune);
        let code = whole_code(cell(codes), is_commune);
        if !code.is_empty() && !is_plain(&code) {
            return Err(at(
                number,
                "mã chỉ được có chữ không dấu, chữ số và các dấu . - _",
                "a code has only unaccented letters, digits and . - _",
            ));
        }
        agencies.push(Agency {
            level: level.unwrap_or_else(|| level_of(&code, is_commune)),
            code: if code.is_empty() {
                code_from_name(name)
            } else {
                code
            },
            name: name.to_owned(),
        });
    }
    if agencies.is_empty() {
        return Err(no_names());
    }
    Ok(Roll::of(agencies))
}

/// Writes units as a table for Excel, which [`read_roll`] reads back.
pub fn roll_csv<'a>(agencies: impl IntoIterator<Item = &'a Agency>, language: Language) -> String {
    let dialect = Dialect::Excel;
    let mut text = dialect.beginning().to_owned();
    let head = language.pick(["Mã", "Tên đơn vị", "Cấp"], ["Code", "Name", "Level"]);
    dialect.push_line(&mut text, &head);
    for agency in agencies {
        let code = dialect.code(&agency.code);
        dialect.push_line(&mut text, &[&code, &agency.name, agency.level.word()]);
    }
    text
}

/// A code with the zeros in front that a spreadsheet has dropped. Of a commune a single digit may be left: the codes of Hà
/// Nội begin at 00004. Where nothing says that it is one, one or two digits may be a number of any kind.
fn whole_code(code: &str, is_commune: bool) -> String {
    let fewest = if is_commune { 1 } else { 3 };
    let is_short = (fewest..=4).contains(&code.len());
    if is_short && code.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{code:0>5}")
    } else {
        code.to_owned()
    }
}

/// The level of this name.
fn level_called(said: &str) -> Option<Level> {
    let said = folded(said);
    let mut named = LEVEL_NAMES.iter();
    let named = named.find(|(name, _)| *name == said);
    named
        .map(|(_, level)| *level)
        .or_else(|| Level::from_word(&said))
}

/// The level of a unit of which nothing is said: named as communes are it is one, and an official code is that of one.
fn level_of(code: &str, is_commune: bool) -> Level {
    let is_official = code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_official || is_commune {
        Level::Commune
    } else {
        Level::Department
    }
}

fn too_long() -> Phrase {
    let most = Decimal::from_integer(MOST.into());
    Phrase::said(
        "Danh sách dài quá {} đơn vị. Chia thành nhiều tệp theo tỉnh.",
        "The list has more than {} units. Split it by province.",
        &[&write(most)],
    )
}

fn no_names() -> Phrase {
    Phrase::new(
        "Không thấy cột “Tên đơn vị”. Dòng đầu của bảng phải ghi tên cột: Mã; Tên đơn vị; Cấp.",
        "There is no column “Name”. The first line names the columns: Code; Name; Level.",
    )
}

fn no_level(line: usize) -> Phrase {
    at(
        line,
        "cấp phải là: xã, sở, tỉnh",
        "the level must be: xã, sở, tỉnh",
    )
}

fn at(line: usize, vi: &str, en: &str) -> Phrase {
    let line = line.to_string();
    Phrase::new(
        filled("Dòng {} của danh sách: {}.", &[&line, vi]),
        filled("Line {} of the list: {}.", &[&line, en]),
    )
}
