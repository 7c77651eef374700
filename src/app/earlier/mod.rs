//! The earlier states of a report: the page `#/earlier/…`, where they are looked at and brought back, and where a
//! report that was begun by mistake is moved or discarded. It lies in a piece of its own.

mod discard;
mod list;
mod look;
mod moving;
mod words;

pub use words::words;

use super::agency::known_agency;
use super::page::Page;
use super::piece::{NotLoaded, Piece};
use super::route::Route;
use crate::period::Period;
use crate::report::ReportKey;
use crate::store::{REPORTS, past};
use crate::words::Language;
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

/// What this piece offers to the rest.
pub struct Door {
    /// The page of a report's earlier states.
    pub page: fn(Page, ReportKey) -> AnyView,
}

/// The earlier states of a report.
pub static PIECE: Piece<Door> = Piece::new(|| Box::pin(open()));

#[wasm_split(earlier, fallible)]
fn open() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door { page: list::page };
    Ok(&DOOR)
}

/// Leads to the earlier states of a report, from a list of reports.
pub fn link(key: &ReportKey, agency: &str, period: &str, language: Language) -> AnyView {
    let said = words(language);
    // It begins with what is seen, so that it can be said to the machine.
    let name = format!("{}: {}, {agency}, {period}", said.more, said.earlier);
    view! { <a href=Route::of_earlier(key) data-action="earlier" aria-label=name>{said.more}</a> }
        .into_any()
}

/// The reports that are not on this machine any more, but for their earlier states. `known` are the records that are.
pub async fn gone(page: Page, known: &[String]) -> Vec<ReportKey> {
    let records = past::records(&*page.shelf(), REPORTS).await;
    let records = records.unwrap_or_default();
    let gone = records.iter().filter(|record| !known.contains(record));
    gone.filter_map(|record| ReportKey::from_path(record.strip_prefix(REPORTS)?))
        .collect()
}

/// Leads to what is left of reports that are gone.
pub fn orphans(page: Page, gone: &[ReportKey], language: Language) -> AnyView {
    if gone.is_empty() {
        return ().into_any();
    }
    let said = words(language);
    let official = page.forms(|forms| forms.agencies()).unwrap_or_default();
    let links: Vec<AnyView> = gone
        .iter()
        .map(|key| {
            let period = Period::parse(&key.period).map_or_else(
                || key.period.clone(),
                |period| period.name().text(language).to_owned(),
            );
            let agency = known_agency(&official, &key.agency).name;
            let name = format!("{agency}, {period}, {}", key.form);
            view! { <li><a href=Route::of_earlier(key)>{name}</a></li> }.into_any()
        })
        .collect();
    view! {
        <div data-earlier="gone">
            <p>{said.orphans}</p>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}
