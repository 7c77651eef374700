//! Sums that no bracket announces: received = resolved + in process + returned; fractions of one whole; two kinds that
//! make a whole named elsewhere.

use super::claims::{Claim, What, Why};
use super::figures::{Figure, Role};
use super::kin::{Kinship, kinship};
use super::prose::Prose;
use super::sums::{is_near, sum};
use super::tokens::{Sign, Token};
use super::verdict::Verdict;
use crate::number::Decimal;

/// What a figure is in the handling of dossiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    Received,
    Carried,
    Resolved,
    InProcess,
    Returned,
}

/// How many tokens before a figure say what it is.
const SAID_BEFORE: usize = 16;

/// The sums of the text that no bracket announces.
pub(super) fn balances(prose: &Prose) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut from = 0;
    while let Some(first) = prose.figure(from) {
        let rest = prose.figures.get(from..).unwrap_or_default();
        let length = rest.partition_point(|figure| figure.paragraph <= first.paragraph);
        claims.extend(of_dossiers(prose, from..from + length));
        from += length.max(1);
    }
    claims.extend(of_one_whole(prose));
    claims.extend(of_two_kinds(prose));
    claims
}

/// Dossiers received, carried over, resolved, in process and returned, where a paragraph has them.
fn of_dossiers(prose: &Prose, range: std::ops::Range<usize>) -> Vec<Claim> {
    let mut met: Vec<(Course, &Figure)> = Vec::new();
    for place in range {
        let Some(figure) = prose
            .figure(place)
            .filter(|figure| figure.role == Role::Plain)
        else {
            continue;
        };
        let Some(course) = course_of(prose, place, figure) else {
            continue;
        };
        if course == Course::Received && met.iter().any(|(_, other)| other.value == figure.value) {
            continue;
        }
        if course == Course::Received && met.len() >= 3 {
            // Another office begins.
            break;
        }
        let first = met.first().map(|(_, figure)| *figure);
        let is_kin = first.is_none_or(|first| kinship(first, figure) == Kinship::Same);
        if is_kin && !met.iter().any(|(known, _)| *known == course) {
            met.push((course, figure));
        }
    }
    let of = |wanted: Course| {
        met.iter()
            .find(|(course, _)| *course == wanted)
            .map(|(_, figure)| *figure)
    };
    let (Some(received), Some(resolved), Some(open)) = (
        of(Course::Received),
        of(Course::Resolved),
        of(Course::InProcess),
    ) else {
        return Vec::new();
    };
    let returned = of(Course::Returned);
    let mut parts = vec![resolved, open];
    parts.extend(returned);
    let mut wholes = vec![vec![received]];
    wholes.extend(of(Course::Carried).map(|carried| vec![received, carried]));
    let claims: Vec<Claim> = wholes
        .iter()
        .filter_map(|whole| balance(whole, &parts, returned.is_some()))
        .collect();
    // It must add up to one of the two, not to both.
    let agrees = claims.iter().find(|claim| claim.verdict == Verdict::Agrees);
    agrees.cloned().map_or(claims, |agrees| vec![agrees])
}

fn balance(whole: &[&Figure], parts: &[&Figure], is_whole: bool) -> Option<Claim> {
    let values = |figures: &[&Figure]| {
        figures
            .iter()
            .map(|figure| figure.value)
            .collect::<Vec<Decimal>>()
    };
    let total = sum(&values(whole))?;
    let made = sum(&values(parts))?;
    let (verdict, why) = if made == total {
        (Verdict::Agrees, Why::Plain)
    } else if is_near(made, total) && (is_whole || made > total) {
        (Verdict::Disagrees, Why::Plain)
    } else {
        (Verdict::CannotTell, Why::NotAll)
    };
    let what = What::Sum {
        total: Some(total),
        parts: values(parts),
    };
    let all: Vec<&Figure> = whole.iter().chain(parts).copied().collect();
    Some(Claim::new(what, verdict, why, &all))
}

