//! What is no formula is refused, and told with the place where it goes wrong.

use FormulaError::{Misplaced, NotANumber, OpenReference, UnknownSign, WantsRow, WrongType};
use bieumau::formula::{Comparison, Formula, FormulaError, MAX_LENGTH, Type};

fn refused(text: &str, error: FormulaError) {
    assert_eq!(Formula::parse(text), Err(error), "{text}");
}

#[test]
fn nothing_is_no_formula() {
    refused("", FormulaError::Empty);
    refused(" \t\n\u{a0}", FormulaError::Empty);
}

#[test]
fn two_operands_need_an_operator_between_them() {
    refused("1 2", Misplaced { place: 3 });
    refused("[a] [b]", Misplaced { place: 5 });
    refused("[a](1)", Misplaced { place: 4 });
    refused("2 percent(1, 2)", Misplaced { place: 3 });
    refused("(1)(2)", Misplaced { place: 4 });
}

#[test]
fn an_operator_needs_operands() {
    refused("1 +", Misplaced { place: 4 });
    refused("* 2", Misplaced { place: 1 });
    refused("+ 2", Misplaced { place: 1 });
    refused("1 + * 2", Misplaced { place: 5 });
    refused("-", Misplaced { place: 2 });
    refused("[a] =", Misplaced { place: 6 });
    refused("= [a]", Misplaced { place: 1 });
}

#[test]
fn a_bracket_needs_its_partner_and_something_inside() {
    refused("(1", Misplaced { place: 1 });
    refused("1 + (2 + (3)", Misplaced { place: 5 });
    refused("1)", Misplaced { place: 2 });
    refused("()", Misplaced { place: 2 });
    refused("sum(1", Misplaced { place: 1 });
    refused("(1 + )", Misplaced { place: 6 });
}

#[test]
fn a_comma_stands_between_the_operands_of_a_function_only() {
    refused("1, 2", Misplaced { place: 2 });
    refused("(1, 2)", Misplaced { place: 3 });
    refused("sum(1,, 2)", Misplaced { place: 7 });
    refused("sum(1, )", Misplaced { place: 8 });
    refused("sum(, 1)", Misplaced { place: 5 });
}

#[test]
fn a_row_reference_is_closed() {
    refused("[a", OpenReference { place: 1 });
    refused("[a] + [b", OpenReference { place: 7 });
}

#[test]
fn digits_with_two_marks_are_no_number() {
    let text = |text: &str| text.to_owned();
    refused(
        "1.2.3",
        NotANumber {
            place: 1,
            text: text("1.2.3"),
        },
    );
    refused(
        "[a] + 7.",
        NotANumber {
            place: 7,
            text: text("7."),
        },
    );
    let long = "9".repeat(31);
    refused(
        &long,
        NotANumber {
            place: 1,
            text: long.clone(),
        },
    );
}

#[test]
fn signs_that_the_language_does_not_have_are_named() {
    refused(
        "1 & 2",
        UnknownSign {
            place: 3,
            sign: '&',
        },
    );
    refused(
        "1 ! 2",
        UnknownSign {
            place: 3,
            sign: '!',
        },
    );
    refused(
        "[a] == 1; drop",
        UnknownSign {
            place: 9,
            sign: ';',
        },
    );
    refused(
        "\"x\"",
        UnknownSign {
            place: 1,
            sign: '"',
        },
    );
    refused(
        "]",
        UnknownSign {
            place: 1,
            sign: ']',
        },
    );
}

#[test]
fn a_name_is_a_known_function_with_its_bracket() {
    let unknown = |place, name: &str| FormulaError::UnknownFunction {
        place,
        name: name.to_owned(),
    };
    refused("tong(1)", unknown(1, "tong"));
    refused("1 + Sum(2)", unknown(5, "Sum"));
    refused("tổng_số(1)", unknown(1, "tổng_số"));
    refused("sum", Misplaced { place: 1 });
    refused("1 + pi", Misplaced { place: 5 });
}

#[test]
fn functions_count_their_operands() {
    let wrong = |name, wants| FormulaError::WrongCount { name, wants };
    refused("percent(1)", wrong("percent", "2"));
    refused("percent(1, 2, 3)", wrong("percent", "2"));
    refused("percent_change(1)", wrong("percent_change", "2"));
    refused("sum()", Misplaced { place: 5 });
}

