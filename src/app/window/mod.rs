//! Windows of data on the page: which days a report covers, when it is due, what is odd about it, and the form in
//! which an officer changes it.

mod edit;
mod head;
mod hint;
mod overdue;
mod own;
mod table;

pub use head::head;
pub use hint::hint;
pub use overdue::{Begun, overdue};
pub use own::windows_of;
pub use table::section;

use super::desk::Desk;
use super::page::Page;
use super::words::{Words, words};
use crate::browser::{clock, timer};
use crate::period::{Due, Period, Seam, Status, Window, Windows, last_day, write_day};
use crate::report::Report;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often the page looks whether a new day has begun, in milliseconds.
const NEW_DAY: u64 = 30_000;

/// From how many days left on the days are told as pressing.
const PRESSING: u32 = 3;

/// Keeps [`Page::today`] the local day, also in a page that stays open over night.
pub fn follow_day(page: Page) {
    spawn_local(async move {
        loop {
            timer::pause(NEW_DAY).await;
            let today = clock::today();
            if page.today.get_untracked() != today {
                page.today.set(today);
            }
        }
    });
}

/// The windows of a form set as the documents have them.
fn documents(page: Page, form: &str) -> Windows {
    let known = page.forms(|forms| forms.windows(form)).flatten();
    known.unwrap_or_default()
}

/// The window by which the open report is counted; none where neither it nor a document names one, or where the report
/// was closed.
pub fn of_desk(page: Page, desk: Desk) -> Option<Window> {
    if !desk.is_open() {
        return None;
    }
    let key = desk.key();
    let period = Period::parse(&key.period)?;
    let mut windows = documents(page, &key.form);
    if let Some(days) = desk.days().get_untracked() {
        windows.set(period, days);
    }
    windows.of(period)
}

/// `15/12/2025 – 09/3/2026`.
fn span(window: &Window) -> String {
    format!("{} – {}", write_day(window.from), write_day(window.to))
}

/// How sure something is, in brackets; nothing where it is printed.
fn sureness(status: Status, words: &Words) -> String {
    match status {
        Status::Printed => String::new(),
        Status::Expected => format!(" ({})", words.expected),
        Status::Own => format!(" ({})", words.window_own),
    }
}

/// The first and the last day with how sure they are.
fn days_shown(window: &Window, words: &Words) -> String {
    let mut days = span(window);
    days.push_str(&sureness(window.status, words));
    days
}

/// The day to send before, with how sure it is: `12/3/2026 (dự kiến)`.
fn sending_shown(window: &Window, words: &Words) -> String {
    window.send_before.map_or_else(
        || words.unknown_window.to_owned(),
        |day| format!("{}{}", write_day(day), sureness(window.send_status, words)),
    )
}

/// What the documents say, or what is expected, for who has set another window.
fn written_shown(written: &Window, words: &Words) -> String {
    let name = match written.status {
        Status::Printed | Status::Own => words.window_written,
        Status::Expected => words.window_expected,
    };
    format!(
        "{name}: {}; {} {}.",
        span(written),
        words.window_before,
        sending_shown(written, words)
    )
}

/// Whether a report has left the machine as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It has, so no day presses any more.
    Done,
    /// It has not, or nobody has begun it.
    Open,
}

/// The day to send before, the last day in time, and how many days are left. On paper only the first of them.
fn sending_and_due(page: Page, window: &Window, sending: Sending, language: Language) -> AnyView {
    let words = words(language);
    let latest = window.send_before.map(|day| {
        let latest = format!(", {} {} ", words.window_latest, write_day(last_day(day)));
        view! { <span class="bm-window__due">{latest} {due_tag(page, window, sending, language)}</span> }
    });
    view! { {sending_shown(window, words)} {latest} }.into_any()
}

