//! What is opened is known by what stands in it; its name is only said.

use super::documents::document;
use super::packing::archive_of;
use super::tables_of;
use super::workbooks::of_rows;
use bieumau::office::open::{Opened, open, opened};
use bieumau::office::refusal::Refusal;
use bieumau::office::sniff::Sort;

#[test]
fn a_name_opens_nothing_and_closes_nothing() {
    let book = of_rows("<row><c><v>41</v></c></row>");
    for name in ["a.xlsx", "a.xls", "a.docx", "a.json", "a", ""] {
        assert!(matches!(open(name, &book), Ok(Opened::Tables(_))), "{name}");
    }
    let report = "{\"format\": \"bieumau.report/1\"}";
    let expected = Ok(Opened::Document(report.to_owned()));
    assert_eq!(open("báo cáo.xlsx", report.as_bytes()), expected);
    let marked = ["\u{feff}", report].concat();
    assert_eq!(
        opened(marked.as_bytes()),
        expected.map_err(|_| Refusal::Nothing)
    );
}

#[test]
fn a_refusal_says_the_name_of_the_file() {
    let words = open("Quý I.xls", b"%PDF-1.4").unwrap_err();
    assert!(
        words.vi.starts_with("“Quý I.xls”: Đây là tệp PDF"),
        "{}",
        words.vi
    );
    assert!(
        words.en.starts_with("“Quý I.xls”: This is a PDF"),
        "{}",
        words.en
    );
    assert!(open("", b"").unwrap_err().vi.starts_with("Tệp rỗng"));
}

/// What many systems offer as Excel is a web page with a table.
#[test]
fn a_web_page_that_is_called_xls_is_read() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=utf-8></head><body><table><tr><td>2.1<td>41<tr><td>2.2<td>21</table></body></html>";
    assert_eq!(
        tables_of(page.as_bytes()).blocks[0].rows,
        [["2.1", "41"], ["2.2", "21"]]
    );
    assert_eq!(
        opened(b"<html><p>Not found</p></html>"),
        Err(Refusal::Nothing)
    );
    let long = ["<table><tr><td>", &"a".repeat(9_000_000)].concat();
    assert_eq!(opened(long.as_bytes()), Err(Refusal::TooLarge));
}

#[test]
fn a_text_with_columns_is_a_table_and_one_without_is_running_text_too() {
    let table = tables_of("Mã;Tên;Số liệu\r\n2.1;Số nhiệm vụ;41\r\n".as_bytes());
    assert_eq!(table.blocks[0].rows[1], ["2.1", "Số nhiệm vụ", "41"]);
    assert!(table.paragraphs.is_empty());
    let text = tables_of("Đã hoàn thành 21/41 nhiệm vụ.\r\n\r\nĐạt tốt.\r\n".as_bytes());
    assert_eq!(
        text.paragraphs,
        ["Đã hoàn thành 21/41 nhiệm vụ.", "Đạt tốt."]
    );
    assert_eq!(opened(b"T\xFD l\xCB;1\r\n"), Err(Refusal::Encoding));
}

#[test]
fn archives_that_are_no_workbook_and_no_document_say_what_they_are() {
    let relations = |main: &str| {
        format!(
            "<Relationships><Relationship Type=\"/relationships/officeDocument\" Target=\"{main}\"/></Relationships>"
        )
    };
    for (parts, refusal) in [
        (
            vec![
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", "<a/>"),
            ],
            Refusal::OpenDocument,
        ),
        (
            vec![("content.xml", "<a/>"), ("META-INF/manifest.xml", "<a/>")],
            Refusal::OpenDocument,
        ),
        (
            vec![
                ("_rels/.rels", &*relations("xl/workbook.bin")),
                ("xl/workbook.bin", ""),
            ],
            Refusal::BinaryWorkbook,
        ),
        (
            vec![("_rels/.rels", &*relations("ppt/presentation.xml"))],
            Refusal::Presentation,
        ),
        (
            vec![("ảnh.jpg", "…"), ("báo cáo.xlsx", "…")],
            Refusal::OtherArchive,
        ),
        (
            vec![("_rels/.rels", &*relations("visio/drawing.xml"))],
            Refusal::OtherArchive,
        ),
        (
            vec![("_rels/.rels", "<Relationships/>")],
            Refusal::OtherArchive,
        ),
        (vec![("_rels/.rels", "<Relationships>")], Refusal::Damaged),
        (vec![], Refusal::OtherArchive),
    ] {
        assert_eq!(opened(&archive_of(&parts)), Err(refusal), "{parts:?}");
    }
    assert_eq!(opened(b"\x1F\x8B\x08\0"), Err(Refusal::Sort(Sort::Packed)));
}

/// The type of a part says something else than its content: nothing is read of the wrong one.
#[test]
fn a_workbook_that_says_it_is_a_document_is_damaged() {
    let types = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let relations = "<Relationships><Relationship Type=\"/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let book = "<workbook><sheets/></workbook>";
    let bytes = archive_of(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations),
        ("xl/workbook.xml", book),
    ]);
    assert!(matches!(
        opened(&bytes),
        Err(Refusal::Damaged | Refusal::Nothing)
    ));
    assert!(opened(&document("<w:p><w:r><w:t>a</w:t></w:r></w:p>")).is_ok());
}
