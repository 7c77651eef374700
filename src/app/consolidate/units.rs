//! Who has sent what, who has not, and what is odd about it.

use super::hall::{Gathered, Hall, Part, Shown};
use super::more::Shown as Most;
use super::words::{Words, words};
use super::{keep, list, unit};
use crate::app::dom;
use crate::app::parts::dynamic;
use crate::browser::{clock, files};
use crate::consolidate::Return;
use crate::exchange::roll_csv;
use crate::gather;
use crate::report::Agency;
use crate::words::{Language, folded};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// What may be true of a unit; one narrows the list by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Its report is added up.
    Counted,
    /// Nothing has come.
    Missing,
    /// It came late.
    Late,
    /// It came more than once.
    Twice,
    /// It is of another period.
    OtherPeriod,
    /// It answers another form set, or another version.
    Remark,
    /// The file was changed after it was made.
    Altered,
    /// Computed values of the file are wrong.
    Miscomputed,
    /// Errors are left in it.
    Errors,
    /// It has warnings.
    Warnings,
    /// It is not in the list.
    Unlisted,
    /// It is not added up.
    Aside,
}

impl Trait {
    /// Each with its word in the list of choices.
    const ALL: [(&'static str, Trait); 12] = [
        ("missing", Trait::Missing),
        ("counted", Trait::Counted),
        ("aside", Trait::Aside),
        ("late", Trait::Late),
        ("twice", Trait::Twice),
        ("other-period", Trait::OtherPeriod),
        ("remark", Trait::Remark),
        ("altered", Trait::Altered),
        ("miscomputed", Trait::Miscomputed),
        ("errors", Trait::Errors),
        ("warnings", Trait::Warnings),
        ("unlisted", Trait::Unlisted),
    ];

    fn name(self, words: &Words) -> &'static str {
        match self {
            Trait::Missing => words.of_missing,
            Trait::Counted => words.of_counted,
            Trait::Aside => words.of_aside,
            Trait::Late => words.of_late,
            Trait::Twice => words.of_twice,
            Trait::OtherPeriod => words.of_other_period,
            Trait::Remark => words.of_remark,
            Trait::Altered => words.of_altered,
            Trait::Miscomputed => words.of_miscomputed,
            Trait::Errors => words.of_errors,
            Trait::Warnings => words.of_warnings,
            Trait::Unlisted => words.of_unlisted,
        }
    }
}

/// A line of the list: a unit that is missing, or a return.
pub struct Line {
    /// Whose.
    pub agency: Agency,
    /// The place of the return; none where nothing has come.
    pub at: Option<usize>,
    /// What is true of it.
    pub traits: Vec<Trait>,
}

/// Every line: the listed units in the order of the list, then the others. Returns of one unit stand together, the one
/// that counts first.
fn lines(gathered: &Gathered) -> Vec<Line> {
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, one) in gathered.collection.returns().iter().enumerate() {
        of.entry(&one.agency.code).or_default().push(at);
    }
    let missing = gathered
        .roll
        .missing(&gathered.collection, &gathered.settled);
    let missing = gather::set(missing.iter().map(|agency| agency.code.as_str()));
    let mut lines = Vec::new();
    for agency in gathered.roll.agencies() {
        if missing.contains(agency.code.as_str()) {
            lines.push(Line {
                agency: agency.clone(),
                at: None,
                traits: vec![Trait::Missing],
            });
        }
        if let Some(places) = of.remove(agency.code.as_str()) {
            push(gathered, &places, &mut lines);
        }
    }
    for places in of.values() {
        push(gathered, places, &mut lines);
    }
    lines
}

fn push(gathered: &Gathered, places: &[usize], lines: &mut Vec<Line>) {
    for at in places.iter().rev() {
        let Some(one) = gathered.at(*at) else {
            continue;
        };
        lines.push(Line {
            agency: one.agency.clone(),
            at: Some(*at),
            traits: unit::traits(gathered, *at, one, places.len() > 1),
        });
    }
}

