//! IndexedDB with as much of it as the shelf needs: opening, reading, and a transaction of which everything is written
//! or nothing.
//!
//! Requests tell what became of them by events. Here each becomes a promise, which the browser keeps within the event, so
//! that a transaction is still open for whoever waits for one of its requests. A crate for it brings keys, values and
//! errors of every type into the first load (docs/decisions/0001-indexeddb-wrapper.md).

use crate::store::ShelfError;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
};

/// A connection to a database with one object store. It is closed when it is let go.
pub(super) struct Connection {
    database: IdbDatabase,
    store: &'static str,
    /// Closes the connection when another page wants to delete the database or bring it to a newer version.
    _gives_way: Closure<dyn FnMut()>,
}

impl Connection {
    /// Opens a database in its first version, and makes its object store where it is new.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`], when the browser gives this page no storage; others as it says.
    pub(super) async fn open(name: &str, store: &'static str) -> Result<Connection, ShelfError> {
        let window = web_sys::window().ok_or(ShelfError::Blocked)?;
        let Ok(Some(factory)) = window.indexed_db() else {
            return Err(ShelfError::Blocked);
        };
        // It refuses to begin for want of storage only: the version is never zero.
        let opening = factory.open_with_u32(name, 1);
        let opening = opening.map_err(|_| ShelfError::Blocked)?;
        let upgraded = opening.clone();
        let make = Closure::<dyn FnMut()>::new(move || {
            let database = upgraded.result().map(JsCast::unchecked_into::<IdbDatabase>);
            let made = database.and_then(|database| database.create_object_store(store));
            if let (Err(_), Some(transaction)) = (made, upgraded.transaction()) {
                // Then there is no database either, and opening fails.
                let _ = transaction.abort();
            }
        });
        opening.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database: IdbDatabase = match answer(&opening).await {
            Ok(database) => database.unchecked_into(),
            // A private window of an older Firefox.
            Err(Refused::Named(name, _)) if name == "InvalidStateError" => {
                return Err(ShelfError::Blocked);
            }
            Err(refused) => return Err(refused.into()),
        };
        let raw = database.clone();
        let gives_way = Closure::<dyn FnMut()>::new(move || raw.close());
        database.set_onversionchange(Some(gives_way.as_ref().unchecked_ref()));
        Ok(Connection {
            database,
            store,
            _gives_way: gives_way,
        })
    }

    /// The object store, to read from it.
    pub(super) fn reading(&self) -> Result<Store, ShelfError> {
        let transaction = self.database.transaction_with_str(self.store);
        self.store_of(&transaction.map_err(refused)?)
    }

    /// The object store, to change it: with strict durability.
    pub(super) fn writing(&self) -> Result<Writing, ShelfError> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(refused)?;
        let parameters = Array::of3(&self.store.into(), &"readwrite".into(), &options);
        let transaction = call(&self.database, "transaction", &parameters).map_err(refused)?;
        let transaction: IdbTransaction = transaction.unchecked_into();
        // Asked for at once: the end of a transaction is told only once.
        let end = Promise::new(&mut |done, _| {
            transaction.set_oncomplete(Some(&done));
            transaction.set_onabort(Some(&done));
        });
        let store = self.store_of(&transaction)?;
        Ok(Writing {
            transaction,
            store,
            end,
            is_kept: false,
        })
    }

    fn store_of(&self, transaction: &IdbTransaction) -> Result<Store, ShelfError> {
        let store = transaction.object_store(self.store).map_err(refused)?;
        Ok(Store(store))
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// The object store within a transaction: texts by key.
pub(super) struct Store(IdbObjectStore);

impl Store {
    /// The text under a key.
    pub(super) async fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        let found = answer(&self.0.get(&key.into()).map_err(refused)?).await?;
        if found.is_undefined() {
            return Ok(None);
        }
        match found.as_string() {
            Some(text) => Ok(Some(text)),
            None => Err(ShelfError::Other("not a text".to_owned())),
        }
    }

    /// The keys that begin with a prefix, in ascending order; U+FFFF comes after every character that stands in a key.
    pub(super) async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        let last = format!("{prefix}\u{ffff}");
        let range = IdbKeyRange::bound(&prefix.into(), &last.into()).map_err(refused)?;
        let found = answer(&self.0.get_all_keys_with_key(&range).map_err(refused)?).await?;
        // Between two texts there are only texts.
        let keys: Array = found.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }
}

/// A transaction that changes the object store. One that is let go before [`Writing::keep`] is taken back.
pub(super) struct Writing {
    transaction: IdbTransaction,
    store: Store,
    end: Promise,
    is_kept: bool,
}

impl Writing {
    /// The object store, to read what is there before it is changed.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Puts a text under a key; none takes away what lies there.
    ///
    /// The request is not waited for: where the disk is full, some browsers end only the transaction.
    pub(super) fn set(&self, key: &str, text: Option<&str>) -> Result<(), ShelfError> {
        let store = &self.store.0;
        let request = match text {
            Some(text) => store.put_with_key(&text.into(), &key.into()),
            None => store.delete(&key.into()),
        };
        request.map(|_| ()).map_err(refused)
    }

    /// Waits until everything is on the disk.
    ///
    /// # Errors
    /// Why nothing of it is.
    pub(super) async fn keep(mut self) -> Result<(), ShelfError> {
        self.is_kept = true;
        // Where it has ended already it cannot be asked any more, and its end says why.
        let _ = call(&self.transaction, "commit", &Array::new());
        let end = JsFuture::from(self.end.clone()).await.map_err(refused)?;
        if end.unchecked_into::<Event>().type_() == "complete" {
            return Ok(());
        }
        // An abort without a failed request has its reason in the transaction only.
        let why = self.transaction.error();
        Err(why.map_or(ShelfError::Gone, |error| named(&error).into()))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.is_kept {
            // One that has ended already cannot be taken back, and need not be.
            let _ = self.transaction.abort();
        }
    }
}

/// Calls by its name what web-sys holds to be still in flux: strict durability, and the commit.
fn call(object: &JsValue, method: &str, parameters: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    Reflect::apply(&function, object, parameters)
}

/// What the browser says of something that it does not do: the name of the error and its words.
enum Refused {
    Named(String, String),
    Unnamed,
}

/// Waits for a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, Refused> {
    let told = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    if JsFuture::from(told).await.is_ok()
        && let Ok(result) = request.result()
    {
        return Ok(result);
    }
    let error = request.error().ok().flatten();
    Err(error.as_ref().map_or(Refused::Unnamed, named))
}

fn named(error: &DomException) -> Refused {
    Refused::Named(error.name(), error.message())
}

/// What was thrown instead of an answer.
fn refused(thrown: JsValue) -> ShelfError {
    let error = thrown.dyn_ref::<DomException>();
    error.map_or(Refused::Unnamed, named).into()
}

impl From<Refused> for ShelfError {
    fn from(refused: Refused) -> ShelfError {
        let Refused::Named(name, message) = refused else {
            return ShelfError::Other("unknown".to_owned());
        };
        match name.as_str() {
            "QuotaExceededError" => ShelfError::Full,
            "SecurityError" => ShelfError::Blocked,
            "InvalidStateError" | "AbortError" => ShelfError::Gone,
            _ => ShelfError::Other(format!("{name}: {message}")),
        }
    }
}
