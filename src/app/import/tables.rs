//! A file that Biểu Mẫu has not made: its tables go into a report, through the preview of what is pasted.

use super::Slot;
use super::words::words;
use crate::app::agency::known_agency;
use crate::app::kept::enter;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::words::words as page_words;
use crate::exchange::table::Block;
use crate::format::read_report;
use crate::period::Period;
use crate::report::{Report, ReportKey};
use crate::store::{Opening, REPORTS, list};
use crate::words::{Language, filled};
use leptos::prelude::*;
use std::sync::Arc;

/// The most reports among which one chooses; the newest come first.
const MOST: usize = 12;

/// The tables of a file, and the reports into which they may go.
#[derive(Clone)]
pub struct Tables {
    /// The name of the file.
    pub name: String,
    /// What stands in it.
    pub blocks: Arc<Vec<Block>>,
    /// The report that is open, with the name of its agency; none on other pages.
    pub open: Option<(ReportKey, String)>,
    /// The other reports on this machine.
    pub reports: Vec<Report>,
    /// Whether they could not be listed.
    pub is_unread: bool,
}

impl Tables {
    /// The tables with the reports that there are now.
    pub async fn of(page: Page, name: String, blocks: Vec<Block>) -> Tables {
        let open = page.route.with_untracked(|route| match route {
            Route::Report { key, .. } => Some(key.clone()),
            _ => None,
        });
        // A report that was just opened is not kept before its first key.
        let official = page.forms(|forms| forms.agencies()).unwrap_or_default();
        let mut agency = open
            .as_ref()
            .map(|key| known_agency(&official, &key.agency).name);
        let mut reports: Vec<Report> = Vec::new();
        let kept = list(&*page.shelf(), REPORTS).await;
        let is_unread = kept.is_err();
        for listed in kept.unwrap_or_default() {
            // What cannot be read is told where it is opened itself.
            let Opening::Kept(envelope) = &listed.opening else {
                continue;
            };
            let Ok(report) = read_report(&envelope.body) else {
                continue;
            };
            if Some(report.key()) == open {
                agency = Some(report.agency.name);
                continue;
            }
            let place = reports
                .iter()
                .position(|known| known.modified < report.modified);
            reports.insert(place.unwrap_or(reports.len()), report);
        }
        reports.truncate(MOST);
        Tables {
            name,
            blocks: Arc::new(blocks),
            open: open.zip(agency),
            reports,
            is_unread,
        }
    }
}

/// What was found in the file, and where it may go.
pub fn shown(page: Page, tables: &Tables, chosen: Slot, language: Language) -> AnyView {
    let words = words(language);
    let into = |name: String, key: ReportKey, is_open: bool| {
        let blocks = tables.blocks.clone();
        let take = move |_| {
            chosen.set(None);
            page.carried.set(Some((key.clone(), blocks.clone())));
            // The officer may have gone elsewhere since the file was read.
            let is_here = page.route.with_untracked(
                |now| matches!(now, Route::Report { key: open, .. } if *open == key),
            );
            if !is_here {
                enter(page, &Route::of_report(&key));
            }
        };
        let class = if is_open {
            "bm-button bm-button--main"
        } else {
            "bm-button"
        };
        view! {
            <li>
                <button type="button" class=class data-action="import-into" on:click=take>{name}</button>
            </li>
        }
        .into_any()
    };
    let named = |period: &str| {
        Period::parse(period).map_or_else(
            || period.to_owned(),
            |period| period.name().text(language).to_owned(),
        )
    };
    let mut reports: Vec<AnyView> = Vec::new();
    if let Some((key, agency)) = &tables.open {
        let name = filled(words.into_open, &[agency, &named(&key.period)]);
        reports.push(into(name, key.clone(), true));
    }
    for report in &tables.reports {
        let period = named(&report.period.id);
        let parts = [report.agency.name.as_str(), &period, &report.form.id];
        reports.push(into(filled(words.into, &parts), report.key(), false));
    }
    let what = if tables.is_unread {
        page_words(language).unread
    } else if reports.is_empty() {
        words.no_report
    } else {
        words.choose
    };
    let found = filled(words.found, &[&tables.blocks.len().to_string()]);
    view! {
        <section class="bm-card" data-import="tables" aria-labelledby="import-title">
            <h2 id="import-title" tabindex="-1">{filled(words.of, &[&tables.name])}</h2>
            <p>{found} " " {what}</p>
            <ul class="bm-plain-list">{reports}</ul>
            <p>
                <button type="button" class="bm-button" data-action="import-cancel" on:click=move |_| chosen.set(None)>
                    {words.cancel}
                </button>
            </p>
        </section>
    }
    .into_any()
}
