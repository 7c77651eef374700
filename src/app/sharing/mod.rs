//! What the officer sees of a report that is open on two pages: who writes, and the way to write here. It lies in the
//! piece beside the sheet.

mod words;

use super::desk::Desk;
use super::dom;
use super::parts::{dynamic, word};
use crate::store::Now;
use crate::words::Language;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, MutationObserver,
    MutationObserverInit,
};
use words::words;

/// What stands on `<html>` while another page writes; what changes the report is not shown then (style/sharing.css).
const FOLLOWS: &str = "data-follows";

/// The fields in which the report is written.
const FIELDS: &str = ".bm-sheets__one :is(input, select, textarea), textarea[id^=\"reason-\"], .bm-wording :is(input, textarea)";

/// Which page writes, and the button that takes over.
pub fn banner(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    hold_fields(desk);
    tell_refusals(desk, words.refused);
    let sharing = desk.sharing;
    let said = dynamic(move || match sharing.now.get() {
        Now::Alone => ().into_any(),
        Now::Taken => view! { <p class="bm-out-of-sight">{words.taken}</p> }.into_any(),
        Now::Freed => view! {
            <div class="bm-note" data-sharing="freed">
                <p>{words.freed}</p>
                <button
                    type="button"
                    class="bm-button bm-button--small"
                    on:click=move |_| {
                        sharing.now.set(Now::Alone);
                        stand_in(desk);
                    }
                >
                    {words.close}
                </button>
            </div>
        }
        .into_any(),
        follows => {
            let said = match follows {
                Now::GivenAway => words.given_away,
                _ => words.follows,
            };
            let name = move || {
                if sharing.is_asked.get() {
                    words.coming
                } else {
                    words.take_over
                }
            };
            view! {
                <div class="bm-note bm-note--warning" data-sharing="follows">
                    <p>{said}</p>
                    <button
                        type="button"
                        class="bm-button"
                        data-action="take-over"
                        aria-disabled=word(move || sharing.is_asked.get().then_some("true"))
                        on:click=move |_| desk.take_over()
                    >
                        {name}
                    </button>
                </div>
            }
            .into_any()
        }
    });
    view! { <div class="bm-sharing" role="status">{said}</div> }.into_any()
}

/// The button that was pressed is gone: the officer stands where they stood in the sheet, or at the title.
fn stand_in(desk: Desk) {
    request_animation_frame(move || {
        if !desk.go_back() {
            dom::focus_first("main h1");
        }
    });
}

/// Makes every field readable only while another page writes, and follows what is built meanwhile.
fn hold_fields(desk: Desk) {
    let observer = StoredValue::new_local(None::<Observer>);
    Effect::new(move |before: Option<bool>| {
        let now = desk.sharing.now.get();
        let follows = desk.sharing.holds();
        if before == Some(follows) || (before.is_none() && !follows) {
            return follows;
        }
        dom::set_root(FOLLOWS, if follows { "true" } else { "false" });
        hold(follows);
        observer.set_value(follows.then(|| Observer::of_main(|| hold(true))).flatten());
        if now == Now::Taken {
            stand_in(desk);
        }
        follows
    });
    on_cleanup(move || {
        observer.try_set_value(None);
        dom::set_root(FOLLOWS, "false");
    });
}

fn hold(is_held: bool) {
    dom::for_each(FIELDS, |field| {
        // A list has no state in which it can be read only.
        if let Some(list) = field.dyn_ref::<HtmlSelectElement>() {
            list.set_disabled(is_held);
        } else if let Some(text) = field.dyn_ref::<HtmlTextAreaElement>() {
            text.set_read_only(is_held);
        } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.set_read_only(is_held);
        }
    });
}

/// Says that something cannot be done here, each time that it is tried.
fn tell_refusals(desk: Desk, said: &'static str) {
    Effect::new(move |before: Option<u32>| {
        let count = desk.sharing.refused.get();
        if before.is_some_and(|before| before != count) {
            dom::announce(said);
        }
        count
    });
}

/// Looks on as long as it lives while parts of the page are built.
struct Observer {
    observer: MutationObserver,
    _built: Closure<dyn FnMut()>,
}

impl Observer {
    fn of_main(built: fn()) -> Option<Observer> {
        let main = dom::by_id::<web_sys::Element>("main")?;
        let built = Closure::<dyn FnMut()>::new(built);
        let observer = MutationObserver::new(built.as_ref().unchecked_ref()).ok()?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        observer.observe_with_options(&main, &options).ok()?;
        Some(Observer {
            observer,
            _built: built,
        })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
