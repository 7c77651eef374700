//! From draft to complete: what stands against completion, the reasons, blank on purpose.

use crate::desk::{Desk, begin, open};
use bieumau::report::{Entry, Filled, Outstanding, Session, State};

/// Two rows, a ratio of them, a choice, a warning, an error, an info; two rows are for departments only.
pub const SMALL: &str = r#"{
  "format": "bieumau.form/1", "id": "plan", "version": 1, "title": {"vi": "v", "en": "e"}, "periods": ["Q1", "Y"],
  "sheets": [
    {"id": "s", "name": {"vi": "Biểu 1", "en": "Sheet 1"}, "title": {"vi": "v", "en": "e"}, "rows": [
      {"id": "h", "code": "1", "label": {"vi": "v", "en": "e"}, "kind": "heading"},
      {"id": "plan", "code": "1.1", "label": {"vi": "v", "en": "e"}, "kind": "count"},
      {"id": "done", "code": "1.2", "label": {"vi": "v", "en": "e"}, "kind": "count"},
      {"id": "share", "code": "1.3", "label": {"vi": "v", "en": "e"}, "kind": "ratio", "formula": "percent([done], [plan])"}]},
    {"id": "t", "name": {"vi": "Biểu 2", "en": "Sheet 2"}, "title": {"vi": "v", "en": "e"}, "rows": [
      {"id": "words", "code": "1", "label": {"vi": "v", "en": "e"}, "kind": "text"},
      {"id": "theirs", "code": "2", "label": {"vi": "v", "en": "e"}, "kind": "count", "filled_by": ["commune"]}]}],
  "rules": [
    {"id": "within", "kind": "compare", "left": "[done]", "op": "<=", "right": "[plan]", "level": "warning",
     "message": {"vi": "{left} {right} {difference}", "en": "{left} {right} {difference}"}},
    {"id": "sane", "kind": "compare", "left": "[done]", "op": "<=", "right": "1000", "level": "error",
     "message": {"vi": "{left}", "en": "{left}"}},
    {"id": "many", "kind": "compare", "left": "[plan]", "op": "<=", "right": "100", "level": "info",
     "message": {"vi": "{left}", "en": "{left}"}}]}"#;

pub const LATER: &str = "2026-03-10T03:00:00Z";
pub const LATEST: &str = "2026-03-11T01:00:00Z";

/// What is outstanding, as words and row ids.
pub fn outstanding(desk: &Desk) -> Vec<String> {
    let outstanding = desk.session.outstanding().into_iter();
    outstanding
        .map(|item| match item {
            Outstanding::Wrong(finding) => format!("wrong {}", finding.rule),
            Outstanding::Unexplained(finding) => format!("unexplained {}", finding.rule),
            Outstanding::Carried(cell) => format!("carried {}", desk.row_id(cell)),
            Outstanding::Blank(cell) => format!("blank {}", desk.row_id(cell)),
        })
        .collect()
}

/// The place of a rule in the book.
pub fn rule(desk: &Desk, id: &str) -> usize {
    let rules = desk.session.form().rules().rules();
    rules.iter().position(|rule| rule.id == id).unwrap()
}

pub fn explain(desk: &mut Desk, id: &str, reason: &str) -> bool {
    let rule = rule(desk, id);
    !desk.session.set_reason(rule, reason).is_empty()
}

/// A small report that is complete.
pub fn complete() -> Desk {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    desk.enter("done", "21");
    desk.enter("words", "Không có khó khăn");
    assert!(desk.session.complete(LATER).state);
    desk.session.touch(LATER);
    desk.session.take_edited();
    desk
}

