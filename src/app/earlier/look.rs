//! One earlier state: what would change, before anything does; and bringing it back.

use super::list::Found;
use super::words::words;
use crate::app::differences;
use crate::app::dom;
use crate::app::kept::{enter, leave, report_of, rewrite};
use crate::app::page::Page;
use crate::app::route::Route;
use crate::browser::clock;
use crate::format::report_text;
use crate::report::{OpenForm, Report, ReportKey, Session};
use crate::store::report_key;
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The state that is looked at: its place in the list, and whether it could not be brought back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    place: usize,
    has_failed: bool,
}

/// Looks at a state of the list.
pub(super) fn at(looked: RwSignal<Option<Looked>>, place: usize) {
    looked.set(Some(Looked {
        place,
        has_failed: false,
    }));
    request_animation_frame(|| {
        dom::focus_first("#earlier-title");
    });
}

/// What would change; empty where no state is looked at.
pub(super) fn shown(
    page: Page,
    found: &Arc<Found>,
    looked: RwSignal<Option<Looked>>,
    language: Language,
) -> AnyView {
    let said = words(language);
    let Some(Looked { place, has_failed }) = looked.get() else {
        return ().into_any();
    };
    let state = found.states.get(place);
    let (Some(state), Some(form)) = (state, &found.form) else {
        return ().into_any();
    };
    let Ok(read) = &state.read else {
        return ().into_any();
    };
    let here = found.here.as_ref();
    let apply = read.is_other(here).then(|| {
        let of = (
            found.key.clone(),
            form.clone(),
            read.report.clone(),
            state.moment.clone(),
        );
        view! {
            <button
                type="button"
                class="bm-button bm-button--main"
                data-action="earlier-apply"
                on:click=move |_| {
                    let (key, form, earlier, moment) = of.clone();
                    spawn_local(async move {
                        if !bring_back(page, &key, &form, &earlier, &moment).await {
                            let _ = looked.try_set(Some(Looked { place, has_failed: true }));
                        }
                    });
                }
            >
                {said.bring_back}
            </button>
        }
    });
    view! {
        <section class="bm-card" data-earlier-preview aria-labelledby="earlier-title">
            <h2 id="earlier-title" tabindex="-1">{filled(said.state_of, &[&state.moment])}</h2>
            {has_failed.then(|| view! { <p class="bm-note bm-note--error" role="alert">{said.not_kept}</p> })}
            {differences::table(form, &read.changes, [said.present, said.then], language)}
            {differences::asides(&read.asides, language)}
            <div class="bm-row">
                {apply}
                <button type="button" class="bm-button" data-action="earlier-leave" on:click=move |_| looked.set(None)>
                    {said.leave}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Brings an earlier state back as one step over whatever is kept at that moment, and opens the report.
async fn bring_back(
    page: Page,
    key: &ReportKey,
    form: &Arc<OpenForm>,
    earlier: &Report,
    moment: &str,
) -> bool {
    leave(page).await;
    let place = report_key(&key.path());
    let done = rewrite(page, &place, &|kept| {
        // Where the report is gone it begins again, and what comes back is its first step.
        let here = report_of(kept).unwrap_or_else(|| earlier.head());
        let mut session = Session::open(form.clone(), here);
        session.restore(earlier.clone(), moment, &clock::now_utc_iso());
        report_text(session.report())
    })
    .await;
    if done {
        enter(page, &Route::of_report(key));
    }
    done
}
