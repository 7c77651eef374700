//! Where records lie: texts by key. The browser's shelf is IndexedDB; tests use one in memory.

/// Holds texts by key. Keys are paths such as `report/cchc-2026/03646/2026Q1`.
///
/// Every method resolves only when its work is done for good: a `put` that returned is on the disk.
// The page has one thread, so the futures need no `Send`.
#[allow(async_fn_in_trait)]
pub trait Shelf {
    /// Whether what is kept here is still here tomorrow. A page to which the browser gives no storage keeps it as long as
    /// it is open.
    fn lasts(&self) -> bool {
        true
    }

    /// The text under a key; none when there is nothing.
    ///
    /// # Errors
    /// [`ShelfError`], when the shelf cannot be read.
    async fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// Puts a text under a key, in the place of what lies there. It is wholly there or, on an error, not at all.
    ///
    /// # Errors
    /// [`ShelfError`], when it could not be kept; what lay there before still does.
    async fn put(&self, key: &str, value: &str) -> Result<(), ShelfError>;

    /// All keys that begin with a prefix, in ascending order.
    ///
    /// # Errors
    /// [`ShelfError`], when the shelf cannot be read.
    async fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError>;

    /// Takes away what lies under a key; nothing happens when there is nothing.
    ///
    /// # Errors
    /// [`ShelfError`], when it could not be taken away.
    async fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// Reads texts and the names in a folder, decides, and writes, all in one transaction: nobody else writes in
    /// between, and of the writes all are there or none. `decide` answers `None` to write nothing; it may be asked again
    /// when the connection was lost meanwhile.
    ///
    /// # Errors
    /// [`ShelfError`], when something could not be read or kept; then nothing has changed.
    async fn exchange(
        &self,
        keys: &[String],
        folder: &str,
        decide: &mut dyn FnMut(Found) -> Option<Vec<Write>>,
    ) -> Result<(), ShelfError>;
}

/// What an exchange has read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The text under each key that was asked for; none where there is nothing.
    pub texts: Vec<Option<String>>,
    /// The keys in the folder, in ascending order.
    pub names: Vec<String>,
}

/// One change of the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Where.
    pub key: String,
    /// What lies there afterwards; none takes away what lies there.
    pub text: Option<String>,
}

impl Write {
    /// Puts a text.
    pub fn put(key: impl Into<String>, text: impl Into<String>) -> Write {
        Write {
            key: key.into(),
            text: Some(text.into()),
        }
    }

    /// Takes a text away.
    pub fn remove(key: impl Into<String>) -> Write {
        Write {
            key: key.into(),
            text: None,
        }
    }
}

/// Why a shelf failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// There is no room left: the quota of the origin, or the disk.
    Full,
    /// The browser gives this page no storage: a sandboxed frame, blocked cookies, a private window.
    Blocked,
    /// The connection was lost, also after it was opened anew.
    Gone,
    /// Anything else, in the browser's words.
    Other(String),
}
