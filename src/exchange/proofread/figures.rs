//! Which numbers of a text are figures: counts, shares and fractions, and not dates, references or numbering.

use super::tokens::{Sign, Token};
use crate::number::{Decimal, Expected, Reading, read};
use std::ops::Range;

/// What a figure says by its surroundings of its own exactness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// It is meant as it stands.
    Exact,
    /// `khoảng`, `gần`.
    About,
    /// `hơn`, `trên`.
    Above,
    /// `dưới`, `chưa đến`.
    Below,
    /// It is an aim, not a result: `tối thiểu`, `phấn đấu`, `từ … trở lên`.
    Aim,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A count or an amount.
    Plain,
    /// A share in percent.
    Percent,
    /// The upper part of a fraction; the lower one is the next figure.
    Upper,
    /// The lower part of a fraction.
    Lower,
    /// A mean: `bình quân mỗi năm 290`.
    Mean,
}

/// A figure of the text.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its place among the tokens.
    pub(super) token: usize,
    /// Its bytes, with the sign of percent.
    pub(super) span: Range<usize>,
    pub(super) value: Decimal,
    /// The digits behind its mark, as they are printed.
    pub(super) decimals: u8,
    pub(super) role: Role,
    pub(super) bound: Bound,
    /// The first words behind it that may name what is counted; none where it stands alone.
    pub(super) unit: Vec<String>,
    pub(super) depth: u8,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
}

/// Words before a number that make it a name: `quý 3`, `số 24`, `mức độ 3`, `lần 1`.
const NAMING: &[&str] = &[
    "so", "ngay", "thang", "nam", "quy", "dieu", "khoan", "do", "hang", "khoa", "thứ", "lan",
    "dot", "kỳ", "nhom", "bieu", "mau", "luc", "buoc", "vong", "doan", "trang", "chuong", "phien",
    "luat", "loai",
];
/// Words before `số` with which it begins a count: `tổng số 107 lớp`.
const COUNTING: &[&str] = &["tong", "voi", "duoc", "con", "la"];
/// Words that end the name of what is counted.
const ENDING: &[&str] = &[
    "truc", "som", "dung", "tre", "truoc", "toan", "mot", "nu", "trong", "ngoai", "qua", "voi",
    "va", "la", "cua", "tren", "tai", "cho", "co", "chi", "khong", "theo", "den", "tu", "nay",
    "nhu", "bi", "o", "ve", "chiem", "dat", "gom", "bao", "cung", "da", "dang", "duoc", "do", "ty",
    "ti", "tang", "giam", "hoac", "moi", "vao", "len", "cac", "thuc", "phat", "chua", "con", "lai",
    "so",
];
/// Words of time behind a fraction that is no ratio: `1/2 ngày`.
const OF_TIME: &[&str] = &["ngay", "thang", "nam", "gio", "buoi", "tuan"];

/// The figures of a text, in order.
pub(super) fn figures(text: &str, tokens: &[Token]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    // Behind `mức độ 3` the 4 of `, 4` is a name too.
    let mut named_at: Option<usize> = None;
    let mut skip_to = 0;
    for (place, token) in tokens.iter().enumerate() {
        if token.sign != Sign::Number || place < skip_to {
            continue;
        }
        let after = |step: usize| tokens.get(place + step).map(|token| token.sign);
        let before = place.checked_sub(1).and_then(|before| tokens.get(before));
        if let Some(end) = chain(text, tokens, place) {
            // A date, a range or a reference: the whole of it is none of ours.
            skip_to = end;
            continue;
        }
        let follows_name = named_at.is_some_and(|named| {
            place == named + 2
                && before.is_some_and(|before| before.sign == Sign::Comma || before.word == "va")
        });
        let is_percent = after(1) == Some(Sign::Percent);
        if !is_percent && (is_named(tokens, place) || follows_name || is_numbering(tokens, place)) {
            named_at = Some(place);
            continue;
        }
        let is_fraction = after(1) == Some(Sign::Slash) && after(2) == Some(Sign::Number);
        let Some(mut figure) = figure(text, tokens, place) else {
            continue;
        };
        if is_fraction {
            let lower = self::figure(text, tokens, place + 2);
            skip_to = place + 3;
            if let Some(mut lower) = lower.filter(|_| is_ratio(tokens, place)) {
                figure.role = Role::Upper;
                figure.unit.clone_from(&lower.unit);
                lower.role = Role::Lower;
                figures.push(figure);
                figures.push(lower);
            }
            continue;
        }
        figures.push(figure);
    }
    figures
}

