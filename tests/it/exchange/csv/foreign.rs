//! CSV files that other programs wrote: other encodings, separators and marks.

use super::super::paste::{at, best_of, planned, put};
use crate::desk::Desk;
use bieumau::exchange::table::{MAX_ROWS, read_csv, read_csv_cells};

fn cells(text: &str) -> Vec<Vec<String>> {
    read_csv_cells(text.as_bytes(), MAX_ROWS).unwrap().rows
}

/// The one table of a file, with its figures as the page reads them.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut blocks = read_csv(text.as_bytes()).unwrap();
    assert_eq!(blocks.len(), 1);
    blocks.remove(0).rows
}

#[test]
fn the_separator_is_the_sign_that_every_line_has_as_often() {
    for (text, rows) in [
        ("1;2,5\r\n2;3,5\r\n", [["1", "2,5"], ["2", "3,5"]]),
        ("1,2.5\n2,3.5\n", [["1", "2.5"], ["2", "3.5"]]),
        ("1\t2,5\n2\t3,5", [["1", "2,5"], ["2", "3,5"]]),
        ("a,b\n\"x; y; z\",2", [["a", "b"], ["x; y; z", "2"]]),
        ("a;b\n\"x, y\",z;2", [["a", "b"], ["\"x, y\",z", "2"]]),
        ("\"a\"\"b\";1\n\"c;d\";2", [["a\"b", "1"], ["c;d", "2"]]),
        ("sep=,\r\na;b,1\r\nc,2\r\n", [["a;b", "1"], ["c", "2"]]),
        ("5\" ống;1\nx;2", [["5\" ống", "1"], ["x", "2"]]),
        // A comma in one line of many separates nothing there.
        (
            "Dự kiến 02, 03;1\nx;2",
            [["Dự kiến 02, 03", "1"], ["x", "2"]],
        ),
    ] {
        assert_eq!(cells(text), rows, "{text:?}");
    }
    assert_eq!(cells("41\n51,22\n7\n"), [["41"], ["51,22"], ["7"]]);
    // A column of figures with decimal commas is one, unless what stands before the commas counts its rows.
    for (text, rows) in [
        ("83,49\n51,22\n100\n", ["83,49", "51,22", "100"]),
        ("Số liệu\n83,49\n-5,5\n", ["Số liệu", "83,49", "-5,5"]),
    ] {
        assert_eq!(cells(text), rows.map(|cell| [cell]), "{text:?}");
    }
    assert_eq!(cells("1,41\n2,21\n"), [["1", "41"], ["2", "21"]]);
    assert_eq!(cells("\"7\",41\n\"9\",21\n"), [["7", "41"], ["9", "21"]]);
    assert_eq!(cells(""), [[""; 0]; 0]);
}

#[test]
fn points_become_commas_where_they_are_decimal_marks_for_certain() {
    for (text, rows) in [
        // A code is none, and neither is a label.
        (
            "TT;Số liệu\n1.1;51.22\n1.2;1234.5",
            [["TT", "Số liệu"], ["1.1", "51,22"], ["1.2", "1234,5"]],
        ),
        (
            "code,value\n1.1,\"1,234.5\"\n1.2,-7.25",
            [["code", "value"], ["1.1", "1234,5"], ["1.2", "-7,25"]],
        ),
        (
            "1.1,51.22\n1.2,3.5\n1.3,7",
            [["1.1", "51,22"], ["1.2", "3,5"], ["1.3", "7"]],
        ),
        (
            "a;71.3 %\nb;8%\nc;-0.5",
            [["a", "71,3 %"], ["b", "8%"], ["c", "-0,5"]],
        ),
        // Thousands, or nobody can say.
        (
            "TT;Số liệu\n1;11.647\n2;83,49",
            [["TT", "Số liệu"], ["1", "11.647"], ["2", "83,49"]],
        ),
        (
            "TT;Số liệu\n1;11.647\n2;1.198",
            [["TT", "Số liệu"], ["1", "11.647"], ["2", "1.198"]],
        ),
        (
            "TT;Số liệu\n1;1.234.567\n2;51.22",
            [["TT", "Số liệu"], ["1", "1.234.567"], ["2", "51.22"]],
        ),
    ] {
        assert_eq!(table(text), rows, "{text:?}");
    }
}

