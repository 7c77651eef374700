//! Which words after a number may be left out, and which words stand for no number at all.
//!
//! Words of magnitude may never be left out: `1.634 tỷ đồng` is not 1634. Where the row's own
//! measure says them (`Triệu đồng`), they may be repeated, and only they.

use super::letters::{fold, is_letter, is_part_of_word};
use super::{Decimal, Meaning};

/// Words that multiply, or add a part. Without their marks too, as hurried hands type them; `van`
/// then stops a plain `van ban` as well, which costs a correction and no figure.
const SCALES: &str = "tỷ ty tỉ ti triệu triêu trieu tr trđ trd nghìn nghin ngàn ngan n k \
    vạn van trăm tram chục chuc mươi tá ta phẩy rưỡi rưởi ruoi nửa nua \
    hundred hundreds thousand thousands million millions billion billions trillion trillions \
    mil mln mn m bn b dozen dozens half";

/// Money. In a row of `Triệu đồng` a bare `đồng` would be a million times too much.
const MONEY: &str = "đồng đông dong đ d vnđ vnd đô usd dollar dollars";

/// Whether `words`, which follow a number, may be left out in a row of this measure.
pub(super) fn may_go(words: &str, measure: &str) -> bool {
    if !words.starts_with(is_letter) || words.contains(|sign: char| sign.is_ascii_digit()) {
        return false;
    }
    let (said, meant) = (split(words), split(measure));
    // The measure itself, or its beginning as long as no word of magnitude is cut off: `triệu` for
    // `Triệu đồng`, but not `nghìn` for `Nghìn tỷ đồng`.
    let cut_off = meant.get(said.len()..).unwrap_or_default();
    if meant.starts_with(&said) && !any_of(SCALES, cut_off) {
        return true;
    }
    // `12 người` in a row of `Nghìn người` is twelve people, not twelve thousand.
    let magnitude = any_of(SCALES, &meant) || any_of(SCALES, &said) || any_of(MONEY, &said);
    !magnitude
        && words
            .chars()
            .all(|sign| is_part_of_word(sign) || sign.is_whitespace() || is_stop(sign))
}

/// What a text may mean that stands where a number should and says that there is none.
pub(super) fn meanings_of_none(text: &str) -> Option<Vec<Meaning>> {
    if !text.starts_with(|sign: char| matches!(sign, '-' | '–' | '—') || is_letter(sign)) {
        return None; // Most texts are plain figures; they need not be compared with words.
    }
    let folded = |text: &str| -> Vec<String> { text.split_whitespace().map(fold).collect() };
    let said = folded(text);
    if said == folded("không phát sinh") {
        return Some(vec![Meaning::NotApplicable]);
    }
    ["-", "–", "—", "không", "không có", "không = 0", "không=0"]
        .into_iter()
        .any(|none| said == folded(none))
        .then(|| vec![Meaning::NotApplicable, Meaning::Number(Decimal::ZERO)])
}

fn is_stop(sign: char) -> bool {
    matches!(sign, '.' | ',' | ';' | ':')
}

/// The words of a text, folded, with the second spelling of two of them made the first.
fn split(text: &str) -> Vec<String> {
    text.split(|sign: char| sign.is_whitespace() || is_stop(sign))
        .filter(|word| !word.is_empty())
        .map(fold)
        .map(|word| {
            if word == fold("tỉ") {
                fold("tỷ")
            } else if word == fold("ngàn") {
                fold("nghìn")
            } else {
                word
            }
        })
        .collect()
}

fn any_of(list: &str, words: &[String]) -> bool {
    let list = split(list);
    words.iter().any(|word| list.contains(word))
}
