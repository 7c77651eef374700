//! The log of changes: a dialog over the report, by day, for the whole report or for one row. Its code is fetched when
//! it is first opened.

mod words;

use crate::app::desk::{Desk, Looked};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{columns, dynamic, text};
use crate::app::piece::{NotLoaded, Piece};
use crate::app::words::{Words, words};
use crate::browser::{clock, files};
use crate::exchange::{changes_csv, changes_name};
use crate::form::CellId;
use crate::report::{ChangeLine, How, State};
use crate::words::{Language, filled};
use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

/// The id of the dialog.
const ID: &str = "changes";

/// How many changes are shown at first, and with each further wish.
const AT_ONCE: usize = 200;

/// What the log offers to the rest.
pub struct Door {
    log: fn(Desk, Looked, Language) -> AnyView,
}

static PIECE: Piece<Door> = Piece::new(|| Box::pin(door()));

#[wasm_split(changes, fallible)]
fn door() -> Result<&'static Door, NotLoaded> {
    static DOOR: Door = Door { log };
    Ok(&DOOR)
}

/// Opens the log.
pub fn open(desk: Desk, looked: Looked) {
    desk.rest();
    desk.looked_at().set(Some(looked));
    dom::open_dialog(ID);
}

/// The dialog; nothing stands in it until it is opened.
pub fn dialog(page: Page, desk: Desk, language: Language) -> AnyView {
    let (words, said) = (words(language), words::words(language));
    let looked = desk.looked_at();
    let title = text(move || match looked.get() {
        Some(Looked::Row(cell)) => {
            let address = desk.form(|form| form.form.address(cell));
            filled(said.of, &[address.text(language)])
        }
        _ => words.changes.to_owned(),
    });
    let body = dynamic(move || match looked.get() {
        Some(looked) => PIECE.view(page, move |door| (door.log)(desk, looked, language)),
        None => ().into_any(),
    });
    view! {
        <dialog
            id=ID
            class="bm-dialog bm-dialog--wide"
            aria-labelledby="changes-title"
            on:close=move |_| looked.set(None)
        >
            <h2 id="changes-title" tabindex="-1">{title}</h2>
            {body}
            <form method="dialog">
                <button class="bm-button">{words.close}</button>
            </form>
        </dialog>
    }
    .into_any()
}

/// What is shown of the log.
#[derive(Clone, Copy)]
struct Shown {
    sheet: RwSignal<Option<usize>>,
    how: RwSignal<Option<How>>,
    most: RwSignal<usize>,
}

fn log(desk: Desk, looked: Looked, language: Language) -> AnyView {
    let said = words::words(language);
    let shown = Shown {
        sheet: RwSignal::new(None),
        how: RwSignal::new(None),
        most: RwSignal::new(AT_ONCE),
    };
    let all = desk
        .session(|session| session.change_lines())
        .unwrap_or_default();
    let all = StoredValue::new(all);
    let is_amended = desk
        .standing()
        .with(|standing| standing.state != State::Draft);
    let table = dynamic(move || {
        let (sheet, how, most) = (shown.sheet.get(), shown.how.get(), shown.most.get());
        let is_shown = |line: &&ChangeLine| {
            let is_row = match looked {
                Looked::Row(cell) => line.cell == Some(cell),
                Looked::Report => true,
            };
            let is_sheet = sheet.is_none_or(|sheet| sheet_of(desk, line) == Some(sheet));
            is_row && is_sheet && how.is_none_or(|how| line.how == how)
        };
        all.with_value(|all| {
            let lines: Vec<&ChangeLine> = all.iter().filter(is_shown).collect();
            table(desk, shown, &lines, most, language)
        })
    });
    let bound = [Some(said.bound), is_amended.then_some(said.amended)];
    let bound: Vec<&str> = bound.into_iter().flatten().collect();
    view! {
        <p class="bm-changes__bound">{bound.join(" ")}</p>
        <div class="bm-row bm-changes__filters">
            {matches!(looked, Looked::Report).then(|| by_sheet(desk, shown, language))}
            {by_how(shown, language)}
            <button type="button" class="bm-button" data-action="export-log" on:click=move |_| export(desk, language)>
                {said.export}
            </button>
            {matches!(looked, Looked::Row(_)).then(|| view! {
                <button
                    type="button"
                    class="bm-button"
                    data-action="changes-whole"
                    on:click=move |_| desk.looked_at().set(Some(Looked::Report))
                >
                    {said.whole}
                </button>
            })}
        </div>
        {table}
    }
    .into_any()
}

fn sheet_of(desk: Desk, line: &ChangeLine) -> Option<usize> {
    let cell = line.cell?;
    desk.form(|form| form.form.row(cell).map(|row| row.sheet))
}

