//! The windows that an agency has set for itself on this machine.
//!
//! A report that was begun carries its window, and that one holds. For periods without a report the days lie in one
//! record for each form set and agency, and the report takes them when it is begun.

use super::documents;
use crate::app::kept::{report_of, rewrite};
use crate::app::page::Page;
use crate::browser::{Opened, clock};
use crate::format::{
    is_kept_by_newer, own_windows_text, read_own_windows, read_report, report_text,
};
use crate::period::{Days, Period, Windows};
use crate::report::{ReportKey, Session};
use crate::store::{Envelope, Loaded, Opening, keep, list, open, report_key, set_aside};

/// What the keys of own windows begin with on the shelf.
const OWN: &str = "windows/";

/// The windows by which an agency reports on a form set: those of its reports on this machine, then those that it
/// has set, then those of the documents.
pub async fn windows_of(page: Page, form: &str, agency: &str) -> Windows {
    let mut windows = documents(page, form);
    if agency.is_empty() {
        return windows;
    }
    let shelf = page.shelf();
    if let Opening::Kept(envelope) = open(&*shelf, &place(form, agency)).await {
        windows.own = read_own_windows(&envelope.body).unwrap_or_default();
    }
    let reports = format!("{}/", report_key(&format!("{form}/{agency}")));
    for record in list(&*shelf, &reports).await.unwrap_or_default() {
        let Opening::Kept(envelope) = record.opening else {
            continue;
        };
        let found = read_report(&envelope.body)
            .ok()
            .and_then(|report| Some((Period::parse(&report.period.id)?, report.period.days()?)));
        if let Some((period, days)) = found {
            windows.set(period, days);
        }
    }
    windows
}

/// Sets the days of a period for an agency; those that agree with the documents are not the agency's own. Says
/// whether they are kept.
pub async fn set(page: Page, key: &ReportKey, period: Period, days: Days) -> bool {
    page.closed().await;
    match set_in_report(page, key, days).await {
        Some(kept) => kept,
        None => set_apart(page, key, period, days).await,
    }
}

/// Sets the days in the report of the period; none where no report was begun.
async fn set_in_report(page: Page, key: &ReportKey, days: Days) -> Option<bool> {
    let place = report_key(&key.path());
    let kept = Opened::read(page.shelf(), &place).await.loaded;
    match &kept.opening {
        Opening::Kept(_) => {}
        Opening::Absent | Opening::Broken { .. } => return None,
        Opening::Newer { .. } | Opening::Unread(_) => return Some(false),
    }
    let form = page.form_when_known(&key.form).await.ok()?;
    let with_days = |kept: &Loaded| {
        let mut session = Session::open(form.clone(), report_of(kept)?);
        let before = session.revision();
        session.set_days(days);
        let is_other = session.revision() != before;
        session.touch(&clock::now_utc_iso());
        Some((is_other, report_text(session.report())))
    };
    let (is_other, text) = with_days(&kept)?;
    if !is_other {
        return Some(true);
    }
    // Another page may write the report at this moment.
    let make = |kept: &Loaded| with_days(kept).map_or_else(|| text.clone(), |(_, text)| text);
    Some(rewrite(page, &place, &make).await)
}

/// Sets the days in the record of the agency.
async fn set_apart(page: Page, key: &ReportKey, period: Period, days: Days) -> bool {
    let (shelf, now) = (page.shelf(), clock::now_utc_iso());
    let place = place(&key.form, &key.agency);
    let mut windows = documents(page, &key.form);
    let mut revision = 1;
    match open(&*shelf, &place).await {
        Opening::Absent | Opening::Broken { .. } => {}
        Opening::Newer { .. } | Opening::Unread(_) => return false,
        Opening::Kept(envelope) => {
            revision = envelope.revision.saturating_add(1);
            match read_own_windows(&envelope.body) {
                Ok(own) => windows.own = own,
                Err(complaints) if is_kept_by_newer(&complaints) => return false,
                Err(_) => {
                    let text = envelope.seal();
                    if set_aside(&*shelf, &place, &text).await.is_err() {
                        return false;
                    }
                }
            }
        }
    }
    let written = windows.in_documents(period).map(|window| window.days());
    if written == Some(days) {
        windows.own.retain(|(of, _)| *of != period);
    } else {
        windows.set(period, days);
    }
    let envelope = Envelope {
        revision,
        saved: now,
        body: own_windows_text(&windows.own),
    };
    keep(&*shelf, &place, &envelope).await.is_ok()
}

fn place(form: &str, agency: &str) -> String {
    format!("{OWN}{form}/{agency}")
}
