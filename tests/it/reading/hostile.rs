//! Files that were made to do harm: each is refused, or read in its measure, and nothing falls.

use super::documents::document;
use super::packing::{Part, archive, archive_of};
use super::workbooks::{blocks, of_rows, workbook};
use bieumau::office::archive::Archive;
use bieumau::office::open::opened;
use bieumau::office::refusal::Refusal;
use bieumau::office::xml::MAX_DEPTH;

const WORKBOOK: &[u8] = include_bytes!("../../fixtures/office/appendices-000.xlsx");
const DOCUMENT: &[u8] = include_bytes!("../../fixtures/office/appendices-000.docx");

const SHEET: &str = "xl/worksheets/sheet1.xml";
const ONE: &str =
    "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";

fn refused(bytes: &[u8]) -> Refusal {
    opened(bytes).unwrap_err()
}

/// The archive `42.zip` holds archives that hold archives. Nothing is unpacked that is not asked for.
#[test]
fn an_archive_of_archives_is_no_workbook() {
    let mut inner = vec![0; 200_000];
    for _ in 0..4 {
        let parts: Vec<Part> = (0..16)
            .map(|number| Part::of(&format!("lib {number}.zip"), &inner))
            .collect();
        inner = archive(&parts);
    }
    assert_eq!(refused(&inner), Refusal::OtherArchive);
    // With the parts of a workbook beside them it is one, and they are still not asked for.
    let mut parts = vec![Part::of("xl/media/image1.png", &inner)];
    let good = of_rows("<row><c><v>41</v></c></row>");
    let mut archive_of_good = Archive::open(&good).unwrap();
    let names: Vec<String> = archive_of_good.names().map(str::to_owned).collect();
    for name in names {
        let bytes = archive_of_good.part(&name).unwrap().unwrap();
        parts.push(Part::of(&name, &bytes));
    }
    assert_eq!(blocks(&archive(&parts)).unwrap()[0].rows, [["41"]]);
}

#[test]
fn entities_and_document_types_are_refused_in_every_part() {
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let outside = "<!DOCTYPE a [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    let remote = "<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\">";
    for kind in [laughs, outside, remote] {
        let sheet = format!(
            "{kind}<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>"
        );
        assert_eq!(
            blocks(&workbook(&[(SHEET, &sheet)])),
            Err(Refusal::Suspicious)
        );
        let strings = format!("{kind}<sst><si><t>&c;</t></si></sst>");
        let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, ONE)]);
        assert_eq!(blocks(&bytes), Err(Refusal::Suspicious));
        let text = format!(
            "{kind}<w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
        );
        let bytes = archive_of(&[("word/document.xml", &text)]);
        assert_eq!(refused(&bytes), Refusal::Suspicious);
        let relations = format!("{kind}<Relationships/>");
        assert_eq!(
            refused(&archive_of(&[("_rels/.rels", &relations)])),
            Refusal::Suspicious
        );
    }
    // An entity that is declared nowhere, in a text and in an attribute.
    let text = "<row><c t=\"str\"><v>&c;</v></c></row>";
    assert_eq!(blocks(&of_rows(text)), Err(Refusal::Suspicious));
    let attribute = "<row><c r=\"&c;\"><v>1</v></c></row>";
    assert_eq!(blocks(&of_rows(attribute)), Err(Refusal::Suspicious));
}

/// A million elements in each other would exhaust the stack of a reader that calls itself.
#[test]
fn elements_too_deep_in_each_other_are_refused() {
    for (open, close) in [
        ("<w:tbl>", "</w:tbl>"),
        ("<w:p>", "</w:p>"),
        ("<w:sdt>", "</w:sdt>"),
        ("<w:del>", "</w:del>"),
    ] {
        let deep = [open.repeat(20_000), close.repeat(20_000)].concat();
        assert_eq!(refused(&document(&deep)), Refusal::Suspicious, "{open}");
        let within = [open.repeat(MAX_DEPTH - 2), close.repeat(MAX_DEPTH - 2)].concat();
        assert_eq!(refused(&document(&within)), Refusal::Nothing, "{open}");
    }
    let deep = "<x>".repeat(1_000_000);
    assert_eq!(blocks(&of_rows(&deep)), Err(Refusal::Suspicious));
    let styles = ["<styleSheet>", &deep].concat();
    assert_eq!(
        blocks(&workbook(&[("xl/styles.xml", &styles)])),
        Err(Refusal::Suspicious)
    );
}

