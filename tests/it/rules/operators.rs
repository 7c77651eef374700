//! Each operator under each strategy, as one table.

use super::{form_with, found, put, report, session};
use bieumau::report::{Filled, Session};
use serde_json::json;

const OPERATORS: [&str; 8] = [
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "both_or_neither",
    "at_most_one",
];

/// `a` and `b` are added on the left, `c` stands on the right: `-` blank, `x` not applicable, `?` unreadable.
/// `!` is a finding, `.` is none.
const TABLE: &str = "
a b c | strategy   | = != < <= > >= both one
1 2 3 | skip_any   | . !  ! .  ! .  .    !
1 2 3 | skip_all   | . !  ! .  ! .  .    !
1 2 3 | never_skip | . !  ! .  ! .  .    !
1 2 4 | skip_any   | ! .  . .  ! !  .    !
1 2 4 | skip_all   | ! .  . .  ! !  .    !
1 2 4 | never_skip | ! .  . .  ! !  .    !
3 2 1 | skip_any   | ! .  ! !  . .  .    !
3 2 1 | skip_all   | ! .  ! !  . .  .    !
3 2 1 | never_skip | ! .  ! !  . .  .    !
0 0 0 | skip_any   | . !  ! .  ! .  .    !
4 - 3 | skip_any   | . .  . .  . .  !    .
4 - 3 | skip_all   | ! .  ! !  . .  .    !
4 - 3 | never_skip | ! .  ! !  . .  .    !
- 3 3 | skip_any   | . .  . .  . .  !    .
- 3 3 | skip_all   | . !  ! .  ! .  .    !
- 3 3 | never_skip | . !  ! .  ! .  .    !
- - 3 | skip_any   | . .  . .  . .  !    .
- - 3 | skip_all   | . .  . .  . .  !    .
- - 3 | never_skip | ! .  . .  ! !  .    !
1 2 - | skip_any   | . .  . .  . .  !    .
1 2 - | skip_all   | . .  . .  . .  !    .
1 2 - | never_skip | ! .  ! !  . .  .    !
- - - | skip_any   | . .  . .  . .  .    .
- - - | skip_all   | . .  . .  . .  .    .
- - - | never_skip | . !  ! .  ! .  .    !
x 3 2 | skip_any   | . .  . .  . .  !    .
x 3 2 | skip_all   | ! .  ! !  . .  .    !
x 3 2 | never_skip | ! .  ! !  . .  .    !
x x 2 | skip_any   | . .  . .  . .  !    .
x x 2 | skip_all   | . .  . .  . .  !    .
x x 2 | never_skip | . .  . .  . .  !    .
x - 2 | skip_any   | . .  . .  . .  !    .
x - 2 | skip_all   | . .  . .  . .  !    .
x - 2 | never_skip | ! .  . .  ! !  .    !
1 1 x | skip_any   | . .  . .  . .  !    .
1 1 x | skip_all   | . .  . .  . .  !    .
1 1 x | never_skip | . .  . .  . .  !    .
x x x | skip_any   | . .  . .  . .  .    .
x x x | skip_all   | . .  . .  . .  .    .
x x x | never_skip | . .  . .  . .  .    .
? 3 2 | skip_any   | . .  . .  . .  .    .
? 3 2 | skip_all   | . .  . .  . .  .    .
? 3 2 | never_skip | . .  . .  . .  .    .
? - - | never_skip | . .  . .  . .  .    .
1 2 ? | skip_any   | . .  . .  . .  .    .
1 2 ? | skip_all   | . .  . .  . .  .    .
1 2 ? | never_skip | . .  . .  . .  .    .
- - ? | skip_all   | . .  . .  . .  .    .
";

#[test]
fn each_operator_finds_what_the_table_says_under_each_strategy() {
    let mut cases = 0;
    for line in TABLE.lines().skip(2) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [rows, strategy, marks] = parts[..] else {
            panic!("{line}");
        };
        let rows: Vec<(&str, &str)> = ["a", "b", "c"]
            .into_iter()
            .zip(rows.split_whitespace())
            .collect();
        let marks: Vec<&str> = marks.split_whitespace().collect();
        assert_eq!((rows.len(), marks.len()), (3, OPERATORS.len()), "{line}");
        for (op, mark) in OPERATORS.iter().zip(marks) {
            let form = form_with(json!({
                "kind": "compare", "left": "sum([a], [b])", "op": op, "right": "[c]", "missing": strategy,
            }));
            let fails = found(&session(&form, &rows)).is_some();
            assert_eq!(fails, mark == "!", "{op} in {line}");
            cases += 1;
        }
    }
    assert!(cases > 300, "{cases}");
}

