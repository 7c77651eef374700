//! Random figures against judges that share no code with the rules.

use super::{form_with, found, over_time::opened_after, session};
use proptest::prelude::*;
use serde_json::json;

/// What a row may hold, with the number that counts for it: none where it is missing.
fn held() -> impl Strategy<Value = (String, Option<i64>)> {
    prop_oneof![
        6 => (0_i64..6).prop_map(|number| (number.to_string(), Some(number))),
        2 => Just(("-".to_owned(), None)),
        1 => Just(("x".to_owned(), None)),
    ]
}

/// What a side is worth under a strategy, told by its words alone.
fn worth(rows: &[(String, Option<i64>)], strategy: &str) -> Option<i64> {
    let lacks = rows.iter().filter(|(_, number)| number.is_none()).count();
    let applies = rows.iter().any(|(word, _)| word != "x");
    let sum = rows.iter().filter_map(|(_, number)| *number).sum();
    match strategy {
        "skip_any" => (lacks == 0).then_some(sum),
        "skip_all" => (lacks < rows.len()).then_some(sum),
        _ => applies.then_some(sum),
    }
}

fn holds(op: &str, left: i64, right: i64) -> bool {
    match op {
        "=" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_operator_agrees_with_its_definition(
        a in held(),
        b in held(),
        c in held(),
        op in prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">=", "both_or_neither", "at_most_one"]),
        strategy in prop::sample::select(vec!["skip_any", "skip_all", "never_skip"]),
    ) {
        let form = form_with(json!({
            "kind": "compare", "left": "[a] + [b]", "op": op, "right": "[c]", "missing": strategy,
        }));
        let rows = [("a", a.0.as_str()), ("b", b.0.as_str()), ("c", c.0.as_str())];
        let left = worth(&[a.clone(), b.clone()], strategy);
        let right = worth(std::slice::from_ref(&c), strategy);
        let expected = match op {
            "both_or_neither" => left.is_some() != right.is_some(),
            "at_most_one" => left.is_some() && right.is_some(),
            _ => left.zip(right).is_some_and(|(left, right)| !holds(op, left, right)),
        };
        prop_assert_eq!(found(&session(&form, &rows)).is_some(), expected, "{:?} {} {}", rows, op, strategy);
    }

    /// A figure that a stricter strategy finds, a laxer one finds too: what is skipped is never invented.
    #[test]
    fn what_skip_any_finds_the_others_find(a in held(), b in held(), c in held(),
        op in prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">="]))
    {
        let rows = [("a", a.0.as_str()), ("b", b.0.as_str()), ("c", c.0.as_str())];
        let fails = |strategy: &str| {
            let form = form_with(json!({
                "kind": "compare", "left": "sum([a], [b])", "op": op, "right": "[c]", "missing": strategy,
            }));
            found(&session(&form, &rows)).is_some()
        };
        let (any, all, never) = (fails("skip_any"), fails("skip_all"), fails("never_skip"));
        prop_assert!(!any || all);
        prop_assert!(!all || never);
    }

    /// The bound of nested windows against all sets of windows without a common day, tried one by one.
    #[test]
    fn a_window_holds_every_set_of_windows_that_it_contains(
        past in prop::collection::vec((1_u8..28, 0_u8..20, 0_i64..30), 0..6),
        now in 0_i64..60,
        parts in prop::sample::select(vec!["sum", "each"]),
    ) {
        let form = form_with(json!({ "kind": "nested", "on": ["a"], "parts": parts }));
        let day = |day: u8| format!("2026-01-{day:02}");
        let windows: Vec<(u8, u8, i64)> =
            past.iter().map(|(from, long, figure)| (*from, (*from + *long).min(28), *figure)).collect();
        let names = ["2020Q1", "2021Q1", "2022Q1", "2023Q1", "2024Q1", "2025Q1"];
        let reports: Vec<(&str, String, String, String)> = windows
            .iter()
            .zip(names)
            .map(|((from, to, figure), name)| (name, day(*from), day(*to), figure.to_string()))
            .collect();
        let reports: Vec<(&str, &str, &str, &str)> = reports
            .iter()
            .map(|(name, from, to, figure)| (*name, from.as_str(), to.as_str(), figure.as_str()))
            .collect();
        let open = opened_after(&form, "a", &reports, ("2026", "2026-01-03", "2026-01-25", &now.to_string()));
        let inside: Vec<&(u8, u8, i64)> =
            windows.iter().filter(|(from, to, _)| 3 <= *from && *to <= 25).collect();
        let mut bound = 0;
        for set in 0_u32..1 << inside.len() {
            let chosen: Vec<&&(u8, u8, i64)> =
                inside.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0).map(|(_, part)| part).collect();
            let apart = chosen.iter().enumerate().all(|(place, one)| {
                chosen.iter().skip(place + 1).all(|other| one.1 < other.0 || other.1 < one.0)
            });
            if apart && (parts == "sum" || chosen.len() == 1) {
                bound = bound.max(chosen.iter().map(|part| part.2).sum());
            }
        }
        prop_assert_eq!(found(&open).is_some(), now < bound, "{} {:?}", bound, windows);
    }

    /// The order in which the past is handed over does not matter, and a figure in the middle of it is no outlier.
    #[test]
    fn a_figure_like_the_others_is_no_outlier(mut past in prop::collection::vec(0_i64..1000, 4..6), seed in 0_usize..6) {
        let form = form_with(json!({ "kind": "outlier", "on": ["a"] }));
        let names = ["2020Q1", "2021Q1", "2022Q1", "2023Q1", "2024Q1", "2025Q1"];
        past.sort_unstable();
        let middle = past[past.len() / 2];
        let turned = seed % past.len();
        past.rotate_left(turned);
        let figures: Vec<String> = past.iter().map(i64::to_string).collect();
        let reports: Vec<(&str, &str, &str, &str)> =
            names.iter().zip(&figures).map(|(name, figure)| (*name, "", "", figure.as_str())).collect();
        let at = |figure: i64| found(&opened_after(&form, "a", &reports, ("2026Q1", "", "", &figure.to_string())));
        if past.len() % 2 == 1 {
            prop_assert!(at(middle).is_none());
        }
        // Far above everything: three times the largest, and more than five times the span away.
        let far = 3 * past.iter().max().unwrap_or(&0) + 6 * 1000 + 1;
        prop_assert!(at(far).is_some());
    }
}