/// Whether two numbers with a stroke between them are parts of a whole, and no rank, time or saying.
fn is_ratio(tokens: &[Token], place: usize) -> bool {
    let behind = tokens.get(place + 3);
    let of_time = behind.is_some_and(|token| OF_TIME.contains(&token.word.as_str()));
    let word = |back: usize| word_before(tokens, place, back);
    let is_rank = ["thứ", "hang", "xep"].contains(&word(1));
    !of_time && !is_rank
}

fn figure(text: &str, tokens: &[Token], place: usize) -> Option<Figure> {
    let token = tokens.get(place)?;
    let written = text.get(token.span.clone())?;
    let next = tokens.get(place + 1);
    let percent = next.filter(|next| next.sign == Sign::Percent);
    let expected = match percent {
        Some(_) => Expected::Ratio,
        None if written.contains(',') => Expected::Decimal,
        None => Expected::Count,
    };
    let Reading::Number { value, .. } = read(written, expected, "") else {
        return None;
    };
    let mark = match percent {
        Some(_) => written.rfind(['.', ',']),
        None => written.rfind(','),
    };
    let decimals = mark.map_or(0, |mark| written.len() - mark - 1);
    // A mark that groups thousands is none of decimals.
    let decimals = if value.is_whole() && decimals == 3 {
        0
    } else {
        decimals
    };
    let is_mean = (1..=6).any(|back| word_before(tokens, place, back) == "quan")
        && (1..=7).any(|back| word_before(tokens, place, back) == "binh");
    let unit_from = place + 1 + usize::from(percent.is_some());
    Some(Figure {
        token: place,
        span: token.span.start..percent.map_or(token.span.end, |percent| percent.span.end),
        value,
        decimals: u8::try_from(decimals).ok()?,
        role: match percent {
            Some(_) => Role::Percent,
            None if is_mean => Role::Mean,
            None => Role::Plain,
        },
        bound: bound(tokens, place, unit_from),
        unit: unit(tokens, unit_from),
        depth: token.depth,
        sentence: token.sentence,
        paragraph: token.paragraph,
    })
}

/// The word `back` tokens before a place, where it is one of the same sentence; else nothing.
pub(super) fn word_before(tokens: &[Token], place: usize, back: usize) -> &str {
    let here = tokens.get(place).map(|token| token.sentence);
    let token = place.checked_sub(back).and_then(|place| tokens.get(place));
    token
        .filter(|token| Some(token.sentence) == here)
        .map_or("", |token| token.word.as_str())
}

/// Where a date, a range, a time or the number of a paper ends that begins at this number; none where it is none.
fn chain(text: &str, tokens: &[Token], place: usize) -> Option<usize> {
    let sign = |place: usize| tokens.get(place).map(|token| token.sign);
    let touches = |place: usize| {
        let one = tokens.get(place).map(|token| token.span.end);
        one.is_some() && one == tokens.get(place + 1).map(|token| token.span.start)
    };
    let digits = |place: usize| {
        let token = tokens.get(place).filter(|token| token.sign == Sign::Number);
        token.and_then(|token| text.get(token.span.clone()))
    };
    let is_year = |place: usize| {
        digits(place).is_some_and(|year| {
            year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
        })
    };
    let mut end = place + 1;
    let mut joints = 0;
    let mut is_reference = false;
    // `26/12/2025`, `18-NQ/TW`, `05/KH-VPUB`, `2021-2025`, `09, 09/2021/QĐ`.
    while matches!(sign(end), Some(Sign::Slash | Sign::Dash))
        && matches!(sign(end + 1), Some(Sign::Number | Sign::Word))
    {
        let is_word = sign(end + 1) == Some(Sign::Word);
        let is_range = sign(end) == Some(Sign::Dash) && !is_word;
        if !(is_range || touches(end - 1) && (touches(end) || is_word)) {
            break;
        }
        is_reference |= is_word || sign(end) == Some(Sign::Dash);
        joints += 1;
        end += 2;
    }
    let is_month = joints == 1 && is_year(place + 2);
    let is_saying = digits(place) == Some("24") && digits(place + 2) == Some("7");
    let named = joints == 1 && is_named(tokens, place);
    (is_reference || joints > 1 || is_month || (joints == 1 && is_saying) || named).then_some(end)
}

