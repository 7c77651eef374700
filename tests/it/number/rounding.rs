//! Rounding happens once, half away from zero, and never through binary fractions.

use bieumau::number::{Decimal, Fraction};

use super::{decimal, fraction};

fn check(numerator: i128, denominator: i128, decimals: u8, rounded: &str) {
    assert_eq!(
        fraction(numerator, denominator).round(decimals),
        Some(decimal(rounded)),
        "{numerator}/{denominator} to {decimals} decimals"
    );
}

#[test]
fn halves_go_away_from_zero() {
    for (numerator, rounded) in [
        (1, "1"),
        (-1, "-1"),
        (3, "2"),
        (-3, "-2"),
        (5, "3"),
        (-5, "-3"),
        (99, "50"),
        (-99, "-50"),
        (199, "100"),
        (-199, "-100"),
    ] {
        check(numerator, 2, 0, rounded);
    }
    check(1, 8, 2, "0.13");
    check(-1, 8, 2, "-0.13");
    check(1, 200, 2, "0.01");
    check(-1, 200, 2, "-0.01");
    check(9_995, 10_000, 3, "1");
    check(-9_995, 10_000, 3, "-1");
}

#[test]
fn less_than_half_goes_towards_zero_and_leaves_no_negative_zero() {
    check(49, 100, 0, "0");
    check(-49, 100, 0, "0");
    check(-1, 300, 2, "0");
    check(144_999, 100_000, 1, "1.4");
    check(-144_999, 100_000, 1, "-1.4");
}

#[test]
fn the_percentages_that_binary_fractions_get_wrong_are_right() {
    check(23 * 100, 160, 2, "14.38");
    check(41 * 100, 160, 2, "25.63");
    check(-23 * 100, 160, 2, "-14.38");
    check(-41 * 100, 160, 2, "-25.63");
    check(1_005, 1_000, 2, "1.01");
    check(-1_005, 1_000, 2, "-1.01");
    check(2_675, 1_000, 2, "2.68");
    check(21 * 100, 41, 2, "51.22");
}

#[test]
fn decimals_are_as_many_as_asked_for() {
    for (decimals, rounded) in [
        (0, "67"),
        (1, "66.7"),
        (2, "66.67"),
        (6, "66.666667"),
        (12, "66.666666666667"),
    ] {
        check(200, 3, decimals, rounded);
    }
    assert_eq!(fraction(200, 3).round(13), None);
    check(1, 4, 13, "0.25");
}

#[test]
fn a_large_whole_number_needs_no_room_for_zeros() {
    let largest = 10_i128.pow(30) - 1;
    assert_eq!(fraction(largest, 1).round(12), Decimal::new(largest, 0));
    assert_eq!(fraction(largest, 3).round(2), Decimal::new(largest / 3, 0));
    assert_eq!(
        fraction(largest, 2).round(0),
        Decimal::new(largest / 2 + 1, 0)
    );
    assert_eq!(fraction(largest, 2).round(1), None);
}

#[test]
fn denominators_of_the_whole_width_are_divided_exactly() {
    // Two primes of 19 digits: their product fills 127 bits, so ten times a rest does not fit.
    let (p, q) = (9_999_999_999_999_999_961, 9_999_999_999_999_999_943);
    let both = |a: i128, b: i128| fraction(a, p).checked_mul(fraction(b, q)).unwrap();
    assert_eq!(both(p - 1, q - 1).round(12), Some(decimal("1")));
    assert_eq!(
        both(p - 1, 3_333_333_333_333_333_314).round(12),
        Some(decimal("0.333333333333"))
    );
    assert_eq!(both(-p / 2, q - 1).round(12), Some(decimal("-0.5")));
    assert_eq!(both(-p / 2, q - 1).round(0), Some(decimal("0")));
    assert_eq!(both(1, 1).round(12), Some(decimal("0")));
}

#[test]
fn every_percentage_of_up_to_2000_is_that_of_whole_number_arithmetic() {
    let whole = |number: i64| Fraction::from_decimal(Decimal::from_integer(number));
    let parts: Vec<(i64, Fraction)> = (0..=2_000).map(|part| (part, whole(part * 100))).collect();
    for denominator in 1..=2_000_i64 {
        let total = whole(denominator);
        for (part, hundredfold) in parts.iter().take_while(|(part, _)| *part <= denominator) {
            let hundredths = (20_000 * part + denominator) / (2 * denominator);
            let rounded = hundredfold
                .checked_div(total)
                .and_then(|ratio| ratio.round(2));
            assert_eq!(
                rounded,
                Decimal::new(hundredths.into(), 2),
                "{part}/{denominator}"
            );
        }
    }
}
