//! What is gathered: the returns, what they add up to, and what the page shows of both.
//!
//! One way: a file or a button changes the [`Gathered`], it is settled anew, and [`Hall::version`] tells whoever shows
//! something of it to look again. Nothing else is ever set by what is computed.

use super::queue::Queue;
use super::slice::Slice;
use super::units::Trait;
use crate::app::page::Page;
use crate::browser::dropped::Found;
use crate::browser::files::Begun;
use crate::consolidate::{
    Collection, Doubt, Overlap, Return, Roll, Settled, Side, Taken, Totals, doubts, extremes,
    overlaps,
};
use crate::exchange::{Intake, NotTaken};
use crate::form::CellId;
use crate::gather;
use crate::number::Decimal;
use crate::report::{Agency, OpenForm, Report, Session};
use crate::words::Phrase;
use leptos::prelude::*;
use leptos::task::tick;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The files, and what comes of them.
pub struct Gathered {
    /// The returns.
    pub collection: Collection,
    /// Which of them count.
    pub settled: Settled,
    /// What they add up to.
    pub totals: Totals,
    /// The totals that do not agree.
    pub doubts: Vec<Doubt>,
    /// Who is to report.
    pub roll: Roll,
    /// Whether the list is another than the one that comes with the page.
    pub is_own_roll: bool,
    /// Files that did not come in, and why.
    pub refused: Vec<(String, Phrase)>,
    /// What reads the files.
    pub intake: Intake,
    /// The names under which the files are kept on this machine.
    pub kept: BTreeSet<String>,
    /// The overlapping consolidated returns.
    pub overlaps: Vec<Overlap>,
    /// Returns that came since it was settled. They wait, because what is shown names returns by their places.
    incoming: Collection,
    /// Whether what is computed is that of the returns as they are.
    is_settled: bool,
    /// The totals as a report, which explains what is computed.
    session: Session,
}

/// How far the reading of files has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// So many are read.
    pub done: usize,
    /// Of so many; 0 where none is being read.
    pub of: usize,
}

/// What the dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What the total of a row is made of.
    Row(CellId),
    /// The figures of a return, by its place.
    Unit(usize),
}

/// What cannot be kept on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// There are more files than are kept.
    TooMany,
    /// The browser has refused.
    Refused,
}

/// The parts of the page. After many files each is drawn in a turn of its own, so that no turn is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is small: who consolidates, the files, the button that makes the report, the dialog.
    Head,
    /// How many units have sent, and by what they can be narrowed.
    Counts,
    /// The list of units.
    Units,
    /// The totals.
    Result,
    /// What does not agree.
    Found,
    /// The matrix.
    Matrix,
    /// The ranking.
    Ranking,
}

/// How many there are.
const PARTS: usize = Part::Ranking as usize + 1;

/// Handles to what is gathered; copied into every component of the page.
#[derive(Clone, Copy)]
pub struct Hall {
    /// The page.
    pub page: Page,
    gathered: StoredValue<Option<Gathered>, LocalStorage>,
    queue: StoredValue<Queue, LocalStorage>,
    /// Counts up when something else is gathered, for each part of the page apart.
    versions: [RwSignal<u32>; PARTS],
    /// The part to which this handle belongs.
    part: Part,
    /// How far the reading has come.
    pub course: RwSignal<Course>,
    /// The sheet that is shown.
    pub sheet: RwSignal<usize>,
    /// What the dialog shows; what it showed before stands below.
    pub shown: RwSignal<Vec<Shown>>,
    /// Which units are listed; none for all.
    pub only: RwSignal<Option<Trait>>,
    /// What is typed to find a unit.
    pub sought: RwSignal<String>,
    /// What cannot be kept.
    pub not_kept: RwSignal<Option<NotKept>>,
}

impl Gathered {
    /// Nothing yet.
    pub fn new(intake: Intake, period: &str, into: Agency) -> Gathered {
        let form = intake.form.clone();
        let collection = Collection::new(form.clone(), period, into);
        Gathered {
            settled: Settled::default(),
            totals: Totals::default(),
            doubts: Vec::new(),
            roll: Roll::default(),
            is_own_roll: false,
            refused: Vec::new(),
            kept: BTreeSet::new(),
            overlaps: Vec::new(),
            incoming: collection.clone(),
            is_settled: true,
            session: Session::open_early(form, Report::default()),
            collection,
            intake,
        }
    }

    /// The form into which is consolidated.
    pub fn form(&self) -> &Arc<OpenForm> {
        self.collection.form()
    }

    /// A return, by its place.
    pub fn at(&self, at: usize) -> Option<&Return> {
        self.collection.returns().get(at)
    }

    /// The totals as a report.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The consolidated report, made of the one that is kept or of one that was just begun.
    pub fn report(&self, base: Report, now: &str) -> Report {
        self.collection
            .report(&self.settled, &self.totals, base, now)
    }

    /// Which returns that count are far from the others in a row, by place.
    pub fn extremes(&self, cell: CellId) -> gather::Map<usize, Side> {
        let counted: Vec<usize> = self.settled.counted().collect();
        let figures = counted.iter();
        let figures = figures.map(|at| self.at(*at).and_then(|one| one.number(cell)));
        let figures: Vec<Option<Decimal>> = figures.collect();
        let sides = extremes(&figures).sides;
        let of = counted.into_iter().zip(sides);
        gather::map(of.filter_map(|(at, side)| Some((at, side?))))
    }

