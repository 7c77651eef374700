//! What a total is made of, unit by unit; and the other way round, what one unit has in every total.

use super::hall::{Gathered, Hall, Shown};
use super::matrix::extreme;
use super::more::Shown as Most;
use super::said;
use super::unit;
use super::words::words;
use crate::app::parts::{dynamic, facts};
use crate::app::words::words as page_words;
use crate::consolidate::Share;
use crate::form::{CellId, Kind};
use crate::number::{Decimal, write};
use crate::report::{Severity, State};
use crate::words::{Language, folded};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// By what the units are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Name,
    Value,
}

/// The units in a total.
pub fn of_row(hall: Hall, cell: CellId, language: Language) -> AnyView {
    let words = words(language);
    let order = RwSignal::new((By::Value, true));
    let most = Most::first();
    let head = hall.look(|gathered| {
        let row = gathered.form().form.row(cell)?;
        let address = gathered.form().form.address(cell).text(language).to_owned();
        let total = gathered.totals.of(cell)?;
        let (said, _) = said::total(total, row, language);
        let measure = row.measure.text(language);
        let whence = said::whence(&gathered.collection, total, language);
        let known = facts(vec![
            (words.total, [&said, " ", measure].concat().into_any()),
            (
                words.made_of,
                said::spread(&total.spread, language).into_any(),
            ),
        ]);
        let whence = whence.map(|said| view! { <p>{said}</p> });
        let title = [&address, ": ", row.label.text(language)].concat();
        Some((title, view! { {known} {whence} }.into_any()))
    });
    let Some((title, head)) = head.flatten() else {
        return ().into_any();
    };
    let by = move |wanted: By, name: &'static str, code: &'static str| {
        let sorted = move || {
            let (by, is_down) = order.get();
            match (by == wanted, is_down) {
                (false, _) => None,
                (true, true) => Some("descending"),
                (true, false) => Some("ascending"),
            }
        };
        let turn = move |_| {
            order.update(|(by, is_down)| {
                // Figures begin with the largest, names with the first.
                *is_down = if *by == wanted {
                    !*is_down
                } else {
                    wanted == By::Value
                };
                *by = wanted;
            });
        };
        let mark = move || match sorted() {
            Some("descending") => "▼",
            Some(_) => "▲",
            None => "",
        };
        view! {
            <th scope="col" aria-sort=sorted>
                <button type="button" class="bm-link" data-sort=code on:click=turn>
                    {name} " " <span aria-hidden="true">{mark}</span>
                </button>
            </th>
        }
        .into_any()
    };
    let lines = dynamic(move || {
        let (by, is_down) = order.get();
        let shown = most.get();
        let made = hall.look(|gathered| {
            let shares = ordered(gathered, cell, by, is_down);
            let far = gathered.extremes(cell);
            let lines = shares.iter().take(shown);
            let lines: Vec<AnyView> = lines
                .filter_map(|share| {
                    let mark = extreme(far.get(&share.at).copied(), language);
                    share_line(hall, gathered, cell, share, mark, language)
                })
                .collect();
            (lines, shares.len())
        });
        let (lines, count) = made.unwrap_or_default();
        let more = (count > shown).then(|| {
            view! { <tr><td colspan="3">{most.button(count, "shares-more", language)}</td></tr> }
        });
        view! { <tbody>{lines} {more}</tbody> }.into_any()
    });
    view! {
        <h2 id="gather-shown" tabindex="-1">{title}</h2>
        {head}
        <div class="bm-scroll bm-gather__shares" tabindex="0" role="region" aria-labelledby="gather-shown">
            <table class="bm-table bm-gather__table">
                <thead>
                    <tr>
                        {by(By::Name, words.unit, "name")}
                        {by(By::Value, words.figure, "value")}
                        <th scope="col">{words.share}</th>
                    </tr>
                </thead>
                {lines}
            </table>
        </div>
    }
    .into_any()
}

/// The shares of a total in an order. Names are ordered as the list of files is, by letter without marks.
fn ordered(gathered: &Gathered, cell: CellId, by: By, is_down: bool) -> Vec<Share> {
    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    enum Key {
        Nothing,
        Number(Decimal),
        Name(String),
    }
    let shares = gathered
        .collection
        .shares(&gathered.settled, &gathered.totals, cell);
    let mut keyed: BTreeMap<(Key, usize), Share> = BTreeMap::new();
    for share in shares {
        let key = match by {
            By::Value => share.figure.number().map_or(Key::Nothing, Key::Number),
            By::Name => {
                let name = gathered.at(share.at).map(|one| folded(&one.agency.name));
                Key::Name(name.unwrap_or_default())
            }
        };
        // Equal ones stand in the order of their codes, whichever way the others run.
        let place = if is_down {
            usize::MAX - share.at
        } else {
            share.at
        };
        keyed.insert((key, place), share);
    }
    let mut ordered: Vec<Share> = keyed.into_values().collect();
    if is_down {
        ordered.reverse();
    }
    ordered
}

