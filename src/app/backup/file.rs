//! A file that the officer has chosen once and that is kept up to date by itself: everything is written into it a moment
//! after each save.

use super::make::{Made, gather};
use super::words::words;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::browser::kept_file::{self, KeptFile, Permission};
use crate::browser::{clock, filed, timer};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};

/// How long after the last save the file is written, in milliseconds.
const QUIET: u64 = 2_000;

/// How the file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// None is chosen.
    None,
    /// It is up to date, as far as is known.
    Kept { name: String, at: Option<String> },
    /// Something was saved and is not in it yet.
    Waiting { name: String },
    /// The browser wants to be asked before it is written again.
    Ask { name: String },
    /// It could not be written, for a reason in the browser's words.
    Failed { name: String, why: String },
}

thread_local! {
    static FILE: RefCell<Option<KeptFile>> = const { RefCell::new(None) };
    static STATE: RefCell<Option<ArcRwSignal<State>>> = const { RefCell::new(None) };
    static RINGS: Cell<u64> = const { Cell::new(0) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
}

fn state() -> ArcRwSignal<State> {
    STATE.with_borrow_mut(|state| {
        state
            .get_or_insert_with(|| ArcRwSignal::new(State::None))
            .clone()
    })
}

fn file() -> Option<KeptFile> {
    FILE.with_borrow(Clone::clone)
}

/// Takes up the file that was chosen before.
pub(super) fn open() {
    if filed::kept_file().is_none() || !kept_file::is_there() {
        return;
    }
    spawn_local(async {
        let Some(file) = KeptFile::remembered().await else {
            return;
        };
        let name = file.name();
        let found = match file.permission(false).await {
            Permission::Granted => State::Kept { name, at: None },
            Permission::Ask | Permission::Denied => State::Ask { name },
        };
        FILE.set(Some(file));
        state().set(found);
    });
}

/// Something was saved: the file is written soon.
pub(super) fn changed(page: Page) {
    let Some(file) = file() else { return };
    if matches!(state().get_untracked(), State::Ask { .. }) {
        return;
    }
    state().set(State::Waiting { name: file.name() });
    let number = RINGS.get().wrapping_add(1);
    RINGS.set(number);
    timer::after(QUIET, move || {
        // What was saved meanwhile rings later.
        if RINGS.get() == number {
            spawn_local(write(page));
        }
    });
}

/// Writes everything into the file, and again where something was saved meanwhile.
async fn write(page: Page) {
    if IS_WRITING.replace(true) {
        changed(page);
        return;
    }
    if let Some(file) = file() {
        let number = RINGS.get();
        let name = file.name();
        let found = match gather(page, false).await {
            Err(_) => State::Failed {
                name,
                why: String::new(),
            },
            Ok(made) => match made.text() {
                Ok(text) => written(&file, name, &made, &text).await,
                Err(_) => {
                    let said = words(page.language.get_untracked());
                    let why = said.file_too_large.to_owned();
                    State::Failed { name, why }
                }
            },
        };
        if RINGS.get() == number {
            state().set(found);
        }
    }
    IS_WRITING.set(false);
}

async fn written(file: &KeptFile, name: String, made: &Made, text: &str) -> State {
    match file.write(text).await {
        Ok(()) => {
            made.is_filed();
            let at = Some(made.backup.made.clone());
            State::Kept { name, at }
        }
        Err(why) if why == "NotAllowedError" => State::Ask { name },
        Err(why) => State::Failed { name, why },
    }
}

/// The line about the file, with its buttons; nothing where the browser cannot do it.
pub(super) fn line(page: Page, language: Language) -> AnyView {
    if !kept_file::is_there() {
        return ().into_any();
    }
    let said = words(language);
    let state = state();
    dynamic(move || {
        let (word, text) = match state.get() {
            State::None => ("none", said.file_what.to_owned()),
            State::Kept { name, at: None } => ("kept", filled(said.file_chosen, &[&name])),
            State::Kept { name, at: Some(at) } => {
                let time = clock::local_moment(&at);
                ("kept", filled(said.file_kept, &[&name, &time]))
            }
            State::Waiting { name } => ("waiting", filled(said.file_waiting, &[&name])),
            State::Ask { name } => ("ask", filled(said.file_ask, &[&name])),
            State::Failed { name, why } => ("failed", filled(said.file_failed, &[&name, &why])),
        };
        let (main, words) = match word {
            "none" => ("file-choose", said.file_choose),
            "ask" => ("file-allow", said.file_allow),
            "failed" => ("file-again", said.file_again),
            _ => ("file-choose", said.file_other),
        };
        let act = move |_| match main {
            "file-choose" => choose(page, language),
            _ => allow(page),
        };
        let forget = (word != "none").then(|| {
            view! {
                <button type="button" class="bm-button" data-action="file-forget" on:click=move |_| forget()>
                    {said.file_forget}
                </button>
            }
        });
        let class = match word {
            "ask" | "failed" => "bm-note bm-note--warning",
            _ => "",
        };
        view! {
            <div class=class data-kept-file=word>
                <p role="status">{text}</p>
                <div class="bm-row">
                    <button type="button" class="bm-button" data-action=main on:click=act>{words}</button>
                    {forget}
                </div>
            </div>
        }
        .into_any()
    })
}

/// What must be said of the file beside the work: only where it needs the officer.
pub(super) fn trouble(page: Page, language: Language) -> AnyView {
    let state = state();
    dynamic(move || match state.get() {
        State::Ask { .. } | State::Failed { .. } => line(page, language),
        _ => ().into_any(),
    })
}

fn choose(page: Page, language: Language) {
    let name = "bieumau-sao-luu.json";
    let description = words(language).file_kind;
    spawn_local(async move {
        let Some(file) = KeptFile::choose(name, description).await else {
            return;
        };
        // A browser that forgets it asks for a file again after a reload.
        file.remember().await;
        filed::keep_file(&file.name());
        state().set(State::Waiting { name: file.name() });
        FILE.set(Some(file));
        write(page).await;
    });
}

/// Asks the browser to write the file again; it answers on a click only.
fn allow(page: Page) {
    let Some(file) = file() else { return };
    spawn_local(async move {
        if file.permission(true).await == Permission::Granted {
            state().set(State::Waiting { name: file.name() });
            write(page).await;
        }
    });
}

fn forget() {
    FILE.set(None);
    filed::keep_file("");
    state().set(State::None);
    spawn_local(KeptFile::forget());
}
