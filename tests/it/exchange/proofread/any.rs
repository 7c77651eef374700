//! Any share, right and wrong; any text at all.

use super::{read, verdicts};
use crate::desk::Desk;
use bieumau::exchange::proofread::{Sheets, Verdict, proofread};
use bieumau::number::{Decimal, Fraction, write};
use proptest::prelude::*;

/// The share of a part in a whole, in percent, rounded by the arithmetic of the library's own oracle: whole numbers.
fn percent(part: i128, whole: i128, decimals: u32) -> i128 {
    let scaled = part * 100 * 10_i128.pow(decimals);
    // Half away from zero, of what is not negative.
    (2 * scaled + whole) / (2 * whole)
}

fn written(mantissa: i128, decimals: u8) -> String {
    write(Decimal::new(mantissa, decimals).unwrap())
}

proptest! {
    #[test]
    fn a_right_share_agrees_and_a_wrong_one_does_not(
        whole in 1_i128..2_000_000,
        share in 0_u32..=100,
        decimals in 0_u8..=3,
        off in 2_i128..500,
        form in 0_usize..3,
    ) {
        let part = whole * i128::from(share) / 100;
        let exact = percent(part, whole, u32::from(decimals));
        let (a, b) = (written(part, 0), written(whole, 0));
        let text = |p: String| match form {
            0 => format!("Đã hoàn thành {a}/{b} nhiệm vụ, đạt {p}%."),
            1 => format!("Đạt {p}% ({a}/{b} nhiệm vụ)."),
            _ => format!("Đã hoàn thành {a} trên tổng số {b} nhiệm vụ, đạt {p}%."),
        };
        // A share that ends in zeros is printed shorter, and so says less; it is right all the same.
        prop_assert_eq!(verdicts(&text(written(exact, decimals))), [Verdict::Agrees]);
        let wrong = exact + off;
        let shorter = wrong % 10 == 0 && decimals > 0;
        if !shorter {
            prop_assert_eq!(verdicts(&text(written(wrong, decimals))), [Verdict::Disagrees]);
        }
    }

    #[test]
    fn a_right_sum_agrees_and_a_wrong_one_does_not(
        parts in prop::collection::vec(1_i64..1_000_000, 2..8),
        off in 1_i64..9,
        is_less in any::<bool>(),
    ) {
        let sum: i64 = parts.iter().sum();
        let said = |total: i64| {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| format!("{} hồ sơ loại khác", write(Decimal::from_integer(*part))))
                .collect();
            format!("Tiếp nhận {} hồ sơ, gồm {}.", write(Decimal::from_integer(total)), parts.join("; "))
        };
        prop_assert_eq!(verdicts(&said(sum)), [Verdict::Agrees]);
        let wrong = if is_less && sum > off { sum - off } else { sum + off };
        prop_assert_eq!(verdicts(&said(wrong)), [Verdict::Disagrees]);
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>()) {
        look_through(&text);
    }

    #[test]
    fn no_text_of_signs_and_figures_is_too_much(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "1/1", "12", "3,5%", "(", ")", "trong đó", ",", ";", ". ", "gồm", "đạt", "chiếm", "và", " ", "\n", "hồ sơ",
                "tăng", "so với", "bình quân", "2021-2025", "%", "/", "-", "I ", "Phụ lục này có 3", "0", "99999999999999999999",
                "trên tổng số", "1.000", "cụ thể:", "\u{323}", "😀", "tiếp nhận", "đang giải quyết", "đã giải quyết",
            ]),
            0..80,
        ),
    ) {
        look_through(&pieces.concat());
        look_through(&pieces.join(" "));
    }
}

/// Reads a text and looks at all that was found: every place lies in the text, on a letter.
fn look_through(text: &str) {
    for claim in read(text).claims {
        assert!(text.get(claim.sentence.clone()).is_some());
        assert!(!claim.figures.is_empty());
        for span in &claim.figures {
            assert!(
                text.get(span.clone())
                    .is_some_and(|figure| !figure.is_empty())
            );
        }
        assert!(claim.exact().is_none_or(|exact| {
            exact
                .compare(&Fraction::from_decimal(Decimal::ZERO))
                .is_ge()
        }));
    }
}

/// What is dear to read, a hundred pages of it, beside a whole report. Whoever makes this grow with the square of the
/// length will wait for minutes here.
#[test]
fn a_hundred_pages_of_anything_are_soon_done() {
    let sheets = Sheets::of(&Desk::quarter_one().session);
    for piece in [
        "1/1",
        "1/1 ",
        "1",
        "1 ",
        "(",
        "(1 hồ sơ ",
        "1 hồ sơ, ",
        "5% ",
        "5 hồ sơ, chiếm 5% ",
        "trong đó 1 hồ sơ ",
        "gồm 1 ",
        ":1 ",
        "Phụ lục này có 3 nhiệm vụ\n",
        "a",
        "a ",
        "12\n",
        "tiếp nhận 1 hồ sơ đã giải quyết 1 hồ sơ đang giải quyết 1 hồ sơ\n",
        "có 1 hồ sơ và 2 xã; 3/3 xã. ",
        "tăng 5% so với 1 hồ sơ (",
        "bình quân 5 hồ sơ 2021-2025 ",
        "tỷ lệ hồ sơ trực tuyến toàn trình 3 hồ sơ ",
    ] {
        let text = piece.repeat(120_000 / piece.len());
        let proof = proofread(&text, &sheets);
        assert!(proof.claims.len() <= 1_000, "{piece}");
    }
}

#[test]
fn of_a_megabyte_the_beginning_is_read() {
    for piece in ["1/1", "1/1 ", "1", "😀"] {
        let proof = read(&piece.repeat(1_000_000 / piece.len()));
        assert!(proof.is_cut && proof.claims.len() <= 1_000, "{piece}");
    }
}
