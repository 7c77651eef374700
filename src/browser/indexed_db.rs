//! The browser's shelf: one object store of an IndexedDB database, texts by key.
//!
//! A write asks for strict durability and is over only when its transaction is complete. A connection that the
//! browser closed (little memory, cleared data) is opened anew once. Where the browser gives no storage the texts are held
//! in memory, as long as the page is open. Keys carry all structure, so the database never
//! needs a second version: an older page that is still open never stands in the way of a newer one.

use super::area::area;
use crate::store::{Found, MemoryShelf, Shelf, ShelfError, Write};
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError, UnexpectedDataError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Context, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The name of the object store. Everything kept so far lies under it: it never changes.
const RECORDS: &str = "records";

/// Texts in IndexedDB. The database is opened when it is first used.
pub struct IndexedDbShelf {
    name: String,
    connection: RefCell<Option<Connection>>,
    /// Kept when the connection that is being opened is there, or is refused.
    opening: RefCell<Option<Promise>>,
    /// Whether the browser gives no storage, and what is kept instead.
    is_blocked: Cell<bool>,
    memory: MemoryShelf,
}

struct Connection {
    database: Database,
    /// Closes the connection when another page wants to delete the database or bring it to a newer version.
    _gives_way: Closure<dyn FnMut()>,
}

impl Default for IndexedDbShelf {
    fn default() -> IndexedDbShelf {
        IndexedDbShelf::named(&area())
    }
}

impl IndexedDbShelf {
    /// The shelf of the page: in the database `bieumau`, or in that of the portals around it.
    pub fn new() -> IndexedDbShelf {
        IndexedDbShelf::default()
    }

    /// A shelf in a database of another name: for tests that must not meet each other.
    pub fn named(name: &str) -> IndexedDbShelf {
        IndexedDbShelf {
            name: name.to_owned(),
            connection: RefCell::new(None),
            opening: RefCell::new(None),
            is_blocked: Cell::new(false),
            memory: MemoryShelf::new(),
        }
    }

    /// Closes the connection; the next use opens it again.
    pub fn close(&self) {
        if let Some(connection) = self.connection.borrow_mut().take() {
            connection.database.close();
        }
    }

    /// Asks the browser for the database here and now, so that it opens while the page is built. What comes of it is told to
    /// who first uses the shelf.
    pub fn wake(self: &Rc<Self>) {
        let shelf = self.clone();
        let mut opening = Box::pin(async move {
            let _ = shelf.database().await;
        });
        // A task would begin only once the page is built.
        let mut context = Context::from_waker(Waker::noop());
        if opening.as_mut().poll(&mut context).is_pending() {
            spawn_local(opening);
        }
    }

    fn open_database(&self) -> Option<Database> {
        let connection = self.connection.borrow();
        connection.as_ref().map(|open| open.database.clone())
    }

    /// The connection. Who asks while it is being opened waits for it: a second one would take longer, and stand in the
    /// way of whoever clears the database.
    async fn database(&self) -> Result<Database, ShelfError> {
        loop {
            if let Some(database) = self.open_database() {
                return Ok(database);
            }
            let opening = self.opening.borrow().clone();
            let Some(opening) = opening else { break };
            let _ = JsFuture::from(opening).await;
        }
        let mut tell = None;
        let opening = Promise::new(&mut |resolve, _| tell = Some(resolve));
        self.opening.replace(Some(opening));
        let opened = self.connect().await;
        self.opening.replace(None);
        if let Some(tell) = tell {
            let _ = tell.call0(&JsValue::NULL);
        }
        opened
    }

