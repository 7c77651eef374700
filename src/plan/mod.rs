//! What the yearly plan demands: targets (chỉ tiêu kế hoạch) and tasks (nhiệm vụ).
//!
//! A [`Target`] is a mark in a plan, and the rows of form sets that answer it; [`judge`] says whether a figure has
//! reached it and how far it is. A [`TaskList`] is the work list of a plan as printed; a [`TaskBook`] is what one
//! agency keeps of it: only what differs from the printed list, and tasks of its own. [`Tracked`] is both together.
//! Targets and lists are data (`forms/plans.json` names the files); this module knows no clock: today comes in.

mod book;
mod count;
mod course;
mod deadline;
mod doubt;
mod filter;
mod list;
mod note;
mod offer;
mod target;
mod tracked;
mod verdict;

pub use crate::words::folded;
pub use book::{BookChange, BookEdit, Progress, TaskBook, book_changes};
pub use count::{Counts, DUE_SOON_DAYS, Standing};
pub use course::{Course, Scale};
pub use deadline::{Deadline, days_in, read_day, read_deadline};
pub use doubt::doubts;
pub use filter::{Due, Filter};
pub use list::{Group, ListName, OwnCount, Plans, Product, Task, TaskList, TaskState};
pub use note::notes;
pub use offer::{agrees, closing_day};
pub use target::{Answer, Comparator, Demand, Fit, PlanDocument, Target, TargetKind, Targets};
pub use tracked::Tracked;
pub use verdict::{Figure, Verdict, Why, figure, judge};
