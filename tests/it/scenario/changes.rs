//! A change names exactly the cells that it changed, and leaves what opening the report anew would give.

use crate::desk::{Desk, cchc, open};
use bieumau::form::CellId;
use bieumau::number::Notice;
use bieumau::report::rules::Failure;
use bieumau::report::{ChangeSet, Derived, Entry, OpenForm, Session};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

const SMALL: &str = include_str!("../../../schemas/examples/small-form.json");

#[test]
fn a_part_changes_itself_its_ratio_and_the_rows_of_its_rules() {
    let mut desk = Desk::cchc();
    // The ratio has no value yet, but its numerator is known now.
    let part = ["pl1.b1.2", "pl1.b1.2.2"];
    assert_eq!(desk.changed_by("pl1.b1.2.2", "21"), part);
    let whole = ["pl1.b1.2", "pl1.b1.2.1"];
    assert_eq!(desk.changed_by("pl1.b1.2.1", "41"), whole);
    let both = ["pl1.b1.2", "pl1.b1.2.1", "pl1.b1.2.2"];
    assert_eq!(desk.changed_by("pl1.b1.2.2", "42"), both);
    assert_eq!(desk.changed_by("pl1.b1.1", "2"), ["pl1.b1.1"]);
}

#[test]
fn the_entered_cell_is_named_first() {
    let mut desk = Desk::quarter_one();
    let changes = desk.enter("pl1.b1.2.2", "50");
    assert_eq!(changes.cells[0], desk.cell("pl1.b1.2.2"));
}

#[test]
fn a_figure_in_a_message_that_changes_is_a_change_of_findings() {
    let mut desk = Desk::quarter_one();
    assert!(desk.enter("pl1.b1.2.2", "42").findings);
    assert!(desk.enter("pl1.b1.2.2", "43").findings);
    assert!(!desk.enter("pl1.b1.1", "3").findings);
    assert!(desk.enter("pl1.b1.2.2", "21").findings);
}

/// All that a cell shows.
#[derive(Debug, PartialEq)]
struct Shown {
    entry: Entry,
    notice: Option<Notice>,
    derived: Option<Derived>,
    findings: Vec<(usize, Failure)>,
}

fn shown(session: &Session) -> Vec<Shown> {
    let show = |cell: CellId| Shown {
        entry: session.entry(cell).clone(),
        notice: session.notice(cell).cloned(),
        derived: session.derived(cell).cloned(),
        findings: session
            .findings_at(cell)
            .into_iter()
            .map(|finding| (finding.place, finding.failure))
            .collect(),
    };
    session.form().form.cells().map(show).collect()
}

/// Checks a change against what was shown before and is shown now.
fn names_what_changed(before: &[Shown], after: &[Shown], changes: &ChangeSet) {
    let pairs = before.iter().zip(after).zip(0..);
    let changed: Vec<CellId> = pairs
        .filter(|((before, after), _)| before != after)
        .map(|(_, number)| CellId(number))
        .collect();
    let mut named = changes.cells.clone();
    named.sort();
    assert_eq!(named, changed);
    let findings = |shown: &[Shown]| -> Vec<(usize, Failure)> {
        let mut all: Vec<_> = shown
            .iter()
            .flat_map(|shown| shown.findings.clone())
            .collect();
        all.sort_by_key(|(place, _)| *place);
        all
    };
    assert_eq!(changes.findings, findings(before) != findings(after));
}

const TEXTS: [&str; 24] = [
    "",
    "0",
    "1",
    "2",
    "3",
    "21",
    "41",
    "100",
    "101",
    "-1",
    "2,5",
    "71.3",
    "71.297",
    "11.647",
    "1.000.000",
    "không phát sinh",
    "-",
    "Dự kiến 02",
    "6.238 phiếu",
    "100%",
    "1e3",
    "999999999999999999999999999999",
    "0,000000000001",
    "\u{feff}",
];

