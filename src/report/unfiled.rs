//! What was done to a report since it last lay in a file: what would be lost with this machine.

use super::Report;
use crate::period::{Date, parse_day};

/// What was done since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfiled {
    /// How many steps.
    pub steps: usize,
    /// When the first of them was: UTC.
    pub since: String,
}

/// When one is reminded: after so many days, or so many steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Days since the first step that lies in no file.
    pub days: i64,
    /// Steps that lie in no file.
    pub steps: usize,
}

impl Patience {
    /// Where the browser may clear what it keeps.
    pub const SHORT: Patience = Patience {
        days: 7,
        steps: 200,
    };

    /// Where it has promised to keep it.
    pub const LONG: Patience = Patience {
        days: 30,
        steps: 800,
    };
}

impl Unfiled {
    /// What was done to a report since `filed`, the moment of what last lay in a file: UTC; or since it was last exported.
    /// None where nothing was.
    pub fn of(report: &Report, filed: Option<&str>) -> Option<Unfiled> {
        let exported = report.exported.as_deref().unwrap_or_default();
        let filed = filed.unwrap_or_default().max(exported);
        let steps = report.trail.steps().iter();
        let mut open = steps.filter(|step| step.at.as_str() > filed);
        let first = open.next().map(|step| step.at.clone());
        match first {
            Some(since) => Some(Unfiled {
                steps: 1 + open.count(),
                since,
            }),
            // A report whose trail is gone, or from before there was one.
            None if report.modified.as_str() > filed && !report.entries.is_empty() => {
                Some(Unfiled {
                    steps: 1,
                    since: report.modified.clone(),
                })
            }
            None => None,
        }
    }

    /// Whether it is time to say so.
    pub fn is_due(&self, today: Date, patience: Patience) -> bool {
        let first = self.since.get(..10).and_then(parse_day);
        let days = first.map_or(0, |first| (today - first).whole_days());
        self.steps >= patience.steps || days >= patience.days
    }
}
