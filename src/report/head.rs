//! The head of a report: its window, and whether it left in time.
//!
//! A late export is marked and never stopped. What is marked is the report as it stands: the day on which this very
//! content first left the machine is kept with it, so that exporting it again, on another day or from another
//! machine, gives the same bytes. Once something is changed, the next export is judged anew.

use super::{Report, ReportPeriod, State};
use crate::period::{Date, Days, Due, Status, Window, day_id, parse_day, write_day};
use crate::words::{Phrase, filled};

/// That a report left too late.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Late {
    /// The day before which it was to be sent: `2026-03-12`.
    pub send_before: String,
    /// The local day on which it left: `2026-03-14`.
    pub exported: String,
    /// Whether the day to send it before is only expected: no document names it, and the agency has set none.
    pub is_expected: bool,
}

impl Late {
    /// How late it was; none where its days cannot be read or are not late.
    pub fn due(&self) -> Option<Due> {
        let due = Due::of(parse_day(&self.send_before)?, parse_day(&self.exported)?);
        due.is_over().then_some(due)
    }

    /// That it was late, in a sentence for screen and paper; none where [`Late::due`] is none.
    pub fn words(&self) -> Option<Phrase> {
        let due = self.due()?.words();
        let day = |text: &str| parse_day(text).map(write_day).unwrap_or_default();
        let (exported, send_before) = (day(&self.exported), day(&self.send_before));
        let said = |template, due: &str| filled(template, &[&exported, due, &send_before]);
        let (vi, en) = if self.is_expected {
            (
                "Xuất ngày {}, {} (dự kiến phải gửi trước ngày {}).",
                "Exported on {}, {} (expected to be sent before {}).",
            )
        } else {
            (
                "Xuất ngày {}, {} (phải gửi trước ngày {}).",
                "Exported on {}, {} (to be sent before {}).",
            )
        };
        Some(Phrase::new(said(vi, &due.vi), said(en, &due.en)))
    }
}

impl ReportPeriod {
    /// Its days, where both the first and the last one are known.
    pub fn days(&self) -> Option<Days> {
        let day = |day: &Option<String>| day.as_deref().and_then(parse_day);
        Some(Days {
            from: day(&self.from)?,
            to: day(&self.to)?,
            send_before: day(&self.send_before),
        })
    }

    /// Its days as people write them, for the log; Vietnamese, because the paper is. Empty where none are known.
    pub fn written(&self) -> String {
        let Some(days) = self.days() else {
            return String::new();
        };
        let mut written = format!("{} – {}", write_day(days.from), write_day(days.to));
        if let Some(day) = days.send_before {
            written.push_str(&format!("; gửi trước ngày {}", write_day(day)));
        }
        written
    }

    /// Takes other days.
    pub fn set_days(&mut self, days: Days) {
        self.from = Some(day_id(days.from));
        self.to = Some(day_id(days.to));
        self.send_before = days.send_before.map(day_id);
    }
}

impl Report {
    /// Says that the report leaves the machine. `today` is the local day; `window` is the one by which the report is
    /// counted, where one is known. Whether anything changed: a report that has left as it stands is not judged
    /// again.
    pub fn leaves(&mut self, today: Date, window: Option<&Window>) -> bool {
        if self.exported.as_ref() == Some(&self.modified) {
            return false;
        }
        self.late = window.and_then(|window| {
            let send_before = window.send_before?;
            window.due(today)?.is_over().then(|| Late {
                send_before: day_id(send_before),
                exported: day_id(today),
                is_expected: window.send_status == Status::Expected,
            })
        });
        self.exported = Some(self.modified.clone());
        true
    }

    /// Says that the report came in as a file: as it stands it has left already.
    pub fn came_in(&mut self) {
        self.exported = Some(self.modified.clone());
    }

    /// The report without rows, reasons, paragraphs and trail: what an import puts in its place besides those.
    pub fn head(&self) -> Report {
        Report {
            form: self.form.clone(),
            agency: self.agency.clone(),
            period: self.period.clone(),
            state: self.state,
            created: self.created.clone(),
            modified: self.modified.clone(),
            log: self.log.clone(),
            consolidated: self.consolidated.clone(),
            late: self.late.clone(),
            ..Report::default()
        }
    }

    /// Whether another state of this report, brought back, puts its head in the place of this one's: a draft takes it, and
    /// so does a report whose log goes on there, for that is the same report, continued elsewhere. What was handed over
    /// stays so otherwise.
    pub fn is_followed_by(&self, other: &Report) -> bool {
        let goes_on = other.log.len() > self.log.len() && other.log.starts_with(&self.log);
        self.state == State::Draft || goes_on
    }

    /// Takes the head of another report in the place of its own. The report has not left as it stands now.
    pub fn put_head(&mut self, head: Report) {
        let own = std::mem::replace(self, head);
        self.entries = own.entries;
        self.reasons = own.reasons;
        self.paragraphs = own.paragraphs;
        self.trail = own.trail;
        self.exported = None;
    }
}
