//! Words after a number: left out with a notice, and never where they carry its size.

use bieumau::number::Expected::{Count, Decimal, Money, Ratio};
use bieumau::number::{Expected, Reading, read};

use super::{ask, taken, without_words};

fn check(kind: Expected, measure: &str, text: &str, reading: Reading) {
    assert_eq!(
        read(text, kind, measure),
        reading,
        "{text:?} in a row of {kind:?}, measured in {measure:?}"
    );
}

#[test]
fn plain_words_after_a_number_are_left_out_and_told() {
    check(
        Count,
        "Số lượng",
        "6.238 phiếu",
        without_words("6238", "phiếu"),
    );
    check(Count, "", "12 đơn vị", without_words("12", "đơn vị"));
    check(
        Count,
        "",
        "07 nhiệm vụ trọng tâm",
        without_words("7", "nhiệm vụ trọng tâm"),
    );
    check(
        Count,
        "Văn bản",
        "159.918\u{A0}văn bản",
        without_words("159918", "văn bản"),
    );
    check(
        Count,
        "Cơ quan, đơn vị",
        "3 cơ quan, đơn vị",
        without_words("3", "cơ quan, đơn vị"),
    );
    check(Decimal, "ngày", "1,5 ngày", without_words("1.5", "ngày"));
    check(
        Count,
        "Văn bản",
        "12\nvăn bản.",
        without_words("12", "văn bản."),
    );
    check(Count, "Hồ sơ", "５ hồ sơ", without_words("5", "hồ sơ"));
}

#[test]
fn a_word_of_magnitude_is_never_left_out() {
    for words in [
        "tỷ",
        "tỷ đồng",
        "tỉ",
        "TỶ",
        "ty",
        "triệu",
        "Triệu đồng",
        "trieu",
        "tr",
        "tr.",
        "trđ",
        "nghìn",
        "ngàn",
        "nghin",
        "k",
        "K",
        "vạn",
        "trăm",
        "chục",
        "nghìn hồ sơ",
        "hồ sơ (nghìn)",
        "hồ sơ, nghìn",
        "rưỡi",
        "nửa",
        "đồng",
        "đ",
        "VNĐ",
        "million",
        "thousand",
        "ty\u{309}",
        "tri\u{1EC7}u",
        "trie\u{323}\u{302}u",
        "tri\u{EA}\u{323}u",
        "nghi\u{300}n",
        "phần trăm",
        "tỷ lệ",
    ] {
        for kind in [Count, Money, Decimal, Ratio] {
            check(
                kind,
                "Văn bản",
                &format!("1.634,5 {words}"),
                Reading::Unreadable,
            );
        }
    }
}

#[test]
fn the_magnitude_of_the_rows_own_measure_may_be_repeated() {
    for words in [
        "triệu đồng",
        "Triệu đồng",
        "TRIỆU ĐỒNG",
        "triệu",
        "triệu  đồng",
        "triệu đồng.",
        "trie\u{323}\u{302}u đo\u{302}\u{300}ng",
        "TRIỆU ÐỒNG",
    ] {
        check(
            Money,
            "Triệu đồng",
            &format!("16.304 {words}"),
            without_words("16304", words),
        );
    }
    check(
        Money,
        "Tỷ đồng",
        "1.634 tỉ đồng",
        without_words("1634", "tỉ đồng"),
    );
    check(
        Money,
        "Nghìn đồng",
        "1.634 ngàn đồng",
        without_words("1634", "ngàn đồng"),
    );
    check(Money, "Đồng", "1.634 đồng", without_words("1634", "đồng"));
}

#[test]
fn only_the_measure_itself_may_follow_where_it_has_a_magnitude() {
    for words in [
        "đồng",
        "tỷ đồng",
        "dự án",
        "nghìn đồng",
        "triệu người",
        "đồng triệu",
    ] {
        check(
            Money,
            "Triệu đồng",
            &format!("16.304 {words}"),
            Reading::Unreadable,
        );
    }
    check(Count, "Nghìn người", "12 người", Reading::Unreadable);
    check(
        Count,
        "Nghìn người",
        "12 nghìn",
        without_words("12", "nghìn"),
    );
    // What is cut off here would multiply again.
    check(Money, "Nghìn tỷ đồng", "5 nghìn", Reading::Unreadable);
    check(
        Money,
        "Nghìn tỷ đồng",
        "5 nghìn tỷ",
        without_words("5", "nghìn tỷ"),
    );
}

#[test]
fn a_measure_may_hold_signs_that_other_words_may_not() {
    check(Decimal, "m²", "5 m²", without_words("5", "m²"));
    check(
        Count,
        "doanh nghiệp/năm",
        "5 doanh nghiệp/năm",
        without_words("5", "doanh nghiệp/năm"),
    );
    check(
        Count,
        "doanh nghiệp",
        "5 doanh nghiệp/năm",
        Reading::Unreadable,
    );
}

#[test]
fn words_with_digits_brackets_or_operators_are_unreadable() {
    for text in [
        "12 hồ sơ 5",
        "12 (văn bản)",
        "12 văn bản/quý",
        "12 a = b",
        "12 - văn bản",
        "12 ≥ a",
        "12 m²",
        "12 *",
        "12 văn bản + 3",
        "12 .",
        "12 , a",
        "12 “văn bản”",
        "12 万",
        "12 tệp 👍",
    ] {
        check(Count, "Văn bản", text, Reading::Unreadable);
    }
}

#[test]
fn a_word_glued_to_the_number_is_unreadable() {
    for text in ["12a", "5tr", "5k", "12phiếu", "1e3", "12%văn bản"] {
        check(Count, "Văn bản", text, Reading::Unreadable);
        check(Ratio, "%", text, Reading::Unreadable);
    }
}

#[test]
fn words_do_not_make_a_question_less_of_a_question() {
    check(Count, "Phiếu", "1,234 phiếu", ask(&["1234"]));
    check(Ratio, "%", "71.297 hồ sơ", ask(&["71.297", "71297"]));
    check(Count, "Phiếu", "7.2021 phiếu", Reading::Unreadable);
}

#[test]
fn a_number_that_needs_two_notices_is_asked_about() {
    check(Ratio, "%", "71.3 hồ sơ", ask(&["71.3"]));
    check(Count, "Phiếu", "1 234 phiếu", ask(&["1234"]));
}

#[test]
fn the_measure_changes_nothing_about_a_bare_number() {
    for measure in ["", "%", "Triệu đồng", "Hồ sơ", "1.000 đồng", "= 0 (không)"] {
        check(Money, measure, "16.304", taken("16304"));
    }
}