    /// What is done after something has changed, step by step: which returns count, what they add up to, what does not
    /// agree, and the totals as a report. Of thousands of returns each takes a while.
    pub const STEPS: [fn(&mut Gathered); 4] = [
        |gathered| {
            gathered.is_settled = false;
            gathered.collection.take_all(&mut gathered.incoming);
            gathered.settled = gathered.collection.settle();
        },
        |gathered| gathered.totals = gathered.collection.totals(&gathered.settled),
        |gathered| {
            gathered.doubts = doubts(&gathered.collection, &gathered.settled, &gathered.totals);
            gathered.overlaps = overlaps(&gathered.collection, &gathered.settled);
        },
        |gathered| {
            let base = Report {
                agency: gathered.collection.into_agency().clone(),
                ..Report::default()
            };
            let report = gathered.report(base, "");
            gathered.session = Session::open_early(gathered.form().clone(), report);
            gathered.is_settled = true;
        },
    ];

    /// Every step at once.
    pub fn settle(&mut self) {
        for step in Gathered::STEPS {
            step(self);
        }
    }
}

impl Hall {
    /// A hall with what was gathered.
    pub fn new(page: Page, gathered: Gathered) -> Hall {
        let hall = Hall {
            page,
            gathered: StoredValue::new_local(Some(gathered)),
            queue: StoredValue::new_local(Queue::default()),
            versions: std::array::from_fn(|_| RwSignal::new(0)),
            part: Part::Head,
            course: RwSignal::new(Course::default()),
            sheet: RwSignal::new(0),
            shown: RwSignal::new(Vec::new()),
            only: RwSignal::new(None),
            sought: RwSignal::new(String::new()),
            not_kept: RwSignal::new(None),
        };
        hall.change(|_| ());
        hall
    }

    /// Looks something up; none once the officer has left the page.
    pub fn look<T>(self, look: impl FnOnce(&Gathered) -> T) -> Option<T> {
        let found = self
            .gathered
            .try_with_value(|gathered| gathered.as_ref().map(look));
        found.flatten()
    }

    /// Looks something up, and is told when it changes.
    pub fn watch<T>(self, look: impl FnOnce(&Gathered) -> T) -> Option<T> {
        if let Some(version) = self.versions.get(self.part as usize) {
            version.track();
        }
        self.look(look)
    }

    /// Changes something that needs no settling.
    pub fn put<T>(self, act: impl FnOnce(&mut Gathered) -> T) -> Option<T> {
        let done = self
            .gathered
            .try_update_value(|gathered| gathered.as_mut().map(act));
        done.flatten()
    }

    /// Changes something, settles anew, and tells.
    pub fn change<T>(self, act: impl FnOnce(&mut Gathered) -> T) -> Option<T> {
        let done = self.put(|gathered| {
            let done = act(gathered);
            gathered.settle();
            done
        });
        // The places of returns are others now.
        self.shown.try_update(Vec::clear);
        self.tell();
        done
    }

    /// The same hall, for a part of the page.
    pub fn part(self, part: Part) -> Hall {
        Hall { part, ..self }
    }

    /// Every part of the page looks again.
    fn tell(self) {
        for version in self.versions {
            version.try_update(|version| *version += 1);
        }
    }

    /// Settles anew in turns with the browser, and tells.
    pub async fn settle_in_turns(self) {
        let mut slice = Slice::new();
        for step in Gathered::STEPS {
            self.put(step);
            slice.pass().await;
        }
        self.shown.try_update(Vec::clear);
        for version in self.versions {
            version.try_update(|version| *version += 1);
            // The part is drawn now, so that its time is counted.
            tick().await;
            slice.pass().await;
        }
    }

    /// Changes what no total depends on, and tells.
    pub fn note<T>(self, act: impl FnOnce(&mut Gathered) -> T) -> Option<T> {
        let done = self.put(act);
        self.tell();
        done
    }

    /// Reads a file into a return.
    pub fn read(self, name: &str, text: &str) -> Option<Result<Return, NotTaken>> {
        self.look(|gathered| gathered.intake.read(name, text))
    }

    /// Takes a return in, to be counted once it is settled.
    pub fn take(self, incoming: Return) -> Option<Taken> {
        self.put(|gathered| {
            if gathered.collection.has(&incoming) {
                return Taken::Again;
            }
            gathered.incoming.take(incoming)
        })
    }

    /// Looks at what all of it adds up to. Where it is being settled in turns just now, that is done first.
    pub fn counted<T>(self, look: impl FnOnce(&Gathered) -> T) -> Option<T> {
        self.put(|gathered| {
            if !gathered.is_settled {
                gathered.settle();
            }
            look(gathered)
        })
    }

    /// Adds files to those that are waiting; says whether they are the first.
    pub fn enqueue(self, files: Vec<Found>) -> bool {
        let is_first = self.course.with_untracked(|course| course.of == 0);
        self.course.update(|course| course.of += files.len());
        self.queue.update_value(|queue| queue.extend(files));
        is_first
    }

    /// The next file that is waiting: where it lay, and what is being fetched of it.
    pub fn next(self) -> Option<(String, Begun)> {
        let next = self.queue.try_update_value(Queue::next);
        next.flatten()
    }

    /// Whether files are waiting.
    pub fn is_waiting(self) -> bool {
        self.queue.try_with_value(Queue::is_empty) == Some(false)
    }

    /// Lets the files that are waiting go.
    pub fn stop(self) {
        self.queue.try_update_value(Queue::clear);
    }

    /// Shows something in the dialog, above what it shows now.
    pub fn show(self, shown: Shown) {
        self.shown.update(|stack| stack.push(shown));
    }
}
