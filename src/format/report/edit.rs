//! The parts of a report that are edited by themselves ⇄ texts of the journal.

use super::read::{put_head, put_leaving, put_window};
use super::write::{head_text, leaving_text, window_text};
use super::{entry_text, log, parse_entry, trail};
use crate::report::{Part, Report, State};

/// What stands in a part of a report now, as text for the journal; empty where nothing does.
pub fn part_text(report: &Report, part: &Part) -> String {
    match part {
        Part::Row(row) => entry_text(report.entries.get(row).unwrap_or(&Default::default())),
        Part::Reason(finding) => report.reasons.get(finding).cloned().unwrap_or_default(),
        Part::Paragraph(id) => report.paragraphs.get(id).cloned().unwrap_or_default(),
        Part::State => report.state.word().to_owned(),
        Part::Log(place) => {
            let line = report.log.get(*place);
            line.map(|line| log::write(line).to_string())
                .unwrap_or_default()
        }
        Part::Window => window_text(report),
        Part::Leaving => leaving_text(report),
        Part::Head => head_text(report),
        Part::Step(number) => {
            let step = report.trail.step(*number);
            step.map(|step| trail::write(step).to_string())
                .unwrap_or_default()
        }
    }
}

/// Puts a text of the journal in its place, also for rows that the form does not have: nothing typed is lost. A text
/// that cannot be read changes nothing.
pub fn put_part(report: &mut Report, key: &str, text: &str) {
    let part = Part::from_key(key);
    // What was edited after it left has not left.
    if part != Some(Part::Leaving) {
        report.exported = None;
    }
    match part {
        Some(Part::Row(row)) => match parse_entry(text) {
            Some(filled) if filled.is_empty() => {
                report.entries.remove(&row);
            }
            Some(filled) => {
                report.entries.insert(row, filled);
            }
            None => {}
        },
        Some(Part::Reason(finding)) if text.is_empty() => {
            report.reasons.remove(&finding);
        }
        Some(Part::Reason(finding)) => {
            report.reasons.insert(finding, text.to_owned());
        }
        Some(Part::Paragraph(id)) if text.is_empty() => {
            report.paragraphs.remove(&id);
        }
        Some(Part::Paragraph(id)) => {
            report.paragraphs.insert(id, text.to_owned());
        }
        Some(Part::State) => {
            if let Some(state) = State::from_word(text) {
                report.state = state;
            }
        }
        Some(Part::Log(place)) if text.is_empty() => report.log.truncate(place),
        Some(Part::Log(place)) => {
            if let Some(line) = log::parse_line(text) {
                match report.log.get_mut(place) {
                    Some(known) => *known = line,
                    None => report.log.push(line),
                }
            }
        }
        Some(Part::Window) => put_window(report, text),
        Some(Part::Leaving) => put_leaving(report, text),
        Some(Part::Head) => put_head(report, text),
        Some(Part::Step(number)) if text.is_empty() => report.trail.drop_step(number),
        Some(Part::Step(_)) => {
            if let Some(step) = trail::parse_step(text) {
                report.trail.take(step);
            }
        }
        None => {}
    }
}
