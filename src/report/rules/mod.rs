//! Rules of a form set: what contradicts what.
//!
//! What a rule is, is one file: its kind, how it reads its members, its check. To add a kind: one file here and
//! one line in [`KINDS`]. What is missing makes no finding unless the rule says so (`missing`); only `blank` and
//! `filled` ask about absence. A rule over time is silent about what no earlier report knows.

mod allowed;
mod compare;
mod facts;
mod fed;
mod finding;
mod implies;
mod members;
mod missing;
mod nested;
mod not_falling;
mod outlier;
mod range;
mod readable;
mod whole;

pub(crate) use facts::Facts;
pub use fed::ID as FED;
use finding::key_of;
pub use finding::{Finding, placed};
pub use readable::ID as UNREADABLE;

use super::history::{PastFigure, PastReport};
use crate::form::{CellId, Form, FormIssue, RuleWritten, is_id};
use crate::gather;
use crate::number::{Decimal, write};
use crate::words::Phrase;

/// A kind of rule.
struct RuleKind {
    /// Its word in form sets.
    word: &'static str,
    /// The members that it understands.
    members: &'static [&'static str],
    /// The figures that its messages may name, besides `{row}`.
    figures: &'static [&'static str],
    /// What turns a written rule into checks.
    prepare: Prepare,
}

/// Every kind of rule.
const KINDS: &[RuleKind] = &[
    RuleKind {
        word: "compare",
        members: &["left", "op", "right", missing::MEMBER],
        figures: &["left", "right", "difference"],
        prepare: compare::prepare,
    },
    RuleKind {
        word: "whole",
        members: &["on", "except"],
        figures: &["value"],
        prepare: whole::prepare,
    },
    RuleKind {
        word: "range",
        members: &["on", "except", "min", "max", missing::MEMBER],
        figures: &["value"],
        prepare: range::prepare,
    },
    RuleKind {
        word: "allowed",
        members: &["on", "except", "values", missing::MEMBER],
        figures: &["value", "allowed"],
        prepare: allowed::prepare,
    },
    RuleKind {
        word: "implies",
        members: &["when", "then", missing::MEMBER],
        figures: &["left", "right"],
        prepare: implies::prepare,
    },
    RuleKind {
        word: "not_falling",
        members: &["on", "except"],
        figures: &["value", "before", "difference", "period", "before_period"],
        prepare: not_falling::prepare,
    },
    RuleKind {
        word: "nested",
        members: &["on", "except", "parts"],
        figures: &["value", "before", "difference", "period", "before_period"],
        prepare: nested::prepare,
    },
    RuleKind {
        word: "outlier",
        members: &["on", "except", "per", "points", "times", "band", "least"],
        figures: &["value", "expected", "points", "period", "judged"],
        prepare: outlier::prepare,
    },
];

/// Reads the members of a written rule. One written rule may check many rows, each by itself.
///
/// # Errors
/// What is wrong with the rule, for its author.
type Prepare = fn(&RuleWritten, &Form) -> Result<Vec<Box<dyn Check>>, Phrase>;

/// One check over a report.
pub(crate) trait Check: std::fmt::Debug + Send + Sync {
    /// The rows that it reads; they are marked when it fails.
    fn cells(&self) -> &[CellId];

    /// Whether it looks at earlier reports.
    fn is_over_time(&self) -> bool {
        false
    }

    /// Looks at the figures; gives the failure where they contradict each other.
    fn failure(&self, facts: &Facts<'_>) -> Option<Failure>;
}

/// The figures of a failed check, as written for people, by the name that messages use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failure {
    figures: Vec<(&'static str, Phrase)>,
    /// What has to be said of the earlier figures, each thing once.
    remarks: Vec<Phrase>,
}

impl Failure {
    /// A failure of one figure.
    fn of_value(value: Decimal) -> Failure {
        Failure::default().with("value", Phrase::of_figure(write(value)))
    }

    /// With another figure, or what is said in its place.
    fn with(mut self, name: &'static str, figure: Phrase) -> Failure {
        self.figures.push((name, figure));
        self
    }

    /// With what has to be said of an earlier figure.
    fn remarked(mut self, report: &PastReport, figure: &PastFigure) -> Failure {
        for remark in [&report.remark, &figure.remark].into_iter().flatten() {
            if !self.remarks.contains(remark) {
                self.remarks.push(remark.clone());
            }
        }
        self
    }
}

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Certainly wrong: stops the final export.
    Error,
    /// Probably wrong: wants a sentence of explanation.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Every severity with its word in documents and in `data-level`.
    pub const ALL: [(&'static str, Severity); 3] = [
        ("error", Severity::Error),
        ("warning", Severity::Warning),
        ("info", Severity::Info),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }

    /// The severity of a word.
    pub fn from_word(word: &str) -> Option<Severity> {
        Severity::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, severity)| *severity)
    }
}

/// One prepared rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id in the form set.
    pub id: String,
    /// How serious it is.
    pub severity: Severity,
    message: Phrase,
    check: Box<dyn Check>,
    /// The fed row that the rule sees as it was typed; every other row it sees as it is printed.
    pub(crate) typed: Option<CellId>,
}

impl Rule {
    /// The rows that it reads.
    pub fn cells(&self) -> &[CellId] {
        self.check.cells()
    }

    /// What names what it finds within a report: the rule and the rows.
    pub fn key(&self, form: &Form) -> String {
        key_of(&self.id, self.cells(), form)
    }

