//! One task: its words as printed, when it is due, how far it has come, and what was made.

use super::desk::{LineView, TaskDesk};
use super::own::own_fields;
use crate::app::parts::{dynamic, text, word};
use crate::app::words::{Words, words};
use crate::period::write_day;
use crate::plan::{Deadline, Product, Progress, Task, TaskState, read_day, read_deadline};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The name of a state.
pub fn state_word(words: &'static Words, state: TaskState) -> &'static str {
    match state {
        TaskState::NotStarted => words.state_not_started,
        TaskState::InProgress => words.state_in_progress,
        TaskState::Done => words.state_done,
        TaskState::Dropped => words.state_dropped,
    }
}

/// The `<tr>` of a task.
pub fn line(desk: TaskDesk, task: &Task, language: Language) -> AnyView {
    let words = words(language);
    let view = desk.line(&task.id);
    let id = task.id.clone();
    let of_hidden = task.id.clone();
    let is_own = task.is_own();
    let what = if is_own {
        own_fields(desk, task, language)
    } else {
        printed(task, language)
    };
    let number = task.number.clone();
    view! {
        <tr
            class="bm-task"
            data-task=id
            data-state=word(move || Some(view.with(|view| view.standing.state.word())))
            hidden=move || desk.visible.with(|visible| !visible.contains(&of_hidden))
        >
            <th scope="row" class="bm-task__number">
                {if is_own { words.tasks_own_mark.into_any() } else { number.into_any() }}
            </th>
            <td class="bm-task__what">{what} {made(desk, task, view, language)}</td>
            <td class="bm-task__due">{due(desk, task, view, language)}</td>
            <td class="bm-task__state">{state(desk, task, view, language)}</td>
        </tr>
    }
    .into_any()
}

/// What a printed task says of itself. Its words are Vietnamese in any language of the page.
fn printed(task: &Task, language: Language) -> AnyView {
    let words = words(language);
    let lead = (!task.lead.is_empty()).then(|| {
        let lead = task.lead.clone();
        let with = (!task.coordinating.is_empty()).then(|| {
            let with = task.coordinating.clone();
            view! { <span>". " {words.tasks_with} ": " <span lang="vi">{with}</span></span> }
        });
        view! {
            <span class="bm-task__who">
                {words.tasks_lead} ": " <span lang="vi">{lead}</span> {with}
            </span>
        }
    });
    let remark = task.remark.as_ref().map(|remark| {
        let remark = remark.text(language).to_owned();
        view! { <span class="bm-task__remark">{remark}</span> }
    });
    view! {
        <span class="bm-task__text" lang="vi">{task.task.clone()}</span>
        {lead}
        {remark}
    }
    .into_any()
}

/// Each product with its deadline, and how many days are left.
fn due(desk: TaskDesk, task: &Task, view: ReadSignal<LineView>, language: Language) -> AnyView {
    let words = words(language);
    let products: Vec<AnyView> = if task.is_own() {
        Vec::new()
    } else {
        task.products.iter().map(one).collect()
    };
    let is_own = task.is_own();
    let own = dynamic(move || {
        view.with(|view| {
            let said = if is_own {
                let product = view.task.products.first();
                product.map_or_else(String::new, |product| product.deadline.clone())
            } else {
                view.progress.deadline.clone()
            };
            if said.trim().is_empty() {
                return ().into_any();
            }
            let name = (!is_own).then(|| format!("{}: ", words.tasks_own_deadline));
            view! { <p class="bm-task__product">{name} <b lang="vi">{said}</b></p> }.into_any()
        })
    });
    let left = dynamic(move || view.with(|view| left(desk, view, words)));
    view! { {products} {own} {left} }.into_any()
}

fn one(product: &Product) -> AnyView {
    let what = product.product.clone();
    let colon = if what.is_empty() || product.deadline.is_empty() {
        ""
    } else {
        ": "
    };
    let deadline = product.deadline.clone();
    let note = (!product.note.is_empty()).then(|| {
        let note = product.note.clone();
        view! { <span class="bm-task__printed">{note}</span> }
    });
    view! {
        <p class="bm-task__product" lang="vi">
            {what} {colon} <b>{deadline}</b> {note}
        </p>
    }
    .into_any()
}

/// “Còn 12 ngày”, “Quá hạn 3 ngày”.
fn left(desk: TaskDesk, view: &LineView, words: &'static Words) -> AnyView {
    let standing = &view.standing;
    let days = standing
        .due
        .map(|due| (due - desk.today).whole_days())
        .unwrap_or_default();
    let mut day = standing.due.map(write_day).unwrap_or_default();
    let (class, said) = if standing.late {
        day = standing.done_on.map(write_day).unwrap_or_default();
        ("bm-tag bm-tag--warning", words.tasks_was_late.to_owned())
    } else if standing.overdue {
        let days = days.abs().to_string();
        (
            "bm-tag bm-tag--error",
            filled(words.tasks_days_over, &[&days]),
        )
    } else if standing.soon && days == 0 {
        ("bm-tag bm-tag--warning", words.tasks_today.to_owned())
    } else if standing.soon {
        let days = days.to_string();
        (
            "bm-tag bm-tag--warning",
            filled(words.tasks_days_left, &[&days]),
        )
    } else {
        return ().into_any();
    };
    let said = format!("{said} ({day})");
    view! { <p><span class=class>{said}</span></p> }.into_any()
}

/// How a task is called beside its fields.
fn name_of(task: &Task, words: &'static Words) -> String {
    if task.is_own() {
        words.tasks_own.to_owned()
    } else {
        task.id.clone()
    }
}

/// The state.
fn state(desk: TaskDesk, task: &Task, view: ReadSignal<LineView>, language: Language) -> AnyView {
    let words = words(language);
    let id = StoredValue::new(task.id.clone());
    let label = format!("{} – {}", words.tasks_state, name_of(task, words));
    let options: Vec<AnyView> = TaskState::ALL
        .iter()
        .map(|(code, state)| {
            let chosen = view.with_untracked(|view| view.standing.state == *state);
            view! { <option value=*code selected=chosen>{state_word(words, *state)}</option> }
                .into_any()
        })
        .collect();
    let as_printed = task.state;
    let choose = move |event| {
        let state = TaskState::from_word(&event_target_value(&event));
        id.with_value(|id| {
            // What is as printed is not kept.
            desk.edit(id, |progress| {
                progress.state = state.filter(|state| *state != as_printed)
            });
        });
    };
    view! {
        <select
            class="bm-input"
            data-field="state"
            aria-label=label
            prop:value=move || view.with(|view| view.standing.state.word())
            on:change=choose
        >
            {options}
        </select>
    }
    .into_any()
}

/// What was made in one line, and the fields behind it.
fn made(desk: TaskDesk, task: &Task, view: ReadSignal<LineView>, language: Language) -> AnyView {
    let words = words(language);
    let id = StoredValue::new(task.id.clone());
    let name = format!(" – {}", name_of(task, words));
    let made =
        text(move || view.with(|view| view.progress.texts().collect::<Vec<&str>>().join(" – ")));
    let open = RwSignal::new(false);
    let fields = dynamic(move || {
        if open.get() {
            id.with_value(|id| fields(desk, id, view, language))
        } else {
            ().into_any()
        }
    });
    view! {
        <p class="bm-task__made" lang="vi">{made}</p>
        <details on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary data-action="task-details">
                {words.tasks_details} <span class="bm-out-of-sight">{name}</span>
            </summary>
            {fields}
        </details>
    }
    .into_any()
}

type Part = fn(&mut Progress) -> &mut String;

/// Product, number, day, deadline, note.
fn fields(desk: TaskDesk, id: &str, view: ReadSignal<LineView>, language: Language) -> AnyView {
    let words = words(language);
    let id = StoredValue::new(id.to_owned());
    let year = desk.look(|tracked| tracked.year()).unwrap_or_default();
    let field = move |name: &'static str, code: &'static str, hint: &'static str, part: Part| {
        let read = move || {
            view.with(|view| {
                let mut progress = view.progress.clone();
                std::mem::take(part(&mut progress))
            })
        };
        let type_in = move |event: leptos::ev::Event| {
            let typed = event_target_value(&event);
            id.with_value(|id| desk.edit(id, |progress| *part(progress) = typed));
        };
        view! {
            <label class="bm-task__field">
                <span class="bm-filter__name">{name}</span>
                <input
                    class="bm-input"
                    autocomplete="off"
                    data-field=code
                    placeholder=hint
                    prop:value=read
                    on:input=type_in
                />
            </label>
        }
        .into_any()
    };
    let of_date = said(move || {
        view.with(|view| {
            let date = &view.progress.date;
            let unread = !date.trim().is_empty() && read_day(date, year).is_none();
            unread.then(|| words.tasks_date_unread.to_owned())
        })
    });
    // The deadline of an own task stands with its words.
    let is_own = id.with_value(|id| id.starts_with(Task::OWN));
    let deadline = (!is_own).then(|| {
        field(
            words.tasks_own_deadline,
            "deadline",
            words.tasks_deadline_hint,
            |progress| &mut progress.deadline,
        )
    });
    let of_deadline = said(move || {
        view.with(|view| match read_deadline(&view.progress.deadline, year) {
            Deadline::None => None,
            Deadline::Day(day) => Some(filled(words.tasks_last_day, &[&write_day(day)])),
            Deadline::Recurring | Deadline::Event | Deadline::Words => {
                Some(words.tasks_stays_words.to_owned())
            }
        })
    });
    view! {
        <div class="bm-task__fields">
            {field(words.tasks_made, "product", "", |progress| &mut progress.product)}
            {field(words.tasks_number, "number", "05/KH-UBND", |progress| &mut progress.number)}
            <div>
                {field(words.tasks_date, "date", "09/3/2026", |progress| &mut progress.date)}
                {of_date}
            </div>
            <div>{deadline} {of_deadline}</div>
            <div class="bm-task__wide">{field(words.note, "note", "", |progress| &mut progress.note)}</div>
        </div>
    }
    .into_any()
}

/// What the page says of a field, where it says anything.
fn said(make: impl Fn() -> Option<String> + Send + 'static) -> AnyView {
    dynamic(move || match make() {
        Some(said) => view! { <p class="bm-cell__said">{said}</p> }.into_any(),
        None => ().into_any(),
    })
}
