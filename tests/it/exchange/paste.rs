//! A table from elsewhere against the form: which line each row answers, how it is read, what is told, what it changes.

mod heads;
mod matching;
mod telling;

use crate::desk::{Desk, printed_rows};
use bieumau::exchange::paste::{
    Choice, Field, PastePlan, Planned, Target, Way, Why, apply, title, ways,
};
use bieumau::exchange::table::{Block, read_clipboard, read_tsv};
use bieumau::report::Entry;
use proptest::prelude::*;

/// Where the officer stands: on the figure of a row.
pub fn at(desk: &Desk, row: &str) -> Target {
    Target {
        cell: desk.cell(row),
        field: Field::Figure,
    }
}

/// What a clipboard would do from a row on, the likeliest way first.
pub fn pasted(desk: &Desk, row: &str, html: &str, text: &str) -> Vec<(Choice, PastePlan)> {
    ways(&desk.session, &read_clipboard(html, text), at(desk, row))
}

/// The likeliest way.
pub fn best(desk: &Desk, row: &str, html: &str, text: &str) -> (Way, PastePlan) {
    let (choice, plan) = pasted(desk, row, html, text).remove(0);
    (choice.way, plan)
}

/// The likeliest way of tables that were read elsewhere.
pub fn best_of(desk: &Desk, blocks: &[Block], target: Target) -> (Way, PastePlan) {
    let (choice, plan) = ways(&desk.session, blocks, target).remove(0);
    (choice.way, plan)
}

/// The row that the plan has for a line.
pub fn planned<'a>(desk: &Desk, plan: &'a PastePlan, row: &str) -> &'a Planned {
    let cell = desk.cell(row);
    let mut rows = plan.rows.iter();
    rows.find(|planned| planned.cell == cell)
        .unwrap_or_else(|| panic!("nothing comes to {row}"))
}

/// Puts what is wanted of a plan.
pub fn put(desk: &mut Desk, plan: &PastePlan) {
    apply(&mut desk.session, plan, &plan.wanted());
}

/// Why each text that goes nowhere does so.
pub fn aside(desk: &Desk, plan: &PastePlan) -> Vec<String> {
    let told = plan.aside.iter().map(|aside| {
        let line = aside
            .cell
            .map_or(aside.named.as_str(), |cell| desk.row_id(cell));
        format!("{line}: {} {:?}", aside.text, aside.why)
    });
    told.collect()
}

#[test]
fn a_column_of_typed_rows_goes_past_headings_and_computed_rows() {
    let mut desk = Desk::cchc();
    let (way, plan) = best(
        &desk,
        "pl1.b1.2.1",
        "",
        "41\r\n21\r\n2\r\n0\r\n0\r\n0\r\n20\r\n",
    );
    assert_eq!(way, Way::TypedLines);
    put(&mut desk, &plan);
    for (row, value) in [
        ("pl1.b1.2.1", "41"),
        ("pl1.b1.2.2", "21"),
        ("pl1.b1.3.1", "2"),
        ("pl1.b1.3.3.1", "0"),
        ("pl1.b1.4.1", "20"),
        ("pl1.b1.2", "51,22"),
    ] {
        assert_eq!(desk.value(row), value, "{row}");
    }
    assert_eq!(plan.aside, []);
}

#[test]
fn a_column_of_the_whole_form_keeps_its_places_for_headings_and_computed_rows() {
    let mut desk = Desk::cchc();
    let column = super::tables::EXCEL_COLUMN;
    let (way, plan) = best(&desk, "pl1.b1.1", "", column);
    assert_eq!(way, Way::EveryLine);
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.1"), "2");
    assert_eq!(desk.value("pl1.b1.2.1"), "41");
    assert_eq!(desk.value("pl1.b1.3.1"), "unreadable: Dự kiến 02");
    assert_eq!(desk.value("pl1.b1.4.1"), "20");
    assert_eq!(desk.value("pl1.b1.6"), "0");
    // The computed rows are compared, never taken.
    let told = aside(&desk, &plan);
    assert_eq!(told.len(), 2);
    assert!(told[0].starts_with("pl1.b1.2: 75,5 Computed") && told[0].ends_with("agrees: false }"));
    assert!(told[1].starts_with("pl1.b1.3.3: 0 Computed"));
}

#[test]
fn either_way_can_be_chosen_where_they_differ() {
    let desk = Desk::cchc();
    let ways = pasted(&desk, "pl1.b1.1", "", "2\n\n41\n21");
    let found: Vec<Way> = ways.iter().map(|(choice, _)| choice.way).collect();
    assert_eq!(found, [Way::EveryLine, Way::TypedLines]);
    // The second reads the empty cell as one for 2.1.
    assert_eq!(planned(&desk, &ways[1].1, "pl1.b1.2.2").text, "41");
    // Within rows that are all typed there is only one.
    assert_eq!(pasted(&desk, "pl1.b1.4.1", "", "20\n12\n0\n0").len(), 1);
}

#[test]
fn computed_values_that_agree_tell_that_the_column_has_them() {
    let desk = Desk::cchc();
    // 81,18 is what 138 of 170 are.
    let (way, plan) = best(&desk, "pl1.b6.4.1.1", "", "2.199\n628\n81,18\n170\n138");
    assert_eq!(way, Way::EveryLine);
    assert!(matches!(
        plan.aside[0].why,
        Why::Computed { agrees: true, .. }
    ));
    let (way, plan) = best(&desk, "pl1.b6.4.1.1", "", "2199\n628\n170\n138");
    assert_eq!((way, plan.aside.len()), (Way::TypedLines, 0));
}

