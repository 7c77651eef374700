//! What is said below a figure: how it was read, what it may mean, how it was computed.

use crate::app::desk::{CellView, Desk};
use crate::app::words::words;
use crate::form::CellId;
use crate::number::{Meaning, write};
use crate::report::Explained;
use crate::words::Language;
use leptos::prelude::*;

/// What the page says of an entry: how it was read, or what it may mean.
pub fn said(desk: Desk, cell: CellId, view: ReadSignal<CellView>, language: Language) -> AnyView {
    let words = words(language);
    view.with(|view| {
        if view.state == "unreadable" && !view.is_typing {
            let meanings = view
                .meanings
                .iter()
                .map(|meaning| {
                    let text = match meaning {
                        Meaning::Number(number) => write(*number),
                        Meaning::NotApplicable => words.not_applicable.to_owned(),
                        Meaning::Blank => words.blank.to_owned(),
                    };
                    let meaning = meaning.clone();
                    view! {
                        <button
                            type="button"
                            class="bm-cell__meaning"
                            on:click=move |_| desk.settle(cell, meaning.clone())
                        >
                            {text}
                        </button>
                    }
                })
                .collect_view();
            let asks = !view.meanings.is_empty();
            view! {
                <p class="bm-cell__said">
                    {if asks { words.did_you_mean } else { words.unreadable }} " " {meanings}
                </p>
            }
            .into_any()
        } else if let Some(from) = &view.carried {
            super::carried::mark(desk, cell, from, language)
        } else if view.state == "blank" && desk.missing().with(Option::is_some) && is_asked(desk, cell) {
            view! {
                <p class="bm-cell__said">
                    <button type="button" class="bm-cell__meaning" data-action="confirm-blank" tabindex="-1" on:click=move |_| desk.confirm(cell)>
                        {words.blank_row}
                    </button>
                </p>
            }
            .into_any()
        } else if let Some(read_as) = &view.read_as {
            let text = format!("{} {read_as}", words.read_as);
            view! { <p class="bm-cell__said">{text}</p> }.into_any()
        } else {
            ().into_any()
        }
    })
}

fn is_asked(desk: Desk, cell: CellId) -> bool {
    desk.session(|session| session.is_asked(cell))
        .unwrap_or(false)
}

/// How a figure was computed, with links to its parts.
pub fn explanation(
    desk: Desk,
    cell: CellId,
    view: ReadSignal<CellView>,
    language: Language,
    measure: &str,
) -> AnyView {
    // Reading the signal makes the explanation follow the figure.
    let value = view.with(|view| view.derived);
    let words = words(language);
    let pieces = desk
        .session(|session| session.explain(cell))
        .unwrap_or_default();
    let parts = pieces
        .into_iter()
        .map(|piece| match piece {
            Explained::Figure { cell: operand, figure } => {
                // The result may round to the same while a part changes, or stay missing.
                desk.figure(operand).track();
                let (code, label, id) = desk.form(|form| {
                    form.form.row(operand).map_or_else(Default::default, |row| {
                        (row.plain_code().to_owned(), row.label.text(language).to_owned(), row.id.clone())
                    })
                });
                let shown = figure.map_or_else(|| format!("[{code}]"), write);
                let title = format!("{} {code}: {label}", words.row);
                // Two parts may be the same figure; the links say which is which.
                let name = format!("{shown} ({title})");
                view! {
                    <a href=desk.address_of(&id) title=title aria-label=name on:click=move |_| desk.go_to(operand)>{shown}</a>
                }
                .into_any()
            }
            Explained::Number(number) => write(number).into_any(),
            Explained::Sign(sign) => format!(" {sign} ").into_any(),
        })
        .collect_view();
    let result = match value {
        Some(Ok(number)) => format!(" = {} {measure}", write(number)),
        _ => String::new(),
    };
    view! { <p>{parts} {result}</p> }.into_any()
}