/// A form whose computed rows hang on each other, with rules of every kind over them.
static KNOTTED: LazyLock<Arc<OpenForm>> = LazyLock::new(|| {
    let row = |id: &str, kind: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","code":"{id}","label":{{"vi":"v","en":"e"}},"kind":"{kind}"{more}}}"#
        )
    };
    let computed =
        |id: &str, formula: &str| row(id, "ratio", &format!(r#","formula":"{formula}""#));
    let options = r#","options":[{"code":"0","label":{"vi":"v","en":"e"}},{"code":"1","label":{"vi":"v","en":"e"}}]"#;
    let rows = [
        row("a", "count", ""),
        row("b", "count", ""),
        row("c", "money", ""),
        row("d", "ratio", ""),
        row("e", "choice", options),
        row("f", "text", ""),
        computed("g", "percent([a], [b])"),
        computed("h", "[g] - [i]"),
        computed("i", "sum([a], [b], [c]) / 3"),
        computed("j", "percent_change([h], [g]) * [e]"),
        computed("k", "[j] + [h] * [g] - [d]"),
        row("z", "heading", ""),
    ];
    let rule = |id: &str, members: &str| {
        format!(r#"{{"id":"{id}","level":"warning","message":{{"vi":"v","en":"e"}},{members}}}"#)
    };
    let rules = [
        rule(
            "r1",
            r#""kind":"compare","left":"[a]","op":"<=","right":"[b]""#,
        ),
        rule(
            "r2",
            r#""kind":"compare","left":"[k] + [c]","op":">","right":"[h]""#,
        ),
        rule("r3", r#""kind":"whole","on":"count""#),
        rule(
            "r4",
            r#""kind":"range","on":["d","g","k"],"min":"0","max":"100""#,
        ),
        rule(
            "r5",
            r#""kind":"implies","when":"[g] > 50","then":"filled([f])""#,
        ),
        rule(
            "r6",
            r#""kind":"implies","when":"filled([e])","then":"[j] != 0""#,
        ),
    ];
    open(&format!(
        r#"{{"format":"bieumau.form/1","id":"knot","version":1,"title":{{"vi":"v","en":"e"}},"periods":["Y"],
            "sheets":[{{"id":"s","name":{{"vi":"v","en":"e"}},"title":{{"vi":"v","en":"e"}},"rows":[{}]}}],
            "rules":[{}]}}"#,
        rows.join(","),
        rules.join(",")
    ))
});

/// Edits at random; after each the session must show what a session opened anew on its report shows.
fn edit(form: &Arc<OpenForm>, edits: &[(u32, usize)]) {
    let mut desk = Desk::on(form.clone());
    let rows = u32::try_from(form.form.rows.len()).unwrap();
    let mut before = shown(&desk.session);
    for (row, text) in edits {
        let changes = desk.session.enter(CellId(row % rows), TEXTS[*text]);
        let after = shown(&desk.session);
        names_what_changed(&before, &after, &changes);
        before = after;
    }
    let anew = Session::open(form.clone(), desk.session.report().clone());
    for (mut kept, anew) in before.into_iter().zip(shown(&anew)) {
        // A notice is about what was typed since the report was opened.
        kept.notice = None;
        assert_eq!(kept, anew);
    }
    assert_eq!(desk.session.findings(), anew.findings());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_give_what_computing_anew_gives(
        edits in prop::collection::vec((any::<u32>(), 0..TEXTS.len()), 1..60),
    ) {
        edit(&KNOTTED, &edits);
    }

    #[test]
    fn edits_of_the_built_in_form_give_what_computing_anew_gives(
        edits in prop::collection::vec((any::<u32>(), 0..TEXTS.len()), 1..40),
    ) {
        edit(&cchc(), &edits);
    }

    #[test]
    fn edits_of_the_example_give_what_computing_anew_gives(
        edits in prop::collection::vec((any::<u32>(), 0..TEXTS.len()), 1..60),
    ) {
        edit(&open(SMALL), &edits);
    }

    #[test]
    fn any_text_is_taken_and_kept(row in any::<u32>(), text in any::<String>()) {
        let mut desk = Desk::cchc();
        let rows = u32::try_from(cchc().form.rows.len()).unwrap();
        let cell = CellId(row % rows);
        desk.session.enter(cell, &text);
        if let Entry::Unreadable(kept) | Entry::Text(kept) = desk.session.entry(cell) {
            prop_assert_eq!(kept, &text);
        }
    }
}

#[test]
fn no_message_leaves_a_brace_behind() {
    let mut desk = Desk::cchc();
    for (number, (row, _)) in crate::desk::printed().into_iter().enumerate() {
        let texts = ["-5", "7,5", "1.000", "chưa rõ", "0", "250"];
        desk.enter(row, texts[number % texts.len()]);
    }
    let open = cchc();
    let findings = desk.session.findings();
    assert!(findings.len() > 50);
    for finding in findings {
        for language in bieumau::words::Language::ALL {
            let message = finding.message(&open.form, open.rules(), language);
            assert!(
                !message.is_empty() && !message.contains(['{', '}']),
                "{message}"
            );
        }
    }
}
