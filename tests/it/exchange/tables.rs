//! Tables are read as Excel, LibreOffice, Word, Google Sheets and web pages put them on the clipboard.

use bieumau::exchange::table::{
    Block, Cells, MAX_COLUMNS, MAX_ROWS, MAX_SIGNS, read_clipboard, read_html, read_tsv,
    write_html, write_tsv,
};
use proptest::prelude::*;

pub const WORD: &str = include_str!("../../fixtures/clipboard/word-form-1.html");
pub const EXCEL: &str = include_str!("../../fixtures/clipboard/excel-form-2.html");
pub const EXCEL_COLUMN: &str = include_str!("../../fixtures/clipboard/excel-column.txt");
pub const LIBREOFFICE: &str = include_str!("../../fixtures/clipboard/libreoffice-codes.html");
pub const LIBREOFFICE_TEXT: &str = include_str!("../../fixtures/clipboard/libreoffice-codes.txt");
const SHEETS: &str = include_str!("../../fixtures/clipboard/google-sheets.html");
pub const WEB: &str = include_str!("../../fixtures/clipboard/web-page.html");

/// The one table of an HTML text.
fn table(html: &str) -> Block {
    let mut blocks = read_html(html);
    assert_eq!(blocks.len(), 1, "{html}");
    blocks.remove(0)
}

fn cells(text: &str) -> Vec<Vec<String>> {
    read_tsv(text).rows
}

#[test]
fn a_table_of_word_is_read_with_its_merged_heading_and_what_stands_above_it() {
    let block = table(WORD);
    assert_eq!(block.before, "Biểu mẫu 1 Công tác chỉ đạo điều hành CCHC");
    assert_eq!(block.rows.len(), 21);
    let head = ["TT", "Chỉ tiêu thống kê", "Kết quả thống kê", "", "Ghi chú"];
    assert_eq!(block.rows[0], head);
    assert_eq!(block.rows[1], ["", "", "Đơn vị tính", "Số liệu", ""]);
    let ratio = "Tỷ lệ hoàn thành kế hoạch CCHC năm (lũy kế đến thời điểm báo cáo)";
    assert_eq!(block.rows[3], ["2", ratio, "%", "75,5", ""]);
    assert_eq!(block.rows[6], ["3", "Kiểm tra CCHC", "", "", ""]);
    assert_eq!(block.text(7, 3), "Dự kiến 02");
    assert!(!block.cut && block.hidden == 0);
}

#[test]
fn hidden_rows_and_columns_of_excel_stay_out_and_are_counted() {
    let block = table(EXCEL);
    assert_eq!(block.width(), 4);
    assert_eq!((block.rows.len(), block.hidden), (19, 1));
    let long = "Số TTHC cấp tỉnh\n(Bao gồm cả TTHC của cơ quan ngành dọc)";
    assert_eq!(block.rows[5], ["1.4.1.", long, "Thủ tục", "1.777"]);
    assert!(block.rows.iter().flatten().all(|text| text != "kỳ trước"));
}

#[test]
fn a_column_of_excel_keeps_its_empty_cells() {
    let rows = cells(EXCEL_COLUMN);
    assert_eq!(rows.len(), 19);
    assert_eq!(rows[4], [""]);
    assert_eq!(rows[5], ["Dự kiến 02"]);
}

#[test]
fn libreoffice_says_the_same_as_html_and_as_text() {
    let block = table(LIBREOFFICE);
    assert_eq!(block.rows, cells(LIBREOFFICE_TEXT));
    assert_eq!(block.rows[3], ["4.1.", "20"]);
}

#[test]
fn google_sheets_merges_cells_and_breaks_lines() {
    let rows = table(SHEETS).rows;
    assert_eq!(
        rows,
        [["1", "Số liệu đến 09/3,\ncó quyết định"], ["", "83,49"]]
    );
}