fn share_line(
    hall: Hall,
    gathered: &Gathered,
    cell: CellId,
    share: &Share,
    mark: AnyView,
    language: Language,
) -> Option<AnyView> {
    let words = words(language);
    let one = gathered.at(share.at)?;
    let row = gathered.form().form.row(cell)?;
    let at = share.at;
    let name = one.agency.name.clone();
    let figure = said::figure(share.figure, row, language);
    Some(
        view! {
            <tr data-share=one.agency.code.clone()>
                <th scope="row">
                    <button type="button" class="bm-link" lang="vi" data-unit-of=one.agency.code.clone() on:click=move |_| hall.show(Shown::Unit(at))>
                        {name}
                    </button>
                </th>
                <td data-head=words.figure class="bm-gather__number">{figure} " " {mark}</td>
                <td data-head=words.share class="bm-gather__number">{percent(share.percent)}</td>
            </tr>
        }
        .into_any(),
    )
}

fn percent(share: Option<Decimal>) -> String {
    share.map_or_else(String::new, |share| [&write(share), " %"].concat())
}

/// What a unit has reported, with its share in each total.
pub fn of_unit(hall: Hall, at: usize, language: Language) -> AnyView {
    let words = words(language);
    let of_page = page_words(language);
    let made = hall.look(|gathered| {
        let one = gathered.at(at)?;
        let state = match one.state {
            State::Draft => of_page.state_draft,
            State::Complete => of_page.state_complete,
            State::Amended => of_page.state_amended,
        };
        let known = facts(vec![
            (of_page.state, state.into_any()),
            (words.file, unit::whence(one, language)),
        ]);
        let name = [one.agency.name.as_str(), " (", &one.agency.code, ")"].concat();
        let noticed: Vec<AnyView> = one.findings.iter().map(|noticed| noticed_line(noticed, language)).collect();
        let form = &gathered.form().form;
        let mut sheet = usize::MAX;
        let mut lines: Vec<AnyView> = Vec::new();
        for cell in form.cells() {
            let Some(row) = form.row(cell) else { continue };
            if row.kind == Kind::Heading || form.is_helper(cell) {
                continue;
            }
            if sheet != row.sheet {
                sheet = row.sheet;
                let title = form.sheets.get(sheet).map(|sheet| {
                    [sheet.appendix.text(language), " ", sheet.name.text(language)].concat()
                });
                lines.push(
                    view! { <tr class="bm-line--heading"><th scope="rowgroup" colspan="4">{title}</th></tr> }.into_any(),
                );
            }
            lines.push(unit_line(hall, gathered, at, cell, language)?);
        }
        Some((name, known, noticed, lines))
    });
    let Some((name, known, noticed, lines)) = made.flatten() else {
        return ().into_any();
    };
    let heads = [of_page.code, of_page.indicator, words.figure, words.share];
    let noticed = (!noticed.is_empty()).then(|| {
        let count = noticed.len();
        view! {
            <details>
                <summary>{words.noticed} " (" {count} ")"</summary>
                <ul>{noticed}</ul>
            </details>
        }
    });
    view! {
        <h2 id="gather-shown" tabindex="-1" lang="vi">{name}</h2>
        {known}
        {noticed}
        <div class="bm-scroll bm-gather__shares" tabindex="0" role="region" aria-labelledby="gather-shown">
            <table class="bm-table bm-gather__table">{crate::app::parts::columns(&heads)} <tbody>{lines}</tbody></table>
        </div>
    }
    .into_any()
}

/// An error or a warning of a unit, with what its officer says of it.
pub fn noticed_line(noticed: &crate::consolidate::Noticed, language: Language) -> AnyView {
    let of_page = page_words(language);
    let (class, name) = match noticed.severity {
        Severity::Error => ("bm-tag bm-tag--error", of_page.severity_error),
        Severity::Warning => ("bm-tag bm-tag--warning", of_page.severity_warning),
        Severity::Info => ("bm-tag bm-tag--info", of_page.severity_info),
    };
    let reason = noticed.reason.clone().map(|reason| {
        view! { <span class="bm-line__hint">{of_page.reason_given} " " <span lang="vi">{reason}</span></span> }
    });
    let said = noticed.message.text(language).to_owned();
    view! { <li><span class=class>{name}</span> " " {said} {reason}</li> }.into_any()
}

fn unit_line(
    hall: Hall,
    gathered: &Gathered,
    at: usize,
    cell: CellId,
    language: Language,
) -> Option<AnyView> {
    let words = words(language);
    let row = gathered.form().form.row(cell)?;
    let share = gathered
        .collection
        .share(&gathered.settled, &gathered.totals, at, cell)?;
    let label = row.label.text(language).to_owned();
    let to_row = move |_| hall.show(Shown::Row(cell));
    Some(
        view! {
            <tr>
                <td>{row.printed_code(language).to_owned()}</td>
                <th scope="row">
                    <button type="button" class="bm-link bm-gather__label" data-trace-of=row.id.clone() on:click=to_row>
                        {label}
                    </button>
                </th>
                <td data-head=words.figure class="bm-gather__number">{said::figure(share.figure, row, language)}</td>
                <td data-head=words.share class="bm-gather__number">{percent(share.percent)}</td>
            </tr>
        }
        .into_any(),
    )
}
