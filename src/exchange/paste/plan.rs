//! What a pasted table would do, row by row; tried on a copy of the report.

use super::found::Doubt;
use super::way::Put;
use crate::form::{CellId, Kind, Row};
use crate::formula::Reason;
use crate::number::{Decimal, Expected, Fraction, Meaning, Reading, read, write};
use crate::plan::folded;
use crate::report::{self, ChangeSet, Entry, Filled, Report, Session, State, Trail};

/// How the text of a cell was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// To the letter.
    Plain,
    /// As this number, and that is told: `71.3` as 71,3.
    Understood(Decimal),
    /// As the option with this code: `Có` as 1.
    Chosen(String),
    /// It may mean several things, or one that must not be guessed; it is kept as it stands and asked about.
    Asked(Vec<Meaning>),
    /// It cannot be read, and is kept as it stands.
    Unreadable,
    /// There is nothing to count.
    NotApplicable,
    /// The cell is empty, and something stands in the row.
    Empty,
    /// Only a note comes.
    NoteOnly,
}

/// What a table would put in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The row.
    pub cell: CellId,
    /// The text of the table, as it stands there.
    pub text: String,
    /// What would be typed in the row; none where only a note comes.
    typed: Option<String>,
    /// The note that would be written; none where the table has none for the row.
    pub note: Option<String>,
    /// What stands in the row.
    pub before: Filled,
    /// What would stand there.
    pub after: Filled,
    /// How the text was read.
    pub how: How,
    /// Why it may be another row.
    pub doubt: Option<Doubt>,
    /// Whether it is taken unless the officer says otherwise: nothing doubtful is, nothing that would empty a row, and
    /// no text that cannot be read in the place of one that can.
    pub is_wanted: bool,
}

impl Planned {
    /// Whether anything would be other than before.
    pub fn changes(&self) -> bool {
        self.before != self.after
    }

    /// Whether the text could not be read as a figure of the row.
    pub fn is_unreadable(&self) -> bool {
        matches!(self.how, How::Unreadable | How::Asked(_))
    }
}

/// Why a text of the table goes nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The line is a heading.
    Heading,
    /// The row is computed, or fed by a helper sheet: what it is there, and whether the table says the same.
    Computed {
        /// What is computed, or why nothing is.
        value: Result<Decimal, Reason>,
        /// Whether the table says the same, to as many decimals as it gives.
        agrees: bool,
    },
    /// No line has this code or label.
    NoLine,
    /// Another row of the table has gone to the same line.
    Twice,
    /// The sheet has no line so far down.
    Beyond,
}

/// A text of the table that goes nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The line, where there is one.
    pub cell: Option<CellId>,
    /// How the table names the row; may be empty.
    pub named: String,
    /// The text.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// What a pasted table would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastePlan {
    /// The rows to which something goes, as the table has them.
    pub rows: Vec<Planned>,
    /// What goes nowhere.
    pub aside: Vec<Aside>,
    /// How much speaks against this way of taking the table (see [`super::ways`]).
    pub(super) against: isize,
    /// Where every row would go; two ways that agree in it are one.
    pub(super) puts: Vec<Option<CellId>>,
}

/// A copy of a report to try things on.
pub(super) fn copy_of(session: &Session) -> Session {
    let report = Report {
        // What was done before is not tried, and neither is what a complete report logs.
        trail: Trail::default(),
        state: State::Draft,
        ..session.report().clone()
    };
    let mut copy = Session::open(session.form().clone(), report);
    copy.remember(session.history().clone());
    copy
}

/// Plans what becomes of rows on their way to lines.
pub(super) fn planned(session: &Session, puts: Vec<Put>) -> PastePlan {
    let mut plan = PastePlan {
        puts: puts.iter().map(|put| put.cell).collect(),
        ..PastePlan::default()
    };
    let mut copy = copy_of(session);
    let mut computed: Vec<(CellId, Put)> = Vec::new();
    let mut seen: Vec<CellId> = Vec::new();
    for put in puts {
        let is_empty = put.text.is_empty() && put.note.is_empty();
        let Some(cell) = put.cell else {
            let why = if put.named.is_empty() {
                Why::Beyond
            } else {
                Why::NoLine
            };
            // A line of words without any value, such as the title of a sheet, is nothing to be told of.
            if !is_empty {
                plan.leave(put, why, 2);
            }
            continue;
        };
        if seen.contains(&cell) {
            if !is_empty {
                plan.leave(put, Why::Twice, 2);
            }
            continue;
        }
        seen.push(cell);
        let Some(row) = session.form().form.row(cell) else {
            continue;
        };
        let is_typed = row.is_entry() && session.derived(cell).is_none();
        plan.rows
            .extend(tried(session, &mut copy, row, cell, &put, is_typed));
        if is_typed {
            continue;
        }
        if put.text.is_empty() {
            plan.against -= 2;
        } else if row.kind == Kind::Heading {
            plan.leave(put, Why::Heading, 4);
        } else {
            computed.push((cell, put));
        }
    }
    let unreadable = plan.rows.iter().filter(|row| row.is_unreadable()).count();
    plan.against += 3 * isize::try_from(unreadable).unwrap_or_default();
    for (cell, put) in computed {
        let Some(derived) = copy.derived(cell) else {
            continue;
        };
        let value = derived.value;
        let row = session.form().form.row(cell);
        let agrees = row.is_some_and(|row| says_the_same(row, &put.text, value));
        plan.leave(
            put,
            Why::Computed { value, agrees },
            if agrees { -2 } else { 1 },
        );
    }
    plan
}

