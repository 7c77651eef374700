//! Files that lie beside the page: form sets, lists, whatever a portal puts there. Never another origin.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file beside the page was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Its address is of another origin, where nothing is ever asked.
    Foreign,
    /// It is not there, or the line is down.
    Unreachable,
}

/// The text of a file beside the page, by its address relative to the page.
///
/// # Errors
/// [`Missing`], when the address is of another origin or nothing came.
pub async fn read(address: &str) -> Result<String, Missing> {
    let window = web_sys::window().ok_or(Missing::Unreachable)?;
    let base = window
        .document()
        .and_then(|document| document.base_uri().ok().flatten())
        .ok_or(Missing::Unreachable)?;
    let url = web_sys::Url::new_with_base(address, &base).map_err(|_| Missing::Unreachable)?;
    if Ok(url.origin()) != window.location().origin() {
        return Err(Missing::Foreign);
    }
    text_of(&window, &url.href())
        .await
        .ok_or(Missing::Unreachable)
}

async fn text_of(window: &web_sys::Window, address: &str) -> Option<String> {
    let answer = JsFuture::from(window.fetch_with_str(address)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}