#[test]
fn a_web_page_is_read_with_its_entities_and_without_what_is_not_shown() {
    // The page lays itself out with a table of one cell.
    assert_eq!(read_html(WEB).len(), 2);
    let blocks = read_clipboard(WEB, "");
    let [block] = &blocks[..] else {
        panic!("{blocks:?}")
    };
    assert_eq!(block.before, "Báo cáo – Biểu mẫu 3");
    assert_eq!(block.rows[0], ["STT", "Nội dung", "ĐVT", "Số liệu"]);
    // A footnote is no digit.
    assert_eq!(block.text(2, 3), "1 234¹");
    assert_eq!(block.text(3, 3), "1.198");
    assert_eq!(block.text(4, 3), "a < 3 & b > 1");
    assert_eq!(block.hidden, 1);
}

#[test]
fn cells_of_text_may_hold_line_breaks_tabs_and_quotation_marks() {
    for (text, rows) in [
        ("a\tb\r\n1\t2\r\n", vec![vec!["a", "b"], vec!["1", "2"]]),
        ("a\tb\n1\t2", vec![vec!["a", "b"], vec!["1", "2"]]),
        ("\"a\nb\"\t\"c\td\"\n", vec![vec!["a\nb", "c\td"]]),
        ("\"nói \"\"được\"\"\"", vec![vec!["nói \"được\""]]),
        ("\"Đã\" xong\t1", vec![vec!["\"Đã\" xong", "1"]]),
        ("\"chưa đóng\t1", vec![vec!["\"chưa đóng", "1"]]),
        ("\u{feff}71,3", vec![vec!["71,3"]]),
        ("\u{a0}1\u{a0}234\u{a0}\r\n", vec![vec!["1 234"]]),
        ("1\t\n2\t3", vec![vec!["1", ""], vec!["2", "3"]]),
        ("1\t", vec![vec!["1"]]),
        ("\n\n5\n\n\n", vec![vec![""], vec![""], vec!["5"]]),
        ("1\r2\r", vec![vec!["1"], vec!["2"]]),
        ("", vec![]),
        ("\r\n", vec![]),
    ] {
        assert_eq!(cells(text), rows, "{text:?}");
    }
}

#[test]
fn html_that_nobody_closes_is_read_as_browsers_read_it() {
    for (html, rows) in [
        (
            "<table><tr><td>1<td>2<tr><td>3",
            vec![vec!["1", "2"], vec!["3", ""]],
        ),
        ("<tr><td>1</td></tr><tr><td>2", vec![vec!["1"], vec!["2"]]),
        ("<table><td>1</table>", vec![vec!["1"]]),
        (
            "<table><tr><td>a<p>b</p><p>c</p><br>d</td></tr></table>",
            vec![vec!["a\nb\nc\nd"]],
        ),
        (
            "<table><tr><td title='a > b'>1</td><td data-x=\">\">2</td></tr></table>",
            vec![vec!["1", "2"]],
        ),
        (
            "<table><tr><td title=\"nobody closes>1</td></tr></table>",
            vec![vec!["1"]],
        ),
        (
            "<table><tr><td>1 < 2</td><td>&nbsp;&khong; &#0;&</td></tr></table>",
            vec![vec!["1 < 2", "&khong; &#0;&"]],
        ),
        (
            "<table><tr><td><!--[if !x]>9<![endif]-->1<![if x]>2<![endif]></td></tr></table>",
            vec![vec!["12"]],
        ),
        (
            "<table><tr><td><s>9</s>1</td><td><del>9<td>2</table>",
            vec![vec!["1", "2"]],
        ),
        (
            "<table><tr><td hidden>9</td><td>1</td></tr></table>",
            vec![vec!["1"]],
        ),
        (
            "<table><col><col span=1 style='Display: None'><tr><td>1<td>9<td>2</table>",
            vec![vec!["1", "2"]],
        ),
        (
            "<TABLE><TR><TH COLSPAN=2>a</TH></TR><TR><TD>1</TD><TD>2</TD></TR></TABLE>",
            vec![vec!["a", ""], vec!["1", "2"]],
        ),
        (
            "<table><tr><td rowspan=3>a<td>1<tr><td>2<tr><td>3<tr><td>4<td>5</table>",
            vec![vec!["a", "1"], vec!["", "2"], vec!["", "3"], vec!["4", "5"]],
        ),
        (
            "<table><tr><td>&#150;&#x1EBF;&agrave;</td></tr></table>",
            vec![vec!["–ếà"]],
        ),
    ] {
        assert_eq!(table(html).rows, rows, "{html}");
    }
}

