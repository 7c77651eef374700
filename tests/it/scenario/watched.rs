//! What is said of a row when it is left: what became of it since the officer came, and nothing else.

use crate::desk::Desk;
use bieumau::formula::Reason;
use bieumau::number::write;
use bieumau::report::{Became, Severity};

fn figures(desk: &Desk, became: &Became) -> Vec<String> {
    let figures = became.figures.iter();
    figures
        .map(|(cell, value)| {
            let value = match value {
                Ok(number) => write(*number),
                Err(reason) => reason.code().to_owned(),
            };
            format!("{} {value}", desk.row_id(*cell))
        })
        .collect()
}

/// What becomes of a row by what is done in it.
fn became(desk: &mut Desk, row: &str, act: impl FnOnce(&mut Desk)) -> Became {
    let watched = desk.session.watch(desk.cell(row));
    act(desk);
    desk.session.became(&watched)
}

#[test]
fn the_ratio_that_a_row_is_part_of_is_told_when_it_is_another() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.2.1", "41");
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        desk.enter("pl1.b1.2.2", "21");
    });
    assert_eq!(figures(&desk, &told), ["pl1.b1.2 51,22"]);
    assert_eq!((told.findings.len(), told.is_mended), (0, false));
    // From number to none: why is told.
    let told = became(&mut desk, "pl1.b1.2.1", |desk| {
        desk.enter("pl1.b1.2.1", "0");
    });
    let zero = Reason::ZeroDenominator.code();
    assert_eq!(figures(&desk, &told), [format!("pl1.b1.2 {zero}")]);
}

#[test]
fn a_row_in_which_nothing_changed_has_nothing_to_tell() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.2.1", "41");
    desk.enter("pl1.b1.2.2", "42");
    assert!(became(&mut desk, "pl1.b1.2.2", |_| ()).is_empty());
    // There and back is nothing, and so is a change in another row.
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        desk.enter("pl1.b1.2.2", "43");
        desk.enter("pl1.b1.2.2", "42");
        desk.enter("pl1.b1.1", "7");
    });
    assert_eq!(told, Became::default());
}

#[test]
fn findings_that_came_are_told_and_those_that_were_there_are_not() {
    let mut desk = Desk::cchc();
    desk.enter("pl1.b1.2.1", "41");
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        desk.enter("pl1.b1.2.2", "42");
    });
    let rules: Vec<&str> = told
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect();
    assert_eq!(rules, ["r-le-pl1.b1.2.2-pl1.b1.2.1"]);
    assert!(
        told.findings
            .iter()
            .all(|finding| finding.severity == Severity::Error)
    );
    // The note does not concern it.
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        let cell = desk.cell("pl1.b1.2.2");
        desk.session.set_note(cell, "x");
    });
    assert!(told.is_empty());
    // The same contradiction with another figure says something else.
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        desk.enter("pl1.b1.2.2", "50");
    });
    assert_eq!(told.findings.len(), 1);
    let told = became(&mut desk, "pl1.b1.2.2", |desk| {
        desk.enter("pl1.b1.2.2", "40");
    });
    assert!(told.findings.is_empty() && told.is_mended);
}

#[test]
fn how_a_text_was_read_is_told_where_it_is_not_plain() {
    let mut desk = Desk::cchc();
    let row = "pl1.b6.3.2";
    let told = became(&mut desk, row, |desk| {
        desk.enter(row, "71.3");
    });
    assert_eq!(told.read_as.as_deref(), Some("71,3"));
    assert!(became(&mut desk, row, |_| ()).is_empty());
    let told = became(&mut desk, row, |desk| {
        desk.enter(row, "71,4");
    });
    assert_eq!(told.read_as, None);
}

#[test]
fn a_figure_over_several_steps_is_told_too() {
    // The helper sheet feeds a row, and a ratio is computed from that row.
    let mut desk = Desk::cchc();
    desk.enter("ledger.2.1", "100");
    let told = became(&mut desk, "ledger.2.3", |desk| {
        desk.enter("ledger.2.3", "90");
    });
    assert!(!told.figures.is_empty());
    let own = desk.cell("ledger.2.3");
    assert!(told.figures.iter().all(|(cell, _)| *cell != own));
}
