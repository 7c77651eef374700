//! The agency's other reports on this machine, read for the report that is open; those of another form set over the
//! crosswalk that joins the two, where there is one.

use super::kept::report_of;
use super::page::Page;
use crate::browser::{Opened, beside};
use crate::form::{CROSSWALKS, Crosswalk, Form, Way};
use crate::format::read_crosswalk;
use crate::report::{History, OpenForm, PastReport, Report, ReportKey, Session};
use crate::store::{names, report_key};
use std::sync::Arc;

/// Reads what the agency of a report has reported for other periods. What cannot be read says nothing here; it is
/// told where it is opened itself.
pub async fn read(page: Page, key: &ReportKey, form: &Arc<OpenForm>) -> History {
    let mut reports = of_form(page, key, form).await;
    reports.extend(across(page, key, form).await);
    History::new(reports)
}

/// What the agency of a report has reported on other form sets, as the rows of this one would have it.
pub async fn across(page: Page, key: &ReportKey, form: &Arc<OpenForm>) -> Vec<PastReport> {
    let mut reports = Vec::new();
    for other in neighbours(&key.form) {
        let foreign = ReportKey {
            form: other.to_owned(),
            ..key.clone()
        };
        if !is_any(page, &foreign).await {
            continue;
        }
        if let Ok(theirs) = page.form_when_known(other).await {
            let past = of_form(page, &foreign, &theirs).await;
            let past: Vec<&PastReport> = past.iter().collect();
            reports.extend(over(other, &key.form, &form.form, &past).await);
        }
    }
    reports
}

/// The form sets whose figures can be taken over into this one.
pub fn neighbours(form: &str) -> Vec<&'static str> {
    let joined = CROSSWALKS.iter().filter_map(|known| match form {
        _ if known.from == form => Some(known.to),
        _ if known.to == form => Some(known.from),
        _ => None,
    });
    joined.collect()
}

/// The crosswalk from one form set to another, where one comes with the page and its file has come.
pub async fn bridge(from: &str, to: &str) -> Option<(Crosswalk, Way)> {
    let joins = |one: &str, other: &str| one == from && other == to || one == to && other == from;
    let known = CROSSWALKS
        .iter()
        .find(|known| joins(known.from, known.to))?;
    let text = beside::read(&format!("forms/{}", known.file)).await.ok()?;
    let crosswalk = read_crosswalk(&text).ok()?;
    let way = crosswalk.way(from, to)?;
    Some((crosswalk, way))
}

fn folder(key: &ReportKey) -> String {
    report_key(&format!("{}/{}/", key.form, key.agency))
}

async fn is_any(page: Page, key: &ReportKey) -> bool {
    let records = names(&*page.shelf(), &folder(key)).await;
    records.is_ok_and(|records| !records.is_empty())
}

/// The agency's reports of a form set, but for the one of this key.
async fn of_form(page: Page, key: &ReportKey, form: &Arc<OpenForm>) -> Vec<PastReport> {
    let own = report_key(&key.path());
    let mut reports = Vec::new();
    for record in names(&*page.shelf(), &folder(key))
        .await
        .unwrap_or_default()
    {
        if record == own {
            continue;
        }
        if let Some(report) = kept(page, &record).await {
            reports.extend(PastReport::of(&Session::open(form.clone(), report)));
        }
    }
    reports
}

/// A report as it was kept, with what its journal has besides.
async fn kept(page: Page, record: &str) -> Option<Report> {
    report_of(&Opened::read(page.shelf(), record).await.loaded)
}

/// Lets open reports know each other, those of one agency, as each would when it is opened alone.
pub async fn introduce(sessions: &mut [Session]) {
    let told: Vec<(ReportKey, Option<PastReport>)> = sessions
        .iter()
        .map(|session| (session.report().key(), PastReport::of(session)))
        .collect();
    for session in sessions {
        let own = session.report().key();
        let form = session.form().clone();
        let others = told
            .iter()
            .filter(|(key, _)| key.agency == own.agency && *key != own);
        let (same, foreign): (Vec<_>, Vec<_>) = others.partition(|(key, _)| key.form == own.form);
        let mut past: Vec<PastReport> = same
            .into_iter()
            .filter_map(|(_, past)| past.clone())
            .collect();
        for other in neighbours(&own.form) {
            let theirs = foreign.iter().filter(|(key, _)| key.form == other);
            let theirs: Vec<&PastReport> = theirs.filter_map(|(_, past)| past.as_ref()).collect();
            if !theirs.is_empty() {
                past.extend(over(other, &own.form, &form.form, &theirs).await);
            }
        }
        session.remember(History::new(past));
    }
}

/// Reports of one form set as the rows of another would have them.
async fn over(from: &str, to: &str, into: &Form, reports: &[&PastReport]) -> Vec<PastReport> {
    match bridge(from, to).await {
        Some((crosswalk, way)) => {
            let over = reports.iter().map(|past| past.over(&crosswalk, way, into));
            over.collect()
        }
        None => Vec::new(),
    }
}
