//! The list: when each state was saved, how many rows it fills, how many differ from now.

use super::discard;
use super::look::{self, Looked};
use super::moving;
use super::words::{Words, words};
use crate::app::dom;
use crate::app::kept::report_of;
use crate::app::page::Page;
use crate::app::parts::{self, columns, dynamic, waiting};
use crate::app::route::Route;
use crate::app::words::words as page_words;
use crate::browser::{Opened, clock, timer};
use crate::exchange::{Aside, Change, asides_of_restore, changes_of};
use crate::format::read_report;
use crate::period::Period;
use crate::report::{OpenForm, Report, ReportKey, Session, Tally};
use crate::store::{Opening, Spoilt, past, report_key};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// What was found of a report.
pub(super) struct Found {
    pub(super) key: ReportKey,
    pub(super) form: Option<Arc<OpenForm>>,
    /// As it stands now; none where the report is gone.
    pub(super) here: Option<Report>,
    revision: u64,
    saved: String,
    tally: Tally,
    pub(super) states: Vec<State>,
}

/// One earlier state.
pub(super) struct State {
    revision: u64,
    /// When it was saved, as people write it.
    pub(super) moment: String,
    pub(super) read: Result<Read, Unread>,
}

/// Why a state cannot be shown.
#[derive(Clone, Copy)]
pub(super) enum Unread {
    Spoilt,
    Newer,
}

/// A state that was read, beside the present one.
pub(super) struct Read {
    pub(super) report: Report,
    tally: Tally,
    pub(super) changes: Vec<Change>,
    /// What else differs.
    pub(super) asides: Vec<Aside>,
}

impl Read {
    /// Whether bringing it back would change anything.
    pub(super) fn is_other(&self, here: Option<&Report>) -> bool {
        let differs = self.asides.iter().any(|aside| *aside != Aside::Amends);
        here.is_none() || differs || !self.changes.is_empty()
    }
}

/// The page `#/earlier/…`.
pub fn page(page: Page, key: ReportKey) -> AnyView {
    let found = RwSignal::new_local(None::<Arc<Found>>);
    let looked = RwSignal::new(None::<Looked>);
    let look_again = move |key| async move {
        let read = read(page, key).await;
        let _ = found.try_set(Some(Arc::new(read)));
    };
    spawn_local(async move {
        page.closed().await;
        look_again(key).await;
    });
    let discarded = move |key| {
        looked.set(None);
        spawn_local(async move {
            look_again(key).await;
            dom::answer_at("[data-earlier=kept]");
        });
    };
    dynamic(move || {
        let language = page.language.get();
        match found.get() {
            None => waiting(page_words(language).reading),
            Some(found) => {
                request_animation_frame(|| dom::set_root("data-ready", "true"));
                view! {
                    {shown(page, &found, looked, language)}
                    {moving::offered(page, &found, language)}
                    {discard::offered(page, &found, Rc::new(discarded), language)}
                }
                .into_any()
            }
        }
    })
}

async fn read(page: Page, key: ReportKey) -> Found {
    let form = page.form_when_known(&key.form).await.ok();
    let place = report_key(&key.path());
    let opened = Opened::read(page.shelf(), &place).await;
    let here = report_of(&opened.loaded);
    let saved = match &opened.loaded.opening {
        Opening::Kept(envelope) => clock::local_moment(&envelope.saved),
        _ => String::new(),
    };
    let mut found = Found {
        tally: tally_of(form.as_ref(), here.as_ref()),
        revision: opened.loaded.revision(),
        saved,
        key,
        form,
        here,
        states: Vec::new(),
    };
    let states = past::states(&*page.shelf(), &place).await;
    for earlier in states.unwrap_or_default() {
        let name = earlier.place.rsplit('/').next();
        let revision = name.and_then(|name| name.parse().ok()).unwrap_or_default();
        let read = match &earlier.opened {
            Ok(envelope) => read_state(&found, &envelope.body),
            Err(Spoilt::Newer { .. }) => Err(Unread::Newer),
            Err(_) => Err(Unread::Spoilt),
        };
        found.states.push(State {
            revision,
            moment: earlier.opened.map_or_else(
                |_| "—".to_owned(),
                |state| clock::local_moment(&state.saved),
            ),
            read,
        });
        // Twenty reports are computed; the page stays able to answer between them.
        timer::pause(0).await;
    }
    found
}

