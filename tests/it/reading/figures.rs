//! Numbers of a workbook: whatever row one comes to, it is that number or a question, and never another.

use bieumau::number::{Decimal, Expected, Reading, read};
use bieumau::office::xlsx::figure;
use proptest::prelude::*;

#[test]
fn a_number_is_written_with_a_comma_and_nothing_else() {
    let cases: [(f64, &str, &str); 53] = [
        (0.0, "General", "0"),
        (-0.0, "General", "0"),
        (41.0, "General", "41"),
        (71.297, "General", "71,297"),
        (71_297.0, "#,##0", "71297"),
        (11_647.0, "General", "11647"),
        (-83.49, "0.00", "-83,49"),
        (1e15, "General", "1000000000000000"),
        (1.5e20, "General", "150000000000000000000"),
        (1e300, "General", "1e300"),
        (1e-7, "General", "0,0000001"),
        (1e-300, "General", "0"),
        (f64::NAN, "General", "#NUM!"),
        (f64::INFINITY, "0%", "#NUM!"),
        (0.1 + 0.2, "General", "0,3"),
        // What is typed stands, whatever is shown of it.
        (12.345, "0", "12,345"),
        (1_234.5, "#,##0", "1234,5"),
        (2.1, "0.00", "2,10"),
        (2.1, "0.000", "2,1"),
        (12.0, "0.00", "12"),
        // What is computed is taken as it is shown.
        (100.0 * 21.0 / 41.0, "0.00", "51,22"),
        (100.0 * 21.0 / 41.0, "#,##0", "51"),
        (100.0 * 21.0 / 41.0, "General", "51,219512195122"),
        (2.0 / 3.0, "0", "1"),
        (999.999_999_99, "0.0", "1000"),
        (0.7551, "0.00%", "75,51%"),
        (0.7551, "0%", "75,51%"),
        (1.0, "0%", "100%"),
        (21.0 / 41.0, "0.00%", "51,22%"),
        (0.29, "0%", "29%"),
        // A sign of percent that only stands there, and a date that is none.
        (75.5, "0.0\"%\"", "75,5"),
        (75.5, "0.0\\%", "75,5"),
        (8.0, "00;[Red]-00%", "8"),
        // In thousands and millions it is so many of them, as the cell shows it.
        (11_647_000_000.0, "#,##0,,", "11647"),
        (11_647_000_000.0, "#,##0,, \"triệu\"", "11647"),
        (1_234_567.0, "#,##0.0,", "1234,567"),
        (1_234_567.0, "0,.00", "1234,567"),
        (1_234_567.0, "#,##0", "1234567"),
        (2_000.0, "0,_)", "2"),
        (5_000.0, "#,##0\",\"", "5000"),
        (1.0 / 3.0 * 1e6, "#,##0.00,", "333,33"),
        // The part of the format that shows the number says what it is.
        (0.7551, "[=0]\"-\";0.00%", "75,51%"),
        (0.0, "[=0]\"-\";0.00%", "0"),
        (0.5, "0.00%;-0.00%;\"-\"", "50%"),
        (-0.5, "0.00%;-0.00%;\"-\"", "-50%"),
        (-8.0, "0%;0", "-8"),
        (1_500.0, "[>=1000]#,##0,;0", "1,5"),
        (999.0, "[>=1000]#,##0,;0", "999"),
        (12_000_000.0, "[>=1000000]0,,;[>=1000]0,;0", "12"),
        (12_000.0, "[>=1000000]0,,;[>=1000]0,;0", "12"),
        (12.0, "[>=1000000]0,,;[>=1000]0,;0", "12"),
        (0.25, "[Red][<0]0%;[Blue]0%", "25%"),
        (41.0, "[$-42A]General", "41"),
    ];
    for (value, format, text) in cases {
        assert_eq!(figure(value, format), text, "{value} in {format}");
    }
}

#[test]
fn a_number_in_percent_is_no_figure_where_no_percent_belongs() {
    let text = figure(0.7551, "0.00%");
    for expected in [Expected::Count, Expected::Money, Expected::Decimal] {
        assert_eq!(read(&text, expected, "Hồ sơ"), Reading::Unreadable);
    }
}

proptest! {
    /// Of every number that can be typed into a cell, whichever row it comes to.
    #[test]
    fn no_reading_changes_the_magnitude(digits in -999_999_999_999_i64..999_999_999_999, scale in 0_u8..6) {
        let exact = Decimal::new(i128::from(digits), scale).unwrap();
        let value: f64 = exact.canonical().parse().unwrap();
        for format in ["General", "0", "#,##0.00", "@"] {
            let text = figure(value, format);
            for expected in [Expected::Count, Expected::Money, Expected::Decimal, Expected::Ratio] {
                match read(&text, expected, "") {
                    Reading::Number { value, notice } => {
                        prop_assert_eq!(value, exact, "{} {:?}", text, expected);
                        prop_assert_eq!(notice, None);
                    }
                    // A count with a fraction of three digits: was 71.297 typed where the point groups?
                    Reading::Ask(_) => prop_assert!(expected == Expected::Count && exact.scale() == 3),
                    other => prop_assert!(false, "{} {:?} {:?}", text, expected, other),
                }
            }
        }
        let percent = figure(value / 100.0, "0.00%");
        if let Reading::Number { value, .. } = read(&percent, Expected::Ratio, "%") {
            prop_assert_eq!(value, exact, "{}", percent);
        } else {
            prop_assert!(false, "{}", percent);
        }
    }

    #[test]
    fn any_number_is_written(bits in any::<u64>(), format in ".{0,12}") {
        let text = figure(f64::from_bits(bits), &format);
        prop_assert!(!text.is_empty() && text.len() < 40);
    }
}