fn by_sheet(desk: Desk, shown: Shown, language: Language) -> AnyView {
    let said = words::words(language);
    let sheets = desk.form(|form| form.form.sheets.clone());
    let names = sheets.iter().map(|sheet| {
        let names = [sheet.appendix.text(language), sheet.name.text(language)];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        names.join(", ")
    });
    let choose = Box::new(move |place: Option<usize>| shown.sheet.set(place));
    chooser(
        "sheet",
        said.sheet,
        said.all_sheets,
        names.collect(),
        choose,
    )
}

fn by_how(shown: Shown, language: Language) -> AnyView {
    let said = words::words(language);
    let names = How::ALL
        .iter()
        .map(|(_, how)| how.words().text(language).to_owned());
    let choose = Box::new(move |place: Option<usize>| {
        let how = place.and_then(|place| How::ALL.get(place));
        shown.how.set(how.map(|(_, how)| *how));
    });
    chooser("how", said.how, said.all_ways, names.collect(), choose)
}

/// A list to filter by: everything, or one of these.
fn chooser(
    by: &'static str,
    name: &'static str,
    all: &'static str,
    names: Vec<String>,
    choose: Box<dyn Fn(Option<usize>)>,
) -> AnyView {
    let options: Vec<AnyView> = names
        .into_iter()
        .enumerate()
        .map(|(place, name)| view! { <option value=place.to_string()>{name}</option> }.into_any())
        .collect();
    view! {
        <label class="bm-changes__filter">
            {name}
            <select class="bm-input" data-filter=by on:change=move |event| choose(event_target_value(&event).parse().ok())>
                <option value="">{all}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn table(
    desk: Desk,
    shown: Shown,
    lines: &[&ChangeLine],
    most: usize,
    language: Language,
) -> AnyView {
    let (words, said) = (words(language), words::words(language));
    if lines.is_empty() {
        return view! { <p data-changes="none">{said.none}</p> }.into_any();
    }
    let mut days: Vec<(String, Vec<AnyView>)> = Vec::new();
    for line in lines.iter().take(most) {
        let moment = clock::local_moment(&line.at);
        let (time, day) = moment.split_once(' ').unwrap_or(("", &moment));
        let shown = one(desk, line, time, words, language);
        match days.last_mut() {
            Some((known, lines)) if known == day => lines.push(shown),
            _ => days.push((day.to_owned(), vec![shown])),
        }
    }
    let days: Vec<AnyView> = days
        .into_iter()
        .map(|(day, lines)| {
            view! {
                <tbody>
                    <tr>
                        <th scope="rowgroup" colspan="6" class="bm-changes__day">{day}</th>
                    </tr>
                    {lines}
                </tbody>
            }
            .into_any()
        })
        .collect();
    let names = [
        said.time,
        said.row,
        words.log_what,
        words.log_from,
        words.log_to,
        said.how,
    ];
    let count = filled(said.shown, &[&lines.len().to_string()]);
    let more = (lines.len() > most).then(|| {
        view! {
            <button
                type="button"
                class="bm-button"
                data-action="changes-more"
                on:click=move |_| shown.most.update(|most| *most += AT_ONCE)
            >
                {said.more}
            </button>
        }
    });
    view! {
        <p role="status">{count}</p>
        <div class="bm-scroll" tabindex="0" role="region" aria-labelledby="changes-title">
            <table class="bm-log__table" data-changes="table">
                {columns(&names)}
                {days}
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn one(
    desk: Desk,
    line: &ChangeLine,
    time: &str,
    words: &'static Words,
    language: Language,
) -> AnyView {
    let side = |text: &str| match text {
        "" => words.blank.to_owned(),
        text => text.to_owned(),
    };
    let place = line.place.text(language).to_owned();
    let place = match line.cell {
        Some(cell) => link(desk, cell, place),
        None => place.into_any(),
    };
    let values = [
        line.what.text(language).to_owned(),
        side(line.from.text(language)),
        side(line.to.text(language)),
        line.way.text(language).to_owned(),
    ];
    let values: Vec<AnyView> = values
        .into_iter()
        .map(|value| view! { <td>{value}</td> }.into_any())
        .collect();
    view! { <tr><th scope="row">{time.to_owned()}</th><td>{place}</td>{values}</tr> }.into_any()
}

/// Leads to the row and closes the log.
fn link(desk: Desk, cell: CellId, name: String) -> AnyView {
    let id = desk.form(|form| form.form.row(cell).map(|row| row.id.clone()));
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::close_dialog(ID);
        desk.go_to(cell);
    };
    view! { <a href=desk.address_of(&id.unwrap_or_default()) on:click=go>{name}</a> }.into_any()
}

/// Hands out the whole log as a table for Excel.
fn export(desk: Desk, language: Language) {
    desk.session(|session| {
        let text = changes_csv(session, language, &clock::local_moment);
        files::download(&changes_name(session.report()), "text/csv", &text)
    });
}