#[test]
fn several_tables_come_in_order_and_a_table_in_a_table_is_one_of_its_own() {
    let html = "<p>Biểu 1<table><tr><td>1<td>2</table>Biểu 2<table><tr><td>a<table><tr><td>3</table>b<td>4</table>";
    let blocks = read_html(html);
    let texts: Vec<&[Vec<String>]> = blocks.iter().map(|block| block.rows.as_slice()).collect();
    assert_eq!(texts.len(), 3);
    assert_eq!(texts[0], [["1", "2"]]);
    assert_eq!(texts[1], [["ab", "4"]]);
    assert_eq!(texts[2], [["3"]]);
    assert_eq!(
        (blocks[0].before.as_str(), blocks[1].before.as_str()),
        ("Biểu 1", "Biểu 2")
    );
}

#[test]
fn what_nobody_would_paste_is_cut_and_says_so() {
    let wide = table(
        "<table><tr><td colspan=999999999>1<td>2<tr><td rowspan=99999999999999999999>3</table>",
    );
    assert!(wide.width() <= MAX_COLUMNS && wide.cut);
    let cells = "<td>1".repeat(MAX_COLUMNS + 10);
    let many = table(&format!(
        "<table>{}</table>",
        format!("<tr>{cells}").repeat(MAX_ROWS + 10)
    ));
    assert_eq!(
        (many.rows.len(), many.width(), many.cut),
        (MAX_ROWS, MAX_COLUMNS, true)
    );
    let long = table(&format!(
        "<table><tr><td>{}</table>",
        "ệ".repeat(MAX_SIGNS + 10)
    ));
    assert_eq!(
        (long.text(0, 0).chars().count(), long.cut),
        (MAX_SIGNS, true)
    );
    let text = read_tsv(&format!("{}\n", "x\t".repeat(MAX_COLUMNS + 10)).repeat(MAX_ROWS + 10));
    assert_eq!(
        (text.rows.len(), text.width(), text.cut),
        (MAX_ROWS, MAX_COLUMNS, true)
    );
    assert!(!table(WORD).cut);
}

/// Each of these would take minutes, were any sign of them looked at again and again.
#[test]
fn signs_made_to_stop_the_reader_do_not() {
    for piece in [
        "<a \"",
        "<td title='",
        "<!--",
        "<style>",
        "</",
        "<table>",
        "<table><tr><td rowspan=9999>",
        "<s>",
        "&#",
        "&",
        "<del><td>",
        "<p style=\"display:none\">",
        "<a b=",
        "<a ====",
        "<br>",
        "<td colspan=99><tr>",
        "\"\t\"\"",
        "\"\"x\t",
    ] {
        let hostile = piece.repeat(100_000 / piece.len());
        let blocks = read_html(&hostile);
        assert!(blocks.len() <= 200, "{piece}");
        let block = read_tsv(&hostile);
        assert!(block.rows.len() <= MAX_ROWS, "{piece}");
    }
}

