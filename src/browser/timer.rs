//! Something to be done a little later, once.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

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
    let promise = Promise::new(&mut |resolve, _| {
        after(milliseconds, move || {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}
