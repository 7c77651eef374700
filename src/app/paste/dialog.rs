//! The dialog in which a pasted table is looked at before it counts; without a table yet, the place to paste one.

use super::preview::preview;
use super::words::words;
use super::{Asked, Given};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::page::Page;
use crate::browser::clipboard::{self, Clip};
use crate::exchange::table::read_clipboard;
use crate::words::Language;
use leptos::prelude::*;

/// The id of the dialog.
pub const ID: &str = "paste";

/// The dialog, open.
pub fn dialog(page: Page, desk: Desk, asked: Asked) -> AnyView {
    let language = page.language.get_untracked();
    let cell = asked.target.cell;
    // It is in the document once this frame is drawn.
    request_animation_frame(|| {
        dom::open_dialog(ID);
        // Where the table was pasted into the dialog, that was open already.
        dom::focus_first("#paste [autofocus]");
    });
    let closed = move |_| {
        desk.pasting.asked.set(None);
        page.carried.set(None);
        // The browser has given the focus back to where it was; after a button that is nowhere.
        if !dom::has_focus() {
            desk.go_to(cell);
        }
    };
    let blocks = match &asked.given {
        Given::Clip(clip) => read_clipboard(&clip.html, &clip.text),
        Given::Blocks(blocks) => blocks.to_vec(),
    };
    let has_cells = blocks.iter().any(|block| !block.rows.is_empty());
    let inner = if has_cells {
        preview(desk, &blocks, asked.target, language)
    } else {
        area(desk, &asked, language)
    };
    view! {
        <dialog id=ID class="bm-dialog bm-paste" aria-labelledby="paste-title" on:close=closed>
            {inner}
        </dialog>
    }
    .into_any()
}

/// Closes the dialog; the focus goes back to the cell.
pub fn close() {
    dom::close_dialog(ID);
}

/// A place to paste a table, for those who do not know the keys.
fn area(desk: Desk, asked: &Asked, language: Language) -> AnyView {
    let words = words(language);
    let target = asked.target;
    let look = move |clip: Clip| {
        let given = Given::Clip(clip);
        desk.pasting.asked.set(Some(Asked { given, target }));
    };
    let is_refused = match &asked.given {
        Given::Clip(clip) => !clip.text.is_empty() || !clip.html.is_empty(),
        Given::Blocks(_) => true,
    };
    let field = NodeRef::<leptos::html::Textarea>::new();
    view! {
        <div class="bm-paste__inner">
            <h2 id="paste-title">{words.title}</h2>
            <p hidden=!is_refused>{words.nothing}</p>
            <label class="bm-field">
                <span class="bm-field__label">{words.area}</span>
                <span class="bm-field__hint">{words.area_hint}</span>
                <textarea
                    node_ref=field
                    class="bm-input bm-paste__area"
                    rows="6"
                    autocomplete="off"
                    spellcheck="false"
                    data-paste-area
                    // Where the dialog scrolls, the browser would stand on the scrolling part.
                    autofocus
                    on:paste=move |event| {
                        event.prevent_default();
                        look(clipboard::read(&event));
                    }
                ></textarea>
            </label>
            <div class="bm-row">
                <button
                    type="button"
                    class="bm-button bm-button--main"
                    data-action="paste-look"
                    on:click=move |_| {
                        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
                        look(Clip { text, ..Clip::default() });
                    }
                >
                    {words.look}
                </button>
                <button type="button" class="bm-button" data-action="paste-cancel" on:click=move |_| close()>
                    {words.cancel}
                </button>
            </div>
        </div>
    }
    .into_any()
}
