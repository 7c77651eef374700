//! What the page says of one unit: whether its report counts and why not, how late it is, what is odd about its file.

use super::hall::Gathered;
use super::units::{Line, Trait};
use super::words::words;
use crate::app::editor::findings::count_words;
use crate::app::words::words as page_words;
use crate::consolidate::{Aside, Place, Return};
use crate::period::{Due, Period};
use crate::report::{Severity, State};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// How a tag looks.
#[derive(Clone, Copy)]
enum Look {
    Good,
    Info,
    Warning,
    Error,
}

fn tag(look: Look, said: &str) -> AnyView {
    let class = match look {
        Look::Good => "bm-tag bm-tag--good",
        Look::Info => "bm-tag bm-tag--info",
        Look::Warning => "bm-tag bm-tag--warning",
        Look::Error => "bm-tag bm-tag--error",
    };
    let said = said.to_owned();
    view! { <span class=class>{said}</span> " " }.into_any()
}

/// What is true of a return.
pub fn traits(gathered: &Gathered, at: usize, one: &Return, is_twice: bool) -> Vec<Trait> {
    let place = gathered.settled.places.get(at);
    let is = |aside: fn(&Aside) -> bool| matches!(place, Some(Place::Aside(why)) if aside(why));
    let all = [
        (Trait::Counted, place == Some(&Place::Counts)),
        (Trait::Late, one.late.is_some()),
        (Trait::Twice, is_twice),
        (
            Trait::OtherPeriod,
            is(|why| matches!(why, Aside::OtherPeriod)),
        ),
        (Trait::Remark, one.remark.is_some()),
        (Trait::Altered, one.is_altered),
        (Trait::Miscomputed, one.miscomputed > 0),
        (Trait::Errors, one.left(Severity::Error) > 0),
        (Trait::Warnings, one.left(Severity::Warning) > 0),
        (
            Trait::Unlisted,
            place != Some(&Place::Own) && !gathered.roll.has(&one.agency.code),
        ),
        (Trait::Aside, matches!(place, Some(Place::Aside(_)))),
    ];
    let of = all.into_iter().filter(|(_, holds)| *holds);
    of.map(|(what, _)| what).collect()
}

/// How a unit stands, in short.
pub fn tags(gathered: &Gathered, line: &Line, language: Language) -> Vec<AnyView> {
    let words = words(language);
    let Some((at, one)) = line.at.and_then(|at| Some((at, gathered.at(at)?))) else {
        return vec![tag(Look::Error, words.missing)];
    };
    let has = |what: Trait| line.traits.contains(&what);
    let mut tags = vec![place(gathered, at, language)];
    if let Some(Due::Over(_)) = one.late {
        let late = one.late.map(Due::words).unwrap_or_default();
        tags.push(tag(Look::Error, late.text(language)));
    }
    if has(Trait::Twice) && has(Trait::Counted) {
        tags.push(tag(Look::Info, words.twice));
    }
    if has(Trait::Altered) {
        tags.push(tag(Look::Error, words.altered));
    }
    if has(Trait::Miscomputed) {
        let count = one.miscomputed.to_string();
        tags.push(tag(Look::Warning, &filled(words.miscomputed, &[&count])));
    }
    let (errors, warnings) = (one.left(Severity::Error), one.left(Severity::Warning));
    if errors + warnings > 0 {
        let look = if errors > 0 {
            Look::Error
        } else {
            Look::Warning
        };
        let said = count_words(page_words(language), errors, warnings);
        tags.push(tag(look, &said));
    }
    if has(Trait::Unlisted) {
        tags.push(tag(Look::Warning, words.unlisted));
    }
    match one.state {
        State::Complete => {}
        State::Draft => tags.push(tag(Look::Info, words.draft)),
        State::Amended => tags.push(tag(Look::Info, words.amended)),
    }
    if one.weight() > 1 {
        let count = one.weight().to_string();
        tags.push(tag(Look::Info, &filled(words.whole, &[&count])));
    }
    tags
}

/// The file in which a return came, or that it is the report that is kept here.
pub fn whence(one: &Return, language: Language) -> AnyView {
    if one.is_kept_here() {
        return words(language).kept_here.into_any();
    }
    let file = one.file.clone();
    view! { <bdi lang="vi">{file}</bdi> }.into_any()
}

/// Whether the return counts, and why not.
fn place(gathered: &Gathered, at: usize, language: Language) -> AnyView {
    let words = words(language);
    let name_of = |at: usize| {
        let one = gathered.at(at);
        one.map_or("", |one| one.agency.name.as_str())
    };
    match gathered.settled.places.get(at) {
        None | Some(Place::Counts) => tag(Look::Good, words.counts),
        Some(Place::Own) => tag(Look::Info, words.own),
        Some(Place::Aside(aside)) => match aside {
            Aside::OtherPeriod => {
                let id = gathered.at(at).map_or("", |one| one.period.as_str());
                let name = Period::parse(id).map(|period| period.name());
                let name = name.as_ref().map_or(id, |name| name.text(language));
                tag(Look::Warning, &filled(words.other_period, &[name]))
            }
            Aside::Earlier { .. } => tag(Look::Info, words.earlier),
            Aside::Inside { whole, is_another } => {
                let (look, template) = if *is_another {
                    (Look::Warning, words.inside_another)
                } else {
                    (Look::Info, words.inside)
                };
                tag(look, &filled(template, &[name_of(*whole)]))
            }
            Aside::NotBelow => tag(Look::Warning, words.not_below),
            Aside::LeftOut => tag(Look::Warning, words.left_out),
        },
    }
}