    async fn connect(&self) -> Result<Database, ShelfError> {
        let database = Database::open(self.name.as_str())
            .with_version(1u8)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store(RECORDS).build()?;
                Ok(())
            })
            .await
            .map_err(from_opening)?;
        let raw = database.as_sys().clone();
        let gives_way = Closure::<dyn FnMut()>::new(move || raw.close());
        database
            .as_sys()
            .set_onversionchange(Some(gives_way.as_ref().unchecked_ref()));
        *self.connection.borrow_mut() = Some(Connection {
            database: database.clone(),
            _gives_way: gives_way,
        });
        Ok(database)
    }

    /// Acts, and once more with a new connection when the old one was lost.
    async fn twice<T>(
        &self,
        act: impl AsyncFn(Database) -> Result<T, ShelfError>,
    ) -> Result<T, ShelfError> {
        let mut again = false;
        loop {
            let database = self.database().await.inspect_err(|trouble| {
                let is_blocked = *trouble == ShelfError::Blocked;
                self.is_blocked.set(self.is_blocked.get() || is_blocked);
            })?;
            match act(database).await {
                Err(ShelfError::Gone) if !again => {
                    self.close();
                    again = true;
                }
                other => return other,
            }
        }
    }
}

impl Shelf for IndexedDbShelf {
    fn lasts(&self) -> bool {
        !self.is_blocked.get()
    }

    async fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        match self.get_stored(key).await {
            Err(_) if self.is_blocked.get() => self.memory.get(key).await,
            got => got,
        }
    }

    async fn put(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        match self.put_stored(key, value).await {
            Err(_) if self.is_blocked.get() => self.memory.put(key, value).await,
            put => put,
        }
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        match self.keys_stored(prefix).await {
            Err(_) if self.is_blocked.get() => self.memory.keys(prefix).await,
            keys => keys,
        }
    }

    async fn remove(&self, key: &str) -> Result<(), ShelfError> {
        match self.remove_stored(key).await {
            Err(_) if self.is_blocked.get() => self.memory.remove(key).await,
            removed => removed,
        }
    }

    async fn exchange(
        &self,
        keys: &[String],
        folder: &str,
        decide: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
    ) -> Result<(), ShelfError> {
        match self.exchange_stored(keys, folder, decide).await {
            Err(_) if self.is_blocked.get() => self.memory.exchange(keys, folder, decide).await,
            exchanged => exchanged,
        }
    }
}

impl IndexedDbShelf {
    async fn get_stored(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.twice(async |database| {
            let transaction = reading(&database)?;
            let records = transaction.object_store(RECORDS).map_err(from_error)?;
            let request = records
                .get::<String, _, _>(key)
                .primitive()
                .map_err(from_error)?;
            request.await.map_err(from_error)
        })
        .await
    }

    async fn put_stored(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.twice(async |database| {
            let transaction = writing(&database)?;
            let records = transaction.object_store(RECORDS).map_err(from_error)?;
            let put = records
                .put(value)
                .with_key(key)
                .without_key_type()
                .primitive();
            // The request is not waited for: where the disk is full, some browsers end only the transaction.
            let _request = put.map_err(from_error)?;
            drop(records);
            complete(transaction).await
        })
        .await
    }

    async fn keys_stored(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        self.twice(async |database| {
            let transaction = reading(&database)?;
            let records = transaction.object_store(RECORDS).map_err(from_error)?;
            let request = records
                .get_all_keys::<String>()
                .with_query::<String, _>(names_in(prefix))
                .primitive();
            let keys = request.map_err(from_error)?.await.map_err(from_error)?;
            keys.collect::<Result<Vec<String>, Error>>()
                .map_err(from_error)
        })
        .await
    }

    async fn remove_stored(&self, key: &str) -> Result<(), ShelfError> {
        self.twice(async |database| {
            let transaction = writing(&database)?;
            let records = transaction.object_store(RECORDS).map_err(from_error)?;
            let _request = records.delete(key).primitive().map_err(from_error)?;
            drop(records);
            complete(transaction).await
        })
        .await
    }

