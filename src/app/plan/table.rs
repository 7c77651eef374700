//! The list as a table: its groups, and in each the printed tasks and the agency's own.

use super::desk::TaskDesk;
use super::line::line;
use crate::app::parts::{columns, dynamic};
use crate::app::words::words;
use crate::plan::Task;
use crate::words::Language;
use leptos::prelude::*;

/// The table of all tasks. Those that the filter leaves out are hidden, and stay as they are.
pub fn table(desk: TaskDesk, language: Language) -> AnyView {
    let words = words(language);
    let groups = desk
        .look(|tracked| {
            let title = |id: &str, title: &str| format!("{id}. {title}");
            let mut groups: Vec<(String, String, Vec<Task>)> = tracked
                .list
                .groups
                .iter()
                .map(|group| {
                    let tasks = of_group(&tracked.list.tasks, &group.id);
                    let name = title(&group.id, group.title.text(language));
                    (group.id.clone(), name, tasks)
                })
                .collect();
            let without = of_group(&tracked.list.tasks, "");
            groups.push((String::new(), String::new(), without));
            groups
        })
        .unwrap_or_default();
    let known: Vec<String> = groups.iter().map(|(id, _, _)| id.clone()).collect();
    let known = StoredValue::new(known);
    let bodies: Vec<AnyView> = groups
        .into_iter()
        .map(|(id, title, tasks)| body(desk, id, title, tasks, known, language))
        .collect();
    let nothing = dynamic(move || {
        let none = desk.visible.with(std::collections::BTreeSet::is_empty);
        let said = match (none, desk.filter.with(crate::plan::Filter::is_empty)) {
            (false, _) => return ().into_any(),
            (true, true) => words.tasks_empty,
            (true, false) => words.tasks_none_shown,
        };
        view! { <p class="bm-tasks__nothing">{said}</p> }.into_any()
    });
    let heads = [
        words.code,
        words.tasks_task,
        words.tasks_products,
        words.tasks_state,
    ];
    view! {
        <table class="bm-tasks" aria-label=words.tasks_title>
            {columns(&heads)}
            {bodies}
        </table>
        {nothing}
    }
    .into_any()
}

fn of_group(tasks: &[Task], group: &str) -> Vec<Task> {
    tasks
        .iter()
        .filter(|task| task.group == group)
        .cloned()
        .collect()
}

fn body(
    desk: TaskDesk,
    group: String,
    title: String,
    tasks: Vec<Task>,
    known: StoredValue<Vec<String>>,
    language: Language,
) -> AnyView {
    let printed: Vec<String> = tasks.iter().map(|task| task.id.clone()).collect();
    let lines: Vec<AnyView> = tasks
        .iter()
        .map(|task| line(desk, task, language))
        .collect();
    // An own task of a group that the list does not have stands with those of none.
    let of_own = group.clone();
    let own = Memo::new(move |_| {
        let ids = desk.own.get();
        let of_group = |id: &String| {
            let group = desk
                .look(|tracked| tracked.task(id).map(|task| task.group.clone()))
                .flatten()
                .unwrap_or_default();
            let is_known = known.with_value(|known| known.contains(&group));
            (is_known && group == of_own) || (!is_known && of_own.is_empty())
        };
        ids.into_iter().filter(of_group).collect::<Vec<String>>()
    });
    let own_lines = dynamic(move || {
        own.get()
            .iter()
            .filter_map(|id| desk.look(|tracked| tracked.task(id).cloned()).flatten())
            .map(|task| line(desk, &task, language))
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    let is_empty = move || {
        desk.visible.with(|visible| {
            let any = printed.iter().any(|id| visible.contains(id));
            !any && !own.with(|own| own.iter().any(|id| visible.contains(id)))
        })
    };
    let head = (!title.is_empty()).then(|| {
        view! {
            <tr class="bm-tasks__group">
                <th scope="rowgroup" colspan="4">{title}</th>
            </tr>
        }
        .into_any()
    });
    view! {
        <tbody hidden=is_empty data-group=group>
            {head}
            {lines}
            {own_lines}
        </tbody>
    }
    .into_any()
}