#[test]
fn blank_and_filled_ask_about_exactly_one_row() {
    refused("blank(1)", WantsRow { place: 1 });
    refused("1 + filled()", WantsRow { place: 5 });
    refused("blank([a] + 1)", WantsRow { place: 1 });
    refused("blank([a], [b])", WantsRow { place: 1 });
    refused("blank([a]", WantsRow { place: 1 });
}

#[test]
fn a_truth_is_no_number() {
    refused("([a] = 1) + 2", WrongType { place: 11 });
    refused("2 * ([a] = 1)", WrongType { place: 3 });
    refused("-([a] = 1)", WrongType { place: 1 });
    refused("[a] < 1 < 2", WrongType { place: 9 });
    refused("sum([a] = 1)", WrongType { place: 12 });
    refused("percent([a], blank([b]))", WrongType { place: 24 });
    refused("blank([a]) = 1", WrongType { place: 12 });
    refused("blank([a]) + 1", WrongType { place: 12 });
}

#[test]
fn places_are_counted_in_characters_not_bytes() {
    refused(
        "[dòng đỏ] ÷ ?",
        UnknownSign {
            place: 13,
            sign: '?',
        },
    );
}

#[test]
fn every_refusal_is_told_in_both_languages_with_its_place() {
    for text in [
        "",
        "1 2",
        "[a",
        "1.2.3",
        "1 & 2",
        "tong(1)",
        "percent(1)",
        "blank(1)",
        "1 + (2 = 2)",
    ] {
        let error = Formula::parse(text).unwrap_err();
        let words = error.words();
        assert!(!words.vi.is_empty() && !words.en.is_empty() && words.vi != words.en);
        assert!(
            !words.vi.contains('{') && !words.en.contains('{'),
            "{}",
            words.en
        );
    }
    let words = Formula::parse("1 & 2").unwrap_err().words();
    assert_eq!(words.vi, "Công thức, ký tự thứ 3: không có ký hiệu “&”.");
    assert_eq!(words.en, "Formula, character 3: there is no sign “&”.");
    let words = Formula::parse("percent(1)").unwrap_err().words();
    assert_eq!(words.en, "Function “percent” takes 2 operands.");
}

#[test]
fn a_hundred_thousand_brackets_are_refused() {
    refused(&"(".repeat(100_000), FormulaError::TooLong);
    let closed = format!("{}1{}", "(".repeat(100_000), ")".repeat(100_000));
    refused(&closed, FormulaError::TooLong);
    refused(&"-".repeat(100_000), FormulaError::TooLong);
}

#[test]
fn the_deepest_formula_that_fits_is_read() {
    let depth = MAX_LENGTH / 2 - 1;
    let deep = format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(super::value(&deep, &[]), "1");
    let negated = format!("{}1", "-".repeat(MAX_LENGTH - 1));
    assert_eq!(super::value(&negated, &[]), "-1");
    let nested = format!("{}1{}", "sum(".repeat(799), ")".repeat(799));
    assert_eq!(super::value(&nested, &[]), "1");
}

#[test]
fn a_formula_lists_each_row_once_in_the_order_of_appearance() {
    let formula = Formula::parse("percent([b], [a]) + [b] * [ c ]").unwrap();
    assert_eq!(formula.rows(), ["b", "a", "c"]);
    assert_eq!(formula.gives(), Type::Number);
    let asked = Formula::parse("blank([a])").unwrap();
    assert_eq!(asked.rows_used_as_numbers().count(), 0);
    assert_eq!(asked.gives(), Type::Truth);
}

#[test]
fn a_formula_of_one_row_is_known_as_such() {
    let single = |text: &str| Formula::parse(text).unwrap().as_single_row();
    assert_eq!(single("[a]"), Some(0));
    assert_eq!(single("([a])"), Some(0));
    assert_eq!(single("[a] + 0"), None);
}

#[test]
fn comparisons_have_the_signs_of_the_keyboard_and_of_the_book() {
    let pairs = [
        ("!=", "≠"),
        ("<=", "≤"),
        (">=", "≥"),
        ("=", "="),
        ("<", "<"),
        (">", ">"),
    ];
    for (keyboard, book) in pairs {
        assert!(Comparison::from_sign(keyboard).is_some());
        assert_eq!(Comparison::from_sign(keyboard), Comparison::from_sign(book));
        let read = |sign: &str| Formula::parse(&format!("[a] {sign} 1"));
        assert_eq!(read(keyboard), read(book));
    }
    assert_eq!(Comparison::from_sign("=="), None);
    assert_eq!(Comparison::from_sign("=<"), None);
}
