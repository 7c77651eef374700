//! What every part of the app shares: language, address, form sets, shelf, and what is being said.

use super::dom;
use super::forms::{Forms, is_built_in};
use super::pages::Import;
use super::piece::Wanted;
use super::plan::PlanFiles;
use super::route::Route;
use crate::browser::{IndexedDbShelf, Keeper, Preferences, beside, clock, timer};
use crate::exchange::table::Block;
use crate::form::FormIssue;
use crate::period::Date;
use crate::report::{OpenForm, ReportKey};
use crate::store::SaveState;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// How long one waits between two looks at a keeper that ends, in milliseconds.
const LOOK_AGAIN: u64 = 5;

/// The page; copied into every component, and into every closure that is in it.
///
/// There is one as long as the program runs, so its handles stand in one place and are never given back.
#[derive(Clone, Copy)]
pub struct Page(&'static Handles);

impl std::ops::Deref for Page {
    type Target = Handles;

    fn deref(&self) -> &Handles {
        self.0
    }
}

/// The handles to the state that every page shares.
pub struct Handles {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The address.
    pub route: RwSignal<Route>,
    /// Whether the open report is saved; none where no report is open.
    pub save: RwSignal<Option<SaveState>>,
    /// Whether the browser keeps nothing for this page.
    pub memory_only: RwSignal<bool>,
    /// What is wrong with a form set that was refused.
    pub refused: RwSignal<Option<Refused>>,
    /// What must be said about the record of the open report.
    pub notice: RwSignal<Option<Notice>>,
    /// The local day, kept up by [`super::window::follow_day`].
    pub today: RwSignal<Date>,
    /// Counts up when a report or a form set was taken in, so that what shows them looks again.
    pub taken: RwSignal<u32>,
    /// Counts up when the script of the page says something new of working without a network.
    pub offline: RwSignal<u32>,
    /// What was asked for and waits for its piece, which has not come.
    pub wanted: RwSignal<Option<Wanted>, LocalStorage>,
    /// Whether what is saved is looked after besides ([`super::backup::follow`]).
    pub is_followed: RwSignal<bool>,
    /// Tables from a file, and the report into which they go once it is open.
    pub carried: RwSignal<Option<(ReportKey, Arc<Vec<Block>>)>>,
    /// What the officer has chosen to import.
    pub import: Import,
    /// Whether reports are only shown (`?mode=view`, or as the host wishes).
    pub is_view: RwSignal<bool>,
    forms: StoredValue<Forms, LocalStorage>,
    plan: StoredValue<PlanFiles, LocalStorage>,
    shelf: StoredValue<Rc<IndexedDbShelf>, LocalStorage>,
    closing: StoredValue<Rc<Cell<u32>>, LocalStorage>,
    forms_known: StoredValue<bool>,
}

/// Why there is no form set of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForm {
    /// No form set has it.
    Unknown,
    /// Its file beside the page did not come: the line is down, or the page was put up without it.
    NotLoaded,
}

/// A sentence of the page, in the language that it is asked for.
pub type Notice = fn(Language) -> &'static str;

/// A form set that was refused, or could not be kept, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file or the address.
    pub name: String,
    /// What is wrong with it.
    pub issues: Vec<FormIssue>,
    /// Whether it is in use all the same.
    pub is_taken: bool,
}

impl Page {
    /// The page as it opens.
    pub fn new() -> Page {
        let shelf = Rc::new(IndexedDbShelf::new());
        shelf.wake();
        open_as_named();
        let language = dom::parameter("lang")
            .and_then(|tag| Language::from_tag(&tag))
            .or_else(|| Language::from_tag(&Preferences::load().language))
            .unwrap_or_default();
        dom::set_root("lang", language.tag());
        Page(Box::leak(Box::new(Handles {
            language: RwSignal::new(language),
            route: RwSignal::new(Route::parse(&dom::hash())),
            save: RwSignal::new(None),
            memory_only: RwSignal::new(false),
            refused: RwSignal::new(None),
            notice: RwSignal::new(None),
            today: RwSignal::new(clock::today()),
            taken: RwSignal::new(0),
            offline: RwSignal::new(0),
            wanted: RwSignal::new_local(None),
            is_followed: RwSignal::new(false),
            carried: RwSignal::new(None),
            import: Import::new(),
            is_view: RwSignal::new(dom::parameter("mode").as_deref() == Some("view")),
            forms: StoredValue::new_local(Forms::default()),
            plan: StoredValue::new_local(PlanFiles::default()),
            shelf: StoredValue::new_local(shelf),
            closing: StoredValue::new_local(Rc::new(Cell::new(0))),
            forms_known: StoredValue::new(false),
        })))
    }

