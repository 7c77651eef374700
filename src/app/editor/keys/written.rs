//! What stood in a text when it was entered: while it is another one, the browser's own undo serves.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The text in which the officer stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What stood there; none where it is no text.
    first: Option<String>,
    /// Whether the browser has taken something back, so that it can do it again.
    is_undone: bool,
}

impl Written {
    /// The officer comes to an element.
    pub fn of(element: &Element) -> Written {
        Written {
            first: text_of(element),
            is_undone: false,
        }
    }

    /// Whether the browser takes the key for undo, or for redo, itself.
    pub fn takes(&mut self, element: &Element, undo: bool) -> bool {
        let is_changed = self.first.is_some() && text_of(element) != self.first;
        if undo {
            self.is_undone |= is_changed;
            is_changed
        } else {
            self.is_undone
        }
    }
}

/// The text of a field in which words are written; both kinds of field have the same door to it.
fn text_of(element: &Element) -> Option<String> {
    let is_text = match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => element
            .get_attribute("type")
            .is_none_or(|kind| matches!(kind.as_str(), "text" | "search")),
        _ => false,
    };
    is_text.then(|| element.unchecked_ref::<HtmlInputElement>().value())
}
