//! The figure of a row: a field to type in, a list to choose from, or a computed value with its explanation.
//!
//! A field is never rewritten while the officer types in it: Telex, Unikey and decimal commas would break
//! (PLATFORM.md section 7). It shows the figure as written for people once it is left.

use super::side::part;
use crate::app::desk::{CellView, Desk};
use crate::app::parts::{dynamic, text, word};
use crate::app::words::{First, first};
use crate::form::{CellId, Kind, Row};
use crate::formula::Reason;
use crate::number::write;
use crate::words::Language;
use leptos::html;
use leptos::prelude::*;

/// What a screen reader calls the figure: sheet, code and label.
fn name_of(desk: Desk, cell: CellId, row: &Row, language: Language) -> String {
    desk.form(|form| {
        let address = form.form.address(cell);
        let measure = row.measure.text(language);
        let label = row.label.text(language);
        if measure.is_empty() {
            format!("{}: {label}", address.text(language))
        } else {
            format!("{}: {label} ({measure})", address.text(language))
        }
    })
}

/// What a screen reader says after the name: what the page says of the entry, and what is found in the row.
fn described_by(row: &Row) -> String {
    format!("said-{0} found-{0}", row.id)
}

/// A row that is typed or chosen.
pub fn entry(desk: Desk, cell: CellId, row: &Row, language: Language) -> AnyView {
    let words = first(language);
    let view = desk.cell(cell);
    let name = name_of(desk, cell, row, language);
    let said_id = format!("said-{}", row.id);
    let field = if row.kind == Kind::Choice {
        choice(desk, cell, row, language, name.clone())
    } else {
        typed(desk, cell, row, language, name.clone())
    };
    let none_label = format!(
        "{} – {}: {name}",
        words.not_applicable_short, words.not_applicable
    );
    view! {
        // After each key the browser's autofill walks all inputs that share a form, or have none: in a form of its own
        // the cell is walked alone, and the key is painted a third sooner.
        <form class="bm-cell" method="dialog" autocomplete="off" on:submit=|event| event.prevent_default()>
            {field}
            <button
                type="button"
                class="bm-cell__none"
                data-action="not-applicable"
                data-for=row.id.clone()
                title=words.not_applicable_keys
                aria-label=none_label
                aria-pressed=word(move || Some(if view.with(CellView::is_not_applicable) { "true" } else { "false" }))
                tabindex="-1"
                on:click=move |_| desk.toggle_not_applicable(cell)
            >
                {words.not_applicable_short}
            </button>
        </form>
        <div id=said_id>{part(desk, move |door| (door.said)(desk, cell, view, language))}</div>
    }
    .into_any()
}

fn typed(desk: Desk, cell: CellId, row: &Row, language: Language, name: String) -> AnyView {
    let words = first(language);
    let view = desk.cell(cell);
    let field = NodeRef::<html::Input>::new();
    let is_text = row.kind == Kind::Text;
    let class = if is_text {
        "bm-cell__input bm-cell__input--text"
    } else {
        "bm-cell__input"
    };
    // Not by the framework, which would compare with what it wrote last and not with what was typed since.
    let shown = desk.text(cell);
    Effect::new(move || {
        let text = shown.get();
        if let Some(field) = field.get_untracked()
            && field.value() != text
        {
            field.set_value(&text);
        }
    });
    view! {
        <input
            node_ref=field
            type="text"
            class=class
            // A typed ratio may be negative, and the decimal pad of some telephones has no minus.
            inputmode=if is_text || row.kind == Kind::Ratio { "text" } else { "decimal" }
            autocomplete="off"
            spellcheck="false"
            data-row=row.id.clone()
            data-state=word(move || Some(view.with(|view| view.state)))
            aria-label=name
            aria-describedby=described_by(row)
            aria-invalid=word(move || view.with(CellView::is_wrong).then_some("true"))
            placeholder=word(move || Some(nothing_word(&view, words, "")))
            prop:value=desk.text(cell).get_untracked()
            on:input=move |event| desk.enter(cell, &event_target_value(&event))
        />
    }
    .into_any()
}

fn choice(desk: Desk, cell: CellId, row: &Row, language: Language, name: String) -> AnyView {
    let words = first(language);
    let view = desk.cell(cell);
    let shown = desk.text(cell);
    let options = row
        .options
        .iter()
        .map(|option| {
            let code = option.code.clone();
            let text = format!("{} = {code}", option.label.text(language));
            // Only at first: afterwards the value of the list itself is set.
            let chosen = shown.with_untracked(|shown| *shown == code);
            view! {
                <option value=code selected=chosen>{text}</option>
            }
            .into_any()
        })
        .collect::<Vec<AnyView>>();
    // A text that is none of the options stays in the list, so that it is neither hidden nor lost.
    let foreign = dynamic(move || {
        view.with(|view| {
            if view.state != "unreadable" {
                return ().into_any();
            }
            let text = shown.get();
            view! { <option value=text.clone() selected=true>{text.clone()}</option> }.into_any()
        })
    });
    let nothing = text(move || nothing_word(&view, words, words.choose).to_owned());
    view! {
        <select
            class="bm-cell__input"
            data-row=row.id.clone()
            data-state=word(move || Some(view.with(|view| view.state)))
            aria-label=name
            aria-describedby=described_by(row)
            aria-invalid=word(move || view.with(CellView::is_wrong).then_some("true"))
            prop:value=move || shown.get()
            on:change=move |event| desk.enter(cell, &event_target_value(&event))
        >
            <option value="">{nothing}</option>
            {options}
            {foreign}
        </select>
    }
    .into_any()
}

/// What an empty field says: that nothing arose, or that it is blank on purpose.
fn nothing_word(
    view: &ReadSignal<CellView>,
    words: &'static First,
    otherwise: &'static str,
) -> &'static str {
    view.with(|view| match view {
        view if view.is_not_applicable() => words.not_applicable,
        view if view.is_confirmed_blank() => words.blank_confirmed,
        _ => otherwise,
    })
}

/// A row that is computed.
pub fn derived(desk: Desk, cell: CellId, row: &Row, language: Language) -> AnyView {
    let words = first(language);
    let view = desk.cell(cell);
    let name = name_of(desk, cell, row, language);
    let open = RwSignal::new(false);
    let measure = row.measure.text(language).to_owned();
    let figure = text(move || {
        view.with(|view| match view.derived {
            Some(Ok(number)) => write(number),
            Some(Err(reason)) => no_figure(reason, language),
            None => no_figure(Reason::Missing, language),
        })
    });
    let how = dynamic(move || {
        if open.get() {
            let measure = measure.clone();
            part(desk, move |door| {
                (door.explanation)(desk, cell, view, language, &measure)
            })
        } else {
            ().into_any()
        }
    });
    view! {
        <output
            class="bm-derived"
            data-row=row.id.clone()
            data-state=word(move || Some(view.with(|view| view.state)))
            data-fits=word(move || view.with(fits).then_some(""))
            aria-label=name
            aria-live="off"
        >
            {figure}
        </output>
        <details class="bm-explain" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary data-action="explain" data-explain=row.id.clone()>{words.how}</summary>
            {how}
        </details>
    }
    .into_any()
}

/// Whether a computed figure stands on one line, however narrow the column is. The page then lays out its cell alone
/// when it changes (style/sheet.css).
fn fits(view: &CellView) -> bool {
    const SIGNS: usize = 14;
    matches!(view.derived, Some(Ok(number)) if write(number).len() <= SIGNS)
}

pub(super) fn no_figure(reason: Reason, language: Language) -> String {
    let (vi, en) = reason.words();
    format!("— {}", language.pick(vi, en))
}
