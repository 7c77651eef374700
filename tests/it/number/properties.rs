//! What holds for every text and every number.

use std::cmp::Ordering;

use bieumau::number::Expected::{self, Count, Money, Ratio};
use bieumau::number::{Decimal, Fraction, Meaning, Reading, read, write};
use proptest::prelude::*;

use super::{EVERY_KIND, fraction};

/// Any decimal; half of them of the size of real figures.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let largest = 10_i128.pow(30) - 1;
    prop_oneof![
        (-largest..=largest, 0..=12_u8),
        (-1_000_000..1_000_000_i128, 0..=4_u8)
    ]
    .prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale).unwrap())
}

fn any_kind() -> impl Strategy<Value = Expected> {
    prop::sample::select(EVERY_KIND.to_vec())
}

/// Signs that occur in figures and near them, so that random texts come close to numbers.
fn near_figures() -> impl Strategy<Value = String> {
    "[-0-9., %/=()０-９．，\u{A0}\u{2009}\u{2212}–kKtrtỷệiuđồnghphiếu\u{301}\u{323}\u{302}]{0,12}"
}

/// The digits of a text in order, full-width ones too, without zeros at either end.
fn digits(text: &str) -> String {
    let digit = |sign: char| match sign {
        '０'..='９' => char::from_digit(u32::from(sign) - u32::from('０'), 10),
        sign => sign.is_ascii_digit().then_some(sign),
    };
    let digits: String = text.chars().filter_map(digit).collect();
    digits.trim_matches('0').to_owned()
}

fn numbers(reading: &Reading) -> Vec<Decimal> {
    match reading {
        Reading::Number { value, .. } => vec![*value],
        Reading::Ask(meanings) => meanings
            .iter()
            .filter_map(|meaning| match meaning {
                Meaning::Number(number) => Some(*number),
                Meaning::NotApplicable | Meaning::Blank => None,
            })
            .collect(),
        Reading::Blank | Reading::Unreadable => Vec::new(),
    }
}

fn turned(reading: Reading) -> Reading {
    let negative = |number: Decimal| Decimal::ZERO.checked_sub(number).unwrap();
    match reading {
        Reading::Number { value, notice } => Reading::Number {
            value: negative(value),
            notice,
        },
        Reading::Ask(meanings) => Reading::Ask(
            meanings
                .into_iter()
                .map(|meaning| match meaning {
                    Meaning::Number(number) => Meaning::Number(negative(number)),
                    other => other,
                })
                .collect(),
        ),
        other => other,
    }
}

fn is_three_digits_before_the_mark(number: Decimal) -> bool {
    number.abs() >= Decimal::from_integer(1) && number.abs() < Decimal::from_integer(1_000)
}

