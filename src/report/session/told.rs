//! Steps in words: what would be taken back, and each change for the log.

use super::Session;
use crate::form::CellId;
use crate::report::entry::LEFT_BLANK;
use crate::report::{Change, Entry, Filled, How, Kept, Part, Step, Turn};
use crate::words::{Phrase, cut};

/// One change of the log, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// The number of its step.
    pub step: u64,
    /// When: UTC, `2026-03-10T03:40:00Z`.
    pub at: String,
    /// How it came about.
    pub how: How,
    /// How it came about, with whether it was taken back by it, or done again.
    pub way: Phrase,
    /// The row, where it is about one of the form.
    pub cell: Option<CellId>,
    /// Where it is: `Biểu mẫu 6, dòng 4.2.1`; the id of a row that the form does not have; empty for the whole report.
    pub place: Phrase,
    /// What was changed: the label of the row, or that it is its note.
    pub what: Phrase,
    /// What stood there before; empty where nothing did.
    pub from: Phrase,
    /// What stands there since; empty where nothing does.
    pub to: Phrase,
}

/// The longest value that is repeated in a sentence, in letters.
const LONGEST: usize = 40;

impl Session {
    /// A step in a few words: `nhập 41 (Biểu mẫu 1, dòng 2.1)`, `dán 12 chỗ`.
    pub fn told(&self, step: &Step) -> Phrase {
        let how = step.way();
        let lines = self.lines_of(step);
        match lines.as_slice() {
            [line] => {
                let what = match (step.how, line.to.vi.as_str()) {
                    (How::Typed | How::Chosen, "") => cleared(),
                    (How::Confirmed, "") => Phrase::new("bỏ xác nhận", "confirmation taken back"),
                    (How::Confirmed, LEFT_BLANK) => {
                        Phrase::new("xác nhận để trống", "left blank on purpose")
                    }
                    (How::Cleared, _) => how,
                    (_, "") => joined(&how, ": ", &cleared()),
                    // “khôi phục từ bản lúc 09:41 20/3/2026: 41”
                    _ if !step.from.is_empty() => joined(&how, ": ", &short(&line.to)),
                    _ => joined(&how, " ", &short(&line.to)),
                };
                let place = [&line.place, &line.what].into_iter();
                match place.into_iter().find(|place| !place.vi.is_empty()) {
                    Some(place) => Phrase::new(
                        format!("{} ({})", what.vi, place.vi),
                        format!("{} ({})", what.en, place.en),
                    ),
                    None => what,
                }
            }
            lines => {
                let count = lines.len().to_string();
                Phrase::new(
                    format!("{}, {count} chỗ", how.vi),
                    format!("{}, {count} places", how.en),
                )
            }
        }
    }

    /// What a step takes back or does again, in a few words: of the step that it turns, where that is still there.
    pub fn told_of_turn(&self, step: &Step) -> Phrase {
        match step.turn {
            Turn::Done => self.told(step),
            Turn::Undone(of) | Turn::Redone(of) => match self.report.trail.step(of) {
                Some(turned) => self.told_of_turn(turned),
                None => self.told(step),
            },
        }
    }

    /// Every change that the trail holds, the newest first.
    pub fn change_lines(&self) -> Vec<ChangeLine> {
        let steps = self.report.trail.steps().iter().rev();
        steps.flat_map(|step| self.lines_of(step)).collect()
    }

    fn lines_of(&self, step: &Step) -> Vec<ChangeLine> {
        let mut lines = Vec::new();
        for change in &step.changes {
            let (place, cell) = self.place_of(&change.part);
            let mut line = |what: Phrase, from: Phrase, to: Phrase| {
                lines.push(ChangeLine {
                    step: step.number,
                    at: step.at.clone(),
                    how: step.how,
                    way: step.words(),
                    cell,
                    place: place.clone(),
                    what,
                    from,
                    to,
                });
            };
            self.say(change, cell, &mut line);
        }
        lines
    }

    /// What a change did: to the entry of a row, to its note, to the rest.
    fn say(
        &self,
        change: &Change,
        cell: Option<CellId>,
        line: &mut dyn FnMut(Phrase, Phrase, Phrase),
    ) {
        match (&change.before, &change.after) {
            (Kept::Row(before), Kept::Row(after)) => {
                let row = cell.and_then(|cell| self.form.form.row(cell));
                let label = row.map(|row| row.label.clone()).unwrap_or_default();
                let (from, to) = (written(before), written(after));
                if from != to {
                    line(label.clone(), from, to);
                }
                if before.note != after.note {
                    let note = Phrase::new("ghi chú", "note");
                    let (from, to) = (&before.note, &after.note);
                    line(note, Phrase::of_figure(from), Phrase::of_figure(to));
                }
            }
            (Kept::Reason(before), Kept::Reason(after)) => {
                let reason = Phrase::new("lý do", "reason");
                line(reason, Phrase::of_figure(before), Phrase::of_figure(after));
            }
            (Kept::Paragraph(before), Kept::Paragraph(after)) => {
                let text = match &change.part {
                    Part::Paragraph(id) => self.name_of_text(id),
                    _ => Phrase::default(),
                };
                line(text, Phrase::of_figure(before), Phrase::of_figure(after));
            }
            (Kept::Window(before), Kept::Window(after)) => {
                let window = Phrase::new("thời gian chốt số liệu", "data window");
                let (from, to) = (before.written(), after.written());
                line(window, Phrase::of_figure(from), Phrase::of_figure(to));
            }
            (Kept::Head(before), Kept::Head(after)) => {
                let head = Phrase::new("báo cáo", "report");
                let state = |state| {
                    let (vi, en) = match state {
                        crate::report::State::Draft => ("đang nhập", "draft"),
                        crate::report::State::Complete => ("hoàn thành", "complete"),
                        crate::report::State::Amended => ("sửa đổi sau khi hoàn thành", "amended"),
                    };
                    Phrase::new(vi, en)
                };
                line(head, state(before.state), state(after.state));
            }
            _ => {}
        }
    }

    /// Where a part is, and its row.
    fn place_of(&self, part: &Part) -> (Phrase, Option<CellId>) {
        let row = match part {
            Part::Row(row) => row.as_str(),
            // The rule, then its rows.
            Part::Reason(key) => key.split(' ').nth(1).unwrap_or_default(),
            _ => return (Phrase::default(), None),
        };
        match self.form.form.cell(row) {
            Some(cell) => (self.form.form.address(cell), Some(cell)),
            None => (Phrase::of_figure(row), None),
        }
    }
}

fn cleared() -> Phrase {
    Phrase::new("xóa", "cleared")
}

fn joined(one: &Phrase, between: &str, other: &Phrase) -> Phrase {
    Phrase::new(
        format!("{}{between}{}", one.vi, other.vi),
        format!("{}{between}{}", one.en, other.en),
    )
}

/// The beginning of a long value.
fn short(value: &Phrase) -> Phrase {
    Phrase::new(cut(&value.vi, LONGEST), cut(&value.en, LONGEST))
}

/// An entry with what was said of it, for people.
fn written(filled: &Filled) -> Phrase {
    let vi = filled.written();
    let en = match &filled.entry {
        Entry::Blank if filled.confirmed_blank => "Left blank on purpose",
        Entry::NotApplicable => "Not applicable",
        _ => {
            return match &filled.carried {
                Some(period) => {
                    let bare = Filled {
                        carried: None,
                        ..filled.clone()
                    };
                    Phrase::new(vi, format!("{} (from {period})", bare.written()))
                }
                None => Phrase::of_figure(vi),
            };
        }
    };
    Phrase::new(vi, en)
}
