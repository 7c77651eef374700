//! Figures, without words around them. One text, one row, one reading.

use bieumau::number::Expected::{Count, Decimal, Money, Ratio};
use bieumau::number::{Expected, Meaning, Notice, Reading, read};

use super::{EVERY_KIND, ask, decimal, noticed, taken};

fn check(kinds: &[Expected], text: &str, reading: Reading) {
    for kind in kinds {
        assert_eq!(
            read(text, *kind, ""),
            reading,
            "{text:?} in a row of {kind:?}"
        );
    }
}

#[test]
fn nothing_is_blank_and_so_is_white_space() {
    for text in [
        "",
        " ",
        "\t\r\n",
        "\u{A0}",
        "\u{3000}",
        "\u{FEFF}",
        "\u{200B} ",
    ] {
        check(&EVERY_KIND, text, Reading::Blank);
    }
}

#[test]
fn digits_are_a_whole_number_and_leading_zeros_are_custom() {
    check(&EVERY_KIND, "02", taken("2"));
    check(&EVERY_KIND, "08", taken("8"));
    check(&EVERY_KIND, "0", taken("0"));
    check(&EVERY_KIND, "000", taken("0"));
    check(&EVERY_KIND, " 1234567 ", taken("1234567"));
}

#[test]
fn dots_group_thousands() {
    check(&[Count, Money, Decimal], "11.647", taken("11647"));
    check(&[Count, Money, Decimal], "100.000", taken("100000"));
    check(&EVERY_KIND, "6.730.003", taken("6730003"));
    check(&EVERY_KIND, "11.647,5", taken("11647.5"));
    check(&EVERY_KIND, "1.234.567,089", taken("1234567.089"));
}

#[test]
fn one_group_in_a_percent_row_is_asked_about() {
    check(&[Ratio], "71.297", ask(&["71.297", "71297"]));
    check(&[Ratio], "2.197", ask(&["2.197", "2197"]));
    check(&[Ratio], "100.000", ask(&["100", "100000"]));
    check(&[Ratio], "71.297%", ask(&["71.297", "71297"]));
    check(&[Ratio], "-1.500", ask(&["-1.5", "-1500"]));
}

#[test]
fn a_dot_before_one_or_two_digits_is_a_decimal_mark_in_percent_rows_only() {
    for (text, number) in [
        ("71.3", "71.3"),
        ("71.30", "71.3"),
        ("0.5", "0.5"),
        ("1234.56", "1234.56"),
    ] {
        check(&[Ratio], text, noticed(number, Notice::DotAsDecimalMark));
        check(&[Money, Decimal], text, ask(&[number]));
        check(&[Count], text, Reading::Unreadable);
    }
}

#[test]
fn three_digits_after_a_dot_that_cannot_group_are_asked_about_except_in_counts() {
    for (text, number) in [
        ("0.123", "0.123"),
        ("01.234", "1.234"),
        ("1234.567", "1234.567"),
    ] {
        check(&[Ratio, Money, Decimal], text, ask(&[number]));
        check(&[Count], text, Reading::Unreadable);
    }
}

#[test]
fn a_comma_is_the_decimal_mark() {
    check(&EVERY_KIND, "83,49", taken("83.49"));
    check(&EVERY_KIND, "75,5", taken("75.5"));
    check(&EVERY_KIND, "0,50", taken("0.5"));
    check(&EVERY_KIND, "12,000000000000", taken("12"));
    check(&EVERY_KIND, "1,2345", taken("1.2345"));
    check(&[Money, Decimal, Ratio], "1,234", taken("1.234"));
}

#[test]
fn the_english_way_of_grouping_is_asked_about_and_never_taken() {
    check(&[Count], "1,234", ask(&["1234"]));
    check(&[Count], "100,000", ask(&["100000"]));
    check(&EVERY_KIND, "1,234,567", ask(&["1234567"]));
    check(&EVERY_KIND, "1,234.5", ask(&["1234.5"]));
    check(&EVERY_KIND, "1,234,567.891", ask(&["1234567.891"]));
}

#[test]
fn a_comma_in_a_count_that_cannot_group_is_a_decimal_mark_for_the_rules_to_find() {
    check(&[Count], "0,234", taken("0.234"));
    check(&[Count], "1234,567", taken("1234.567"));
    check(&[Count], "1,5", taken("1.5"));
}

#[test]
fn marks_that_make_no_number_are_unreadable() {
    for text in [
        "21.01.2021",
        "7.2021",
        "1.23.456",
        "1234.567.890",
        "0.123.456",
        "0.123,4",
        "1.23,4",
        "1,5.2",
        "0,234.5",
        "1,23,456",
        "1.234,5,6",
        "1.234,567.8",
        "1,234.567,8",
        "1..2",
        "1,,2",
        "1.,2",
        "12.",
        "12,",
        ".5",
        ",5",
        ".",
        ",",
        "1.234.",
        "1.234,",
    ] {
        check(&EVERY_KIND, text, Reading::Unreadable);
    }
}

