//! The last moment in which a page may still act: it is hidden or left.
//!
//! `unload` is not waited for: phones and closing browsers never send it.

use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, EventTarget, VisibilityState, Window};

/// Listens as long as it lives.
pub struct Listening {
    ears: Vec<Ear>,
}

struct Ear {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut()>,
}

/// Calls back whenever the page is hidden or left (`visibilitychange` to hidden, `pagehide`); both may come.
pub fn on_hide(callback: impl Fn() + 'static) -> Listening {
    let window = web_sys::window();
    let document = window.as_ref().and_then(Window::document);
    let callback = Rc::new(callback);
    let mut listening = Listening { ears: Vec::new() };
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

impl Listening {
    fn hear(&mut self, target: EventTarget, event: &'static str, act: impl FnMut() + 'static) {
        let closure = Closure::<dyn FnMut()>::new(act);
        let heard =
            target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        if heard.is_ok() {
            self.ears.push(Ear {
                target,
                event,
                closure,
            });
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        for ear in &self.ears {
            let function = ear.closure.as_ref().unchecked_ref();
            let _ = ear
                .target
                .remove_event_listener_with_callback(ear.event, function);
        }
    }
}
