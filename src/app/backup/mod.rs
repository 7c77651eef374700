//! What is kept leaves the browser and comes back: the backup of everything, its restore, what the browser promises. It
//! lies in a piece of its own.

mod apply;
mod file;
mod follow;
mod look;
mod make;
mod preview;
mod remind;
mod section;
mod storage;
mod words;

pub use remind::Open;

use super::desk::Desk;
use super::dom;
use super::page::Page;
use super::piece::{NotLoaded, Piece};
use crate::browser::{storage as storage_of_browser, timer};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::sync::Arc;
use wasm_split_helpers::wasm_split;

/// How long one waits between two looks whether the page takes input, in milliseconds.
const LOOK_AGAIN: u64 = 20;

/// What this piece offers to the rest.
pub struct Door {
    /// Backup and restore, a card.
    pub card: fn(Page, Restoring, Language) -> AnyView,
    /// What the browser says of its storage, a card.
    pub storage: fn(Page, Language) -> AnyView,
    /// What lies in no file, on the home page.
    pub reminder: fn(Vec<Open>, Language) -> AnyView,
    in_report: fn(Page, Desk, Language) -> AnyView,
    follow: fn(Page),
}

/// Backup and restore.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(backup, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        card: section::card,
        storage: storage::card,
        reminder: remind::on_home,
        in_report: remind::in_report,
        follow: follow::follow,
    };
    Ok(&DOOR)
}

/// A backup that was chosen, while it is looked at, and what came of what was done. It outlives a change of language; only
/// the piece knows what it is.
#[derive(Clone, Copy)]
pub struct Restoring {
    now: RwSignal<Option<Arc<dyn Any + Send + Sync>>>,
}

impl Restoring {
    /// Nothing is chosen yet.
    pub fn new() -> Restoring {
        Restoring {
            now: RwSignal::new(None),
        }
    }
}

/// Begins to look after what is saved: the browser is asked to keep it, the chosen file is kept up to date. Where the piece
/// does not come, nobody waits for it.
pub async fn follow(page: Page) {
    if let Ok(door) = PIECE.open().await {
        (door.follow)(page);
        // Once: what is shown is not made anew.
        if !page.is_followed.get_untracked() {
            page.is_followed.set(true);
        }
    }
}

/// A part of the home page that the piece makes, once the page takes input and the piece has come.
pub fn on_home(page: Page, make: impl Fn(&'static Door) -> AnyView + Send + 'static) -> AnyView {
    super::parts::dynamic(move || {
        page.is_followed.track();
        PIECE.door().map_or_else(|| ().into_any(), &make)
    })
}

/// Brings the piece once the page takes input. Who saves data finds it in the settings.
pub fn bring(page: Page) {
    if storage_of_browser::saves_data() {
        return;
    }
    spawn_local(async move {
        while dom::root("data-ready").as_deref() != Some("true") {
            timer::pause(LOOK_AGAIN).await;
        }
        follow(page).await;
    });
}

/// What must be said beside the open report of what lies in no file.
pub fn in_report(page: Page, desk: Desk, language: Language) -> AnyView {
    super::parts::dynamic(move || {
        page.is_followed.track();
        let door = PIECE.door();
        door.map_or_else(
            || ().into_any(),
            |door| (door.in_report)(page, desk, language),
        )
    })
}
