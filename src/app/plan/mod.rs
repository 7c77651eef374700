//! What the plans demand, on the page: the tasks of an agency, the targets with their courses, and both beside the
//! rows of a report.

mod beside;
mod books;
mod chart;
mod chooser;
mod data;
mod desk;
mod figures;
mod filters;
mod indicator;
mod line;
mod opening;
mod own;
mod table;
mod targets;
mod tasks;

pub use beside::Known;
pub use books::{BookPreview, books_of, keep_book, look_at_books, shown_books};
pub use data::PlanFiles;
pub use opening::with_book_edits;

use super::desk::Desk;
use super::page::Page;
use super::parts::dynamic;
use super::piece::{NotLoaded, Piece, Work};
use crate::form::{CellId, TaskCount};
use crate::words::Language;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

/// What the pages of targets and tasks offer to the rest.
pub struct Door {
    /// The page `#/tasks`.
    pub tasks_page: fn(Page, Option<(String, String)>) -> AnyView,
    /// The page `#/targets`.
    pub targets_page: fn(Page) -> AnyView,
    load: fn(Page, Desk) -> Work,
    marks: fn(Desk, CellId, Language) -> Vec<AnyView>,
    offers: fn(Desk, CellId, TaskCount, Language) -> AnyView,
}

/// Targets and tasks, fetched when they are first opened.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(plan, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        tasks_page: opening::tasks_page,
        targets_page: targets::targets_page,
        load: |page, desk| Box::pin(beside::load(page, desk)),
        marks: beside::marks,
        offers: beside::offers,
    };
    Ok(&DOOR)
}

/// Reads what the plans say about a report, once it takes input. What does not come is not shown.
pub async fn load(page: Page, desk: Desk) {
    if let Ok(door) = PIECE.open().await {
        (door.load)(page, desk).await;
    }
}

/// The marks of a row, below its label, once the plans are there.
pub fn marks(desk: Desk, cell: CellId, language: Language) -> Vec<AnyView> {
    desk.known.track();
    PIECE
        .door()
        .map(|door| (door.marks)(desk, cell, language))
        .unwrap_or_default()
}

/// The counts that are offered to a row, below its figure, once the plans are there.
pub fn offers(desk: Desk, cell: CellId, asked: TaskCount, language: Language) -> AnyView {
    dynamic(move || {
        desk.known.track();
        let door = PIECE.door();
        door.map_or_else(
            || ().into_any(),
            |door| (door.offers)(desk, cell, asked, language),
        )
    })
}
