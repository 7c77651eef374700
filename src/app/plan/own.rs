//! Tasks of the agency's own: added as an empty row, so that every key typed in it is kept at once; taken away, and
//! brought back.

use super::desk::TaskDesk;
use crate::app::dom;
use crate::app::parts::dynamic;
use crate::app::words::words;
use crate::plan::{Product, Task};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// What an officer types about an own task.
#[derive(Clone, Copy)]
enum Part {
    Task,
    Product,
    Deadline,
    Lead,
}

impl Part {
    fn read(self, task: &Task) -> String {
        let product = task.products.first();
        match self {
            Part::Task => task.task.clone(),
            Part::Product => product.map_or_else(String::new, |product| product.product.clone()),
            Part::Deadline => product.map_or_else(String::new, |product| product.deadline.clone()),
            Part::Lead => task.lead.clone(),
        }
    }

    fn write(self, task: &mut Task, typed: String) {
        let mut product = task.products.pop().unwrap_or_default();
        match self {
            Part::Task => task.task = typed,
            Part::Product => product.product = typed,
            Part::Deadline => product.deadline = typed,
            Part::Lead => task.lead = typed,
        }
        // A product without words is none.
        if product != Product::default() {
            task.products.push(product);
        }
    }
}

/// The fields of an own task: what, product, until when, who.
pub fn own_fields(desk: TaskDesk, task: &Task, language: Language) -> AnyView {
    let words = words(language);
    let id = StoredValue::new(task.id.clone());
    let view = desk.line(&task.id);
    let type_in = move |part: Part| {
        move |event: leptos::ev::Event| {
            let typed = event_target_value(&event);
            id.with_value(|id| desk.edit_own(id, |task| part.write(task, typed)));
        }
    };
    let read = move |part: Part| move || view.with(|view| part.read(&view.task));
    let field = move |name: &'static str, code: &'static str, hint: &'static str, part: Part| {
        view! {
            <label class="bm-task__field">
                <span class="bm-filter__name">{name}</span>
                <input
                    class="bm-input"
                    autocomplete="off"
                    data-field=code
                    placeholder=hint
                    prop:value=read(part)
                    on:input=type_in(part)
                />
            </label>
        }
        .into_any()
    };
    let remove = move |_| {
        id.with_value(|id| desk.remove_own(id));
        request_animation_frame(|| {
            dom::focus_first("[data-action=\"bring-back\"]");
        });
    };
    view! {
        <textarea
            class="bm-input"
            rows="2"
            autocomplete="off"
            data-field="task"
            aria-label=words.tasks_own
            placeholder=words.tasks_own_hint
            prop:value=read(Part::Task)
            on:input=type_in(Part::Task)
        ></textarea>
        <div class="bm-task__fields">
            {field(words.tasks_product, "own-product", "", Part::Product)}
            {field(words.tasks_deadline, "own-deadline", words.tasks_deadline_hint, Part::Deadline)}
            {field(words.tasks_lead, "own-lead", "", Part::Lead)}
        </div>
        <button type="button" class="bm-button bm-button--small bm-task__remove" data-action="remove-task" on:click=remove>
            {words.tasks_remove}
        </button>
    }
    .into_any()
}

/// The task that was taken away last can be brought back.
pub fn removed(desk: TaskDesk, language: Language) -> AnyView {
    let words = words(language);
    let note = dynamic(move || {
        let removed = desk.removed.with(|removed| {
            removed.as_ref().map(|(task, _)| {
                let name = task.task.trim();
                let name = if name.is_empty() {
                    words.tasks_own
                } else {
                    name
                };
                filled(words.tasks_removed, &[name])
            })
        });
        let Some(said) = removed else {
            return ().into_any();
        };
        view! {
            <div class="bm-note">
                <p>{said}</p>
                <button type="button" class="bm-button" data-action="bring-back" on:click=move |_| desk.bring_back()>
                    {words.tasks_bring_back}
                </button>
            </div>
        }
        .into_any()
    });
    view! { <div role="status">{note}</div> }.into_any()
}

/// The button that adds a row, in the group that is shown.
pub fn add(desk: TaskDesk, language: Language) -> AnyView {
    let words = words(language);
    let groups: Vec<(String, String)> = desk
        .look(|tracked| {
            let groups = tracked.list.groups.iter();
            groups
                .map(|group| {
                    let title = format!("{}. {}", group.id, group.title.text(language));
                    (group.id.clone(), title)
                })
                .collect()
        })
        .unwrap_or_default();
    let first = groups.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let group = RwSignal::new(first);
    let options: Vec<AnyView> = groups
        .iter()
        .map(|(id, title)| view! { <option value=id.clone()>{title.clone()}</option> }.into_any())
        .collect();
    let choose = (!groups.is_empty()).then(|| {
        view! {
            <label class="bm-filter__one bm-filter__one--wide">
                <span class="bm-filter__name">{words.tasks_group}</span>
                <select
                    id="own-group"
                    class="bm-input"
                    on:change=move |event| group.set(event_target_value(&event))
                >
                    {options}
                </select>
            </label>
        }
    });
    let add = move |_| {
        let id = desk.add_own(&group.get_untracked());
        request_animation_frame(move || {
            dom::focus_first(&format!("[data-task=\"{id}\"] [data-field=\"task\"]"));
        });
    };
    view! {
        <section class="bm-card" aria-labelledby="own-tasks">
            <h2 id="own-tasks">{words.tasks_own_title}</h2>
            <p>{words.tasks_own_what}</p>
            <div class="bm-filter">
                {choose}
                <button type="button" class="bm-button bm-button--main" data-action="add-task" on:click=add>
                    {words.tasks_add}
                </button>
            </div>
        </section>
    }
    .into_any()
}