/// One odd cell says nothing of the others: what may be thousands is never made a fraction, nor the other way round.
#[test]
fn what_may_be_read_two_ways_is_left_to_the_row_whatever_else_the_table_shows() {
    for (text, rows) in [
        // No figure is grouped like this.
        (
            "TT;Số liệu\n1;2.500\n2;10,11,12",
            [["TT", "Số liệu"], ["1", "2.500"], ["2", "10,11,12"]],
        ),
        (
            "TT;Số liệu\n1;2.500\n2;1.23.4",
            [["TT", "Số liệu"], ["1", "2.500"], ["2", "1.23.4"]],
        ),
        (
            "TT;Số liệu\n1;2.500\n2;71.3",
            [["TT", "Số liệu"], ["1", "2.500"], ["2", "71,3"]],
        ),
        (
            "TT;Số liệu\n1;83,490\n2;71.3",
            [["TT", "Số liệu"], ["1", "83,490"], ["2", "71,3"]],
        ),
        (
            "TT;Số liệu\n1;0.500\n2;1,234,567",
            [["TT", "Số liệu"], ["1", "0,500"], ["2", "1234567"]],
        ),
    ] {
        assert_eq!(table(text), rows, "{text:?}");
    }
    // It is shown and not ticked, unless the row is a count, which has no fraction.
    let mut desk = Desk::cchc();
    for (figure, read) in [("2.500", "2.500"), ("2,500", "2,5")] {
        let text = format!("TT;Số liệu\n1.1;{figure}\n1.2;71.3");
        let blocks = read_csv(text.as_bytes()).unwrap();
        let (_, plan) = best_of(&desk, &blocks, at(&desk, "pl1.b5.1.1"));
        let row = planned(&desk, &plan, "pl1.b5.1.1");
        assert!(!row.is_wanted, "{figure}");
        assert_eq!(
            row.words().unwrap().vi,
            format!(
                "Tệp này có số viết dấu chấm thập phân, nên “{figure}” có thể là số khác; chỉ dán nếu đúng là {read}."
            )
        );
    }
    let blocks = read_csv("TT;Số liệu\n2.1;2.500\n2.2;71.3".as_bytes()).unwrap();
    let (_, plan) = best_of(&desk, &blocks, at(&desk, "pl1.b1.1"));
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.2.1"), "2.500");
}

#[test]
fn every_unicode_encoding_is_read_and_no_other() {
    let text = "Biểu,số\r\nđất,\"41\"\r\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let rows = read_csv_cells(text.as_bytes(), MAX_ROWS).unwrap();
    assert_eq!(rows.rows, [["Biểu", "số"], ["đất", "41"]]);
    for bytes in [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [b"\xff\xfe", &little[..]].concat(),
        [b"\xfe\xff", &big[..]].concat(),
        little.clone(),
        big.clone(),
    ] {
        assert_eq!(
            read_csv_cells(&bytes, MAX_ROWS).unwrap(),
            rows,
            "{bytes:x?}"
        );
    }
    for bytes in [
        // Windows-1258 and TCVN3 of "đất", and half a sign of UTF-16.
        &b"\xf0\xe2\xect,41"[..],
        &b"\xae\xcat,41"[..],
        &b"\xff\xfea"[..],
    ] {
        let refused = read_csv(bytes).unwrap_err();
        assert!(refused.vi.contains("CSV UTF-8") && refused.en.contains("CSV UTF-8"));
    }
    let large = vec![b'1'; 8 * 1024 * 1024 + 1];
    assert!(
        read_csv(&large)
            .unwrap_err()
            .en
            .contains("larger than 8 MB")
    );
}

#[test]
fn a_column_that_names_sheets_cuts_the_table() {
    let text = "Báo cáo quý I;;\nBiểu;TT;Số liệu\nA;1;2\n;2;3\nB;1;4\n";
    let blocks = read_csv(text.as_bytes()).unwrap();
    let told: Vec<(&str, Vec<Vec<String>>)> = blocks
        .iter()
        .map(|block| (block.before.as_str(), block.rows.clone()))
        .collect();
    let rows = |rows: &[[&str; 2]]| -> Vec<Vec<String>> {
        rows.iter()
            .map(|row| row.iter().map(|text| (*text).to_owned()).collect())
            .collect()
    };
    assert_eq!(
        told,
        [
            ("A", rows(&[["TT", "Số liệu"], ["1", "2"], ["2", "3"]])),
            ("B", rows(&[["TT", "Số liệu"], ["1", "4"]])),
        ]
    );
    // The title of a table is no name of a column.
    assert_eq!(read_csv("Biểu;2\n1;3\n".as_bytes()).unwrap().len(), 1);
}

#[test]
fn a_file_of_an_officer_is_taken_row_by_row() {
    let mut desk = Desk::cchc();
    let text = "STT;Nội dung;ĐVT;Kết quả;Ghi chú\r\n\
        2.1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;41;\r\n\
        2.2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;21;\"'=theo QĐ 5\"\r\n";
    let blocks = read_csv(text.as_bytes()).unwrap();
    let (_, plan) = best_of(&desk, &blocks, at(&desk, "pl1.b1.1"));
    put(&mut desk, &plan);
    assert_eq!(
        (desk.value("pl1.b1.2.1"), desk.value("pl1.b1.2")),
        ("41".to_owned(), "51,22".to_owned())
    );
    assert_eq!(desk.session.note(desk.cell("pl1.b1.2.2")), "=theo QĐ 5");
}
