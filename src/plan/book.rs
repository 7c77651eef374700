//! What an agency keeps of a work list: only what differs from the printed list, and tasks of its own.

use super::{Task, TaskState};
use crate::gather;
use crate::gather::Map;
use crate::report::Agency;

/// What an agency has noted about one task. Texts are kept as they were typed; an empty one says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How far it has come, where that is not as printed.
    pub state: Option<TaskState>,
    /// What was made: `Kế hoạch cải cách hành chính`.
    pub product: String,
    /// Its number: `05/KH-VPUB`.
    pub number: String,
    /// Its day, as typed: `08/01/2026`. It is also the day on which the task was completed.
    pub date: String,
    /// The officer's note.
    pub note: String,
    /// A deadline of the agency's own, in words.
    pub deadline: String,
}

impl Progress {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        *self == Progress::default()
    }

    /// Its texts in one line, for summaries: product, number, day, note.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [
            self.product.as_str(),
            self.number.as_str(),
            self.date.as_str(),
            self.note.as_str(),
        ]
        .into_iter()
        .filter(|text| !text.trim().is_empty())
    }
}

/// One agency's copy of one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskBook {
    /// The id of the list.
    pub list: String,
    /// The year of the plan.
    pub year: i32,
    /// Whose copy it is.
    pub agency: Agency,
    /// When it was last changed: UTC; empty where it never was.
    pub modified: String,
    /// What is noted, by task id. Tasks that the list does not have are kept, so that nothing is lost.
    pub tasks: Map<String, Progress>,
    /// The agency's own tasks, in the order in which they were added.
    pub own: Vec<Task>,
}

impl TaskBook {
    /// An empty copy.
    pub fn begin(list: &str, year: i32, agency: Agency) -> TaskBook {
        TaskBook {
            list: list.to_owned(),
            year,
            agency,
            ..TaskBook::default()
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.own.is_empty()
    }

    /// What names it on a machine, and in an address: list and agency.
    pub fn path(&self) -> String {
        format!("{}/{}", self.list, self.agency.code)
    }

    /// What is noted about a task.
    pub fn progress(&self, id: &str) -> Progress {
        self.tasks.get(id).cloned().unwrap_or_default()
    }

    /// Notes something about a task; what is empty is not kept. Says whether anything changed.
    pub fn note(&mut self, id: &str, progress: Progress) -> bool {
        if self.progress(id) == progress {
            return false;
        }
        if progress.is_empty() {
            self.tasks.remove(id);
        } else {
            self.tasks.insert(id.to_owned(), progress);
        }
        true
    }

    /// Puts a task of the agency's own in its place, or adds it at the end.
    pub fn put_own(&mut self, task: Task) {
        match self.own.iter_mut().find(|own| own.id == task.id) {
            Some(place) => *place = task,
            None => self.own.push(task),
        }
    }

    /// Takes a task of the agency's own away, with what is noted about it.
    pub fn remove_own(&mut self, id: &str) {
        self.own.retain(|own| own.id != id);
        self.tasks.remove(id);
    }

    /// A free id for a task of its own; `now` is UTC, `2026-03-10T02:11:09Z`.
    pub fn own_id(&self, now: &str) -> String {
        let stamp: String = now
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|sign| sign.to_ascii_lowercase())
            .collect();
        let taken = gather::set(self.own.iter().map(|own| own.id.as_str()));
        let mut id = format!("{}{stamp}", Task::OWN);
        let mut copies = 1u32;
        while taken.contains(id.as_str()) {
            copies = copies.saturating_add(1);
            id = format!("{}{stamp}-{copies}", Task::OWN);
        }
        id
    }

    /// The edit that makes a task in another copy what it is in this one.
    pub fn edit_of(&self, id: &str) -> BookEdit {
        let own = self.own.iter().find(|own| own.id == id).cloned();
        match own {
            Some(task) => BookEdit::Own(Box::new(task), self.progress(id)),
            None if id.starts_with(Task::OWN) => BookEdit::Removed,
            None => BookEdit::Noted(self.progress(id)),
        }
    }

    /// Does an edit again.
    pub fn apply(&mut self, id: &str, edit: BookEdit) {
        match edit {
            BookEdit::Noted(progress) => {
                self.note(id, progress);
            }
            BookEdit::Own(task, progress) => {
                self.put_own(*task);
                self.note(id, progress);
            }
            BookEdit::Removed => self.remove_own(id),
        }
    }

    /// Takes in the copy as another page has kept it meanwhile, but for these tasks, which are our own edits.
    pub fn take_in(&mut self, other: TaskBook, own_edits: &[String]) {
        let mut merged = other;
        for id in own_edits {
            merged.apply(id, self.edit_of(id));
        }
        *self = merged;
    }
}

/// One edit of a copy, as the journal keeps it under the id of the task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookEdit {
    /// What is noted about a task now.
    Noted(Progress),
    /// A task of the agency's own, with what is noted about it.
    Own(Box<Task>, Progress),
    /// A task of the agency's own was taken away.
    Removed,
}

/// A task that would change when a copy takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookChange {
    /// The id of the task.
    pub id: String,
    /// What is noted now; none where the task is not there.
    pub before: Option<Progress>,
    /// What would be noted; none where the task would not be there.
    pub after: Option<Progress>,
    /// The text of a task of the agency's own.
    pub task: Option<String>,
}

/// What would change if `after` took the place of `before`.
pub fn book_changes(before: &TaskBook, after: &TaskBook) -> Vec<BookChange> {
    let ids = gather::set([before, after].into_iter().flat_map(|book| {
        let own = book.own.iter().map(|own| own.id.as_str());
        book.tasks.keys().map(String::as_str).chain(own)
    }));
    let found = |book: &TaskBook, id: &str| {
        let own = book.own.iter().find(|own| own.id == id).cloned();
        let there = own.is_some() || !id.starts_with(Task::OWN);
        (there.then(|| book.progress(id)), own)
    };
    ids.into_iter()
        .filter_map(|id| {
            let ((before, own_before), (after, own_after)) = (found(before, id), found(after, id));
            let differs = before != after || own_before != own_after;
            differs.then(|| BookChange {
                id: id.to_owned(),
                task: own_after.or(own_before).map(|own| own.task),
                before,
                after,
            })
        })
        .collect()
}
