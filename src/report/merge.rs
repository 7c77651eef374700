//! Two states of one report, made into one row by row and paragraph by paragraph: what was changed last on either side counts, and nothing that is
//! filled on one side only is lost.

use super::{Filled, Kept, Part, Report, State};
use crate::gather;
use crate::gather::Map;

/// Joins two states of a report. Head, window and log are those of the one that was changed last, but what was handed over
/// stays so.
///
/// Of a row or a paragraph that differs, the one whose trail has the later change counts; where the trails say nothing, that of the
/// report that was changed last, unless it is empty there.
pub fn merged(here: &Report, other: &Report) -> Report {
    let (newer, older) = if other.modified > here.modified {
        (other, here)
    } else {
        (here, other)
    };
    let (of_newer, of_older) = (moments(newer), moments(older));
    let rows = gather::once(newer.entries.keys().chain(older.entries.keys()).cloned());
    let nothing = Filled::default();
    let entries = rows.into_iter().filter_map(|row| {
        let part = Part::Row(row.clone()).key();
        let ours = newer.entries.get(&row).unwrap_or(&nothing);
        let theirs = older.entries.get(&row).unwrap_or(&nothing);
        let takes_ours = ours_counts(&part, !ours.is_empty(), &of_newer, &of_older);
        let filled = if takes_ours { ours } else { theirs };
        (!filled.is_empty()).then(|| (row, filled.clone()))
    });
    let mut report = Report {
        entries: gather::map(entries),
        ..newer.head()
    };
    let reasons = older.reasons.iter().chain(&newer.reasons);
    report.reasons = gather::map(reasons.map(|(key, reason)| (key.clone(), reason.clone())));
    let texts = gather::once(
        newer
            .paragraphs
            .keys()
            .chain(older.paragraphs.keys())
            .cloned(),
    );
    let texts = texts.into_iter().filter_map(|id| {
        let part = Part::Paragraph(id.clone()).key();
        let ours = newer.paragraphs.get(&id).map_or("", String::as_str);
        let theirs = older.paragraphs.get(&id).map_or("", String::as_str);
        let takes_ours = ours_counts(&part, !ours.is_empty(), &of_newer, &of_older);
        let text = if takes_ours { ours } else { theirs };
        (!text.is_empty()).then(|| (id, text.to_owned()))
    });
    report.paragraphs = gather::map(texts);
    if older.state != State::Draft && newer.state == State::Draft {
        report.state = older.state;
        report.log.clone_from(&older.log);
    }
    report
}

/// Whether what the report that was changed last has of a part counts; `is_there` says whether it has anything.
fn ours_counts(
    part: &str,
    is_there: bool,
    of_newer: &Map<String, &str>,
    of_older: &Map<String, &str>,
) -> bool {
    match (of_newer.get(part), of_older.get(part)) {
        (Some(ours), Some(theirs)) => ours >= theirs,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => is_there,
    }
}

/// When each part was last changed, as the trail tells.
fn moments(report: &Report) -> Map<String, &str> {
    let steps = report.trail.steps().iter();
    let changes = steps.flat_map(|step| {
        let changes = step.changes.iter();
        let is_joined = |after: &Kept| matches!(after, Kept::Row(_) | Kept::Paragraph(_));
        let joined = changes.filter(move |change| is_joined(&change.after));
        joined.map(|change| (change.part.key(), step.at.as_str()))
    });
    gather::map(changes)
}
