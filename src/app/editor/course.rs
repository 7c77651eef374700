//! The course of the report: its state and the button that declares it complete, what is missing until then, and the
//! log of what was changed afterwards.

use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::parts::{cells, columns, dynamic, text, word};
use crate::app::words::{Words, words};
use crate::browser::clock;
use crate::form::CellId;
use crate::report::{Finding, Logged, Outstanding, State, What};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The word of a state.
pub fn state_word(words: &'static Words, state: State) -> &'static str {
    match state {
        State::Draft => words.state_draft,
        State::Complete => words.state_complete,
        State::Amended => words.state_amended,
    }
}

/// The line in the head of the report that says how far it has come.
pub fn state_line(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let standing = desk.standing();
    let state =
        text(move || standing.with(|standing| state_word(words, standing.state).to_owned()));
    let class = word(move || {
        Some(match standing.with(|standing| standing.state) {
            State::Draft => "bm-tag bm-tag--info",
            State::Complete => "bm-tag bm-tag--good",
            State::Amended => "bm-tag bm-tag--warning",
        })
    });
    let at = text(move || {
        let completed =
            standing.with(|standing| standing.completed.as_deref().map(clock::local_moment));
        completed.map_or_else(String::new, |moment| filled(words.state_at, &[&moment]))
    });
    let next = text(move || {
        let next = match standing.with(|standing| standing.state) {
            State::Draft => "",
            State::Complete => words.state_complete_next,
            State::Amended => words.state_amended_next,
        };
        next.to_owned()
    });
    view! {
        <p
            id="report-state"
            class="bm-report__state"
            role="status"
            tabindex="-1"
            data-report-state=word(move || Some(standing.with(|standing| standing.state.word())))
        >
            {words.state} ": " <span class=class>{state}</span> " " {at} " " <span class="bm-report__next">{next}</span>
        </p>
    }
    .into_any()
}

/// The button that declares the report complete. It is there unless the report is: pressed too early, it says what is
/// missing.
pub fn complete_button(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let standing = desk.standing();
    let name = text(move || {
        let again = standing.with(|standing| standing.state == State::Amended);
        if again {
            words.complete_again
        } else {
            words.complete
        }
        .to_owned()
    });
    view! {
        <button
            type="button"
            class="bm-button bm-button--main"
            data-action="complete"
            hidden=move || standing.with(|standing| standing.state == State::Complete)
            on:click=move |_| desk.complete()
        >
            {name}
        </button>
    }
    .into_any()
}

/// What is missing for completion, with links: there once the officer has asked, until it is put away.
pub fn missing(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let missing = desk.missing();
    let title = text(move || {
        let count = missing.with(|missing| missing.as_ref().map_or(0, Vec::len));
        match count {
            0 => words.missing_none.to_owned(),
            1 => words.missing_one.to_owned(),
            _ => filled(words.missing_title, &[&count.to_string()]),
        }
    });
    let class = word(move || {
        let none = missing.with(|missing| missing.as_ref().is_none_or(Vec::is_empty));
        Some(if none {
            "bm-note bm-missing"
        } else {
            "bm-note bm-note--error bm-missing"
        })
    });
    let groups = dynamic(move || {
        missing.with(|missing| groups(desk, missing.as_deref().unwrap_or_default(), language))
    });
    view! {
        <section
            class=class
            data-complete="missing"
            aria-labelledby="missing-title"
            hidden=move || missing.with(Option::is_none)
        >
            <div class="bm-missing__head">
                <h2 id="missing-title" tabindex="-1">{title}</h2>
                <button
                    type="button"
                    class="bm-button bm-button--small"
                    data-action="missing-close"
                    on:click=move |_| desk.put_missing_away()
                >
                    {words.close}
                </button>
            </div>
            <div class="bm-missing__list">{groups}</div>
        </section>
    }
    .into_any()
}

/// Errors, warnings without a reason, copied figures, and the blank rows of each sheet.
fn groups(desk: Desk, missing: &[Outstanding], language: Language) -> AnyView {
    let words = words(language);
    let (mut wrong, mut unexplained) = (Vec::new(), Vec::new());
    let (mut carried, mut blank) = (Vec::new(), Vec::new());
    for item in missing {
        match item {
            Outstanding::Wrong(finding) => wrong.push(link_of_finding(desk, finding, language)),
            Outstanding::Unexplained(finding) => {
                unexplained.push(link_of_reason(desk, finding, language));
            }
            Outstanding::Carried(cell) => carried.push(*cell),
            Outstanding::Blank(cell) => blank.push(*cell),
        }
    }
    let mut groups = vec![
        group(words.missing_errors.to_owned(), wrong, ().into_any()),
        group(words.missing_reasons.to_owned(), unexplained, ().into_any()),
    ];
    if !carried.is_empty() {
        let title = filled(words.missing_carried, &[&carried.len().to_string()]);
        let links = carried
            .iter()
            .map(|cell| link_of_row(desk, *cell, language));
        let links = links.collect();
        let confirm = button(words.confirm_every, "confirm-carried", move || {
            desk.confirm_carried(carried.clone());
        });
        groups.push(group(title, links, confirm));
    }
    let sheets = desk.form(|form| form.form.sheets.clone());
    for (number, sheet) in sheets.iter().enumerate() {
        let rows: Vec<CellId> = blank
            .iter()
            .copied()
            .filter(|cell| sheet.rows.contains(&cell.0))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let name = [sheet.appendix.text(language), sheet.name.text(language)];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        let title = filled(
            words.missing_blank,
            &[&name.join(", "), &rows.len().to_string()],
        );
        let links = rows.iter().map(|cell| link_of_row(desk, *cell, language));
        let confirm = button(words.blank_sheet, "confirm-blanks", move || {
            desk.confirm_blanks(number);
        });
        groups.push(group(title, links.collect(), confirm));
    }
    groups.into_any()
}

fn group(title: String, links: Vec<AnyView>, button: AnyView) -> AnyView {
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>{title}</h3>
        {button}
        <ul class="bm-missing__links">{links}</ul>
    }
    .into_any()
}

