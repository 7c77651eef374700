//! Any course of deeds, taken back and done again, over reloads and broken-off journals.

use super::course::{SMALL, complete, explain};
use super::undo::{bytes, incoming};
use crate::desk::{Desk, NOW, open};
use bieumau::form::CellId;
use bieumau::format::{part_text, put_part, read_report, report_text};
use bieumau::period::{Period, read_days};
use bieumau::report::{ChangeSet, How, Part, Report, Session, State, Trail};
use proptest::prelude::*;

/// One thing that an officer does, or that befalls the page.
#[derive(Clone, Debug)]
enum Deed {
    Type(&'static str, &'static str),
    Note(&'static str, &'static str),
    Reason(&'static str),
    Write(&'static str, &'static str),
    None(&'static str),
    Blanks(usize),
    Window(u8),
    Paste(Vec<(&'static str, &'static str)>),
    Clear(usize),
    Import,
    Esc(&'static str),
    Leave,
    Complete,
    Undo,
    Redo,
    /// The record is written.
    Commit,
    /// The page dies and comes back: what was journaled is replayed over the record.
    Crash,
}

fn deeds() -> impl Strategy<Value = Deed> {
    let row = || prop::sample::select(vec!["plan", "done", "words"]);
    let text = || prop::sample::select(vec!["", "2", "21", "42", "4200", "Không", "x1"]);
    let sheet = || prop::sample::select(vec![0, 1]);
    prop_oneof![
        8 => (row(), text()).prop_map(|(row, text)| Deed::Type(row, text)),
        2 => (row(), text()).prop_map(|(row, text)| Deed::Note(row, text)),
        1 => text().prop_map(Deed::Reason),
        3 => (row(), text()).prop_map(|(heading, text)| Deed::Write(heading, text)),
        1 => row().prop_map(Deed::None),
        1 => sheet().prop_map(Deed::Blanks),
        1 => (1..4u8).prop_map(Deed::Window),
        1 => prop::collection::vec((row(), text()), 0..4).prop_map(Deed::Paste),
        1 => sheet().prop_map(Deed::Clear),
        1 => Just(Deed::Import),
        2 => row().prop_map(Deed::Esc),
        3 => Just(Deed::Leave),
        1 => Just(Deed::Complete),
        4 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        1 => Just(Deed::Commit),
        1 => Just(Deed::Crash),
    ]
}

/// A page: the open report, the record under it, and the journal since; and a page that only follows.
struct Page {
    desk: Desk,
    follower: Session,
    record: String,
    journal: Vec<(String, String)>,
    /// How often something was done: the clock.
    moment: usize,
}

impl Page {
    fn new(desk: Desk) -> Page {
        Page {
            record: report_text(desk.session.report()),
            follower: Session::open(desk.session.form().clone(), desk.session.report().clone()),
            desk,
            journal: Vec::new(),
            moment: 0,
        }
    }

    fn act(&mut self, deed: &Deed) {
        self.moment += 1;
        let now = format!(
            "2026-03-10T05:{:02}:{:02}Z",
            self.moment / 60,
            self.moment % 60
        );
        let desk = &mut self.desk;
        let cell = |desk: &Desk, row: &str| desk.cell(row);
        match deed {
            Deed::Type(row, text) => {
                desk.enter(row, text);
            }
            Deed::Note(row, text) => {
                let cell = cell(desk, row);
                desk.session.set_note(cell, text);
            }
            Deed::Reason(text) => {
                explain(desk, "within", text);
            }
            Deed::Write(heading, text) => {
                desk.session.set_paragraph(heading, text);
            }
            Deed::None(row) => {
                let cell = cell(desk, row);
                desk.session.set_not_applicable(cell, true);
            }
            Deed::Blanks(sheet) => {
                desk.session.confirm_blanks(*sheet);
            }
            Deed::Window(day) => {
                let period = Period::parse("2026Q1").unwrap();
                let last = format!("{day}/3/2026");
                let days = read_days(period, "15/12/2025", &last, "12/3/2026").unwrap();
                desk.session.set_days(days);
            }
            Deed::Paste(cells) => {
                let cells: Vec<_> = cells
                    .iter()
                    .map(|(row, text)| (cell(desk, row), *text))
                    .collect();
                desk.session.step(How::Pasted, |session| {
                    let mut all = ChangeSet::default();
                    for (cell, text) in cells {
                        all.join(session.enter(cell, text));
                    }
                    all
                });
            }
            Deed::Clear(sheet) => {
                desk.session.clear_sheet(*sheet);
            }
            Deed::Import => {
                desk.session.import(incoming(), &now);
            }
            Deed::Esc(row) => {
                desk.session.take_back(&Part::Row((*row).to_owned()));
            }
            Deed::Leave => desk.session.rest(),
            Deed::Complete => {
                desk.session.complete(&now);
            }
            Deed::Undo => {
                let undone = desk.session.undo();
                assert!(undone.is_none_or(|undone| undone.skipped.is_empty()));
            }
            Deed::Redo => {
                let redone = desk.session.redo();
                assert!(redone.is_none_or(|redone| redone.skipped.is_empty()));
            }
            Deed::Commit => {
                self.record = report_text(desk.session.report());
                self.journal.clear();
            }
            Deed::Crash => self.crash(),
        }
        self.note(&now);
    }

    /// Journals what was edited, as the page does at the end of each event.
    fn note(&mut self, now: &str) {
        let edited = self.desk.session.take_edited();
        if edited.is_empty() {
            return;
        }
        self.desk.session.touch(now);
        let mut edits = Vec::new();
        for part in &edited {
            let key = part.key();
            self.journal.retain(|(known, _)| *known != key);
            let text = part_text(self.desk.session.report(), part);
            edits.push((key, text));
        }
        self.journal.extend(edits.iter().cloned());
        self.is_followed(&edited, &edits);
    }

    /// A page that follows takes the same edits: it holds, computes and finds the same, and says of every cell that is
    /// another one now that it is.
    fn is_followed(&mut self, parts: &[Part], edits: &[(String, String)]) {
        let follower = &mut self.follower;
        let form = follower.form().clone();
        let all: Vec<_> = form.form.cells().collect();
        let seen = |session: &Session| -> Vec<_> {
            let of = |cell: &CellId| {
                let derived = session.derived(*cell).cloned();
                (session.filled(*cell), derived, session.findings_at(*cell))
            };
            all.iter().map(of).collect()
        };
        let before = seen(follower);
        let changes = follower.follow(parts, |report| {
            for (key, text) in edits {
                put_part(report, key, text);
            }
        });
        let after = seen(follower);
        let ours = self.desk.session.report();
        assert_eq!(lasting(follower.report()), lasting(ours));
        assert_eq!(after, seen(&Session::open(form, ours.clone())));
        assert_eq!(follower.take_edited(), []);
        for ((cell, before), after) in all.iter().zip(before).zip(after) {
            assert!(before == after || changes.cells.contains(cell));
        }
    }

    /// The report as it comes back.
    fn reloaded(&self) -> Report {
        let mut report = read_report(&self.record).unwrap();
        for (key, text) in &self.journal {
            put_part(&mut report, key, text);
        }
        report
    }

    fn crash(&mut self) {
        let report = self.reloaded();
        let form = self.desk.session.form().clone();
        let before = self.desk.session.report();
        assert_eq!(lasting(&report), lasting(before));
        assert_eq!(stacks(&report), stacks(before));
        self.desk.session = Session::open(form, report);
    }
}

/// The report but for what a reload does not bring back: when it was last changed, that it has not left.
fn lasting(report: &Report) -> Report {
    Report {
        modified: NOW.to_owned(),
        exported: None,
        ..report.clone()
    }
}

/// What would be taken back, and done again.
fn stacks(report: &Report) -> [Vec<u64>; 2] {
    let (mut undone, mut redone) = (Vec::new(), Vec::new());
    let mut session = Session::open(open(SMALL), report.clone());
    while let Some(step) = session.undo() {
        undone.push(step.step);
    }
    let mut session = Session::open(open(SMALL), report.clone());
    while let Some(step) = session.redo() {
        redone.push(step.step);
    }
    [undone, redone]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_can_be_taken_back_and_done_again_over_any_reload(
        deeds in prop::collection::vec(deeds(), 1..60),
        from_complete in any::<bool>(),
    ) {
        let desk = if from_complete { complete() } else { Desk::on(open(SMALL)) };
        let first = Desk {
            session: Session::open(open(SMALL), Report {
                trail: Trail::default(),
                ..desk.session.report().clone()
            }),
        };
        let mut page = Page::new(Desk {
            session: Session::open(open(SMALL), first.session.report().clone()),
        });
        for deed in &deeds {
            page.act(deed);
        }
        page.crash();
        // What is computed follows what is kept.
        let again = Session::open(open(SMALL), page.desk.session.report().clone());
        prop_assert_eq!(again.findings(), page.desk.session.findings());
        for row in ["plan", "done", "share", "words"] {
            let cell = page.desk.cell(row);
            prop_assert_eq!(again.entry(cell), page.desk.session.entry(cell));
            prop_assert_eq!(again.derived(cell), page.desk.session.derived(cell));
        }
        let stood = bytes(&page.desk);
        let is_draft = page.desk.session.report().state == State::Draft;
        let mut count = 0;
        while page.desk.session.can_undo().is_some() {
            page.act(&Deed::Undo);
            count += 1;
        }
        let empty = |desk: &Desk| {
            let report = desk.session.report();
            (report.entries.clone(), report.reasons.clone(), report.paragraphs.clone(), report.period.clone(), report.agency.clone())
        };
        prop_assert_eq!(empty(&page.desk), empty(&first));
        if is_draft && !from_complete {
            prop_assert_eq!(bytes(&page.desk), bytes(&first));
        }
        page.crash();
        for _ in 0..count {
            page.act(&Deed::Redo);
        }
        if is_draft {
            prop_assert_eq!(bytes(&page.desk), stood);
        }
        page.crash();
    }
}
