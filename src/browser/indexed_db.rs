//! The browser's shelf: one object store of an IndexedDB database, texts by key.
//!
//! A write asks for strict durability and is over only when its transaction is complete. A connection that the
//! browser closed (little memory, cleared data) is opened anew once. Where the browser gives no storage the texts are held
//! in memory, as long as the page is open. Keys carry all structure, so the database never
//! needs a second version: an older page that is still open never stands in the way of a newer one.

use super::database::Connection;
use crate::store::{Found, MemoryShelf, Shelf, ShelfError, Write};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The name of the database. Everything kept so far lies under it: it never changes.
const DATABASE: &str = "bieumau";

/// The name of its object store. It never changes either.
const RECORDS: &str = "records";

/// Texts in IndexedDB. The database is opened when it is first used.
pub struct IndexedDbShelf {
    name: String,
    connection: RefCell<Option<Rc<Connection>>>,
    /// Whether the browser gives no storage, and what is kept instead.
    is_blocked: Cell<bool>,
    memory: MemoryShelf,
}

impl Default for IndexedDbShelf {
    fn default() -> IndexedDbShelf {
        IndexedDbShelf::named(DATABASE)
    }
}

impl IndexedDbShelf {
    /// A shelf in the database `bieumau`.
    pub fn new() -> IndexedDbShelf {
        IndexedDbShelf::default()
    }

    /// A shelf in a database of another name: for tests that must not meet each other.
    pub fn named(name: &str) -> IndexedDbShelf {
        IndexedDbShelf {
            name: name.to_owned(),
            connection: RefCell::new(None),
            is_blocked: Cell::new(false),
            memory: MemoryShelf::new(),
        }
    }

    /// Closes the connection, as soon as nobody uses it; the next use opens it again.
    pub fn close(&self) {
        self.connection.borrow_mut().take();
    }

    async fn connection(&self) -> Result<Rc<Connection>, ShelfError> {
        let open = self.connection.borrow().clone();
        if let Some(open) = open {
            return Ok(open);
        }
        let opened = Connection::open(&self.name, RECORDS).await?;
        // Who asked at the same time may have been answered first. One connection is enough, and a second one would stand
        // in the way of whoever clears the database.
        let mut known = self.connection.borrow_mut();
        Ok(known.get_or_insert_with(|| Rc::new(opened)).clone())
    }

    /// Acts, and once more with a new connection when the old one was lost.
    async fn twice<T>(
        &self,
        act: impl AsyncFn(Rc<Connection>) -> Result<T, ShelfError>,
    ) -> Result<T, ShelfError> {
        let mut again = false;
        loop {
            let connection = self.connection().await.inspect_err(|trouble| {
                let is_blocked = *trouble == ShelfError::Blocked;
                self.is_blocked.set(self.is_blocked.get() || is_blocked);
            })?;
            match act(connection).await {
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
        self.twice(async |connection| connection.reading()?.get(key).await)
            .await
    }

    async fn put_stored(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.twice(async |connection| {
            let writing = connection.writing()?;
            writing.set(key, Some(value))?;
            writing.keep().await
        })
        .await
    }

    async fn keys_stored(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        self.twice(async |connection| connection.reading()?.keys(prefix).await)
            .await
    }

    async fn remove_stored(&self, key: &str) -> Result<(), ShelfError> {
        self.twice(async |connection| {
            let writing = connection.writing()?;
            writing.set(key, None)?;
            writing.keep().await
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
        self.twice(async |connection| {
            let writing = connection.writing()?;
            let mut found = Found::default();
            for key in keys {
                found.texts.push(writing.store().get(key).await?);
            }
            found.names = writing.store().keys(folder).await?;
            // Nothing is borrowed over the next wait.
            let writes = (decide.borrow_mut())(found).unwrap_or_default();
            for write in writes {
                writing.set(&write.key, write.text.as_deref())?;
            }
            writing.keep().await
        })
        .await
    }
}
