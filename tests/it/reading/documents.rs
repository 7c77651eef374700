//! Documents made by hand, part by part: which words are read, and which are not.

use super::packing::archive_of;
use bieumau::exchange::table::MAX_COLUMNS;
use bieumau::office::open::{Opened, Tables, opened};
use bieumau::office::refusal::Refusal;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;

/// A document with this in its body. Word on the web calls its main part so.
pub(super) fn document(body: &str) -> Vec<u8> {
    let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    archive_of(&[("_rels/.rels", RELATIONS), ("word/document2.xml", &text)])
}

fn read(body: &str) -> Tables {
    match opened(&document(body)).unwrap() {
        Opened::Tables(tables) => tables,
        Opened::Document(_) => panic!("it is no JSON"),
    }
}

/// A run with these words.
fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn paragraph(words: &str) -> String {
    format!("<w:p>{}</w:p>", run(words))
}

/// A table of plain cells; `|` parts them.
fn table(rows: &[&str]) -> String {
    let row = |row: &&str| {
        let cells = row
            .split('|')
            .map(|cell| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(cell)));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    format!(
        "<w:tbl><w:tblPr/>{}</w:tbl>",
        rows.iter().map(row).collect::<String>()
    )
}

#[test]
fn paragraphs_and_tables_come_in_the_order_in_which_they_are_read() {
    let body = [
        &paragraph("Phụ lục I"),
        "<w:p/>",
        &paragraph("Biểu mẫu 1"),
        &table(&["1|Tổng số|41", "2|Đã hoàn thành|21"]),
        &paragraph("Đạt 51,22%."),
        &table(&["3|Khác|0"]),
    ];
    let tables = read(&body.concat());
    assert_eq!(
        tables.paragraphs,
        ["Phụ lục I", "Biểu mẫu 1", "Đạt 51,22%."]
    );
    assert_eq!(tables.blocks[0].before, "Phụ lục I Biểu mẫu 1");
    assert_eq!(
        tables.blocks[0].rows,
        [["1", "Tổng số", "41"], ["2", "Đã hoàn thành", "21"]]
    );
    assert_eq!(tables.blocks[1].before, "Đạt 51,22%.");
    assert!(!tables.cut);
}

#[test]
fn words_that_stand_in_several_runs_are_one_text() {
    let mixed = format!(
        "<w:p>{}<w:hyperlink>{}</w:hyperlink><w:r><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t><w:noBreakHyphen/><w:t>D&amp;E&#160;F</w:t></w:r></w:p>",
        run("Tiếp "),
        run("nhận")
    );
    assert_eq!(read(&mixed).paragraphs, ["Tiếp nhận\tB\nC-D&E F"]);
}

#[test]
fn what_was_deleted_hidden_or_struck_out_is_not_said_and_what_was_inserted_is() {
    let looks =
        |looks: &str, words: &str| format!("<w:r><w:rPr>{looks}</w:rPr><w:t>{words}</w:t></w:r>");
    let body = [
        "<w:p><w:pPr><w:rPr><w:del/><w:strike/></w:rPr></w:pPr>".to_owned(),
        run("21"),
        "<w:del><w:r><w:delText>9</w:delText></w:r><w:r><w:t>8</w:t></w:r></w:del>".to_owned(),
        format!("<w:ins>{}</w:ins>", run("/41")),
        format!("<w:moveFrom>{}</w:moveFrom>", run("x")),
        format!("<w:moveTo>{}</w:moveTo>", run(" nhiệm vụ")),
        looks("<w:vanish/>", "ẩn"),
        looks("<w:strike/>", "7"),
        looks("<w:dstrike w:val=\"true\"/>", "7"),
        looks("<w:strike w:val=\"0\"/>", ","),
        looks(
            "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>",
            " đạt",
        ),
        "<w:r><w:instrText>PAGE 5</w:instrText></w:r></w:p>".to_owned(),
    ];
    assert_eq!(read(&body.concat()).paragraphs, ["21/41 nhiệm vụ, đạt"]);
}

