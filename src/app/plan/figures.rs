//! The figures of the reports on this machine, for the rows that answer targets.

use crate::app::page::Page;
use crate::browser::clock;
use crate::format::read_report;
use crate::formula::Reason;
use crate::period::Period;
use crate::plan::{Figure, Targets, figure};
use crate::report::{ReportKey, Session};
use crate::store::{Opening, REPORTS, list};
use crate::words::Phrase;
use std::collections::{BTreeMap, BTreeSet};

/// A figure of one report.
#[derive(Clone, Debug)]
pub struct Point {
    /// The report.
    pub key: ReportKey,
    /// Its period.
    pub period: Period,
    /// The figure, or why there is none.
    pub figure: Result<Figure, Reason>,
}

/// A row of a form set.
type Place = (String, String);

/// The figures of this machine.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The agencies that have reports here: code and name.
    pub agencies: Vec<(String, String)>,
    /// Where each row stands, and its label.
    pub rows: BTreeMap<Place, (Phrase, Phrase)>,
    /// By agency and row: one figure for each report, the earliest period first.
    points: BTreeMap<(String, Place), Vec<Point>>,
}

impl Figures {
    /// The figures of a row in the reports of an agency, the earliest period first.
    pub fn of(&self, agency: &str, form: &str, row: &str) -> &[Point] {
        let key = (agency.to_owned(), (form.to_owned(), row.to_owned()));
        self.points.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Reads every report of this machine.
pub async fn read(page: Page, targets: &Targets) -> Figures {
    let wanted: BTreeSet<Place> = targets
        .targets
        .iter()
        .flat_map(|target| &target.rows)
        .map(|answer| (answer.form.clone(), answer.row.clone()))
        .collect();
    let mut figures = Figures::default();
    page.closed().await;
    let shelf = page.shelf();
    let Ok(records) = list(&*shelf, REPORTS, &clock::now_utc_iso()).await else {
        return figures;
    };
    for record in records {
        let Opening::Kept(envelope) = &record.opening else {
            continue;
        };
        let Ok(report) = read_report(&envelope.body) else {
            continue;
        };
        let key = report.key();
        let asked = wanted.iter().filter(|(form, _)| *form == key.form);
        let asked: Vec<Place> = asked.cloned().collect();
        let (Some(period), false) = (Period::parse(&key.period), asked.is_empty()) else {
            continue;
        };
        let Ok(form) = page.form_when_known(&key.form).await else {
            continue;
        };
        if !figures.agencies.iter().any(|(code, _)| *code == key.agency) {
            let name = report.agency.name.clone();
            figures.agencies.push((key.agency.clone(), name));
        }
        let session = Session::open(form.clone(), report);
        for place in asked {
            let Some(cell) = form.form.cell(&place.1) else {
                continue;
            };
            if let Some(row) = form.form.row(cell) {
                let known = (form.form.address(cell), row.label.clone());
                figures.rows.insert(place.clone(), known);
            }
            let point = Point {
                key: key.clone(),
                period,
                figure: figure(&session, cell),
            };
            let of_row = figures
                .points
                .entry((key.agency.clone(), place))
                .or_default();
            let at = of_row.partition_point(|known| known.period < period);
            of_row.insert(at, point);
        }
    }
    figures
}