/// Whether a number is a name: `số 24`, `năm 2021`, `mức độ 3`.
fn is_named(tokens: &[Token], place: usize) -> bool {
    let word = word_before(tokens, place, 1);
    if word.is_empty() || !NAMING.contains(&word) {
        return false;
    }
    let earlier = word_before(tokens, place, 2);
    match word {
        "so" => !COUNTING.contains(&earlier),
        // Each of these alone says something else.
        "do" => earlier == "muc",
        "luc" => earlier == "phu",
        "doan" => earlier == "giai",
        "loai" => earlier == "xep",
        "mau" => earlier == "bieu",
        "ngay" | "thang" | "nam" | "quy" => !is_span_of_time(tokens, place),
        _ => true,
    }
}

/// `hằng năm 12 hồ sơ` is a count: a year has four digits, a month, a day and a quarter at most two.
fn is_span_of_time(tokens: &[Token], place: usize) -> bool {
    let length = tokens.get(place).map_or(0, |token| token.span.len());
    let word = word_before(tokens, place, 1);
    match word {
        "nam" => length != 4,
        _ => length > 2,
    }
}

/// Whether a number numbers a paragraph or an item: `2.7.`, `3)`, `(1)`.
fn is_numbering(tokens: &[Token], place: usize) -> bool {
    let sign = |place: Option<usize>| {
        place
            .and_then(|place| tokens.get(place))
            .map(|token| token.sign)
    };
    let before = sign(place.checked_sub(1));
    let after = sign(Some(place + 1));
    let is_first = tokens.get(place).is_some_and(|token| token.is_first);
    let in_brackets = before == Some(Sign::Open) && after == Some(Sign::Close);
    in_brackets || is_first && matches!(after, Some(Sign::Stop | Sign::Close))
}

fn bound(tokens: &[Token], place: usize, behind: usize) -> Bound {
    let word = |back: usize| word_before(tokens, place, back);
    let last = |count: usize, wanted: &[&str]| (1..=count).any(|back| wanted.contains(&word(back)));
    let pair = |one: &str, other: &str| word(2) == one && word(1) == other;
    let next = |step: usize| {
        tokens
            .get(behind + step)
            .map_or("", |token| token.word.as_str())
    };
    let is_from = (0..3).any(|step| next(step) == "tro")
        && (0..4).any(|step| ["len", "xuong"].contains(&next(step)));
    let aims = [
        ("toi", "thieu"),
        ("toi", "da"),
        ("it", "nhat"),
        ("khong", "qua"),
        ("it", "hon"),
        ("dam", "bao"),
        ("bao", "dam"),
    ];
    if is_from
        || aims.iter().any(|(one, other)| pair(one, other))
        || (2..=12).any(|back| pair_before(tokens, place, back, "phan", "dau"))
        || tokens
            .get(place.wrapping_sub(1))
            .is_some_and(|token| ["≥", "≤", ">", "<"].contains(&token.word.as_str()))
    {
        Bound::Aim
    } else if last(1, &["khoang", "gan", "xap"])
        || pair("xap", "xi")
        || pair("xap", "xy")
        || word(1) == "uoc"
    {
        Bound::About
    } else if last(1, &["hon", "tren"]) {
        Bound::Above
    } else if last(1, &["duoi"]) || pair("chua", "den") || pair("chua", "toi") {
        Bound::Below
    } else {
        Bound::Exact
    }
}

fn pair_before(tokens: &[Token], place: usize, back: usize, one: &str, other: &str) -> bool {
    word_before(tokens, place, back) == one && word_before(tokens, place, back - 1) == other
}

/// The words of what is counted, four at most: `dự thảo văn bản`. A word `số` before them says nothing.
fn unit(tokens: &[Token], from: usize) -> Vec<String> {
    let mut unit = Vec::new();
    let here = tokens.get(from).map(|token| token.sentence);
    let words = tokens
        .iter()
        .skip(from)
        .take_while(|token| token.sign == Sign::Word && Some(token.sentence) == here);
    for (place, token) in words.enumerate() {
        if place == 0 && token.word == "so" {
            continue;
        }
        if unit.len() == 4 || ENDING.contains(&token.word.as_str()) {
            break;
        }
        unit.push(token.word.clone());
    }
    unit
}
