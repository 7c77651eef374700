//! A document as a tree of plain things, for whoever makes documents in the shape of other systems.

use serde_json::{Map, Value};

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// True or false.
    Truth(bool),
    /// Pieces in their order.
    List(Vec<Plain>),
    /// Pieces by name; they are written in the order of their names.
    Object(Vec<(&'static str, Plain)>),
}

impl Plain {
    /// A text.
    pub fn text(text: impl Into<String>) -> Plain {
        Plain::Text(text.into())
    }

    /// Another thing by its id, as DHIS2 names it: `{"id": …}`.
    pub fn id(id: impl Into<String>) -> Plain {
        Plain::Object(vec![("id", Plain::text(id))])
    }

    /// The document as JSON with line breaks; the same tree always gives the same bytes.
    pub fn document(self) -> String {
        let mut text = serde_json::to_string_pretty(&self.value()).unwrap_or_default();
        text.push('\n');
        text
    }

    fn value(self) -> Value {
        match self {
            Plain::Text(text) => Value::String(text),
            Plain::Number(number) => Value::from(number),
            Plain::Truth(truth) => Value::Bool(truth),
            Plain::List(items) => Value::Array(items.into_iter().map(Plain::value).collect()),
            Plain::Object(members) => {
                let mut map = Map::new();
                for (name, piece) in members {
                    map.insert(name.to_owned(), piece.value());
                }
                Value::Object(map)
            }
        }
    }
}
