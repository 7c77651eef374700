//! A list that may be open.
//!
//! Chromium keeps the keys of an open list to itself. Firefox sends them to the page as well, where they must not move
//! anything, and tells nobody that the list is open.

use crate::app::dom;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Whether the list that has the focus is open; known in Firefox only.
#[derive(Clone, Copy)]
pub struct List(StoredValue<bool>);

impl List {
    /// A list that is closed.
    pub fn new() -> List {
        List(StoredValue::new(false))
    }

    /// The list was left, or something was chosen.
    pub fn close(self) {
        self.0.set_value(false);
    }

    /// A list was clicked, or something else was.
    pub fn clicked(self, is_list: bool) {
        let was_open = self.0.get_value();
        self.close();
        self.opens(is_list && !was_open);
    }

    /// Whether a key belongs to the open list.
    pub fn takes(self, event: &KeyboardEvent, name: &str) -> bool {
        if self.0.get_value() {
            let closes = matches!(name, "Enter" | "Escape" | "Tab");
            self.0.set_value(!closes);
            return true;
        }
        let is_arrow = matches!(name, "ArrowDown" | "ArrowUp");
        self.opens(is_arrow && event.alt_key() || matches!(name, " " | "F4"));
        false
    }

    fn opens(self, opens: bool) {
        let agent = dom::window().and_then(|window| window.navigator().user_agent().ok());
        if opens && agent.is_some_and(|agent| agent.contains("Firefox")) {
            self.0.set_value(true);
        }
    }
}