fn read_state(found: &Found, body: &str) -> Result<Read, Unread> {
    let report = read_report(body).map_err(|complaints| {
        if crate::format::is_kept_by_newer(&complaints) {
            Unread::Newer
        } else {
            Unread::Spoilt
        }
    })?;
    let form = found.form.as_ref();
    let here = found.here.as_ref();
    Ok(Read {
        tally: tally_of(form, Some(&report)),
        changes: form.map_or_else(Vec::new, |form| changes_of(&form.form, here, &report)),
        asides: form.map_or_else(Vec::new, |form| {
            asides_of_restore(&form.form, here, &report)
        }),
        report,
    })
}

fn tally_of(form: Option<&Arc<OpenForm>>, report: Option<&Report>) -> Tally {
    match (form, report) {
        (Some(form), Some(report)) => Session::open(form.clone(), report.clone()).total(),
        _ => Tally::default(),
    }
}

fn shown(
    page: Page,
    found: &Arc<Found>,
    looked: RwSignal<Option<Looked>>,
    language: Language,
) -> AnyView {
    let said = words(language);
    let key = &found.key;
    let period = Period::parse(&key.period).map_or_else(
        || key.period.clone(),
        |period| period.name().text(language).to_owned(),
    );
    let newest = found
        .states
        .iter()
        .find_map(|state| Some(&state.read.as_ref().ok()?.report));
    let agency = found.here.as_ref().or(newest);
    let agency = agency.map_or(&key.agency, |report| &report.agency.name);
    let title = filled(said.of, &[agency, &period]);
    let is_gone = found.here.is_none() && !found.states.is_empty();
    let of_look = found.clone();
    let body = if found.form.is_none() {
        view! { <p class="bm-note bm-note--error">{said.no_form}</p> }.into_any()
    } else if found.states.is_empty() {
        view! { <p data-earlier="none">{said.none}</p> }.into_any()
    } else {
        table(found, looked, language)
    };
    let to_report = found.here.is_some().then(|| {
        view! { <p><a href=Route::of_report(key)>{said.to_report}</a></p> }
    });
    view! {
        {parts::title(title)}
        <p>{said.what}</p>
        {is_gone.then(|| view! { <p class="bm-note bm-note--warning" data-earlier="kept" tabindex="-1">{said.gone}</p> })}
        {to_report}
        <section class="bm-card">{body}</section>
        {dynamic(move || look::shown(page, &of_look, looked, language))}
    }
    .into_any()
}

fn table(found: &Arc<Found>, looked: RwSignal<Option<Looked>>, language: Language) -> AnyView {
    let (said, words) = (words(language), page_words(language));
    let filled_of = |tally: Tally| format!("{}/{}", tally.filled, tally.expected);
    let present = found.here.as_ref().map(|_| {
        view! {
            <tr data-earlier="now">
                <th scope="row">{said.present} " – " {found.saved.clone()}</th>
                <td data-head=said.revision>{found.revision}</td>
                <td data-head=words.filled>{filled_of(found.tally)}</td>
                <td>"—"</td>
                <td></td>
            </tr>
        }
    });
    let rows: Vec<AnyView> = found
        .states
        .iter()
        .enumerate()
        .map(|(place, state)| {
            let (count, differs) = match &state.read {
                Ok(read) => (filled_of(read.tally), differs(read, found, said)),
                Err(Unread::Newer) => (String::new(), said.newer.to_owned()),
                Err(Unread::Spoilt) => (String::new(), said.unread.to_owned()),
            };
            let label = format!("{}: {}", said.see, state.moment);
            let see = state.read.is_ok().then(|| {
                view! {
                    <button
                        type="button"
                        class="bm-button"
                        data-action="earlier-look"
                        aria-label=label
                        on:click=move |_| look::at(looked, place)
                    >
                        {said.see}
                    </button>
                }
            });
            view! {
                <tr data-earlier=state.revision.to_string()>
                    <th scope="row">{state.moment.clone()}</th>
                    <td data-head=said.revision>{state.revision}</td>
                    <td data-head=words.filled>{count}</td>
                    <td data-head=said.differs>{differs}</td>
                    <td>{see}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let heads = [
        said.saved,
        said.revision,
        words.filled,
        said.differs,
        said.see,
    ];
    view! {
        <div class="bm-scroll" tabindex="0" role="region" aria-label=said.earlier>
            <table class="bm-table">{columns(&heads)} <tbody>{present}{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn differs(read: &Read, found: &Found, said: &'static Words) -> String {
    let strangers = read.asides.iter().find_map(|aside| match aside {
        Aside::Strangers(count) => Some(*count),
        _ => None,
    });
    let rows = read.changes.len() + strangers.unwrap_or_default();
    match rows {
        0 if read.is_other(found.here.as_ref()) => said.other_parts.to_owned(),
        0 => said.same.to_owned(),
        _ => filled(said.rows_one, &[&rows.to_string()]),
    }
}
