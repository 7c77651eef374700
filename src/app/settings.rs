//! Settings: the language, and what the keys do.

use super::page::Page;
use super::shell::languages;
use super::words::words;
use crate::browser::Preferences;
use crate::words::Language;
use leptos::prelude::*;

/// The page `#/settings`.
pub fn settings(page: Page, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1 tabindex="-1">{words.settings}</h1>
        <section class="bm-card">
            <h2>{words.settings_language}</h2>
            {languages(page, language)}
        </section>
        {super::window::section(page, language)}
        <section class="bm-card">
            <h2>{words.keys}</h2>
            {super::editor::keys::table(language)}
            <p>
                <label>
                    <input
                        id="settings-signs"
                        type="checkbox"
                        prop:checked=Preferences::load().signs != "no"
                        on:change=move |event| {
                            let mut preferences = Preferences::load();
                            let is_on = event_target_checked(&event);
                            preferences.signs = if is_on { "" } else { "no" }.to_owned();
                            // Where the browser keeps nothing the keys stay as they are.
                            let _ = preferences.save();
                        }
                    />
                    " "
                    {words.keys_signs}
                </label>
            </p>
            <p>{words.settings_about}</p>
        </section>
    }
}

/// A page with a title and a sentence.
pub fn said(title: &'static str, what: &'static str, language: Language) -> impl IntoView {
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p>{what}</p>
        <p><a href="#/">{words(language).home}</a></p>
    }
}
