//! What is shown of a file before it counts, and why it cannot be imported.

use super::words::words as own_words;
use super::{Ready, Slot, apply, half_words, not_kept, put};
use crate::app::differences;
use crate::app::editor::findings::count_words;
use crate::app::kept::{enter, leave};
use crate::app::page::Page;
use crate::app::parts::{self, facts};
use crate::app::plan::{BookPreview, keep_book, shown_books};
use crate::app::route::Route;
use crate::app::window;
use crate::app::words::words;
use crate::exchange::Difference;
use crate::format::Complaint;
use crate::period::Period;
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Why a file cannot be imported.
pub(super) fn refused(
    name: &str,
    complaints: &[Complaint],
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let list = parts::complaints(complaints, language);
    view! {
        <section class="bm-note bm-note--error" data-import="refused" role="alert">
            <h2 id="import-title" tabindex="-1">{words.import_refused} ": " {name.to_owned()}</h2>
            <ul>{list}</ul>
            <p>{words.import_unchanged}</p>
            <button type="button" class="bm-button" on:click=move |_| chosen.set(None)>{words.close}</button>
        </section>
    }
}

/// That the report of a file is in, and some of its work lists are not.
pub(super) fn half(
    name: &str,
    lists: &[Phrase],
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let said = half_words(lists).text(language).to_owned();
    view! {
        <section class="bm-note bm-note--error" data-import="half" role="alert">
            <h2 id="import-title" tabindex="-1">{filled(own_words(language).of, &[name])}</h2>
            <p>{said}</p>
            <button type="button" class="bm-button" on:click=move |_| chosen.set(None)>{words(language).close}</button>
        </section>
    }
}

/// What a report in a file would change.
pub(super) fn ready_shown(
    page: Page,
    ready: &Arc<Ready>,
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let report = &ready.preview.report;
    let period = Period::parse(&report.period.id).map_or_else(
        || report.period.id.clone(),
        |period| period.name().text(language).to_owned(),
    );
    let differences = ready
        .preview
        .differences
        .iter()
        .map(|difference: &Difference| {
            view! { <li>{difference.words(&ready.form.form).text(language).to_owned()}</li> }
        });
    let told = ready
        .told
        .iter()
        .map(|told| view! { <p class="bm-note">{told.text(language).to_owned()}</p> }.into_any());
    let told: Vec<AnyView> = told.collect();
    let differences = (!ready.preview.differences.is_empty()).then(|| {
        view! {
            <div class="bm-note bm-note--warning" data-import="differences">
                <h3>{words.differences}</h3>
                <ul>{differences.collect_view()}</ul>
            </div>
        }
    });
    let of_apply = ready.clone();
    let agency = format!("{} ({})", report.agency.name, report.agency.code);
    let facts = facts(vec![
        (words.agency, agency.into_any()),
        (words.period, period.into_any()),
        (words.window, window::of_report(report, language)),
        (
            words.contradictions,
            count_words(words, ready.errors, ready.warnings).into_any(),
        ),
    ]);
    view! {
        <section class="bm-card" data-import="preview" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{words.import_of} ": " {ready.name.clone()}</h2>
            {facts}
            {told}
            {differences}
            <p>{if ready.replaces { words.import_replaces } else { words.import_new }}</p>
            {differences::table(&ready.form, &ready.preview.changes, [words.import_now, words.import_then], language)}
            {differences::texts(&ready.preview.texts, [words.import_now, words.import_then], language)}
            {differences::asides(&ready.preview.asides, language)}
            {shown_books(&ready.books, language)}
            {buttons(chosen, language, Box::new(move || {
                let ready = of_apply.clone();
                spawn_local(async move {
                    if let Some(said) = apply(page, &ready).await {
                        put(chosen, said);
                    }
                });
            }))}
        </section>
    }
}

/// What an agency's copy of a work list would change.
pub(super) fn tasks_shown(
    page: Page,
    name: &str,
    preview: &BookPreview,
    chosen: Slot,
    language: Language,
) -> impl IntoView + use<> {
    let words = words(language);
    let agency = &preview.book.agency;
    let facts = facts(vec![(
        words.agency,
        format!("{} ({})", agency.name, agency.code).into_any(),
    )]);
    let changes = shown_books(std::slice::from_ref(preview), language);
    let of_apply = (name.to_owned(), preview.book.clone());
    view! {
        <section class="bm-card" data-import="preview" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{words.import_of} ": " {name.to_owned()}</h2>
            {facts}
            <p>{words.tasks_import_replaces}</p>
            {changes}
            {buttons(chosen, language, Box::new(move || {
                let (name, book) = of_apply.clone();
                spawn_local(async move {
                    leave(page).await;
                    if !keep_book(page, &book).await {
                        put(chosen, not_kept(&name));
                    }
                    enter(page, &Route::of_tasks(&book.list, &book.agency.code));
                });
            }))}
        </section>
    }
}

/// Imports what is shown, or does not.
fn buttons(chosen: Slot, language: Language, apply: Box<dyn Fn()>) -> AnyView {
    let words = words(language);
    let import = move |_| {
        chosen.set(None);
        apply();
    };
    view! {
        <div class="bm-row">
            <button type="button" class="bm-button bm-button--main" data-action="import-apply" on:click=import>
                {words.import_apply}
            </button>
            <button type="button" class="bm-button" data-action="import-cancel" on:click=move |_| chosen.set(None)>
                {words.import_cancel}
            </button>
        </div>
    }
    .into_any()
}
