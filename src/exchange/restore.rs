//! A backup beside what a machine has: which is newer, and what is done with each report where nobody says otherwise.

use crate::report::{Report, merged};

/// How a report of a file stands to the one of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The machine has none.
    OnlyInFile,
    /// Both say the same.
    Same,
    /// That of the file was changed later.
    NewerInFile,
    /// That of the machine was changed later.
    NewerHere,
    /// They differ, and both were changed at the same moment.
    Differs,
}

/// What becomes of a report of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What the machine has stays.
    Keep,
    /// That of the file takes its place.
    Take,
    /// Both are joined row by row and paragraph by paragraph ([`merged`]).
    Merge,
}

impl Choice {
    /// Every choice with its word.
    pub const ALL: [(&'static str, Choice); 3] = [
        ("keep", Choice::Keep),
        ("take", Choice::Take),
        ("merge", Choice::Merge),
    ];

    /// The choice of a word.
    pub fn from_word(word: &str) -> Option<Choice> {
        let known = Choice::ALL.iter().find(|(known, _)| *known == word);
        known.map(|(_, choice)| *choice)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        let known = Choice::ALL.iter().find(|(_, choice)| *choice == self);
        known.map_or("", |(word, _)| word)
    }

    /// What would stand on the machine: none where nothing changes.
    pub fn outcome(self, here: Option<&Report>, file: &Report) -> Option<Report> {
        match (self, here) {
            (Choice::Keep, _) => None,
            (Choice::Take, _) | (Choice::Merge, None) => Some(file.clone()),
            (Choice::Merge, Some(here)) => Some(merged(here, file)),
        }
    }
}

impl Relation {
    /// How two reports stand to each other.
    pub fn of(here: Option<&Report>, file: &Report) -> Relation {
        let Some(here) = here else {
            return Relation::OnlyInFile;
        };
        let is_same = here.entries == file.entries
            && here.reasons == file.reasons
            && here.paragraphs == file.paragraphs
            && here.period == file.period
            && here.state == file.state
            && here.log == file.log;
        if is_same {
            return Relation::Same;
        }
        match here.modified.cmp(&file.modified) {
            std::cmp::Ordering::Less => Relation::NewerInFile,
            std::cmp::Ordering::Greater => Relation::NewerHere,
            std::cmp::Ordering::Equal => Relation::Differs,
        }
    }

    /// What is done where nobody says otherwise: what is missing or older here is taken, all else stays. `is_whole` says
    /// whether the file is as it was made; of another one only what is missing is taken.
    pub fn choice(self, is_whole: bool) -> Choice {
        match self {
            Relation::OnlyInFile => Choice::Take,
            Relation::NewerInFile if is_whole => Choice::Take,
            _ => Choice::Keep,
        }
    }

    /// The choices that make a difference.
    pub fn choices(self) -> &'static [Choice] {
        match self {
            Relation::OnlyInFile => &[Choice::Keep, Choice::Take],
            Relation::Same => &[Choice::Keep],
            Relation::NewerInFile | Relation::NewerHere | Relation::Differs => {
                &[Choice::Keep, Choice::Take, Choice::Merge]
            }
        }
    }
}
