//! A file outside the browser that the page may write by itself (File System Access, Chrome 86 and Edge; asked for by name).
//!
//! The handle lies in a small database of its own: handles cannot be texts, and the shelf holds nothing else. After a
//! reload the browser wants to be asked again before it is written, and lets that happen only on a click.

use super::area::named;
use super::storage::call;
use js_sys::{Array, Object, Promise, Reflect};

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const DATABASE: &str = "file";
const HANDLES: &str = "handles";
const BACKUP: &str = "backup";

/// A file that was chosen.
#[derive(Clone)]
pub struct KeptFile {
    handle: JsValue,
}

/// Whether the page may write the file now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// The browser has to be asked, on a click.
    Ask,
    /// It may not.
    Denied,
}

/// Whether this browser can keep a file up to date.
pub fn is_there() -> bool {
    let window: JsValue = web_sys::window().into();
    Reflect::get(&window, &"showSaveFilePicker".into()).is_ok_and(|picker| picker.is_function())
}

impl KeptFile {
    /// Lets the user choose a file; only on a click. None where nothing was chosen, or the browser refuses.
    pub async fn choose(name: &str, description: &str) -> Option<KeptFile> {
        let window: JsValue = web_sys::window().into();
        let endings = Array::of1(&".json".into());
        let accept = object(&[("application/json", endings.into())])?;
        let kind = object(&[("description", description.into()), ("accept", accept)])?;
        let options = object(&[
            ("suggestedName", name.into()),
            ("types", Array::of1(&kind).into()),
        ])?;
        let handle = call(&window, "showSaveFilePicker", &[options]).await.ok()?;
        Some(KeptFile { handle })
    }

    /// The file that was chosen before, on this machine; none where none was.
    pub async fn remembered() -> Option<KeptFile> {
        let handle = in_store("readonly", "get", &[BACKUP.into()]).await?;
        handle.is_object().then_some(KeptFile { handle })
    }

    /// Remembers the file over reloads; says whether that worked.
    pub async fn remember(&self) -> bool {
        let parameters = [self.handle.clone(), BACKUP.into()];
        in_store("readwrite", "put", &parameters).await.is_some()
    }

    /// Forgets the file; it stays where it is.
    pub async fn forget() {
        in_store("readwrite", "delete", &[BACKUP.into()]).await;
    }

    /// Its name, without its folder.
    pub fn name(&self) -> String {
        let name = Reflect::get(&self.handle, &"name".into());
        name.ok()
            .and_then(|name| name.as_string())
            .unwrap_or_default()
    }

    /// Whether the page may write it; `asks` asks the user, which only a click may do.
    pub async fn permission(&self, asks: bool) -> Permission {
        let method = if asks {
            "requestPermission"
        } else {
            "queryPermission"
        };
        let Some(mode) = object(&[("mode", "readwrite".into())]) else {
            return Permission::Denied;
        };
        let answer = call(&self.handle, method, &[mode]).await;
        match answer.ok().and_then(|answer| answer.as_string()).as_deref() {
            Some("granted") => Permission::Granted,
            Some("prompt") => Permission::Ask,
            _ => Permission::Denied,
        }
    }

    /// Writes the whole file anew. The browser puts it in the place of the old one only once it is complete.
    ///
    /// # Errors
    /// The browser's name for what went wrong, such as `NotFoundError` where the file or its disk is gone.
    pub async fn write(&self, text: &str) -> Result<(), String> {
        let written = async {
            let stream = call(&self.handle, "createWritable", &[]).await?;
            if let Err(trouble) = call(&stream, "write", &[text.into()]).await {
                let _ = call(&stream, "abort", &[]).await;
                return Err(trouble);
            }
            call(&stream, "close", &[]).await
        };
        written.await.map(|_| ()).map_err(|trouble: JsValue| {
            let name = Reflect::get(&trouble, &"name".into());
            name.ok()
                .and_then(|name| name.as_string())
                .unwrap_or_default()
        })
    }
}

fn object(members: &[(&str, JsValue)]) -> Option<JsValue> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value).ok()?;
    }
    Some(object.into())
}

/// Asks the database of handles; none where the browser refuses.
async fn in_store(mode: &str, method: &str, parameters: &[JsValue]) -> Option<JsValue> {
    let window: JsValue = web_sys::window().into();
    let factory = Reflect::get(&window, &"indexedDB".into()).ok()?;
    let opening = call(&factory, "open", &[named(DATABASE).into(), 1.into()])
        .await
        .ok()?;
    let upgraded = opening.clone();
    let make = Closure::once_into_js(move || {
        // Where the store cannot be made, asking it fails, which is told.
        let _ = Reflect::get(&upgraded, &"result".into()).map(|database| {
            let create = Reflect::get(&database, &"createObjectStore".into());
            create.map(|create| {
                let create: js_sys::Function = create.unchecked_into();
                create.call1(&database, &HANDLES.into())
            })
        });
    });
    Reflect::set(&opening, &"onupgradeneeded".into(), &make).ok()?;
    let database = result(&opening).await?;
    let transaction = call(&database, "transaction", &[HANDLES.into(), mode.into()]).await;
    let answer = async {
        let store = call(&transaction.ok()?, "objectStore", &[HANDLES.into()])
            .await
            .ok()?;
        result(&call(&store, method, parameters).await.ok()?).await
    };
    let answer = answer.await;
    let _ = call(&database, "close", &[]).await;
    answer
}

/// The result of a request of IndexedDB.
async fn result(request: &JsValue) -> Option<JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        // A request takes any property; that cannot fail.
        let _ = Reflect::set(request, &"onsuccess".into(), &done);
        let _ = Reflect::set(request, &"onerror".into(), &failed);
    });
    JsFuture::from(promise).await.ok()?;
    Reflect::get(request, &"result".into()).ok()
}
