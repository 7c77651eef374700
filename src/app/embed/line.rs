//! The line to the host: who is greeted, what is heard, and what the page says by itself.

use super::{OPEN, named_hosts, note, verbs};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::page::Page;
use crate::browser::host::{self, Heard};
use crate::embed;
use crate::format::{Situation, Told};
use crate::report::{Part, State};
use crate::store::{JournalEdit, SaveState, Shelf};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use web_sys::Element;

/// What the keys of reports on the shelf begin with.
const REPORTS: &str = "report/";

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
}

/// The report that is open, to whoever follows it.
pub type Open = RwSignal<Option<Desk>, LocalStorage>;

/// The page's end of the line; clones speak over the same one.
#[derive(Clone)]
pub struct Line {
    wire: host::Line,
    /// The report that is open.
    pub open: Open,
    /// The origin of the page around this one, once it has answered.
    pub host: RwSignal<Option<String>>,
}

impl Line {
    /// Says something to the host; nothing before it has answered.
    pub fn say(&self, told: &Told, id: &str) {
        self.wire.say(told, id);
    }
}

/// Greets whom it may speak with, and speaks with the one that answers.
pub fn begin(page: Page, owner: &Owner) {
    let Some(wire) = host::Line::new(&named_hosts().unwrap_or_default()) else {
        return;
    };
    let line = owner.with(|| Line {
        wire,
        open: RwSignal::new_local(OPEN.get()),
        host: RwSignal::new(None),
    });
    LINE.set(Some(line.clone()));
    owner.with(|| note::put(page, &line));
    let of_ears = line.clone();
    line.wire.hear(move |heard| match heard {
        Heard::Greet => greet(page, of_ears.clone()),
        Heard::Joined => joined(page, &of_ears),
        Heard::Wants(heard) => {
            let line = of_ears.clone();
            spawn_local(async move { verbs::follow(page, &line, heard).await });
        }
    });
    owner.with(|| watch(page, &line));
    greet(page, line);
}

/// A report was opened, or is open no more.
pub fn now_open(desk: Option<Desk>) {
    LINE.with_borrow(|line| {
        if let Some(line) = line {
            line.open.set(desk);
        }
    });
}

/// Tells the host of edits.
pub fn tell(edits: &[JournalEdit]) {
    LINE.with_borrow(|line| {
        for edit in edits {
            if let (Some(line), Some(Part::Row(row))) = (line, Part::from_key(&edit.key)) {
                let entry = edit.value.clone();
                line.say(&Told::Change { row, entry }, "");
            }
        }
    });
}

/// Greets everybody who was named, once it is known whether the browser keeps anything here.
fn greet(page: Page, line: Line) {
    spawn_local(async move {
        // Whether there is a shelf is known once something was looked for on it.
        let looked = page.shelf().keys(REPORTS).await;
        let is_kept = looked.is_ok() && page.shelf().lasts();
        let store = if is_kept { "own" } else { "memory" };
        line.wire.greet(store);
    });
}

/// The host has answered: it is told what it has missed.
fn joined(page: Page, line: &Line) {
    line.host.set(line.wire.host());
    line.say(&Told::State(Box::new(situation(page, line.open))), "");
    if let Some(height) = main().as_ref().and_then(host::height) {
        line.say(&Told::Height(height), "");
    }
}

/// Tells the host what happens, as long as the page lives.
fn watch(page: Page, line: &Line) {
    let of_state = line.clone();
    // Whatever the officer does, the host hears how things stand once, after it is done.
    let open = line.open;
    let situation = Memo::new(move |_| situation(page, open));
    Effect::new(move || of_state.say(&Told::State(Box::new(situation.get())), ""));

    let of_reports = line.clone();
    Effect::new(move |before: Option<Option<State>>| {
        let desk = open.get();
        let state = desk.map(|desk| desk.standing().with(|standing| standing.state));
        let is_done = state == Some(State::Complete) && before.flatten() != Some(State::Complete);
        if let Some(desk) = desk.filter(|_| is_done && before.is_some()) {
            let line = of_reports.clone();
            spawn_local(async move { verbs::hand_over(page, desk, &line, "").await });
        }
        state
    });

    let of_height = line.clone();
    if let Some(main) = main() {
        host::follow_height(main, move |height| of_height.say(&Told::Height(height), ""));
    }
}

fn main() -> Option<Element> {
    dom::by_id("main")
}

/// How things stand.
pub fn situation(page: Page, open: Open) -> Situation {
    let saved = page.save.with(|save| match save {
        Some(SaveState::Saved { .. }) | None => "saved",
        Some(SaveState::Saving) => "saving",
        Some(SaveState::Failed { .. }) => "failed",
    });
    let told = open.get().and_then(|desk| {
        // What changes any of the counts changes one of these.
        desk.standing().track();
        desk.findings().track();
        desk.track_tallies();
        desk.session(|session| embed::situation(session, saved))
    });
    told.unwrap_or(Situation {
        saved,
        ..Situation::default()
    })
}
