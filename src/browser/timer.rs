//! Something to be done a little later, once.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdleRequestOptions;

/// Does something after so many milliseconds. When there is no window, it is never done.
pub fn after(milliseconds: u64, act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let act = Closure::once_into_js(act);
    let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let _ =
        window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), delay);
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u64) {
    let promise = Promise::new(&mut |resolve, _| after(milliseconds, resolving(resolve)));
    let _ = JsFuture::from(promise).await;
}

/// Waits until the browser has nothing better to do: what has changed is painted, and what was typed is taken. It waits
/// no longer than so many milliseconds.
pub async fn idle(most: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else {
            return;
        };
        let options = IdleRequestOptions::new();
        options.set_timeout(most);
        let act = Closure::once_into_js(resolving(resolve));
        let asked = window.request_idle_callback_with_options(act.unchecked_ref(), &options);
        if asked.is_err() {
            // WebKit has no such moment.
            let delay = i32::try_from(most).unwrap_or(i32::MAX);
            let act = act.unchecked_ref();
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(act, delay);
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn resolving(resolve: Function) -> impl FnOnce() {
    move || {
        let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
    }
}
