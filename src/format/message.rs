//! What a page that is embedded and the page around it say to each other: one JSON object a message (DESIGN.md section
//! 4.3, `schemas/message.schema.json`).

use super::cursor::Cursor;
use super::{Complaint, parse};
use crate::words::{Language, Phrase};
use serde_json::{Map, Value, json};

/// The version of the protocol, the value of the member `bieumau`.
pub const PROTOCOL: u32 = 1;

/// The most signs of an id.
pub const LONGEST_ID: usize = 100;

/// What the host says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// What names the message; the answer has the same. Empty where no answer is asked for.
    pub id: String,
    /// What it wants.
    pub verb: Verb,
}

/// What the host wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verb {
    /// It has heard that the page is ready.
    Ready,
    /// The page opens this report: the text of its document.
    Load(String),
    /// The page is to look or to stand differently.
    Set(Box<Wish>),
    /// It asks for the report that is open.
    Report,
    /// It asks how things stand.
    State,
    /// It could not make something of what it heard.
    Error,
}

/// How the page is to look or to stand; what is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The language.
    pub language: Option<Language>,
    /// Whether the report may be filled, or is only shown.
    pub is_view: Option<bool>,
    /// Which report is to be open: form set, agency, period.
    pub address: Option<[String; 3]>,
    /// Names and values of the documented custom properties.
    pub theme: Vec<(String, String)>,
    /// Whether the report that is open is to be declared complete.
    pub complete: bool,
}

/// What the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It can hear. `store` says where what is typed is kept: `own`, `memory`.
    Ready {
        /// The word of the store.
        store: &'static str,
    },
    /// It is so many CSS pixels high, so that the host can fit the frame.
    Height(u32),
    /// An entry was changed; the text is its JSON, as in a report document.
    Change {
        /// The id of the row.
        row: String,
        /// The entry.
        entry: String,
    },
    /// How things stand.
    State(Box<Situation>),
    /// The report: the text of its document.
    Report(String),
    /// A message could not be followed.
    Error {
        /// Why, in a word: `version`, `malformed`, `not_ready`, `no_report`, `refused`, `not_complete`,
        /// `too_large`.
        code: &'static str,
        /// Why, in a sentence.
        message: Phrase,
    },
}

/// How things stand with the report that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Form set, agency, period; all empty where no report is open.
    pub address: [String; 3],
    /// The word of the report's state; empty where no report is open.
    pub state: &'static str,
    /// `saved`, `saving`, `failed`.
    pub saved: &'static str,
    /// Rows that are filled, and rows that are asked for.
    pub filled: u32,
    /// Rows that are asked for.
    pub expected: u32,
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
}

/// Why a message is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// It is none of ours: other programs speak in the same window.
    NotOurs,
    /// It is of another version of the protocol; its id is answered.
    Version(String),
    /// It is ours, but not as the schema has it; its id is answered.
    Malformed(String, Vec<Complaint>),
}

/// Reads a message of the host.
///
/// # Errors
/// Why it is not followed.
pub fn read_message(text: &str) -> Result<Heard, Unheard> {
    let value = parse(text).map_err(|_| Unheard::NotOurs)?;
    let version = value.get("bieumau").ok_or(Unheard::NotOurs)?;
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let id = id.chars().take(LONGEST_ID).collect::<String>();
    if version.as_u64() != Some(u64::from(PROTOCOL)) {
        return Err(Unheard::Version(id));
    }
    let mut complaints = Vec::new();
    let mut cursor = Cursor::new(&value, &mut complaints);
    cursor.member("bieumau");
    let heard = Heard {
        id: cursor.optional_text("id").unwrap_or_default(),
        verb: verb(&mut cursor),
    };
    if heard.id.chars().count() > LONGEST_ID {
        cursor.complain(
            "id",
            "Tên thông điệp dài quá 100 ký tự.",
            "The id is longer than 100 signs.",
        );
    }
    cursor.refuse_strangers();
    if complaints.is_empty() {
        Ok(heard)
    } else {
        Err(Unheard::Malformed(id, complaints))
    }
}

