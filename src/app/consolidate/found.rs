//! Totals that do not agree, then what is left in the units' own reports.

use super::hall::{Gathered, Hall, Part, Shown};
use super::more::Shown as Most;
use super::said;
use super::trace::noticed_line;
use super::words::words;
use crate::app::parts::dynamic;
use crate::consolidate::{Doubt, Return};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The section of what was found.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let hall = hall.part(Part::Found);
    let (doubts_shown, units_shown) = (Most::first(), Most::first());
    view! {
        <section class="bm-card" aria-labelledby="gather-found">
            <h2 id="gather-found">{words.found}</h2>
            {dynamic(move || doubts(hall, doubts_shown, language))}
            {dynamic(move || of_units(hall, units_shown, language))}
        </section>
    }
    .into_any()
}

/// Units that are added twice, each pair of consolidated returns in a line.
fn overlaps(gathered: &Gathered, language: Language) -> Vec<AnyView> {
    let lines = gathered.overlaps.iter();
    let lines = lines.filter_map(|overlap| {
        let said = overlap.words(&gathered.collection)?;
        let said = said.text(language).to_owned();
        let line = view! {
            <li data-rule="consolidation-twice" data-level="error">
                <span class="bm-tag bm-tag--error">{crate::app::words::words(language).severity_error}</span>
                " " {said}
            </li>
        };
        Some(line.into_any())
    });
    lines.collect()
}

fn doubts(hall: Hall, most: Most, language: Language) -> AnyView {
    let words = words(language);
    let shown = most.get();
    let items = hall.watch(|gathered| {
        let form = &gathered.form().form;
        let doubts = gathered.doubts.iter().take(shown);
        let items = doubts.filter_map(|doubt| {
            let said = said::doubt(&gathered.collection, doubt, language)?;
            let cell = doubt.figures().cell;
            let row = form.row(cell)?;
            let address = form.address(cell).text(language).to_owned();
            let label = [&address, ": ", row.label.text(language)].concat();
            let rule = match doubt {
                Doubt::Changed(_) => "consolidation-changed",
                Doubt::Recounted(_) => "consolidation-recounted",
                Doubt::Own(_) => "consolidation-own",
                Doubt::Lead(_) => "consolidation-lead",
            };
            Some(
                view! {
                    <li data-rule=rule data-level="warning" data-rows=row.id.clone()>
                        <span class="bm-tag bm-tag--warning">{crate::app::words::words(language).severity_warning}</span>
                        " " {said} " "
                        <button type="button" class="bm-link" on:click=move |_| hall.show(Shown::Row(cell))>{label}</button>
                    </li>
                }
                .into_any(),
            )
        });
        (items.collect::<Vec<AnyView>>(), gathered.doubts.len())
    });
    let (items, count) = items.unwrap_or_default();
    let twice = hall
        .look(|gathered| overlaps(gathered, language))
        .unwrap_or_default();
    if items.is_empty() && twice.is_empty() {
        let has_any = hall.look(|gathered| gathered.settled.counted().next().is_some());
        let said = if has_any == Some(true) {
            words.found_none
        } else {
            words.found_nothing_yet
        };
        return view! { <p>{said}</p> }.into_any();
    }
    view! {
        <ul class="bm-gather__found">{twice} {items}</ul>
        {most.button(count, "doubts-more", language)}
    }
    .into_any()
}

/// The errors and the warnings of the units whose reports count, unit by unit, folded away.
fn of_units(hall: Hall, most: Most, language: Language) -> AnyView {
    let words = words(language);
    let shown = most.get();
    let units = hall.watch(|gathered| {
        let counted = gathered.settled.counted();
        let with = counted.filter_map(|at| Some((at, gathered.at(at)?)));
        let with = with.filter(|(_, one)| !one.findings.is_empty());
        let with: Vec<(usize, &Return)> = with.collect();
        let count = with.len();
        let units = with.into_iter().take(shown).map(|(at, one)| {
            let name = one.agency.name.clone();
            let errors = crate::app::editor::findings::count_words(
                crate::app::words::words(language),
                one.left(crate::report::Severity::Error),
                one.left(crate::report::Severity::Warning),
            );
            let open = RwSignal::new(false);
            let list = dynamic(move || {
                if !open.get() {
                    return ().into_any();
                }
                let items = hall.look(|gathered| {
                    let findings = gathered.at(at).map(|one| one.findings.iter());
                    let items = findings.into_iter().flatten();
                    items
                        .map(|noticed| noticed_line(noticed, language))
                        .collect::<Vec<AnyView>>()
                });
                view! { <ul>{items}</ul> }.into_any()
            });
            view! {
                <details on:toggle=move |_| open.update(|open| *open = !*open)>
                    <summary><span lang="vi">{name}</span> ": " {errors}</summary>
                    {list}
                </details>
            }
            .into_any()
        });
        (count, units.collect::<Vec<AnyView>>())
    });
    let (count, units) = units.unwrap_or_default();
    if count == 0 {
        return ().into_any();
    }
    view! {
        <h3>{filled(words.found_units, &[&count.to_string()])}</h3>
        {units}
        {most.button(count, "found-more", language)}
    }
    .into_any()
}
