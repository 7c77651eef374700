//! The card of backup and restore: two buttons, and what comes of them.

use super::look::{Ready, Stage, look_at};
use super::make::{NotMade, Told, download};
use super::words::words;
use super::{Restoring, apply, file, follow, preview};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{self, JSON, dynamic, file_picker};
use crate::app::words::words as page_words;
use crate::browser::{clock, filed};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// How far a backup has come.
#[derive(Clone)]
enum Making {
    Idle,
    Now,
    Done(Told),
    Failed(NotMade),
}

/// Backup and restore.
pub(super) fn card(page: Page, restoring: Restoring, language: Language) -> AnyView {
    let said = words(language);
    let making = RwSignal::new(Making::Idle);
    let with_past = RwSignal::new(false);
    follow::follow(page);
    let backup = move |_| {
        making.set(Making::Now);
        spawn_local(async move {
            let made = download(page, with_past.get_untracked()).await;
            let _ = making.try_set(made.map_or_else(Making::Failed, Making::Done));
        });
    };
    let take = move |file: File| {
        put(restoring, Stage::Reading);
        spawn_local(async move {
            let found = look_at(page, file).await;
            put(restoring, found);
            request_animation_frame(|| {
                dom::focus_first("#restore-title");
            });
        });
    };
    view! {
        <section class="bm-card" aria-labelledby="backup-title" data-backup>
            <h2 id="backup-title">{said.title}</h2>
            <p>{said.what}</p>
            <div class="bm-row">
                <button type="button" class="bm-button bm-button--main" data-action="backup" on:click=backup>
                    {said.backup}
                </button>
                {file_picker(said.restore, "restore", JSON, Box::new(take))}
            </div>
            <p>
                <label>
                    <input
                        type="checkbox"
                        data-backup-past
                        on:change=move |event| with_past.set(event_target_checked(&event))
                    />
                    " "
                    {said.with_past}
                </label>
            </p>
            <div role="status">{dynamic(move || told(making, language))}</div>
            {file::line(page, language)}
        </section>
        {dynamic(move || stage(page, restoring, language))}
    }
    .into_any()
}

fn put(restoring: Restoring, stage: Stage) {
    // The officer may have left the page meanwhile.
    let _ = restoring.now.try_set(Some(Arc::new(stage)));
}

/// What came of the backup, or when the last one was.
fn told(making: RwSignal<Making>, language: Language) -> AnyView {
    let said = words(language);
    let (state, text) = match making.get() {
        Making::Idle => {
            let last = filed::last_backup();
            let text = last.map_or_else(
                || said.never.to_owned(),
                |last| filled(said.last, &[&clock::local_moment(&last)]),
            );
            ("idle", text)
        }
        Making::Now => ("making", said.making.to_owned()),
        Making::Failed(NotMade::Refused) => ("failed", said.not_made.to_owned()),
        Making::Failed(NotMade::TooLarge) => ("failed", said.made_too_large.to_owned()),
        Making::Done(told) => {
            let counts = [told.reports.to_string(), told.lists.to_string()];
            let mut text = filled(said.made, &[&counts[0], &counts[1], &told.name]);
            let left_out = [
                (told.left_out, said.left_out),
                (told.past_left_out, said.past_left_out),
            ];
            for (count, said) in left_out.into_iter().filter(|(count, _)| *count > 0) {
                text.push(' ');
                text.push_str(&filled(said, &[&count.to_string()]));
            }
            ("done", text)
        }
    };
    view! { <p data-backup-state=state>{text}</p> }.into_any()
}

fn stage(page: Page, restoring: Restoring, language: Language) -> AnyView {
    let now = restoring.now.get();
    let stage = now.as_ref().and_then(|now| now.downcast_ref::<Stage>());
    let said = words(language);
    match stage {
        None => ().into_any(),
        Some(Stage::Reading) => view! { <p role="status">{said.reading}</p> }.into_any(),
        Some(Stage::Refused { name, complaints }) => {
            let list = parts::complaints(complaints, language);
            view! {
                <section class="bm-note bm-note--error" data-restore="refused" role="alert">
                    <h2 id="restore-title" tabindex="-1">{said.refused} ": " {name.clone()}</h2>
                    <ul>{list}</ul>
                    <p>{said.unchanged_all}</p>
                    {close(restoring, page_words(language).close)}
                </section>
            }
            .into_any()
        }
        Some(Stage::Ready(ready)) => {
            preview::shown(ready, acts(page, restoring, language), language)
        }
        Some(Stage::Done { count, failed }) => {
            let failed = (!failed.is_empty()).then(|| {
                let failed = filled(said.failed, &[&failed.join("; ")]);
                view! { <p class="bm-note bm-note--error" role="alert">{failed}</p> }
            });
            view! {
                <section class="bm-note" data-restore="done">
                    <h2 id="restore-title" tabindex="-1">{filled(said.done, &[&count.to_string()])}</h2>
                    {failed}
                    {close(restoring, page_words(language).close)}
                </section>
            }
            .into_any()
        }
    }
}

fn close(restoring: Restoring, name: &'static str) -> AnyView {
    view! {
        <button type="button" class="bm-button" data-action="restore-close" on:click=move |_| restoring.now.set(None)>
            {name}
        </button>
    }
    .into_any()
}

/// Restores what is chosen, or does not.
fn acts(page: Page, restoring: Restoring, language: Language) -> AnyView {
    let said = words(language);
    let busy = RwSignal::new(false);
    let go = move |_| {
        let Some(stage) = restoring.now.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            if let Some(ready) = ready_of(stage.downcast_ref()) {
                let done = apply::apply(page, ready).await;
                put(restoring, done);
                request_animation_frame(|| {
                    dom::focus_first("#restore-title");
                });
            }
        });
    };
    view! {
        <div class="bm-row">
            <button
                type="button"
                class="bm-button bm-button--main"
                data-action="restore-apply"
                disabled=move || busy.get()
                on:click=go
            >
                {said.apply}
            </button>
            <button type="button" class="bm-button" data-action="restore-cancel" on:click=move |_| restoring.now.set(None)>
                {said.cancel}
            </button>
        </div>
    }
    .into_any()
}

fn ready_of(stage: Option<&Stage>) -> Option<&Ready> {
    match stage {
        Some(Stage::Ready(ready)) => Some(ready),
        _ => None,
    }
}