/// calamine makes room for as many strings as the part says it has; it is not told.
#[test]
fn the_number_of_strings_is_not_believed_and_is_bounded() {
    for count in ["4294967295", "18446744073709551615", "-1"] {
        let strings =
            format!("<sst count=\"{count}\" uniqueCount=\"{count}\"><si><t>một</t></si></sst>");
        let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, ONE)]);
        assert_eq!(blocks(&bytes).unwrap()[0].rows, [["một"]]);
    }
    let many = format!("<sst>{}</sst>", "<si/>".repeat(310_000));
    let bytes = workbook(&[("xl/sharedStrings.xml", &many), (SHEET, ONE)]);
    assert_eq!(blocks(&bytes), Err(Refusal::Swollen));
    let beyond = "<row><c t=\"s\"><v>99999999999</v></c></row>";
    assert_eq!(blocks(&of_rows(beyond)), Err(Refusal::Damaged));
}

/// One string of 4,000 signs in every cell would be half a gigabyte.
#[test]
fn a_string_that_stands_in_every_cell_is_kept_up_to_a_measure() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(9_000));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(60));
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        row.repeat(40)
    );
    let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, &sheet)]);
    let blocks = blocks(&bytes).unwrap();
    let length: usize = blocks[0].rows.iter().flatten().map(String::len).sum();
    assert!(blocks[0].cut && length <= bieumau::office::xlsx::MAX_TEXT);
}

/// 4,000 spaces are nothing that is seen, and a string may come in any number of pieces.
#[test]
fn spaces_in_every_cell_are_read_up_to_the_same_measure() {
    let spaces = format!("<t>{}</t>", " ".repeat(4_000)).repeat(100);
    let strings = format!("<sst><si>{spaces}</si><si><t>41</t></si></sst>");
    let row = format!(
        "<row>{}</row>",
        "<c t=\"s\"><v>0</v></c>".repeat(59) + "<c t=\"s\"><v>1</v></c>"
    );
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        row.repeat(40)
    );
    let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, &sheet)]);
    let blocks = blocks(&bytes).unwrap();
    assert!(blocks[0].cut);
    assert!(
        (5..40).contains(&blocks[0].rows.len()),
        "{}",
        blocks[0].rows.len()
    );
}

/// A workbook that says it is ours, with a string of a megabyte in each of 5,000 cells.
#[test]
fn a_workbook_that_looks_like_ours_is_measured_too() {
    let mark = bieumau::exchange::workbook::kept::MARK;
    let strings = format!("<sst><si><t>{mark}{}</t></si></sst>", "a".repeat(1_000_000));
    let sheet = format!(
        "<worksheet><sheetData><row>{}</row></sheetData></worksheet>",
        "<c r=\"A1\" t=\"s\"><v>0</v></c>".repeat(5_000)
    );
    let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, &sheet)]);
    let refusal = bieumau::office::xlsx::own(&bytes).map(|_| ()).unwrap_err();
    assert_eq!(refusal, Refusal::Swollen);
}

/// calamine copies the font of a format for each of them: 100 KB times 60,000.
#[test]
fn a_font_with_a_long_name_is_copied_for_no_format() {
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "a".repeat(100_000),
        "<xf fontId=\"0\" numFmtId=\"0\"/>".repeat(60_000)
    );
    let sheet =
        "<worksheet><sheetData><row><c s=\"59999\"><v>5</v></c></row></sheetData></worksheet>";
    let bytes = workbook(&[("xl/styles.xml", &styles), (SHEET, sheet)]);
    assert_eq!(blocks(&bytes).unwrap()[0].rows, [["5"]]);
    let many = format!(
        "<styleSheet><cellXfs>{}</cellXfs></styleSheet>",
        "<xf/>".repeat(70_000)
    );
    let bytes = workbook(&[("xl/styles.xml", &many), (SHEET, sheet)]);
    assert_eq!(blocks(&bytes), Err(Refusal::Swollen));
}

