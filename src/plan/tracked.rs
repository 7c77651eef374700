//! A work list together with what an agency keeps of it.

use super::{Counts, Progress, Standing, Task, TaskBook, TaskList};
use crate::period::Date;

/// A list with an agency's copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracked {
    /// As printed.
    pub list: TaskList,
    /// As the agency keeps it.
    pub book: TaskBook,
}

impl Tracked {
    /// A list of a year with its copy.
    pub fn new(list: TaskList, book: TaskBook) -> Tracked {
        Tracked { list, book }
    }

    /// Every task: as printed, then the agency's own.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.list.tasks.iter().chain(&self.book.own)
    }

    /// The task of an id.
    pub fn task(&self, id: &str) -> Option<&Task> {
        self.tasks().find(|task| task.id == id)
    }

    /// What is noted about a task.
    pub fn progress(&self, id: &str) -> Progress {
        self.book.progress(id)
    }

    /// The year of the plan; 0 in a list for any year.
    pub fn year(&self) -> i32 {
        self.list.year.unwrap_or(0)
    }

    /// How a task stands on a day.
    pub fn standing(&self, task: &Task, day: Date) -> Standing {
        Standing::of(task, &self.progress(&task.id), self.year(), day)
    }

    /// The counts of a day. A task of the agency's own counts once it has words.
    pub fn counts(&self, day: Date) -> Counts {
        let mut counts = Counts::default();
        for task in self.tasks().filter(|task| !task.task.trim().is_empty()) {
            counts.add(&self.standing(task, day));
        }
        counts
    }
}
