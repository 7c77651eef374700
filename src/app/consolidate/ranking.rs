//! The units by a ratio, with the line of the plan: bars as SVG, each beside its figure in words.

use super::hall::{Gathered, Hall, Part, Shown};
use super::more::Shown as Most;
use super::said;
use super::words::words;
use crate::app::parts::dynamic;
use crate::consolidate::{Bar, Ranking, ranked_rows};
use crate::form::CellId;
use crate::number::write;
use crate::plan::{Targets, Verdict};
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The section, folded away: it is made when it is first opened.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let hall = hall.part(Part::Ranking);
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<CellId>);
    let targets = RwSignal::new(None::<Arc<Targets>>);
    let unfold = move |_| {
        open.update(|open| *open = !*open);
        if targets.with_untracked(Option::is_none) {
            spawn_local(async move {
                // Without the plans there is a ranking all the same, only without its line.
                let come = hall.page.targets().await;
                targets.try_set(Some(come.unwrap_or_default()));
            });
        }
    };
    view! {
        <details class="bm-card" on:toggle=unfold>
            <summary data-action="ranking"><h2 class="bm-gather__folded" id="gather-ranking">{words.ranking}</h2></summary>
            {dynamic(move || {
                if open.get() {
                    let most = Most::first();
                    view! {
                        {chooser(hall, chosen, language)}
                        {dynamic(move || ranking(hall, chosen, targets, most, language))}
                    }
                    .into_any()
                } else {
                    ().into_any()
                }
            })}
        </details>
    }
    .into_any()
}

fn chooser(hall: Hall, chosen: RwSignal<Option<CellId>>, language: Language) -> AnyView {
    let rows = hall.look(|gathered| {
        let form = &gathered.form().form;
        let rows = ranked_rows(form).into_iter();
        rows.filter_map(|cell| {
            let row = form.row(cell)?;
            let address = form.address(cell).text(language).to_owned();
            let name = [&address, ": ", row.label.text(language)].concat();
            Some((cell, row.id.clone(), name))
        })
        .collect::<Vec<(CellId, String, String)>>()
    });
    let rows = rows.unwrap_or_default();
    if chosen.get_untracked().is_none() {
        // Nobody has chosen yet, and nobody looks at it yet.
        let first = first_with_figures(hall, rows.iter().map(|(cell, _, _)| *cell));
        chosen.update_untracked(|chosen| *chosen = first);
    }
    let known: Vec<(CellId, String)> = rows
        .iter()
        .map(|(cell, id, _)| (*cell, id.clone()))
        .collect();
    let options: Vec<AnyView> = rows
        .into_iter()
        .map(|(cell, id, name)| {
            let is_here = chosen.get_untracked() == Some(cell);
            view! { <option value=id selected=is_here>{name}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let id = event_target_value(&event);
        let found = known.iter().find(|(_, known)| *known == id);
        chosen.set(found.map(|(cell, _)| *cell));
    };
    view! {
        <label class="bm-field">
            <span class="bm-field__label">{words(language).ranking_row}</span>
            <select id="gather-rank" class="bm-input" on:change=choose>{options}</select>
        </label>
    }
    .into_any()
}

/// The first row in which some unit has a figure, else the first.
fn first_with_figures(hall: Hall, rows: impl Iterator<Item = CellId> + Clone) -> Option<CellId> {
    let has_any = |gathered: &Gathered, cell: CellId| {
        let mut counted = gathered.settled.counted().filter_map(|at| gathered.at(at));
        counted.any(|one| one.number(cell).is_some())
    };
    let found = hall.look(|gathered| rows.clone().find(|cell| has_any(gathered, *cell)));
    found.flatten().or_else(|| rows.clone().next())
}

fn ranking(
    hall: Hall,
    chosen: RwSignal<Option<CellId>>,
    targets: RwSignal<Option<Arc<Targets>>>,
    most: Most,
    language: Language,
) -> AnyView {
    let words = words(language);
    let (Some(cell), Some(targets)) = (chosen.get(), targets.get()) else {
        return view! { <p role="status">{words.opening}</p> }.into_any();
    };
    let made = hall.watch(|gathered| {
        let ranking = Ranking::of(&gathered.collection, &gathered.settled, cell, &targets);
        let said = ranking
            .words(&gathered.collection)
            .text(language)
            .to_owned();
        let mark = ranking.mark.as_ref().map(|mark| mark.place);
        let zero = ranking.zero();
        let bars = ranking.bars.iter().take(most.get());
        let bars: Vec<AnyView> = bars
            .filter_map(|bar| line(hall, gathered, &ranking, bar, zero, mark, language))
            .collect();
        let without = ranking.without.iter();
        let without: Vec<AnyView> = without
            .filter_map(|(at, figure)| {
                let name = gathered.at(*at)?.agency.name.clone();
                let row = gathered.form().form.row(cell)?;
                let figure = said::figure(*figure, row, language);
                Some(view! { <li><span lang="vi">{name}</span> ": " {figure}</li> }.into_any())
            })
            .collect();
        (said, bars, without, ranking.bars.len())
    });
    let Some((said, bars, without, count)) = made else {
        return ().into_any();
    };
    let left = most.button(count, "ranking-more", language);
    let without = (!without.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.ranking_without}</summary>
                <ul>{without}</ul>
            </details>
        }
    });
    let heads = [words.rank, words.unit, words.figure, words.against];
    view! {
        <p data-ranking="words">{said}</p>
        <div class="bm-scroll bm-gather__units" tabindex="0" role="region" aria-labelledby="gather-ranking">
            <table class="bm-table bm-gather__ranking">{crate::app::parts::columns(&heads)} <tbody>{bars}</tbody></table>
        </div>
        {left}
        {without}
    }
    .into_any()
}

