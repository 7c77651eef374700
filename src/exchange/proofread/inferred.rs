//! What only two rows together say of a text: a share of which the report has the parts in two rows, a sum that is a
//! row, or two.

use super::claims::{Beside, Claim, What, Why, ratio};
use super::figures::{Figure, Role};
use super::kin::{Kinship, kinship};
use super::labels::{content, said, said_around, words_in};
use super::prose::Prose;
use super::sheets::{Line, Sheets, beside};
use super::tokens::Sign;
use super::verdict::{Verdict, distance, percent};
use crate::number::{Decimal, Fraction};
use std::cmp::Ordering;

/// The fewest words by which the row of the part is recognised.
const FEWEST: usize = 6;
/// A share that is off by more is one of something else, in percent.
const FAR: i64 = 5;
/// A sum that misses its row by more than a fiftieth of it is another one.
const CLOSE: i64 = 50;
/// Words after which a clause says what is done with the things that are counted.
const VERBS: &[&str] = &["da", "duoc", "dang", "co", "chua", "se"];
/// What forms before 2022 call services that can be used online.
const ONLINE: &str = "dich vu cong truc tuyen";
const BY_LEVEL: &str = "thu tuc hanh chinh muc do 3 4";

/// `40% TTHC đã được cung cấp trực tuyến ở mức độ 3, 4`: the row that counts these, and the row of which it is a part.
pub(super) fn share(sheets: &Sheets, prose: &Prose, claim: &mut Claim) -> Option<()> {
    let What::Share { printed } = claim.what else {
        return None;
    };
    let start = claim.offset();
    let place = prose
        .tokens
        .partition_point(|token| token.span.start < start)
        + 2;
    let sentence = prose.tokens.get(place).map(|token| token.sentence);
    let behind = prose.between(place, place + 30).iter().take_while(|token| {
        Some(token.sentence) == sentence && !matches!(token.sign, Sign::Semicolon | Sign::Percent)
    });
    let words: Vec<&str> = behind
        .filter_map(|token| match token.sign {
            Sign::Word => Some(token.word.as_str()),
            Sign::Number if token.span.len() == 1 => prose.text.get(token.span.clone()),
            _ => None,
        })
        .collect();
    let things = words.iter().position(|word| VERBS.contains(word))?;
    let long = |words: &[&str]| {
        let text = said(words.iter().copied()).join(" ");
        content(&text.replace(ONLINE, BY_LEVEL))
    };
    // The first words say what is counted, all of them what of these.
    let whole_words = long(words.get(..things)?);
    let mut all = whole_words.clone();
    all.extend(long(words.get(things..)?));
    let counts = || sheets.lines.iter().filter(|line| !line.is_ratio);
    let mut best: Option<(&Line, usize)> = None;
    for line in counts() {
        let met = words_in(&line.words, &all);
        if met >= FEWEST && met == line.words.len() && best.is_none_or(|(_, most)| met > most) {
            best = Some((line, met));
        }
    }
    let (part, _) = best?;
    let fits = |line: &&Line| {
        line.cell != part.cell
            && line.value >= part.value
            && !line.value.is_zero()
            && !whole_words.is_empty()
            && words_in(&whole_words, &line.words) == whole_words.len()
    };
    let mut whole: Option<&Line> = None;
    for line in counts().filter(fits) {
        let rank = |line: &Line| (!line.is_total, line.words.len());
        if whole.is_none_or(|whole| rank(line) < rank(whole)) {
            whole = Some(line);
        }
    }
    let whole = whole?;
    let (what, verdict, why) = ratio(part.value, whole.value, Some(printed));
    let off = distance(
        percent(part.value, whole.value)?,
        Fraction::from_decimal(printed.value),
    )?;
    let far = Fraction::from_decimal(Decimal::from_integer(FAR));
    if off.compare(&far) == Ordering::Greater {
        return None;
    }
    (claim.what, claim.verdict, claim.why) = (what, verdict, why);
    claim.row = Some(Beside {
        other: Some((whole.cell, whole.value)),
        ..beside(part, verdict != Verdict::Disagrees)
    });
    Some(())
}

/// The row, or the rows together, that a sum in brackets without a whole is meant to be: their words stand before the
/// bracket, and their value is the sum, or nearly.
pub(super) fn whole(
    sheets: &Sheets,
    prose: &Prose,
    figure: &Figure,
    made: Decimal,
) -> Option<(Decimal, Beside)> {
    let open = (figure.token.saturating_sub(12)..figure.token)
        .rev()
        .find(|place| {
            prose
                .tokens
                .get(*place)
                .is_some_and(|token| token.sign == Sign::Open)
        })?;
    let before = prose.between(open.saturating_sub(16), open).iter();
    let before = before
        .filter(|token| token.sentence == figure.sentence)
        .map(|token| token.word.as_str());
    let words = said(before.chain(figure.unit.iter().map(String::as_str)));
    let lines: Vec<&Line> = sheets
        .lines
        .iter()
        .filter(|line| {
            !line.is_ratio
                && line.words.len() >= 3
                && words_in(&line.words, &words) == line.words.len()
        })
        .take(3)
        .collect();
    let first = lines.first()?;
    let close = |value: Decimal| {
        let times = Fraction::from_decimal(Decimal::from_integer(CLOSE));
        let value = Fraction::from_decimal(value);
        let off =
            distance(Fraction::from_decimal(made), value).and_then(|off| off.checked_mul(times));
        off.is_some_and(|off| off.compare(&value) != Ordering::Greater)
    };
    let all = lines
        .iter()
        .try_fold(Decimal::ZERO, |sum, line| sum.checked_add(line.value))?;
    let one = lines.iter().find(|line| close(line.value));
    let (value, line, other) = match one {
        Some(line) => (line.value, *line, None),
        None if close(all) && !made.is_zero() => (
            all,
            *first,
            lines.get(1).map(|line| (line.cell, line.value)),
        ),
        None => return None,
    };
    let beside = Beside {
        other,
        ..beside(line, value == made)
    };
    Some((value, beside))
}

/// A figure that makes its row together with one of the same kind before it: 22 and 11 where the row says 33.
pub(super) fn together(prose: &Prose, place: usize, figure: &Figure, line: &Line) -> Option<Claim> {
    let (_, other) = prose.before(place).take(8).find(|(_, other)| {
        let is_kin = other.role == Role::Plain && kinship(figure, other) == Kinship::Same;
        let is_sum = other.value.checked_add(figure.value) == Some(line.value);
        let alone = Claim::new(
            What::Figure { value: other.value },
            Verdict::CannotTell,
            Why::RowOnly,
            &[other],
        );
        is_kin
            && is_sum
            && words_in(&line.words, &said_around(prose, &alone)) * 2 >= line.words.len()
    })?;
    let what = What::Sum {
        total: Some(line.value),
        parts: vec![other.value, figure.value],
    };
    let mut claim = Claim::new(what, Verdict::Agrees, Why::Plain, &[other, figure]);
    claim.row = Some(beside(line, true));
    Some(claim)
}
