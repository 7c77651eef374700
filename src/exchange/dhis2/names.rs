//! What the things of a form set are called on a platform: ids, names that are unique there, periods.

use super::uid::uid;
use crate::form::{Form, Row};
use crate::format::Dhis2Mapping;
use crate::period::PeriodKind;

/// The most signs of a name on DHIS2.
const NAME: usize = 230;
/// The most signs of a short name or a code.
const SHORT: usize = 50;

/// The names of a form set, with those that a platform has given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'a> {
    pub(super) form: &'a Form,
    pub(super) mapping: Option<&'a Dhis2Mapping>,
}

impl Names<'_> {
    /// The id of a thing of the form set.
    pub(super) fn uid(&self, kind: &str, own: &str) -> String {
        uid(kind, &self.form.id, own)
    }

    /// The id of the data element of a row.
    pub(super) fn element(&self, row: &Row) -> String {
        let given = self.given_element(row);
        given.map_or_else(|| self.uid("dataElement", &row.id), str::to_owned)
    }

    /// The id that the platform has for a row of its own.
    pub(super) fn given_element(&self, row: &Row) -> Option<&str> {
        let given = self.mapping?.data_elements.get(&row.id)?;
        Some(given)
    }

    /// The id of the data set of a period.
    pub(super) fn data_set(&self, period: PeriodKind) -> Option<String> {
        let given = self.given_data_set(period).map(str::to_owned);
        given.or_else(|| Some(self.uid("dataSet", period_type(period)?)))
    }

    /// The id that the platform has for the data set of a period.
    pub(super) fn given_data_set(&self, period: PeriodKind) -> Option<&str> {
        let sets = &self.mapping?.data_sets;
        let known = PeriodKind::ALL.iter().find(|(_, kind)| *kind == period);
        let by_word = known.and_then(|(word, _)| sets.get(*word));
        let given = by_word.or_else(|| sets.get(period_type(period)?));
        given.map(String::as_str)
    }

    /// The period types for which the form set is filled, each with a period of it, in the order of the year.
    pub(super) fn period_types(&self) -> Vec<(&'static str, PeriodKind)> {
        let mut types: Vec<(&'static str, PeriodKind)> = Vec::new();
        for period in &self.form.periods {
            if let Some(word) = period_type(*period)
                && !types.iter().any(|(known, _)| *known == word)
            {
                types.push((word, *period));
            }
        }
        types
    }

    /// A name that nothing else on the platform has: the form set and the own id come first.
    pub(super) fn name(&self, own: &str, label: &str) -> String {
        cut(&[self.form.id.as_str(), own, label].join(" "), NAME)
    }

    /// A short name, which has to be unique too; where it is too long the id ends it.
    pub(super) fn short(&self, own: &str, uid: &str) -> String {
        let name = [self.form.id.as_str(), own].join(" ");
        if name.chars().count() <= SHORT {
            return name;
        }
        let mut short = cut(&name, SHORT - uid.len() - 1);
        short.push(' ');
        short.push_str(uid);
        short
    }

    /// A code: the form set and the own id, or the id where that is too long.
    pub(super) fn code(&self, own: &str, uid: &str) -> String {
        let code = [self.form.id.as_str(), own].join("/");
        if code.chars().count() <= SHORT {
            code
        } else {
            uid.to_owned()
        }
    }
}

/// The beginning of a text, so many signs at most.
pub(super) fn cut(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

/// A label for people, within the length of a name.
pub(super) fn label(text: &str) -> String {
    cut(text, NAME)
}

/// What DHIS2 calls a kind of period; it has none of nine months.
pub(super) fn period_type(period: PeriodKind) -> Option<&'static str> {
    match period {
        PeriodKind::Q1 | PeriodKind::Q2 | PeriodKind::Q3 | PeriodKind::Q4 => Some("Quarterly"),
        PeriodKind::S1 => Some("SixMonthly"),
        PeriodKind::Y => Some("Yearly"),
        PeriodKind::N1 => None,
    }
}
