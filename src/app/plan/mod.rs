//! What the plans demand, on the page: the tasks of an agency, the targets with their courses, and both beside the
//! rows of a report.

mod beside;
mod books;
mod chart;
mod chooser;
mod data;
mod desk;
mod figures;
mod filters;
mod indicator;
mod line;
mod opening;
mod own;
mod table;
mod targets;
mod tasks;

pub use beside::{Known, load, marks, offers};
pub use books::{BookPreview, books_of, keep_book, look_at_books, shown_books};
pub use data::PlanFiles;
pub use opening::tasks_page;
pub use targets::targets_page;