fn verb(cursor: &mut Cursor<'_>) -> Verb {
    let word = cursor.text("type");
    match word.as_str() {
        "ready" => {
            if !cursor.has("id") {
                cursor.complain(
                    "id",
                    "Thiếu “id” của lời chào.",
                    "The id of the greeting is missing.",
                );
            }
            Verb::Ready
        }
        "load" => match cursor.member("report") {
            Some(report @ Value::Object(_)) => Verb::Load(report.to_string()),
            _ => {
                cursor.complain("report", "Thiếu báo cáo.", "The report is missing.");
                Verb::Error
            }
        },
        "set" => Verb::Set(Box::new(wish(cursor))),
        "report" => Verb::Report,
        "state" => Verb::State,
        "error" => {
            // What the host could not make something of is its own concern; it is heard so that nobody answers it.
            cursor.optional_text("code");
            cursor.member("message");
            Verb::Error
        }
        _ => {
            if cursor.holds_text("type") {
                cursor.complain_of(
                    "type",
                    "Không có loại thông điệp “{}”.",
                    "There is no message “{}”.",
                    &[&word],
                );
            }
            Verb::Error
        }
    }
}

fn wish(cursor: &mut Cursor<'_>) -> Wish {
    let mut wish = Wish {
        complete: super::report::only_true(cursor, "complete"),
        ..Wish::default()
    };
    if let Some(tag) = cursor.optional_text("language") {
        wish.language = Language::from_tag(&tag);
        if wish.language.is_none() {
            cursor.complain_of(
                "language",
                "Không có ngôn ngữ “{}”.",
                "There is no language “{}”.",
                &[&tag],
            );
        }
    }
    if let Some(mode) = cursor.optional_text("mode") {
        match mode.as_str() {
            "edit" => wish.is_view = Some(false),
            "view" => wish.is_view = Some(true),
            _ => cursor.complain_of(
                "mode",
                "Không có chế độ “{}”.",
                "There is no mode “{}”.",
                &[&mode],
            ),
        }
    }
    let names = ["form", "agency", "period"];
    if names.iter().any(|name| cursor.has(name)) {
        wish.address = Some(names.map(|name| super::report::plain(cursor, name)));
    }
    wish.theme = cursor.texts_by_name("theme");
    for (name, value) in &wish.theme {
        let fits = name.len() <= 40
            && value.len() <= 200
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        if !fits {
            cursor.complain(
                "theme",
                "Tên hoặc giá trị giao diện quá dài.",
                "A name or a value of the theme is too long.",
            );
        }
    }
    wish
}

/// Writes what the page says; `id` is that of the message that is answered, empty where none is.
pub fn message_text(told: &Told, id: &str) -> String {
    let mut members = Map::new();
    members.insert("bieumau".to_owned(), json!(PROTOCOL));
    if !id.is_empty() {
        members.insert("id".to_owned(), json!(id));
    }
    let mut put = |name: &str, value: Value| {
        members.insert(name.to_owned(), value);
    };
    match told {
        Told::Ready { store } => {
            put("type", json!("ready"));
            put("store", json!(store));
        }
        Told::Height(height) => {
            put("type", json!("height"));
            put("height", json!(height));
        }
        Told::Change { row, entry } => {
            put("type", json!("change"));
            put("row", json!(row));
            put("entry", parse(entry).unwrap_or(Value::Null));
        }
        Told::State(situation) => {
            put("type", json!("state"));
            let [form, agency, period] = &situation.address;
            if !situation.state.is_empty() {
                put("form", json!(form));
                put("agency", json!(agency));
                put("period", json!(period));
                put("state", json!(situation.state));
            }
            put("saved", json!(situation.saved));
            put("filled", json!(situation.filled));
            put("expected", json!(situation.expected));
            put("errors", json!(situation.errors));
            put("warnings", json!(situation.warnings));
        }
        Told::Report(text) => {
            put("type", json!("report"));
            put("report", parse(text).unwrap_or(Value::Null));
        }
        Told::Error { code, message } => {
            put("type", json!("error"));
            put("code", json!(code));
            put("message", json!({ "vi": message.vi, "en": message.en }));
        }
    }
    Value::Object(members).to_string()
}
