//! The door for what another page does to the same report while this one looks on.

use super::reading::entry_of;
use super::{ChangeSet, Changes, Session};
use crate::report::{Part, Report};

impl Session {
    /// Takes in parts as another page keeps them now. `put` puts them into the report; what follows from them is computed
    /// here. The steps that led there come as parts of their own, so nothing is noted, logged or journaled.
    pub fn follow(&mut self, parts: &[Part], put: impl FnOnce(&mut Report)) -> ChangeSet {
        self.course.sitting_ends();
        put(&mut self.report);
        self.rest();
        self.revision += 1;
        let mut changes = Changes::default();
        for part in parts {
            match part {
                Part::Row(id) => self.look_at_row(id, &mut changes),
                Part::Reason(key) => {
                    let form = self.form.clone();
                    let mut rules = form.rules().rules().iter();
                    if let Some(rule) = rules.find(|rule| rule.key(&form.form) == *key) {
                        changes.touch_rule(rule);
                    }
                }
                Part::Paragraph(_) => changes.set.texts = true,
                Part::Window | Part::Head => {
                    self.course.changed = true;
                    // Which windows nest, and how many days one has, may be another thing now.
                    self.look_back(&mut changes);
                }
                Part::State | Part::Log(_) => self.course.changed = true,
                Part::Leaving | Part::Step(_) => {}
            }
        }
        self.tell(changes)
    }

    /// What is kept of a row may be something else now.
    pub(super) fn look_at_row(&mut self, id: &str, changes: &mut Changes) {
        let form = self.form.clone();
        let row = form.form.cell(id);
        let row = row.and_then(|cell| Some((cell, form.form.row(cell)?)));
        let Some((cell, row)) = row else { return };
        changes.touch(cell);
        let entry = entry_of(row, &self.report);
        if let Some(place) = self.entries.get_mut(cell.place())
            && *place != entry
        {
            *place = entry;
            if let Some(notice) = self.notices.get_mut(cell.place()) {
                *notice = None;
            }
            self.recompute(cell, changes);
        }
    }
}