/// 8.304 with a footnote is not 8.3041; a half in an equation is not 12.
#[test]
fn footnotes_and_equations_make_no_other_figure() {
    let raised = |looks: &str| {
        format!(
            "<w:p>{}<w:r><w:rPr>{looks}</w:rPr><w:t>1)</w:t></w:r></w:p>",
            run("8.304")
        )
    };
    for looks in [
        "<w:vertAlign w:val=\"superscript\"/>",
        "<w:position w:val=\"8\"/><w:sz w:val=\"19\"/>",
    ] {
        assert_eq!(read(&raised(looks)).paragraphs, ["8.304¹)"]);
    }
    assert_eq!(
        read(&raised("<w:vertAlign w:val=\"subscript\"/>")).paragraphs,
        ["8.3041)"]
    );
    let reference = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        run("8.304")
    );
    assert_eq!(read(&reference).paragraphs, ["8.304"]);
    let half = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>";
    let equation = format!("<w:p>{}{half}</w:p>", run("Tỷ lệ "));
    assert_eq!(read(&equation).paragraphs, ["Tỷ lệ"]);
}

#[test]
fn merged_cells_keep_the_columns_and_say_their_words_once() {
    let cell = |looks: &str, words: &str| {
        format!("<w:tc><w:tcPr>{looks}</w:tcPr>{}</w:tc>", paragraph(words))
    };
    let rows = [
        [
            "<w:tr>",
            &cell("<w:gridSpan w:val=\"2\"/>", "Chỉ tiêu"),
            &cell("", "Số liệu"),
            "</w:tr>",
        ]
        .concat(),
        [
            "<w:tr>",
            &cell("<w:vMerge w:val=\"restart\"/>", "1"),
            &cell("", "a"),
            &cell("", "5"),
            "</w:tr>",
        ]
        .concat(),
        [
            "<w:tr>",
            &cell("<w:vMerge/>", "cũ"),
            &cell("", "b"),
            &cell("", "6"),
            "</w:tr>",
        ]
        .concat(),
        [
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>",
            &cell("", "c"),
            &cell("", "7"),
            "</w:tr>",
        ]
        .concat(),
    ];
    let tables = read(&format!("<w:tbl>{}</w:tbl>", rows.concat()));
    let expected = [
        ["Chỉ tiêu", "", "Số liệu"],
        ["1", "a", "5"],
        ["", "b", "6"],
        ["", "c", "7"],
    ];
    assert_eq!(tables.blocks[0].rows, expected);
}

#[test]
fn rows_that_are_hidden_are_counted_and_rows_that_were_deleted_are_gone() {
    let rows = "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:del w:author=\"a\"/></w:trPr><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:ins w:author=\"a\"/></w:trPr><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr>";
    let block = read(&format!("<w:tbl>{rows}</w:tbl>")).blocks.remove(0);
    assert_eq!(block.rows, [["3\n4"]]);
    assert_eq!(block.hidden, 1);
}

#[test]
fn a_table_in_a_table_is_one_of_its_own() {
    let inner = table(&["x|9"]);
    let outer = format!(
        "<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("Trong đó"),
        paragraph("hết"),
        paragraph("5")
    );
    let tables = read(&outer);
    assert_eq!(tables.blocks[0].rows, [["Trong đó\nhết", "5"]]);
    assert_eq!(tables.blocks[1].rows, [["x", "9"]]);
    assert_eq!(tables.blocks[1].before, "Trong đó");
}

/// Word writes a text box twice: for itself, and for programs that do not know its manner.
#[test]
fn a_text_box_is_read_once() {
    let inner = paragraph("Nơi nhận");
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        run("Kính gửi")
    );
    assert_eq!(read(&body).paragraphs, ["Kính gửi", "Nơi nhận"]);
}

#[test]
fn a_document_without_words_or_of_another_kind_is_refused() {
    assert_eq!(opened(&document("<w:p/>")), Err(Refusal::Nothing));
    let of = |text: &str| {
        opened(&archive_of(&[
            ("_rels/.rels", RELATIONS),
            ("word/document2.xml", text),
        ]))
    };
    for text in [
        "",
        "<w:document/>",
        "<workbook/>",
        "<w:document><w:body>",
        "chữ",
        "<w:document><w:body></w:p></w:body></w:document>",
    ] {
        assert_eq!(of(text), Err(Refusal::Damaged), "{text}");
    }
    assert_eq!(
        opened(&archive_of(&[("_rels/.rels", RELATIONS)])),
        Err(Refusal::Damaged)
    );
}

#[test]
fn a_table_too_wide_or_a_span_too_large_is_cut_and_told() {
    let wide = vec!["1"; MAX_COLUMNS + 5].join("|");
    let block = read(&table(&[&wide])).blocks.remove(0);
    assert_eq!((block.width(), block.cut), (MAX_COLUMNS, true));
    let span = "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"4294967295\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"18446744073709551615\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let tables = read(&[span, &paragraph("a")].concat());
    assert!(tables.blocks.is_empty());
    assert_eq!(tables.paragraphs, ["a"]);
}
