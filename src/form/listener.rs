//! Who hears what is wrong with a form set.
//!
//! The self-check also numbers, binds and orders, so every form set goes through it. One from a file has a person who
//! wants to know each place and reason; one that comes with the page is tested to have none. The check is built for
//! either, and the first load carries the one that tells nobody: without its sentences, and without a place made for
//! any of them.

use super::FormIssue;
use crate::words::Phrase;
use std::fmt::Display;

/// Hears what is wrong, and where.
pub(super) trait Listener: Default {
    /// Takes in one issue.
    fn hear(&mut self, place: &dyn Display, problem: impl FnOnce() -> Phrase);

    /// A place as a text, for issues that are found after others.
    fn place(place: &dyn Display) -> String;
}

impl Listener for Vec<FormIssue> {
    fn hear(&mut self, place: &dyn Display, problem: impl FnOnce() -> Phrase) {
        self.push(FormIssue::new(place.to_string(), problem()));
    }

    fn place(place: &dyn Display) -> String {
        place.to_string()
    }
}

/// Nobody: nothing is told.
#[derive(Default)]
pub(super) struct Nobody;

impl Listener for Nobody {
    fn hear(&mut self, _: &dyn Display, _: impl FnOnce() -> Phrase) {}

    fn place(_: &dyn Display) -> String {
        String::new()
    }
}

/// The self-check at work.
#[derive(Default)]
pub(super) struct Checker<L> {
    pub(super) listener: L,
}

impl<L: Listener> Checker<L> {
    /// Tells what is wrong in a sentence with something in it.
    pub(super) fn tell(&mut self, place: &dyn Display, vi: &str, en: &str, parts: &[&str]) {
        self.listener.hear(place, || Phrase::said(vi, en, parts));
    }
}
