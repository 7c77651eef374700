//! What stands beside the sheet: its head with the window and the course, the findings, what is said below a figure,
//! earlier figures, what leaves the machine. It lies in a piece of its own, which comes as soon as the sheet takes
//! input; whatever is made of it appears then.

use super::{carried, course, find, findings, helper, keys, opening, past, said, turns};
use crate::app::backup;
use crate::app::changes;
use crate::app::desk::{CellView, Desk};
use crate::app::out;
use crate::app::page::Page;
use crate::app::paper;
use crate::app::parts::dynamic;
use crate::app::paste;
use crate::app::piece::{NotLoaded, Piece, Work};
use crate::app::proofread;
use crate::app::sharing;
use crate::app::window;
use crate::app::wording;
use crate::app::words::words;
use crate::form::{CellId, Row};
use crate::report::ReportKey;
use crate::words::Language;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

/// What this piece offers to the sheet.
pub struct Door {
    /// The buttons of the report.
    pub actions: fn(Page, Desk, Language) -> AnyView,
    /// The window, the state of the report, and what it lacks.
    pub head: fn(Page, Desk, Language) -> AnyView,
    /// What was taken back or done again last.
    pub turned: fn(Desk, Language) -> AnyView,
    /// The offer to start from the last report.
    pub offer: fn(Desk, Language) -> AnyView,
    /// The log below the sheets.
    pub log: fn(Desk, Language) -> AnyView,
    /// The report in words, below the sheets.
    pub wording: fn(Page, Desk, Language) -> AnyView,
    /// The log of changes, a dialog.
    pub changes: fn(Page, Desk, Language) -> AnyView,
    /// The preview of what is pasted, a dialog.
    pub preview: fn(Page, Desk) -> AnyView,
    /// Above a sheet: to copy it, and to paste a table.
    pub tools: fn(Desk, usize, Language) -> AnyView,
    /// The list of findings.
    pub findings: fn(Desk, Language) -> AnyView,
    /// Below the label of a row: its findings and targets.
    pub beside: fn(Desk, CellId, Language) -> AnyView,
    /// Below a figure: how it was read, what it may mean, where it was copied from.
    pub said: fn(Desk, CellId, ReadSignal<CellView>, Language) -> AnyView,
    /// How a figure was computed, with its measure.
    pub explanation: fn(Desk, CellId, ReadSignal<CellView>, Language, &str) -> AnyView,
    /// Below a figure that a helper sheet can feed.
    pub source: fn(Desk, CellId, &Row, bool, Language) -> AnyView,
    /// Above a sheet: what was copied and waits.
    pub carried: fn(Desk, usize, Language) -> AnyView,
    /// Above a sheet: what the earlier figures are.
    pub past_legend: fn(Desk, Language) -> AnyView,
    /// The heads of the columns of earlier figures.
    pub past_heads: fn(Desk, Language) -> AnyView,
    /// The earlier figures of a row.
    pub past_cells: fn(Desk, CellId, &Row, Language) -> AnyView,
    /// Goes to the next finding, or to the one before, and says it.
    pub to_finding: fn(Page, Desk, Option<CellId>, bool),
    tell: fn(Desk, Language),
    /// What the first input did not wait for.
    pub catch_up: fn(Page, Desk, ReportKey) -> Work,
}

/// What stands beside the sheet.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(side, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        actions,
        head: |page, desk, language| {
            view! {
                {sharing::banner(desk, language)}
                {window::head(page, desk, language)}
                {course::state_line(desk, language)}
                {backup::in_report(page, desk, language)}
                {course::missing(desk, language)}
            }
            .into_any()
        },
        turned: turns::said,
        offer: carried::offer,
        log: course::log,
        wording: wording::section,
        changes: changes::dialog,
        preview: paste::preview,
        tools: paste::tools,
        findings: findings::list,
        beside: findings::beside,
        said: |desk, cell, view, language| dynamic(move || said::said(desk, cell, view, language)),
        explanation: said::explanation,
        source: helper::source,
        carried: carried::of_sheet,
        past_legend: past::legend,
        past_heads: past::heads,
        past_cells: past::cells,
        to_finding: findings::go_to,
        tell: Desk::tell,
        catch_up: |page, desk, key| Box::pin(opening::catch_up(page, desk, key)),
    };
    Ok(&DOOR)
}

/// A part of the report page that this piece makes, now or once it is there and there is a report to speak of.
pub fn part(desk: Desk, make: impl Fn(&'static Door) -> AnyView + Send + 'static) -> AnyView {
    if let Some(door) = PIECE.door()
        && desk.is_kept().get_untracked()
    {
        return make(door);
    }
    dynamic(move || {
        desk.is_beside().track();
        match PIECE.door() {
            Some(door) if desk.is_kept().get() => make(door),
            _ => ().into_any(),
        }
    })
}

/// The officer leaves a row: what became of it is said, where the words for it are there.
pub fn tell(desk: Desk, language: Language) {
    if let Some(door) = PIECE.door() {
        (door.tell)(desk, language);
    }
}

fn actions(page: Page, desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    view! {
        {course::complete_button(desk, language)}
        {past::switch(desk, language)}
        {find::button(desk, language)}
        {turns::buttons(desk, language)}
        {wording::button(desk, language)}
        <button
            type="button"
            class="bm-button"
            data-action="print"
            on:click=move |_| paper::print_report(page, desk)
        >
            {words.print}
        </button>
        {out::of_report(page, desk, language)}
        // What is seldom asked for stands behind a word: every line up here is a row of the table less.
        <details class="bm-more">
            <summary data-action="more">{words.more}</summary>
            <div class="bm-row">
                {proofread::button(page, desk, language)}
                {turns::places(desk, language)}
                {keys::button(language)}
            </div>
        </details>
        {keys::dialog(language)}
    }
    .into_any()
}
