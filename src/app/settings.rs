//! Settings: the language, and what the keys do.

use super::backup::{self, Restoring};
use super::dom;
use super::page::Page;
use super::parts::{self, dynamic, said};
use super::route::Route;
use super::shell::languages;
use super::words::words;
use crate::browser::Preferences;
use crate::words::Language;
use leptos::prelude::*;

/// The page `#/settings`.
fn settings(page: Page, restoring: Restoring, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        {parts::title(words.settings)}
        <section class="bm-card">
            <h2>{words.settings_language}</h2>
            {languages(page, language)}
        </section>
        {super::window::section(page, language)}
        {backup::PIECE.view(page, move |door| (door.storage)(page, language))}
        {backup::PIECE.view(page, move |door| (door.card)(page, restoring, language))}
        {super::offline::section(page, language)}
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

/// Pages that hold no state of their own.
pub fn plain(page: Page, route: Route) -> AnyView {
    let restoring = Restoring::new();
    dynamic(move || {
        let language = page.language.get();
        let words = words(language);
        request_animation_frame(|| dom::set_root("data-ready", "true"));
        match route {
            Route::Settings => settings(page, restoring, language).into_any(),
            _ => said(words.not_found, words.not_found_what, language),
        }
    })
}
