//! What the host wants, done. Every wish is answered by its id: with what was asked for, or with why not.

use super::line::{Line, situation};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::pages;
use crate::app::plan::books_of;
use crate::app::route::Route;
use crate::app::window;
use crate::browser::{clock, timer};
use crate::exchange::export_json_on;
use crate::format::{Heard, Told, Verb, Wish};
use crate::report::ReportKey;
use crate::view::put_on;
use crate::words::Phrase;
use leptos::prelude::*;

/// How long one waits between two looks whether a report is open, in milliseconds, and how often one looks: half a
/// minute on the oldest machine.
const LOOK_AGAIN: u64 = 20;
const LOOKS: u32 = 1500;

/// Does what the host wants.
pub async fn follow(page: Page, line: &Line, heard: Heard) {
    let id = heard.id;
    let done = match heard.verb {
        Verb::Load(text) => load(page, line, text, &id).await,
        Verb::Set(wish) => set(page, line, *wish, &id).await,
        Verb::Report => match line.open.get_untracked() {
            Some(desk) => {
                hand_over(page, desk, line, &id).await;
                Ok(())
            }
            None => Err(("no_report", no_report())),
        },
        Verb::State => {
            line.say(
                &Told::State(Box::new(untrack(|| situation(page, line.open)))),
                &id,
            );
            Ok(())
        }
        Verb::Ready | Verb::Error => Ok(()),
    };
    if let Err((code, message)) = done {
        line.say(&Told::Error { code, message }, &id);
    }
}

/// Hands the open report to the host as the file that an officer would send.
pub async fn hand_over(page: Page, desk: Desk, line: &Line, id: &str) {
    let books = books_of(page, &desk.key()).await;
    let window = window::of_desk(page, desk);
    let document =
        desk.session(|session| export_json_on(session, &books, clock::today(), window.as_ref()));
    if let Some(document) = document {
        line.say(&Told::Report(document), id);
    }
}

type Refused = (&'static str, Phrase);

/// Opens a report that the host holds. It goes in as a step that can be taken back, like a file.
async fn load(page: Page, line: &Line, text: String, id: &str) -> Result<(), Refused> {
    let door = pages::PIECE.open().await;
    let door = door.map_err(|_| ("refused", not_loaded()))?;
    let key = door.take_document(page, text).await;
    let key = key.map_err(|message| ("refused", message))?;
    let desk = opened(line, &key)
        .await
        .ok_or_else(|| ("no_report", no_report()))?;
    hand_over(page, desk, line, id).await;
    Ok(())
}

async fn set(page: Page, line: &Line, wish: Wish, id: &str) -> Result<(), Refused> {
    if let Some(language) = wish.language {
        page.speak_here(language);
    }
    if let Some(is_view) = wish.is_view {
        page.is_view.set(is_view);
    }
    put_on(&wish.theme).map_err(|message| ("refused", message))?;
    if let Some([form, agency, period]) = wish.address {
        let key = ReportKey {
            form,
            agency,
            period,
        };
        dom::go(&Route::of_report(&key));
        opened(line, &key)
            .await
            .ok_or_else(|| ("no_report", no_report()))?;
    }
    if wish.complete {
        let desk = line
            .open
            .get_untracked()
            .ok_or_else(|| ("no_report", no_report()))?;
        desk.complete();
        let missing = desk
            .missing()
            .with_untracked(|missing| missing.as_ref().map_or(0, Vec::len));
        if missing > 0 {
            return Err(("not_complete", not_complete(missing)));
        }
    }
    line.say(
        &Told::State(Box::new(untrack(|| situation(page, line.open)))),
        id,
    );
    Ok(())
}

/// The desk of a report that the host has named, once it is open; none where the page says that it cannot be opened.
async fn opened(line: &Line, key: &ReportKey) -> Option<Desk> {
    let address = Route::of_report(key);
    for _ in 0..LOOKS {
        let desk = line.open.get_untracked();
        if let Some(desk) = desk.filter(|desk| desk.key() == *key) {
            super::shows(true);
            return Some(desk);
        }
        // The page follows its address before the next look, and is ready only once a report is open, or none will be.
        timer::pause(LOOK_AGAIN).await;
        let is_ready = dom::root("data-ready").as_deref() == Some("true");
        if is_ready && line.open.get_untracked().is_none() && dom::hash() == address {
            return None;
        }
    }
    None
}

fn no_report() -> Phrase {
    Phrase::new(
        "Chưa mở báo cáo nào, hoặc báo cáo không mở được. Hãy nêu form, agency và period, hoặc gửi báo cáo bằng “load”.",
        "No report is open, or it cannot be opened. Name form, agency and period, or send a report by “load”.",
    )
}

fn not_loaded() -> Phrase {
    Phrase::new(
        "Trang chưa tải về đủ để mở báo cáo. Hãy kiểm tra kết nối mạng rồi thử lại.",
        "The page has not loaded completely. Check the network connection and try again.",
    )
}

fn not_complete(missing: usize) -> Phrase {
    Phrase::said(
        "Chưa hoàn thành được: còn {} việc phải làm. Danh sách hiện trong trang.",
        "Not complete yet: {} things are still to be done. The page lists them.",
        &[&missing.to_string()],
    )
}
