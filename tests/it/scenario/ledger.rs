//! One ledger of dossiers: DOMAIN.md 3.1, slips 3 to 5 of the report of the first quarter of 2026 (seed 000), made
//! impossible or named.

use crate::desk::{Desk, cchc, kl226};
use bieumau::form::{Kind, Level};
use bieumau::report::{Entry, Report, Session, Severity};
use bieumau::words::Language;

const RESOLVED: &str = "pl2.b2.3.1.1";
const ON_TIME: &str = "pl2.b2.3.1.2";
const RATE: &str = "pl2.b2.3.1";

/// Section II.2.7 of the report: received, carried over, resolved early, on time and late, in process, returned.
const SEED_000: [(&str, &str); 9] = [
    ("ledger.1.1", "947"),
    ("ledger.1.2", "11.647"),
    ("ledger.1.3", "9.724"),
    ("ledger.1.3.1", "8.287"),
    ("ledger.1.3.2", "17"),
    ("ledger.1.3.3", "277"),
    ("ledger.1.4.1", "1.746"),
    ("ledger.1.4.2", "156"),
    ("ledger.1.5", "114"),
];

fn ledger_of(figures: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::cchc();
    for (row, text) in figures {
        desk.enter(row, text);
    }
    desk
}

#[test]
pub fn slip_3_of_seed_000_is_impossible_because_the_ledger_feeds_the_row() {
    let mut desk = ledger_of(&[]);
    // As it was printed: the dossiers received in the row of those resolved.
    desk.enter(RESOLVED, "11.647");
    desk.enter(ON_TIME, "8.304");
    assert_eq!(desk.value(RATE), "71,3");
    for (row, text) in SEED_000 {
        desk.enter(row, text);
    }
    assert_eq!(desk.value(RESOLVED), "9.724");
    assert_eq!(desk.value(ON_TIME), "8.304");
    assert_eq!(desk.value(RATE), "85,4");
    assert_eq!(desk.explained(ON_TIME), "8.287 + 17");
    // What was typed is kept, and the difference told.
    assert_eq!(desk.entry(RESOLVED), &Entry::Number(11_647.into_decimal()));
    let message = desk.message("fed", Language::Vi);
    for words in [
        "đã nhập 11.647",
        "Sổ hồ sơ TTHC cho 9.724",
        "chênh lệch 1.923",
    ] {
        assert!(message.contains(words), "{words} | {message}");
    }
    let finding = desk.session.findings().pop().unwrap();
    assert_eq!(
        (finding.rule.as_str(), finding.severity),
        ("fed", Severity::Info)
    );
    assert_eq!(desk.row_id(finding.cells[0]), RESOLVED);
}

/// A whole number as a decimal, for comparing entries.
trait IntoDecimal {
    fn into_decimal(self) -> bieumau::number::Decimal;
}

impl IntoDecimal for i64 {
    fn into_decimal(self) -> bieumau::number::Decimal {
        bieumau::number::Decimal::from_integer(self)
    }
}

#[test]
pub fn slips_4_and_5_of_seed_000_are_named_with_their_differences() {
    let desk = ledger_of(&SEED_000);
    let rules: Vec<String> = desk
        .session
        .findings()
        .into_iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(rules, ["r-ledger-balance-1", "r-ledger-resolved-1"]);
    // 8.287 + 17 + 277 = 8.581 against 9.724.
    let message = desk.message("r-ledger-resolved-1", Language::Vi);
    for figure in ["8.581", "(9.724)", "1.143"] {
        assert!(message.contains(figure), "{figure} | {message}");
    }
    // 947 + 11.647 = 12.594 against 9.724 + 1.902 + 114 = 11.740.
    let message = desk.message("r-ledger-balance-1", Language::En);
    for figure in ["12.594", "11.740", "854"] {
        assert!(message.contains(figure), "{figure} | {message}");
    }
    assert_eq!(desk.value("ledger.1.4"), "1.902");
}

#[test]
fn without_what_was_carried_over_93_are_too_many_as_the_report_has_it() {
    let mut figures = SEED_000;
    figures[0].1 = "0";
    let message = ledger_of(&figures).message("r-ledger-balance-1", Language::Vi);
    for figure in ["11.647", "11.740", "chênh lệch 93"] {
        assert!(message.contains(figure), "{figure} | {message}");
    }
}

#[test]
fn a_ledger_that_balances_raises_nothing() {
    let figures = [
        ("ledger.2.1", "12"),
        ("ledger.2.2", "540"),
        ("ledger.2.3", "500"),
        ("ledger.2.3.1", "310"),
        ("ledger.2.3.2", "182"),
        ("ledger.2.3.3", "8"),
        ("ledger.2.4.1", "47"),
        ("ledger.2.4.2", "1"),
        ("ledger.2.5", "4"),
    ];
    let desk = ledger_of(&figures);
    assert_eq!(desk.findings(), [""; 0]);
    assert_eq!(desk.value("pl2.b2.3.2.1"), "500");
    assert_eq!(desk.value("pl2.b2.3.2.2"), "492");
    assert_eq!(desk.value("pl2.b2.3.2"), "98,4");
    // The departments' rows are fed by their own block only.
    assert_eq!(desk.value(RESOLVED), "blank");
}

