//! The list of units that are to report, and how it is changed.

use super::chooser::{agency, levels, typed};
use super::hall::Hall;
use super::words::{Words, words};
use super::{keep, opening};
use crate::app::dom;
use crate::app::parts::{dynamic, file_picker};
use crate::app::words::words as page_words;
use crate::browser::files;
use crate::exchange::{read_roll, roll_csv};
use crate::form::Level;
use crate::format::MAX_BYTES;
use crate::report::Agency;
use crate::words::{Language, Phrase, filled};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlSelectElement};

/// What a picker of lists takes.
const ACCEPT: &str = ".csv,.tsv,.txt,text/csv";

/// The list and what changes it, folded away.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let wrong = RwSignal::new(None::<Phrase>);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let level = dom::by_id::<HtmlSelectElement>("roll-level").map(|field| field.value());
        let level = level
            .and_then(|word| Level::from_word(&word))
            .unwrap_or_default();
        match agency(&typed("roll-name"), &typed("roll-code"), level) {
            Some(agency) => {
                wrong.set(None);
                change(hall, move |roll| roll.add(agency));
                dom::focus_first("#roll-name");
            }
            None => {
                let of = |language| super::words::words(language).into_wrong;
                wrong.set(Some(Phrase::new(of(Language::Vi), of(Language::En))));
                dom::focus_first("#roll-name");
            }
        }
    };
    let load = move |file: File| {
        spawn_local(async move {
            let read = read(&file).await;
            wrong.try_set(read.as_ref().err().cloned());
            if let Ok(roll) = read {
                change(hall, move |list| *list = roll);
            }
        });
    };
    let standard = move |_| {
        hall.note(|gathered| {
            let into = gathered.collection.into_agency().clone();
            gathered.roll = opening::standard_roll(hall.page, &into);
            gathered.is_own_roll = false;
        });
        spawn_local(keep::keep_roll(hall));
    };
    let hand_out = move |_| {
        let text = hall.look(|gathered| roll_csv(gathered.roll.agencies(), language));
        if let Some(text) = text {
            files::download("danh-sach-don-vi.csv", "text/csv;charset=utf-8", &text);
        }
    };
    let known = dynamic(move || {
        let known = hall.watch(|gathered| (gathered.roll.agencies().len(), gathered.is_own_roll));
        let (count, is_own) = known.unwrap_or_default();
        let template = if is_own {
            words.roll_own
        } else {
            words.roll_standard
        };
        view! { <p data-gather="roll">{filled(template, &[&count.to_string()])}</p> }.into_any()
    });
    view! {
        <details class="bm-gather__roll">
            <summary data-action="roll">{words.roll}</summary>
            {known}
            <form novalidate=true class="bm-filter" on:submit=add>
                <label class="bm-filter__one">
                    <span class="bm-filter__name">{words.into_name}</span>
                    <input id="roll-name" class="bm-input" autocomplete="off" />
                </label>
                <label class="bm-filter__one">
                    <span class="bm-filter__name">{words.into_code}</span>
                    <input id="roll-code" class="bm-input" autocomplete="off" />
                </label>
                <label class="bm-filter__one">
                    <span class="bm-filter__name">{of_page.level}</span>
                    <select id="roll-level" class="bm-input">{levels(Level::Commune, language)}</select>
                </label>
                <button type="submit" class="bm-button" data-action="roll-add">{words.roll_add}</button>
            </form>
            <div role="alert">
                {dynamic(move || match wrong.get() {
                    Some(why) => {
                        view! { <p class="bm-note bm-note--error">{why.text(language).to_owned()}</p> }.into_any()
                    }
                    None => ().into_any(),
                })}
            </div>
            <p class="bm-row">
                {file_picker(words.roll_load, "roll-load", ACCEPT, Box::new(load))}
                <button type="button" class="bm-button" data-action="roll-csv" on:click=hand_out>{words.roll_csv}</button>
                <button type="button" class="bm-button" data-action="roll-standard" on:click=standard>
                    {words.roll_back}
                </button>
            </p>
        </details>
    }
    .into_any()
}

async fn read(file: &File) -> Result<crate::consolidate::Roll, Phrase> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let bytes = files::read_bytes(file, limit).await;
    let bytes = bytes.map_err(|trouble| crate::app::import::trouble_words(&trouble))?;
    read_roll(&bytes.to_vec())
}

/// Changes the list, and keeps it.
fn change(hall: Hall, act: impl FnOnce(&mut crate::consolidate::Roll)) {
    hall.note(|gathered| {
        act(&mut gathered.roll);
        gathered.is_own_roll = true;
    });
    spawn_local(keep::keep_roll(hall));
}

/// Takes a missing unit off the list.
pub fn off_button(hall: Hall, agency: &Agency, words: &'static Words) -> AnyView {
    let label = [words.roll_off, ": ", &agency.name].concat();
    let code = agency.code.clone();
    let off = move |_| {
        let code = code.clone();
        change(hall, move |roll| roll.remove(&code));
        dom::answer_at("[data-action=\"missing-csv\"]");
    };
    view! {
        <button type="button" class="bm-button" data-action="roll-off" aria-label=label on:click=off>
            {words.roll_off}
        </button>
    }
    .into_any()
}
