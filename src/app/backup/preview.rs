//! What a backup would change, report by report, and what the officer chooses.

use super::look::{List, One, Ready, Unread, title};
use super::words::{Words, words};
use crate::app::differences;
use crate::app::parts::{dynamic, facts};
use crate::browser::clock;
use crate::exchange::{Choice, Relation, asides_of_restore, changes_of};
use crate::words::{Language, filled};
use leptos::prelude::*;

/// The preview, with the buttons of `acts` below it.
pub(super) fn shown(ready: &Ready, acts: AnyView, language: Language) -> AnyView {
    let said = words(language);
    let (reports, lists) = (ready.reports.len(), ready.lists.len());
    let count = filled(
        said.holds_count,
        &[&reports.to_string(), &lists.to_string()],
    );
    let facts = facts(vec![
        (
            said.made_at,
            clock::local_moment(&ready.backup.made).into_any(),
        ),
        (said.holds, count.into_any()),
    ]);
    let reports: Vec<AnyView> = ready
        .reports
        .iter()
        .map(|one| match one {
            Ok(one) => report(one, language),
            Err(unread) => not_read(unread, said),
        })
        .collect();
    let lists: Vec<AnyView> = ready.lists.iter().map(|one| list(one, language)).collect();
    let lists = (!lists.is_empty()).then(|| view! { <h3>{said.lists}</h3> {lists} });
    let damaged = (!ready.is_whole).then(|| {
        view! { <p class="bm-note bm-note--warning" data-restore="damaged">{said.damaged}</p> }
    });
    view! {
        <section class="bm-card" data-restore="preview" aria-labelledby="restore-title">
            <h2 id="restore-title" tabindex="-1">{filled(said.preview, &[&ready.name])}</h2>
            {facts}
            {damaged}
            <p>{said.nothing_lost}</p>
            {reports}
            {lists}
            <p>{said.others}</p>
            {acts}
        </section>
    }
    .into_any()
}

fn relation_words(relation: Relation, said: &'static Words) -> (&'static str, &'static str) {
    match relation {
        Relation::OnlyInFile => ("only_in_file", said.only_in_file),
        Relation::Same => ("same", said.same),
        Relation::NewerInFile => ("newer_in_file", said.newer_in_file),
        Relation::NewerHere => ("newer_here", said.newer_here),
        Relation::Differs => ("differs", said.differs),
    }
}

fn report(one: &One, language: Language) -> AnyView {
    let said = words(language);
    let (word, relation) = relation_words(one.relation, said);
    let changed = |moment: &str| filled(said.changed_at, &[&clock::local_moment(moment)]);
    let here = one.here.as_ref();
    let here = here.map_or_else(|| "—".to_owned(), |here| changed(&here.modified));
    let times = facts(vec![
        (said.here, here.into_any()),
        (said.in_file, changed(&one.file.modified).into_any()),
    ]);
    let name = title(&one.key, &one.file.agency.name, language);
    let (form, file) = (one.form.clone(), one.file.clone());
    let (machine, choice) = (one.here.clone(), one.choice);
    let changes = dynamic(move || {
        let Some(outcome) = choice.get().outcome(machine.as_ref(), &file) else {
            return view! { <p>{said.unchanged}</p> }.into_any();
        };
        let (Some(form), Some(here)) = (&form, &machine) else {
            let rows = outcome.entries.len().to_string();
            return view! { <p>{filled(said.new_rows, &[&rows])}</p> }.into_any();
        };
        let changes = changes_of(&form.form, Some(here), &outcome);
        let asides = asides_of_restore(&form.form, Some(here), &outcome);
        let rows = if changes.is_empty() {
            view! { <p>{said.no_rows}</p> }.into_any()
        } else {
            differences::table(form, &changes, [said.here, said.then], language)
        };
        view! {
            {rows}
            {differences::asides(&asides, language)}
        }
        .into_any()
    });
    view! {
        <article class="bm-restore" data-restore-report=one.key.path() data-relation=word>
            <h3>{name.clone()}</h3>
            <p><strong>{relation}</strong></p>
            {times}
            {chooser(name, one.relation, choice, said)}
            {changes}
        </article>
    }
    .into_any()
}

fn list(one: &List, language: Language) -> AnyView {
    let said = words(language);
    let (word, relation) = relation_words(one.relation, said);
    let agency = &one.book.agency;
    let name = format!("{} – {}", agency.name, one.title.text(language));
    let changed = |moment: &str| filled(said.changed_at, &[&clock::local_moment(moment)]);
    let here = one.here.as_deref();
    let times = facts(vec![
        (
            said.here,
            here.map_or_else(|| "—".to_owned(), changed).into_any(),
        ),
        (said.in_file, changed(&one.book.modified).into_any()),
    ]);
    view! {
        <article class="bm-restore" data-restore-list=one.book.path() data-relation=word>
            <h4>{name.clone()}</h4>
            <p><strong>{relation}</strong></p>
            {times}
            {chooser(name, one.relation, one.choice, said)}
        </article>
    }
    .into_any()
}

fn not_read(unread: &Unread, said: &'static Words) -> AnyView {
    let why = if unread.is_newer {
        said.newer_page
    } else {
        said.unread
    };
    view! {
        <article class="bm-restore" data-restore-report=unread.path.clone() data-relation="unread">
            <h3>{unread.path.clone()}</h3>
            <p>{why}</p>
        </article>
    }
    .into_any()
}

/// The choices that make a difference; nothing where there is only one. Lists of tasks are not joined.
fn chooser(
    name: String,
    relation: Relation,
    choice: RwSignal<Choice>,
    said: &'static Words,
) -> AnyView {
    let choices = relation.choices();
    if choices.len() < 2 {
        return ().into_any();
    }
    let is_new = relation == Relation::OnlyInFile;
    let options: Vec<AnyView> = choices
        .iter()
        .map(|offered| {
            let words = match offered {
                Choice::Keep if is_new => said.skip,
                Choice::Keep => said.keep,
                Choice::Take => said.take,
                Choice::Merge => said.merge,
            };
            let is_chosen = choice.get_untracked() == *offered;
            view! { <option value=offered.word() selected=is_chosen>{words}</option> }.into_any()
        })
        .collect();
    let choose = move |event: leptos::ev::Event| {
        if let Some(chosen) = Choice::from_word(&event_target_value(&event)) {
            choice.set(chosen);
        }
    };
    view! {
        <p>
            <select
                class="bm-input"
                data-restore-choice
                aria-label=format!("{}: {name}", said.choice)
                on:change=choose
            >
                {options}
            </select>
        </p>
    }
    .into_any()
}
