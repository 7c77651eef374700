//! The rule by which a figure is called far from the others, against worked examples and against a slow one.

use super::decimal;
use bieumau::consolidate::{Measured, Side, extremes, rule_of_extremes};
use bieumau::number::Decimal;
use proptest::prelude::*;

fn values(texts: &[&str]) -> Vec<Option<Decimal>> {
    let value = |text: &&str| (!text.is_empty()).then(|| decimal(text));
    texts.iter().map(value).collect()
}

/// The places of the extreme values, the high ones positive.
fn far(texts: &[&str]) -> (Measured, Vec<(usize, Side)>) {
    let found = extremes(&values(texts));
    let sides = found.sides.iter().enumerate();
    let far = sides.filter_map(|(place, side)| Some((place, (*side)?)));
    (found.measured, far.collect())
}

#[test]
fn one_that_is_ten_times_the_others_is_found() {
    // Median 3.2, distances 0.1 0.2 0 0.1 0.3 27.8 0.1, MAD 0.1: only 30 and 3.5 … 0.6745 · 0.3 ÷ 0.1 = 2.02 is not.
    let (measured, found) = far(&["3.1", "3", "3.2", "3.3", "3.5", "31", "3.1"]);
    assert_eq!(
        (measured, found),
        (Measured::ByMedian, vec![(5, Side::High)])
    );
}

#[test]
fn exactly_at_the_bound_is_not_beyond_it() {
    // Median 0, MAD 6745: the score of 35000 is 3.5, of 35001 more.
    let at = ["-6745", "6745", "0", "-6745", "6745", "-35000", "35000"];
    assert_eq!(far(&at).1, []);
    let beyond = ["-6745", "6745", "0", "-6745", "6745", "-35001", "35001"];
    assert_eq!(far(&beyond).1, [(5, Side::Low), (6, Side::High)]);
}

#[test]
fn where_most_are_equal_the_mean_of_the_distances_decides() {
    let mut row = vec!["0"; 20];
    row.push("1");
    row.push("");
    assert_eq!(far(&row), (Measured::ByMean, vec![(20, Side::High)]));
    assert_eq!(
        far(&["7", "7", "7", "7", "7", "7"]),
        (Measured::Alike, vec![])
    );
}

#[test]
fn four_values_are_too_few_and_blanks_are_none() {
    let found = far(&["1", "2", "", "900", "3", ""]);
    assert_eq!(found, (Measured::TooFew, vec![]));
}

#[test]
fn what_is_too_long_to_compare_exactly_is_said() {
    let long = "123456789012345678901234567890";
    let found = far(&[long, "0.000000000001", "1", "2", "3", "4"]);
    assert_eq!(found, (Measured::TooLong, vec![]));
    let median = extremes(&values(&["1", "2", "3", "4", "0.5", "9"])).median;
    assert_eq!(median, Some(decimal("2.5")));
}

#[test]
fn the_rule_names_its_source_and_its_limits() {
    let rule = rule_of_extremes();
    for part in [
        "Iglewicz và Hoaglin",
        "0,6745",
        "3,5",
        "ít nhất 5",
        "quy mô",
    ] {
        assert!(rule.vi.contains(part), "{part}");
    }
    for part in [
        "Iglewicz and Hoaglin",
        "0.6745",
        "3.5",
        "at least 5",
        "size",
    ] {
        assert!(rule.en.contains(part), "{part}");
    }
}

/// The rule once more, slow and plain: everything sorted, everything times four.
fn plainly(values: &[i64]) -> Vec<Option<Side>> {
    let twice_median = |values: &[i128]| {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]
    };
    let doubled: Vec<i128> = values.iter().map(|value| i128::from(*value) * 2).collect();
    let median = twice_median(&doubled) / 2;
    let distances: Vec<i128> = doubled.iter().map(|value| (value - median).abs()).collect();
    let mad = twice_median(&distances);
    let sum: i128 = distances.iter().sum();
    let count = i128::try_from(values.len()).unwrap();
    let is_far = |distance: i128| match mad {
        _ if values.len() < 5 => false,
        0 => distance * count * 1_000_000 > sum * 35 * 1_253_314 / 10,
        _ => distance * 2 * 6_745 > mad * 35_000,
    };
    let sides = doubled.iter().zip(&distances);
    let side = |value: i128| {
        if value < median {
            Side::Low
        } else {
            Side::High
        }
    };
    sides
        .map(|(value, distance)| is_far(*distance).then(|| side(*value)))
        .collect()
}

proptest! {
    #[test]
    fn it_says_what_the_slow_rule_says(values in prop::collection::vec(
        prop_oneof![3 => -5_i64..5, 2 => -1_000_i64..1_000, 1 => any::<i32>().prop_map(i64::from)], 1..60,
    )) {
        let given: Vec<Option<Decimal>> =
            values.iter().map(|value| Some(Decimal::from_integer(*value))).collect();
        prop_assert_eq!(extremes(&given).sides, plainly(&values));
    }

    #[test]
    fn the_order_and_the_measure_of_the_values_do_not_matter(
        values in prop::collection::vec(-300_i64..300, 5..30),
    ) {
        let of = |scale: u8, values: &[i64]| {
            let value = |value: &i64| Decimal::new(i128::from(*value), scale);
            extremes(&values.iter().map(value).collect::<Vec<_>>()).sides
        };
        let forth = of(0, &values);
        prop_assert_eq!(&of(3, &values), &forth);
        let turned: Vec<i64> = values.iter().rev().copied().collect();
        let mut back = of(0, &turned);
        back.reverse();
        prop_assert_eq!(back, forth);
    }
}
