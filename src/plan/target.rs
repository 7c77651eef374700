//! Targets as the plans print them, and the marks that they set.

use crate::number::{Decimal, write};
use crate::period::{Date, Period};
use crate::words::Phrase;

/// How a plan compares, as printed (DOMAIN.md section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// tối thiểu, từ … trở lên, ≥, không ít hơn.
    AtLeast,
    /// trên.
    MoreThan,
    /// không quá.
    AtMost,
    /// khoảng.
    About,
    /// A plain figure: “100% hồ sơ …”, “Duy trì 07 vùng …”.
    Plain,
    /// khoảng 8-10 %.
    Between,
}

impl Comparator {
    /// Every comparator with its word in documents.
    pub const ALL: [(&'static str, Comparator); 6] = [
        (">=", Comparator::AtLeast),
        (">", Comparator::MoreThan),
        ("<=", Comparator::AtMost),
        ("~", Comparator::About),
        ("==", Comparator::Plain),
        ("between", Comparator::Between),
    ];

    /// The comparator of a word.
    pub fn from_word(word: &str) -> Option<Comparator> {
        find(&Comparator::ALL, word)
    }

    /// What it demands of a figure. A plan's plain figure, “about” and the lower end of a range are floors: nobody
    /// has missed “100 % of the dossiers” or “50 % of the inspections” by doing more, and every target of this kind
    /// in the plans is one of doing more (docs/decisions/0007-targets-and-tasks.md).
    pub fn demand(self) -> Demand {
        match self {
            Comparator::AtLeast | Comparator::About | Comparator::Plain | Comparator::Between => {
                Demand::Floor
            }
            Comparator::MoreThan => Demand::Above,
            Comparator::AtMost => Demand::Ceiling,
        }
    }
}

/// What a mark demands of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// The figure is the mark or more.
    Floor,
    /// The figure is more than the mark.
    Above,
    /// The figure is the mark or less.
    Ceiling,
}

/// What the figure of a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetKind {
    /// A share of a whole in percent: never above 100.
    Share,
    /// A reduction in percent against something earlier.
    Cut,
    /// A rise in percent against something earlier.
    Growth,
    /// A number of things, or a length of time.
    Amount,
}

impl TargetKind {
    /// Every kind with its word in documents.
    pub const ALL: [(&'static str, TargetKind); 4] = [
        ("share", TargetKind::Share),
        ("cut", TargetKind::Cut),
        ("growth", TargetKind::Growth),
        ("amount", TargetKind::Amount),
    ];

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<TargetKind> {
        find(&TargetKind::ALL, word)
    }
}

/// How well a row of a form answers a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The row asks what the target demands.
    Answers,
    /// The row counts less than the target does: where it reaches the mark, the target is reached; below, nobody
    /// can tell.
    Narrower,
    /// The row counts the cases that break the target: it is reached where there are none.
    Breaches,
    /// The row only looks as if it answered: it counts, or compares with another year.
    LooksSo,
}

