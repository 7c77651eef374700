//! What would change in a report, row by row: for whoever shows it before it happens.

use super::parts::{columns, named_cells};
use super::words::words;
use crate::app::wording;
use crate::exchange::{Aside, Change, TextChange, entry_shown};
use crate::report::{Entry, Filled, OpenForm};
use crate::words::Language;
use leptos::prelude::*;

/// How many rows are shown at once; more are folded away until they are asked for.
const AT_ONCE: usize = 20;

/// A table of the rows that would change: code, indicator, and what stands in each of the two states of these names.
pub fn table(
    form: &OpenForm,
    changes: &[Change],
    [now, then]: [&'static str; 2],
    language: Language,
) -> AnyView {
    let words = words(language);
    if changes.is_empty() {
        return view! { <p>{words.import_none}</p> }.into_any();
    }
    let form = &form.form;
    let heads = [words.indicator, now, then];
    let rows = changes
        .iter()
        .filter_map(|change| {
            let row = form.row(change.cell)?;
            let address = form.address(change.cell).text(language).to_owned();
            let label = row.label.text(language).to_owned();
            let values = vec![
                label,
                with_note(&change.before, language),
                with_note(&change.after, language),
            ];
            Some(named_cells(address.into_any(), &heads, values))
        })
        .collect::<Vec<AnyView>>();
    let count = changes.len();
    view! {
        <details open=count <= AT_ONCE>
            <summary>{words.import_changes} ": " {count}</summary>
            <div class="bm-scroll" tabindex="0" role="region" aria-label=words.import_changes>
                <table class="bm-table">
                    {columns(&[words.code, words.indicator, now, then])}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// A table of the texts that would change; nothing where none would.
pub fn texts(
    changes: &[TextChange],
    [now, then]: [&'static str; 2],
    language: Language,
) -> AnyView {
    let said = wording::words(language);
    if changes.is_empty() {
        return ().into_any();
    }
    let blank = entry_shown(&Entry::Blank, language);
    let side = |text: &str| match text {
        "" => blank.clone(),
        text => text.to_owned(),
    };
    let rows: Vec<AnyView> = changes
        .iter()
        .map(|change| {
            let name = change.name.text(language).to_owned();
            let values = vec![side(&change.before), side(&change.after)];
            named_cells(name.into_any(), &[now, then], values)
        })
        .collect();
    let count = changes.len();
    view! {
        <details open=count <= AT_ONCE data-import="texts">
            <summary>{said.changes} ": " {count}</summary>
            <div class="bm-scroll" tabindex="0" role="region" aria-label=said.changes>
                <table class="bm-table">
                    {columns(&[said.heading, now, then])}
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// What else would change, a sentence each; nothing where nothing would.
pub fn asides(asides: &[Aside], language: Language) -> AnyView {
    if asides.is_empty() {
        return ().into_any();
    }
    let said: Vec<AnyView> = asides
        .iter()
        .map(|aside| {
            let said = aside.words().text(language).to_owned();
            view! { <li>{said}</li> }.into_any()
        })
        .collect();
    view! { <ul data-asides>{said}</ul> }.into_any()
}

fn with_note(filled: &Filled, language: Language) -> String {
    let entry = entry_shown(&filled.entry, language);
    if filled.note.is_empty() {
        entry
    } else {
        format!("{entry} – {}", filled.note)
    }
}