#[test]
fn a_row_is_typed_again_as_soon_as_the_ledger_lacks_a_figure() {
    let mut desk = ledger_of(&SEED_000);
    desk.enter(ON_TIME, "8.000");
    assert_eq!(desk.value(ON_TIME), "8.304");
    assert_eq!(desk.findings().len(), 3);
    for text in ["", "?", "Không phát sinh"] {
        let changed = desk.changed_by("ledger.1.3.2", text);
        assert!(changed.contains(&ON_TIME.to_owned()), "{text}: {changed:?}");
        assert_eq!(desk.value(ON_TIME), "8.000", "{text}");
        assert_eq!(desk.value(RATE), "82,27", "{text}");
        assert!(
            !desk
                .findings()
                .iter()
                .any(|finding| finding.starts_with("fed"))
        );
        desk.enter("ledger.1.3.2", "17");
        assert_eq!(desk.value(ON_TIME), "8.304", "{text}");
    }
    // The typed figure is dropped by emptying the row, fed or not.
    desk.enter(ON_TIME, "");
    assert_eq!(desk.value(ON_TIME), "8.304");
    assert!(
        !desk
            .findings()
            .iter()
            .any(|finding| finding.starts_with("fed"))
    );
}

#[test]
fn more_on_time_than_resolved_is_an_error_when_it_comes_from_the_ledger_too() {
    let desk = ledger_of(&[
        ("ledger.1.3", "100"),
        ("ledger.1.3.1", "90"),
        ("ledger.1.3.2", "11"),
    ]);
    assert_eq!(
        desk.findings(),
        [format!("r-le-{ON_TIME}-{RESOLVED}: {ON_TIME} {RESOLVED}")]
    );
}

#[test]
fn the_ledger_is_asked_of_nobody_and_counts_nowhere() {
    for (_, level) in Level::ALL {
        let mut report = crate::desk::begin(&cchc());
        report.agency.level = level;
        let mut desk = Desk {
            session: Session::open(cchc(), report),
        };
        let before = desk.session.total();
        let asked = desk.session.outstanding().len();
        desk.enter("ledger.1.2", "11.647");
        assert_eq!(desk.session.total(), before);
        assert_eq!(desk.session.outstanding().len(), asked);
        // Fed rows count as filled, where they are asked for.
        desk.enter("ledger.1.3", "9.724");
        let fed = usize::from(level != Level::Commune);
        assert_eq!(
            desk.session.total().filled,
            before.filled + fed,
            "{level:?}"
        );
        assert_eq!(desk.session.outstanding().len(), asked - fed, "{level:?}");
    }
    let form = &cchc().form;
    let printed = form.cells().filter(|cell| !form.is_helper(*cell));
    assert_eq!(printed.count(), 127);
}

#[test]
fn the_ledger_travels_with_the_report_and_what_it_feeds_is_stated_as_computed() {
    let mut desk = ledger_of(&SEED_000);
    desk.enter(RESOLVED, "11.647");
    let text = bieumau::exchange::export_json(&desk.session);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["entries"]["ledger.1.2"]["number"], "11647");
    assert_eq!(document["entries"][RESOLVED]["number"], "11647");
    assert_eq!(document["derived"][RESOLVED]["number"], "9724");
    assert_eq!(document["derived"][RATE]["number"], "85.4");
    assert_eq!(document["derived"]["ledger.1.4"]["number"], "1902");
    // The block that nobody filled is not spoken of.
    assert!(document["derived"].get("ledger.2.4").is_none());
    let source = bieumau::exchange::read_source(&text).unwrap();
    let incoming = Session::open(cchc(), source.report.clone());
    let preview = bieumau::exchange::preview(&source, &incoming, None);
    assert_eq!(preview.differences, []);
    let again: Report = preview.report;
    assert_eq!(again, desk.sent());
}

#[test]
fn every_computed_ratio_says_what_it_is_a_share_of() {
    for (form, computed) in [(cchc(), 13), (kl226(), 7)] {
        let rows = form.form.rows.iter();
        let ratios: Vec<_> = rows
            .filter(|row| row.formula.is_some() && row.kind == Kind::Ratio)
            .collect();
        assert_eq!(ratios.len(), computed);
        for row in ratios {
            assert!(row.denominator.is_some(), "{} {}", form.form.id, row.id);
        }
    }
    let form = cchc();
    let rate = form.form.cell(RATE).and_then(|cell| form.form.row(cell));
    let denominator = rate.and_then(|row| row.denominator.as_ref()).unwrap();
    assert_eq!(denominator.vi, "hồ sơ đã giải quyết xong");
}
