//! Which count of a work list is offered to a row (“Số nhiệm vụ đề ra”, “Số nhiệm vụ đã hoàn thành”).

use super::listener::{Checker, Listener};
use super::{Kind, RowWritten};

/// A count of the tasks of a yearly plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskCount {
    /// All of them.
    Planned,
    /// Those completed, late ones included.
    Completed,
    /// Those completed in time.
    CompletedOnTime,
    /// Those completed late.
    CompletedLate,
    /// Those overdue and not completed.
    Overdue,
}

impl TaskCount {
    /// Every count with its word in form sets.
    pub const ALL: [(&'static str, TaskCount); 5] = [
        ("planned", TaskCount::Planned),
        ("completed", TaskCount::Completed),
        ("completed_on_time", TaskCount::CompletedOnTime),
        ("completed_late", TaskCount::CompletedLate),
        ("overdue", TaskCount::Overdue),
    ];

    /// The count of a word.
    pub fn from_word(word: &str) -> Option<TaskCount> {
        TaskCount::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, count)| *count)
    }
}

impl<L: Listener> Checker<L> {
    /// The count that is offered to a row as written.
    pub(super) fn offer(
        &mut self,
        place: &str,
        kind: Kind,
        written: &RowWritten,
    ) -> Option<TaskCount> {
        let word = written.offer_tasks.as_deref()?;
        let place = L::place(&format_args!("{place}.offer"));
        if kind != Kind::Count || written.formula.is_some() {
            self.tell(
                &place,
                "Chỉ dòng đếm (count) được nhập tay mới nhận số từ danh mục nhiệm vụ.",
                "Only a typed count is offered the count of a work list.",
                &[],
            );
        }
        let count = TaskCount::from_word(word);
        if count.is_none() {
            self.tell(
                &place,
                "Không hiểu giá trị “{}”.",
                "The value “{}” is not known.",
                &[word],
            );
        }
        count
    }
}
