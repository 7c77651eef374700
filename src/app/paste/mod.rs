//! A block of cells comes in by the clipboard, and goes out by it.
//!
//! The page hears what is pasted and copied; what a table means is found out in a piece that is fetched when it is first
//! needed. A single value is the browser's own: it is typed text.

mod dialog;
mod preview;
mod range;
mod words;

pub use range::{Extend, Range, end, extend, hear};

use super::desk::{Column, Desk};
use super::dom;
use super::editor::keys::{Spot, field_of};
use super::page::Page;
use super::parts::dynamic;
use super::piece::{NotLoaded, Piece};
use crate::browser::clipboard::{self, Clip};
use crate::exchange::copy::{Copied, copy_figures, copy_sheet};
use crate::exchange::paste::{Field, Target};
use crate::exchange::table::Block;
use crate::form::CellId;
use crate::report::How;
use crate::words::{Language, filled};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_split_helpers::wasm_split;

/// What this offers to the rest of the page.
pub struct Door {
    dialog: fn(Page, Desk, Asked) -> AnyView,
    sheet: fn(Desk, usize, Language) -> Option<Copied>,
    figures: fn(Desk, &[CellId]) -> Option<Copied>,
}

/// Tables by the clipboard, fetched when they are first needed.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(paste, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        dialog: dialog::dialog,
        sheet: |desk, sheet, language| desk.session(|session| copy_sheet(session, sheet, language)),
        figures: |desk, cells| desk.session(|session| copy_figures(session, cells)),
    };
    Ok(&DOOR)
}

/// A block that waits for the officer to look at it.
#[derive(Clone)]
pub struct Asked {
    /// What was pasted, or opened.
    pub given: Given,
    /// Where it goes.
    pub target: Target,
}

/// What comes in.
#[derive(Clone)]
pub enum Given {
    /// What was pasted; nothing yet where only the dialog was asked for.
    Clip(Clip),
    /// The tables of a file.
    Blocks(Arc<Vec<Block>>),
}

/// What is being pasted, and the range of figures that stands for several cells.
#[derive(Clone, Copy)]
pub struct Pasting {
    /// The block that is looked at.
    pub asked: RwSignal<Option<Asked>>,
    range: StoredValue<Option<Range>>,
    /// The cell in which the last key chose the whole text; the next such key chooses the column.
    text_chosen: StoredValue<Option<CellId>>,
}

impl Pasting {
    /// Nothing yet.
    pub fn new() -> Pasting {
        Pasting {
            asked: RwSignal::new(None),
            range: StoredValue::new(None),
            text_chosen: StoredValue::new(None),
        }
    }
}

/// Hears what is pasted and copied while the report is open.
pub fn listen(page: Page, desk: Desk) {
    let paste = window_event_listener(ev::paste, move |event| {
        let target = event.target();
        let Some(target) = target.filter(|_| !event.default_prevented()) else {
            return;
        };
        let spot = field_of(desk, &target);
        if spot.is_none() && dom::takes_text(&target) {
            return;
        }
        let clip = clipboard::read(&event);
        if !is_block(&clip, spot.as_ref()) {
            return;
        }
        if let Some(target) = target_of(desk, spot) {
            event.prevent_default();
            let given = Given::Clip(clip);
            desk.pasting.asked.set(Some(Asked { given, target }));
        }
    });
    let copy = window_event_listener(ev::copy, move |event| {
        if let Some(copied) = copied_range(desk) {
            clipboard::write(&event, &clip_of(copied));
            say_copied(page, desk);
        }
    });
    let cut = window_event_listener(ev::cut, move |event| {
        if let Some(copied) = copied_range(desk)
            && clipboard::write(&event, &clip_of(copied))
        {
            clear(page, desk);
        }
    });
    on_cleanup(move || {
        paste.remove();
        copy.remove();
        cut.remove();
    });
}

/// Whether a clipboard carries several cells. In a text a line break is a part of it, so there only a table counts.
fn is_block(clip: &Clip, spot: Option<&Spot>) -> bool {
    let text = clip.text.trim_matches(['\r', '\n']);
    let is_table = clip.html.contains("<td") || clip.html.contains("<TD");
    let is_text = spot.is_some_and(Spot::is_text);
    let is_several = text.contains(['\t', '\n', '\r']);
    if is_text || spot.is_none() {
        text.contains('\t') || is_table && (is_several || text.is_empty())
    } else {
        is_several || is_table && text.is_empty()
    }
}