/// The section of the units.
pub fn section(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let counts = hall.part(Part::Counts);
    let hall = hall.part(Part::Units);
    let shown = Most::first();
    let choose = move |event| {
        let word = event_target_value(&event);
        let found = Trait::ALL.iter().find(|(known, _)| *known == word);
        shown.reset();
        hall.only.set(found.map(|(_, what)| *what));
    };
    view! {
        <section class="bm-card" aria-labelledby="gather-units">
            <h2 id="gather-units">{words.units}</h2>
            {dynamic(move || summary(counts, language))}
            <div class="bm-filter">
                <label class="bm-filter__one">
                    <span class="bm-filter__name">{words.only}</span>
                    {dynamic(move || {
                        let options = options(counts, words);
                        view! {
                            <select id="gather-only" class="bm-input" on:change=choose>
                                <option value="">{words.of_all}</option>
                                {options}
                            </select>
                        }
                        .into_any()
                    })}
                </label>
                <label class="bm-filter__one">
                    <span class="bm-filter__name">{words.seek}</span>
                    <input
                        id="gather-seek"
                        class="bm-input"
                        autocomplete="off"
                        prop:value=move || hall.sought.get()
                        on:input=move |event| hall.sought.set(event_target_value(&event))
                    />
                </label>
                <button type="button" class="bm-button" data-action="missing-csv" on:click=move |_| hand_out(hall)>
                    {words.missing_csv}
                </button>
            </div>
            {dynamic(move || table(hall, shown, language))}
            {list::section(hall, language)}
        </section>
    }
    .into_any()
}

/// How many have sent, are missing, count.
fn summary(hall: Hall, language: Language) -> AnyView {
    let words = words(language);
    let counts = hall.watch(|gathered| {
        let listed = gathered.roll.agencies().len();
        let missing = gathered
            .roll
            .missing(&gathered.collection, &gathered.settled)
            .len();
        let counted = gathered.settled.counted().filter_map(|at| gathered.at(at));
        let counted: usize = counted.map(|one| one.weight()).sum();
        (listed, missing, counted)
    });
    let (listed, missing, counted) = counts.unwrap_or_default();
    let count = |name: &'static str, code: &'static str, count: String| {
        view! { <div class="bm-count"><dt>{name}</dt><dd data-count=code>{count}</dd></div> }
            .into_any()
    };
    let sent = [(listed - missing).to_string(), listed.to_string()].join("/");
    view! {
        <div class="bm-counts">
            <dl class="bm-counts__list">
                {count(words.count_sent, "sent", sent)}
                {count(words.count_missing, "missing", missing.to_string())}
                {count(words.count_counted, "counted", counted.to_string())}
            </dl>
        </div>
    }
    .into_any()
}

/// What one narrows by, each with how many there are.
fn options(hall: Hall, words: &'static Words) -> Vec<AnyView> {
    let lines = hall.watch(|gathered| {
        let lines = lines(gathered);
        let count = |what: Trait| {
            let of = lines.iter().filter(|line| line.traits.contains(&what));
            of.count()
        };
        Trait::ALL.map(|(word, what)| (word, what, count(what)))
    });
    let chosen = hall.only.get_untracked();
    let of = lines.into_iter().flatten().filter(|(_, what, count)| {
        // What nobody is stands in the list only while it is chosen.
        *count > 0 || Some(*what) == chosen
    });
    of.map(|(word, what, count)| {
        let name = format!("{} ({count})", what.name(words));
        view! { <option value=word selected=Some(what) == chosen>{name}</option> }.into_any()
    })
    .collect()
}

/// The units, as far as they are asked for.
fn table(hall: Hall, shown: Most, language: Language) -> AnyView {
    let words = words(language);
    let only = hall.only.get();
    let sought = folded(hall.sought.get().trim());
    let most = shown.get();
    let found = hall.watch(|gathered| {
        let is_wanted = |line: &Line| {
            only.is_none_or(|only| line.traits.contains(&only))
                && (folded(&line.agency.name).contains(&sought)
                    || line.agency.code.contains(&sought))
        };
        let wanted: Vec<Line> = lines(gathered).into_iter().filter(is_wanted).collect();
        let count = wanted.len();
        let rows = wanted.iter().take(most);
        let rows: Vec<AnyView> = rows
            .map(|line| row(hall, gathered, line, language))
            .collect();
        (rows, count)
    });
    let (rows, count) = found.unwrap_or_default();
    if rows.is_empty() {
        return view! { <p>{words.units_none}</p> }.into_any();
    }
    let heads = [words.unit, words.standing, words.changed, words.acts];
    let more = shown.button(count, "units-more", language);
    view! {
        <div class="bm-scroll bm-gather__units" tabindex="0" role="region" aria-label=words.units_list>
            <table class="bm-table">{crate::app::parts::columns(&heads)} <tbody>{rows}</tbody></table>
            {more}
        </div>
    }
    .into_any()
}