/// The default is DHIS2's: a rule without the member is silent as soon as anything is missing.
#[test]
fn without_a_word_the_strategy_is_skip_any() {
    for op in OPERATORS {
        let rule = |missing: Option<&str>| {
            let mut rule =
                json!({ "kind": "compare", "left": "sum([a], [b])", "op": op, "right": "[c]" });
            if let Some(missing) = missing {
                rule["missing"] = json!(missing);
            }
            form_with(rule)
        };
        let (silent, said) = (rule(None), rule(Some("skip_any")));
        for rows in [
            ["4", "-", "3"],
            ["-", "-", "3"],
            ["1", "2", "-"],
            ["x", "1", "1"],
            ["1", "2", "4"],
        ] {
            let rows: Vec<(&str, &str)> = ["a", "b", "c"].into_iter().zip(rows).collect();
            let fails = [&silent, &said].map(|form| found(&session(form, &rows)).is_some());
            assert_eq!(fails[0], fails[1], "{op} {rows:?}");
        }
    }
}

/// DOMAIN.md 3.1 #25 to #27: "sum equals" and "sum at most" are `compare` with a sum on one side.
#[test]
fn a_sum_that_must_close_and_a_sum_that_must_fit() {
    let equals = form_with(json!({
        "kind": "compare", "left": "[c]", "op": "=", "right": "sum([a], [b])",
        "message": { "vi": "{left} {right} {difference}", "en": "{difference} {right} {left}" },
    }));
    let mut open = session(&equals, &[("a", "123"), ("b", "627"), ("c", "703")]);
    assert_eq!(
        super::said(&open),
        ("703 750 47".into(), "47 750 703".into())
    );
    put(&mut open, "c", "750");
    assert_eq!(found(&open), None);

    let at_most = form_with(
        json!({ "kind": "compare", "left": "sum([a], [b])", "op": "<=", "right": "[c]" }),
    );
    let mut open = session(&at_most, &[("a", "11"), ("b", "9"), ("c", "20")]);
    assert_eq!(found(&open), None);
    put(&mut open, "b", "10");
    assert!(found(&open).is_some());
}

/// A side that is not given has no figure, and the message says so in its language.
#[test]
fn a_pair_names_what_is_given_and_what_is_not() {
    let form = form_with(json!({
        "kind": "compare", "left": "[a]", "op": "both_or_neither", "right": "[b]",
        "message": { "vi": "{left} | {right}", "en": "{left} | {right}" },
    }));
    let open = session(&form, &[("a", "5")]);
    assert_eq!(
        super::said(&open),
        ("5 | chưa có số liệu".into(), "5 | no figure".into())
    );
}

/// What a computed row would be without its operands nobody knows, and a choice that is not made is not option 0.
#[test]
fn a_computed_row_and_a_choice_never_count_as_nothing() {
    for strategy in ["skip_any", "skip_all", "never_skip"] {
        let form = form_with(json!({
            "kind": "compare", "left": "[s]", "op": "=", "right": "[c]", "missing": strategy,
        }));
        assert_eq!(
            found(&session(&form, &[("a", "5"), ("c", "3")])),
            None,
            "{strategy}"
        );
        assert!(found(&session(&form, &[("a", "5"), ("b", "1"), ("c", "3")])).is_some());

        let form = form_with(json!({
            "kind": "compare", "left": "[k]", "op": "=", "right": "[c]", "missing": strategy,
        }));
        assert_eq!(found(&session(&form, &[("c", "3")])), None, "{strategy}");
        assert!(found(&session(&form, &[("k", "1"), ("c", "3")])).is_some());

        // Nothing of nothing is no share, and no strategy makes it one.
        let form = form_with(json!({
            "kind": "compare", "left": "[r]", "op": "<", "right": "[c]", "missing": strategy,
        }));
        assert_eq!(
            found(&session(&form, &[("a", "0"), ("b", "0"), ("c", "0")])),
            None
        );
    }
}

#[test]
fn a_row_that_is_confirmed_to_be_blank_is_a_blank_row() {
    let form = form_with(json!({
        "kind": "compare", "left": "[a]", "op": ">", "right": "0", "missing": "never_skip",
    }));
    let mut report = report(&form, "2026Q1", None);
    let confirmed = Filled {
        confirmed_blank: true,
        ..Filled::default()
    };
    report.entries.insert("a".to_owned(), confirmed);
    let mut open = Session::open(form, report);
    assert!(found(&open).is_some());
    put(&mut open, "a", "1");
    assert_eq!(found(&open), None);
}
