//! Where the figures are kept: whether the browser has promised to keep them, how much room there is.

use super::words::words;
use crate::app::dom;
use crate::app::page::Page;
use crate::app::parts::{dynamic, facts};
use crate::browser::{filed, storage};
use crate::number::{Decimal, write};
use crate::words::{Language, filled};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, Default)]
struct Known {
    is_persisted: Option<bool>,
    room: Option<storage::Room>,
    /// Whether the browser was asked just now, and did not agree.
    was_refused: bool,
}

/// What the browser says of its storage, and the button that asks it to keep it.
pub(super) fn card(_page: Page, language: Language) -> AnyView {
    let said = words(language);
    let known = RwSignal::new(None::<Known>);
    let look = move |was_refused| async move {
        let found = Known {
            is_persisted: storage::is_persisted().await,
            room: storage::room().await,
            was_refused,
        };
        let _ = known.try_set(Some(found));
    };
    spawn_local(look(false));
    let ask = move |_| {
        filed::asked();
        spawn_local(async move {
            let was_refused = storage::persist().await == Some(false);
            look(was_refused).await;
            // The button was drawn anew, or is gone.
            dom::answer_at(if was_refused {
                "[data-action=persist]"
            } else {
                "[data-persisted]"
            });
        });
    };
    let body = dynamic(move || {
        let Some(known) = known.get() else {
            return ().into_any();
        };
        let (state, promise) = match known.is_persisted {
            Some(true) => ("yes", said.persisted),
            Some(false) => ("no", said.not_persisted),
            None => ("unknown", said.unknown),
        };
        let promise = view! { <span data-persisted=state tabindex="-1">{promise}</span> };
        let mut lines = vec![(said.kept_by, promise.into_any())];
        if let Some(room) = known.room {
            let left = room.most.saturating_sub(room.used);
            let written = |bytes| filled(said.megabytes, &[&megabytes(bytes)]);
            let used = view! { <span data-storage="used">{written(room.used)}</span> };
            let left = view! { <span data-storage="left">{written(left)}</span> };
            lines.push((said.used, used.into_any()));
            lines.push((said.left, left.into_any()));
        }
        let ask = (known.is_persisted == Some(false)).then(|| {
            view! {
                <button type="button" class="bm-button" data-action="persist" on:click=ask>{said.ask}</button>
            }
        });
        let refused = known
            .was_refused
            .then(|| view! { <p class="bm-note" role="status" data-persist="refused">{said.refused_ask}</p> });
        view! { {facts(lines)} {refused} {ask} }.into_any()
    });
    view! {
        <section class="bm-card" aria-labelledby="storage-title">
            <h2 id="storage-title">{said.storage}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Bytes as megabytes with one digit behind the comma, as offices write them.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) / (1024 * 1024);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let whole = whole.to_string();
    let written = Decimal::parse_canonical(&whole).map_or(whole, write);
    format!("{written},{tenth}")
}
