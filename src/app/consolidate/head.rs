//! The page as a whole: who consolidates what, how files come in, and the parts below.

use super::hall::{Hall, NotKept};
use super::more::AT_ONCE;
use super::words::{Words, words};
use super::{chooser, dialog, found, making, matrix, ranking, reading, result, units};
use crate::app::parts::{self, Choice, dynamic, files_picker, text};
use crate::browser::dropped::{Dropped, chosen};
use crate::period::Period;
use crate::words::{Language, filled};
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What fields of files offer: our own files.
const ACCEPT: &str = ".json,.xlsx,application/json";

/// The page.
pub fn hall(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let over = move |event: DragEvent| event.prevent_default();
    let drop = move |event: DragEvent| {
        event.prevent_default();
        let Some(carried) = event.data_transfer() else {
            return;
        };
        let dropped = Dropped::of(&carried);
        spawn_local(async move { reading::take(hall, dropped.files().await) });
    };
    let take = move |files| reading::take(hall, chosen(files));
    let title = hall.look(|gathered| title_of(gathered.collection.period(), words, language));
    view! {
        <div class="bm-gather" on:dragover=over on:drop=drop>
            {title.map(parts::title)}
            {chooser::chooser(hall, language)}
            <section class="bm-card" aria-labelledby="gather-files">
                <h2 id="gather-files">{words.files}</h2>
                <p>{words.files_what}</p>
                <div class="bm-row">
                    {files_picker(words.add, "consolidate-add", Choice::Many(ACCEPT), Box::new(take))}
                    {files_picker(words.add_folder, "consolidate-folder", Choice::Folder, Box::new(take))}
                </div>
                {dynamic(move || course(hall, language))}
                {dynamic(move || not_kept(hall, words))}
                {dynamic(move || refused(hall, language))}
            </section>
            {units::section(hall, language)}
            {result::section(hall, language)}
            {found::section(hall, language)}
            {making::section(hall, language)}
            {matrix::section(hall, language)}
            {ranking::section(hall, language)}
            {dialog::dialog(hall, language)}
        </div>
    }
    .into_any()
}

/// “Tổng hợp – Quý I năm 2026”.
fn title_of(period: &str, words: &Words, language: Language) -> String {
    let name = Period::parse(period).map(|period| period.name());
    let name = name.as_ref().map_or(period, |name| name.text(language));
    [words.title, " – ", name].concat()
}

/// How far the reading has come, and the button that ends it.
fn course(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let is_under_way = Memo::new(move |_| hall.course.with(|course| course.of > 0));
    dynamic(move || {
        if !is_under_way.get() {
            return ().into_any();
        }
        let said = text(move || {
            let course = hall.course.get();
            [course.done.to_string(), course.of.to_string()].join("/")
        });
        view! {
            <p class="bm-row bm-gather__course" data-gather="reading">
                <progress
                    id="gather-progress"
                    max=move || hall.course.get().of.to_string()
                    value=move || hall.course.get().done.to_string()
                    aria-label=words.reading
                ></progress>
                <span>{words.reading} " " {said}</span>
                <button type="button" class="bm-button" data-action="consolidate-stop" on:click=move |_| hall.stop()>
                    {words.stop}
                </button>
            </p>
        }
        .into_any()
    })
}

fn not_kept(hall: Hall, words: &'static Words) -> AnyView {
    let said = match hall.not_kept.get() {
        None => return ().into_any(),
        Some(NotKept::TooMany) => {
            let most = super::keep::MOST.to_string();
            filled(words.too_many, &[&most])
        }
        Some(NotKept::Refused) => words.not_kept.to_owned(),
    };
    view! { <p class="bm-note bm-note--warning" role="status" data-gather="not-kept">{said}</p> }
        .into_any()
}

/// The files that did not come in, each with the reason.
fn refused(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let refused = hall.watch(|gathered| gathered.refused.clone());
    let refused = refused.unwrap_or_default();
    if refused.is_empty() {
        return ().into_any();
    }
    let count = refused.len().to_string();
    let items: Vec<AnyView> = refused
        .into_iter()
        .take(AT_ONCE)
        .map(|(name, why)| {
            let why = why.text(language).to_owned();
            view! { <li><bdi lang="vi">{name}</bdi> ": " {why}</li> }.into_any()
        })
        .collect();
    let clear = move |_| {
        hall.note(|gathered| gathered.refused.clear());
    };
    view! {
        <div class="bm-note bm-note--warning" data-gather="refused">
            <h3>{filled(words.refused, &[&count])}</h3>
            <ul class="bm-gather__refused" tabindex="0">{items}</ul>
            <p>
                <button type="button" class="bm-button" data-action="refused-clear" on:click=clear>
                    {words.refused_clear}
                </button>
            </p>
        </div>
    }
    .into_any()
}