fn line(
    hall: Hall,
    gathered: &Gathered,
    ranking: &Ranking<'_>,
    bar: &Bar,
    zero: u32,
    mark: Option<u32>,
    language: Language,
) -> Option<AnyView> {
    let words = words(language);
    let one = gathered.at(bar.at)?;
    let at = bar.at;
    let name = one.agency.name.clone();
    let verdict = bar.verdict.as_ref().zip(ranking.mark.as_ref());
    let verdict = verdict.map(|(verdict, mark)| {
        let said = verdict.words(mark.target, mark.answer);
        said.text(language).to_owned()
    });
    let code = bar.verdict.as_ref().map_or("", Verdict::code);
    let drawn = drawing(bar.end, zero, mark, code);
    Some(
        view! {
            <tr data-rank=one.agency.code.clone()>
                <td data-head=words.rank>{bar.rank}</td>
                <th scope="row">
                    <button type="button" class="bm-link" lang="vi" on:click=move |_| hall.show(Shown::Unit(at))>{name}</button>
                </th>
                <td data-head=words.figure class="bm-gather__number">{write(bar.figure)}</td>
                <td class="bm-gather__bar">{drawn} <span class="bm-line__hint">{verdict}</span></td>
            </tr>
        }
        .into_any(),
    )
}

/// The bar; what it says stands beside it in figures and words.
fn drawing(end: u32, zero: u32, mark: Option<u32>, verdict: &'static str) -> AnyView {
    let (from, to) = (end.min(zero), end.max(zero));
    let mark = mark.map(|mark| {
        let mark = mark.to_string();
        view! { <line class="bm-bar__mark" x1=mark.clone() x2=mark y1="0" y2="40"></line> }
    });
    view! {
        <svg class="bm-bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true" data-verdict=verdict>
            <rect class="bm-bar__ground" x="0" y="6" width="1000" height="28"></rect>
            <rect class="bm-bar__fill" x=from.to_string() y="6" width=to.saturating_sub(from).to_string() height="28"></rect>
            {mark}
        </svg>
    }
    .into_any()
}
