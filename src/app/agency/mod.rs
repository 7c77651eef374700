//! Which agency reports: the field in which it is typed, and the one that this machine remembers.

mod words;

use super::dom;
use super::page::Page;
use super::parts::dynamic;
use super::words::words as shared;
use crate::browser::Preferences;
use crate::form::Level;
use crate::report::{Agency, code_from_name};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use words::words;

/// How many names are offered at once below the field.
const OFFERED: usize = 6;

/// An agency that is asked for.
#[derive(Clone, Copy)]
pub struct Asked {
    /// What the `id` of the field begins with.
    prefix: &'static str,
    typed: RwSignal<String>,
    /// Why what stands in the field was not taken; gone once something else is typed.
    wrong: RwSignal<Option<String>>,
    /// The name that is of no commune, and that the officer was asked about.
    asked_about: StoredValue<String>,
    known: StoredValue<Arc<Vec<Agency>>>,
}

impl Asked {
    /// Asks for an agency, in a field that holds this text. `prefix` begins the `id` of the field.
    pub fn new(page: Page, prefix: &'static str, typed: String) -> Asked {
        Asked {
            prefix,
            typed: RwSignal::new(typed),
            wrong: RwSignal::new(None),
            asked_about: StoredValue::new(String::new()),
            known: StoredValue::new(page.forms(|forms| forms.agencies()).unwrap_or_default()),
        }
    }

    /// The official agency that is meant by what stands in the field.
    pub fn official(self) -> Option<Agency> {
        let typed = self.typed.get();
        self.known
            .with_value(|known| Agency::meant(&typed, known).cloned())
    }

    /// The agency of the field, of this level where it is no official one; none where the field is empty.
    pub fn agency(self, level: Level) -> Option<Agency> {
        self.official().or_else(|| {
            let name = self.typed.with(|typed| one_space(typed));
            let code = code_from_name(&name);
            (code.len() > 1).then_some(Agency { code, name, level })
        })
    }

    /// The agency with which to go on; none where there is none yet, which is said at the field. What may be meant for
    /// a commune is asked about once, for a report under a name of its own is found by nobody.
    ///
    /// `button` is what stands on the button that goes on.
    pub fn answer(self, level: Level, button: &str, language: Language) -> Option<Agency> {
        let words = words(language);
        let typed = self.typed.get_untracked();
        let is_unclear = self.known.with_value(|known| {
            Agency::meant(&typed, known).is_none() && !Agency::near(&typed, known).is_empty()
        });
        let agency = untrack(|| self.agency(level));
        let why = match &agency {
            None => words.empty.to_owned(),
            Some(agency) if is_unclear && self.asked_about.get_value() != agency.name => {
                self.asked_about.set_value(agency.name.clone());
                filled(words.unclear, &[&agency.name, button])
            }
            Some(_) => return agency,
        };
        self.wrong.set(Some(why));
        self.stand();
        // On a phone it is drawn below what is seen.
        let below = self.wrong_id();
        spawn_local(async move {
            if let Some(said) = dom::by_id(&below) {
                dom::show(&said);
            }
        });
        None
    }

    fn id(self) -> String {
        format!("{}-agency", self.prefix)
    }

    fn wrong_id(self) -> String {
        format!("{}-wrong", self.id())
    }

    /// Puts the focus into the field.
    fn stand(self) {
        dom::focus_first(&format!("#{}", self.id()));
    }

    fn take(self, name: String) {
        self.wrong.set(None);
        self.typed.set(name);
    }

    /// The field, with its name, its list, and below it the communes that may be meant and why it was not taken.
    pub fn field(self, language: Language) -> AnyView {
        let id = self.id();
        let (hint, list) = (format!("{id}-hint"), format!("{id}-list"));
        let offer = |agency: &Agency| {
            let name = format!("{} – {}", agency.name, agency.code);
            view! { <option value=name></option> }.into_any()
        };
        let options: Vec<AnyView> = self
            .known
            .with_value(|known| known.iter().map(offer).collect());
        let wrong = move || match self.wrong.get() {
            Some(wrong) => view! { <p class="bm-note bm-note--error">{wrong}</p> }.into_any(),
            None => ().into_any(),
        };
        view! {
            <label class="bm-field" for=id.clone()>
                <span class="bm-field__label">{shared(language).agency}</span>
                <span class="bm-field__hint" id=hint.clone()>{words(language).hint}</span>
            </label>
            <div class="bm-field">
                <input
                    id=id
                    class="bm-input"
                    list=list.clone()
                    autocomplete="off"
                    aria-describedby=hint
                    prop:value=move || self.typed.get()
                    on:input=move |event| self.take(event_target_value(&event))
                />
                <datalist id=list>{options}</datalist>
                <div role="status">{dynamic(move || self.near(language))}</div>
                <div role="alert" id=self.wrong_id()>{dynamic(wrong)}</div>
            </div>
        }
        .into_any()
    }

    /// The communes that may be meant: the browser's own list finds nothing that is typed without marks.
    fn near(self, language: Language) -> AnyView {
        let words = words(language);
        let typed = self.typed.get();
        let near: Vec<String> = self.known.with_value(|known| {
            if Agency::named(&typed, known).is_some() {
                return Vec::new();
            }
            let near = Agency::near(&typed, known).into_iter();
            near.map(|agency| agency.name.clone()).collect()
        });
        if near.is_empty() {
            return ().into_any();
        }
        let more = near.len().saturating_sub(OFFERED);
        let more = (more > 0).then(|| filled(words.near_more, &[&more.to_string()]));
        let offers: Vec<AnyView> = near
            .into_iter()
            .take(OFFERED)
            .map(|name| {
                let chosen = name.clone();
                let choose = move |_| {
                    self.take(chosen.clone());
                    // The button is gone with this.
                    self.stand();
                };
                view! { <button type="button" class="bm-button bm-button--small" data-near="" on:click=choose>{name}</button> }
                    .into_any()
            })
            .collect();
        view! {
            <div class="bm-row bm-near">
                <span>{words.near}</span>
                {offers}
                {more.map(|more| view! { <span>{more}</span> }.into_any())}
            </div>
        }
        .into_any()
    }
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The agency of a code: the official one, or the one that this machine remembers; else the code stands for itself.
pub fn known_agency(agencies: &[Agency], code: &str) -> Agency {
    if let Some(official) = agencies.iter().find(|agency| agency.code == code) {
        return official.clone();
    }
    let preferences = Preferences::load();
    let is_remembered = preferences.agency_code == code && !preferences.agency_name.is_empty();
    let level = Level::from_word(&preferences.agency_level).filter(|_| is_remembered);
    Agency {
        code: code.to_owned(),
        name: if is_remembered {
            preferences.agency_name
        } else {
            code.to_owned()
        },
        level: level.unwrap_or_default(),
    }
}

/// The next page begins with the same agency.
pub fn remember_agency(agency: &Agency) {
    let mut preferences = Preferences::load();
    preferences.agency_code = agency.code.clone();
    preferences.agency_name = agency.name.clone();
    preferences.agency_level = agency.level.word().to_owned();
    // What is remembered is a convenience; a browser that keeps nothing has said so already.
    let _ = preferences.save();
}
