//! The work list of a plan as it is printed.

use super::{Deadline, read_deadline};
use crate::report::Agency;
use crate::words::Phrase;

/// How far a task has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskState {
    /// Chưa thực hiện.
    #[default]
    NotStarted,
    /// Đang thực hiện.
    InProgress,
    /// Đã hoàn thành.
    Done,
    /// Đưa ra khỏi kế hoạch: it no longer counts.
    Dropped,
}

impl TaskState {
    /// Every state with its word in documents.
    pub const ALL: [(&'static str, TaskState); 4] = [
        ("not_started", TaskState::NotStarted),
        ("in_progress", TaskState::InProgress),
        ("done", TaskState::Done),
        ("dropped", TaskState::Dropped),
    ];

    /// Its word in documents.
    pub fn word(self) -> &'static str {
        match self {
            TaskState::NotStarted => "not_started",
            TaskState::InProgress => "in_progress",
            TaskState::Done => "done",
            TaskState::Dropped => "dropped",
        }
    }

    /// The state of a word.
    pub fn from_word(word: &str) -> Option<TaskState> {
        TaskState::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, state)| *state)
    }
}

/// One product of a task, with the deadline and the note that are printed beside it. Each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// What is to be made, or what was made.
    pub product: String,
    /// Until when, in the words of the plan.
    pub deadline: String,
    /// What is printed beside it.
    pub note: String,
}

impl Product {
    /// What the words of its deadline mean in the plan of a year.
    pub fn due(&self, year: i32) -> Deadline {
        read_deadline(&self.deadline, year)
    }
}

/// One task (nhiệm vụ). Its texts are Vietnamese, as printed or as an officer wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// Its id within the list: `V.5`; of an agency's own task a name that begins with [`Task::OWN`].
    pub id: String,
    /// The id of its group; empty where the list has none.
    pub group: String,
    /// Its number as printed; empty for an agency's own.
    pub number: String,
    /// What is to be done.
    pub task: String,
    /// What is to be made.
    pub products: Vec<Product>,
    /// The lead agency or agencies.
    pub lead: String,
    /// Who works with it.
    pub coordinating: String,
    /// How far it has come as the list is printed.
    pub state: TaskState,
    /// What should be known about it.
    pub remark: Option<Phrase>,
}

impl Task {
    /// What the ids of an agency's own tasks begin with.
    pub const OWN: &'static str = "own-";

    /// Whether the agency has added it.
    pub fn is_own(&self) -> bool {
        self.id.starts_with(Task::OWN)
    }

    /// Its lead agencies one by one.
    pub fn leads(&self) -> impl Iterator<Item = &str> {
        self.lead
            .split(';')
            .map(str::trim)
            .filter(|lead| !lead.is_empty())
    }
}

/// A group of tasks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its id as printed, such as `IV`.
    pub id: String,
    /// Its title.
    pub title: Phrase,
}

/// How many tasks a document says that it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnCount {
    /// The number.
    pub number: u32,
    /// Its words.
    pub text: String,
}

/// A work list as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskList {
    /// Its id, such as `tasks-2025`.
    pub id: String,
    /// The year of the plan. None in a list for any year: then [`TaskList::of_year`] makes one.
    pub year: Option<i32>,
    /// Its title.
    pub title: Phrase,
    /// Where it is printed.
    pub source: Phrase,
    /// How many tasks the document says that it has, where it does.
    pub own_count: Option<OwnCount>,
    /// Its groups, in printed order; none in a flat list.
    pub groups: Vec<Group>,
    /// Its tasks, in printed order.
    pub tasks: Vec<Task>,
}

impl TaskList {
    /// The list for a year: its own year stays; a list for any year becomes that year's.
    pub fn of_year(mut self, year: i32) -> TaskList {
        if self.year.is_none() {
            self.year = Some(year);
            self.id = format!("{}-{year}", self.id);
            self.title = title_in(&self.title, year);
        }
        self
    }

    /// The task of an id.
    pub fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }
}

/// A work list as the index of plans names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListName {
    /// Its id.
    pub id: String,
    /// Its file, beside the others.
    pub file: String,
    /// The year of its plan; none in a list for any year.
    pub year: Option<i32>,
    /// Its title.
    pub title: Phrase,
    /// The agency whose own plan it is.
    pub agency: Option<Agency>,
    /// Whether it is a yearly plan of administrative reform, whose counts the forms ask for.
    pub annual: bool,
}

impl ListName {
    /// Whether it is the own plan of the agency of this code.
    pub fn is_of(&self, code: &str) -> bool {
        self.agency
            .as_ref()
            .is_some_and(|agency| agency.code == code)
    }

    /// The id of the list for a year.
    pub fn id_in(&self, year: i32) -> String {
        match self.year {
            Some(_) => self.id.clone(),
            None => format!("{}-{year}", self.id),
        }
    }

    /// The year for which an id names this list; none where it names another.
    pub fn year_of(&self, id: &str) -> Option<i32> {
        match self.year {
            Some(year) => (self.id == id).then_some(year),
            None => {
                let year = id.strip_prefix(&self.id)?.strip_prefix('-')?;
                let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
                year.parse().ok().filter(|_| digits)
            }
        }
    }
}

/// The title of a list for any year in one of them.
fn title_in(title: &Phrase, year: i32) -> Phrase {
    Phrase::new(
        format!("{} năm {year}", title.vi),
        format!("{}, {year}", title.en),
    )
}

/// The index of the plans: which files there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plans {
    /// The file of the targets.
    pub targets: String,
    /// The work lists, in the order in which they are offered.
    pub lists: Vec<ListName>,
}

impl Plans {
    /// The list that an id names, and for which year.
    pub fn named(&self, id: &str) -> Option<(&ListName, i32)> {
        self.lists
            .iter()
            .find_map(|list| Some((list, list.year_of(id)?)))
    }

    /// The title of the list that an id names, for people.
    pub fn title_of(&self, id: &str) -> Option<Phrase> {
        let (list, year) = self.named(id)?;
        Some(match list.year {
            Some(_) => list.title.clone(),
            None => title_in(&list.title, year),
        })
    }

    /// The id of the list on which an agency works in a year: the one printed for it, or its own plan.
    pub fn list_for(&self, agency: &str, year: i32) -> Option<String> {
        let printed = self
            .lists
            .iter()
            .find(|list| list.is_of(agency) && list.year == Some(year));
        let own = self.lists.iter().find(|list| list.year.is_none());
        printed.or(own).map(|list| list.id_in(year))
    }
}
