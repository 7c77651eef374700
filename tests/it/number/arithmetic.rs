//! Decimals and fractions: one form for one number, exact or nothing.

use std::cmp::Ordering;

use bieumau::number::{Decimal, Fraction};

use super::{decimal, fraction};

const LARGEST: i128 = 10_i128.pow(30) - 1;

fn as_fraction(canonical: &str) -> Fraction {
    Fraction::from_decimal(decimal(canonical))
}

#[test]
fn a_number_has_one_form() {
    assert_eq!(Decimal::new(8_350, 2), Decimal::new(835, 1));
    assert_eq!(Decimal::new(100, 2), Some(Decimal::from_integer(1)));
    assert_eq!(Decimal::new(0, 255), Some(Decimal::ZERO));
    assert_eq!(decimal("-0.0"), Decimal::ZERO);
    assert!(!decimal("-0.0").is_negative());
}

#[test]
fn thirty_digits_and_twelve_decimals_fit_and_not_one_more() {
    assert!(Decimal::new(LARGEST, 12).is_some());
    assert!(Decimal::new(-LARGEST, 0).is_some());
    assert_eq!(Decimal::new(LARGEST + 1, 0), None);
    assert_eq!(Decimal::new(-LARGEST - 1, 0), None);
    assert_eq!(Decimal::new(1, 13), None);
    assert_eq!(Decimal::new(10, 13), Decimal::new(1, 12));
    assert_eq!(Decimal::new(i128::MIN, 0), None);
    assert_eq!(Decimal::new(i128::MAX, 255), None);
}

#[test]
fn a_number_can_be_asked_what_it_is() {
    assert!(decimal("2.00").is_whole() && !decimal("2.01").is_whole());
    assert!(decimal("-0.1").is_negative() && !decimal("0.1").is_negative());
    assert!(decimal("0").is_zero() && !decimal("0.1").is_zero());
    assert_eq!(decimal("-5.5").abs(), decimal("5.5"));
    assert_eq!(
        (decimal("-5.50").mantissa(), decimal("-5.50").scale()),
        (-55, 1)
    );
}

#[test]
fn sums_and_differences_are_exact() {
    let add = |a, b| decimal(a).checked_add(decimal(b));
    let sub = |a, b| decimal(a).checked_sub(decimal(b));
    assert_eq!(add("0.1", "0.2"), Some(decimal("0.3")));
    assert_eq!(add("99.95", "0.05"), Some(decimal("100")));
    assert_eq!(sub("21", "41"), Some(decimal("-20")));
    assert_eq!(sub("0.5", "0.5"), Some(Decimal::ZERO));
}

#[test]
fn a_sum_that_needs_too_many_digits_is_none() {
    let largest = Decimal::new(LARGEST, 0).unwrap();
    let tiny = Decimal::new(1, 12).unwrap();
    assert_eq!(largest.checked_add(Decimal::from_integer(1)), None);
    assert_eq!(largest.checked_add(tiny), None);
    assert_eq!(tiny.checked_sub(largest), None);
    assert_eq!(largest.checked_sub(largest), Some(Decimal::ZERO));
}

#[test]
fn the_order_is_that_of_the_number_line() {
    let line = [
        "-999999999999999999999999999999",
        "-1000000000000000000",
        "-2",
        "-1.5",
        "-1.499999999999",
        "-0.000000000001",
        "0",
        "0.000000000001",
        "0.02",
        "0.1",
        "1",
        "9.99",
        "10",
        "999999999999999999.999999999999",
        "1000000000000000000",
        "999999999999999999999999999999",
    ];
    for (place, left) in line.iter().enumerate() {
        for (other_place, right) in line.iter().enumerate() {
            let expected = place.cmp(&other_place);
            assert_eq!(
                decimal(left).cmp(&decimal(right)),
                expected,
                "{left} and {right}"
            );
            assert_eq!(
                as_fraction(left).compare(&as_fraction(right)),
                expected,
                "{left} and {right}"
            );
        }
    }
}

#[test]
fn a_fraction_has_one_form() {
    assert_eq!(fraction(2, 4), fraction(-1, -2));
    assert_eq!(fraction(0, 5), fraction(0, -7));
    assert_eq!(fraction(5, 10), as_fraction("0.5"));
    assert!(fraction(0, -7).is_zero());
}

#[test]
fn the_four_operations_are_exact() {
    let (third, sixth) = (fraction(1, 3), fraction(1, 6));
    assert_eq!(third.checked_add(sixth), Some(fraction(1, 2)));
    assert_eq!(sixth.checked_sub(third), Some(fraction(-1, 6)));
    assert_eq!(third.checked_sub(third), Some(fraction(0, 1)));
    assert_eq!(third.checked_mul(fraction(-3, 5)), Some(fraction(-1, 5)));
    assert_eq!(third.checked_div(fraction(-2, 3)), Some(fraction(-1, 2)));
    assert_eq!(third.checked_mul(fraction(0, 1)), Some(fraction(0, 1)));
}

#[test]
fn nothing_is_divided_by_zero() {
    assert_eq!(fraction(1, 3).checked_div(fraction(0, 1)), None);
    assert_eq!(fraction(0, 1).checked_div(fraction(0, 1)), None);
}

#[test]
fn what_does_not_fit_is_none_and_what_fits_is_not_lost_on_the_way() {
    let large = fraction(LARGEST, 1);
    let inverse = fraction(1, LARGEST);
    assert_eq!(large.checked_mul(large), None);
    assert_eq!(inverse.checked_mul(inverse), None);
    assert_eq!(large.checked_div(inverse), None);
    assert_eq!(large.checked_add(inverse), None);
    assert_eq!(large.checked_mul(inverse), Some(fraction(1, 1)));
    // The cross product of the denominators has 60 digits, their least common multiple 30.
    assert_eq!(inverse.checked_add(inverse), Some(fraction(2, LARGEST)));
}

#[test]
fn neighbours_that_no_product_of_128_bits_can_tell_apart_are_told_apart() {
    let (left, right) = (
        fraction(LARGEST - 1, LARGEST),
        fraction(LARGEST - 2, LARGEST - 1),
    );
    assert_eq!(left.compare(&right), Ordering::Greater);
    assert_eq!(right.compare(&left), Ordering::Less);
    assert_eq!(left.compare(&left), Ordering::Equal);
    let negative = |side: Fraction| fraction(0, 1).checked_sub(side).unwrap();
    assert_eq!(negative(left).compare(&negative(right)), Ordering::Less);
    assert_eq!(negative(left).compare(&right), Ordering::Less);
}
