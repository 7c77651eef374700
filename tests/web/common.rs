//! What the tests share: names that meet no other test, waiting for something to become true, a bit of script.

use bieumau::browser::timer;
use bieumau::store::{Envelope, Found, MemoryShelf, Shelf, ShelfError, Write};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;

/// A moment for what was kept before a test begins.
pub const THEN: &str = "2026-03-10T02:11:09Z";

/// A name that no other test and no earlier run uses.
pub fn unique(name: &str) -> String {
    thread_local!(static COUNT: Cell<u32> = const { Cell::new(0) });
    let count = COUNT.get() + 1;
    COUNT.set(count);
    format!("{name}-{}-{count}", js_sys::Date::now())
}

/// Runs a script in the page.
pub fn script(text: &str) -> JsValue {
    js_sys::eval(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// Gives the page time until something is true; fails when it does not become true.
pub async fn until(what: &str, is_true: impl Fn() -> bool) {
    for _ in 0..1_000 {
        if is_true() {
            return;
        }
        timer::pause(5).await;
    }
    panic!("never happened: {what}");
}

/// A sealed record.
pub fn sealed(revision: u64, body: &str) -> String {
    Envelope {
        revision,
        saved: THEN.to_owned(),
        body: body.to_owned(),
    }
    .seal()
}

/// A shelf in memory whose writes wait at a gate, and are counted.
#[derive(Default)]
pub struct GatedShelf {
    /// Where the texts lie.
    pub inner: MemoryShelf,
    /// While it is shut, writes wait.
    pub shut: Cell<bool>,
    /// Every write that was begun, by key.
    pub begun: RefCell<Vec<String>>,
}

impl Shelf for GatedShelf {
    async fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.inner.get(key).await
    }

    async fn put(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.begun.borrow_mut().push(key.to_owned());
        until("the gate opens", || !self.shut.get()).await;
        self.inner.put(key, value).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        self.inner.keys(prefix).await
    }

    async fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.inner.remove(key).await
    }

    async fn exchange(
        &self,
        keys: &[String],
        folder: &str,
        decide: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
    ) -> Result<(), ShelfError> {
        let mut decided = None;
        let look = &mut |found: Found| {
            decided = decide(found);
            None
        };
        self.inner.exchange(keys, folder, look).await?;
        self.begun.borrow_mut().extend(keys.first().cloned());
        until("the gate opens", || !self.shut.get()).await;
        let write = &mut |_: Found| decided.take();
        self.inner.exchange(keys, folder, write).await
    }
}
