//! The clipboard, through the events of the browser: they need no permission, and work in a frame and from a file.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, HtmlDocument};

/// What a clipboard carries of one thing; either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// As HTML, from whatever program.
    pub html: String,
    /// As plain text.
    pub text: String,
}

/// What is pasted.
pub fn read(event: &ClipboardEvent) -> Clip {
    let data = event.clipboard_data();
    let get = |kind| {
        let data = data.as_ref();
        data.and_then(|data| data.get_data(kind).ok())
            .unwrap_or_default()
    };
    Clip {
        html: get("text/html"),
        text: get("text/plain"),
    }
}

/// Puts this on the clipboard in the place of what the browser would; says whether it took it.
pub fn write(event: &ClipboardEvent, clip: &Clip) -> bool {
    let Some(data) = event.clipboard_data() else {
        return false;
    };
    let is_taken = data.set_data("text/plain", &clip.text).is_ok()
        && data.set_data("text/html", &clip.html).is_ok();
    if is_taken {
        event.prevent_default();
    }
    is_taken
}

/// Copies without a key of the browser, as behind a button; says whether the browser let it.
pub fn copy(clip: Clip) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok())
    else {
        return false;
    };
    let is_taken = Rc::new(Cell::new(false));
    let taken = is_taken.clone();
    let hear = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        taken.set(write(&event, &clip));
        event.stop_immediate_propagation();
    });
    let function = hear.as_ref().unchecked_ref();
    // First of all who hear it, and only this once.
    if document
        .add_event_listener_with_callback_and_bool("copy", function, true)
        .is_err()
    {
        return false;
    }
    let is_done = document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback_and_bool("copy", function, true);
    is_done && is_taken.get()
}