#[test]
fn a_clipboard_is_its_tables_or_else_its_text() {
    let first = |html: &str, text: &str| read_clipboard(html, text).remove(0).rows;
    assert_eq!(first(LIBREOFFICE, "other"), cells(LIBREOFFICE_TEXT));
    assert_eq!(first("<p>41</p><p>21</p>", "41\n21"), [["41"], ["21"]]);
    // One cell is a text like any other.
    let one = read_clipboard("<table><tr><td>41</td></tr></table>", "41\r\n");
    assert!(one.len() == 1 && one[0].is_single());
    assert!(read_clipboard("", "")[0].is_single());
}

#[test]
fn a_text_that_a_spreadsheet_would_compute_goes_out_with_an_apostrophe_and_comes_back_without() {
    let block = Block::of(vec![vec![
        "= b/a*100".to_owned(),
        "-5".to_owned(),
        "-".to_owned(),
        "@x".to_owned(),
        "'=1".to_owned(),
        "'a".to_owned(),
    ]]);
    let text = write_tsv(&block);
    assert_eq!(text, "'= b/a*100\t-5\t'-\t'@x\t''=1\t'a\r\n");
    assert_eq!(read_tsv(&text), block);
}

#[test]
fn a_written_table_has_borders_at_each_cell_and_hides_no_markup_in_texts() {
    let block = Block::of(vec![
        vec!["TT".to_owned(), "Số liệu".to_owned()],
        vec!["<b>\"&'\nx".to_owned(), "11.647".to_owned()],
        vec!["2".to_owned(), "-83,49".to_owned()],
    ]);
    let html = write_html(&block, &[Cells::Words, Cells::Figures], 1);
    assert_eq!(html.matches("border:1px solid #000000;padding").count(), 6);
    assert!(html.contains("&lt;b&gt;&quot;&amp;&#39;<br>x"));
    assert!(html.contains("x:num=\"11647\" sdval=\"11647\">11.647<"));
    assert!(html.contains("x:num=\"-83.49\""));
    assert!(!html.contains("x:num=\"2\""));
    assert_eq!(table(&html), block);
}

/// Texts of cells as they can be: of one line or several, without spaces around.
fn cell_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}([.,][0-9]{1,3})?",
        "[=+@'\"<>&; -]{1,4}",
        "[a-zđĐệ ]{1,9}",
        "\\PC{1,6}"
    ];
    let text = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    let lines = prop::collection::vec(text, 1..3);
    lines.prop_map(|lines| {
        let plain = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = lines
            .iter()
            .map(plain)
            .filter(|line| !line.is_empty())
            .collect();
        lines.join("\n")
    })
}

fn block() -> impl Strategy<Value = Block> {
    (1..5_usize)
        .prop_flat_map(|width| {
            prop::collection::vec(prop::collection::vec(cell_text(), width), 0..6)
        })
        .prop_map(Block::of)
}

proptest! {
    #[test]
    fn any_text_is_a_block(text in "(\\PC|[\t\r\n\"']){0,200}") {
        let block = read_tsv(&text);
        prop_assert!(block.rows.iter().all(|row| row.len() == block.width()));
    }

    #[test]
    fn any_html_is_some_blocks(pieces in prop::collection::vec(prop_oneof![
        "</?(table|tr|td|th|p|s|sup|style|col|br)( (colspan|rowspan|style|hidden)=?['\"]?[0-9a-z:;]{0,9}['\"]?)?>?",
        "\\PC{0,9}",
        "[<>&!'\"/=#; -]{0,5}",
    ], 0..60)) {
        for block in read_html(&pieces.concat()) {
            prop_assert!(!block.rows.is_empty());
            prop_assert!(block.rows.iter().all(|row| row.len() == block.width()));
        }
    }

    #[test]
    fn what_is_written_is_read_again(block in block()) {
        prop_assert_eq!(&read_tsv(&write_tsv(&block)), &block);
        let columns = [Cells::Words, Cells::Figures, Cells::Words];
        let read = read_html(&write_html(&block, &columns, 1));
        prop_assert_eq!(read.first().cloned().unwrap_or_default(), block);
    }
}
