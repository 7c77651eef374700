//! Files that were dropped onto the page, or chosen by the folder.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

/// A file with where it lay: `Phụ lục/Tô Hiệu.json`.
#[derive(Clone)]
pub struct Found {
    /// The folders from the one that was chosen, and its name.
    pub path: String,
    /// The file.
    pub file: File,
}

/// What was dropped. The browser shows it only while it tells of it; the files are read later.
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<File>,
}

impl Dropped {
    /// What a drop carries.
    pub fn of(carried: &DataTransfer) -> Dropped {
        let items = carried.items();
        let items = (0..items.length()).filter_map(|place| items.get(place));
        let entries: Vec<FileSystemEntry> = items
            .filter_map(|item| item.webkit_get_as_entry().ok().flatten())
            .collect();
        let files = carried.files().map(listed).unwrap_or_default();
        Dropped { entries, files }
    }

    /// Every file, those in folders too, however deep.
    pub async fn files(self) -> Vec<Found> {
        if self.entries.is_empty() {
            return self.files.into_iter().map(found).collect();
        }
        let mut found = Vec::new();
        let mut open = self.entries;
        open.reverse();
        while let Some(entry) = open.pop() {
            if entry.is_directory() {
                let mut inner = entries_of(entry.unchecked_into()).await;
                inner.reverse();
                open.extend(inner);
            } else if let Some(file) = file_of(entry.clone().unchecked_into()).await {
                let path = entry.full_path();
                found.push(Found {
                    path: path.trim_start_matches('/').to_owned(),
                    file,
                });
            }
        }
        found
    }
}

/// The files of a field in which files, or a folder, were chosen.
pub fn chosen(files: FileList) -> Vec<Found> {
    listed(files).into_iter().map(found).collect()
}

fn listed(files: FileList) -> Vec<File> {
    let places = 0..files.length();
    places.filter_map(|place| files.get(place)).collect()
}

fn found(file: File) -> Found {
    let path = Reflect::get(&file, &JsValue::from_str("webkitRelativePath"));
    let path = path.ok().and_then(|path| path.as_string());
    Found {
        path: path
            .filter(|path| !path.is_empty())
            .unwrap_or_else(|| file.name()),
        file,
    }
}

/// What lies in a folder. Browsers hand it out a hundred at a time. A folder that cannot be read is empty.
async fn entries_of(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let some = asked(|take, refuse| {
            // It throws where the folder is gone; then nothing is ever taken, so it is refused here.
            if let Err(why) = reader.read_entries_with_callback_and_callback(take, refuse) {
                let _ = refuse.call1(&JsValue::NULL, &why);
            }
        });
        let some = some.await.and_then(|some| some.dyn_into::<Array>().ok());
        match some.filter(|some| some.length() > 0) {
            Some(some) => entries.extend(some.iter().map(JsCast::unchecked_into)),
            None => return entries,
        }
    }
}

async fn file_of(entry: FileSystemFileEntry) -> Option<File> {
    let file = asked(|take, refuse| entry.file_with_callback_and_callback(take, refuse));
    file.await?.dyn_into().ok()
}

/// What is answered by one of two functions; none where it is refused.
async fn asked(ask: impl FnOnce(&Function, &Function)) -> Option<JsValue> {
    let mut ask = Some(ask);
    let promise = Promise::new(&mut |take, refuse| {
        if let Some(ask) = ask.take() {
            ask(&take, &refuse);
        }
    });
    JsFuture::from(promise).await.ok()
}