    async fn exchange_stored(
        &self,
        keys: &[String],
        folder: &str,
        decide: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
    ) -> Result<(), ShelfError> {
        let decide = RefCell::new(decide);
        self.twice(async |database| {
            let transaction = writing(&database)?;
            let records = transaction.object_store(RECORDS).map_err(from_error)?;
            let mut found = Found::default();
            for key in keys {
                let request = records.get::<String, _, _>(key.as_str()).primitive();
                let text = request.map_err(from_error)?.await.map_err(from_error)?;
                found.texts.push(text);
            }
            let request = records
                .get_all_keys::<String>()
                .with_query::<String, _>(names_in(folder))
                .primitive();
            let names = request.map_err(from_error)?.await.map_err(from_error)?;
            found.names = names
                .collect::<Result<Vec<String>, Error>>()
                .map_err(from_error)?;
            // Nothing is borrowed over the next wait.
            let writes = (decide.borrow_mut())(found).unwrap_or_default();
            for write in writes {
                // The requests are not waited for: where the disk is full, some browsers end only the transaction.
                match &write.text {
                    Some(text) => {
                        let put = records
                            .put(text.as_str())
                            .with_key(write.key.as_str())
                            .without_key_type()
                            .primitive();
                        let _request = put.map_err(from_error)?;
                    }
                    None => {
                        let delete = records.delete(write.key.as_str()).primitive();
                        let _request = delete.map_err(from_error)?;
                    }
                }
            }
            drop(records);
            complete(transaction).await
        })
        .await
    }
}

/// The keys that begin with a prefix; U+FFFF comes after every character that stands in a key.
fn names_in(prefix: &str) -> KeyRange<String> {
    KeyRange::Bound(prefix.to_owned(), false, format!("{prefix}\u{ffff}"), false)
}

fn reading(database: &Database) -> Result<Transaction<'_>, ShelfError> {
    database.transaction(RECORDS).build().map_err(from_error)
}

fn writing(database: &Database) -> Result<Transaction<'_>, ShelfError> {
    database
        .transaction(RECORDS)
        .with_mode(TransactionMode::Readwrite)
        .with_options(TransactionOptions::new().with_durability(TransactionDurability::Strict))
        .build()
        .map_err(from_error)
}

async fn complete(transaction: Transaction<'_>) -> Result<(), ShelfError> {
    let raw = transaction.as_sys().clone();
    match transaction.commit().await {
        Ok(()) => Ok(()),
        // An abort without a failed request has its reason in the transaction only.
        Err(Error::MissingData(UnexpectedDataError::TransactionAborted)) => {
            Err(raw.error().map_or(ShelfError::Gone, |error| {
                from_name(&error.name(), error.message())
            }))
        }
        Err(error) => Err(from_error(error)),
    }
}

fn from_opening(error: OpenDbError) -> ShelfError {
    match error {
        // The wrapper says so for every refusal to begin opening; the version is never zero here.
        OpenDbError::VersionZero
        | OpenDbError::UnsupportedEnvironment
        | OpenDbError::NullFactory => ShelfError::Blocked,
        // A private window of an older Firefox.
        OpenDbError::Base(Error::DomException(DomException::InvalidStateError(_))) => {
            ShelfError::Blocked
        }
        OpenDbError::Base(error) => from_error(error),
    }
}

fn from_error(error: Error) -> ShelfError {
    match error {
        Error::DomException(exception) => {
            let exception: web_sys::DomException = exception.into();
            from_name(&exception.name(), exception.message())
        }
        // In our words: those of the wrapper bring the printing of fractions along, 6 KB of it.
        Error::Serialisation(_) => ShelfError::Other("cannot be serialised".to_owned()),
        Error::MissingData(_) => ShelfError::Other("no data came".to_owned()),
        Error::Unknown(_) => ShelfError::Other("unknown".to_owned()),
    }
}

fn from_name(name: &str, message: String) -> ShelfError {
    match name {
        "QuotaExceededError" => ShelfError::Full,
        "SecurityError" => ShelfError::Blocked,
        "InvalidStateError" | "AbortError" => ShelfError::Gone,
        _ => ShelfError::Other(format!("{name}: {message}")),
    }
}
