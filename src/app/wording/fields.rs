//! The section: the fields of the letter, then each heading with what is said under it from the figures and the field in
//! which the officer writes.

use super::{close, element, words};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::parts::{dynamic, text};
use crate::exchange::document::{COMMUNE_TITLE, RECIPIENTS, written_of};
use crate::form::{Heading, Level, Sentence};
use crate::report::{Session, letter};
use crate::words::{Language, filled};
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

/// The longest text of a field, in letters: some twenty pages. A report has to stay small enough to be kept and read.
const LONGEST: &str = "50000";

/// The section, with one ear for all its fields.
pub(super) fn section(desk: Desk, language: Language) -> AnyView {
    let said = words(language);
    let headings = desk.form(|form| form.narrative().headings.clone());
    let has_headings = !headings.is_empty();
    let write = move |event: Event| {
        if let Some(area) = element::<HtmlTextAreaElement>(&event) {
            write(desk, &area, &area.value());
        } else if let Some(input) = element::<HtmlInputElement>(&event) {
            match input.get_attribute("data-alone") {
                Some(id) => desk.set_alone(&id, input.checked()),
                None => write(desk, &input, &input.value()),
            }
        }
    };
    let count = text(move || {
        desk.wording.follow();
        let of = desk.session(written_of).unwrap_or_default();
        filled(said.count, &[&of.0.to_string(), &of.1.to_string()])
    });
    view! {
        <section
            class="bm-wording"
            aria-labelledby="wording-title"
            on:input=write
            on:focusout=move |_| desk.rest()
        >
            <h2 id="wording-title" tabindex="-1">{said.title}</h2>
            <p>{said.what}</p>
            {has_headings.then(|| view! { <p data-wording="count">{count}</p> })}
            {letter_fields(desk, has_headings, language)}
            {parts(desk, &headings, language)}
            <button type="button" class="bm-button" data-action="wording-close" on:click=move |_| close(desk)>
                {said.close}
            </button>
        </section>
    }
    .into_any()
}

fn write(desk: Desk, field: &web_sys::Element, text: &str) {
    if let Some(id) = field.get_attribute("data-paragraph") {
        desk.write_paragraph(&id, text);
    }
}

/// Leads to what is kept under this id, a field or the choice beside it, and to the title where there is none.
pub(super) fn reveal(id: &str) {
    let selector = match id.strip_suffix(letter::ALONE) {
        Some(heading) => format!("[data-alone=\"{heading}\"]"),
        None => format!("[data-paragraph=\"{id}\"]"),
    };
    let document = dom::document();
    let field = document.and_then(|document| document.query_selector(&selector).ok()?);
    match field.filter(|_| !id.is_empty()) {
        Some(field) => {
            if let Ok(Some(folded)) = field.closest("details") {
                // It cannot fail for a name that is one.
                let _ = folded.set_attribute("open", "");
            }
            dom::focus_first(&selector);
        }
        None => {
            dom::focus_first("#wording-title");
        }
    }
}

fn letter_fields(desk: Desk, has_headings: bool, language: Language) -> AnyView {
    let said = words(language);
    let fields: Vec<AnyView> = letter::FIELDS
        .iter()
        .filter(|field| field.id != letter::BODY || !has_headings)
        .map(|known| {
            let hint = desk.session(|session| hint(session, known.id)).flatten();
            let hint = hint.map(|hint| (said.if_blank, hint));
            let name = known.name().text(language).to_owned();
            let rows = match known.id {
                letter::BODY => "12",
                _ => "3",
            };
            let rows = known.has_lines.then_some(rows);
            field(desk, known.id, name, rows, None, hint)
        })
        .collect();
    view! {
        <details class="bm-wording__part" open=!has_headings>
            <summary>{said.letter}</summary>
            <div class="bm-wording__letter">{fields}</div>
        </details>
    }
    .into_any()
}

/// What the document says where a field of the letter is blank.
fn hint(session: &Session, id: &str) -> Option<String> {
    let narrative = session.form().narrative();
    let spoken = |sentence: &Sentence| session.spoken(sentence).text;
    let hint = match id {
        letter::SUBJECT => spoken(&narrative.subject),
        letter::OPENING => spoken(&narrative.opening),
        letter::ADDRESSEE => narrative.addressee.replace('\n', "; "),
        letter::RECIPIENTS => RECIPIENTS.join("; "),
        letter::TITLE if session.report().agency.level == Level::Commune => {
            COMMUNE_TITLE.join("; ")
        }
        _ => String::new(),
    };
    (!hint.is_empty()).then_some(hint)
}

