//! The agency's other reports on this machine, read for the report that is open.

use super::kept::with_edits;
use super::page::Page;
use crate::browser::Opened;
use crate::format::read_report;
use crate::report::{History, OpenForm, PastReport, Report, ReportKey, Session};
use crate::store::{Shelf, report_key};
use std::sync::Arc;

/// Reads what the agency of a report has reported for other periods. What cannot be read says nothing here; it is
/// told where it is opened itself.
pub async fn read(page: Page, key: &ReportKey, form: &Arc<OpenForm>) -> History {
    let own = report_key(&key.path());
    let folder = report_key(&format!("{}/{}/", key.form, key.agency));
    let mut reports = Vec::new();
    for record in page.shelf().keys(&folder).await.unwrap_or_default() {
        if record == own {
            continue;
        }
        if let Some(report) = kept(page, &record).await {
            reports.extend(PastReport::of(&Session::open(form.clone(), report)));
        }
    }
    History::new(reports)
}

/// A report as it was kept, with what its journal has besides.
async fn kept(page: Page, record: &str) -> Option<Report> {
    let opened = Opened::read(page.shelf(), record).await;
    let report = read_report(opened.loaded.body()?).ok()?;
    Some(with_edits(report, &opened.loaded.edits))
}

/// Lets open reports know each other, those of one agency and form set, as each would when it is opened alone.
pub fn introduce(sessions: &mut [Session]) {
    let told: Vec<(ReportKey, Option<PastReport>)> = sessions
        .iter()
        .map(|session| (session.report().key(), PastReport::of(session)))
        .collect();
    for session in sessions {
        let own = session.report().key();
        let others = told
            .iter()
            .filter(|(key, _)| *key != own && key.form == own.form && key.agency == own.agency);
        let past = others.filter_map(|(_, past)| past.clone()).collect();
        session.remember(History::new(past));
    }
}