/// How many days are left, or that the report is out.
fn due_tag(page: Page, window: &Window, sending: Sending, language: Language) -> AnyView {
    let Some(due) = window.due(page.today.get()) else {
        return ().into_any();
    };
    let (class, state) = match (sending, due) {
        (Sending::Done, _) => ("bm-tag bm-tag--good", "done"),
        (_, Due::Left(days)) if days > PRESSING => ("bm-tag bm-tag--info", "left"),
        (_, Due::Left(_)) => ("bm-tag bm-tag--warning", "left"),
        (_, Due::Today) => ("bm-tag bm-tag--warning", "today"),
        (_, Due::Over(_)) => ("bm-tag bm-tag--error", "over"),
    };
    let said = match sending {
        Sending::Done => words(language).exported.to_owned(),
        Sending::Open => due.words().text(language).to_owned(),
    };
    view! { <span class=class data-due=state>{said}</span> }.into_any()
}

/// A window as facts: its days, and the day to send before with the days left.
pub fn known(
    page: Page,
    window: &Window,
    sending: Sending,
    language: Language,
) -> Vec<(&'static str, AnyView)> {
    let words = words(language);
    vec![
        (words.window, days_shown(window, words).into_any()),
        (
            words.send_before,
            sending_and_due(page, window, sending, language),
        ),
    ]
}

/// The window that a report carries, and that it left too late, for who looks at it from outside.
pub fn of_report(report: &Report, language: Language) -> AnyView {
    let words = words(language);
    let days = report.period.days().map(Window::own).map_or_else(
        || words.unknown_window.to_owned(),
        |window| {
            let sending = window.send_before.map(write_day);
            let sending = sending.map(|day| format!("; {} {day}", words.window_before));
            format!("{}{}", span(&window), sending.unwrap_or_default())
        },
    );
    let late = report.late.as_ref().and_then(|late| late.words());
    let late = late.map(|late| {
        let said = late.text(language).to_owned();
        view! { <p class="bm-window__late" data-late>{said}</p> }
    });
    view! { {days} {late} }.into_any()
}

/// Where a window comes from, what the documents say where the agency has set its own, and what is odd about its
/// days. What is odd stands on the lid too.
pub fn more(
    window: Option<&Window>,
    written: Option<&Window>,
    seams: &[Seam],
    language: Language,
) -> AnyView {
    let words = words(language);
    let mut notes: Vec<String> = Vec::new();
    match (window, written) {
        (Some(window), Some(written)) if window.days() == written.days() => {
            notes.push(format!(
                "{}: {}",
                words.window_source,
                written.source.text(language)
            ));
        }
        (_, Some(written)) => notes.push(format!(
            "{} {}",
            written_shown(written, words),
            written.source.text(language)
        )),
        (Some(_), None) => notes.push(words.window_unwritten.to_owned()),
        (None, None) => return ().into_any(),
    }
    for other in written
        .map(|written| written.others.as_slice())
        .unwrap_or_default()
    {
        notes.push(format!(
            "{} {} – {}: {}",
            words.window_other,
            write_day(other.from),
            write_day(other.to),
            other.what.text(language)
        ));
    }
    let notes: Vec<AnyView> = notes
        .into_iter()
        .map(|note| view! { <li>{note}</li> }.into_any())
        .collect();
    let mut lid = words.window_more.to_owned();
    for (number, seam) in seams.iter().enumerate() {
        lid.push_str(if number == 0 { ": " } else { "; " });
        lid.push_str(seam.in_short().text(language));
    }
    view! {
        <details class="bm-window__more">
            <summary>{lid}</summary>
            <ul>{notes}{seams_shown(seams, language)}</ul>
        </details>
    }
    .into_any()
}

/// The days that lie in two windows or in none, one item each.
fn seams_shown(seams: &[Seam], language: Language) -> Vec<AnyView> {
    seams
        .iter()
        .map(|seam| {
            view! { <li data-seam>{seam.words().text(language).to_owned()}</li> }.into_any()
        })
        .collect()
}
