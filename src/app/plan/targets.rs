//! The page of the targets: what each plan demands, and how far this machine's reports have come.

use super::figures::{Figures, read};
use super::indicator::{indicator, newest};
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{self, dynamic, said, text, waiting};
use crate::app::words::words;
use crate::browser::Preferences;
use crate::gather;
use crate::period::write_day;
use crate::plan::{PlanDocument, Target, Targets, doubts};
use crate::words::{Language, Phrase, filled, folded};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was read for the page.
#[derive(Clone)]
struct Read {
    targets: Arc<Targets>,
    figures: Arc<Figures>,
    doubts: Arc<Vec<(String, Phrase)>>,
}

/// What the shown targets have in common.
#[derive(Clone, Copy)]
struct Shown {
    document: RwSignal<String>,
    agency: RwSignal<String>,
    verdict: RwSignal<String>,
    search: RwSignal<String>,
}

/// The page `#/targets`.
pub fn targets_page(page: Page) -> AnyView {
    let state = RwSignal::new(None::<Option<Read>>);
    let shown = Shown {
        document: RwSignal::new(String::new()),
        agency: RwSignal::new(Preferences::load().agency_code),
        verdict: RwSignal::new(String::new()),
        search: RwSignal::new(String::new()),
    };
    spawn_local(async move {
        let Some(targets) = page.targets().await else {
            let _ = state.try_set(Some(None));
            return;
        };
        let figures = read(page, &targets).await;
        let known = shown.agency.try_get_untracked().unwrap_or_default();
        if !figures.agencies.iter().any(|(code, _)| *code == known) {
            let first = figures.agencies.first();
            let first = first.map(|(code, _)| code.clone()).unwrap_or_default();
            let _ = shown.agency.try_set(first);
        }
        let _ = state.try_set(Some(Some(Read {
            doubts: Arc::new(doubts(&targets)),
            figures: Arc::new(figures),
            targets,
        })));
    });
    dynamic(move || {
        let language = page.language.get();
        let words = words(language);
        let read = state.get();
        if read.is_some() {
            spawn_local(async { dom::set_root("data-ready", "true") });
        }
        match read {
            None => waiting(words.reading),
            Some(None) => said(words.targets, words.plan_not_loaded, language),
            Some(Some(read)) => targets(&read, shown, language),
        }
    })
}

fn targets(read: &Read, shown: Shown, language: Language) -> AnyView {
    let words = words(language);
    let of_ids = read.clone();
    let visible = Memo::new(move |_| {
        let agency = shown.agency.get();
        let (document, verdict) = (shown.document.get(), shown.verdict.get());
        let wanted = shown.search.with(|search| folded(search));
        let found = of_ids
            .targets
            .targets
            .iter()
            .filter(|target| document.is_empty() || target.document == document)
            .filter(|target| {
                verdict.is_empty() || codes(&of_ids.figures, &agency, target).contains(&&*verdict)
            })
            .filter(|target| finds(target, &wanted))
            .map(|target| target.id.clone());
        gather::set(found)
    });
    let documents: Vec<AnyView> = read
        .targets
        .documents
        .iter()
        .map(|document| of_document(read, document, shown, visible, language))
        .collect();
    let all = read.targets.targets.len().to_string();
    let count = text(move || {
        let number = visible.with(BTreeSet::len).to_string();
        filled(words.targets_shown, &[&number, &all])
    });
    view! {
        {parts::title(words.targets)}
        <p>{words.targets_what}</p>
        {bar(read, shown, count, language)}
        {documents}
    }
    .into_any()
}

/// The words of all verdicts of a target: one for each row that answers it.
fn codes(figures: &Figures, agency: &str, target: &Target) -> Vec<&'static str> {
    if target.rows.is_empty() {
        return vec!["no_row"];
    }
    target
        .rows
        .iter()
        .map(|answer| {
            newest(figures, agency, target, answer)
                .map_or("no_report", |(_, verdict)| verdict.code())
        })
        .collect()
}

fn finds(target: &Target, wanted: &str) -> bool {
    let words = wanted.split_whitespace();
    let text = folded(&format!(
        "{} {} {} {}",
        target.id, target.text, target.what.vi, target.what.en
    ));
    words.into_iter().all(|word| text.contains(word))
}

/// The bar of filters.
fn bar(read: &Read, shown: Shown, count: AnyView, language: Language) -> AnyView {
    let words = words(language);
    let documents = read
        .targets
        .documents
        .iter()
        .map(|document| {
            (
                document.id.clone(),
                document.title.text(language).to_owned(),
            )
        })
        .collect();
    let verdicts = [
        ("reached", words.verdict_reached),
        ("not_yet", words.verdict_not_yet),
        ("cannot_tell", words.verdict_cannot_tell),
        ("no_report", words.verdict_no_report),
        ("no_row", words.verdict_no_row),
    ];
    let verdicts = verdicts
        .iter()
        .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()))
        .collect();
    let agencies = read.figures.agencies.clone();
    let agency = (agencies.len() > 1)
        .then(|| select(words.agency, "target-agency", None, agencies, shown.agency));
    view! {
        <div class="bm-filter" role="search" aria-label=words.filter>
            <label class="bm-filter__one bm-filter__one--wide">
                <span class="bm-filter__name">{words.filter_search}</span>
                <input
                    id="target-search"
                    type="search"
                    class="bm-input"
                    autocomplete="off"
                    prop:value=move || shown.search.get()
                    on:input=move |event| shown.search.set(event_target_value(&event))
                />
            </label>
            {select(words.targets_document, "target-document", Some(words.all), documents, shown.document)}
            {select(words.targets_verdict, "target-verdict", Some(words.all), verdicts, shown.verdict)}
            {agency}
            <p class="bm-filter__shown" role="status">{count}</p>
        </div>
    }
    .into_any()
}

