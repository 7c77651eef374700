//! The figures of the reports on this machine, for the rows that answer targets: of the form set of the row, and of
//! another over the crosswalk that joins the two.

use crate::app::history::{across, neighbours};
use crate::app::page::Page;
use crate::app::route::Route;
use crate::format::read_report;
use crate::formula::Reason;
use crate::period::Period;
use crate::plan::{Figure, Targets, figure};
use crate::report::{Entry, OpenForm, PastReport, PastValue, ReportKey, Session};
use crate::store::{Opening, REPORTS, list};
use crate::words::Phrase;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A figure of one report.
#[derive(Clone, Debug)]
pub struct Point {
    /// The address of the report, or of the row in it.
    pub address: String,
    /// Its period.
    pub period: Period,
    /// The figure, or why there is none.
    pub figure: Result<Figure, Reason>,
    /// How it differs in what it covers, where it comes over a crosswalk.
    pub remark: Option<Phrase>,
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
    /// By agency and row: one figure for each period, the earliest first.
    points: BTreeMap<(String, Place), Vec<Point>>,
}

impl Figures {
    /// The figures of a row in the reports of an agency, the earliest period first.
    pub fn of(&self, agency: &str, form: &str, row: &str) -> &[Point] {
        let key = (agency.to_owned(), (form.to_owned(), row.to_owned()));
        self.points.get(&key).map_or(&[], Vec::as_slice)
    }

    fn put(&mut self, agency: &str, place: &Place, point: Point) {
        let key = (agency.to_owned(), place.clone());
        let of_row = self.points.entry(key).or_default();
        let at = of_row.partition_point(|known| known.period < point.period);
        // What was reported on the form set itself comes first, and is kept.
        if of_row
            .get(at)
            .is_none_or(|known| known.period != point.period)
        {
            of_row.insert(at, point);
        }
    }

    fn name_rows(&mut self, form: &OpenForm, places: &[Place]) {
        for place in places {
            let row = form.form.cell(&place.1);
            if let Some((cell, row)) = row.and_then(|cell| Some((cell, form.form.row(cell)?))) {
                let known = (form.form.address(cell), row.label.clone());
                self.rows.insert(place.clone(), known);
            }
        }
    }
}

/// Reads every report of this machine.
pub async fn read(page: Page, targets: &Targets) -> Figures {
    let mut wanted: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for answer in targets.targets.iter().flat_map(|target| &target.rows) {
        let places = wanted.entry(answer.form.clone()).or_default();
        let place = (answer.form.clone(), answer.row.clone());
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let mut figures = Figures::default();
    let mut there: BTreeSet<(String, String)> = BTreeSet::new();
    page.closed().await;
    let shelf = page.shelf();
    let Ok(records) = list(&*shelf, REPORTS).await else {
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
        there.insert((key.form.clone(), key.agency.clone()));
        if !figures.agencies.iter().any(|(code, _)| *code == key.agency) {
            let name = report.agency.name.clone();
            figures.agencies.push((key.agency.clone(), name));
        }
        let (Some(places), Some(period)) = (wanted.get(&key.form), Period::parse(&key.period))
        else {
            continue;
        };
        let Ok(form) = page.form_when_known(&key.form).await else {
            continue;
        };
        let session = Session::open(form.clone(), report);
        figures.name_rows(&form, places);
        for place in places {
            let Some(cell) = form.form.cell(&place.1) else {
                continue;
            };
            let point = Point {
                address: Route::of_row(&key, &place.1),
                period,
                figure: figure(&session, cell),
                remark: None,
            };
            figures.put(&key.agency, place, point);
        }
    }
    for (form, places) in &wanted {
        let others = neighbours(form);
        let agencies = there
            .iter()
            .filter(|(other, _)| others.contains(&other.as_str()));
        for (_, agency) in agencies {
            take_over(page, &mut figures, form, agency, places).await;
        }
    }
    figures
}

/// What an agency has reported on other form sets, over the crosswalk.
async fn take_over(page: Page, figures: &mut Figures, form: &str, agency: &str, places: &[Place]) {
    let Ok(into) = page.form_when_known(form).await else {
        return;
    };
    // No report of this form set is left out.
    let key = ReportKey {
        form: form.to_owned(),
        agency: agency.to_owned(),
        period: String::new(),
    };
    let past: Vec<PastReport> = across(page, &key, &Arc::clone(&into)).await;
    figures.name_rows(&into, places);
    for report in past {
        let address = Route::of_report(&ReportKey {
            form: report.form.id.clone(),
            agency: agency.to_owned(),
            period: report.period.id(),
        });
        for place in places {
            let Some(known) = report.figures.get(&place.1) else {
                continue;
            };
            let figure = match &known.value {
                PastValue::NoCounterpart => continue,
                PastValue::Computed(value) => value.map(Figure::from),
                PastValue::Entered(Entry::Number(number)) => Ok(Figure::from(*number)),
                PastValue::Entered(_) => Err(Reason::Missing),
            };
            let point = Point {
                address: address.clone(),
                period: report.period,
                figure,
                remark: known.remark.clone().or(report.remark.clone()),
            };
            figures.put(agency, place, point);
        }
    }
}
