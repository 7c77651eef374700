//! The second program, in its worker (assets/office.js): what is asked of it, and what it answers.

use crate::words::Phrase;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// In the script of the page.
    #[wasm_bindgen(catch, js_name = askOffice)]
    fn ask_office(call: &str, args: &Array) -> Result<js_sys::Promise, JsValue>;

    /// In the script of the page too.
    #[wasm_bindgen(js_name = stopOffice)]
    fn stop_office();
}

/// Why the second program gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It refuses, in a sentence.
    Refused(Phrase),
    /// It did not come: the line is down.
    NotLoaded,
    /// It broke, or could not be started. In the words of the browser.
    Broken(String),
    /// Something else was asked for meanwhile.
    Stopped,
}

/// A report as the file of a format.
///
/// # Errors
/// [`Trouble`].
pub async fn write_report(action: &str, form: &str, report: &str) -> Result<Vec<u8>, Trouble> {
    let answer = ask(
        "write_report",
        &[action, form, report].map(JsValue::from_str),
    )
    .await?;
    Ok(bytes_of(answer))
}

/// What an action asks of a form set alone.
///
/// # Errors
/// [`Trouble`].
pub async fn write_form(action: &str, form: &str) -> Result<Vec<u8>, Trouble> {
    let answer = ask("write_form", &[action, form].map(JsValue::from_str)).await?;
    Ok(bytes_of(answer))
}

/// Ends the job that is under way.
pub fn stop() {
    stop_office();
}

async fn ask(call: &str, args: &[JsValue]) -> Result<JsValue, Trouble> {
    let args: Array = args.iter().collect();
    let promise = ask_office(call, &args).map_err(trouble)?;
    JsFuture::from(promise).await.map_err(trouble)
}

fn bytes_of(answer: JsValue) -> Vec<u8> {
    answer
        .dyn_into::<Uint8Array>()
        .map(|bytes| bytes.to_vec())
        .unwrap_or_default()
}

fn trouble(thrown: JsValue) -> Trouble {
    let member = |of: &JsValue, name: &str| {
        Reflect::get(of, &JsValue::from_str(name))
            .ok()
            .filter(|value| !value.is_undefined())
    };
    if let Some(refused) = member(&thrown, "refused") {
        let text = |name| member(&refused, name).and_then(|text| text.as_string());
        return Trouble::Refused(Phrase::new(
            text("vi").unwrap_or_default(),
            text("en").unwrap_or_default(),
        ));
    }
    if member(&thrown, "stopped").is_some() {
        return Trouble::Stopped;
    }
    match member(&thrown, "broken") {
        Some(broken) => Trouble::Broken(broken.as_string().unwrap_or_default()),
        // What `fetch` throws where nothing comes.
        None if thrown.is_instance_of::<js_sys::TypeError>() => Trouble::NotLoaded,
        None => Trouble::Broken(format!("{thrown:?}")),
    }
}
