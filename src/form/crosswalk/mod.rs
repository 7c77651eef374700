//! Which rows of one form set answer which rows of another: the bridge between an old form and its successor.
//!
//! Figures of two form sets are compared only over such a bridge (DOMAIN.md section 4.2): a row without a
//! counterpart says why, and a figure that covers something else than its counterpart carries a remark.
//! It does not know what is done with the figures: comparing, drawing and copying are for those who ask.

mod check;

use super::{Form, Row};
use crate::formula::{Operand, Reason, Value};
use crate::gather::Map;
use crate::number::{Decimal, Fraction};
use crate::words::Phrase;

/// A crosswalk between two form sets. [`Crosswalk::check`] finds what does not fit them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crosswalk {
    /// The id of the older form set.
    pub from: String,
    /// The id of the newer form set.
    pub to: String,
    /// Where it comes from.
    pub source: Phrase,
    /// The rows that answer each other.
    pub links: Vec<Link>,
    /// Rows of the newer form that the older one does not ask for, but which its figures give by the newer form's
    /// own formula.
    pub computed: Vec<Group>,
    /// Rows of the older form without a counterpart, each group with the reason.
    pub only_from: Vec<Group>,
    /// Rows of the newer form without a counterpart, each group with the reason.
    pub only_to: Vec<Group>,
}

/// One or several rows of the older form, added up, answer one row of the newer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The rows of the older form; more than one are added up.
    pub from: Vec<String>,
    /// The row of the newer form.
    pub to: String,
    /// Further rows of the newer form that ask for the same figure again.
    pub also: Vec<String>,
    /// How the two differ in what they cover; none where they do not.
    pub remark: Option<Phrase>,
}

/// Rows of one form that have something in common, and what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The rows.
    pub rows: Vec<String>,
    /// What is to be said about them.
    pub reason: Phrase,
}

/// Which way figures go over a crosswalk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the older form to the newer.
    Onward,
    /// From the newer form to the older, possible where one row answers one row.
    Back,
}

/// What stands for a row in the other form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counterpart<'a> {
    /// These rows of the other form, added up.
    Rows {
        /// Their ids.
        rows: Vec<&'a str>,
        /// How they differ in what they cover.
        remark: Option<&'a Phrase>,
    },
    /// No row, but the rows of its formula have counterparts.
    Computed(&'a Phrase),
    /// Nothing, because of this.
    None(Phrase),
}

/// A figure of the other form, as it stands beside a row of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across<'a> {
    /// The figure.
    pub figure: Decimal,
    /// How it differs in what it covers.
    pub remark: Option<&'a Phrase>,
}

impl Crosswalk {
    /// Which way figures go from one form set to another; none where this crosswalk does not join the two.
    pub fn way(&self, from: &str, to: &str) -> Option<Way> {
        if from == self.from && to == self.to {
            Some(Way::Onward)
        } else if from == self.to && to == self.from {
            Some(Way::Back)
        } else {
            None
        }
    }

    /// What stands on the other side for a row of the form to which figures go; none for a row that the crosswalk
    /// does not name, such as a heading.
    pub fn counterpart(&self, way: Way, row: &str) -> Option<Counterpart<'_>> {
        let link = self.links.iter().find(|link| match way {
            Way::Onward => link.to == row || link.also.iter().any(|also| also == row),
            Way::Back => link.from.iter().any(|from| from == row),
        });
        match (link, way) {
            (Some(link), Way::Onward) => Some(link.counterpart(&link.from)),
            (Some(link), Way::Back) if link.from.len() == 1 => {
                Some(link.counterpart(std::slice::from_ref(&link.to)))
            }
            (Some(_), Way::Back) => Some(Counterpart::None(added_up())),
            (None, Way::Onward) => match group_of(&self.computed, row) {
                Some(group) => Some(Counterpart::Computed(&group.reason)),
                None => lone(&self.only_to, row),
            },
            (None, Way::Back) => lone(&self.only_from, row),
        }
    }

    /// Takes the figures of a report over to the rows of the form `into`. `figure` gives the figure of a row of the
    /// report, typed or computed, choices as the number of their option code; a sum of which a part is missing is
    /// missing. Rows without a counterpart are absent.
    pub fn figures(
        &self,
        way: Way,
        into: &Form,
        figure: &dyn Fn(&str) -> Option<Decimal>,
    ) -> Map<String, Across<'_>> {
        let mut across = Map::new();
        for row in &into.rows {
            if let Some(Counterpart::Rows { rows, remark }) = self.counterpart(way, &row.id)
                && let Some(figure) = sum(&rows, figure)
            {
                across.insert(row.id.clone(), Across { figure, remark });
            }
        }
        for cell in into.computed() {
            let Some(row) = into.row(*cell) else { continue };
            if let Some(Counterpart::Computed(remark)) = self.counterpart(way, &row.id)
                && let Some(figure) = computed(into, row, &across)
            {
                let remark = Some(remark);
                across.insert(row.id.clone(), Across { figure, remark });
            }
        }
        across
    }
}

impl Link {
    fn counterpart<'a>(&'a self, rows: &'a [String]) -> Counterpart<'a> {
        Counterpart::Rows {
            rows: rows.iter().map(String::as_str).collect(),
            remark: self.remark.as_ref(),
        }
    }
}

fn group_of<'a>(groups: &'a [Group], row: &str) -> Option<&'a Group> {
    groups
        .iter()
        .find(|group| group.rows.iter().any(|known| known == row))
}

fn lone<'a>(groups: &'a [Group], row: &str) -> Option<Counterpart<'a>> {
    group_of(groups, row).map(|group| Counterpart::None(group.reason.clone()))
}

/// Why a row that is a part of a sum on the other side has no counterpart of its own.
fn added_up() -> Phrase {
    Phrase::new(
        "Biểu mẫu mới gộp chỉ tiêu này với chỉ tiêu khác nên không tách riêng được.",
        "The newer form adds this row to another, so it cannot be told apart.",
    )
}

fn sum(rows: &[&str], figure: &dyn Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
    rows.iter()
        .try_fold(Decimal::ZERO, |sum, row| sum.checked_add(figure(row)?))
}

/// The value of a computed row from the figures that were taken over.
fn computed(into: &Form, row: &Row, across: &Map<String, Across<'_>>) -> Option<Decimal> {
    let bound = row.formula.as_ref()?;
    let outcome = bound.formula.evaluate(|place| {
        let operand = bound.cells.get(place).and_then(|cell| into.row(*cell));
        match operand.and_then(|operand| across.get(&operand.id)) {
            Some(across) => Operand::Value(Fraction::from_decimal(across.figure)),
            None => Operand::Without(Reason::Missing),
        }
    });
    match outcome.value {
        Ok(Value::Number(exact)) => exact.round(row.decimals),
        Ok(Value::Truth(_)) | Err(_) => None,
    }
}
