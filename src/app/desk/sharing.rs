//! The desk beside others with the same report, on other pages: one writes, the others follow and can take over.

use super::Desk;
use crate::browser::{Heard, HeldPen, LocalJournal, PenHands};
use crate::format::put_part;
use crate::report::{ChangeSet, Part};
use crate::store::{JournalEdit, Now, report_key};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Which page writes the open report.
#[derive(Clone, Copy)]
pub struct Sharing {
    /// What this page does now.
    pub now: RwSignal<Now>,
    /// Whether the officer has asked to write here, and is not answered yet.
    pub is_asked: RwSignal<bool>,
    /// Counts what was not done, because another page writes.
    pub refused: RwSignal<u32>,
    /// Whether the report is only shown.
    is_view: RwSignal<bool>,
    pen: StoredValue<Option<HeldPen>, LocalStorage>,
}

impl Sharing {
    pub(super) fn new(is_view: RwSignal<bool>) -> Sharing {
        Sharing {
            now: RwSignal::new(Now::default()),
            is_asked: RwSignal::new(false),
            refused: RwSignal::new(0),
            is_view,
            pen: StoredValue::new_local(None),
        }
    }

    /// Whether the fields are held: another page writes, or the report is only shown.
    pub fn holds(self) -> bool {
        !self.now.get().writes() || self.is_view.get()
    }

    /// Whether this page is the one that changes the report; what is left may not.
    pub(super) fn writes(self) -> bool {
        let now = self.now.try_get_untracked();
        now.is_some_and(Now::writes) && !self.is_view.get_untracked()
    }

    /// Whether nothing may be changed here, because another page writes, the report is only shown, or it was left while
    /// something waited; that something was tried is counted where another page writes.
    pub(super) fn refuses(self) -> bool {
        let Some(now) = self.now.try_get_untracked() else {
            return true;
        };
        if self.is_view.get_untracked() {
            return true;
        }
        let refuses = !now.writes();
        if refuses {
            self.refused.update(|count| *count += 1);
        }
        refuses
    }
}

impl Desk {
    /// Begins to share the report with other pages of this browser. Until then it writes, as they may: each commit
    /// takes in what the others have kept.
    pub fn share(self) {
        let hands = PenHands {
            keep: Box::new(move |told| {
                self.note_edits();
                self.rest();
                let mut told = Some(told);
                self.with_inner(|inner| {
                    if let Some(told) = told.take() {
                        inner.keeper.when_kept(told);
                    }
                });
                // Closed meanwhile: there is nothing left to be kept.
                if let Some(told) = told {
                    spawn_local(async move { told(true) });
                }
            }),
            show: Box::new(move |now| self.becomes(now)),
            hear: Box::new(move |journal| self.hear(&journal)),
            committed: Box::new(move |revision| {
                let mut lacks = false;
                self.with_inner(|inner| lacks = inner.keeper.lacks(revision));
                if lacks {
                    spawn_local(self.read_record(false));
                }
            }),
        };
        let record = report_key(&self.key().path());
        self.with_inner(|inner| {
            let pen = HeldPen::begin(&record, hands);
            let (of_commits, of_end) = (pen.clone(), pen.clone());
            inner.keeper.share(
                Box::new(move |revision| of_commits.committed(revision)),
                Box::new(move || of_end.end()),
            );
            self.sharing.pen.set_value(Some(pen));
        });
    }

    /// The officer wants to write here.
    pub fn take_over(self) {
        self.sharing.is_asked.set(true);
        self.sharing
            .pen
            .with_value(|pen| pen.as_ref().map(HeldPen::want));
    }

    fn becomes(self, now: Now) {
        if now.writes() {
            // What the other page has written last may not have come yet.
            self.hear_journal();
            spawn_local(async move {
                self.read_record(false).await;
                self.with_inner(|inner| inner.keeper.take_up());
                self.shows(now);
            });
        } else {
            // What is kept is shown in the field too: nothing of it is typed here any more.
            let mut changes = ChangeSet {
                findings: true,
                ..ChangeSet::default()
            };
            self.with_inner(|inner| {
                inner.typed = inner.typing.take().or(inner.typed);
                changes.cells.extend(inner.typed);
                inner.session.borrow_mut().rest();
                inner.keeper.follow();
            });
            self.show(&changes);
            self.shows(now);
            self.hear_journal();
            spawn_local(self.read_record(false));
        }
    }

    fn shows(self, now: Now) {
        // The officer may have left the report meanwhile.
        let _ = self.sharing.is_asked.try_set(false);
        let _ = self.sharing.now.try_set(now);
    }

    fn hear_journal(self) {
        let record = self.key.try_with_value(|key| report_key(&key.path()));
        if let Some(text) = record.and_then(|record| LocalJournal::of(&record).read()) {
            self.hear(&text);
        }
    }

    /// Another page has written this journal.
    fn hear(self, journal: &str) {
        let mut heard = Heard::default();
        self.with_inner(|inner| heard = inner.keeper.hear(journal));
        if !heard.edits.is_empty() {
            self.follow(&heard.edits);
        }
        if heard.is_behind {
            spawn_local(self.read_record(true));
        }
    }

    fn follow(self, edits: &[JournalEdit]) {
        let mut changes = Default::default();
        self.with_inner(|inner| {
            let parts: Vec<Part> = edits
                .iter()
                .filter_map(|edit| Part::from_key(&edit.key))
                .collect();
            changes = inner.session.borrow_mut().follow(&parts, |report| {
                for edit in edits {
                    put_part(report, &edit.key, &edit.value);
                }
            });
        });
        self.show(&changes);
    }

    /// Takes in what another page has kept; `in_any_case` also where its revision is no news.
    async fn read_record(self, in_any_case: bool) {
        let mut reading = None;
        self.with_inner(|inner| reading = Some(inner.keeper.read_again(in_any_case)));
        if let Some(reading) = reading {
            let edits = reading.await;
            if !edits.is_empty() {
                self.follow(&edits);
            }
        }
    }
}
