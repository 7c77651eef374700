//! A report that was begun by mistake leaves the list of this machine. Nothing of it is lost: its last state is an earlier
//! state then.

use super::list::Found;
use super::words::words;
use crate::app::kept;
use crate::app::page::Page;
use crate::app::parts::dynamic;
use crate::report::ReportKey;
use crate::store::report_key;
use crate::words::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// The button, with what it does; nothing where the report is gone already. `done` is told once it is.
pub(super) fn offered(
    page: Page,
    found: &Arc<Found>,
    done: Rc<dyn Fn(ReportKey)>,
    language: Language,
) -> AnyView {
    if found.here.is_none() {
        return ().into_any();
    }
    let said = words(language);
    let has_failed = RwSignal::new(false);
    let key = found.key.clone();
    let act = move |_| {
        let (key, done) = (key.clone(), done.clone());
        spawn_local(async move {
            if kept::discard(page, &report_key(&key.path())).await {
                done(key);
            } else {
                let _ = has_failed.try_set(true);
            }
        });
    };
    let failed = dynamic(move || {
        let failed = has_failed.get();
        failed
            .then(|| view! { <p class="bm-note bm-note--error" role="alert">{said.not_discarded}</p> })
            .into_any()
    });
    view! {
        <section class="bm-card" aria-labelledby="discard-title">
            <h2 id="discard-title">{said.discard}</h2>
            <p>{said.discard_what}</p>
            {failed}
            <button type="button" class="bm-button" data-action="discard" on:click=act>{said.discard}</button>
        </section>
    }
    .into_any()
}
