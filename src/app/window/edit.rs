//! The form in which an officer sets the window of a period.

use super::written_shown;
use crate::app::dom;
use crate::app::parts::dynamic;
use crate::app::words::{Words, words};
use crate::period::{DayFault, DayOf, Days, Period, Status, Window, read_days, write_day};
use crate::words::Language;
use leptos::prelude::*;

/// What is edited, and what becomes of it.
pub struct Editing {
    /// The period.
    pub period: Period,
    /// Its window as it stands.
    pub window: Option<Window>,
    /// Its window in the documents.
    pub written: Option<Window>,
    /// Takes the days that were entered.
    pub save: Box<dyn Fn(Days)>,
    /// Puts the form away; nothing was entered.
    pub close: Box<dyn Fn()>,
}

const IDS: [(DayOf, &str, &str); 3] = [
    (DayOf::From, "window-from", "window-from-wrong"),
    (DayOf::To, "window-to", "window-to-wrong"),
    (DayOf::SendBefore, "window-send", "window-send-wrong"),
];

/// The form. Its first field takes the focus.
pub fn form(editing: Editing, language: Language) -> AnyView {
    let words = words(language);
    let Editing {
        period,
        window,
        written,
        save,
        close,
    } = editing;
    let texts = |window: Option<&Window>| -> [String; 3] {
        let Some(window) = window else {
            return Default::default();
        };
        let send_before = window.send_before.map(write_day).unwrap_or_default();
        [write_day(window.from), write_day(window.to), send_before]
    };
    let typed = RwSignal::new(texts(window.as_ref()));
    let faults = RwSignal::new(Vec::<DayFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let [from, to, send_before] = typed.get_untracked();
        match read_days(period, &from, &to, &send_before) {
            Ok(days) => save(days),
            Err(found) => {
                let first = found.first().map(|fault| fault.of);
                faults.set(found);
                if let Some((_, id, _)) = IDS.iter().find(|(of, _, _)| Some(*of) == first) {
                    dom::focus_first(&format!("#{id}"));
                }
            }
        }
    };
    let reset = written.as_ref().map(|written| {
        let of_documents = texts(Some(written));
        let name = match written.status {
            Status::Printed | Status::Own => words.window_reset,
            Status::Expected => words.window_reset_expected,
        };
        view! {
            <button
                type="button"
                class="bm-button"
                data-action="window-reset"
                on:click=move |_| {
                    typed.set(of_documents.clone());
                    faults.set(Vec::new());
                    dom::focus_first("#window-from");
                }
            >
                {name}
            </button>
        }
        .into_any()
    });
    let said = written
        .as_ref()
        .map(|written| written_shown(written, words));
    let title = format!("{}: {}", words.window_edit, period.name().text(language));
    request_animation_frame(|| {
        dom::focus_first("#window-from");
    });
    view! {
        <form class="bm-window__form" novalidate=true data-window-form on:submit=submit>
            <fieldset class="bm-window__fields">
                <legend>{title}</legend>
                <p id="window-hint">{words.window_hint}</p>
                <div class="bm-window__days">
                    {field(DayOf::From, words.window_first, typed, faults, language)}
                    {field(DayOf::To, words.window_last, typed, faults, language)}
                    {field(DayOf::SendBefore, words.send_before, typed, faults, language)}
                </div>
                <p>{said}</p>
                <div class="bm-row">
                    <button type="submit" class="bm-button bm-button--main" data-action="window-save">
                        {words.window_save}
                    </button>
                    {reset}
                    <button type="button" class="bm-button" data-action="window-cancel" on:click=move |_| close()>
                        {words.window_cancel}
                    </button>
                </div>
            </fieldset>
        </form>
    }
    .into_any()
}

/// One day: its label, its field, and what is wrong with it.
fn field(
    of: DayOf,
    label: &'static str,
    typed: RwSignal<[String; 3]>,
    faults: RwSignal<Vec<DayFault>>,
    language: Language,
) -> AnyView {
    let place = IDS
        .iter()
        .position(|(known, _, _)| *known == of)
        .unwrap_or(0);
    let Some((_, id, wrong_id)) = IDS.get(place) else {
        return ().into_any();
    };
    let text = move || typed.with(|texts| texts.get(place).cloned().unwrap_or_default());
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.of == of));
    let described = move || {
        if is_wrong() {
            format!("window-hint {wrong_id}")
        } else {
            "window-hint".to_owned()
        }
    };
    let wrong = dynamic(move || {
        faults.with(|faults| {
            let fault = faults.iter().find(|fault| fault.of == of);
            fault.map_or_else(
                || ().into_any(),
                |fault| {
                    let problem = fault.problem.text(language).to_owned();
                    view! { <p class="bm-window__wrong" id=*wrong_id>{problem}</p> }.into_any()
                },
            )
        })
    });
    view! {
        <div class="bm-field">
            <label class="bm-field__label" for=*id>{label}</label>
            <input
                id=*id
                class="bm-input"
                inputmode="numeric"
                autocomplete="off"
                placeholder=placeholder(of, words(language))
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=described
                prop:value=text
                on:input=move |event| {
                    let text = event_target_value(&event);
                    typed.update(|texts| {
                        if let Some(field) = texts.get_mut(place) {
                            *field = text;
                        }
                    });
                }
            />
            {wrong}
        </div>
    }
    .into_any()
}

/// Only the day to send before may stay empty.
fn placeholder(of: DayOf, words: &Words) -> Option<&'static str> {
    match of {
        DayOf::SendBefore => Some(words.window_unknown),
        DayOf::From | DayOf::To => None,
    }
}
