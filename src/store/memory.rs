//! A shelf in memory, for tests. It can be told to fail.

use super::{Found, Shelf, ShelfError, Write};
use crate::gather::Map;
use std::cell::RefCell;

/// Keeps texts as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryShelf {
    texts: RefCell<Map<String, String>>,
    trouble: RefCell<Option<ShelfError>>,
}

impl MemoryShelf {
    /// An empty shelf that works.
    pub fn new() -> MemoryShelf {
        MemoryShelf::default()
    }

    /// From now on every call fails with this error, until told otherwise with `None`.
    pub fn fail_with(&self, trouble: Option<ShelfError>) {
        *self.trouble.borrow_mut() = trouble;
    }

    /// Everything that lies on it, whether it fails or not.
    pub fn texts(&self) -> Map<String, String> {
        self.texts.borrow().clone()
    }

    fn works(&self) -> Result<(), ShelfError> {
        self.trouble.borrow().clone().map_or(Ok(()), Err)
    }
}

impl Shelf for MemoryShelf {
    async fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.works()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    async fn put(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.works()?;
        self.texts
            .borrow_mut()
            .insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        self.works()?;
        let texts = self.texts.borrow();
        Ok(texts
            .keys()
            .filter(|key| key.starts_with(prefix))
            .cloned()
            .collect())
    }

    async fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.works()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    async fn exchange(
        &self,
        keys: &[String],
        folder: &str,
        decide: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
    ) -> Result<(), ShelfError> {
        self.works()?;
        let found = {
            let texts = self.texts.borrow();
            let names = texts.keys().filter(|key| key.starts_with(folder));
            Found {
                texts: keys.iter().map(|key| texts.get(key).cloned()).collect(),
                names: names.cloned().collect(),
            }
        };
        let writes = decide(found).unwrap_or_default();
        let mut texts = self.texts.borrow_mut();
        for write in writes {
            match write.text {
                Some(text) => texts.insert(write.key, text),
                None => texts.remove(&write.key),
            };
        }
        Ok(())
    }
}