fn select(
    name: &'static str,
    id: &'static str,
    all: Option<&'static str>,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
) -> AnyView {
    let options: Vec<AnyView> = options
        .into_iter()
        .map(|(code, label)| {
            let chosen = value.with_untracked(|value| *value == code);
            view! { <option value=code selected=chosen>{label}</option> }.into_any()
        })
        .collect();
    let all = all.map(|all| view! { <option value="">{all}</option> });
    view! {
        <label class="bm-filter__one">
            <span class="bm-filter__name">{name}</span>
            <select id=id class="bm-input" on:change=move |event| value.set(event_target_value(&event))>
                {all}
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn of_document(
    read: &Read,
    document: &PlanDocument,
    shown: Shown,
    visible: Memo<BTreeSet<String>>,
    language: Language,
) -> AnyView {
    let mut areas: Vec<(Phrase, Vec<Target>)> = Vec::new();
    for target in &read.targets.targets {
        if target.document != document.id {
            continue;
        }
        match areas.last_mut() {
            Some((area, targets)) if *area == target.area => targets.push(target.clone()),
            _ => areas.push((target.area.clone(), vec![target.clone()])),
        }
    }
    let any_of = move |ids: Vec<String>| {
        move || visible.with(|visible| !ids.iter().any(|id| visible.contains(id)))
    };
    let ids = |targets: &[Target]| -> Vec<String> {
        targets.iter().map(|target| target.id.clone()).collect()
    };
    let all: Vec<String> = areas.iter().flat_map(|(_, targets)| ids(targets)).collect();
    let areas: Vec<AnyView> = areas
        .iter()
        .map(|(area, targets)| {
            let hidden = any_of(ids(targets));
            let cards: Vec<AnyView> = targets
                .iter()
                .map(|target| card(read, target, shown, visible, language))
                .collect();
            view! {
                <section class="bm-targets__area" hidden=hidden>
                    <h3>{area.text(language).to_owned()}</h3>
                    <ul class="bm-targets">{cards}</ul>
                </section>
            }
            .into_any()
        })
        .collect();
    view! {
        <section hidden=any_of(all)>
            <h2>{document.title.text(language).to_owned()}</h2>
            {areas}
        </section>
    }
    .into_any()
}

/// One target: its words as printed, its mark, and the rows that answer it.
fn card(
    read: &Read,
    target: &Target,
    shown: Shown,
    visible: Memo<BTreeSet<String>>,
    language: Language,
) -> AnyView {
    let words = words(language);
    let id = target.id.clone();
    let of_hidden = target.id.clone();
    let doubt = read.doubts.iter().filter(|(of, _)| *of == target.id);
    let remarks: Vec<AnyView> = doubt
        .map(|(_, doubt)| (doubt, "bm-task__doubt"))
        .chain(
            target
                .remark
                .as_ref()
                .map(|remark| (remark, "bm-task__remark")),
        )
        .map(|(phrase, class)| {
            let said = phrase.text(language).to_owned();
            view! { <p class=class>{said}</p> }.into_any()
        })
        .collect();
    let by = target
        .by
        .map(|day| format!(" ({} {})", words.targets_by, write_day(day)));
    let baseline = target
        .baseline
        .as_ref()
        .map(|baseline| format!(" ({} {})", words.targets_against, baseline.text(language)));
    let mark = target.mark().text(language).to_owned();
    let (of_rows, of_target) = (read.figures.clone(), target.clone());
    let rows = dynamic(move || {
        let agency = shown.agency.get();
        let rows: Vec<AnyView> = of_target
            .rows
            .iter()
            .filter(|answer| newest(&of_rows, &agency, &of_target, answer).is_some())
            .map(|answer| indicator(&of_rows, &agency, &of_target, answer, language))
            .collect();
        if !rows.is_empty() {
            return rows.into_any();
        }
        let said = if of_target.rows.is_empty() {
            words.targets_no_row
        } else {
            words.targets_no_report
        };
        view! { <p class="bm-task__remark">{said}</p> }.into_any()
    });
    view! {
        <li
            class="bm-target"
            data-target=id
            hidden=move || visible.with(|visible| !visible.contains(&of_hidden))
        >
            <div>
                <div class="bm-target__head">
                    <p class="bm-target__what">{target.what.text(language).to_owned()}</p>
                    <p class="bm-target__mark">{mark} {baseline} {by}</p>
                </div>
                <p class="bm-target__text" lang="vi">"“" {target.text.clone()} "”"</p>
                {remarks}
            </div>
            <div>{rows}</div>
        </li>
    }
    .into_any()
}
