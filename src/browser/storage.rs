//! What the browser says of its storage: whether it has promised to keep it, and how much room there is.
//!
//! All of it is asked for by name: WebKitGTK has no `navigator.storage`, and a page from a plain `http` address has none
//! either.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How much of its storage is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Used by this page and others of its origin, in bytes; the browser rounds it.
    pub used: u64,
    /// What it may use at most, in bytes.
    pub most: u64,
}

/// Whether the browser has promised not to clear what is kept on its own account; none where it does not say.
pub async fn is_persisted() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// Asks the browser for that promise. Firefox asks the user, and answers when the user does: nothing else may wait for
/// this. None where it cannot be asked.
pub async fn persist() -> Option<bool> {
    ask("persist").await?.as_bool()
}

/// How much room there is; none where the browser does not say.
pub async fn room() -> Option<Room> {
    let answer = ask("estimate").await?;
    let bytes = |name| {
        let value = Reflect::get(&answer, &JsValue::from_str(name)).ok()?;
        // A conversion from float saturates; bytes are whole.
        value.as_f64().map(|bytes| bytes as u64)
    };
    Some(Room {
        used: bytes("usage")?,
        most: bytes("quota")?,
    })
}

async fn ask(method: &str) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    if !storage.is_object() {
        return None;
    }
    call(&storage, method, &[]).await.ok()
}

/// Calls a method that a browser may not have, and waits where it promises an answer.
///
/// # Errors
/// What the browser says; undefined where there is no such method.
pub(super) async fn call(
    object: &JsValue,
    method: &str,
    parameters: &[JsValue],
) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &JsValue::from_str(method))?
        .dyn_into()
        .map_err(|_| JsValue::UNDEFINED)?;
    let answer = Reflect::apply(&function, object, &parameters.iter().collect())?;
    match answer.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(answer) => Ok(answer),
    }
}

/// Whether the user has asked the browser to fetch no more than is needed.
pub fn saves_data() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let get = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
    let connection = navigator.and_then(|navigator| get(&navigator, "connection"));
    let connection = connection.filter(JsValue::is_object);
    connection.and_then(|connection| get(&connection, "saveData")?.as_bool()) == Some(true)
}
