//! The frame of every page: name, places to go, language, whether the work is saved.

use super::page::Page;
use super::pages::{Import, picker};
use super::route::Route;
use super::words::first;
use crate::browser::clock;
use crate::store::SaveState;
use crate::words::Language;
use leptos::prelude::*;

/// The head of the page.
pub fn head(page: Page, import: Import, language: Language) -> impl IntoView {
    let words = first(language);
    let place = |address: &'static str, name: &'static str, route: Route| {
        let is_here = move |now: &Route| match (now, &route) {
            // One list is a place within the lists.
            (Route::Tasks(_), Route::Tasks(_)) => true,
            (Route::Consolidate(_), Route::Consolidate(_)) => true,
            (now, route) => now == route,
        };
        let current = move || page.route.with(&is_here).then_some("page");
        view! { <a href=address aria-current=current>{name}</a> }
    };
    view! {
        <a class="bm-shell__skip" href="#main" on:click=skip>{words.skip}</a>
        <header class="bm-shell__head">
            <a class="bm-shell__name" href="#/">{words.app}</a>
            <nav class="bm-shell__nav" aria-label=words.pages>
                {place("#/", words.home, Route::Home)}
                {place("#/tasks", words.tasks, Route::Tasks(None))}
                {place("#/targets", words.targets, Route::Targets)}
                {place("#/consolidate", words.consolidate, Route::Consolidate(None))}
                {place("#/forms", words.forms, Route::Forms)}
                {place("#/settings", words.settings, Route::Settings)}
            </nav>
            {picker(page, import, language)}
            {saved(page, language)}
            {languages(page, language)}
        </header>
    }
}

/// The address bar belongs to the routes, so the link moves the focus instead.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    super::dom::focus_first(super::dom::TITLE);
}

/// "Đã lưu lúc 09:41", only once the transaction is complete.
fn saved(page: Page, language: Language) -> impl IntoView {
    let words = first(language);
    let state = move || {
        page.save.with(|save| match save {
            Some(SaveState::Saved { .. }) | None => "saved",
            Some(SaveState::Saving) => "saving",
            Some(SaveState::Failed { .. }) => "failed",
        })
    };
    let text = move || {
        page.save.with(|save| match save {
            Some(SaveState::Saved { at: Some(at) }) => format!(
                "{} {}",
                words.saved_at,
                clock::local_hour_minute(at).unwrap_or_default()
            ),
            Some(SaveState::Saved { at: None }) | None => String::new(),
            Some(SaveState::Saving) => words.saving.to_owned(),
            Some(SaveState::Failed { .. }) => words.save_failed.to_owned(),
        })
    };
    // It changes at every pause; what is said aloud is only that something could not be saved, see `trouble`.
    view! { <span id="save-state" class="bm-shell__saved" role="status" aria-live="off" data-state=state>{text}</span> }
}

/// The switch of language; each language is named in itself.
pub fn languages(page: Page, language: Language) -> impl IntoView {
    let one = move |offered: Language, short: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                class="bm-shell__language"
                lang=offered.tag()
                title=name
                aria-label=name
                aria-pressed=if offered == language { "true" } else { "false" }
                on:click=move |_| page.speak(offered)
            >
                {short}
            </button>
        }
    };
    view! {
        <div class="bm-shell__languages" role="group" aria-label=first(language).language>
            {one(Language::Vi, "VI", "VI – Tiếng Việt")}
            {one(Language::En, "EN", "EN – English")}
        </div>
    }
}

/// The foot of the page.
pub fn foot(language: Language) -> impl IntoView {
    view! { <footer class="bm-shell__foot"><p>{first(language).foot}</p></footer> }
}

/// What must be said at once: nothing is kept here, or the last edits are not.
pub fn trouble(page: Page, language: Language) -> AnyView {
    let words = first(language);
    let failed = page
        .save
        .with(|save| matches!(save, Some(SaveState::Failed { .. })));
    let in_memory = page.memory_only.get();
    let said = if in_memory {
        words.memory_only
    } else if failed {
        words.save_failed_what
    } else if let Some(notice) = page.notice.get() {
        notice(language)
    } else {
        return ().into_any();
    };
    let out = failed.then(|| presses(words.export_json, "save-to-file", EXPORT));
    let back = in_memory.then(|| presses(words.import, "load-from-file", IMPORT));
    let ways = (failed || in_memory).then(|| view! { <p class="bm-row">{out}{back}</p> });
    view! { <div class="bm-note bm-note--error" role="alert"><p>{said}</p>{ways}</div> }.into_any()
}

/// What hands out the open report or list as a file.
pub const EXPORT: &str = "[data-action=\"export-json\"], [data-action=\"export-tasks\"]";
/// What takes a file in.
pub const IMPORT: &str = "input[data-action=\"import\"]";

/// A button that presses another control of the page.
pub fn presses(name: &'static str, action: &'static str, control: &'static str) -> AnyView {
    view! {
        <button type="button" class="bm-button" data-action=action on:click=move |_| super::dom::press(control)>
            {name}
        </button>
    }
    .into_any()
}
