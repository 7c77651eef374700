//! A return: what a consolidation keeps of one agency's report.

use super::Figure;
use crate::form::{CellId, Crosswalk, Form, Kind};
use crate::gather::Map;
use crate::number::Decimal;
use crate::period::{Date, Due, parse_day};
use crate::report::Entry;
use crate::report::{
    Agency, Consolidated, FormName, PastReport, PastValue, Session, Severity, Spread, State, What,
};
use crate::words::{Language, Phrase};

/// One agency's report as it came in. Its figures are by the cells of the form into which is consolidated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Return {
    /// The name of the file, as it is said to the officer; empty where it is no file but the report that is kept here.
    pub file: String,
    /// Which form set it answers.
    pub form: FormName,
    /// Who reports.
    pub agency: Agency,
    /// The id of its period.
    pub period: String,
    /// How far it had come.
    pub state: State,
    /// When it was last changed: UTC.
    pub modified: String,
    /// When it was last declared complete: UTC.
    pub completed: Option<String>,
    /// How many changes its log has after that.
    pub amendments: usize,
    /// How late it is, where it is.
    pub late: Option<Due>,
    /// The digest of its content: `sha256:…`.
    pub digest: String,
    /// Whether the file was changed after it was made: the digest that it carries is another.
    pub is_altered: bool,
    /// How many computed values of the file are others here.
    pub miscomputed: usize,
    /// What has to be said of the whole: that it answers another form set or another version.
    pub remark: Option<Phrase>,
    /// What stands in each row of the form, by [`CellId`].
    pub figures: Vec<Figure>,
    /// The errors left in it, and its warnings; errors first.
    pub findings: Vec<Noticed>,
    /// What it is made of, where it is a consolidated report itself.
    pub consolidated: Option<Consolidated>,
}

/// An error or a warning of a return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// The id of the rule.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// The finding in words, with its row.
    pub message: Phrase,
    /// What the officer of that agency says of it.
    pub reason: Option<String>,
}

impl Return {
    /// What is kept of a report that is open on the form into which is consolidated. `due` is the day before which it
    /// was to be sent; a report that says itself that it left late is believed.
    pub fn of(session: &Session, due: Option<Date>) -> Return {
        let report = session.report();
        let open = session.form();
        let form = &open.form;
        let findings = session.findings().into_iter();
        let noticed = findings.filter(|finding| finding.severity != Severity::Info);
        let noticed = noticed.map(|finding| {
            let said = |language| finding.placed_message(form, open.rules(), language);
            Noticed {
                severity: finding.severity,
                message: Phrase::new(said(Language::Vi), said(Language::En)),
                reason: report.reasons.get(&finding.key(form)).cloned(),
                rule: finding.rule,
            }
        });
        let last = report
            .log
            .iter()
            .rposition(|line| line.what == What::Complete);
        Return {
            file: String::new(),
            form: report.form.clone(),
            agency: report.agency.clone(),
            period: report.period.id.clone(),
            state: report.state,
            modified: report.modified.clone(),
            completed: report.completed().map(str::to_owned),
            amendments: last.map_or(0, |last| report.log.len().saturating_sub(last + 1)),
            late: late(session, due),
            digest: String::new(),
            is_altered: false,
            miscomputed: 0,
            remark: None,
            figures: form.cells().map(|cell| Figure::of(session, cell)).collect(),
            findings: noticed.collect(),
            consolidated: report.consolidated.clone(),
        }
    }