#[test]
fn relations_that_go_in_circles_lead_nowhere() {
    let circle = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"workbook.xml\"/></Relationships>";
    let bytes = workbook(&[("xl/_rels/workbook.xml.rels", circle)]);
    assert_eq!(blocks(&bytes), Err(Refusal::Damaged));
    let itself = "<Relationships><Relationship Type=\"/relationships/officeDocument\" Target=\"/_rels/.rels\"/></Relationships>";
    assert_eq!(
        refused(&archive_of(&[("_rels/.rels", itself)])),
        Refusal::OtherArchive
    );
    let twice = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"a\"/><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>";
    let sheet = "<worksheet><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>";
    let bytes = workbook(&[("xl/workbook.xml", twice), (SHEET, sheet)]);
    assert_eq!(blocks(&bytes).unwrap().len(), 2);
}

#[test]
fn parts_in_two_bytes_are_read_and_in_other_encodings_refused() {
    let sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData><row><c t=\"str\"><v>Tỷ lệ</v></c></row></sheetData></worksheet>";
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(sheet.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let rebuilt = |bytes: &[u8]| {
        let good = of_rows("");
        let mut archive_of_good = Archive::open(&good).unwrap();
        let names: Vec<String> = archive_of_good.names().map(str::to_owned).collect();
        let parts = names.iter().map(|name| {
            let own = archive_of_good.part(name).unwrap().unwrap();
            Part::of(name, if name == SHEET { bytes } else { &own })
        });
        archive(&parts.collect::<Vec<Part>>())
    };
    assert_eq!(blocks(&rebuilt(&wide)).unwrap()[0].rows, [["Tỷ lệ"]]);
    assert_eq!(
        blocks(&rebuilt(b"<worksheet>\xFF\xFF")),
        Err(Refusal::Encoding)
    );
}

#[test]
fn a_file_that_ends_early_is_refused_at_every_sixteenth() {
    for good in [WORKBOOK, DOCUMENT] {
        for part in 1..16 {
            let end = good.len() * part / 16;
            assert_eq!(refused(&good[..end]), Refusal::Damaged, "{part}/16");
        }
    }
}

/// What opening a file may take of a machine with 2 GB, this program included: 300 MB.
const MAX_MEMORY: usize = 300_000;

/// Runs itself again with no more memory than that. As many short things as are let in, strings, cells, runs and rows,
/// are read or refused, but nothing falls over.
#[cfg(target_os = "linux")]
#[test]
fn the_worst_that_is_let_in_needs_no_more_memory_than_there_is() {
    const LIMITED: &str = "BIEUMAU_TEST_LIMITED";
    if std::env::var_os(LIMITED).is_some() {
        return the_worst_that_is_let_in();
    }
    let own = "reading::hostile::the_worst_that_is_let_in_needs_no_more_memory_than_there_is";
    let limited = format!("ulimit -v {MAX_MEMORY} && exec \"$0\" --exact {own} --test-threads 1");
    let output = std::process::Command::new("sh")
        .args(["-c", &limited])
        .arg(std::env::current_exe().unwrap())
        .env("MALLOC_ARENA_MAX", "1")
        .env(LIMITED, "yes")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

fn the_worst_that_is_let_in() {
    let strings = format!("<sst>{}</sst>", "<si><t/></si>".repeat(90_000));
    let row = "<row><c t=\"s\"><v>9</v></c><c><v>0.1</v></c></row>".repeat(6_000);
    let sheet = format!("<worksheet><sheetData>{row}</sheetData></worksheet>");
    let bytes = workbook(&[("xl/sharedStrings.xml", &strings), (SHEET, &sheet)]);
    assert!(blocks(&bytes).unwrap()[0].cut);
    let body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(21_000);
    assert!(opened(&document(&body)).is_ok());
    let table = format!("<w:tbl>{}</w:tbl>", "<w:tr><w:tc/></w:tr>".repeat(20_000));
    assert_eq!(refused(&document(&table)), Refusal::Nothing);
    // One attribute and one text as long as a part may be.
    let long = "a".repeat(5_000_000);
    let text = format!("<w:p w:a=\"{long}\"><w:r><w:t>1</w:t></w:r></w:p>");
    assert!(opened(&document(&text)).is_ok());
    let text = format!("<w:p><w:r><w:t>{long}</w:t></w:r></w:p>");
    assert_eq!(refused(&document(&text)), Refusal::Nothing);
}
