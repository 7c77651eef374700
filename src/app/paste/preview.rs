//! The preview of a pasted table: what changes, what could not be read, what is left out, what would contradict.

use super::dialog::close;
use super::words::{Words, words};
use crate::app::desk::Desk;
use crate::app::dom;
use crate::app::editor::findings::level_word;
use crate::app::parts::{columns, dynamic, text};
use crate::exchange::entry_shown;
use crate::exchange::paste::{
    Aside, Choice, PastePlan, Planned, Target, Why, apply, findings, shortened, title, ways,
};
use crate::exchange::table::Block;
use crate::report::Filled;
use crate::words::{Language, Phrase, filled};
use leptos::prelude::*;
use std::sync::Arc;

/// The ways of taking the table, each with its plan.
type Ways = Arc<Vec<(Choice, PastePlan)>>;

/// What the officer has chosen.
#[derive(Clone, Copy)]
struct Chosen {
    /// The place of the way.
    way: RwSignal<usize>,
    /// Of each row of its plan, whether it is taken.
    wanted: RwSignal<Vec<bool>>,
}

/// Looks at a part of the plan that was chosen.
fn with_plan<T>(ways: &Ways, chosen: Chosen, look: impl FnOnce(&PastePlan) -> T) -> Option<T> {
    ways.get(chosen.way.get()).map(|(_, plan)| look(plan))
}

/// What a pasted table would do.
pub fn preview(desk: Desk, blocks: &[Block], target: Target, language: Language) -> AnyView {
    let words = words(language);
    let ways: Ways = Arc::new(
        desk.session(|session| ways(session, blocks, target))
            .unwrap_or_default(),
    );
    let first = ways.first().map(|(_, plan)| plan.wanted());
    let chosen = Chosen {
        way: RwSignal::new(0),
        wanted: RwSignal::new(first.unwrap_or_default()),
    };
    let shortened: Vec<AnyView> = shortened(blocks)
        .iter()
        .map(|said| {
            view! { <p class="bm-note bm-note--warning">{said.text(language).to_owned()}</p> }
                .into_any()
        })
        .collect();
    let of_title = ways.clone();
    let heading = text(move || {
        let said = with_plan(&of_title, chosen, |plan| {
            chosen.wanted.with(|wanted| title(plan, wanted)).words()
        });
        said.map_or_else(
            || words.title.to_owned(),
            |said| said.text(language).to_owned(),
        )
    });
    let (of_rows, of_aside, of_differing, of_findings) =
        (ways.clone(), ways.clone(), ways.clone(), ways.clone());
    // What should be known before stands above a table that may be long.
    view! {
        <div class="bm-paste__inner" tabindex="0" role="region" aria-labelledby="paste-title">
            <h2 id="paste-title">{heading}</h2>
            {shortened}
            {choice(&ways, chosen, language)}
            {dynamic(move || with_plan(&of_differing, chosen, |plan| differing(desk, plan, language)).into_any())}
            {dynamic(move || {
                let shown = with_plan(&of_findings, chosen, |plan| found(desk, plan, chosen, language));
                shown.into_any()
            })}
            {dynamic(move || with_plan(&of_rows, chosen, |plan| rows(desk, plan, chosen, language)).into_any())}
            {dynamic(move || with_plan(&of_aside, chosen, |plan| left_out(desk, plan, language)).into_any())}
        </div>
        {buttons(desk, ways, chosen, language)}
    }
    .into_any()
}

