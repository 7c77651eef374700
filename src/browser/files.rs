//! Files in and out: what the user downloads, and what the user chooses or drops.

use super::timer;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a download may take to begin before its address is given up, in milliseconds.
const KEPT_FOR: u64 = 60_000;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// It is larger than the caller reads. Both in bytes.
    TooLarge {
        /// Its size.
        size: u64,
        /// The largest size that is read.
        limit: u64,
    },
    /// It is not UTF-8, so it is no text that this page wrote.
    NotText,
    /// The browser could not read it: it was moved or deleted meanwhile, or may not be read. In its words.
    Unreadable(String),
}

/// Offers a text as a file to download, in UTF-8. Says whether the browser took it; a sandboxed frame may still
/// drop it silently, so a caller who depends on it asks the user.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    offer(name, mime, &JsValue::from_str(text)).is_ok()
}

/// Offers bytes as a file to download, as [`download`] does a text.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> bool {
    offer(name, mime, &Uint8Array::from(bytes)).is_ok()
}

fn offer(name: &str, mime: &str, content: &JsValue) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &kind)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    let body = document.body().ok_or(JsValue::NULL)?;
    // Firefox follows only an anchor that stands in the document.
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    timer::after(KEPT_FOR, move || {
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// The text of a file in UTF-8, without a byte order mark. A file larger than `limit` bytes is not touched.
///
/// # Errors
/// [`FileTrouble`]. What is not UTF-8 is refused, rather than read with replaced letters.
pub async fn read_text(file: &Blob, limit: u64) -> Result<String, FileTrouble> {
    let bytes = read_bytes(file, limit).await?.to_vec();
    let text = String::from_utf8(bytes).map_err(|_| FileTrouble::NotText)?;
    match text.strip_prefix('\u{feff}') {
        Some(marked) => Ok(marked.to_owned()),
        None => Ok(text),
    }
}

/// The bytes of a file. A file larger than `limit` bytes is not touched.
///
/// # Errors
/// [`FileTrouble`], but for [`FileTrouble::NotText`].
pub async fn read_bytes(file: &Blob, limit: u64) -> Result<Uint8Array, FileTrouble> {
    Begun::of(file, limit).bytes().await
}

/// A file that the browser is fetching from the disk, while the page does something else.
pub struct Begun {
    size: u64,
    buffer: Result<JsFuture, FileTrouble>,
}

impl Begun {
    /// Begins to read a file of at most so many bytes.
    pub fn of(file: &Blob, limit: u64) -> Begun {
        let size = file.size() as u64;
        let buffer = if size > limit {
            Err(FileTrouble::TooLarge { size, limit })
        } else {
            Ok(JsFuture::from(file.array_buffer()))
        };
        Begun { size, buffer }
    }

    /// How many bytes of memory it takes, or will take.
    pub fn weight(&self) -> u64 {
        self.buffer.as_ref().map_or(0, |_| self.size)
    }

    /// What is in it.
    ///
    /// # Errors
    /// It is too large, or cannot be read.
    pub async fn bytes(self) -> Result<Uint8Array, FileTrouble> {
        let buffer = self.buffer?.await.map_err(in_its_words)?;
        Ok(Uint8Array::new(&buffer))
    }
}

fn in_its_words(error: JsValue) -> FileTrouble {
    let error = error.dyn_into::<js_sys::Error>();
    FileTrouble::Unreadable(
        error
            .map(|error| error.message().into())
            .unwrap_or_default(),
    )
}
