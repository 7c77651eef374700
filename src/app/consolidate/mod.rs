//! Many reports into one, on the page: the files of the units come in, who is missing is told, the totals stand in the
//! printed table with what each is made of, and the consolidated report is made.

mod chooser;
mod dialog;
mod found;
mod hall;
mod head;
mod keep;
mod list;
mod making;
mod matrix;
mod more;
mod opening;
mod own;
mod queue;
mod ranking;
mod reading;
mod result;
mod said;
mod slice;
mod tables;
mod trace;
mod unit;
mod units;
mod words;

use super::page::Page;
use super::piece::{NotLoaded, Piece};
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

/// What this offers to the rest of the page.
pub struct Door {
    /// The page `#/consolidate`, or `#/consolidate/<form>/<period>`.
    pub page: fn(Page, Option<(String, String)>) -> AnyView,
}

/// The page where reports are added up.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(consolidate, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        page: opening::page,
    };
    Ok(&DOOR)
}
