//! The page without a network: whether it is ready for it, which build it is, and a new build that waits.
//!
//! The work is done by assets/offline.js and assets/service-worker.js; here it is put into words. A new build never
//! comes by itself: what is being typed is saved first, and the officer says when.

pub mod words;

use super::page::Page;
use super::pages;
use super::parts::{dynamic, facts};
use crate::browser::{Listening, offline, timer};
use crate::store::SaveState;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use words::words;

/// How long one waits between two looks at what is being saved, in milliseconds.
const LOOK_AGAIN: u64 = 20;

/// Hears what the script of the page says, as long as the page lives.
pub fn follow(page: Page) {
    let heard = move || page.offline.update(|times| *times = times.wrapping_add(1));
    std::mem::forget(Listening::to_window(offline::CHANGED, heard));
}

/// Says above every page that there is a new build.
pub fn note(page: Page) -> AnyView {
    page.offline.track();
    if offline::update().is_none() {
        return ().into_any();
    }
    pages::PIECE.view(page, move |door| (door.update)(page))
}

/// That there is a new build, and the button that goes over to it.
pub fn update(page: Page) -> AnyView {
    let is_refused = RwSignal::new(false);
    dynamic(move || {
        let words = words(page.language.get());
        let is_taken = offline::update().as_deref() == Some("taken");
        let said = if is_taken { words.taken } else { words.waiting };
        let refused = is_refused
            .get()
            .then(|| view! { <p role="alert">{words.not_saved}</p> });
        view! {
            <div class="bm-note" data-update=if is_taken { "taken" } else { "waiting" }>
                <p role="status">{said}</p>
                <button
                    type="button"
                    class="bm-button"
                    data-action="update-apply"
                    on:click=move |_| take_over(page, is_refused)
                >
                    {words.apply}
                </button>
                {refused}
            </div>
        }
        .into_any()
    })
}

/// Waits until everything that was typed is kept, and only then goes over to the new build.
fn take_over(page: Page, is_refused: RwSignal<bool>) {
    is_refused.set(false);
    spawn_local(async move {
        while page
            .save
            .with_untracked(|save| save == &Some(SaveState::Saving))
        {
            timer::pause(LOOK_AGAIN).await;
        }
        page.closed().await;
        let is_failed = page
            .save
            .with_untracked(|save| matches!(save, Some(SaveState::Failed { .. })));
        if is_failed {
            is_refused.set(true);
        } else {
            offline::take_over();
        }
    });
}

/// Where the figures lie, for the home page of a page that is open from a file: it surprises who is not told.
pub fn whereabouts(language: Language) -> AnyView {
    let words = words(language);
    let said = match offline::readiness().as_deref() {
        Some("file") => words.file,
        Some("file-by-path") => words.file_by_path,
        _ => return ().into_any(),
    };
    view! {
        <section class="bm-note" data-kept="file">
            <h2>{words.kept_where}</h2>
            <p>{said}</p>
        </section>
    }
    .into_any()
}

/// What the settings say: whether the page is ready to open without a network, and which build it is.
pub fn section(page: Page, language: Language) -> impl IntoView {
    let words = words(language);
    let state = dynamic(move || {
        page.offline.track();
        let readiness = offline::readiness().unwrap_or_default();
        let said = match readiness.as_str() {
            "ready" => words.ready,
            "failed" => words.failed,
            "spared" => words.spared,
            "insecure" => words.insecure,
            "framed" => words.framed,
            "none" => words.none,
            "file" => words.file,
            "file-by-path" => words.file_by_path,
            "single" => words.single,
            "refused" => words.refused,
            _ => words.preparing,
        };
        let prepare = (readiness == "spared").then(|| {
            view! {
                <button
                    type="button"
                    class="bm-button"
                    data-action="offline-prepare"
                    on:click=|_| offline::prepare()
                >
                    {words.prepare}
                </button>
            }
        });
        view! { <p role="status" data-offline=readiness>{said}</p> {prepare} }.into_any()
    });
    let build = offline::build().unwrap_or_default();
    let build = view! { <code data-build=build.clone()>{build.clone()}</code> }.into_any();
    view! {
        <section class="bm-card" id="offline">
            <h2>{words.title}</h2>
            {state}
            {facts(vec![(words.build, build)])}
        </section>
    }
}