impl Fit {
    /// Every fit with its word in documents.
    pub const ALL: [(&'static str, Fit); 4] = [
        ("answers", Fit::Answers),
        ("narrower", Fit::Narrower),
        ("breaches", Fit::Breaches),
        ("looks_so", Fit::LooksSo),
    ];

    /// The fit of a word.
    pub fn from_word(word: &str) -> Option<Fit> {
        find(&Fit::ALL, word)
    }
}

fn find<T: Copy>(all: &[(&'static str, T)], word: &str) -> Option<T> {
    all.iter()
        .find(|(known, _)| *known == word)
        .map(|(_, meaning)| *meaning)
}

/// A row of a form set that answers a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The id of the form set.
    pub form: String,
    /// The id of the row.
    pub row: String,
    /// How well it answers.
    pub fit: Fit,
    /// What has to be said about it.
    pub caution: Option<Phrase>,
}

/// One mark of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id, such as `001-18`.
    pub id: String,
    /// The id of its document.
    pub document: String,
    /// The year of the plan.
    pub year: i32,
    /// The part of the plan in which it stands.
    pub area: Phrase,
    /// Its words as printed, in Vietnamese only.
    pub text: String,
    /// What is measured.
    pub what: Phrase,
    /// What its figure is.
    pub kind: TargetKind,
    /// How the plan compares.
    pub comparator: Comparator,
    /// The mark, in the measure.
    pub number: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// %, ngày, vùng, doanh nghiệp.
    pub measure: Phrase,
    /// Against what a cut or a rise is measured.
    pub baseline: Option<Phrase>,
    /// The last day, where the plan names one.
    pub by: Option<Date>,
    /// The rows that answer it.
    pub rows: Vec<Answer>,
    /// What should be known about it.
    pub remark: Option<Phrase>,
}

impl Target {
    /// The mark as people write it: `≥ 95 %`, `khoảng 4.000 doanh nghiệp`, `8–10 %`.
    pub fn mark(&self) -> Phrase {
        let sign = match self.comparator {
            Comparator::AtLeast => ("≥ ", "≥ "),
            Comparator::MoreThan => ("> ", "> "),
            Comparator::AtMost => ("≤ ", "≤ "),
            Comparator::About | Comparator::Between => ("khoảng ", "about "),
            Comparator::Plain => ("", ""),
        };
        let mut number = write(self.number);
        if let Some(upper) = self.upper {
            number.push('–');
            number.push_str(&write(upper));
        }
        Phrase::new(
            format!("{}{number} {}", sign.0, self.measure.vi),
            format!("{}{number} {}", sign.1, self.measure.en),
        )
    }

    /// Whether the figure is in percent: then differences are in percentage points.
    pub fn is_percent(&self) -> bool {
        self.kind != TargetKind::Amount
    }

    /// Whether nothing can reach it: a share above 100 % (“trên 100%”, DOMAIN.md 3.1, number 42).
    pub fn is_impossible(&self) -> bool {
        let whole = Decimal::from_integer(100);
        self.kind == TargetKind::Share
            && match self.comparator.demand() {
                Demand::Above => self.number >= whole,
                Demand::Floor => self.number > whole,
                Demand::Ceiling => false,
            }
    }
}

/// A plan that sets targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDocument {
    /// Its id, such as `001`.
    pub id: String,
    /// The file of its text among the sources.
    pub file: String,
    /// The year of the plan.
    pub year: i32,
    /// Its title.
    pub title: Phrase,
}

/// All targets, in the order of their documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Targets {
    /// The plans.
    pub documents: Vec<PlanDocument>,
    /// The targets.
    pub targets: Vec<Target>,
}

impl Targets {
    /// The document of a target.
    pub fn document(&self, id: &str) -> Option<&PlanDocument> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The targets that a row answers in a period: those of its year, or where there are none those of the latest
    /// year before. The same mark printed several times counts once.
    pub fn of_row(&self, form: &str, row: &str, period: Period) -> Vec<(&Target, &Answer)> {
        let answering: Vec<(&Target, &Answer)> = self
            .targets
            .iter()
            .filter(|target| target.year <= period.year)
            .filter_map(|target| {
                let answer = target
                    .rows
                    .iter()
                    .find(|answer| answer.form == form && answer.row == row)?;
                Some((target, answer))
            })
            .collect();
        let latest = answering.iter().map(|(target, _)| target.year).max();
        let mut found: Vec<(&Target, &Answer)> = Vec::new();
        for (target, answer) in answering {
            if Some(target.year) != latest {
                continue;
            }
            let same = found.iter_mut().find(|(known, _)| {
                known.number == target.number
                    && known.comparator.demand() == target.comparator.demand()
            });
            match same {
                // “≥ 10 %” says more plainly what “10 %” means.
                Some(place) if place.0.comparator == Comparator::Plain => *place = (target, answer),
                Some(_) => {}
                None => found.push((target, answer)),
            }
        }
        found
    }
}