    /// What is kept of a report that is open on another form set: its figures as a crosswalk brings them over.
    pub fn over(
        session: &Session,
        crosswalk: &Crosswalk,
        into: &Form,
        due: Option<Date>,
    ) -> Option<Return> {
        let own = Return::of(session, due);
        let way = crosswalk.way(&own.form.id, &into.id)?;
        let past = PastReport::of(session)?.over(crosswalk, way, into);
        let figure = |cell: CellId| {
            let row = into.row(cell)?;
            match &past.figures.get(&row.id)?.value {
                PastValue::Entered(Entry::Number(number)) | PastValue::Computed(Ok(number)) => {
                    Some(Figure::Number(*number))
                }
                PastValue::Entered(Entry::Choice(code)) => {
                    let place = row.options.iter().position(|option| option.code == *code)?;
                    Some(Figure::Choice(u16::try_from(place).ok()?))
                }
                PastValue::Entered(Entry::NotApplicable) => Some(Figure::NotApplicable),
                PastValue::Entered(Entry::Unreadable(_)) => Some(Figure::Unreadable),
                PastValue::Computed(Err(reason)) => Some(Figure::Without(*reason)),
                PastValue::Entered(Entry::Blank | Entry::Text(_)) | PastValue::NoCounterpart => {
                    None
                }
            }
        };
        Some(Return {
            figures: into
                .cells()
                .map(|cell| figure(cell).unwrap_or_default())
                .collect(),
            remark: past.remark.clone(),
            // Which units it is made of is the same on every form set; what stood in which row is not.
            consolidated: own
                .consolidated
                .filter(|whole| !whole.units.is_empty())
                .map(|whole| Consolidated {
                    units: whole.units,
                    rows: Map::default(),
                }),
            ..own
        })
    }

    /// Whether it is the report that is kept on this machine, and not a file that came in.
    pub fn is_kept_here(&self) -> bool {
        self.file.is_empty()
    }

    /// What stands in a cell.
    pub fn figure(&self, cell: CellId) -> Figure {
        self.figures.get(cell.place()).copied().unwrap_or_default()
    }

    /// How many errors, or how many warnings, are left in it.
    pub fn left(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        findings
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// How many reports it stands for: 1, or as many as a consolidated one is made of.
    pub fn weight(&self) -> usize {
        let whole = self
            .consolidated
            .as_ref()
            .filter(|whole| !whole.units.is_empty());
        whole.map_or(1, |whole| {
            let inner = whole.units.iter().map(|unit| unit.of.len().max(1));
            inner.sum()
        })
    }

    /// What it brings into a row.
    ///
    /// A consolidated return brings what its units had. Where the row is added up, the total that it reports counts: it
    /// may have been changed since, with or without reason, and [`super::doubts`] tells.
    pub fn spread(&self, form: &Form, cell: CellId) -> Spread {
        let Some(row) = form.row(cell).filter(|row| row.is_entry()) else {
            return Spread::default();
        };
        let figure = self.figure(cell);
        let option = match figure {
            Figure::Choice(place) => row.options.get(usize::from(place)),
            _ => None,
        };
        let one = || {
            figure.spread(
                row.is_for(self.agency.level),
                option.map(|option| option.code.as_str()),
            )
        };
        // One that was brought over from another form set knows its units, and of no row what they had in it.
        let whole = self.consolidated.as_ref();
        let knows = |whole: &&Consolidated| whole.units.is_empty() || !whole.rows.is_empty();
        let Some(whole) = whole.filter(knows) else {
            return one();
        };
        let inner = whole.rows.get(&row.id).cloned().unwrap_or_default();
        if !super::is_added(row) || row.kind == Kind::Choice {
            return inner;
        }
        match figure.number() {
            // Nobody below had a figure: it is the agency's own.
            Some(_) if inner.reported == 0 => one(),
            Some(stated) => Spread {
                sum: Some(stated),
                ..inner
            },
            // Nobody had a figure, or the sum was longer than a number may be.
            None if inner.reported == 0 || inner.sum.is_none() => inner,
            // The total was taken out: what the units had is not reported.
            None => Spread {
                asked: inner.asked,
                ..Spread::default()
            },
        }
    }

    /// The number that a cell brings, of a row that is added up or not.
    pub fn number(&self, cell: CellId) -> Option<Decimal> {
        self.figure(cell).number()
    }
}

/// How late a report is: as it says itself, else by the day on which it was completed, or last changed where it never
/// was. Vietnam is seven hours ahead of UTC, without summer time.
fn late(session: &Session, due: Option<Date>) -> Option<Due> {
    let report = session.report();
    let said = report.late.as_ref().and_then(crate::report::Late::due);
    said.or_else(|| {
        let moment = report.completed().unwrap_or(&report.modified);
        let day = parse_day(moment.get(..10)?)?;
        let hour: u8 = moment.get(11..13)?.parse().ok()?;
        let day = if hour >= 17 { day.next_day()? } else { day };
        Some(Due::of(due?, day)).filter(|due| due.is_over())
    })
}