fn row(hall: Hall, gathered: &Gathered, line: &Line, language: Language) -> AnyView {
    let words = words(language);
    let agency = &line.agency;
    let one = line.at.and_then(|at| gathered.at(at));
    let changed = one.map_or_else(String::new, |one| clock::local_moment(&one.modified));
    let remark = one.and_then(|one| one.remark.clone());
    let remark = remark.map(|remark| {
        let said = remark.text(language).to_owned();
        view! { <span class="bm-line__hint">{said}</span> }
    });
    let file = one.map(|one| {
        let whence = unit::whence(one, language);
        view! { <span class="bm-line__hint">{whence}</span> }
    });
    let acts = match line.at {
        Some(at) => acts_of_return(hall, gathered, at, agency, language),
        None => list::off_button(hall, agency, words),
    };
    let label = [agency.name.as_str(), " (", &agency.code, ")"].concat();
    view! {
        <tr data-unit=agency.code.clone() data-missing=one.is_none().then_some("true")>
            <th scope="row"><span lang="vi">{label}</span> {file}</th>
            <td data-head=words.standing>{unit::tags(gathered, line, language)} {remark}</td>
            <td data-head=words.changed>{changed}</td>
            <td><div class="bm-row">{acts}</div></td>
        </tr>
    }
    .into_any()
}

/// What can be done with a return: its figures, leaving it out, taking its file away.
fn acts_of_return(
    hall: Hall,
    gathered: &Gathered,
    at: usize,
    agency: &Agency,
    language: Language,
) -> AnyView {
    let words = words(language);
    let is_out = gathered.collection.left_out().contains(&agency.code);
    let is_own = gathered.settled.own() == Some(at);
    let is_file = !gathered.at(at).is_some_and(Return::is_kept_here);
    let label = |what: &str| [what, ": ", &agency.name].concat();
    let code = StoredValue::new(agency.code.clone());
    let leave = move |_| {
        let code = code.get_value();
        hall.change(|gathered| gathered.collection.leave_out(&code, !is_out));
        stand_at(&code, "leave-out");
        spawn_local(keep::keep_out(hall));
    };
    // Its place is another one once further returns are in.
    let name = StoredValue::new(gathered.at(at).map(keep::name_of).unwrap_or_default());
    let take_away = move |_| {
        let name = name.get_value();
        let is_it = |one: &Return| !one.is_kept_here() && keep::name_of(one) == name;
        hall.change(|gathered| gathered.collection.retain(|one| !is_it(one)));
        dom::answer_at("[data-action=\"missing-csv\"]");
        spawn_local(keep::forget(hall, name));
    };
    let out = if is_out {
        words.take_in
    } else {
        words.leave_out
    };
    view! {
        <button
            type="button"
            class="bm-button"
            data-action="unit-figures"
            aria-label=label(words.figures)
            on:click=move |_| hall.show(Shown::Unit(at))
        >
            {words.figures}
        </button>
        {(!is_own).then(|| view! {
            <button type="button" class="bm-button" data-action="leave-out" aria-label=label(out) on:click=leave>
                {out}
            </button>
        })}
        {is_file.then(|| view! {
            <button type="button" class="bm-button" data-action="remove-file" aria-label=label(words.remove) on:click=take_away>
                {words.remove}
            </button>
        })}
    }
    .into_any()
}

/// The focus stays with the unit, whose line is another one now.
pub fn stand_at(code: &str, action: &str) {
    let selector = format!("[data-unit=\"{code}\"] [data-action=\"{action}\"]");
    request_animation_frame(move || {
        dom::focus_first(&selector);
    });
}

/// Who has not sent, as a table.
fn hand_out(hall: Hall) {
    let Some(language) = hall.page.language.try_get_untracked() else {
        return;
    };
    let text = hall.look(|gathered| {
        let missing = gathered
            .roll
            .missing(&gathered.collection, &gathered.settled);
        let name = format!("chua-gui_{}.csv", gathered.collection.period());
        (name, roll_csv(missing, language))
    });
    if let Some((name, text)) = text {
        files::download(&name, "text/csv;charset=utf-8", &text);
    }
}
