//! The window around the page, where there is one: what it says, and what is said to it.

use crate::embed::{Heeded, Origin, Port};
use crate::format::{self, Told};
use js_sys::{JSON, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, ResizeObserver, Window};

/// The most signs of a message: a report of the largest size that is read.
const MOST: usize = crate::format::MAX_BYTES;

/// The window around the page; none where the page stands by itself.
pub fn parent() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok().flatten()?;
    (!js_sys::Object::is(&parent, &window)).then_some(parent)
}

/// What becomes of something that was said.
pub enum Heard {
    /// The host asks to be greeted.
    Greet,
    /// The host has answered the greeting.
    Joined,
    /// It wants something.
    Wants(format::Heard),
}

/// The page's end of the line; clones speak over the same one.
#[derive(Clone)]
pub struct Line {
    port: Rc<RefCell<Port>>,
}

impl Line {
    /// A line to the origins of a list that is separated by commas. None where the browser has no chance to give.
    pub fn new(hosts: &str) -> Option<Line> {
        let port = Port::new(Origin::list(hosts), &unguessable()?);
        Some(Line {
            port: Rc::new(RefCell::new(port)),
        })
    }

    /// The origin of the host, once it has answered.
    pub fn host(&self) -> Option<String> {
        self.port.borrow().host().map(str::to_owned)
    }

    /// Greets everybody who was named; `store` says where what is typed is kept.
    pub fn greet(&self, store: &'static str) {
        let greetings = self.port.borrow().greetings(store);
        for (origin, text) in greetings {
            say(&origin, &text);
        }
    }

    /// Says something to the host; nothing before it has answered.
    pub fn say(&self, told: &Told, id: &str) {
        let said = self.port.borrow().says(told, id);
        if let Some((origin, text)) = said {
            say(&origin, &text);
        }
    }

    /// Hears the window around the page, as long as the page lives. Nothing is looked at that came from elsewhere, or
    /// from an origin that was not named.
    pub fn hear(&self, mut act: impl FnMut(Heard) + 'static) {
        let Some(window) = web_sys::window() else {
            return;
        };
        let port = self.port.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let is_parent = parent()
                .zip(event.source())
                .is_some_and(|(parent, source)| js_sys::Object::is(&parent, &source));
            let origin = event.origin();
            if !is_parent || !port.borrow().listens(&origin) {
                return;
            }
            let heeded = match said(&event.data()) {
                Some(Said::Text(text)) => port.borrow_mut().hears(&origin, is_parent, &text),
                Some(Said::TooLarge(id)) => Heeded::Answer(port.borrow().hears_too_much(&id)),
                None => Heeded::Ignored,
            };
            match heeded {
                Heeded::Ignored => {}
                Heeded::Answer(text) => say(&origin, &text),
                Heeded::Greet => act(Heard::Greet),
                Heeded::Joined => act(Heard::Joined),
                Heeded::Do(heard) => act(Heard::Wants(heard)),
            }
        });
        // Adding a listener to the window cannot fail.
        let _ = window.add_event_listener_with_callback("message", heard.as_ref().unchecked_ref());
        // The listener lives as long as the page.
        heard.forget();
    }
}

/// Tells how high the page is whenever its main part or what stands around it changes its size, as long as the page lives,
/// and now.
pub fn follow_height(main: Element, mut act: impl FnMut(u32) + 'static) {
    let of_main = main.clone();
    let grown = Closure::<dyn FnMut()>::new(move || {
        if let Some(height) = height(&of_main) {
            act(height);
        }
    });
    if let Ok(observer) = ResizeObserver::new(grown.as_ref().unchecked_ref()) {
        observer.observe(&main);
        // A head that takes a line more moves the main part without changing it.
        if let Some(around) = main.parent_element() {
            observer.observe(&around);
        }
        std::mem::forget(observer);
    }
    grown.forget();
}

/// How high the page is: down to the end of its main part. Not of the document, which is never lower than its window.
pub fn height(main: &Element) -> Option<u32> {
    let end = main.get_bounding_client_rect().bottom() + web_sys::window()?.scroll_y().ok()?;
    // Pixels of a screen: what is cut off or rounded is less than one of them.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pixels of a screen"
    )]
    (end.is_finite() && end >= 0.0).then_some(end.ceil() as u32)
}

/// What was said to this window by our protocol.
enum Said {
    /// The message as JSON.
    Text(String),
    /// It is larger than anything that is read; this is its id.
    TooLarge(String),
}

/// A message of our protocol. Other programs speak in the same window, and of what they say nothing is looked at but that
/// it is not ours.
fn said(data: &JsValue) -> Option<Said> {
    if !data.is_object() || !Reflect::has(data, &"bieumau".into()).ok()? {
        return None;
    }
    let text = JSON::stringify(data).ok()?;
    if text.length() as usize <= MOST {
        return Some(Said::Text(text.into()));
    }
    let id = Reflect::get(data, &"id".into()).ok()?;
    Some(Said::TooLarge(id.as_string().unwrap_or_default()))
}

/// Says something to the window around the page; the browser delivers it only where that is of this origin.
fn say(origin: &str, message: &str) {
    if let (Some(parent), Ok(message)) = (parent(), JSON::parse(message)) {
        // It fails only for a target that is no origin, and `Origin` has looked at it.
        let _ = parent.post_message(&message, origin);
    }
}

/// A text that nobody can guess.
fn unguessable() -> Option<String> {
    let window = web_sys::window()?;
    let crypto = window.crypto().ok()?;
    let mut bytes = [0; 16];
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(crate::format::checksum::sha256_hex(&bytes))
}