    /// Changes the language as long as the page lives.
    pub fn speak_here(self, language: Language) {
        if self.language.get_untracked() != language {
            dom::set_root("lang", language.tag());
            self.language.set(language);
        }
    }

    /// Changes the language, and remembers it.
    pub fn speak(self, language: Language) {
        if self.language.get_untracked() == language {
            return;
        }
        let mut preferences = Preferences::load();
        preferences.language = language.tag().to_owned();
        // Where the browser keeps nothing the language lasts as long as the page, and nothing is lost by it.
        let _ = preferences.save();
        self.speak_here(language);
    }

    /// Looks something up in the form sets.
    pub fn forms<T>(self, look: impl FnOnce(&mut Forms) -> T) -> Option<T> {
        self.forms.try_update_value(look)
    }

    /// Looks something up in the files of the plans.
    pub fn plan<T>(self, look: impl FnOnce(&mut PlanFiles) -> Option<T>) -> Option<T> {
        self.plan.try_update_value(look).flatten()
    }

    /// A form set by its id, where it has come already.
    pub fn form(self, id: &str) -> Option<Arc<OpenForm>> {
        self.forms(|forms| forms.get(id)).flatten()
    }

    /// Says that every form set of this machine, and that of the address, has been opened or refused.
    pub fn forms_are_known(self) {
        self.forms_known.set_value(true);
    }

    /// A form set by its id. One that comes with the page is fetched; one of this machine, or of the address, is
    /// waited for.
    ///
    /// # Errors
    /// [`NoForm`], when there is none of this id or its file did not come.
    pub async fn form_when_known(self, id: &str) -> Result<Arc<OpenForm>, NoForm> {
        if let Some(form) = self.form(id) {
            return Ok(form);
        }
        if is_built_in(id) {
            let text = self.form_text(id).await?;
            // Who asked at the same time may have been answered first.
            if let Some(form) = self.form(id) {
                return Ok(form);
            }
            let form = self.forms(|forms| forms.take_built_in(id, &text)).flatten();
            return form.ok_or(NoForm::NotLoaded);
        }
        while self.form(id).is_none() && !self.forms_known.get_value() {
            timer::pause(LOOK_AGAIN).await;
        }
        self.form(id).ok_or(NoForm::Unknown)
    }

    /// The document of a form set, for whoever opens it elsewhere.
    ///
    /// # Errors
    /// [`NoForm`], when there is none of this id or its file did not come.
    pub async fn form_text(self, id: &str) -> Result<String, NoForm> {
        if is_built_in(id) {
            let read = beside::read(&format!("forms/{id}.json")).await;
            return read.map_err(|_| NoForm::NotLoaded);
        }
        let opened = self.forms(|forms| forms.text(id)).flatten();
        opened.ok_or(NoForm::Unknown)
    }

    /// Lets a keeper end in its own time.
    pub fn close(self, keeper: Keeper<IndexedDbShelf>) {
        let closing = self.closing.get_value();
        closing.set(closing.get().saturating_add(1));
        spawn_local(async move {
            keeper.close().await;
            closing.set(closing.get().saturating_sub(1));
        });
    }

    /// Waits until every keeper that was let go has ended, so that two never write the same report.
    pub async fn closed(self) {
        let closing = self.closing.get_value();
        while closing.get() > 0 {
            timer::pause(LOOK_AGAIN).await;
        }
    }

    /// The shelf.
    pub fn shelf(self) -> Rc<IndexedDbShelf> {
        self.shelf.get_value()
    }
}

/// A portal that serves the page for one report names it on the root element: `<html data-open="#/report/…">`.
/// It becomes the address, so that reloading and going back lead to the same place.
fn open_as_named() {
    let named = dom::root("data-open").filter(|address| address.starts_with("#/"));
    if let Some(address) = named.filter(|_| dom::hash().is_empty()) {
        dom::replace(&address);
    }
}
