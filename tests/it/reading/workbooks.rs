//! Workbooks made by hand, part by part: what is read of cells, and what a worksheet may not do.

use super::packing::archive_of;
use crate::desk::Desk;
use bieumau::exchange::paste::{Field, How, Target, Way, ways};
use bieumau::exchange::table::{Block, MAX_COLUMNS, MAX_ROWS};
use bieumau::number::{Decimal, Meaning};
use bieumau::office::open::{Opened, opened};
use bieumau::office::refusal::Refusal;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Biểu 1" sheetId="1" r:id="a"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<Relationships><Relationship Id="a" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts><font><name val="Times"/></font></fonts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;

/// A workbook of these parts instead of, or beside, the usual ones.
pub(super) fn workbook(changed: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/styles.xml", STYLES),
    ];
    for (name, text) in changed {
        parts.retain(|(known, _)| known != name);
        parts.push((name, text));
    }
    archive_of(&parts)
}

/// A workbook with one worksheet of these rows.
pub(super) fn of_rows(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    workbook(&[("xl/worksheets/sheet1.xml", &sheet)])
}

pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, Refusal> {
    match opened(bytes)? {
        Opened::Tables(tables) => Ok(tables.blocks),
        Opened::Document(_) => panic!("a workbook is no document"),
    }
}

fn only(bytes: &[u8]) -> Block {
    let mut blocks = blocks(bytes).unwrap();
    assert_eq!(blocks.len(), 1);
    blocks.remove(0)
}

/// The text of the only cell.
fn cell(cell: &str) -> String {
    only(&of_rows(&format!("<row r=\"1\">{cell}</row>")))
        .text(0, 0)
        .to_owned()
}

