//! The page: what a browser adds to the core. Nothing here computes, checks or formats a figure.

mod agency;
mod backup;
mod begin;
mod changes;
mod consolidate;
mod desk;
mod differences;
mod dom;
mod earlier;
mod editor;
mod embed;
mod form_sets;
mod forms;
mod history;
mod home;
mod import;
mod kept;
mod offline;
mod out;
mod page;
mod pages;
mod paper;
mod parts;
mod paste;
mod piece;
mod plan;
mod proofread;
mod route;
mod settings;
mod sharing;
mod shell;
mod which;
mod window;
mod wording;
mod words;

use leptos::prelude::*;
use page::Page;
use parts::dynamic;
use route::Route;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Opens the app in the body of the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        // After a panic what is in memory may be half changed and must not take the place of what is kept.
        crate::browser::halt();
        leptos::logging::error!("{info}");
        dom::set_root("data-broken", "true");
    }));
    mount_to_body(app);
}

fn app() -> impl IntoView {
    embed::keep_apart();
    let page = Page::new();
    follow_address(page);
    window::follow_day(page);
    offline::follow(page);
    embed::follow(page);
    pages::open_named(page);
    let import = page.import;
    // The report page lives as long as its report; walking between its rows does not open it anew.
    let place = Memo::new(move |_| {
        page.route.with(|route| match route {
            Route::Report { key, .. } => Route::Report {
                key: key.clone(),
                at: None,
            },
            other => other.clone(),
        })
    });
    let main = dynamic(move || {
        dom::set_root("data-ready", "false");
        match place.get() {
            Route::Home => pages::PIECE.page(page, move |door| (door.home)(page)),
            Route::Report { key, .. } => editor::report_page(page, key).into_any(),
            Route::Forms => pages::PIECE.page(page, move |door| (door.forms)(page)),
            Route::Tasks(named) => {
                plan::PIECE.page(page, move |door| (door.tasks_page)(page, named.clone()))
            }
            Route::Earlier(key) => {
                earlier::PIECE.page(page, move |door| (door.page)(page, key.clone()))
            }
            Route::Consolidate(named) => {
                consolidate::PIECE.page(page, move |door| (door.page)(page, named.clone()))
            }
            Route::Targets => plan::PIECE.page(page, move |door| (door.targets_page)(page)),
            other => pages::PIECE.page(page, move |door| (door.plain)(page, other.clone())),
        }
    });
    view! {
        {dynamic(move || shell::head(page, import, page.language.get()).into_any())}
        <main id="main" class="bm-shell__main">
            {dynamic(move || shell::trouble(page, page.language.get()))}
            {dynamic(move || offline::note(page))}
            {dynamic(move || piece::not_done(page))}
            {dynamic(move || pages::refusal(page))}
            {dynamic(move || pages::preview(page, import))}
            {main}
        </main>
        {dynamic(move || shell::foot(page.language.get()).into_any())}
        <p id=dom::ALOUD class="bm-out-of-sight" role="status"></p>
    }
}

/// Keeps the route equal to the address, and lets the focus follow to a new page.
fn follow_address(page: Page) {
    let changed = Closure::<dyn Fn()>::new(move || {
        let next = Route::parse(&dom::hash());
        let is_new_page = page
            .route
            .with_untracked(|before| !before.is_same_page(&next));
        if is_new_page {
            dom::arrive();
        }
        page.route.set(next);
    });
    if let Some(window) = dom::window() {
        // Adding a listener to the window cannot fail.
        let _ =
            window.add_event_listener_with_callback("hashchange", changed.as_ref().unchecked_ref());
    }
    // The listener lives as long as the page.
    changed.forget();
}
