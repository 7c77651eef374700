//! The page of an open work list: whose it is, how many tasks stand how, what is wrong in print, the list.

use super::chooser::chooser;
use super::desk::TaskDesk;
use super::filters::filters;
use super::own::{add, removed};
use super::table::table;
use crate::app::page::Page;
use crate::app::parts::{self, dynamic};
use crate::app::words::words;
use crate::browser::files;
use crate::format::book_text;
use crate::period::write_day;
use crate::plan::{Plans, notes};
use crate::words::Language;
use leptos::prelude::*;

/// The page, in one language.
pub fn tasks(page: Page, desk: TaskDesk, plans: &Plans, language: Language) -> AnyView {
    let words = words(language);
    let facts = desk.look(|tracked| {
        let list = &tracked.list;
        (
            list.title.text(language).to_owned(),
            list.source.text(language).to_owned(),
            tracked.book.agency.clone(),
            (list.id.clone(), tracked.year()),
            notes(list),
        )
    });
    let Some((title, source, agency, (id, year), said)) = facts else {
        return ().into_any();
    };
    let name = agency.name.clone();
    let in_print = (!said.is_empty()).then(|| {
        let count = said.len();
        let said: Vec<AnyView> = said
            .iter()
            .map(|note| view! { <li>{note.text(language).to_owned()}</li> }.into_any())
            .collect();
        view! {
            <details class="bm-note bm-note--warning" data-notes=count.to_string()>
                <summary>{words.tasks_in_print} " (" {count} ")"</summary>
                <ul>{said}</ul>
            </details>
        }
        .into_any()
    });
    view! {
        <div class="bm-report__head bm-tasks__head">
            <div>
                {parts::title(title)}
                <p class="bm-report__facts">{name}</p>
                <p class="bm-report__facts">{source}</p>
            </div>
            <div class="bm-row bm-report__actions">
                <button
                    type="button"
                    class="bm-button"
                    data-action="export-tasks"
                    on:click=move |_| export(desk)
                >
                    {words.tasks_export}
                </button>
            </div>
        </div>
        {counts(desk, language)}
        {in_print}
        <details class="bm-tasks__change">
            <summary>{words.tasks_change}</summary>
            {chooser(page, plans, Some((id, year, agency)), language)}
        </details>
        {filters(desk, language)}
        {table(desk, language)}
        {removed(desk, language)}
        {add(desk, language)}
    }
    .into_any()
}

fn export(desk: TaskDesk) {
    let book = desk.book();
    let name = format!("{}_{}.json", book.list, book.agency.code);
    // A browser that takes no file says so itself.
    let _ = files::download(&name, "application/json", &book_text(&book));
}

/// How many tasks stand how today.
fn counts(desk: TaskDesk, language: Language) -> AnyView {
    let words = words(language);
    let today = format!("{} {}", words.tasks_as_of, write_day(desk.today));
    let name = today.clone();
    let one =
        move |name: &'static str, code: &'static str, read: fn(&crate::plan::Counts) -> u32| {
            let number = dynamic(move || desk.counts.with(read).to_string().into_any());
            view! {
                <div class="bm-count" data-count=code>
                    <dt>{name}</dt>
                    <dd>{number}</dd>
                </div>
            }
            .into_any()
        };
    view! {
        <section class="bm-counts" aria-label=name>
            <dl class="bm-counts__list">
                {one(words.tasks_planned, "planned", |counts| counts.planned)}
                {one(words.tasks_completed, "completed", |counts| counts.completed)}
                {one(words.tasks_late, "late", |counts| counts.late)}
                {one(words.tasks_overdue, "overdue", |counts| counts.overdue)}
                {one(words.tasks_soon, "soon", |counts| counts.soon)}
            </dl>
            <p class="bm-counts__day">{today}</p>
        </section>
    }
    .into_any()
}