#[test]
fn a_report_is_complete_once_every_row_every_warning_and_every_copy_is_settled() {
    let mut report = begin(&open(SMALL));
    let carried = Filled {
        carried: Some("2025".to_owned()),
        ..Filled::of(Entry::Number(bieumau::number::Decimal::from_integer(41)))
    };
    report.entries.insert("plan".to_owned(), carried);
    let mut desk = Desk {
        session: Session::open(open(SMALL), report),
    };
    desk.enter("done", "4200");
    assert_eq!(
        outstanding(&desk),
        [
            "wrong sane",
            "unexplained within",
            "carried plan",
            "blank words"
        ]
    );
    assert!(desk.session.complete(LATER).is_empty());
    assert_eq!(desk.session.report().state, State::Draft);
    desk.enter("done", "khoảng bốn mươi");
    assert_eq!(
        outstanding(&desk),
        ["wrong unreadable", "carried plan", "blank words"]
    );
    desk.enter("done", "42");
    let (plan, words) = (desk.cell("plan"), desk.cell("words"));
    assert_eq!(desk.session.confirm(&[plan]).cells, [plan]);
    assert!(desk.session.confirm(&[plan]).is_empty());
    assert!(explain(&mut desk, "within", "Một nhiệm vụ ngoài kế hoạch"));
    assert_eq!(outstanding(&desk), ["blank words"]);
    assert_eq!(desk.session.confirm_blank(words, true).cells, [words]);
    assert_eq!(outstanding(&desk), [""; 0]);
    let before = desk.session.revision();
    assert!(desk.session.complete(LATER).state);
    assert!(desk.session.revision() > before);
    let report = desk.session.report();
    assert_eq!(report.state, State::Complete);
    assert_eq!(report.completed(), Some(LATER));
    assert_eq!(report.log.len(), 1);
    // What is complete is not completed again.
    assert!(desk.session.complete(LATEST).is_empty());
}

#[test]
fn rows_of_other_levels_and_an_info_stand_against_nothing() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "101");
    desk.enter("done", "21");
    desk.enter("words", "x");
    assert_eq!(desk.findings(), ["many: plan"]);
    assert_eq!(outstanding(&desk), [""; 0]);
    assert!(explain(&mut desk, "many", "Kế hoạch của cả tỉnh"));
    let place = rule(&desk, "many");
    assert_eq!(desk.session.reason(place), Some("Kế hoạch của cả tỉnh"));
}

#[test]
fn a_blank_row_is_confirmed_by_itself_or_with_its_sheet_and_only_while_it_is_blank() {
    let mut desk = Desk::cchc();
    let sheet = 0;
    let tally = desk.session.tally(sheet);
    assert_eq!(tally.filled, 0);
    desk.enter("pl1.b1.1", "5");
    desk.enter("pl1.b1.3.1", "Dự kiến 02");
    let confirmed = desk.session.confirm_blanks(sheet).cells;
    assert_eq!(confirmed.len(), tally.expected - 2);
    assert_eq!(desk.session.tally(sheet).filled, tally.expected);
    let typed = desk.cell("pl1.b1.1");
    assert!(desk.session.confirm_blank(typed, true).is_empty());
    let heading = desk.cell("pl1.b1.3");
    assert!(desk.session.confirm_blank(heading, true).is_empty());
    // Taking it back leaves no trace.
    for cell in confirmed {
        assert!(!desk.session.confirm_blank(cell, false).is_empty());
    }
    assert_eq!(desk.session.report().entries.len(), 2);
    assert_eq!(desk.session.tally(sheet).filled, 2);
}

#[test]
fn an_error_takes_no_reason_and_spaces_are_none() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    desk.enter("done", "4200");
    assert!(!explain(&mut desk, "sane", "Đúng như vậy"));
    assert!(!explain(&mut desk, "within", "  \n"));
    assert!(explain(&mut desk, "within", " Có lý do "));
    assert!(!explain(&mut desk, "within", " Có lý do "));
    assert_eq!(desk.session.report().reasons.len(), 1);
    assert!(explain(&mut desk, "within", " "));
    assert!(desk.session.report().reasons.is_empty());
}

#[test]
fn a_reason_comes_back_with_the_warning_that_went_away() {
    let mut desk = Desk::on(open(SMALL));
    desk.enter("plan", "41");
    desk.enter("done", "42");
    explain(&mut desk, "within", "Một nhiệm vụ ngoài kế hoạch");
    let changes = desk
        .session
        .set_reason(rule(&desk, "within"), "Hai nhiệm vụ");
    assert!(changes.findings);
    assert_eq!(changes.cells, [desk.cell("done"), desk.cell("plan")]);
    desk.enter("done", "40");
    let exported = |desk: &Desk| bieumau::exchange::export_json(&desk.session);
    assert!(!exported(&desk).contains("Hai nhiệm vụ"));
    desk.enter("done", "43");
    assert!(exported(&desk).contains("Hai nhiệm vụ"));
    assert_eq!(outstanding(&desk), ["blank words"]);
}