    /// Whether it looks at earlier reports, which another machine may not have.
    pub fn is_over_time(&self) -> bool {
        self.check.is_over_time()
    }

    /// Looks at the figures of a report.
    pub(crate) fn failure(&self, facts: &Facts<'_>) -> Option<Failure> {
        self.check.failure(facts)
    }
}

/// The prepared rules of a form, in the order in which their findings are shown.
#[derive(Debug, Default)]
pub struct RuleBook {
    rules: Vec<Rule>,
    readers: Vec<Vec<usize>>,
}

impl RuleBook {
    /// Every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules that read a cell, by their place in [`RuleBook::rules`].
    pub fn readers(&self, cell: CellId) -> &[usize] {
        self.readers.get(cell.place()).map_or(&[], Vec::as_slice)
    }

    /// One rule.
    pub fn rule(&self, place: usize) -> Option<&Rule> {
        self.rules.get(place)
    }
}

/// The rules in the order of the rows at which they are told, so that whoever mends one finding after the other goes down
/// the form; of one row the built-in ones first, then as the form set writes them.
fn by_row(rules: Vec<Rule>, form: &Form) -> Vec<Rule> {
    let mut rows: Vec<Vec<Rule>> = form.rows.iter().map(|_| Vec::new()).collect();
    for rule in rules {
        let first = rule.cells().first().map_or(0, |cell| cell.place());
        if let Some(row) = rows.get_mut(first) {
            row.push(rule);
        }
    }
    rows.into_iter().flatten().collect()
}

/// Prepares the rules of a form.
pub fn prepare(form: &Form) -> (RuleBook, Vec<FormIssue>) {
    let mut issues = Vec::new();
    let mut rules: Vec<Rule> = readable::rules(form);
    rules.extend(fed::rules(form));
    let mut ids = gather::set([readable::ID, fed::ID]);
    for (number, written) in form.rules.iter().enumerate() {
        let place = format!("rules[{number}] ({})", written.id);
        let mut say = |problem: Phrase| issues.push(FormIssue::new(place.clone(), problem));
        if !ids.insert(&written.id) {
            say(Phrase::said(
                "Mã quy tắc “{}” bị trùng; mỗi quy tắc cần một mã riêng.",
                "Rule id “{}” occurs twice; every rule needs an id of its own.",
                &[&written.id.to_string()],
            ));
        }
        if !is_id(&written.id) {
            say(Phrase::said(
                "Mã quy tắc “{}” phải có từ 1 đến 100 ký tự, chỉ gồm chữ không dấu, chữ số và . - _ #",
                "Rule id “{}” must have 1 to 100 signs: unaccented letters, digits and . - _ #",
                &[&written.id],
            ));
        }
        if written.message.vi.trim().is_empty() || written.message.en.trim().is_empty() {
            say(Phrase::new(
                "Quy tắc cần có thông báo (message) bằng tiếng Việt và tiếng Anh.",
                "The rule needs a message in Vietnamese and English.",
            ));
        }
        let Some(severity) = Severity::from_word(&written.level) else {
            say(Phrase::said(
                "Mức “{}” không có; dùng error, warning hoặc info.",
                "There is no level “{}”; use error, warning or info.",
                &[&written.level.to_string()],
            ));
            continue;
        };
        let Some(kind) = KINDS.iter().find(|kind| kind.word == written.kind) else {
            say(Phrase::said(
                "Không có loại quy tắc “{}”.",
                "There is no kind of rule “{}”.",
                &[&written.kind.to_string()],
            ));
            continue;
        };
        for stranger in written
            .fields
            .keys()
            .filter(|name| !kind.members.contains(&name.as_str()))
        {
            say(Phrase::said(
                "Loại quy tắc “{}” không có mục “{}”.",
                "A rule of the kind “{}” has no member “{}”.",
                &[kind.word, stranger],
            ));
        }
        for name in strange_figures(&written.message, kind.figures) {
            say(Phrase::said(
                "Thông báo nêu {} nhưng loại quy tắc “{}” không có số đó.",
                "The message names {}, a figure that a rule of the kind “{}” does not have.",
                &[&name, kind.word],
            ));
        }
        match (kind.prepare)(written, form) {
            Ok(checks) => rules.extend(checks.into_iter().map(|check| Rule {
                id: written.id.clone(),
                severity,
                message: written.message.clone(),
                check,
                typed: None,
            })),
            Err(problem) => say(problem),
        }
    }
    let rules = by_row(rules, form);
    let mut readers = vec![Vec::new(); form.rows.len()];
    for (number, rule) in rules.iter().enumerate() {
        for cell in rule.cells() {
            if let Some(readers) = readers.get_mut(cell.place()) {
                readers.push(number);
            }
        }
    }
    (RuleBook { rules, readers }, issues)
}

/// The names in braces in a message that stand for no figure of its kind.
fn strange_figures(message: &Phrase, figures: &[&str]) -> Vec<String> {
    let mut strange = Vec::new();
    for text in [&message.vi, &message.en] {
        for rest in text.split('{').skip(1) {
            let name = rest.split('}').next().unwrap_or_default();
            let braced = format!("{{{name}}}");
            if name != "row" && !figures.contains(&name) && !strange.contains(&braced) {
                strange.push(braced);
            }
        }
    }
    strange
}
