//! How tasks stand on a day, and how many of each there are.

use super::note::{late_products, printed_day};
use super::{Progress, Task, TaskState, read_day, read_deadline};
use crate::form::TaskCount;
use crate::period::Date;

/// How many days ahead a task counts as due soon.
pub const DUE_SOON_DAYS: i64 = 30;

/// How one task stands on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How far it has come.
    pub state: TaskState,
    /// The last day that holds for it now, where its words mean one.
    pub due: Option<Date>,
    /// The day on which it was completed, where that is known.
    pub done_on: Option<Date>,
    /// Whether it was completed by this day.
    pub completed: bool,
    /// Whether it was completed after its deadline.
    pub late: bool,
    /// Whether its deadline has passed and it is not completed.
    pub overdue: bool,
    /// Whether its deadline comes within [`DUE_SOON_DAYS`] and it is not completed.
    pub soon: bool,
}

impl Standing {
    /// How a task of the plan of a year stands on a day.
    ///
    /// A deadline of the agency's own takes the place of the printed ones. Of several printed ones the first holds as
    /// long as nothing is begun, and the last afterwards: only then is it certain that something is overdue.
    pub fn of(task: &Task, progress: &Progress, year: i32, day: Date) -> Standing {
        let state = progress.state.unwrap_or(task.state);
        let printed = || {
            task.products
                .iter()
                .filter_map(|product| product.due(year).day())
        };
        let own = read_deadline(&progress.deadline, year).day();
        let words_of_own = !progress.deadline.trim().is_empty();
        let due = match state {
            _ if words_of_own => own,
            TaskState::NotStarted => printed().min(),
            TaskState::InProgress | TaskState::Done | TaskState::Dropped => printed().max(),
        };
        let noted = read_day(&progress.date, year);
        // What is printed as done tells its day too, as long as the agency says nothing else.
        let as_printed = progress.state.is_none() && progress.date.trim().is_empty();
        let done_on = match state {
            TaskState::Done if as_printed => printed_day(task),
            TaskState::Done => noted,
            _ => None,
        };
        let completed = state == TaskState::Done && done_on.is_none_or(|done| done <= day);
        let late = completed
            && if as_printed && !words_of_own {
                !late_products(task, year).is_empty()
            } else {
                done_on.zip(due).is_some_and(|(done, due)| done > due)
            };
        let open = !completed && state != TaskState::Dropped;
        let days = due.map(|due| (due - day).whole_days());
        Standing {
            state,
            due,
            done_on,
            completed,
            late,
            overdue: open && days.is_some_and(|days| days < 0),
            soon: open && days.is_some_and(|days| (0..=DUE_SOON_DAYS).contains(&days)),
        }
    }
}

/// How many tasks stand how on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those of the plan, but for those that were dropped from it.
    pub planned: u32,
    /// Those completed, late ones included.
    pub completed: u32,
    /// Those completed late.
    pub late: u32,
    /// Those overdue and not completed.
    pub overdue: u32,
    /// Those due soon.
    pub soon: u32,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, standing: &Standing) {
        self.planned += u32::from(standing.state != TaskState::Dropped);
        self.completed += u32::from(standing.completed);
        self.late += u32::from(standing.late);
        self.overdue += u32::from(standing.overdue);
        self.soon += u32::from(standing.soon);
    }

    /// The count that a row of a form asks for.
    pub fn get(&self, count: TaskCount) -> u32 {
        match count {
            TaskCount::Planned => self.planned,
            TaskCount::Completed => self.completed,
            TaskCount::CompletedOnTime => self.completed.saturating_sub(self.late),
            TaskCount::CompletedLate => self.late,
            TaskCount::Overdue => self.overdue,
        }
    }
}
