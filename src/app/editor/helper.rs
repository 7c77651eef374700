//! Helper sheets: a figure is entered once and feeds the printed rows. They are out of sight for those who do not need
//! them; one that was filled stays among the sheets.

use crate::app::desk::Desk;
use crate::app::parts::text;
use crate::app::words::{first, words};
use crate::form::{CellId, Row};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// Whether a helper sheet is among the tabs: it is open, or something stands in it.
pub fn is_open(desk: Desk, sheet: usize) -> bool {
    // Reading these makes this follow what is entered there, and that the record was read.
    desk.tally(sheet).track();
    desk.is_kept().track();
    desk.sheet.get() == sheet
        || desk
            .session(|session| session.is_used(sheet))
            .unwrap_or(false)
}

/// An offer in place of each helper sheet that is not among the tabs.
pub fn offers(desk: Desk, language: Language) -> Vec<AnyView> {
    let words = first(language);
    let helpers = desk.form(|form| {
        let sheets = form.form.sheets.iter().enumerate();
        let helpers = sheets.filter(|(_, sheet)| sheet.helper);
        helpers
            .map(|(number, sheet)| {
                let name = sheet.name.text(language);
                (number, sheet.id.clone(), filled(words.helper_open, &[name]))
            })
            .collect::<Vec<_>>()
    });
    helpers
        .into_iter()
        .map(|(number, id, name)| {
            view! {
                <li hidden=move || is_open(desk, number)>
                    <button
                        type="button"
                        class="bm-tabs__tab bm-tabs__tab--offer"
                        data-action="open-helper"
                        data-helper=id
                        on:click=move |_| open(desk, number)
                    >
                        {name}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect()
}

/// Opens a helper sheet and stands on its first figure for the agency.
fn open(desk: Desk, sheet: usize) {
    let level = desk.level();
    let first = desk.form(|form| {
        let mut cells = form.form.sheets.get(sheet)?.cells();
        cells.find(|cell| {
            let row = form.form.row(*cell);
            row.is_some_and(|row| row.is_entry() && row.is_for(level))
        })
    });
    match first {
        Some(cell) => desk.go_to(cell),
        None => desk.sheet.set(sheet),
    }
}

/// Where the figure comes from, or can come from: a link to the helper sheet; and what was typed before.
pub fn source(desk: Desk, cell: CellId, row: &Row, is_fed: bool, language: Language) -> AnyView {
    let words = words(language);
    let template = if is_fed {
        words.fed_from
    } else {
        words.fed_can
    };
    let typed = is_fed.then(|| typed_before(desk, cell, language));
    view! { {typed} {link(desk, row, template, language)} }.into_any()
}

fn link(desk: Desk, row: &Row, template: &'static str, language: Language) -> AnyView {
    let first = row
        .fed_by
        .as_ref()
        .and_then(|bound| bound.cells.first().copied());
    let found = first.and_then(|first| {
        desk.form(|form| {
            let id = form.form.row(first)?.id.clone();
            let name = form.form.sheet_of(first)?.name.text(language);
            let address = form.form.address(first);
            let label = filled(template, &[address.text(language)]);
            Some((first, id, filled(template, &[name]), label))
        })
    });
    let Some((first, id, said, label)) = found else {
        return ().into_any();
    };
    view! {
        <p class="bm-cell__said" data-fed>
            <a href=desk.address_of(&id) aria-label=label on:click=move |_| desk.go_to(first)>{said}</a>
        </p>
    }
    .into_any()
}

/// What was typed before the helper sheet had the figures: kept, told, and dropped on demand.
fn typed_before(desk: Desk, cell: CellId, language: Language) -> AnyView {
    let words = words(language);
    let view = desk.cell(cell);
    let said = text(move || view.with(|view| filled(words.fed_typed, &[&view.overruled])));
    view! {
        <p class="bm-cell__said" hidden=move || view.with(|view| view.overruled.is_empty())>
            {said} " "
            <button type="button" class="bm-cell__meaning" data-action="drop-typed" on:click=move |_| desk.drop_typed(cell)>
                {words.fed_drop}
            </button>
        </p>
    }
    .into_any()
}
