//! One line of newline-delimited JSON: an object of texts, in the order in which they are given.

use serde_json::Value;

/// Adds a line. A member without a text is null, so that every line has every member.
pub fn push_ndjson(text: &mut String, members: &[(&str, &str)]) {
    for (place, (name, value)) in members.iter().enumerate() {
        text.push(if place == 0 { '{' } else { ',' });
        let value = match *value {
            "" => Value::Null,
            value => Value::from(value),
        };
        text.push_str(&Value::from(*name).to_string());
        text.push(':');
        text.push_str(&value.to_string());
    }
    text.push_str("}\n");
}
