//! Whether two figures count the same, by the words behind them.

use super::figures::Figure;

/// How two figures stand to each other by what they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// The same is counted.
    Same,
    /// One of the two does not say what it counts.
    Open,
    /// Something else is counted.
    Other,
}

/// People, however they are called.
const PEOPLE: &[[&str; 2]] = &[
    ["hoc", "vien"],
    ["cong", "chuc"],
    ["vien", "chuc"],
    ["can", "bo"],
    ["luot", "nguoi"],
    ["luot", "hoc"],
    ["nhan", "vien"],
    ["ca", "nhan"],
    ["bien", "che"],
    ["chuyen", "vien"],
    ["dang", "vien"],
];

/// Whether two figures count the same.
pub(super) fn kinship(one: &Figure, other: &Figure) -> Kinship {
    if one.unit.is_empty() || other.unit.is_empty() {
        return Kinship::Open;
    }
    let (first, second) = (head(&one.unit), head(&other.unit));
    let is_same = holds(&one.unit, second)
        || holds(&other.unit, first)
        || is_people(first) && is_people(second)
        || is_procedure(first) && is_procedure(second);
    if is_same {
        Kinship::Same
    } else {
        Kinship::Other
    }
}

/// The two words that name a thing in Vietnamese, or the one there is.
fn head(unit: &[String]) -> &[String] {
    unit.get(..2).unwrap_or(unit)
}

/// Whether these words stand in a unit one behind the other. One word alone must begin it.
fn holds(unit: &[String], words: &[String]) -> bool {
    match words {
        [word] => unit.first() == Some(word),
        _ => unit.windows(words.len()).any(|window| window == words),
    }
}

fn is_people(head: &[String]) -> bool {
    match head {
        [first, second] => {
            first == "nguoi"
                || PEOPLE
                    .iter()
                    .any(|[one, other]| first == one && second == other)
        }
        [word] => word == "nguoi",
        _ => false,
    }
}

fn is_procedure(head: &[String]) -> bool {
    match head {
        [first, second] => first == "tthc" || first == "thu" && second == "tuc",
        [word] => word == "tthc",
        _ => false,
    }
}
