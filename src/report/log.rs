//! What was changed after a report was complete: a list that is kept with the report and travels with it.
//!
//! The list only grows, but for what an officer takes back at once: a key pressed by mistake is no change.

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// When: UTC, `2026-03-10T03:40:00Z`.
    pub at: String,
    /// What was done.
    pub what: What,
    /// What stood there before, as people write it; empty where nothing did. Vietnamese, because the paper is.
    pub from: String,
    /// What stands there since.
    pub to: String,
}

/// What a line of the log is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The report was declared complete. It has neither a before nor an after.
    Complete,
    /// The entry of a row, by its id.
    Entry(String),
    /// The note beside a row, by its id.
    Note(String),
    /// The reason given for a finding, by the key of the finding ([`super::Finding::key`]).
    Reason(String),
    /// The window of the report ([`super::ReportPeriod::written`]).
    Window,
}

/// A part of a report that is edited by itself, and journaled by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is kept of a row, by its id.
    Row(String),
    /// The reason given for a finding, by its key.
    Reason(String),
    /// What the officer writes under a heading, or in a field of the letter, by its id.
    Paragraph(String),
    /// How far the report has come.
    State,
    /// A line of the log, by its place.
    Log(usize),
    /// The window of the report.
    Window,
    /// That the report left the machine, and whether too late.
    Leaving,
    /// Everything but rows, reasons, paragraphs and trail ([`super::Report::head`]).
    Head,
    /// A step of the trail, by its number.
    Step(u64),
}

/// No row id has a colon in it, so these are never mistaken for one.
const REASON: &str = "reason:";
const PARAGRAPH: &str = "paragraph:";
const STATE: &str = "state:";
const LOG: &str = "log:";
const WINDOW: &str = "window:";
const LEAVING: &str = "leaving:";
const HEAD: &str = "head:";
const STEP: &str = "step:";

impl Part {
    /// What names it in the journal: `desk.1.2`, `reason:on-time-within-resolved desk.1.2 desk.1.1`, `log:3`.
    pub fn key(&self) -> String {
        match self {
            Part::Row(row) => row.clone(),
            Part::Reason(finding) => format!("{REASON}{finding}"),
            Part::Paragraph(id) => format!("{PARAGRAPH}{id}"),
            Part::State => STATE.to_owned(),
            Part::Log(place) => format!("{LOG}{place}"),
            Part::Window => WINDOW.to_owned(),
            Part::Leaving => LEAVING.to_owned(),
            Part::Head => HEAD.to_owned(),
            Part::Step(number) => format!("{STEP}{number}"),
        }
    }

    /// The part of a key; none where a newer page has named another kind of part.
    pub fn from_key(key: &str) -> Option<Part> {
        if let Some(finding) = key.strip_prefix(REASON) {
            return Some(Part::Reason(finding.to_owned()));
        }
        if let Some(id) = key.strip_prefix(PARAGRAPH) {
            return Some(Part::Paragraph(id.to_owned()));
        }
        if let Some(place) = key.strip_prefix(LOG) {
            return place.parse().ok().map(Part::Log);
        }
        if let Some(number) = key.strip_prefix(STEP) {
            return number.parse().ok().map(Part::Step);
        }
        match key {
            HEAD => Some(Part::Head),
            STATE => Some(Part::State),
            WINDOW => Some(Part::Window),
            LEAVING => Some(Part::Leaving),
            _ if key.contains(':') => None,
            row => Some(Part::Row(row.to_owned())),
        }
    }
}
