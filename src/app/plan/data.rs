//! The files of the plans beside the page, each fetched when it is first needed.

use crate::app::page::Page;
use crate::browser::beside;
use crate::format::{read_plans, read_targets, read_tasks};
use crate::gather::Map;
use crate::plan::{ListName, Plans, Targets, TaskList};
use crate::words::Phrase;
use std::sync::Arc;

/// Where the files lie.
const FOLDER: &str = "forms/";

/// The index of the plans.
const INDEX: &str = "plans.json";

/// What has come already.
#[derive(Default)]
pub struct PlanFiles {
    plans: Option<Arc<Plans>>,
    targets: Option<Arc<Targets>>,
    lists: Map<String, Arc<TaskList>>,
}

async fn file(name: &str) -> Option<String> {
    beside::read(&format!("{FOLDER}{name}")).await.ok()
}

impl Page {
    /// The index of the plans; none where it did not come.
    pub async fn plans(self) -> Option<Arc<Plans>> {
        if let Some(plans) = self.plan(|files| files.plans.clone()) {
            return Some(plans);
        }
        // The files that come with the page are tested to be good.
        let plans = Arc::new(read_plans(&file(INDEX).await?).ok()?);
        self.plan(|files| {
            files.plans = Some(plans.clone());
            Some(plans)
        })
    }

    /// The title of a work list; its id where nobody knows it here.
    pub async fn title_of_list(self, id: &str) -> Phrase {
        let plans = self.plans().await;
        let title = plans.and_then(|plans| plans.title_of(id));
        title.unwrap_or_else(|| Phrase::new(id, id))
    }

    /// The targets; none where they did not come.
    pub async fn targets(self) -> Option<Arc<Targets>> {
        if let Some(targets) = self.plan(|files| files.targets.clone()) {
            return Some(targets);
        }
        let name = self.plans().await?.targets.clone();
        let targets = Arc::new(read_targets(&file(&name).await?).ok()?);
        self.plan(|files| {
            files.targets = Some(targets.clone());
            Some(targets)
        })
    }

    /// A work list for a year; none where it did not come.
    pub async fn task_list(self, name: &ListName, year: i32) -> Option<TaskList> {
        let known = self.plan(|files| files.lists.get(&name.file).cloned());
        let list = match known {
            Some(list) => list,
            None => {
                let list = Arc::new(read_tasks(&file(&name.file).await?).ok()?);
                self.plan(|files| files.lists.insert(name.file.clone(), list.clone()));
                list
            }
        };
        Some(TaskList::clone(&list).of_year(year))
    }
}
