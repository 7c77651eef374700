//! The pages besides the report: home, form sets, settings, what comes in from a file. They lie in a piece of their own.

use super::dom;
use super::form_sets;
use super::forms::{KEPT, is_built_in};
use super::home;
use super::import;
use super::offline;
use super::page::Page;
use super::parts::file_picker;
use super::piece::{NotLoaded, Piece};
use super::route::Route;
use super::settings;
use super::words::first;
use crate::report::ReportKey;
use crate::store::Shelf;
use crate::words::{Language, Phrase};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use wasm_split_helpers::wasm_split;
use web_sys::File;

/// What this piece offers to the rest.
pub struct Door {
    /// The page `#/`.
    pub home: fn(Page) -> AnyView,
    /// The page `#/forms`.
    pub forms: fn(Page) -> AnyView,
    /// Pages that hold no state of their own.
    pub plain: fn(Page, Route) -> AnyView,
    open_named: fn(Page, Option<String>),
    refusal: fn(Page, Language) -> AnyView,
    look_at: fn(Page, Import, File),
    preview: fn(Page, Import, Language) -> AnyView,
    /// Takes in a report that the page has made itself.
    pub offer: fn(Page, import::OfPage),
    take_document: fn(Page, String) -> Taking,
    /// That there is a new build of the page.
    pub update: fn(Page) -> AnyView,
}

/// A report document on its way in: what names its report, or why it does not come in.
pub type Taking = Pin<Box<dyn Future<Output = Result<ReportKey, Phrase>>>>;

impl Door {
    /// Takes in a report document that somebody else has chosen, and opens it.
    pub fn take_document(&self, page: Page, text: String) -> Taking {
        (self.take_document)(page, text)
    }
}

/// The pages besides the report.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(pages, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door {
        home: home::home,
        forms: form_sets::form_sets,
        plain: settings::plain,
        open_named: form_sets::open_named,
        refusal: form_sets::refusal,
        look_at: import::look_at,
        preview: import::preview_of,
        offer: import::offer,
        take_document: import::take_document,
        update: offline::update,
    };
    Ok(&DOOR)
}

/// What the officer has chosen to import, while it is looked at: only the piece knows what it is.
#[derive(Clone, Copy)]
pub struct Import {
    /// What came of the file; none where none is chosen.
    pub chosen: RwSignal<Option<Arc<dyn Any + Send + Sync>>>,
    /// How many were chosen so far.
    count: StoredValue<u32>,
}

impl Import {
    /// Nothing is chosen yet.
    pub fn new() -> Import {
        Import {
            chosen: RwSignal::new(None),
            count: StoredValue::new(0),
        }
    }

    /// Begins to look at a file. What is asked of it says whether it is still the last one: what comes of an earlier one
    /// afterwards is not shown.
    pub fn begin(self) -> impl Fn() -> bool + Copy {
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        move || self.count.get_value() == number
    }
}

/// What may be opened: our own files, and tables and texts of other programs.
const ACCEPT: &str = ".json,.xlsx,.xlsm,.docx,.csv,.tsv,.txt,.xls,.html,application/json";

/// The button that chooses a file to import.
pub fn picker(page: Page, import: Import, language: Language) -> AnyView {
    let take =
        move |file: File| PIECE.act(page, move |door| (door.look_at)(page, import, file.clone()));
    let picker = file_picker(first(language).import, "import", ACCEPT, Box::new(take));
    view! { <span class="bm-import">{picker}</span> }.into_any()
}

/// The preview of what was chosen, or why it cannot be imported.
pub fn preview(page: Page, import: Import) -> AnyView {
    let language = page.language.get();
    let is_any = import.chosen.with(Option::is_some);
    match PIECE.door().filter(|_| is_any) {
        Some(door) => (door.preview)(page, import, language),
        None => ().into_any(),
    }
}

/// What is wrong with a form set that was refused.
pub fn refusal(page: Page) -> AnyView {
    let language = page.language.get();
    let is_any = page.refused.with(Option::is_some);
    match PIECE.door().filter(|_| is_any) {
        Some(door) => (door.refusal)(page, language),
        None => ().into_any(),
    }
}

/// Opens what was kept of earlier form sets, and the form set of `?form=`. Who has neither waits for nothing.
pub fn open_named(page: Page) {
    spawn_local(async move {
        let kept = page.shelf().keys(KEPT).await;
        // A portal that serves the page for one form set names it on the root element: `<html data-form="form.json">`.
        let named = dom::parameter("form").or_else(|| dom::root("data-form"));
        let named = named.filter(|name| !is_built_in(name));
        if named.is_none() && kept.is_ok_and(|keys| keys.is_empty()) {
            page.forms_are_known();
            return;
        }
        PIECE.act(page, move |door| (door.open_named)(page, named.clone()));
    });
}
