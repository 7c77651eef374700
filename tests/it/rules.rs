//! Kinds of rules: what each finds and does not find, and what it makes of what is missing.

mod kinds;
mod operators;
mod over_time;
mod properties;
mod refusing;

use crate::desk::{NOW, open};
use bieumau::form::{CellId, Level};
use bieumau::format::read_form_set;
use bieumau::number::{Decimal, Meaning};
use bieumau::report::{
    Agency, Finding, FormName, OpenForm, Report, ReportPeriod, Session, open_form,
};
use bieumau::words::Language;
use serde_json::{Value, json};
use std::sync::Arc;

/// A form set with the counts `a`, `b`, `c`, the amount `m`, the choices `k` (0, 1) and `w` (words), the text `t`,
/// the computed sum `s` of `a` and `b`, the ratio `r` of them, and these rules.
fn form_text(rules: &Value) -> String {
    let row = |id: &str, kind: &str| json!({ "id": id, "code": id, "label": { "vi": format!("Dòng {id}"), "en": format!("Row {id}") }, "kind": kind });
    let with = |mut row: Value, name: &str, value: Value| {
        row[name] = value;
        row
    };
    let options = |codes: [&str; 2]| {
        let option = |code| json!({ "code": code, "label": { "vi": "Có", "en": "Yes" } });
        Value::Array(codes.map(option).to_vec())
    };
    let rows = json!([
        row("a", "count"),
        row("b", "count"),
        row("c", "count"),
        row("m", "money"),
        with(row("k", "choice"), "options", options(["0", "1"])),
        with(row("w", "choice"), "options", options(["ja", "nein"])),
        row("t", "text"),
        with(
            with(row("s", "decimal"), "formula", json!("[a] + [b]")),
            "decimals",
            json!(0)
        ),
        with(row("r", "ratio"), "formula", json!("percent([a], [b])")),
        with(row("y", "count"), "accumulation", json!("year_to_date")),
        with(row("z", "count"), "accumulation", json!("closing_day")),
    ]);
    json!({
        "format": "bieumau.form/1", "id": "small", "version": 1, "title": { "vi": "Nhỏ", "en": "Small" },
        "source": { "vi": "Tự soạn", "en": "Made up" }, "periods": ["Q1", "S1", "Q3", "N1", "Y"],
        "sheets": [{ "id": "f", "name": { "vi": "Biểu", "en": "Form" }, "title": { "vi": "Biểu", "en": "Form" }, "rows": rows }],
        "rules": rules,
    })
    .to_string()
}

/// A rule with the members that every rule has.
fn rule(members: Value) -> Value {
    let mut rule =
        json!({ "id": "x", "level": "error", "message": { "vi": "Sai", "en": "Wrong" } });
    for (name, value) in members.as_object().unwrap() {
        rule[name] = value.clone();
    }
    rule
}

/// The form set with this one rule, which must be flawless.
fn form_with(members: Value) -> Arc<OpenForm> {
    open(&form_text(&json!([rule(members)])))
}

/// An empty report for a period with a window.
fn report(form: &OpenForm, period: &str, window: Option<(&str, &str)>) -> Report {
    let agency = Agency {
        code: "03646".to_owned(),
        name: "UBND phường Tô Hiệu".to_owned(),
        level: Level::Commune,
    };
    let period = ReportPeriod {
        id: period.to_owned(),
        from: window.map(|(from, _)| from.to_owned()),
        to: window.map(|(_, to)| to.to_owned()),
        ..ReportPeriod::default()
    };
    let name = FormName {
        id: form.form.id.clone(),
        version: form.form.version,
    };
    Report::begin(name, agency, period, NOW)
}

fn cell(session: &Session, row: &str) -> CellId {
    let cell = session.form().form.cell(row);
    cell.unwrap_or_else(|| panic!("no row {row}"))
}

/// Puts in a row: `-` nothing, `x` not applicable, `?` something that cannot be read, otherwise a number or a code.
fn put(session: &mut Session, row: &str, word: &str) {
    let place = cell(session, row);
    match word {
        "-" => session.enter(place, ""),
        "x" => session.set_not_applicable(place, true),
        "?" => session.enter(place, "Dự kiến"),
        _ => match Decimal::parse_canonical(word).filter(|_| row != "k") {
            Some(number) => session.settle(place, Meaning::Number(number)),
            None => session.enter(place, word),
        },
    };
}

/// An open report with these rows filled.
fn session(form: &Arc<OpenForm>, rows: &[(&str, &str)]) -> Session {
    let report = report(form, "2026Q1", Some(("2025-12-15", "2026-03-09")));
    let mut session = Session::open(form.clone(), report);
    for (row, word) in rows {
        put(&mut session, row, word);
    }
    session
}

/// The finding of the rule `x`, where it has one.
fn found(session: &Session) -> Option<Finding> {
    let findings = session.findings();
    findings.into_iter().find(|finding| finding.rule == "x")
}

/// What the rule `x` says in Vietnamese and in English.
fn said(session: &Session) -> (String, String) {
    let finding = found(session).expect("the rule finds something");
    let open = session.form();
    let text = |language| finding.message(&open.form, open.rules(), language);
    (text(Language::Vi), text(Language::En))
}

/// The complaints about a form set with this rule, in English.
fn complaints(members: Value) -> Vec<String> {
    let set = read_form_set(&form_text(&json!([rule(members)]))).unwrap();
    let (_, issues) = open_form(set);
    for issue in &issues {
        assert_eq!(issue.place, "rules[0] (x)");
        assert_ne!(issue.problem.vi, issue.problem.en);
    }
    issues.into_iter().map(|issue| issue.problem.en).collect()
}
