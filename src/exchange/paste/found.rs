//! Rows of a table → lines of a sheet, by code and label with a score.

use super::line::{LIKELY, Line, SAME, SURE};

/// What a row of a table says of itself.
pub(super) struct Said {
    /// Its plain code; empty where it has none.
    pub(super) code: String,
    /// The words of its label; none where it has none.
    pub(super) words: Vec<String>,
}

/// Why a row that was found may be another one, or its figure another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The code is that of the line, and the label is another.
    OtherLabel,
    /// The label is that of the line, and the code is another.
    OtherCode,
    /// Other figures of the table have decimal points, so that a mark before three digits may group them or not.
    EitherMark,
}

/// A line that answers a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Its place among the lines of the sheet.
    pub(super) place: usize,
    pub(super) doubt: Option<Doubt>,
}

/// What was found on a sheet for each row, and how sure that is.
pub(super) struct Found {
    pub(super) hits: Vec<Option<Hit>>,
    /// 3 for each row whose code and label agree, 2 where one of the two is known and nothing speaks against it.
    pub(super) score: usize,
    /// Whether the lines found follow each other as they are printed.
    pub(super) is_in_order: bool,
}

/// Looks for each row among the lines of a sheet. A line answers one row; the first that asks.
pub(super) fn find(lines: &[Line], rows: &[Said]) -> Found {
    let mut found = Found {
        hits: Vec::new(),
        score: 0,
        is_in_order: true,
    };
    let mut taken = vec![false; lines.len()];
    let mut last = None;
    for said in rows {
        let hit = look_for(lines, said, &taken, last).map(|(hit, score)| {
            found.score += score;
            hit
        });
        if let Some(hit) = hit {
            found.is_in_order &= last.is_none_or(|last| hit.place > last);
            last = Some(hit.place);
            if let Some(taken) = taken.get_mut(hit.place) {
                *taken = true;
            }
        }
        found.hits.push(hit);
    }
    found
}

fn look_for(
    lines: &[Line],
    said: &Said,
    taken: &[bool],
    last: Option<usize>,
) -> Option<(Hit, usize)> {
    let sure = |place| Hit { place, doubt: None };
    let is_free = |place: usize| taken.get(place) == Some(&false);
    let by_code = (!said.code.is_empty())
        .then(|| lines.iter().position(|line| line.code == said.code))
        .flatten();
    if let Some((place, line)) = by_code.and_then(|place| Some((place, lines.get(place)?))) {
        if said.words.is_empty() {
            return Some((sure(place), 2));
        }
        if line.likeness(&said.words) >= LIKELY {
            return Some((sure(place), 3));
        }
    }
    let best = most_alike(lines, said, &is_free, last);
    match (best, by_code) {
        (Some((place, likeness)), _) => {
            // A line without a code of its own stands in the table as it is printed: `Trong đó`, or nothing. And where
            // every word agrees, the code is only that of another year.
            let is_uncoded = lines.get(place).is_some_and(|line| line.code.is_empty());
            let is_certain = said.code.is_empty() || is_uncoded || likeness == SAME;
            let doubt = (!is_certain).then_some(Doubt::OtherCode);
            Some((Hit { place, doubt }, if is_certain { 2 } else { 1 }))
        }
        (None, Some(place)) => {
            let doubt = Some(Doubt::OtherLabel);
            Some((Hit { place, doubt }, 0))
        }
        (None, None) => None,
    }
}

/// The free line whose label is most like that of a row, where it is like enough; of equals the next one behind the
/// line that was found last, for forms print the same words in several places.
fn most_alike(
    lines: &[Line],
    said: &Said,
    is_free: &dyn Fn(usize) -> bool,
    last: Option<usize>,
) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (place, line) in lines.iter().enumerate() {
        let likeness = line.likeness(&said.words);
        if likeness < SURE || !is_free(place) {
            continue;
        }
        let follows = |place: usize| last.is_none_or(|last| place > last);
        let is_better = best.is_none_or(|(before, known)| {
            likeness > known || (likeness == known && follows(place) && !follows(before))
        });
        if is_better {
            best = Some((place, likeness));
        }
    }
    best
}
