//! The dialog: the text, where it comes from, and what was found in it.

use super::Slot;
use super::list::list;
use super::words::{Words, words};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::out::sentence;
use crate::app::parts::{dynamic, file_picker};
use crate::browser::files::{self, FileTrouble};
use crate::browser::office::{self, Read};
use crate::exchange::proofread::{Proof, Sheets, own_text, proofread};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::File;

/// The id of the dialog.
const ID: &str = "proofread";
/// The files that can be opened.
const ACCEPT: &str =
    ".docx,.txt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain";
/// The most bytes of a file that is read: as many as the second program takes (`office::refusal`).
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// What was found, with the text in which it was found.
pub(super) struct Found {
    pub(super) text: String,
    pub(super) proof: Proof,
}

/// What the dialog says of itself.
#[derive(Clone, Copy)]
struct State {
    found: RwSignal<Option<Arc<Found>>>,
    /// Where the text comes from, that a file is being read, or why it was not.
    said: RwSignal<String>,
    is_wrong: RwSignal<bool>,
}

impl State {
    fn say(self, said: String, is_wrong: bool) {
        // The officer may have closed the dialog meanwhile.
        self.said.try_set(said);
        self.is_wrong.try_set(is_wrong);
    }
}

/// The dialog, open.
pub(super) fn dialog(desk: Desk, slot: Slot, language: Language) -> AnyView {
    let words = words(language);
    let state = State {
        found: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        is_wrong: RwSignal::new(false),
    };
    let own = StoredValue::new(desk.session(own_text).unwrap_or_default());
    let has_own = own.with_value(|own| !own.is_empty());
    let take_own = move || {
        slot.text.set(own.get_value());
        state.say(words.is_own.to_owned(), false);
    };
    if has_own && slot.text.with_untracked(String::is_empty) {
        take_own();
    }
    // It is in the document once this frame is drawn.
    request_animation_frame(|| {
        dom::open_dialog(ID);
        dom::focus_first("#proofread-text");
    });
    let look = move || {
        let text = slot.text.get_untracked();
        if text.trim().is_empty() {
            state.say(words.nothing.to_owned(), true);
            state.found.set(None);
            dom::focus_first("#proofread-text");
            return;
        }
        state.say(String::new(), false);
        let sheets = desk.session(Sheets::of).unwrap_or_default();
        let proof = proofread(&text, &sheets);
        state.found.set(Some(Arc::new(Found { text, proof })));
        request_animation_frame(|| {
            dom::focus_first("#proofread-found");
        });
    };
    let found = dynamic(move || match state.found.get() {
        Some(found) => list(desk, &found, language),
        None => ().into_any(),
    });
    view! {
        <dialog
            id=ID
            class="bm-dialog bm-paste bm-proof"
            aria-labelledby="proofread-title"
            on:close=move |_| slot.is_open.set(false)
        >
            <div class="bm-paste__inner" tabindex="0" role="region" aria-labelledby="proofread-title">
                <h2 id="proofread-title">{words.title}</h2>
                <label class="bm-field">
                    <span class="bm-field__label">{words.area}</span>
                    <span class="bm-field__hint">{words.hint}</span>
                    <textarea
                        id="proofread-text"
                        class="bm-input bm-paste__area"
                        rows="7"
                        autocomplete="off"
                        spellcheck="false"
                        autofocus
                        prop:value=move || slot.text.get()
                        on:input=move |event| slot.text.set(event_target_value(&event))
                    ></textarea>
                </label>
                {dynamic(move || said(state))}
                <div class="bm-row">
                    <button type="button" class="bm-button bm-button--main" data-action="proofread-run" on:click=move |_| look()>
                        {words.run}
                    </button>
                    {file_picker(words.file, "proofread-file", ACCEPT, Box::new(move |file| take(file, slot, state, language)))}
                    {has_own.then(|| view! {
                        <button type="button" class="bm-button" data-action="proofread-own" on:click=move |_| take_own()>
                            {words.own}
                        </button>
                    })}
                    <button type="button" class="bm-button" data-action="proofread-close" on:click=|_| close()>
                        {words.close}
                    </button>
                </div>
                {found}
            </div>
        </dialog>
    }
    .into_any()
}

/// Closes the dialog; the browser gives the focus back to the button.
pub(super) fn close() {
    dom::close_dialog(ID);
}

fn said(state: State) -> AnyView {
    let said = state.said.get();
    match (said.is_empty(), state.is_wrong.get()) {
        (true, _) => ().into_any(),
        (false, true) => {
            view! { <p class="bm-note bm-note--warning" role="alert">{said}</p> }.into_any()
        }
        (false, false) => view! { <p class="bm-proof__said" role="status">{said}</p> }.into_any(),
    }
}

/// Takes the running text of a file.
fn take(file: File, slot: Slot, state: State, language: Language) {
    let words = words(language);
    let name = file.name();
    state.say(filled(words.reading, &[&name]), false);
    spawn_local(async move {
        match text_of(&file, words, language).await {
            Ok(text) => {
                slot.text.try_set(text);
                state.found.try_set(None);
                state.say(filled(words.is_file, &[&name]), false);
                dom::focus_first("[data-action=\"proofread-run\"]");
            }
            Err(why) => state.say(why, true),
        }
    });
}

/// The running text of a file: as it stands where it is plain text, else as the second program reads it.
async fn text_of(file: &File, words: &'static Words, language: Language) -> Result<String, String> {
    if file.name().to_lowercase().ends_with(".txt") {
        let text = files::read_text(file, MAX_FILE).await;
        return text.map_err(|trouble| trouble_words(&trouble, words).to_owned());
    }
    let bytes = files::read_bytes(file, MAX_FILE).await;
    let bytes = bytes.map_err(|trouble| trouble_words(&trouble, words).to_owned())?;
    match office::open_file(&bytes, None).await {
        Ok(Read::Tables { text, .. }) if !text.is_empty() => Ok(text.join("\n\n")),
        Ok(_) => Err(words.no_text.to_owned()),
        Err(trouble) => Err(sentence(trouble).text(language).to_owned()),
    }
}

/// Why a file was not read.
fn trouble_words(trouble: &FileTrouble, words: &'static Words) -> &'static str {
    match trouble {
        FileTrouble::TooLarge { .. } => words.too_large,
        FileTrouble::NotText => words.not_text,
        FileTrouble::Unreadable(_) => words.unreadable,
    }
}