impl PastePlan {
    fn leave(&mut self, put: Put, why: Why, against: isize) {
        self.against += against;
        self.aside.push(Aside {
            cell: put.cell,
            named: put.named,
            text: if put.text.is_empty() {
                put.note
            } else {
                put.text
            },
            why,
        });
    }

    /// Which rows are taken unless the officer says otherwise.
    pub fn wanted(&self) -> Vec<bool> {
        self.rows.iter().map(|row| row.is_wanted).collect()
    }
}

/// Tries on the copy what would become of a row; none where nothing comes.
fn tried(
    session: &Session,
    copy: &mut Session,
    row: &Row,
    cell: CellId,
    put: &Put,
    is_typed: bool,
) -> Option<Planned> {
    let before = session.filled(cell);
    let note = (!put.note.is_empty()).then(|| put.note.clone());
    let typed = match (is_typed, put.text.is_empty()) {
        (false, _) => None,
        (true, false) => Some(typed_as(row, &put.text)),
        // An empty cell says nothing: whether it empties the row is for the officer to say.
        (true, true) => (note.is_none() && before.entry != Entry::Blank).then(String::new),
    };
    if typed.is_none() && note.is_none() {
        return None;
    }
    if let Some(typed) = &typed {
        copy.enter(cell, typed);
    }
    if let Some(note) = &note {
        copy.set_note(cell, note);
    }
    let after = copy.filled(cell);
    let how = match (&typed, &after.entry) {
        (None, _) => How::NoteOnly,
        (Some(_), Entry::Blank) => How::Empty,
        (Some(_), Entry::NotApplicable) => How::NotApplicable,
        (Some(_), Entry::Unreadable(_)) => match copy.meanings(cell) {
            meanings if meanings.is_empty() => How::Unreadable,
            meanings => How::Asked(meanings),
        },
        (Some(_), Entry::Number(number)) if copy.notice(cell).is_some() => How::Understood(*number),
        (Some(typed), Entry::Choice(code)) if *typed != put.text => How::Chosen(code.clone()),
        (Some(_), _) => How::Plain,
    };
    // No count has a fraction, and what is asked about is in doubt by itself.
    let is_plain = row.kind != Kind::Count && how == How::Plain;
    let doubt = put
        .doubt
        .filter(|doubt| *doubt != Doubt::EitherMark || is_plain);
    let replaces = !matches!(before.entry, Entry::Blank | Entry::Unreadable(_));
    let is_worse = matches!(how, How::Unreadable | How::Asked(_)) && replaces;
    let is_wanted = doubt.is_none() && how != How::Empty && !is_worse;
    if !is_wanted {
        copy.replace(cell, before.entry.clone());
        copy.set_note(cell, &before.note);
    }
    Some(Planned {
        cell,
        text: put.text.clone(),
        typed,
        note,
        before,
        after,
        how,
        doubt,
        is_wanted,
    })
}

/// What an officer would type for a text. The printed word of an option, `Có` or `Có = 1`, stands for its code.
fn typed_as(row: &Row, text: &str) -> String {
    let said: String = folded(text).split_whitespace().collect();
    let is_said = |label: &str, code: &str| {
        let label: String = folded(label).split_whitespace().collect();
        said == label || said == [&label, "=", code].concat()
    };
    let mut options = row.options.iter();
    let option = options.find(|option| {
        is_said(&option.label.vi, &option.code) || is_said(&option.label.en, &option.code)
    });
    option.map_or_else(|| text.to_owned(), |option| option.code.clone())
}

/// Whether a text says what is computed, to as many decimals as both have.
fn says_the_same(row: &Row, text: &str, value: Result<Decimal, Reason>) -> bool {
    let expected = match row.kind {
        Kind::Count => Expected::Count,
        Kind::Money => Expected::Money,
        Kind::Ratio => Expected::Ratio,
        Kind::Decimal | Kind::Heading | Kind::Choice | Kind::Text => Expected::Decimal,
    };
    let Ok(value) = value else {
        // A dash says that there is none; why, may stand behind it.
        return text.starts_with(['—', '–']) || text == "-";
    };
    // What the page itself writes for people.
    if write(value) == text {
        return true;
    }
    match read(text, expected, &row.measure.vi) {
        // A spreadsheet that computes it too has it with all its decimals.
        Reading::Number { value: said, .. } if said.scale() > row.decimals => {
            Fraction::from_decimal(said).round(row.decimals) == Some(value)
        }
        Reading::Number { value: said, .. } => {
            Fraction::from_decimal(value).round(said.scale()) == Some(said)
        }
        Reading::Blank | Reading::Ask(_) | Reading::Unreadable => false,
    }
}

/// Puts the rows that are wanted into the report, by the order of the plan, as one step: it is taken back as a whole.
pub fn apply(session: &mut Session, plan: &PastePlan, wanted: &[bool]) -> ChangeSet {
    session.step(report::How::Pasted, |session| {
        let mut all = ChangeSet::default();
        for (row, _) in plan.rows.iter().zip(wanted).filter(|(_, wanted)| **wanted) {
            if let Some(typed) = &row.typed {
                all.add(session.enter(row.cell, typed));
            }
            if let Some(note) = &row.note {
                all.add(session.set_note(row.cell, note));
            }
        }
        all
    })
}
