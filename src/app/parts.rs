//! Small parts that many pages share.
//!
//! The doors here take closures in boxes: every closure has a type of its own, and a view that is generic over it is
//! compiled anew each time. Boxed, it is compiled once, and the page stays small.

use super::dom;
use super::words::first;
use crate::format::Complaint;
use crate::words::{Language, Phrase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};

/// A part of the page that is made anew whenever what it reads changes.
pub fn dynamic(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || make()).into_any()
    }
    boxed(Box::new(make))
}

/// A text that follows what it reads.
pub fn text(make: impl Fn() -> String + Send + 'static) -> AnyView {
    fn boxed(make: Box<dyn Fn() -> String + Send>) -> AnyView {
        (move || make()).into_any()
    }
    boxed(Box::new(make))
}

/// A word of an attribute that follows what it reads; the attribute is absent where there is none.
pub fn word(
    make: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    Signal::derive(make)
}

/// Names and values, one beside the other.
pub fn facts(facts: Vec<(&'static str, AnyView)>) -> AnyView {
    let facts: Vec<AnyView> = facts
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> }.into_any())
        .collect();
    view! { <dl class="bm-facts">{facts}</dl> }.into_any()
}

/// The heads of the columns of a table.
pub fn columns(names: &[&'static str]) -> AnyView {
    let names: Vec<AnyView> = names
        .iter()
        .map(|name| view! { <th scope="col">{*name}</th> }.into_any())
        .collect();
    view! { <thead><tr>{names}</tr></thead> }.into_any()
}

/// The cells of a row, its name first.
pub fn cells(name: AnyView, cells: Vec<String>) -> AnyView {
    cells_and(name, cells, None)
}

/// The cells of a row, its name first, each with the head of its column: where the page is narrow the heads stand with
/// the cells.
pub fn named_cells(name: AnyView, heads: &[&'static str], cells: Vec<String>) -> AnyView {
    let cells: Vec<AnyView> = heads
        .iter()
        .zip(cells)
        .map(|(head, cell)| view! { <td data-head=*head>{cell}</td> }.into_any())
        .collect();
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
}

/// The cells of a row, its name first, and what can be done with it last.
pub fn cells_and(name: AnyView, cells: Vec<String>, last: Option<AnyView>) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .map(|cell| view! { <td>{cell}</td> }.into_any())
        .collect();
    let last = last.map(|last| view! { <td>{last}</td> });
    view! { <tr><th scope="row">{name}</th>{cells}{last}</tr> }.into_any()
}

/// An item of a list of complaints: the place in the file, and what is wrong there.
pub fn placed(place: &str, problem: &Phrase, language: Language) -> AnyView {
    let place = place.to_owned();
    let colon = if place.is_empty() { "" } else { ": " };
    view! { <li><code>{place}</code>{colon}{problem.text(language).to_owned()}</li> }.into_any()
}

/// The first of what is wrong with a file, as items of a list.
pub fn complaints(complaints: &[Complaint], language: Language) -> Vec<AnyView> {
    const MOST: usize = 10;
    let shown = complaints.iter().take(MOST);
    shown
        .map(|complaint| placed(&complaint.place, &complaint.problem, language))
        .collect()
}

/// What a picker of documents in JSON takes.
pub const JSON: &str = ".json,application/json";

/// A button that chooses a file; `accept` is what the browser offers. It looks like its neighbours and is reached by keyboard as the field that it is.
pub fn file_picker(
    name: &'static str,
    action: &'static str,
    accept: &'static str,
    take: Box<dyn Fn(File)>,
) -> AnyView {
    let take = Box::new(move |files: FileList| files.get(0).into_iter().for_each(&take));
    files_picker(name, action, Choice::One(accept), take)
}

/// What a button that chooses files lets choose. The texts name the kinds that are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One file.
    One(&'static str),
    /// Any number of files.
    Many(&'static str),
    /// A folder, with all that is in it.
    Folder,
}

/// A button that chooses files, or a folder.
pub fn files_picker(
    name: &'static str,
    action: &'static str,
    of: Choice,
    take: Box<dyn Fn(FileList)>,
) -> AnyView {
    let choose = move |event: leptos::ev::Event| {
        let field = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        if let Some(files) = field.files() {
            take(files);
        }
        // The same files can be chosen again after they were mended.
        field.set_value("");
    };
    let accept = match of {
        Choice::One(kinds) | Choice::Many(kinds) => Some(kinds),
        Choice::Folder => None,
    };
    view! {
        <span class="bm-file">
            <span class="bm-button" aria-hidden="true">{name}</span>
            <input
                type="file"
                class="bm-file__input"
                multiple=!matches!(of, Choice::One(_))
                accept=accept
                prop:webkitdirectory=of == Choice::Folder
                data-action=action
                aria-label=name
                on:change=choose
            />
        </span>
    }
    .into_any()
}

/// What stands on a page until what it shows is read. It is the title of the page meanwhile, for who jumps from title
/// to title; it takes no focus, so that who waits for the title of the page gets that.
pub fn waiting(what: &'static str) -> AnyView {
    view! { <h1 class="bm-waiting"><span role="status">{what}</span></h1> }.into_any()
}

/// The title of a page, and of the window. It takes the focus where the page was gone to, also when it is there only a
/// moment later.
pub fn title(title: impl Into<String>) -> AnyView {
    fn drawn(title: String) -> AnyView {
        dom::name_window(&title);
        request_animation_frame(dom::title_is_there);
        view! { <h1 tabindex="-1">{title}</h1> }.into_any()
    }
    drawn(title.into())
}

/// A page with a title and a sentence.
pub fn said(named: &'static str, what: &'static str, language: Language) -> AnyView {
    view! {
        {title(named)}
        <p>{what}</p>
        <p><a href="#/">{first(language).home}</a></p>
    }
    .into_any()
}