#[test]
fn a_heading_above_a_column_and_what_lies_beyond_the_sheet_is_no_figure() {
    let mut desk = Desk::cchc();
    let (_, plan) = best(&desk, "pl1.b1.4.3", "", "Số liệu\n1\n2\n1\n100\n1\n0\n8\n");
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.4.3"), "1");
    assert_eq!(desk.value("pl1.b1.4.4"), "2");
    assert_eq!(desk.value("pl1.b1.6"), "0");
    assert_eq!(aside(&desk, &plan), [": 8 Beyond"]);
}

#[test]
fn figures_and_notes_come_together() {
    let mut desk = Desk::cchc();
    let (_, plan) = best(
        &desk,
        "pl1.b1.4.1",
        "",
        "20\tTheo sổ theo dõi\n12\t\n0\tKhông có\n",
    );
    put(&mut desk, &plan);
    assert_eq!(desk.value("pl1.b1.4.1"), "20");
    assert_eq!(
        desk.session.note(desk.cell("pl1.b1.4.1")),
        "Theo sổ theo dõi"
    );
    assert_eq!(desk.session.note(desk.cell("pl1.b1.4.2")), "");
    assert_eq!(desk.session.note(desk.cell("pl1.b1.4.3")), "Không có");
}

#[test]
fn a_column_of_notes_goes_beside_every_line() {
    let mut desk = Desk::cchc();
    let target = Target {
        cell: desk.cell("pl1.b1.2"),
        field: Field::Note,
    };
    let blocks = [read_tsv(
        "Tính đến 09/3\nSố 15\nĐến nay\n\"Kiểm tra\nquý I\"\n",
    )];
    let (_, plan) = ways(&desk.session, &blocks, target).remove(0);
    put(&mut desk, &plan);
    assert_eq!(desk.session.note(desk.cell("pl1.b1.2")), "Tính đến 09/3");
    assert_eq!(desk.session.note(desk.cell("pl1.b1.3")), "Kiểm tra\nquý I");
    assert_eq!(*desk.entry("pl1.b1.2.1"), Entry::Blank);
}

#[test]
fn every_printed_sheet_comes_back_as_it_was_typed() {
    for sheet in [
        "pl1.b1", "pl1.b2", "pl1.b3", "pl1.b4", "pl1.b5", "pl1.b6", "pl2.b1", "pl2.b2",
    ] {
        let typed = Desk::quarter_one();
        let mut text = String::from("TT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú\n");
        let of_sheet = |row: &&crate::desk::PrintedRow| row.id.starts_with(&format!("{sheet}."));
        let printed = printed_rows(crate::desk::QUARTER_ONE);
        for row in printed.iter().filter(of_sheet) {
            let cells = [row.code, row.label, row.measure, row.value, row.note];
            text.push_str(&cells.join("\t"));
            text.push('\n');
        }
        let mut desk = Desk::cchc();
        // The officer stands on another sheet; the labels say which one it is.
        let (way, plan) = best(&desk, "pl1.b3.1.3", "", &text);
        assert_eq!(way, Way::ByName, "{sheet}");
        put(&mut desk, &plan);
        for row in printed.iter().filter(of_sheet) {
            assert_eq!(desk.entry(row.id), typed.entry(row.id), "{}", row.id);
        }
    }
}

fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,6}",
        "[0-9]{1,3}[.,][0-9]{1,3}",
        "[1-6]\\.[1-4]\\.?",
        Just("75,5 %".to_owned()),
        Just("Có".to_owned()),
        Just("KPS".to_owned()),
        Just("Không phát sinh".to_owned()),
        Just("Số nhiệm vụ đề ra trong kế hoạch".to_owned()),
        Just("Số liệu".to_owned()),
        Just(String::new()),
        "\\PC{0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is pasted, each way tells of every text once, changes typed rows only, and does what it has shown.
    #[test]
    fn a_plan_does_what_it_shows(
        rows in prop::collection::vec(prop::collection::vec(cell_text(), 1..5), 0..12),
        start in 0..127_u32,
    ) {
        let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let desk = Desk::quarter_one();
        let target = Target { cell: bieumau::form::CellId(start), field: Field::Figure };
        let blocks = read_clipboard("", &text.join("\n"));
        for (_, plan) in ways(&desk.session, &blocks, target) {
            let mut after = Desk::quarter_one();
            put(&mut after, &plan);
            for (number, row) in after.session.form().form.rows.iter().enumerate() {
                let cell = bieumau::form::CellId(number as u32);
                let planned = plan.rows.iter().find(|planned| planned.cell == cell);
                let expected = match planned {
                    Some(planned) if planned.is_wanted => planned.after.clone(),
                    _ => desk.session.filled(cell),
                };
                prop_assert_eq!(after.session.filled(cell), expected, "{}", row.id);
                if !row.is_entry() {
                    prop_assert_eq!(&after.session.filled(cell).entry, &Entry::Blank);
                }
            }
            let title = title(&plan, &plan.wanted());
            let told = title.changed + title.unreadable + title.same + title.left_out;
            prop_assert_eq!(told, plan.rows.len() + plan.aside.len());
        }
    }
}