/// The ways between which there is a choice.
fn choice(ways: &Ways, chosen: Chosen, language: Language) -> AnyView {
    if ways.len() < 2 {
        return ().into_any();
    }
    let options: Vec<AnyView> = ways
        .iter()
        .enumerate()
        .map(|(number, (choice, plan))| {
            let said = choice.words().text(language).to_owned();
            let wanted = plan.wanted();
            view! {
                <label class="bm-paste__way">
                    <input
                        type="radio"
                        name="paste-way"
                        data-way=number.to_string()
                        checked=number == 0
                        on:change=move |_| {
                            chosen.wanted.set(wanted.clone());
                            chosen.way.set(number);
                        }
                    />
                    {said}
                </label>
            }
            .into_any()
        })
        .collect();
    view! {
        <fieldset class="bm-paste__ways">
            <legend>{words(language).way}</legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// The rows that would change.
fn rows(desk: Desk, plan: &PastePlan, chosen: Chosen, language: Language) -> AnyView {
    let words = words(language);
    let sheet = only_sheet(desk, plan, language);
    let lines: Vec<AnyView> = plan
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.changes())
        .map(|(number, row)| line(desk, number, row, sheet.is_some(), chosen, language))
        .collect();
    let sheet = sheet.map(|sheet| view! { <p>{filled(words.sheet, &[&sheet])}</p> });
    let same = plan.rows.len() - lines.len();
    let same = (same > 0).then(|| {
        let said = filled(words.same, &[&same.to_string()]);
        view! { <p>{said}</p> }
    });
    let table = (!lines.is_empty()).then(|| {
        view! {
            <table class="bm-table bm-paste__rows">
                {columns(&[words.pick, words.place, words.pasted, words.now, words.then])}
                <tbody>{lines}</tbody>
            </table>
        }
    });
    view! { {sheet} {table} {same} }.into_any()
}

/// The name of the sheet to which everything goes; none where there are several.
fn only_sheet(desk: Desk, plan: &PastePlan, language: Language) -> Option<String> {
    desk.form(|form| {
        let sheet = |row: &Planned| form.form.row(row.cell).map(|row| row.sheet);
        let first = sheet(plan.rows.first()?)?;
        let is_only = plan.rows.iter().all(|row| sheet(row) == Some(first));
        let sheet = form.form.sheets.get(first).filter(|_| is_only)?;
        let names = [&sheet.appendix, &sheet.name, &sheet.title].map(|name| name.text(language));
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        Some(names.join(", "))
    })
}

fn line(
    desk: Desk,
    number: usize,
    row: &Planned,
    is_short: bool,
    chosen: Chosen,
    language: Language,
) -> AnyView {
    let words = words(language);
    let (address, place, label) = desk.form(|form| {
        let found = form.form.row(row.cell);
        let label = found.map_or("", |row| row.label.text(language));
        let address = form.form.address(row.cell);
        let address = address.text(language).to_owned();
        let code = found.map(|row| row.printed_code(language).to_owned());
        let place = code.filter(|_| is_short).unwrap_or_else(|| address.clone());
        (address, place, label.to_owned())
    });
    let colon = if place.is_empty() { "" } else { ": " };
    let colon = if is_short { " " } else { colon };
    let name = filled(words.pick_one, &[&address, &label]);
    let tick = move |event: leptos::ev::Event| {
        let is_wanted = event_target_checked(&event);
        chosen.wanted.update(|wanted| {
            if let Some(place) = wanted.get_mut(number) {
                *place = is_wanted;
            }
        });
    };
    let is_wanted = move || {
        chosen
            .wanted
            .with(|wanted| wanted.get(number) == Some(&true))
    };
    let said = row.words().map(|said| {
        let said = said.text(language).to_owned();
        view! { <span class="bm-paste__said">{said}</span> }
    });
    let class = if row.is_unreadable() || row.doubt.is_some() {
        "bm-paste__row bm-paste__row--doubt"
    } else {
        "bm-paste__row"
    };
    let pasted = match &row.note {
        Some(note) if row.text.is_empty() => filled(words.note, &[note]),
        _ => row.text.clone(),
    };
    view! {
        <tr class=class data-paste=number.to_string()>
            <td class="bm-paste__tick">
                <input type="checkbox" aria-label=name prop:checked=is_wanted on:change=tick />
            </td>
            <th scope="row"><span class="bm-paste__address">{place}{colon}</span>{label} {said}</th>
            <td class="bm-paste__figure" data-label=words.pasted>{pasted}</td>
            <td class="bm-paste__figure" data-label=words.now>{shown(&row.before, words, language)}</td>
            <td class="bm-paste__figure bm-paste__then" data-label=words.then>{shown(&row.after, words, language)}</td>
        </tr>
    }
    .into_any()
}

/// What is kept of a row, as the preview shows it.
fn shown(kept: &Filled, words: &Words, language: Language) -> String {
    let entry = entry_shown(&kept.entry, language);
    if kept.note.is_empty() {
        return entry;
    }
    [entry, filled(words.note, &[&kept.note])].join(", ")
}

/// Whether a computed row says something else than the table.
fn differs(aside: &Aside) -> bool {
    matches!(
        aside.why,
        Why::Computed {
            agrees: false,
            value: Ok(_)
        }
    )
}

/// The computed rows that say something else than the table.
fn differing(desk: Desk, plan: &PastePlan, language: Language) -> AnyView {
    let asides: Vec<&Aside> = plan.aside.iter().filter(|aside| differs(aside)).collect();
    let class = "bm-note bm-note--warning bm-paste__differs";
    list(desk, class, words(language).differs, &asides, language)
}

/// What else goes nowhere.
fn left_out(desk: Desk, plan: &PastePlan, language: Language) -> AnyView {
    let asides: Vec<&Aside> = plan.aside.iter().filter(|aside| !differs(aside)).collect();
    list(
        desk,
        "bm-paste__aside",
        words(language).aside,
        &asides,
        language,
    )
}

fn list(
    desk: Desk,
    class: &'static str,
    heading: &str,
    asides: &[&Aside],
    language: Language,
) -> AnyView {
    if asides.is_empty() {
        return ().into_any();
    }
    let heading = filled(heading, &[&asides.len().to_string()]);
    let lines: Vec<AnyView> = asides
        .iter()
        .map(|aside| one_aside(desk, aside, language))
        .collect();
    view! { <div class=class><h3>{heading}</h3><ul>{lines}</ul></div> }.into_any()
}

fn one_aside(desk: Desk, aside: &Aside, language: Language) -> AnyView {
    let place = desk
        .form(|form| aside.place(&form.form))
        .text(language)
        .to_owned();
    let mut said = aside.words().text(language).to_owned();
    if !matches!(aside.why, Why::Computed { .. }) {
        said = format!("“{}” – {said}", aside.text);
    }
    let colon = if place.is_empty() { "" } else { ": " };
    view! { <li>{place}{colon}{said}</li> }.into_any()
}

/// What would contradict, and what would no longer.
fn found(desk: Desk, plan: &PastePlan, chosen: Chosen, language: Language) -> AnyView {
    let own = words(language);
    let found =
        desk.session(|session| chosen.wanted.with(|wanted| findings(session, plan, wanted)));
    let Some(found) = found else {
        return ().into_any();
    };
    let line = |(severity, said): &(_, Phrase)| {
        let level = level_word(crate::app::words::words(language), *severity);
        let said = said.text(language).to_owned();
        view! { <li><strong>{level}</strong> ": " {said}</li> }.into_any()
    };
    let come: Vec<AnyView> = found.come.iter().map(line).collect();
    let come = (!come.is_empty()).then(|| {
        let heading = filled(own.come, &[&come.len().to_string()]);
        view! { <div class="bm-note bm-note--warning bm-paste__come"><h3>{heading}</h3><ul>{come}</ul></div> }
    });
    let go = (found.go > 0).then(|| {
        let said = filled(own.go, &[&found.go.to_string()]);
        view! { <p>{said}</p> }
    });
    view! { {come} {go} }.into_any()
}

fn buttons(desk: Desk, ways: Ways, chosen: Chosen, language: Language) -> AnyView {
    let words = words(language);
    let of_count = ways.clone();
    let count = Memo::new(move |_| {
        let counted = with_plan(&of_count, chosen, |plan| {
            let title = chosen.wanted.with(|wanted| title(plan, wanted));
            title.changed + title.unreadable
        });
        counted.unwrap_or_default()
    });
    let put = move |_| {
        let done = count.get_untracked();
        untrack(|| {
            with_plan(&ways, chosen, |plan| {
                let wanted = chosen.wanted.get_untracked();
                desk.put_rows(|session| apply(session, plan, &wanted));
            })
        });
        close();
        dom::announce(&filled(words.done, &[&done.to_string()]));
    };
    let named = text(move || match count.get() {
        1 => words.apply_one.to_owned(),
        count => filled(words.apply, &[&count.to_string()]),
    });
    view! {
        <div class="bm-row bm-paste__buttons">
            <button
                type="button"
                class="bm-button bm-button--main"
                data-action="paste-apply"
                autofocus
                hidden=move || count.get() == 0
                on:click=put
            >
                {named}
            </button>
            <button type="button" class="bm-button" data-action="paste-cancel" on:click=move |_| close()>
                {words.cancel}
            </button>
        </div>
    }
    .into_any()
}
