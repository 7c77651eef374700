//! The tables that a consolidation leaves behind: as CSV, and as a workbook by the second program.

use super::{agency, collected, decimal, file, into_agency, made, province, settled};
use bieumau::consolidate::Collection;
use bieumau::exchange::consolidation::{Book, Table, pack, table_csv, tables, unpack};
use bieumau::exchange::table::{Dialect, MAX_ROWS, read_csv_cells};
use bieumau::exchange::workbook::Shown;
use bieumau::form::Level::{Commune, Nation};
use bieumau::office::open::{Opened, open};
use bieumau::office::write_tables;
use bieumau::report::Agency;

const COUNT: &str = "pl1.b1.1";

fn collection() -> Collection {
    let figures = ["5", "6", "7", "6", "5", "1.500"];
    let mut files: Vec<String> = figures
        .iter()
        .zip(1..)
        .map(|(text, number)| {
            let agency = agency(&format!("0000{number}"), Commune);
            file(agency, &[(COUNT, text), ("pl1.b1.5", "1")])
        })
        .collect();
    let who = Agency {
        name: "=1+1; \"xã\"\nhai dòng".to_owned(),
        ..agency("00007", Commune)
    };
    files.push(file(
        who,
        &[
            ("pl1.b6.4.3.1", "10"),
            ("pl1.b6.4.3.2", "19"),
            ("pl1.b5.1.1", "12,345"),
        ],
    ));
    files.push(file(province(), &[(COUNT, "1.530")]));
    collected(&files)
}

fn all(collection: &Collection) -> Vec<Table> {
    let (settled, totals) = settled(collection);
    tables(collection, &settled, &totals)
}

fn of<'a>(tables: &'a [Table], tab: &str) -> &'a Table {
    tables.iter().find(|table| table.tab == tab).unwrap()
}

/// The lines that have a text in a column.
fn lines<'a>(table: &'a Table, head: &str, text: &str) -> Vec<&'a Vec<Shown>> {
    let column = table.heads.iter().position(|known| known == head).unwrap();
    let lines = table.lines.iter();
    lines
        .filter(|line| line[column].written() == text)
        .collect()
}

#[test]
fn the_totals_say_whence_they_are_and_how_many_reported() {
    let tables = all(&collection());
    let found = lines(
        of(&tables, "Tổng hợp"),
        "Nguồn số liệu",
        "Cộng số liệu các đơn vị",
    );
    let written: Vec<String> = found[0].iter().map(Shown::written).collect();
    assert_eq!(
        written[4..],
        [
            "1.529",
            "Cộng số liệu các đơn vị",
            "7",
            "6",
            "0",
            "0",
            "0",
            "1"
        ]
    );
}

#[test]
fn the_matrix_has_a_line_for_each_unit_and_a_column_for_each_row() {
    let collection = collection();
    let tables = all(&collection);
    let matrix = of(&tables, "Đơn vị và chỉ tiêu");
    assert_eq!(matrix.lines.len(), 1 + 7);
    let column = matrix.lines[0]
        .iter()
        .position(|id| id.written() == COUNT)
        .unwrap();
    assert_eq!(matrix.lines[6][column], Shown::Number(decimal("1500")));
    assert_eq!(matrix.lines[7][column], Shown::Blank);
    for table in &tables {
        assert!(table.tab.chars().count() <= 31);
        assert!(
            table
                .lines
                .iter()
                .all(|line| line.len() == table.heads.len()),
            "{}",
            table.tab
        );
    }
}

#[test]
fn findings_far_figures_and_disagreements_have_their_lines() {
    let tables = all(&collection());
    let far = of(&tables, "Khác xa");
    assert_eq!(far.lines.len(), 1, "{:?}", far.lines);
    assert_eq!(far.lines[0][4], Shown::Number(decimal("1500")));
    assert!(far.title.contains("Iglewicz"));
    let findings = of(&tables, "Lỗi và cảnh báo");
    assert!(!lines(findings, "Mã đơn vị", "00007").is_empty());
    let doubts = of(&tables, "Không khớp");
    let written: Vec<String> = doubts.lines[0].iter().map(Shown::written).collect();
    assert_eq!(written[3..], ["1.530", "1.529", "1", "Tổng của các đơn vị"]);
    let units = of(&tables, "Đơn vị");
    assert_eq!(lines(units, "Sử dụng", "Được cộng").len(), 7);
    assert_eq!(units.lines.len(), 8);
}

#[test]
fn csv_keeps_codes_figures_and_hostile_names_in_both_dialects() {
    let tables = all(&collection());
    for table in &tables {
        for (dialect, mark) in [(Dialect::Excel, ","), (Dialect::Rfc4180, ".")] {
            let text = table_csv(table, dialect);
            let block = read_csv_cells(text.as_bytes(), MAX_ROWS).unwrap();
            assert_eq!(block.rows.len(), table.lines.len() + 1, "{}", table.tab);
            for (row, line) in block.rows[1..].iter().zip(&table.lines) {
                for (found, cell) in row.iter().zip(line) {
                    let found = found.trim_start_matches(['\'', '\u{a0}']);
                    match cell {
                        Shown::Number(number) => {
                            assert_eq!(*found, number.canonical().replace('.', mark));
                        }
                        _ => assert_eq!(
                            found.split_whitespace().collect::<String>(),
                            cell.written().split_whitespace().collect::<String>(),
                        ),
                    }
                }
            }
        }
    }
    let text = table_csv(of(&tables, "Đơn vị"), Dialect::Excel);
    assert!(text.contains("\u{a0}00001\";"), "{text}");
    assert!(text.contains("\"'=1+1; \"\"xã\"\""), "{text}");
}

#[test]
fn tables_reach_the_second_program_as_they_are_and_become_a_workbook() {
    let book = Book {
        title: "Tổng hợp quý I năm 2026".to_owned(),
        agency: province().name,
        modified: super::NOW.to_owned(),
        tables: all(&collection()),
    };
    assert_eq!(unpack(&pack(&book)), book);
    let bytes = write_tables(&pack(&book)).unwrap();
    assert_eq!(write_tables(&pack(&book)).unwrap(), bytes);
    let Opened::Tables(found) = open("tổng hợp.xlsx", &bytes).unwrap() else {
        panic!("no tables");
    };
    assert_eq!(found.blocks.len(), book.tables.len());
    let matrix = &found.blocks[1];
    assert!(
        matrix
            .rows
            .iter()
            .any(|row| row.iter().any(|cell| cell == "1500"))
    );
    assert!(
        matrix
            .rows
            .iter()
            .any(|row| row.iter().any(|cell| cell.starts_with("=1+1")))
    );
    // Whatever comes, it is a workbook or a sentence.
    for text in ["", "\u{1d}", "a\u{1d}b\u{1e}c\u{1e}#x\u{1f}y"] {
        let _ = write_tables(text);
    }
}

#[test]
fn the_tables_do_not_depend_on_the_order_of_the_returns() {
    let files: Vec<String> = ["00001", "00002", "00003"]
        .map(|code| file(agency(code, Commune), &[(COUNT, "4")]))
        .into();
    let straight = all(&collected(&files));
    assert_eq!(all(&collected(files.iter().rev())), straight);
    let nation = into_agency(agency("vn", Nation), [&made(&collected(&files))]);
    let tables = all(&nation);
    let totals = of(&tables, "Tổng hợp");
    assert!(totals.lines.iter().any(|line| line[4].written() == "12"));
}
