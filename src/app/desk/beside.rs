//! What stands beside the sheet comes a moment after it, and what is asked of it before waits.

use super::Desk;
use leptos::prelude::*;

/// Whether what stands beside the sheet is there, and what waits for it.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    is_here: RwSignal<bool>,
    wanted: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
}

impl Beside {
    pub(super) fn new() -> Beside {
        Beside {
            is_here: RwSignal::new(false),
            wanted: StoredValue::new_local(None),
        }
    }
}

impl Desk {
    /// Whether what stands beside the sheet is there.
    pub fn is_beside(self) -> ReadSignal<bool> {
        self.beside.is_here.read_only()
    }

    /// Does what needs that which stands beside the sheet: now, or as soon as it is there. Of several things that
    /// wait the last one is done.
    pub fn when_beside(self, act: impl FnOnce() + 'static) {
        if self.beside.is_here.get_untracked() {
            act();
        } else {
            self.beside.wanted.set_value(Some(Box::new(act)));
        }
    }

    /// What stands beside the sheet has come; nothing happens where the report was closed meanwhile.
    pub fn stand_beside(self) {
        let _ = self.beside.is_here.try_set(true);
        self.tell_lines_beside();
        let wanted = self.beside.wanted.try_update_value(Option::take);
        if let Some(act) = wanted.flatten() {
            // Its dialogs are put into the page first.
            request_animation_frame(act);
        }
    }
}
