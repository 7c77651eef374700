//! Which tasks are shown.

use super::{Progress, Standing, Task, TaskState};
use crate::words::folded;

/// Which deadlines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Due {
    /// All of them.
    #[default]
    Any,
    /// Those within [`super::DUE_SOON_DAYS`].
    Soon,
    /// Those that have passed.
    Overdue,
}

/// What the shown tasks have in common. What is empty or none asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The id of their group.
    pub group: String,
    /// One of their lead agencies, upper and lower case alike.
    pub lead: String,
    /// How far they have come.
    pub state: Option<TaskState>,
    /// When they are due.
    pub due: Due,
    /// Words that occur in them, with or without diacritics.
    pub search: String,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// Whether a task is shown.
    pub fn shows(&self, task: &Task, progress: &Progress, standing: &Standing) -> bool {
        let lead = self.lead.to_lowercase();
        (self.group.is_empty() || task.group == self.group)
            && (lead.is_empty() || task.leads().any(|one| one.to_lowercase() == lead))
            && self.state.is_none_or(|state| standing.state == state)
            && match self.due {
                Due::Any => true,
                Due::Soon => standing.soon,
                Due::Overdue => standing.overdue,
            }
            && self.finds(task, progress)
    }

    fn finds(&self, task: &Task, progress: &Progress) -> bool {
        let wanted = folded(&self.search);
        if wanted.trim().is_empty() {
            return true;
        }
        let mut text = String::new();
        let printed = task
            .products
            .iter()
            .flat_map(|product| [&product.product, &product.deadline, &product.note]);
        let whole = [&task.id, &task.task, &task.lead, &task.coordinating];
        for piece in whole.into_iter().chain(printed).map(String::as_str) {
            text.push_str(piece);
            text.push('\n');
        }
        for piece in progress.texts().chain([progress.deadline.as_str()]) {
            text.push_str(piece);
            text.push('\n');
        }
        let text = folded(&text);
        wanted.split_whitespace().all(|word| text.contains(word))
    }
}