/// A button that does something to a whole group; the group is gone afterwards, so the title is stood on.
fn button(name: &'static str, action: &'static str, act: impl Fn() + 'static) -> AnyView {
    let click = move |_| {
        act();
        request_animation_frame(|| {
            dom::focus_first("#missing-title");
        });
    };
    view! {
        <button type="button" class="bm-button" data-action=action on:click=click>{name}</button>
    }
    .into_any()
}

fn link_of_finding(desk: Desk, finding: &Finding, language: Language) -> AnyView {
    let (cell, message) = spoken(desk, finding, language);
    link(desk, cell, message, Box::new(move || desk.go_to(cell)))
}

/// Leads to the field of the reason, in the list of findings.
fn link_of_reason(desk: Desk, finding: &Finding, language: Language) -> AnyView {
    let (cell, message) = spoken(desk, finding, language);
    let rule = finding.place;
    link(
        desk,
        cell,
        message,
        Box::new(move || desk.go_to_reason(rule)),
    )
}

fn spoken(desk: Desk, finding: &Finding, language: Language) -> (CellId, String) {
    let message = desk.form(|form| finding.placed_message(&form.form, form.rules(), language));
    let first = finding.cells.iter().copied();
    let open = desk.form(|form| {
        first
            .clone()
            .find(|cell| form.form.row(*cell).is_some_and(|row| row.is_entry()))
    });
    let cell = open.or(finding.cells.first().copied());
    (cell.unwrap_or(CellId(0)), message)
}

fn link_of_row(desk: Desk, cell: CellId, language: Language) -> AnyView {
    let name = desk.form(|form| {
        form.form.row(cell).map_or_else(String::new, |row| {
            format!("{}: {}", row.plain_code(), row.label.text(language))
        })
    });
    link(desk, cell, name, Box::new(move || desk.go_to(cell)))
}

fn link(desk: Desk, cell: CellId, name: String, go: Box<dyn Fn()>) -> AnyView {
    let id = desk.form(|form| form.form.row(cell).map(|row| row.id.clone()));
    let id = id.unwrap_or_default();
    let click = move |event: leptos::ev::MouseEvent| {
        // The address stays that of the report, so that the same link leads there again.
        event.prevent_default();
        go();
    };
    view! { <li><a href=desk.address_of(&id) on:click=click>{name}</a></li> }.into_any()
}

/// The log of what was changed since the report was first complete; it is printed too.
pub fn log(desk: Desk, language: Language) -> AnyView {
    let words = words(language);
    let standing = desk.standing();
    dynamic(move || {
        standing.with(|standing| {
            if standing.log.is_empty() {
                return ().into_any();
            }
            let lines: Vec<AnyView> = standing
                .log
                .iter()
                .map(|line| logged(desk, line, language))
                .collect();
            view! {
                <div class="bm-log">
                    <h2 id="log-title">{words.log}</h2>
                    <div class="bm-scroll" tabindex="0" role="region" aria-labelledby="log-title">
                        <table class="bm-log__table" data-log>
                            {columns(&[words.log_when, words.log_what, words.log_from, words.log_to])}
                            <tbody>{lines}</tbody>
                        </table>
                    </div>
                </div>
            }
            .into_any()
        })
    })
}

fn logged(desk: Desk, line: &Logged, language: Language) -> AnyView {
    let words = words(language);
    let what = match &line.what {
        What::Complete => words.log_complete.to_owned(),
        What::Window => words.window.to_owned(),
        What::Entry(row) => named(desk, row, language),
        What::Note(row) => format!("{} – {}", named(desk, row, language), words.note),
        What::Reason(key) => {
            let row = key.split(' ').nth(1).unwrap_or(key);
            format!("{} – {}", named(desk, row, language), words.reason)
        }
    };
    let side = |text: &str| {
        if text.is_empty() && line.what != What::Complete {
            words.blank.to_owned()
        } else {
            text.to_owned()
        }
    };
    let values = vec![what, side(&line.from), side(&line.to)];
    cells(clock::local_moment(&line.at).into_any(), values)
}

/// A row as people call it; its id where the form does not have it.
fn named(desk: Desk, row: &str, language: Language) -> String {
    desk.form(|form| {
        let cell = form.form.cell(row);
        let found = cell.and_then(|cell| Some((cell, form.form.row(cell)?)));
        found.map_or_else(
            || row.to_owned(),
            |(cell, row)| {
                let address = form.form.address(cell);
                format!("{}: {}", address.text(language), row.label.text(language))
            },
        )
    })
}
