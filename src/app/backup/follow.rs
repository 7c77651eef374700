//! What goes on beside the work once a page is open: the browser is asked once to keep its storage, and the chosen file is
//! kept up to date.

use super::file;
use crate::app::page::Page;
use crate::browser::{filed, storage};
use crate::store::SaveState;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::atomic::{AtomicBool, Ordering};

static FOLLOWS: AtomicBool = AtomicBool::new(false);

/// Begins to follow what is saved, once for the page.
pub(super) fn follow(page: Page) {
    if FOLLOWS.swap(true, Ordering::Relaxed) {
        return;
    }
    // It lives as long as the page, whichever report is open.
    let owner = Owner::new();
    owner.with(|| {
        file::open();
        Effect::new(move |before: Option<bool>| {
            let is_saving = page
                .save
                .with(|save| matches!(save, Some(SaveState::Saving)));
            let was_saving = before == Some(true);
            if was_saving && !is_saving {
                spawn_local(async move {
                    file::changed(page);
                    ask_to_persist();
                });
            }
            is_saving
        });
    });
    std::mem::forget(owner);
}

/// After the first real save the browser is asked, on the next click, to keep what is saved; once on a machine. Nothing waits
/// for the answer: Firefox gives it when the user does.
fn ask_to_persist() {
    if filed::was_asked() {
        return;
    }
    filed::asked();
    spawn_local(async {
        if storage::is_persisted().await != Some(false) {
            return;
        }
        let heard = StoredValue::new_local(None::<WindowListenerHandle>);
        let handle = window_event_listener(ev::click, move |_| {
            let listening = heard.try_update_value(Option::take).flatten();
            if let Some(listening) = listening {
                listening.remove();
                spawn_local(async {
                    storage::persist().await;
                });
            }
        });
        heard.set_value(Some(handle));
    });
}
