//! Code that is fetched when it is first needed.
//!
//! The first load carries what an officer needs to type the first figure. What is behind a click lies in pieces: the
//! build cuts the one program where a function bears `wasm_split` (scripts/split.mjs), and whatever only that
//! function reaches moves into a file of its own. Memory is shared, so signals and values pass over the cut as they are.
//!
//! A piece gives one table of plain functions, its door. Once it is there, they are called like any others.

use super::dom;
use super::page::Page;
use super::parts::{self, dynamic, waiting};
use super::words::first;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::OnceLock;
pub use wasm_split_helpers::SplitLoaderError as NotLoaded;

/// The door of a piece on its way.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<&'static T, NotLoaded>>>>;

/// Work that a door begins.
pub type Work = Pin<Box<dyn Future<Output = ()>>>;

/// A piece of the program; `T` is its door.
pub struct Piece<T: 'static> {
    fetch: fn() -> Coming<T>,
    door: OnceLock<&'static T>,
}

/// How far a piece has come, to a view that waits for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    Coming,
    Here,
    Failed,
}

/// Looks for a piece; the answer is whether it is there.
pub type Look = Box<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>> + Send>;

impl<T: Sync> Piece<T> {
    /// A piece that `fetch` brings.
    pub const fn new(fetch: fn() -> Coming<T>) -> Piece<T> {
        Piece {
            fetch,
            door: OnceLock::new(),
        }
    }

    /// The door, where the piece is there already.
    pub fn door(&'static self) -> Option<&'static T> {
        self.door.get().copied()
    }

    /// The door; waits for the piece where it is not there yet.
    ///
    /// # Errors
    /// [`NotLoaded`], when its file does not come. Asking again tries again.
    pub async fn open(&'static self) -> Result<&'static T, NotLoaded> {
        if let Some(door) = self.door() {
            return Ok(door);
        }
        let door = (self.fetch)().await?;
        Ok(self.door.get_or_init(|| door))
    }

    /// The part of a page that the piece makes: at once where it is there, else in place of a quiet word.
    pub fn view(
        &'static self,
        page: Page,
        make: impl Fn(&'static T) -> AnyView + Send + 'static,
    ) -> AnyView {
        self.shown(page, Extent::Part, Box::new(make))
    }

    /// The page that the piece makes.
    pub fn page(
        &'static self,
        page: Page,
        make: impl Fn(&'static T) -> AnyView + Send + 'static,
    ) -> AnyView {
        self.shown(page, Extent::Page, Box::new(make))
    }

    /// Does what was asked for behind a click: at once where the piece is there, else as soon as it has come. Where it
    /// does not come the page says so above its content, with a way to try again.
    pub fn act(&'static self, page: Page, act: impl Fn(&'static T) + 'static) {
        if let Some(door) = self.door() {
            return act(door);
        }
        let look: Look = Box::new(move || Box::pin(async move { self.open().await.is_ok() }));
        want(
            page,
            Rc::new((
                look,
                Box::new(move || self.door().map(&act).unwrap_or_default()),
            )),
        );
    }

    fn shown(&'static self, page: Page, extent: Extent, make: Make<T>) -> AnyView {
        if let Some(door) = self.door() {
            return make(door);
        }
        let look: Look = Box::new(move || Box::pin(async move { self.open().await.is_ok() }));
        let make = move || self.door().map_or_else(|| ().into_any(), &make);
        when_here(page, extent, look, Box::new(make))
    }
}

/// What a piece that does not come leaves empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// A part of a page.
    Part,
    /// A page, with its title.
    Page,
}

type Make<T> = Box<dyn Fn(&'static T) -> AnyView + Send>;

/// Shows what `make` makes as soon as `look` has found the piece; says so where it has not, with a way to try again.
fn when_here(
    page: Page,
    extent: Extent,
    look: Look,
    make: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let arrival = RwSignal::new(Arrival::Coming);
    let look = StoredValue::new_local(look);
    let try_now = move || {
        let Some(coming) = look.try_with_value(|look| look()) else {
            return;
        };
        spawn_local(async move {
            let found = if coming.await {
                Arrival::Here
            } else {
                Arrival::Failed
            };
            // The officer may have gone elsewhere meanwhile.
            arrival.try_set(found);
        });
    };
    try_now();
    dynamic(move || match arrival.get() {
        Arrival::Here => make(),
        Arrival::Coming => {
            let coming = first(page.language.get()).piece_coming;
            match extent {
                Extent::Page => waiting(coming),
                Extent::Part => view! { <p role="status">{coming}</p> }.into_any(),
            }
        }
        Arrival::Failed => {
            let again = move || {
                arrival.set(Arrival::Coming);
                try_now();
            };
            missing(page, extent, Box::new(again))
        }
    })
}

/// How to look for a piece, and what to do once it is there.
pub type Wanted = Rc<(Look, Box<dyn Fn()>)>;

fn want(page: Page, wanted: Wanted) {
    spawn_local(async move {
        if (wanted.0)().await {
            (wanted.1)();
        } else {
            page.wanted.set(Some(wanted));
        }
    });
}

/// What was asked for and could not be done, because its piece has not come.
pub fn not_done(page: Page) -> AnyView {
    let Some(wanted) = page.wanted.get() else {
        return ().into_any();
    };
    let again = move || {
        page.wanted.set(None);
        want(page, wanted.clone());
    };
    let said = missing(page, Extent::Part, Box::new(again));
    view! { <div class="bm-note bm-note--error">{said}</div> }.into_any()
}

/// Says that a piece has not come.
fn missing(page: Page, extent: Extent, again: Box<dyn Fn()>) -> AnyView {
    let words = first(page.language.get());
    let title = (extent == Extent::Page).then(|| {
        request_animation_frame(|| dom::set_root("data-ready", "true"));
        parts::title(words.piece_missing_title)
    });
    view! {
        {title}
        <div role="alert">
            <p>{words.piece_missing}</p>
            <button type="button" class="bm-button" data-action="try-again" on:click=move |_| again()>
                {words.try_again}
            </button>
        </div>
    }
    .into_any()
}
