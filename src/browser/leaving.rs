//! The last moment in which a page may still act: it is hidden or left.
//!
//! `unload` is not waited for: phones and closing browsers never send it.

use super::Listening;
use std::rc::Rc;
use web_sys::{Document, VisibilityState, Window};

/// Calls back whenever the page is hidden or left (`visibilitychange` to hidden, `pagehide`); both may come.
pub fn on_hide(callback: impl Fn() + 'static) -> Listening {
    let window = web_sys::window();
    let document = window.as_ref().and_then(Window::document);
    let callback = Rc::new(callback);
    let mut listening = Listening::default();
    if let Some(window) = window {
        let left = callback.clone();
        listening.hear(window.into(), "pagehide", move || left());
    }
    if let Some(document) = document {
        let shown = document.clone();
        listening.hear(document.into(), "visibilitychange", move || {
            if is_hidden(&shown) {
                callback();
            }
        });
    }
    listening
}

fn is_hidden(document: &Document) -> bool {
    document.visibility_state() == VisibilityState::Hidden
}
