//! What is written into an element that is drawn by hand: an attribute, a view of the framework.

use crate::view::set;
use leptos::prelude::*;
use std::cell::Cell;
use web_sys::{Element, Node};

/// An attribute that follows the report. It is written where it changes only: a browser looks for rules of style again
/// after each writing.
pub struct Word {
    element: Element,
    name: &'static str,
    value: Cell<Option<&'static str>>,
}

impl Word {
    /// The attribute, which is absent as yet.
    pub fn of(element: &Element, name: &'static str) -> Word {
        Word {
            element: element.clone(),
            name,
            value: Cell::new(None),
        }
    }

    /// Writes it, or takes it away.
    pub fn set(&self, value: Option<&'static str>) {
        if self.value.replace(value) == value {
            return;
        }
        match value {
            Some(value) => set(&self.element, self.name, value),
            // Taking a plain attribute away cannot fail.
            None => drop(self.element.remove_attribute(self.name)),
        }
    }
}

/// A view of the framework in an element that is drawn by hand. It goes when this is dropped.
pub struct Mounted {
    owner: Owner,
    state: <AnyView as Render>::State,
}

impl Mounted {
    /// Puts the view at the end of an element, or before what stands in it.
    pub fn new(
        owner: &Owner,
        parent: &Element,
        before: Option<&Node>,
        make: impl FnOnce() -> AnyView,
    ) -> Mounted {
        let owner = owner.child();
        let view = owner.with(make);
        Mounted::built(owner, view, parent, before)
    }

    fn built(owner: Owner, view: AnyView, parent: &Element, before: Option<&Node>) -> Mounted {
        let mut state = owner.with(|| view.build());
        state.mount(parent, before);
        Mounted { owner, state }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.state.unmount();
        self.owner.cleanup();
    }
}