/// Where a block goes: to the top of the range, to the cell where the officer stands or stood last, or to the first row
/// of the open sheet.
fn target_of(desk: Desk, spot: Option<Spot>) -> Option<Target> {
    let figure = |cell| Target {
        cell,
        field: Field::Figure,
    };
    if let Some(range) = range::of(desk) {
        return Some(figure(range.first()));
    }
    let spot = spot.map(|spot| (spot.cell, spot.column));
    let here = desk.sheet.get_untracked();
    let is_here = |(cell, _): &(CellId, Column)| {
        desk.form(|form| form.form.row(*cell).map(|row| row.sheet)) == Some(here)
    };
    match spot.or_else(|| desk.stood_in()).filter(is_here) {
        Some((cell, Column::Note)) => Some(Target {
            cell,
            field: Field::Note,
        }),
        Some((cell, Column::Figure)) => Some(figure(cell)),
        None => desk.form(|form| form.form.sheets.get(here)?.cells().next().map(figure)),
    }
}

/// The preview of what was pasted, over the page.
pub fn preview(page: Page, desk: Desk) -> AnyView {
    dynamic(move || {
        let carried = page.carried.get();
        let of_file = || {
            let (_, blocks) = carried.filter(|(key, _)| *key == desk.key())?;
            Some(Asked {
                given: Given::Blocks(blocks),
                target: target_of(desk, None)?,
            })
        };
        match desk.pasting.asked.get().or_else(of_file) {
            None => ().into_any(),
            Some(asked) => PIECE.view(page, move |door| (door.dialog)(page, desk, asked.clone())),
        }
    })
}

/// The buttons above a sheet: copy it, paste a table.
pub fn tools(desk: Desk, sheet: usize, language: Language) -> AnyView {
    let words = words::words(language);
    let ask = move |_| {
        if let Some(target) = target_of(desk, None) {
            let given = Given::Clip(Clip::default());
            desk.pasting.asked.set(Some(Asked { given, target }));
        }
    };
    view! {
        <button type="button" class="bm-button" data-action="copy-sheet" on:click=move |_| copy_whole(desk, sheet, language)>
            {words.copy_sheet}
        </button>
        <button type="button" class="bm-button" data-action="paste" on:click=ask>{words.paste_table}</button>
    }
    .into_any()
}

fn copy_whole(desk: Desk, sheet: usize, language: Language) {
    spawn_local(async move {
        let door = PIECE.open().await.ok();
        let copied = door.and_then(|door| (door.sheet)(desk, sheet, language));
        let is_done = copied.is_some_and(|copied| clipboard::copy(clip_of(copied)));
        let words = words::words(language);
        dom::announce(if is_done {
            words.copied_sheet
        } else {
            words.copy_failed
        });
    });
}

fn clip_of(copied: Copied) -> Clip {
    Clip {
        html: copied.html,
        text: copied.text,
    }
}

/// The figures of the range; none where there is no range.
fn copied_range(desk: Desk) -> Option<Copied> {
    let range = range::of(desk)?;
    let door = PIECE.door()?;
    (door.figures)(desk, &range.cells())
}

fn say_copied(page: Page, desk: Desk) {
    let words = words::words(page.language.get_untracked());
    let count = range::of(desk).map_or(0, |range| range::figures(desk, &range).len());
    dom::announce(&filled(words.copied_figures, &[&count.to_string()]));
}

/// Empties the range as one step; says whether there is one.
pub fn clear(page: Page, desk: Desk) -> bool {
    let Some(range) = range::of(desk) else {
        return false;
    };
    let cells = range::figures(desk, &range);
    let mut count = 0;
    desk.put_rows(|session| {
        session.step(How::Cleared, |session| {
            let mut changes = crate::report::ChangeSet::default();
            for cell in cells {
                let one = session.enter(cell, "");
                count += usize::from(!one.is_empty());
                changes.add(one);
            }
            changes
        })
    });
    let words = words::words(page.language.get_untracked());
    dom::announce(&filled(words.cleared_figures, &[&count.to_string()]));
    true
}
