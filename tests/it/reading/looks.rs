//! What a cell says by its looks, and what is said of what was not read.

use super::workbooks::{blocks, of_rows, workbook};
use bieumau::exchange::table::MAX_SHEETS;

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Ctrl+5 on a number strikes out the whole cell: a number has no runs.
#[test]
fn a_figure_that_is_struck_out_is_not_said() {
    let styles = r#"<styleSheet><fonts><font><name val="Times"/></font><font><strike/></font><font><strike val="0"/></font></fonts>
        <cellStyleXfs><xf fontId="1"/></cellStyleXfs>
        <cellXfs><xf fontId="0"/><xf numFmtId="0" fontId="1"/><xf fontId="2"/><xf fontId="77"/></cellXfs></styleSheet>"#;
    let sheet = r#"<worksheet><sheetData>
        <row r="1"><c r="A1" s="1"><v>41</v></c><c r="B1"><v>40</v></c></row>
        <row r="2"><c r="A2" s="2"><v>21</v></c><c r="B2" s="3"><v>20</v></c></row>
        <row r="3"><c r="A3" s="1" t="s"><v>0</v></c><c r="B3" s="1" t="inlineStr"><is><t>x</t></is></c><c r="C3" t="s"><v>0</v></c></row>
        </sheetData></worksheet>"#;
    let bytes = workbook(&[
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", "<sst><si><t>thôi</t></si></sst>"),
        (SHEET, sheet),
    ]);
    let block = blocks(&bytes).unwrap().remove(0);
    let rows = [["", "40", ""], ["21", "20", ""], ["", "", "thôi"]];
    assert_eq!(block.rows, rows);
    assert!(!block.cut);
}

/// Whoever marks a whole row or column gives cells a border far beyond the table.
#[test]
fn a_cell_with_nothing_in_it_is_not_missed() {
    let bordered = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"BZ1\" s=\"1\"/></row><row r=\"9000\"><c r=\"A9000\" s=\"1\"><f></f><v> </v></c></row>";
    let block = blocks(&of_rows(bordered)).unwrap().remove(0);
    assert!(!block.cut);
    let far = bordered.replace("<v> </v>", "<v>7</v>");
    assert!(blocks(&of_rows(&far)).unwrap()[0].cut);
}

/// A workbook of the province with a worksheet for each commune.
fn of_sheets(count: usize) -> Vec<u8> {
    let mut sheets = String::new();
    let mut relations = String::new();
    let mut parts = Vec::new();
    for number in 0..count {
        sheets.push_str(&format!("<sheet name=\"Xã {number}\" r:id=\"a{number}\"/>"));
        relations.push_str(&format!(
            "<Relationship Id=\"a{number}\" Type=\"/worksheet\" Target=\"worksheets/s{number}.xml\"/>"
        ));
        parts.push((
            format!("xl/worksheets/s{number}.xml"),
            format!(
                "<worksheet><sheetData><row><c><v>{number}</v></c></row></sheetData></worksheet>"
            ),
        ));
    }
    let book = format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut changed = vec![
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", relations.as_str()),
    ];
    let parts = parts.iter();
    changed.extend(parts.map(|(name, text)| (name.as_str(), text.as_str())));
    workbook(&changed)
}

#[test]
fn every_commune_has_its_worksheet_read_and_what_is_passed_over_is_told() {
    let read = blocks(&of_sheets(75)).unwrap();
    assert_eq!(read.len(), 75);
    assert_eq!(
        (read[74].before.as_str(), read[74].text(0, 0)),
        ("Xã 74", "74")
    );
    assert!(read.iter().all(|block| !block.cut));
    let read = blocks(&of_sheets(MAX_SHEETS)).unwrap();
    assert!(read.iter().all(|block| !block.cut));
    let read = blocks(&of_sheets(MAX_SHEETS + 1)).unwrap();
    assert_eq!(read.len(), MAX_SHEETS);
    assert!(read.iter().any(|block| block.cut));
}