/// The exact product of two numbers, high half first.
fn wide_product(left: u128, right: u128) -> (u128, u128) {
    const HALF: u128 = u64::MAX as u128;
    let (a, b, c, d) = (left >> 64, left & HALF, right >> 64, right & HALF);
    let (middle, carried) = (a * d).overflowing_add(b * c);
    let (low, carry) = (b * d).overflowing_add(middle << 64);
    let high = a * c + (middle >> 64) + (u128::from(carried) << 64) + u128::from(carry);
    (high, low)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_text_makes_reading_fail(text in any::<String>(), measure in any::<String>(), kind in any_kind()) {
        let _ = read(&text, kind, &measure);
        let _ = Decimal::parse_canonical(&text);
    }

    #[test]
    fn no_number_read_or_offered_has_other_digits_than_the_text(text in near_figures(), kind in any_kind()) {
        let written = digits(&text);
        for number in numbers(&read(&text, kind, "Triệu đồng")) {
            prop_assert_eq!(digits(&number.canonical()), written.clone(), "{:?}", text);
        }
    }

    #[test]
    fn padding_and_full_width_signs_change_nothing(text in "[-0-9., %]{0,10}", kind in any_kind()) {
        let full_width = |sign: char| match sign {
            '0'..='9' | '.' | ',' | '-' | '%' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap(),
            ' ' => '\u{202F}',
            sign => sign,
        };
        let reading = read(&text, kind, "");
        prop_assert_eq!(&read(&text.chars().map(full_width).collect::<String>(), kind, ""), &reading);
        prop_assert_eq!(&read(&format!("\u{A0} {text}\r\n"), kind, ""), &reading);
    }

    #[test]
    fn a_minus_turns_the_number_and_nothing_else(text in "[0-9][0-9.,]{0,9}", kind in any_kind()) {
        prop_assert_eq!(read(&format!("-{text}"), kind, ""), turned(read(&text, kind, "")));
    }

    #[test]
    fn a_sign_of_percent_in_a_ratio_row_says_nothing_new(text in "[0-9][0-9.,]{0,9}") {
        prop_assert_eq!(read(&format!("{text}%"), Ratio, "%"), read(&text, Ratio, "%"));
    }

    #[test]
    fn money_and_decimals_read_back_what_was_written(number in any_decimal()) {
        for kind in [Money, Expected::Decimal] {
            prop_assert_eq!(
                read(&write(number), kind, ""),
                Reading::Number { value: number, notice: None }
            );
        }
    }

    /// In a count row `1,234` may be English for 1234. No count is written so: counts are whole.
    #[test]
    fn counts_read_back_what_was_written_unless_a_fraction_looks_like_a_group(number in any_decimal()) {
        let expected = if number.scale() == 3 && is_three_digits_before_the_mark(number) {
            Reading::Ask(vec![Meaning::Number(Decimal::new(number.mantissa(), 0).unwrap())])
        } else {
            Reading::Number { value: number, notice: None }
        };
        prop_assert_eq!(read(&write(number), Count, ""), expected);
    }

    /// In a ratio row `71.297` is asked about. No share is written so: it ends at 100.
    #[test]
    fn ratios_read_back_what_was_written_unless_it_is_one_group(number in any_decimal()) {
        let thousandth = Decimal::new(number.mantissa(), 3);
        let expected = match thousandth {
            Some(small) if number.is_whole() && is_three_digits_before_the_mark(small) => {
                Reading::Ask(vec![Meaning::Number(small), Meaning::Number(number)])
            }
            _ => Reading::Number { value: number, notice: None },
        };
        prop_assert_eq!(read(&write(number), Ratio, ""), expected);
    }

    #[test]
    fn the_canonical_form_is_parsed_back(number in any_decimal()) {
        prop_assert_eq!(Decimal::parse_canonical(&number.canonical()), Some(number));
    }

    #[test]
    fn decimals_are_ordered_as_their_padded_digits_are(left in any_decimal(), right in any_decimal()) {
        let padded = |number: Decimal| {
            let text = number.abs().canonical();
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            format!("{whole:0>30}{fraction:0<12}")
        };
        let by_size = padded(left).cmp(&padded(right));
        let expected = match (left.is_negative(), right.is_negative()) {
            (false, false) => by_size,
            (true, true) => by_size.reverse(),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        };
        prop_assert_eq!(left.cmp(&right), expected);
        let as_fractions = Fraction::from_decimal(left).compare(&Fraction::from_decimal(right));
        prop_assert_eq!(as_fractions, expected);
    }

    #[test]
    fn a_sum_less_one_part_is_the_other(left in any_decimal(), right in any_decimal()) {
        if let Some(sum) = left.checked_add(right) {
            prop_assert_eq!(sum.checked_sub(right), Some(left));
            let as_fractions = Fraction::from_decimal(left).checked_add(Fraction::from_decimal(right));
            prop_assert_eq!(as_fractions, Some(Fraction::from_decimal(sum)));
        }
    }

    #[test]
    fn fractions_are_ordered_as_their_cross_products_are(
        (a, c) in (0..10_i128.pow(30), 0..10_i128.pow(30)),
        (b, d) in (1..10_i128.pow(30), 1..10_i128.pow(30)),
    ) {
        let crosswise = |left: i128, right: i128| wide_product(left.unsigned_abs(), right.unsigned_abs());
        let expected = crosswise(a, d).cmp(&crosswise(c, b));
        prop_assert_eq!(fraction(a, b).compare(&fraction(c, d)), expected);
        prop_assert_eq!(fraction(-a, b).compare(&fraction(-c, d)), expected.reverse());
    }

    #[test]
    fn small_fractions_are_added_and_multiplied_as_at_school(
        (a, c) in (-10_000..10_000_i128, -10_000..10_000_i128),
        (b, d) in (1..10_000_i128, 1..10_000_i128),
    ) {
        let (left, right) = (fraction(a, b), fraction(c, d));
        prop_assert_eq!(left.checked_add(right), Some(fraction(a * d + c * b, b * d)));
        prop_assert_eq!(left.checked_sub(right), Some(fraction(a * d - c * b, b * d)));
        prop_assert_eq!(left.checked_mul(right), Some(fraction(a * c, b * d)));
        if c != 0 {
            prop_assert_eq!(left.checked_div(right), Some(fraction(a * d, b * c)));
        }
    }

    #[test]
    fn a_rounded_number_is_the_nearest_and_of_two_the_one_further_from_zero(
        numerator in 0..10_i128.pow(18),
        denominator in 1..10_i128.pow(30),
        decimals in 0..=11_u8,
    ) {
        let exact = fraction(numerator, denominator);
        let rounded = exact.round(decimals).unwrap();
        let half = Decimal::new(5, decimals + 1).unwrap();
        let from = Fraction::from_decimal(rounded.checked_sub(half).unwrap());
        let below = Fraction::from_decimal(rounded.checked_add(half).unwrap());
        prop_assert!(from.compare(&exact).is_le() && exact.compare(&below).is_lt());
        prop_assert!(rounded.scale() <= decimals);
        let mirrored = fraction(-numerator, denominator).round(decimals);
        prop_assert_eq!(mirrored, Decimal::ZERO.checked_sub(rounded));
    }
}
