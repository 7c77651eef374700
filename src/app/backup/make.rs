//! The backup of everything: read from the shelf, record by record, and handed out as one file.

use crate::app::forms::KEPT;
use crate::app::kept::report_of;
use crate::app::page::Page;
use crate::app::plan::with_book_edits;
use crate::browser::{Opened, Preferences, clock, filed, files, timer};
use crate::format::{
    BACKUP_BYTES, Backup, Item, Stored, backup_text, book_text, read_book, read_report, report_text,
};
use crate::store::{
    Envelope, Loaded, Opening, REPORTS, Shelf, ShelfError, TASKS, names, open, past,
};

/// What the keys of own windows begin with.
pub(super) const WINDOWS: &str = "windows/";

/// Everything that could be read, and how many records could not.
pub(super) struct Made {
    pub(super) backup: Backup,
    pub(super) left_out: usize,
    /// How many earlier states are not in it, so that it can be read again.
    past_left_out: usize,
    /// Path and moment of the last change of each report.
    moments: Vec<(String, String)>,
}

/// What came of a backup, for the page to say.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) name: String,
    pub(super) reports: usize,
    pub(super) lists: usize,
    pub(super) left_out: usize,
    pub(super) past_left_out: usize,
}

/// Why there is no backup.
#[derive(Clone, Copy)]
pub(super) enum NotMade {
    /// What is kept could not be read, or the file could not be handed out.
    Refused,
    /// No page would read a file of this size.
    TooLarge,
}

/// Hands out everything as a file.
///
/// # Errors
/// [`NotMade`]; then nothing is handed out.
pub(super) async fn download(page: Page, with_past: bool) -> Result<Told, NotMade> {
    let made = gather(page, with_past)
        .await
        .map_err(|_| NotMade::Refused)?;
    let name = name(&made.backup.made);
    let text = made.text()?;
    timer::pause(0).await;
    if !files::download(&name, "application/json", &text) {
        return Err(NotMade::Refused);
    }
    made.is_filed();
    Ok(Told {
        past_left_out: made.past_left_out,
        name,
        reports: made.backup.reports.len(),
        lists: made.backup.lists.len(),
        left_out: made.left_out,
    })
}

impl Made {
    /// The backup as text.
    ///
    /// # Errors
    /// [`NotMade::TooLarge`]: it could not be restored.
    pub(super) fn text(&self) -> Result<String, NotMade> {
        let text = backup_text(&self.backup);
        if text.len() > BACKUP_BYTES {
            return Err(NotMade::TooLarge);
        }
        Ok(text)
    }

    /// Remembers that all of it lies in a file now.
    pub(super) fn is_filed(&self) {
        for (path, modified) in &self.moments {
            filed::note(path, modified);
        }
        filed::backed_up(&self.backup.made);
    }
}

/// The name of the file, by the local day and time: `bieumau-sao-luu_2026-03-20_0941.json`.
fn name(made: &str) -> String {
    let day = crate::period::day_id(clock::today());
    let time = clock::local_hour_minute(made).unwrap_or_default();
    format!("bieumau-sao-luu_{day}_{}.json", time.replace(':', ""))
}

/// Reads everything that is kept, with the edits that only the journals have.
///
/// # Errors
/// [`ShelfError`], when the shelf cannot be read.
pub(super) async fn gather(page: Page, with_past: bool) -> Result<Made, ShelfError> {
    let shelf = page.shelf();
    let mut made = Made {
        backup: Backup {
            made: clock::now_utc_iso(),
            preferences: Preferences::load().chosen(),
            ..Backup::default()
        },
        left_out: 0,
        past_left_out: 0,
        moments: Vec::new(),
    };
    for key in names(&*shelf, REPORTS).await? {
        let loaded = Opened::read(shelf.clone(), &key).await.loaded;
        let Some(report) = report_of(&loaded) else {
            made.left_out += 1;
            continue;
        };
        let path = report.key().path();
        made.moments.push((path.clone(), report.modified.clone()));
        let mut item = item(path, &loaded, report_text(&report));
        if with_past {
            let states = past::states(&*shelf, &key).await?;
            let states = states.into_iter().filter_map(|state| state.opened.ok());
            // What cannot be read here cannot be restored there.
            let states = states.filter(|state| read_report(&state.body).is_ok());
            item.past = states.map(stored).collect();
        }
        made.backup.reports.push(item);
        // After each one: more than a file may hold is never held in memory.
        made.past_left_out += made.backup.fit(BACKUP_BYTES);
        // The page stays able to answer between them.
        timer::pause(0).await;
    }
    for key in names(&*shelf, TASKS).await? {
        let loaded = Opened::read(shelf.clone(), &key).await.loaded;
        let book = loaded.body().and_then(|body| read_book(body).ok());
        let Some(book) = book else {
            made.left_out += 1;
            continue;
        };
        let book = with_book_edits(book, &loaded.edits);
        let item = item(book.path(), &loaded, book_text(&book));
        made.backup.lists.push(item);
        timer::pause(0).await;
    }
    for key in names(&*shelf, WINDOWS).await? {
        match open(&*shelf, &key).await {
            Opening::Kept(envelope) => made.backup.windows.push(Item {
                path: key.trim_start_matches(WINDOWS).to_owned(),
                state: stored(envelope),
                past: Vec::new(),
            }),
            _ => made.left_out += 1,
        }
    }
    for key in shelf.keys(KEPT).await? {
        let text = shelf.get(&key).await?.unwrap_or_default();
        match Envelope::open(&text) {
            Ok(envelope) => {
                let id = key.trim_start_matches(KEPT).to_owned();
                made.backup.forms.push((id, envelope.body));
            }
            Err(_) => made.left_out += 1,
        }
    }
    made.past_left_out += made.backup.fit(BACKUP_BYTES);
    Ok(made)
}

fn stored(envelope: Envelope) -> Stored {
    Stored {
        revision: envelope.revision,
        saved: envelope.saved,
        document: envelope.body,
    }
}

fn item(path: String, loaded: &Loaded, document: String) -> Item {
    let saved = match &loaded.opening {
        Opening::Kept(envelope) => envelope.saved.clone(),
        _ => clock::now_utc_iso(),
    };
    Item {
        path,
        state: Stored {
            revision: loaded.revision().max(loaded.journal.newest()),
            saved,
            document,
        },
        past: Vec::new(),
    }
}
