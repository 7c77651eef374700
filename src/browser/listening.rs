//! What the browser tells, heard as long as somebody wants to hear it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// Listens as long as it lives.
#[derive(Default)]
pub struct Listening {
    ears: Vec<Ear>,
}

struct Ear {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut()>,
}

impl Listening {
    /// Listens to one event of the window.
    pub fn to_window(event: &'static str, act: impl FnMut() + 'static) -> Listening {
        let mut listening = Listening::default();
        if let Some(window) = web_sys::window() {
            listening.hear(window.into(), event, act);
        }
        listening
    }

    /// Listens to one more event.
    pub fn hear(&mut self, target: EventTarget, event: &'static str, act: impl FnMut() + 'static) {
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