#[test]
fn a_cell_says_what_it_shows() {
    for (xml, text) in [
        (r#"<c r="A1"><v>71.297</v></c>"#, "71,297"),
        (r#"<c r="A1" t="n"><v>1.1647E4</v></c>"#, "11647"),
        (r#"<c r="A1" s="1"><v>0.7551</v></c>"#, "75,51%"),
        (r#"<c r="A1"><f>B1/C1*100</f><v>51.22</v></c>"#, "51,22"),
        (
            r#"<c r="A1" t="str"><f>"Dự "&amp;"kiến"</f><v>Dự kiến</v></c>"#,
            "Dự kiến",
        ),
        (r#"<c r="A1" t="b"><v>1</v></c>"#, "TRUE"),
        (
            r##"<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>"##,
            "#DIV/0!",
        ),
        (r##"<c r="A1" t="e"><v>#SPILL!</v></c>"##, "#SPILL!"),
        (r#"<c r="A1" s="2"><v>46022</v></c>"#, "31/12/2025"),
        (r#"<c r="A1" s="3"><v>46022.75</v></c>"#, "31/12/2025 18:00"),
        (r#"<c r="A1" s="4"><v>0.75</v></c>"#, "18:00"),
        (r#"<c r="A1" s="5"><v>1.5</v></c>"#, "36:00"),
        (r#"<c r="A1" t="d"><v>2026-03-10</v></c>"#, "10/03/2026"),
        (
            r#"<c r="A1" t="d"><v>2026-03-10T18:30:00</v></c>"#,
            "10/03/2026 18:30",
        ),
        (
            r#"<c r="A1" t="inlineStr"><is><t> Sở&#160;Nội vụ </t></is></c>"#,
            "Sở Nội vụ",
        ),
        (r#"<c r="A1"><v>nan</v></c>"#, "#NUM!"),
        (r#"<c r="A1"><v>1e999</v></c>"#, "#NUM!"),
        (r#"<c r="A1"><v>02</v></c>"#, "2"),
        // So Excel stores 75.51.
        (r#"<c r="A1"><v>75.510000000000005</v></c>"#, "75,51"),
        (r#"<c r="A1"><v>hai</v></c>"#, "hai"),
        (r#"<c r="A1" s="999"><v>5</v></c>"#, "5"),
        (r#"<c><v>7</v></c>"#, "7"),
        // An entity of XML, and one that Excel writes for signs that XML does not have.
        (r#"<c r="A1" t="str"><v>A &lt; B</v></c>"#, "A < B"),
        (
            r#"<c r="A1"><v>5</v><extLst><ext><x:a xmlns:x="x">9</x:a></ext></extLst></c>"#,
            "5",
        ),
    ] {
        assert_eq!(cell(xml), text, "{xml}");
    }
}

/// 12 with a footnote is not 121, and what is struck out is not said.
#[test]
fn a_raised_digit_is_a_footnote_and_never_a_digit() {
    let runs = "<r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r><r><rPr><strike/></rPr><t>34</t></r>";
    let inline = format!("<c r=\"A1\" t=\"inlineStr\"><is>{runs}</is></c>");
    assert_eq!(cell(&inline), "12¹");
    let strings = format!(
        "<sst count=\"1\" uniqueCount=\"1\"><si>{runs}<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>"
    );
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let bytes = workbook(&[
        ("xl/sharedStrings.xml", &strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    assert_eq!(only(&bytes).text(0, 0), "12¹");
}

#[test]
fn a_worksheet_is_called_by_its_name_and_keeps_its_places() {
    let block = only(&of_rows(
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row><row r=\"5\"><c r=\"B5\"><v>2</v></c><c r=\"D5\"><v>3</v></c></row>",
    ));
    assert_eq!(block.before, "Biểu 1");
    let rows = [["", ""], ["1", ""], ["", ""], ["", ""], ["2", "3"]];
    assert_eq!(block.rows, rows);
    assert!(!block.cut);
}

#[test]
fn hidden_rows_and_columns_and_what_lies_under_merged_cells_is_not_read() {
    let sheet = r#"<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>
        <row r="2" hidden="1"><c r="A2"><v>4</v></c></row>
        <row r="3" hidden="0"><c r="A3"><v>5</v></c><c r="C3"><v>6</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A3:C3"/><mergeCell ref="B5:A1"/><mergeCell ref="?"/></mergeCells></worksheet>"#;
    let block = only(&workbook(&[("xl/worksheets/sheet1.xml", sheet)]));
    assert_eq!(block.rows, [["1", "3"], ["5", ""]]);
    assert_eq!(block.hidden, 1);
}

#[test]
fn dates_count_from_1904_where_the_workbook_says_so() {
    let book = BOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let sheet =
        "<worksheet><sheetData><row><c s=\"2\"><v>44560</v></c></row></sheetData></worksheet>";
    let bytes = workbook(&[
        ("xl/workbook.xml", &book),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    assert_eq!(only(&bytes).text(0, 0), "31/12/2025");
}

#[test]
fn charts_and_worksheets_without_a_part_are_left_out() {
    let book = r#"<workbook xmlns:r="r"><sheets><sheet name="Đồ thị" r:id="b"/><sheet name="Mất" r:id="c"/>
        <sheet name="Lạ" r:id="zzz"/><sheet name="Ẩn" r:id="a" state="veryHidden"/><sheet name="Biểu 1" r:id="a"/></sheets></workbook>"#;
    let relations = BOOK_RELATIONS.replace(
        "</Relationships>",
        r#"<Relationship Id="b" Type="http://x/chartsheet" Target="chart.xml"/><Relationship Id="c" Type="http://x/worksheet" Target="../../../etc/passwd"/></Relationships>"#,
    );
    let sheet = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    let bytes = workbook(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/chart.xml", "<chartsheet/>"),
    ]);
    assert_eq!(only(&bytes).before, "Biểu 1");
}

/// The last cell of Excel lies at XFD1048576; a table that reached there would have 17 thousand million cells.
#[test]
fn a_cell_far_away_costs_nothing_and_is_told() {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>";
    let sheet = format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{far}</sheetData></worksheet>"
    );
    let block = only(&workbook(&[("xl/worksheets/sheet1.xml", &sheet)]));
    assert_eq!(block.rows, [["1"]]);
    assert!(block.cut);
    let last = format!("<row r=\"{MAX_ROWS}\"><c><v>1</v></c></row>");
    let block = only(&of_rows(&last));
    assert_eq!((block.rows.len(), block.cut), (MAX_ROWS, false));
    let wide: String = (0..=MAX_COLUMNS).map(|_| "<c><v>1</v></c>").collect();
    let block = only(&of_rows(&format!("<row>{wide}</row>")));
    assert_eq!((block.width(), block.cut), (MAX_COLUMNS, true));
}

#[test]
fn a_place_that_no_workbook_has_is_damage() {
    for place in [
        "A0",
        "AAAA1",
        "XFE1",
        "A1048577",
        "A99999999999",
        "1A",
        "Ă1",
        "A",
        "",
        "A-1",
        "A+1",
    ] {
        let rows = format!("<row><c r=\"{place}\"><v>1</v></c></row>");
        assert_eq!(blocks(&of_rows(&rows)), Err(Refusal::Damaged), "{place}");
    }
    for row in ["0", "-1", "x", "99999999999"] {
        let rows = format!("<row r=\"{row}\"><c><v>1</v></c></row>");
        assert_eq!(blocks(&of_rows(&rows)), Err(Refusal::Damaged), "{row}");
    }
}

#[test]
fn an_empty_workbook_has_nothing_to_read() {
    assert_eq!(blocks(&of_rows("")), Err(Refusal::Nothing));
    assert_eq!(blocks(&workbook(&[])), Err(Refusal::Nothing));
}

#[test]
fn parts_that_are_missing_or_something_else_are_damage() {
    let sheet = (
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
    );
    for changed in [
        ("xl/_rels/workbook.xml.rels", ""),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship"),
        ("xl/styles.xml", "<html/>"),
        ("xl/workbook.xml", "<workbook><sheets>"),
        ("xl/workbook.xml", "</workbook>"),
    ] {
        let refusal = blocks(&workbook(&[sheet, changed])).unwrap_err();
        assert!(
            matches!(refusal, Refusal::Damaged | Refusal::Nothing),
            "{changed:?}"
        );
    }
    for text in [
        "",
        "<worksheet>",
        "<chartsheet/>",
        "<worksheet><sheetData></worksheet>",
        "not XML",
        "<worksheet><sheetData/>",
    ] {
        let refusal = blocks(&workbook(&[("xl/worksheets/sheet1.xml", text)])).unwrap_err();
        assert!(
            matches!(refusal, Refusal::Damaged | Refusal::Nothing),
            "{text}"
        );
    }
    // Without the part of shared strings a cell that refers to one cannot be read.
    let shared = "<row><c t=\"s\"><v>0</v></c></row>";
    assert_eq!(blocks(&of_rows(shared)), Err(Refusal::Damaged));
}

/// An English Excel takes 11.647 for eleven and some. In a row of counts that is asked about, never taken.
#[test]
fn a_count_that_excel_took_for_a_fraction_is_asked_about() {
    let row = |place: usize, code: &str, label: &str, value: &str| {
        format!(
            "<row r=\"{place}\"><c t=\"str\"><v>{code}</v></c><c t=\"str\"><v>{label}</v></c><c><v>{value}</v></c></row>"
        )
    };
    let rows = [
        row(
            1,
            "3.1.1.",
            "Tổng số hồ sơ TTHC đã giải quyết xong",
            "11.647",
        ),
        row(2, "3.1.2.", "Số hồ sơ TTHC giải quyết đúng hạn", "8304"),
    ];
    let desk = Desk::cchc();
    let target = Target {
        cell: desk.cell("pl2.b2.3.1.1"),
        field: Field::Figure,
    };
    let blocks = blocks(&of_rows(&rows.concat())).unwrap();
    let (choice, plan) = ways(&desk.session, &blocks, target).remove(0);
    assert_eq!(choice.way, Way::ByName);
    let how: Vec<(&str, &How)> = plan
        .rows
        .iter()
        .map(|row| (row.text.as_str(), &row.how))
        .collect();
    let meant = Meaning::Number(Decimal::from_integer(11_647));
    assert_eq!(
        how,
        [("11,647", &How::Asked(vec![meant])), ("8304", &How::Plain)]
    );
}