/// The headings, folded by their parts: I, II, III.
fn parts(desk: Desk, headings: &[Heading], language: Language) -> AnyView {
    let mut parts: Vec<(String, Vec<AnyView>)> = Vec::new();
    for (place, heading) in headings.iter().enumerate() {
        let title = desk.session(|session| session.title_of(heading, language));
        let title = format!("{} {}", heading.code, title.unwrap_or_default());
        if heading.depth == 0 || parts.is_empty() {
            parts.push((title.clone(), Vec::new()));
        }
        let next = headings.get(place + 1);
        let is_above = next.is_some_and(|next| next.depth > heading.depth);
        let is_used = desk
            .session(|session| !session.paragraph(&heading.id).is_empty())
            .unwrap_or(false);
        // Under I, II, III stand headings and hardly ever a text of their own.
        if heading.depth > 0 || !is_above || is_used {
            let one = one(desk, heading, title, language);
            if let Some((_, ones)) = parts.last_mut() {
                ones.push(one);
            }
        }
    }
    let parts: Vec<AnyView> = parts
        .into_iter()
        .map(|(title, ones)| {
            view! {
                <details class="bm-wording__part" open>
                    <summary>{title}</summary>
                    {ones}
                </details>
            }
            .into_any()
        })
        .collect();
    view! { {parts} }.into_any()
}

/// A heading: its sentences, and the field.
fn one(desk: Desk, heading: &Heading, title: String, language: Language) -> AnyView {
    let sentences = (!heading.sentences.is_empty()).then(|| sentences(desk, heading, language));
    let field = field(desk, &heading.id, title, Some("3"), sentences, None);
    let class = match heading.depth {
        0 | 1 => "bm-wording__one",
        _ => "bm-wording__one bm-wording__one--deep",
    };
    view! { <div class=class>{field}</div> }.into_any()
}

/// What is said from the figures as they stand, and that it is left out.
fn sentences(desk: Desk, heading: &Heading, language: Language) -> AnyView {
    let said = words(language);
    let id = heading.id.clone();
    let of_box = heading.id.clone();
    let is_alone = Memo::new(move |_| {
        desk.wording.texts.track();
        desk.session(|session| session.is_alone(&of_box))
            .unwrap_or(false)
    });
    let sentences = heading.sentences.clone();
    let spoken = Memo::new(move |_| {
        desk.wording.figures.track();
        let speak = |session: &Session| {
            let all = sentences.iter().map(|sentence| session.spoken(sentence));
            all.map(|spoken| (spoken.text, spoken.is_whole))
                .collect::<Vec<_>>()
        };
        desk.session(speak).unwrap_or_default()
    });
    let lines = dynamic(move || {
        let line = |(text, is_whole): (String, bool)| {
            let missing = (!is_whole).then(|| view! { " " <em>{said.missing}</em> });
            view! {
                <li data-said=if is_whole { "whole" } else { "missing" }>
                    <span lang="vi">{text}</span> {missing}
                </li>
            }
            .into_any()
        };
        let lines: Vec<AnyView> = spoken.get().into_iter().map(line).collect();
        view! { <ul>{lines}</ul> }.into_any()
    });
    view! {
        <div class="bm-wording__said">
            <p>{said.said}</p>
            {lines}
            <label>
                <input type="checkbox" data-alone=id prop:checked=move || is_alone.get() />
                " " {said.alone}
            </label>
        </div>
    }
    .into_any()
}

/// A field of one line, or of several; what stands above it, and what is said where it is blank.
fn field(
    desk: Desk,
    id: &str,
    name: String,
    rows: Option<&'static str>,
    above: Option<AnyView>,
    hint: Option<(&'static str, String)>,
) -> AnyView {
    let html_id = format!("wording-{id}");
    let hint_id = hint.is_some().then(|| format!("{html_id}-hint"));
    let of_value = id.to_owned();
    let value = Memo::new(move |_| {
        desk.wording.texts.track();
        desk.session(|session| session.paragraph(&of_value).to_owned())
            .unwrap_or_default()
    });
    // What the document says is Vietnamese, whatever the page speaks.
    let hint = hint.map(|(if_blank, hint)| {
        view! { <p class="bm-wording__hint" id=hint_id.clone()>{if_blank} " " <span lang="vi">{hint}</span></p> }
    });
    let input = match rows {
        Some(rows) => view! {
            <textarea
                id=html_id.clone()
                class="bm-input bm-wording__area"
                rows=rows
                lang="vi"
                autocomplete="off"
                maxlength=LONGEST
                aria-describedby=hint_id
                data-paragraph=id.to_owned()
                prop:value=move || value.get()
            ></textarea>
        }
        .into_any(),
        None => view! {
            <input
                id=html_id.clone()
                type="text"
                class="bm-input bm-wording__area"
                lang="vi"
                autocomplete="off"
                maxlength="500"
                aria-describedby=hint_id
                data-paragraph=id.to_owned()
                prop:value=move || value.get()
            />
        }
        .into_any(),
    };
    view! {
        <div class="bm-wording__field">
            <label for=html_id class="bm-wording__label">{name}</label>
            {above}
            {input}
            {hint}
        </div>
    }
    .into_any()
}