/// What the words right before a figure make of it, back to the figure before or the beginning of the sentence.
fn course_of(prose: &Prose, place: usize, figure: &Figure) -> Option<Course> {
    let earlier = place.checked_sub(1).and_then(|place| prose.figure(place));
    let from = earlier.map_or(0, |earlier| earlier.token + 1);
    let from = from.max(figure.token.saturating_sub(SAID_BEFORE));
    let said: Vec<&Token> = prose
        .between(from, figure.token)
        .iter()
        .filter(|token| token.sentence == figure.sentence && token.depth == figure.depth)
        .collect();
    let says = |words: &[&str]| {
        said.windows(words.len()).any(|window| {
            window
                .iter()
                .zip(words)
                .all(|(token, word)| token.word == *word)
        })
    };
    if says(&["kỳ", "truoc"]) || says(&["chuyen", "sang"]) || says(&["ton", "dong"]) {
        Some(Course::Carried)
    } else if says(&["tra", "lai"]) || says(&["rut"]) {
        Some(Course::Returned)
    } else if says(&["dang", "giai", "quyet"]) || says(&["dang", "xu", "ly"]) {
        Some(Course::InProcess)
    } else if says(&["han"]) || says(&["truc", "tuyen"]) || says(&["truc", "tiep"]) {
        None
    } else if says(&["da", "giai", "quyet"]) || says(&["tra", "ket", "qua"]) {
        Some(Course::Resolved)
    } else if says(&["tiep", "nhan"]) {
        Some(Course::Received)
    } else {
        None
    }
}

/// `11/58 …; 43/58 …; 04/58 …`: the upper figures of one sentence that make the lower one.
fn of_one_whole(prose: &Prose) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut at = 0;
    while let Some(first) = prose.figure(at) {
        if first.role != Role::Upper {
            at += 1;
            continue;
        }
        let Some(whole) = prose.figure(at + 1) else {
            break;
        };
        let mut uppers = vec![first];
        let mut next = at + 2;
        while let (Some(upper), Some(lower)) = (prose.figure(next), prose.figure(next + 1)) {
            let goes_on = upper.role == Role::Upper
                && lower.value == whole.value
                && upper.sentence == first.sentence
                && uppers.len() < 30;
            if !goes_on {
                break;
            }
            uppers.push(upper);
            next += 2;
        }
        if uppers.len() >= 2 {
            let parts: Vec<Decimal> = uppers.iter().map(|upper| upper.value).collect();
            if let Some(made) = sum(&parts)
                && (made == whole.value || uppers.len() > 2)
            {
                let (verdict, why) = if made == whole.value {
                    (Verdict::Agrees, Why::Plain)
                } else {
                    (Verdict::CannotTell, Why::NotAll)
                };
                let what = What::Sum {
                    total: Some(whole.value),
                    parts,
                };
                uppers.push(whole);
                claims.push(Claim::new(what, verdict, why, &uppers));
            }
        }
        at = next;
    }
    claims
}

/// `có 05 tổ chức trực thuộc: … và 03 đơn vị sự nghiệp`, where another sentence speaks of `02/08 phòng, đơn vị`. Told
/// only where it agrees: nothing says that the two belong together but that they fit.
fn of_two_kinds(prose: &Prose) -> Vec<Claim> {
    let lowers: Vec<(usize, &Figure)> = prose
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.role == Role::Lower)
        .take(200)
        .collect();
    let mut claims: Vec<Claim> = Vec::new();
    for pair in prose.figures.windows(2) {
        let [one, other] = pair else { continue };
        let is_pair = one.role == Role::Plain
            && other.role == Role::Plain
            && one.sentence == other.sentence
            && kinship(one, other) == Kinship::Other
            && super::figures::word_before(&prose.tokens, other.token, 1) == "va"
            && super::figures::word_before(&prose.tokens, one.token, 1) == "co";
        let Some(made) = one.value.checked_add(other.value).filter(|_| is_pair) else {
            continue;
        };
        let whole = lowers.iter().find(|(_, lower)| {
            let behind = prose.between(lower.token + 1, lower.token + 6);
            let behind = behind
                .iter()
                .take_while(|token| token.sentence == lower.sentence);
            let words: Vec<&str> = behind
                .filter(|token| token.sign == Sign::Word)
                .map(|token| token.word.as_str())
                .collect();
            let named = |figure: &Figure| {
                figure.unit.get(..2).is_some_and(|unit| {
                    words
                        .windows(2)
                        .any(|window| window.iter().zip(unit).all(|(one, other)| one == other))
                })
            };
            lower.value == made && (named(one) || named(other))
        });
        if let Some((_, whole)) = whole {
            let what = What::Sum {
                total: Some(whole.value),
                parts: vec![one.value, other.value],
            };
            claims.push(Claim::new(
                what,
                Verdict::Agrees,
                Why::Plain,
                &[one, other, whole],
            ));
        }
    }
    claims
}