#[test]
fn spaces_may_group_threes_and_it_is_told() {
    let grouped = |number| noticed(number, Notice::SpacesAsGroups);
    check(&EVERY_KIND, "1 234 567", grouped("1234567"));
    check(&EVERY_KIND, "11 647", grouped("11647"));
    check(&EVERY_KIND, "11 647,25", grouped("11647.25"));
    for space in ["\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"] {
        check(&EVERY_KIND, &format!("11{space}647"), grouped("11647"));
    }
}

#[test]
fn any_other_space_between_digits_is_unreadable() {
    for text in [
        "1 2",
        "12 34",
        "1234 567",
        "1 234 56",
        "0 123",
        "1  234",
        "1\t234",
        "1\n234",
        "1 234.567",
        "1.234 567",
        "1 234.5",
        "1 ,5",
        "1, 5",
        "1\u{3000}234",
    ] {
        check(&EVERY_KIND, text, Reading::Unreadable);
    }
}

#[test]
fn the_sign_of_percent_ends_a_ratio_and_nothing_else() {
    check(&[Ratio], "100%", taken("100"));
    check(&[Ratio], "83,49 %", taken("83.49"));
    check(&[Ratio], "28.6%", noticed("28.6", Notice::DotAsDecimalMark));
    check(&[Count, Money, Decimal], "100%", Reading::Unreadable);
    check(&EVERY_KIND, "%", Reading::Unreadable);
    check(&EVERY_KIND, "100%%", Reading::Unreadable);
    check(&EVERY_KIND, "% 100", Reading::Unreadable);
    check(&EVERY_KIND, "100 ‰", Reading::Unreadable);
}

#[test]
fn a_minus_stands_directly_before_the_digits() {
    check(&EVERY_KIND, "-5", taken("-5"));
    check(&EVERY_KIND, "\u{2212}5", taken("-5"));
    check(&EVERY_KIND, "-1.234,5", taken("-1234.5"));
    check(&EVERY_KIND, "-0", taken("0"));
    for text in ["- 5", "--5", "–5", "+5", "5-", "(5)", "1-2"] {
        check(&EVERY_KIND, text, Reading::Unreadable);
    }
}

#[test]
fn full_width_digits_and_signs_are_read() {
    check(&EVERY_KIND, "１２３", taken("123"));
    check(&[Count], "１１．６４７", taken("11647"));
    check(&[Ratio], "－８３，４９％", taken("-83.49"));
    check(&EVERY_KIND, "\u{3000}５", taken("5"));
}

#[test]
fn digits_of_other_scripts_are_unreadable() {
    for text in ["١٢", "१२", "②", "²", "Ⅳ", "五"] {
        check(&EVERY_KIND, text, Reading::Unreadable);
    }
}

#[test]
fn a_dash_and_a_no_are_asked_about_and_never_guessed_into_zero() {
    let none_or_zero = Reading::Ask(vec![Meaning::NotApplicable, Meaning::Number(decimal("0"))]);
    for text in [
        "-",
        "–",
        "—",
        "−",
        "Không",
        "không",
        "KHÔNG",
        "Không có",
        " không  có ",
        "Không = 0",
        "không=0",
        "Kho\u{302}ng",
        "Không co\u{301}",
    ] {
        check(&EVERY_KIND, text, none_or_zero.clone());
    }
}

#[test]
fn nothing_arose_has_one_meaning_and_is_still_asked_about() {
    for text in ["Không phát sinh", "KHÔNG PHÁT SINH", "không phát sinh"] {
        check(
            &EVERY_KIND,
            text,
            Reading::Ask(vec![Meaning::NotApplicable]),
        );
    }
}

#[test]
fn everything_else_is_unreadable() {
    for text in [
        "Dự kiến 02",
        "= b/a*100",
        "a",
        "b",
        "21/41",
        "02/08",
        "1/2",
        "8-10%",
        "≥ 95%",
        "> 5",
        "~5",
        "5*2",
        "5=5",
        "90%, 80%, 60%",
        "Quý IV/2022",
        "(Tỉ lệ 57.4%)",
        "Có = 1; Không = 0",
        "Phát phiếu = 1",
        "1e5",
        "0x10",
        "∞",
        "NaN",
        "inf",
        "Không 5",
        "không rõ",
        "--",
        "-%",
        "-.5",
        "#REF!",
        "#DIV/0!",
        "1_000",
        "1'000",
    ] {
        check(&EVERY_KIND, text, Reading::Unreadable);
    }
}

#[test]
fn thirty_digits_and_twelve_decimals_are_read_and_not_one_more() {
    let nines = "9".repeat(30);
    check(&EVERY_KIND, &nines, taken(&nines));
    check(&EVERY_KIND, &format!("000{nines}"), taken(&nines));
    check(&EVERY_KIND, &format!("9{nines}"), Reading::Unreadable);
    check(
        &EVERY_KIND,
        &format!("1{}", "0".repeat(30)),
        Reading::Unreadable,
    );
    check(&EVERY_KIND, "0,000000000001", taken("0.000000000001"));
    check(&EVERY_KIND, "0,0000000000001", Reading::Unreadable);
    let widest = format!("{},{}", "9".repeat(18), "9".repeat(12));
    check(&EVERY_KIND, &widest, taken(&widest.replace(',', ".")));
    check(&EVERY_KIND, &format!("9{widest}"), Reading::Unreadable);
    check(&EVERY_KIND, &"1".repeat(100_000), Reading::Unreadable);
}
