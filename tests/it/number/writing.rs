//! Numbers as an office writes them, and as documents hold them.

use bieumau::number::{Decimal, write};

use super::decimal;

#[test]
fn dots_group_thousands_and_a_comma_is_the_decimal_mark() {
    for (canonical, written) in [
        ("0", "0"),
        ("7", "7"),
        ("999", "999"),
        ("1000", "1.000"),
        ("11647", "11.647"),
        ("100000", "100.000"),
        ("6730003", "6.730.003"),
        ("83.49", "83,49"),
        ("-83.49", "-83,49"),
        ("-100", "-100"),
        ("-1000", "-1.000"),
        ("0.5", "0,5"),
        ("-0.05", "-0,05"),
        ("1234567.891", "1.234.567,891"),
        ("0.000000000001", "0,000000000001"),
    ] {
        assert_eq!(write(decimal(canonical)), written);
    }
}

#[test]
fn superfluous_zeros_are_not_written() {
    assert_eq!(write(Decimal::new(8_350, 2).unwrap()), "83,5");
    assert_eq!(write(Decimal::new(10_000, 2).unwrap()), "100");
    assert_eq!(write(Decimal::new(0, 9).unwrap()), "0");
}

#[test]
fn documents_hold_a_dot_and_no_groups() {
    for canonical in ["0", "11647", "51.22", "-83.49", "-0.05", "0.000000000001"] {
        assert_eq!(decimal(canonical).canonical(), canonical);
    }
    for (text, canonical) in [
        ("007.50", "7.5"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("1.000", "1"),
    ] {
        assert_eq!(decimal(text).canonical(), canonical);
    }
}

#[test]
fn what_is_no_number_of_a_document_is_not_parsed() {
    for text in [
        "", "-", ".", ".5", "5.", "1.2.3", "1,5", "+1", "--1", "1e3", " 1", "1 ", "0x1", "１",
        "1.-5", "−1", "1_0", "NaN", "inf",
    ] {
        assert_eq!(Decimal::parse_canonical(text), None, "{text:?}");
    }
}
