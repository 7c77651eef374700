//! One agency's return for one form set and one period: as saved, and as open on the desk.
//!
//! A [`Report`] is what is kept: entries, notes, reasons. A [`Session`] is a report that is open: it reads what
//! is typed, computes and checks, and tells what changed. Nothing that is computed is ever saved.

mod agency;
mod consolidated;
mod derived;
mod entry;
mod head;
pub mod history;
mod how;
mod key;
pub mod letter;
mod log;
mod merge;
mod open;
pub mod rules;
mod session;
mod trail;
mod unfiled;

pub(crate) use agency::names_commune;
pub use agency::{Agency, code_from_name};
pub use consolidated::{Consolidated, Spread, Unit};
pub use derived::{Derived, Explained};
pub use entry::{Entry, Filled};
pub use head::Late;
pub use history::{History, PastFigure, PastReport, PastValue};
pub use how::How;
pub use key::ReportKey;
pub(crate) use key::is_plain;
pub use log::{Logged, Part, What};
pub use merge::merged;
pub use open::{OpenForm, open_form};
pub use rules::{Finding, Severity};
pub use session::{
    Became, ChangeLine, ChangeSet, Outstanding, Session, Spoken, Tally, Undone, Watched,
};
pub use trail::{Change, Kept, Step, Trail, Turn};

pub use unfiled::{Patience, Unfiled};

use crate::gather::Map;
use crate::words::Phrase;

/// Which form set a report answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormName {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// The period of a report, with the window that held when the report was begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportPeriod {
    /// Its id, such as `2026Q1`.
    pub id: String,
    /// The first day of data, `2025-12-15`; none where no window is known.
    pub from: Option<String>,
    /// The last day of data.
    pub to: Option<String>,
    /// The report is to be sent before this day, `2026-03-12`; none where nobody says.
    pub send_before: Option<String>,
}

/// How far a report has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Being filled.
    #[default]
    Draft,
    /// Declared complete.
    Complete,
    /// Changed after it was complete.
    Amended,
}

impl State {
    /// Every state with its word in documents.
    pub const ALL: [(&'static str, State); 3] = [
        ("draft", State::Draft),
        ("complete", State::Complete),
        ("amended", State::Amended),
    ];

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Complete => "complete",
            State::Amended => "amended",
        }
    }

    /// Its name, for people.
    pub fn name(self) -> Phrase {
        match self {
            State::Draft => Phrase::new("Đang điền", "Draft"),
            State::Complete => Phrase::new("Đã hoàn thành", "Complete"),
            State::Amended => Phrase::new("Đã sửa sau khi hoàn thành", "Amended after completion"),
        }
    }

    /// The state of a word.
    pub fn from_word(word: &str) -> Option<State> {
        State::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, state)| *state)
    }
}

/// A report as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Which form set it answers.
    pub form: FormName,
    /// Who reports.
    pub agency: Agency,
    /// For which period.
    pub period: ReportPeriod,
    /// How far it has come.
    pub state: State,
    /// When it was begun: UTC, `2026-03-10T02:11:09Z`.
    pub created: String,
    /// When it was last changed: UTC.
    pub modified: String,
    /// What is entered, by row id. A row without entry and note is absent. Rows that the form does not have
    /// are kept, so that nothing is lost between versions.
    pub entries: Map<String, Filled>,
    /// The officer's reasons, by finding ([`Finding::key`]).
    pub reasons: Map<String, String>,
    /// What the officer writes into the report in words: the running text, by the id of its heading, and the fields of
    /// its letter ([`letter`]). Blank ones are absent. Those of headings that the form does not have are kept.
    pub paragraphs: Map<String, String>,
    /// When it was declared complete, and what was changed since, oldest first.
    pub log: Vec<Logged>,
    /// What it is made of, where it is a consolidated report.
    pub consolidated: Option<Consolidated>,
    /// That the report, as it stood when it was last exported, left too late.
    pub late: Option<Late>,
    /// What [`Report::modified`] was when the report was last exported, or when it came in as a file; none before
    /// that. Only kept, never exchanged.
    pub exported: Option<String>,
    /// What was done on this machine, step by step: what can be taken back. Only kept, never exchanged.
    pub trail: Trail,
}

impl Report {
    /// Begins an empty report. `now` is UTC, `2026-03-10T02:11:09Z`.
    pub fn begin(form: FormName, agency: Agency, period: ReportPeriod, now: &str) -> Report {
        Report {
            form,
            agency,
            period,
            created: now.to_owned(),
            modified: now.to_owned(),
            ..Report::default()
        }
    }

    /// The same figures, reasons and texts as the report of another agency or period, where they were filled under a wrong
    /// one. It is a draft that has not left: what was declared and sent is of the other one. `now` is UTC,
    /// `2026-03-10T02:11:09Z`.
    pub fn moved(&self, agency: Agency, period: ReportPeriod, now: &str) -> Report {
        Report {
            entries: self.entries.clone(),
            reasons: self.reasons.clone(),
            paragraphs: self.paragraphs.clone(),
            ..Report::begin(self.form.clone(), agency, period, now)
        }
    }

    /// When it was last declared complete: UTC. None where it never was, or where its file does not say.
    pub fn completed(&self) -> Option<&str> {
        let last = self.log.iter().rfind(|line| line.what == What::Complete);
        last.map(|line| line.at.as_str())
    }

    /// What names it among all reports of a machine.
    pub fn key(&self) -> ReportKey {
        ReportKey {
            form: self.form.id.clone(),
            agency: self.agency.code.clone(),
            period: self.period.id.clone(),
        }
    }
}
