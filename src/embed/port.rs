//! The page's end of the line to the host: it answers nobody whom the host page was not named.

use super::Origin;
use crate::format::{
    Complaint, Heard, LONGEST_ID, Told, Unheard, Verb, message_text, read_message,
};
use crate::words::Phrase;

/// The most origins that may be named: each of them is greeted.
const MOST: usize = 20;

/// The page's end of the line.
#[derive(Clone, Debug)]
pub struct Port {
    allowed: Vec<Origin>,
    host: Option<Origin>,
    greeting: String,
}

/// What becomes of something that was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heeded {
    /// Nothing: whoever spoke was not named, or spoke of something else.
    Ignored,
    /// A host that came late asks to be greeted again.
    Greet,
    /// The host has answered the greeting: from now on it alone is spoken to.
    Joined,
    /// The page does it, and answers the id.
    Do(Heard),
    /// This is answered.
    Answer(String),
}

impl Port {
    /// An end that speaks with these origins only. `greeting` is a text that nobody can guess: whoever answers with it
    /// has heard it.
    pub fn new(allowed: Vec<Origin>, greeting: &str) -> Port {
        let mut allowed = allowed;
        allowed.truncate(MOST);
        Port {
            allowed,
            host: None,
            greeting: greeting.to_owned(),
        }
    }

    /// What is said first, and to whom: the browser hands it to the parent window only where that is of this origin.
    pub fn greetings(&self, store: &'static str) -> Vec<(String, String)> {
        let text = message_text(&Told::Ready { store }, &self.greeting);
        let origins = self.allowed.iter();
        origins
            .map(|origin| (origin.as_str().to_owned(), text.clone()))
            .collect()
    }

    /// The host, once it has answered.
    pub fn host(&self) -> Option<&str> {
        self.host.as_ref().map(Origin::as_str)
    }

    /// What is said, and the one origin that may hear it; none before the host has answered.
    pub fn says(&self, told: &Told, id: &str) -> Option<(String, String)> {
        Some((self.host()?.to_owned(), message_text(told, id)))
    }

    /// Whether anything from this origin is looked at: it was named, and no other has answered the greeting.
    pub fn listens(&self, origin: &str) -> bool {
        self.named(origin).is_some()
    }

    fn named(&self, origin: &str) -> Option<&Origin> {
        let named = self.allowed.iter().find(|named| named.as_str() == origin)?;
        let is_other = self.host.as_ref().is_some_and(|host| host != named);
        (!is_other).then_some(named)
    }

    /// Something larger than anything that is read came from an origin to which it listens: what is answered.
    pub fn hears_too_much(&self, id: &str) -> String {
        let id: String = id.chars().take(LONGEST_ID).collect();
        error_text("too_large", &too_large(), &id)
    }

    /// Something was heard from this origin; `is_parent` says whether it came from the window around the page.
    pub fn hears(&mut self, origin: &str, is_parent: bool, text: &str) -> Heeded {
        let Some(named) = self.named(origin).filter(|_| is_parent) else {
            return Heeded::Ignored;
        };
        let heard = match read_message(text) {
            Ok(heard) => heard,
            Err(Unheard::NotOurs) => return Heeded::Ignored,
            Err(Unheard::Version(id)) => return refused(&id, "version", &version()),
            Err(Unheard::Malformed(id, complaints)) => {
                let first = complaints.first().map(Complaint::with_place);
                return refused(&id, "malformed", &first.unwrap_or_default());
            }
        };
        match (&heard.verb, self.host.is_some()) {
            (Verb::Ready, false) if heard.id == self.greeting => {
                self.host = Some(named.clone());
                Heeded::Joined
            }
            // It has not heard the greeting, or answers that of an earlier page in the same frame.
            (Verb::Ready, false) => Heeded::Greet,
            (Verb::Ready | Verb::Error, _) => Heeded::Ignored,
            (_, false) => refused(&heard.id, "not_ready", &not_ready()),
            (_, true) => Heeded::Do(heard),
        }
    }
}

fn refused(id: &str, code: &'static str, message: &Phrase) -> Heeded {
    Heeded::Answer(error_text(code, message, id))
}

fn error_text(code: &'static str, message: &Phrase, id: &str) -> String {
    let message = message.clone();
    message_text(&Told::Error { code, message }, id)
}

fn too_large() -> Phrase {
    Phrase::new(
        "Thông điệp quá lớn: trang không đọc báo cáo lớn như vậy.",
        "The message is too large: the page reads no report of that size.",
    )
}

fn version() -> Phrase {
    Phrase::new(
        "Trang này chỉ hiểu thông điệp phiên bản 1 (“bieumau”: 1).",
        "This page understands messages of version 1 only (“bieumau”: 1).",
    )
}

fn not_ready() -> Phrase {
    Phrase::new(
        "Hãy trả lời thông điệp “ready” của trang, với cùng “id”, trước khi gửi thông điệp khác.",
        "Answer the page's “ready” with the same “id” before sending anything else.",
    )
}
