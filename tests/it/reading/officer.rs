//! The appendices of the first quarter as an officer would have typed them in Excel and in Word, saved by LibreOffice
//! (tests/fixtures/office/README.md): what they would put into a report, and what is told of it.

use super::tables_of;
use crate::desk::{Desk, form_text};
use bieumau::exchange::export_json;
use bieumau::exchange::paste::{Field, PastePlan, Target, Way, Why, apply, shortened, ways};
use bieumau::exchange::table::Block;
use bieumau::office::{Order, write};

const WORKBOOK: &[u8] = include_bytes!("../../fixtures/office/appendices-000.xlsx");
const DOCUMENT: &[u8] = include_bytes!("../../fixtures/office/appendices-000.docx");

fn best(desk: &Desk, blocks: &[Block]) -> (Way, PastePlan) {
    let target = Target {
        cell: desk.cell("pl1.b1.1"),
        field: Field::Figure,
    };
    let (choice, plan) = ways(&desk.session, blocks, target).remove(0);
    (choice.way, plan)
}

/// Opens a file in an empty report and puts what is wanted of it.
fn taken(bytes: &[u8]) -> (Desk, PastePlan) {
    let mut desk = Desk::cchc();
    let (way, plan) = best(&desk, &tables_of(bytes).blocks);
    assert_eq!(way, Way::ByName);
    apply(&mut desk.session, &plan, &plan.wanted());
    (desk, plan)
}

/// The rows whose entry is another than the one that was typed from the printed report.
fn differing(desk: &Desk) -> Vec<String> {
    let typed = Desk::quarter_one();
    let form = typed.session.form().form.clone();
    let cells = form.sheets.iter().flat_map(|sheet| sheet.cells());
    let other = cells.filter(|cell| desk.session.entry(*cell) != typed.session.entry(*cell));
    other
        .map(|cell| {
            format!(
                "{}: {:?} / {:?}",
                desk.row_id(cell),
                desk.session.entry(cell),
                typed.session.entry(cell)
            )
        })
        .collect()
}

fn told(desk: &Desk, plan: &PastePlan) -> Vec<String> {
    let computed = plan.aside.iter().filter_map(|aside| match aside.why {
        Why::Computed { agrees, .. } => Some(format!(
            "{} {} {agrees}",
            desk.row_id(aside.cell?),
            aside.text
        )),
        _ => None,
    });
    computed.collect()
}

/// What is told of computed rows, and whether it is the value that is computed. 71,3 is a formula of the workbook, whose
/// value has 15 digits.
const COMPUTED: [(&str, &str, bool); 13] = [
    ("pl1.b1.2", "75,5", false),
    ("pl1.b1.3.3", "0", false),
    ("pl1.b2.2.2", "0", false),
    ("pl1.b2.3.2", "0", false),
    ("pl1.b5.1", "= b/a*100", false),
    ("pl1.b6.4.1", "28,6%", true),
    ("pl1.b6.4.2", "81,2%", true),
    ("pl1.b6.4.3", "97,4%", true),
    ("pl1.b6.4.4", "98,6%", true),
    ("pl1.b6.4.5", "100%", true),
    ("pl2.b2.3.1", "71,3", true),
    ("pl2.b2.3.2", "98,4", true),
    ("pl2.b2.3.3", "70", false),
];

#[test]
fn the_workbook_fills_the_report_as_if_it_were_typed() {
    let (desk, plan) = taken(WORKBOOK);
    assert_eq!(differing(&desk), [""; 0]);
    let expected = COMPUTED.map(|(row, text, agrees)| format!("{row} {text} {agrees}"));
    assert_eq!(told(&desk, &plan), expected);
    assert_eq!(plan.aside.len(), COMPUTED.len());
    assert_eq!(
        plan.aside[0].words().vi,
        "Dòng tự tính: bản dán 75,5 – tính được 51,22."
    );
    assert_eq!(desk.value("pl1.b1.2"), "51,22");
}

#[test]
fn the_document_fills_the_report_as_if_it_were_typed() {
    let (desk, plan) = taken(DOCUMENT);
    assert_eq!(differing(&desk), [""; 0]);
    // Word has the texts as they were typed, with a point where the officer typed one.
    let expected = COMPUTED.map(|(row, text, agrees)| {
        let typed = match text {
            "75,5" => text.to_owned(),
            text => text.replace(',', "."),
        };
        format!("{row} {typed} {agrees}")
    });
    assert_eq!(told(&desk, &plan), expected);
}

#[test]
fn a_worksheet_that_is_hidden_is_left_out() {
    let tables = tables_of(WORKBOOK);
    let names: Vec<&str> = tables
        .blocks
        .iter()
        .map(|block| block.before.as_str())
        .collect();
    assert_eq!(names, ["Phụ lục I", "Phụ lục II"]);
    assert_eq!(shortened(&tables.blocks), []);
}

#[test]
fn the_text_around_the_tables_of_a_document_is_read_too() {
    let tables = tables_of(DOCUMENT);
    assert_eq!(tables.blocks.len(), 8);
    assert_eq!(
        tables.blocks[0].before,
        "PHỤ LỤC I Biểu mẫu 1. Công tác chỉ đạo điều hành CCHC"
    );
    let text = tables.paragraphs;
    assert_eq!(text.len(), 12);
    assert_eq!(
        text[10],
        "Trong quý I, đã hoàn thành 21/41 nhiệm vụ, đạt 75,5%."
    );
    // The raised 1 is a footnote, and 8.304 dossiers are not 8.3041.
    assert_eq!(
        text[11],
        "Tiếp nhận 11.647 hồ sơ, trong đó trực tuyến 8.304 hồ sơ¹."
    );
}

/// What this page writes as a document comes back as tables like any other.
#[test]
fn a_document_of_ours_fills_the_report_too() {
    let typed = Desk::quarter_one();
    let order = Order::open(&form_text("cchc-2026"), &export_json(&typed.session)).unwrap();
    let bytes = write("export-docx", &order).unwrap();
    let (desk, plan) = taken(&bytes);
    assert_eq!(differing(&desk), [""; 0]);
    // Every computed row is there, and says what is computed, or that nothing is.
    let told = told(&desk, &plan);
    assert_eq!(told.len(), COMPUTED.len());
    assert!(told.iter().all(|told| told.ends_with(" true")), "{told:?}");
    // The head of the report and its recipients are tables too; they are none of the form, and nothing is told of them.
    assert_eq!(plan.aside.len(), COMPUTED.len());
}
