//! A reader of JSON that knows where it is and collects what is wrong instead of stopping at the first thing.

use super::complaint::{Complaint, Fault};
use crate::words::{Phrase, cut};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cell::RefCell;

/// The most complaints that are collected; a hostile file earns no longer list.
const MAX_COMPLAINTS: usize = 50;

/// The most letters of a name, or of what is at fault, that are said: a name as long as the file stands in the path of
/// everything below it.
const LONGEST: usize = 100;

const TEXT_NEEDED: (&str, &str) = (
    "Ở đây cần một chuỗi chữ trong dấu ngoặc kép.",
    "A text in quotes is needed here.",
);

/// Stands on one object of a document.
pub(super) struct Cursor<'a> {
    members: Option<&'a Map<String, Value>>,
    place: String,
    asked: RefCell<Vec<&'static str>>,
    complaints: &'a mut Vec<Complaint>,
}

impl<'a> Cursor<'a> {
    /// Stands on the root of a document.
    pub(super) fn new(value: &'a Value, complaints: &'a mut Vec<Complaint>) -> Cursor<'a> {
        Cursor::at(value, String::new(), complaints)
    }

    fn at(value: &'a Value, place: String, complaints: &'a mut Vec<Complaint>) -> Cursor<'a> {
        let mut cursor = Cursor {
            members: value.as_object(),
            place,
            asked: RefCell::new(Vec::new()),
            complaints,
        };
        if cursor.members.is_none() {
            cursor.complain_here(
                "Ở đây cần một đối tượng { … }.",
                "An object { … } is needed here.",
            );
        }
        cursor
    }

    /// The path of a member.
    fn path(&self, name: &str) -> String {
        below(&self.place, name)
    }

    /// Whether no further complaint is collected, so that none need be written.
    fn is_full(&self) -> bool {
        self.complaints.len() >= MAX_COMPLAINTS
    }

    /// Complains about the object itself.
    pub(super) fn complain_here(&mut self, vi: &str, en: &str) {
        if !self.is_full() {
            let complaint = Complaint::new(self.place.as_str(), Phrase::new(vi, en));
            self.complaints.push(complaint);
        }
    }

    /// Complains about a member.
    pub(super) fn complain(&mut self, name: &str, vi: &str, en: &str) {
        self.complain_of(name, vi, en, &[]);
    }

    /// Complains about a member, with something in the sentence.
    pub(super) fn complain_of(&mut self, name: &str, vi: &str, en: &str, parts: &[&str]) {
        if self.is_full() {
            return;
        }
        let parts: Vec<Cow<'_, str>> = parts.iter().map(|part| cut(part, LONGEST)).collect();
        let parts: Vec<&str> = parts.iter().map(|part| &**part).collect();
        let complaint = Complaint::new(self.path(name), Phrase::said(vi, en, &parts));
        self.complaints.push(complaint);
    }

    /// A member as it stands there, for a reader that complains about nothing.
    pub(super) fn member(&self, name: &'static str) -> Option<&'a Value> {
        self.asked.borrow_mut().push(name);
        self.members?.get(name).filter(|value| !value.is_null())
    }

    /// Whether a member is there.
    pub(super) fn has(&self, name: &'static str) -> bool {
        self.member(name).is_some()
    }

    /// Whether a member is a text. Where it is not, that has been complained about, and its words need no second
    /// complaint.
    pub(super) fn holds_text(&self, name: &'static str) -> bool {
        self.member(name).is_some_and(Value::is_string)
    }

    /// A text that must be there; empty where it is not, and complained about.
    pub(super) fn text(&mut self, name: &'static str) -> String {
        if !self.has(name) {
            self.complain_of(name, "Thiếu “{}”.", "“{}” is missing.", &[name]);
        }
        self.optional_text(name).unwrap_or_default()
    }

    /// A text that may be absent.
    pub(super) fn optional_text(&mut self, name: &'static str) -> Option<String> {
        let value = self.member(name)?;
        match value.as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.complain(name, TEXT_NEEDED.0, TEXT_NEEDED.1);
                None
            }
        }
    }

    /// A truth that may be absent.
    pub(super) fn optional_truth(&mut self, name: &'static str) -> Option<bool> {
        let value = self.member(name)?;
        if !value.is_boolean() {
            self.complain(
                name,
                "Ở đây cần true hoặc false.",
                "True or false is needed here.",
            );
        }
        value.as_bool()
    }

    /// A whole number that may be absent.
    pub(super) fn optional_number(&mut self, name: &'static str) -> Option<i64> {
        let value = self.member(name)?;
        match value.as_i64() {
            Some(number) => Some(number),
            None => {
                self.complain(
                    name,
                    "Ở đây cần một số nguyên.",
                    "A whole number is needed here.",
                );
                None
            }
        }
    }

    /// A whole number from 0 that must be there; 0 where it is not, and complained about.
    pub(super) fn number(&mut self, name: &'static str) -> u32 {
        if !self.has(name) {
            self.complain_of(name, "Thiếu “{}”.", "“{}” is missing.", &[name]);
            return 0;
        }
        let Some(number) = self.optional_number(name) else {
            return 0;
        };
        u32::try_from(number).unwrap_or_else(|_| {
            self.complain(
                name,
                "Ở đây cần một số nguyên từ 0.",
                "A whole number from 0 is needed here.",
            );
            0
        })
    }

    /// Texts in a list; none where the member is absent.
    pub(super) fn optional_texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        let value = self.member(name)?;
        let texts: Option<Vec<String>> = value.as_array().and_then(|list| {
            list.iter()
                .map(|item| item.as_str().map(str::to_owned))
                .collect()
        });
        if texts.is_none() {
            self.complain(
                name,
                "Ở đây cần một danh sách chuỗi [\"…\"].",
                "A list of texts [\"…\"] is needed here.",
            );
        }
        texts
    }

    /// Visits an object that may be absent.
    pub(super) fn optional_object<T>(
        &mut self,
        name: &'static str,
        visit: impl FnOnce(&mut Cursor<'_>) -> T,
    ) -> Option<T> {
        let value = self.member(name)?;
        Some(self.visit(value, self.path(name), visit))
    }

    /// Visits an object that must be there.
    pub(super) fn object<T: Default>(
        &mut self,
        name: &'static str,
        visit: impl FnOnce(&mut Cursor<'_>) -> T,
    ) -> T {
        if !self.has(name) {
            self.complain_of(name, "Thiếu “{}”.", "“{}” is missing.", &[name]);
        }
        self.optional_object(name, visit).unwrap_or_default()
    }

    /// Visits every object of a list; an absent list is empty.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        mut visit: impl FnMut(&mut Cursor<'_>) -> T,
    ) -> Vec<T> {
        let Some(value) = self.member(name) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.complain(
                name,
                "Ở đây cần một danh sách [ … ].",
                "A list [ … ] is needed here.",
            );
            return Vec::new();
        };
        let path = self.path(name);
        items
            .iter()
            .zip(0..)
            .map(|(item, number): (_, usize)| {
                self.visit(item, format!("{path}[{number}]"), &mut visit)
            })
            .collect()
    }

    /// Visits every object of a map with names that nobody fixed; an absent map is empty.
    pub(super) fn map<T>(
        &mut self,
        name: &'static str,
        mut visit: impl FnMut(&mut Cursor<'_>) -> T,
    ) -> Vec<(String, T)> {
        let Some(value) = self.member(name) else {
            return Vec::new();
        };
        let Some(members) = value.as_object() else {
            self.complain(
                name,
                "Ở đây cần một đối tượng { … }.",
                "An object { … } is needed here.",
            );
            return Vec::new();
        };
        let path = self.path(name);
        members
            .iter()
            .map(|(key, item)| (key.clone(), self.visit(item, below(&path, key), &mut visit)))
            .collect()
    }

    /// Texts by names that nobody fixed; an absent member has none.
    pub(super) fn texts_by_name(&mut self, name: &'static str) -> Vec<(String, String)> {
        let names = self.optional_object(name, |cursor| {
            let mut texts = Vec::new();
            for (name, value) in cursor.others() {
                match value.as_str() {
                    Some(text) => texts.push((name, text.to_owned())),
                    None => cursor.complain(&name, TEXT_NEEDED.0, TEXT_NEEDED.1),
                }
            }
            texts
        });
        names.unwrap_or_default()
    }

    fn visit<T>(
        &mut self,
        value: &Value,
        place: String,
        visit: impl FnOnce(&mut Cursor<'_>) -> T,
    ) -> T {
        let mut cursor = Cursor::at(value, place, self.complaints);
        let result = visit(&mut cursor);
        cursor.refuse_strangers();
        result
    }

    /// A phrase `{"vi": …, "en": …}` that may be absent.
    pub(super) fn optional_phrase(&mut self, name: &'static str) -> Option<Phrase> {
        self.optional_object(name, |cursor| {
            Phrase::new(cursor.text("vi"), cursor.text("en"))
        })
    }

    /// A phrase that must be there.
    pub(super) fn phrase(&mut self, name: &'static str) -> Phrase {
        self.object(name, |cursor| {
            Phrase::new(cursor.text("vi"), cursor.text("en"))
        })
    }

    /// The members that nobody has asked for yet, taken as texts or lists of texts.
    pub(super) fn others(&mut self) -> Vec<(String, &'a Value)> {
        let Some(members) = self.members else {
            return Vec::new();
        };
        let others: Vec<(String, &'a Value)> = members
            .iter()
            .filter(|(name, _)| !self.asked.borrow().iter().any(|asked| asked == name))
            .map(|(name, value)| (name.clone(), value))
            .collect();
        self.members = None;
        others
    }

    /// Complains about members that nobody asked for: a slip of the pen must not pass in silence.
    pub(super) fn refuse_strangers(&mut self) {
        if self.is_full() {
            return;
        }
        for (name, _) in self.others().into_iter().take(MAX_COMPLAINTS) {
            let before = self.complaints.len();
            self.complain_of(
                &name,
                "Không có mục nào tên “{}”.",
                "There is no member named “{}”.",
                &[&name],
            );
            for complaint in self.complaints.iter_mut().skip(before) {
                complaint.fault = Fault::Stranger;
            }
        }
    }
}

/// The path of a member of what stands at a place.
fn below(place: &str, name: &str) -> String {
    let name = cut(name, LONGEST);
    if place.is_empty() {
        name.into_owned()
    } else {
        format!("{place}.{name}")
    }
}
