//! The report page: sheets as tabs, the open sheet as the printed table, findings beside it.

mod carried;
pub mod course;
mod find;
pub mod findings;
mod helper;
pub mod keys;
mod opening;
mod past;
mod rows;
mod said;
mod sheet;
mod side;
mod turns;

pub use opening::report_page;

use super::desk::{Desk, Shown};
use super::page::Page;
use super::paper;
use super::parts::{dynamic, text, word};
use super::paste;
use super::words::first;
use crate::form::Sheet;
use crate::period::Period;
use crate::report::{Severity, Tally};
use crate::words::{Language, filled};
use leptos::prelude::*;
use side::part;

/// The editor of an open report, in one language and for one agency.
fn editor(page: Page, desk: Desk, language: Language) -> impl IntoView {
    let agency = desk.agency().name;
    let key = desk.key();
    let period_name = Period::parse(&key.period)
        .map_or(key.period, |period| period.name().text(language).to_owned());
    let title = desk.form(|form| form.form.title.text(language).to_owned());
    follow_title(
        desk,
        [agency.as_str(), " – ", &period_name].concat(),
        language,
    );
    paper::follow_printing(page, desk);
    keys::listen(page, desk);
    paste::listen(page, desk);
    view! {
        <div class="bm-report" hidden=move || !desk.is_kept().get()>
            <div class="bm-report__head">
                <div class="bm-report__name">
                    // Who comes to a report goes on to its figures (`opening::receive`).
                    <h1 tabindex="-1">{agency} " – " {period_name}</h1>
                    <p class="bm-report__facts">{title}</p>
                </div>
                <div class="bm-row bm-report__actions">
                    {part(desk, move |door| (door.actions)(page, desk, language))}
                </div>
            </div>
            <div class="bm-report__course">
                {part(desk, move |door| (door.head)(page, desk, language))}
            </div>
            {part(desk, move |door| (door.turned)(desk, language))}
            {tabs(desk, language)}
            {part(desk, move |door| (door.offer)(desk, language))}
            <div class="bm-report__body">
                <div>
                    {sheet::sheets(desk, language)}
                    {part(desk, move |door| (door.wording)(page, desk, language))}
                    {part(desk, move |door| (door.log)(desk, language))}
                </div>
                {part(desk, move |door| (door.findings)(desk, language))}
            </div>
            {part(desk, move |door| (door.changes)(page, desk, language))}
            {part(desk, move |door| (door.preview)(page, desk))}
        </div>
    }
}

/// The title of the window. Once errors stand in the way of something it begins with their count, so that it is heard
/// and seen among the tabs of the browser first.
fn follow_title(desk: Desk, name: String, language: Language) {
    let errors = Memo::new(move |_| {
        let is_error = |finding: &&Shown| finding.severity == Severity::Error;
        let count = || {
            let findings = desk.findings();
            findings.with(|findings| findings.iter().filter(is_error).count())
        };
        if desk.has_asked.get() { count() } else { 0 }
    });
    Effect::new(move || match errors.get() {
        0 => super::dom::name_window(&name),
        count => {
            let parts = [&count.to_string(), name.as_str()];
            super::dom::name_window(&filled(first(language).title_errors, &parts));
        }
    });
}

/// All sheets, each with what is filled and what contradicts; a helper sheet only once it is used, and offered before.
fn tabs(desk: Desk, language: Language) -> impl IntoView {
    let sheets = desk.form(|form| form.form.sheets.clone());
    let tabs: Vec<AnyView> = sheets
        .into_iter()
        .enumerate()
        .map(|(number, sheet)| {
            if !sheet.helper {
                return tab(desk, number, &sheet, language);
            }
            let is_open = Memo::new(move |_| helper::is_open(desk, number));
            dynamic(move || {
                if is_open.get() {
                    tab(desk, number, &sheet, language)
                } else {
                    ().into_any()
                }
            })
        })
        .collect();
    view! {
        <nav aria-label=first(language).sheets>
            <ul class="bm-tabs">{tabs} {helper::offers(desk, language)}</ul>
        </nav>
    }
}

fn tab(desk: Desk, number: usize, sheet: &Sheet, language: Language) -> AnyView {
    let words = first(language);
    let appendix = sheet.appendix.text(language).to_owned();
    let name = sheet.name.text(language).to_owned();
    let title = sheet.title.text(language).to_owned();
    let id = sheet.id.clone();
    let tally = desk.tally(number);
    let hint = title.clone();
    let current = word(move || (desk.sheet.get() == number).then_some("true"));
    let counted = move |pick: fn(Tally) -> usize, one: &'static str, many: &'static str| {
        text(move || {
            let number = tally.map(|tally| pick(tally.get())).unwrap_or_default();
            match number {
                0 => String::new(),
                1 => format!("1 {one}"),
                _ => format!("{number} {many}"),
            }
        })
    };
    let filled = text(move || {
        let tally = tally.map(|tally| tally.get()).unwrap_or_default();
        match tally.expected {
            0 => words.not_asked.to_owned(),
            expected => format!("{}/{expected} {}", tally.filled, words.rows),
        }
    });
    let carried = counted(
        |tally| tally.carried,
        words.carried_short,
        words.carried_short,
    );
    let errors = counted(|tally| tally.errors, words.error_one, words.errors);
    let warnings = counted(|tally| tally.warnings, words.warning_one, words.warnings);
    view! {
        <li>
            <a
                class="bm-tabs__tab"
                href=desk.address_of(&id)
                data-sheet=id
                aria-current=current
                on:click=move |_| desk.sheet.set(number)
            >
                {appendix} " "
                <span class="bm-tabs__name">{name}</span>
                <span class="bm-tabs__title" title=hint>{title}</span>
                <span class="bm-tabs__counts">
                    <span>{filled}</span>
                    <span>{carried}</span>
                    <span class="bm-tabs__count--error">{errors}</span>
                    <span class="bm-tabs__count--warning">{warnings}</span>
                </span>
            </a>
        </li>
    }
    .into_any()
}
