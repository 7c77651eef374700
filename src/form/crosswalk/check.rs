//! The self-check of a crosswalk against the two forms that it joins.

use super::{Crosswalk, Group};
use crate::form::{Form, FormIssue, Kind, Row};
use crate::words::Phrase;
use std::collections::BTreeSet;

impl Crosswalk {
    /// Finds what does not fit the two forms: a form of another id, a row that a form does not have or that is named
    /// twice, kinds that cannot answer each other, a row with figures that nobody has thought of.
    pub fn check(&self, from: &Form, to: &Form) -> Vec<FormIssue> {
        let mut issues = Vec::new();
        for (place, id, form) in [("from", &self.from, from), ("to", &self.to, to)] {
            if *id != form.id {
                let problem = Phrase::said(
                    "Bảng đối chiếu nêu bộ biểu mẫu “{}”, không phải “{}”.",
                    "The crosswalk names the form set “{}”, not “{}”.",
                    &[id, &form.id],
                );
                issues.push(FormIssue::new(place, problem));
            }
        }
        let mut old = Side::new(from);
        let mut new = Side::new(to);
        for (number, link) in self.links.iter().enumerate() {
            let place = format!("links[{number}] ({})", link.to);
            let from: Vec<&Row> = old.take(&link.from, &format!("{place}.from"), &mut issues);
            if link.from.is_empty() {
                issues.push(FormIssue::new(
                    format!("{place}.from"),
                    Phrase::new("Cần ít nhất một dòng.", "At least one row is needed."),
                ));
            }
            let named: Vec<&String> = std::iter::once(&link.to).chain(&link.also).collect();
            for row in new.take(named, &format!("{place}.to"), &mut issues) {
                if !fits(&from, row) {
                    let ids: Vec<&str> = from.iter().map(|row| row.id.as_str()).collect();
                    let problem = Phrase::said(
                        "Dòng “{}” không cùng loại với dòng “{}” nên không đối chiếu được.",
                        "Row “{}” is not of one kind with row “{}”, so they cannot answer each other.",
                        &[&ids.join(" + "), &row.id],
                    );
                    issues.push(FormIssue::new(place.clone(), problem));
                }
            }
        }
        for (number, group) in self.computed.iter().enumerate() {
            let place = format!("computed[{number}]");
            for row in new.group(group, &place, &mut issues) {
                let linked = |row: &Row| {
                    self.links
                        .iter()
                        .any(|link| link.to == row.id || link.also.contains(&row.id))
                };
                let operands = row.formula.iter().flat_map(|bound| &bound.cells);
                let all_linked = operands.filter_map(|cell| to.row(*cell)).all(linked);
                if row.formula.is_none() || !all_linked {
                    let problem = Phrase::said(
                        "Dòng “{}” không có công thức, hoặc công thức dùng dòng chưa được đối chiếu.",
                        "Row “{}” has no formula, or its formula uses a row without a counterpart.",
                        &[&row.id],
                    );
                    issues.push(FormIssue::new(place.clone(), problem));
                }
            }
        }
        for (name, side, groups) in [
            ("only_from", &mut old, &self.only_from),
            ("only_to", &mut new, &self.only_to),
        ] {
            for (number, group) in groups.iter().enumerate() {
                side.group(group, &format!("{name}[{number}]"), &mut issues);
            }
            side.forgotten(name, &mut issues);
        }
        issues
    }
}

/// One of the two forms, and which of its rows were named so far.
struct Side<'a> {
    form: &'a Form,
    named: BTreeSet<String>,
}

impl<'a> Side<'a> {
    fn new(form: &'a Form) -> Side<'a> {
        Side {
            form,
            named: BTreeSet::new(),
        }
    }

    /// The rows of these ids, each of which is named here for the first and only time.
    fn take<'b>(
        &mut self,
        ids: impl IntoIterator<Item = &'b String>,
        place: &str,
        issues: &mut Vec<FormIssue>,
    ) -> Vec<&'a Row> {
        let mut rows = Vec::new();
        for id in ids {
            if !self.named.insert(id.clone()) {
                let problem = Phrase::said(
                    "Dòng “{}” được nêu hai lần.",
                    "Row “{}” is named twice.",
                    &[id],
                );
                issues.push(FormIssue::new(place, problem));
            }
            match self.form.cell(id).and_then(|cell| self.form.row(cell)) {
                Some(row) => rows.push(row),
                None => {
                    let problem = Phrase::said(
                        "Bộ biểu mẫu “{}” không có dòng “{}”.",
                        "The form set “{}” has no row “{}”.",
                        &[&self.form.id, id],
                    );
                    issues.push(FormIssue::new(place, problem));
                }
            }
        }
        rows
    }

    /// The rows of a group, whose reason must be told in both languages.
    fn group(&mut self, group: &Group, place: &str, issues: &mut Vec<FormIssue>) -> Vec<&'a Row> {
        if group.reason.vi.trim().is_empty() || group.reason.en.trim().is_empty() {
            let problem = Phrase::new(
                "Cần có lý do bằng tiếng Việt và tiếng Anh.",
                "A reason is needed in Vietnamese and English.",
            );
            issues.push(FormIssue::new(place, problem));
        }
        self.take(&group.rows, place, issues)
    }

    /// A row with figures that is not named at all. Rows of helper sheets only feed the others.
    fn forgotten(&self, place: &str, issues: &mut Vec<FormIssue>) {
        let printed = self
            .form
            .printed_sheets()
            .flat_map(|(_, sheet)| sheet.cells());
        for row in printed.filter_map(|cell| self.form.row(cell)) {
            if row.kind != Kind::Heading && !self.named.contains(&row.id) {
                let problem = Phrase::said(
                    "Chưa nêu dòng “{}” của bộ biểu mẫu “{}”: đối chiếu với dòng nào, hoặc vì sao không có.",
                    "Row “{}” of the form set “{}” is not named: which row answers it, or why none does.",
                    &[&row.id, &self.form.id],
                );
                issues.push(FormIssue::new(place, problem));
            }
        }
    }
}

/// Whether rows can answer a row: one of the same kind, choices with the same options; only counts, money and other
/// numbers add up. A share of a share is none.
fn fits(from: &[&Row], to: &Row) -> bool {
    let same = from.iter().all(|row| row.kind == to.kind);
    same && match to.kind {
        Kind::Count | Kind::Money | Kind::Decimal => true,
        Kind::Ratio => from.len() <= 1,
        Kind::Choice => from.len() <= 1 && from.iter().all(|row| options_are_one(row, to)),
        Kind::Heading | Kind::Text => false,
    }
}

fn options_are_one(one: &Row, other: &Row) -> bool {
    one.options.len() == other.options.len()
        && one.options.iter().all(|option| {
            let same = |known: &&crate::form::Choice| known.code == option.code;
            let known = other.options.iter().find(same);
            known.is_some_and(|known| known.label.vi == option.label.vi)
        })
}
